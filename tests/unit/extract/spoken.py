"""What the tests of statements ask of a text: its page, its drafts, and who says what. Short forms to compare."""

from __future__ import annotations

from typing import NamedTuple

from dateline.extract.draft import Page
from dateline.extract.pipeline import recognized
from dateline.extract.sheet import parse_pieces, sheet_of
from dateline.extract.statement import StatementDraft, statements
from dateline.model import Document
from dateline.model.ids import document_id, sha256_of


class Told(NamedTuple):
    speaker: str | None
    cue: str | None
    content: tuple[str, ...]


def page_of(text: str) -> Page:
    sha256 = sha256_of(text.encode())
    sheet = sheet_of(Document("page", document_id(sha256, None, None), sha256, text, lang="en"))
    parse_pieces([(sheet, range(len(sheet.pieces)))])
    return recognized(Page(sheet.document, sheet.working.text, tuple(sheet.sentences())))


def drafts_of(text: str) -> list[StatementDraft]:
    return statements(page_of(text))


def told(text: str) -> list[Told]:
    page = page_of(text)

    def words(span: tuple[int, int] | None) -> str | None:
        return page.text[span[0] : span[1]] if span else None

    return [
        Told(words(d.speaker), words(d.cue), tuple(page.text[a:b] for a, b in d.parts or (d.content,)))
        for d in statements(page)
    ]
