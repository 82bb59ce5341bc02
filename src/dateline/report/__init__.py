"""The report: one HTML page of released claims that needs no network and that people can send on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.ledger import Ledger, LedgerStats
    from dateline.report.changes import Since

Row = dict[str, Any]

__all__ = ["report", "write_report"]


def write_report(
    ledger: Ledger,
    out: Path,
    *,
    since: str | None = None,
    recent: bool = False,
    withheld: dict[str, int] | None = None,
) -> int:
    """Write the page for what a plain listing of the ledger gives; gives the number of claims on it.

    `since` (an ISO date, or a date-time, UTC unless it says otherwise) marks the claims added then or later, and tells
    what stands without them. `recent` and `withheld`: see `dateline.release.release_claims`. The file is whole or not
    there: an older one of that name stays until the new one is complete. Raises UsageError when `out` cannot be
    written, or for a day that is none.
    """
    from dateline.release import release_claims, release_situations
    from dateline.release.outfile import whole_file
    from dateline.run.situations import reconcile_ledger

    rows = list(release_claims(ledger.claims(texts=True), recent=recent, withheld=withheld))
    found = reconcile_ledger(ledger)
    by_id = {row["claim_id"]: row for row in rows}
    stands = release_situations(found.situations, found.claims, by_id)
    with whole_file(out) as file:
        file.writelines(
            report(rows, ledger.stats(), situations=stands, since=_since(ledger, since, by_id) if since else None)
        )
    return len(rows)


def _since(ledger: Ledger, day: str, rows: Mapping[str, Row]) -> Since:
    """The claims added on that day or later, and what stands when they are left out. `rows` are released claims."""
    from dateline.ledger import ClaimFilter
    from dateline.release import release_situations
    from dateline.report.changes import Since
    from dateline.run.situations import reconcile_ledger

    added = frozenset(found.claim.claim_id for found in ledger.claims(ClaimFilter(since_added=day)))
    before = reconcile_ledger(ledger, without=added)
    return Since(day, added, tuple(release_situations(before.situations, before.claims, rows)))


def report(
    rows: Iterable[Row],
    stats: LedgerStats | None = None,
    *,
    situations: Iterable[Row] = (),
    since: Since | None = None,
    made_on: str | None = None,
) -> Iterator[str]:
    """The page for released rows (`dateline.release.release_claims`), in chunks of text.

    `stats` adds what the ledger keeps beside the rows (None: only they speak). `situations` are released rows of what
    stands (`dateline.release.release_situations`), `since` says what to tell as new (None: nothing). `made_on` is the
    ISO date printed as the day of making (None: today, UTC).
    """
    from dateline import __version__
    from dateline.report.changes import changes
    from dateline.report.chart import chart
    from dateline.report.choices import choices
    from dateline.report.groups import sections
    from dateline.report.local import Atlas
    from dateline.report.matrix import matrix
    from dateline.report.overview import made_words, overview
    from dateline.report.page import Page, render
    from dateline.report.situations import situations as told
    from dateline.report.timeline import timeline
    from dateline.report.view import view
    from dateline.report.weight import by_weight
    from dateline.report.where import country_name

    kept, stands = list(rows), list(situations)
    views = [view(row) for row in kept]
    by_id = {view.id: view for view in views}
    figures = [view for view in views if view.kind == "figure"]
    atlas = Atlas([row for row in kept if row["kind"] == "figure"], figures)
    found, standing = sections(figures), told(stands, by_id, atlas)
    today = made_on or datetime.now(UTC).date().isoformat()
    return render(
        Page(
            overview=overview(views, found, stats, [country_name(row["country"]) for row in by_weight(stands)]),
            matrix=matrix(found),
            chart=chart(found),
            maps=atlas.everything(),
            situations=standing,
            changes=changes(since, stands, by_id, standing) if since else None,
            sections=found,
            choices=choices(views),
            timeline=timeline(kept, by_id),
            claims=len(views),
            made=made_words(today, stats),
            version=__version__,
        )
    )
