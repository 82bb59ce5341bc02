"""What a person may correct in a claim, how a value is checked, and how it is laid over the machine's reading.

A range and a period are corrected as a whole: who corrects `low` has seen `high`, and a later machine version
must not pair the one with another. So "low", "high" and "range" are all kept as a correction of "range".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final, cast

from dateline.errors import UsageError
from dateline.ledger.dates import days_of
from dateline.model import Claim, Figure, Period
from dateline.model import words as w
from dateline.model.judgement import CorrectedValue
from dateline.vocab.countries import countries

Given = str | int | None
Correction = tuple[str, CorrectedValue, CorrectedValue]
"""Field as kept, old value, new value."""

_OPEN: Final = ("", "null", "none", "open")
_WORDS: Final[dict[str, tuple[str, ...]]] = {
    "term": w.TERMS,
    "measure": w.MEASURES,
    "modality": w.MODALITIES,
    "cause": w.CAUSES,
    "quantifier": w.QUANTIFIERS,
    "unit": w.UNITS,
}
_MAY_BE_OPEN: Final = ("measure", "cause", "country")
_MOST_DIGITS: Final = 12
_OF_FIGURE: Final = ("quantifier", "unit")
FIELDS: Final = (
    *_WORDS, "country", "low", "high", "range",
    "period.start", "period.end", "period", "sources.remove", "places.remove",
)  # fmt: skip
"""The fields that can be corrected. "range" takes "LOW..HIGH" (either may be left out) or one number, "period" takes
"START..END" (either may be left out) or one date for both."""


def read_correction(claim: Claim, field: str, value: Given) -> Correction:
    """Check a correction of `claim` as it now stands. `value` "", "null", "none", "open": the text leaves it open.

    Raises UsageError when the field cannot be corrected, the value is none of its values, or nothing would change.
    """
    if field not in FIELDS:
        raise UsageError(f"{field!r} cannot be corrected: choose one of {', '.join(FIELDS)}")
    text = "" if value is None else str(value).strip()
    kept, old, new = _READERS.get(field, _read_word)(claim, field, text)
    if old == new:
        raise UsageError(f"{field} of this claim already is {text or 'open'!r}: nothing to correct")
    return kept, old, new


def corrected(claim: Claim, field: str, old: CorrectedValue, new: CorrectedValue) -> Claim:
    """The claim with one correction laid over it. What no longer applies (the figure is gone) changes nothing."""
    if field == "period":
        return replace(claim, period=_with_ends(claim.period, cast(tuple[str | None, str | None], new)))
    if field == "sources.remove":
        return replace(claim, sources=tuple(source for source in claim.sources if source.name != old))
    if field == "places.remove":
        return replace(claim, places=tuple(place for place in claim.places if place.name != old))
    if field != "range" and field not in _OF_FIGURE:
        return replace(claim, **_as_change(field, new))
    if claim.figure is None:
        return claim
    low_high = cast(tuple[int | None, int | None], new)
    change = {"low": low_high[0], "high": low_high[1]} if field == "range" else _as_change(field, new)
    return replace(claim, figure=replace(claim.figure, **change))


def touches_private(claim: Claim, field: str, old: CorrectedValue) -> bool:
    """True when the corrected words overlap a private person's span, so that the audit log keeps their hash only."""
    if field == "sources.remove":
        spans = [(source.start, source.end) for source in claim.sources if source.name == old]
    elif field == "places.remove":
        spans = [(place.start, place.end) for place in claim.places if place.name == old]
    else:
        return False
    return any(start < person.end and person.start < end for start, end in spans for person in claim.persons)


def _read_word(claim: Claim, field: str, text: str) -> Correction:
    holder = _figure_of(claim) if field in _OF_FIGURE else claim
    old = cast(str | None, getattr(holder, field))
    if text.lower() in _OPEN and field in _MAY_BE_OPEN:
        return field, old, None
    if text not in _WORDS[field]:
        open_too = ", open" if field in _MAY_BE_OPEN else ""
        raise UsageError(f"{text!r} is no {field}: choose one of {', '.join(_WORDS[field])}{open_too}")
    return field, old, text


def _read_country(claim: Claim, field: str, text: str) -> Correction:
    if text.lower() in _OPEN:
        return field, claim.country, None
    if text not in countries():
        raise UsageError(f"{text!r} is no country: write its ISO 3166 alpha-3 code, such as SYR")
    return field, claim.country, text


def _read_range(claim: Claim, field: str, text: str) -> Correction:
    figure = _figure_of(claim)
    old = (figure.low, figure.high)
    if field == "low":
        new = (_number(text), figure.high)
    elif field == "high":
        new = (figure.low, _number(text))
    else:
        first, second = _ends(text)
        new = (_number(first), _number(second))
    low, high = new
    if low is None and high is None:
        raise UsageError("a figure needs a low or a high: reject the claim if it counts nobody")
    if low is not None and high is not None and low > high:
        raise UsageError(f"low {low} is above high {high}: correct both at once with field range, {high}..{low}")
    return "range", old, new


def _read_period(claim: Claim, field: str, text: str) -> Correction:
    old = (claim.period.start, claim.period.end)
    if field == "period.start":
        new = (_date(text), old[1])
    elif field == "period.end":
        new = (old[0], _date(text))
    else:
        start, end = _ends(text)
        new = (_date(start), _date(end))
    first, last = (days_of(day) if day else None for day in new)
    if first and last and first[0] > last[1]:
        raise UsageError(
            f"the period would start {new[0]}, after its end {new[1]}: "
            "correct both at once with field period, START..END"
        )
    return "period", old, new


def _read_removal(claim: Claim, field: str, text: str) -> Correction:
    what = field.partition(".")[0]
    names = [named.name for named in (claim.sources if what == "sources" else claim.places)]
    if text not in names:
        raise UsageError(f"{text!r} is none of the claim's {what}: {', '.join(map(repr, names)) or 'it has none'}")
    return field, text, None


_READERS: Final[dict[str, Callable[[Claim, str, str], Correction]]] = {
    "country": _read_country,
    "low": _read_range,
    "high": _read_range,
    "range": _read_range,
    "period.start": _read_period,
    "period.end": _read_period,
    "period": _read_period,
    "sources.remove": _read_removal,
    "places.remove": _read_removal,
}


def _as_change(field: str, new: CorrectedValue) -> dict[str, Any]:
    return {field: new}


def _ends(text: str) -> tuple[str, str]:
    first, dots, second = text.partition("..")
    return first.strip(), second.strip() if dots else first.strip()


def _date(text: str) -> str | None:
    return None if text.lower() in _OPEN else text


def _number(text: str) -> int | None:
    if text.strip().lower() in _OPEN:
        return None
    digits = re.sub(r"[\s,_]", "", text)
    if not digits.isascii() or not digits.isdigit() or len(digits) > _MOST_DIGITS:
        raise UsageError(f"{text!r} is no whole number of 0 or more: write 1200, 1,200, or open")
    return int(digits)


def _figure_of(claim: Claim) -> Figure:
    if claim.figure is None:
        raise UsageError(f"a {claim.kind} has no figure to correct")
    return claim.figure


def _with_ends(period: Period, ends: tuple[str | None, str | None]) -> Period:
    """The period with a person's ends: its precision follows from them, and nothing else anchors it."""
    start, end = ends
    known = {day for day in ends if day}
    precision: w.PeriodPrecision | None = None
    if len(known) == 1:
        precision = _precision(known.pop())
    elif known:
        precision = "range"
    return replace(period, start=start, end=end, precision=precision, anchor=None)


def _precision(day: str) -> w.PeriodPrecision:
    if day.startswith("--"):
        return "day" if len(day) > len("--03") else "month"
    return {len("2016"): "year", len("2016-10"): "month"}.get(len(day), "day")  # type: ignore[return-value]
