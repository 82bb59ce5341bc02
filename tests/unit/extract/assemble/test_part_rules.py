"""Parts told in the many ways of reporters: by pronoun, by number, behind a colon, under a total, by place."""

from __future__ import annotations

import pytest
from told import claims, terms

Links = list[tuple[int | None, int | None]]


def links(text: str) -> Links:
    """(number, number of its whole) of every claim, in reading order."""
    found = [c for c in claims(text) if c.figure]
    value = {c.claim_id: c.figure.low if c.figure.low is not None else c.figure.high for c in found}
    return [(value[c.claim_id], value.get(c.part_of or "")) for c in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shelling killed 31 people, eight of whom had been waiting at a bakery.", [(31, "killed"), (8, "killed")]),
        ("Some 21 people died, 12 of them in the town of Orvel.", [(21, "killed"), (12, "killed")]),
        ("Guards shot dead 17 people. Some were students. Four of them were cooks of the council.",
         [(17, "killed"), (4, "killed")]),
        ("The raid killed nine civilians; seven of the nine were of one family.", [(9, "killed"), (7, "killed")]),
        ("The battle left 462 people dead: 241 troops, 150 rebels and 71 civilians.",
         [(462, "killed"), (241, "killed"), (150, "killed"), (71, "killed")]),
        ("Fifty-six rebels were killed on Monday, as were 16 guards.", [(56, "killed"), (16, "killed")]),
        ("The quake killed 36 people. Six of the dead were prisoners.", [(36, "killed"), (6, "killed")]),
    ],
)  # fmt: skip
def test_what_befell_the_whole_befell_its_part(text: str, expected: list[tuple[int, str]]) -> None:
    assert terms(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The blast killed 26 workers, and eight of them escaped.",
        "Militants who killed 90 people fired 40 rockets, 12 of them at the port.",
    ],
)
def test_some_fared_otherwise(text: str) -> None:
    assert len(terms(text)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rescuers recovered 17 bodies on Sunday, raising to 58 the death toll.", [(17, 58), (58, None)]),
        ("A bomb killed 36 people in Orvel on Monday. The latest deaths bring to 112 the number of people killed "
         "since May.", [(36, 112), (112, None)]),
        ("Fighting killed 250 people in May. In Orvel alone 120 people died.", [(250, None), (120, 250)]),
        ("At least 68 children were among the 126 people killed.", [(68, 126), (126, None)]),
        ("At least 26 people were killed in the blast, updating a previous toll of 12 dead. Nine of the dead were "
         "children.", [(26, None), (12, None), (9, 26)]),
        ("Strikes killed 40 people, among them three children. Two of the dead were medics.",
         [(40, None), (3, 40), (2, 40)]),
        ("The battle killed 340 rebels and 170 soldiers. At least 25 of the rebels were shot on the last day.",
         [(340, None), (170, None), (25, 340)]),
    ],
)  # fmt: skip
def test_a_total_holds_what_words_put_into_it(text: str, expected: Links) -> None:
    assert links(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Air raids across the province killed at least 30 people on Monday. In the town of Orvel 14 people died. "
         "Nine others were killed in the village of Tarn.", [(30, None), (14, 30), (9, 30)]),
        ("Raids on several towns killed 30 soldiers on Monday. In the town of Orvel 14 civilians died.",
         [(30, None), (14, None)]),
        ("Air raids across the province killed at least 30 people on Monday. On Friday 14 people died in Orvel.",
         [(30, None), (14, None)]),
        ("Air raids across the province killed at least 30 people on Monday. Rebel rockets killed 14 people in Orvel.",
         [(30, None), (14, None)]),
        ("Air raids across the province killed at least 30 people. Another 14 people were killed in Orvel.",
         [(30, None), (14, None)]),
        ("The war has cost 900 lives since 2019. In Orvel 14 people died in a mine.", [(900, None), (14, None)]),
        ("A bomb killed nine people at a market. Two women and three guards died in the blast.",
         [(9, None), (2, 9), (3, 9)]),
        ("A bomb killed 30 people in Tarn. In an unrelated accident 14 people died in the town of Orvel.",
         [(30, None), (14, None)]),
    ],
)  # fmt: skip
def test_a_toll_of_one_place_is_within_a_wide_total(text: str, expected: Links) -> None:
    assert links(text) == expected
