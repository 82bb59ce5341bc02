"""How well numbers are read: the Recognizers-Text specifications against the number grammar.

usage: number_cases.py FOLDER [--lang en] [--errors N]

FOLDER holds the specifications by language ("English/NumberModel.json" …). All cases of NumberModel are counted:
whole numbers, decimals, fractions, powers and negative ones alike, in digits and in words; ordinals and percentages
are not expected there, and one found is an error like any other. A case is right when the numbers found have exactly
the expected texts (upper and lower case are one, white space around is none) and values (to 12 significant digits),
in order. Two counts are printed for each half:

- `supported`: the cases that some platform of the source passes. The others were never run against their expectation,
  and some cannot be right: spelled in another language than their text, or turned into dates by a spreadsheet.
- `all`: every case.

The half is by the hash of the text: "build" may be read, "report" not.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from dateline.extract.quantity.numerals import numerals

FOLDERS = {"en": "English", "fr": "French", "es": "Spanish", "ar": "Arabic"}
PLATFORMS = {"dotnet", "javascript", "python", "java"}
ENOUGH = Fraction(1, 10**12)
"""Relative difference below which two values are one: the specifications write 15 digits."""
Found = tuple[str, Fraction]


@dataclass(frozen=True, slots=True)
class Case:
    """One case: what is read, and the texts and values expected."""

    text: str
    expected: tuple[Found, ...]
    supported: bool

    @property
    def half(self) -> str:
        """ "build" or "report", by the hash of the text."""
        return "build" if int(hashlib.sha256(self.text.encode()).hexdigest(), 16) % 2 == 0 else "report"


def cases(folder: Path, lang: str) -> Iterator[Case]:
    """The cases of a language."""
    path = folder / FOLDERS[lang] / "NumberModel.json"
    for row in json.loads(path.read_text(encoding="utf-8-sig")):
        expected = tuple((_spelled(r["Text"]), _value(r["Resolution"]["value"])) for r in row["Results"])
        yield Case(row["Input"], expected, not _unsupported(row))


def _spelled(text: str) -> str:
    return text.strip().casefold()


def _value(written: str) -> Fraction:
    """The value as the specifications write it, with a comma in some languages."""
    return Fraction(written.strip().replace(",", "."))


def _unsupported(row: dict[str, Any]) -> bool:
    named = f"{row.get('NotSupported', '')},{row.get('NotSupportedByDesign', '')}".lower()
    return set(re.split(r"[\s,]+", named)) >= PLATFORMS


def right(case: Case, lang: str) -> bool:
    """True when the numbers found are the expected ones, in order."""
    ours = found(case, lang)
    return len(ours) == len(case.expected) and all(_same(a, b) for a, b in zip(ours, case.expected, strict=True))


def found(case: Case, lang: str) -> list[Found]:
    """The texts and values that the grammar finds."""
    return [(_spelled(case.text[n.start : n.end]), Fraction(n.value)) for n in numerals(case.text, lang)]


def _same(ours: Found, theirs: Found) -> bool:
    return ours[0] == theirs[0] and abs(ours[1] - theirs[1]) <= ENOUGH * max(abs(ours[1]), abs(theirs[1]))


def main() -> None:
    """Prints the share of right cases by half; with --errors the wrong ones of the half for building."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--lang", choices=FOLDERS, help="one language (default: all four)")
    parser.add_argument("--errors", type=int, default=0, help="print up to N wrong cases of the half for building")
    args = parser.parse_args()
    for lang in [args.lang] if args.lang else FOLDERS:
        marks = [(case, right(case, lang)) for case in cases(args.folder, lang)]
        wrong = [case for case, ok in marks if not ok and case.half == "build"]
        for case in wrong[: args.errors]:
            ours = [(words, float(value)) for words, value in found(case, lang)]
            theirs = [(words, float(value)) for words, value in case.expected]
            print(f"{case.text!r} ({'supported' if case.supported else 'unsupported'})", file=sys.stderr)
            print(f"    {ours}\n    {theirs}", file=sys.stderr)
        for half in ("build", "report"):
            for count, asked in (("supported", True), ("all", False)):
                counted = [ok for case, ok in marks if case.half == half and (case.supported or not asked)]
                share = sum(counted) / max(len(counted), 1)
                print(f"{lang} {half:7} {count:9} {sum(counted):4} of {len(counted):4}  {share:.3f}")


if __name__ == "__main__":
    main()
