"""Exact ages: the number alone is masked, so that "a ██-year-old woman" stays readable.

Bands ("aged 15 to 49", "under five", "in his thirties") tell nobody's age; a war and a bridge have ages too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from dateline.extract.person.words import words

_UNITS = "one two three four five six seven eight nine"
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_OLDEST = 120
_LOOK_AHEAD = 4


@cache
def number() -> str:
    """A pattern for a small number in digits or words."""
    units, teens, tens = ("|".join(row.split()) for row in (_UNITS, _TEENS, _TENS))
    return rf"(?:\d{{1,3}}(?![\d.,]*\d)|(?:{tens})(?:[-‐‑ ](?:{units}))?|{teens}|{units})"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    n = number()
    until = r"\s*(?:to|-|–|\+|until|through)\s*\w|\s+(?:and|or)\s+(?:over|above|older|up|under|below|younger)"
    unlimited = (
        r"(?<!under )(?<!over )(?<!below )(?<!above )(?<!under the )(?<!over the )(?<!below the )(?<!above the )"
    )
    people = "|".join(sorted(words().persons, key=len, reverse=True))
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            rf"\b(?P<n>{n})[-‐‑– ]?(?:and|or|to|,)?[-‐‑– ]?(?P<m>{n})?[-‐‑– ](?:year|month|week|day)s?[-‐‑– ]old",
            rf"\b(?P<n>{n})-?(?:\s*,\s*|\s+(?:and|or)\s+)(?P<m>{n})[-‐‑– ](?:year|month|week|day)s?[-‐‑– ]old",
            rf"\b(?P<n>{n})\s+(?:years|months)\s+of\s+age\b",
            rf"\b{unlimited}(?:aged|ages?)\s+(?P<n>{n})\b(?!{until})"
            rf"(?:\s*,\s*(?P<m>{n})\b(?!{until}))?(?:\s*,?\s*(?:and|or)\s+(?P<o>{n})\b)?",
            rf"\b{unlimited}age\s+of\s+(?P<n>{n})\b(?!{until})",
            rf"\b(?:{people})\s*[,(]\s*(?P<n>\d{{1,3}})\s*[,)]",
        )
    )


def ages_in(text: str, names: Sequence[tuple[int, int]], offices: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The numbers of exact ages. `names` are private persons' spans; `offices` words whose bearers are public."""
    for pattern in _patterns():
        for match in pattern.finditer(text):
            if not _of_something_else(text, match.end(), offices):
                yield from _numbers(match)
    closed = r"(?=\s*[,).;:–—-]|\s+(?:from|of|who|and|year)|\s*$)"
    behind = re.compile(rf"\s*[,(–—-]\s*(?P<n>{number()})\b{closed}", re.IGNORECASE)
    for _, end in names:
        follows = behind.match(text, end)
        if follows:
            yield from _numbers(follows)


def _numbers(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    for group in match.re.groupindex:
        written = match[group]
        if written and not (written.isdigit() and int(written) > _OLDEST):
            yield match.span(group)


def _of_something_else(text: str, end: int, offices: frozenset[str]) -> bool:
    """ "The 6-year-old civil war", "the 71-year-old president": what has the age stands within a few words."""
    for word in re.findall(r"[^\W\d_]+|[,.;:]", text[end : end + 60])[:_LOOK_AHEAD]:
        key = word.lower()
        if key in words().persons or not key.isalpha():
            return False
        if key in words().aged_things or key in offices:
            return True
    return False
