"""Two descriptions of one person on a page: the same last name, or the same age where one of them has no name."""

from __future__ import annotations

import re
from typing import Final

from dateline.extract.draft import Draft

_AGE: Final = re.compile(r"(?<![\d.,])(\d{1,3})(?=[- ]years?[- ]old)|(?<=, )(\d{1,3})(?=\s?(?:[,.;)–]|$))")
_BEHIND: Final = 8
"""Code points behind a description in which its age may stand."""
_BEFORE: Final = 16


def same_person(a: Draft, b: Draft) -> bool:
    """True where the two surely are one; False where nothing tells."""
    if _is_name(a) and _is_name(b):
        return a.head.text == b.head.text
    ages = _age(a), _age(b)
    return ages[0] is not None and ages[0] == ages[1]


def _is_name(draft: Draft) -> bool:
    return draft.head.tag_ == "NNP"


def _age(draft: Draft) -> int | None:
    sentence, quantity = draft.sentence, draft.quantity
    start, end = quantity.start - sentence.start, quantity.end - sentence.start
    before = _BEFORE if _is_name(draft) else 0
    found = _AGE.search(sentence.text, max(0, start - before), min(len(sentence.text), end + _BEHIND))
    return int(found[1] or found[2]) if found else None
