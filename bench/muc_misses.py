"""What MUC-4's keys and our figures do not have in common: `python bench/muc_misses.py draw SEED` and `... tally FILE`.

Both sides are drawn from the build half of the development set, COUNT each, by the seed: numbers of the keys (killed or
injured, not optional, expressed by the text: see the head of `bench/muc.py`) that no claim of their page meets
(`side: missed`), and figures of killed and injured on pages with such entries that meet none (`side: beyond`). Each is
printed with its surroundings for a reader, and with the line by which it is judged: page, side, term, how many, and the
offsets of its words in the truecased text (null where the text has other words than the key). A judgement adds `class`,
one of those that `tests/pairs/README.md` explains; no text is kept. `tally` counts the classes of each side.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from pathlib import Path

from dateline.extract import extract_all
from dateline.model import Claim, Document
from muc import MUC, Number, document_of, in_half, keys, paired
from muc_text import items

COUNT = 50
AROUND = 400


def draw(seed: int) -> list[str]:
    """COUNT of each side, as a reader sees them."""
    missed: list[tuple[Document, Number]] = []
    beyond: list[tuple[Document, Claim]] = []
    pages = [item for item in items(MUC) if in_half(item.name, "build")]
    wanted = keys({item.name: item.text for item in pages})
    for extraction in extract_all((document_of(item) for item in pages), kinds=("figure",)):
        page = extraction.document
        pairs, left = paired(wanted[page.name], extraction.claims)
        missed += [(page, n) for n, hit in pairs if hit is None and not n.optional and n.how != "named"]
        beyond += [(page, claim) for claim in left if pairs]
    chance = random.Random(seed)
    return [
        *(_missed(*one) for one in chance.sample(missed, min(COUNT, len(missed)))),
        *(_beyond(*one) for one in chance.sample(beyond, min(COUNT, len(beyond)))),
    ]


def _missed(page: Document, number: Number) -> str:
    start = page.text.upper().find(number.words.upper())
    end = start + len(number.words)
    key = {"page": page.name, "side": "missed", "term": number.term, "low": number.low, "high": number.high,
           "start": start if start >= 0 else None, "end": end if start >= 0 else None}  # fmt: skip
    around = page.text[max(0, start - AROUND) : end + AROUND] if start >= 0 else page.text
    return f"MISSED {number.low}-{number.high} {number.term} {number.words!r}\n   {around!r}\n   {json.dumps(key)}"


def _beyond(page: Document, claim: Claim) -> str:
    figure = claim.figure
    assert figure is not None
    key = {"page": page.name, "side": "beyond", "term": claim.term, "low": figure.low, "high": figure.high,
           "start": figure.start, "end": figure.end}  # fmt: skip
    around = page.text[max(0, figure.start - AROUND) : figure.end + AROUND]
    return f"BEYOND {figure.text!r} {claim.term}\n   {around!r}\n   {json.dumps(key)}"


def tally(path: Path) -> dict[str, dict[str, int]]:
    """Judgements of a file: how many of each class, by side, the most frequent first."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    sides = {side: Counter(row["class"] for row in rows if row["side"] == side) for side in ("missed", "beyond")}
    return {side: dict(classes.most_common()) for side, classes in sides.items()}


def main() -> None:
    """Draws or counts."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("what", choices=("draw", "tally"))
    options.add_argument("given", help="a seed, or a file of judgements")
    asked = options.parse_args()
    if asked.what == "tally":
        print(json.dumps({"bench": "muc_misses", "file": Path(asked.given).name, **tally(Path(asked.given))}))
        return
    for number, one in enumerate(draw(int(asked.given)), 1):
        print(f"{number}. {one}")


if __name__ == "__main__":
    main()
