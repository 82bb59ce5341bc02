"""A situation's row (the JSON of `dateline reconcile`) in the words of a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dateline.cli.words import COUNTED, DIGITS, OPEN
from dateline.vocab.countries import countries

Row = dict[str, Any]
CELLS = ("What", "Where", "When", "Low", "Best", "High", "Grade", "Origins", "Held by")


def title(row: Row) -> str:
    """ "death, incident: Orvel, Bolivia, 3 to 4 March (6 claims; 4f0c…)"."""
    country = countries().get(row["country"] or "")
    places = [row["place"]["name"] if row["place"] else "", country.name if country else row["country"] or ""]
    where = ", ".join(place for place in places if place) or "place not said"
    when = period(row["start"], row["end"])
    cause = f", {row['cause']}" if row["cause"] else ""
    kind = f"{row['term_family'].replace('_', ' ')}, {row['kind']}{cause}"
    return f"{kind}: {where}, {when} ({len(row['roles'])} claims; {row['situation_id'][:DIGITS]})"


def cells(row: Row) -> tuple[str, ...]:
    """The `CELLS` of one row of a series."""
    unit = "" if row["unit"] == "person" else f" ({COUNTED[row['unit']]})"
    whom = f", {row['whom']}" if row["whom"] else ""
    held = sorted({*row["bounds_held_by"]["low"], *row["bounds_held_by"]["high"]})
    return (
        f"{row['term'].replace('_', ' ')}{whom}, {row['measure']}{unit}",
        _place(row["place"]),
        period(row["start"], row["end"]),
        *(f"{row[side]:,}" if row[side] is not None else OPEN for side in ("low", "best", "high")),
        row["grade"],
        str(row["origins"]),
        " ".join(claim[:DIGITS] for claim in held) or OPEN,
    )


def derived(row: Row) -> Iterator[str]:
    """The bounds that no claim of their own row gives, with what they follow from."""
    for one in row["series"]:
        for side in ("low", "high"):
            if not set(one["bounds_held_by"][side]) <= set(one["claims"]):
                yield one["why"][side]


def corrected(row: Row) -> Iterator[str]:
    """The claims that their own origin took back: "3f2a9c01 corrected: the same origin put it otherwise later: …"."""
    for claim, (role, reason) in row["roles"].items():
        if role == "corrected":
            yield f"{claim[:DIGITS]} {role}: {reason}"


def period(start: str | None, end: str | None) -> str:
    """Two inclusive ends, either of them open."""
    if start and end:
        return start if start == end else f"{start} to {end}"
    return f"from {start}" if start else f"by {end}" if end else "undated"


def _place(place: Row | None) -> str:
    if place is None:
        return OPEN
    role = "" if place["role"] == "at" else f"{place['role'].replace('_', ' and ')} "
    blurred = f" ({place['blurred']})" if place["blurred"] else ""
    return f"{role}{place['name']}{blurred}{'?' if place['place'] is None and ' and ' not in place['name'] else ''}"
