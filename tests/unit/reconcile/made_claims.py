"""Claims made up for tests of reconciliation: an invented country, figures as pages would tell them."""

from __future__ import annotations

from itertools import count
from typing import Any

from dateline.model import Claim, Excerpt, Figure, Period, Place, ResolvedPlace, Source
from dateline.model.situation import Reported

_numbers = count(1)

COUNTRY = ResolvedPlace("test", "0", "Varnia", "VAR", None, None, None, "adm0")
PROVINCE = ResolvedPlace("test", "1", "Ostrel", "VAR", "Ostrel", None, None, "adm1")
TOWN = ResolvedPlace("test", "11", "Mirava", "VAR", "Ostrel", 1.0, 2.0, "point")
OTHER_TOWN = ResolvedPlace("test", "12", "Kelim", "VAR", "Ostrel", 1.5, 2.5, "point")


class Atlas:
    """Containment in the invented country: towns lie in their province, all in the country."""

    def contains(self, outer: ResolvedPlace, inner: ResolvedPlace) -> bool:
        if outer.id == inner.id:
            return True
        if outer.precision == "adm0":
            return True
        return outer.precision == "adm1" and inner.precision == "point" and outer.name == inner.admin1


ATLAS = Atlas()


def figure(low: int | None, high: int | None = -1, quantifier: str | None = None, **more: Any) -> Figure:
    """A figure; one number is exact. `figure(5, None)` is "more than 5", `figure(None, 5)` "up to 5"."""
    high = low if high == -1 else high
    if quantifier is None:
        quantifier = (
            "more_than" if high is None else "less_than" if low is None else "exact" if low == high else "range"
        )
    text = more.pop("text", f"{low if low is not None else high} people")
    return Figure(text, 0, len(text), low, high, quantifier, more.pop("unit", "person"), **more)  # type: ignore[arg-type]


def told(
    number: Figure | int,
    *,
    term: str = "displaced",
    measure: str = "stock",
    on: str | None = None,
    since: str | None = None,
    at: ResolvedPlace | str | None = TOWN,
    by: str | None = None,
    kind: str = "un",
    published: str | None = None,
    publisher: str | None = "The Herald",
    claim_id: str | None = None,
    document: str | None = None,
    words: str | None = None,
    role: str = "at",
    cause: str | None = "conflict",
    country: str | None = "VAR",
    **more: Any,
) -> Reported:
    """A claim. `on` is the end of its period (and, for a flow without `since`, its start as well)."""
    claim_id = claim_id or f"c{next(_numbers):06}"
    counted = figure(number) if isinstance(number, int) else number
    places: tuple[Place, ...] = ()
    if isinstance(at, ResolvedPlace):
        places = (Place(at.name, role, 0, 1, place=at),)  # type: ignore[arg-type]
    elif at is not None:
        places = (Place(at, role, 0, 1),)  # type: ignore[arg-type]
    start = since or (on if measure == "flow" else None)
    period = more.pop("period", Period(start, on, f"since {since}" if since else on, "day", "text" if on else None))
    claim = Claim(
        claim_id=claim_id,
        document_id=document or f"d-{claim_id}",
        excerpt=Excerpt(words or f"Claim {claim_id} of the test speaks of this number of people", 0, 9),
        figure=counted,
        term=term,  # type: ignore[arg-type]
        measure=measure,  # type: ignore[arg-type]
        cause=cause,  # type: ignore[arg-type]
        places=places,
        country=country,
        period=period,
        sources=(Source(by, kind, 0, 1, by),) if by else (),  # type: ignore[arg-type]
        **more,
    )
    return Reported(claim, published or on, publisher)
