"""Parts of those whom a noun names again: "ten of the dead", "Among the victims were six girls"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.assemble.near import (
    behind_noun,
    earlier,
    is_part,
    least,
    superseded,
    words_after,
    words_before,
)
from dateline.extract.assemble.part_words import named_term
from dateline.extract.assemble.who import armed, fits, kinds, only_some
from dateline.extract.draft import Draft
from dateline.vocab.load import word_set

_REACH = 2
_FAR = 6
_PART_NOUNS = word_set("wording_en", "parts", "part_nouns")


def of_the(draft: Draft, index: int, drafts: Sequence[Draft]) -> int | None:
    """ "ten of the dead", "14 civilians among the dead", "40 of these households": the figure that the noun names."""
    after = words_after(draft, 5).split()
    if behind_noun(draft).startswith("among the "):
        after = ["of", *behind_noun(draft).split()[1:]]
    if after[:2] not in (["of", "the"], ["of", "those"], ["of", "these"], ["of", "its"], ["of", "their"]):
        return None
    named = next((t for t in (named_term(w) for w in after[2:]) if t), None)
    if named is None and after[1] in {"its", "their"}:
        return None  # "the army said two of its soldiers had died": some of all that it has
    told = [i for i in earlier(index, drafts, reach=_FAR) if not superseded(drafts[i])]
    same = [i for i in told if drafts[i].term == (named or draft.term) and drafts[i].unit == draft.unit]
    if not same and named is None:
        same = [
            i
            for i in told
            if drafts[i].unit == draft.unit and draft.sentence.index - drafts[i].sentence.index <= _REACH
        ]
    return _likeliest(draft, same, drafts)


def _likeliest(part: Draft, told: Sequence[int], drafts: Sequence[Draft]) -> int | None:
    """Of the figures told the nearest that holds anyone, or the very people that the part names, and is no part."""
    whole = [i for i in told if fits(part, drafts[i])]
    if armed(part):  # "among the fallen soldiers were nine colonels"
        whole.sort(key=lambda i: not kinds(part) & kinds(drafts[i]))
    return next(
        (i for i in whole if not is_part(drafts[i]) and (not only_some(drafts[i]) or kinds(part) & kinds(drafts[i]))),
        next((i for i in whole if not is_part(drafts[i])), (list(whole) or [None])[0]),  # type: ignore[list-item]
    )


def named_kind(draft: Draft, index: int, drafts: Sequence[Draft]) -> int | None:
    """ "Six miners drowned (two were brothers)", "Among the dead were four girls and a boy"."""
    noun = draft.quantity.noun
    parenthesis = words_before(draft, 2).endswith("(") and noun is not None and noun.lemma_.lower() in _PART_NOUNS
    if draft.by == "part" and not words_after(draft, 2).startswith("of "):
        named = [
            i
            for i in earlier(index, drafts, reach=_FAR)
            if drafts[i].term == draft.term and drafts[i].by != "part" and not superseded(drafts[i])
        ]
        ahead = [
            i
            for i in range(index + 1, len(drafts))
            if drafts[i].sentence is draft.sentence and drafts[i].term == draft.term
        ]
        larger = [i for i in ahead if (least(drafts[i]) or 0) > (least(draft) or 0) and drafts[i].by != "part"]
        return larger[0] if larger else _likeliest(draft, named, drafts)
    if not parenthesis:
        return None
    same = [i for i in earlier(index, drafts, reach=1) if drafts[i].term == draft.term]
    return same[0] if same else None
