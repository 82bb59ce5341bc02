"""What the words around a number do to its bounds ("more than", "up to", "or more")."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

from dateline.model.words import Quantifier
from dateline.vocab.load import load

if TYPE_CHECKING:
    from dateline.extract.quantity.number import Number

_STRENGTH: dict[str, int] = {"more_than": 3, "less_than": 3, "approximately": 2, "exact": 0, "none": 0}


def widen(text: str, number: Number, replace: Callable[..., Number], lang: str = "en") -> Number:
    """The number with its modifiers taken in: the words reach over them, the bounds follow."""
    start, seen = _before(text, number.start, lang)
    end, after = _after(text, number.end, lang)
    quantifier = max([*seen, *after], key=lambda q: _STRENGTH[q], default="none")
    changes: dict[str, Any] = {"start": start, "end": end}
    if number.quantifier == "exact" and _STRENGTH[quantifier] > 0:
        changes["quantifier"] = quantifier
    elif number.quantifier == "vague" and quantifier in {"more_than", "less_than"}:
        changes["quantifier"] = "vague"
    kind: Quantifier = changes.get("quantifier", number.quantifier)
    if kind == "more_than":
        changes["high"] = None
    elif kind == "less_than":
        changes["low"] = None
    return replace(number, **changes)


def _before(text: str, start: int, lang: str) -> tuple[int, list[str]]:
    """Where the figure's words begin, and the quantifiers passed on the way left."""
    seen: list[str] = []
    at, begin = start, start
    while True:
        match = _left(lang).search(text, max(0, at - 40), at)
        if not match:
            return begin, seen
        words = " ".join(match["words"].lower().split())
        kind = _kinds(lang)[words]
        at = match.start("words")
        seen.append(kind)
        if words not in _left_out(lang):
            begin = at


def _after(text: str, end: int, lang: str) -> tuple[int, list[str]]:
    match = _right(lang).match(text, end)
    if not match:
        return end, []
    words = " ".join(match["words"].lower().split())
    return match.end(), [_after_kinds(lang)[words]]


@cache
def _left_out(lang: str) -> frozenset[str]:
    """Words passed over that are no part of the figure's own words."""
    return frozenset(str(words) for words in load(f"numbers_{lang}")["left_out"])


@cache
def _kinds(lang: str) -> dict[str, str]:
    before: dict[str, list[str]] = load(f"numbers_{lang}")["before"]
    return {str(words).lower(): kind for kind, phrases in before.items() for words in phrases}


@cache
def _after_kinds(lang: str) -> dict[str, str]:
    after: dict[str, list[str]] = load(f"numbers_{lang}")["after"]
    return {str(words).lower(): kind for kind, phrases in after.items() for words in phrases}


def _alternatives(phrases: dict[str, str]) -> str:
    return "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in sorted(phrases, key=len, reverse=True))


@cache
def _left(lang: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?P<words>{_alternatives(_kinds(lang))})\s*$", re.IGNORECASE)


@cache
def _right(lang: str) -> re.Pattern[str]:
    return re.compile(rf"[\s-]?(?P<words>{_alternatives(_after_kinds(lang))})(?![\w])", re.IGNORECASE)
