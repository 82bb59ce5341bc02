"""Annotated documents: JSON lines of {"id", "text" or "html", "claims": [...], "lang"?, …}."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import InputError, UnreadableInput
from dateline.evaluate.measured import Measured, gold_from_row


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """One annotated document. `text` is None where the row gives HTML; `lang` None where it is not said."""

    id: str
    text: str | None
    lang: str | None
    claims: tuple[Measured, ...]


def load_gold(path: Path, lang: str | None = None) -> list[GoldDocument]:
    """The annotated documents of a file, of one language when `lang` is given.

    Raises UnreadableInput when the file cannot be opened, InputError when a line is no annotated document.
    """
    try:
        with path.open(encoding="utf-8") as lines:
            documents = [_document(line, str(path), number) for number, line in enumerate(lines, 1) if line.strip()]
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise UnreadableInput(f"cannot be read: {why}", document=str(path)) from error
    return [document for document in documents if lang is None or document.lang == lang]


def _document(line: str, path: str, number: int) -> GoldDocument:
    try:
        row = json.loads(line)
        claims = tuple(gold_from_row(claim, place) for place, claim in enumerate(row["claims"]))
        return GoldDocument(str(row["id"]), row.get("text"), row.get("lang"), claims)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(
            f'line {number} is no annotated document: it needs "id", "text" and "claims" ({_why(error)})', document=path
        ) from error


def _why(error: Exception) -> str:
    if isinstance(error, KeyError):
        return f"no {error}"
    return "not JSON" if isinstance(error, json.JSONDecodeError) else str(error)
