"""The way of a page through the house of extraction: repair, parse, recognise, assemble, check."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.extract import person, place, source, time
from dateline.extract.assemble.drafts import Refused, drafts_of
from dateline.extract.assemble.fill import fill
from dateline.extract.claims import claims_of
from dateline.extract.draft import Draft, Page
from dateline.extract.mentions import mentions_of
from dateline.extract.parse import parse_pages
from dateline.extract.repair import Working, repair
from dateline.extract.sentence import Sentence
from dateline.model import Document, Extraction, Refusal


def extract_pages(
    documents: Iterable[Document], extractor: str, *, mentions: bool, explain: bool
) -> Iterator[Extraction]:
    """Extracts page after page; parses in batches across pages."""
    waiting: deque[tuple[Document, Working]] = deque()

    def pages() -> Iterator[tuple[Working, int]]:
        for document in documents:
            working = repair(document.text)
            waiting.append((document, working))
            yield working, _title_end(document, working)

    for sentences in parse_pages(pages()):
        document, working = waiting.popleft()
        yield _extraction(document, working, sentences, extractor, mentions=mentions, explain=explain)


def _title_end(document: Document, working: Working) -> int:
    title = document.title
    if not title or not document.text.startswith(title):
        return 0
    return working.working(0, len(title))[1]


def _extraction(
    document: Document, working: Working, sentences: list[Sentence], extractor: str, *, mentions: bool, explain: bool
) -> Extraction:
    drafts: list[Draft] = []
    refused: list[Refused] = []
    for sentence in sentences:
        found, without = drafts_of(sentence, drafts)
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
    names = place.recognize(page.sentences, [(a.start, a.end) for a in attributions])
    return replace(
        page,
        dated=dated,
        dated_by=by,
        timexes=time.timexes(page.text, page.sentences, dated, by),
        attributions=attributions,
        countries=words,
        toponyms=tuple(place.resolve(names, [code for _, _, code in words])),
    )


def _refusal(document: Document, working: Working, refused: Refused) -> Refusal:
    start, end = working.canonical(refused.start, refused.end)
    return Refusal(document.text[start:end], start, end, refused.reason)
