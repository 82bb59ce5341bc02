"""`dateline actors …`: a user's own bodies over those that the package knows, and whom a name stands for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli.emit import emit
from dateline.cli.options import AsJson
from dateline.cli.terminal import counted, explain, note, shows_table
from dateline.errors import InputError, UsageError

if TYPE_CHECKING:
    from dateline.vocab.actors import Actor

app = typer.Typer(
    no_args_is_help=True,
    help="Bodies known by name: add your own lists, see and remove them, and see whom a name stands for.",
)


@app.command()
def add(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="YAML: one list of actors a type.")],
) -> None:
    """Lay lists of actors over those that the package knows: of one name, yours is meant.

    A list is added whole or not at all; a file of the same name takes the place of the one added before.
    """
    from dateline.vocab.own_actors import add_list

    failed = False
    for file in files:
        try:
            added = add_list(file)
        except InputError as error:
            explain(error)
            failed = True
        else:
            many = counted(len(added.actors), "actor")
            note(f"{file}: {many} added; taken away by `dateline actors remove {added.name}`")
    if failed:
        raise typer.Exit(1)


@app.command()
def find(
    names: Annotated[list[str], typer.Argument(metavar="NAME", help="A name as a text would write it.")],
    as_json: AsJson = None,
) -> None:
    """Show whom a name stands for in a text: its body, type, country, and where it has been a party to a conflict."""
    from dateline.vocab.actors import known_actors

    if not all(name.strip() for name in names):
        raise UsageError("a name is empty")
    rows = [{"name": name, "actor": _row(actor) if (actor := known_actors().named(name)) else None} for name in names]
    if not shows_table(as_json):
        for row in rows:
            emit(row)
        return
    from dateline.cli.table import show, table

    columns = ("Name", "Stands for", "Type", "Country", "Party in", "Also called", "From")
    show(table(None, columns, [_cells(row) for row in rows]))


@app.command("list")
def list_(as_json: AsJson = None) -> None:
    """List the lists that were added, the one that wins last."""
    from dateline.vocab.own_actors import own_lists

    found = own_lists()
    if not shows_table(as_json):
        for one in found:
            emit({"name": one.name, "actors": len(one.actors), "file": str(one.path)})
        return
    from dateline.cli.table import show, table

    columns = ("Name", "File", "Actors")
    cells = ((one.name, str(one.path), f"{len(one.actors):,}") for one in found)
    show(table("Actors over those of the package", columns, cells, numbers=1))


@app.command()
def remove(
    names: Annotated[list[str], typer.Argument(metavar="NAME", help="As `dateline actors list` shows it.")],
) -> None:
    """Take added lists away again; the package's own actors are as before."""
    from dateline.vocab.own_actors import remove_list

    missing = [name for name in names if not remove_list(name)]
    for name in missing:
        note(f"dateline: there is no list {name!r}: `dateline actors list` shows them")
    if missing:
        raise typer.Exit(1)


def _row(actor: Actor) -> dict[str, Any]:
    from dateline.vocab.own_actors import own_lists

    origin = next((own.name for own in reversed(own_lists()) if actor in own.actors), None)
    return {
        "name": actor.name,
        "type": actor.type,
        "aliases": list(actor.aliases),
        "country": actor.country,
        "party": list(actor.party),
        "list": origin,
    }


def _cells(row: dict[str, Any]) -> tuple[str, ...]:
    actor = row["actor"]
    if actor is None:
        return (row["name"], "nobody known", "", "", "", "", "")
    many = (" ".join(actor["party"]), ", ".join(actor["aliases"]))
    return (row["name"], actor["name"], actor["type"], actor["country"] or "", *many, actor["list"] or "the package")
