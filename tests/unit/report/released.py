"""Rows as the door releases them, made by hand: what a report and an export are given."""

from __future__ import annotations

import hashlib
from typing import Any

Row = dict[str, Any]

SENTENCE = "The harbour office said that more than 1,200 people fled Tolmen in the last week."
FIGURE = "more than 1,200 people"


def row(text: str = SENTENCE, figure: str | None = FIGURE, *, start: int = 100, **changes: Any) -> Row:
    """A claim in `text`, its figure at the words `figure`; `changes` lay other values over it.

    Keys of the figure, the period and the document can be given flat (low, high, unit, published, title …).
    """
    parts: dict[str, Row | None] = {
        "figure": _figure(text, figure, start) if figure else None,
        "period": {"start": None, "end": None, "text": None, "precision": None, "anchor": None},
        "document": {
            "id": _hash("paper"), "sha256": _hash("paper") * 2, "url": "https://paper.example/1",
            "publisher": "The Gazette", "title": "Storm on the coast", "published": "2031-05-04", "lang": "en",
        },
    }  # fmt: skip
    made: Row = {
        "claim_id": _hash(text + str(figure) + str(start)),
        "kind": "figure",
        "excerpt": {"text": text, "start": start, "end": start + len(text)},
        "term": "forced_to_flee",
        "measure": "flow",
        "modality": "asserted",
        "cause": "disaster",
        "places": [],
        "country": "PRT",
        "sources": [],
        "part_of": None,
        "same_as": None,
        "occurrences": [[start, start + len(text)]],
        "score": 0.8,
        "extractor": "rules 0.1.0",
        "masked": [],
        "status": "unreviewed",
        "added_at": "2031-05-05T10:00:00Z",
        **parts,
    }
    for name, value in changes.items():
        home = next((part for part in parts.values() if part and name in part and name not in made), made)
        home[name] = value
    return made


def place(name: str, text: str, /, *, start: int = 100, role: str = "at", **found: Any) -> Row:
    """A place named in `text`; resolved when anything of its entry is given."""
    at = start + text.index(name)
    entry = {
        "gazetteer": "geonames", "id": "1", "name": name, "country": "PRT", "admin1": None,
        "lat": 40.0, "lon": -8.5, "precision": "point",
    }  # fmt: skip
    return {
        "name": name, "role": role, "modifier": found.pop("modifier", None), "modifier_kind": None,
        "start": at, "end": at + len(name), "place": {**entry, **found} if found else None,
    }  # fmt: skip


def source(name: str, text: str, *, start: int = 100, kind: str = "government", resolved: str | None = None) -> Row:
    """A party credited in `text`."""
    at = start + text.index(name)
    return {"name": name, "type": kind, "start": at, "end": at + len(name), "resolved": resolved}


def _figure(text: str, words: str, start: int) -> Row:
    at = start + text.index(words)
    return {
        "text": words, "start": at, "end": at + len(words), "low": 1200, "high": None, "quantifier": "more_than",
        "unit": "person", "implied": False,
    }  # fmt: skip


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
