"""Sentences written day by day from a series come back as it; what was corrected downward is kept and marked."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

import series as bench
from series import Day


def _agree(listed: list[Day]) -> None:
    read = list(bench.pages(listed))
    told = bench.compared(listed, read)
    figures, planted = len(listed) * len(bench.COUNTS), sum(one.corrected for one in listed)
    assert told.wrong == ()
    assert told.right >= bench.LEAST_RIGHT * (figures - planted)
    assert planted == told.planted == told.marked > 1
    assert told.contradictions == 0
    assert {f"killed {one.day}" for one in listed if one.corrected} <= set(told.open)


def test_an_invented_series_comes_back() -> None:
    first, listed = date(2023, 11, 1), []
    for number in range(18):
        true = {"killed": 211 + 37 * number, "injured": 1_033 + 61 * number}
        told = {**true, "killed": true["killed"] + 120} if number in (5, 11) else true
        listed.append(Day((first + timedelta(days=number)).isoformat(), "Gaza's health ministry", true, told))
    _agree(listed)


def test_the_published_series_comes_back() -> None:
    if not bench.SERIES.exists():
        pytest.skip(f"the series is not at hand: {bench.SERIES.name} in ../shared/gold/series")
    _agree(bench.days(bench.SERIES, most=60, corrections=4))


def test_a_figure_that_is_not_the_series_is_noticed() -> None:
    first = date(2023, 11, 1)
    true = [{"killed": 211 + 37 * number, "injured": 1_033 + 61 * number} for number in range(6)]
    days = [(first + timedelta(days=number)).isoformat() for number in range(6)]
    told = [Day(day, "Gaza's health ministry", one, one) for day, one in zip(days, true, strict=True)]
    other = [Day(one.day, one.source, {**one.true, "killed": one.true["killed"] + 5}, one.true) for one in told[:1]]
    assert bench.compared([*other, *told[1:]], list(bench.pages(told))).wrong == ("killed 2023-11-01",)
