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
            [("agent", "A Russian warplane", "Russian Armed Forces"), ("target", "three rebels", None)],
        ),
        (
            "Zarum has been hit by the US-led coalition fighting the Islamic State group regularly targeting rebels.",
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


@pytest.mark.parametrize(
    ("text", "trigger", "found"),
    [
        ("Troops entered Mosul during an offensive aimed at rebel lines.", "offensive", ["Troops"]),
        ("Rebels pushed the army from Mosul reports say in a major offensive.", "offensive", ["Rebels"]),
        ("Rebels reached Mosul as part of an offensive aimed at its oil.", "offensive", ["Rebels"]),
        ("Army forces retook Mosul following a fierce assault.", "assault", ["Army forces"]),
        ("Kurdish forces pressed ahead with their offensive near Mosul.", "offensive", ["Kurdish forces"]),
        ("Rebels withdrew from Mosul during an offensive in the hills.", "offensive", []),
        ("Rebels retook Mosul after an assault by the army failed there.", "assault", ["the army"]),
        ("The army advanced in Mosul despite the offensive there.", "offensive", []),
        ("The raid was part of an army offensive to encircle rebels in Mosul.", "encircle", ["army", "rebels"]),
    ],
)
def test_who_gains_in_a_push_leads_it(text: str, trigger: str, found: list[str]) -> None:
    assert names(text, trigger) == found


@pytest.mark.parametrize(
    ("text", "trigger", "found"),
    [
        ("Airstrikes believed to be carried out by the army hit Mosul.", "Airstrikes", ["the army"]),
        ("An airstrike thought to be from army jets hit Mosul.", "airstrike", ["army jets"]),
        ("Raids on Mosul which were likely carried out by army jets went on.", "Raids", ["army jets"]),
        ("The raid on a mill in Mosul which was carried out on Monday went on.", "raid", []),
        ("IS also claimed an October 2 bomb attack in Mosul.", "bomb attack", ["IS"]),
        ("Five rebels were killed in the clashes that erupted with soldiers in Mosul.", "clashes",
         ["Five rebels", "soldiers"]),
        ("The rebels have come under attack in Mosul by soldiers.", "attack", ["soldiers", "The rebels"]),
        ("Mosul has come under attack by soldiers.", "attack", ["soldiers"]),
        ("Damascus and militant groups involved in the ceasefire met in Mosul.", "ceasefire",
         ["Damascus", "militant groups"]),
        ("The force fighting IS had also carried out air strikes in Mosul.", "air strikes", ["The force"]),
    ],
)  # fmt: skip
def test_who_does_it_by_the_words_of_its_clause(text: str, trigger: str, found: list[str]) -> None:
    assert names(text, trigger) == found


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "A leader of rebel group Ahrar al-Sham was killed in a suicide bombing that hit the group in Zarum.",
            "suicide bombing",
            [("target", "the group", "Ahrar al-Sham")],
        ),
        (
            "Hezbollah and Ahrar al-Sham fought for Zarum and rebels said the group shelled the town.",
            "shelled",
            [("agent", "the group", None)],
        ),
        (
            "There were clashes between the Islamic State which holds Mosul and rebels in Zarum and soldiers died.",
            "clashes",
            [("party", "Islamic State", "Islamic State"), ("party", "rebels", None)],
        ),
        (
            "The Russian and Assad regime forces resumed artillery bombardment of rebels in Zarum.",
            "artillery bombardment",
            [
                ("agent", "Russian", "Russian Armed Forces"),
                ("agent", "Assad regime forces", "Syrian Arab Army"),
                ("target", "rebels", None),
            ],
        ),
        (
            "The Syrian regime and its Russian ally bombarded rebels in Zarum.",
            "bombarded",
            [
                ("agent", "The Syrian regime", "Government of Syria"),
                ("agent", "its Russian ally", "Government of the Russian Federation"),
                ("target", "rebels", None),
            ],
        ),
        (
            "Terrorists of the so called Ahrar al-Sham shelled soldiers in Zarum.",
            "shelled",
            [("agent", "Terrorists of the so called Ahrar al-Sham", "Ahrar al-Sham"), ("target", "soldiers", None)],
        ),
        (
            "The Islamic State (ISIS Daesh ISIL) terrorist group claimed a bomb attack on soldiers in Zarum.",
            "bomb attack",
            [
                ("agent", "Islamic State (ISIS Daesh ISIL) terrorist group", "Islamic State"),
                ("target", "soldiers", None),
            ],
        ),
        (
            "Army units thwarted an attack by rebels east of Zarum killing scores of rebels shooting down four drones "
            "and destroying one tank.",
            "shooting",
            [("agent", "Army units", None), ("target", "four drones", None)],
        ),
        (
            "BAGHDAD- Warplanes struck rebels and militants in Zarum.",
            "struck",
            [("agent", "Warplanes", None), ("target", "rebels", None), ("target", "militants", None)],
        ),
        (
            "The so-called Islamic State of Iraq and the Levant (ISIL) militant group executed ten rebels in Zarum.",
            "executed",
            [
                ("agent", "so-called Islamic State of Iraq and the Levant (ISIL) militant group", "Islamic State"),
                ("target", "ten rebels", None),
            ],
        ),
        (
            "Warplanes believed to be Russian carried out forty strikes on rebels and militants in Zarum.",
            "strikes",
            [("agent", "Warplanes", "Russian Armed Forces"), ("target", "rebels", None), ("target", "militants", None)],
        ),
        (
            "The rebels and militants fled as most of the [Daesh] fighters attacked Zarum.",
            "attacked",
            [("agent", "[Daesh] fighters", "Islamic State")],
        ),
        (
            'Rebels say jets "believed to belong to the international coalition" '
            "struck militants in Zarum amid shelling.",
            "struck",
            [("agent", "jets", "Global Coalition Against Daesh"), ("target", "militants", None)],
        ),
    ],
)
def test_whom_the_words_of_an_actor_name(text: str, trigger: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert sorted(actors(text, trigger)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "trigger", "found"),
    [
        ("The army killed ten rebels and foiled their attacks on a post in Mosul.", "attacks",
         ["ten rebels", "The army"]),
        ("A bishop spoke of the massacres of the regime in Mosul.", "massacres", ["the regime"]),
        ("The coalition conducted nine strikes on rebels in Mosul destroying six tanks.", "destroying",
         ["The coalition", "six tanks"]),
        ("Jets bombed rebels in Mosul killing nine.", "bombed", ["Jets", "rebels"]),
        ("The Nusra Front and allied factions launched an assault on Mosul.", "launched",
         ["Nusra Front", "allied factions"]),
        ("The army and its allies shelled rebels in Mosul.", "shelled", ["The army", "its allies", "rebels"]),
        ("The army is accused of targeting and killing civilians in Mosul.", "targeting", ["The army", "civilians"]),
        ("The army killed 28 and wounded 30 rebels in Mosul.", "killed", ["The army", "30 rebels"]),
        ("A suicide bombing targeted the headquarters of a rebel group in Mosul.", "suicide bombing",
         ["the headquarters of a rebel group"]),
        ("Two died as an alliance including rebel groups attacked Mosul.", "attacked", ["an alliance"]),
        ("Heavy air force bombardment hit Mosul.", "bombardment", ["air force"]),
        ("Neither side blamed any group for the blast in Mosul.", "blast", []),
        ("Rebels condemned the arrest of 26 men at a checkpoint in Mosul.", "arrest", ["26 men"]),
        ("Soldiers fired mortars at a checkpoint in Mosul.", "fired", ["Soldiers", "a checkpoint"]),
        ("Troops recaptured Mosul after three days of heavy clashes with rebels.", "clashes", ["Troops", "rebels"]),
        ("The UN mission called on both parties to respect the ceasefire in Mosul.", "ceasefire", []),
        ("The army foiled an attack launched by rebels on Mosul and inflicted losses destroying two vehicles.",
         "destroying", ["The army"]),
        ("The army thwarted an attack by rebels near Mosul killing scores of rebels shooting down four drones.",
         "attack", ["rebels", "The army"]),
        ("The general sent a letter following the death of five in airstrikes by rebels on Mosul.", "airstrikes",
         ["rebels"]),
        ("A bomber killed at least 16 people and wounded 40 Tuesday in a suicide attack in Mosul.", "suicide attack",
         ["A bomber"]),
        ("Civilians died in army bombing of besieged Damascus.", "bombing", ["army"]),
        ("(ST) Units of the army attacked rebels near Mosul.", "attacked", ["Units of the army", "rebels"]),
    ],
)  # fmt: skip
def test_whom_a_clause_names_besides(text: str, trigger: str, found: list[str]) -> None:
    assert names(text, trigger) == found
