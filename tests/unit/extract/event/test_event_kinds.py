"""What kind of party somebody is, and which words are not of it: crews, members, clocks, capitals, one or the other."""

from __future__ import annotations

import pytest
from happened import names, parties


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The armed forces shelled Mosul on Monday.", ("agent", "The armed forces", "military")),
        ("Six long-range bombers struck Mosul on Monday.", ("agent", "Six long-range bombers", "military")),
        ("The jet fighters attacked Mosul on Monday.", ("agent", "The jet fighters", "military")),
        ("A suicide bomber attacked Mosul on Monday.", ("agent", "A suicide bomber", "armed_group")),
        ("At 6.30 a.m. warplanes bombed Mosul.", ("agent", "warplanes", "military")),
    ],
)
def test_what_kind_of_party(text: str, party: tuple[str, str, str]) -> None:
    assert party in parties(text)


@pytest.mark.parametrize(
    ("text", "trigger", "found"),
    [
        ("Syrian or Russian warplanes bombed Mosul.", "bombed", ["Syrian or Russian warplanes"]),
        ("It was unclear if the raids on Mosul were carried out by the army or the rebels.", "raids", []),
        ("The bombs dropped by helicopters hit Mosul on Monday.", "hit", ["helicopters"]),
        ("Army forces are on the offensive in Mosul.", "offensive", ["Army forces"]),
        ("The army killed 12 in an attack on a wedding party in Mosul.", "attack", ["The army"]),
        ("Turkish air strikes kill 9 IS fighters in Mosul.", "air strikes", ["Turkish", "9 IS fighters"]),
        ("Though the army holds Damascus rebels attacked the road to it.", "attacked", ["rebels"]),
    ],
)
def test_whose_words_they_are(text: str, trigger: str, found: list[str]) -> None:
    assert names(text, trigger) == found


def test_an_air_strike_of_a_force_is_its_own() -> None:
    found = parties("An airstrike of the army has hit a market in Mosul.")
    assert ("agent", "the army", "military") in found


def test_what_a_force_holds_does_nothing() -> None:
    text = "Warplanes targeted ISIS positions in Mosul which destroyed a bridge there."
    assert not names(text, "destroyed")


def test_a_capital_that_is_attacked_is_a_place() -> None:
    assert names("Rebels launched a rocket attack on Damascus on Monday.", "rocket attack") == ["Rebels"]
