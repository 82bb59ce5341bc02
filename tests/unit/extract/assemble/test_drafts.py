"""From the numbers of a sentence to drafts: the figure's words, its unit, and where none is made."""

from __future__ import annotations

import pytest
from told import drafts, figure_texts, read


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("More than 340 people fled.", "More than 340 people"),
        ("At least another 340 people fled.", "At least another 340 people"),
        ("Some 340 frightened young villagers fled.", "Some 340 frightened young villagers"),
        ("Tens of thousands of civilians fled.", "Tens of thousands of civilians"),
        ("Between 300 and 400 people fled.", "Between 300 and 400 people"),
        ("Nine hundred and twenty-one families fled.", "Nine hundred and twenty-one families"),
        ("One million people fled.", "One million people"),
        ("Half a million people fled.", "Half a million people"),
        ("More than 340 men and boys were detained.", "More than 340 men and boys"),
        ("At least 340 were killed.", "At least 340"),
        ("The blast wounded 340 others.", "340 others"),
        ("The storm destroyed 340 homes and shops.", "340 homes"),
        ("Three hundred or more people fled.", "Three hundred or more people"),
        ("The death toll rose to 340.", "340"),
        ("Nobody was killed.", "Nobody"),
        ("No one was killed.", "No one"),
    ],
)
def test_the_figures_words(text: str, figure: str) -> None:
    assert figure_texts(text)[0] == figure


@pytest.mark.parametrize("where", ["At the station", "Inside the building", "At the gate", "In the room"])
def test_a_lost_comma_makes_no_label_of_a_count(where: str) -> None:
    assert [d.quantity.low for d in drafts(f"{where} 340 people were killed.")] == [340]
    assert drafts(f"In {where.split()[-1].title()} 340 people were killed.") == []


def test_a_figure_goes_on_from_the_one_before_brackets() -> None:
    text = "Some 900 people (190 families) are sheltering in 6 schools, up from 340 on Monday."
    assert [(d.quantity.low, d.unit) for d in drafts(text)] == [(900, "person"), (190, "household"), (340, "person")]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Some 340 people fled.", "person"),
        ("Some 340 fled.", "person"),
        ("Some 340 families fled.", "household"),
        ("Some 340 households were displaced.", "household"),
        ("Some 340 houses were destroyed.", "dwelling"),
        ("Some 340 huts were burnt.", "dwelling"),
        ("Houses destroyed: 340", "dwelling"),
        ("Families displaced: 340", "household"),
        ("Displaced families: 340", "household"),
        ("Killed: 340", "person"),
        ("The number of families displaced rose to 340.", "household"),
        ("The number of houses destroyed rose to 340.", "dwelling"),
        ("Some 340 Ostlanders fled.", "person"),
        ("Some 340 Belans were killed.", "person"),
    ],
)
def test_the_unit_is_the_nouns(text: str, unit: str) -> None:
    assert [d.unit for d in drafts(text)] == [unit]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Some 340 families fled and 200 returned.", ["household", "household"]),
        ("Some 340 families fled; twelve people were killed.", ["household", "person"]),
        ("The storm destroyed 90 houses and damaged 200.", ["dwelling", "dwelling"]),
        ("The storm destroyed 90 houses and displaced 340 families.", ["dwelling", "household"]),
        ("Some 340 families fled. Of these, 200 are living in relief camps.", ["household", "household"]),
        ("Some 340 families fled, and twelve were killed.", ["household", "person"]),
        ("Some 2,400 families, or 12,000 people, fled.", ["household", "person"]),
        ("Some 310 households (about 1,600 people) fled.", ["household", "person"]),
    ],
)
def test_a_left_out_noun_is_the_one_before(text: str, units: list[str]) -> None:
    assert [d.unit for d in drafts(text)] == units


@pytest.mark.parametrize(
    ("text", "low", "high", "quantifier"),
    [
        ("As many as 250,000 people could be displaced.", None, 250_000, "less_than"),
        ("More than 238,000 people are displaced.", 238_000, None, "more_than"),
        ("Tens of thousands of people fled.", 20_000, 99_999, "vague"),
        ("Between 300 and 400 people fled.", 300, 400, "range"),
        ("Some 3 385 people fled.", 3385, 3385, "approximately"),
        ("Another 61, 000 people fled.", 61_000, 61_000, "exact"),
        ("At least140,000 people fled.", 140_000, None, "more_than"),
        ("The number of displaced exceeds 3,000.", 3000, None, "more_than"),
        ("No one was killed.", 0, 0, "exact"),
        ("One man was killed.", 1, 1, "exact"),
        ("Dozens were hurt.", 24, 99, "vague"),
        ("About a dozen people were hurt.", 12, 12, "approximately"),
    ],
)
def test_the_bounds_are_never_a_midpoint(text: str, low: int | None, high: int | None, quantifier: str) -> None:
    (draft,) = drafts(text)
    assert (draft.quantity.low, draft.quantity.high, draft.quantity.quantifier) == (low, high, quantifier)


def test_what_is_killed_and_is_no_person_is_refused() -> None:
    found, refused = read("The flood killed 40 cows and 12 farmers.")
    assert [(d.quantity.low, d.term) for d in found] == [(12, "killed")]
    assert refused == {"40": "counts no people, households or dwellings (cows)"}


@pytest.mark.parametrize(
    "text",
    [
        "The army lost hundreds of troops.",
        "Forty soldiers were killed.",
        "Nine aid workers were abducted.",
        "Two policemen were wounded.",
    ],
)
def test_members_of_a_force_count_when_something_happens_to_them(text: str) -> None:
    assert len(drafts(text)) == 1


def test_drafts_stand_in_reading_order() -> None:
    text = "A man was killed and 40 people were hurt; nine are missing, and a woman died later."
    starts = [d.quantity.start for d in drafts(text)]
    assert starts == sorted(starts)
    assert len(starts) == 4
