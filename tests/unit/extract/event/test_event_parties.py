"""Who takes part in an event, and in which role."""

from __future__ import annotations

import pytest
from happened import parties, places


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The army attacked the rebels in Mosul on Monday.",
            [("agent", "The army", "military"), ("target", "the rebels", "armed_group")],
        ),
        (
            "The army was attacked by rebels on Monday in Mosul.",
            [("agent", "rebels", "armed_group"), ("target", "The army", "military")],
        ),
        (
            "Clashes between soldiers and rebels broke out in Mosul.",
            [("party", "soldiers", "military"), ("party", "rebels", "armed_group")],
        ),
        (
            "Soldiers clashed with rebels in Mosul.",
            [("party", "Soldiers", "military"), ("party", "rebels", "armed_group")],
        ),
        ("A rebel attack on Mosul went on all Monday.", [("agent", "rebel", "armed_group")]),
        ("The army's withdrawal from Mosul began on Tuesday.", [("agent", "army", "military")]),
        ("A major attack on Mosul went on all Monday.", []),
        ("An attack launched by the rebels on Mosul began on Monday.", [("agent", "the rebels", "armed_group")]),
        ("The bombings in Mosul were carried out by rebels.", [("agent", "rebels", "armed_group")]),
        ("Rebels staged an assault on Mosul on Monday.", [("agent", "Rebels", "armed_group")]),
        ("The rebels claimed responsibility for the attack on Mosul.", [("agent", "The rebels", "armed_group")]),
        ("Mosul fell to the rebels on Monday.", [("agent", "the rebels", "armed_group")]),
        ("The army announced on Sunday that it had retaken Mosul.", [("agent", "The army", "military")]),
        ("Rebels who attacked Mosul fled.", [("agent", "Rebels", "armed_group")]),
        ("US-led raids on Mosul went on all Monday.", [("agent", "US", "government")]),
        ("Fifty US missiles struck a camp near Mosul on Friday.", [("agent", "US", "government")]),
        ("Rebel shelling and air strikes hit Mosul on Monday.", [("agent", "Rebel", "armed_group")]),
        ("A suicide bomber killed a guard in Mosul on Monday.", [("agent", "A suicide bomber", "armed_group")]),
    ],
)
def test_parties(text: str, found: list[tuple[str, str, str]]) -> None:
    assert [one for one in parties(text) if one[1] != "a guard"] == found


def test_who_is_forced_to_do_it_does_it() -> None:
    assert ("agent", "troops", "military") in parties("The rebels forced troops to withdraw from Mosul.")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Troops withdrew from Mosul on Monday.", [("from", "Mosul")]),
        ("The army attacked Mosul on Monday.", [("at", "Mosul")]),
        ("The army was attacked by rebels in Mosul on Monday.", [("at", "Mosul")]),
        ("The death toll from the Mosul bomb attack rose to 112.", [("at", "Mosul")]),
        ("Russia began carrying out air strikes on Mosul in September.", [("at", "Mosul")]),
        ("A truce brokered by Moscow and Washington held in Mosul.", [("at", "Mosul")]),
    ],
)
def test_places(text: str, found: list[tuple[str, str]]) -> None:
    assert places(text) == found
