"""Numbers that take up the figure before them."""

from __future__ import annotations

import pytest
from told import drafts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 340 people fled. Another 200 are expected to follow.", [(340, "forced_to_flee", "asserted"),
                                                                       (200, "forced_to_flee", "forecast")]),
        ("Some 340 people fled to Tarn, up from 200 last week.", [(340, "forced_to_flee", "asserted"),
                                                                 (200, "forced_to_flee", "asserted")]),
        ("Some 340 people were killed, including nine women.", [(340, "killed", "asserted"),
                                                               (9, "killed", "asserted")]),
        ("Some 340 people were killed, nine of them women.", [(340, "killed", "asserted"), (9, "killed", "asserted")]),
        ("Some 340 people were killed, with nine women among them.", [(340, "killed", "asserted"),
                                                                     (9, "killed", "asserted")]),
        ("Some 340 people could be displaced, including 90 children.", [(340, "displaced", "forecast"),
                                                                       (90, "displaced", "forecast")]),
        ("Some 340 people are displaced: 200 in Orvel, 140 in Tarn.", [(340, "displaced", "asserted"),
                                                                      (200, "displaced", "asserted"),
                                                                      (140, "displaced", "asserted")]),
    ],
)  # fmt: skip
def test_a_number_takes_up_the_figure_before(text: str, expected: list[tuple[int, str, str]]) -> None:
    assert [(d.quantity.low, d.term, d.modality) for d in drafts(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Twelve people were killed, including two girls, and nine were injured.", [(12, "killed"), (2, "killed"),
                                                                                   (9, "injured")]),
        ("Twelve villagers died, including two girls, and nine others were hurt.", [(12, "killed"), (2, "killed"),
                                                                                   (9, "injured")]),
        ("Some 300 homes burned, including 20 in Orvel, and 1,200 people fled.", [(300, "destroyed_housing"),
                                                                                 (20, "destroyed_housing"),
                                                                                 (1200, "forced_to_flee")]),
        ("Seven people died, among them two boys, and eleven went missing.", [(7, "killed"), (2, "killed"),
                                                                             (11, "missing")]),
        ("At least 90 people, including 40 children and 22 women, were killed.", [(90, "killed"), (40, "killed"),
                                                                                 (22, "killed")]),
        ("Shelling killed 14 people and left another 20 injured.", [(14, "killed"), (20, "injured")]),
    ],
)  # fmt: skip
def test_a_clause_behind_a_list_of_parts_says_its_own(text: str, expected: list[tuple[int, str]]) -> None:
    assert [(d.quantity.low, d.term) for d in drafts(text)] == expected


def test_the_measure_is_that_of_the_figure_before() -> None:
    found = drafts("Some 340 people are displaced: 200 in Orvel and 140 in Tarn.")
    assert {d.measure for d in found} == {"stock"}


@pytest.mark.parametrize(
    "text",
    [
        "Some 340 people fled. The town has 200 wells.",
        "Some 340 people fled. Rain fell for a week. Another 200 are expected to come.",
        "Some 340 people fled. The mayor is 62.",
        "Some 340 people fled. Flight 200 was late.",
        "School hit in Orvel, 16 killed; Ostland urges 100,000 to get out",
    ],
)
def test_others_do_not(text: str) -> None:
    assert len(drafts(text)) == 1
