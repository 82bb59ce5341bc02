"""The way of a page through the house of extraction: repair, parse, recognise, assemble, check."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from dateline.extract import besides, event, person, place, source, statement, time
from dateline.extract.actor import Bodies
from dateline.extract.assemble.drafts import Refused, after_others, counts_listed, drafts_of, refused_as_points
from dateline.extract.assemble.fill import fill
from dateline.extract.besides import Why
from dateline.extract.carried import placed
from dateline.extract.claims import Canonical, claims_of
from dateline.extract.draft import Draft, Page
from dateline.extract.gate import carries, may_pass, names_crisis, of_a_field, says, tells
from dateline.extract.mentions import mentions_of
from dateline.extract.reach import within_reach
from dateline.extract.repair import Working
from dateline.extract.sheet import Sheet, batches, parse_pieces, sheet_of
from dateline.garbage import collected_later
from dateline.model import Claim, Document, Extraction, Refusal
from dateline.model.told import carrier_of
from dateline.model.words import KINDS, Kind, Kinds

_DOCUMENTS = 128
"""Documents parsed together at most: enough for the parser to work at speed, few enough for memory to stay flat."""
_LONGEST = 400_000
"""Code points at which a batch is closed."""


def extract_pages(
    documents: Iterable[Document],
    extractor: str,
    *,
    mentions: bool,
    explain: bool,
    gate: bool = True,
    kinds: Kinds = KINDS,
) -> Iterator[Extraction]:
    """Extracts page after page, parsing in batches across pages; `kinds` are the kinds of claims that are wanted.

    With `gate`, and unless `mentions` or `explain` ask for the whole page, a page that cannot carry a claim is not
    parsed; of the others first what may carry a figure, and where it does, what the rules look at around it, and of a
    page that names a crisis what may tell an event.
    """
    gate = gate and not mentions and not explain
    for batch in batches(documents, _DOCUMENTS, _LONGEST):
        with collected_later():
            sheets = _told(batch, kinds) if gate else _whole(batch, kinds)
        for document, sheet in zip(batch, sheets, strict=True):
            with collected_later():
                extraction = (
                    _extraction(sheet, extractor, kinds, mentions=mentions, explain=explain)
                    if sheet is not None
                    else Extraction(document, ())
                )
            yield extraction


def _whole(batch: Sequence[Document], kinds: Kinds) -> list[Sheet | None]:
    """The sheets of a batch, parsed whole."""
    sheets: list[Sheet | None] = [_sheet(document, crisis=_is_crisis(document, kinds)) for document in batch]
    parse_pieces((sheet, range(len(sheet.pieces))) for sheet in sheets if sheet is not None)
    return sheets


def _told(batch: Sequence[Document], kinds: Kinds) -> list[Sheet | None]:
    """The sheets of a batch, parsed around what they tell; None for a document that tells nothing."""
    crises = [_is_crisis(document, kinds) for document in batch]
    sheets = [
        _sheet(document, crisis=crisis) if crisis or may_pass(document.text) else None
        for document, crisis in zip(batch, crises, strict=True)
    ]
    hopeful = [(sheet, _hopeful(sheet)) for sheet in sheets if sheet is not None]
    parse_pieces(hopeful)
    telling = [(sheet, [at for at in pieces if _tells(sheet, at)]) for sheet, pieces in hopeful]
    parse_pieces((sheet, within_reach(pieces, len(sheet.pieces), sheet.words)) for sheet, pieces in telling if pieces)
    kept = {id(sheet) for sheet, pieces in telling if pieces}
    eventful = [
        (sheet, [at for at in range(len(sheet.pieces)) if tells(sheet.words(at)) or says(sheet.words(at))])
        for sheet in sheets
        if sheet is not None and sheet.crisis
    ]
    parse_pieces((sheet, within_reach(pieces, len(sheet.pieces), sheet.words)) for sheet, pieces in eventful if pieces)
    kept |= {id(sheet) for sheet, pieces in eventful if pieces}
    return [sheet if id(sheet) in kept else None for sheet in sheets]


def _is_crisis(document: Document, kinds: Kinds) -> bool:
    """Whether the page is read for more than figures."""
    return any(kind != "figure" for kind in kinds) and names_crisis(document.text)


def _sheet(document: Document, *, crisis: bool) -> Sheet:
    return sheet_of(document, crisis=crisis, borrows=not crisis and of_a_field(document.text))


def _hopeful(sheet: Sheet) -> list[int]:
    sheet.hopeful = [at for at in range(len(sheet.pieces)) if carries(sheet.words(at), listed=sheet.borrows)]
    return sheet.hopeful


def _tells(sheet: Sheet, at: int) -> bool:
    alone = {sentence.start: drafts_of(sentence) for sentence in sheet.parsed(at)}
    sheet.alone.update(alone)
    return any(drafts for drafts, _ in alone.values())


def _extraction(sheet: Sheet, extractor: str, kinds: Kinds, *, mentions: bool, explain: bool) -> Extraction:
    document, working, sentences = sheet.document, sheet.working, sheet.sentences()
    drafts: list[Draft] = []
    refused: list[Refused] = []
    for sentence in filter(sheet.may_tell(), sentences):
        alone = sheet.alone.get(sentence.start)
        found, without = drafts_of(sentence, drafts) if alone is None else after_others(sentence, alone, drafts)
        points = [draft for draft in found if sheet.borrows and not counts_listed(draft)]
        drafts += [draft for draft in found if draft not in points]
        refused += [*without, *map(refused_as_points, points)]
    page = Page(document, working.text, tuple(sentences), drafts=tuple(drafts))
    crisis = sheet.crisis
    if page.drafts or mentions or crisis:
        page = recognized(page)
    events = event.events(page) if crisis and "event" in kinds else []
    said = statement.statements(page) if crisis and "statement" in kinds else []
    why: list[Why] = [(r.start, r.end, r.reason, "figure") for r in refused]
    if explain:
        why += [w for w in besides.refused(page, events, said, crisis=crisis) if w[-1] in kinds]
    return Extraction(
        document,
        tuple(_claims(page, working, extractor, kinds, events, said)),
        mentions_of(page, working) if mentions else (),
        tuple(_refusal(document, working, *one) for one in sorted(why)) if explain else (),
    )


def _claims(
    page: Page,
    working: Working,
    extractor: str,
    kinds: Kinds,
    events: Sequence[event.EventDraft],
    said: Sequence[statement.StatementDraft],
) -> list[Claim]:
    """The claims of a page in reading order, figures before what else a sentence tells."""
    carrying = {draft.sentence.index for draft in page.drafts} | {draft.sentence.index for draft in events}
    private = _private(page, carrying | statement.sentences_of(said, page))
    at = Canonical(page.document, working, Bodies(page))
    persons = [at.span(start, end) for start, end in private]
    claims = claims_of(page, at, fill(page), private, extractor) if "figure" in kinds else []
    claims += statement.claims_of(statement.fill(said, page), at, persons, extractor)
    claims += event.claims_of(event.fill(events, page), at, persons, extractor)
    claims = placed(claims, page.document.parts)
    return sorted(claims, key=lambda claim: (claim.excerpt.start, KINDS.index(claim.kind), carrier_of(claim)))


def _private(page: Page, carrying: Collection[int]) -> list[tuple[int, int]]:
    """The spans of private persons on a page with claims; the dearer search runs on the sentences that carry them."""
    return person.find(page, [s for s in page.sentences if s.index in carrying]) if carrying else []


def recognized(page: Page) -> Page:
    """The page with its times, sources and places found and resolved."""
    dated, by = time.page_date(page.text, page.document.published)
    later = time.dispatches(page.text, dated)
    actors = source.actors_on(page.text)
    attributions = tuple(source.recognize(page.sentences, actors))
    words = tuple(place.country_words(page.text))
    home = place.home_of(page.document.publisher, page.document.url, page.text)
    names = place.recognize(page.sentences, [(a.start, a.end) for a in attributions])
    return replace(
        page,
        actors=actors,
        dated=dated,
        dated_by=by,
        dispatches=later,
        timexes=time.timexes(_within_reach(page), page.sentences, dated, by, lang=page.document.lang, later=later),
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


def _refusal(document: Document, working: Working, start: int, end: int, reason: str, kind: Kind) -> Refusal:
    start, end = working.canonical(start, end)
    return Refusal(document.text[start:end], start, end, reason, kind)
