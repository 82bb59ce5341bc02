"""`dateline verify`: does the ledger still hold what was put into it?"""

from __future__ import annotations

from dataclasses import asdict

import typer

from dateline.cli.emit import emit
from dateline.cli.options import DEFAULT_LEDGER, AsJson, Ledger
from dateline.cli.terminal import shows_table


def verify(ledger: Ledger = DEFAULT_LEDGER, as_json: AsJson = None) -> None:
    """Check originals against their hashes, the audit chain, and every figure against its excerpt.

    Exits 1 and names what was altered when something does not hold.
    """
    from dateline.ledger import open_ledger

    with open_ledger(ledger, create=False) as opened:
        outcome = opened.verify()
    if shows_table(as_json):
        from dateline.cli.table import show, table

        counts = [(name, str(getattr(outcome, name))) for name in COUNTED]
        show(
            table(f"{ledger}: {'holds' if outcome.ok else 'does not hold'}", ("Looked at", "Number"), counts, numbers=1)
        )
        if outcome.faults:
            show(
                table(None, ("Where", "What does not hold"), ((fault.where, fault.message) for fault in outcome.faults))
            )
        if outcome.head:
            print(f"Newest audit entry: {outcome.head}")
    else:
        emit({"ok": outcome.ok, **asdict(outcome)})
    if not outcome.ok:
        raise typer.Exit(1)


COUNTED = ("originals", "documents", "claims", "judgements", "entries")
