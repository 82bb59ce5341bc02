"""Finds the time expressions of a plain text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.extract.time.build import BUILDERS
from dateline.extract.time.build_shared import SHARED_BUILDERS
from dateline.extract.time.company import Company, company, in_company, names_deed
from dateline.extract.time.expr import Expr
from dateline.extract.time.grammar import SILENT, Codes, Stage, literals, stage
from dateline.extract.time.lexicon import Lexicon, all_classes, lexicon
from dateline.extract.time.rules import absent, rules_of, silent
from dateline.extract.time.tokens import ENGLISH_NTH, pieces
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


LANGUAGES = ("ar", "en", "es", "fr")
"""The languages with a grammar of time."""


_TIMES = ("T", "DUR", "SET")
"""The classes of what is a time: a point, a length, a set of times."""


@dataclass(frozen=True, slots=True)
class _Grammar:
    lexicon: Lexicon
    codes: Codes
    stages: tuple[Stage, ...]
    company: Company
    nth: str
    times: frozenset[str]
    """The codes of what is a time."""


@cache
def _grammar(lang: str) -> _Grammar:
    data = load(f"time_{lang}")
    written = rules_of(data)
    rules = [rule for rules in written.values() for rule in rules]
    words = lexicon(data, literals(rules))
    codes = Codes(absent=absent(data), silent=SILENT | silent(data))
    for classes in sorted(all_classes(words) | {frozenset(rule["as"].split()) for rule in rules}, key=sorted):
        codes.of(classes)
    stages = tuple(stage(rules, codes, {**BUILDERS, **SHARED_BUILDERS}) for rules in written.values())
    times = frozenset(code for classes, code in codes.known.items() if not classes.isdisjoint(_TIMES))
    return _Grammar(words, codes, stages, company(data), data.get("nth", ENGLISH_NTH), times)


def recognize(text: str, *, lang: str = "en", month_first: bool | None = None) -> list[TimexMention]:
    """The time expressions of the text in reading order, none inside another.

    Of "3/5/2016" the day comes first unless that is impossible or the text itself shows otherwise; `month_first`
    settles it from outside. Numbers that count something ("2,011 people", "1995 homes") are left alone. Raises
    FileNotFoundError for a language without a grammar.
    """
    grammar = _grammar(lang)
    items = grammar.lexicon.items(pieces(text, grammar.nth), text, grammar.codes, month_first)
    for step in grammar.stages:
        items = step.run(items, grammar.codes)
    found = []
    for at in [at for at, item in enumerate(items) if item.code in grammar.times]:
        item = items[at]
        expr = next((item.values[name] for name in _TIMES if name in item.values), None)
        deed = expr is not None and names_deed(item, text, grammar.company)
        if expr is not None and not deed and (not item.weak or in_company(items, at, text, grammar.company)):
            start = item.end - len(text[item.start : item.end].lstrip())
            found.append(TimexMention(start, item.end, text[start : item.end], expr))
    return found
