"""How well times are read: the Recognizers-Text specifications against the time grammar.

usage: time_cases.py FOLDER [--lang en] [--errors N]

FOLDER holds the specifications by language ("English/DateParser.json" …). In scope are the cases of DateParser,
DatePeriodParser, DateTimeModel and MergedParser whose every result is a date or a date range and which some platform
supports, read with the past value. A case is right when the times found have exactly the expected days, in order.
The half is by the hash of the text: "build" may be read, "report" not. Two shares are printed: with the differences
below settled, and "plainly", the days that `dateline extract` writes against the days of the specification.

The two houses count some things differently, and each difference is settled here, once:

- their ranges end before their last day, and "from A to B" ends where B begins; ours take both ends in;
- a stretch back from now ("the past two weeks"), or what has been of a unit, ends with today here, before today there;
  "the rest of" a unit ends before its last day there;
- "early", "mid", "end of" a month or year, "earlier" and "later" in one, have fixed days there: these must lie in the
  right month or year, or in what is over or to come of it; as a
  bound ("since early 2016") such a part may begin or end anywhere;
- a season has no days there;
- a weekday on that very weekday is today here, a week ago there; "last Friday" is the latest before today here, that
  of the last week there; "last September" is the latest before this month here, that of the last year there; "the
  last two decades" are twenty years up to today here, decades of the calendar there;
- "from May to March" without a year begins at the latest such beginning there, before this month, "from 2 to 10 July"
  before today; here it is the latest that is over, or that has begun;
- "three days after 12 January" or "a week from Friday" counts from the next such day there, from the last one here;
- "until 2016", "by June", "no later than June" end before these there, take them in here;
- "the past week" (without a number) is the last of the calendar there, the seven days up to today here; "the last two
  weeks of March" are weeks of the calendar there; "past Friday" is the latest before today there, too;
- "a few days" are three there, and none that can be counted here;
- "next June" is that of the next year there, the next June here;
- "from October" without an end is a bound here, October itself there;
- "the weekend" is the last that began here, that of this week there; "next weekend" is the one after it;
- "two weeks later" waits here for a time named before; there it counts from now;
- in English they write the month before the day: so those cases are read with `month_first`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from time import process_time
from typing import Any

from dateline.extract.draft import Timex
from dateline.extract.time import recognize, resolve
from dateline.extract.time.expr import (
    Anaphor,
    Edge,
    Expr,
    Feast,
    Grain,
    Hence,
    Nearest,
    Nth,
    OtherCalendar,
    Part,
    Point,
    Present,
    Range,
    Rolling,
    Season,
    Shifted,
    Stretch,
    Vague,
    Within,
    needs,
)
from dateline.extract.time.place import days_of
from dateline.extract.time.spans import NowhereError, moved_by, unit_of

FOLDERS = {"en": "English", "fr": "French", "es": "Spanish", "ar": "Arabic"}
SPECIFICATIONS = ("DateParser", "DatePeriodParser", "DateTimeModel", "MergedParser")
PLATFORMS = {"dotnet", "javascript", "python", "java"}
FUZZY = {"start", "mid", "end"}
FUZZY_PARTS = {"early", "mid", "late", "start", "end"}
NOWHERE = "nowhere"
"""Both ends of what is found but not placed: right only where the specification places it nowhere either."""
ANY = "any"
"""An end that the specification leaves open or fixes by a convention of its own."""
Interval = tuple[str | None, str | None]


class Whole(tuple[str | None, str | None]):
    """A month or year of which only a part is meant: what is expected must lie in it."""


@dataclass(frozen=True, slots=True)
class Case:
    """One case: what is read, from which day, and the intervals expected (end excluded, None: open); `plain` are
    those of the specification, before any difference is settled."""

    name: str
    text: str
    day: date
    expected: tuple[Interval, ...]
    plain: tuple[Interval, ...] = ()

    @property
    def half(self) -> str:
        """ "build" or "report", by the hash of the text."""
        return "build" if int(hashlib.sha256(self.text.encode()).hexdigest(), 16) % 2 == 0 else "report"


def cases(folder: Path, lang: str) -> Iterator[Case]:
    """The cases in scope."""
    for name in SPECIFICATIONS:
        path = folder / FOLDERS[lang] / f"{name}.json"
        if not path.exists():
            continue
        for number, row in enumerate(json.loads(path.read_text(encoding="utf-8-sig"))):
            results = row.get("Results") or []
            if results and all(_kind(r) in {"date", "daterange"} for r in results) and not _unsupported(row):
                reference = (row.get("Context") or {}).get("ReferenceDateTime") or "2016-11-07"
                expected = tuple(_expected(result) for result in results)
                plain = tuple(_past(result) for result in results)
                yield Case(f"{name}:{number}", row["Input"], date.fromisoformat(reference[:10]), expected, plain)


def _kind(result: dict[str, Any]) -> str:
    return (result.get("TypeName") or result.get("Type") or "").replace("datetimeV2.", "")


def _unsupported(row: dict[str, Any]) -> bool:
    return set(re.split(r"[\s,]+", row.get("NotSupported", "").lower())) >= PLATFORMS


def _expected(result: dict[str, Any]) -> Interval:
    first = _first(result)
    past = first.get("PastResolution", first)
    if FUZZY & set((first.get("Mod") or "").split("-")) and _past(result) != (ANY, ANY):
        return _fuzzy(past, first.get("timex") or first.get("Timex") or "")
    return _past(result)


def _first(result: dict[str, Any]) -> dict[str, Any]:
    """What the specification says of a time: where it gives several readings the past one, which comes first."""
    value = result.get("Value") or result.get("Resolution")
    value = value if isinstance(value, dict) else {}
    return value if "PastResolution" in value else (value.get("values") or [{}])[0]


def _past(result: dict[str, Any]) -> Interval:
    past = _first(result).get("PastResolution", _first(result))
    if "not resolved" in past.values() or "0001-01-01" in past.values():
        return ANY, ANY
    single = past.get("date") or past.get("value")
    if single:
        return single, (date.fromisoformat(single) + timedelta(1)).isoformat()
    start, end = past.get("startDate") or past.get("start"), past.get("endDate") or past.get("end")
    return (start, end) if start or end else (ANY, ANY)


def _fuzzy(past: dict[str, str], timex: str) -> Interval:
    """What has a part named (its beginning, its end) must be the right whole; a bound may lie anywhere in it."""
    open_start = not (past.get("startDate") or past.get("start"))
    if open_start or not (past.get("endDate") or past.get("end")):
        return (None, ANY) if open_start else (ANY, None)
    if week := re.fullmatch(r"(\d{4})-W(\d\d)", timex):
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return monday.isoformat(), (monday + timedelta(7)).isoformat()
    if re.fullmatch(r"\d{4}", timex):
        return f"{timex}-01-01", f"{int(timex) + 1}-01-01"
    if re.fullmatch(r"\d{4}-\d\d", timex):
        days = unit_of(date.fromisoformat(f"{timex}-01"), "month")
        return days.first.isoformat(), (days.last + timedelta(1)).isoformat()
    return ANY, ANY


def found(case: Case, lang: str) -> list[Interval]:
    """The intervals that the time grammar finds in the case."""
    mentions = recognize(case.text, lang=lang, month_first=lang == "en")
    exprs = [_counted(_unbounded(m.expr, m.text), m.text) for m in mentions]
    return [interval for expr in exprs if (interval := _interval(expr, case.day)) is not None]


def _unbounded(expr: Expr, words: str) -> Expr:
    """ "From October" is no bound there, but the time itself."""
    alone = words.lower().startswith("from ") and not words.lower().endswith((" on", " onward", " onwards"))
    return expr.of if alone and isinstance(expr, Edge) else expr


def _counted(expr: Expr, words: str) -> Expr:
    """ "The past week", with no number, is the last of the calendar there."""
    match expr:
        case Rolling(amount=((1, unit),), back=True) if not _NUMBER.search(words):
            return Grain(unit, -1)
        case Nearest(point=Point(weekday=int(), day=None) as point, shift=-1) if words.lower().startswith(_JUST):
            return point
        case Edge(kind="until") if words.lower().startswith(_UP_TO) and " or " not in words.lower():
            return replace(expr, kind="before")
    return expr


_UP_TO = ("until", "till", "by ", "no later than", "not later than")
_JUST = ("past", "this past", "the past")


_NUMBER = re.compile(r"\d|\b(?:an?|one|un|une|uno|una)\b", re.IGNORECASE)


def _interval(expr: Expr, day: date) -> Interval | None:
    if isinstance(expr, OtherCalendar):
        return NOWHERE, NOWHERE
    if isinstance(expr, Vague):
        return ANY, ANY
    if isinstance(expr, Anaphor) and expr.unit != "day":
        expr = Grain(expr.unit, 1 if expr.amount else 0)
    if isinstance(expr, Anaphor) and expr.amount:
        expr = Shifted(expr.amount, expr.back)
    if needs(expr) == "never" and not isinstance(expr, Hence):
        return None
    try:
        return _placed(expr, day)
    except NowhereError:
        return NOWHERE, NOWHERE


def _placed(expr: Expr, day: date) -> Interval:
    match expr:
        case Season() | Nearest(point=Season()) | Within(inner=Season()):
            return NOWHERE, NOWHERE
        case Part(part=part, whole=whole) if part in FUZZY_PARTS:
            return Whole(_placed(whole, day))
        case Edge(kind=kind, of=Season() | Part(part="early" | "mid" | "late" | "start" | "end")):
            return (ANY, None) if kind in {"since", "after"} else (None, ANY)
        case Edge():
            return _edge(expr, day)
        case Range():
            return _range(expr, day)
        case Present():
            return None, day.isoformat()
        case Nearest(point=Point(weekday=int(weekday), day=None), shift=-1):
            monday = day - timedelta(day.weekday() + 7)
            return _day(monday + timedelta(weekday - 1))
        case Grain(unit="weekend", shift=shift) if shift >= 0:
            return _placed(Part("weekend", Grain("week", shift)), day)
        case Point(weekday=int(weekday), day=None) if weekday == day.isoweekday():
            return _day(day - timedelta(7))
        case Shifted(base=None) | Hence(within=False):
            return _day(moved_by(day, expr.amount, getattr(expr, "back", False)))
        case Nearest(point=Point(month=int(), day=None) as point, shift=-1 | 1 as shift):
            return _placed(replace(point, year=day.year + shift), day)
        case Shifted(base=Point(year=None) | Feast(year=None) as base):
            return _day(moved_by(days_of(base, day, ahead=True).first, expr.amount, expr.back))
        case Rolling(amount=((n, "decade"),), back=back):
            first = day.year // 10 * 10 + (-10 * n if back else 10)
            return f"{first}-01-01", f"{first + 10 * n}-01-01"
    days = days_of(expr, day)
    end = days.last + timedelta(1)
    match expr:
        case Rolling(amount=((_, "quarter"),)):
            pass
        case Stretch(amount=((weeks, "week"),), last=last):
            week = days_of(Nth(-1 if last else 1, "week", expr.whole), day)
            begins = week.last - timedelta(7 * weeks - 1) if last else week.first
            return begins.isoformat(), (begins + timedelta(7 * weeks)).isoformat()
        case Rolling(back=False):
            return (days.first + timedelta(1)).isoformat(), end.isoformat()
        case Rolling() | Hence() | Part(part="rest"):
            end = days.last
        case Part(part="earlier"):
            return Whole((days.first.isoformat(), day.isoformat()))
        case Part(part="later"):
            return Whole((days.first.isoformat(), end.isoformat()))
    return days.first.isoformat(), end.isoformat()


def _day(day: date) -> Interval:
    return day.isoformat(), (day + timedelta(1)).isoformat()


def _edge(expr: Edge, day: date) -> Interval:
    first, end = _placed(expr.of, day)
    if first is None or end is None or {first, end} & {ANY, NOWHERE}:
        return (ANY, None) if expr.kind in {"since", "after"} else (None, ANY)
    last = first if end == (date.fromisoformat(first) + timedelta(1)).isoformat() else end
    match expr.kind:
        case "since":
            return first, None
        case "after":
            return last, None
        case "before":
            return None, first
    return None, last


def _range(expr: Range, day: date) -> Interval:
    first, last = expr.first, expr.last
    if isinstance(first, Point) and isinstance(last, Point) and _of_any_year(first) and _of_any_year(last):
        begin = days_of(first, day).first
        if first.day and begin >= day:
            begin = begin.replace(year=begin.year - 1)
        if first.day is None and (begin.year, begin.month) == (day.year, day.month):
            begin = begin.replace(year=begin.year - 1)
        ends = (days_of(replace(last, year=begin.year + later), day).first for later in (0, 1))
        return begin.isoformat(), next(end for end in ends if end >= begin).isoformat()
    days = days_of(expr, day)
    start, ending = days.first.isoformat(), days_of(last, day).first
    end = (ending if ending >= days.first else days_of(last, days.first, ahead=True).first).isoformat()
    if isinstance(last, Part) and last.part == "end":
        end = (days.last + timedelta(1)).isoformat()
    elif isinstance(last, Part) and last.part in FUZZY_PARTS:
        end = ANY
    return ANY if isinstance(first, Part) and first.part in FUZZY_PARTS else start, end


def _of_any_year(point: Point) -> bool:
    return point.month is not None and point.year is None


def right(case: Case, lang: str) -> bool:
    """True when the times found are the expected ones, in order."""
    ours = found(case, lang)
    return len(ours) == len(case.expected) and all(_same(a, b) for a, b in zip(ours, case.expected, strict=True))


def _same(ours: Interval, theirs: Interval) -> bool:
    if isinstance(ours, Whole) and None not in (*ours, *theirs) and ANY not in (*ours, *theirs):
        return bool(ours[0] <= theirs[0] < theirs[1] <= ours[1])  # type: ignore[operator]
    return all(ANY in (a, b) or a == b for a, b in zip(ours, theirs, strict=True))


def plainly_right(case: Case, lang: str) -> bool:
    """True when the days that `dateline extract` would write are the expected ones, no difference settled."""
    mentions = recognize(case.text, lang=lang, month_first=lang == "en")
    readings = [resolve(mention, case.day, "published") for mention in mentions]
    ours = [_written(timex) for timex in readings if timex.first or timex.last]
    return len(ours) == len(case.plain) and all(_same(a, b) for a, b in zip(ours, case.plain, strict=True))


def _written(timex: Timex) -> Interval:
    first = _days(timex.first)[0].isoformat() if timex.first else None
    return first, (_days(timex.last)[1] + timedelta(1)).isoformat() if timex.last else None


def _days(written: str) -> tuple[date, date]:
    """The first and last day of a date at its own precision."""
    unit = {4: "year", 7: "month"}.get(len(written), "day")
    days = unit_of(date.fromisoformat(written + {"year": "-01-01", "month": "-01"}.get(unit, "")), unit)
    return days.first, days.last


def speed(texts: list[str], lang: str) -> float:
    """Times found and resolved a second of one core, over the texts as one page each; the best of three runs."""
    best = 0.0
    for _ in range(3):
        start, found = process_time(), 0
        for text in texts:
            found += len([m for m in recognize(text, lang=lang) if resolve(m, date(2016, 11, 7), "published")])
        best = max(best, found / (process_time() - start))
    return best


def main() -> None:
    """Prints the share of right cases by language and half; with --errors the cases that are wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--lang", choices=FOLDERS, help="one language (default: all four)")
    parser.add_argument("--errors", type=int, default=0, help="print up to N wrong cases of the half for building")
    args = parser.parse_args()
    for lang in [args.lang] if args.lang else FOLDERS:
        everything = list(cases(args.folder, lang))
        for half in ("build", "report"):
            _print(lang, half, [case for case in everything if case.half == half])
        print(f"{lang} speed  {speed([case.text for case in everything], lang):6.0f} times a second of one core")
        wrong = [case for case in everything if case.half == "build" and not right(case, lang)]
        for case in wrong[: args.errors]:
            print(f"{case.name}: {case.text} ({case.day})", file=sys.stderr)
            print(f"    {found(case, lang)}\n    {list(case.expected)}", file=sys.stderr)


def _print(lang: str, half: str, of_half: list[Case]) -> None:
    marks = [right(case, lang) for case in of_half]
    plain = [plainly_right(case, lang) for case in of_half]
    share, plain_share = (sum(m) / max(len(m), 1) for m in (marks, plain))
    print(f"{lang} {half:6} {sum(marks):4} of {len(marks):4}  {share:.3f}   plainly {plain_share:.3f}")


if __name__ == "__main__":
    main()
