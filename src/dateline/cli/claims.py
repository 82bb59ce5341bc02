"""`dateline claims`: list what the ledger holds, filtered."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from dateline.cli.options import DEFAULT_LEDGER, AsJson, Ledger, Recent
from dateline.cli.terminal import counted, note, shows_table, stayed_in
from dateline.cli.vocabulary import TERMS_LISTED, KindName, ModalityName, StatusName, TermName


def claims(
    ledger: Ledger = DEFAULT_LEDGER,
    place: Annotated[
        str | None, typer.Option("--place", metavar="NAME", help="In a place or a country, with all it contains.")
    ] = None,
    country: Annotated[
        str | None, typer.Option("--country", metavar="CODE", help="In a country (ISO 3166 alpha-3).")
    ] = None,
    term: Annotated[
        TermName | None, typer.Option("--term", metavar="TERM", help=f"What happened: {TERMS_LISTED}.")
    ] = None,
    modality: Annotated[ModalityName | None, typer.Option("--modality", help="How it is said.")] = None,
    period: Annotated[
        str | None,
        typer.Option("--period", metavar="WHEN", help="Overlapping a date (2017-03) or a range (2017-03-01..2017-04)."),
    ] = None,
    source: Annotated[
        str | None, typer.Option("--source", metavar="NAME", help="Credited to a party, by words of its name.")
    ] = None,
    kind: Annotated[KindName | None, typer.Option("--kind", help="Kind of claim.")] = None,
    status: Annotated[StatusName | None, typer.Option("--status", help="What people decided about it.")] = None,
    document: Annotated[
        str | None, typer.Option("--document", metavar="ID", help="Of one document (its id, or its first digits).")
    ] = None,
    min_score: Annotated[
        float | None, typer.Option("--min-score", metavar="N", min=0, max=1, help="At least so sure (0 to 1).")
    ] = None,
    since_added: Annotated[
        str | None,
        typer.Option("--since-added", metavar="DATE", help="Added to the ledger on that day (UTC) or later."),
    ] = None,
    everything: Annotated[
        bool,
        typer.Option("--all", help="Rejected, withdrawn and retired claims and those of superseded documents too."),
    ] = False,
    recent: Recent = False,
    as_json: AsJson = None,
) -> None:
    """List the claims of a ledger: a table on a terminal, JSON lines when piped.

    Everything asked for must hold of a claim as it now stands, corrections applied.
    """
    from dateline.cli.audit import log_recent
    from dateline.ledger import ClaimFilter, open_ledger
    from dateline.release import release_claims

    if recent:
        log_recent(ledger, "claims")
    first, last = _ends(period)
    filtered = partial(
        ClaimFilter,
        term=term,
        place=place,
        country=country,
        period_from=first,
        period_to=last,
        source=source,
        kind=kind,
        modality=modality,
        min_score=min_score,
        since_added=since_added,
        status=status,
        include_rejected=everything,
        include_withdrawn=everything,
        include_superseded=everything,
        include_retired=everything,
    )
    with open_ledger(ledger, create=False) as opened:
        wanted = filtered(document_id=opened.document(document).document.id if document else None)
        withheld: dict[str, int] = {}
        rows = release_claims(opened.claims(wanted), recent=recent, withheld=withheld)
        if not shows_table(as_json):
            from dateline.cli.emit import emit

            for row in rows:
                emit(row)
            stayed_in(sum(withheld.values()))
            return
        from dateline.cli.table import claims_table, show

        listed = list(rows)
        show(claims_table(listed))
    stayed_in(sum(withheld.values()))
    if listed:
        note(f"{counted(len(listed), 'claim')}. `dateline show CLAIM` gives the sentence (the id's first digits do).")
    else:
        note(
            f"0 claims: none in {ledger} answers to all that was asked. "
            "Ask for less; --all adds rejected, withdrawn and retired ones."
        )


def _ends(period: str | None) -> tuple[str | None, str | None]:
    """The two ends of WHEN: one date is both."""
    if period is None:
        return None, None
    first, dots, last = period.partition("..")
    return first or None, (last or None) if dots else first
