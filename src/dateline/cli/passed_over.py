"""`dateline passed-over`: the pages that gave no claim and were not kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from dateline.cli.options import DEFAULT_LEDGER, AsJson, Ledger
from dateline.cli.terminal import shows_table

if TYPE_CHECKING:
    from dateline import ledger as ledger_room

COLUMNS = ("address", "lies at", "why", "passed over")


def passed_over(ledger: Ledger = DEFAULT_LEDGER, as_json: AsJson = None) -> None:
    """List the pages of archives that were passed over: where each lies, its hash and why it was not kept.

    A page is read and kept after all by adding its archive again with --keep-all.
    """
    from dateline.ledger import open_ledger

    with open_ledger(ledger, create=False) as opened:
        if not shows_table(as_json):
            from dateline.cli.emit import emit

            for row in map(_row, opened.passed_over()):
                emit(row)
            return
        from dateline.cli.table import show, table

        show(table("Passed over", COLUMNS, _cells(opened.passed_over())))


def _row(one: ledger_room.LedgerPassedOver) -> dict[str, Any]:
    page = one.page
    return {
        "url": page.url, "sha256": page.sha256, "came_from": page.came_from, "why": page.why, "at": one.at,
        "extractor": one.extractor,
    }  # fmt: skip


def _cells(pages: Iterator[ledger_room.LedgerPassedOver]) -> Iterator[tuple[str, ...]]:
    return ((one.page.url or "", one.page.came_from, one.page.why, one.at) for one in pages)
