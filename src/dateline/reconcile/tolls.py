"""What one page says of an incident's toll: its largest count, in which its smaller ones are contained.

A page tells an incident from several sides: "three were killed", "two bodies were found in the yard", "a boy of six".
The smaller figures are no other claims of the same thing; they are parts. Persons told one by one are counted
together, and are at least so many as one sentence tells apart. Figures that two sources are credited with stay apart:
they may contradict each other, unless the smaller one is told as an earlier toll. Figures that one number satisfies
("dozens", "at least 20") both bound it. A part whose whole is told of more than the incident is the incident's own
toll; where its words count some of others, a bound from below.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import inf
from types import MappingProxyType
from typing import Final

from dateline.reconcile.excluded import Excluded
from dateline.reconcile.figures import Interval
from dateline.reconcile.item import SIDES, Item
from dateline.reconcile.people import may_be_one, persons, rank_told, tellings
from dateline.vocab.load import either, word_set

_BESIDES: Final = re.compile(rf"\b(?:{either(word_set('reconcile_en', 'people', 'besides'))})\b", re.IGNORECASE)
_OF: Final = re.compile(rf"\b(?:{either(word_set('reconcile_en', 'people', 'some'))})\b", re.IGNORECASE)
_HOW: Final = either(word_set("reconcile_en", "people", "conditions"))
_STATE: Final = re.compile(rf"\b(?:{_HOW})(?:,? but \w+)?(?: to \w+)? condition\b", re.IGNORECASE)
_AND: Final = re.compile(r"(?:,? \d{1,3},?)? (?:and|plus) (?:(?:his|her|their|the|both) )?")
_SELF: Final = word_set("reconcile_en", "people", "oneself")
_ALL: Final = re.compile(rf"(?:{either(word_set('reconcile_en', 'people', 'all_told'))})\b", re.IGNORECASE)
_ALIVE: Final = re.compile(rf"\b(?:{either(word_set('reconcile_en', 'people', 'alive'))})\b", re.IGNORECASE)


_ADJACENT: Final = 3
"""Code points between two sentences that follow each other."""
Repeated = Mapping[str, Sequence[Item]]
"""By document: the claims of other pages that it repeats word for word, and that only speak there once."""


def repeated(items: Sequence[Item], excluded: Sequence[Excluded]) -> Repeated:
    """What each page says with the words of another one: beside its own figures these are its word, too."""
    by_id = {item.id: item for item in items}
    found: defaultdict[str, list[Item]] = defaultdict(list)
    for one in excluded:
        if one.first in by_id:
            found[one.reported.claim.document_id].append(by_id[one.first])
    return found


def page_tolls(
    items: Sequence[Item], wholes: Mapping[str, str], again: Repeated = MappingProxyType({})
) -> tuple[list[Item], dict[str, str]]:
    """The items, those told one by one as the count that they are at least, and for each part its whole."""
    here = {item.id for item in items}
    found = {part: whole for part, whole in wholes.items() if whole in here}
    items = [_some(item, of_more=item.id in wholes) if item.id not in found else item for item in items]
    pages: defaultdict[tuple[str, str, str], list[Item]] = defaultdict(list)
    for item in items:
        if item.id not in found:
            pages[item.claim.document_id, item.strand, item.figure.unit].append(item)
    changed: dict[str, Item] = {}
    with_dead = {item.claim.document_id for item in items if item.strand == "killed"}
    for (document, strand, unit), told in pages.items():
        others = [item for item in again.get(document, ()) if (item.strand, item.figure.unit) == (strand, unit)]
        ordered = sorted(told, key=lambda item: (item.figure.start, item.id))
        ranked = strand == "killed" or document not in with_dead  # "a third victim" may be the third of all
        found.update(_page(ordered, others, changed, ranked=ranked))
    return [changed.get(item.id, item) for item in items], found


def since_dead(items: Sequence[Item], again: Repeated = MappingProxyType({})) -> dict[str, str]:
    """Described injured persons who died, by the id of the claim that says so.

    On one page whoever is told as injured and as dead is dead, unless the words tell two persons. Of another
    page's injured as many have died since as a page, told no earlier and of nobody who is injured still, has dead who
    may be they.
    """
    with_injured = {i.claim.document_id for i in items if i.strand == "injured" and not i.figure.implied}
    pages: defaultdict[str, list[Item]] = defaultdict(list)
    for item in items:
        if item.figure.implied:
            pages[item.claim.document_id].append(item)
    told = {
        page: tellings([*own, *(item for item in again.get(page, ()) if item.figure.implied)])
        for page, own in pages.items()
    }  # fmt: skip
    with_injured |= {page for page in told if any(_only(person, "injured") for person in told[page])}
    deaths = [_dead(told[page]) for page in sorted(pages) if page not in with_injured]
    found: dict[str, str] = {}
    for page in sorted(pages):
        left = max(map(len, deaths), default=0)
        for person in told[page]:
            dead = next((item for item in person if item.strand == "killed"), None)
            if dead is None and person[0].strand == "injured" and left:
                dead = _death_of(person, deaths)
                left -= dead is not None
            if dead is not None:
                found.update({item.id: dead.id for item in person if item.strand == "injured"})
    found.update(_all_dead(items))
    here = {item.id for item in items}
    return {claim: dead for claim, dead in found.items() if claim in here}


def _all_dead(items: Sequence[Item]) -> Iterator[tuple[str, str]]:
    """ "A family of five was found dead … all five had wounds": the injured of a page that are its dead."""
    dead = [item for item in items if item.strand == "killed" and not item.figure.implied]
    for hurt in items:
        if hurt.strand == "injured" and counts_all(hurt):
            page = [item for item in dead if item.claim.document_id == hurt.claim.document_id]
            most = max(page, key=lambda item: (_low(item), item.id), default=None)
            if most is not None and _low(most) >= _low(hurt):
                yield hurt.id, most.id


def counts_all(item: Item) -> bool:
    """True for a figure of all who were told before ("all five")."""
    return not item.figure.implied and _ALL.match(item.figure.text) is not None


def _dead(persons_told: Sequence[Sequence[Item]]) -> list[Sequence[Item]]:
    return [person for person in persons_told if any(item.strand == "killed" for item in person)]


def _only(person: Sequence[Item], strand: str) -> bool:
    return all(item.strand == strand for item in person)


def _death_of(hurt: Sequence[Item], deaths: Sequence[Sequence[Sequence[Item]]]) -> Item | None:
    """What tells that an injured person of another page has died since: the first of the dead who may be that one; None
    for whoever was expected to live.
    """
    if any(_ALIVE.search(item.claim.excerpt.text) for item in hurt):
        return None
    for person in (person for page in deaths for person in page):
        if (person[0].told or 0) >= (hurt[0].told or 0) and may_be_one(hurt, person):
            return person[0]
    return None


def _page(told: list[Item], others: Sequence[Item], changed: dict[str, Item], *, ranked: bool) -> dict[str, str]:
    """The parts among one page's own figures, `told`; `others` are what it repeats, settled on its first page. With
    `ranked` a third one is the third of these.
    """
    stated = [item for item in told if not item.figure.implied]
    described = [item for item in told if item.figure.implied]
    parts: dict[str, str] = {}
    if described:
        first = described[0]
        changed[first.id] = _one_by_one(described, ranked=ranked)
        parts.update((item.id, first.id) for item in described[1:])
    for item in stated:
        beside = [other for other in told if other != item and _counted_beside(item, other)]
        if beside:
            more = persons([one for one in beside if one.figure.implied])
            more += sum(int(_low(one)) for one in beside if not one.figure.implied)
            changed[item.id] = _at_least(item, int(_low(item)) + more)
    leaders = [changed.get(item.id, item) for item in (*stated, *described[:1])]
    for item in leaders:
        larger = [one for one in (*leaders, *others) if one.id != item.id and _holds(one, item)]
        if larger:
            parts[item.id] = max(larger, key=lambda one: (_low(one), one.id)).id
    return parts


def _one_by_one(described: Sequence[Item], *, ranked: bool) -> Item:
    """The persons of one page as one claim: the first, with their number. Those whom one sentence tells apart, or a
    third one, are surely so many and bound; those of sentences that follow each other are counted, but may be of
    another deed, and those told farther apart more likely are.
    """
    sentences: defaultdict[object, list[Item]] = defaultdict(list)
    for item in described:
        sentences[item.claim.excerpt].append(item)
    sure = max([*map(persons, sentences.values()), *(rank_told(item) for item in described if ranked)])
    one_kind = len({item.whom for item in described}) == 1
    counted = _at_least(described[0], sure)
    together = max(map(persons, _in_a_row(described)))
    return replace(counted, described=max(sure, together), whom=counted.whom if one_kind else "")


def _in_a_row(described: Sequence[Item]) -> list[list[Item]]:
    """Those whose sentences follow each other: farther on a page may tell of another deed."""
    rows: list[list[Item]] = []
    for item in sorted(described, key=lambda item: (item.figure.start, item.id)):
        if rows and item.claim.excerpt.start - rows[-1][-1].claim.excerpt.end <= _ADJACENT:
            rows[-1].append(item)
        else:
            rows.append([item])
    return rows


def _of_some(item: Item) -> bool:
    """True where the words count some of others ("six of them", "including two children"), or those of the hurt who are
    in some condition ("two are in critical condition").
    """
    text, at = item.claim.excerpt.text, item.figure.start - item.claim.excerpt.start
    if item.strand == "injured" and _STATE.search(text, at + len(item.figure.text)):
        return True
    return _OF.search(f"{text[max(0, at - 20) : max(0, at)]}{item.figure.text}") is not None


def _some(item: Item, *, of_more: bool) -> Item:
    """Some of others ("three of the victims"): there were at least so many. Where a figure of these is told that is `of
    more` than the incident, this one is nobody's best.
    """
    if item.figure.implied or not _of_some(item):
        return item
    low = int(_low(item))
    if not of_more:
        return _at_least(item, low)
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
        return other.figure.start > item.figure.start
    if _joined(item, other):
        return True
    return other.figure.start < item.figure.start and _BESIDES.search(item.figure.text) is not None


def _joined(item: Item, other: Item) -> bool:
    """ "Two men and a woman", "a grandmother and her two grandchildren": side by side in one phrase."""
    if not other.figure.implied or item.figure.implied:
        return False
    first, second = sorted((item.figure, other.figure), key=lambda figure: figure.start)
    text, at = item.claim.excerpt.text, item.claim.excerpt.start
    if first is item.figure and first.end > second.start:
        return text[second.start - at - 5 : second.start - at] == " and "  # its words reach over both
    return _AND.fullmatch(text[first.end - at : second.start - at]) is not None


def _holds(whole: Item, part: Item) -> bool:
    if whole.described and part.described and not whole.figure.implied:
        return _low(whole) >= _low(part)
    if _low(part) >= _low(whole) and not (part.figure.implied and _low(part) == _low(whole)):
        return False
    if len({SIDES[one.whom] for one in (whole, part) if one.whom in SIDES}) > 1:
        return False
    if part.earlier and not (whole.earlier or part.figure.implied):
        return True
    if not part.figure.implied and whole.interval.high < inf and whole.interval.meets(part.interval):
        return False  # "dozens" and "at least 20" may be one count: both bound it
    credited = [item.origin for item in (whole, part) if item.claim.sources]
    return part.figure.implied or part.earlier or len(set(credited)) < 2


def _low(item: Item) -> float:
    if item.described is not None:
        return float(item.described)
    figure = item.figure
    return float(figure.low if figure.low is not None else figure.high or 0)
