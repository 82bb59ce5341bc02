"""JSON lines: one released claim a line, as the contract gives it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TextIO

from dateline.export.text import writable

Row = dict[str, Any]


def write_jsonl(rows: Iterable[Row], out: TextIO) -> int:
    """Write each row on a line of its own, letters as they are; gives the number of claims."""
    written = 0
    for row in rows:
        out.write(writable(json.dumps(row, ensure_ascii=False, allow_nan=False)) + "\n")
        written += 1
    return written
