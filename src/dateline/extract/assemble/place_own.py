"""Which places of a sentence belong to which of its figures.

A place before its figures leads them ("In X, 31 houses were destroyed and 300 damaged"), a place behind them trails
("31 in X, 36 in Y"; "46 deaths and 25 missing in X and Y"). A leading place holds until another leads; a trailing one is
shared with the figures before it back to the next place or to a word that parts the sentence ("while", ";").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Final

from dateline.extract.assemble.place_aside import is_actor
from dateline.extract.assemble.place_cues import cues
from dateline.extract.assemble.place_groups import Group
from dateline.extract.draft import Draft
from dateline.extract.place.containment import holds
from dateline.extract.trigger.grammar import SUBJECTS, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

_RELATIVE: Final = re.compile(r"^\)?,? (?:where|which|whose|home to|that)\b")
_OPENS: Final = re.compile(r"(?:^|[,;:(–—]|\s-|\b(?:and|while|whereas|but|as|with))\s*(?:(?:in|at|near|across|around|from|on|for|inside|outside|throughout)\s+)?(?:the\s+)?(?:[\w-]+\s+){0,3}?(?:of\s+)?$")


def own_groups(drafts: Sequence[Draft], groups: Sequence[Group]) -> list[tuple[Group, ...]]:
    """For each draft of a sentence (in reading order) its groups; () where none of them is its own."""
    acting = [g for g in groups if is_actor(g)]
    usable = [g for g in groups if g not in acting] or acting
    leading = [g for g in usable if _leads(g, drafts, usable)]
    trailing = {id(d): [] for d in drafts}  # type: dict[int, list[Group]]
    for group in usable:
        for draft in _trailed(group, drafts, usable, leading):
            trailing[id(draft)].append(group)
    return [_joined(draft, trailing[id(draft)], drafts, usable, leading) for draft in drafts]


def _joined(draft: Draft, trailing: list[Group], drafts: Sequence[Draft], groups: Sequence[Group], leading: list[Group]) -> tuple[Group, ...]:
    lead = _lead_of(draft, drafts, groups, leading)
    if trailing:
        return tuple(g for g in lead if _can_hold(g, trailing)) + tuple(trailing)
    if lead:
        return tuple(lead)
    return () if _described(draft, drafts) else _nearby(draft, drafts, groups)


def _nearby(draft: Draft, drafts: Sequence[Draft], groups: Sequence[Group]) -> tuple[Group, ...]:
    """Where nothing leads or trails: the place before, in the same half of the sentence; else those all behind share."""
    before = [g for g in groups if g.end <= draft.quantity.start]
    if before:
        return () if _parted(draft, before[-1].end, draft.quantity.start) else (before[-1],)
    later = [g for g in groups if g.start > draft.quantity.start]
    if not later or any(_part_begins(draft, d) for d in drafts if draft.quantity.start < d.quantity.start < later[0].start):
        return ()
    return (later[0],)


def _lead_of(draft: Draft, drafts: Sequence[Draft], groups: Sequence[Group], leading: list[Group]) -> list[Group]:
    """The leading groups that hold for a draft: the last one, and those before it that contain it."""
    before = [g for g in leading if g.end <= draft.quantity.start]
    if not before:
        return []
    last = before[-1]
    after_break = _parted(draft, last.end, draft.quantity.start)
    if after_break and not (last.frames or last.after.startswith(":") or last.head.dep_ in SUBJECTS):
        return []
    if after_break and any(g.start > last.end and g not in leading and not _can_hold(last, [g]) for g in groups):
        return []
    return [g for g in before[:-1] if _one_block(g, last, drafts) or _surely_holds(g, last)] + [last]


def _one_block(a: Group, b: Group, drafts: Sequence[Draft]) -> bool:
    """Two leading places of one phrase: "In X, the largest island of Y, 200 people …"."""
    if any(a.end <= d.quantity.start < b.start for d in drafts):
        return False
    between = a.sentence.tokens_in(a.end, b.start)
    return not any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in between) or _surely_holds(b, a)


def _leads(group: Group, drafts: Sequence[Draft], groups: Sequence[Group]) -> bool:
    earlier = [d for d in drafts if d.quantity.start < group.start]
    later = [d for d in drafts if d.quantity.start >= group.end]
    if not later:
        return False
    if not earlier or _RELATIVE.match(group.after):
        return True
    if any(_RELATIVE.match(g.after) and g.start > group.start and _one_block(group, g, drafts) for g in groups):
        return True
    if _rows(drafts, groups) or group.after.startswith(":"):
        return True
    if not _OPENS.search(group.before):
        return False
    return _is_subject(group.head, later[0]) or _nearer(group, earlier[-1], later[0])


def _rows(drafts: Sequence[Draft], groups: Sequence[Group]) -> bool:
    """Rows run together: "X province 800 evacuated Y province 34,000 evacuated"."""
    if any(g.preposition for g in groups):
        return False
    marks = sorted([(g.start, "G") for g in groups] + [(d.quantity.start, "F") for d in drafts])
    return len(groups) > 1 and marks[0][1] == "G" and marks[-1][1] == "F" and not any(a[1] == b[1] == "G" for a, b in zip(marks, marks[1:], strict=False))


def _is_subject(head: Token, draft: Draft) -> bool:
    return head.dep_ in SUBJECTS and is_verb(head.head) and draft.trigger.i > head.i


def _nearer(group: Group, earlier: Draft, later: Draft) -> bool:
    """The group hangs closer to the figure behind it than to the one before."""
    text = group.before[earlier.quantity.end - group.sentence.start :]
    if re.search(r";|:|\b(?:while|whereas|but|and)\s+(?:in|at|near|across|around|from)\b[^,;]*$", text):
        return True
    return _depth(group.head, later) > _depth(group.head, earlier)


def _depth(head: Token, draft: Draft) -> int:
    """How deep in the tree a place and a figure part ways; deeper is closer."""
    if head.doc != draft.head.doc:
        return -1
    above = [head, *head.ancestors]
    mine = {t.i for t in (draft.head, *draft.head.ancestors)}
    for steps, token in enumerate(above):
        if token.i in mine:
            return len(above) - steps
    return -1


def _trailed(group: Group, drafts: Sequence[Draft], groups: Sequence[Group], leading: list[Group]) -> list[Draft]:
    """The drafts before a group that it belongs to, the nearest first."""
    earlier = [d for d in drafts if d.quantity.start < group.start]
    if not earlier or (group in leading and not any(_RELATIVE.match(g.after) for g in groups if g.start >= group.start)):
        return []
    previous = max((g.end for g in groups if g.end <= group.start), default=-1)
    nearest = earlier[-1]
    if previous > nearest.quantity.start and not _goes_on(group, previous):
        return []
    found = [nearest]
    for draft in reversed(earlier[:-1]):
        if draft.quantity.start < previous and not _under(previous, groups, leading):
            break
        if _parted(draft, draft.quantity.end, found[-1].quantity.start) or _part_begins(draft, found[-1]):
            break
        if _lead_of(draft, drafts, groups, leading) and draft.trigger.i != found[-1].trigger.i:
            break
        found.append(draft)
    return found


def _goes_on(group: Group, previous: int) -> bool:
    """A further place behind one figure: "from X to Y", "in X in the north of Y"; not one of another clause."""
    between = group.sentence.tokens_in(previous, group.start)
    if any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} or t.lower_ in {"since", "after", "as", "before"} for t in between):
        return False
    return bool(group.preposition)


def _under(previous: int, groups: Sequence[Group], leading: list[Group]) -> bool:
    return any(g.end == previous for g in leading)


def _parted(draft: Draft, start: int, end: int) -> bool:
    base = draft.sentence.start
    return bool(_breaks().search(draft.sentence.text[start - base : end - base + 1]))


def _part_begins(whole: Draft, part: Draft) -> bool:
    base = whole.sentence.start
    between = whole.sentence.text[whole.quantity.end - base : part.quantity.end - base].lower()
    return any(word in between for word in cues().parts) and not _verb_of_whole(whole, part)


def _verb_of_whole(whole: Draft, part: Draft) -> bool:
    """ "Six people, including two children, were hurt in X": the verb behind the part is the whole's."""
    return whole.trigger.doc == part.head.doc and whole.trigger.i > part.head.i


def _described(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Its clause tells the place by a description: "403,000 people in the south"."""
    later = [d.quantity.start for d in drafts if d.quantity.start > draft.quantity.start]
    base = draft.sentence.start
    end = min(later, default=draft.sentence.end)
    text = draft.sentence.text[draft.quantity.start - base : end - base].lower()
    return any(phrase in text for phrase in cues().described)


@cache
def _breaks() -> re.Pattern[str]:
    return re.compile(r";|\)\s+(?-i:[A-Z])|\b(?:" + "|".join(sorted(cues().breaks)) + r")\b", re.IGNORECASE)


def _can_hold(lead: Group, trailing: Sequence[Group]) -> bool:
    """A leading place stands with a trailing one that it may contain; "In X, …" frames what follows anyway."""
    if lead.frames:
        return not any(outer.country and inner.country and outer.country != inner.country
                       for g in trailing for outer in lead.members for inner in g.members)  # fmt: skip
    return all(holds(outer, inner) is not False for g in trailing for outer in lead.members for inner in g.members)


def _surely_holds(lead: Group, inner: Group) -> bool:
    return any(holds(outer, member) for outer in lead.members for member in inner.members)
