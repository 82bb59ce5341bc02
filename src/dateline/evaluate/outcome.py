"""From a file of annotated documents to scores: read it, extract from it, compare what would leave the house."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from dateline.evaluate.count import count
from dateline.evaluate.gold import load_gold
from dateline.evaluate.measured import Measured, found_from_row
from dateline.evaluate.scores import Difference, Scores
from dateline.model import Document, Extraction
from dateline.model.as_json import claim_to_json
from dateline.model.reading import Problem
from dateline.model.words import Kind
from dateline.run import Progress, extract_inputs

FIGURES: Final[tuple[Kind, ...]] = ("figure",)
"""What gold is compared with."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Scores, the documents on which both sides differ (in the file's order), and inputs that could not be read."""

    scores: Scores
    differences: tuple[Difference, ...]
    problems: tuple[Problem, ...]


def evaluate(
    gold: Path, *, lang: str | None = None, unmasked: bool = False, progress: Progress | None = None
) -> Evaluation:
    """Score the extractor on annotated documents.

    By default the claims are compared as they leave the house, names of private persons masked; `unmasked` compares
    what the extractor saw. `lang` keeps the documents of one language. Raises InputError when the file is no gold.
    """
    documents = load_gold(gold, lang)
    asked = {document.id for document in documents}

    def wanted(document: Document) -> bool:
        return document.name in asked

    found: dict[str, Sequence[Measured]] = {}
    texts: dict[str, str] = {}
    problems = []
    for outcome in extract_inputs([gold], kinds=FIGURES, wanted=wanted, progress=progress):
        if isinstance(outcome, Problem):
            problems.append(outcome)
        else:
            found[outcome.document.name] = _measured(outcome, unmasked)
            texts[outcome.document.name] = outcome.document.text  # what the offsets count in, title and all
    documents = [replace(document, text=texts.get(document.id, document.text)) for document in documents]
    scores, differences = count(documents, found)
    return Evaluation(scores, tuple(differences), tuple(problems))


def _measured(extraction: Extraction, unmasked: bool) -> tuple[Measured, ...]:
    rows = (found_from_row(row, place) for place, row in enumerate(_rows(extraction, unmasked)))
    return tuple(claim for claim in rows if claim is not None)


def _rows(extraction: Extraction, unmasked: bool) -> list[dict[str, Any]]:
    if unmasked:
        return [claim_to_json(claim) for claim in extraction.claims]
    from dateline.release import release_extraction

    claims: list[dict[str, Any]] = release_extraction(extraction)["claims"]
    return claims
