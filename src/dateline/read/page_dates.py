"""The date of publication that a page states. Stated, not guessed: a date that can be read two ways is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Final

from dateline.read.given import iso_date
from dateline.read.linked_data import LinkedData
from dateline.read.printed_date import printed_day
from dateline.vocab.months import month_openings

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Publication only: "date", "last-modified" and the like hold what the publisher pleases.
_NAMES: Final = (
    "article:published_time", "og:article:published_time", "datepublished", "dc.date.issued", "dcterms.issued",
    "dc.date.created", "dcterms.created", "article:published", "article.published", "publication_date",
    "publish-date", "publish_date", "publishdate", "pubdate", "parsely-pub-date", "sailthru.date",
    "citation_publication_date", "cxenseparse:recs:publishtime", "iso-8601-publish-date",
)  # fmt: skip
_OLDEST: Final = "1900"
"""Dates before it are the empty dates of content systems ("0001-01-01", "1899-12-30")."""

# The months as the mail standard (RFC 5322) spells them, whole or cut: with the month a word, no order is left open.
_MONTH: Final = rf"({'|'.join(month_openings())})[a-z]*\.?"
_DAY_FIRST: Final = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+(\d{{4}})\b", re.IGNORECASE)
_MONTH_FIRST: Final = re.compile(rf"\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b", re.IGNORECASE)
_YEAR_FIRST: Final = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:\D.*)?")
_ZERO_ZONE: Final = re.compile(r"\s?(?:GMT|UTC)$", re.IGNORECASE)


def published_date(tree: HtmlElement, meta: dict[str, str], data: LinkedData) -> tuple[str, str] | None:
    """The date that the linked data states, else the meta elements, else the page's time elements, else the day
    printed beside the headline, and which of them does; or None."""
    for words, by in _stated(tree, meta, data):
        if known := page_date(words):
            return known, by
    if shown := _shown(tree):
        return shown, "the page's one time element"
    printed = printed_day(tree, page_date)
    return (printed, "the day printed beside the headline") if printed else None


def page_date(words: str) -> str | None:
    """The one reading of a date as pages spell them, as an ISO date or date-time, or None.

    Read are ISO 8601, mail dates, year first ("2019/11/19") and months as words ("19 Nov 2019"); not "03/04/2019".
    """
    words = words.strip()
    known = iso_date(_ZERO_ZONE.sub("Z", words)) or _mail_date(words) or _spelt_day(words)
    return known if known is not None and known >= _OLDEST else None


def _stated(tree: HtmlElement, meta: dict[str, str], data: LinkedData) -> Iterator[tuple[str, str]]:
    if stated := data.words("datePublished"):
        yield stated, "the page's linked data"
    yield from ((meta[name], f"the page's meta element {name}") for name in _NAMES if name in meta)
    for element in tree.iter():
        if element.get("itemprop") == "datePublished" or (element.tag == "time" and element.get("pubdate") is not None):
            yield element.get("datetime") or element.get("content") or "", "the page's mark-up of its date"


def _shown(tree: HtmlElement) -> str | None:
    """The day that all time elements name which stand in the one article, else beside the one headline, else on the
    page; the first of them. Where they name several days, which is meant stays open."""
    headings = [heading.getparent() for heading in tree.findall(".//h1")]
    for around in (tree.findall(".//article"), headings, [tree]):
        if len(around) != 1 or around[0] is None:
            continue
        known = [day for time in around[0].iter("time") if (day := page_date(time.get("datetime") or ""))]
        if known:
            return known[0] if len({day[:10] for day in known}) == 1 else None
    return None


def _mail_date(words: str) -> str | None:
    if words[3:4] != ",":
        return None
    try:
        return parsedate_to_datetime(words).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _spelt_day(words: str) -> str | None:
    """The day alone: beside a spelt date the clock's zone is as often a word ("EST", "IST") that means several."""
    if len(words) > 100:
        return None
    if found := _YEAR_FIRST.fullmatch(words):
        year, month, day = map(int, found.groups())
    elif found := _DAY_FIRST.search(words):
        year, month, day = int(found[3]), _number(found[2]), int(found[1])
    elif found := _MONTH_FIRST.search(words):
        year, month, day = int(found[3]), _number(found[1]), int(found[2])
    else:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _number(month: str) -> int:
    return month_openings().index(month.lower()) + 1
