"""The page that the project began with gives its events; no word of it is kept here but names of places."""

from __future__ import annotations

from pathlib import Path

import pytest
import told

from dateline.model import Claim

PAGE = Path(__file__).resolve().parents[4].parent / "shared" / "input" / "mosul-page.txt"


@pytest.fixture(scope="module")
def events() -> list[Claim]:
    if not PAGE.exists():
        pytest.skip(f"the page is not at hand: {PAGE.name} in the folder shared beside the project")
    text = PAGE.read_text(encoding="utf-8")
    return [claim for claim in told.all_claims(text, published="2017-03-15") if claim.event]


def told_as(events: list[Claim], kind: str, place: str) -> list[Claim]:
    """The events of a type at a place of that name."""
    return [c for c in events if c.event and c.event.type == kind and any(place in p.name for p in c.places)]


def test_searches_in_a_quarter(events: list[Claim]) -> None:
    assert told_as(events, "search_operation", "Bab al-Toub")


def test_fighting_and_a_withdrawal_at_an_airport_that_no_gazetteer_has(events: list[Claim]) -> None:
    (fighting,) = told_as(events, "armed_clash", "Aleppo")
    (withdrawal,) = told_as(events, "withdrawal", "Jarrah")
    assert [(p.role, p.place and p.place.name) for p in withdrawal.places] == [("from", None), ("at", "Aleppo")]
    assert all("Observatory" in claim.sources[0].name for claim in (fighting, withdrawal))


def test_the_taking_of_a_city_in_the_middle_of_a_year(events: list[Claim]) -> None:
    taken = told_as(events, "control_gained", "Mosul")
    assert any((claim.period.start or "").startswith("2014") for claim in taken)


def test_half_of_a_city_retaken(events: list[Claim]) -> None:
    retaken = [c for c in told_as(events, "control_gained", "Mosul") if c.event and c.event.trigger.text == "retake"]
    assert [actor.role for claim in retaken for actor in claim.event.actors] == ["agent"]  # type: ignore[union-attr]
