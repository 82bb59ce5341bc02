"""Does a name belong to an office, a force or a body?"""

from __future__ import annotations

import re
from typing import Final

from dateline.extract.place.lead import Lead
from dateline.extract.place.lookup import entries, is_country
from dateline.extract.place.scan import Scan
from dateline.extract.place.stretch import Stretch
from dateline.extract.place.words import words
from dateline.vocab.actors import known_actors

_OPENING: Final = 4
"""Words that may stand before a place that opens its sentence."""
_AROUND: Final = 60
"""Code points on either side of a place in which the name of a body that is called by it lies."""
_CALLED: Final = re.compile(r"[A-Z][^\W\d_]+ (?:of|for) (?:the )?$")


_TRAIL: Final = 3
"""Words after a name among which the noun it modifies is sought."""


def of_body(scan: Scan, stretch: Stretch, at: int, lead: Lead) -> bool:
    """ "Salta Governor", "the government of X"; not "In X state media said", a comma lost.

    `at` is the word at which the phrase of the name begins.
    """
    stands_in = lead == "at" and (_credit_follows(scan, stretch) or _opens_in(scan, stretch))
    return (_in_body(scan, stretch) and not stands_in) or _body_of(scan, at)


def in_actor(text: str, start: int, end: int) -> bool:
    """The place at [start, end) only ends the name of a known body: "Liberation Front of X"."""
    before = max(0, start - _AROUND)
    if _CALLED.search(text, before, start) is None:
        return False
    found = known_actors().find(text[before : end + _AROUND])
    return any(before + one.start < start and before + one.end >= end for one in found)


def _body_of(scan: Scan, at: int) -> bool:
    """ "the government of (the state of) X": the office of a government, whatever it does."""
    for index in (at - 1, at - 2):
        if index >= 1 and scan.lower(index) == "of":
            return scan.lower(index - 1) in words().bodies
        if scan.lower(index) != "the":
            return False
    return False


def _in_body(scan: Scan, stretch: Stretch) -> bool:
    """The name belongs to an office, a force or a body: "Salta Governor", "Luanda fire department"."""
    bodies = words().bodies
    if (
        stretch.size > 1
        and not stretch.listed
        and any(scan.lower(i) in bodies for i in range(stretch.first, stretch.last + 1))
    ):
        return True
    at = stretch.kind_at if stretch.kind_at is not None else stretch.last
    if scan.words[at].owner:
        return _owned_body(scan, at)
    return _ends_in_body(scan, at)


def _ends_in_body(scan: Scan, at: int) -> bool:
    """A body's noun follows ("police", "fire department"), and no noun of a place or an event closes the phrase."""
    found = False
    for index in range(at + 1, min(at + 1 + _TRAIL, len(scan.words))):
        word = scan.words[index]
        if scan.gap(index - 1).removeprefix("'s") not in {" ", "-"} or not _is_noun(scan, index):
            break
        if word.lower in words().counts:  # "attacked Orl city several times"
            break
        if word.cap and words().kind_of.get(word.lower) == "building":
            return True  # "X Children's Hospital"
        if word.lower in words().bodies and not (word.lower in words().deeds and _struck_town(scan, at)):
            found = True
        elif found and not word.cap:
            return word.lower not in words().kind_of and word.lower not in words().happenings
        if word.owner and not word.cap:
            break
    return found


def _struck_town(scan: Scan, at: int) -> bool:
    """ "Orl airstrikes kill ten": a town is where they were; a country or capital may be whose they are."""
    first = entries(scan.words[at].text)[:1]
    return bool(first) and not is_country(scan.words[at].text) and not first[0].capital


def _credit_follows(scan: Scan, stretch: Stretch) -> bool:
    """ "killed in Aleppo: Monitor" without its colon: the headline's credit, no body of that name."""
    after = stretch.last + 1
    return scan.lower(after) in words().credited and scan.words[after].cap


def _opens_in(scan: Scan, stretch: Stretch) -> bool:
    """ "In central X city state media said …", its comma lost: the sentence opens with the place, the body speaks."""
    return scan.lower(0) == "in" and stretch.first <= _OPENING


def _is_noun(scan: Scan, at: int) -> bool:
    token = scan.token(at)
    return token.pos_ in {"NOUN", "PROPN", "ADJ"} or scan.words[at].cap


def _owned_body(scan: Scan, at: int) -> bool:
    """ "Queensland's Bureau of Meteorology", "Iraq's army": what it owns is a body."""
    for index in range(at + 1, min(at + 1 + _TRAIL, len(scan.words))):
        if scan.gap(index - 1).removeprefix("'s") != " " or is_country(scan.words[index].text):
            return False
        if scan.lower(index) in words().bodies:
            return not (scan.lower(index) in words().kind_of and scan.words[index - 1].cap) and not _of_part(
                scan, index
            )
    return False


def _of_part(scan: Scan, body: int) -> bool:
    """ "Orl's opposition districts": of a place, not of the body."""
    after = body + 1
    if after >= len(scan.words) or scan.gap(body) != " ":
        return False
    return scan.lower(after).removesuffix("s") in words().town_parts
