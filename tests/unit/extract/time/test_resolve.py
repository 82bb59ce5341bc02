"""What times come to, with and without an anchor."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.extract.draft import Timex
from dateline.extract.time import recognize, resolve

WEDNESDAY = date(2017, 3, 15)


def read(text: str, anchor: date | None = WEDNESDAY) -> Timex:
    (mention,) = recognize(text)
    return resolve(mention, anchor, "published" if anchor else None)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("over the past two weeks", "2017-03-01", "2017-03-15"),
        ("in the last 48 hours", "2017-03-13", "2017-03-15"),
        ("last night", "2017-03-14", "2017-03-14"),
        ("on Wednesday", "2017-03-15", "2017-03-15"),
        ("on Thursday", "2017-03-09", "2017-03-09"),
        ("yesterday", "2017-03-14", "2017-03-14"),
        ("last weekend", "2017-03-11", "2017-03-12"),
        ("earlier this week", "2017-03-13", "2017-03-15"),
        ("last month", "2017-02", "2017-02"),
        ("last November", "2016-11", "2016-11"),
        ("in October", "2016-10", "2016-10"),
        ("on 3 April", "2016-04-03", "2016-04-03"),
        ("mid-2014", "2014", "2014"),
        ("in the first half of 2016", "2016-01", "2016-06"),
        ("the second week of February", "2017-02-06", "2017-02-12"),
        ("from 28 December to 3 January", "2016-12-28", "2017-01-03"),
        ("3-7 March", "2017-03-03", "2017-03-07"),
        ("2011-2013", "2011", "2013"),
        ("in the 1990s", "1990", "1999"),
        ("in the early 90s", "1990", "1999"),
        ("back in the late '80s", "1980", "1989"),
        ("three days ago", "2017-03-12", "2017-03-12"),
        ("two years ago", "2015", "2015"),
        ("since the start of the campaign in October", "2016-10", None),
        ("since 2011", "2011", None),
        ("as of 23 February", None, "2017-02-23"),
        ("by the end of 2016", None, "2016-12"),
        ("before 2011", None, "2010"),
        ("after 2011", "2012", None),
        ("after February", "2017-03", None),
        ("after 3 March", "2017-03-03", None),
        ("to date", None, "2017-03-15"),
        ("on the last Friday of January 2016", "2016-01-29", "2016-01-29"),
        ("Easter 2016", "2016-03-27", "2016-03-27"),
        ("12 May last year", "2016-05-12", "2016-05-12"),
        ("Tuesday of last week", "2017-03-07", "2017-03-07"),
        ("between Friday and Sunday of last week", "2017-03-10", "2017-03-12"),
        ("last week from Friday to Sunday", "2017-03-10", "2017-03-12"),
        ("3, 4 and 5 March", "2017-03-03", "2017-03-05"),
        ("from the 10th to the 14th", "2017-03-10", "2017-03-14"),
        ("yesterday (Tuesday)", "2017-03-14", "2017-03-14"),
        ("on Friday (10 March)", "2017-03-10", "2017-03-10"),
        ("on Friday the 17th", "2017-03-17", "2017-03-17"),
        ("the coming Friday", "2017-03-17", "2017-03-17"),
        ("from now to 5 May", "2017-03-15", "2017-05-05"),
        ("less than two weeks ago", "2017-03-01", None),
        ("within two weeks of 3 January", "2017-01-03", "2017-01-17"),
        ("the last two quarters", "2016-07", "2016-12"),
        ("week 6 of 2017", "2017-02-06", "2017-02-12"),
        ("the last Friday of this month", "2017-03-31", "2017-03-31"),
        ("the day after Christmas", "2016-12-26", "2016-12-26"),
        ("on Ash Wednesday", "2017-03-01", "2017-03-01"),
        ("Mother's Day 2016", "2016-05-08", "2016-05-08"),
        ("5-Jul-95", "1995-07-05", "1995-07-05"),
        ("03/2015", "2015-03", "2015-03"),
    ],
)
def test_anchored(text: str, first: str | None, last: str | None) -> None:
    timex = read(text)
    assert (timex.first, timex.last) == (first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("on 8 March", "--03-08", "--03-08"),
        ("28 and 29 March", "--03-28", "--03-29"),
        ("since 1 February", "--02-01", None),
        ("between January and December", "--01", "--12"),
        ("by mid-October", None, "--10"),
        ("on 29 February", "--02-29", "--02-29"),
        ("on 8 March 2015", "2015-03-08", "2015-03-08"),
    ],
)
def test_without_an_anchor_half_known_dates_stay_half_known(text: str, first: str | None, last: str | None) -> None:
    timex = read(text, None)
    assert (timex.first, timex.last, timex.anchor) == (first, last, None)


@pytest.mark.parametrize(
    "text", ["on Sunday", "over the past two weeks", "last year", "the second week of February", "to date"]
)
def test_relative_words_without_an_anchor_give_no_days(text: str) -> None:
    timex = read(text, None)
    assert (timex.kind, timex.first, timex.last) == ("relative", None, None)


@pytest.mark.parametrize("text", ["in recent weeks", "over the past few days", "several days ago"])
def test_what_nobody_can_count_stays_open_even_with_an_anchor(text: str) -> None:
    assert (read(text).kind, read(text).first) == ("relative", None)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("for three days", "duration", "P3D"),
        ("every Friday", "set", "XXXX-WXX-5"),
        ("over the past two weeks", "interval", "P2W"),
        ("on 8 March", "point", "XXXX-03-08"),
        ("this week", "interval", "2017-W11"),
        ("now", "until", "PRESENT_REF"),
        ("in the spring of 2014", "point", "2014-SP"),
    ],
)
def test_kind_and_timex3_value(text: str, kind: str, value: str | None) -> None:
    timex = read(text)
    assert (timex.kind, timex.value) == (kind, value)


def test_the_anchor_is_named_only_where_it_was_needed() -> None:
    assert read("on Sunday").anchor == "published"
    assert read("on 3 March 2015").anchor is None
