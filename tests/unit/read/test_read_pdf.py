"""PDF: paragraphs out of lines, with the page of every word; what cannot be read is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from papers import lines, pdf

from dateline.errors import EmptyInput, InputError, UnreadableInput
from dateline.model.part import page_at
from dateline.model.reading import Problem, Reading
from dateline.read import read_bytes, read_inputs

ONE = lines("At least twelve people were killed in the town of Anor on Monday", "when a dam above the river gave way.")
TWO = lines("More than 300 families fled to the hills, and about forty peo-", "ple were found on the roof.", top=710)


def test_lines_are_joined_and_paragraphs_parted() -> None:
    document = read_bytes(pdf([*ONE, *TWO]), name="report.pdf").document
    assert document.text == (
        "At least twelve people were killed in the town of Anor on Monday when a dam above the river gave way.\n\n"
        "More than 300 families fled to the hills, and about forty people were found on the roof."
    )


def test_every_word_has_its_page() -> None:
    document = read_bytes(pdf(ONE, TWO, lines("Nothing more.")), name="report.pdf").document
    places = {words: page_at(document.parts, document.text.index(words)) for words in ("At least", "300", "Nothing")}
    assert places == {"At least": "1", "300": "2", "Nothing": "3"}
    assert [part.kind for part in document.parts] == ["page"] * 3


def test_a_sentence_runs_on_over_the_end_of_a_page() -> None:
    document = read_bytes(pdf(lines("More than 300"), lines("families fled.")), name="report.pdf").document
    assert document.text == "More than 300 families fled."
    assert page_at(document.parts, document.text.index("families")) == "2"


def test_the_tallest_words_are_the_title() -> None:
    head = [("Dam break in Anor", 60, 800, 22)]
    reading = read_bytes(pdf([*head, *ONE, *TWO]), name="report.pdf")
    assert reading.document.title == "Dam break in Anor"
    assert reading.document.text.startswith("Dam break in Anor\n\nAt least twelve")
    assert reading.media_type == "application/pdf"


def test_the_declared_title_counts_where_the_page_shows_it() -> None:
    assert read_bytes(pdf(ONE, title="Microsoft Word - draft2"), name="r").document.title is None
    shown = pdf([*lines("Flood update"), *lines(*(words for words, *_ in ONE), top=700)], title="Flood update")
    assert read_bytes(shown, name="r").document.title == "Flood update"


def test_headers_and_numbers_of_pages_are_left_out() -> None:
    pages = [
        [("Seld Relief weekly", 60, 810, 9), *lines(f"Families fled from quarter {n}."), (f"Page {n} of 4", 60, 30, 9)]
        for n in "1234"
    ]
    text = read_bytes(pdf(*pages), name="report.pdf").document.text
    assert "weekly" not in text
    assert "Page" not in text
    assert "quarter 3" in text


def test_dates_and_authors_of_the_file_are_not_taken() -> None:
    document = read_bytes(pdf(ONE), name="report.pdf").document
    assert (document.published, document.publisher) == (None, None)


@pytest.mark.parametrize(
    ("data", "error"),
    [(pdf([]), EmptyInput), (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", UnreadableInput), (pdf(ONE)[:200], InputError)],
    ids=["a scan", "cut behind its first line", "cut"],
)
def test_what_holds_no_text_is_named(data: bytes, error: type[InputError]) -> None:
    with pytest.raises(error):
        read_bytes(data, name="report.pdf")


def test_a_folder_goes_on_behind_a_bad_pdf(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 broken")
    (tmp_path / "b.pdf").write_bytes(pdf(ONE))
    problem, reading = read_inputs([tmp_path])
    assert isinstance(problem, Problem)
    assert isinstance(reading, Reading)
