#!/usr/bin/env python3
"""Events against the project's own gold, `happened.jsonl`: F1 of what is found, and its fields.

usage: score.py [--errors] [--only FIELD]

Prints one column for each half of the pages (by the hash of the id). `--errors` lists what is missed, told too much or
filled wrongly on the build half, `--only` one kind of it; of the held half nothing but totals is ever printed.
How events are annotated, and when a field counts as right: the README beside this script.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final, Literal

from dateline.evaluate.scores import Prf, ratio
from dateline.extract import extract_all
from dateline.model import Claim, Document
from dateline.model.ids import document_id, sha256_of
from dateline.model.words import Kind

GOLD: Final = Path(__file__).resolve().parent / "happened.jsonl"
FIELDS: Final = ("modality", "places", "period", "sources")
ROLES: Final = ("agent", "target", "party")
ONLY: Final[tuple[Kind, ...]] = ("event",)

Json = dict[str, Any]
Half = Literal["build", "held"]
Pair = tuple[Json, Claim]


@dataclass(frozen=True, slots=True)
class EventScores:
    """What one half says. `trigger` counts an event found by its words, `event` one with its type right as well.

    Over the events found that the gold asks for: F1 of actors in their roles (together and by role), shares with the
    right modality, places, period and sources. `whole` is the F1 of events right in everything.
    """

    events: int
    trigger: Prf
    event: Prf
    whole: Prf
    modality: float
    actors: Prf
    agent: Prf
    target: Prf
    party: Prf
    places: float
    period: float
    sources: float


@dataclass(slots=True)
class Counts:
    """Events annotated, found and matched; of the matched those right by field; actors by role and side."""

    gold: int = 0
    told: int = 0
    matched: int = 0
    right: Counter[str] = field(default_factory=Counter)
    actors: Counter[tuple[str, str]] = field(default_factory=Counter)
    errors: list[tuple[str, str]] = field(default_factory=list)

    def scores(self) -> EventScores:
        """The counts as shares."""

        def f1(name: str) -> Prf:
            return Prf.of(self.right[name], self.gold, self.told)

        def of_role(*roles: str) -> Prf:
            hit, gold, told = (sum(self.actors[side, role] for role in roles) for side in ("hit", "gold", "told"))
            return Prf.of(hit, gold, told)

        found = Prf.of(self.matched, self.gold, self.told)
        modality, places, period, sources = (round(ratio(self.right[name], self.matched), 4) for name in FIELDS)
        agent, target, party = (of_role(role) for role in ROLES)
        everybody = of_role(*ROLES)
        return EventScores(self.gold, found, f1("type"), f1("whole"), modality, everybody, agent, target, party, places,
                           period, sources)  # fmt: skip


def rows(half: Half) -> Iterator[Json]:
    """The annotated pages of one half."""
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if (int(hashlib.sha256(row["id"].encode()).hexdigest(), 16) % 2 == 0) == (half == "build"):
            yield row


def counted(half: Half) -> Counts:
    """What the extractor finds on one half against the annotations."""
    pages = list(rows(half))
    counts = Counts()
    for row, outcome in zip(pages, extract_all(map(document_of, pages), kinds=ONLY), strict=True):
        add(counts, row, [claim for claim in outcome.claims if claim.event])
    return counts


def scores(half: Half) -> EventScores:
    """The scores of one half."""
    return counted(half).scores()


def document_of(row: Json) -> Document:
    """An annotated page as it would be read."""
    digest = sha256_of(row["text"].encode())
    name = row["id"]
    text: str = row["text"]
    return Document(name, document_id(digest, None, None), digest, text, published=row["published"], lang="en")


def add(counts: Counts, row: Json, told: Sequence[Claim]) -> None:
    """Counts one page. An optional event of the gold is neither missed nor told too much."""
    matched = list(pairs(row["events"], told))
    for gold, claim in matched:
        if not gold.get("optional"):
            counts.told += 1
            counts.matched += 1
            _fields(counts, row, gold, claim)
    seen = {id(gold) for gold, _ in matched}
    counts.gold += sum(not gold.get("optional") for gold in row["events"])
    for gold in row["events"]:
        if id(gold) not in seen and not gold.get("optional"):
            counts.errors.append(("missed", f"{row['id']} {gold['type']}: {_around(row['text'], gold['trigger'])}"))
    for claim in told:
        if not any(claim is one for _, one in matched) and not _again(claim, row["events"]):
            counts.told += 1
            assert claim.event is not None
            where = {"start": claim.event.trigger.start, "end": claim.event.trigger.end}
            counts.errors.append(("extra", f"{row['id']} {claim.event.type}: {_around(row['text'], where)}"))


def pairs(gold: Sequence[Json], told: Sequence[Claim]) -> Iterator[Pair]:
    """Annotated events with the found ones that share a character of a trigger, each used once, right types first."""
    likely = [
        (event["type"] != claim.event.type, claim.event.type not in types_of(event), bool(event.get("optional")), i, j)
        for i, event in enumerate(gold)
        for j, claim in enumerate(told)
        if claim.event and _meets(spans_of(event), claim)
    ]
    free_gold, free_told = set(range(len(gold))), set(range(len(told)))
    for *_, i, j in sorted(likely):
        if i in free_gold and j in free_told:
            free_gold.remove(i)
            free_told.remove(j)
            yield gold[i], told[j]


def _again(claim: Claim, gold: Sequence[Json]) -> bool:
    """A second claim by the other word of an optional event: as little an error as the event."""
    return any(event.get("optional") and _meets(spans_of(event), claim) for event in gold)


def spans_of(event: Json) -> list[Json]:
    """The words that tell an event: its trigger, and others that would do ("launched" beside "attack")."""
    return [event["trigger"], *event.get("also", ())]


def types_of(event: Json) -> list[str]:
    """The types that are right for an event."""
    return [event["type"], *event.get("types_too", ())]


def _meets(spans: Sequence[Json], claim: Claim) -> bool:
    assert claim.event is not None
    start, end = claim.event.trigger.start, claim.event.trigger.end
    return any(span["start"] < end and start < span["end"] for span in spans)


def _fields(counts: Counts, row: Json, gold: Json, claim: Claim) -> None:
    """Counts the fields of a matched event."""
    assert claim.event is not None
    period = claim.period
    answers: dict[str, tuple[bool, object, object]] = {
        "type": (claim.event.type in types_of(gold), types_of(gold), claim.event.type),
        "modality": (
            claim.modality in [gold["modality"], *gold.get("modality_too", ())], gold["modality"], claim.modality),
        "places": (_named(gold, "places", [p.name for p in claim.places]), _names(gold["places"]),
                   [p.name for p in claim.places]),
        "period": (_dated(gold, period.start, period.end), [gold["start"], gold["end"]], [period.start, period.end]),
        "sources": (_named(gold, "sources", [s.name for s in claim.sources]), _names(gold["sources"]),
                    [s.name for s in claim.sources]),
        "actors": (_actors(counts, gold, claim), [(a["role"], a["name"]) for a in gold["actors"]],
                   [(a.role, a.name) for a in claim.event.actors]),
    }  # fmt: skip
    for name, (right, wanted, got) in answers.items():
        counts.right[name] += right
        if not right:
            where = _around(row["text"], gold["trigger"])
            counts.errors.append((name, f"{row['id']} {wanted} got {got}: {where}"))
    counts.right["whole"] += all(right for right, *_ in answers.values())


def _names(given: Sequence[Json]) -> list[str]:
    return [("?" if one.get("optional") else "") + one["name"] for one in given]


def _named(gold: Json, name: str, found: Sequence[str]) -> bool:
    """Every place or source asked for is found, and none that is not allowed. What is carried over may stay open."""
    if not found and name in gold.get("carried", ()):
        return True
    allowed = [[one["name"], *one.get("also", ())] for one in gold[name]]
    asked = [names for one, names in zip(gold[name], allowed, strict=True) if not one.get("optional")]
    return all(any(_same(name, other) for name in names for other in found) for names in asked) and all(
        any(_same(name, other) for names in allowed for name in names) for other in found
    )


def _same(one: str, other: str) -> bool:
    """The same words but for the article and case, or the words of one within the other's."""
    first, second = (f" {name.lower().removeprefix('the ')} " for name in (one, other))
    return first in second or second in first


def _dated(gold: Json, start: str | None, end: str | None) -> bool:
    """One of the annotated periods; of a single day the end may stay open. What is carried over may stay open."""
    if start is None and end is None and "period" in gold.get("carried", ()):
        return True
    periods = [[gold["start"], gold["end"]], *gold.get("periods_too", ())]
    return any([start, end] == one or (one[0] == one[1] == start and end is None) for one in periods)


def _actors(counts: Counts, gold: Json, claim: Claim) -> bool:
    """Counts the actors of a matched event by role; whether all are right and none is too much."""
    assert claim.event is not None
    free = list(claim.event.actors)
    right = True
    for actor in sorted(gold["actors"], key=lambda one: bool(one.get("optional"))):
        roles = [actor["role"], *actor.get("roles_too", ())]
        spans = [actor, *actor.get("also", ())]
        hit = next((a for a in free if a.role in roles and any(a.start < s["end"] and s["start"] < a.end
                                                              for s in spans)), None)  # fmt: skip
        if hit is not None:
            free.remove(hit)
        if not actor.get("optional"):
            role = hit.role if hit else actor["role"]
            counts.actors["gold", role] += 1
            counts.actors["told", role] += hit is not None
            counts.actors["hit", role] += hit is not None
            right &= hit is not None
    for other in free:
        counts.actors["told", other.role] += 1
    return right and not free


def _around(text: str, span: Json) -> str:
    start, end = span["start"], span["end"]
    return f"…{text[max(0, start - 70) : start]}[{text[start:end]}]{text[end : end + 70]}…".replace("\n", " ")


def table(halves: dict[Half, EventScores]) -> str:
    """The scores as people read them: of what has precision and recall F1, with both."""
    lines = [f"{'':10}" + "".join(f"{half:>24}" for half in halves)]
    for name in asdict(next(iter(halves.values()))):
        cells = [getattr(one, name) for one in halves.values()]
        shown = [f"{c.f1:.3f} ({c.precision:.2f}, {c.recall:.2f})" if isinstance(c, Prf) else f"{c:.3f}"
                 if isinstance(c, float) else str(c) for c in cells]  # fmt: skip
        lines.append(f"{name:10}" + "".join(f"{cell:>24}" for cell in shown))
    return "\n".join(lines)


def main() -> None:
    """Prints the table, with --errors what is wrong on the build half."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", action="store_true", help="list what is wrong on the build half")
    parser.add_argument("--only", metavar="FIELD", help="of these, only missed, extra, type, actors, places ...")
    options = parser.parse_args()
    build = counted("build")
    for kind, words in build.errors if options.errors or options.only else ():
        if options.only in {None, kind}:
            print(f"{kind:9} {words}")
    print(table({"build": build.scores(), "held": scores("held")}))


if __name__ == "__main__":
    main()
