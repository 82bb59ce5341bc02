"""Which column of a table, or which key of a JSON object, holds which part of a document."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from dateline.errors import InputError, UnreadableInput
from dateline.read.page_dates import page_date

FIELDS: Final = ("id", "text", "html", "url", "title", "published", "publisher", "lang")
"""What a row can say of a document; `text` or `html` is its content."""

NO_COLUMNS: Final[Mapping[str, str]] = MappingProxyType({})
"""Nothing is renamed."""

# What the columns of tables of articles are called, in the order of trust; compared without case, "_" as a space.
_CALLED: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType({
    "id": ("id", "uuid", "article id", "doc id", "document id", "unit id"),
    "text": ("text", "body", "content", "article text", "article content", "article body", "full text", "fulltext",
             "article", "story", "maintext", "plain text"),
    "html": ("html", "body html", "content html"),
    "url": ("url", "link", "article url", "source url", "permalink"),
    "title": ("title", "headline", "article title", "heading"),
    "published": ("published", "published at", "date published", "publication date", "publish date", "date publish",
                  "pubdate", "date"),
    "publisher": ("publisher", "outlet", "publication", "source name", "source domain", "newspaper", "source"),
    "lang": ("lang", "language"),
})  # fmt: skip
_ORDERS: Final = ("dmy", "mdy", "ymd")
_NUMBERS: Final = re.compile(r"(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})(?:[ T].{0,20})?")
_MAP_ADVICE: Final = "Say which one does: --map text=COLUMN"


@dataclass(frozen=True, slots=True)
class Chosen:
    """The columns of a table that are read, by field. `order` is how its dates are written where they are numbers alone
    ("dmy", "mdy", "ymd"); None: nobody said, and a date that can be read in two ways stays open."""

    by_field: Mapping[str, str]
    order: str | None = None

    def day(self, words: str) -> str | None:
        """The ISO date, or date-time, of a cell; None where it can be read in two ways, or in none."""
        known = page_date(words)
        found = _NUMBERS.fullmatch(words.strip()) if known is None and self.order else None
        if not found or not self.order:
            return known
        numbers = dict(zip(self.order, map(int, found.groups()), strict=True))
        try:
            return date(numbers["y"], numbers["m"], numbers["d"]).isoformat() if numbers["y"] > _MIN_YEAR else None
        except ValueError:
            return None


_MIN_YEAR: Final = 1_000
"""A year of two digits can be of two centuries."""


def chosen_columns(names: Sequence[str], asked: Mapping[str, str], table: str) -> Chosen:
    """The columns of a table: those asked for, for other fields those whose names are known.

    Raises UnreadableInput where a column that was asked for is not there, or none holds the content.
    """
    missing = [column for column in map(_bare, asked.values()) if column not in names]
    shown = ", ".join(names)[:300]
    if missing:
        raise UnreadableInput(f"it has no column {missing[0]!r}", document=table, advice=f"Its columns are {shown}")
    by_name = {name.casefold().replace("_", " ").replace("-", " ").strip(): name for name in reversed(names)}
    found = {field: _bare(asked[field]) for field in FIELDS if field in asked}
    for field, called in _CALLED.items():
        known = next((by_name[name] for name in called if name in by_name), None)
        if field not in found and known is not None and known not in found.values():
            found[field] = known
    if "text" not in found and "html" not in found:
        raise UnreadableInput(
            f"no column is known to hold the text (its columns are {shown})", document=table, advice=_MAP_ADVICE
        )
    _, _, order = asked.get("published", "").rpartition(":")
    return Chosen(found, order if order in _ORDERS else None)


def _bare(column: str) -> str:
    """The column's name without the order of dates behind it ("date:dmy" → "date")."""
    name, _, order = column.rpartition(":")
    return name if name and order in _ORDERS else column


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
    bare = {field: _bare(column) for field, column in columns.items()}
    if not any(column in row for column in bare.values()):
        return row
    taken = set(bare.values()) | set(bare)
    kept = {key: value for key, value in row.items() if key not in taken}
    return kept | {field: row[column] for field, column in bare.items() if column in row}
