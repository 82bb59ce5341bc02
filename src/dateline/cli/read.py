"""`dateline read`: what is read of an input, and what is left out."""

from __future__ import annotations

import sys
from collections import Counter
from typing import Any

import typer

from dateline.cli.emit import emit
from dateline.cli.fetching import fetcher_of
from dateline.cli.inputs import given
from dateline.cli.options import AsJson, Contact, Fetch, Inputs, Lang, Map, Published, columns_of
from dateline.cli.terminal import counted, shows_table


def read(
    inputs: Inputs = None,
    published: Published = None,
    lang: Lang = None,
    columns: Map = None,
    fetch: Fetch = False,
    contact: Contact = None,
    as_json: AsJson = None,
) -> None:
    """Show what is read of each document: title, publisher, date and where it comes from, how the text begins.

    And what is left out or marked: menus, captions, comments, repeats, other stories. Extracts nothing.
    """
    sources = given(inputs)
    fetcher = fetcher_of(fetch, contact)
    from dateline.cli.progress import Watch
    from dateline.model.reading import Problem
    from dateline.read import read_inputs
    from dateline.release import release_reading

    with Watch("Reading", quiet=sys.stdout.isatty()) as watch:
        for one in read_inputs(
            sources,
            published=published,
            lang=lang,
            stdin=sys.stdin.buffer,
            columns=columns_of(columns),
            fetch=fetcher,
        ):
            if isinstance(one, Problem):
                watch.failed(one)
                continue
            watch.read(one)
            row = release_reading(one)
            if shows_table(as_json):
                _show(row)
            else:
                emit(row)
    if watch.failures:
        raise typer.Exit(1)


def _show(row: dict[str, Any]) -> None:
    from dateline.cli.table import show, table

    document = row["document"]
    dated = f"{document['published']} (from {row['published_from']})" if document["published"] else "open"
    lines = [
        ("title", document["title"] or "open"),
        ("publisher", document["publisher"] or "open"),
        ("published", dated),
        ("language", document["lang"] or "open"),
        ("address", document["url"] or "none"),
        ("kind", row["media_type"]),
        ("text", f"{counted(row['characters'], 'character')}: {row['begins']}"),
        ("left out", _left_out(row) or "nothing"),
        ("marked", _marked(row) or "nothing"),
        ("note", "; ".join(document.get("quality", ())) or "none"),
    ]
    show(table(row["id"], ("", ""), lines))


def _left_out(row: dict[str, Any]) -> str:
    return "; ".join(
        f"{one['why']} ({counted(one['pieces'], 'piece')}, {counted(one['characters'], 'character')})"
        for one in row["left_out"]
    )


def _marked(row: dict[str, Any]) -> str:
    kinds = Counter(part["kind"] for part in row["parts"])
    return ", ".join(f"{kind}: {number}" for kind, number in kinds.items())
