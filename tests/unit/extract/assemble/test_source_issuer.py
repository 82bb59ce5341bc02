"""Counts that somebody keeps, and the office that issues a report."""

from __future__ import annotations

import pytest
from told import claims


def sources(text: str) -> list[list[str]]:
    return [[s.name for s in c.sources] for c in claims(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The health ministry's tally stood at 57 dead and 105 injured.", [["The health ministry"]] * 2),
        ("UNHCR's latest count of refugees: 3,060 have fled the country.", [["UNHCR"]]),
        ("Save the Children estimates that 850 infants died.", [["Save the Children"]]),
        ("The Red Cross said 240 people were killed. It added that 40 people were hurt.", [["Red Cross"]] * 2),
        ("IOM has tracked 1,300 displaced persons since October.", [["IOM"]]),
        ("The town's list of things to do reached 40 houses that were destroyed.", [[]]),
    ],
)
def test_who_keeps_a_count_is_its_source(text: str, expected: list[list[str]]) -> None:
    assert sources(text) == expected


_ROWS = "Some 40 people died.\n\nThe mayor of Orvel said 12 houses were destroyed."


@pytest.mark.parametrize(
    ("heading", "office"),
    [
        ("NATIONAL DISASTER COUNCIL\nSitRep No. 6 on the storm\n\n", "NATIONAL DISASTER COUNCIL"),
        ("Casualty Monitor: 21 February 2018\n\n", "Casualty Monitor"),
        ("Ministry of Public Health\nStatement No. 9\n\n", "Ministry of Public Health"),
        ("Orvel Fire Brigade – evening bulletin\n\n", "Orvel Fire Brigade"),
        ("REPUBLIC OF ORVEL\nOffice of Civil Defense, Region V\nSitRep No. 7\n\n", "Office of Civil Defense"),
        ("The state of our schools in May\nEducation Watch Orvel\nMonthly bulletin\n\n", "Education Watch Orvel"),
        ("Raids in August\nCorporación Vigía Brena – monthly tally\n\n", "Corporación Vigía Brena"),
        ("EVACUATION ORDER – Regional District of Orvel\nIssued on Saturday\n\n", "Regional District of Orvel"),
    ],
)
def test_a_report_is_told_by_the_office_that_heads_it(heading: str, office: str) -> None:
    own, credited = sources(heading + _ROWS)
    assert own == [office]
    assert credited == ["The mayor of Orvel"]


@pytest.mark.parametrize(
    "heading",
    [
        "NATIONAL DISASTER COUNCIL\nA night in the valley\n\n",
        "OCHA Orvel: Floods, Situation Report No. 4\n\n",
        "Health ministry under fire\nDaily report of the siege\n\n",
        "",
    ],
)
def test_no_office_heads_what_is_no_report_of_its_own(heading: str) -> None:
    assert sources(heading + _ROWS)[0] == []
