"""Crises with a known truth, told as news tells them: `crisis(seed)` gives the claims and what was really so.

People flee to six towns of two provinces of an invented country and return; there are attacks. Sources count now and
then, truthfully, and say it as sources do: exactly, rounded, "about", "more than", "up to", as a range or a vague word.
Outlets print it, with a lag, copy each other, and print early wrong figures that their source corrects. Last, an
outlet with a source of its own contradicts a figure that stands: those claims are the planted ones.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import count as counting

from dateline.model import Claim, Excerpt, Figure, Period, Place, ResolvedPlace, Source
from dateline.model.situation import Reported, Verdict
from dateline.model.words import Measure, SourceType, Term
from dateline.reconcile.figures import interval_of

FIRST = date(2031, 3, 1)
COUNTRY = ResolvedPlace("made", "0", "Varnia", "VAR", None, None, None, "adm0")
PROVINCES = tuple(
    ResolvedPlace("made", f"p{n}", name, "VAR", name, None, None, "adm1") for n, name in enumerate(("Ostrel", "Dunmar"))
)
TOWNS = tuple(
    ResolvedPlace("made", f"t{n}", name, "VAR", PROVINCES[n % 2].name, 10.0 + n, 20.0, "point")
    for n, name in enumerate(("Mirava", "Kelim", "Sorrin", "Tavesh", "Ulmar", "Pesk"))
)
SOURCES: tuple[tuple[str, SourceType], ...] = (
    ("Agency for the Displaced", "un"), ("Ministry of Relief", "government"), ("Varnian Crescent", "ngo"),
    ("Count Project", "monitor"), ("Harvest Aid", "ngo"),
)  # fmt: skip
OUTLETS = ("Herald", "Courier", "Morning Post", "Radio North", "The Ledger")
RUMOURS = ("Free Voice", "People's Committee", "Front Office", "Border Watch")

Truth = Callable[[int, int], int]


class Atlas:
    """Containment in the invented country."""

    def contains(self, outer: ResolvedPlace, inner: ResolvedPlace) -> bool:
        """Towns lie in their province, everything in the country."""
        return outer.id == inner.id or outer.precision == "adm0" or (
            outer.precision == "adm1" and inner.precision == "point" and inner.admin1 == outer.name
        )  # fmt: skip


@dataclass(slots=True)
class Town:
    """What happened in one town, by day: people who came, returned, and are there at the end of the day."""

    came: list[int] = field(default_factory=list)
    returned: list[int] = field(default_factory=list)
    there: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Attack:
    """Harm at one moment: the toll known by the end of each day from the attack on."""

    place: ResolvedPlace
    day: int
    killed: tuple[int, ...]
    injured: tuple[int, ...]


@dataclass(slots=True)
class Crisis:
    """The claims, and what was really so. `planted` are the ids of claims that contradict what stands,
    `disputed` the periods that they speak of: one rumour each.
    """

    days: int
    towns: dict[str, Town]
    attacks: list[Attack]
    claims: list[Reported] = field(default_factory=list)
    heads: dict[str, str] = field(default_factory=dict)
    planted: set[str] = field(default_factory=set)
    disputed: set[Period] = field(default_factory=set)
    numbers: Iterator[int] = field(default_factory=counting)

    def truth(self, row: Verdict) -> int | None:
        """What a row of a series really was; None for one that says no day."""
        if row.place is None or row.place.place is None or row.end is None or row.start is None:
            return None
        start, end = (_number(date.fromisoformat(day)) for day in (row.start, row.end))
        return self.count(row.term, row.measure, row.place.place, start, end)

    def count(self, term: str, measure: str, place: ResolvedPlace, start: int, end: int) -> int | None:
        """How many, from the beginning of one day to the end of another (a stock: at the end of `end`)."""
        if term in {"killed", "injured"}:
            attack = next((a for a in self.attacks if a.place == place and a.day == start), None)
            return None if attack is None else (attack.killed if term == "killed" else attack.injured)[end - start]
        towns = [self.towns[town.id] for town in TOWNS if Atlas().contains(place, town)]
        if measure == "stock":
            return sum(town.there[end] for town in towns) if start == end else None
        return sum(sum((town.returned if term == "returned" else town.came)[start : end + 1]) for town in towns)


def crisis(seed: int, *, days: int = 42, claims: int = 60, planted: int = 2) -> Crisis:
    """A crisis of so many days, told in about so many claims. The same seed gives the same one."""
    chance = random.Random(seed)
    made = Crisis(days, {town.id: _town(chance, days) for town in TOWNS}, list(_attacks(chance, days)))
    while len(made.claims) < claims:
        _tell(made, chance)
    for _ in range(planted):
        _plant(made, chance)
    chance.shuffle(made.claims)
    return made


def _town(chance: random.Random, days: int) -> Town:
    town, there = Town(), chance.choice((0, 300, 4_000, 20_000))
    for day in range(days):
        wave = chance.random() < 0.15
        came = chance.randrange(500, 9_000) if wave else chance.randrange(0, 60)
        returned = min(there, chance.randrange(0, 400)) if day > days // 3 and chance.random() < 0.4 else 0
        moved_on = min(there - returned, chance.randrange(0, 150)) if chance.random() < 0.3 else 0
        there += came - returned - moved_on
        town.came.append(came)
        town.returned.append(returned)
        town.there.append(there)
    return town


def _attacks(chance: random.Random, days: int) -> Iterator[Attack]:
    for place, day in zip(chance.sample(TOWNS, 3), chance.sample(range(2, days - 2, 5), 3), strict=True):
        tolls = []
        for most in (40, 90):
            known = [chance.randrange(3, most)]
            while len(known) < days - day:
                known.append(known[-1] + (chance.randrange(0, 4) if len(known) < 4 else 0))
            tolls.append(tuple(known))
        yield Attack(place, day, *tolls)


def _tell(made: Crisis, chance: random.Random) -> None:
    """One thing that a source says, printed by an outlet, perhaps copied, perhaps wrong at first and corrected."""
    if chance.random() < 0.15:
        _tell_attack(made, chance)
        return
    place = chance.choice((*TOWNS, *TOWNS, *PROVINCES, COUNTRY))
    term: Term = chance.choice(("displaced", "displaced", "displaced", "returned"))
    end = chance.randrange(1, made.days)
    measure: Measure = "flow" if term == "returned" or chance.random() < 0.35 else "stock"
    start = end if measure == "stock" else chance.choice((0, max(0, end - 6), end))
    number = made.count(term, measure, place, start, end) or 0
    if number == 0:
        return
    name, kind = chance.choice(SOURCES)
    lag = chance.choice((0, 0, 0, 1, 2, 5))
    told = _claim(made, chance, _say(number, chance), term, measure, place, start, end, name, kind, end + lag)
    if chance.random() < 0.1:
        _correct(made, told, number, chance)
    made.claims.append(told)
    if chance.random() < 0.3:
        _copy(made, told, chance)


def _tell_attack(made: Crisis, chance: random.Random) -> None:
    attack = chance.choice(made.attacks)
    later = chance.randrange(0, min(6, made.days - attack.day))
    term: Term = chance.choice(("killed", "injured"))
    number = (attack.killed if term == "killed" else attack.injured)[later]
    name, kind = chance.choice(SOURCES)
    made.claims.append(
        _claim(made, chance, _say(number, chance), term, "flow", attack.place, attack.day, attack.day, name, kind,
               attack.day + later)
    )  # fmt: skip


def _correct(made: Crisis, told: Reported, number: int, chance: random.Random) -> None:
    """An early, wrong figure of the same source for the same thing: the claim itself is its correction."""
    wrong = round(number * chance.choice((0.5, 1.4, 2.5))) + 1
    early = _number(date.fromisoformat(str(told.published))) - 1
    claim = replace(_another(made, told.claim), figure=_exact(wrong))
    made.claims.append(replace(told, claim=claim, published=_day(early)))


def _copy(made: Crisis, told: Reported, chance: random.Random) -> None:
    """Another outlet prints the same sentence a day later; a "now" in it has moved with the day."""
    later = _number(date.fromisoformat(str(told.published))) + 1
    moved = chance.random() < 0.5 and told.claim.measure == "stock"
    period = replace(told.claim.period, end=_day(later)) if moved else told.claim.period
    claim = replace(_another(made, told.claim), period=period)
    made.heads[claim.document_id] = told.claim.document_id
    made.claims.append(Reported(claim, _day(later), chance.choice(OUTLETS)))


def _plant(made: Crisis, chance: random.Random) -> None:
    """A rumour that excludes a figure which stands: no number satisfies both."""
    copied = set(made.heads)
    newest: dict[tuple[object, ...], Reported] = {}
    for told in sorted(made.claims, key=lambda told: (str(told.published), told.claim.claim_id)):
        claim = told.claim
        if claim.document_id not in copied and claim.period not in made.disputed:
            newest[claim.sources[0].name, claim.term, claim.measure, claim.places[0].name, claim.period] = told
    target = chance.choice([newest[key] for key in sorted(newest, key=str)])
    allowed = interval_of(target.claim.figure or _exact(1))
    if math.isinf(allowed.high) or (allowed.low > 20 and chance.random() < 0.5):
        wrong = math.floor(allowed.low / chance.choice((1.5, 2, 4)) - 1)
    else:
        wrong = math.ceil(allowed.high * chance.choice((1.5, 2, 5)) + 1)
    figure = _exact(max(wrong, 0) // 10 * 10 + 1)
    if allowed.meets(interval_of(figure)):
        return
    source = replace(target.claim.sources[0], name=(who := chance.choice(RUMOURS)), resolved=who, type="other")
    claim = replace(_another(made, target.claim), figure=figure, sources=(source,))
    made.claims.append(Reported(claim, target.published, chance.choice(OUTLETS)))
    made.planted.add(claim.claim_id)
    made.disputed.add(claim.period)


def _say(number: int, chance: random.Random) -> Figure:
    """A true way to say a number."""
    digits = 10 ** max(0, len(str(number)) - chance.choice((1, 2, 3, 9)))
    rounded = round(number / digits) * digits
    ways = ["count", "round", "round", "about", "more", "up to", "range"]
    way = chance.choice([*ways, "vague"] if number >= 200 else ways)
    if way == "round" and rounded:
        return _exact(rounded)
    if way == "about":
        about = max(1, round(number / (unit := max(1, 10 ** (len(str(number)) - 2)))) * unit)
        return Figure(f"about {about} people", 0, 1, about, about, "approximately", "person")
    if way == "more":
        low = number // digits * digits or number
        return Figure(f"at least {low} people", 0, 1, low, None, "more_than", "person")
    if way == "up to":
        high = -(-number // digits) * digits
        return Figure(f"up to {high} people", 0, 1, None, high, "less_than", "person")
    if way == "range":
        return Figure("a range", 0, 1, round(number * 0.9), round(number * 1.2) + 1, "range", "person")
    if way == "vague":
        low, high = next(band for band in ((200, 999), (2_000, 9_999), (20_000, 99_999), (200_000, 999_999))
                         if number < 2 * band[1])  # fmt: skip
        return Figure("thousands of people", 0, 1, low, high, "vague", "person")
    return _exact(number)


def _exact(number: int) -> Figure:
    return Figure(f"{number:,} people", 0, 1, number, number, "exact", "person")


def _claim(
    made: Crisis,
    chance: random.Random,
    figure: Figure,
    term: Term,
    measure: Measure,
    place: ResolvedPlace,
    start: int,
    end: int,
    source: str,
    kind: SourceType,
    told: int,
) -> Reported:
    period = Period(None if measure == "stock" else _day(start), _day(end), None, "day", "text")
    named = _named(made)
    claim = Claim(
        claim_id=named["claim_id"],
        document_id=named["document_id"],
        excerpt=Excerpt(f"{source} says in sentence {named['claim_id']} that it counted {figure.text}", 0, 1),
        figure=figure,
        term=term,
        measure=measure,
        cause="conflict",
        places=(Place(place.name, "at", 0, 1, place=place),),
        country="VAR",
        period=period,
        sources=(Source(source, kind, 0, 1, source),),
    )
    return Reported(claim, _day(told), chance.choice(OUTLETS))


def _another(made: Crisis, claim: Claim) -> Claim:
    """The claim on a page of its own."""
    named = _named(made)
    return replace(claim, claim_id=named["claim_id"], document_id=named["document_id"])


def _named(made: Crisis) -> dict[str, str]:
    number = next(made.numbers)
    return {"claim_id": f"{number * 2_654_435_761 % 2**32:08x}{number:04x}", "document_id": f"page{number:05}"}


def _day(number: int) -> str:
    return (FIRST + timedelta(days=number)).isoformat()


def _number(day: date) -> int:
    return (day - FIRST).days
