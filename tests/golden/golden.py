"""Golden cases: pages of our own with every claim that they must give, and a comparison field by field.

A case is a JSON file: "about"; "page" (lines of plain text) or "html" (lines of a web page); "published" where known;
"claims" in reading order. A claim's "part_of" and "same_as" are indexes into that list. Fields left out of a claim:
modality asserted, no places, no country, no dates, no sources, no links, not implied. "cause", "occurrences",
"relative" and a place's "modifier" are compared only where they are given. "optional" lists figures that may or may not
become claims; "free" lists "FIELD of 'FIGURE'" where the page leaves more than one good answer.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.extract import extract
from dateline.model import Claim, Document, Figure
from dateline.model.told import Phrase, phrases_of
from dateline.read import read_bytes

HERE = Path(__file__).parent
ALWAYS = ("low", "high", "quantifier", "unit", "implied", "term", "measure", "modality", "country", "start", "end")
WHERE_GIVEN = ("cause", "occurrences", "relative")
OPEN: dict[str, Any] = {"implied": False, "modality": "asserted", "country": None, "start": None, "end": None}


@dataclass(frozen=True, slots=True)
class Miss:
    """One field of one expected claim that came out otherwise (or a claim missed, or one too many)."""

    case: str
    figure: str
    field: str
    wanted: object = None
    got: object = None

    @property
    def key(self) -> str:
        """How `KNOWN_MISSES` names it."""
        return f"{self.case} | {self.figure} | {self.field}"

    def __str__(self) -> str:
        return f"{self.key}\n      wanted {self.wanted!r}\n      got    {self.got!r}"


def cases() -> dict[str, dict[str, Any]]:
    """Every case by its name."""
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(HERE.glob("*.json"))}


def main() -> None:
    """Prints every miss, its key first as `KNOWN_MISSES` names it."""
    for name, case in cases().items():
        for miss in misses(name, case):
            print(miss)


def document_of(name: str, case: dict[str, Any]) -> Document:
    """The case's page, read as an input of that name would be."""
    web = "html" in case
    data = "\n".join(case["html" if web else "page"]).encode()
    kind = "text/html" if web else "text/plain"
    return read_bytes(data, name=name, published=case.get("published"), lang="en", media_type=kind).document


def misses(name: str, case: dict[str, Any]) -> list[Miss]:
    """Where the extracted claims differ from the expected ones."""
    document = document_of(name, case)
    found = extract(document, kinds=("figure",)).claims
    pairs, extra = _pair(case["claims"], found)
    free = set(case.get("free", ()))
    return [
        miss
        for miss in (*_compare(name, case["claims"], pairs), *_extra(name, extra, case.get("optional", ())))
        if f"{miss.field} of '{miss.figure}'" not in free
    ]


def ungrounded(document: Document) -> list[str]:
    """Claims whose quoted words do not stand where they say. None may."""
    text = document.text
    return [
        claim.excerpt.text
        for claim in extract(document).claims
        if any(text[words.start : words.end] != words.text for words in _quoted(claim))
        or text[claim.excerpt.start : claim.excerpt.end] != claim.excerpt.text
        or any(words.text not in claim.excerpt.text for words in _figure(claim))
        or any(text[place.start : place.end] != place.name for place in claim.places)
        or any(text[source.start : source.end] != source.name for source in claim.sources)
    ]


def _quoted(claim: Claim) -> list[Phrase | Figure]:
    return [*phrases_of(claim), *_figure(claim)]


def _figure(claim: Claim) -> list[Figure]:
    return [claim.figure] if claim.figure else []


def _pair(wanted: list[dict[str, Any]], found: tuple[Claim, ...]) -> tuple[list[Claim | None], list[Claim]]:
    """The found claim of each wanted one (same words, else same bounds, each once), and those left over."""
    left = list(found)
    pairs: list[Claim | None] = []
    for claim in wanted:
        match = next((c for c in left if _words(c) == claim["figure"]), None)
        match = match or next((c for c in left if c.figure and _bounds(c) == (claim["low"], claim["high"])), None)
        if match:
            left.remove(match)
        pairs.append(match)
    return pairs, left


def _compare(name: str, wanted: list[dict[str, Any]], pairs: list[Claim | None]) -> Iterator[Miss]:
    words = {claim.claim_id: row["figure"] for row, claim in zip(wanted, pairs, strict=True) if claim}
    for row, claim in zip(wanted, pairs, strict=True):
        figure = row["figure"]
        if claim is None:
            yield Miss(name, figure, "missed", row["term"], None)
            continue
        got = _values(claim)
        for field in (*ALWAYS, *(f for f in WHERE_GIVEN if f in row)):
            value = row.get(field, OPEN.get(field))
            if got[field] != value:
                yield Miss(name, figure, field, value, got[field])
        yield from _named(name, row, claim)
        for link in ("part_of", "same_as"):
            target = row.get(link)
            linked = getattr(claim, link)
            value, other = None if target is None else wanted[target]["figure"], linked and words.get(linked, linked)
            if value != other:
                yield Miss(name, figure, link, value, other)


def _named(name: str, row: dict[str, Any], claim: Claim) -> Iterator[Miss]:
    """Places with their roles and modifiers, sources with their types."""
    places = [(place["name"], place["role"]) for place in row.get("places", [])]
    got_places = [(place.name, place.role) for place in claim.places]
    if not _same(places, got_places):
        yield Miss(name, row["figure"], "places", places, got_places)
    for place in row.get("places", []):
        modifier = (place.get("modifier"), place.get("modifier_kind"))
        got = next(((p.modifier, p.modifier_kind) for p in claim.places if _alike(place["name"], p.name)), None)
        if "modifier" in place and got != modifier:
            yield Miss(name, row["figure"], "modifier", modifier, got)
    sources = [(source["name"], source.get("type")) for source in row.get("sources", [])]
    got_sources = [(source.name, source.type) for source in claim.sources]
    if not _same(sources, got_sources):
        yield Miss(name, row["figure"], "sources", sources, got_sources)


def _extra(name: str, extra: list[Claim], optional: list[str]) -> Iterator[Miss]:
    for claim in extra:
        if not any(_words(claim).endswith(figure) for figure in optional):
            yield Miss(name, _words(claim), "one too many", None, claim.excerpt.text)


def _values(claim: Claim) -> dict[str, object]:
    figure = claim.figure
    assert figure is not None
    return {
        "low": figure.low, "high": figure.high, "quantifier": figure.quantifier, "unit": figure.unit,
        "implied": figure.implied, "term": claim.term, "measure": claim.measure, "modality": claim.modality,
        "country": claim.country, "start": claim.period.start, "end": claim.period.end, "cause": claim.cause,
        "occurrences": len(claim.occurrences), "relative": claim.period.text,
    }  # fmt: skip


def _words(claim: Claim) -> str:
    return claim.figure.text if claim.figure else ""


def _bounds(claim: Claim) -> tuple[int | None, int | None]:
    return (claim.figure.low, claim.figure.high) if claim.figure else (None, None)


def _same(wanted: list[tuple[str, str | None]], got: list[tuple[Any, Any]]) -> bool:
    """One to one: names alike, and the second value equal where the case gives one."""
    left = list(got)
    for name, value in wanted:
        match = next((pair for pair in left if _alike(name, pair[0]) and value in (None, pair[1])), None)
        if match is None:
            return False
        left.remove(match)
    return not left


def _alike(name: str, other: str) -> bool:
    """Equal but for articles, case and at most two more words of description ("the town of")."""
    wanted, got = (set(text.lower().replace("'", " ").split()) - {"the", "a", "an", "of"} for text in (name, other))
    return wanted == got or (wanted < got and len(got - wanted) <= 2)


if __name__ == "__main__":
    main()
