"""What the text says a place lies in: "X, Y", "X in Y province", "X (Z) on Sunday in Y", "Y's X".

An institution is read by its whole name: what stands behind "Harbour Theatre" in "the Colm Harbour Theatre in Orl"
tells where the theatre is, and nothing of a town called Colm Harbour.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, Literal, get_args

from dateline.extract.place.lookup import is_country
from dateline.extract.place.names import Name
from dateline.vocab.fold import fold

_BEHIND: Final = r"(?: \d{1,4})?[\"”’']?(?: \([A-Z][\w.&-]{1,9}\))?"
"""A number that goes with the name, a closing quote, and the letters by which the place is called from here on."""
_SITED: Final = r"(?: (?:is|are|was|were|lies|lay|stands|stood)(?: (?:located|situated|opening|held))?)?"
_STREET: Final = r"(?:,? (?:on|along|off) (?:the )?[A-Z0-9][\w'.-]*(?: [A-Z][\w'.-]*){0,3})?"
"""The street between a place and its town; a day reads alike ("on Friday")."""
_DAY: Final = r"(?:,? on [A-Z][a-z]+day,? [A-Z][a-z]{2,8}\.? \d{1,2}(?:,? \d{4})?)?"
_WORDS: Final = r"(?:(?!(?:from|to|into|and|with|by|on|for) )[^\W\d][\w-]* ){0,3}"
"""Words between "in" and the name; no year, and nothing that leads elsewhere ("in 2010 from X")."""
_IN: Final = rf",? (?:in|of|at) (?:the )?{_WORDS}(?:of )?"
_WITHIN: Final = re.compile(
    rf" |,? \(?|{_IN}|{_BEHIND}{_SITED}{_STREET}{_DAY},? (?:in|at) (?:the )?{_WORDS}(?:of )?"
    r"|, (?:the )?(?:[\w-]+ ){0,2}(?:of )?"
)
_OWNED: Final = re.compile(r"'s? (?:[\w-]+ ){0,2}")
_PART: Final = re.compile(r"'s? (?:[\w-]+ ){0,3}(?:suburb|suburbs|district|neighbourhood|neighborhood|quarter) of ")
_WAY: Final = re.compile(
    r",? ?(?:(?:which|that) )?(?:(?:is|lies|located|situated) )?(?:(?:just|some|about|around) )?"
    r"(?:\d+[\d.,]*[ -]?(?:km|kms|kilomet(?:re|er)s?|miles?)(?: \([^)]{1,20}\))? )?"
    r"(?:(?:to|in|on) )?(?:the )?(?:not far from|close to|[a-z-]+) (?:of )?(?:the )?(?:[\w-]+ ){0,4}(?:of )?",
)
"""How far and on which side of another place a place lies."""
_ON: Final = re.compile(r" (?:on|in|at) (?:the )?")
_EDGE: Final = re.compile(r"(?:['’]?s)? (?:[a-z-]+ern )?(?:outskirts|edge|edges|fringes|suburbs)\b")
_SAID: Final = re.compile(r"\b(?:in|of|at)\b")
_REACH: Final = 60
"""Characters between a place and what is said to contain it."""


def key_of(name: Name) -> str:
    """The key under which a name is decided: one name means one place throughout a page."""
    return fold(name.text)


How = Literal["bare", "comma", "word"]
"""Names that merely stand side by side, that a comma parts, or that a word ("in", "'s") puts one into the other."""
_ORDER: Final = get_args(How)


@dataclass(frozen=True, slots=True)
class Stated:
    """What the text puts around places, as keys of names: around each name and how it says so, and, by its start,
    around each institution that is called after a place."""

    names: dict[str, dict[str, How]]
    institutions: dict[int, str]
    beside: dict[str, set[str]] = field(default_factory=dict)
    """By name the names from which the text tells its way ("X, north of Y", "X near Y", "X on Y's outskirts")."""


def stated(names: Sequence[Name], text: str) -> Stated:
    """What the text puts around the names of a page."""
    found = Stated({}, {})
    for a, b in pairwise(names):
        states = is_country(a.bare) and is_country(b.bare) and not a.opens
        if a.sentence != b.sentence or b.start - a.whole[1] > _REACH or states:
            continue
        between = text[a.whole[1] : b.start]
        if not a.opens and _tells_way(between, b, text):
            found.beside.setdefault(key_of(a), set()).add(key_of(b))
        if _PART.fullmatch(between):
            _put(found, a, b, "word")
        elif _WITHIN.fullmatch(between):
            _put(found, b, a, "word" if _SAID.search(between) else "bare" if between.startswith(" ") else "comma")
        elif _OWNED.fullmatch(between):
            _put(found, a, b, "bare" if _SAID.search(between) else "word")
    return found


def _tells_way(between: str, outer: Name, text: str) -> bool:
    """ "X to the north of Y", "X some 12 km outside the town of Y", "X on Y's western outskirts"."""
    if outer.modifier_kind in {"near", "direction"}:
        return bool(_WAY.fullmatch(between))
    return bool(_ON.fullmatch(between) and _EDGE.match(text[outer.end :]))


def _put(found: Stated, outer: Name, inner: Name, how: How) -> None:
    if inner.opens:
        if how != "bare" and not outer.opens:
            found.institutions[inner.start] = key_of(outer)
        return
    around = found.names.setdefault(key_of(inner), {})
    around[key_of(outer)] = max(how, around.get(key_of(outer), how), key=_ORDER.index)
