"""Why a name of a page was taken for the place it was taken for, or left open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.extract.place.resolve import Decided
from dateline.extract.place.score import reasons, ruling
from dateline.extract.place.stated import key_of
from dateline.vocab.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.extract.place.names import Name
    from dateline.gazetteer import Entry


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate on a page: its score there, and the parts of the score in words, each with what it adds."""

    entry: Entry
    score: float
    reasons: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """How one name was decided: as the page first writes it, how often it stands there, what it was taken for (None:
    left open), why, and all its candidates, best first."""

    name: str
    said: int
    taken: Entry | None
    why: str
    candidates: tuple[Weighed, ...]


def explained(names: Sequence[Name], decided: Decided, wanted: str) -> list[Explained]:
    """How the names that read as `wanted` were decided, with and without the word for their kind; [] for none."""
    key = fold(wanted)
    first: dict[str, Name] = {}
    for name in names:
        if key in {fold(name.text), fold(name.bare)}:
            first.setdefault(key_of(name), name)
    return [_explained(name, decided) for name in first.values()]


def _explained(name: Name, decided: Decided) -> Explained:
    choice = decided.choices[key_of(name)]
    entry, why = ruling(choice, decided.evidence)
    taken = decided.taken(name)
    if entry is None and taken is not None:
        why = f"{why}: it takes {taken.name}, which the text puts around it"
    weighed = [Weighed(e, sum(v for _, v in told), told)
               for e in choice.candidates for told in [tuple(reasons(e, choice, decided.evidence))]]  # fmt: skip
    return Explained(name.text, choice.said, taken, why, tuple(sorted(weighed, key=lambda w: -w.score)))
