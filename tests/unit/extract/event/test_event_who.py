"""Who does it: peoples before an event's word, who fires, who is taken; and words that tell of no event at all."""

from __future__ import annotations

import pytest
import told
from happened import Happened, happened, names, parties, types


def agents(text: str) -> list[tuple[str, str, str | None]]:
    """(words, type, body) of the agents of a page's first event."""
    first = next(claim.event for claim in told.all_claims(text, published="2024-05-08") if claim.event)
    return [(a.name, a.type, a.resolved) for a in first.actors if a.role == "agent"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Turkish shelling hit the town of Zarum and militants fled.",
            [("Turkish", "military", "Turkish Armed Forces")],
        ),
        (
            "Syrian Russian air strikes killed ten rebels and militants in Zarum.",
            [("Syrian", "military", "Syrian Arab Army"), ("Russian", "military", "Russian Armed Forces")],
        ),
        (
            "Russian and Syrian regime air raids on rebels killed ten people in Zarum.",
            [("Russian", "military", "Russian Armed Forces"), ("Syrian regime", "government", "Government of Syria")],
        ),
        ("The Syrian war and new air strikes on rebels and militants in Zarum went on.", []),
        (
            "Fishermen found victims of the Daesh attack on rebels in Zarum.",
            [("Daesh", "armed_group", "Islamic State")],
        ),
        ("Palestinian shelling hit the town of Zarum and militants fled.", [("Palestinian", "other", None)]),
    ],
)
def test_a_people_before_what_forces_do_is_its_state(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert agents(text) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "found"),
    [
        ("Mosul is often attacked with shells fired by rebels.", "attacked", ["rebels"]),
        ("A mill in Mosul was struck by rockets fired by rebels.", "struck", ["rebels"]),
        ("A rocket was fired by rebels in the hills and landed in Mosul.", "landed", ["rebels"]),
        ("The strike on Mosul was thought to have been carried out by Turkish jets.", "strike", ["Turkish jets"]),
        ("Bombs went off in Mosul, the mayor said blaming rebels for the attacks in it.", "attacks", ["rebels"]),
        ("The rebels killed forty soldiers taken hostage at a base in Mosul.", "taken", ["forty soldiers"]),
        ("The losses were the first of Turkey's incursion into Mosul to be blamed on rebels.", "incursion", ["Turkey"]),
        ("Rebel Council Condemns Attack on Offices in Mosul", "Attack", []),
        ("The army and tribal forces continued operations to expel rebels from Mosul.", "expel",
         ["The army", "tribal forces", "rebels"]),
        ("Families left despite a deadline to resume bombing Mosul at dusk.", "bombing", []),
        ("The men are spearheading an offensive by rebels in Mosul.", "offensive", ["rebels"]),
        ("The rebels have been fighting IS near Mosul.", "fighting", ["The rebels", "IS"]),
    ],
)  # fmt: skip
def test_who_does_it(text: str, trigger: str, found: list[str]) -> None:
    assert names(text, trigger) == found


def test_aircraft_called_bombers_are_flown_by_soldiers() -> None:
    assert parties("The bombers struck rebels near Mosul from the air.")[0] == ("agent", "The bombers", "military")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels advanced on an army base near Mosul.", Happened("attack", "advanced", "asserted")),
        ("Rebels accused the army of launching chemical attacks on Mosul.",
         Happened("attack_on_civilians", "chemical attacks", "asserted")),
        ("Ten died in a Syrian raid on Mosul as regime air raids went on.", Happened("air_strike", "raid", "asserted")),
        ("Families left despite a deadline to resume bombing Mosul at dusk.",
         Happened("explosion", "bombing", "planned")),
    ],
)  # fmt: skip
def test_what_it_was(text: str, expected: Happened) -> None:
    assert expected in happened(text)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Rebels advanced towards Mosul on Monday.", "control_gained"),
        ("Two hundred rebels entered Iraq by night.", "control_gained"),
        ("The shelling of Mosul demonstrates that the truce is dead.", "protest"),
        ("Men fighting for the rebels were buried in Mosul.", "armed_clash"),
        ("Jets destroyed three depots and two car bombs near Mosul.", "explosion"),
        ("More than 50 Orvel rebels killed NGO", "attack_on_civilians"),
    ],
)
def test_what_it_was_not(text: str, never: str) -> None:
    assert never not in types(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Syrian regime army shelled rebels in Zarum.",
            [("The Syrian regime army", "military", "Syrian Arab Army")],
        ),
        ("The army men stormed the rebels' camp near Zarum.", [("The army men", "military", None)]),
        (
            "Russian and Syrian warplanes bombed rebels in Zarum.",
            [("Russian", "military", "Russian Armed Forces"), ("Syrian warplanes", "military", "Syrian Arab Army")],
        ),
        (
            "Russian or Syrian warplanes bombed rebels in Zarum.",
            [("Russian or Syrian warplanes", "military", None)],
        ),
        ("Earlier three regime air strikes killed rebels in Zarum.", [("regime", "government", None)]),
        (
            "Commanders of the militants attacked rebels in Zarum.",
            [("Commanders of the militants", "armed_group", None)],
        ),
        ("The Free Front (ISIL) overran Zarum and militants fled.", [("ISIL", "armed_group", "Islamic State")]),
    ],
)
def test_who_a_force_is(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert agents(text) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "found"),
    [
        ("Groups have criticised both sides for raids including with the army's barrel bombs in Mosul.",
         "barrel bombs", ["army"]),
        ("Many accused the army of responsibility for that attack in Mosul.", "attack", ["the army"]),
        ("Two men were hurt on Sunday when cells affiliated to IS fired a mortar shell on Mosul.", "fired", []),
        ("A bomber carried out the raid using a car bomb in Mosul.", "car bomb", ["A bomber"]),
    ],
)  # fmt: skip
def test_another_clause_has_other_doers(text: str, trigger: str, found: list[str]) -> None:
    assert names(text, trigger) == found


def test_what_is_imminent_lies_ahead() -> None:
    assert Happened("attack", "assault", "forecast") in happened("A rebel assault on Mosul is imminent.")
    assert Happened("attack", "assault", "negated") in happened("Minister in Mosul says rebel assault not imminent")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army killed all members of a rebel cell near Mosul.", Happened("armed_clash", "killed", "asserted")),
        ("Rebels massacred 250 troops near Mosul.", Happened("killing", "massacred", "asserted")),
        ("Rebels were travelling to fight against the army in Mosul.", Happened("armed_clash", "fight", "planned")),
        ("The council was disbanded to allow air strikes on rebels in Mosul.",
         Happened("air_strike", "air strikes", "planned")),
        ("The attack on Mosul could amount to a war crime.", Happened("attack", "attack", "asserted")),
        ("Ten dead in raids on Mosul\n\nAir strikes on Mosul killed ten people on Friday.",
         Happened("air_strike", "raids", "asserted")),
    ],
)  # fmt: skip
def test_what_it_was_by_whom_it_met(text: str, expected: Happened) -> None:
    assert expected in happened(text)


def test_a_truce_that_broke_down_is_none() -> None:
    assert "ceasefire" not in types("Hundreds have been killed in Mosul since the breakdown of a ceasefire in May.")


def test_who_aims_with_it_does_it_and_whose_operation_it_is() -> None:
    assert names("Rebel groups targeted with mortar shells the town of Mosul.", "targeted") == ["Rebel groups"]
    assert "army" in names("The army's operation on liberating the town from rebels began.", "liberating")
    assert names("Rebels urged the army to suspend its bombardment of Mosul.", "bombardment") == ["the army"]


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Rescuers dug for hours, pulling survivors out of the rubble that rebels had left in Mosul.", "withdrawal"),
        ("The insurgents have swept across northern Iraq.", "search_operation"),
    ],
)
def test_what_no_force_did(text: str, never: str) -> None:
    assert never not in types(text)


def test_who_bears_no_arms_shells_nobody() -> None:
    assert names("A reporter said rebel cells shelled Mosul.", "shelled") != ["A reporter"]
    assert names("Two persons were hurt in Mosul as shells were fired on it.", "fired") == []


def test_whose_forces_are_by_whom_they_are_loyal_to_or_of() -> None:
    (loyal,) = agents("Ten farmers died in a mortar attack by forces loyal to Syrian President Nidal Sarhan.")
    assert loyal == ("forces", "military", "Syrian Arab Army")
    text = "Shells hit a raid by rebels in Homs killing two commanders of the al-Qaeda-linked al-Nusra Front."
    found = [actor.resolved for claim in told.all_claims(text, published="2024-05-08") if claim.event
             for actor in claim.event.actors if actor.role == "target"]  # fmt: skip
    assert "Hay'at Tahrir al-Sham" in found
    assert "al-Qaeda" not in found


def test_the_bomber_behind_a_blast_carried_the_bomb() -> None:
    text = "A suicide bomber killed ten guests in Raqqa on Friday. A cook described the moment the bomber struck."
    assert types(text) == ["explosion", "explosion"]


def test_what_somebody_could_no_longer_do_was_only_meant() -> None:
    told_of = happened("The rebels were arrested before they could attack the barracks in Raqqa.")
    assert ("attack", "attack", "planned") in told_of
    assert not {one.modality for one in told_of if one.trigger == "attack"} & {"asserted", "forecast"}


def test_key_words_tell_nothing() -> None:
    tags = "Tags blockade shelling Rebels Raqqa Syria Community standards"
    assert types(f"Rebels shelled a mill near Raqqa on Friday.\n\n{tags}") == ["shelling"]
    tags = "Tags missile attacks civilian casualties Rebels Raqqa"
    assert types(f"Rebels shelled a mill near Raqqa on Friday.\n\n{tags}") == ["shelling"]
