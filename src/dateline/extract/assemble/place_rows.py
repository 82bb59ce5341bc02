"""Places of a total's rows: "25 people: 12 in Dori, eight in Djibo", "25 (Dori 12, Djibo 13)", "4,000 from Dori".

Each row has the place told right beside its number, and the total before them has none of these.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.extract.assemble.place_groups import Group
from dateline.extract.draft import Draft
from dateline.model.words import Role

_BEHIND: Final = re.compile(
    r" ?(?:people |persons |families |households |individuals |dead |killed |of (?:them|whom|these|the dead) )?"
    r"(?:[a-z]+ )?"
    r"(in|at|near|from|to|into|around) (?:the )?(?:[a-z]+ of )?",
    re.IGNORECASE,
)
"""What stands between a row's number and its place."""
_BEFORE: Final = re.compile(r"(?: province| district| state| region| governorate| county)?(?::| had| with| \()? ?")
"""What stands between a row's place and its number."""
_MOST: Final = 30
"""More figures than a sentence with a list in prose holds."""
_OPENED: Final = re.compile(r"[:(–—]")
_ROLES: Final[dict[str, Role]] = {"from": "from", "to": "to", "into": "to"}

Row = tuple[Group, Role]


def rows_of(drafts: Sequence[Draft], groups: Sequence[Group]) -> dict[int, Row]:
    """For each row of a list, by its position among the sentence's `drafts`, its place and role; {} without a list.

    A list has an opening mark behind the figure before it, and two rows or more, each with a place of its own.
    """
    if len(drafts) > _MOST:
        return {}
    for told in (row_behind, _before):
        found = {i: row for i, draft in enumerate(drafts) if (row := told(draft, groups)) is not None}
        first = next((i for i in found if i > 0 and _opens(drafts, i, found[i][0])), len(drafts))
        rows = {i: row for i, row in found.items() if i >= first}
        if len({row[0].start for row in rows.values()}) > 1:
            return rows
    return {}


def is_total(at: int, drafts: Sequence[Draft], rows: dict[int, Row]) -> bool:
    """The figure stands right before the list, or before it and tells of the same."""
    first = min(rows, default=0)
    return at < first and (at == first - 1 or drafts[at].term == drafts[first].term)


def _opens(drafts: Sequence[Draft], first: int, group: Group) -> bool:
    """A mark opens the list between the figure before it and its first number or name."""
    return bool(_OPENED.search(_gap(drafts, first, group)))


def _gap(drafts: Sequence[Draft], first: int, group: Group) -> str:
    text, base = drafts[first].sentence.text, drafts[first].sentence.start
    begin = min(drafts[first].quantity.start, group.start)
    return text[drafts[first - 1].quantity.end - base : begin - base]


def row_behind(draft: Draft, groups: Sequence[Group]) -> Row | None:
    """The place told right behind a number, with its role: "12 in Dori", "nine of them from Djibo"."""
    text, base = draft.sentence.text, draft.sentence.start
    for group in groups:
        gap = _BEHIND.fullmatch(text[draft.quantity.end - base : group.start - base])
        if group.start >= draft.quantity.end and gap is not None:
            return group, _ROLES.get(gap[1].lower(), "at")
    return None


def _before(draft: Draft, groups: Sequence[Group]) -> Row | None:
    text, base = draft.sentence.text, draft.sentence.start
    for group in groups:
        between = text[group.end - base : draft.quantity.start - base]
        if group.end <= draft.quantity.start and _BEFORE.fullmatch(between):
            return group, "at"
    return None
