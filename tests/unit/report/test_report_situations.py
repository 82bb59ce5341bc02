"""What stands, as the page tells it: drawings, tables, contradictions; nothing alone, nothing added, nothing closed."""

from __future__ import annotations

import re

import pytest
from made_situations import heard, situation, verdict
from page_reader import Page, page
from released import place

from dateline.report.heights import heights_of
from dateline.report.spread import spread_of
from dateline.report.timescale import TimeScale, ordinal
from dateline.report.view import view

FEW, MANY, MORE = heard(4200, "2031-05-02"), heard(9800, "2031-05-09"), heard(15700, "2031-05-09")
OPEN = heard(18000, "2031-05-16", high=None, quantifier="more_than")
CLAIMS = [FEW, MANY, MORE, OPEN]
WHY = "These cannot all be true, because they give different figures for the same: 9,800 and 15,700"
SERIES = [
    verdict([FEW], "2031-05-02"),
    verdict([MANY, MORE], "2031-05-09", high=15750, grade="contested"),
    verdict([OPEN], "2031-05-16", best=None, bounds_held_by={"low": [OPEN["claim_id"]], "high": []}),
]
STANDS = situation(SERIES, contradictions=[{"claims": [MANY["claim_id"], MORE["claim_id"]], "why": WHY}])


@pytest.fixture(scope="module")
def shown() -> Page:
    return page(CLAIMS, situations=[STANDS])


def rows_of(shown: Page) -> list[str]:
    """The rows of the tables of what stands, their white space put straight."""
    return [" ".join(one.text.split()) for one in shown.all("tr") if "data-kind" not in one.attrs]


def test_a_row_gives_low_best_and_high_and_who_holds_them(shown: Page) -> None:
    contested = next(row for row in rows_of(shown) if row.startswith("9 May 2031"))
    assert contested == "9 May 2031 9,800 9,800 15,750 contested 1 A 9,800 people"
    assert "16 May 2031 18,000 none open fair 1 low: A ≥ 18,000 people" in rows_of(shown)


def test_contradictions_are_told_in_words_and_lead_to_their_claims(shown: Page) -> None:
    (told,) = [one for one in shown.all("li") if WHY in one.text]
    assert "15,700 people" in told.text
    clash = shown.source[shown.source.index(WHY) :].partition("</li>")[0]
    assert re.findall(r'href="#(c-\w+)"', clash) == [f"c-{claim['claim_id'][:12]}" for claim in (MANY, MORE)]


def test_every_mark_leads_to_a_claim_of_the_page(shown: Page) -> None:
    ids = {one.attrs["id"] for one in shown.elements if "id" in one.attrs}
    assert len(ids) == sum("id" in one.attrs for one in shown.elements)
    goals = {one.attrs.get("href") or "" for one in shown.elements}
    assert {goal[1:] for goal in goals if goal.startswith("#")} <= ids
    points = [one for one in shown.all("a") if "svg" in one.around]
    assert {one.attrs["href"] for one in points} == {f"#c-{claim['claim_id'][:12]}" for claim in CLAIMS}


def test_an_open_side_stays_open(shown: Page) -> None:
    assert shown.all("rect", cls="up")[0].attrs["y"] == "0.0"
    arrow = next(one for one in shown.all("a") if "svg" in one.around and "≥ 18,000" in one.text)
    drawing = shown.source[shown.source.index(f'<a href="{arrow.attrs["href"]}" tabindex="-1">') :].partition("</a>")[0]
    assert "m-4 5l4-5 4 5" in drawing


def test_the_line_of_best_figures_ends_where_nobody_gives_one(shown: Page) -> None:
    steps = [one for one in shown.all("line", cls="best") if "figure" in one.around]
    assert [(one.attrs["x1"] == one.attrs["x2"]) for one in steps] == [False, True, False]


def test_stock_and_flow_are_never_drawn_together() -> None:
    stocks = [verdict([FEW], "2031-05-02"), verdict([MANY], "2031-05-09")]
    running = [
        verdict([MORE], "2031-05-03", measure="flow", start="2031-05-01"),
        verdict([OPEN], "2031-05-16", measure="flow", start="2031-05-01"),
    ]
    periods = [
        verdict([FEW], "2031-05-05", measure="flow", start="2031-05-04"),
        verdict([MANY], "2031-05-09", measure="flow", start="2031-05-08"),
    ]
    drawn = page(CLAIMS, situations=[situation([*stocks, *running, *periods])]).all("figure", cls="panel")
    assert sorted(one.attrs["class"] or "" for one in drawn) == ["panel flow", "panel flow", "panel stock"]
    told = " ".join(one.text for one in drawn)
    assert "each figure holds the ones before" in told
    assert "a box is as wide as its days" in told


def test_a_date_long_before_the_others_does_not_press_them_together() -> None:
    series = [verdict([FEW], "1982-05-01"), *(verdict([MANY], f"2031-05-0{day}") for day in range(2, 6))]
    shown = page(CLAIMS, situations=[situation(series)])
    assert "1 row of an earlier date" in " ".join(shown.all("details", cls="stand")[0].text.split())
    assert "1982" not in shown.all("figure", cls="panel")[0].text


def test_parts_are_told_and_never_drawn_with_their_whole() -> None:
    parts = [heard(30, "2031-05-02", part_of=FEW["claim_id"]), heard(90, "2031-05-09", part_of=MANY["claim_id"])]
    rows = [*SERIES, verdict(parts[:1], "2031-05-02"), verdict(parts[1:], "2031-05-09")]
    rows.append(verdict([MORE], "2031-05-10", whom="children"))
    shown = page([*CLAIMS, *parts], situations=[situation(rows)])
    (drawn,) = shown.all("figure", cls="panel")
    assert "30 people" not in drawn.text
    assert "15,700 people, as of 10 May" not in drawn.text
    told = " ".join(" ".join(one.text.split()) for one in shown.all("th"))
    assert "Displaced, at a date (stock), parts of more – Tolmen" in told
    assert "Displaced, children, at a date (stock) – Tolmen" in told


def test_a_situation_of_two_places_or_more_has_its_map() -> None:
    told = "At Aro and Bero"
    here = [place("Aro", told, id="1", lat=40.0), place("Bero", told, id="2", lat=40.5)]
    far = heard(4200, "2031-05-02", places=here[:1])
    near = heard(9800, "2031-05-09", places=here[1:])
    rows = [verdict([far], "2031-05-02"), verdict([near], "2031-05-09")]
    assert len(page([far, near], situations=[situation(rows)]).all("figure", cls="map")) == 2
    near["places"] = here[:1]
    assert len(page([far, near], situations=[situation(rows)]).all("figure", cls="map")) == 1


def test_undated_claims_are_listed_apart() -> None:
    lost = heard(700, None)
    rows = [*SERIES, verdict([lost], None)]
    told = next(one for one in page([*CLAIMS, lost], situations=[situation(rows)]).all("p") if "not drawn" in one.text)
    assert "700 people" in told.text


def test_a_claim_that_may_not_leave_is_neither_named_nor_linked() -> None:
    shown = page([FEW, MANY, OPEN], situations=[STANDS])
    assert MORE["claim_id"][:12] not in shown.source
    assert WHY in shown.source


def test_a_situation_of_one_claim_is_told_in_one_line() -> None:
    shown = page(CLAIMS, situations=[situation([verdict([FEW], "2031-05-02")])])
    assert shown.all("figure", cls="panel") == []
    assert any(row.startswith("Displacement and return – Portugal") for row in rows_of(shown))


def test_what_a_page_smuggles_into_a_reason_is_only_text() -> None:
    evil = situation(SERIES, contradictions=[{"claims": [MANY["claim_id"]], "why": "</li><script>x()</script>\u202e1"}])
    shown = page(CLAIMS, situations=[evil])
    assert len(shown.all("script")) == 1
    assert "\u202e" not in shown.source


def test_every_drawing_has_a_name_and_no_style_of_its_own(shown: Page) -> None:
    assert not any("style" in one.attrs for one in shown.elements)
    named = [one for one in shown.all("svg", role="img") if "figure" in one.around]
    assert named
    assert all(one.attrs.get("aria-label") for one in named)


@pytest.mark.parametrize(
    ("values", "labels"),
    [
        ([7, 63], ["0", "20", "40", "60", "80"]),
        ([31_000, 49_650], ["0", "10,000", "20,000", "30,000", "40,000", "50,000"]),
        ([2, 3500], ["1", "10", "100", "1,000", "10,000"]),
        ([0], ["0", "1"]),
    ],
)
def test_heights_are_read_from_nought_or_in_steps_of_ten(values: list[int], labels: list[str]) -> None:
    heights = heights_of(values)
    assert heights is not None
    assert [level.label for level in heights.levels()] == labels
    assert all(heights.levels()[-1].y <= heights.y(value) <= heights.levels()[0].y for value in values)


@pytest.mark.parametrize(
    ("days", "labels"),
    [
        (["2031-05-02", "2031-05-04"], ["2 May", "3 May", "4 May"]),
        (["2031-03-03", "2031-04-12"], ["3 Mar", "17 Mar", "31 Mar"]),
        (["2030-11-20", "2031-05-04"], ["Jan 2031", "Mar", "May"]),
        (["2019-01-01", "2022-02-24"], ["2019", "2020", "2021", "2022"]),
    ],
)
def test_days_are_named_at_round_steps(days: list[str], labels: list[str]) -> None:
    scale = TimeScale(ordinal(days[0]), ordinal(days[1]))
    assert [tick.label for tick in scale.ticks()] == labels


def test_a_spread_is_close_around_its_figures() -> None:
    spread = spread_of([view(FEW), view(MORE)])
    assert spread is not None
    assert spread.named == (2000, 5000, 10_000, 20_000)
    assert spread.x(4200) < spread.x(15_700)


def test_labels_of_a_wide_spread_do_not_run_into_each_other() -> None:
    spread = spread_of([view(heard(2, "2031-05-02")), view(heard(25_000, "2031-05-02"))])
    assert spread is not None
    assert [tick.label for tick in spread.ticks()] == ["2", "200", "50,000"]


def test_a_claim_that_was_replaced_and_makes_no_row_is_still_told() -> None:
    early, late = heard(170, "2031-05-02"), heard(210, "2031-05-09")
    roles = {
        early["claim_id"]: ["superseded", "the same origin said later: 210"],
        late["claim_id"]: ["recommended", "the newest figure"],
    }
    found = situation([verdict([late], "2031-05-09")], kind="incident", roles=roles)
    told = rows_of(page([early, late], situations=[found]))
    assert any("170 people" in row and "the same origin said later: 210" in row for row in told)


def test_a_bound_is_explained_where_it_follows_from_claims_of_other_rows_alone() -> None:
    own, other = heard(170, "2031-05-02"), heard(210, "2031-05-09")
    held = {"low": [own["claim_id"]], "high": [own["claim_id"], other["claim_id"]]}
    rows = [verdict([own], "2031-05-02", bounds_held_by=held), verdict([other], "2031-05-09")]
    told = " ".join(rows_of(page([own, other], situations=[situation(rows)])))
    assert told.count("At most so many.") == 1
    assert "At least so many." not in told


def test_no_mark_is_set_aside_out_of_the_drawing() -> None:
    alike = [heard(4200 + more, "2031-05-02") for more in range(5)]
    rows = [verdict(alike, "2031-05-02"), verdict([MANY], "2031-05-09")]
    shown = page([*alike, MANY], situations=[situation(rows)])
    asides = [float(one.attrs["cx"] or 0) for one in shown.all("circle") if "cx" in one.attrs]
    assert len(asides) > len(alike)
    assert min(asides) >= 0
