"""`dateline gazetteer …`: a user's own places over those that the package brings, and why a name means what it does."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.emit import emit
from dateline.cli.options import AsJson
from dateline.cli.terminal import counted, explain, note, shows_table
from dateline.errors import InputError, UsageError

if TYPE_CHECKING:
    from dateline.gazetteer.load import Added

app = typer.Typer(
    no_args_is_help=True,
    help="Names of places: add your own tables, list and remove them, and see what a name can mean.",
)


def _country(value: str | None) -> str | None:
    if value is None:
        return None
    from dateline.gazetteer.load import country_code

    if (code := country_code(value)) is None:
        raise typer.BadParameter(f"{value!r} is no country (ISO alpha-2, alpha-3 or an English name)")
    return code


@app.command()
def add(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE", help="A GeoNames dump, Who's On First as JSON lines, a table of P-codes, or a plain CSV."
        ),
    ],
    kind: Annotated[
        str | None,
        typer.Option("--kind", metavar="KIND", help="geonames, whosonfirst, pcodes, csv (default: by its first line)."),
    ] = None,
    country: Annotated[
        str | None,
        typer.Option("--country", metavar="COUNTRY", callback=_country, help="The country where the table names none."),
    ] = None,
) -> None:
    """Lay tables of places over the gazetteer: what they hold wins over what the package brings.

    A table is added whole or not at all; a file of the same name takes the place of the one added before.
    """
    from dateline.gazetteer.load import add_file

    failed = False
    for file in files:
        try:
            _tell(file, add_file(file, kind=kind, country=country))
        except InputError as error:
            explain(error)
            failed = True
    if failed:
        raise typer.Exit(1)


@app.command()
def find(
    names: Annotated[list[str], typer.Argument(metavar="NAME", help="A name as a text would write it.")],
    country: Annotated[
        str | None,
        typer.Option("--country", metavar="COUNTRY", callback=_country, help="Only candidates of this country."),
    ] = None,
    page: Annotated[
        str | None,
        typer.Option("--in", metavar="INPUT", help="A page: what it says of the name decides, and is shown."),
    ] = None,
    most: Annotated[int, typer.Option("--most", metavar="NUMBER", min=1, help="So many candidates of a name.")] = 10,
    as_json: AsJson = None,
) -> None:
    """Show what a name can mean: its candidates, best first, each with its score and the reasons for it.

    With --in a page, show what the name was taken for there, and why, or why it was left open.
    """
    from dateline.cli.candidates import name_rows, page_rows, show_candidates

    if not all(name.strip() for name in names):
        raise UsageError("a name is empty")
    if page is not None and country is not None:
        raise UsageError("--country and --in exclude each other: the page decides")
    for row in page_rows(page, names) if page is not None else name_rows(names, country):
        if shows_table(as_json):
            show_candidates(row, most)
        else:
            emit({**row, "candidates": row["candidates"][:most]})


@app.command("list")
def list_(as_json: AsJson = None) -> None:
    """List the tables that were added, the one that wins last."""
    from dateline.gazetteer.load import tables

    found = tables()
    if not shows_table(as_json):
        for one in found:
            told = {"name": one.name, "source": one.source, "sha256": one.sha256, "kind": one.kind}
            emit({**told, "entries": one.entries, "replaced": one.replaced, "file": str(one.path)})
        return
    from dateline.cli.table import show, table

    columns = ("Name", "From", "Kind", "File", "Places", "Replace known")
    cells = ((t.name, t.source, t.kind, str(t.path), f"{t.entries:,}", f"{t.replaced:,}") for t in found)
    show(table("Tables over the gazetteer", columns, cells, numbers=2))


@app.command()
def remove(
    names: Annotated[list[str], typer.Argument(metavar="NAME", help="As `dateline gazetteer list` shows it.")],
) -> None:
    """Take added tables away again; the package's own places are as before."""
    from dateline.gazetteer.load import remove as take_away

    missing = [name for name in names if not take_away(name)]
    for name in missing:
        note(f"dateline: there is no table {name!r}: `dateline gazetteer list` shows them")
    if missing:
        raise typer.Exit(1)


def _tell(file: Path, added: Added) -> None:
    note(
        f"{file}: {counted(added.entries, 'place')} added, {added.replaced:,} of them in the place of known ones "
        f"({added.kind}); taken away by `dateline gazetteer remove {added.path.stem}`"
    )
