"""Pages of sport, trade, the stage, games and elections borrow the words of war: they tell nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from told import all_claims, extraction

from dateline.extract.gate import names_crisis, of_a_field

PAGES: dict[str, str] = json.loads((Path(__file__).parent / "borrowed.json").read_text(encoding="utf-8"))
"""Ten invented pages full of such words."""
MEANT = {
    "stadium": (
        "A bomb exploded at the gate of the Velik stadium on Saturday, minutes before the league match, and "
        "killed 12 fans. Two players and the coach of the home team were wounded. Police said the season "
        "would go on; the captain, a striker, laid flowers for the dead. The goalkeeper said the game was no "
        "longer a game."
    ),
    "election": (
        "Gunmen attacked a polling station in Velik on Sunday and killed two voters before the runoff. The "
        "candidate of the governing party left the campaign, the army sealed off the town, and a majority of "
        "the ballots was lost. The mayor said that the vote was void; the senator's challenger was wounded."
    ),
    "insurer": (
        "Shares of the insurer fell 3 percent after floods destroyed 400 houses in Velik and displaced 2,000 "
        "people. The firm said its customers would be paid; revenue and profit of the quarter, the chairman "
        "told investors, would hold. The market expects a higher price of the stock. Rescue boats evacuated "
        "residents, and 12 people are dead."
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_that_borrows_the_words_of_war_tells_nothing_of_one(name: str) -> None:
    assert of_a_field(PAGES[name])
    assert all_claims(PAGES[name], published="2031-05-14") == ()
    assert extraction(PAGES[name], published="2031-05-14").claims == ()


@pytest.mark.parametrize("name", MEANT)
def test_harm_that_is_meant_is_told_among_such_words(name: str) -> None:
    assert names_crisis(MEANT[name])
    found = all_claims(MEANT[name])
    assert any(claim.figure for claim in found)
    assert any(claim.event for claim in found)


def test_points_of_a_game_are_refused_with_a_reason() -> None:
    reasons = {one.text: one.reason for one in extraction(PAGES["football"]).refusals if one.kind == "figure"}
    assert reasons["192 of the duels"] == "counted on a page of sport, trade or the stage"


def test_what_is_counted_as_points_lends_nothing_to_the_next_figure() -> None:
    page = (
        "Shares of the phone maker fell on Monday as its stores, its retailers and its investors counted sales. "
        "The chip price, the brand, the market, the profit and the discount were on the lips of analysts. "
        "In its stock 400 are missing. Another 11 users are expected."
    )
    assert of_a_field(page)
    assert all_claims(page) == ()
