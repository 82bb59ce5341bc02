"""What belongs together by its term: families make situations, strands make quantities."""

from __future__ import annotations

from typing import Final

from dateline.model.words import SourceType, Term

FAMILY: Final[dict[Term, str]] = {
    "displaced": "displacement", "forced_to_flee": "displacement", "evacuated": "displacement",
    "relocated": "displacement", "sheltered": "displacement", "in_relief_camp": "displacement",
    "homeless": "displacement", "crossed_border": "displacement", "returned": "displacement",
    "destroyed_housing": "housing", "partially_destroyed_housing": "housing", "uninhabitable_housing": "housing",
    "killed": "death", "injured": "injury", "missing": "missing", "detained": "detention", "trapped": "trapped",
    "affected": "affected", "other": "other",
}  # fmt: skip
"""Term family of each term (reconcile.md: displacement and return, death, injury, detention, housing …)."""

INCIDENT_FAMILY: Final = "casualties"
"""The family of an incident: those killed and those injured at one moment, never added up."""

INCIDENT_TERMS: Final[frozenset[Term]] = frozenset({"killed", "injured"})
"""Harm done at one moment."""

CIVILIAN_HARM: Final[frozenset[str]] = frozenset({"killed", "injured", "missing", "detained", "trapped"})
"""Strands on which a party to the fighting never sets the best figure alone."""

PARTIES: Final[frozenset[SourceType]] = frozenset({"military", "armed_group"})
"""Parties to the fighting, wherever they speak; a government is one in a conflict."""

_ONE_STRAND: Final[dict[Term, str]] = {"forced_to_flee": "displaced"}
"""Terms that count the same people: to be displaced by force is to be displaced."""


def strand_of(term: Term) -> str:
    """The name under which figures of this term are compared; figures of two strands never are."""
    return _ONE_STRAND.get(term, term)
