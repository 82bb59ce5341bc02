"""When a figure holds."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.model import Period
from dateline.reconcile.days import LONG_AGO, SOME_DAY, Window, day_range, iso, window_of


def at(text: str) -> int:
    return date.fromisoformat(text).toordinal()


D1, D2, TOLD = at("2031-03-01"), at("2031-03-31"), at("2031-04-05")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2031-03", (D1, D2)), ("2031-03-31", (D2, D2)), ("2031", (at("2031-01-01"), at("2031-12-31"))),
        ("--03-08", None), (None, None), ("2031-W10", None), ("2031-13", None), ("2031-03-31T10:00:00Z", (D2, D2)),
    ],
)  # fmt: skip
def test_a_date_is_a_range_of_days(text: str | None, found: tuple[int, int] | None) -> None:
    assert day_range(text) == found


@pytest.mark.parametrize(
    ("period", "measure", "window"),
    [
        (Period(None, "2031-03-31"), "stock", Window(D2, D2, D2, D2)),
        (Period(None, "2031-03"), "stock", Window(D1, D1, D2, D2)),
        (Period("2031-03-01", None, "since 1 March"), "stock", Window(TOLD, TOLD, TOLD, TOLD)),
        (Period(), "stock", None),
        (Period("2031-03-31", "2031-03-31"), "flow", Window(D2, D2, D2, D2)),
        (Period("2031-03-31", None, "on 31 March"), "flow", Window(D2, D2, D2, D2)),
        (Period("2031-03", "2031-03"), "flow", Window(D1, D1, D2, D2)),
        (Period("2031-03-01", None, "since 1 March"), "flow", Window(D1, D1, TOLD, TOLD)),
        (Period("2031-03", None, "since March"), "flow", Window(D1, D2, TOLD, TOLD)),
        (Period(None, "2031-03-31"), "flow", Window(LONG_AGO, D2, D2, D2)),
        (Period("2031-03-31", "2031-03-01"), "flow", None),
        (Period(), "flow", None),
    ],
)
def test_a_period_is_a_window(period: Period, measure: str, window: Window | None) -> None:
    assert window_of(period, measure, TOLD) == window  # type: ignore[arg-type]


def test_a_flow_that_goes_on_ends_some_day_when_nobody_says_when_it_was_told() -> None:
    assert window_of(Period("2031-03-01", None, "since 1 March"), "flow", None) == Window(D1, D1, D1, SOME_DAY)
    assert iso(SOME_DAY) is None and iso(LONG_AGO) is None and iso(D1) == "2031-03-01"
