"""Archives of the web: pages are documents, the rest is passed over, and a cut is named with its place."""

from __future__ import annotations

import gzip
import io
import zlib
from pathlib import Path

import pytest
from archives import packed, record, wacz
from saved_pages import FIRST, HEADLINE, PARAGRAPHS, page

from dateline.model.reading import Problem, Reading
from dateline.read import MAX_DOCUMENT_BYTES, read_inputs

ONE = record("https://courier.example/dam", page())
TWO = record("https://courier.example/after", page(*reversed(PARAGRAPHS)))


class Pipe(io.RawIOBase):
    """A stream that cannot go back and gives little at a time."""

    def __init__(self, data: bytes) -> None:
        self._data = io.BytesIO(data)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        piece = self._data.read(min(len(buffer), 1_000))
        buffer[: len(piece)] = piece
        return len(piece)


def read(data: bytes) -> tuple[list[Reading], list[Problem]]:
    results = list(read_inputs(["-"], stdin=io.BytesIO(data)))
    readings = [one for one in results if isinstance(one, Reading)]
    return readings, [one for one in results if isinstance(one, Problem)]


@pytest.mark.parametrize("data", [ONE + TWO, packed(ONE, TWO), gzip.compress(ONE + TWO)], ids=["warc", "gz", "one gz"])
def test_each_page_is_a_document_under_its_address(data: bytes) -> None:
    readings, problems = read(data)
    assert problems == []
    assert [one.document.url for one in readings] == ["https://courier.example/dam", "https://courier.example/after"]
    assert [one.document.name for one in readings] == [one.document.url for one in readings]
    assert readings[0].document.title == HEADLINE
    assert FIRST in readings[0].document.text
    assert readings[0].original == page()
    assert readings[1].came_from.startswith("- record at byte ")


def test_the_day_of_the_crawl_is_no_publication() -> None:
    readings, _ = read(ONE)
    assert readings[0].document.published is None


def test_the_same_archive_through_a_pipe() -> None:
    through = list(read_inputs(["-"], stdin=io.BufferedReader(Pipe(packed(ONE, TWO)))))
    assert [one.document for one in through if isinstance(one, Reading)] == [
        one.document for one in read(packed(ONE, TWO))[0]
    ]


def test_what_is_no_page_is_passed_over() -> None:
    others = (
        record("https://courier.example/a.png", b"\x89PNG\r\n", media_type="image/png"),
        record("https://courier.example/gone", page(), status="404 Not Found"),
        record("https://courier.example/moved", b"", status="301 Moved Permanently"),
        record("https://courier.example/dam", b"", kind="request"),
    )
    readings, problems = read(b"".join((*others, ONE)))
    assert len(readings) == 1
    assert problems == []


def test_revisits_are_counted_and_named() -> None:
    again = record("https://courier.example/dam", b"", kind="revisit")
    readings, (problem,) = read(ONE + again + again)
    assert len(readings) == 1
    assert problem.message.startswith("2 revisit record(s)")


def test_packed_answers_are_unpacked() -> None:
    body = gzip.compress(page())
    readings, problems = read(record("https://courier.example/dam", body, encoding="gzip"))
    assert problems == []
    assert FIRST in readings[0].document.text


def test_the_servers_charset_is_heard() -> None:
    body = f"<html><body><p>{FIRST} «Łódź»</p></body></html>".encode("iso8859-2", "replace")
    readings, _ = read(record("https://courier.example/pl", body, media_type="text/html; charset=iso-8859-2"))
    assert "Łódź" in readings[0].document.text


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ((ONE + TWO)[:-300], len(ONE)),
        ((ONE + TWO)[: len(ONE) + 60], len(ONE)),
        (packed(ONE, TWO)[:-40], len(packed(ONE))),
        (packed(ONE, TWO)[: len(packed(ONE)) + 5], 0),
        (ONE + b"no record at all\r\n" * 30 + TWO, 0),
    ],
    ids=["in the page", "in the header", "packed", "behind the first byte", "damaged"],
)
def test_of_a_cut_archive_the_whole_records_are_read(data: bytes, place: int) -> None:
    readings, (problem,) = read(data)
    assert [one.document.url for one in readings] == ["https://courier.example/dam"]
    assert f"byte {place:,}" in problem.message
    assert problem.advice


def test_a_page_that_unpacks_to_too_much_is_refused_and_the_rest_read() -> None:
    bomb = zlib.compress(b"x" * (3 * MAX_DOCUMENT_BYTES), 9)
    readings, (problem,) = read(record("https://courier.example/bomb", bomb, encoding="deflate") + ONE)
    assert problem.error == "TooLarge"
    assert "courier.example/bomb" in problem.input
    assert len(readings) == 1


def test_an_archive_without_pages_is_no_error() -> None:
    info = record("https://courier.example/", b"", kind="warcinfo")
    assert read(info) == ([], [])


def test_a_wacz_holds_archives(tmp_path: Path) -> None:
    path = tmp_path / "crawl.wacz"
    path.write_bytes(wacz(data_warc_gz=packed(ONE), more_warc=TWO))
    readings = [one for one in read_inputs([path]) if isinstance(one, Reading)]
    assert [one.document.url for one in readings] == ["https://courier.example/dam", "https://courier.example/after"]
    assert "archive/data.warc.gz record at byte 0" in readings[0].came_from


@pytest.mark.parametrize("data", [wacz(), wacz(data_warc_gz=packed(ONE))[:-50]], ids=["no archive", "cut"])
def test_a_wacz_that_holds_nothing_is_named(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "crawl.wacz"
    path.write_bytes(data)
    (problem,) = read_inputs([path])
    assert isinstance(problem, Problem)
    assert problem.error == "UnreadableInput"


def test_a_cut_archive_in_a_wacz_says_where(tmp_path: Path) -> None:
    path = tmp_path / "crawl.wacz"
    path.write_bytes(wacz(data_warc=(ONE + TWO)[:-300]))
    reading, problem = read_inputs([path])
    assert isinstance(reading, Reading)
    assert isinstance(problem, Problem)
    assert f"byte {len(ONE):,}" in problem.message
