"""`dateline reconcile`: situations, their series, and what contradicts what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli.options import DEFAULT_LEDGER, AsJson, Ledger
from dateline.cli.terminal import clean, counted, note, shows_table
from dateline.cli.vocabulary import TERMS_LISTED, TermName

if TYPE_CHECKING:
    from dateline.model.situation import Situation

Row = dict[str, Any]
AT_ONCE = 50
"""Situations of which the claims and texts are held."""


def reconcile(
    ledger: Ledger = DEFAULT_LEDGER,
    place: Annotated[
        str | None,
        typer.Option("--place", metavar="NAME", help="Situations with a claim in a place, with all it contains."),
    ] = None,
    term: Annotated[
        TermName | None,
        typer.Option("--term", metavar="TERM", help=f"Situations with a claim of what happened: {TERMS_LISTED}."),
    ] = None,
    changed: Annotated[
        bool,
        typer.Option("--changed", help="Only situations that what was added or decided since the last time touches."),
    ] = False,
    jobs: Annotated[int, typer.Option("--jobs", metavar="N", min=1, help="Processes to compute in.")] = 1,
    as_json: AsJson = None,
) -> None:
    """Bring the claims that speak of one thing together, and say what stands: low, best, high, and why.

    Nothing is added up. Every number names the claims that hold it; an open side stays open. What was found is kept in
    the ledger, and the next run computes only what was touched since.
    """
    from dateline.cli.emit import emit
    from dateline.ledger import open_ledger
    from dateline.release import release_situations
    from dateline.run.situations import claims_behind, reconcile_ledger

    table = shows_table(as_json)
    with open_ledger(ledger, create=False) as opened:
        found = reconcile_ledger(
            opened, place=place, term=term, changed=changed, store=opened.writable, jobs=jobs, claims=False
        )
        for some in _few(found.situations):
            for row in release_situations(some, claims_behind(opened, some)):
                _print(row) if table else emit(row)
    if table:
        heard = sum(len(one.roles) for one in found.situations)
        told = f"{counted(len(found.situations), 'situation')} of {counted(heard, 'claim')}"
        note(f"{told}; {len(found.computed):,} computed now.")


def _few(situations: Sequence[Situation]) -> Iterator[Sequence[Situation]]:
    """Some at a time, so that few texts are held."""
    for first in range(0, len(situations), AT_ONCE):
        yield situations[first : first + AT_ONCE]


def _print(row: Row) -> None:
    from dateline.cli.situation_words import CELLS, STACKED, cells, corrected, derived, stacked, title, unheld
    from dateline.cli.table import WIDE, heading, show, table, width

    if not row["series"]:
        show(heading(title(row)))
    elif width() < WIDE:
        show(table(title(row), STACKED, (stacked(one) for one in row["series"]), fixed=range(1, 4)))
    else:
        show(table(title(row), CELLS, (cells(one) for one in row["series"])))
    for told in unheld(row):
        print(clean(f"  {told}\n"))
    for told in derived(row):
        print(clean(f"  = {told}\n"))
    for told in corrected(row):
        print(clean(f"  ~ {told}\n"))
    for one in row["contradictions"]:
        print(clean(f"  ! {one['why']}\n"))
