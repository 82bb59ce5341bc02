"""Events as claims: quoted words stand at their offsets, what is printed twice is one claim."""

from __future__ import annotations

import pytest
import told

from dateline.extract.gate import names_crisis, tells
from dateline.model import Claim, Place, Source
from dateline.model.told import phrases_of

PAGE = (
    "Fighting near Mosul\n\n"
    "Rebels attacked an army post near Mosul on Monday, the Observatory said. Troops withdrew from the post.\n\n"
    "The governor said: it’s quiet now.\n\n"
    "Rebels attacked an army post near Mosul on Monday, the Observatory said. Warplanes bombed the hills.\n"
)


def events(text: str = PAGE) -> list[Claim]:
    """The claims of events, the page of 15 March 2017."""
    return [claim for claim in told.all_claims(text, published="2017-03-15") if claim.kind == "event"]


def test_every_quoted_word_stands_at_its_offsets() -> None:
    found = events()
    assert len(found) >= 4
    for claim in found:
        assert claim.excerpt.text == PAGE[claim.excerpt.start : claim.excerpt.end]
        for phrase in phrases_of(claim):
            assert phrase.text == PAGE[phrase.start : phrase.end]
        named: list[Place | Source] = [*claim.places, *claim.sources]
        for one in named:
            assert one.name == PAGE[one.start : one.end]


def test_what_is_printed_twice_is_one_claim() -> None:
    attacks = [claim for claim in events() if claim.event and claim.event.type == "attack"]
    assert [len(claim.occurrences) for claim in attacks] == [2]
    first, second = attacks[0].occurrences
    assert PAGE[first.start : first.end] == PAGE[second.start : second.end]


def test_place_period_and_source_are_those_of_the_sentence() -> None:
    attack = next(claim for claim in events() if claim.event and claim.event.type == "attack")
    assert [place.name for place in attack.places] == ["Mosul"]
    assert (attack.period.start, attack.period.end) == ("2017-03-13", "2017-03-13")
    assert [source.name.removeprefix("the ") for source in attack.sources] == ["Observatory"]


def test_a_page_of_no_crisis_is_not_read_for_events() -> None:
    text = "The team attacked early on Monday in Mosul and took the lead. The coach was pleased with the attack."
    assert not names_crisis(text)
    assert events(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The president sent a telegram after the murder of the senator. Elections will be held in June.",
        "The mayor was gunned down on his way to the office. The council met today.",
        "A group that nobody knows claimed responsibility. The council met today.",
        "Three strong explosions rocked the port last night. The council met today.",
    ],
)
def test_a_page_on_one_act_of_violence_is_read_for_events(text: str) -> None:
    assert names_crisis(text)


def test_the_gate_lets_through_what_tells() -> None:
    assert tells("Rebels clashed with troops.")
    assert tells("Shelling went on near Mosul.")
    assert not tells("The mayor sang a song.")
