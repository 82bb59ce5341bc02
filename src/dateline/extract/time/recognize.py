"""Finds the time expressions of a plain text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.extract.time.build import BUILDERS
from dateline.extract.time.expr import Edge, Expr, Point, Range
from dateline.extract.time.grammar import Codes, Item, Stage, literals, stage
from dateline.extract.time.lexicon import Lexicon, all_classes, lexicon
from dateline.extract.time.tokens import pieces
from dateline.vocab.load import load


@dataclass(frozen=True, slots=True)
class TimexMention:
    """A time expression at [start, end) of the text it was found in.

    The words take in what bounds the time ("since", "as of", "between … and"), not a bare "on" or "in". `expr` is
    what they mean before any anchor.
    """

    start: int
    end: int
    text: str
    expr: Expr


@dataclass(frozen=True, slots=True)
class _Grammar:
    lexicon: Lexicon
    codes: Codes
    stages: tuple[Stage, ...]
    cues: frozenset[str]
    counted: Mapping[str, Any]


@cache
def _grammar(lang: str) -> _Grammar:
    data = load(f"time_{lang}")
    rules = [rule for rules in data["stages"].values() for rule in rules]
    words = lexicon(data, literals(rules))
    codes = Codes()
    for classes in sorted(all_classes(words) | {frozenset(rule["as"].split()) for rule in rules}, key=sorted):
        codes.of(classes)
    stages = tuple(stage(rules, codes, BUILDERS) for rules in data["stages"].values())
    return _Grammar(words, codes, stages, frozenset(data["cues"]), dict.fromkeys(data["classes"]["COUNTED"]))


def recognize(text: str, *, lang: str = "en", month_first: bool | None = None) -> list[TimexMention]:
    """The time expressions of the text in reading order, none inside another.

    Of "3/5/2016" the day comes first unless that is impossible or the text itself shows otherwise; `month_first`
    settles it from outside. Numbers that count something ("2,011 people", "1995 homes") are left alone. Raises
    FileNotFoundError for a language without a grammar.
    """
    grammar = _grammar(lang)
    items = grammar.lexicon.items(pieces(text), text, grammar.codes, month_first)
    for step in grammar.stages:
        items = step.run(items, grammar.codes)
    found = []
    for at, item in enumerate(items):
        expr = next((item.values[name] for name in ("T", "DUR", "SET") if name in item.values), None)
        if expr is not None and (not item.weak or _in_company(items, at, text, grammar)):
            found.append(TimexMention(item.start, item.end, text[item.start : item.end], expr))
    return found


_MEASURING = frozenset({"of", "from", "by", "to", "about", "around", "for"})
"""Words that stand before a year, but as well before a figure."""
_NEXT_WORD = re.compile(r"\s*([\w'’-]*)")
_LAST_WORD = re.compile(r"(\w+|\()\s*$")


def _in_company(items: list[Item], at: int, text: str, grammar: _Grammar) -> bool:
    """Whether a weak time ("2011", "May") stands where times stand: after a preposition, not before what it counts."""
    item = items[at]
    expr = item.values["T"]
    year = _bare_year(expr)
    following = _NEXT_WORD.match(text, item.end)
    after = following[1].lower() if following else ""
    preceding = _LAST_WORD.search(text[max(0, item.start - 30) : item.start])
    before = preceding[1] if preceding else ""
    grouped = at + 1 < len(items) and "GROUPED" in items[at + 1].values
    if year and (after in grammar.counted or grouped):
        return before in {"In", "Since"}
    if isinstance(expr, Edge | Range):
        return isinstance(expr, Range) or not (year and _counts(after))
    if before.lower() in grammar.cues:
        return not (year and before.lower() in _MEASURING and _counts(after))
    event = at + 1 < len(items) and "EVENT" in items[at + 1].values
    return year and (event or (before.lower() in {"the", "this"} and after.isalpha() and not _counts(after)))


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
