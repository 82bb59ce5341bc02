"""Shares of a figure told before, whatever is said of them, and totals that take up what stands before them."""

from __future__ import annotations

import pytest
from told import claims

Links = list[tuple[int | None, int | None]]


def parts(text: str) -> Links:
    """(number, number of the whole) of every claim."""
    found = claims(text)
    value = {c.claim_id: c.figure.low if c.figure.low is not None else c.figure.high for c in found if c.figure}
    return [(value[c.claim_id], value.get(c.part_of or "")) for c in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Floods displaced 1,200 people. Children make up 530 of this number.", [(1200, None), (530, 1200)]),
        ("The toll stands at 163 dead. Orvel, the worst-hit town, accounts for 98.", [(163, None), (98, 163)]),
        ("The toll stands at 163 dead. Most were killed in Orvel (98) and Tarn (41).",
         [(163, None), (98, 163), (41, 163)]),
        ("Police arrested 120 men in the district; the rest, about 80, were taken to Orvel.",
         [(120, None), (80, 120)]),
        ("Some 400 people fled on Monday, most of them, about 260, to Tarn.", [(400, None), (260, 400)]),
        ("Some 660 people were displaced. This includes 390 people from Orvel.", [(660, None), (390, 660)]),
        ("The raid killed 19 people. Eleven were members of one family.", [(19, None), (11, 19)]),
        ("The raids left 83 dead, 26 of them women and 31 minors.", [(83, None), (26, 83), (31, 83)]),
        ("The slide killed 163 people, most of them in Orvel, where 98 bodies have been counted.",
         [(163, None), (98, 163)]),
        ("Floods displaced 1,200 people; around 750 are sheltering in schools.", [(1200, None), (750, 1200)]),
        ("Floods displaced 12,000 people, with 7,500 staying in schools.", [(12000, None), (7500, 12000)]),
        ("Gunmen abducted 110 girls; five died on the way and 104 were freed on Wednesday.",
         [(110, None), (5, None), (104, 110)]),
        ("Among the 5,000 newcomers are 1,200 unaccompanied minors.", [(5000, None), (1200, 5000)]),
        ("Police detained 320 people in Orvel and 110 in Tarn. Nationwide, more than 700 were detained.",
         [(320, 700), (110, 700), (700, None)]),
        ("The crash killed 12 passengers. Four others died in hospital, bringing the number of fatalities to 16.",
         [(12, 16), (4, 16), (16, None)]),
        ("We recorded 143 deaths (previous week: 61). Of these, 97 were caused by air strikes, 31 by shelling and 15 "
         "by mines.", [(143, None), (61, None), (97, 143), (31, 143), (15, 143)]),
        ("Fifteen teachers were murdered in March. Ten of them were women. This brings the number this year to 112.",
         [(15, 112), (10, 15), (112, None)]),
        ("Orvel hospital: 27 dead.\nTarn hospital: 19 dead, 45 wounded.\nHask clinic: seven dead.\nMora: 3 dead.\n\n"
         "Our total stands at 56 dead.", [(27, 56), (19, 56), (45, None), (7, 56), (3, 56), (56, None)]),
        ("Twenty dead, 165 injured, as follows:\nOrvel – 13 dead, 104 injured\nTarn – 7 dead, 61 injured",
         [(20, None), (165, None), (13, 20), (104, 165), (7, 20), (61, 165)]),
    ],
)  # fmt: skip
def test_a_share_is_a_part(text: str, expected: Links) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two more bodies were found, taking the toll to 46, with 13 still missing.",
         [(2, 46), (46, None), (13, None)]),
        ("The raid killed 219 people, including 27 children. Another 29 died in the shelling of Tarn.",
         [(219, None), (27, 219), (29, None)]),
        ("A raid on Orvel left 11 dead, four of them children, while seven people died in Tarn.",
         [(11, None), (4, 11), (7, None)]),
        ("Police arrested 120 men in Orvel, where nine people were hurt.", [(120, None), (9, None)]),
    ],
)  # fmt: skip
def test_what_stands_beside_is_no_share(text: str, expected: Links) -> None:
    assert parts(text) == expected
