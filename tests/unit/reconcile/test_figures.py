"""What a figure means to the solver."""

from __future__ import annotations

import math

import pytest
from made_claims import figure

from dateline.model import Figure
from dateline.reconcile.figures import Interval, agree, interval_of


@pytest.mark.parametrize(
    ("counted", "low", "high"),
    [
        (figure(238_000), 237_500, 238_500),
        (figure(121), 120.5, 121.5),
        (figure(100), 50, 150),
        (figure(1, implied=True), 1, math.inf),
        (figure(10), 5, 15),
        (figure(0), 0, 0.5),
        (figure(1_000, quantifier="approximately"), 900, 1_100),
        (figure(None, 1_000, text="nearly 1,000 people"), 900, 1_000),
        (figure(None, 1_000, text="just under 1,000 people"), 900, 1_000),
        (figure(None, 1_000, text="up to 1,000 people"), -math.inf, 1_000),
        (figure(None, 1_000, text="1,000 people living near"), -math.inf, 1_000),
        (Figure("nearly some", 0, 1, None, None, "less_than", "person"), -math.inf, math.inf),
        (figure(300, None), 300, math.inf),
        (figure(20_000, 99_999, "vague"), 10_000, 199_998),
        (figure(24, None, "vague"), 12, math.inf),
        (figure(40, 60), 40, 60),
    ],
)
def test_a_figure_means(counted: Figure, low: float, high: float) -> None:
    assert interval_of(counted) == pytest.approx(Interval(low, high))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (figure(52), figure(52), True), (figure(52), figure(53), False), (figure(52), figure(50), True),
        (figure(41, None), figure(52), False), (figure(50, None), figure(52), True),
        (figure(41, None), figure(40, None), True), (figure(41, None), figure(70, None), False),
        (figure(41, None), figure(None, 60), False), (figure(None, 60), figure(57), True),
        (figure(24, 99, "vague"), figure(52), True), (figure(1, implied=True), figure(1), True),
        (figure(1, implied=True), figure(4), False),
    ],
)  # fmt: skip
def test_two_figures_agree_where_both_say_the_number(one: Figure, other: Figure, same: bool) -> None:
    assert agree(interval_of(one), interval_of(other)) is same
    assert agree(interval_of(other), interval_of(one)) is same
