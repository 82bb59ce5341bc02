"""Parts told in the many ways of reporters: by pronoun, by number, behind a colon, under a total, by place."""

from __future__ import annotations

import pytest
from told import claims, terms

Links = list[tuple[int | None, int | None]]


def links(text: str) -> Links:
    """(number, number of its whole) of every claim, in reading order."""
    found = [c for c in claims(text) if c.figure]
    value = {c.claim_id: f.low if f.low is not None else f.high for c in found if (f := c.figure)}
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
        ("At least 480 people died this year, compared with 350 in 2027.", [(480, None), (350, None)]),
        ("Some 90 people died in May, up from 40 in April.", [(90, None), (40, None)]),
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


_DAY_OF_CITIES = (
    "Twelve people were killed on Friday in rocket attacks on two cities. In Orvel city the toll from rocket attacks "
    "rose to nine killed. A reporter said a rocket hit the Bran quarter of Orvel, killing five people. Earlier a shell "
    "killed four children in its Hallo quarter. In Belmar three people were killed when a shell hit a market."
)


def test_a_citys_toll_is_added_up_before_the_days() -> None:
    assert links(_DAY_OF_CITIES) == [(12, None), (9, 12), (5, 9), (4, 9), (3, 12)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the same ten told twice are added once
        ("Shells killed 25 people in Orvel on Monday. Ten people were killed in the Bran quarter. The ten killed "
         "in the Bran quarter were at a wedding. Fifteen people were killed in the Hallo quarter.",
         [(25, None), (10, 25), (15, 25)]),
        # "another" stands beside what was told, and soldiers are no civilians
        ("Strikes hit two towns of the plain on Monday. A raid on Orvel killed eight people, a doctor said. It hit a "
         "bakery. Another five people died in Belmar. Three people died in Hask.",
         [(8, None), (5, None), (3, None)]),
        ("Strikes hit Orvel on Monday, and killed 14 civilians. Nine soldiers were killed. Five soldiers were killed "
         "in the hills.", [(14, None), (9, None), (5, None)]),
        # a vague number is no sum, and one raid is no part of another
        ("Dozens of people were killed in Orvel on Monday. A raid killed 14 people. Another raid killed 10 people.",
         [(24, None), (14, None), (10, None)]),
    ],
)  # fmt: skip
def test_sums(text: str, expected: Links) -> None:
    assert links(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Clashes killed 40 rebels on Monday. The army said that two of its soldiers were killed, too.",
         [(40, None), (2, None)]),
        ("Shelling killed at least 66 civilians including 13 children according to the Lusan Monitor as well as three "
         "rescue workers.", [(66, None), (13, 66), (3, None)]),
        ("Raids on Orvel killed 14 people. Seven people were killed in the Bran quarter. Another seven people were "
         "killed in the Hallo quarter.", [(14, None), (7, 14), (7, 14)]),
        ("A raid on Orvel killed at least 20 people. At least six of those killed were rebels while four were cooks.",
         [(20, None), (6, 20), (4, 20)]),
        ("Strikes across the plain killed 18 people in Belmar and Hask on Monday. In Orvel nine people were also "
         "killed.", [(18, None), (9, None)]),
    ],
)  # fmt: skip
def test_beside_and_among(text: str, expected: Links) -> None:
    assert links(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a total that follows its parts
        ("Nine people were killed in Orvel. Five people were killed in Belmar. In all the raids killed 14 people.",
         [(9, 14), (5, 14), (14, None)]),
        # two rounded counts may miss their rounded total by a few
        ("The battle cost more than 500 lives, a monitor said. At least 346 rebels were killed and more than 170 "
         "soldiers died.", [(500, None), (346, 500), (170, 500)]),
        # the wounded of one shell are no total of those of two others
        ("Shelling of the city went on all Monday. Schools were closed. Buses did not run. A shell hit a clinic, "
         "wounding five patients. A rocket wounded two civilians in the Bran quarter. A rocket wounded three "
         "civilians in the Hallo quarter.", [(5, None), (2, None), (3, None)]),
        # others wounded beside the dead are told again, another seven dead are not
        ("Nine killed and 80 injured in Orvel\n\nNine people were killed and 80 others were injured in Orvel.",
         [(9, None), (80, None)]),
    ],
)  # fmt: skip
def test_totals_that_follow_and_rounded_ones(text: str, expected: Links) -> None:
    assert links(text) == expected
