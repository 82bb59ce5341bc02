"""Copies of a document among those added before it, one document at a time."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Final

import numpy as np

from dateline.errors import UsageError
from dateline.model.syndication import FINGERPRINT_VERSION, CopyLink, Fingerprint
from dateline.syndicate.compare import Marks, Text, Words, is_copy, ready, shared
from dateline.syndicate.keys import keys
from dateline.syndicate.postings import Postings
from dateline.syndicate.shelf import Shelf

LOOKED_AT: Final = 32
"""Documents that one document is compared with, those that share most keys first."""
KEYS_SHARED: Final = 0.08
"""Of the keys that the shorter one has, how many two documents share before they are compared."""
WORDS_A_KEY: Final = 9
"""About so many words of a text give one key (`keys.WINDOW`)."""
GAP: Final = 10
STRETCH: Final = 8
"""Words: what parts two passages of a text, and the least that makes one (`passages`)."""
_ADDRESS: Final = re.compile(r"^[a-z]+://(?:www\.)?|:(?:80|443)(?=/|$)|/*(?:#.*)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """What adding a document found: its `copies`, and `near`, the ids of documents that share any passage with it.

    Sentences of the same wording are sought in `near` (`sentence_links`); copies are among them.
    """

    copies: tuple[CopyLink, ...]
    near: tuple[str, ...]


class SyndicationIndex:
    """Documents by their wording.

    Which pairs are linked does not depend on the order in which they are added, as long as no passage stands in more
    documents than are looked at for it (`LOOKED_AT`, `postings.SEEN`).
    """

    def __init__(self) -> None:
        self._shelf = Shelf()
        self._postings = Postings()

    def __len__(self) -> int:
        return len(self._shelf)

    def add(self, print_: Fingerprint) -> Found:
        """Links the document to those added before; a document that is known already adds and finds nothing.

        Two documents of one address are versions of a page, never copies. Raises UsageError for a fingerprint of
        another version than is made now: it must be made anew.
        """
        if print_.version != FINGERPRINT_VERSION:
            raise UsageError(f"a fingerprint of version {print_.version}: make it anew", document=print_.document_id)
        if print_.document_id in self._shelf:
            return Found((), ())
        words = np.frombuffer(print_.words, dtype="<u2")
        wanted = keys(words)
        page = page_number(print_.url)
        numbers, counts = self._postings.find(wanted)
        closest = sorted(zip(numbers, counts, strict=True), key=lambda hit: (-hit[1], hit[0]))[:LOOKED_AT]
        worth = [number for number, count in closest if self._worth(words, page, number, count)]
        text = ready(words) if worth else None
        copies = [link for number in worth if text and (link := self._compare(print_, text, number)) is not None]
        self._postings.add(wanted, self._shelf.put(print_.document_id, words, page))
        return Found(tuple(copies), tuple(self._shelf.names[number] for number, _ in closest))

    def _worth(self, words: Words, page: int, number: int, count: int) -> bool:
        if page and page == self._shelf.page(number):
            return False
        shorter = min(len(words), self._shelf.length(number))
        return count >= max(1.0, KEYS_SHARED * shorter / WORDS_A_KEY)

    def _compare(self, print_: Fingerprint, text: Text, number: int) -> CopyLink | None:
        common = shared(text, self._shelf.runs(number))
        if common is None:
            return None
        mine = (text.size, print_.document_id, text, common.mine & text.own)
        other = ready(self._shelf.words(number))
        theirs = (other.size, self._shelf.names[number], other, common.theirs & other.own)
        short, long = (mine, theirs) if mine[:2] < theirs[:2] else (theirs, mine)
        if not is_copy(short[2], long[2], short[3]):
            return None
        share, back = (float(side[3].sum()) / side[0] for side in (short, long))
        return CopyLink(short[1], long[1], round(share, 4), round(back, 4), passages(long[3]))


def passages(marks: Marks) -> tuple[tuple[int, int], ...]:
    """The stretches of a text that the other has, as half-open ranges of its words.

    Gaps of `GAP` words or fewer count as edits; stretches shorter than `STRETCH` are stock phrases and left out.
    """
    held = np.flatnonzero(marks)
    parts = np.split(held, np.flatnonzero(np.diff(held) > GAP + 1) + 1)
    ranges = [(int(part[0]), int(part[-1]) + 1) for part in parts if len(part)]
    return tuple(range_ for range_ in ranges if range_[1] - range_[0] >= STRETCH)


def page_number(url: str | None) -> int:
    """Equal for two addresses of one page (scheme, "www.", port, fragment and closing slash put aside); 0 for none."""
    bare = _ADDRESS.sub("", url.strip()) if url else ""
    return int.from_bytes(hashlib.blake2b(bare.encode(), digest_size=8).digest(), "big") or 1 if bare else 0
