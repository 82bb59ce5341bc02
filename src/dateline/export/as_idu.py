"""IDMC's displacement updates (IDU): one JSON object a claim, with the fields of its published feed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final, TextIO

from dateline.export.flat import mapped
from dateline.export.idmc import Told, hazard, told
from dateline.export.text import writable
from dateline.vocab.countries import countries

Row = dict[str, Any]
TERMS: Final = frozenset(
    {
        "displaced", "forced_to_flee", "evacuated", "relocated", "sheltered", "in_relief_camp", "homeless",
        "destroyed_housing", "partially_destroyed_housing", "uninhabitable_housing",
    }
)  # fmt: skip
"""An update tells of displacement and of nothing else."""


def write_idu(rows: Iterable[Row], out: TextIO, *, left_out: dict[str, int]) -> int:
    """Write a JSON array, one update a line; gives the number of claims. `left_out` receives what updates have no room
    for, by reason.
    """
    written = 0
    out.write("[")
    for one in told(_displacement(rows, left_out), left_out):
        line = writable(json.dumps(update(one), ensure_ascii=False, allow_nan=False))
        out.write(f",\n{line}" if written else f"\n{line}")
        written += 1
    out.write("\n]\n")
    return written


def _displacement(rows: Iterable[Row], left_out: dict[str, int]) -> Iterator[Row]:
    for row in rows:
        if row["kind"] == "figure" and row["term"] not in TERMS:
            reason = f"claims of people {row['term']}"
            left_out[reason] = left_out.get(reason, 0) + 1
        else:
            yield row


def update(one: Told) -> Row:
    """The fields of the feed; null where the claim leaves them open. Dates are whole days or null."""
    row, document, period = one.row, one.row["document"], one.row["period"]
    place = mapped(row)
    found = place["place"] if place else None
    located = found is not None and found["lat"] is not None
    start, end = _day(period["start"], first=True), _day(period["end"], first=False)
    category, subcategory, kind, subtype = hazard(row)
    country = countries().get(row["country"] or "")
    return {
        "id": row["claim_id"],
        "country": country.name if country else None,
        "iso3": row["country"],
        "latitude": found["lat"] if found and located else None,
        "longitude": found["lon"] if found and located else None,
        "centroid": f"[{found['lat']}, {found['lon']}]" if found and located else None,
        "displacement_type": {"conflict": "Conflict", "disaster": "Disaster"}.get(row["cause"] or "", "Other"),
        "qualifier": one.qualifier,
        "figure": one.value,
        "unit": one.unit,
        "displacement_date": end or start,
        "displacement_start_date": start or end,
        "displacement_end_date": end or start,
        "year": int((end or start or "")[:4]) if end or start else None,
        "event_name": None,
        "category": category,
        "subcategory": subcategory,
        "type": kind,
        "subtype": subtype,
        "standard_popup_text": row["excerpt"]["text"],
        "sources": [source["name"] for source in row["sources"]],
        "source_url": document["url"],
        "publisher": document["publisher"],
        "created_at": row.get("added_at"),
        "not_carried": list(one.lost),
    }


def _day(value: str | None, *, first: bool) -> str | None:
    """The day of a date at its own precision: of a month or a year its first or last one; None without a year."""
    if value is None or value.startswith("--"):
        return None
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 3:
        return value
    year, month = parts[0], parts[1] if len(parts) == 2 else (1 if first else 12)
    if first:
        return date(year, month, 1).isoformat()
    following = date(year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1).isoformat()
