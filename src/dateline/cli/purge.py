"""`dateline purge`: take a document's text and original out; leave a tombstone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.options import DEFAULT_LEDGER, By, Citation, Ledger, Why
from dateline.cli.terminal import counted, note
from dateline.errors import NotFound

if TYPE_CHECKING:
    from dateline.ledger import Ledger as OpenLedger


def purge(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="The document's id, or its first digits.")],
    by: By,
    why: Why,
    ledger: Ledger = DEFAULT_LEDGER,
    citation: Citation = None,
) -> None:
    """Remove a document's text, original and claims for good. A tombstone (hash, citation, reason) stays.

    A purged document is not taken in again. This cannot be undone.
    """
    from dateline.ledger import open_ledger

    with open_ledger(ledger, create=False) as opened:
        try:
            purged = opened.purge(document, by=by, why=why, citation=citation)
        except NotFound:
            if not _is_purged(opened, document):
                raise
            note(f"document {document} was purged before; {_erased(opened.erase())}")
            return
    note(f"purged: document {purged.tombstone.document_id} with {counted(purged.claims, 'claim')}; its tombstone stays")
    if purged.shared_with:
        note(f"  → the same bytes are kept for {', '.join(purged.shared_with)}: purge them too if they must go")
    if purged.other_versions:
        note(f"  → other versions of the page may hold the same words: {', '.join(purged.other_versions)}")
    if not purged.erased:
        note(f"  → {_erased(False)}")


def _is_purged(ledger: OpenLedger, document: str) -> bool:
    buried = [tombstone.document_id for tombstone in ledger.tombstones() if tombstone.claim_id is None]
    return any(document_id.startswith(document) for document_id in buried)


def _erased(done: bool) -> str:
    if done:
        return "nothing of it is left in the file"
    return "another process has the ledger open, so old bytes may still lie in the file: close it and purge again"
