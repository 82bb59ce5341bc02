"""Whom an event's own clause names as its actors, on pages that lost their commas and full stops."""

from __future__ import annotations

import pytest
import told
from happened import names


def actors(text: str, trigger: str) -> list[tuple[str, str, str | None]]:
    """(role, words, body) of the actors of the event that the trigger tells."""
    found = (claim.event for claim in told.all_claims(text, published="2024-05-08"))
    event = next(event for event in found if event is not None and event.trigger.text == trigger)
    return [(a.role, a.name, a.resolved) for a in event.actors]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "A Russian warplane targeted north of Zarum city with four airstrikes killing three rebels.",
            "targeted",
            [("agent", "A Russian warplane", "Russian Armed Forces")],
        ),
        (
            "Zarum has been hit by the US-led coalition fighting the Islamic State group usually targeting rebels.",
            "targeting",
            [("agent", "the US-led coalition", "Global Coalition Against Daesh"), ("target", "rebels", None)],
        ),
        (
            "The Islamic State [IS] group on Tuesday claimed the attack in Zarum as militants fled the shelling.",
            "attack",
            [("agent", "The Islamic State [IS] group", "Islamic State")],
        ),
        (
            "Ten soldiers were killed by a Syrian regime barrel bomb attack and rebel rocket fire in Zarum.",
            "barrel bomb attack",
            [("agent", "Syrian regime", "Government of Syria")],
        ),
        (
            "Ten rebels died in the attack on a gathering at a checkpoint run by soldiers in Zarum.",
            "attack",
            [],
        ),
        (
            "In retaliation for the latest Zarum shelling rebels fired rockets on Basra.",
            "fired",
            [("agent", "rebels", None)],
        ),
        (
            "A rebel was hurt in an attack by the so called Ahrar al-Sham on Zarum as militants fled.",
            "attack",
            [("agent", "Ahrar al-Sham", "Ahrar al-Sham")],
        ),
    ],
)
def test_of_the_words_around_only_those_who_do_it(
    text: str, trigger: str, expected: list[tuple[str, str, str | None]]
) -> None:
    assert actors(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "found"),
    [
        ("Rebels and envoys of the army held talks on Syria in Zarum.", "talks", ["Rebels", "envoys of the army"]),
        ("The rebels captured Base 46 near Mosul.", "captured", ["The rebels"]),
        ("Bombs hit a gathering near Mosul.", "hit", []),
        ("Bombs hit a checkpoint of the army near Mosul.", "hit", ["a checkpoint of the army"]),
        (
            "Three died in parts of Mosul held by rebels Airstrikes by army jets went on in Mosul.",
            "Airstrikes",
            ["army jets"],
        ),
        ("Orvel Army Frustrates Attack on Mosul Kills 10 Rebels", "Attack", ["Orvel Army"]),
        (
            "They avenge the killing of villagers but ignore the killing of rebels at the hands of the army in Mosul.",
            "killing",
            ["villagers"],
        ),
        ("Washington leads a coalition fighting ISIS in Mosul.", "fighting", ["a coalition", "ISIS"]),
    ],
)
def test_what_is_no_actor_of_it(text: str, trigger: str, found: list[str]) -> None:
    assert names(text, trigger) == found


def test_no_state_protests() -> None:
    assert "The army" not in names("The army put down protests of students over bread in Mosul.", "protests")
