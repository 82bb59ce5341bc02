"""Released claims for other tools: csv, JSON lines, GeoJSON, IDMC's forms, Parquet; however many there are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final, TextIO, cast

from dateline.errors import UsageError

if TYPE_CHECKING:
    from dateline.ledger import Ledger

Row = dict[str, Any]

__all__ = ["FORMS", "export", "write_export"]

FORMS: Final = ("csv", "jsonl", "geojson", "helix", "idu", "parquet")


def write_export(
    ledger: Ledger,
    form: str,
    out: Path | TextIO,
    *,
    left_out: dict[str, int] | None = None,
    recent: bool = False,
    withheld: dict[str, int] | None = None,
) -> int:
    """Write what a plain listing of the ledger gives to a file or an open text stream; gives the number of claims.

    A file is whole or not there: an older one of that name stays until the new one is complete. A csv file begins
    with a byte order mark, so that spreadsheets read it as UTF-8; a stream gets none. `left_out` receives how many
    claims the form has no room for, by reason (only those of IDMC have any). `recent` and `withheld`: see
    `dateline.release.release_claims`. HELIX has a column for the role that a
    claim plays in reconciliation: for it alone situations are computed.
    Raises UsageError for another form than `FORMS`, when the file cannot be written, or for parquet to a stream of
    text; MissingExtra for parquet where pyarrow is not installed.
    """
    from dateline.release import release_claims
    from dateline.release.outfile import whole_file

    _known(form)
    if form == "parquet":
        _ready_for_bytes(out)
    rows = release_claims(ledger.claims(texts=True), recent=recent, withheld=withheld)
    roles = _roles(ledger) if form == "helix" else None
    if not isinstance(out, Path):
        return export(rows, form, out, roles=roles, left_out=left_out)
    with whole_file(out) as file:
        return export(rows, form, file, mark=True, roles=roles, left_out=left_out)


def _roles(ledger: Ledger) -> dict[str, str]:
    """The role that each claim plays in its situation, by claim_id; a claim of no situation is not in it. Of counts
    that run on from one beginning only the last is recommended.
    """
    from dateline.export.as_helix import overtaken_by_the_last
    from dateline.run.situations import reconcile_ledger

    roles: dict[str, str] = {}
    for found in reconcile_ledger(ledger).situations:
        overtaken = overtaken_by_the_last(found)
        for one in found.roles:
            again = one.role == "recommended" and one.claim_id in overtaken
            roles[one.claim_id] = "triangulation" if again else one.role
    return roles


def export(
    rows: Iterable[Row],
    form: str,
    out: TextIO,
    *,
    mark: bool = False,
    roles: Mapping[str, str] | None = None,
    left_out: dict[str, int] | None = None,
) -> int:
    """Write released rows (`dateline.release.release_claims`) to a text stream; gives the number written.

    `mark` begins a csv with a byte order mark; JSON never has one (RFC 8259). `roles` are the roles of reconciliation
    by claim_id, which HELIX has a column for (None: it stays empty). `left_out`: see `write_export`.
    Raises UsageError for another form than `FORMS`, or for parquet where the stream has no bytes below it (`buffer`).
    """
    from dateline.export.as_csv import write_csv
    from dateline.export.as_geojson import write_geojson
    from dateline.export.as_helix import write_helix
    from dateline.export.as_idu import write_idu
    from dateline.export.as_jsonl import write_jsonl
    from dateline.export.as_parquet import write_parquet

    _known(form)
    without = {} if left_out is None else left_out
    if form == "parquet":
        return write_parquet(rows, _bytes_of(out))
    if form == "csv":
        return write_csv(rows, out, mark=mark)
    if form == "helix":
        return write_helix(rows, out, roles=roles or {}, left_out=without, mark=mark)
    if form == "idu":
        return write_idu(rows, out, left_out=without)
    return write_jsonl(rows, out) if form == "jsonl" else write_geojson(rows, out)


def _known(form: str) -> None:
    if form not in FORMS:
        raise UsageError(f"{form!r} is no form of export: {', '.join(FORMS)} are")


def _ready_for_bytes(out: Path | TextIO) -> None:
    """Before long work: is there somebody to write parquet, and somewhere to write it to?"""
    from dateline.export.as_parquet import require

    require()
    if not isinstance(out, Path):
        _bytes_of(out)


def _bytes_of(out: TextIO) -> BinaryIO:
    """What lies below a stream of text; a terminal is no place for bytes."""
    below = getattr(out, "buffer", None)
    if below is None or out.isatty():
        raise UsageError("parquet is no text: name a file with --out")
    return cast(BinaryIO, below)
