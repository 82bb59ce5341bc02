"""A page's own date line, and what is none."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import cast

import pytest
import told

from dateline.extract.draft import Page
from dateline.extract.sentence import Sentence
from dateline.extract.time import dispatches, page_date
from dateline.extract.time.pagedate import Dispatch


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("01.02.2015 A ferry sank off the coast of Marava.", date(2015, 2, 1)),
        ("Published June 8 2016 Shells fell on the town of Orvel.", date(2016, 6, 8)),
        ("Posted on July 2 2016 by our staff. Thirty homes burnt.", date(2016, 7, 2)),
        ("Sun Aug 17 2014 Landslide buries a village.", date(2014, 8, 17)),
        ("Date of publication 5 October 2016 Gunmen closed the road.", date(2016, 10, 5)),
        ("Last updated at Jan 202015 Marava. Two boats collided.", date(2015, 1, 20)),
        ("GENEVA, 3 March 2015 (Press Office) - Ten families fled.", date(2015, 3, 3)),
        ("El Moreno, 5 March 2007. More than 300 people fled.", date(2007, 3, 5)),
        ("Floods cut off town Marava News Saturday 18 Jun 2016 At least seven people drowned.", date(2016, 6, 18)),
        ("Floods cut off town\n\nMARAVA, 12 May 2016 - At least seven people drowned.", date(2016, 5, 12)),
        ("16.04.2017 (updated 17:23 16.04.2017) Fire broke out.", date(2017, 4, 16)),
    ],
)
def test_the_pages_own_date_line_wins(text: str, day: date) -> None:
    assert page_date(text, "2013-01-01") == (day, "document")


def test_a_date_line_without_a_year_takes_the_one_nearest_to_the_publication() -> None:
    assert page_date("MARAVA, 30 December - Ten families fled.", "2016-01-02") == (date(2015, 12, 30), "document")
    assert page_date("MARAVA, 30 December - Ten families fled.", None) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Ten families fled Orvel on 3 March 2015 when the dam burst.",
        "The flood of 3 March 2015 killed ten people.",
        "Since 3 March 2015 the road has been closed.",
        "Ten families fled.",
    ],
)
def test_a_date_of_the_story_is_no_date_line(text: str) -> None:
    assert page_date(text, "2016-06-01T08:00:00Z") == (date(2016, 6, 1), "published")


@pytest.mark.parametrize("published", [None, "", "yesterday", "2016"])
def test_no_whole_day_no_date(published: str | None) -> None:
    assert page_date("Ten families fled.", published) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Marava floods: situation as of 21 February 2021\n\nSome 300 people fled.",
        "Situation Report No. 4 (21 February 2021)\n\nSome 300 people fled.",
        "Situation report, as at 21 February 2021, 18:00\n\nSome 300 people fled.",
        "Floods in Marava\nSituation at 21 February 2021\n\nSome 300 people fled.",
        "Flood of 3 February 2021: update as of 21 February 2021 (18:00 hrs)\n\nSome 300 people fled.",
        "As of 21 February 2021\n\nSome 300 people fled.",
        "Weekly protection monitoring, Week 7 (15-21 February 2021)\n\nSome 300 people fled.",
        "Displacement bulletin, 8 to 21 February 2021\n\nSome 300 people fled.",
    ],
)
def test_a_heading_says_how_things_stood_where_nothing_else_dates_the_page(text: str) -> None:
    assert page_date(text, None) == (date(2021, 2, 21), "document")
    assert page_date(text, "2021-02-24") == (date(2021, 2, 24), "published")


@pytest.mark.parametrize(
    "text",
    [
        "The flood of 21 February 2021\n\nSome 300 people fled.",
        "Situation report on the 21 February 2021 flood\n\nSome 300 people fled.",
        "Displacement report, 1 January - 21 February 2021\n\nSome 300 people fled.",
        "Monthly bulletin (February 2021)\n\nSome 300 people fled.",
        "Flood update as of 21 February\n\nSome 300 people fled.",
        "Flood update as of 3/4/2021\n\nSome 300 people fled.",
        "MARAVA, 3/4/2021 - Some 300 people fled.",
        "Flood update as of 21 February 2021\nCamp list as of 3 March 2021\n\nSome 300 people fled.",
        "As of 21 February 2021, some 300 people had fled Orvel.",
    ],
)
def test_what_dates_only_the_story_or_in_two_ways_dates_no_page(text: str) -> None:
    assert page_date(text, None) == (None, None)


STITCHED = """Thousands on the move in the hills

ORVEL, Feb 16 - Fighting has driven 8,000 people out since last Friday.

ORVEL, Feb 18 (Hill Wire) - Shells killed two more people on Friday, aid workers said on Feb 17.

PORT TARN, Tarn, Feb 20 – Some 2,300 people crossed over the weekend. On 3 May 2022 - a year ago - it was calm.
"""


def test_every_dispatch_of_a_stitched_page_counts_from_its_own_day() -> None:
    found = dispatches(STITCHED, date(2023, 2, 16))
    assert [one.day.isoformat() for one in found] == ["2023-02-16", "2023-02-18", "2023-02-20"]
    assert [STITCHED[one.start : one.end] for one in found] == [
        "ORVEL, Feb 16",
        "ORVEL, Feb 18",
        "PORT TARN, Tarn, Feb 20",
    ]


@pytest.mark.parametrize(
    "line", ["GOMA (DR Congo), May 24 – ", "LUSAKA, May 24, 2031 (HILL WIRE) -- ", "QUINCY, Calif. (May 24) — "]
)
def test_however_its_line_is_written(line: str) -> None:
    text = f"LUSAKA, May 21 - Two died.\n\n{line}Three died."
    assert [one.day for one in dispatches(text, date(2031, 5, 21))] == [date(2031, 5, 24)]


def test_a_dispatch_tells_of_its_own_friday() -> None:
    found = told.claims(STITCHED, published="2023-02-20")
    days = {c.figure.text: (c.period.start, c.period.end) for c in found if c.figure}
    assert days["8,000 people"] == ("2023-02-10", None)
    assert days["two more people"] == ("2023-02-17", "2023-02-17")
    assert days["Some 2,300 people"] == ("2023-02-18", "2023-02-19")


def test_a_plan_of_an_earlier_dispatch_looks_ahead_from_its_own_day() -> None:
    text = STITCHED.replace("since last Friday.", "since last Friday. The army will evacuate 900 people on Friday.")
    (plan,) = [c for c in told.claims(text, published="2023-02-20") if c.figure and c.figure.low == 900]
    assert (plan.period.start, plan.period.end) == ("2023-02-17", "2023-02-17")


def test_no_day_is_carried_into_the_next_dispatch() -> None:
    text = "ORVEL, Feb 16 - Shells killed two people on Friday.\n\nORVEL, Feb 18 - A raid killed three people."
    (first, second) = [c.period for c in told.claims(text, published="2023-02-20") if c.figure]
    assert (first.start, second.start) == ("2023-02-10", None)


BULLETINS = (
    "9 October 2033\n\nTARN, Ukraine - Shelling of Beryslav killed four people on Saturday night, the State "
    "Emergency Service said. All night the rescuers were searching the ruins of an apartment block until dawn.\n\n"
    "11 October 2033\n\nORVEL, Ukraine - Rescuers found two bodies in the ruins. Three people were hurt on Monday."
)


def test_a_day_alone_opens_a_dispatch_where_the_page_opens_with_one() -> None:
    assert [one.day for one in dispatches(BULLETINS, date(2033, 10, 9))] == [date(2033, 10, 11)]
    assert not dispatches(BULLETINS.removeprefix("9 October 2033\n\n"), date(2033, 10, 9))


def test_neither_place_nor_day_nor_source_goes_on_from_one_dispatch_to_the_next() -> None:
    by_words = {c.figure.text: c for c in told.claims(BULLETINS) if c.figure}
    assert [p.name for p in by_words["four people"].places] == ["Beryslav"]
    found, hurt = by_words["two bodies"], by_words["Three people"]
    assert (found.places, found.period.start, found.sources) == ((), None, ())
    assert (hurt.period.start, hurt.sources) == ("2033-10-10", ())


def test_which_dispatch_a_sentence_is_of_is_told_by_the_date_lines_alone() -> None:
    opened = tuple(Dispatch(at, at + 12, date(2033, 10, 9)) for at in (40, 400, 800))
    sentences = tuple(cast(Sentence, SimpleNamespace(start=at)) for at in (0, 60, 420, 500, 800))
    page = Page(told.document("Nothing."), "", sentences, dispatches=opened)
    assert [page.apart(0, other) for other in range(5)] == [False, False, True, True, True]
    assert (page.apart(2, 3), page.apart(3, 4)) == (False, True)


def test_a_day_in_brackets_behind_the_place_is_the_pages() -> None:
    text = "TARN, Minn. (May 7, 2019) - A fourth person has died."
    assert page_date(text, "2019-05-09") == (date(2019, 5, 7), "document")
