"""Those hit, of whom some died ("three people were shot, one of them fatally"): what such a count says of the hurt.

Such a figure is of neither term, and bounds nothing by itself. Where its page tells how many of them died, and nobody
counts the hurt of the incident, the equation hit = killed + injured bounds them: a relation between figures that are
told, no figure of its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from dateline.model.situation import Reported
from dateline.reconcile.figures import Interval
from dateline.reconcile.item import Item
from dateline.reconcile.tolls import counts_all
from dateline.vocab.load import either, word_set

_WORDS: Final = either(word_set("reconcile_en", "figure", "hit"))
_BEHIND: Final = re.compile(rf"[^.;]{{0,30}}?\b(?:{_WORDS})\b", re.IGNORECASE)
_BOTH: Final = ("killed", "injured")
_BEFORE: Final = re.compile(rf"\b(?:{_WORDS}) (?:and \w+ )?$", re.IGNORECASE)


def counts_the_hit(reported: Reported) -> bool:
    """True for an exact number of two or more persons who were hit, without a word of what became of them."""
    claim, figure = reported.claim, reported.claim.figure
    if figure is None or claim.term != "other" or claim.modality != "asserted" or figure.unit != "person":
        return False
    if figure.implied or figure.quantifier != "exact" or (figure.low or 0) < 2 or claim.part_of is not None:
        return False
    return _was_hit(reported)


def _was_hit(reported: Reported) -> bool:
    """True where a figure's own words say that those counted were hit ("seven were shot", "shot three people")."""
    claim, figure = reported.claim, reported.claim.figure
    if figure is None:
        return False
    text, start, end = claim.excerpt.text, figure.start - claim.excerpt.start, figure.end - claim.excerpt.start
    return _BEHIND.match(text, end) is not None or _BEFORE.search(text, max(0, start - 30), start) is not None


def by_incident(hits: Sequence[Item], incidents: Sequence[Sequence[Item]]) -> dict[int, list[Item]]:
    """The counts of the hit by the number of the incident that each is of; those left out are of none for sure.

    One that shares its sentence with an incident's claim, or whose part one is, is of that incident; else one whose
    page tells of a single incident.
    """
    on_page: defaultdict[str, set[int]] = defaultdict(set)
    with_it: defaultdict[object, set[int]] = defaultdict(set)
    for number, items in enumerate(incidents):
        for item in items:
            on_page[item.claim.document_id].add(number)
            with_it[item.claim.document_id, item.claim.excerpt].add(number)
            if item.claim.part_of is not None:
                with_it[item.claim.part_of].add(number)
    found: defaultdict[int, list[Item]] = defaultdict(list)
    for hit in hits:
        told = with_it[hit.id] or with_it[hit.claim.document_id, hit.claim.excerpt] or on_page[hit.claim.document_id]
        if len(told) == 1:
            found[min(told)].append(hit)
    return found


def survivors(hits: Sequence[Item], items: Sequence[Item], parts: Mapping[str, str]) -> list[Item]:
    """What the hit of each page say of the hurt, where none of the incident's claims counts these: so many as were hit
    and not killed, of all people: nobody else was hit. `items` are the incident's claims with each page's words as one
    toll, `parts` the smaller ones.
    """
    if any(item.strand == "injured" and not item.figure.implied and item.id not in parts for item in items):
        return []
    found = []
    for hit in hits:
        dead = [i for i in items if i.strand == "killed" and i.claim.document_id == hit.claim.document_id]
        killed = max((_least(item) for item in dead), default=0)
        left = (hit.figure.low or 0) - killed
        if killed and left > 0:
            found.append(replace(_hurt(hit, left), strand="injured", whom=""))
    return found


def without_dead(items: Sequence[Item], parts: Mapping[str, str]) -> list[Item]:
    """The items, an injured figure that counts its page's dead as well without these. `parts` as for `survivors`.

    Where a page's injured are as many as its killed and other injured together ("five were taken to hospital … one
    died … four are hurt"), they are all who were hit; not so where their own sentence tells of the dead beside them.
    The other injured may be those of a page that tells of as many killed, where the word is of hitting ("seven were
    shot"). "All five had wounds" may count the page's dead, too.
    """
    pages: defaultdict[str, list[Item]] = defaultdict(list)
    for item in items:
        if item.strand in _BOTH and item.figure.unit == "person":
            pages[item.claim.document_id].append(item)
    told = [_Page(own, parts) for own in pages.values()]
    both = {(page.killed, count) for page in told for count in page.most}
    hurt = {item.id: one for page in told if page.killed for item, one in page.without_dead(both)}
    return [hurt.get(item.id, item) for item in items]


class _Page:
    """What one page tells of an incident's killed (0: none) and injured persons."""

    def __init__(self, told: Sequence[Item], parts: Mapping[str, str]) -> None:
        dead = [item for item in told if item.strand == "killed"]
        self.killed = max((_least(item) for item in dead if item.id not in parts), default=0)
        self.counted = [item for item in told if item.strand == "injured" and not item.figure.implied]
        self.most = [_least(item) for item in self.counted if item.id not in parts]
        self._beside = {item.claim.excerpt for item in dead}

    def without_dead(self, both: Collection[tuple[int, int]]) -> Iterator[tuple[Item, Item]]:
        """The injured figures that count the dead, each with what it says of the hurt. `both` are the killed and
        injured that pages of the incident tell.
        """
        for item in self.counted:
            if item.figure.quantifier != "exact":
                continue
            told, left = _least(item), _least(item) - self.killed
            alike = {_least(other) for other in self.counted if not item.whom or other.whom == item.whom}
            among = left in alike and item.claim.excerpt not in self._beside
            if left > 0 and (among or ((self.killed, left) in both and _was_hit(item.reported))):
                yield item, _hurt(item, left)
            elif left > 0 and counts_all(item):
                yield item, replace(_hurt(item, left), interval=Interval(left - 0.5, told + 0.5))


def _hurt(item: Item, left: int) -> Item:
    """What a count of the hit says of the hurt: a bound from both sides, no figure that anybody stated."""
    figure = replace(item.figure, low=left, high=None, quantifier="more_than")
    return replace(item, figure=figure, interval=Interval(left - 0.5, left + 0.5), described=None)


def _least(item: Item) -> int:
    return item.described or item.figure.low or 0
