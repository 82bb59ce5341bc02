"""`dateline extract`: documents in, claims out; writes no ledger."""

from __future__ import annotations

import sys
from typing import Annotated, Any

import typer

from dateline.cli.emit import emit
from dateline.cli.fetching import fetcher_of
from dateline.cli.inputs import given
from dateline.cli.options import AsJson, Contact, Fetch, Inputs, Lang, Map, Published, columns_of
from dateline.cli.terminal import note, shows_table, stayed_in
from dateline.cli.vocabulary import KINDS, kinds


def extract(
    inputs: Inputs = None,
    published: Published = None,
    lang: Lang = None,
    columns: Map = None,
    fetch: Fetch = False,
    contact: Contact = None,
    mentions: Annotated[
        bool, typer.Option("--mentions", help="Add every place, time, number and source recognised, used or not.")
    ] = False,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain",
            help="Add the numbers, and the words that can tell an event or a statement, that became no claim, and why.",
        ),
    ] = False,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--kind",
            metavar="[figure|statement|event]",
            callback=kinds,
            help="Only claims of this kind; may be given several times.",
        ),
    ] = None,
    recent: Annotated[
        bool,
        typer.Option(
            "--recent",
            help="Also what tells of forces (clashes, strikes, withdrawals, control) on pages younger than seven days.",
        ),
    ] = False,
    as_json: AsJson = None,
) -> None:
    """Extract claims from documents: one JSON line a document, or a table. Writes no ledger.

    Names, exact ages and kin of private people are masked with █ in place.
    """
    sources = given(inputs)
    fetcher = fetcher_of(fetch, contact)
    if recent:
        note("claims of forces on pages younger than seven days are included (--recent): think of who reads them")
    withheld = 0
    from dateline.cli.progress import Watch
    from dateline.cli.table import extraction_tables, show
    from dateline.model.reading import Problem
    from dateline.release import release_extraction
    from dateline.run import extract_inputs

    with Watch("Extracting", quiet=sys.stdout.isatty()) as watch:
        for outcome in extract_inputs(
            sources,
            published=published,
            lang=lang,
            stdin=sys.stdin.buffer,
            columns=columns_of(columns),
            fetch=fetcher,
            mentions=mentions,
            explain=explain,
            kinds=kinds(kind) or KINDS,
            progress=watch,
        ):
            if isinstance(outcome, Problem):
                continue  # the watch has named it
            row = _asked(release_extraction(outcome, recent=recent), mentions=mentions, refusals=explain)
            withheld += row.get("withheld", 0)
            if shows_table(as_json):
                show(*extraction_tables(row))
            else:
                emit(row)
    stayed_in(withheld)
    if watch.failures:
        raise typer.Exit(1)


def _asked(row: dict[str, Any], **asked: bool) -> dict[str, Any]:
    """The row with the lists that were asked for, empty ones too, and without the others."""
    kept = {key: value for key, value in row.items() if asked.get(key, True)}
    return {**kept, **{key: row.get(key, []) for key, wanted in asked.items() if wanted}}
