"""`dateline show`: one claim with its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli.emit import emit
from dateline.cli.options import DEFAULT_LEDGER, AsJson, ClaimId, Ledger, Recent
from dateline.cli.terminal import clean, shows_table, stayed_in

if TYPE_CHECKING:
    from dateline.ledger import LedgerClaim


def show(
    claim: ClaimId,
    ledger: Ledger = DEFAULT_LEDGER,
    unmasked: Annotated[
        bool, typer.Option("--unmasked", help="Show names of private people; writes an audit entry.")
    ] = False,
    recent: Recent = False,
    as_json: AsJson = None,
) -> None:
    """Show one claim: its sentence, its fields, where it comes from, and what people decided about it."""
    from dateline.cli.audit import log_recent, log_unmasked
    from dateline.ledger import open_ledger

    with open_ledger(ledger, create=False) as opened:
        found = opened.claim(claim, text=True)
    if unmasked:
        log_unmasked(ledger, "show", claim_id=found.claim.claim_id)
    if recent:
        log_recent(ledger, "show", claim_id=found.claim.claim_id)
    row = _row(found, unmasked, recent)
    if "withheld" in row:
        stayed_in(1)
    if shows_table(as_json):
        _print(row)
    else:
        emit(row)


def _row(found: LedgerClaim, unmasked: bool, recent: bool) -> dict[str, Any]:
    from dateline.release import release_claim

    return release_claim(found, unmasked=unmasked, decisions=True, recent=recent)


def _print(row: dict[str, Any]) -> None:
    from dateline.cli.table import claim_cells, table
    from dateline.cli.table import show as draw

    document, tombstone = row["document"], row.get("tombstone")
    if tombstone:
        told = [("Citation", tombstone["citation"]), ("Withdrawn", tombstone["at"]), ("Reason", tombstone["reason"])]
    elif "withheld" in row:
        told = [("Withheld", row["withheld"])]
    else:
        cells = zip(("Figure", "What", "Where", "When", "Source"), claim_cells(row), strict=True)
        told = [*cells, ("Score", f"{row['score']:.2f} ({row['extractor']})")]
        print(clean(f"“{row['excerpt']['text']}”\n"))
    facts = [
        *told,
        ("Document", " · ".join(str(document[key]) for key in ("title", "publisher", "published") if document[key])),
        ("Link", document["url"]),
        ("Status", row.get("status")),
        ("Claim", row["claim_id"]),
    ]
    draw(table(None, ("", ""), ((name, value) for name, value in facts if value)))
    decisions = [(j["at"], _decided(j), j["by"], j["why"], str(j["id"])) for j in row.get("judgements", ())]
    if decisions:
        draw(table("Decisions", ("When", "What", "By", "Why", "Number"), decisions))


def _decided(judgement: dict[str, Any]) -> str:
    """What was decided: a correction names the field, what the machine read and what stands instead ("correct term:
    injured → evacuated"); what was taken back says so.
    """
    from dateline.cli.words import OPEN

    words = str(judgement["action"])
    if words == "correct":
        old, new = (OPEN if value is None else str(value) for value in (judgement["old"], judgement["new"]))
        words = f"correct {judgement['field']}: {old} → {new}"
    return words if judgement["active"] else f"{words} (undone)"
