"""The laws of reconciliation, over made-up claims; and that each test of a law fails when its law is broken on purpose.

A law is a function that takes claims and raises AssertionError. `test_the_law_holds` gives it examples;
`test_a_broken_law_is_noticed` breaks the code in one place and asks for an example on which the law fails.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample
from made_claims import ATLAS, COUNTRY, OTHER_TOWN, PROVINCE, TOWN, figure, told

from dateline.model.situation import GRADES, Reported, Situation, Verdict
from dateline.reconcile import bounds, conflict, pipeline, reconcile, series, system, verdict

DAYS = [f"2031-03-{day:02}" for day in range(1, 9)]
PLACES = [TOWN, OTHER_TOWN, PROVINCE, COUNTRY]
Key = tuple[object, ...]


def settled(claims: list[Reported], **more: Any) -> tuple[Situation, ...]:
    return reconcile(claims, containment=ATLAS, **more)


def rows(situations: tuple[Situation, ...]) -> dict[Key, Verdict]:
    return {
        (s.kind, s.term_family, s.country, r.term, r.unit, r.measure, r.place, r.start, r.end): r
        for s in situations for r in s.series
    }  # fmt: skip


# --- claims -----------------------------------------------------------------------------------------------------------


@st.composite
def any_claim(draw: st.DrawFn, number: int, plain: bool = False) -> Reported:
    """Anything that a source may say, true or not, also undated and unplaced; `plain`: with day, place and cause."""
    numbers = st.one_of(st.none(), st.integers(1, 400), st.sampled_from((10, 100, 130)))
    low, high = draw(numbers), draw(numbers)
    if low is None and high is None:
        low = 7
    if low is not None and high is not None:
        low, high = sorted((low, draw(st.sampled_from((low, high)))))
    measure = draw(st.sampled_from(("stock", "flow")))
    start, end = sorted((draw(st.sampled_from(DAYS)), draw(st.sampled_from(DAYS))))
    return told(
        figure(low, high),
        claim_id=f"c{number:02}",
        term=draw(st.sampled_from(("displaced", "forced_to_flee", "returned", "killed", "sheltered"))),
        measure=measure,
        on=draw(st.sampled_from((end, end, end, end if plain else None))),
        since=start if measure == "flow" else None,
        at=draw(st.sampled_from(PLACES if plain else (*PLACES, "Nowhere Listed", None))),
        by=draw(st.sampled_from(("IOM", "Ministry", "Crescent", None))),
        kind=draw(st.sampled_from(("un", "government", "ngo", "military"))),
        published=draw(st.sampled_from((end, "2031-03-20", None))),
        publisher=draw(st.sampled_from(("Herald", "Courier"))),
        cause=draw(st.sampled_from(("conflict", "conflict", "conflict" if plain else None))),
        modality=draw(st.sampled_from(("asserted", "asserted", "asserted", "asserted" if plain else "forecast"))),
        part_of=draw(st.sampled_from((None, None, None, f"c{max(number - 1, 0):02}"))) if number else None,
    )


def lists(plain: bool = False) -> st.SearchStrategy[list[Reported]]:
    """Two to seven such claims."""
    return st.integers(2, 7).flatmap(lambda n: st.tuples(*(any_claim(i, plain) for i in range(n)))).map(list)


any_claims, plain_claims = lists(), lists(plain=True)


@st.composite
def rounded_claims(draw: st.DrawFn) -> list[Reported]:
    """Among others a round figure, and one that leaves of what it allows only what lies below it."""
    least = draw(st.integers(60, 99))
    pair = [told(figure(100), claim_id="r1", on=DAYS[0]), told(figure(None, least), claim_id="r2", on=DAYS[0])]
    return [*pair, *draw(plain_claims)]


@st.composite
def true_claims(draw: st.DrawFn) -> list[Reported]:
    """What sources say truthfully of a small crisis: figures that allow what was really so."""
    chance = random.Random(draw(st.integers(0, 10**6)))
    there = {town: [chance.randrange(0, 300) for _ in DAYS] for town in (TOWN, OTHER_TOWN)}
    came = {
        town: [max(0, now - before) + chance.choice((0, 0, 15)) for before, now in zip([0, *told], told, strict=False)]
        for town, told in there.items()
    }
    found = []
    for number in range(draw(st.integers(2, 9))):
        place = chance.choice(PLACES)
        towns = [town for town in there if ATLAS.contains(place, town)]
        start, end = sorted(chance.choices(range(len(DAYS)), k=2))
        measure = chance.choice(("stock", "flow"))
        truth = sum(there[t][end] if measure == "stock" else sum(came[t][start : end + 1]) for t in towns)
        spread = chance.choice((0, 0, 20))
        low = chance.choice((max(truth - spread, 0), max(truth - spread, 0), None))
        high = truth + spread if low is None else chance.choice((truth + spread, None, truth + spread))
        found.append(
            told(
                figure(low, high), claim_id=f"c{number:02}", measure=measure, on=DAYS[end], at=place,
                since=DAYS[start] if measure == "flow" else None, by=chance.choice(("IOM", "Ministry", "Crescent")),
                published="2031-03-09",
            )
        )  # fmt: skip
    return found


# --- laws -------------------------------------------------------------------------------------------------------------


def order_makes_no_difference(claims: list[Reported]) -> None:
    """Any order of input gives the same result."""
    shuffled = list(claims)
    random.Random(1).shuffle(shuffled)
    assert settled(claims) == settled(shuffled) == settled(claims[::-1])


def a_copy_changes_no_number(claims: list[Reported]) -> None:
    """Another page with the same words, printed later, its "now" moved with the day: nothing changes but its role."""
    first = claims[0]
    moved = replace(first.claim.period, end="2031-03-21") if first.claim.period.end else first.claim.period
    copy = replace(first.claim, claim_id="z-copy", document_id="z-page", period=moved)
    heads = {"z-page": first.claim.document_id}
    with_copy = settled([*claims, Reported(copy, "2031-03-21", "Another")], heads=heads)
    assert rows(with_copy) == rows(settled(claims))


def a_consistent_claim_only_tightens(claims: list[Reported]) -> None:
    """The last claim, of an origin of its own, is consistent with the others: it may only narrow their bounds."""
    source = replace(claims[-1].claim.sources[0], name="Newcomer", resolved="Newcomer")
    added = replace(claims[-1], claim=replace(claims[-1].claim, sources=(source,)))
    before, after = settled(claims[:-1]), settled([*claims[:-1], added])
    assert not any(situation.contradictions for situation in (*before, *after))
    now = rows(after)
    for key, row in rows(before).items():
        assert no_wider(now[key], row), (row, now[key])


def an_origin_less_never_helps(claims: list[Reported]) -> None:
    """Without one origin no bounds narrow and no grade rises, where nothing contradicts."""
    whole = settled(claims)
    assert not any(situation.contradictions for situation in whole)
    rest = settled([told for told in claims if told.claim.sources[0].name != "IOM"])
    now = rows(whole)
    for key, row in rows(rest).items():
        assert no_wider(now[key], row), (row, now[key])
        assert GRADES.index(row.grade) >= GRADES.index(now[key].grade)


def no_wider(one: Verdict, other: Verdict) -> bool:
    """True when the bounds of one lie within those of the other."""
    low = other.low is None or (one.low is not None and one.low >= other.low)
    return low and (other.high is None or (one.high is not None and one.high <= other.high))


def the_best_lies_inside(claims: list[Reported]) -> None:
    """low ≤ best ≤ high where not null."""
    for row in rows(settled(claims)).values():
        numbers = [number for number in (row.low, row.best, row.high) if number is not None]
        assert numbers == sorted(numbers), row


def every_number_names_its_claims(claims: list[Reported]) -> None:
    """Bounds name claims that hold them, a best is a figure that one of the row's claims states."""
    by_id = {told.claim.claim_id: told for told in claims}
    for row in rows(settled(claims)).values():
        assert row.claims and set(row.claims) <= set(by_id)
        assert (row.low is None) == (not row.low_held_by) and (row.high is None) == (not row.high_held_by), row
        assert {*row.low_held_by, *row.high_held_by} <= set(by_id)
        if row.best is not None:
            figures = [by_id[claim].claim.figure for claim in row.claims]
            assert any(one is not None and one.low == row.best == one.high for one in figures)


def every_claim_plays_one_part(claims: list[Reported]) -> None:
    """Every claim has one role in one situation, with a reason."""
    played = [role for situation in settled(claims) for role in situation.roles]
    assert sorted(role.claim_id for role in played) == sorted(told.claim.claim_id for told in claims)
    assert all(role.reason for role in played)


def contradictions_are_minimal(claims: list[Reported]) -> None:
    """The claims of a contradiction exclude each other; without any one of them the others do not."""
    by_id = {told.claim.claim_id: told for told in claims}
    for situation in settled(claims):
        for found in situation.contradictions:
            alone = [by_id[claim] for claim in found.claims]
            assert any(len(s.contradictions) for s in settled(alone))
            for left_out in alone:
                rest = [told for told in alone if told is not left_out]
                assert not any(set(c.claims) <= set(found.claims) for s in settled(rest) for c in s.contradictions)


# --- tests ------------------------------------------------------------------------------------------------------------

Law = Callable[[list[Reported]], None]
_SEARCHING = settings(max_examples=600, deadline=None, database=None, phases=(Phase.generate,))
_PATIENT = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


_groups = pipeline.groups


def _forgets_the_last(claims: Iterable[Reported], **more: Any) -> Any:
    return _groups(list(claims)[:-1], **more)


def _names_all(stances: Sequence[system.Stance], real: Any = conflict._excluding) -> tuple[str, ...] | None:
    return tuple(sorted({stance.claim for stance in stances})) if real(stances) else None


LAWS: list[tuple[Law, Any, tuple[object, str, object]]] = [
    (order_makes_no_difference, any_claims, (pipeline, "groups", _forgets_the_last)),
    (a_copy_changes_no_number, any_claims, (pipeline, "collapse", lambda items: (list(items), {}))),
    (a_consistent_claim_only_tightens, true_claims(), (system, "both", lambda one, other: other)),
    (an_origin_less_never_helps, true_claims(), (series, "grade_of", lambda told, *_: "weak" if told[1:] else "fair")),
    (the_best_lies_inside, rounded_claims(), (verdict, "_within", lambda *_: True)),
    (every_number_names_its_claims, any_claims, (bounds, "_holding", lambda *_: bounds._Holding())),
    (every_claim_plays_one_part, any_claims, (pipeline, "attach", lambda groups, _: [(group, []) for group in groups])),
    (contradictions_are_minimal, plain_claims, (conflict, "_excluding", _names_all)),
]
NAMES = [law.__name__ for law, _, _ in LAWS]


@pytest.mark.parametrize(("law", "claims"), [(law, claims) for law, claims, _ in LAWS], ids=NAMES)
def test_the_law_holds(law: Law, claims: Any) -> None:
    @_PATIENT
    @given(claims)
    def holds(example: list[Reported]) -> None:
        law(example)

    holds()


@pytest.mark.parametrize(("law", "claims", "fault"), LAWS, ids=NAMES)
def test_a_broken_law_is_noticed(law: Law, claims: Any, fault: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    where, name, broken = fault
    monkeypatch.setattr(where, name, broken, raising=False)

    def noticed(example: list[Reported]) -> bool:
        try:
            law(example)
        except AssertionError:
            return True
        return False

    assert any(_found(claims, noticed, seed) for seed in range(_SEARCHES)), (
        f"{law.__name__} holds although {name} is broken"
    )


_SEARCHES = 8
"""Random searches before a law counts as untested: what one draws depends on what else is loaded."""


def _found(claims: Any, noticed: Callable[[list[Reported]], bool], seed: int) -> bool:
    try:
        find(claims, noticed, settings=_SEARCHING, random=Random(seed))
    except NoSuchExample:
        return False
    return True
