"""What a person may correct, and what becomes of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from ledger_parts import FLED, KILLED, SHELTERED, TEXT, claim, claims, reading

from dateline.errors import UsageError
from dateline.ledger.corrections import FIELDS, corrected, read_correction, touches_private
from dateline.model import Claim, Period

PAGE = reading()
MOVED, DIED, HOUSED = claims(PAGE)


def after(of: Claim, field: str, value: Any) -> Claim:
    return corrected(of, *read_correction(of, field, value))


@pytest.mark.parametrize(
    ("field", "value", "found"),
    [
        ("term", "injured", lambda c: c.term == "injured"),
        ("measure", "stock", lambda c: c.measure == "stock"),
        ("measure", "open", lambda c: c.measure is None),
        ("modality", "forecast", lambda c: c.modality == "forecast"),
        ("cause", None, lambda c: c.cause is None),
        ("cause", "conflict", lambda c: c.cause == "conflict"),
        ("country", "SYR", lambda c: c.country == "SYR"),
        ("country", "", lambda c: c.country is None),
        ("quantifier", "exact", lambda c: c.figure.quantifier == "exact"),
        ("unit", "household", lambda c: c.figure.unit == "household"),
        ("low", 1300, lambda c: (c.figure.low, c.figure.high) == (1300, None)),
        ("high", "1,500", lambda c: (c.figure.low, c.figure.high) == (1200, 1500)),
        ("range", "900..1 100", lambda c: (c.figure.low, c.figure.high) == (900, 1100)),
        ("range", "..1100", lambda c: (c.figure.low, c.figure.high) == (None, 1100)),
        ("range", "1000", lambda c: (c.figure.low, c.figure.high) == (1000, 1000)),
        ("period.start", "2031-03-02", lambda c: c.period.start == "2031-03-02" and c.period.precision == "day"),
        ("period.start", "2031", lambda c: c.period.precision == "year"),
        ("period.end", "2031-04", lambda c: c.period.end == "2031-04" and c.period.precision == "range"),
        ("period", "2031-02..2031-02", lambda c: c.period.precision == "month" and c.period.anchor is None),
        ("period", "--03-02", lambda c: (c.period.start, c.period.precision) == ("--03-02", "day")),
        ("period", "open", lambda c: c.period.start is c.period.end is c.period.precision is None),
        ("period", "..2031-03-01", lambda c: (c.period.start, c.period.end) == (None, "2031-03-01")),
        ("places.remove", "Tammar", lambda c: c.places == ()),
        ("sources.remove", "Orda Relief Union", lambda c: c.sources == ()),
    ],
)
def test_values_that_fit(field: str, value: Any, found: Any) -> None:
    changed = after(MOVED, field, value)
    assert found(changed), changed
    assert changed != MOVED
    assert changed.period.text == MOVED.period.text


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("term", "died"), ("term", None), ("term", "forced_to_flee"), ("measure", "both"), ("modality", ""),
        ("cause", "disaster"), ("country", "Syria"), ("country", "ABC"), ("quantifier", "open"), ("unit", "cow"),
        ("low", "many"), ("low", "-3"), ("low", "1.5"), ("low", "١٢"), ("low", "open"), ("low", "9" * 40),
        ("high", 900),
        ("range", "20..10"), ("range", "..") , ("range", "1200.."), ("period.start", "March"),
        ("period.start", "2031-02-30"), ("period.end", "2031-03-02"), ("period", "2031-05..2031-04"),
        ("sources.remove", "Orda"), ("places.remove", ""), ("excerpt", "x"), ("score", "1"), ("claim_id", "x"),
    ],
)  # fmt: skip
def test_values_that_do_not_fit_are_refused_with_what_would(field: str, value: Any) -> None:
    with pytest.raises(UsageError) as refused:
        read_correction(MOVED, field, value)
    assert len(refused.value.message) > 20


def test_low_and_high_are_one_value() -> None:
    """A later machine version must not pair a person's low with its own high."""
    field, old, new = read_correction(DIED, "high", 12)
    assert (field, old, new) == ("range", (9, 9), (9, 12))
    assert DIED.figure
    later = replace(DIED, figure=replace(DIED.figure, low=20, high=None))
    figure = corrected(later, field, old, new).figure
    assert figure
    assert (figure.low, figure.high) == (9, 12)


def test_a_claim_without_a_figure_has_none_to_correct() -> None:
    statement = replace(DIED, kind="statement", figure=None, term=None)
    for field in ("low", "range", "unit", "quantifier"):
        with pytest.raises(UsageError, match="no figure"):
            read_correction(statement, field, "1")
    assert corrected(statement, "range", (1, 2), (3, 4)) == statement
    assert corrected(statement, "unit", "person", "household") == statement


def test_what_touches_a_private_person_is_known() -> None:
    assert touches_private(HOUSED, "sources.remove", "Mira Tolen")
    assert not touches_private(MOVED, "sources.remove", "Orda Relief Union")
    assert not touches_private(HOUSED, "term", "sheltered")
    assert not touches_private(MOVED, "places.remove", "Tammar")


def test_every_field_is_read_and_applied() -> None:
    values = {
        "term": "other", "measure": "stock", "modality": "planned", "cause": "other", "quantifier": "vague",
        "unit": "dwelling", "country": "IRQ", "low": "7", "high": "5000", "range": "1..2", "period.start": "2030",
        "period.end": "2032", "period": "2030..2032", "sources.remove": "Orda Relief Union", "places.remove": "Tammar",
    }  # fmt: skip
    assert set(values) == set(FIELDS)
    for field, value in values.items():
        assert after(MOVED, field, value) != MOVED


def test_the_words_of_the_page_are_where_the_tests_think() -> None:
    assert all(words in TEXT for words in (FLED, KILLED, SHELTERED))
    assert claim(PAGE, KILLED).period == Period()
