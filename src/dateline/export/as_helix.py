"""IDMC's HELIX: its columns for a figure, one claim a row. `docs/export.md` lists them and what they cannot carry."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final, TextIO

from dateline.export.as_csv import BYTE_ORDER_MARK, cell
from dateline.export.flat import JOIN, Value
from dateline.export.idmc import ACCURACY, Told, hazard, told
from dateline.vocab.countries import countries
from dateline.vocab.load import load

if TYPE_CHECKING:
    from dateline.model.situation import Situation, Verdict

Row = dict[str, Any]
COLUMNS: Final = (
    "Entry title", "Country ISO3", "Country", "Figure cause", "Hazard category", "Hazard type", "Hazard subtype",
    "Figure category", "Figure role", "Term", "Quantifier", "Reported figure", "Unit",
    "Start date", "Start date accuracy", "End date", "End date accuracy", "Stock date", "Stock date accuracy",
    "Sources", "Source types", "Publishers", "Publication date", "Source URL", "Source excerpt",
    "Locations", "Locations accuracy", "Locations type", "Locations coordinates",
    "Calculation logic", "Not carried", "Dateline claim", "Dateline document",
)  # fmt: skip


def write_helix(
    rows: Iterable[Row], out: TextIO, *, roles: Mapping[str, str], left_out: dict[str, int], mark: bool
) -> int:
    """Write head and rows; gives the number of claims. `roles` are those of reconciliation by claim_id; a claim without
    one has an empty cell. `left_out` receives how many claims HELIX has no room for, by reason.
    """
    if mark:
        out.write(BYTE_ORDER_MARK)
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    written = 0
    for one in told(rows, left_out):
        values = _values(one, roles)
        writer.writerow([cell(values[name]) for name in COLUMNS])
        written += 1
    return written


def overtaken_by_the_last(situation: Situation) -> frozenset[str]:
    """The claims of counts that run on from one beginning and go on in a later one ("118 killed", "171 killed"): who
    adds up what is recommended would count the same people again and again.
    """
    chains: defaultdict[tuple[object, ...], list[Verdict]] = defaultdict(list)
    for row in situation.series:
        if row.measure != "stock" and row.end is not None:
            chains[row.measure, row.term, row.whom, row.unit, row.place, row.start].append(row)
    last = {key: max(row.end or "" for row in rows) for key, rows in chains.items()}
    standing = {claim for key, rows in chains.items() for row in rows if row.end == last[key] for claim in row.claims}
    return frozenset(claim for rows in chains.values() for row in rows for claim in row.claims) - standing


def _values(one: Told, roles: Mapping[str, str]) -> dict[str, Value]:
    row, document = one.row, one.row["document"]
    _, category, kind, subtype = hazard(row)
    country = countries().get(row["country"] or "")
    return {
        "Entry title": document["title"],
        "Country ISO3": row["country"],
        "Country": country.name if country else None,
        "Figure cause": {"conflict": "Conflict", "disaster": "Disaster", "other": "Other"}.get(row["cause"] or ""),
        "Hazard category": category,
        "Hazard type": kind,
        "Hazard subtype": subtype,
        "Figure category": one.category,
        "Figure role": roles.get(row["claim_id"], "").capitalize() or None,
        "Term": one.term,
        "Quantifier": one.quantifier,
        "Reported figure": one.value,
        "Unit": one.unit,
        **_dates(row),
        "Sources": _joined(source["name"] for source in row["sources"]),
        "Source types": _joined(load("idmc")["source_types"][source["type"]] for source in row["sources"]),
        "Publishers": document["publisher"],
        "Publication date": document["published"],
        "Source URL": document["url"],
        "Source excerpt": row["excerpt"]["text"],
        **_locations(row),
        "Calculation logic": f"As printed: {row['figure']['text']}",
        "Not carried": _joined(one.lost),
        "Dateline claim": row["claim_id"],
        "Dateline document": document["id"],
    }


def _dates(row: Row) -> dict[str, Value]:
    """A stock has the day it was counted on, a flow the ends of its period; a date without a year is none here."""
    period = row["period"]
    accuracy = ACCURACY.get(period["precision"] or "", "Unknown")
    start, end = (_whole(period[name]) for name in ("start", "end"))
    stock = row["measure"] == "stock"
    values: dict[str, Value] = {
        "Start date": None if stock else start,
        "End date": None if stock else end,
        "Stock date": (end or start) if stock else None,
    }
    return values | {f"{name} accuracy": accuracy if value else None for name, value in values.items()}


def _whole(date: str | None) -> str | None:
    return date if date and not date.startswith("--") else None


def _locations(row: Row) -> dict[str, Value]:
    words = load("idmc")
    placed = [(place, place["place"]) for place in row["places"]]
    return {
        "Locations": _joined(found["name"] if found else place["name"] for place, found in placed),
        "Locations accuracy": _joined(
            words["location_accuracy"][found["precision"]] if found else "Unknown" for _, found in placed
        ),
        "Locations type": _joined(words["location_roles"][place["role"]] for place, _ in placed),
        "Locations coordinates": _joined(
            f"{found['lat']:.5f}, {found['lon']:.5f}" if found and found["lat"] is not None else ""
            for _, found in placed
        ),
    }


def _joined(names: Iterable[str]) -> str | None:
    kept = list(names)
    return JOIN.join(kept) if any(kept) else None
