"""A date line is no word of the sentence behind it. All texts are made up."""

from __future__ import annotations

import pytest
from told import all_claims

from dateline.extract.parse import split
from dateline.extract.time.date_line import date_line

LINES = [
    "PORT SUDAN, Sept 18 (Nile Wire) - ",
    "CARACAS, 16 August 2024 - ",
    "KHARTOUM (Sudan Wire) - ",
    "KHARTOUM, Sudan (Sudan Wire) — ",
    "DULUTH, Minn. (May 7, 2019) - ",
    "GENEVA/NAIROBI, 20 February 2023 – ",
    "Kisoro, Uganda (Lakes Dispatch) 30 March 2025 -- ",
    "Lusaka, December 5 - ",
    "NORVALE, Tarn, May 6 (Hill Wire) - ",
    "LUSAKA, December 05, 2031 (HILL WIRE) -- ",
]
NONE = [
    "HIGHLIGHTS (as of 4 May) - ",
    "Situation Report (No. 4) - ",
    "Norwegian Refugee Council (NRC) - ",
    "GENEVA - ",
    "On Monday, 5 May - ",
    "Troops in Khartoum, 5 May - ",
]


@pytest.mark.parametrize("line", LINES)
def test_a_date_line_ends_at_its_dash(line: str) -> None:
    text = f"{line}Gunmen burnt twelve huts."
    found = date_line(text)
    assert found is not None
    assert text[found.end :] == "Gunmen burnt twelve huts."
    assert _pieces(text) == [line.strip(), "Gunmen burnt twelve huts."]


@pytest.mark.parametrize("line", NONE)
def test_what_names_no_place_or_no_day_and_agency_is_none(line: str) -> None:
    assert date_line(f"{line}Gunmen burnt twelve huts.") is None


def test_a_day_behind_a_name_in_a_list_is_the_day_of_what_happened() -> None:
    row = "Lusaka, December 5 - Twelve huts burnt down."
    assert _pieces(f"Fires.\n\nIn short:\n\n{row}") == ["Fires.", "In short:", row]


def test_a_date_line_says_what_stands_in_it() -> None:
    text = "So far.\nPORT SUDAN, Sept 18 (Nile Wire) - Gunmen burnt twelve huts."
    found = date_line(text, 8)
    assert found is not None and found.day is not None
    assert (found.start, found.day.text, text[found.day.start : found.day.end]) == (8, "Sept 18", "Sept 18")
    assert found.credited and found.shouted


def test_a_date_line_in_the_middle_of_a_line_is_none() -> None:
    text = "Ten died. KHARTOUM (Sudan Wire) - Gunmen burnt twelve huts."
    assert _pieces(text) == ["Ten died.", text[10:]]


def test_the_place_of_a_date_line_does_and_says_nothing() -> None:
    raid = all_claims("PORT SUDAN, Sept 18 (Nile Wire) - Warplanes bombed a market in Mellit, Sudan, on Tuesday, "
                  "killing nine people, medics said.", published="2024-09-18")  # fmt: skip
    events = [claim.event for claim in raid if claim.event is not None]
    assert events and all(actor.name != "SUDAN" for event in events for actor in event.actors)
    said = [claim.statement for claim in raid if claim.statement is not None]
    assert [one.content.text[:9] for one in said] == ["Warplanes"]
    (fled,) = [
        claim
        for claim in all_claims("BANGKOK, Feb 20 - The UN refugee agency said on Monday that 15,000 people had fled.",
                            published="2023-02-20")
        if claim.figure is not None
    ]  # fmt: skip
    assert [source.name for source in fled.sources] == ["The UN refugee agency"]
    assert not fled.places


def _pieces(text: str) -> list[str]:
    return [text[a:b].strip() for a, b, _ in split(text)]
