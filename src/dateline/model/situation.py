"""What a set of claims is about, and what follows from them. Frozen values, standard library only.

Recomputed from the claims on every run: opinions, never facts. Days are ISO dates ("2017-03-15"), both ends inclusive.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from dateline.model.claim import Claim, ResolvedPlace
from dateline.model.words import Cause, Unit

SituationKind = Literal["situation", "incident"]
SeriesMeasure = Literal["stock", "flow", "return"]
ClaimRoleName = Literal["recommended", "triangulation", "superseded", "corrected", "contradicted", "excluded"]
Grade = Literal["confirmed", "fair", "weak", "contested"]
DecisionAction = Literal["merge", "split", "recommend"]

ROLES: Final = ("recommended", "triangulation", "superseded", "corrected", "contradicted", "excluded")
GRADES: Final = ("confirmed", "fair", "weak", "contested")


@dataclass(frozen=True, slots=True)
class Reported:
    """A claim with what reconciliation must know of its document.

    `published` is an ISO date or date-time, `publisher` the outlet, `title` the page's; None when the page does not
    say. `words` are those by which pages of one event are known, "@" before a word of a place that the page names;
    names of persons are not among them.
    """

    claim: Claim
    published: str | None = None
    publisher: str | None = None
    title: str | None = None
    words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided about situations, told by claims, whose ids stay when situations are computed anew.

    `merge`: whatever holds one of `claims` is one situation. `split`: `claims` are a situation of their own.
    `recommend`: each of `claims` is the reviewer's choice for what it speaks of. `id` is its number in the audit
    log: decisions take effect in this order, a later one over an earlier one.
    """

    id: int
    action: DecisionAction
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims that speak of the same thing. `score` is 0..1: how strong the evidence is, which `reasons` names."""

    first: str
    second: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SeriesPlace:
    """Where a row of a series is. `name` as the gazetteer or the text has it; several places are one row's sum.

    `role` tells "from" (left it), "at" (are or happened there) and "from_to". `place` is None when the name is not
    resolved, or when there are several. `blurred` keeps the words of a modifier ("near", "part", "direction").
    """

    name: str
    role: Literal["from", "at", "from_to"]
    place: ResolvedPlace | None = None
    blurred: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """One row of a series: what the claims allow a quantity to be.

    `low` and `high` are whole people (households, dwellings), None where nothing bounds that side. `best` is a
    figure that a claim states, or None. A stock holds at the end of one day between `start` and `end` (the same day,
    mostly); a flow from the beginning of `start` to the end of `end`; None: not said. `low_held_by` and
    `high_held_by` are the claims that hold the bounds, `low_why` and `high_why` say so in a sentence (None where the
    side is open). `claims` are all that speak of the quantity, `origins` counts the independent ones that still
    stand. `whom` names those who are counted where they are but some ("children", "fighters"), None for people.
    """

    measure: SeriesMeasure
    term: str
    unit: Unit
    place: SeriesPlace | None
    start: str | None
    end: str | None
    low: int | None
    best: int | None
    high: int | None
    low_held_by: tuple[str, ...]
    high_held_by: tuple[str, ...]
    low_why: str | None
    high_why: str | None
    claims: tuple[str, ...]
    origins: int
    grade: Grade
    whom: str | None = None


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Claims that cannot all be true, while any of them left out they could. `why` says so in a sentence."""

    claims: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class ClaimRole:
    """What became of a claim, and the reason in words."""

    claim_id: str
    role: ClaimRoleName
    reason: str


@dataclass(frozen=True, slots=True)
class Situation:
    """What a set of claims is about, with its series, contradictions and the part that each claim plays.

    `situation_id` is derived from the earliest claim (by publication), so it stays when later news is added.
    An incident is harm done at one moment: `place` is where, `start` and `end` the days it may have been on; its
    rows are tolls known by the day in `end`. A situation is term family × cause × country × episode; its `place` is
    None, since places are variables inside it.
    """

    situation_id: str
    kind: SituationKind
    term_family: str
    place: SeriesPlace | None
    cause: Cause | None
    country: str | None
    start: str | None
    end: str | None
    series: tuple[Verdict, ...]
    contradictions: tuple[Contradiction, ...]
    roles: tuple[ClaimRole, ...]
    links: tuple[Link, ...]
    documents: tuple[str, ...]
