"""What one page says of an incident's toll: its largest count, in which its smaller ones are contained.

A page tells an incident from several sides: "three were killed", "two bodies were found in the yard", "a boy of six".
The smaller figures are no other claims of the same thing; they are parts. Persons told one by one are counted together,
and are at least so many. Figures that two sources are credited with stay apart: they may contradict each other, unless
the smaller one is told as an earlier toll. Figures that one number satisfies ("dozens", "at least 20") both bound it. A
part whose whole is told of more than the incident is the incident's own toll; where its words count some of others, a
bound from below.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import inf
from typing import Final

from dateline.reconcile.figures import Interval
from dateline.reconcile.item import Item
from dateline.reconcile.people import may_be_one, persons
from dateline.vocab.load import word_set

_BESIDES: Final = re.compile(rf"\b(?:{'|'.join(word_set('reconcile_en', 'people', 'besides'))})\b", re.IGNORECASE)
_OF: Final = re.compile(rf"\b(?:{'|'.join(word_set('reconcile_en', 'people', 'some'))})\b", re.IGNORECASE)
_APART: Final = word_set("reconcile_en", "people", "apart")
_SELF: Final = word_set("reconcile_en", "people", "oneself")


def page_tolls(items: Sequence[Item], wholes: Mapping[str, str]) -> tuple[list[Item], dict[str, str]]:
    """The items, those told one by one as the count that they are at least, and for each part its whole."""
    here = {item.id for item in items}
    found = {part: whole for part, whole in wholes.items() if whole in here}
    items = [_more_than(item) if item.id in wholes.keys() - found and _of_some(item) else item for item in items]
    pages: defaultdict[tuple[str, str, str], list[Item]] = defaultdict(list)
    for item in items:
        if item.id not in found:
            pages[item.claim.document_id, item.strand, item.figure.unit].append(item)
    changed: dict[str, Item] = {}
    for told in pages.values():
        for part, whole in _page(sorted(told, key=lambda item: (item.figure.start, item.id)), changed).items():
            found[part] = whole
    return [changed.get(item.id, item) for item in items], found


def since_dead(items: Sequence[Item]) -> dict[str, str]:
    """Described injured persons who died, by the id of the claim that says so.

    On one page whoever is told as injured and as dead is dead, unless the words tell two persons. Across pages, where
    a page told no earlier has one dead and nobody injured, an injured person who may be that one has died since.
    """
    dead = [item for item in items if item.strand == "killed" and item.figure.implied]
    hurt = [item for item in items if item.strand == "injured" and item.figure.implied]
    with_injured = {item.claim.document_id for item in items if item.strand == "injured"}
    found: dict[str, str] = {}
    for item in sorted(hurt, key=lambda item: item.id):
        for other in sorted(dead, key=lambda other: other.id):
            same_page = other.claim.document_id == item.claim.document_id
            later = (other.told or 0) >= (item.told or 0) and other.claim.document_id not in with_injured
            if (same_page or later) and may_be_one(item, other):
                found[item.id] = other.id
                break
    return found


def _page(told: list[Item], changed: dict[str, Item]) -> dict[str, str]:
    stated = [item for item in told if not item.figure.implied]
    described = [item for item in told if item.figure.implied]
    parts: dict[str, str] = {}
    if described:
        first = described[0]
        one_kind = len({item.whom for item in described}) == 1
        changed[first.id] = replace(_at_least(first, persons(described)), whom=first.whom if one_kind else "")
        parts.update((item.id, first.id) for item in described[1:])
    for item in stated:
        beside = [other for other in told if other != item and _counted_beside(item, other)]
        if beside:
            more = persons([one for one in beside if one.figure.implied])
            more += sum(int(_low(one)) for one in beside if not one.figure.implied)
            changed[item.id] = _at_least(item, int(_low(item)) + more)
    leaders = [changed.get(item.id, item) for item in (*stated, *described[:1])]
    for item in leaders:
        larger = [one for one in leaders if one.id != item.id and _holds(one, item)]
        if larger:
            parts[item.id] = max(larger, key=lambda one: (_low(one), one.id)).id
    return parts


def _of_some(item: Item) -> bool:
    """True where the words count some of others ("six of them", "including two children")."""
    text, at = item.claim.excerpt.text, item.figure.start - item.claim.excerpt.start
    return _OF.search(f"{text[max(0, at - 20) : max(0, at)]}{item.figure.text}") is not None


def _more_than(item: Item) -> Item:
    """Some of others, told elsewhere: there were at least so many."""
    low = int(_low(item))
    figure = replace(item.figure, low=low, high=None, quantifier="more_than")
    return replace(item, figure=figure, interval=Interval(float(low), inf))


def _at_least(item: Item, count: int) -> Item:
    figure = replace(item.figure, low=count, high=None, quantifier="more_than")
    return replace(item, figure=figure, interval=Interval(count - 0.5, inf), described=count)


def _counted_beside(item: Item, other: Item) -> bool:
    """ "A guard and two others", "three, and then himself": told in one sentence and not contained."""
    if item.claim.excerpt != other.claim.excerpt or _low(item) < 1:
        return False
    if other.figure.text.lower() in _SELF:
        return True
    return other.figure.start < item.figure.start and _BESIDES.search(item.figure.text) is not None


def _holds(whole: Item, part: Item) -> bool:
    if whole.described and part.described and not whole.figure.implied:
        return _low(whole) >= _low(part)
    if _low(part) >= _low(whole) and not (part.figure.implied and _low(part) == _low(whole)):
        return False
    if {whole.whom, part.whom} <= _APART and whole.whom != part.whom:
        return False
    if not part.figure.implied and whole.interval.high < inf and whole.interval.meets(part.interval):
        return False  # "dozens" and "at least 20" may be one count: both bound it
    credited = [item.origin for item in (whole, part) if item.claim.sources]
    return part.figure.implied or part.earlier or len(set(credited)) < 2


def _low(item: Item) -> float:
    figure = item.figure
    return float(figure.low if figure.low is not None else figure.high or 0)
