"""Released claims for other tools: csv, JSON lines, GeoJSON; one claim at a time, however many there are."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TextIO

from dateline.errors import UsageError

if TYPE_CHECKING:
    from dateline.ledger import Ledger

Row = dict[str, Any]

__all__ = ["FORMS", "export", "write_export"]

FORMS: Final = ("csv", "jsonl", "geojson")
PLANNED: Final = ("parquet", "helix", "idu")
"""Forms that a later version will write."""


def write_export(ledger: Ledger, form: str, out: Path | TextIO) -> int:
    """Write what a plain listing of the ledger gives to a file or an open text stream; gives the number of claims.

    A file is whole or not there: an older one of that name stays until the new one is complete. A csv file begins
    with a byte order mark, so that spreadsheets read it as UTF-8; a stream gets none.
    Raises UsageError for another form than `FORMS`, or when the file cannot be written.
    """
    from dateline.release import release_claims
    from dateline.release.outfile import whole_file

    _known(form)
    rows = release_claims(ledger.claims(texts=True))
    if not isinstance(out, Path):
        return export(rows, form, out)
    with whole_file(out) as file:
        return export(rows, form, file, mark=True)


def export(rows: Iterable[Row], form: str, out: TextIO, *, mark: bool = False) -> int:
    """Write released rows (`dateline.release.release_claims`) to a text stream; gives their number.

    `mark` begins a csv with a byte order mark; the other forms never have one (RFC 8259).
    Raises UsageError for another form than `FORMS`.
    """
    from dateline.export.as_csv import write_csv
    from dateline.export.as_geojson import write_geojson
    from dateline.export.as_jsonl import write_jsonl

    _known(form)
    if form == "csv":
        return write_csv(rows, out, mark=mark)
    return write_jsonl(rows, out) if form == "jsonl" else write_geojson(rows, out)


def _known(form: str) -> None:
    if form in PLANNED:
        raise UsageError(f"{form} is not written yet; {', '.join(FORMS)} are")
    if form not in FORMS:
        raise UsageError(f"{form!r} is no form of export: {', '.join(FORMS)} are")
