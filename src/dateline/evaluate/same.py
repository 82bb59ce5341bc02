"""When two dates, two names or two claims count as the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.evaluate.measured import Measured

UNHEARD = frozenset({"the", "of"})
"""Words that make no difference between two names."""
WORDS_TO_SPARE = 3
"""How many words a found name may add to the annotated one."""


def same_date(gold: str | None, found: str | None) -> bool:
    """True when the two agree at the coarser precision of both; without a year ("--03-08") month and day decide."""
    if gold is None or found is None:
        return gold is found
    if gold.startswith("--") or found.startswith("--"):
        gold, found = _without_year(gold), _without_year(found)
    length = min(len(gold), len(found))
    return length > 0 and gold[:length] == found[:length]


def _without_year(date: str) -> str:
    return date[2:] if date.startswith("--") else date[5:]


def folded(name: str) -> str:
    """A name without case, punctuation and the words that make no difference."""
    words = "".join(char.lower() if char.isalnum() else " " for char in name).split()
    return " ".join(word for word in words if word not in UNHEARD)


def alike(gold: str, found: str) -> bool:
    """True when half of all their words are shared, or the found name holds the annotated one and little more."""
    ours, theirs = set(folded(found).split()), set(folded(gold).split())
    if not ours or not theirs:
        return False
    shared = len(ours & theirs) / len(ours | theirs)
    return shared >= 0.5 or (theirs <= ours and len(ours) <= len(theirs) + WORDS_TO_SPARE)


def names_matched(gold: Iterable[str], found: Iterable[str]) -> int:
    """How many annotated names have a found one of their own."""
    left, hits = list(found), 0
    for name in gold:
        other = next((other for other in left if alike(name, other)), None)
        if other is not None:
            left.remove(other)
            hits += 1
    return hits


def pairs(gold: Sequence[Measured], found: Sequence[Measured]) -> list[tuple[int, int]]:
    """Which annotated claim meets which found one (indices): equal bounds, one to one, equal terms first."""
    candidates = sorted(
        (g.term != f.term, i, j) for i, g in enumerate(gold) for j, f in enumerate(found) if g.bounds == f.bounds
    )
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    met = []
    for _, i, j in candidates:
        if i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            met.append((i, j))
    return met
