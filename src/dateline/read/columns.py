"""Which column of a table, or which key of a JSON object, holds which part of a document."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from dateline.errors import InputError

FIELDS: Final = ("id", "text", "html", "url", "title", "published", "publisher", "lang")
"""What a row can say of a document; `text` or `html` is its content."""

NO_COLUMNS: Final[Mapping[str, str]] = MappingProxyType({})
"""Nothing is renamed."""


def checked_columns(columns: Mapping[str, str]) -> Mapping[str, str]:
    """The mapping from fields to columns. Raises InputError for a field that no document has, or no column's name."""
    for field, column in columns.items():
        if field not in FIELDS:
            raise InputError(
                f"a document has no {field!r} that a column could hold", advice=f"It has {', '.join(FIELDS)}"
            )
        if not column:
            raise InputError(f"no column is named for {field!r}", advice="Write text=body,published=date")
    return columns


def parsed_columns(words: str) -> dict[str, str]:
    """ "text=body,published=date" as a mapping from fields to columns. Raises InputError where it is none."""
    found: dict[str, str] = {}
    for pair in words.split(","):
        field, equals, column = pair.partition("=")
        if not equals:
            raise InputError(f"{pair.strip()[:40]!r} names no column", advice="Write text=body,published=date")
        found[field.strip()] = column.strip()
    checked_columns(found)
    return found


def renamed(row: dict[str, Any], columns: Mapping[str, str]) -> dict[str, Any]:
    """The row with each mapped column under its field's name; a value that stood under that name goes unused."""
    if not any(column in row for column in columns.values()):
        return row
    taken = set(columns.values()) | set(columns)
    kept = {key: value for key, value in row.items() if key not in taken}
    return kept | {field: row[column] for field, column in columns.items() if column in row}
