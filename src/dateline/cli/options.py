"""Options that several verbs share: said once, so that they mean the same everywhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from dateline.errors import InputError

DEFAULT_LEDGER = Path("dateline.db")


def _date(value: str | None) -> str | None:
    from dateline.read.given import checked_date

    return _checked(checked_date, value)


def _language(value: str | None) -> str | None:
    from dateline.read.given import checked_language

    return _checked(checked_language, value)


def _columns(value: str | None) -> str | None:
    from dateline.read.columns import parsed_columns

    if value is not None:
        _checked(lambda words: str(parsed_columns(words or "")), value)
    return value


def columns_of(value: str | None) -> dict[str, str]:
    """What --map says, by field; empty where it is not given."""
    from dateline.read.columns import parsed_columns

    return parsed_columns(value) if value else {}


def _checked(check: Callable[[str | None], str | None], value: str | None) -> str | None:
    if value is None:
        return None
    try:
        return check(value)
    except InputError as error:
        raise typer.BadParameter(". ".join(filter(None, (error.message, error.advice)))) from None


Inputs = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="INPUT",
        help="Files, folders, JSON-lines files, or - for standard input (the default when something is piped in); "
        "with --fetch also web addresses.",
        show_default=False,
    ),
]
Ledger = Annotated[Path, typer.Option("--ledger", metavar="FILE", help="The ledger to work on.")]
ClaimId = Annotated[str, typer.Argument(metavar="CLAIM", help="The claim's id, or its first digits.")]
Published = Annotated[
    str | None,
    typer.Option(
        "--published",
        metavar="DATE",
        callback=_date,
        help="Publication date (YYYY-MM-DD) for documents that do not give one: relative words count from it.",
    ),
]
Lang = Annotated[
    str | None,
    typer.Option(
        "--lang", metavar="CODE", callback=_language, help="Language (ISO 639-1) of documents that do not say it."
    ),
]
Map = Annotated[
    str | None,
    typer.Option(
        "--map",
        metavar="FIELD=COLUMN,…",
        callback=_columns,
        help="Which column of a table, or key of a JSON line, holds what: text=body,published=date. "
        "Fields: id, text, html, url, title, published, publisher, lang; published=date:dmy says the order of a date.",
    ),
]
Fetch = Annotated[
    bool,
    typer.Option("--fetch", help="Fetch what is named by its address, as an input or in a list of addresses."),
]
Contact = Annotated[
    str | None,
    typer.Option(
        "--contact", metavar="MAIL", help="Your e-mail address: hosts that are asked are told whom to write to."
    ),
]
AsJson = Annotated[
    bool | None,
    typer.Option(
        "--json/--table", help="JSON lines or a table (default: a table on a terminal, else JSON).", show_default=False
    ),
]
Recent = Annotated[
    bool,
    typer.Option(
        "--recent",
        help="Also what tells of forces (clashes, strikes, withdrawals, control) on pages younger than seven days; "
        "writes an audit entry.",
    ),
]
By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who decides; goes into the audit log.")]
Citation = Annotated[
    str | None,
    typer.Option("--citation", metavar="TEXT", help="What may be said of it in public; else publisher and date."),
]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="For what reason; goes into the audit log.")]
