"""One claim, mention, refusal or document as it leaves: the JSON of the contract, masked and coarsened."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any

from dateline.model import Claim, Document, Mention, Place, Refusal
from dateline.model.as_json import claim_to_json, document_to_json, mention_to_json, place_to_json
from dateline.read.parts import parts_of
from dateline.read.quality import notes_of
from dateline.release.forces import tells_of_forces
from dateline.release.mask import Mask
from dateline.release.places import coarsened, is_site, shelters
from dateline.release.told import carrier, quoted_phrases, told_row
from dateline.release.window import windowed

Json = dict[str, Any]


def document_row(document: Document, mask: Mask) -> Json:
    """The `document` object. The title opens the text, and is masked by its spans and by its own words."""
    row = document_to_json(document)
    if document.title:
        opens = not document.text or document.text.startswith(document.title)
        title = mask.quoted(document.title, 0) if opens else document.title
        row["title"] = mask.prose(title)
    row["url"] = mask.address(document.url) if document.url else None
    row["publisher"] = mask.loose(document.publisher) if document.publisher else None
    if notes := _quality(document):
        row["quality"] = list(notes)
    return row


def _quality(document: Document) -> tuple[str, ...]:
    """The quality note of a document: of the parts that were marked when it was read, else of its text at hand."""
    return notes_of(document.parts) if document.parts else _quality_of_text(document.text, document.title)


@lru_cache(maxsize=64)
def _quality_of_text(text: str, title: str | None) -> tuple[str, ...]:
    return notes_of(parts_of(text, title)) if text else ()


def claim_row(claim: Claim, mask: Mask, *, cut: bool = False) -> Json:
    """A claim of the contract as it may leave; `coarsened` is true where a place was lifted to its unit.

    With `cut` the excerpt is a window of at most 300 characters around the figure, the cue or the trigger; what is
    said is then cut to that window as well.
    """
    released = [_place(place, claim, mask) for place in claim.places]
    row = claim_to_json(replace(claim, places=tuple(released)))
    row["places"] = [_place_row(place, mask) for place in released]
    if cut:
        row["excerpt"] = windowed(row["excerpt"], carrier(row))
    row = told_row(row, mask, cut=cut)
    row["masked"] = _masked(row, mask)
    row["excerpt"] = _quoted(row["excerpt"], mask)
    row["figure"] = _quoted(row["figure"], mask) if row["figure"] else None
    row["sources"] = [_source_row(source, mask) for source in row["sources"]]
    row["period"]["text"] = mask.loose(row["period"]["text"]) if row["period"]["text"] else None
    if any(new.place != old.place for new, old in zip(released, claim.places, strict=True)):
        row["coarsened"] = True
    return row


def tells_an_age(claim: Claim, mask: Mask) -> bool:
    """True for a figure whose number is hidden as a person's age or kin: `low` would tell what the mask hides."""
    figure = claim.figure
    if figure is None or figure.implied or not mask.touches_person(figure.start, figure.end):
        return False
    left = mask.quoted(figure.text, figure.start)
    return any(letter.isalnum() for letter in figure.text) and not any(letter.isalnum() for letter in left)


def mention_row(mention: Mention, mask: Mask) -> Json:
    """A mention; the value that it carries is left out where it would tell what the mask hides."""
    row = mention_to_json(mention)
    row["text"] = mask.quoted(mention.text, mention.start)
    hidden = mask.touches_person(mention.start, mention.end)
    if mention.kind == "toponym" and (hidden or mask.touches_site(mention.start, mention.end)):
        row["place"] = None
    elif mention.kind == "timex" and hidden:
        row["period"] = None
    elif mention.kind == "quantity" and row["figure"]:
        row["figure"] = None if hidden else _quoted(row["figure"], mask)
    elif mention.kind == "source" and row["source"]:
        row["source"] = _source_row(row["source"], mask)
    return row


def refusal_row(refusal: Refusal, mask: Mask) -> Json:
    """A number or a word that became no claim."""
    text, reason = mask.quoted(refusal.text, refusal.start), mask.loose(refusal.reason)
    return {"text": text, "start": refusal.start, "end": refusal.end, "reason": reason, "kind": refusal.kind}


def _place(place: Place, claim: Claim, mask: Mask) -> Place:
    """The place with what of its resolution may leave: nothing where its words are a person's, a unit for a refuge.

    Where forces fight or stand, too, a unit.
    """
    if mask.touches_person(place.start, place.end):
        return replace(place, place=None)
    told = shelters(claim, place) or tells_of_forces(claim)
    if told or mask.touches_site(place.start, place.end) or is_site(place):
        return coarsened(place)
    return place


def _place_row(place: Place, mask: Mask) -> Json:
    row = place_to_json(place)
    row["name"] = mask.quoted(place.name, place.start)
    row["modifier"] = mask.loose(place.modifier) if place.modifier else None
    return row


def _source_row(row: Json, mask: Mask) -> Json:
    """A source; whom it resolves to is named unless that is the person that was masked."""
    name = mask.quoted(row["name"], row["start"])
    resolved = mask.loose(row["resolved"]) if row["resolved"] else None
    return {**row, "name": name, "resolved": None if resolved and row["resolved"] == row["name"] != name else resolved}


def _quoted(row: Json, mask: Mask) -> Json:
    return {**row, "text": mask.quoted(row["text"], row["start"])}


def _masked(row: Json, mask: Mask) -> list[list[int]]:
    """The masked spans of all that the row quotes from the text."""
    quoted = [row["excerpt"], *([row["figure"]] if row["figure"] else []), *row["places"], *row["sources"]]
    quoted += quoted_phrases(row)
    spans = {span for part in quoted for span in mask.within(part["start"], part["end"])}
    apart = [s for s in sorted(spans) if not any(o != s and o.start <= s.start and s.end <= o.end for o in spans)]
    return [[span.start, span.end] for span in apart]
