"""A released claim as the page shows it: every field in words, nothing left to decide but its place on the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dateline.report import words
from dateline.report.clean import link, shown
from dateline.report.passage import Piece, carried, elsewhere, passage, snippet
from dateline.report.when import date, days, when
from dateline.report.where import Where, country_of, where

Row = dict[str, Any]

NOBODY = "credited to nobody in the text"


@dataclass(frozen=True, slots=True)
class Credited:
    """A credited party: `name` as the text has it, `kind` in words, `resolved` a known actor's name, else None."""

    name: str
    kind: str
    resolved: str | None


@dataclass(frozen=True, slots=True)
class Paper:
    """A document as it is cited. `link` is None when there is no address of the web; `published` is None when open.
    `quality` says in short sentences what is wrong with its text."""

    id: str
    publisher: str | None
    title: str
    link: str | None
    address: str | None
    published: str | None
    published_words: str
    lang: str | None
    quality: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """One claim in words. `low` and `high` are its bounds (None: open). `starts` and `ends` are the ends of its period
    at their own precision, `first` and `last` the days these can mean (all None: open, or without a year); `dated` is
    what the claim is sorted by when nothing else is asked ("": nothing dates it). `carried` names what other sentences
    give ("place", "date"); `cue` is the word by which a statement is made, None for others.
    """

    id: str
    anchor: str
    kind: str
    number: words.Number | None
    low: int | None
    high: int | None
    term: str
    measure: str | None
    modality: str
    cause: str | None
    country: str
    places: tuple[Where, ...]
    when: str
    when_text: str | None
    starts: str | None
    ends: str | None
    first: str | None
    last: str | None
    dated: str
    sources: tuple[Credited, ...]
    paper: Paper
    passage: list[Piece]
    elsewhere: list[str]
    excerpt: tuple[int, int]
    figure: tuple[int, int] | None
    others: list[tuple[int, int]]
    part_of: str | None
    same_as: str | None
    score: float
    extractor: str
    status: str
    coarsened: bool
    carried: tuple[str, ...]
    cue: str | None

    def chips(self, heading: str, told_as: str) -> list[str]:
        """What the heading and the measure above the claim leave unsaid, and what people decided."""
        term = [self.term] if self.term != heading else []
        modality = [] if self.happened else [words.MODALITIES[self.modality]]
        measure = [self.measure] if self.happened and self.measure and self.measure != told_as else []
        decided = [self.status] if self.status != "unreviewed" else []
        return term + modality + measure + decided

    @property
    def snippet(self) -> list[Piece]:
        """The figure with the words close by."""
        return snippet(self.passage)

    @property
    def happened(self) -> bool:
        """True when the text tells it as having happened."""
        return self.modality == "asserted"


def view(row: Row) -> View:
    """Put a released claim into words."""
    period, figure, excerpt = row["period"], row["figure"], row["excerpt"]
    first, last = days(period["start"]), days(period["end"])
    paper = paper_of(row["document"])
    return View(
        id=row["claim_id"],
        anchor=anchor(row["claim_id"]),
        kind=row["kind"],
        number=words.number(figure) if figure else None,
        low=figure["low"] if figure else None,
        high=figure["high"] if figure else None,
        term=words.term(row),
        measure=row["measure"],
        modality=row["modality"],
        cause=row["cause"],
        country=country_of(row),
        places=tuple(where(place, excerpt, row["country"]) for place in row["places"]),
        when=when(period, row["measure"]),
        when_text=shown(period["text"]) if period["text"] else None,
        starts=period["start"] if first else None,
        ends=period["end"] if last else None,
        first=first[0] if first else None,
        last=last[1] if last else None,
        dated=(last or first or days(paper.published) or ("", ""))[1],
        sources=tuple(_credited(source) for source in row["sources"]),
        paper=paper,
        passage=passage(row),
        elsewhere=elsewhere(row),
        excerpt=(excerpt["start"], excerpt["end"]),
        figure=(figure["start"], figure["end"]) if figure else None,
        others=[(start, end) for start, end in row["occurrences"][1:]],
        part_of=row["part_of"],
        same_as=row["same_as"],
        score=row["score"],
        extractor=shown(row["extractor"]),
        status=row.get("status", "unreviewed"),
        coarsened=bool(row.get("coarsened")),
        carried=tuple(carried(row)),
        cue=row["cue"]["text"] if row.get("cue") else None,
    )


def anchor(claim_id: str) -> str:
    """The name of a claim's row within the page."""
    return f"c-{claim_id[:12]}"


def paper_of(document: Row) -> Paper:
    """A document in words; one without a title is named by the beginning of its id."""
    published = document["published"]
    return Paper(
        id=document["id"],
        publisher=shown(document["publisher"]) if document["publisher"] else None,
        title=shown(document["title"] or f"Untitled document {document['id'][:8]}"),
        link=link(document["url"]),
        address=shown(document["url"]) if document["url"] else None,
        published=published,
        published_words=date(published) if published else "date not given",
        lang=document["lang"],
        quality=tuple(document.get("quality", ())),
    )


def _credited(source: Row) -> Credited:
    name, resolved = shown(source["name"]), source["resolved"]
    kind = words.SOURCE_TYPES[source["type"]]
    return Credited(name, kind, shown(resolved) if resolved and resolved != source["name"] else None)
