"""Comma-separated values: one row a claim, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import Any, TextIO

from dateline.export.flat import COLUMNS, Value, flat
from dateline.export.text import writable

Row = dict[str, Any]

BYTE_ORDER_MARK = "\ufeff"
"""By it spreadsheets know that the file is UTF-8; it is written to files, never to standard output."""
_RUN = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""A cell that begins so is a formula to one spreadsheet or another (OWASP, "CSV injection")."""


def write_csv(rows: Iterable[Row], out: TextIO, *, mark: bool) -> int:
    """Write head and rows as RFC 4180 has them; gives the number of claims."""
    if mark:
        out.write(BYTE_ORDER_MARK)
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    written = 0
    for row in rows:
        writer.writerow([cell(value) for value in flat(row).values()])
        written += 1
    return written


def cell(value: Value) -> str | int | float:
    """A value as a cell. Words that a spreadsheet would run get a leading apostrophe; numbers stay numbers."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"'{writable(value)}" if value.lstrip(" \u00a0\n\ufeff").startswith(_RUN) else writable(value)
    return value
