"""A figure told again is one claim; two incidents with equal numbers stay two."""

from __future__ import annotations

import pytest
from told import claims


def told(text: str, title: str | None = None) -> list[tuple[int | None, int]]:
    """(number, how often it is printed) of every claim."""
    found = claims(text, title=title, published="2017-03-15")
    return [
        (c.figure.low if c.figure.low is not None else c.figure.high, len(c.occurrences)) for c in found if c.figure
    ]


SENTENCE = "Tens of thousands of people were forced to flee Orvel in March."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{SENTENCE} Rain fell on the hills. {SENTENCE}", [(20_000, 2)]),
        (f"{SENTENCE}\n\n{SENTENCE}", [(20_000, 2)]),
        (f"{SENTENCE} Rain fell.\n\nOrvel lies on the Belo. {SENTENCE} The end.\n\n{SENTENCE}", [(20_000, 3)]),
        ("Blast kills 12 in Orvel\n\nA blast killed 12 people in Orvel on Tuesday.", [(12, 2)]),
        ("BLAST KILLS 12 IN ORVEL\n\nA blast killed at least 12 people in Orvel.", [(12, 2)]),
        ("A blast killed 12 people in Orvel. Rain fell. All 12 people killed were farmers.", [(12, 2)]),
    ],
)
def test_told_again_is_one_claim(text: str, expected: list[tuple[int, int]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A blast killed three people in Orvel on Monday.\n\nThe rain went on.\n\nA mine near Tarn killed three people "
         "on Wednesday.", [(3, 1), (3, 1)]),
        ("A blast killed 12 people in Orvel on 3 March. A mine killed 12 people in Tarn on 9 March.",
         [(12, 1), (12, 1)]),
        ("The blast killed 12 people and wounded 12.", [(12, 1), (12, 1)]),
        ("Twelve people died. Twelve houses were destroyed.", [(12, 1), (12, 1)]),
        ("Some 12 people were killed. Another 12 people could be killed.", [(12, 1), (12, 1)]),
        ("A blast killed 12 people. A later count says that 14 people were killed.", [(12, 1), (14, 1)]),
    ],
)  # fmt: skip
def test_other_figures_stay_apart(text: str, expected: list[tuple[int, int]]) -> None:
    assert told(text) == expected


def test_the_fullest_telling_carries_the_claim() -> None:
    title = "Blast kills 12 in Orvel"
    text = f"{title}\n\nAt least 12 people were killed in a blast in Orvel on Tuesday."
    (claim,) = claims(text, title=title, published="2017-03-15")
    assert claim.figure is not None
    assert claim.figure.text == "At least 12 people"
    assert claim.figure.quantifier == "more_than"
    assert [span.of(text) for span in claim.occurrences] == [text.split("\n\n")[1], title]
