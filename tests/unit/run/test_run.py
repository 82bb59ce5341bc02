"""Wiring: order, batches, problems as data. The extractor is replaced where its findings do not matter."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

import dateline.extract
from dateline.errors import GazetteerMissing, InputError, LedgerReadOnly
from dateline.ledger import open_ledger
from dateline.model import Document, Extraction
from dateline.model.reading import Problem, Reading
from dateline.run import Unwatched, add_inputs, extract_inputs
from dateline.run.batches import CHARACTERS, DOCUMENTS, batches


def reading(name: str, text: str = "Rain.") -> Reading:
    return Reading(Document(name, name, name, text), text.encode(), name, "text/plain")


def files(folder: Path, *names: str) -> list[Path]:
    paths = [folder / name for name in names]
    for path in paths:
        path.write_text(f"Rain fell on {path.stem}.", encoding="utf-8")
    return paths


class Watch(Unwatched):
    """Writes down what it is told."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def read(self, reading: Reading) -> None:
        self.told.append(f"read {reading.document.name}")

    def done(self, document: Document, claims: int, *, new: bool) -> None:
        self.told.append(f"done {document.name} {'new' if new else 'known'}")

    def failed(self, problem: Problem) -> None:
        self.told.append(f"failed {Path(problem.input).name}")


def broken_on(bad: str) -> object:
    """An extractor that cannot stand one page, and with it loses its whole batch."""

    def extract_all(documents: Iterable[Document], **_: bool) -> Iterator[Extraction]:
        for document in documents:
            if bad in document.text:
                raise ValueError(f"words of the page: {document.text}")
            yield Extraction(document, ())

    return extract_all


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """An extractor that finds nothing."""
    replace_extractor(monkeypatch, "never")


def replace_extractor(monkeypatch: pytest.MonkeyPatch, bad: str) -> None:
    extract_all = broken_on(bad)
    monkeypatch.setattr(dateline.extract, "extract_all", extract_all)
    monkeypatch.setattr(dateline.extract, "extract", lambda document, **kw: next(extract_all([document])))  # type: ignore[operator]


def test_batches_are_bounded_in_documents_and_in_characters() -> None:
    many = [reading(str(i)) for i in range(2 * DOCUMENTS + 1)]
    assert [len(batch) for batch in batches(many, Unwatched()) if isinstance(batch, list)] == [DOCUMENTS, DOCUMENTS, 1]
    long = [reading("a", "x" * CHARACTERS), reading("b"), reading("c")]
    assert [len(batch) for batch in batches(long, Unwatched()) if isinstance(batch, list)] == [1, 2]


def test_batches_are_lazy() -> None:
    def endless() -> Iterator[Reading]:
        while True:
            yield reading("again")

    assert next(batches(endless(), Unwatched()))


def test_outcomes_come_in_the_order_of_the_inputs(tmp_path: Path, quick: None) -> None:
    a, b = files(tmp_path, "a.txt", "b.txt")
    outcomes = list(extract_inputs([a, tmp_path / "absent.txt", b]))
    kinds = [type(outcome).__name__ for outcome in outcomes]
    assert kinds == ["Extraction", "Problem", "Extraction"]


def test_one_bad_page_costs_its_neighbours_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace_extractor(monkeypatch, "fell on b")
    watch = Watch()
    outcomes = list(extract_inputs(files(tmp_path, "a.txt", "b.txt", "c.txt"), progress=watch))
    (problem,) = [outcome for outcome in outcomes if isinstance(outcome, Problem)]
    assert problem.input == "b.txt"
    assert "ValueError" in problem.message
    assert "words of the page" not in problem.message
    assert watch.told[-3:] == ["done a.txt new", "failed b.txt", "done c.txt new"]


def test_what_is_not_installed_stops_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def extract_all(documents: Iterable[Document], **_: bool) -> Iterator[Extraction]:
        raise GazetteerMissing("build it")

    monkeypatch.setattr(dateline.extract, "extract_all", extract_all)
    with pytest.raises(GazetteerMissing):
        list(extract_inputs(files(tmp_path, "a.txt")))


def test_unwanted_documents_are_not_extracted(tmp_path: Path, quick: None) -> None:
    a, b = files(tmp_path, "a.txt", "b.txt")
    outcomes = list(extract_inputs([a, b], wanted=lambda document: document.name == "b.txt"))
    assert [outcome.document.name for outcome in outcomes if isinstance(outcome, Extraction)] == ["b.txt"]


def test_standard_input(quick: None) -> None:
    (outcome,) = extract_inputs(["-"], stdin=io.BytesIO(b"Rain fell."))
    assert isinstance(outcome, Extraction)
    assert outcome.document.text == "Rain fell."


def test_a_bad_date_is_raised_before_anything_is_read(tmp_path: Path, quick: None) -> None:
    with pytest.raises(InputError):
        list(extract_inputs(files(tmp_path, "a.txt"), published="yesterday"))


def test_adding_twice_adds_nothing(tmp_path: Path, quick: None) -> None:
    inputs = files(tmp_path, "a.txt", "b.txt")
    first = add_inputs(inputs, tmp_path / "l.db")
    watch = Watch()
    again = add_inputs(inputs, tmp_path / "l.db", progress=watch)
    assert (first.new, first.unchanged) == (2, 0)
    assert (again.new, again.unchanged, again.documents) == (0, 2, 2)
    assert watch.told[-1] == "done b.txt known"


def test_a_known_document_is_not_extracted_again(tmp_path: Path, quick: None, monkeypatch: pytest.MonkeyPatch) -> None:
    inputs = files(tmp_path, "a.txt")
    add_inputs(inputs, tmp_path / "l.db")
    replace_extractor(monkeypatch, "fell on a")
    assert add_inputs(inputs, tmp_path / "l.db").problems == ()


def test_a_newer_extractor_reads_again(tmp_path: Path, quick: None, monkeypatch: pytest.MonkeyPatch) -> None:
    inputs = files(tmp_path, "a.txt")
    add_inputs(inputs, tmp_path / "l.db")
    monkeypatch.setattr(dateline.extract, "EXTRACTOR", "rules 99")
    add_inputs(inputs, tmp_path / "l.db")
    with open_ledger(tmp_path / "l.db") as ledger:
        assert [document.extractor for document in ledger.documents()] == ["rules 99"]


def test_the_same_page_twice_in_one_run_is_one_document(tmp_path: Path, quick: None) -> None:
    (page,) = files(tmp_path, "a.txt")
    summary = add_inputs([page, page], tmp_path / "l.db")
    assert (summary.new, summary.unchanged) == (1, 1)


def test_copies_under_other_names_and_dates_add_nothing_either_time(tmp_path: Path, quick: None) -> None:
    rows = tmp_path / "feed.jsonl"
    rows.write_text('{"id": 1, "text": "Rain."}\n{"id": 2, "text": "Rain.", "published": "2031-03-05"}\n')
    (tmp_path / "copy.txt").write_text("Rain.")
    inputs = [rows, tmp_path / "copy.txt"]
    with open_ledger(tmp_path / "l.db") as ledger:
        first = add_inputs(inputs, ledger)
        entries = len(list(ledger.audit()))
        again = add_inputs([tmp_path / "copy.txt", rows], ledger)
        assert (first.new, first.unchanged) == (1, 2)
        assert (again.new, again.reread, again.unchanged) == (0, 0, 3)
        assert len(list(ledger.audit())) == entries


def test_a_purged_document_stays_out(tmp_path: Path, quick: None) -> None:
    inputs = files(tmp_path, "a.txt")
    with open_ledger(tmp_path / "l.db") as ledger:
        add_inputs(inputs, ledger)
        ledger.purge(next(iter(ledger.documents())).document.id, by="R. Analyst", why="asked to")
        summary = add_inputs(inputs, ledger)
    assert summary.documents == 0
    assert "purged" in summary.problems[0].message


def test_a_ledger_that_cannot_be_written_is_said_before_work(tmp_path: Path, quick: None) -> None:
    with pytest.raises(LedgerReadOnly):
        add_inputs(files(tmp_path, "a.txt"), tmp_path / "no such folder" / "l.db")
