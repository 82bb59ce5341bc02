"""A situation's row (the JSON of `dateline reconcile`) in the words of a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from dateline.cli.terminal import counted
from dateline.cli.words import COUNTED, DIGITS, OPEN
from dateline.vocab.countries import countries

Row = dict[str, Any]
STACKED = ("What, where, when", "Low", "Best", "High", "Grade, origins, held by")
CELLS = ("What", "Where", "When", "Low", "Best", "High", "Grade", "Origins", "Held by")


def title(row: Row) -> str:
    """ "death, incident: Orvel, Bolivia, 3 to 4 March (6 claims; 4f0c…)"."""
    country = countries().get(row["country"] or "")
    places = [row["place"]["name"] if row["place"] else "", country.name if country else row["country"] or ""]
    where = ", ".join(dict.fromkeys(place for place in places if place)) or "place not said"
    when = _when(row)
    cause = f", {row['cause']}" if row["cause"] else ""
    kind = f"{row['term_family'].replace('_', ' ')}, {row['kind']}{cause}"
    return f"{kind}: {where}, {when} ({counted(len(row['roles']), 'claim')}; {row['situation_id'][:DIGITS]})"


def cells(row: Row) -> tuple[str, ...]:
    """The `CELLS` of one row of a series."""
    unit = "" if row["unit"] == "person" else f" ({COUNTED[row['unit']]})"
    whom = f", {row['whom']}" if row["whom"] else ""
    held = sorted({*row["bounds_held_by"]["low"], *row["bounds_held_by"]["high"]})
    return (
        f"{row['term'].replace('_', ' ')}{whom}, {row['measure']}{unit}",
        _place(row["place"]),
        _when(row),
        *(f"{row[side]:,}" if row[side] is not None else OPEN for side in ("low", "best", "high")),
        row["grade"],
        str(row["origins"]),
        " ".join(claim[:DIGITS] for claim in held) or OPEN,
    )


def stacked(row: Row) -> tuple[str, ...]:
    """The same under `STACKED`, for a narrow terminal: what, where and when below each other, and so what holds it."""
    what, where, when, low, best, high, grade, origins, held = cells(row)
    voices = f"{origins} {'origin' if origins == '1' else 'origins'}"
    return "\n".join((what, where, when)), low, best, high, "\n".join((grade, voices, *held.split()))


def unheld(row: Row) -> Iterator[str]:
    """Why a situation without a row has none: "no row: negated, not what happened (1 claim)"."""
    if not row["series"]:
        reasons = Counter(reason for _, reason in row["roles"].values())
        for reason, number in sorted(reasons.items()):
            yield f"no row: {reason} ({counted(number, 'claim')})"


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


def _when(row: Row) -> str:
    """The days; of what nobody dates when it was printed."""
    days, printed = period(row["start"], row["end"]), row.get("printed")
    return f"{days}, printed {period(*printed)}" if printed and not (row["start"] or row["end"]) else days


def _place(place: Row | None) -> str:
    if place is None:
        return OPEN
    role = "" if place["role"] == "at" else f"{place['role'].replace('_', ' and ')} "
    blurred = f" ({place['blurred']})" if place["blurred"] else ""
    return f"{role}{place['name']}{blurred}{'?' if place['place'] is None and ' and ' not in place['name'] else ''}"
