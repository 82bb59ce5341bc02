"""`dateline export`: released claims for other tools."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from dateline.cli.options import DEFAULT_LEDGER, Ledger
from dateline.cli.terminal import counted, note

Form = Literal["csv", "jsonl", "geojson"]


def export(
    form: Annotated[Form, typer.Option("--as", help="In which form.")] = "jsonl",
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Where it goes (default: standard output).")
    ] = None,
    ledger: Ledger = DEFAULT_LEDGER,
) -> None:
    """Write the ledger's claims for other tools: masked, coarsened, with a window of text around each figure."""
    from dateline.export import write_export
    from dateline.ledger import open_ledger

    with open_ledger(ledger, create=False) as opened:
        if out is None:
            write_export(opened, form, sys.stdout)
            return
        with out.open("w", encoding="utf-8", newline="") as file:
            written = write_export(opened, form, file)
    note(f"wrote {counted(written, 'claim')} to {out}")
