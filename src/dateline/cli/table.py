"""Tables for people. rich is imported when the first one is drawn."""

from __future__ import annotations

import sys
from collections.abc import Container, Iterable, Mapping, Sequence
from shutil import get_terminal_size
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from dateline.cli.terminal import clean
from dateline.cli.words import (
    DIGITS,
    beside_words,
    document_words,
    source_words,
    told_words,
    what_words,
    when_words,
    where_words,
)

if TYPE_CHECKING:
    from rich.console import Group

WIDTH_OF_A_FILE = 140
"""Columns of a table that goes to a file or a pipe."""
WIDE = 120
"""Columns from which on every field of a claim has a column of its own; below, they are stacked."""


def show(*tables: Group) -> None:
    """Print tables on stdout, in colour only on a terminal."""
    from rich.console import Console

    class Pipe(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError  # rich would leave with 1; that the reader has enough (`| head`) is no failure

    console = Pipe(width=width(), highlight=False)
    for table in tables:
        console.print(table)


def width() -> int:
    """Columns to fill."""
    return get_terminal_size().columns if sys.stdout.isatty() else WIDTH_OF_A_FILE


def heading(title: str) -> Group:
    """A title with nothing below it."""
    from rich.console import Group
    from rich.text import Text

    return Group(Text(clean(title), style="bold"))


def table(
    title: str | None,
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    numbers: int = 0,
    fixed: Container[int] = (),
) -> Group:
    """A plain table under its title; the last `numbers` columns and those at the places `fixed` are set to the right
    and never broken.

    Cells are shown, never interpreted; a table without rows says so.
    """
    from rich import box
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text

    head = [Text(clean(title), style="bold")] if title else []
    rows = list(rows)
    stacked = any("\n" in cell for row in rows for cell in row)
    drawn = Table(box=box.SIMPLE_HEAD, pad_edge=False, leading=int(stacked), show_header=any(columns))
    for place, column in enumerate(columns):
        right = place >= len(columns) - numbers or place in fixed
        drawn.add_column(column, justify="right" if right else "left", no_wrap=right, overflow="fold")
    for row in rows:
        drawn.add_row(
            *(Text(clean(cell)) for cell in row),
        )
    return Group(*head, drawn if drawn.rows else Text("  none\n"))


def extraction_tables(row: dict[str, Any]) -> list[Group]:
    """What one document gave: its claims with their sentences, and the numbers that became none if asked for."""
    document = row["document"]
    title = f"{row['id']}: {document['title']}" if document["title"] else row["id"]
    if document.get("quality"):
        title += f"\nread with care: {'; '.join(document['quality'])}"
    sentences = [claim["excerpt"]["text"] for claim in row["claims"]]
    told = {claim["claim_id"]: f"“{told_words(claim)}”" for claim in row["claims"]}
    cells = [claim_cells(claim, told) for claim in row["claims"]]
    if width() < WIDE:
        claims = table(title, ("Claim", "Sentence"), zip(map("\n".join, cells), sentences, strict=True))
    else:
        full = ((*fields, sentence) for fields, sentence in zip(cells, sentences, strict=True))
        claims = table(title, (*FIELDS, "Sentence"), full)
    if "refusals" not in row:
        return [claims]
    refusals = ((refusal["kind"], refusal["text"], refusal["reason"]) for refusal in row["refusals"])
    return [claims, table("What became no claim", ("No", "Words", "Why"), refusals)]


def claims_table(rows: Iterable[dict[str, Any]]) -> Group:
    """Claims of a ledger; the first digits of a claim's id name it (`dateline show`)."""
    cells = ((row["claim_id"][:DIGITS], *claim_cells(row), document_words(row["document"])) for row in rows)
    if width() < WIDE:
        stacked = (
            (claim, f"{figure}\n{what}", f"{where}\n{when}", f"{source}\n{document}")
            for claim, figure, what, where, when, source, document in cells
        )
        return table(None, ("Claim", "What", "Where and when", "Source and document"), stacked)
    return table(None, ("Claim", *FIELDS, "Document"), cells)


FIELDS = ("Figure", "What", "Where", "When", "Source")


def claim_cells(
    claim: dict[str, Any], told: Mapping[str, str] = MappingProxyType({})
) -> tuple[str, str, str, str, str]:
    """The `FIELDS` of a claim's row. `told` names by id what it may be a part of; others are named by their ids."""
    return (
        told_words(claim),
        ", ".join(filter(None, [what_words(claim), beside_words(claim, told)])),
        where_words(claim),
        when_words(claim["period"]),
        source_words(claim),
    )
