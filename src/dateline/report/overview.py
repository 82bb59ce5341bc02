"""What the ledger holds, how well it was read, and what to be careful about: counts of documents and claims only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.ledger.types import LedgerStats
from dateline.report import words
from dateline.report.caveats import caveats, in_other_languages
from dateline.report.groups import Section, origins
from dateline.report.view import Paper, View
from dateline.report.when import between, date, days
from dateline.report.words import counted


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that the ledger holds: a name, a value in words, and what to know about it ("" for nothing)."""

    name: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Cited:
    """A document with the number of its claims on the page."""

    paper: Paper
    claims: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The head of the page."""

    title: str
    lead: str
    facts: list[Fact]
    caveats: list[str]
    documents: list[Cited]


def overview(
    views: Sequence[View], sections: Sequence[Section], stats: LedgerStats | None, gravest: Sequence[str] = ()
) -> Overview:
    """Sum up what is listed. `stats` adds what the ledger keeps beside; None: only the claims speak. `gravest` are the
    countries that the title names first.
    """
    documents = cited(views)
    return Overview(
        title=_title(sections, gravest),
        lead=_lead(views, documents, stats),
        facts=_facts(views, documents, stats),
        caveats=caveats(views, [one.paper for one in documents], stats),
        documents=documents,
    )


def cited(views: Sequence[View]) -> list[Cited]:
    """The documents behind the claims, oldest first, undated last."""
    papers = {view.paper.id: view.paper for view in views}
    claims = Counter(view.paper.id for view in views)
    found = [Cited(paper, claims[name]) for name, paper in papers.items()]
    return sorted(found, key=lambda one: (one.paper.published or "9999", one.paper.publisher or "", one.paper.title))


def _title(sections: Sequence[Section], gravest: Sequence[str]) -> str:
    countries = [section for section in sections if not section.is_rest]
    harmed = [section for section in countries if any(map(_tells_harm, section.views))]
    named = [one.title for one in harmed if any(_told_there(view) for view in one.views)] or [
        one.title for one in harmed
    ]
    named.sort(key=lambda name: gravest.index(name) if name in gravest else len(gravest))
    if len(named) > 3:
        named = [*named[:3], words.counted(len(named) - 3, "more country", "more countries")]
    return f"Reported figures: {words.listed(named)}" if named else "Reported figures"


def _tells_harm(view: View) -> bool:
    """True for what is told to have happened to people: a country of forecasts and unclear counts names no page."""
    return view.kind == "figure" and view.happened and view.term != words.TERMS["other"]


def _told_there(view: View) -> bool:
    """True where the claim's own sentence places it, or no place was needed: one carried over may be a guess."""
    return _tells_harm(view) and "place" not in view.carried


def _lead(views: Sequence[View], documents: Sequence[Cited], stats: LedgerStats | None) -> str:
    if not views:
        held = counted(stats.documents, "document") if stats else "nothing"
        foreign = in_other_languages(stats) if stats else ""
        return f"This ledger holds {held} and no claim that can be shown. {foreign}".rstrip()
    read = counted(stats.documents if stats else len(documents), "document")
    return f"{counted(len(views), 'claim')} about people in war and disaster, read from {read} of the news."


def _facts(views: Sequence[View], documents: Sequence[Cited], stats: LedgerStats | None) -> list[Fact]:
    behind = origins(views)
    silent = stats.documents - stats.superseded_documents - len(documents) if stats else 0
    reviewed = sum(view.status != "unreviewed" for view in views)
    kinds = Counter(view.kind for view in views)
    told = words.listed([counted(kinds[kind], kind) for kind in words.KINDS if kinds[kind]])
    return [
        Fact("Claims", f"{len(views):,}", f"{told}; {reviewed:,} reviewed by a person"),
        Fact("Documents", f"{len(documents):,}", f"and {silent:,} without a claim" if silent > 0 else ""),
        Fact("Publishers", f"{behind.publishers:,}", "that the documents name"),
        Fact("Credited parties", f"{behind.sources:,}", "that the texts name as their source"),
        Fact("Published", _published(documents)),
        Fact("Tells of", _told_of(views), "earliest to latest date of a claim"),
        Fact("Read by", words.listed(sorted({view.extractor for view in views})), "it makes mistakes"),
    ]


def _published(documents: Sequence[Cited]) -> str:
    return _earliest_to_latest([one.paper.published or "" for one in documents])


def _told_of(views: Sequence[View]) -> str:
    return _earliest_to_latest([date or "" for view in views for date in (view.starts, view.ends)])


def _earliest_to_latest(dates: list[str]) -> str:
    """The two ends, each at its own precision; dates without a year do not count."""
    known = {meant: date for date in dates if (meant := days(date))}
    if not known:
        return "not known"
    return between(known[min(known)], known[max(known, key=lambda meant: meant[1])])


def made_words(made_on: str, stats: LedgerStats | None) -> str:
    """When the page was made, and when the ledger was last added to."""
    last = f", from a ledger last added to on {date(stats.last_added)}" if stats and stats.last_added else ""
    return f"Made on {date(made_on)}{last}."
