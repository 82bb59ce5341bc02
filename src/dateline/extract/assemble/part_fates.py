"""What became of some of those told of before: "eleven were freed the same night", "70 remained in custody"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.assemble.near import is_part, words_after, words_before
from dateline.extract.draft import Draft
from dateline.vocab.load import word_set

_REACH = 2
_LET_GO = word_set("wording_en", "part_fates", "let_go")


def let_go(draft: Draft, index: int, drafts: Sequence[Draft]) -> int | None:
    """ "carried off 38 passengers; eleven were freed the same night": some of those held before."""
    if not index or draft.quantity.noun is not None or draft.trigger.lemma_.lower() not in _LET_GO:
        return None
    if words_before(draft, 1) == "while":
        return None  # "41,000 fled, while 16,000 went home": others, or some of them: it does not say
    here = [i for i in range(index - 1, -1, -1) if draft.sentence.index - drafts[i].sentence.index <= _REACH]
    at = next((_unparted(i, drafts) for i in here if drafts[i].term in _HELD or not _fate(i, drafts)), None)
    return at if at is not None and drafts[at].term in _HELD else None


_HELD = frozenset({"detained", "missing", "trapped", "displaced", "forced_to_flee", "evacuated"})


def _fate(index: int, drafts: Sequence[Draft]) -> bool:
    """ "five died on the way": a bare number that tells what became of some of those before it."""
    draft = drafts[index]
    bare = index > 0 and draft.quantity.noun is None and drafts[index - 1].sentence is draft.sentence
    return bare and draft.term in {"killed", "other", "returned", "injured"}


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
    if draft.term == "missing" and drafts[last].term in {"killed", "injured"}:
        return None  # "taking the toll to 46, with 13 still missing"
    return last if draft.sentence.index - drafts[last].sentence.index <= 1 else None


def _unparted(index: int, drafts: Sequence[Draft]) -> int:
    """The figure at `index`, or the one before it that it was told of as a part ("2,310 of them children")."""
    while index and (is_part(drafts[index]) or drafts[index].by in {"shared", "part"}):
        index -= 1
    return index
