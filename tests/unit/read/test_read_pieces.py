"""Inputs in pieces: together they give what the whole gives, in its order and under its names."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from archives import packed, record
from saved_pages import FIRST, HEADLINE, page

from dateline.errors import UsageError
from dateline.model.reading import PassedOver, Problem, Reading
from dateline.read import read_inputs
from dateline.read.pieces import Piece, pieces_of, read_piece, size_of

RECORDS = [record(f"https://courier.example/{day}", page(f"Day {day} of the rain.", FIRST)) for day in range(7)]


def pieces(path: Path, documents: int) -> list[Piece]:
    found = list(pieces_of([path], documents=documents))
    assert not [one for one in found if isinstance(one, Problem)]
    return [one for one in found if not isinstance(one, Problem)]


def together(found: list[Piece]) -> list[Reading | Problem]:
    return [one for piece in found for one in read_piece(piece)]


@pytest.mark.parametrize("data", [b"".join(RECORDS), packed(*RECORDS)], ids=["warc", "gz"])
def test_an_archive_is_cut_between_records(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(data)
    cut = pieces(path, 3)
    assert [len(list(read_piece(piece))) for piece in cut] == [3, 3, 1]
    assert together(cut) == list(read_inputs([path]))
    assert sum(stretch.bytes for piece in cut for stretch in piece) == len(data) == size_of([path])


def test_an_archive_packed_as_a_whole_is_one_piece(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(gzip.compress(b"".join(RECORDS)))
    (piece,) = pieces(path, 3)
    assert list(read_piece(piece)) == list(read_inputs([path]))


def test_a_cut_archive_says_so_once(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(packed(*RECORDS)[:-40])
    assert together(pieces(path, 2)) == list(read_inputs([path]))


def test_an_archive_that_ends_with_a_piece_ends_well(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(packed(*RECORDS[:6]))
    assert together(pieces(path, 3)) == list(read_inputs([path]))


def test_json_lines_are_cut_between_lines_and_keep_their_numbers(tmp_path: Path) -> None:
    rows = [json.dumps({"id": str(number), "text": f"Rain fell on day {number}."}) for number in range(7)]
    path = tmp_path / "a.jsonl"
    path.write_text("\ufeff" + "\n".join([*rows[:2], "", "no JSON", *rows[2:]]), encoding="utf-8")
    assert len(pieces(path, 2)) == 5
    assert together(pieces(path, 2)) == list(read_inputs([path]))


def test_files_of_a_folder_are_taken_together(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(f"Rain fell on day {number}.")
    (tmp_path / "3a.warc").write_bytes(b"".join(RECORDS))
    cut = pieces(tmp_path, 2)
    assert [[stretch.name for stretch in piece] for piece in cut] == [
        ["0.txt", "1.txt"], ["2.txt", "3.txt"], ["3a.warc"], ["3a.warc"], ["3a.warc"], ["3a.warc"], ["4.txt"],
    ]  # fmt: skip
    assert together(cut) == list(read_inputs([tmp_path]))


def test_what_is_not_there_is_a_problem_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rain.")
    found = list(pieces_of([tmp_path / "absent.txt", tmp_path / "a.txt", tmp_path / "b.txt"]))
    assert [isinstance(one, Problem) for one in found] == [True, False, True]


def test_a_file_that_changed_is_not_read_in_pieces_of_both(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(b"".join(RECORDS))
    cut = pieces(path, 3)
    path.write_bytes(b"".join(RECORDS[1:]))
    (problem,) = read_piece(cut[1])
    assert isinstance(problem, Problem)
    assert "changed" in problem.message


def test_standard_input_is_for_one_process() -> None:
    with pytest.raises(UsageError, match="standard input"):
        pieces_of(["-"])


@dataclass
class Stopping:
    """A sieve that stops what is not said to pass, and knows what it is told."""

    passing: bool = False
    files: bool = False
    kept: frozenset[str] = frozenset()
    asked: list[str] = field(default_factory=list)
    stopped: list[PassedOver] = field(default_factory=list)

    def known(self, sha256: str) -> bool:
        return sha256 in self.kept

    def passes(self, text: str) -> bool:
        self.asked.append(text)
        return self.passing

    def over(self, page: PassedOver) -> None:
        self.stopped.append(page)


def test_a_page_that_a_sieve_stops_is_named_and_not_read_further(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(b"".join(RECORDS))
    (piece,) = pieces(path, 100)
    whole = [one for one in read_inputs([path]) if isinstance(one, Reading)]
    sieve = Stopping()
    assert list(read_piece(piece, sieve=sieve)) == list(read_inputs([path], sieve=Stopping())) == []
    assert [(page.url, page.sha256, page.came_from, page.id) for page in sieve.stopped] == [
        (one.document.url, one.document.sha256, one.came_from, one.document.id) for one in whole
    ]
    assert all(HEADLINE in text and FIRST in text for text in sieve.asked)


def test_what_a_sieve_lets_through_is_read_as_without_one(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(b"".join(RECORDS))
    (piece,) = pieces(path, 100)
    whole = list(read_inputs([path]))
    sifted = list(read_piece(piece, sieve=Stopping(passing=True)))
    assert all(isinstance(one, Reading) and one.sifted for one in sifted)
    assert [replace(one, sifted=False) for one in sifted if isinstance(one, Reading)] == whole


def test_what_is_kept_already_is_read_again_and_not_judged(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(b"".join(RECORDS))
    (piece,) = pieces(path, 100)
    whole = list(read_inputs([path]))
    sieve = Stopping(kept=frozenset(one.document.sha256 for one in whole if isinstance(one, Reading)))
    assert list(read_piece(piece, sieve=sieve)) == whole
    assert sieve.asked == []
    assert sieve.stopped == []


@pytest.mark.parametrize("files", [False, True])
def test_single_files_are_judged_only_when_that_is_asked(files: bool, tmp_path: Path) -> None:
    for name, data in (("a.html", page(FIRST)), ("b.txt", FIRST.encode())):
        path = tmp_path / name
        path.write_bytes(data)
        sieve = Stopping(files=files)
        assert len(list(read_inputs([path], sieve=sieve))) == (not files)
        assert [one.why for one in sieve.stopped] == ["gate"] * files


def test_a_page_that_shows_the_fast_reader_nothing_is_read_with_care(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(b"<html><head><title>Rain</title></head><body><p>Rain fell.</p></body></html>")
    assert len(list(read_inputs([path], sieve=Stopping(files=True)))) == 1
