"""Parts told by rank, kind, state, share and sum, and figures that only look like parts."""

from __future__ import annotations

import pytest
from told import claims

Links = list[tuple[int | None, int | None]]


def links(text: str) -> Links:
    """(number, number of its whole) of every claim with a number, in reading order."""
    found = [c for c in claims(text) if c.figure and not c.figure.implied]
    value = {c.claim_id: f.low if f.low is not None else f.high for c in found if (f := c.figure)}
    return [(value[c.claim_id], value.get(c.part_of or "")) for c in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # those whom a noun names again
        ("Floods killed 110 people. On Sunday 1,500 villagers were cut off. Of the dead, 34 have been buried.",
         [(110, None), (1500, None), (34, 110)]),
        ("Some 11,800 people sleep in schools. Medics treated 205 injured. Of the displaced, 7,400 are in Tarn and "
         "4,400 in Hask.", [(11800, None), (205, None), (7400, 11800), (4400, 11800)]),
        ("A ferry sank, killing 30 people, the coast guard said. A navy put the toll at 44. Of the 30 dead, "
         "21 were women.", [(30, None), (44, None), (21, 30)]),
        ("The agency counts 174 dead and 758 wounded; it confirmed 14 civilians among the dead.",
         [(174, None), (758, None), (14, 174)]),
        # the largest share
        ("Rain has affected 285,000 people. Tarn is worst off with 96,300 people.", [(285000, None), (96300, 285000)]),
        ("Raids displaced 3,912 people. The largest arrivals were registered in Orvel (1,640 individuals), Tarn "
         "(1,104) and Hask (618).", [(3912, None), (1640, 3912), (1104, 3912), (618, 3912)]),
        ("Officials reported 17 deaths, the majority (ten) in Orvel.", [(17, None), (10, 17)]),
        ("The region has taken in 52,000 displaced people, with Orvel hosting 20,000.",
         [(52000, None), (20000, 52000)]),
        # how some fare
        ("Sixty-two passengers were injured, nine seriously.", [(62, None), (9, 62)]),
        ("Sixty-two passengers were hurt; nine are in intensive care.", [(62, None), (9, 62)]),
        ("Six patients were trapped under the ward; two were brought out at noon.", [(6, None), (2, 6)]),
        # rows that come to the whole
        ("Fighting has killed 310 people since May, 190 civilians and 120 fighters.",
         [(310, None), (190, 310), (120, 310)]),
        ("Deaths: 9 (Orvel 6, Tarn 3).", [(9, None), (6, 9), (3, 9)]),
        ("Ten people were killed in Orvel and seven in Tarn, for a total of 17.", [(10, 17), (7, 17), (17, None)]),
        ("A second blast killed 14 people, bringing the day's total to 37.", [(14, 37), (37, None)]),
        ("In the isles 240 people died and 107 are missing: 135 in Orvel, 47 in Tarn and five in Hask.",
         [(240, None), (107, None), (135, 240), (47, 240), (5, 240)]),
    ],
)  # fmt: skip
def test_a_part_is_linked_to_its_whole(text: str, expected: Links) -> None:
    assert links(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The toll stood at 143 deaths this week (previous week: 61).",
        "A strike on a factory killed 16 workers and injured 10.",
        "Some 9,000 people fled Orvel; 4,000 fled Tarn.",
        "Thirty people are missing; 12 died.",
        "During March 41,000 people fled Orvel, while 16,000 returned to Tarn.",
    ],
)
def test_other_people_are_no_part(text: str) -> None:
    assert not any(whole for _, whole in links(text))


def test_who_is_hurt_is_no_part_of_the_dead_told_with_their_women() -> None:
    assert links("A strike killed 16 workers, ten of them women, and injured 12.") == [(16, None), (10, 16), (12, None)]
