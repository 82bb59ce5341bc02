"""Wholes and their parts, and one figure in two units."""

from __future__ import annotations

import pytest
from told import claims

Links = list[tuple[int | None, int | None]]


def links(text: str, field: str) -> Links:
    """(number, number of the linked claim) of every claim."""
    found = claims(text)
    value = {c.claim_id: c.figure.low if c.figure.low is not None else c.figure.high for c in found if c.figure}
    return [(value[c.claim_id], value.get(getattr(c, field) or "")) for c in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 340 people fled, of whom 76 returned.", [(340, None), (76, 340)]),
        ("Some 340 people fled. Of these, 76 returned.", [(340, None), (76, 340)]),
        ("Some 340 people fled. Of them, 76 returned.", [(340, None), (76, 340)]),
        ("Some 340 people fled; 76 of them returned.", [(340, None), (76, 340)]),
        ("Some 340 people fled. Some 76 of them returned.", [(340, None), (76, 340)]),
        ("The blast killed 340 people, including 64 children.", [(340, None), (64, 340)]),
        ("The blast killed 340 people, among them 64 children.", [(340, None), (64, 340)]),
        ("The blast killed 340 people, 64 of whom were children.", [(340, None), (64, 340)]),
        ("The blast killed 340 people, 64 of them children.", [(340, None), (64, 340)]),
        ("The blast killed 340 people. Sixty-four of the dead were children.", [(340, None), (64, 340)]),
        ("The blast killed 340 people. Sixty-four of those killed were children.", [(340, None), (64, 340)]),
        ("The blast killed 340 people, including 64 children and 20 women.", [(340, None), (64, 340), (20, 340)]),
        ("The blast killed 340 people. Of the dead, 64 were boys and 20 girls.", [(340, None), (64, 340), (20, 340)]),
        ("The blast killed 340 people, of whom 64 were children, 20 women and 9 guards.",
         [(340, None), (64, 340), (20, 340), (9, 340)]),
        ("Of the 340 people who fled, 76 returned.", [(340, None), (76, 340)]),
        ("Some 340 houses were destroyed, 76 of them in Orvel.", [(340, None), (76, 340)]),
        ("Some 340 families fled, of which 76 returned.", [(340, None), (76, 340)]),
        ("Rescuers found nine more bodies, bringing the death toll to 68.", [(9, 68), (68, None)]),
        ("Some 340 people were killed in May. In Orvel 200 people were killed. In Tarn 140 people were killed.",
         [(340, None), (200, 340), (140, 340)]),
        ("The blast killed 340 people and wounded 64.", [(340, None), (64, None)]),
        ("Some 340 people fled Orvel. In Tarn, 64 people died.", [(340, None), (64, None)]),
        ("Some 340 people fled and another 64 are expected to follow.", [(340, None), (64, None)]),
        ("Some 64 people were hurt. A week before, 340 people were hurt in Tarn.", [(64, None), (340, None)]),
    ],
)  # fmt: skip
def test_a_part_names_its_whole(text: str, expected: Links) -> None:
    assert links(text, "part_of") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 310 households (about 1,600 people) fled.", [(310, None), (1600, 310)]),
        ("Some 2,400 families, or 12,000 people, fled.", [(2400, None), (12000, 2400)]),
        ("Some 12,000 people (2,400 families) were displaced.", [(12000, None), (2400, 12000)]),
        ("Some 310 families / 1,600 people are displaced.", [(310, None), (1600, 310)]),
        ("Some 310 families comprising 1,600 people were displaced.", [(310, None), (1600, 310)]),
        ("Some 310 families fled and 1,600 people were hurt.", [(310, None), (1600, None)]),
        ("Some 310 families fled. In Tarn, 1,600 people fled.", [(310, None), (1600, None)]),
    ],
)
def test_one_figure_in_two_units(text: str, expected: Links) -> None:
    assert links(text, "same_as") == expected
    assert [whole for _, whole in links(text, "part_of")] == [None, None]


def test_a_part_is_no_larger_than_its_whole() -> None:
    assert links("Some 64 people fled. Of these, 340 returned.", "part_of") == [(64, None), (340, None)]
