"""Do sources and armed actors resolve to whom they really are? `python bench/actors.py [--draw SEED] [--check]`.

`--draw SEED` draws 150 articles of FA-KES (`../shared/input/fa-kes.csv`) with the seed, extracts their claims, and of
all mentions of a source (of a figure, or the speaker of a statement: credited, not merely quoted) or of an actor of an
event that is an armed group or a force, draws 100: one JSON line each, with the words around it, for a person to judge.

The judgements are kept in `tests/pairs/actors.jsonl`: the seed, the unit_id, the span in `article_content`, and `is`,
the canonical names that would be right; an empty list says that the words name nobody in particular ("activists",
"rebels", "a source"), an empty name that leaving it open is right too. Neither texts nor words of them are kept.
Without `--draw` the judged articles are extracted anew and counted, by seed: a mention is right when what it resolves
to is one of `is`. One that is not found any more counts as unresolved.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dateline.extract import extract_all
from dateline.model import Document
from dateline.model.claim import Claim
from dateline.model.ids import document_id, sha256_of
from texts import GOLD, ROOT

FA_KES = GOLD.parent / "input" / "fa-kes.csv"
JUDGED = ROOT / "tests" / "pairs" / "actors.jsonl"
ARTICLES, MENTIONS, AROUND = 150, 100, 160
LEAST = 0.70
_ARMED = frozenset({"armed_group", "military"})


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """Words that name a source or an armed actor: [start, end) of the article; `resolved` "" where left open."""

    unit: str
    start: int
    end: int
    kind: str
    resolved: str


def articles() -> dict[str, str]:
    """The texts of FA-KES by unit_id."""
    with FA_KES.open(encoding="latin-1", newline="") as lines:
        return {row["unit_id"]: row["article_content"] for row in csv.DictReader(lines) if row["article_content"]}


def mentions(texts: Mapping[str, str]) -> dict[tuple[str, int, int], Mention]:
    """Every source and armed actor of the claims of these articles, once each, by unit and span."""
    hashes = {unit: sha256_of(text.encode()) for unit, text in texts.items()}
    documents = [
        Document(unit, document_id(hashes[unit], None, None), hashes[unit], text, lang="en")
        for unit, text in texts.items()
    ]
    found: dict[tuple[str, int, int], Mention] = {}
    for extracted in extract_all(documents):
        for claim in extracted.claims:
            for mention in _of_claim(extracted.document.name, claim):
                found.setdefault((mention.unit, mention.start, mention.end), mention)
    return found


def _of_claim(unit: str, claim: Claim) -> Iterator[Mention]:
    for source in claim.sources:
        yield Mention(unit, source.start, source.end, "source", source.resolved or "")
    for actor in claim.event.actors if claim.event else ():
        if actor.type in _ARMED:
            yield Mention(unit, actor.start, actor.end, "actor", actor.resolved or "")


def draw(seed: int) -> None:
    """Prints the drawn mentions with the words around them, to be judged."""
    chance, texts = random.Random(seed), articles()
    units = chance.sample(sorted(texts), ARTICLES)
    found = sorted(mentions({unit: texts[unit] for unit in units}).values())
    for mention in sorted(chance.sample(found, MENTIONS)):
        text = texts[mention.unit]
        row = {
            "seed": seed,
            "unit": mention.unit,
            "start": mention.start,
            "end": mention.end,
            "kind": mention.kind,
            "words": text[mention.start : mention.end],
            "resolved": mention.resolved,
            "around": text[max(0, mention.start - AROUND) : mention.end + AROUND],
        }
        print(json.dumps(row, ensure_ascii=False))


def count() -> dict[int, float]:
    """The share of judged mentions that resolve rightly, by seed; prints it with its parts."""
    rows = [json.loads(line) for line in JUDGED.open(encoding="utf-8")]
    texts = articles()
    found = mentions({unit: texts[unit] for unit in dict.fromkeys(row["unit"] for row in rows)})
    shares = {}
    for seed in dict.fromkeys(row["seed"] for row in rows):
        told: Counter[tuple[bool, bool]] = Counter()
        for row in rows:
            if row["seed"] == seed:
                mention = found.get((row["unit"], row["start"], row["end"]))
                told[bool(row["is"]), _right(mention.resolved if mention else "", row["is"])] += 1
        shares[seed] = (told[True, True] + told[False, True]) / sum(told.values())
        named, nobody = told[True, True] + told[True, False], told[False, True] + told[False, False]
        print(
            f"seed {seed}: {shares[seed]:.2f} of {named + nobody} right; of {named} somebody in particular "
            f"{told[True, True]} resolved rightly, of {nobody} nobody in particular {told[False, True]} left open"
        )
    return shares


def _right(resolved: str, names: list[str]) -> bool:
    return resolved in (names or [""])


def main() -> None:
    asking = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asking.add_argument("--draw", type=int, metavar="SEED", help="draw 100 mentions to be judged")
    asking.add_argument("--check", action="store_true", help=f"exit 1 when fewer than {LEAST:.0%} of a draw are right")
    asked = asking.parse_args()
    if not FA_KES.exists():
        sys.exit("the articles are not here (../shared/input/fa-kes.csv)")
    if asked.draw is not None:
        draw(asked.draw)
    elif asked.check and min(count().values()) < LEAST:
        sys.exit(1)
    elif not asked.check:
        count()


if __name__ == "__main__":
    main()
