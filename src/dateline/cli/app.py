"""The verbs, gathered; and the one place where an error becomes a message and an exit code.

Only typer and the standard library are imported here and at the top of every verb: `dateline --help` must not
pay for the parser or the ledger.
"""

from __future__ import annotations

import os
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from dateline.cli import (
    actors,
    add,
    claims,
    evaluate,
    export,
    extract,
    gazetteer,
    judge,
    passed_over,
    purge,
    read,
    reconcile,
    report,
    show,
    verify,
    watch,
)
from dateline.cli.terminal import explain, note
from dateline.errors import DatelineError, UsageError

ORDER = (
    "read",
    "extract",
    "add",
    "watch",
    "passed-over",
    "claims",
    "show",
    "judge",
    "reconcile",
    "report",
    "export",
    "evaluate",
    "verify",
    "purge",
    "gazetteer",
    "actors",
)
"""The way of a page: the help lists the verbs so."""
DONE, SOME_FAILED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130


class Verbs(TyperGroup):
    """Runs a verb and says in words what went wrong, never in a traceback."""

    def list_commands(self, ctx: Any) -> list[str]:
        return sorted(self.commands, key=ORDER.index)

    def invoke(self, ctx: Any) -> Any:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except BrokenPipeError:
            _let_go_of_stdout()  # the reader has what it wanted (`| head`): no input failed
            raise typer.Exit(DONE) from None
        except KeyboardInterrupt:
            note("Stopped. What was written is whole; the same command again goes on from there.")
            raise typer.Exit(INTERRUPTED) from None
        except OSError as error:
            if error.filename is not None:
                raise  # a file's trouble is told by whoever opens it; without a name it is standard output
            _let_go_of_stdout()
            note(f"dateline: standard output cannot be written ({error.strerror or error}): send it elsewhere")
            raise typer.Exit(SOME_FAILED) from None
        except DatelineError as error:
            explain(error)
            raise typer.Exit(WRONG_USAGE if isinstance(error, UsageError) else SOME_FAILED) from None


def _let_go_of_stdout() -> None:
    """Point stdout at nothing, so that Python's own flush at exit finds no broken pipe."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


app = typer.Typer(
    cls=Verbs,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,  # plain help: rich would double the time until the first line
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Reads the news of wars and disasters into a ledger of attributed claims: who says that how many of whom, "
    "what happened to them, where, when, and in which sentence it stands.",
    epilog="Exit codes: 0 done · 1 some inputs failed (each named on stderr, the others are done) · 2 wrong usage.",
)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        print(f"dateline {version('dateline')}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    # The options that belong to no verb. (No docstring: typer would print it in place of the help above.)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a half character in a page must not stop a run
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


app.command(short_help="What is read of an input, and what is left out.")(read.read)
app.command(short_help="Documents in, claims out; writes no ledger.")(extract.extract)
app.command(short_help="Read, extract, store.")(add.add)
app.command(short_help="Follow feeds into the ledger.")(watch.watch)
app.command(name="passed-over", short_help="Pages without a claim that were not kept.")(passed_over.passed_over)
app.command(short_help="List what the ledger holds, filtered.")(claims.claims)
app.command(short_help="One claim with its evidence.")(show.show)
app.add_typer(judge.app, name="judge", short_help="A person's decision about a claim.")
app.command(short_help="Situations and what stands: low, best, high.")(reconcile.reconcile)
app.command(short_help="One self-contained HTML page to send on.")(report.report)
app.command(short_help="Claims for other tools: csv, jsonl, geojson.")(export.export)
app.command(short_help="Score the extractor on annotated documents.")(evaluate.evaluate)
app.command(short_help="Check originals, audit chain and figures.")(verify.verify)
app.command(short_help="Remove a document; leave a tombstone.")(purge.purge)
app.add_typer(gazetteer.app, name="gazetteer", short_help="Your own places, and what a name can mean.")
app.add_typer(actors.app, name="actors", short_help="Your own bodies, and whom a name stands for.")
