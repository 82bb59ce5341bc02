"""The breadth of English: one phrase a rule, read from Monday 7 November 2016."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.extract.time import recognize, resolve

DAY = date(2016, 11, 7)


@pytest.mark.parametrize(
    ("phrase", "first", "last"),
    [
        ("from may 3 until june 7", "2016-05-03", "2016-06-07"),
        ("may 3-7", "2016-05-03", "2016-05-07"),
        ("from 2015-aug to 2018-may", "2015-08", "2018-05"),
        ("october 2 of last year", "2015-10-02", "2015-10-02"),
        ("the weekend of May 5", "2016-05-07", "2016-05-08"),
        ("halloween weekend 2015", "2015-10-31", "2015-11-01"),
        ("this past weekend", "2016-11-05", "2016-11-06"),
        ("two sundays ago", "2016-10-30", "2016-10-30"),
        ("the Friday before last", "2016-10-28", "2016-10-28"),
        ("calendar year 2008", "2008", "2008"),
        ("2Q 2015", "2015-04", "2015-06"),
        ("Q1-2016", "2016-01", "2016-03"),
        ("2015-W10", "2015-03-02", "2015-03-08"),
        ("the last 3 days of this month", "2016-11-28", "2016-11-30"),
        ("next work week", "2016-11-14", "2016-11-18"),
        ("4 business days ago", "2016-11-01", "2016-11-01"),
        ("the past 2 business days", "2016-11-03", "2016-11-07"),
        ("the next working day", "2016-11-08", "2016-11-08"),
        ("from 4th of August until the 12th", "2016-08-04", "2016-08-12"),
        ("October. 2", "2016-10-02", "2016-10-02"),
        ("the third week September", "2016-09-12", "2016-09-18"),
        ("last friday this month", "2016-11-25", "2016-11-25"),
        ("two fridays from today", "2016-11-18", "2016-11-18"),
        ("the past weekend", "2016-11-05", "2016-11-06"),
        ("labor day weekend", "2016-09-03", "2016-09-05"),
        ("the weekend of thanksgiving 2015", "2015-11-26", "2015-11-29"),
        ("easter weekend last year", "2015-04-04", "2015-04-05"),
        ("the Monday after Easter", "2016-03-28", "2016-03-28"),
        ("the Friday before May 5", "2016-04-29", "2016-04-29"),
        ("the weekend after Christmas 2015", "2015-12-26", "2015-12-27"),
        ("Sunday in two weeks", "2016-11-27", "2016-11-27"),
        ("2016-10-01/2016-10-07", "2016-10-01", "2016-10-07"),
        ("last year's Christmas", "2015-12-25", "2015-12-25"),
        ("this month's end", "2016-11", "2016-11"),
        ("the first weekend of December 2015", "2015-12-05", "2015-12-06"),
        ("the remaining week", "2016-11-07", "2016-11-13"),
        ("the year nineteen hundred", "1900", "1900"),
        ("in three days after June 5", "2016-06-08", "2016-06-08"),
        ("Thursday, two years from now", "2018-11-08", "2018-11-08"),
        ("the whole year", "2016", "2016"),
        ("Sunday 6", "2016-11-06", "2016-11-06"),
        ("less than two weeks before June 5", "2016-05-22", "2016-06-05"),
        ("from June 5 until two weeks later", "2016-06-05", "2016-06-19"),
        ("June 5th '15", "2015-06-05", "2015-06-05"),
        ("the week beginning June 8", "2016-06-06", "2016-06-12"),
        ("pre-2010", None, "2009"),
        ("since June 5 until now", "2016-06-05", "2016-11-07"),
    ],
)
def test_a_phrase_is_one_time_with_its_days(phrase: str, first: str | None, last: str) -> None:
    mentions = recognize(f"The ford at Orvel was shut {phrase}.")
    assert [mention.text for mention in mentions] == [phrase]
    timex = resolve(mentions[0], DAY, "published")
    assert (timex.first, timex.last) == (first, last)


@pytest.mark.parametrize(
    "phrase",
    ["fiscal year 2008", "FY 2008", "the school year 2008", "the 2008 fiscal year", "the 2008-09 school year"],
)
def test_a_fiscal_year_is_found_as_one_and_placed_nowhere(phrase: str) -> None:
    mentions = recognize(f"Repairs took up {phrase}.")
    assert [mention.text for mention in mentions] == [phrase]
    assert resolve(mentions[0], DAY, "published").first is None


@pytest.mark.parametrize(
    "text",
    [
        "They may 3 times a day",
        "the 3 to 7 march on foot",
        "He served in year 7 of the siege",
        "Two weeks back in Orvel",
    ],
)
def test_small_words_beside_numbers_are_no_days(text: str) -> None:
    assert not any(mention.text[:1].isdigit() or "may" in mention.text for mention in recognize(text))


def test_a_sum_of_money_is_no_day() -> None:
    assert [mention.text for mention in recognize("A sack of rice cost $12 December 27 in Orvel.")] == ["December 27"]
    assert [mention.text for mention in recognize("It cost 12 dollars on 12 December.")] == ["12 December"]
