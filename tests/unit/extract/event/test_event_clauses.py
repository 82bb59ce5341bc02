"""Who does it where the event's own clause does not say: words beside it, clauses above, pronouns, sentences before."""

from __future__ import annotations

import pytest
from happened import filled, happened, places


def who(text: str, trigger: str) -> list[tuple[str, str]]:
    """(role, words) of the parties of the event that a word tells."""
    page, found = filled(text)
    drafts = [one.draft for one in found if page.text[one.draft.start : one.draft.end] == trigger]
    assert drafts, f"{trigger} tells no event"
    return [(p.role, page.text[p.start : p.end]) for p in drafts[0].parties]


@pytest.mark.parametrize(
    ("text", "trigger", "found"),
    [
        # the words right before the event's, and those joined to them
        ("Ten people were killed by army shelling in Mosul on Monday.", "shelling", ["army"]),
        ("Russian and Syrian air strikes hit Mosul on Monday.", "air strikes", ["Russian", "Syrian"]),
        ("Army air strikes and artillery fire hit Mosul on Monday.", "artillery fire", ["Army"]),
        ("Rebel shelling and air strikes hit Mosul on Monday.", "air strikes", ["Rebel"]),
        ("Three were hurt in regime bombing raids on Mosul.", "bombing raids", ["regime"]),
        ("The Kurdish-led offensive on Mosul began on Monday.", "offensive", ["Kurdish"]),
        ("The Mosul bombing killed ten on Monday.", "bombing", []),
        ("A Kuwaiti newspaper said that the bombing of Mosul had begun.", "bombing", []),
        # "by" farther behind
        ("The siege of Mosul by the army and allied militias began in May.", "siege", ["the army", "allied militias"]),
        ("Air strikes on a hospital in Mosul by army warplanes killed ten.", "Air strikes", ["army warplanes"]),
        ("The attack on villagers killed by rebels shook Mosul.", "attack", []),
        # clauses above
        ("The rebels have answered by firing rockets into Mosul.", "firing", ["The rebels"]),
        ("The army said on Sunday that it had stepped up air strikes and retaken Mosul.", "retaken", ["The army"]),
        ("Rebels killed 30 soldiers when they captured a base near Mosul.", "captured", ["Rebels"]),
        ("The rebels fired rockets at Mosul as they announced a major offensive.", "offensive", ["The rebels"]),
        ("The minister accused the army of shelling Mosul.", "shelling", ["the army"]),
        ("The rebels killed ten civilians including two children in an attack on Mosul.", "attack", ["The rebels"]),
        ("The army drove the rebels out of Mosul with a new offensive.", "offensive", ["The army"]),
        ("The rebels were forced into retreat across Mosul.", "retreat", ["The rebels"]),
        ("The troops returned to their heavy bombardment of Mosul.", "bombardment", ["The troops"]),
        ("Mosul was targeted by air strikes carried out by the army.", "targeted", ["the army"]),
        ("Rebel groups prepared for fresh assaults on Mosul.", "assaults", ["Rebel groups"]),
        # a sentence before
        ("The rebels crossed the river at dawn. They shelled Mosul for hours.", "shelled", ["The rebels"]),
    ],
)
def test_who_does_it(text: str, trigger: str, found: list[str]) -> None:
    assert [words for role, words in who(text, trigger) if role == "agent"] == found


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("A girl shot in Mosul was taken to a hospital.", "shot"),
        ("Two civilians killed in an attack on Mosul.", "attack"),
        ("The Observatory said shelling had hit Mosul.", "shelling"),
    ],
)
def test_who_suffers_or_tells_it_does_not_do_it(text: str, trigger: str) -> None:
    assert not [words for role, words in who(text, trigger) if role == "agent"]


def test_a_pronoun_that_means_nobody_known_tells_no_event() -> None:
    assert not happened("They shelled Mosul for hours.")


@pytest.mark.parametrize(
    ("text", "trigger", "found"),
    [
        ("Rebels captured three villages from the army near Mosul.", "captured", ["the army"]),
        ("The armed group executed 70 members of a tribe near Mosul.", "executed", ["70 members of a tribe"]),
        ("A mortar blast in Mosul killed 38 soldiers Monitor", "blast", ["38 soldiers"]),
    ],
)
def test_whom_it_is_done_to(text: str, trigger: str, found: list[str]) -> None:
    assert [words for role, words in who(text, trigger) if role == "target"] == found


@pytest.mark.parametrize(
    ("text", "trigger", "found"),
    [
        (
            "The militia fought fierce street battles Monday with the army in Mosul.",
            "fought",
            ["The militia", "the army"],
        ),
        (
            "At least 34 soldiers were killed in clashes with the rebels near Mosul.",
            "clashes",
            ["34 soldiers", "the rebels"],
        ),
        ("A raid killed scores of soldiers fighting the rebels in Mosul.", "fighting", ["soldiers", "the rebels"]),
        ("Villagers fled the fighting in Mosul.", "fighting", []),
    ],
)
def test_sides(text: str, trigger: str, found: list[str]) -> None:
    assert [words for _, words in who(text, trigger)] == found


def test_a_party_goes_without_where_it_is() -> None:
    assert who("The army shelled rebels in the east of Mosul.", "shelled") == [
        ("agent", "The army"),
        ("target", "rebels"),
    ]
    assert who("Earlier army units shelled rebels in Mosul.", "shelled")[0] == ("agent", "army units")
    assert who("29-07-2031 army units shelled rebels in Mosul.", "shelled")[0] == ("agent", "army units")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The army sent troops to retake Mosul.", ("control_gained", "retake", "planned")),
        ("The army continues the operation to liberate Mosul.", ("control_gained", "liberate", "planned")),
        ("The rebels went on to seize Mosul.", ("control_gained", "seize", "asserted")),
        ("This may be the deadliest attack on Mosul in years.", ("attack", "attack", "asserted")),
        ("The army was not responsible for the attack on Mosul.", ("attack", "attack", "negated")),
        ("Army raids on Mosul killed ten.", ("air_strike", "raids", "asserted")),
        ("Warplanes attacked Mosul on Monday.", ("air_strike", "attacked", "asserted")),
    ],
)
def test_type_and_modality(text: str, told: tuple[str, str, str]) -> None:
    assert told in [tuple(one) for one in happened(text)]


def test_an_event_in_a_phrase_of_since_has_an_end() -> None:
    _, found = filled("Hundreds have fled since rebels seized Mosul in May 2016.")
    assert [(one.setting.period.start, one.setting.period.end) for one in found] == [("2016-05", "2016-05")]


def test_places_of_its_own_clause_go_first() -> None:
    assert places("Rebels shelled Mosul while driving across Tikrit.") == [("at", "Mosul")]


def test_several_places_of_other_sentences_leave_it_open() -> None:
    text = "Bombs went off in Mosul, Tikrit, Kirkuk and Basra on Monday. The army attacked a checkpoint."
    _, found = filled(text)
    assert [one.setting.places for one in found if one.draft.trigger.text == "attacked"] == [()]
