"""`dateline export`: released claims for other tools."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.options import DEFAULT_LEDGER, Ledger, Recent
from dateline.cli.terminal import counted, note, stayed_in


def export(
    form: Annotated[
        str, typer.Option("--as", metavar="FORM", help="csv, jsonl, geojson, helix, idu or parquet.")
    ] = "jsonl",
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Where it goes (default: standard output).")
    ] = None,
    recent: Recent = False,
    ledger: Ledger = DEFAULT_LEDGER,
) -> None:
    """Write the ledger's claims for other tools: masked, coarsened, with a window of text around each figure."""
    from dateline.cli.audit import log_recent
    from dateline.export import write_export
    from dateline.ledger import open_ledger

    if recent:
        log_recent(ledger, "export")
    left_out: dict[str, int] = {}
    withheld: dict[str, int] = {}
    with open_ledger(ledger, create=False) as opened:
        written = write_export(opened, form, out or sys.stdout, left_out=left_out, recent=recent, withheld=withheld)
    stayed_in(sum(withheld.values()))
    if left_out:
        told = ", ".join(f"{number:,} {reason}" for reason, number in sorted(left_out.items(), key=lambda one: -one[1]))
        note(f"{form} has no room for {told}; csv and jsonl hold them")
    if out:
        note(f"wrote {counted(written, 'claim')} to {out}")
