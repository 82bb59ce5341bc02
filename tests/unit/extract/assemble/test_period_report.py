"""Periods that a page gives as a whole: a report's stretch, its "as of", the day of a quake, the time of a whole."""

from __future__ import annotations

import pytest
from told import claims

Ends = tuple[str | None, str | None]


def ends(text: str, published: str = "2021-03-09") -> dict[str, Ends]:
    """The periods of the text's figures by their numbers as written."""
    return {c.figure.text: (c.period.start, c.period.end) for c in claims(text, published=published) if c.figure}


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        (
            "FLASH UPDATE 3\nReporting period: 1 to 7 March 2021\n\nClashes displaced 340 families from Mopti.",
            "340 families",
            ("2021-03-01", "2021-03-07"),
        ),
        (
            "Yemen: weekly note, 1 to 7 March 2021\n\nMortars killed 12 civilians in Abs during the week.",
            "12 civilians",
            ("2021-03-01", "2021-03-07"),
        ),
        # a sentence of its own time, or of another one, is not the report's
        (
            "Yemen: weekly note, 1 to 7 March 2021\n\nIn 2018 a flood killed 90 people.",
            "90 people",
            ("2018", "2018"),
        ),
        (
            "Flooding snapshot, as of 8 March 2021\n\nHeavy rains began in May. Aid is slow. Roads are cut. "
            "The dam holds. Wells are foul. The army is there. Some 340 people were displaced from Mopti.",
            "Some 340 people",
            (None, "2021-03-08"),
        ),
        # an hour, or the word "situation", makes the day of a heading the one as of which all stands
        (
            "Mali fighting: daily flash\n8 March 2021, situation as of 0600 hrs\n\nMinistry of Health: 340 killed "
            "since 2 March.",
            "340 killed",
            ("2021-03-02", "2021-03-08"),
        ),
        (
            "Relief bulletin for Mali, 8 March 2021, 18:00\n\nIn the hall of Mopti 340 people are sheltered.",
            "340 people",
            (None, "2021-03-08"),
        ),
        # the report's week, and the one before it
        (
            "Casualty record: weekly\n1 to 7 March 2021\n\nWe recorded 340 deaths this week (previous week: 61).",
            "340 deaths",
            ("2021-03-01", "2021-03-07"),
        ),
        (
            "Casualty record: weekly\n1 to 7 March 2021\n\nWe recorded 340 deaths this week (previous week: 61).",
            "61",
            ("2021-02-22", "2021-02-28"),
        ),
        # what had come about at the end of a month
        ("Guards took 900 men. At the end of January 340 had been released.", "340", (None, "2021-01")),
        # a quake's harm is of its day wherever it is told
        (
            "A quake struck on 2 March 2021. In Mopti, 340 houses have collapsed.",
            "340 houses",
            ("2021-03-02", "2021-03-02"),
        ),
        # "just after 1 a.m. Friday" is on that day
        ("A blast just after 1 a.m. Friday killed 35 people.", "35 people", ("2021-03-05", "2021-03-05")),
        # a part happened when its whole did
        (
            "Shells killed 97 people on Friday, of whom 48 were civilians; 35 of the deaths were in Mopti.",
            "35 of the deaths",
            ("2021-03-05", "2021-03-05"),
        ),
        # a date line that a colon ends
        ("El Geneina, March 9: Shells killed 12 people.", "12 people", (None, None)),
    ],
)
def test_a_period_of_the_page(text: str, figure: str, expected: Ends) -> None:
    assert ends(text)[figure] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what the label of a row says, its figures are of
        (
            "Situation report\nAs of 7 March 2021\n\nLast 24 hours: deaths 12, injured 30\n"
            "Cumulative since 2 March: deaths 140, injured 300",
            {
                "12": ("2021-03-06", "2021-03-07"),
                "30": ("2021-03-06", "2021-03-07"),
                "140": ("2021-03-02", "2021-03-07"),
                "300": ("2021-03-02", "2021-03-07"),
            },
        ),
        # the heading's day ends what a report counts, also where its capitals look like a verb
        (
            "SITUATION REPORT No. 4\nAs of 7 March 2021\n\n• 4,100 people have been displaced since 2 March.\n"
            "• 300 families are in camps.",
            {"4,100 people": ("2021-03-02", "2021-03-07"), "300 families": (None, "2021-03-07")},
        ),
        # a storm kills on its day, and moves people from then on
        (
            "On 5 March heavy rain killed four people in Orvel and displaced 260 families.",
            {"four people": ("2021-03-05", "2021-03-05"), "260 families": ("2021-03-05", None)},
        ),
        ("A flood on 5 March has killed 12 people.", {"12 people": ("2021-03-05", None)}),
    ],
)
def test_periods_of_rows_and_of_hazards(text: str, expected: dict[str, Ends]) -> None:
    assert ends(text, "2021-03-07") == expected
