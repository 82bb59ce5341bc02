"""How decisions add up, and which claims answer a filter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger_parts import KILLED, claims, reading

from dateline.errors import UsageError
from dateline.ledger.dates import days_of, moment_of
from dateline.ledger.match import overlaps
from dateline.ledger.merge import effective, marked_active, status_of
from dateline.model import Period
from dateline.model.judgement import Judgement

CLAIM = claims(reading())[1]
DECISIONS = st.lists(st.tuples(st.sampled_from(["accept", "reject", "correct", "withdraw", "undo"]), st.integers(0, 9)))


def decided(drawn: list[tuple[str, int]]) -> list[Judgement]:
    """Decisions in which an undo takes back an earlier one; one with nothing before it is left out."""
    done: list[Judgement] = []
    for action, number in drawn:
        if action == "undo" and not done:
            continue
        undoes = done[number % len(done)].id if action == "undo" else None
        field, new = ("term", "injured") if action == "correct" else (None, None)
        seq = len(done) + 1
        done.append(Judgement(seq, "c", action, "Ana", "x", "", field, "killed", new, undoes))  # type: ignore[arg-type]
    return done


@given(DECISIONS)
def test_undoing_the_last_decision_gives_what_stood_before(drawn: list[tuple[str, int]]) -> None:
    before = decided(drawn)
    more = Judgement(len(before) + 1, "c", "correct", "Ana", "x", "", "term", "killed", "missing")
    undo = Judgement(len(before) + 2, "c", "undo", "Ana", "x", "", undoes=more.id)
    then, now = marked_active(before), marked_active([*before, more, undo])
    assert [j.active for j in then] == [j.active for j in now[:-2]]
    assert status_of(then) == status_of(now)
    assert effective(CLAIM, then) == effective(CLAIM, now)


@given(DECISIONS)
def test_a_redone_decision_stands_as_before(drawn: list[tuple[str, int]]) -> None:
    before = decided(drawn)
    last = len(before)
    once = [Judgement(last + 1, "c", "reject", "Ana", "x", "")]
    twice = [
        Judgement(last + 2, "c", "undo", "Ana", "x", "", undoes=last + 1),
        Judgement(last + 3, "c", "undo", "Ana", "x", "", undoes=last + 2),
    ]
    assert status_of(marked_active([*before, *once])) == status_of(marked_active([*before, *once, *twice]))


def test_the_last_decision_says_the_status_and_a_withdrawal_stands_above() -> None:
    def of(*actions: str) -> str:
        return status_of(marked_active(decided([(action, 0) for action in actions])))

    assert of() == "unreviewed"
    assert of("accept", "reject") == "rejected"
    assert of("reject", "correct") == "corrected"
    assert of("withdraw", "accept") == "withdrawn"
    assert of("withdraw", "undo") == "unreviewed"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2031", (date(2031, 1, 1), date(2031, 12, 31))),
        ("2028-02", (date(2028, 2, 1), date(2028, 2, 29))),
        ("2031-03-05", (date(2031, 3, 5), date(2031, 3, 5))),
        ("--02-29", None),
        ("--03", None),
    ],
)
def test_dates_are_ranges_of_days(text: str, days: object) -> None:
    assert days_of(text) == days


@pytest.mark.parametrize(
    "text", ["", "31", "2031-13", "2031-02-29", "2031-3-5", "--02-30", "05.03.2031", "2031-03-05x"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="is no date"):
        days_of(text)


def test_moments_are_utc() -> None:
    assert moment_of("2031-03-05") == "2031-03-05T00:00:00Z"
    assert moment_of("2031-03") == "2031-03-01T00:00:00Z"
    assert moment_of("2031-03-05T01:30:00+03:00") == "2031-03-04T22:30:00Z"
    assert moment_of("2031-03-05 01:30") == "2031-03-05T01:30:00Z"
    for text in ("--03-05", "yesterday"):
        with pytest.raises(UsageError):
            moment_of(text)


@pytest.mark.parametrize(
    ("start", "end", "measure", "modality", "published", "asked", "shares"),
    [
        ("2031-03-03", "2031-03-05", "flow", "asserted", None, ("2031-03-05", "2031-03-09"), True),
        ("2031-03-03", "2031-03-05", "flow", "asserted", None, ("2031-03-06", "2031-03-09"), False),
        ("2031-03", None, "flow", "asserted", None, ("2035-01-01", "2035-12-31"), True),
        ("2031-03", None, "flow", "asserted", "2031-04-01T08:00:00Z", ("2031-04-02", "2035-12-31"), False),
        ("2031-05", None, "flow", "planned", "2031-04-01", ("2032-01-01", "2032-12-31"), True),
        ("2031-05", None, "flow", "asserted", "2031-04-01", ("2031-05-01", "2031-05-31"), True),
        (None, "2031-03-05", "stock", "asserted", None, ("2031-03-01", "2031-03-04"), False),
        (None, "2031-03-05", "stock", "asserted", None, ("2031-03-05", "2031-03-05"), True),
        (None, "2031-03-05", "flow", "asserted", None, ("2030-01-01", "2030-12-31"), True),
        ("--03-05", None, "flow", "asserted", None, ("2031-01-01", "2031-12-31"), False),
        ("nonsense", None, "flow", "asserted", None, ("2031-01-01", "2031-12-31"), False),
        (None, None, "flow", "asserted", "2031-04-01", ("2031-01-01", "2031-12-31"), False),
    ],
)
def test_overlapping_periods(start, end, measure, modality, published, asked, shares) -> None:  # type: ignore[no-untyped-def]
    of = replace(CLAIM, period=Period(start, end), measure=measure, modality=modality)
    first, last = map(date.fromisoformat, asked)
    assert overlaps(of, published, first, last) is shares


def test_the_claim_under_test_is_the_one_of_the_page() -> None:
    assert CLAIM.figure is not None
    assert CLAIM.figure.text == KILLED
