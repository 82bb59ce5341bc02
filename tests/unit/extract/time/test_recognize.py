"""Which words are a time, and which numbers are none."""

from __future__ import annotations

from itertools import pairwise

import pytest

from dateline.extract.time import recognize


def found(text: str) -> list[str]:
    return [mention.text for mention in recognize(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam at Orvel burst on 3 March 2015.", ["3 March 2015"]),
        ("Rain fell from 3 to 7 March, then again in May.", ["from 3 to 7 March", "May"]),
        ("the rains of March 28 and 29 left the valley under water", ["March 28 and 29"]),
        ("between 3 March and 7 April 2015", ["between 3 March and 7 April 2015"]),
        ("As of 9 am on Tuesday, nobody had returned", ["As of 9 am on Tuesday"]),
        ("since the start of the campaign in October", ["since the start of the campaign in October"]),
        ("since a truce took effect on 27 February", ["since a truce took effect on 27 February"]),
        ("It struck at around 8 a.m. Friday (5 p.m. ET Thursday).", ["at around 8 a.m. Friday", "5 p.m. ET Thursday"]),
        ("in early December and late 2015", ["early December", "late 2015"]),
        ("in the first half of 2016", ["the first half of 2016"]),
        ("over the past two weeks", ["the past two weeks"]),
        ("three days ago, and a day earlier", ["three days ago", "a day earlier"]),
        ("01.02.2015, 29-06-2016 and 2017-03-15", ["01.02.2015", "29-06-2016", "2017-03-15"]),
        ("Last updated at Jan 202015", ["Jan 202015"]),
        ("Tuesdays bombing of the mill", ["Tuesdays"]),
        ("The 1995 eruption drove them out", ["1995"]),
        ("the two-week-old battle for the ford", ["two-week-old"]),
        ("In 2011 people fled", ["2011"]),
        ("since 2011", ["since 2011"]),
        ("up to now, and by then", ["up to now", "by then"]),
    ],
)
def test_times_are_found_with_the_words_that_bound_them(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2,011 people fled",
        "1995 homes were lost and 2010 houses damaged",
        "killed by 2000 soldiers",
        "a 5-year-old child",
        "They may march, and the second man may fall.",
        "Theresa May spoke; April Johnson answered",
        "3.5 million people in 18 districts",
        "at least 1900 families",
        "The wall fell on 20 tents.",
        "a man in his 20s, two women in their mid-40s and a boy",
    ],
)
def test_figures_ages_and_plain_words_are_no_times(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In October 15 people died", ["October"]),
        ("On October 15 people died", ["October 15"]),
        ("On March 3 2,000 people fled", ["March 3"]),
    ],
)
def test_a_number_after_a_month_is_a_day_only_where_it_counts_nothing(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_mentions_do_not_overlap_and_stand_in_the_text() -> None:
    text = "On Sunday 5 March, late last year and in 2011-2013 the river rose; by Monday night it had fallen."
    mentions = recognize(text)
    assert [text[m.start : m.end] for m in mentions] == [m.text for m in mentions]
    assert all(a.end <= b.start for a, b in pairwise(mentions))


def test_the_document_shows_whether_the_month_comes_first() -> None:
    day_first, month_first = "on 12/5/2016", "on 12/25/2016, then on 12/5/2016"
    assert recognize(day_first)[0].expr.month == 5  # type: ignore[union-attr]
    assert recognize(month_first)[1].expr.month == 12  # type: ignore[union-attr]


def test_a_language_without_a_grammar_says_so() -> None:
    with pytest.raises(FileNotFoundError):
        recognize("le 3 mars", lang="zz")
