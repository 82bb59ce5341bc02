"""The outcome of a comparison."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Prf:
    """Precision, recall and their harmonic mean, each 0..1; 0 where there is nothing to divide by."""

    precision: float
    recall: float
    f1: float

    @classmethod
    def of(cls, hits: int, gold: int, found: int) -> Prf:
        """From how many were right, annotated and found."""
        precision, recall = ratio(hits, found), ratio(hits, gold)
        return cls(round(precision, 4), round(recall, 4), round(ratio(2 * precision * recall, precision + recall), 4))


@dataclass(frozen=True, slots=True)
class Scores:
    """What one set of annotated documents says of an extractor.

    `figure` counts a claim with the right bounds, `claim` one with unit and term right as well. The rest is over
    the matched pairs: accuracy of unit, quantifier, term, measure, modality, place_role; of country and part_of
    where either side gives one; F1 of dates, places, sources. `measure_macro` and `modality_macro` are mean F1
    over their values. `ungrounded` counts figures that do not stand in the text: any is a bug.
    """

    documents: int
    gold: int
    predicted: int
    figure: Prf
    claim: Prf
    ungrounded: int
    unit: float
    quantifier: float
    term: float
    measure: float
    modality: float
    measure_macro: float
    modality_macro: float
    dates: float
    country: float
    part_of: float
    place_role: float
    places: float
    sources: float

    def to_json(self) -> dict[str, Any]:
        """As `dateline evaluate --json` prints it."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Difference:
    """One document's figures that only one side has: `missed` are annotated, `extra` are found."""

    document: str
    missed: tuple[str, ...]
    extra: tuple[str, ...]


def ratio(part: float, whole: float) -> float:
    """part / whole, 0 when there is no whole."""
    return part / whole if whole else 0.0
