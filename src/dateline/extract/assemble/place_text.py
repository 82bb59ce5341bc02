"""What the words between a figure and a place say of the two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from dateline.extract.assemble.place_cues import cues
from dateline.extract.assemble.place_groups import Group, word_before
from dateline.extract.draft import Draft
from dateline.extract.sentence import Sentence
from dateline.extract.trigger.grammar import SUBJECTS
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_RELATIVE: Final = re.compile(r"^\)?,? (?:where|which|whose|home to|that)\b")
_CLAUSE: Final = re.compile(r"^|[,;:(–—]|\s-\s|\b(?:and|while|whereas|but|as|with)\b")
_SHORT: Final = 8
"""Tokens between the beginning of a clause and its place."""
_TURNS_TO: Final = re.compile(r";|:|\b(?:while|whereas|but|and)\s+(?:in|at|near|across|around|from)\b[^,;]*$")
_OF_SOME: Final = re.compile(
    r"\b(?:most|many|some|half|several|few|majority) of (?:them|whom|these|those)\b|\bthe (?:others|rest)\b(?! of)"
    r"|,\s*most (?:in|at|near|around|from)\b"
)
_OF_THEM: Final = re.compile(
    r"(?: \w+)? of (?:them|whom|these|those|which) (?:\w+ ){0,2}(?:in|at|near|from|across|around)\b"
)
"""Behind a number that is part of the one before: "87 of them in X"."""
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBORDINATORS: Final = word_set("wording_en", "place_text", "subordinators")
_GAPPED: Final = frozenset({" for ", " with ", ", with "})
"""What stands between a name and its number where the verb is left out: "A accounted for 160 and B for 91"."""
_NEXT_TO: Final = 2
"""Characters between a name and the number of its row."""


def relative(group: Group) -> bool:
    """ "X, where …" goes on at the place."""
    return bool(_RELATIVE.match(group.after))


def heads(group: Group) -> bool:
    """The place stands in a heading before a colon: "Tracking, X, as of 31 January: …"."""
    till = group.after.find(":")
    if till < 0:
        return False
    tokens = group.sentence.tokens_in(group.sentence.start, group.end + till)
    return not any(t.tag_ in _FINITE for t in tokens)


def moves(groups: Sequence[Group]) -> bool:
    """All are ends of a movement: "X hosts 2,000 refugees from Y"."""
    return all(g.preposition in {"from", "to", "into"} for g in groups)


def opens_clause(group: Group) -> bool:
    """The place stands at the beginning of a clause, before its verb: "…, while in X", "; fire on X killed"."""
    begins = max(m.end() for m in _CLAUSE.finditer(group.before))
    tokens = group.sentence.tokens_in(group.sentence.start + begins, group.start)
    return len(tokens) <= _SHORT and not any(t.pos_ in {"VERB", "AUX"} for t in tokens)


def turns_to(group: Group, earlier: Draft) -> bool:
    """The words before the place turn to it from the figure before: "; in X", "and in X"."""
    return bool(_TURNS_TO.search(group.before[earlier.quantity.end - group.sentence.start :]))


def labels(group: Group, draft: Draft) -> bool:
    """A row in a bracket: "(Kasese 6, Bundibugyo 3)"; the name stands directly before its number."""
    between = group.sentence.text[group.end - group.sentence.start : draft.quantity.start - group.sentence.start]
    if draft.quantity.start < group.end or draft.quantity.noun is not None:
        return False
    if between in _GAPPED:
        return not word_before(group.members[0], group.sentence)
    return len(between) <= _NEXT_TO and not group.preposition


def rows(drafts: Sequence[Draft], groups: Sequence[Group]) -> bool:
    """Rows run together: "X province 800 evacuated Y province 34,000 evacuated"."""
    if len(groups) < 2 or any(g.preposition for g in groups):
        return False
    marks = sorted([(g.start, "G") for g in groups] + [(d.quantity.start, "F") for d in drafts])
    return marks[0][1] == "G" and marks[-1][1] == "F" and not any(a[1] == b[1] == "G" for a, b in pairwise(marks))


def opens_bracket(draft: Draft, group: Group) -> bool:
    """The places of the rows in the bracket behind a total: "9 deaths (Kasese 6, Bundibugyo 3)"."""
    base = draft.sentence.start
    between = draft.sentence.text[draft.quantity.end - base : group.start - base]
    return "(" in between and ")" not in between


def shared_out(draft: Draft) -> bool:
    """ "Of the 1,300 families, 295 are in X, 195 in Y": the whole is at all of these."""
    before = draft.sentence.text[: draft.quantity.start - draft.sentence.start].lower().split()
    return before[:1] == ["of"] and len(before) <= 3


def parted(sentence: Sentence, start: int, end: int) -> bool:
    """A word or mark stands between that parts the sentence in two halves."""
    return bool(_breaks().search(sentence.text[start - sentence.start : end - sentence.start + 1]))


def told_behind(draft: Draft, group: Group, drafts: Sequence[Draft]) -> bool:
    """ "Troops fired on a crowd in X; a student was killed": the first figure, and nothing but a semicolon between."""
    between = draft.sentence.text[group.end - draft.sentence.start : draft.quantity.start - draft.sentence.start]
    first = not any(d.quantity.start < draft.quantity.start for d in drafts)
    return first and group.preposition in {"in", "at", "near"} and between.strip() in _SEMICOLON


_SEMICOLON: Final = frozenset({";", "; at least", "; about", "; some"})


def part_begins(whole: Draft, part: Draft) -> bool:
    """The second figure is part of the first by the words between, and what follows is said of the part."""
    base = whole.sentence.start
    between = whole.sentence.text[whole.quantity.end - base : part.quantity.end - base].lower()
    found = [word for word in cues().parts if word in between]
    if _OF_THEM.match(whole.sentence.text[part.quantity.end - base :]):
        return True
    if not found or (found == ["including"] and part.quantity.noun is not None):
        return False
    return not (whole.trigger.doc == part.head.doc and whole.trigger.i > part.head.i)


def described(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Its clause tells the place by a description: "403,000 people in the south"."""
    later = [d.quantity.start for d in drafts if d.quantity.start > draft.quantity.start]
    base = draft.sentence.start
    words = draft.sentence.text[draft.quantity.start - base : min(later, default=draft.sentence.end) - base].lower()
    return any(phrase in words for phrase in cues().described)


def goes_on(group: Group, previous: Group, draft: Draft) -> bool:
    """A further place behind one figure: "from X to Y", "people of X took shelter in Y"; not one of another clause."""
    tokens = group.sentence.tokens_in(previous.end, group.start)
    own = [draft.trigger, *draft.trigger.children]
    if draft.head.dep_ in SUBJECTS:
        own += [draft.head.head, *draft.head.head.children]
    if any((t.tag_ in _FINITE and t not in own) or t.lower_ in _SUBORDINATORS for t in tokens):
        return False
    return bool(group.preposition)


def of_some(draft: Draft, group: Group) -> bool:
    """The place is said of some of the figure only: "600,000 have left, most of them for X"."""
    base = draft.sentence.start
    return bool(_OF_SOME.search(draft.sentence.text[draft.quantity.end - base : group.start - base].lower()))


def in_other_clause(draft: Draft, group: Group) -> bool:
    """Behind "as", "after", "when" and another verb: where the hazard was, not the people."""
    if _in_headline_clause(draft, group):
        return True
    tokens = group.sentence.tokens_in(draft.quantity.end, group.start)
    at = next((i for i, t in enumerate(tokens) if t.lower_ in _SUBORDINATORS and t.dep_ != "prep"), None)
    return at is not None and any(t.tag_ in _FINITE for t in tokens[at:])


def _in_headline_clause(draft: Draft, group: Group) -> bool:
    """A headline's "kill dozens as battle for X widens": "as", the place, and the verb of its clause right behind."""
    tokens = group.sentence.tokens_in(draft.quantity.end, group.start)
    behind = group.sentence.tokens_in(group.end, group.sentence.end)
    opened = any(t.lower_ == "as" for t in tokens) and not any(t.tag_ in _FINITE for t in tokens)
    return draft.sentence.index == 0 and opened and bool(behind) and behind[0].tag_ in {"VBZ", "VBP"}


def verb_between(a: Group, b: Group) -> bool:
    """A finite verb stands between two places."""
    return any(t.tag_ in _FINITE for t in a.sentence.tokens_in(a.end, b.start))


def depth(head: Token, draft: Draft) -> int:
    """How deep in the tree a place and a figure part ways; deeper is closer."""
    if head.doc != draft.head.doc:
        return -1
    above = [head, *head.ancestors]
    mine = {t.i for t in (draft.head, *draft.head.ancestors)}
    return next((len(above) - steps for steps, token in enumerate(above) if token.i in mine), -1)


@cache
def _breaks() -> re.Pattern[str]:
    return re.compile(r";|\)\s+(?-i:[A-Z])|\b(?:" + "|".join(sorted(cues().breaks)) + r")\b", re.IGNORECASE)
