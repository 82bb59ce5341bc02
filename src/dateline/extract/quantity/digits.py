"""Numbers written in digits, of any script, in the manner of one language: groups, decimals, fractions, powers."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

from dateline.extract.quantity.lexicon import lexicon
from dateline.extract.quantity.numeral import Kind, Value, whole

MOST_DIGITS = 40
"""Longer rows of digits are no numbers, and turning thousands of them into one takes long."""
_MOST_POWER = 400
_THIN = "\u00a0\u2009\u202f"
_TEN = "(?:10|١٠|۱۰)"
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED_END = re.compile(rf"[⁺⁻]?[{_RAISED}]+$")
_LEVEL = str.maketrans(_RAISED + "⁺⁻", "0123456789+-")
_VULGAR = {
    "½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4), "¾": Fraction(3, 4),
    "⅕": Fraction(1, 5), "⅖": Fraction(2, 5), "⅗": Fraction(3, 5), "⅘": Fraction(4, 5), "⅙": Fraction(1, 6),
    "⅚": Fraction(5, 6), "⅛": Fraction(1, 8), "⅜": Fraction(3, 8), "⅝": Fraction(5, 8), "⅞": Fraction(7, 8),
}  # fmt: skip
VULGAR = "".join(_VULGAR)
"""All signs of fractions."""
_SIGNS = {"": 1, "+": 1, "-": -1, "--": 1}


@cache
def pattern(lang: str) -> str:
    """The pattern of a number in digits, with groups `quotient`, `mixed`, `number`, `power`, for one language.

    A comma or stop before one or two, or more than three digits is a decimal point everywhere ("5,00"); what stands
    between several such marks is read number by number ("22,24,26").
    """
    words = lexicon(lang)
    groups, decimals = re.escape(words.groups), re.escape(words.decimals)
    first, tail = r"(?<!\d[.,٫٬،])", r"(?!\d|[.,٫٬]\d)"
    group = rf"[{groups}{_THIN} '’]"
    point = rf"[\u202a-\u202e\u200e\u200f]?(?:[{decimals}]|(?<=[{_THIN} ]\d{{3}})[.,](?!\d{{3}}(?!\d)))\d+"
    forms = (
        rf"{first}(?!0)\d{{1,3}}(?P<mark>{group})\d{{3}}(?!\d)(?:(?P=mark)\d{{3}}(?!\d))*(?:{point})?{tail}",
        rf"{first}\d{{1,3}}(?:,\d{{3}}(?!\d)){{2,}}(?:\.\d+)?{tail}",
        rf"{first}\d{{1,3}}(?:\.\d{{3}}(?!\d)){{2,}}(?:,\d+)?{tail}",
        rf"{first}\d{{1,3}}(?:,\d{{3}}\.|\.\d{{3}},)\d+{tail}",
        rf"{first}\d{{1,2}}(?:,\d{{2}})+,\d{{3}}(?:\.\d+)?{tail}",
        rf"{first}\d+[.,٫]\d+{tail}",
        rf"(?<![\w.,)])[.,٫]\d+{tail}",
        r"\d+",
    )
    number = "|".join(forms)
    power = rf"[eE][+-]?\d{{1,4}}(?!\w)|\s?[x×·*]\s?{_TEN}(?:\^[+-]?\d{{1,4}}|[⁺⁻]?[{_RAISED}]{{1,3}})|"
    power += r"\^(?:--|[+-])?\d{1,4}(?:[.,٫]\d{1,4})?(?!\w)"
    if words.part_first:
        power += r"|--?\^\d{1,4}[.,٫]\d{1,4}(?!\w)"
    quotient = r"\d{1,12}/\d{1,12}(?![\d/])(?!-\d)"
    mixed = rf"\d{{1,6}}\s{{1,2}}{quotient}" + (rf"|{quotient}\s\d{{1,6}}(?![\d/.,])" if words.part_first else "")
    return (
        rf"(?:(?<![\d/])(?<!\d-)(?P<mixed>{mixed})|(?<![\d/])(?<!\d-)(?P<quotient>{quotient})"
        rf"|(?P<before_part>\d{{1,9}}\s?)?(?P<sign_of_part>[{VULGAR}])"
        rf"|(?P<number>{number})(?P<power>{power})?)"
    )


def read(found: re.Match[str], *, from_right: bool = False) -> tuple[Value, Kind] | None:
    """The value of what `pattern` matched, and how it is written; None where it is too long to be read.
    `from_right`: the language is written from the right."""
    if found.end() - found.start() > MOST_DIGITS * 2:
        return None
    if found["sign_of_part"]:
        return int(found["before_part"] or 0) + _VULGAR[found["sign_of_part"]], "fraction"
    if found["quotient"]:
        return _quotient(found["quotient"])
    if found["mixed"]:
        first, rest = sorted(found["mixed"].split(maxsplit=1), key=lambda side: "/" in side)
        part = _quotient(rest)
        return None if part is None else (int(first) + part[0], "ratio")
    value = plain_value(found["number"], found["mark"])
    if found["power"]:
        powered = _powered(value, found["power"], from_right=from_right)
        return None if powered is None else (whole(powered), "power")
    return whole(value), "integer" if isinstance(value, int) else "decimal"


def _quotient(written: str) -> tuple[Value, Kind] | None:
    over, under = (int(part) for part in written.split("/"))
    return (whole(Fraction(over, under)), "ratio") if under else None


def plain_value(written: str, mark: str | None) -> Value:
    """The value of digits with marks; `mark` is the one that groups, None where the marks themselves must tell."""
    if mark is None:
        mark = _grouping(written)
    bare = written.replace(mark, "") if mark else written
    first, *rest = re.split(r"[^\d]+", bare)
    if not rest:
        return int(first)
    return Fraction(int((first or "0") + rest[0]), 10 ** len(rest[0]))


def _grouping(written: str) -> str:
    """Of two sorts of marks the first groups, and so does one that stands more than once."""
    marks = re.findall(r"[^\d]", written)
    return marks[0] if len(marks) > 1 else ""


def _powered(value: Value, written: str, *, from_right: bool) -> Value | None:
    """The value with its exponent ("e-4", "x10^-4", "×10⁴", "^2"); None where it is beyond all measure.

    Written from the right the exponent stands first, which shows where only what stands behind has decimals ("٣^٢٫٥",
    2.5 cubed), and its sign behind it ("٢-^٢٫٥").
    """
    written = _RAISED_END.sub(lambda raised: "^" + raised[0].translate(_LEVEL), written)
    match = re.search(r"(--|[+-])?(\d+)(?:[.,٫](\d+))?$", written)
    assert match, "the pattern asks for an exponent"
    exponent = _SIGNS[match[1] or ""] * int(match[2])
    if abs(exponent) > _MOST_POWER:
        return None
    if match[3] and from_right and isinstance(value, int) and value <= _MOST_POWER and not match[1]:
        return Fraction(f"{match[2]}.{match[3]}") ** (_SIGNS[written.partition("^")[0]] * value)
    if match[3]:
        base, raised = float(value), _SIGNS[match[1] or ""] * float(f"{match[2]}.{match[3]}")
        return Fraction(base**raised) if 0 < base < 1e9 and abs(raised) < 30 else None
    if not written.startswith("^"):
        return value * Fraction(10) ** exponent
    return None if value == 0 and exponent < 0 else Fraction(value) ** exponent
