"""What "the town", "these provinces", "the camp" take up: the place last named of that kind."""

from __future__ import annotations

import re
from typing import Final

from dateline.extract.assemble.place_groups import Group, word_before
from dateline.extract.draft import Page, Toponym
from dateline.extract.place.containment import rank
from dateline.extract.sentence import Sentence

_BACK: Final = 8
"""Sentences back to the place that is taken up."""
RANKS: Final = {
    "town": (4, 4), "city": (4, 4), "village": (4, 5), "settlement": (4, 5), "port": (4, 5), "capital": (4, 4),
    "suburb": (4, 5), "quarter": (4, 5), "neighbourhood": (4, 5), "neighborhood": (4, 5),
    "camp": (4, 5), "enclave": (1, 5),
    "district": (2, 5), "county": (2, 4), "municipality": (2, 4), "township": (2, 4),
    "province": (1, 2), "governorate": (1, 2),
    "state": (1, 1), "department": (1, 2), "prefecture": (1, 2), "region": (1, 3),
    "area": (1, 5), "island": (1, 4), "valley": (1, 4),
}  # fmt: skip
_PHRASE: Final = re.compile(
    r"\b(the|this|that|both|these|those|the two|the three) (?:[\w-]+ ){0,2}?(" + "|".join(RANKS) + r"|\w+s)\b"
)
_PLURALS: Final = {
    **{f"{noun}s": noun for noun in RANKS},
    "cities": "city",
    "counties": "county",
    "municipalities": "municipality",
}


def taken_up(sentence: Sentence, page: Page, here: dict[int, list[Group]]) -> list[Toponym]:
    """The places that a description in the sentence takes up, [] where there is none or nothing fits it."""
    lower = sentence.text.lower()
    for match in _PHRASE.finditer(lower):
        noun = _PLURALS.get(match[2], match[2])
        if noun not in RANKS or lower[match.end() :].startswith(" of "):
            continue
        found = _last(RANKS[noun], sentence, sentence.start + match.start(), page, here, many=match[2] in _PLURALS)
        if found:
            return found
    return []


def _last(
    ranks: tuple[int, int], sentence: Sentence, till: int, page: Page, here: dict[int, list[Group]], *, many: bool
) -> list[Toponym]:
    """The place of a kind that the words before name last, several for a plural; here a speaker's too."""
    low, high = ranks
    own = [t for t in page.toponyms if t.sentence == sentence.index and t.end <= till and _fits(t, low, high)]
    own = [t for t in own if not t.aside or word_before(t, sentence)]
    if own and not many:
        return own[-1:]
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _BACK), -1):
        members = [t for g in here.get(index, []) for t in g.members]
        found = [t for t in members if _fits(t, low, high)]
        if many and len(found) * 2 > len(members) > 1:
            return members
        if found and not many:
            return found[-1:]
    return []


def _fits(toponym: Toponym, low: int, high: int) -> bool:
    """The place can be called so; a bare name of a small unit may be that of its town."""
    if low <= rank(toponym) <= high:
        return True
    return (
        toponym.kind is None and toponym.place is not None and toponym.place.precision in {"adm2", "adm3"} and low == 4
    )
