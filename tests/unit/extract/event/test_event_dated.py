"""Times that an event's sentence or page gives to something else."""

from __future__ import annotations

import pytest
import told

from dateline.model import Claim

WAR = "Rebels and the army have fought a war in the hills of Iraq.\n\n"


def events(text: str, trigger: str) -> list[Claim]:
    found = told.all_claims(text, published="2024-11-28")
    return [c for c in found if c.event and c.event.trigger.text == trigger]


def periods(text: str, trigger: str) -> list[tuple[str | None, str | None]]:
    return [(claim.period.start, claim.period.end) for claim in events(text, trigger)]


OPEN = (None, None)


@pytest.mark.parametrize(
    ("text", "trigger", "period"),
    [
        ("The army launched an assault to retake the village of Sarn, captured by rebels in May.", "launched", OPEN),
        ("The militia took the hills last year and is involved in an offensive near the border.", "offensive", OPEN),
        ("The city has been divided since 2012 when rebels seized its eastern half.", "seized", ("2012", "2012")),
        ("The envoy arrived on Monday to address the attack by rebels on the mill.", "attack", OPEN),
        (
            "Jets carried out air strikes in revenge for a pilot killed when his plane crashed on Monday.",
            "air strikes",
            OPEN,
        ),
        ("On Sunday a spokesman said rebels had shelled a mill.", "shelled", OPEN),
        ("A blast killed three people and wounded ten on Monday.", "blast", ("2024-11-25", "2024-11-25")),
        (
            "Gunmen attacked a mill on Monday, wounding the guard and killing ten villagers.",
            "killing",
            ("2024-11-25", "2024-11-25"),
        ),
        (
            "Hundreds have died since the war began in March 2011 with anti-government protests.",
            "protests",
            ("2011-03", "2011-03"),
        ),
        ("On Tuesday the office revealed that rebels had attacked a mill.", "attacked", OPEN),
        ("Look at this! (orvelnews) August 2 2024 Jets have struck a mill.", "struck", OPEN),
        ("The five-year-old war saw an attack on a mill.", "attack", OPEN),
        ("In March two blasts hit a mill.", "blasts", ("2024-03", "2024-03")),
        ("Rebels shelled a mill late on Monday.", "shelled", ("2024-11-25", "2024-11-25")),
    ],
)
def test_a_time_is_that_of_its_own_clause(text: str, trigger: str, period: tuple[str | None, str | None]) -> None:
    assert periods(WAR + text, trigger) == [period]


@pytest.mark.parametrize(
    ("text", "trigger", "period"),
    [
        ("Rebels shelled a mill in the past week. Jets struck a convoy.", "struck", OPEN),
        ("Rebels shelled a mill on Monday. Farmers fled. Doctors left. Jets struck a convoy.", "struck", OPEN),
    ],
)
def test_a_time_is_not_carried_far(text: str, trigger: str, period: tuple[str | None, str | None]) -> None:
    assert periods(f"{text} {WAR}", trigger) == [period]


def test_a_day_is_carried_to_what_is_pointed_at() -> None:
    text = f"A blast hit a mill in Mosul on Monday. The blast killed ten people. {WAR}"
    assert periods(text, "blast") == [("2024-11-25", "2024-11-25")] * 2
