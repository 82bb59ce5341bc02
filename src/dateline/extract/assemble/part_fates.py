"""What became of some of those told of before: "eleven were freed the same night", "70 remained in custody"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.assemble.near import is_part, words_after, words_before
from dateline.extract.draft import Draft

_REACH = 2
_LET_GO = frozenset({"free", "release", "let", "rescue", "find", "return", "escape", "bring", "pull", "dig"})


def let_go(draft: Draft, index: int, drafts: Sequence[Draft]) -> int | None:
    """ "carried off 38 passengers; eleven were freed the same night": some of those held before."""
    if not index or draft.quantity.noun is not None or draft.trigger.lemma_.lower() not in _LET_GO:
        return None
    at = _unparted(index - 1, drafts)
    before = drafts[at]
    held = before.term in {"detained", "missing", "trapped", "displaced", "forced_to_flee", "evacuated"}
    return at if held and draft.sentence.index - before.sentence.index <= _REACH else None


def remaining(draft: Draft, index: int, drafts: Sequence[Draft]) -> int | None:
    """ "70 remained in custody", "nine have since been freed", "the remaining six": some of those told before."""
    if index and words_before(draft, 2).endswith(("the remaining", "remaining")):
        return _unparted(index - 1, drafts) if drafts[index - 1].term == draft.term else None
    if draft.quantity.noun is not None or not index or words_before(draft, 1) in {"another", "further", "and"}:
        return None
    words = words_after(draft, 4).split()
    if not (
        {"still", "remain", "remained", "remains"} & set(words[:3])
        or words[:2] in (["have", "since"], ["has", "since"])
    ):
        return None
    last = _unparted(index - 1, drafts)
    return last if draft.sentence.index - drafts[last].sentence.index <= 1 else None


def _unparted(index: int, drafts: Sequence[Draft]) -> int:
    """The figure at `index`, or the one before it that it was told of as a part ("2,310 of them children")."""
    while index and (is_part(drafts[index]) or drafts[index].by in {"shared", "part"}):
        index -= 1
    return index
