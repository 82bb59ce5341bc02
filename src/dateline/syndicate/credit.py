"""The news agency that a document credits: in its dateline, its byline or its credit line, never in the running text.

"ALEPPO (Reuters) -", "BEIRUT, March 3 (Xinhua) --", "… - AFP" at the end, "Source: AFP", "Copyright 2016 The Associated
Press", a line "AFP" or "AFP Monday 9 February" under the headline. "Told AFP" and "(AFP photo)" credit no words; two
agencies credited at once leave it open who wrote them. Agencies: `vocab/agencies.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final

from dateline.vocab.actors import Actors, known_actors
from dateline.vocab.fold import fold
from dateline.vocab.load import load

HEAD: Final = 600
"""Code points at the beginning in which a dateline or byline is looked for."""
TAIL: Final = 240
"""Code points at the end in which a credit line is looked for."""
_HOST: Final = re.compile(r"^www\.|\.(?:com|org|net|int|[a-z]{2})(?:\.[a-z]{2})?$", re.IGNORECASE)
SIGNED: Final = 3
"""Words after "AFP reported.": an editor's initials, no further sentence."""
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_OPEN: Final = re.compile(r"[(\[]\s*(?:the )?$", re.IGNORECASE)
_CLOSE: Final = re.compile(r"^\s*[)\]]")
_PLACE: Final = re.compile(r"(?:^|\n|[A-Z]{3,}|\b[A-Z][a-z]{1,4}\.)\s*$")
"""What a dateline has before its bracket: a place in capitals, a state, nothing. A caption has its date there."""
_DASH: Final = re.compile(r"^\s*(?:[-–—]{1,3}|:)\s")
_INTO_TEXT: Final = re.compile(r"^\s*[-–—]{1,3}\s*[\"“(]?[A-Z0-9]")
_AND: Final = re.compile(r"\s*(?:,|/|&|and|with)+\s*(?:the\s+)?", re.IGNORECASE)
_BYLINE: Final = re.compile(r"^\s*by\s[^.]{3,60},\s*(?:the\s+)?$", re.IGNORECASE)
_DASHED: Final = re.compile(r"[-–—]{1,3}\s*$")
_ENDS: Final = re.compile(r"^\W*$")
_COMMA: Final = re.compile(r",\s*$")


def credited_agency(text: str, publisher: str | None = None) -> str | None:
    """The agency's usual name; None when none is credited, or more than one.

    An agency that publishes under its own name is credited, unless its page credits one other.
    """
    own = agency_named(publisher)
    found = _credited(text[:HEAD], _heads) | _credited(text[-TAIL:], _closes)
    others = found - {own}
    if not others:
        return own
    return others.pop() if len(others) == 1 else None


@lru_cache(maxsize=1 << 12)
def agency_named(publisher: str | None) -> str | None:
    """The agency that a publisher is, by its name in any case or its host ("reuters.com"); None for any other."""
    return _by_name().get(fold(_HOST.sub("", publisher))) if publisher else None


@cache
def _by_name() -> dict[str, str]:
    return {fold(name): agency.name for agency in _agencies() for name in (agency.name, *agency.aliases)}


def _credited(zone: str, frame: Callable[[str, str], bool]) -> set[str]:
    """The agencies in the zone that stand in a frame of credit, and those that are named in one breath with them."""
    found: set[str] = set()
    hits = _agencies().find(zone) if not _first_words().isdisjoint(_LETTERS.findall(zone)) else []
    for hit in hits:
        if frame(zone[: hit.start], zone[hit.end :]):
            found.add(hit.actor.name)
            found |= {
                other.actor.name
                for one, two in pairwise(hits)
                for other in (one, two)
                if hit in (one, two) and _AND.fullmatch(zone, one.end, two.start)
            }
    return found


def _heads(before: str, after: str) -> bool:
    opening, closing = _OPEN.search(before), _CLOSE.match(after)
    bracketed = (
        opening and closing and (_PLACE.search(before[: opening.start()]) or _DASH.match(after[closing.end() :]))
    )
    dateline = (_COMMA.search(before) or _line_start(before)) and _DASH.match(after)
    return bool(bracketed or dateline or _INTO_TEXT.match(after) or _own_line(before, after) or _dated(after))


def _closes(before: str, after: str) -> bool:
    closing = _DASHED.search(before) or (_OPEN.search(before) and _CLOSE.match(after))
    return bool((closing and _ENDS.match(after)) or _own_line(before, after) or _credit_words(before, after))


def _line_start(before: str) -> bool:
    return not before.rpartition("\n")[2].strip()


def _own_line(before: str, after: str) -> bool:
    """The name fills or ends its line: alone, behind a word of credit or a byline, or before its date."""
    line = before.rpartition("\n")[2]
    right = after.partition("\n")[0].strip(" .,|–—-")
    alone = not before or "\n" in before
    if alone and _BYLINE.match(line):
        return not right
    return alone and _credit_left(line) == "" and (not right or _is_date(right.split()[0]))


def _dated(after: str) -> bool:
    """The name stands before the date of the report ("AFP Monday 9 Feb 2015"), as a line that lost its breaks."""
    words = after.split()[:4]
    return len(words) > 1 and _is_date(words[0]) and any(_YEAR.fullmatch(word.strip(",.")) for word in words)


def _credit_words(before: str, after: str) -> bool:
    """A short last sentence that credits: "Source: AFP", "Copyright 2016 The Associated Press", "AFP reported"."""
    sentence = re.split(r"[.!?)\n]\s+|\n", before)[-1]
    told, _, rest = after.partition(".")
    right = fold(told.partition("\n")[0]).split()
    if len(right) > 5 or (right and right[0] in _words("part")):
        return False
    closing = len(right) == 1 and right[0] in _words("after") and len(rest.split()) <= SIGNED
    return closing or (_credit_left(sentence) == "" and sentence.strip() != "")


def _credit_left(line: str) -> str:
    """What is left of the words before a name when words of credit and years are taken away."""
    kept = [word for word in fold(line.replace("©", " c ")).split() if not _YEAR.fullmatch(word)]
    return "" if " ".join(kept) in _before() or all(word in _before() for word in kept) else " ".join(kept)


def _is_date(word: str) -> bool:
    bare = word.strip(",.").lower()
    return bare in _words("days") or bare.isdigit()


@cache
def _words(section: str) -> frozenset[str]:
    return frozenset(load("agencies")[section])


@cache
def _before() -> frozenset[str]:
    return frozenset({"", *(fold(word) for word in load("agencies")["before"])})


@cache
def _first_words() -> frozenset[str]:
    """Any agency's name begins with one of these, as it is written: most texts hold none."""
    names = (name for agency in _agencies() for name in (agency.name, *agency.aliases))
    firsts = {_LETTERS.findall(name)[0] for name in names}
    return frozenset(form for first in firsts for form in (first, first.upper(), first.capitalize()))


@cache
def _agencies() -> Actors:
    names = set(load("agencies")["agencies"])
    return Actors(actor for actor in known_actors() if actor.name in names)
