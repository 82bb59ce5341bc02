"""When an event happened: its own words, nothing of another event's, and what is to come lies ahead."""

from __future__ import annotations

import pytest
import told

WAR = "Rebels and the army have fought a war in the hills near Mosul. Militias hold the roads.\n\n"


def periods(text: str) -> dict[str, tuple[str | None, str | None]]:
    """Start and end by trigger, the page of Thursday, 28 November 2024."""
    found = [claim for claim in told.all_claims(WAR + text, published="2024-11-28") if claim.event]
    return {c.event.trigger.text: (c.period.start, c.period.end) for c in found if c.event}


@pytest.mark.parametrize(
    ("text", "trigger", "start", "end"),
    [
        ("The army will attack Mosul on Sunday.", "attack", "2024-12-01", "2024-12-01"),
        ("The army attacked Mosul on Sunday.", "attacked", "2024-11-24", "2024-11-24"),
        ("The army will try to encircle Mosul by the weekend.", "encircle", None, "2024-12-01"),
        ("Rebels vowed to retake the town of Mosul in March.", "retake", "2025-03", "2025-03"),
        ("The army ordered residents of Mosul to leave by Sunday.", "ordered", None, "2024-12-01"),
        ("On Sunday the army ordered residents of Mosul to leave.", "ordered", "2024-11-24", "2024-11-24"),
        ("Rebels attacked Mosul on a Thursday.", "attacked", None, None),
        ("Police arrested two men in Mosul after a Sunday raid.", "raid", "2024-11-24", "2024-11-24"),
    ],
)
def test_a_time_is_read_as_the_event_is_told(text: str, trigger: str, start: str | None, end: str | None) -> None:
    assert periods(text)[trigger] == (start, end)


def test_a_time_about_somebody_in_a_relative_clause_is_not_the_main_clause_s() -> None:
    found = periods("The senator, whom rebels had kidnapped on 4 May, was freed by the army.")
    assert found["kidnapped"] == ("2024-05-04", "2024-05-04")
    assert found["freed"] == (None, None)


def test_the_day_of_another_event_is_not_taken_from_what_comes_later() -> None:
    found = periods("The siege of Mosul starves the poor.\n\nOn Saturday militiamen attacked women near the mill.")
    assert found["siege"] == (None, None)
    assert found["attacked"] == ("2024-11-23", "2024-11-23")
