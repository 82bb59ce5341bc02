"""Parts that sums tell: tolls of single places that add up to the page's own total."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from dateline.extract.assemble.near import least
from dateline.extract.draft import Draft
from dateline.vocab.load import word_set


def summed_parts(
    drafts: Sequence[Draft], wholes: list[int | None], clash: Callable[[int, int], bool]
) -> list[int | None]:
    """The stated parts and those that sums tell: tolls of single places that follow a total and add up to it.

    `clash(i, j)` is True where two figures speak of different days or places: such numbers never add up.
    """
    filled = list(wholes)
    for w, whole in enumerate(drafts):
        value = least(whole)
        if (
            filled[w] is not None
            or value is None
            or value < 4
            or whole.modality != "asserted"
            or whole.sentence.index > 2
        ):
            continue
        later = [
            i
            for i in range(w + 1, len(drafts))
            if filled[i] is None and drafts[i].term == whole.term and not clash(w, i)
            and drafts[i].unit == whole.unit and drafts[i].quantity.quantifier != "vague"
            and 0 < (least(drafts[i]) or 0) < value
        ]  # fmt: skip
        for rows in (
            [i for i in later if drafts[i].sentence is whole.sentence],
            [i for i in later if drafts[i].sentence is not whole.sentence],
        ):
            spare = _singles(whole, drafts) if rows and drafts[rows[0]].sentence is not whole.sentence else 0
            for i in _adding_up(tuple((i, least(drafts[i]) or 0) for i in rows[:6]), value, spare):
                filled[i] = w
    return filled


def _singles(whole: Draft, drafts: Sequence[Draft]) -> int:
    """Single persons told without a number ("another man died") that a sum may lack."""
    lower = " ".join(d.sentence.text for d in (whole, *drafts)).lower()
    return sum(f"another {noun} " in lower for noun in word_set("wording_en", "parts", "single_persons"))


@lru_cache(maxsize=256)
def _adding_up(later: tuple[tuple[int, int], ...], value: int, spare: int) -> tuple[int, ...]:
    """Indices of two or more numbers in a row whose sum is the value, or short of it by single persons told beside."""
    for start in range(len(later)):
        total = 0
        for end in range(start, len(later)):
            total += later[end][1]
            if end > start and value - spare <= total <= value:
                return tuple(i for i, _ in later[start : end + 1])
    return ()
