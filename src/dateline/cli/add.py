"""`dateline add`: read, extract, store."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from dateline.cli.emit import emit
from dateline.cli.fetching import fetcher_of
from dateline.cli.inputs import given
from dateline.cli.options import (
    DEFAULT_LEDGER,
    AsJson,
    Contact,
    Fetch,
    Inputs,
    Lang,
    Ledger,
    Map,
    Published,
    columns_of,
)
from dateline.cli.terminal import counted, shows_table


def add(
    inputs: Inputs = None,
    ledger: Ledger = DEFAULT_LEDGER,
    published: Published = None,
    lang: Lang = None,
    columns: Map = None,
    fetch: Fetch = False,
    contact: Contact = None,
    workers: Annotated[
        int, typer.Option("--workers", metavar="N", min=1, help="Processes that read and extract (1: this one alone).")
    ] = 1,
    engine: Annotated[
        str | None,
        typer.Option(
            "--engine",
            metavar="NAME",
            help="What works on the shards: local, or ray for a cluster.",
            show_default=False,
        ),
    ] = None,
    keep_all: Annotated[
        bool | None,
        typer.Option(
            "--keep-all/--pass-over",
            help="Keep pages without a claim, those of archives too; or pass them over, files too. "
            "By default pages of archives are passed over.",
            show_default=False,
        ),
    ] = None,
    as_json: AsJson = None,
) -> None:
    """Read documents, extract their claims and store both. Adding the same input again adds nothing.

    Each document is stored whole or not at all; what was stored stays, whatever happens to the rest.
    Pages of web archives without a claim are named with where they lie, and not kept (`dateline passed-over`).
    With --workers or --engine large inputs are worked on in shards; the same command goes on where it was stopped.
    """
    sources = given(inputs)
    fetcher = fetcher_of(fetch, contact)
    from dateline.cli.progress import Watch
    from dateline.run import add_inputs

    with Watch("Adding") as watch:
        summary = add_inputs(
            sources, ledger, published=published, lang=lang, stdin=sys.stdin.buffer, columns=columns_of(columns),
            fetch=fetcher, progress=watch, workers=workers, engine=engine, keep_all=keep_all,
        )  # fmt: skip
    if shows_table(as_json):
        print(
            f"{counted(summary.documents, 'document')}: {summary.new} new, {summary.reread} read anew, "
            f"{summary.unchanged} unchanged; {counted(summary.claims, 'claim')} added to {ledger}"
        )
        if summary.passed_over:
            pages = counted(summary.passed_over, "page")
            print(f"{pages} without a claim passed over (`dateline passed-over` names them)")
    else:
        emit(summary.to_json())
    if summary.problems:
        raise typer.Exit(1)
