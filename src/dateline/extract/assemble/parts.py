"""Which figure is a part of which, and which restates which. Only where the words say so.

"of whom 76,000 returned", "65,000 of them", "including 64 children", "nine of those killed", "Of the
239,500 affected, 12,100 …" are parts; "310 households (about 1,600 people)", "2,400 families, or 12,000
people" are the same in another unit.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.extract.draft import Draft

if TYPE_CHECKING:
    from spacy.tokens import Token

_INCLUDING = frozenset({"including", "among", "amongst", "includes", "included", "include", "incl", "comprising", "comprised"})
_PART_NOUNS = frozenset({"child", "woman", "man", "civilian", "baby", "infant", "minor", "girl", "boy", "soldier", "teenager", "student", "foreigner", "policeman", "officer", "leader", "commander", "journalist", "medic", "toddler", "kid", "female", "male", "elderly"})
_TOGETHER = frozenset({"and", "plus", "besides"})
_REACH = 2
"""Sentences back to the whole that a pronoun ("of them") may speak of."""


def part_of(index: int, drafts: Sequence[Draft]) -> int | None:
    """The index of the whole that draft `index` is a part of, None where the words name none."""
    draft = drafts[index]
    for rule in (_pronoun, _fronted, _including, _of_the, _are_children):
        whole = rule(draft, index, drafts)
        if whole is not None and whole != index and _can_hold(drafts[whole], draft):
            return whole
    return None


def same_as(index: int, drafts: Sequence[Draft]) -> int | None:
    """The index of the figure that this one restates in another unit, None where it restates none."""
    if not index:
        return None
    draft, before = drafts[index], drafts[index - 1]
    if before.sentence is not draft.sentence or {before.unit, draft.unit} != {"person", "household"}:
        return None
    between = _between(before, draft)
    opened = between.strip().lower()
    if len(between) <= 24 and ("(" in between or opened.startswith((", or", "or ", "/", "- or", "i.e", "equivalent", ", i.e", ", about", ", some"))):
        return index - 1
    if len(between) <= 40 and any(word in opened for word in ("comprising", "equivalent to", "representing", "consisting of", "totalling", "or about", "or some", "or approximately", "that is", "an estimated", "made up of", "corresponding to")):
        return index - 1
    return None


def _between(a: Draft, b: Draft) -> str:
    base = a.sentence.start
    return a.sentence.text[a.quantity.end - base : b.quantity.start - base]


def _can_hold(whole: Draft, part: Draft) -> bool:
    """A whole is no smaller than its part and counts the same kind of thing."""
    most = whole.quantity.high if whole.quantity.high is not None else None
    least = part.quantity.low if part.quantity.low is not None else part.quantity.high
    return most is None or least is None or least <= most


def _earlier(draft: Draft, index: int, drafts: Sequence[Draft], *, reach: int) -> list[int]:
    return [i for i in range(index - 1, -1, -1) if draft.sentence.index - drafts[i].sentence.index <= reach]


def _words_before(draft: Draft, count: int = 5) -> list[str]:
    return [t.text.lower() for t in _tokens_before(draft, count)]


def _tokens_before(draft: Draft, count: int) -> list[Token]:
    tokens = [t for t in draft.sentence.tokens if draft.sentence.offset(t) < draft.quantity.start]
    return tokens[-count:]


def _words_after(draft: Draft, count: int = 4) -> list[str]:
    tokens = [t for t in draft.sentence.tokens if draft.sentence.offset(t) >= draft.quantity.end]
    return [t.text.lower() for t in tokens[:count]]


def _pronoun(draft: Draft, index: int, drafts: Sequence[Draft]) -> int | None:
    """"of whom N", "N of whom", "N of them", "of which N", "among them N"."""
    before, after = _words_before(draft), _words_after(draft)
    inside = draft.sentence.text[draft.quantity.start - draft.sentence.start : draft.quantity.end - draft.sentence.start].lower()
    near = " ".join([*before, "#", *after])
    relative = any(p in near for p in ("of whom", "of which", "among whom", "amongst whom")) or "of whom" in inside or "of which" in inside
    them = "among them" in near or "# of them" in near or "of them" in inside or "# of these" in near or "of these" in " ".join(before[-4:])
    if not (relative or them):
        return None
    candidates = _earlier(draft, index, drafts, reach=0 if relative else _REACH)
    wholes = [i for i in candidates if not _is_part(i, drafts)] or candidates
    return wholes[0] if wholes else None


def _is_part(index: int, drafts: Sequence[Draft]) -> bool:
    near = " ".join([*_words_before(drafts[index]), "#", *_words_after(drafts[index])])
    return any(p in near for p in ("of whom", "of which", "of them", "including"))


def _fronted(draft: Draft, index: int, drafts: Sequence[Draft]) -> int | None:
    """"Of the 239,500 people affected, 12,100 have been evacuated": the fronted figure is the whole."""
    for i in _earlier(draft, index, drafts, reach=0):
        words = _words_before(drafts[i], 3)
        if words and (words[-1] == "of" or words[-2:] in (["of", "the"], ["of", "these"], ["out", "of"])) and len(_tokens_before(drafts[i], 4)) <= 3:
            return i
    return None


def _including(draft: Draft, index: int, drafts: Sequence[Draft]) -> int | None:
    """"killed 41, including 12 children and five women"."""
    tokens = _tokens_before(draft, 14)
    for distance, token in enumerate(reversed(tokens)):
        word = token.text.lower()
        if word in _INCLUDING:
            opened = draft.sentence.offset(token)
            earlier = [i for i in _earlier(draft, index, drafts, reach=0) if drafts[i].quantity.end <= opened + 1]
            same = [i for i in earlier if drafts[i].term == draft.term and drafts[i].unit == draft.unit]
            if distance > 4 and not any(drafts[i].quantity.start > opened for i in range(index)):
                return None
            return (same or [None])[0]  # type: ignore[list-item]
        if word in {";", ".", "while", "but"} or token.tag_ in {"VBD", "VBZ", "VBP"}:
            return None
    return None


def _of_the(draft: Draft, index: int, drafts: Sequence[Draft]) -> int | None:
    """"at least 10 of the dead", "nine of those killed": the whole is the last figure of that term."""
    noun = draft.quantity.noun
    words = draft.sentence.text[draft.quantity.start - draft.sentence.start : draft.quantity.end - draft.sentence.start].lower()
    if noun is None or not any(f" of {d} " in f" {words} " for d in ("the", "those", "these")):
        return None
    same = [i for i in _earlier(draft, index, drafts, reach=6) if drafts[i].term == draft.term and drafts[i].unit == draft.unit]
    return same[0] if same else None


def _are_children(draft: Draft, index: int, drafts: Sequence[Draft]) -> int | None:
    """"Three persons died (two were children)", "two children among the dead"."""
    noun = draft.quantity.noun
    after = _words_after(draft, 4)
    parenthesis = "(" in _words_before(draft, 2)
    among = after[:3] in (["among", "the", "dead"], ["among", "the", "victims"], ["among", "those"], ["among", "the", "wounded"])
    if not (among or (parenthesis and noun is not None and noun.lemma_.lower() in _PART_NOUNS)):
        return None
    same = [i for i in _earlier(draft, index, drafts, reach=1) if drafts[i].term == draft.term]
    return same[0] if same else None
