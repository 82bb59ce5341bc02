"""An item of a feed as the watch knows it: by which key, and whether it is another than it was."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from typing import Final
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from dateline.read import FeedContent, Item, item_words

_TRACKING: Final = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "at_medium", "at_campaign")
"""Beginnings of parameters that say by which way a reader came, and nothing of the page."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An item that waits to be read, or was.

    `key` is the same in every feed that holds the item. `feed` is the address of the feed that brought it, `title`
    and `lang` that feed's own; `updated`: it was read before, and reads differently now; `seen_at` is when the feed
    answered with it.
    """

    key: str
    feed: str
    title: str | None
    lang: str | None
    item: Item
    seen_at: str
    updated: bool = False

    @property
    def host(self) -> str:
        """The host of its page; that of its feed where it has none."""
        return urlsplit(self.item.url or self.feed).hostname or ""

    @property
    def where(self) -> str:
        """The address of its page, else its key: how it is named to people."""
        return self.item.url or self.key

    def to_json(self) -> str:
        """As the state keeps it while it waits."""
        return json.dumps(asdict(self))


def entry_of(words: str) -> Entry:
    """The entry that `Entry.to_json` wrote."""
    told = json.loads(words)
    return Entry(**{**told, "item": Item(**told["item"])})


def entries_of(feed: FeedContent, address: str, seen_at: str) -> Iterator[Entry]:
    """The items of a feed, each key once, the first of it.

    An item is known by its page's address. Where it leads to no page, or several items to the same (the front page),
    it is known by its feed's address and its id, and has no page of its own.
    """
    leads = Counter(item.url for item in feed.items if item.url)
    known: set[str] = set()
    for item in feed.items:
        own = item if item.url and leads[item.url] == 1 else replace(item, url=None)
        key = _key(own.url) if own.url else f"{address}#{quote(item.key, safe='')}"
        if key not in known:
            known.add(key)
            yield Entry(key, address, feed.title, feed.lang, own, seen_at)


def _key(url: str) -> str:
    """The address without what does not tell pages apart: scheme, fragment, and how a reader came."""
    parts = urlsplit(url)
    if not any(name in parts.query for name in _TRACKING):
        query = parts.query
    else:
        query = urlencode([pair for pair in parse_qsl(parts.query, True) if not pair[0].startswith(_TRACKING)])
    return f"{parts.netloc.lower()}{parts.path or '/'}{'?' if query else ''}{query}"


def digest_of(item: Item) -> str:
    """Another digest, another version: of title, words and the item's own dates. Mark-up does not count: it carries
    counters and addresses of pictures that change by the hour.
    """
    words = (item.title or "", item_words(item), item.published or "", item.updated or "")
    return hashlib.sha256("\x1f".join(words).encode("utf-8", "replace")).hexdigest()
