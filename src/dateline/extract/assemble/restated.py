"""Which figure restates which: "200 families (about 1,100 people)" is one figure in two units."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.assemble.near import words_between
from dateline.extract.draft import Draft
from dateline.vocab.load import word_set


def same_as(index: int, drafts: Sequence[Draft]) -> int | None:
    """The index of the figure that this one restates in another unit, None where it restates none."""
    if not index:
        return None
    draft, before = drafts[index], drafts[index - 1]
    if before.sentence is not draft.sentence or {before.unit, draft.unit} != {"person", "household"}:
        return None
    between = words_between(before, draft)
    opened = between.strip().lower()
    if len(between) <= 24 and (
        "(" in between
        or opened.startswith((", or", "or ", "/", "- or", "i.e", "equivalent", ", i.e", ", about", ", some"))
    ):
        return index - 1
    return index - 1 if len(between) <= 40 and any(word in opened for word in _RESTATING) else None


_RESTATING = tuple(word_set("wording_en", "parts", "restating"))
