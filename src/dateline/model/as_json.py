"""Model values to and from the JSON of the contract. Unmasked: what leaves the house goes through `release`."""

from __future__ import annotations

from typing import Any

from dateline.model.claim import (
    Claim,
    Document,
    Excerpt,
    Figure,
    Mention,
    Period,
    Place,
    ResolvedPlace,
    Source,
)
from dateline.model.flat import fields_of
from dateline.model.span import Span
from dateline.model.told import Actor, Event, Phrase, Statement

Json = dict[str, Any]


def document_to_json(document: Document) -> Json:
    """The `document` object of the contract (without the text)."""
    return {
        "id": document.id,
        "sha256": document.sha256,
        "url": document.url,
        "publisher": document.publisher,
        "title": document.title,
        "published": document.published,
        "lang": document.lang,
    }


def _excerpt_to_json(excerpt: Excerpt) -> Json:
    """The excerpt; `page` and `part` only where there are any."""
    return {key: value for key, value in fields_of(excerpt).items() if key not in ("page", "part") or value is not None}


def claim_to_json(claim: Claim) -> Json:
    """A claim as the contract prints it; `masked` lists the spans of private persons, here not yet masked."""
    return {
        "claim_id": claim.claim_id,
        "kind": claim.kind,
        "excerpt": _excerpt_to_json(claim.excerpt),
        "figure": fields_of(claim.figure) if claim.figure else None,
        "term": claim.term,
        "measure": claim.measure,
        "modality": claim.modality,
        "cause": claim.cause,
        "places": [place_to_json(place) for place in claim.places],
        "country": claim.country,
        "period": fields_of(claim.period),
        "sources": [source_to_json(source) for source in claim.sources],
        "part_of": claim.part_of,
        "same_as": claim.same_as,
        "occurrences": [[span.start, span.end] for span in claim.occurrences],
        "score": round(claim.score, 4),
        "extractor": claim.extractor,
        "masked": [[span.start, span.end] for span in claim.persons],
        **(_statement_to_json(claim.statement) if claim.statement else {}),
        **(_event_to_json(claim.event) if claim.event else {}),
    }


def _statement_to_json(statement: Statement) -> Json:
    """The fields that a statement adds to its claim."""
    row = fields_of(statement)
    for name in ("content", "speaker", "role", "organisation", "cue"):
        row[name] = fields_of(row[name]) if row[name] else None
    row["parts"] = [[span.start, span.end] for span in statement.parts]
    row["about"] = [fields_of(words) for words in statement.about]
    return row


def _event_to_json(event: Event) -> Json:
    """The fields that an event adds to its claim."""
    actors = tuple(fields_of(actor) for actor in event.actors)
    return {"type": event.type, "trigger": fields_of(event.trigger), "actors": actors}


def place_to_json(place: Place) -> Json:
    """A place of a claim; `place` is null when unresolved."""
    return {
        "name": place.name,
        "role": place.role,
        "modifier": place.modifier,
        "modifier_kind": place.modifier_kind,
        "start": place.start,
        "end": place.end,
        "place": fields_of(place.place) if place.place else None,
    }


def source_to_json(source: Source) -> Json:
    """A source of a claim."""
    return fields_of(source)


def mention_to_json(mention: Mention) -> Json:
    """A mention with the one value that its kind carries."""
    row: Json = {"kind": mention.kind, "text": mention.text, "start": mention.start, "end": mention.end}
    if mention.kind == "toponym":
        row["place"] = fields_of(mention.place) if mention.place else None
    elif mention.kind == "timex":
        row["period"] = {**fields_of(mention.period or Period()), "value": mention.value}
    elif mention.kind == "quantity":
        row["figure"] = fields_of(mention.figure) if mention.figure else None
    elif mention.kind == "source":
        row["source"] = fields_of(mention.source) if mention.source else None
    return row


def claim_from_json(row: Json, document_id: str) -> Claim:
    """The inverse of `claim_to_json`. Raises KeyError or TypeError when the row is not of the contract."""
    figure = row["figure"]
    return Claim(
        claim_id=row["claim_id"],
        document_id=document_id,
        kind=row["kind"],
        excerpt=Excerpt(**row["excerpt"]),
        figure=Figure(**figure) if figure else None,
        term=row["term"],
        measure=row["measure"],
        modality=row["modality"],
        cause=row["cause"],
        places=tuple(_place(place) for place in row["places"]),
        country=row["country"],
        period=Period(**row["period"]),
        sources=tuple(Source(**source) for source in row["sources"]),
        part_of=row["part_of"],
        same_as=row["same_as"],
        occurrences=tuple(Span(start, end) for start, end in row["occurrences"]),
        score=row["score"],
        extractor=row["extractor"],
        persons=tuple(Span(start, end) for start, end in row["masked"]),
        statement=_statement(row) if row["kind"] == "statement" else None,
        event=_event(row) if row["kind"] == "event" else None,
    )


def _statement(row: Json) -> Statement:
    def phrase(key: str) -> Phrase | None:
        return Phrase(**row[key]) if row[key] else None

    return Statement(
        content=Phrase(**row["content"]),
        direct=row["direct"],
        speaker=phrase("speaker"),
        role=phrase("role"),
        organisation=phrase("organisation"),
        cue=phrase("cue"),
        parts=tuple(Span(start, end) for start, end in row["parts"]),
        speaker_type=row["speaker_type"],
        form=row["form"],
        about=tuple(Phrase(**words) for words in row["about"]),
    )


def _event(row: Json) -> Event:
    return Event(row["type"], Phrase(**row["trigger"]), tuple(Actor(**actor) for actor in row["actors"]))


def _place(row: Json) -> Place:
    place = row["place"]
    return Place(**{**row, "place": ResolvedPlace(**place) if place else None})
