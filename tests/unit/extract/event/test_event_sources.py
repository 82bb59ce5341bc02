"""Who tells an event: the words that cover it, and nobody by way of another event."""

from __future__ import annotations

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
