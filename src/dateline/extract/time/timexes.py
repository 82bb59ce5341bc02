"""All time expressions of a page, read against its day, each in its sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dateline.extract.draft import Timex
from dateline.extract.sentence import Sentence
from dateline.extract.time.expr import Anaphor, Edge, Expr, Grain, Point
from dateline.extract.time.pagedate import Dispatch, date_line_end
from dateline.extract.time.recognize import LANGUAGES, TimexMention, recognize
from dateline.extract.time.resolve import Reading, is_anaphor, read
from dateline.extract.time.spans import moved_by
from dateline.model.words import Anchor
from dateline.vocab.load import load

_A = re.compile(r"\ba\s+$", re.IGNORECASE)
_SHORT = 4
"""Letters before a time in which its article stands."""
_ONE_OF_MANY = re.compile(r"\s*(?:[,.;:)]|$|(?:in|of|during|when|after|before|at|and)\b)")
_WORD = re.compile(r"\s+\w")
_EDGE_BACK = 3
"""Sentences back to the time that "since then" takes up; other words that point back stay within one."""
_PERIOD_BACK = 6
"""… and to the stretch that "the same period" is."""
_NEXT_DAY = frozenset({"next day", "the next day"})


def timexes(
    text: str,
    sentences: Sequence[Sentence],
    dated: date | None,
    by: Anchor | None,
    *,
    lang: str | None = None,
    later: Sequence[Dispatch] = (),
) -> tuple[Timex, ...]:
    """The time expressions of a working text in reading order.

    `lang` is the document's language; where it has no grammar of its own, or is not known, the English one reads what
    looks the same (dates in figures, names of months). `dated` is the day of the page and `by` where it comes from
    (see `page_date`); behind the date line of a `later` dispatch of the page, its day counts. A date line is none of
    them: it dates the page, not what is told. Words that point back ("since then", "a day later") take up the time
    named before in the same or the last sentence.
    """
    starts = [sentence.start for sentence in sentences]
    found: list[Timex] = []
    skip = date_line_end(text) if by == "document" else 0
    read_as = lang if lang in LANGUAGES else "en"
    facing = tuple(load(f"time_{read_as}")["facing"])
    opened = list(later)
    for mention in recognize(text, lang=read_as):
        while opened and opened[0].end <= mention.end:
            dated, by, skip = opened[0].day, "document", opened.pop(0).end
        if mention.end <= skip:
            continue
        sentence = max(bisect_right(starts, mention.start) - 1, 0)
        some = read_as == "en" and _some_day(text, mention)
        reading = read(mention.expr, None, None) if some else read(mention.expr, dated, by)
        words = mention.text.lower()
        expr = Anaphor(((1, "day"),), back=False) if words in _NEXT_DAY else mention.expr
        if is_anaphor(expr) and not (words.endswith(facing) and _WORD.match(text, mention.end)):
            reading = _taken_up(expr, found, sentence) or reading
        elif isinstance(expr, Grain) and expr.shift == 0 and words in _UNIT_TOLD:
            reading = _unit_told(expr, found, sentence) or reading
        found.append(_timex(mention, sentence, _at_the_hour(mention, reading)))
    return tuple(found)


_HOUR = re.compile(
    r"(?:shortly |just |soon )?(?:after|before) (?:\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?\s?m\b|o'clock|\(|h\b)"
    r"|\d{1,2}[:.]\d\d|midnight|noon|midday|dawn|dusk|daybreak|nightfall|sunset|sunrise)",
    re.IGNORECASE,
)


def _at_the_hour(mention: TimexMention, reading: Reading) -> Reading:
    """ "Just after 1 a.m. Friday" is on that Friday, and not from it on."""
    if reading.kind not in {"since", "until"} or not _HOUR.match(mention.text):
        return reading
    day = reading.first or reading.last
    return replace(reading, kind="point", first=day, last=day)


def _some_day(text: str, mention: TimexMention) -> bool:
    """ "On a Thursday in January" is none that could be told from others; "a Thursday raid" is of the last one."""
    point = mention.expr
    if not isinstance(point, Point) or point.weekday is None or point.day or point.month or point.year:
        return False
    before = text[max(0, mention.start - _SHORT) : mention.start]
    return _A.search(before) is not None and _ONE_OF_MANY.match(text, mention.end) is not None


def resolve(mention: TimexMention, anchor: date | None, by: Anchor | None, *, sentence: int = 0) -> Timex:
    """A mention read for a text of the anchor's day (None: not known); `by` says where that day comes from.

    The past is preferred, a missing year is that of the last such day, and without an anchor a date without a year
    stays one ("--03-08"). Words that only an anchor could place come back as kind "relative" without dates.
    """
    return _timex(mention, sentence, read(mention.expr, anchor, by))


def _timex(mention: TimexMention, sentence: int, reading: Reading) -> Timex:
    return Timex(
        sentence=sentence,
        start=mention.start,
        end=mention.end,
        text=mention.text,
        first=reading.first,
        last=reading.last,
        precision=reading.precision,
        anchor=reading.anchor,
        kind=reading.kind,
        value=reading.value,
    )


def _taken_up(expr: Expr, before: Sequence[Timex], sentence: int) -> Reading | None:
    """The reading of words that point back to the last time named; None where none is near."""
    back = _PERIOD_BACK if _is_period(expr) else _EDGE_BACK if isinstance(expr, Edge) else 1
    near = [timex for timex in before if timex.first and 0 <= sentence - timex.sentence <= back]
    if not near:
        return None
    last = near[-1]
    if _is_period(expr):
        stretches = [timex for timex in reversed(near) if timex.last and not _a_day(timex)]
        stretches.sort(key=lambda timex: timex.first == timex.last)  # "between … and …" before "in May"
        return next((_whole(timex) for timex in stretches), None)
    if isinstance(expr, Edge):
        first, end = (last.first, None) if expr.kind == "since" else (None, last.last or last.first)
        return Reading(expr.kind, first, end, last.precision, "text")
    if isinstance(expr, Anaphor) and expr.unit != "day":
        return _unit_around(expr, last)
    if not isinstance(expr, Anaphor) or last.precision != "day" or last.first != last.last or last.first is None:
        return None
    if last.first.startswith("--"):
        return None
    day = moved_by(date.fromisoformat(last.first), expr.amount, expr.back).isoformat()
    return Reading("point", day, day, "day", "text", day)


_UNIT_TOLD = frozenset({"the month", "the quarter", "the year"})


def _unit_told(expr: Grain, before: Sequence[Timex], sentence: int) -> Reading | None:
    """ "In February 188 were killed … During the month": the last month named; None where none is near."""
    near = (t for t in reversed(before) if t.precision == expr.unit and t.first == t.last and t.first)
    timex = next((t for t in near if sentence - t.sentence <= _PERIOD_BACK), None)
    return Reading("point", timex.first, timex.last, timex.precision, "text") if timex else None


def _is_period(expr: Expr) -> bool:
    """ "The same period": the stretch named before, however long."""
    return isinstance(expr, Anaphor) and expr.unit == "period"


def _a_day(timex: Timex) -> bool:
    return timex.precision == "day" and timex.first == timex.last


def _whole(timex: Timex) -> Reading:
    return Reading("interval", timex.first, timex.last, timex.precision, "text")


_EXACT = {"week": 10, "weekend": 10, "month": 7, "quarter": 7, "year": 4, "decade": 4}
"""How long a date must be written for the unit around it to be known."""


def _unit_around(expr: Anaphor, timex: Timex) -> Reading | None:
    """The week, month or year of a time named before, or the one after; None where that is not known as exactly."""
    first = timex.first or ""
    if first.startswith("--") or len(first) < _EXACT.get(expr.unit, 10):
        return None
    day = date.fromisoformat(first + "-01" * ((10 - len(first)) // 3))
    return read(Grain(expr.unit, 1 if expr.amount else 0), day, "text")
