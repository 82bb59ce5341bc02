"""What stands: the situations that claims tell of, the weightiest first, each with its drawings and tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from dateline.report import words
from dateline.report.clean import shown
from dateline.report.denials import Denial, denials
from dateline.report.local import Atlas
from dateline.report.map import Maps
from dateline.report.panels import Panels, panels
from dateline.report.said import LeftOut, SaidBlock, first_said, left_out, said
from dateline.report.strands import strands, where
from dateline.report.verdicts import VerdictBlock, first_rows, verdicts
from dateline.report.view import View
from dateline.report.voices import Cast, Voice, Voices
from dateline.report.weight import AT_LENGTH, Glance, by_weight, glances, stands, weight
from dateline.report.when import between, date, undated
from dateline.report.where import country_name

Row = dict[str, Any]

MOST_TOLD: Final = 40
"""Situations that are told at length."""
MOST_OPEN: Final = 6
"""Situations that stand open at first."""
MOST_CLASHES: Final = 6
"""Contradictions of a situation that are read at once, those of fewest claims first; the others are folded."""
MOST_LISTED: Final = 300
"""Situations that are told in one line."""
MOST_NAMED: Final = 8
"""Claims that such a line names."""
FAMILIES: Final = {
    "displacement": "Displacement and return",
    "death": "Killed",
    "injury": "Injured",
    "casualties": "Killed and injured",
    "housing": "Housing",
    "missing": "Missing",
    "detention": "Detained",
    "trapped": "Trapped",
    "affected": "Affected",
    "other": "Other harm or movement",
}


@dataclass(frozen=True, slots=True)
class Clash:
    """Claims that cannot all be true, in words, and those of them that the page shows."""

    why: str
    views: list[View]


@dataclass(frozen=True, slots=True)
class Situation:
    """One situation or incident as it is told. `heard` counts the claims that take part."""

    id: str
    anchor: str
    title: str
    told: str
    heard: int
    clashes: list[Clash]
    panels: Panels | None
    maps: Maps | None
    verdicts: list[VerdictBlock]
    blocks: list[SaidBlock]
    denials: list[Denial]
    left_out: list[LeftOut]
    voices: list[Voice]
    more_rows: int
    more_said: int

    @property
    def drawn_voices(self) -> list[Voice]:
        """Those whose letters stand in the drawings."""
        letters = {point.letter for panel in self.panels.panels for point in panel.points} if self.panels else set()
        return [voice for voice in self.voices if voice.letter in letters]


@dataclass(frozen=True, slots=True)
class Brief:
    """A situation in one line with its claims; `more` of them are only counted."""

    anchor: str
    title: str
    when: str
    stands: str
    views: list[View]
    more: int
    denials: list[Denial]


@dataclass(frozen=True, slots=True)
class Situations:
    """Situations told at length and in one line, and how many more there are. `clashes` counts all contradictions."""

    glances: list[Glance]
    told: list[Situation]
    briefs: list[Brief]
    more: int
    clashes: int

    @property
    def count(self) -> int:
        """All situations."""
        return len(self.told) + len(self.briefs) + self.more

    @property
    def anchors(self) -> frozenset[str]:
        """Where the page tells of situations."""
        return frozenset([*(one.anchor for one in self.told), *(one.anchor for one in self.briefs)])


def situations(rows: Iterable[Row], views: Mapping[str, View], atlas: Atlas) -> Situations | None:
    """The released rows of situations (`dateline.release.release_situations`) as the page tells them; None of none.

    At length where two claims or more take part, or one that weighs as much (`weight`). `views` are the claims
    of the page by id: others may not leave. The first `MOST_OPEN` get a map.
    """
    ordered = by_weight(rows)
    if not ordered:
        return None
    worth = [row for row in ordered if _heard(row) > 1 or (_heard(row) and weight(row) >= AT_LENGTH)][:MOST_TOLD]
    ids = {row["situation_id"] for row in worth}
    rest = [row for row in ordered if row["situation_id"] not in ids and any(claim in views for claim in row["roles"])]
    return Situations(
        glances=glances(worth, lambda row: (anchor(row["situation_id"]), title(row), days(row))),
        told=[_situation(row, views, atlas if at < MOST_OPEN else None) for at, row in enumerate(worth)],
        briefs=[_brief(row, views) for row in rest[:MOST_LISTED]],
        more=max(0, len(rest) - MOST_LISTED),
        clashes=sum(len(row["contradictions"]) for row in ordered),
    )


def title(row: Row) -> str:
    """What a situation is about and where: "Displacement and return – Mozambique"."""
    about = FAMILIES.get(row["term_family"], FAMILIES["other"])
    heard = {one["term"] for one in row["series"] if one["unit"] == "person"}
    counted = [told for term, told in words.TERMS.items() if term in heard]
    if row["kind"] == "incident" and counted:
        about = words.listed([counted[0], *(one.lower() for one in counted[1:])])
    place = where(row["place"])
    country = country_name(row["country"])
    named = [place] if place and place.endswith(country) else [place, country]
    return f"{about} – {', '.join(part for part in named if part) or 'place not said'}"


def days(row: Row) -> str:
    """The days of a situation in words; when it was printed where no claim of it has a day."""
    start, end = row["start"], row["end"]
    if start and end:
        return between(start, end)
    return f"from {date(start)}" if start else f"to {date(end)}" if end else undated(row)


def anchor(situation_id: str) -> str:
    """The name of a situation within the page."""
    return f"w-{situation_id[:12]}"


def _heard(row: Row) -> int:
    return sum(role != "excluded" for role, _ in row["roles"].values())


def _situation(row: Row, views: Mapping[str, View], atlas: Atlas | None) -> Situation:
    found = sorted(strands(row, views), key=lambda strand: -len(strand.claims))
    heard = dict.fromkeys(claim for strand in found for claim in strand.claims)
    speaking = [views[claim] for claim in heard if claim in views]
    voices = Voices(sorted(speaking, key=lambda view: (view.dated or "9999", view.id)))
    cast = Cast(views, voices, row["roles"])
    table, more_rows = first_rows(verdicts(found, cast, tolls=row["kind"] == "incident"))
    blocks, more_said = first_said(said(found, cast))
    return Situation(
        id=row["situation_id"],
        anchor=anchor(row["situation_id"]),
        title=title(row),
        told=_told(row),
        heard=_heard(row),
        clashes=[_clash(one, views) for one in sorted(row["contradictions"], key=lambda one: len(one["claims"]))],
        panels=panels(found, cast),
        maps=atlas.of(heard) if atlas else None,
        verdicts=table,
        blocks=blocks,
        denials=denials(row["roles"], views),
        left_out=left_out(cast),
        voices=voices.all,
        more_rows=more_rows,
        more_said=more_said,
    )


def _told(row: Row) -> str:
    """Kind, cause, days, claims, documents: "Incident, conflict, 16 Feb 2022: 3 claims in 3 documents"."""
    kind = [row["kind"].capitalize(), *([words.CAUSES[row["cause"]]] if row["cause"] else []), days(row)]
    claims = words.counted(len(row["roles"]), "claim")
    return f"{', '.join(kind)}: {claims} in {words.counted(len(row['documents']), 'document')}"


def _clash(one: Row, views: Mapping[str, View]) -> Clash:
    return Clash(shown(one["why"]), [views[claim] for claim in one["claims"] if claim in views])


def _brief(row: Row, views: Mapping[str, View]) -> Brief:
    told: Sequence[View] = [views[claim] for claim in row["roles"] if claim in views]
    shown_here, more = told[:MOST_NAMED], max(0, len(told) - MOST_NAMED)
    found = denials(row["roles"], views)
    told_short = "; ".join(stands(row))
    return Brief(anchor(row["situation_id"]), title(row), days(row), told_short, list(shown_here), more, found)
