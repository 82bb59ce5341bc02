"""A released claim as one level of values, for tables and for the properties of a map."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

Row = dict[str, Any]
Value = str | int | float | bool | None

JOIN: Final = "; "
"""Between the names of one cell."""

_QUOTED: Final = ("trigger", "speaker", "role", "organisation", "cue", "content")
_ROLES: Final = ("at", "from", "to")
_FINEST_FIRST: Final = ("point", "adm3", "adm2", "adm1", "adm0")

COLUMNS: Final = (
    "claim_id", "kind", "status",
    "figure", "low", "high", "quantifier", "unit", "implied",
    "term", "measure", "modality", "cause",
    "country", "places", "place", "place_role", "admin1", "precision", "gazetteer", "gazetteer_id", "lat", "lon",
    "period_start", "period_end", "period_precision", "period_anchor", "period_text",
    "sources", "source_types", "sources_resolved",
    "type", "trigger", "actors", "actor_roles", "actors_resolved",
    "speaker", "role", "organisation", "cue", "content", "direct", "form", "about",
    "part_of", "same_as", "occurrences",
    "excerpt", "cut", "excerpt_start", "excerpt_end", "figure_start", "figure_end",
    "publisher", "title", "url", "published", "lang", "document_id", "sha256",
    "score", "extractor", "added_at",
)  # fmt: skip
"""The columns in their order; `docs/export.md` says what each means."""


def flat(row: Row) -> dict[str, Value]:
    """The claim by column. None is what the text leaves open; `place` … `lon` are those of `mapped`."""
    figure, period, excerpt, document = row["figure"] or {}, row["period"], row["excerpt"], row["document"]
    place = mapped(row)
    found = (place["place"] if place else None) or {}
    values: dict[str, Value] = {
        **{name: row[name] for name in ("claim_id", "kind", "term", "measure", "modality", "cause", "country")},
        **{name: row[name] for name in ("part_of", "same_as", "score", "extractor")},
        "status": row.get("status"),
        "added_at": row.get("added_at"),
        "figure": figure.get("text"),
        **{name: figure.get(name) for name in ("low", "high", "quantifier", "unit", "implied")},
        "figure_start": figure.get("start"),
        "figure_end": figure.get("end"),
        "places": _joined(_told(place) for place in row["places"]),
        "place": found.get("name"),
        "place_role": place["role"] if place else None,
        **{name: found.get(name) for name in ("admin1", "precision", "gazetteer", "lat", "lon")},
        "gazetteer_id": found.get("id"),
        **{f"period_{name}": period[name] for name in ("start", "end", "precision", "anchor", "text")},
        "sources": _joined(source["name"] for source in row["sources"]),
        "source_types": _joined(source["type"] for source in row["sources"]),
        "sources_resolved": _joined(source["resolved"] or "" for source in row["sources"]),
        **_told_besides(row),
        "occurrences": len(row["occurrences"]),
        "excerpt": excerpt["text"],
        "cut": bool(excerpt.get("cut", False)),
        "excerpt_start": excerpt["start"],
        "excerpt_end": excerpt["end"],
        **{name: document[name] for name in ("publisher", "title", "url", "published", "lang", "sha256")},
        "document_id": document["id"],
    }
    return {name: values[name] for name in COLUMNS}


def _told_besides(row: Row) -> dict[str, Value]:
    """What events and statements add; all None for a figure."""
    actors = row.get("actors") or []
    return {
        "type": row.get("type"),
        "actors": _joined(actor["name"] for actor in actors),
        "actor_roles": _joined(actor["role"] for actor in actors),
        "actors_resolved": _joined(actor["resolved"] or "" for actor in actors),
        **{name: (row.get(name) or {}).get("text") for name in _QUOTED},
        "direct": row.get("direct"),
        "form": row.get("form"),
        "about": _joined(words["text"] for words in row.get("about") or []),
    }


def mapped(row: Row) -> Row | None:
    """The one place that stands for the claim on a map: resolved, with coordinates if any has them, where it happened
    before where from and where to, and the finest of these. None when no place is resolved.
    """
    resolved = [place for place in row["places"] if place["place"]]
    return min(resolved, key=_rank, default=None)


def _rank(place: Row) -> tuple[bool, int, int]:
    found = place["place"]
    return found["lat"] is None, _ROLES.index(place["role"]), _FINEST_FIRST.index(found["precision"])


def _told(place: Row) -> str:
    """The place as the text names it: "from", "to", and what blurs it."""
    role = "" if place["role"] == "at" else f"{place['role']} "
    modifier = f" ({place['modifier']})" if place["modifier"] else ""
    return f"{role}{place['name']}{modifier}"


def _joined(names: Iterable[str]) -> str | None:
    """The names in one cell; None when there are none, so that empty stays empty."""
    told = list(names)
    return JOIN.join(told) if any(told) else None
