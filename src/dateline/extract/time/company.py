"""Whether a doubtful time ("2011", "May") stands where times stand: after a preposition, not before what it counts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dateline.extract.time.expr import Edge, Expr, Point, Range
from dateline.extract.time.grammar import Item

_NEXT_WORD = re.compile(r"\s*([\w'’-]*)")
_OF = re.compile(r" of (?:the )?[^\W\d_]")
_LAST_WORD = re.compile(r"(\w+|\()[\s'’]*$")


@dataclass(frozen=True, slots=True)
class Company:
    """The words of a language beside which a doubtful time is one.

    `cues` stand before it; of these, `measuring` stand as well before a figure, and only `opening` ones before a year
    that something `counted` follows; `pointing` stand before a year and a noun ("the 1995 eruption"). `deeds`
    with "of" behind them are no season ("the fall of X").
    """

    cues: frozenset[str]
    measuring: frozenset[str]
    opening: frozenset[str]
    pointing: frozenset[str]
    counted: frozenset[str]
    particles: frozenset[str]
    deeds: frozenset[str]


def company(data: Mapping[str, Any]) -> Company:
    """The company that a language's data names."""
    names = ("cues", "measuring", "opening", "pointing")
    cues, measuring, opening, pointing = (frozenset(data[name]) for name in names)
    particles, deeds = (frozenset(data.get(name, ())) for name in ("particles", "deeds"))
    counted = frozenset(data["classes"]["COUNTED"])
    return Company(cues, measuring, opening, pointing, counted, particles, deeds)


def in_company(items: list[Item], at: int, text: str, words: Company) -> bool:
    """Whether the weak time at that place is one; what is all there is to the text, a heading or a cell, is."""
    item = items[at]
    if names_deed(item, text, words):
        return False
    if text.strip() == text[item.start : item.end]:
        return True
    expr = next(item.values[name] for name in ("T", "DUR", "SET") if name in item.values)
    year = _bare_year(expr)
    following = _NEXT_WORD.match(text, item.end)
    after = following[1].lower() if following else ""
    preceding = _LAST_WORD.search(text[max(0, item.start - 30) : item.start])
    before = preceding[1] if preceding else ""
    grouped = at + 1 < len(items) and "GROUPED" in items[at + 1].values
    if before.lower() == "to" and after in words.particles:
        return False  # "forced to fall back", "to march on": what somebody does
    if year and (after in words.counted or grouped):
        return before in words.opening
    if isinstance(expr, Edge | Range):
        return isinstance(expr, Range) or not (year and _counts(after))
    if before.lower() in words.cues:
        return not (year and before.lower() in words.measuring and _counts(after))
    if (
        at >= 2
        and "T" in items[at - 2].values
        and ("COMMA" in items[at - 1].values or {"=and", "=or", "AND"} & items[at - 1].values.keys())
    ):
        return True
    event = at + 1 < len(items) and "EVENT" in items[at + 1].values
    return year and (event or (before.lower() in words.pointing and after.isalpha() and not _counts(after)))


def names_deed(item: Item, text: str, words: Company) -> bool:
    """ "A day after the fall of X": a deed that is called like a season, and no time."""
    last = text[item.start : item.end].rsplit(maxsplit=1)[-1:]
    return bool(last) and last[0] in words.deeds and _OF.match(text, item.end) is not None


def _bare_year(expr: Expr) -> bool:
    match expr:
        case Edge(of=of):
            return _bare_year(of)
        case Range(first=first, last=last):
            return _bare_year(first) and _bare_year(last)
        case Point(year=int(), month=None):
            return True
    return False


def _counts(word: str) -> bool:
    """A plural: a number before it says how many."""
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
