"""RSS and Atom feeds: what stands in each item itself. The pages that they lead to are not fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin, urlsplit

from dateline.errors import InputError, UnreadableInput
from dateline.model.reading import Problem, Reading
from dateline.read.canonical import one_line, storable
from dateline.read.content import HTML, TEXT, Content
from dateline.read.document import from_content, too_large
from dateline.read.fragment import fragment_text
from dateline.read.given import NOTHING, Given, primary_subtag
from dateline.read.limits import MAX_DOCUMENT_BYTES, MAX_TITLE
from dateline.read.page_dates import page_date
from dateline.read.problem import problem_of
from dateline.read.source import Source
from dateline.read.tree import without_tags

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROOT: Final = re.compile(rb"<(?:[\w.-]+:)?(?:rss|feed|RDF)\b", re.IGNORECASE)
_PAGE: Final = re.compile(rb"<(?:!doctype\s+html|html|body)\b", re.IGNORECASE)
_MAX_ITEMS: Final = 50_000
"""Items of a feed beyond which it is refused."""

# By local name, fullest first: namespaces differ from feed to feed, the names do not.
_CONTENT: Final = ("encoded", "content", "description", "summary")
_PUBLISHED: Final = ("pubdate", "published", "issued", "date")
_UPDATED: Final = ("updated", "modified")
_IDS: Final = ("guid", "id")


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a feed. `content` is its text as the feed spells it, as HTML; "" where it has a title alone.

    `published` and `updated` are ISO dates or date-times, None where the feed does not say them or says them in a way
    that can be read twice. `key` is what the feed knows the item by: its id, else its address, else its title.
    """

    key: str
    title: str | None
    url: str | None
    content: str
    published: str | None
    updated: str | None


@dataclass(frozen=True, slots=True)
class FeedContent:
    """A feed: its own title and language, and its items in the order of the feed."""

    title: str | None
    lang: str | None
    items: tuple[Item, ...]


class Feed:
    """Reads RSS (0.9 to 2.0) and Atom: each item that has words of its own is a document.

    Its publisher is the feed's title. An item's day of publication is the one that it states; an update is none.
    """

    def knows(self, source: Source) -> bool:
        """True where the first bytes open a feed and no web page."""
        head = source.head.lstrip(b"\xef\xbb\xbf \t\r\n")
        return head.startswith(b"<") and _ROOT.search(head) is not None and not _PAGE.search(head)

    def read(self, source: Source) -> Iterator[Reading | Problem]:
        """The items in the order of the feed."""
        data = source.stream.read(MAX_DOCUMENT_BYTES + 1)
        if len(data) > MAX_DOCUMENT_BYTES:
            raise too_large(source.name)
        feed = parse_feed(data, name=source.name)
        if not feed.items:
            yield problem_of(UnreadableInput("it is a feed without items"), source.came_from)
        for number, item in enumerate(feed.items, start=1):
            at = f"{source.came_from} item {number}"
            try:
                yield item_reading(item, feed, came_from=at, fallback=source.fallback)
            except InputError as error:
                yield problem_of(error, at)


def item_reading(item: Item, feed: FeedContent, *, came_from: str, fallback: Given = NOTHING) -> Reading:
    """The document of an item: its text under its title; the title alone where that is all. Raises InputError."""
    body = fragment_text(item.content, name=came_from)
    original = (item.content or item.title or "").encode("utf-8", "replace")
    own = Given(
        url=item.url,
        title=item.title if body else None,
        published=item.published,
        publisher=feed.title,
        dated_by="the feed",
    )
    content = Content(body or item.title or "", HTML if item.content else TEXT, Given(lang=feed.lang))
    return from_content(content, original=original, name=item.key, came_from=came_from, own=own, fallback=fallback)


def item_words(item: Item) -> str:
    """The words of an item's text without mark-up; "" where it has a title alone, or mark-up built to exhaust."""
    try:
        return fragment_text(item.content, name=item.key)
    except InputError:
        return ""


def parse_feed(data: bytes, *, name: str) -> FeedContent:
    """The feed in these bytes. Entities are not expanded and nothing is fetched; of broken XML what can be read is.

    Raises UnreadableInput for what is no feed, TooLarge for more than 50,000 items or mark-up built to exhaust.
    """
    try:
        return _parsed(data, name)
    except UnicodeDecodeError as error:  # of UTF-16 with half a character libxml2 makes what is no UTF-8
        raise UnreadableInput("its XML holds half a character", document=name, advice="Save the feed again") from error


def _parsed(data: bytes, name: str) -> FeedContent:
    from lxml.etree import XMLParser, XMLSyntaxError, fromstring

    parser = XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = fromstring(data, parser)
    except (XMLSyntaxError, ValueError):
        root = None
    if root is None:
        raise UnreadableInput("its XML cannot be read", document=name, advice="Save the feed again")
    elements = [element for element in root.iter() if _local(element) in ("item", "entry")]
    if len(elements) > _MAX_ITEMS:
        raise UnreadableInput(f"it has more than {_MAX_ITEMS:,} items", document=name)
    channel = next((element for element in root.iter() if _local(element) == "channel"), root)
    base = _link(channel) or ""
    return FeedContent(
        title=_title(channel),
        lang=primary_subtag(_words(channel, "language") or root.get(_XML_LANG) or ""),
        items=tuple(item for element in elements if (item := _item(element, base))),
    )


_XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"


def _item(element: _Element, base: str) -> Item | None:
    """The item of an element; None where it has neither title nor text."""
    title = _title(element)
    content = max((_content(child) for child in element if _local(child) in _CONTENT), key=len, default="")
    link = _link(element)
    url = _absolute(base, link) if link else None
    if not title and not content.strip():
        return None
    key = next((words for name in _IDS if (words := _words(element, name))), None) or url or title or ""
    return Item(
        storable(key[:_MAX_KEY]), title, url, storable(content), _date(element, _PUBLISHED), _date(element, _UPDATED)
    )


_MAX_KEY: Final = 1_000


def _local(element: _Element) -> str:
    """The element's name without its namespace, in lower case; "" for comments and the like."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _words(element: _Element, name: str) -> str | None:
    """The words of the child of this name, on one line; None where there are none."""
    for child in element:
        if _local(child) == name and (words := one_line("".join(child.itertext()))):
            return storable(words)
    return None


def _content(element: _Element) -> str:
    """The element's content as HTML: escaped or CDATA mark-up as text, XHTML as it stands."""
    if len(element) == 0:
        return element.text or ""
    from lxml.etree import tostring

    return str(tostring(element, encoding="unicode", with_tail=False))


def _title(element: _Element) -> str | None:
    words = without_tags(_unescaped(_words(element, "title") or ""))
    return words if 0 < len(words) <= MAX_TITLE else None


def _unescaped(words: str) -> str:
    from html import unescape

    return unescape(words) if "&" in words else words


def _link(element: _Element) -> str | None:
    """The address that the element leads to: in Atom the alternate link, in RSS the link's words."""
    for child in element:
        if _local(child) != "link":
            continue
        if child.get("href") and child.get("rel", "alternate") == "alternate":
            return str(child.get("href"))
        if words := one_line(child.text or ""):
            return words
    guid = next((child for child in element if _local(child) == "guid"), None)
    return one_line(guid.text or "") if guid is not None and guid.get("isPermaLink", "true") == "true" else None


def _absolute(base: str, address: str) -> str | None:
    try:
        whole = urljoin(base, address.strip())
        parts = urlsplit(whole)
    except ValueError:
        return None
    return storable(whole) if parts.scheme in ("http", "https") and parts.hostname and len(whole) <= 2_000 else None


def _date(element: _Element, names: tuple[str, ...]) -> str | None:
    for name in names:
        if words := _words(element, name):
            return page_date(words)
    return None
