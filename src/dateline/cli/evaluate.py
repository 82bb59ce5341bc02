"""`dateline evaluate`: how well claims match annotated figures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli.emit import emit
from dateline.cli.options import DEFAULT_LEDGER, AsJson
from dateline.cli.terminal import note, shows_table

if TYPE_CHECKING:
    from dateline.evaluate import Evaluation


def evaluate(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD", help='Annotated documents: JSON lines of {"id", "text", "claims"}.')
    ],
    lang: Annotated[
        str | None, typer.Option("--lang", metavar="CODE", help="Only documents marked with this language.")
    ] = None,
    errors: Annotated[
        int, typer.Option("--errors", metavar="N", min=0, help="Name the missed and the extra figures of N documents.")
    ] = 0,
    unmasked: Annotated[
        bool, typer.Option("--unmasked", help="Compare names of private people too; writes an audit entry.")
    ] = False,
    ledger: Annotated[
        Path, typer.Option("--ledger", metavar="FILE", help="Whose audit log gets the entry of --unmasked.")
    ] = DEFAULT_LEDGER,
    as_json: AsJson = None,
) -> None:
    """Score the extractor on annotated documents: precision, recall and F1 of figures and claims, a score a field."""
    from dateline.cli.progress import Watch
    from dateline.evaluate import evaluate as score

    if unmasked:
        from dateline.cli.audit import log_unmasked

        log_unmasked(ledger, f"evaluate {gold.name}", create=True)
    with Watch("Evaluating", known_keys=("claims",)) as watch:
        outcome = score(gold, lang=lang, unmasked=unmasked, progress=watch)
    for difference in outcome.differences[:errors]:
        note(f"{difference.document}: missed {list(difference.missed)} extra {list(difference.extra)}")
    if shows_table(as_json):
        _show(outcome)
    else:
        emit(outcome.scores.to_json())
    if outcome.problems:
        raise typer.Exit(1)


def _show(outcome: Evaluation) -> None:
    from dateline.cli.table import show, table

    scores = outcome.scores.to_json()
    sizes = f"{scores['documents']} documents, {scores['gold']} annotated claims, {scores['predicted']} found"
    matched = ((name, *(_share(scores[name][part]) for part in PARTS)) for name in ("figure", "claim"))
    fields = ((name, _share(value)) for name, value in scores.items() if isinstance(value, float))
    show(
        table(sizes, ("Match", "Precision", "Recall", "F1"), matched, numbers=3),
        table("Over the matched claims", ("Field", "Score"), fields, numbers=1),
    )
    if scores["ungrounded"]:
        note(f"{scores['ungrounded']} figures do not stand in their text: that is a bug")


PARTS = ("precision", "recall", "f1")


def _share(value: Any) -> str:
    return f"{value:.3f}"
