"""Statements and events as they may leave: every quoted phrase masked, nothing quoted beyond the window."""

from __future__ import annotations

from typing import Any, Final

from dateline.release.mask import Mask
from dateline.release.window import MOST

Json = dict[str, Any]

_PHRASES: Final = ("speaker", "role", "organisation", "cue", "content", "trigger")
_LISTS: Final = ("about", "actors")


def carrier(row: Json) -> Json | None:
    """The words around which the excerpt is cut: the figure, the trigger, the cue, else where the content begins."""
    found = row["figure"] or row.get("trigger") or row.get("cue")
    if found is None and (content := row.get("content")):
        return {"start": content["start"], "end": content["start"] + 1}
    return found if found is None or _inside(found, row["excerpt"]) else None


def told_row(row: Json, mask: Mask, *, cut: bool = False) -> Json:
    """The fields that a statement or an event adds, masked. With `cut` what is said leaves no further than the excerpt
    where that is cut, and no further than the same number of characters where it runs on beyond."""
    if row["kind"] == "figure":
        return row
    row = dict(row)
    if row["kind"] == "statement" and cut:
        row["content"], row["parts"] = _within(row["content"], row["parts"], _window(row))
    for key in _PHRASES:
        if row.get(key):
            row[key] = _masked(row[key], "text", mask)
    for key in _LISTS:
        if key in row:
            row[key] = [_masked(words, "name" if key == "actors" else "text", mask) for words in row[key]]
    return row


def quoted_phrases(row: Json) -> list[Json]:
    """Every part of the row that quotes the text beside its figure, places and sources."""
    single = [row[key] for key in _PHRASES if row.get(key)]
    return single + [words for key in _LISTS for words in row.get(key, ())]


def _masked(words: Json, key: str, mask: Mask) -> Json:
    hidden = mask.quoted(words[key], words["start"])
    masked = {**words, key: hidden}
    if words.get("resolved") and hidden != words[key]:
        masked["resolved"] = None if words["resolved"] == words[key] else mask.loose(words["resolved"])
    return masked


def _window(row: Json) -> Json:
    if row["excerpt"].get("cut"):
        return dict(row["excerpt"])
    start = row["content"]["start"]
    return {"start": start, "end": max(start + MOST, row["excerpt"]["end"])}


def _within(content: Json, parts: list[list[int]], window: Json) -> tuple[Json, list[list[int]]]:
    start, end = max(content["start"], window["start"]), min(content["end"], window["end"])
    if start >= end:
        start = end = content["start"]
    text = content["text"][start - content["start"] : end - content["start"]]
    cut = [[max(a, start), min(b, end)] for a, b in parts if a < end and b > start]
    return {"text": text, "start": start, "end": end}, cut


def _inside(words: Json, excerpt: Json) -> bool:
    return bool(excerpt["start"] <= words["start"] and words["end"] <= excerpt["end"])


def said_words(row: Json) -> str:
    """What is said in a statement's released row, without the cue and the speaker that interrupt it ("… " instead)."""
    content = row["content"]
    pieces = [content["text"][a - content["start"] : b - content["start"]] for a, b in row["parts"]]
    return " … ".join(piece for piece in pieces if piece) or str(content["text"])


def speaker_words(row: Json) -> str:
    """Who speaks, with office and body where their words do not stand in the name already; "" where nobody is named."""
    told: list[str] = []
    for words in (row[key]["text"] for key in ("speaker", "role", "organisation") if row.get(key)):
        if not any(words.lower() in other.lower() for other in told):
            told.append(words)
    return ", ".join(told)
