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


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Earlier this week activists from the Committees of Tarn documented the arrest of 26 men in Zarum.",
         "activists from the Committees of Tarn"),
        ("Rebels shelled the town of Zarum a Tarn Police Command source told reporters.",
         "a Tarn Police Command source"),
    ],
)  # fmt: skip
def test_a_source_has_its_whole_name_and_no_time(text: str, source: str) -> None:
    page = f"Rebels and the army have fought a war in the hills of Zarum. Militias hold the roads.\n\n{text}\n"
    assert source in [name for _, names in sources(page) for name in names]


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


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ('Militants were at the gates. "ISIL executed eight rebels near Zarum" it said.', "ISIL"),
        ("A man runs past a clinic. Militants shelled rebels near Zarum, he said.", "A man"),
        ("The White Helmets said on Twitter that militants shelled rebels near Zarum.", "Twitter"),
        ("Rebels and militants shelled Zarum news confirmed.", "news"),
        ("A reporter working in Damascus said that militants shelled rebels near Zarum.", "Damascus"),
        (
            "The clinic was shelled by a rebel group Syrian state television reported.",
            "a rebel group Syrian state television",
        ),
        ("According to SANA news agency militants shelled rebels near Zarum.", "SANA news agency militants"),
        ("Front Confirms Zarum Wholly Freed From Militants rebels shelled the hills said Aro Velik.", "Front"),
        ("Militants shelled the eastern hill province says a rights group.", "the eastern hill province"),
    ],
)
def test_who_does_not_say_it(text: str, never: str) -> None:
    assert all(never not in found for _, found in sources(text))


def test_a_press_with_its_kind_and_an_office_are_the_body() -> None:
    page = (
        "Militants shelled rebels near Zarum, the SANA news agency said.\n\n"
        "Militants shelled rebels near Orsk.\n\nSource: Syrian Coalition's Media Department\n"
    )
    claims = [claim for claim in told.all_claims(page, published="2024-05-08") if claim.event]
    found = {source.name: source.resolved for claim in claims for source in claim.sources}
    assert found["the SANA news agency"] == "Syrian Arab News Agency"
    assert found["Syrian Coalition's Media Department"] == "Syrian National Coalition"


def test_a_news_agency_with_its_own_name_is_not_the_one_before() -> None:
    text = (
        "Ten people were killed in a raid on Homs, the Turkish Anadolu Agency said. "
        "The rebel-linked Orlan news agency claimed 60 people were killed in airstrikes on Raqqa on Friday."
    )
    assert ("airstrikes", ["The rebel-linked Orlan news agency"]) in sources(text)


def test_local_reports_are_named_whole() -> None:
    text = "Rebels fired rockets at a mill in Homs on Monday according to local reports."
    assert [names for _, names in sources(text)] == [["local reports"]]


@pytest.mark.parametrize(
    ("between", "last", "expected"),
    [
        ("", "At least ten rebels were killed in clashes with troops in Orsk.", ["Doctors' Union"]),
        ("The numbers could not be independently confirmed. ",
         "At least ten rebels were killed in clashes with troops in Orsk.", []),
        ("", "At least ten rebels were killed in clashes with troops in Orsk last September.", []),
    ],
)  # fmt: skip
def test_a_telling_ends_with_a_doubt_or_long_ago(between: str, last: str, expected: list[str]) -> None:
    page = f"Rebels shelled the town of Zarum on Monday, the Doctors' Union said. {between}{last}"
    assert dict(sources(page))["clashes"] == expected
