"""`dateline reconcile`: situations, their series, and what contradicts what."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from dateline.cli.options import DEFAULT_LEDGER, AsJson, Ledger
from dateline.cli.terminal import clean, counted, note, shows_table
from dateline.cli.vocabulary import TERMS_LISTED, TermName

Row = dict[str, Any]


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
    from dateline.ledger import open_ledger
    from dateline.release import release_situations
    from dateline.run.situations import reconcile_ledger

    with open_ledger(ledger, create=False) as opened:
        found = reconcile_ledger(opened, place=place, term=term, changed=changed, store=opened.writable, jobs=jobs)
    rows = release_situations(found.situations, found.claims)
    if not shows_table(as_json):
        from dateline.cli.emit import emit

        for row in rows:
            emit(row)
        return
    for row in rows:
        _print(row)
    heard = sum(len(one.roles) for one in found.situations)
    told = f"{counted(len(found.situations), 'situation')} of {counted(heard, 'claim')}"
    note(f"{told}; {len(found.computed):,} computed now.")


def _print(row: Row) -> None:
    from dateline.cli.situation_words import CELLS, cells, corrected, derived, title
    from dateline.cli.table import show, table

    show(table(title(row), CELLS, (cells(one) for one in row["series"])))
    for told in derived(row):
        print(clean(f"  = {told}\n"))
    for told in corrected(row):
        print(clean(f"  ~ {told}\n"))
    for one in row["contradictions"]:
        print(clean(f"  ! {one['why']}\n"))
