"""Who tells an event: the words that cover it, and nobody by way of another event."""

from __future__ import annotations

import pytest
import told


def sources(text: str) -> list[tuple[str, list[str]]]:
    """(trigger, names of the sources) of every event, the page of 8 May 2024."""
    found = [claim for claim in told.all_claims(text, published="2024-05-08") if claim.event]
    return [(c.event.trigger.text, [s.name.removeprefix("the ") for s in c.sources]) for c in found if c.event]


def test_the_source_of_the_first_event_is_not_that_of_all() -> None:
    page = (
        "Rebels shelled the town of Zarum on Monday, according to the Doctors' Union.\n\n"
        "Two villages nearby were quiet. A bishop who came through said so.\n\n"
        "On Tuesday the army arrested six men in Orsk, where militants had kidnapped a judge in April.\n"
    )
    assert sources(page) == [("shelled", ["Doctors' Union"]), ("arrested", []), ("kidnapped", [])]


def test_the_same_words_again_have_the_same_source() -> None:
    page = (
        "Rebels shelled the town of Zarum on Monday\n\n"
        "Rebels shelled the town of Zarum on Monday, the Doctors' Union said. Troops stayed in their barracks.\n"
    )
    assert dict(sources(page))["shelled"] == ["Doctors' Union"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fighting between rebels and troops went on all night in Zarum an AFP correspondent there said.", "AFP"),
        ("The Doctors' Union also reported clashes between rebels and troops in Zarum.", "Doctors' Union"),
        ("Militants attacked rebels in Zarum with gases said Aro Velik adding that ten died.", "Aro Velik"),
        ("Rebels and militants attacked Zarum the Doctors' Union said and rescuers said.", "Doctors' Union"),
        ("Rebels fled to Zarum, the Doctors' Union said, blaming troops for a raid on the village.", "Doctors' Union"),
    ],
)
def test_who_says_it_stands_behind_it(text: str, expected: str) -> None:
    assert [name for _, found in sources(text) for name in found if expected in name]
