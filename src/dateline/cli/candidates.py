"""What a name can mean, as rows and as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.gazetteer import Entry
    from dateline.gazetteer.explain import Candidate

Row = dict[str, Any]


def candidate_row(candidate: Candidate) -> Row:
    """One candidate as JSON: the entry, the table it comes from (null: the package), its score and the reasons."""
    reasons = [{"reason": words, "adds": round(value, 2)} for words, value in candidate.reasons]
    score = {"table": candidate.source, "score": round(candidate.score, 2), "reasons": reasons}
    return {**entry_row(candidate.entry), **score}


def entry_row(entry: Entry) -> Row:
    """What the gazetteer says of a place."""
    return {
        "gazetteer": entry.gazetteer,
        "id": entry.id,
        "name": entry.name,
        "feature": entry.feature,
        "country": entry.country or None,
        "admin1": entry.admin1,
        "admin2": entry.admin2,
        "lat": entry.lat,
        "lon": entry.lon,
        "radius_km": entry.radius_km,
        "derived": entry.derived,
        "population": entry.population,
        "precision": entry.precision,
        "alternate": entry.alternate,
        "respelled": entry.respelled,
    }


COLUMNS = ("Place", "Where", "Identifier", "Why", "Score")


def show_candidates(title: str, rows: list[Row], most: int) -> None:
    """A table of the first candidates on stdout; how many more there are stands under it."""
    from dateline.cli.table import show, table

    show(table(title, COLUMNS, map(candidate_cells, rows[:most]), numbers=1))
    if len(rows) > most:
        print(f"… and {len(rows) - most} more (--most)")


def candidate_cells(row: Row) -> tuple[str, str, str, str, str]:
    """The `COLUMNS` of a candidate's row."""
    identifier = f"{row['gazetteer']} {row['id']}" + (f", from {row['table']}" if row["table"] else "")
    why = ", ".join(f"{reason['reason']} {reason['adds']:+.1f}" for reason in row["reasons"])
    return f"{row['name']} ({row['feature']})", where_words(row), identifier, why, f"{row['score']:.1f}"


def where_words(row: Row) -> str:
    """The units around a place and its position: "Mosul District, Nineveh, IRQ; 36.34, 43.12"."""
    around = ", ".join(filter(None, (row["admin2"], row["admin1"], row["country"])))
    middle = "about " if row["derived"] else ""
    point = f"{middle}{row['lat']:.2f}, {row['lon']:.2f}" if row["lat"] is not None else ""
    return "; ".join(filter(None, (around, point))) or "–"
