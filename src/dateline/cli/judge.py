"""`dateline judge …`: a person's decision about a claim, into the audit chain."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from dateline.cli.options import DEFAULT_LEDGER, By, Citation, ClaimId, Ledger, Why
from dateline.cli.terminal import note
from dateline.errors import UsageError

if TYPE_CHECKING:
    from dateline.model.judgement import Judgement

Decision = Literal["accept", "reject"]
ClaimIds = Annotated[list[str], typer.Argument(metavar="CLAIM…", help="The claims' ids, or their first digits.")]

app = typer.Typer(
    no_args_is_help=True,
    help="Decide about a claim. A decision survives every rerun, is never overwritten, and can be undone.",
)


@app.command()
def accept(claim: ClaimId, by: By, why: Why, ledger: Ledger = DEFAULT_LEDGER) -> None:
    """Say that the claim reads as it stands."""
    _judge(ledger, claim, "accept", by, why)


@app.command()
def reject(claim: ClaimId, by: By, why: Why, ledger: Ledger = DEFAULT_LEDGER) -> None:
    """Say that it is no claim, or a wrong one: it leaves lists and reports, and stays in the ledger."""
    _judge(ledger, claim, "reject", by, why)


@app.command()
def correct(
    claim: ClaimId,
    changes: Annotated[
        list[str],
        typer.Argument(
            metavar="FIELD=VALUE",
            help="What to correct, such as term=evacuated, range=20000..99999, country=open (the text leaves it open).",
        ),
    ],
    by: By,
    why: Why,
    ledger: Ledger = DEFAULT_LEDGER,
) -> None:
    """Correct fields of a claim, all or none; each is a decision of its own. What the machine read stays beside it."""
    from dateline.ledger import open_ledger

    asked = _changes(changes)
    with open_ledger(ledger, create=False) as opened:
        for judgement in opened.correct(claim, asked, by=by, why=why):
            _tell(judgement)


@app.command()
def withdraw(
    claim: ClaimId,
    by: By,
    why: Why,
    ledger: Ledger = DEFAULT_LEDGER,
    citation: Citation = None,
) -> None:
    """Take a claim back for good reason (its publisher did, somebody is endangered): a tombstone stays."""
    from dateline.ledger import open_ledger

    with open_ledger(ledger, create=False) as opened:
        _tell(opened.withdraw(claim, by=by, why=why, citation=citation))


@app.command()
def merge(claims: ClaimIds, by: By, why: Why, ledger: Ledger = DEFAULT_LEDGER) -> None:
    """Say that claims are of one situation: whatever holds one of them is one, however often it is computed anew."""
    _group(ledger, claims, "merge", by, why)


@app.command()
def split(claims: ClaimIds, by: By, why: Why, ledger: Ledger = DEFAULT_LEDGER) -> None:
    """Say that claims are a situation of their own, apart from what they were put together with."""
    _group(ledger, claims, "split", by, why)


@app.command()
def recommend(claims: ClaimIds, by: By, why: Why, ledger: Ledger = DEFAULT_LEDGER) -> None:
    """Choose the figure that is best for what it speaks of, in place of the one that the rules would choose."""
    _group(ledger, claims, "recommend", by, why)


@app.command()
def undo(
    by: By,
    why: Why,
    claim: Annotated[
        str | None, typer.Argument(metavar="CLAIM", help="The claim whose newest decision is taken back.")
    ] = None,
    decision: Annotated[
        int | None,
        typer.Option("--decision", metavar="NUMBER", help="Another decision, as `dateline show` numbers it."),
    ] = None,
    ledger: Ledger = DEFAULT_LEDGER,
) -> None:
    """Take a decision back. Both stay in the log; an undo can be undone too (name it with --decision)."""
    from dateline.ledger import open_ledger

    what = claim if decision is None else decision
    if what is None or None not in (claim, decision):
        raise UsageError("name a claim, or a decision with --decision, and not both")
    with open_ledger(ledger, create=False) as opened:
        _tell(opened.undo(what, by=by, why=why))


def _changes(changes: list[str]) -> dict[str, str]:
    asked: dict[str, str] = {}
    for field, value in map(_change, changes):
        if field in asked:
            raise UsageError(f"{field} is given twice, {asked[field]!r} and {value!r}: give it once")
        asked[field] = value
    return asked


def _change(change: str) -> tuple[str, str]:
    field, sign, value = change.partition("=")
    if not sign:
        raise UsageError(f"{change!r} is no correction: write FIELD=VALUE, such as term=evacuated")
    return field.strip(), value.strip()


def _judge(ledger: Path, claim: str, action: Decision, by: str, why: str) -> None:
    from dateline.ledger import open_ledger

    with open_ledger(ledger, create=False) as opened:
        _tell(opened.judge(action, claim, by=by, why=why))


def _group(ledger: Path, claims: list[str], action: str, by: str, why: str) -> None:
    from dateline.ledger import open_ledger

    with open_ledger(ledger, create=False) as opened:
        _tell(opened.group(action, claims, by=by, why=why))


def _tell(judgement: Judgement) -> None:
    note(
        f"{judgement.action}: claim {judgement.claim_id}, decision {judgement.id} "
        f"(taken back by `dateline judge undo --decision {judgement.id} …`)"
    )
