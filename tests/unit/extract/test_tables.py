"""Rows of tables told as lines, and what is read of them."""

from __future__ import annotations

import pytest
from told import claims

from dateline.extract.repair import repair

BULLETIN = (
    "Floods hit Ostland on Monday.\n\n"
    "| District | Deaths | Injured | Houses destroyed | People displaced | Population |\n\n"
    "|---|---|---|---|---|---|\n\n"
    "| Orvel | 14 | 33 | 1,820 | 41,000 | 90,200 |\n\n"
    "| Belmar | 12 | 20 | 940 | 22,500 | 81,100 |\n\n"
    "| Total | 26 | 53 | 2,760 | 63,500 | 171,300 |\n\nMore rain is expected."
)


@pytest.mark.parametrize(
    ("table", "reads"),
    [
        (
            "| Place | Dead | Missing |\n| Orvel | 3 | - |\n| Tarn | 2 | 1 |",
            "| Place | Dead | Missing |\nOrvel: 3 dead.\nTarn: 2 dead, 1 missing.",
        ),
        (
            "| No. | Place | No. of affected families (new) | Remarks |\n| 1 | Orvel | ~1 250 | roads cut |",
            "| No. | Place | No. of affected families (new) | Remarks |\nOrvel: ~1,250 affected families, roads cut.",
        ),
        (
            "| Place | Dead | Houses destroyed | Share | Hurt | Remarks |\n"
            "| Orvel | 3 | 1.820 | 12.5% | 40 (3 new) | since 4 May |",
            "| Place | Dead | Houses destroyed | Share | Hurt | Remarks |\nOrvel: 3 dead.",
        ),
        (
            "| Indicator | Number |\n|---|---|\n| Deaths | 26 |\n| Schools | 4 |",
            "| Indicator | Number | |---|---|\nDeaths: 26. | Schools | 4 |",
        ),
    ],
)
def test_a_row_is_told_under_its_headings(table: str, reads: str) -> None:
    assert repair(table).text == reads


@pytest.mark.parametrize(
    "table",
    [
        "| Team | Played | Won |\n| Orvel | 3 | 2 |",
        "| Place | Houses | |\n| | destroyed | damaged |\n| Orvel | 3 | 2 |",
        "| Place | Dead/missing |\n| Orvel | 3 |",
        "| Player | Kills | Deaths | Assists |\n| Orvel | 12 | 3 | 4 |",
        "killed | injured | missing",
    ],
)
def test_what_the_headings_do_not_tell_stays_as_it_is(table: str) -> None:
    assert repair(table).text.count("|") == table.count("|")


def test_each_number_of_a_row_is_a_claim_in_the_words_of_the_page() -> None:
    found = claims(BULLETIN)
    told = [(c.figure.text, c.term, c.figure.unit, tuple(p.name for p in c.places)) for c in found if c.figure]
    orvel, total = told[:4], told[8:]
    assert orvel == [
        ("14", "killed", "person", ("Orvel",)),
        ("33", "injured", "person", ("Orvel",)),
        ("1,820", "destroyed_housing", "dwelling", ("Orvel",)),
        ("41,000", "displaced", "person", ("Orvel",)),
    ]
    assert [figure for figure, *_ in total] == ["26", "53", "2,760", "63,500"]
    for claim in (c for c in found if c.figure):
        assert claim.figure and BULLETIN[claim.figure.start : claim.figure.end] == claim.figure.text
        assert BULLETIN[claim.excerpt.start : claim.excerpt.end] == claim.excerpt.text


def test_the_rows_are_parts_of_the_total() -> None:
    found = [c for c in claims(BULLETIN) if c.figure and c.term == "killed"]
    whole = {c.claim_id: c.figure.text for c in found if c.figure}
    assert [whole.get(c.part_of or "") for c in found] == ["26", "26", None]
