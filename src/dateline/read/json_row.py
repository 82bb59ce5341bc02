"""One line of JSON → a reading."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from dateline.errors import BadEncoding, EmptyInput, UnreadableInput
from dateline.model.reading import Reading
from dateline.read.canonical import storable
from dateline.read.columns import FIELDS, NO_COLUMNS, renamed
from dateline.read.document import from_text
from dateline.read.given import Given, checked_date, checked_language

_KEYS: Final = frozenset(FIELDS)
_SHAPE: Final = 'A line holds one object with "text" or "html"'

Row = dict[str, Any]


def read_row(
    line: bytes, *, at: str, came_from: str, fallback: Given, columns: Mapping[str, str] = NO_COLUMNS
) -> Reading:
    """The document of a line; `at` names it where it has no id. Its text is kept as it is, line breaks too.

    `columns` says which key holds what, where it is not called so itself. `text` goes before `html` where both stand
    (`html` is then among the ignored keys). null and blank values count as absent. Raises InputError for a line that
    is no document.
    """
    row = renamed(_parsed(line, at), columns)
    own = _given(row, at)
    text, html = _words(row, "text", at), _words(row, "html", at)
    content = text or html
    if content is None:
        missing = "its text is empty" if "text" in row or "html" in row else 'it has neither "text" nor "html"'
        raise EmptyInput(missing, document=at, advice=_SHAPE)
    used = _KEYS - {"html"} if text and html else _KEYS
    return from_text(
        content,
        "text" if text else "html",
        original=_utf8(content),
        name=_name(row, at),
        came_from=came_from,
        own=own,
        fallback=fallback,
        ignored_keys=tuple(storable(key) for key in row if key not in used),
    )


def _parsed(line: bytes, at: str) -> Row:
    try:
        row = json.loads(line.decode())
    except UnicodeDecodeError:
        raise BadEncoding("it is not UTF-8", document=at, advice="Save the JSON lines as UTF-8") from None
    except RecursionError:
        raise UnreadableInput("its JSON is nested too deep", document=at, advice=_SHAPE) from None
    except ValueError as error:
        raise UnreadableInput(f"it is not valid JSON ({_reason(error)})", document=at, advice=_SHAPE) from None
    if not isinstance(row, dict):
        raise UnreadableInput("it is JSON, but not an object", document=at, advice=_SHAPE)
    return row


def _reason(error: ValueError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg.lower()} at character {error.colno}"
    return "a number is too long"  # the one other error that the parser raises


def _given(row: Row, at: str) -> Given:
    return Given(
        url=_words(row, "url", at),
        title=_words(row, "title", at),
        published=checked_date(_words(row, "published", at), at),
        publisher=_words(row, "publisher", at),
        lang=checked_language(_words(row, "lang", at), at),
        dated_by="the JSON line",
    )


def _words(row: Row, key: str, at: str) -> str | None:
    """The string at the key; None where it is absent, null or blank. Content is not trimmed, the rest is."""
    value = row.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise UnreadableInput(f'its "{key}" is not a string', document=at, advice=f'Put "{key}" in quotes')
    if not value.strip():
        return None
    return value if key in ("text", "html") else storable(value.strip())


def _name(row: Row, at: str) -> str:
    """The row's id as a string; where it has none, the line's place."""
    value = row.get("id")
    if value is None or value == "":
        return at
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise UnreadableInput('its "id" is neither a string nor a whole number', document=at)
    return storable(str(value))


def _utf8(text: str) -> bytes:
    """The text as UTF-8; a lone surrogate, which UTF-8 cannot hold, as U+FFFD."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return storable(text).encode()
