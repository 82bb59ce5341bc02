"""Events of real news, drawn to be judged by reading: `python bench/events.py draw SEED` and `... tally FILE`.

`draw` extracts the events of FA-KES (`../shared/input/fa-kes.csv`, each page published on its day), leaves out the
pages that are held back elsewhere, and draws COUNT of all of them by the seed; each is printed with its sentence for a
reader. A judgement is one line of `tests/pairs/events_*.jsonl`: the page's unit_id, the span of the trigger, the type,
right or wrong, and of a wrong one the reason. No text is kept. `tally` counts them.

An event is right when all of it is: it is told as such (not a wish, a cause or a name), type and modality are right,
actors are those of the text in their roles (one left out that its clause names is wrong, too), and no place or period
is a wrong one (one that stays open is right).
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import random
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from dateline.extract import extract_all
from dateline.model import Claim, Document
from dateline.model.ids import document_id, sha256_of
from texts import GOLD

PAGES = GOLD.parent / "input" / "fa-kes.csv"
COUNT = 60


def documents() -> Iterator[Document]:
    """Every page of FA-KES but those of the held half of the annotated pages."""
    held = set(held_back())
    with PAGES.open(encoding="latin-1", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["unit_id"] in held:
                continue
            text = f"{row['article_title']}\n\n{row['article_content']}"
            day = datetime.strptime(row["date"], "%m/%d/%Y").date().isoformat()
            digest = sha256_of(text.encode())
            yield Document(row["unit_id"], document_id(digest, None, None), digest, text, published=day, lang="en")


def held_back() -> Iterator[str]:
    """Ids of FA-KES pages in the half of the annotated pages that is only reported on."""
    for line in (GOLD / "pages-dev.jsonl").read_text(encoding="utf-8").splitlines():
        name = json.loads(line)["id"]
        if int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2:
            yield name.removeprefix("fakes-")


def draw(seed: int) -> list[tuple[Document, Claim]]:
    """COUNT events of all, by the seed."""
    found = [(e.document, claim) for e in extract_all(documents(), kinds=("event",)) for claim in e.claims]
    found.sort(key=lambda one: (one[0].name, one[1].event.trigger.start if one[1].event else 0))
    return random.Random(seed).sample(found, COUNT)


def shown(number: int, document: Document, claim: Claim) -> str:
    """One event for a reader, with the line by which it is judged."""
    event = claim.event
    assert event is not None
    actors = "; ".join(f"{a.role}: {a.name} ({a.type}, {a.resolved})" for a in event.actors)
    places = "; ".join(
        f"{p.role}: {p.name} = {f'{p.place.name} ({p.place.precision})' if p.place else None}" for p in claim.places
    )
    sources = ", ".join(source.name for source in claim.sources)
    key = {"page": document.name, "start": event.trigger.start, "end": event.trigger.end, "type": event.type}
    return (
        f"{number}. {event.type} | {event.trigger.text} | {claim.modality} | {actors} | {places} | {claim.country} | "
        f"{claim.period.start}..{claim.period.end} (published {document.published}) | {sources}\n"
        f"   {claim.excerpt.text}\n   {json.dumps(key)}"
    )


def tally(path: Path) -> dict[str, object]:
    """Judgements of a file: how many, the share that is right, and the reasons of the others."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    wrong = Counter(str(row["why"]) for row in rows if not row["right"])
    right = sum(row["right"] for row in rows)
    return {"judged": len(rows), "right": right, "precision": round(right / len(rows), 3), "wrong": dict(wrong)}


def main() -> None:
    """Draws or counts."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("what", choices=("draw", "tally"))
    options.add_argument("given", help="a seed, or a file of judgements")
    asked = options.parse_args()
    if asked.what == "tally":
        print(json.dumps({"bench": "events", "file": Path(asked.given).name, **tally(Path(asked.given))}))
        return
    for number, (document, claim) in enumerate(draw(int(asked.given)), 1):
        print(shown(number, document, claim))


if __name__ == "__main__":
    main()
