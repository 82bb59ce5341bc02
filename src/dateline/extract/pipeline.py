"""The way of a page through the house of extraction: repair, parse, recognise, assemble, check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dateline.extract import person, place, source, time
from dateline.extract.assemble.drafts import Refused, after_others, drafts_of
from dateline.extract.assemble.fill import fill
from dateline.extract.claims import claims_of
from dateline.extract.draft import Draft, Page
from dateline.extract.gate import carries, may_pass
from dateline.extract.mentions import mentions_of
from dateline.extract.reach import within_reach
from dateline.extract.repair import Working
from dateline.extract.sheet import Sheet, batches, parse_pieces, sheet_of
from dateline.model import Document, Extraction, Refusal

_DOCUMENTS = 128
"""Documents parsed together at most: enough for the parser to work at speed, few enough for memory to stay flat."""
_LONGEST = 400_000
"""Code points at which a batch is closed."""


def extract_pages(
    documents: Iterable[Document], extractor: str, *, mentions: bool, explain: bool, gate: bool = True
) -> Iterator[Extraction]:
    """Extracts page after page, parsing in batches across pages.

    With `gate`, and unless `mentions` or `explain` ask for the whole page, a page that cannot carry a figure is not
    parsed; of the others first what may carry one, and where it does, what the rules look at around it.
    """
    gate = gate and not mentions and not explain
    for batch in batches(documents, _DOCUMENTS, _LONGEST):
        sheets = _told(batch) if gate else _whole(batch)
        for document, sheet in zip(batch, sheets, strict=True):
            yield (
                _extraction(sheet, extractor, mentions=mentions, explain=explain)
                if sheet is not None
                else Extraction(document, ())
            )


def _whole(batch: Sequence[Document]) -> list[Sheet | None]:
    """The sheets of a batch, parsed whole."""
    sheets: list[Sheet | None] = [sheet_of(document) for document in batch]
    parse_pieces((sheet, range(len(sheet.pieces))) for sheet in sheets if sheet is not None)
    return sheets


def _told(batch: Sequence[Document]) -> list[Sheet | None]:
    """The sheets of a batch, parsed around what they tell; None for a document that tells no figure."""
    sheets = [sheet_of(document) if may_pass(document.text) else None for document in batch]
    hopeful = [(sheet, _hopeful(sheet)) for sheet in sheets if sheet is not None]
    parse_pieces(hopeful)
    telling = [(sheet, [at for at in pieces if _tells(sheet, at)]) for sheet, pieces in hopeful]
    parse_pieces((sheet, within_reach(pieces, len(sheet.pieces), sheet.words)) for sheet, pieces in telling if pieces)
    kept = {id(sheet) for sheet, pieces in telling if pieces}
    return [sheet if id(sheet) in kept else None for sheet in sheets]


def _hopeful(sheet: Sheet) -> list[int]:
    sheet.hopeful = [at for at in range(len(sheet.pieces)) if carries(sheet.words(at))]
    return sheet.hopeful


def _tells(sheet: Sheet, at: int) -> bool:
    alone = {sentence.start: drafts_of(sentence) for sentence in sheet.parsed(at)}
    sheet.alone.update(alone)
    return any(drafts for drafts, _ in alone.values())


def _extraction(sheet: Sheet, extractor: str, *, mentions: bool, explain: bool) -> Extraction:
    document, working, sentences = sheet.document, sheet.working, sheet.sentences()
    drafts: list[Draft] = []
    refused: list[Refused] = []
    for sentence in filter(sheet.may_tell(), sentences):
        alone = sheet.alone.get(sentence.start)
        found, without = drafts_of(sentence, drafts) if alone is None else after_others(sentence, alone, drafts)
        drafts += found
        refused += without
    page = Page(document, working.text, tuple(sentences), drafts=tuple(drafts))
    if page.drafts or mentions:
        page = recognized(page)
    claims = claims_of(page, working, fill(page), _private(page), extractor)
    return Extraction(
        document,
        tuple(claims),
        mentions_of(page, working) if mentions else (),
        tuple(_refusal(document, working, r) for r in refused) if explain else (),
    )


def _private(page: Page) -> list[tuple[int, int]]:
    """The spans of private persons on a page with claims; the dearer search runs on the sentences that carry them."""
    carrying = {draft.sentence.index for draft in page.drafts}
    return person.find(page, [s for s in page.sentences if s.index in carrying]) if carrying else []


def recognized(page: Page) -> Page:
    """The page with its times, sources and places found and resolved."""
    dated, by = time.page_date(page.text, page.document.published)
    attributions = tuple(source.recognize(page.sentences))
    words = tuple(place.country_words(page.text))
    home = place.home_of(page.document.publisher, page.document.url)
    names = place.recognize(page.sentences, [(a.start, a.end) for a in attributions])
    return replace(
        page,
        dated=dated,
        dated_by=by,
        timexes=time.timexes(_within_reach(page), page.sentences, dated, by, lang=page.document.lang),
        attributions=attributions,
        countries=words,
        toponyms=tuple(place.resolve(names, [code for _, _, code in words], page.text, home)),
    )


def _within_reach(page: Page) -> str:
    """The page's text with blanks for what lies too far from any figure for its times to be asked for."""
    parts: list[str] = []
    done = 0
    for sentence in page.sentences:
        if not sentence.parsed:
            parts += [page.text[done : sentence.start], " " * (sentence.end - sentence.start)]
            done = sentence.end
    return "".join([*parts, page.text[done:]])


def _refusal(document: Document, working: Working, refused: Refused) -> Refusal:
    start, end = working.canonical(refused.start, refused.end)
    return Refusal(document.text[start:end], start, end, refused.reason)
