"""`dateline report`: one HTML page to send on."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.options import DEFAULT_LEDGER, Ledger, Recent
from dateline.cli.terminal import counted, note, stayed_in


def report(
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="Where the page goes.")] = Path("report.html"),
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DATE", help="Mark what was added on that day (UTC) or later."),
    ] = None,
    recent: Recent = False,
    ledger: Ledger = DEFAULT_LEDGER,
) -> None:
    """Write one self-contained HTML page: what stands, what is claimed, each number with its sentence. No network."""
    from dateline.cli.audit import log_recent
    from dateline.ledger import open_ledger
    from dateline.report import write_report

    if recent:
        log_recent(ledger, "report")
    withheld: dict[str, int] = {}
    with open_ledger(ledger, create=False) as opened:
        written = write_report(opened, out, since=since, recent=recent, withheld=withheld)
    stayed_in(sum(withheld.values()))
    note(f"wrote {out} with {counted(written, 'claim')}")
