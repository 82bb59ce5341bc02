"""Tables for people. rich is imported when the first one is drawn."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from dateline.cli.terminal import clean
from dateline.cli.words import document_words, figure_words, source_words, what_words, when_words, where_words

if TYPE_CHECKING:
    from rich.table import Table

WIDTH_OF_A_FILE = 140
"""Columns of a table that goes to a file or a pipe."""


def show(*tables: Table) -> None:
    """Print tables on stdout, in colour only on a terminal."""
    from rich.console import Console

    console = Console(width=None if sys.stdout.isatty() else WIDTH_OF_A_FILE, highlight=False)
    for table in tables:
        console.print(table)


def table(title: str | None, columns: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: int = 0) -> Table:
    """A plain table; the last `numbers` columns are set to the right. Cells are shown, never interpreted."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    drawn = Table(
        title=Text(clean(title)) if title else None, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False
    )
    for place, column in enumerate(columns):
        right = place >= len(columns) - numbers
        drawn.add_column(column, justify="right" if right else "left", no_wrap=right, overflow="fold")
    for row in rows:
        drawn.add_row(*(Text(clean(cell)) for cell in row))
    return drawn


def extraction_tables(row: dict[str, Any]) -> list[Table]:
    """What one document gave: its claims with their sentences, and the numbers that became none if asked for."""
    document = row["document"]
    title = f"{row['id']}: {document['title']}" if document["title"] else row["id"]
    claims = table(
        title,
        ("Figure", "What", "Where", "When", "Source", "Sentence"),
        ((*claim_cells(claim), claim["excerpt"]["text"]) for claim in row["claims"]),
    )
    if not row["claims"]:
        claims.caption = "no claim"
    if "refusals" not in row:
        return [claims]
    refusals = ((refusal["text"], refusal["reason"]) for refusal in row["refusals"])
    return [claims, table("Numbers that became no claim", ("Number", "Why"), refusals)]


def claims_table(rows: Iterable[dict[str, Any]]) -> Table:
    """Claims of a ledger; the first digits of a claim's id name it (`dateline show`)."""
    columns = ("Claim", "Figure", "What", "Where", "When", "Source", "Document")
    cells = ((row["claim_id"][:DIGITS], *claim_cells(row), document_words(row["document"])) for row in rows)
    return table(None, columns, cells)


DIGITS = 8
"""So many digits of an id are shown: enough to tell millions apart."""


def claim_cells(claim: dict[str, Any]) -> tuple[str, str, str, str, str]:
    """Figure, what, where, when and source of a claim's row."""
    return (
        figure_words(claim["figure"]),
        what_words(claim),
        where_words(claim),
        when_words(claim["period"]),
        source_words(claim),
    )
