"""DOCX: what a reader of the document sees, and nothing that unpacks to more than is allowed."""

from __future__ import annotations

import io
import zipfile

import pytest
from papers import docx, paragraph
from saved_pages import FIRST, HEADLINE, SECOND

from dateline.errors import EmptyInput, InputError, TooLarge, UnreadableInput
from dateline.read import limits, read_bytes


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{paragraph(words)}</w:tc>' for words in cells)}</w:tr>"


def test_paragraphs_and_rows_are_read_under_the_title() -> None:
    table = f"<w:tbl>{row('Town', 'Displaced')}{row('Anor', '1,200')}</w:tbl>"
    reading = read_bytes(docx(paragraph(HEADLINE, "Title"), paragraph(FIRST), table, paragraph(SECOND)), name="a.docx")
    assert reading.document.title == HEADLINE
    assert reading.document.text == f"{HEADLINE}\n\n{FIRST}\n\nTown | Displaced\n\nAnor | 1,200\n\n{SECOND}"
    assert reading.media_type.endswith("wordprocessingml.document")


def test_a_declared_title_counts_where_the_document_shows_it() -> None:
    body = (paragraph(HEADLINE), paragraph(FIRST))
    assert read_bytes(docx(*body, title=HEADLINE), name="a").document.title == HEADLINE
    assert read_bytes(docx(*body, title="Template 3"), name="a").document.title is None


def test_deleted_words_and_codes_are_not_read() -> None:
    deleted = "<w:p><w:del><w:r><w:delText>Forty</w:delText></w:r></w:del><w:r><w:t>Twelve died.</w:t></w:r></w:p>"
    code = "<w:p><w:r><w:instrText>LINK x</w:instrText></w:r><w:r><w:t>Two</w:t><w:tab/><w:t>fled.</w:t></w:r></w:p>"
    assert read_bytes(docx(deleted, code), name="a").document.text == "Twelve died.\n\nTwo fled."


def test_a_file_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.read.docx.MAX_DOCX_XML", 100_000)
    with pytest.raises(TooLarge):
        read_bytes(docx(paragraph("x" * 1_000_000)), name="a.docx")
    assert limits.MAX_DOCX_XML >= 1_000_000


@pytest.mark.parametrize("cut", [200, 60, 5])
def test_a_cut_file_is_named(cut: int) -> None:
    with pytest.raises(InputError):
        read_bytes(docx(paragraph(FIRST))[:-cut], name="a.docx")


def test_an_empty_document_and_deep_nesting_are_refused() -> None:
    with pytest.raises(EmptyInput):
        read_bytes(docx(paragraph("")), name="a.docx")
    with pytest.raises(UnreadableInput):
        read_bytes(docx("<w:sdt>" * 3_000 + paragraph(FIRST) + "</w:sdt>" * 3_000), name="a.docx")


def test_another_packed_file_is_named_for_what_it_is() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr("xl/workbook.xml", "<x/>")
    with pytest.raises(UnreadableInput, match="ZIP archive"):
        read_bytes(buffer.getvalue(), name="a.xlsx")
