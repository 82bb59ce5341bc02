"""Places that only a part of a figure has, and rows of a list told in prose.

"At least 12 died, nine of them in Orvel, and 44 were hurt": Orvel is where the nine died. "Tarn counted 21 of the
dead and Orvel 16", "then Tarn with 71,000, Hask with 49,500": each number has the name that stands right before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from dateline.extract.assemble import place_text as text
from dateline.extract.assemble.place_groups import Group
from dateline.extract.assemble.place_rows import Row, row_behind
from dateline.extract.draft import Draft, Toponym
from dateline.extract.place.containment import holds
from dateline.model.words import Role
from dateline.vocab.actors import known_actors

Placed = tuple[tuple[Toponym, Role], ...]

_NAME: Final = r"(?:the )?(?P<name>[A-Z][\w'’-]*(?: (?:[A-Z][\w'’-]*|de|del|el|la|of|al))*)"
_KIND: Final = r"(?: (?:province|district|state|region|governorate|county|municipality|department|island|city))?"
_LEAST: Final = r"(?: (?:about|some|around|nearly|almost|over|only|just|at least|more than|another))?"
_NEXT: Final = r"(?:and |then |while |followed by |ahead of )"
_GAPPED: Final = re.compile(
    rf"(?:.*[,;] ?{_NEXT}*|[^,;:()]*\b{_NEXT}+| ){_NAME}{_KIND},?(?: with| for| had| has)?{_LEAST} "
)
"""What stands between the number of one row and that of the next, whose verb is left out. In "8 in Orvel 5 in
Tarn", the commas lost, nothing parts the two: each name stands behind its number."""
_LIST: Final = 2
"""Places beside numbers that make a list where no place opens it."""
_CLOSED: Final = re.compile(r"$|[.,;)]| and\b| of (?:them|these|those|the)\b")
"""What stands behind the number of such a row."""


def of_parts(
    drafts: Sequence[Draft], groups: Sequence[Group], placed: Sequence[Placed], wholes: Sequence[int | None]
) -> dict[int, Placed]:
    """The places of a sentence's figures, by position, where what is told of parts changes those `placed`.

    `wholes` holds for each figure the position of its whole in the same sentence, None where it has none there.
    """
    rows = {i: row for i, w in enumerate(wholes) if w is not None and (row := row_behind(drafts[i], groups))}
    rows = {i: row for i, row in rows.items() if not text.relative(row[0])}
    theirs = {t.start for group, _ in rows.values() for t in group.members}
    if not rows:
        return {}
    of_whole = tuple(p for p in placed[wholes[min(rows)] or 0] if p[0].start not in theirs)
    changed: dict[int, Placed] = {}
    for at in range(len(drafts)):
        if at in rows:
            changed[at] = _own(rows[at], placed[at], theirs)
        elif wholes[at] is None and at > min(rows) and of_whole:
            changed[at] = tuple(p for p in placed[at] if p[0].start not in theirs) or of_whole
    return {at: places for at, places in changed.items() if places != placed[at]}


def _own(row: Row, placed: Placed, theirs: set[int]) -> Placed:
    """The place of a part, and what was told of all before it where that may contain it."""
    group, role = row
    mine = tuple((t, role) for t in group.members)
    kept = [p for p in placed if p[0].start not in theirs and all(holds(p[0], t) is not False for t in group.members)]
    return tuple(sorted((*mine, *kept), key=lambda place: place[0].start))


def gapped(drafts: Sequence[Draft], groups: Sequence[Group]) -> dict[int, tuple[Toponym, ...]]:
    """For the rows of a list without verbs, by position, the place right before each; {} without such a list.

    A name that no list of places knows is a place there where the first of the rows is one, or two others are.
    """
    runs: list[list[int]] = []
    names: dict[int, re.Match[str]] = {}
    for at, (before, draft) in enumerate(pairwise(drafts), start=1):
        match = _row(before, draft)
        if match is None:
            continue
        names[at] = match
        if runs and runs[-1][-1] == at - 1:
            runs[-1].append(at)
        else:
            runs.append([at - 1, at])
    found: dict[int, tuple[Toponym, ...]] = {}
    for run in runs:
        found |= _places(run, names, drafts, groups)
    return found


def _row(before: Draft, draft: Draft) -> re.Match[str] | None:
    if draft.quantity.noun is not None or draft.quantity.implied or draft.term != before.term:
        return None
    base, words = draft.sentence.start, draft.sentence.text
    match = _GAPPED.fullmatch(words[before.quantity.end - base : draft.quantity.start - base])
    return match if match is not None and _CLOSED.match(words, draft.quantity.end - base) else None


def _places(
    run: Sequence[int], names: dict[int, re.Match[str]], drafts: Sequence[Draft], groups: Sequence[Group]
) -> dict[int, tuple[Toponym, ...]]:
    first = drafts[run[0]]
    earlier = drafts[run[0] - 1].quantity.end if run[0] else 0
    leading = [g for g in groups if earlier <= g.start and g.end <= first.quantity.start]
    told = {at: _named(drafts[at - 1], names[at], groups) for at in run[1:]}
    found: dict[int, tuple[Toponym, ...]] = {at: (t,) for at, t in told.items() if t is not None}
    if leading:
        found[run[0]] = leading[-1].members
    if run[0] not in found and len(found) < _LIST:
        return {}
    for at in run[1:]:
        if at not in found and not names[at]["name"].isupper() and known_actors().named(names[at]["name"]) is None:
            found[at] = (_unlisted(drafts[at - 1], names[at]),)
    return found if len(found) > 1 else {}


def _named(before: Draft, match: re.Match[str], groups: Sequence[Group]) -> Toponym | None:
    """The toponym that stands where the row has its name."""
    start, end = (before.quantity.end + match.start("name"), before.quantity.end + match.end("name"))
    return next((t for g in groups for t in g.members if t.start < end and start < t.end), None)


def _unlisted(before: Draft, match: re.Match[str]) -> Toponym:
    start = before.quantity.end + match.start("name")
    return Toponym(before.sentence.index, start, start + len(match["name"]), match["name"])
