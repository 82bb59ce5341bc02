"""Persons that one page tells one by one ("a boy, his mother and a guard"): how many they surely are.

Two tellings are of two persons only where the words say so: other ages, a woman and a man, "another", "and" between
them, two names on one page. Everything else may be one person told again. Names are compared within a page, never
across pages, and not kept.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.reconcile.item import Item
from dateline.vocab.load import load, word_set

_YEARS: Final = {word: str(years) for years, word in enumerate(load("reconcile_en")["people"]["years"], 1)}
_AGE: Final = re.compile(
    rf"(?<![\w.,])(\d{{1,3}}|{'|'.join(_YEARS)})(?=[- ](year|month|week|day)s?[- ]old)"
    r"|(?<=, )(\d{1,3})(?=[,.;)]|$)",
    re.IGNORECASE,
)
_NEAR: Final = 8
_FURTHER: Final = word_set("reconcile_en", "people", "further")
_WOMEN: Final = word_set("reconcile_en", "people", "female")
_MEN: Final = word_set("reconcile_en", "people", "male")
_SMALL: Final = word_set("reconcile_en", "people", "small")
_GROWN: Final = word_set("reconcile_en", "people", "grown")
_ORDINALS: Final = {word: rank for rank, word in enumerate(load("reconcile_en")["people"]["ordinals"], 2)}
_ORDINAL: Final = re.compile(rf"\b(?:({'|'.join(_ORDINALS)})|(\d{{1,2}})(?:st|nd|rd|th))\b(?![- ]grade)", re.IGNORECASE)
_WHOSE: Final = word_set("reconcile_en", "people", "whose")
_CALLED: Final = {word: kind for kind, words in load("reconcile_en")["people"]["called"].items() for word in words}
_BOTH: Final = {frozenset(pair.split("-")) for pair in load("reconcile_en")["people"]["called_both"]}
_SELF: Final = word_set("reconcile_en", "people", "oneself")
_BREAK: Final = re.compile(r"[.!?;|\[\]]\s")
"""Between two sentences or headings no "and" joins the persons of both."""
_JOINED: Final = re.compile(r"(?:\band\b|\bplus\b|\balong with\b|\bas well as\b)[\s\w]{0,12}$")

_ONE_DEED: Final = re.compile(r"\b(?:shot|shoots|shooting|stabbed|beat|hit) and (?=kill|wound|injur)")
"""An "and" between two words for one deed: "a boy shot and killed himself"."""
_HOUSE: Final = word_set("reconcile_en", "people", "family")


@dataclass(frozen=True, slots=True)
class _Told:
    """What a telling says of its person; None where it does not."""

    item: Item
    ages: frozenset[str] | None
    female: bool | None
    small: bool | None
    name: str | None
    further: bool
    called: str | None
    doer: bool | None
    """True for one who harmed himself, False for his son, her neighbour."""


def persons(items: Sequence[Item]) -> int:
    """How many different persons the described ones of one page are at least."""
    return len(tellings(items))


def rank_told(item: Item) -> int:
    """ "A third person has died": three, of those harmed so; 0 where no rank is told."""
    found = _ORDINAL.search(item.figure.text)
    return 0 if found is None else int(found[2]) if found[2] else _ORDINALS[found[1].lower()]


def tellings(items: Sequence[Item]) -> list[tuple[Item, ...]]:
    """The described persons of one page, each with all that tell of the same one, as far as it can be known."""
    found: list[list[_Told]] = []
    for told in map(_told, sorted(items, key=lambda item: (item.figure.start, item.id))):
        same = [one for one in found if not any(_differ(told, other) for other in one)]
        if (told.further and not _again(told, same)) or not same:
            found.append([told])
        else:
            same[-1].append(told)
    return [tuple(told.item for told in one) for one in found]


def _again(told: _Told, same: Sequence[Sequence[_Told]]) -> bool:
    """ "Another is fighting for her life … Another woman is in hospital": the first without a noun, told again."""
    last = same[-1][0] if same else None
    if last is None or not last.further or last.item.claim.excerpt == told.item.claim.excerpt:
        return False
    return min(len(one.item.figure.text.split()) for one in (last, told)) == 1


def may_be_one(one: Sequence[Item], other: Sequence[Item]) -> bool:
    """True where nothing tells two persons of two pages apart; names are not asked."""
    here, there = ([replace(_told(item), name=None) for item in items] for items in (one, other))
    return not any(a.further or b.further or _differ(a, b) for a in here for b in there)


def _told(item: Item) -> _Told:
    excerpt, figure = item.claim.excerpt, item.figure
    start, end = figure.start - excerpt.start, figure.end - excerpt.start
    words = re.findall(r"[a-z]+", figure.text.lower())
    known = frozenset(words)
    name = figure.text.split()[-1] if figure.text[:1].isupper() and figure.text.split()[-1][:1].isupper() else None
    if name is not None and (name.lower() in _WOMEN | _MEN or len(words) < 2):
        name = None
    before = max(0, start - 2 * _NEAR) if name is not None else start
    age = _AGE.search(excerpt.text, before, min(len(excerpt.text), end + _NEAR))
    return _Told(
        item,
        _ages(age) if age else None,
        _either(known, _WOMEN, _MEN),
        _either(known, _SMALL, _GROWN),
        name,
        not _FURTHER.isdisjoint(words),
        next((_CALLED[word] for word in reversed(words) if word in _CALLED), None),
        _either(known, _SELF, _WHOSE),
    )


def _ages(found: re.Match[str]) -> frozenset[str]:
    """The ages in years that the words may mean: whoever is 22 months old is called one or two; and the very words."""
    number, unit = _YEARS.get((found[1] or "").lower(), found[1] or found[3]), (found[2] or "year").lower()
    if unit == "year":
        return frozenset({number})
    years = int(number) / 12 if unit == "month" else 0
    return frozenset({f"{number} {unit}s", str(math.floor(years)), str(math.ceil(years))})


def _other_age(one: frozenset[str], other: frozenset[str]) -> bool:
    exact = [{age for age in ages if " " in age} for ages in (one, other)]
    return exact[0] != exact[1] if all(exact) else one.isdisjoint(other)


def _noun(item: Item) -> str:
    return item.figure.text.lower().split()[-1]


def _taken_up(first: Item, second: Item) -> bool:
    """ "A baby was killed after his brother fired, hitting the boy": the second is known by then."""
    return first.figure.text.lower().startswith(("a ", "an ")) and second.figure.text.lower().startswith("the ")


def _another_kin(first: Item, second: Item) -> bool:
    """ "Shot his brother to death and wounded an older brother": called by the same word, and a new one."""
    words = second.figure.text.lower().split()
    return words[0] in {"a", "an"} or not _AGE_APART.isdisjoint(words)


_AGE_APART: Final = word_set("reconcile_en", "people", "new_kin")


def _either(words: frozenset[str], yes: frozenset[str], no: frozenset[str]) -> bool | None:
    if yes.isdisjoint(words) == no.isdisjoint(words):
        return None
    return not yes.isdisjoint(words)


def _differ(one: _Told, other: _Told) -> bool:
    if one.ages is not None and other.ages is not None and _other_age(one.ages, other.ages):
        return True
    if one.called and other.called and one.called != other.called and {one.called, other.called} not in _BOTH:
        return True
    told = (one.female, other.female), (one.small, other.small), (one.name, other.name), (one.doer, other.doer)
    if any(a is not None and b is not None and a != b for a, b in told):
        return True
    earlier, later = sorted((one, other), key=lambda told: told.item.figure.start)
    first, second = earlier.item, later.item
    if first.claim.excerpt != second.claim.excerpt:
        return False
    if first.strand != second.strand and _noun(first) != _noun(second) and not _taken_up(first, second):
        return True  # "Man killed, boy injured"
    if first.strand != second.strand and _another_kin(first, second):
        return True
    excerpt = first.claim.excerpt
    between = excerpt.text[first.figure.end - excerpt.start : second.figure.start - excerpt.start]
    if between.strip(" ,") in {"", "and"} and later.doer is False:
        return True  # "a woman, her son": nobody is the own relative
    if between.strip() == "and" and {first.figure.text.lower().split()[-1], second.figure.text.lower()} <= _HOUSE:
        return False  # "a husband and father": one man, told twice
    return not _BREAK.search(between) and _JOINED.search(_ONE_DEED.sub("", between)) is not None
