"""How well times are read: the Recognizers-Text specifications against the time grammar.

usage: time_cases.py FOLDER [--lang en] [--half build|report] [--errors N]

FOLDER holds the specifications by language ("English/DateParser.json" …). In scope are the cases of DateParser,
DatePeriodParser, DateTimeModel and MergedParser whose every result is a date or a date range and which some platform
supports, read with the past value. A case is right when the times found have exactly the expected days, in order.
The two houses count some things differently, and each difference is settled here, once:

- their ranges end before their last day, and "from A to B" ends where B begins; ours take both ends in;
- a stretch back from now ("the past two weeks") ends with today here, before today there;
- "early", "mid", "end of" a month or year have fixed days there; here the whole month or year, said to be a part;
- a season has no days there;
- they write the month before the day: so the cases are read with `month_first`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from dateline.extract.time.expr import Edge, Expr, Hence, Part, Present, Range, Rolling, Season, Shifted, needs
from dateline.extract.time.place import NowhereError, days_of
from dateline.extract.time.recognize import recognize
from dateline.extract.time.spans import moved_by

FOLDERS = {"en": "English", "fr": "French", "es": "Spanish", "ar": "Arabic"}
SPECIFICATIONS = ("DateParser", "DatePeriodParser", "DateTimeModel", "MergedParser")
PLATFORMS = {"dotnet", "javascript", "python", "java"}
ANY = "any"
"""An end that the specification leaves open or fixes by a convention of its own."""
Interval = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Case:
    """One case: what is read, from which day, and the intervals expected (end excluded, None: open)."""

    name: str
    text: str
    day: date
    expected: tuple[Interval, ...]

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
                yield Case(f"{name}:{number}", row["Input"], date.fromisoformat(reference[:10]), expected)


def _kind(result: dict[str, Any]) -> str:
    return (result.get("TypeName") or result.get("Type") or "").replace("datetimeV2.", "")


def _unsupported(row: dict[str, Any]) -> bool:
    named = f"{row.get('NotSupported', '')},{row.get('NotSupportedByDesign', '')}".lower()
    return set(re.split(r"[\s,]+", named)) >= PLATFORMS


def _expected(result: dict[str, Any]) -> Interval:
    value = result.get("Value") or result.get("Resolution") or {}
    if "PastResolution" in value:
        past, fuzzy = value["PastResolution"], value.get("Mod") in {"start", "mid", "end"}
    else:
        first = (value.get("values") or [{}])[0]
        past, fuzzy = first, first.get("Mod") in {"start", "mid", "end"}
    if fuzzy or "not resolved" in past.values() or "0001-01-01" in past.values():
        return ANY, ANY
    single = past.get("date") or past.get("value")
    if single:
        return single, (date.fromisoformat(single) + timedelta(1)).isoformat()
    start, end = past.get("startDate") or past.get("start"), past.get("endDate") or past.get("end")
    return (start, end) if start or end else (ANY, ANY)


def found(case: Case) -> list[Interval]:
    """The intervals that the time grammar finds in the case."""
    mentions = recognize(case.text, month_first=True)
    return [interval for m in mentions if (interval := _interval(m.expr, case.day)) is not None]


def _interval(expr: Expr, day: date) -> Interval | None:
    if needs(expr) == "never" and not isinstance(expr, Hence):
        return None
    if isinstance(expr, Season) or (isinstance(expr, Edge) and isinstance(expr.of, Season)):
        return ANY, ANY
    try:
        days = days_of(expr, day)
        end = days.last + timedelta(1)
        if isinstance(expr, Range) and not _ends_whole(expr.last):
            end = days_of(expr.last, day).first
    except NowhereError:
        return ANY, ANY
    if (isinstance(expr, Shifted) and expr.base is None) or (isinstance(expr, Hence) and not expr.within):
        day = moved_by(day, expr.amount, getattr(expr, "back", False))
        return day.isoformat(), (day + timedelta(1)).isoformat()
    if (isinstance(expr, Rolling) and expr.back) or (isinstance(expr, Hence) and expr.within):
        end = days.last
    if isinstance(expr, Rolling) and not expr.back:
        return (days.first + timedelta(1)).isoformat(), end.isoformat()
    match expr:
        case Edge(kind="since"):
            return days.first.isoformat(), None
        case Edge(kind="after"):
            return (days.first if days.first == days.last else end).isoformat(), None
        case Edge(kind="before" | "until"):
            return None, (days.first if expr.kind == "before" or days.first == days.last else end).isoformat()
        case Present():
            return None, days.first.isoformat()
        case Part(part="early" | "mid" | "late" | "start" | "end" | "earlier" | "later"):
            return ANY, ANY
    return days.first.isoformat(), end.isoformat()


def _ends_whole(expr: Expr) -> bool:
    return isinstance(expr, Part) and expr.part == "end"


def right(case: Case) -> bool:
    """True when the times found are the expected ones, in order."""
    ours = found(case)
    return len(ours) == len(case.expected) and all(_same(a, b) for a, b in zip(ours, case.expected, strict=True))


def _same(ours: Interval, theirs: Interval) -> bool:
    return all(ANY in (a, b) or a == b for a, b in zip(ours, theirs, strict=True))


def main() -> None:
    """Prints the share of right cases, whole and by half; with --errors the cases that are wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--lang", default="en", choices=FOLDERS)
    parser.add_argument("--errors", type=int, default=0, help="print up to N wrong cases of the half for building")
    args = parser.parse_args()
    tally: dict[str, list[bool]] = {"build": [], "report": []}
    shown = 0
    for case in cases(args.folder, args.lang):
        ok = right(case)
        tally[case.half].append(ok)
        if not ok and case.half == "build" and shown < args.errors:
            shown += 1
            print(f"{case.name}: {case.text} ({case.day})", file=sys.stderr)
            print(f"    {found(case)}\n    {list(case.expected)}", file=sys.stderr)
    for half, marks in tally.items():
        print(f"{half:7} {sum(marks):4} of {len(marks):4}  {sum(marks) / max(len(marks), 1):.3f}")


if __name__ == "__main__":
    main()
