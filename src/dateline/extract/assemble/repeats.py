"""A figure told again is one claim: the headline's, the repeated sentence's, the same count in other words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, lru_cache, partial

from dateline.extract.assemble.described import same_person
from dateline.extract.assemble.near import further
from dateline.extract.draft import Draft

_SMALL = 3
"""Up to this count two figures are the same only where their sentences say nearly the same."""
_OPENING = 3
"""Sentences of a page's opening, and how far behind them the counted figure may stand."""
_ALIKE = 0.6
"""Share of words that two sentences must have in common to tell the same."""


def groups_of_repeats(drafts: Sequence[Draft], clash: Callable[[int, int], bool]) -> list[list[int]]:
    """The drafts' indices in groups that tell one figure, each group's fullest telling first.

    `clash(i, j)` is True where the two name different places, days or sources: then they are two figures.
    """
    words = [_folded(draft.sentence.text) for draft in drafts]
    more = cache(lambda index: _more(drafts[index]))

    def beside(one: int, other: int) -> bool:
        return more(other) and not more(one)

    groups: list[list[int]] = []
    for index, draft in enumerate(drafts):
        for group in groups:
            if all(
                _told_again(drafts[other], draft, words[other] == words[index], partial(beside, other, index))
                and not clash(other, index)
                for other in group
            ):
                group.append(index)
                break
        else:
            groups.append([index])
    return [sorted(group, key=lambda i: _fullness(drafts[i])) for group in groups]


def _fullness(draft: Draft) -> tuple[bool, bool, bool, bool, int]:
    """Sort key: a stated number first, then a stated quantifier, then the running text, then the earlier one."""
    vague = draft.quantity.quantifier == "vague"
    return (
        draft.quantity.implied,
        vague,
        draft.quantity.quantifier == "exact",
        draft.sentence.headline,
        draft.sentence.start,
    )


def _told_again(a: Draft, b: Draft, same_words: bool, beside: Callable[[], bool]) -> bool:
    """`beside`, which costs most and is asked late: b is "another seven", and a is not."""
    if a.unit != b.unit or a.term != b.term or a.modality != b.modality:
        return False
    if same_words and a.sentence.index != b.sentence.index:  # the same sentence printed twice
        return a.quantity.start - a.sentence.start == b.quantity.start - b.sentence.start
    if a.sentence.index == b.sentence.index:
        return _same_sentence(a, b)
    if _headline_of(a, b):
        return True
    if not _same_number(a, b) or beside():
        return False  # "another seven people" are not the seven told before
    if a.quantity.implied and b.quantity.implied and same_person(a, b):
        return True
    if a.quantity.quantifier == "vague" or (a.quantity.high or a.quantity.low or 0) <= _SMALL:
        return alike(a, b) or a.sentence.headline or _first(a)
    return True


def _more(draft: Draft) -> bool:
    """ "Another seven people were killed"; "another 40 were injured" are beside the dead, and may be told again."""
    noun = draft.quantity.noun
    return draft.term != "injured" and further(draft) and (noun is None or noun.lemma_.lower() != "other")


def _headline_of(a: Draft, b: Draft) -> bool:
    """ "Hundreds flee" over "At least 420 people fled": the opening rounds what the next sentences count."""
    low, high = a.quantity.low, a.quantity.high
    value = b.quantity.low if b.quantity.low is not None else b.quantity.high
    if a.quantity.quantifier != "vague" or b.quantity.quantifier == "vague" or None in (low, high, value):
        return False
    near = a.sentence.index <= _OPENING and 0 < b.sentence.index - a.sentence.index <= _OPENING
    return near and (low or 0) <= (value or 0) <= (high or 0)


def _first(draft: Draft) -> bool:
    """Told in the page's opening, where headline and lede repeat each other."""
    return draft.sentence.index <= 1


@lru_cache(maxsize=1024)
def _folded(sentence: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in sentence.lower()).split())


def _same_sentence(a: Draft, b: Draft) -> bool:
    """A headline glued to its lede repeats the figure with a modifier; otherwise one sentence tells two figures."""
    if not _same_number(a, b) or (a.quantity.low or a.quantity.high or 0) <= _SMALL:
        return False
    return a.sentence.index <= 1 and a.quantity.quantifier == "exact" and a.trigger != b.trigger


def _same_number(a: Draft, b: Draft) -> bool:
    """Equal bounds, or the same number with and without a quantifier ("at least 15", "15")."""
    x, y = a.quantity, b.quantity
    if (x.low, x.high) == (y.low, y.high):
        return True
    if "range" in (x.quantifier, y.quantifier) or "vague" in (x.quantifier, y.quantifier):
        return False
    values = {v for v in (x.low, x.high, y.low, y.high) if v is not None}
    return len(values) == 1


def alike(a: Draft, b: Draft) -> bool:
    """Two sentences that share most of their words."""
    x, y = set(_folded(a.sentence.text).split()), set(_folded(b.sentence.text).split())
    return len(x & y) / max(1, min(len(x), len(y))) >= _ALIKE
