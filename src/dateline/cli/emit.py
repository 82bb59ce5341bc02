"""Rows to stdout as JSON lines."""

from __future__ import annotations

import json
import sys
from typing import Any


def emit(row: dict[str, Any]) -> None:
    """One object, one line. Letters stay as they are; the order of keys is the contract's."""
    sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


def emit_now(row: dict[str, Any]) -> None:
    """The same, on its way at once: the next may be an hour off."""
    emit(row)
    sys.stdout.flush()
