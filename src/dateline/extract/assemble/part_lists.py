"""Parts told in a list: "cost 132 lives: 64 civilians, 43 rebels", "of whom 20 stay in schools and 13 in tents"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.assemble.near import (
    INCLUDING,
    compared,
    earlier,
    is_part,
    may_hold,
    words_after,
    words_before,
    words_between,
)
from dateline.extract.assemble.part_words import beside_in_list
from dateline.extract.assemble.told_whole import list_colon, stands_before
from dateline.extract.assemble.who import kinds
from dateline.extract.draft import Draft
from dateline.extract.trigger.grammar import SUBJECTS


def behind_colon(draft: Draft, index: int, drafts: Sequence[Draft]) -> int | None:
    """ "cost 132 lives: 64 civilians, 43 rebels": the figure before the colon, where the list says no more of them."""
    colon = list_colon(draft.quantity.number)
    if colon is None or compared(draft):
        return None
    before = [i for i in range(index - 1, -1, -1) if stands_before(drafts[i], colon)]
    return next((i for i in before if (drafts[i].term, drafts[i].unit) == (draft.term, draft.unit)), None)


def row_below(draft: Draft, index: int, drafts: Sequence[Draft]) -> int | None:
    """ "20 dead and 165 injured, broken down as follows:" and below it "Orvel – 13 dead, 104 injured"."""
    if draft.sentence.text.rstrip().endswith((".", ":")):
        return None
    for i in range(index - 1, -1, -1):
        whole = drafts[i]
        if whole.sentence.paragraph != draft.sentence.paragraph:
            return None
        opens = whole.sentence is not draft.sentence and whole.sentence.text.rstrip().endswith(":")
        if opens and (whole.term, whole.unit) == (draft.term, draft.unit):
            return i
    return None


def broken_down(draft: Draft, index: int, drafts: Sequence[Draft]) -> int | None:
    """ "Thirty-two died: thirteen on the road, seven at home": what a colon lists are parts."""
    if draft.by != "shared" and draft.quantity.noun is not None:
        return None
    before = drafts[index - 1] if index else draft
    between = words_between(before, draft)
    if (
        draft.by == "shared"
        and before.by != "shared"
        and before.sentence is draft.sentence
        and _bare_comma(between, before)
    ):
        return index - 1  # "killed 11 people, nine from one family"
    for i in earlier(index, drafts, reach=0):
        if (
            drafts[i].unit == draft.unit
            and ":" in words_between(drafts[i], draft)
            and words_before(drafts[i], 1) != ":"
            and not compared(draft)
        ):
            first = min(k for k in range(i, index + 1) if ":" in words_between(drafts[i], drafts[k]) or k == index)
            return i if first > i else None
    return None


def _bare_comma(between: str, before: Draft) -> bool:
    """Only the trigger and a comma stand between: the whole has no place of its own that a list would go on from."""
    words = between.replace(before.trigger.text, "").strip()
    return words == ","


def coordinated(index: int, drafts: Sequence[Draft], wholes: Sequence[int | None]) -> int | None:
    """ "of whom 20 stay in schools and 13 with relatives": a number joined to a part is one, too."""
    if not index or wholes[index - 1] is None:
        return None
    draft, before = drafts[index], drafts[index - 1]
    if before.sentence is not draft.sentence or draft.unit != before.unit or wholes[index - 1] == index:
        return None
    between = words_between(before, draft).lower()
    joined = bool({"and", "while"} & set(between.split())) or between.strip().startswith(",")
    joined = joined or (before.by == draft.by == "shared" and between.strip().endswith(","))
    whole = wholes[index - 1]
    if whole is not None and beside_in_list(before, draft):
        return whole if may_hold(whole, index, drafts) else None
    if whole is not None and _parallel(draft, before, drafts[whole]):
        return None
    if "while" in between.split() and draft.quantity.noun is not None:
        return None  # "left 11 dead, four of them children, while seven people died in Orvel"
    if not joined or {";", "but"} & set(between.replace(";", " ; ").split()) or len(between) > 60:
        return None
    if not may_hold(whole, index, drafts):
        return None
    opened = (
        is_part(before)
        or words_after(before, 2) in {"of the", "of those"}
        or (joined and words_after(draft, 1) in {"were", "are", "was", "had", "have", "has"})
        or " of whom " in f" {draft.sentence.text.lower()} "
        or " of which " in f" {draft.sentence.text.lower()} "
        or draft.sentence.text.lower().startswith("of ")
    )
    listed = before.trigger == draft.trigger
    if (before.by == draft.by == "shared") or _kind_beside(draft, before, between):
        return whole
    return (
        whole
        if (opened and (listed or draft.quantity.noun is None)) or (listed and words_before(before, 1) in INCLUDING)
        else None
    )


def _kind_beside(draft: Draft, before: Draft, between: str) -> bool:
    """ "26 of them women and 31 minors": another kind of those of whom the first is some, and no subject of a verb."""
    noun = draft.quantity.noun
    of_them = words_after(before, 2) in {"of them", "of whom"} and len(between.split()) <= _KIND_WORDS
    return (
        of_them and draft.term == before.term and noun is not None and bool(kinds(draft)) and noun.dep_ not in SUBJECTS
    )


_KIND_WORDS = 5


def _parallel(draft: Draft, before: Draft, whole: Draft) -> bool:
    """ "killed 16, ten of them women, and injured 10": the second verb goes on from the first, past the part."""
    goes_on = draft.trigger.dep_ == "conj" and draft.trigger.head == whole.trigger
    return goes_on and draft.trigger != before.trigger and whole.sentence is draft.sentence
