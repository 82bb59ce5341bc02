"""Which noun a number counts, in parsed sentences."""

from __future__ import annotations

import pytest

from dateline.extract.parse import sentences_of
from dateline.extract.quantity.bounded import bounded
from dateline.extract.quantity.recognize import Counting, recognize
from dateline.extract.repair import repair


def countings(text: str) -> list[Counting]:
    (sentence,) = sentences_of(repair(text))
    return [c for c in recognize(sentence) if c.number.refused is None]


def first(text: str) -> Counting:
    return countings(text)[0]


@pytest.mark.parametrize(
    ("text", "noun", "kind"),
    [
        ("Some 400 people fled Orvel.", "people", "person"),
        ("Some 400 frightened young villagers fled Orvel.", "villagers", "person"),
        ("Some 400 internally displaced persons live in Orvel.", "persons", "person"),
        ("Some 400 Orvelian textile workers fled the town.", "workers", "person"),
        ("Some 400 asylum-seekers reached Tarn.", "seekers", "person"),
        ("Tens of thousands of civilians fled Orvel.", "civilians", "person"),
        ("A dozen children fled Orvel.", "children", "person"),
        ("A couple of nurses fled Orvel.", "nurses", "person"),
        ("Half a million people fled Orvel.", "people", "person"),
        ("About 90 families fled Orvel.", "families", "household"),
        ("About 90 poor farming families fled Orvel.", "families", "household"),
        ("About 90 households fled Orvel.", "households", "household"),
        ("The storm destroyed 90 houses.", "houses", "dwelling"),
        ("The storm destroyed 90 mud-brick huts.", "huts", "dwelling"),
        ("The storm destroyed 90 housing units.", "units", "dwelling"),
        ("The storm destroyed 90 residential buildings.", "buildings", "dwelling"),
        ("The storm destroyed 90 bridges.", "bridges", "thing"),
        ("The storm hit 90 districts.", "districts", "thing"),
        ("They set up 90 tents.", "tents", "dwelling"),
        ("They counted 90 air strikes.", "strikes", "thing"),
    ],
)
def test_a_number_counts_its_noun(text: str, noun: str, kind: str) -> None:
    counting = first(text)
    assert counting.noun is not None
    assert (counting.noun.text, counting.counted) == (noun, kind)


@pytest.mark.parametrize(
    "text",
    [
        "At least 40 were injured.",
        "At least 40 others were injured.",
        "Another 40 are missing.",
        "Of them, 40 were injured.",
    ],
)
def test_the_noun_may_be_left_out(text: str) -> None:
    counting = first(text)
    assert counting.counted == "omitted"
    assert counting.shared


@pytest.mark.parametrize(
    ("text", "part", "pronoun"),
    [
        ("Nine of those killed were children.", True, None),
        ("Nine of the dead were children.", True, None),
        ("Nine of them were children.", False, "them"),
        ("The army moved 300 people, nine of whom were ill.", False, "whom"),
        ("Nine children were killed.", False, None),
    ],
)
def test_a_number_may_be_part_of_a_whole(text: str, part: bool, pronoun: str | None) -> None:
    counting = countings(text)[-1]
    assert (counting.part, counting.pronoun.text if counting.pronoun else None) == (part, pronoun)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The number of displaced exceeds 3,000.", (3000, None, "more_than")),
        ("The death toll has passed 45.", (45, None, "more_than")),
        ("The death toll topped 45.", (45, None, "more_than")),
        ("The death toll approached 45.", (None, 45, "less_than")),
        ("The number of displaced is estimated at 500.", (500, 500, "approximately")),
        ("The number of displaced is believed to be 500.", (500, 500, "approximately")),
        ("The convoy passed 300 people on the road.", (300, 300, "exact")),
        ("The number of displaced stands at 500.", (500, 500, "exact")),
        ("The number of displaced exceeds at least 500.", (500, None, "more_than")),
    ],
)
def test_a_verb_may_bound_its_number(text: str, expected: tuple[int | None, int | None, str]) -> None:
    assert bounded(first(text)) == expected
