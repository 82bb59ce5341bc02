"""Pages made up for tests of incidents: claims of one sentence, and what stands of them."""

from __future__ import annotations

from dataclasses import replace

from made_claims import ATLAS, figure, told

from dateline.model import Excerpt, Figure
from dateline.model.situation import Reported, Situation
from dateline.reconcile import reconcile

DAY = "2031-03-15"


def page(
    sentence: str, *phrases: tuple[str, int | None, str], on: str | None = DAY, name: str = "p", **more: object
) -> list[Reported]:
    """Claims of one sentence: each phrase with its number (None: one described person) and its term."""
    made = []
    for at, (phrase, number, term) in enumerate(phrases):
        start = sentence.index(phrase)
        counted = figure(number or 1, text=phrase, implied=number is None)
        one = told(counted, term=term, measure="flow", on=on, document=name, claim_id=f"{name}-{at}", **more)  # type: ignore[arg-type]
        spot = Figure(phrase, start, start + len(phrase), counted.low, counted.high, "exact", "person", number is None)
        claim = replace(one.claim, excerpt=Excerpt(sentence, 0, len(sentence)), figure=spot)
        made.append(replace(one, claim=claim, published=str(more.get("published", DAY))))
    return made


def toll(claims: list[Reported], term: str = "killed") -> int | None:
    (situation,) = settled(claims)
    rows = [row for row in situation.series if row.term == term]
    return rows[-1].best if rows else 0


def settled(claims: list[Reported]) -> tuple[Situation, ...]:
    return reconcile(claims, containment=ATLAS)


def harm(number: int | Figure, name: str, on: str | None = DAY, **more: object) -> Reported:
    return told(number, term="killed", measure="flow", on=on, claim_id=name, **more)  # type: ignore[arg-type]
