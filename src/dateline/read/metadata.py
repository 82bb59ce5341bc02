"""What a page says of itself: title, publisher, date of publication, address, language. Nothing is guessed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin, urlsplit

from dateline.read.canonical import folded
from dateline.read.given import Given, primary_subtag
from dateline.read.limits import MAX_TITLE
from dateline.read.linked_data import LinkedData, linked_data
from dateline.read.page_dates import published_date
from dateline.read.tree import without_tags, words_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TITLES: Final = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title")
_PUBLISHERS: Final = ("dc.publisher", "dcterms.publisher", "publisher", "application-name")
_SEPARATOR: Final = re.compile(r"\s+[|–—·•»-]\s+")
_WORD: Final = re.compile(r"\w+")


def metadata_of(tree: HtmlElement) -> Given:
    """What the page says of itself; None for each part that it does not say."""
    meta, data = _meta(tree), _data(tree)
    publisher = _publisher(meta, data)
    dated = published_date(tree, meta, data)
    return Given(
        url=_url(tree, meta),
        title=_title(tree, meta, data, publisher),
        published=dated[0] if dated else None,
        publisher=publisher,
        lang=_language(tree, meta, data),
        dated_by=dated[1] if dated else None,
    )


def title_of(tree: HtmlElement) -> str | None:
    """The title alone, as `metadata_of` has it."""
    meta, data = _meta(tree), _data(tree)
    return _title(tree, meta, data, _publisher(meta, data))


def _data(tree: HtmlElement) -> LinkedData:
    return linked_data([script.text or "" for script in tree.iterfind('.//script[@type="application/ld+json"]')])


def _meta(tree: HtmlElement) -> dict[str, str]:
    """The page's meta elements by name, in lower case; of two with one name the first counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _first_of(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _publisher(meta: dict[str, str], data: LinkedData) -> str | None:
    """The outlet's name; an address or an account ("@outlet") is none."""
    for words in (meta.get("og:site_name"), data.name_of("publisher"), _first_of(meta, _PUBLISHERS)):
        name = without_tags(words or "").strip()
        if name and len(name) <= 100 and not name.startswith(("http:", "https:", "//", "@")):
            return name
    return None


def _title(tree: HtmlElement, meta: dict[str, str], data: LinkedData, publisher: str | None) -> str | None:
    """The headline as the reader sees it: the h1 that says what the head of the page says; else what that says."""
    declared = _first_of(meta, _TITLES) or data.words("headline") or _title_element(tree)
    reference = _without_site(without_tags(declared or ""), publisher)
    headings = [words for h1 in tree.iter("h1") if (words := words_of(h1))]
    if not reference:
        headings = [words for words in headings if folded(words) != folded(publisher or "")]
        return _as_title(headings[0]) if len(headings) == 1 else None
    best = max(headings, key=lambda words: _likeness(words, reference), default="")
    return _as_title(best if _likeness(best, reference) >= 0.5 else reference)


def _title_element(tree: HtmlElement) -> str | None:
    title = tree.find(".//head/title")
    return words_of(title) if title is not None else None


def _without_site(title: str, publisher: str | None) -> str:
    """The title without the publisher's name at its end ("Headline | The Outlet")."""
    parts = _SEPARATOR.split(title)
    if publisher and len(parts) > 1 and _likeness(parts[-1], publisher) >= 0.5:
        return title[: title.rindex(parts[-1])].rstrip(" |–—·•»-")
    return title


def _likeness(one: str, other: str) -> float:
    """The share (0..1) of words that two phrases have in common."""
    first, second = set(_WORD.findall(one.casefold())), set(_WORD.findall(other.casefold()))
    return len(first & second) / len(first | second) if first and second else 0.0


def _as_title(words: str) -> str | None:
    return words if 0 < len(words) <= MAX_TITLE else None


def _url(tree: HtmlElement, meta: dict[str, str]) -> str | None:
    """The page's own address: the canonical link, else og:url; relative ones against that."""
    links = [link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    base = meta.get("og:url", "")
    for address in [*links, base]:
        whole = _absolute(base, address or "")
        if whole:
            return whole
    return None


def _absolute(base: str, address: str) -> str | None:
    try:
        whole = urljoin(base, address.strip())
        parts = urlsplit(whole)
    except ValueError:
        return None
    return whole if parts.scheme in ("http", "https") and parts.hostname and len(whole) <= 2_000 else None


def _language(tree: HtmlElement, meta: dict[str, str], data: LinkedData) -> str | None:
    """The language that the page declares (templates declare it wrongly: it is heard where the text cannot tell)."""
    for words in (data.words("inLanguage"), tree.get("lang"), meta.get("content-language"), meta.get("og:locale")):
        if words and (known := primary_subtag(words)):
            return known
    return None
