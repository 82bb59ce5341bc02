"""What befell people, told without a verb of harm: they cannot leave, are searched for, have not been found."""

from __future__ import annotations

import pytest
from told import drafts, terms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mud cut the road and 340 villagers could not get out.", [(340, "trapped")]),
        ("Some 340 villagers are unable to leave Orvel.", [(340, "trapped")]),
        ("Some 340 villagers were prevented from leaving Orvel.", [(340, "trapped")]),
        ("Rescuers are looking for 40 people.", [(40, "missing")]),
        ("The search for 40 fishermen goes on.", [(40, "missing")]),
        ("The navy lost contact with 40 fishermen.", [(40, "missing")]),
        ("Forty people have not been found.", [(40, "missing")]),
        ("Twelve residents did not survive the night.", [(12, "killed")]),
        ("The ministry put its own dead at 142 and the missing at 189.", [(142, "killed"), (189, "missing")]),
        ("Water got into 90 houses.", [(90, "partially_destroyed_housing")]),
        ("The largest arrivals were registered in Orvel (340 individuals).", [(340, "displaced")]),
        ("Some 900 people were evacuated; 340 of them are still in 21 shelters.", [(900, "evacuated"),
                                                                                  (340, "sheltered")]),
    ],
)  # fmt: skip
def test_it_is_told_otherwise(text: str, expected: list[tuple[int, str]]) -> None:
    assert terms(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Police are searching for two gunmen.",
        "The school is looking for 12 teachers.",
        "Rescuers got to Orvel and 340 villagers could see them.",
        "Twelve patients may not survive.",
    ],
)
def test_none_of_this_is_said(text: str) -> None:
    assert [term for _, term in terms(text) if term in {"missing", "trapped", "killed"}] == []


def test_who_cannot_leave_is_trapped_now_and_who_could_not_was() -> None:
    now, then = drafts("Some 340 villagers cannot leave."), drafts("Some 340 villagers could not leave.")
    assert [(d.measure, d.modality) for d in (*now, *then)] == [("stock", "asserted"), ("flow", "asserted")]
