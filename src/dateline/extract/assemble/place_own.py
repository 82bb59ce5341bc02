"""Which places of a sentence belong to which of its figures.

A place before its figures leads them ("In X, 31 houses were destroyed and 300 damaged"), a place behind them trails
("31 in X, 36 in Y"; "46 deaths and 25 missing in X and Y"). A leading place holds until another leads; a trailing one
is shared with the figures before it, back to the next place or to a word that parts the sentence ("while", ";").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.extract.assemble import place_text as text
from dateline.extract.assemble.place_aside import is_actor
from dateline.extract.assemble.place_groups import Group
from dateline.extract.draft import Draft
from dateline.extract.place.containment import holds
from dateline.extract.trigger.grammar import SUBJECTS


@dataclass(frozen=True)
class Line:
    """The figures and the places of one sentence, each in reading order, and which places lead."""

    drafts: Sequence[Draft]
    groups: Sequence[Group]
    leading: list[Group] = field(default_factory=list)

    def before(self, group: Group) -> list[Draft]:
        """The figures that stand before a place."""
        return [d for d in self.drafts if d.quantity.start < group.start]

    def behind(self, group: Group) -> list[Draft]:
        """The figures that stand behind a place."""
        return [d for d in self.drafts if d.quantity.start >= group.end]

    def without_figure(self, a: Group, b: Group) -> bool:
        """No figure stands between two places."""
        return not any(a.end <= d.quantity.start < b.start for d in self.drafts)


def own_groups(drafts: Sequence[Draft], groups: Sequence[Group]) -> list[tuple[Group, ...]]:
    """For each draft of a sentence (in reading order) its groups; () where none of them is its own."""
    acting = [g for g in groups if is_actor(g)]
    usable = [g for g in groups if g not in acting] or acting
    line = Line(drafts, usable)
    line.leading.extend(g for g in usable if _leads(g, line))
    trailing: list[list[Group]] = [[] for _ in drafts]
    for group in usable:
        for draft in _trailed(group, line):
            trailing[drafts.index(draft)].append(group)
    found: list[tuple[Group, ...]] = []
    for draft, behind in zip(drafts, trailing, strict=True):
        found.append(_joined(draft, behind, line) or _nearby(draft, line, found))
    return _respectively(line) or found


def _respectively(line: Line) -> list[tuple[Group, ...]] | None:
    """ "X and Y lost 16 and 15 houses respectively": each figure has the place that stands where it stands."""
    if len(line.groups) != 1 or "respectively" not in line.groups[0].after:
        return None
    group = line.groups[0]
    if len(group.members) != len(line.drafts) or len(line.drafts) < 2:
        return None
    return [(Group(group.sentence, (member,)),) for member in group.members]


def _joined(draft: Draft, trailing: list[Group], line: Line) -> tuple[Group, ...]:
    lead = _lead_of(draft, line)
    if lead and (text.labels(lead[-1], draft) or any(text.in_other_clause(draft, g) for g in trailing)):
        return tuple(lead)
    if lead and not trailing and text.described(draft, line.drafts):
        lead = [g for g in lead if not text.parted(draft.sentence, g.end, draft.quantity.start)]
    if trailing:
        return tuple(g for g in lead if _can_hold(g, trailing) or text.moves(trailing)) + tuple(trailing)
    return tuple(lead)


def _nearby(draft: Draft, line: Line, found: list[tuple[Group, ...]]) -> tuple[Group, ...]:
    """Where nothing leads or trails: what the figure before has, else the place that all behind it share."""
    if text.described(draft, line.drafts):
        return ()
    if found and found[-1]:
        return found[-1]
    before = [g for g in line.groups if g.end <= draft.quantity.start]
    if before:
        if text.told_behind(draft, before[-1], line.drafts):
            return (before[-1],)
        return () if text.parted(draft.sentence, before[-1].end, draft.quantity.start) else (before[-1],)
    later = [g for g in line.groups if g.start > draft.quantity.start]
    if not later or any(
        text.part_begins(draft, d) for d in line.drafts if draft.quantity.start < d.quantity.start < later[0].start
    ):
        return ()
    goal = text.moves(later[:1]) or later[0].preposition == "for"
    if goal and text.parted(draft.sentence, draft.quantity.end, later[0].start):
        return ()  # "19,500 are sheltering in schools, while another 6,000 had left for X"
    if text.opens_bracket(draft, later[0]) or text.shared_out(draft):
        return tuple(later)
    return (later[0],)


def _lead_of(draft: Draft, line: Line) -> list[Group]:
    """The leading groups that hold for a draft: the last one, and those before it of the same phrase."""
    before = [g for g in line.leading if g.end <= draft.quantity.start]
    if not before:
        return []
    last = before[-1]
    if any(text.labels(last, d) for d in line.drafts if d is not draft and d.quantity.start < draft.quantity.start):
        return []
    if text.parted(draft.sentence, last.end, draft.quantity.start):
        if not (last.frames or last.after.startswith(":") or last.head.dep_ in SUBJECTS or text.heads(last)):
            return []
        if any(g.start > last.end and g not in line.leading and not _can_hold(last, [g]) for g in line.groups):
            return []
    return [g for g in before[:-1] if _one_phrase(g, last, line) or (g.frames and _surely_holds(g, last))] + [last]


def _leads(group: Group, line: Line) -> bool:
    earlier, later = line.before(group), line.behind(group)
    if not later:
        return False
    if not earlier or text.relative(group) or text.labels(group, later[0]):
        return True
    if any(text.relative(g) and g.start > group.start and line.without_figure(group, g) for g in line.groups):
        return True
    if text.rows(line.drafts, line.groups) or group.after.startswith(":"):
        return True
    if not text.opens_clause(group):
        return False
    subject = group.head.dep_ in SUBJECTS and later[0].trigger.i > group.head.i
    return (
        subject
        or text.turns_to(group, earlier[-1])
        or text.depth(group.head, later[0]) > text.depth(group.head, earlier[-1])
    )


def _one_phrase(a: Group, b: Group, line: Line) -> bool:
    """Two leading places of one phrase: "In X, the largest island of Y, 200 people …"."""
    return line.without_figure(a, b) and (not text.verb_between(a, b) or _surely_holds(b, a))


def _trailed(group: Group, line: Line) -> list[Draft]:
    """The drafts before a group that it belongs to, the nearest first."""
    earlier = line.before(group)
    if not earlier or (
        group in line.leading and not any(text.relative(g) for g in line.groups if g.start >= group.start)
    ):
        return []
    nearest = earlier[-1]
    behind_it = [g for g in line.groups if nearest.quantity.start < g.start < group.start]
    if (behind_it and not text.goes_on(group, behind_it[-1], nearest)) or text.of_some(nearest, group):
        return []
    previous = max(
        (g.end for g in line.groups if g.end <= nearest.quantity.start and g not in line.leading), default=-1
    )
    found = [nearest]
    for draft in reversed(earlier[:-1]):
        if draft.quantity.start < previous or text.parted(draft.sentence, draft.quantity.end, found[-1].quantity.start):
            break
        if text.part_begins(draft, found[-1]):
            break
        if _lead_of(draft, line) and draft.trigger.i != found[-1].trigger.i:
            break
        found.append(draft)
    return found


def _can_hold(lead: Group, trailing: Sequence[Group]) -> bool:
    """A leading place stands with a trailing one that it may contain; "In X, …" frames what follows anyway."""
    if lead.frames:
        return not any(
            outer.country and inner.country and outer.country != inner.country
            for g in trailing for outer in lead.members for inner in g.members
        )  # fmt: skip
    return all(holds(outer, inner) is not False for g in trailing for outer in lead.members for inner in g.members)


def _surely_holds(lead: Group, inner: Group) -> bool:
    return any(holds(outer, member) for outer in lead.members for member in inner.members)
