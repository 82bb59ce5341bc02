"""Tables for people. rich is imported when the first one is drawn."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from dateline.cli.terminal import clean
from dateline.cli.words import document_words, figure_words, source_words, what_words, when_words, where_words

if TYPE_CHECKING:
    from rich.console import Group

WIDTH_OF_A_FILE = 140
"""Columns of a table that goes to a file or a pipe."""


def show(*tables: Group) -> None:
    """Print tables on stdout, in colour only on a terminal."""
    from rich.console import Console

    console = Console(width=None if sys.stdout.isatty() else WIDTH_OF_A_FILE, highlight=False)
    for table in tables:
        console.print(table)


def table(title: str | None, columns: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: int = 0) -> Group:
    """A plain table under its title; the last `numbers` columns are set to the right.

    Cells are shown, never interpreted; a table without rows says so.
    """
    from rich import box
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text

    head = [Text(clean(title), style="bold")] if title else []
    drawn = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for place, column in enumerate(columns):
        right = place >= len(columns) - numbers
        drawn.add_column(column, justify="right" if right else "left", no_wrap=right, overflow="fold")
    for row in rows:
        drawn.add_row(*(Text(clean(cell)) for cell in row))
    return Group(*head, drawn if drawn.rows else Text("  none\n"))


def extraction_tables(row: dict[str, Any]) -> list[Group]:
    """What one document gave: its claims with their sentences, and the numbers that became none if asked for."""
    document = row["document"]
    title = f"{row['id']}: {document['title']}" if document["title"] else row["id"]
    claims = table(
        title,
        ("Figure", "What", "Where", "When", "Source", "Sentence"),
        ((*claim_cells(claim), claim["excerpt"]["text"]) for claim in row["claims"]),
    )
    if "refusals" not in row:
        return [claims]
    refusals = ((refusal["text"], refusal["reason"]) for refusal in row["refusals"])
    return [claims, table("Numbers that became no claim", ("Number", "Why"), refusals)]


def claims_table(rows: Iterable[dict[str, Any]]) -> Group:
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
