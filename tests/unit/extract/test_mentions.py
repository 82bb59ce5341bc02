"""Everything recognised, whether or not a claim uses it, at canonical offsets."""

from __future__ import annotations

from dataclasses import replace

import pytest
from told import document, extraction

from dateline.extract import extract
from dateline.model import Mention

TEXT = (
    "On 3 March 2015 at least140,000 people fled Nepal, the Red Cross said. "
    "It sent 12 trucks and $400 to Kathmandu, 40 km away."
)


def mentions(text: str, kind: str) -> list[Mention]:
    return [m for m in extraction(text).mentions if m.kind == kind]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("timex", ["3 March 2015"]),
        ("toponym", ["Nepal", "Kathmandu"]),
        ("source", ["the Red Cross"]),
        ("quantity", ["at least140,000", "12"]),
    ],
)
def test_every_kind_is_found(kind: str, words: list[str]) -> None:
    found = [m.text for m in mentions(TEXT, kind)]
    assert [w.removeprefix("the ") for w in found] == [w.removeprefix("the ") for w in words]


def test_mentions_stand_where_they_say_and_in_reading_order() -> None:
    found = extraction(TEXT).mentions
    assert all(TEXT[m.start : m.end] == m.text for m in found)
    assert [m.start for m in found] == sorted(m.start for m in found)


def test_each_mention_carries_the_one_value_of_its_kind() -> None:
    for mention in extraction(TEXT).mentions:
        values = {"timex": mention.period, "quantity": mention.figure, "source": mention.source}
        assert [kind for kind, value in values.items() if value is not None] == [mention.kind] * (
            mention.kind in values
        )


def test_a_quantity_counts_anything() -> None:
    trucks = mentions(TEXT, "quantity")[1]
    assert trucks.figure is not None
    assert (trucks.figure.low, trucks.figure.high) == (12, 12)


def test_money_measures_and_dates_are_no_quantities() -> None:
    assert (
        mentions("It cost $400, 40 km away, on 3 March 2015, at 10:30, for a 14-year-old, 40 per cent.", "quantity")
        == []
    )


def test_a_page_in_another_language_counts_by_its_own_words() -> None:
    text = "Le 3 mars 2015, plus de 12 000 familles ont fui Dorlac. Les 40 camions sont à 25 km."
    page = replace(document(text), lang="fr")
    found = [m for m in extract(page, mentions=True).mentions if m.kind == "quantity"]
    assert [(m.text, m.figure and (m.figure.low, m.figure.unit)) for m in found] == [
        ("plus de 12 000", (12_000, "household")),
        ("40", (40, "person")),
    ]


def test_mentions_and_refusals_only_on_request() -> None:
    found = extract(document(TEXT))
    assert (found.mentions, found.refusals) == ((), ())
    assert extract(document(TEXT), mentions=True).refusals == ()
    assert extract(document(TEXT), explain=True).mentions == ()
