"""What is reconciled block by block is what is reconciled at once; and known situations are taken over unchanged."""

from __future__ import annotations

import sys
from collections import defaultdict
from dataclasses import replace
from itertools import count
from random import Random

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from made_claims import ATLAS, COUNTRY, OTHER_TOWN, PROVINCE, TOWN, figure, told

from dateline.model.situation import Decision, Reported, Situation
from dateline.reconcile import Standing, blocks, in_order, keys_of, stands

DAYS = (None, "2031-03-01", "2031-03-02", "2031-03-09", "2031-06-20")
WORDS = (None, None, "A sentence of seven words for all", "Too short a sentence")
PAGES = tuple(f"page{number}" for number in range(5))
World = tuple[list[Reported], dict[str, str], tuple[Decision, ...]]


@st.composite
def any_claim(draw: st.DrawFn, number: int) -> Reported:
    """A claim on one of a few pages, of one of a few kinds, in one of two countries or none."""
    measure, on = draw(st.sampled_from(("stock", "flow"))), draw(st.sampled_from(DAYS))
    made = told(
        figure(draw(st.integers(1, 9))),
        claim_id=f"c{number:02}",
        document=draw(st.sampled_from(PAGES)),
        term=draw(st.sampled_from(("killed", "killed", "injured", "displaced", "returned", "affected"))),
        measure=measure,
        on=on,
        at=draw(st.sampled_from((TOWN, OTHER_TOWN, PROVINCE, COUNTRY, "Nowhere Listed", None))),
        by=draw(st.sampled_from(("IOM", "Ministry", None))),
        cause=draw(st.sampled_from(("conflict", "disaster", None))),
        country=draw(st.sampled_from(("VAR", "ORD", None))),
        words=draw(st.sampled_from(WORDS)),
        published=draw(st.sampled_from(("2031-03-03", "2031-06-21", None))),
        modality=draw(st.sampled_from(("asserted", "asserted", "forecast"))),
        part_of=draw(st.sampled_from((None, None, f"c{max(number - 1, 0):02}"))) if number else None,
    )
    return replace(made, title=draw(st.sampled_from((None, "Blast in Mirava", "Camp in Kelim"))))


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Claims, copies among their pages, and what people decided."""
    claims = [draw(any_claim(number)) for number in range(draw(st.integers(2, 9)))]
    heads = draw(st.dictionaries(st.sampled_from(PAGES[1:3]), st.just(PAGES[0]), max_size=2))
    ids = st.lists(st.sampled_from([one.claim.claim_id for one in claims]), min_size=1, max_size=3)
    actions = draw(st.lists(st.sampled_from(("merge", "split", "recommend")), max_size=2))
    return claims, heads, tuple(Decision(n, action, tuple(draw(ids))) for n, action in enumerate(actions))  # type: ignore[arg-type]


def settled(claims: list[Reported], heads: dict[str, str], decisions: tuple[Decision, ...]) -> list[Situation]:
    return [one.situation for one in stands(claims, heads=heads, decisions=decisions, containment=ATLAS)]


def at_once(world: World) -> list[Situation]:
    return sorted(settled(*world), key=in_order)


def by_blocks(world: World, decided: bool = True) -> list[Situation]:
    claims, heads, decisions = world
    keys = {one.claim.claim_id: keys_of(one, heads) for one in claims}
    of = blocks(keys, decisions if decided else ()).of
    parts: defaultdict[int, list[Reported]] = defaultdict(list)
    for one in claims:
        parts[of[one.claim.claim_id]].append(one)
    return sorted((one for part in parts.values() for one in settled(part, heads, decisions)), key=in_order)


def test_block_by_block_is_all_at_once() -> None:
    @settings(max_examples=300, database=None)
    @given(worlds())
    def holds(world: World) -> None:
        assert by_blocks(world) == at_once(world)

    holds()


@pytest.mark.parametrize("forgotten", ["page", "in", "said", "decided"])
def test_something_forgotten_is_noticed(forgotten: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without any one of what claims meet by, some world comes out otherwise."""
    room, alone = sys.modules["dateline.reconcile.blocks"], count(1)
    hashed = room._hashed
    monkeypatch.setattr(
        room, "_hashed", lambda text: -next(alone) if text.split("\x1f")[1] == forgotten else hashed(text)
    )
    searching = settings(max_examples=3_000, deadline=None, database=None, phases=(Phase.generate,))
    find(worlds(), lambda world: by_blocks(world, forgotten != "decided") != at_once(world), settings=searching,
         random=Random(1))  # fmt: skip


def test_equal_inputs_are_equal_situations() -> None:
    """What is taken over by the hash of its inputs is what would be computed, whatever else changed."""

    @settings(max_examples=150, database=None)
    @given(worlds(), st.integers(0, 8))
    def holds(world: World, left_out: int) -> None:
        claims, heads, decisions = world
        before = {one.inputs: one.situation for one in _standing(claims[:left_out] + claims[left_out + 1 :], (), {})}
        for now in ((claims, heads, decisions), (claims, heads, ()), (claims[1:], {}, decisions)):
            for one in _standing(now[0], now[2], now[1]):
                assert before.get(one.inputs, one.situation) == one.situation
            taken = stands(now[0], heads=now[1], decisions=now[2], containment=ATLAS, known=before)
            assert sorted((one.situation for one in taken), key=in_order) == at_once(now)

    holds()


def _standing(claims: list[Reported], decisions: tuple[Decision, ...], heads: dict[str, str]) -> list[Standing]:
    return list(stands(claims, heads=heads, decisions=decisions, containment=ATLAS))
