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
def _patterns() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Each with what must stand in the text (in small letters) for it to be tried."""
    n = number()
    until = r"\s*(?:to|-|–|\+|until|through)\s*\w|\s+(?:and|or)\s+(?:over|above|older|up|under|below|younger)"
    unlimited = (
        r"(?<!under )(?<!over )(?<!below )(?<!above )(?<!under the )(?<!over the )(?<!below the )(?<!above the )"
    )
    old = r"[-‐‑– ](?:year|month|week|day)s?[-‐‑– ]old"
    several = (
        rf"\b{unlimited}(?:aged|ages?)\s+(?P<n>{n})\b(?!{until})"
        rf"(?:\s*,\s*(?P<m>{n})\b(?!{until}))?(?:\s*,?\s*(?:and|or)\s+(?P<o>{n})\b)?"
    )
    said = r"(?:year|month|week|day)s?[-‐‑– ]old"
    told = (
        (said, rf"\b(?P<n>{n})[-‐‑– ]?(?:and|or|to|,)?[-‐‑– ]?(?P<m>{n})?{old}"),
        (said, rf"\b(?P<n>{n})-?(?:\s*,\s*|\s+(?:and|or)\s+)(?P<m>{n}){old}"),
        (r"of\s+age", rf"\b(?P<n>{n})\s+(?:years|months)\s+of\s+age\b"),
        (r"\bage[ds]?\s", several),
        (r"age\s+of", rf"\b{unlimited}age\s+of\s+(?P<n>{n})\b(?!{until})"),
    )
    return tuple((re.compile(sign), re.compile(pattern, re.IGNORECASE)) for sign, pattern in told)


_BESIDE = re.compile(r"(?<![^\W\d_])([^\W\d_]+)\s*[,(]\s*(?P<n>\d{1,3})\s*[,)]")
"""A word with a number between commas or brackets behind it."""
_SET_OFF = re.compile(r"[,(]\s*\d{1,3}\s*[,)]")


def ages_in(text: str, names: Sequence[tuple[int, int]], offices: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The numbers of exact ages. `names` are private persons' spans; `offices` words whose bearers are public."""
    small = text.lower()
    for sign, pattern in _patterns():
        for match in pattern.finditer(text) if sign.search(small) else ():
            if not _of_something_else(text, match.end(), offices):
                yield from _numbers(match)
    for match in _BESIDE.finditer(text) if _SET_OFF.search(text) else ():
        if match[1].lower() in words().persons:
            yield from _numbers(match)
    for _, end in names:
        follows = _behind_a_name().match(text, end)
        if follows:
            yield from _numbers(follows)


@cache
def _behind_a_name() -> re.Pattern[str]:
    closed = r"(?=\s*[,).;:–—-]|\s+(?:from|of|who|and|year)|\s*$)"
    return re.compile(rf"\s*[,(–—-]\s*(?P<n>{number()})\b{closed}", re.IGNORECASE)


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
