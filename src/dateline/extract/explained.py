"""The places of one document, explained: `dateline gazetteer find NAME --in PAGE`."""

from __future__ import annotations

from dateline.extract import place, source
from dateline.extract.place.explain import Explained, explained
from dateline.extract.place.resolve import decide
from dateline.extract.sheet import parse_pieces, sheet_of
from dateline.model import Document


def explain_place(document: Document, name: str) -> list[Explained]:
    """How the document's names that read as `name` were resolved, as extraction resolves them; [] where none does."""
    sheet = sheet_of(document)
    parse_pieces([(sheet, range(len(sheet.pieces)))])
    sentences = sheet.sentences()
    names = place.recognize(sentences, [(a.start, a.end) for a in source.recognize(sentences)])
    codes = [code for _, _, code in place.country_words(sheet.working.text)]
    home = place.home_of(document.publisher, document.url, sheet.working.text)
    return explained(names, decide(names, codes, sheet.working.text, home), name)
