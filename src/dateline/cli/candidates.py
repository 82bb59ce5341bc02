"""What a name can mean, as rows and as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from dateline.errors import InputError

if TYPE_CHECKING:
    from dateline.extract.place.explain import Explained
    from dateline.gazetteer import Entry

Row = dict[str, Any]


def name_rows(names: Sequence[str], country: str | None) -> Iterator[Row]:
    """What each name can mean, before any page is asked."""
    from dateline.gazetteer import open_gazetteer
    from dateline.gazetteer.explain import candidates

    gazetteer = open_gazetteer()
    for name in names:
        found = candidates(gazetteer, name, country=country)
        yield {"name": name, "candidates": [candidate_row(c.entry, c.score, c.reasons, c.source) for c in found]}


def page_rows(page: str, names: Sequence[str]) -> Iterator[Row]:
    """What each name was taken for in the documents of an input, and why.

    A name that a document does not use as a place has no place and no candidates. Raises InputError for an input
    that cannot be read.
    """
    from dateline.extract.explained import explain_place
    from dateline.model.reading import Problem
    from dateline.read import read_inputs

    for reading in read_inputs([page]):
        if isinstance(reading, Problem):
            raise InputError(reading.message, document=reading.input, advice=reading.advice)
        for name in names:
            document = reading.document
            found = explain_place(document, name)
            yield from (page_row(document.name, told) for told in found)
            if not found:
                why = "the page names no such place"
                yield {"name": name, "in": document.name, "said": 0, "why": why, "place": None, "candidates": []}


def page_row(page: str, told: Explained) -> Row:
    """How a page's name was decided: what it was taken for (null: left open), why, and its candidates there."""
    from dateline.gazetteer import open_gazetteer
    from dateline.gazetteer.explain import source_of

    gazetteer = open_gazetteer()
    rows = [candidate_row(w.entry, w.score, w.reasons, source_of(gazetteer, w.entry)) for w in told.candidates]
    taken = entry_row(told.taken) if told.taken else None
    return {"name": told.name, "in": page, "said": told.said, "why": told.why, "place": taken, "candidates": rows}


def candidate_row(entry: Entry, score: float, reasons: Iterable[tuple[str, float]], source: str | None) -> Row:
    """One candidate as JSON: the entry, the table it comes from (null: the package), its score and the reasons."""
    told = [{"reason": words, "adds": round(value, 2)} for words, value in reasons]
    return {**entry_row(entry), "table": source, "score": round(score, 2), "reasons": told}


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


def show_candidates(row: Row, most: int) -> None:
    """A table of the first candidates on stdout; how many more there are stands under it."""
    from dateline.cli.table import show, table

    rows = row["candidates"]
    title = f"{row['name']} in {row['in']}: {taken_words(row)}" if "in" in row else row["name"]
    show(table(title, COLUMNS, map(candidate_cells, rows[:most]), numbers=1))
    if len(rows) > most:
        print(f"… and {len(rows) - most} more (--most)")


def taken_words(row: Row) -> str:
    """What a name was taken for on its page, and why."""
    place = row["place"]
    taken = f"{place['name']} ({place['feature']}, {where_words(place)})" if place else "open"
    return f"{taken}: {row['why']}"


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
