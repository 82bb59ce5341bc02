"""The sentence behind a number, cut into pieces that the page marks: the figure, its places, sources and time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dateline.report.clean import pieces, shown

Row = dict[str, Any]
Marked = tuple[int, int, str]
"""A half-open range within the excerpt, and its mark."""


CLOSE_BY = 40
"""Characters that a snippet shows before and after its figure, at most."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words with their mark: "figure", "place", "source", "time", "withheld", or "" for plain text."""

    words: str
    mark: str


def passage(row: Row) -> list[Piece]:
    """The excerpt of a claim in order; "…" where the door has cut its sentence."""
    text = row["excerpt"]["text"]
    before, after = _cut(row)
    told = [Piece("…", "")] if before else []
    for start, end, mark in _whole(_apart(_marks(row), len(text)), len(text)):
        told += [Piece(words, "withheld" if masked else mark) for words, masked in pieces(text[start:end])]
    return [*told, Piece("…", "")] if after else told


def snippet(told: list[Piece]) -> list[Piece]:
    """The figure with the words close by, so that no number stands alone; without a figure the beginning."""
    at = next((place for place, piece in enumerate(told) if piece.mark == "figure"), 0)
    before = "".join(piece.words for piece in told[:at])
    after = "".join(piece.words for piece in told[at + 1 :])
    return [Piece(_last_words(before), ""), told[at], Piece(_first_words(after), "")] if told else []


def _last_words(text: str) -> str:
    """The end of a text, whole words only."""
    return text if len(text) <= CLOSE_BY else "…" + text[-CLOSE_BY:].partition(" ")[2]


def _first_words(text: str) -> str:
    """The beginning of a text, whole words only."""
    return text if len(text) <= CLOSE_BY else text[:CLOSE_BY].rpartition(" ")[0] + "…"


def elsewhere(row: Row) -> list[str]:
    """Places and sources that stand in other sentences: they were carried over, and the reader should know."""
    start, end = row["excerpt"]["start"], row["excerpt"]["end"]
    fields = [("place", place) for place in row["places"]] + [("source", source) for source in row["sources"]]
    return [
        f"{kind} “{shown(field['name'])}” (characters {field['start']:,}–{field['end']:,})"
        for kind, field in fields
        if not start <= field["start"] < end
    ]


def carried(row: Row) -> Iterator[str]:
    """ "place" and "date" where the claim's own sentence gives none, and another one's was taken."""
    start, end = row["occurrences"][0] if row["occurrences"] else (row["excerpt"]["start"], row["excerpt"]["end"])
    if row["places"] and not any(start <= place["start"] < end for place in row["places"]):
        yield "place"
    period, whole = row["period"], not any(_cut(row))
    if (period["start"] or period["end"]) and period["text"] and whole and period["text"] not in row["excerpt"]["text"]:
        yield "date"


def _cut(row: Row) -> tuple[bool, bool]:
    """Whether the sentence goes on before and after what is shown of it."""
    excerpt = row["excerpt"]
    if not row["occurrences"] or not excerpt.get("cut", row.get("cut", False)):
        return False, False
    start, end = row["occurrences"][0]
    return excerpt["start"] > start, excerpt["end"] < end


def _marks(row: Row) -> Iterator[Marked]:
    """The spans of the claim's fields, the most important first."""
    offset = row["excerpt"]["start"]
    carrier = row["figure"] or row.get("trigger") or row.get("cue")
    fields = [("figure", carrier)] if carrier else []
    fields += [("source", row["speaker"])] if row.get("speaker") else []
    fields += [("source", actor) for actor in row.get("actors", ())]
    fields += [("source", source) for source in row["sources"]] + [("place", place) for place in row["places"]]
    for mark, field in fields:
        yield field["start"] - offset, field["end"] - offset, mark
    words = row["period"]["text"]
    at = row["excerpt"]["text"].find(words) if words else -1
    if at >= 0:
        yield at, at + len(words), "time"


def _apart(marks: Iterator[Marked], length: int) -> list[Marked]:
    """The marks that lie inside the excerpt, in order; of two that overlap the first to come stays."""
    kept: list[Marked] = []
    for start, end, mark in marks:
        inside = 0 <= start < end <= length
        if inside and all(end <= other or start >= last for other, last, _ in kept):
            kept.append((start, end, mark))
    return sorted(kept)


def _whole(marks: list[Marked], length: int) -> Iterator[Marked]:
    """The marks and the plain text between them."""
    at = 0
    for start, end, mark in marks:
        yield at, start, ""
        yield start, end, mark
        at = end
    yield at, length, ""
