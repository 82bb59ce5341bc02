"""What the reader can filter by: only what the page holds, and only where there is something to choose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.report import words
from dateline.report.groups import TERM_ORDER
from dateline.report.view import NOBODY, View

MOST_SUGGESTED = 300
"""Names offered while typing; any other name of the page can be typed all the same."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a list. `value` is what the rows carry, `claims` how many of them do."""

    value: str
    label: str
    claims: int


@dataclass(frozen=True, slots=True)
class Choices:
    """The lists of the filter. Those of closed words are empty where all claims share one value."""

    terms: list[Choice]
    modalities: list[Choice]
    measures: list[Choice]
    statuses: list[Choice]
    kinds: list[Choice]
    publishers: list[Choice]
    places: list[str]
    sources: list[str]


def choices(views: Sequence[View]) -> Choices:
    """The values that occur, in the order of the words' lists; names with most claims first."""
    return Choices(
        terms=_listed((view.term for view in views), dict(zip(TERM_ORDER, TERM_ORDER, strict=True))),
        modalities=_listed((view.modality for view in views), words.MODALITIES),
        measures=_listed((view.measure or "" for view in views), {**words.MEASURES, "": "not clear"}),
        statuses=_listed((view.status for view in views), words.STATUSES),
        kinds=_listed((view.kind for view in views), words.KINDS),
        publishers=_publishers(views),
        places=_common(part for view in views for part in places(view)),
        sources=_common(name for view in views for name in sources(view)),
    )


def places(view: View) -> list[str]:
    """Every name under which a claim is found by place: its places, what contains them, its country."""
    return list(dict.fromkeys([*(part for place in view.places for part in place.path), view.country]))


def sources(view: View) -> list[str]:
    """Every name under which a claim is found by who is credited."""
    named = [name for source in view.sources for name in (source.name, source.resolved) if name]
    return list(dict.fromkeys(named)) or [NOBODY]


def _listed(values: Iterable[str], labels: Mapping[str, str]) -> list[Choice]:
    found = Counter(values)
    known = [Choice(value, label, found[value]) for value, label in labels.items() if value in found]
    unknown = [Choice(value, value, found[value]) for value in sorted(found) if value not in labels]
    return [*known, *unknown] if len(found) > 1 else []


def _publishers(views: Sequence[View]) -> list[Choice]:
    found = Counter(view.paper.publisher or "" for view in views)
    return [Choice(name, name or "(none named)", found[name]) for name in sorted(found)] if len(found) > 1 else []


def _common(names: Iterable[str]) -> list[str]:
    return sorted(name for name, _ in Counter(names).most_common(MOST_SUGGESTED))
