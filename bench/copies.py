"""How well copies are found: pair F1 on labelled pairs of real news, with its interval. How fast, on generated text.

    python bench/copies.py pairs [SHARED]     labels in tests/pairs/copies.jsonl, texts in SHARED (beside the project)
    python bench/copies.py speed 20000 40000  documents of generated text: seconds, microseconds a document, memory
    python bench/copies.py index 1000000      generated fingerprints instead of texts: the stage over the corpus alone

The half of the pairs that served for choosing thresholds and the half that is only reported on are counted apart.
A pair counts as found in two ways: linked to each other, or in one cluster when the whole set is clustered.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dateline.model import Document
from dateline.model.ids import sha256_of
from dateline.model.syndication import CopyLink, Fingerprint
from dateline.syndicate import Printed, SyndicationIndex, fingerprint, settle
from dateline.syndicate.words import NAME, NUMBER

ROOT = Path(__file__).parent.parent
LABELS = ROOT / "tests" / "pairs" / "copies.jsonl"
HALVES = ("choosing", "reporting")
DRAWS = 2_000
SEED = 11


@dataclass(frozen=True)
class Pair:
    """A labelled pair: ids of the two documents, the stratum of their Jaccard (0..3), whether it is a copy."""

    a: str
    b: str
    stratum: int
    label: str

    @property
    def half(self) -> str:
        return HALVES[int(hashlib.sha256(f"{self.a}|{self.b}".encode()).hexdigest(), 16) % 2]

    @property
    def copy(self) -> bool:
        return self.label == "copy"


def labelled() -> list[Pair]:
    """The labelled pairs."""
    rows = map(json.loads, LABELS.read_text(encoding="utf-8").splitlines())
    return [Pair(row["a"], row["b"], row["stratum"], row["label"]) for row in rows]


def documents(shared: Path) -> Iterator[Document]:
    """Every article of the two sets, as reading gives it: title, blank line, body. Raises OSError where absent."""
    with (shared / "input" / "fa-kes.csv").open(encoding="latin-1", newline="") as file:
        for number, row in enumerate(csv.DictReader(file)):
            month, day, year = map(int, row["date"].split("/"))
            published = f"{year}-{month:02}-{day:02}"
            yield document(f"fa-kes:{number}", row["article_title"], row["article_content"], published, row["source"])
    for line in (shared / "gold" / "shootings" / "articles.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield document(f"shootings:{row['id']}", row["title"] or "", row["text"], row["published"], None)


def document(name: str, title: str, body: str, published: str | None, publisher: str | None) -> Document:
    """A document of that text; its id is its name."""
    text = body if body.startswith(title) else f"{title}\n\n{body}"
    return Document(name, name, sha256_of(text.encode()), text, None, publisher, title, published, "en")


def counts(pairs: list[Pair], found: set[frozenset[str]]) -> tuple[int, int, int]:
    """Copies found, others taken for copies, copies missed."""
    hits = [(pair.copy, frozenset((pair.a, pair.b)) in found) for pair in pairs]
    return hits.count((True, True)), hits.count((False, True)), hits.count((True, False))


def f1(pairs: list[Pair], found: set[frozenset[str]]) -> float:
    """F1 of the copies among the pairs."""
    right, wrong, missed = counts(pairs, found)
    return 2 * right / (2 * right + wrong + missed) if right else 0.0


def interval(pairs: list[Pair], found: set[frozenset[str]]) -> tuple[float, float]:
    """The middle 95 % of F1 over pairs drawn again with replacement, from a fixed seed."""
    chance = random.Random(SEED)
    drawn = sorted(f1(chance.choices(pairs, k=len(pairs)), found) for _ in range(DRAWS))
    return drawn[round(0.025 * DRAWS)], drawn[round(0.975 * DRAWS) - 1]


def show_pairs(shared: Path, listed: bool) -> None:
    """Prints the score of either half, and on demand the ids of the choosing half's errors."""
    index, links, printed = SyndicationIndex(), list[CopyLink](), dict[str, Printed]()
    for each in documents(shared):
        print_ = fingerprint(each)
        links.extend(index.add(print_).copies)
        printed[print_.document_id] = Printed.of(print_)
    clusters = settle(links, printed).clusters
    direct = {frozenset((link.shorter, link.longer)) for link in links}
    pairs = labelled()
    together = {
        frozenset((pair.a, pair.b)) for pair in pairs for one in clusters if {pair.a, pair.b} <= set(one.members)
    }
    sizes = sorted((len(one.members) for one in clusters), reverse=True)
    print(f"{len(index)} documents, {len(links)} links, {len(clusters)} clusters, largest {sizes[:5]}")
    for way, found in (("linked", direct), ("in one cluster", together)):
        for half in HALVES:
            of_half = [pair for pair in pairs if pair.half == half]
            right, wrong, missed = counts(of_half, found)
            low, high = interval(of_half, found)
            print(
                f"{way:14} {half:9} {len(of_half)} pairs: F1 {f1(of_half, found):.3f} [{low:.3f}, {high:.3f}], "
                f"{right} found, {wrong} wrongly, {missed} missed"
            )
            if listed and half == "choosing":
                for pair in of_half:
                    if pair.copy != (frozenset((pair.a, pair.b)) in found):
                        print(f"    {pair.label:11} {pair.stratum} {pair.a} {pair.b}")


class Newsroom:
    """Generated news, the same for a seed: dispatches, edited copies of recent ones, stock paragraphs, site texts."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        syllables = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "el", "or")]
        self.words = ["".join(self.chance.choices(syllables, k=2 + at % 3)) for at in range(30_000)]
        self.weights = list(accumulate(1 / (at + 8) for at in range(len(self.words))))
        self.stock = [self.paragraph() for _ in range(60)]
        self.recent: list[list[str]] = []

    def sentence(self) -> str:
        """Some twenty words by Zipf's law, with a name and at times a number."""
        drawn = self.chance.choices(self.words, cum_weights=self.weights, k=self.chance.randint(12, 26))
        drawn[self.chance.randrange(len(drawn))] = self.chance.choice(self.words).capitalize()
        if self.chance.random() < 0.5:
            drawn[self.chance.randrange(len(drawn))] = str(self.chance.randint(2, 900))
        return " ".join(drawn).capitalize() + "."

    def paragraph(self) -> str:
        return " ".join(self.sentence() for _ in range(self.chance.randint(2, 4)))

    def edited(self, dispatch: list[str]) -> list[str]:
        """A copy: a new first sentence, a sentence cut, one word in forty another."""
        kept = [self.sentence(), *dispatch[1 : self.chance.randint(max(2, len(dispatch) * 2 // 3), len(dispatch))]]
        return [
            " ".join(w if self.chance.random() > 0.025 else self.chance.choice(self.words) for w in part.split())
            for part in kept
        ]

    def document(self, number: int) -> Document:
        """The next document: three in ten are copies, three in ten end in a stock paragraph."""
        if self.recent and self.chance.random() < 0.3:
            parts = self.edited(self.chance.choice(self.recent))
        else:
            parts = [self.paragraph() for _ in range(self.chance.randint(3, 6))]
            self.recent = [*self.recent[-499:], parts]
        if self.chance.random() < 0.3:
            parts = [*parts, self.chance.choice(self.stock)]
        text = "\n\n".join([*parts, "Sign in to follow us. All rights reserved."])
        return document(
            f"{number:032x}", self.sentence(), text, f"2026-{1 + number % 12:02}-01", f"outlet {number % 97}"
        )


@dataclass
class Cost:
    """Processor seconds by stage, beside the making of the documents."""

    making: float = 0.0
    fingerprints: float = 0.0
    links: float = 0.0
    clusters: float = 0.0
    words: int = 0

    def __post_init__(self) -> None:
        self._at = time.process_time()

    def count(self, stage: str) -> None:
        """Puts the time since the last count down to the stage."""
        now = time.process_time()
        setattr(self, stage, getattr(self, stage) + now - self._at)
        self._at = now

    def show(self, size: int, found: str) -> None:
        """Prints what so many documents cost so far."""
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        stages = {"fingerprint": self.fingerprints, "links": self.links, "clusters": self.clusters}
        each = ", ".join(f"{stage} {1e6 * spent / size:.0f}" for stage, spent in stages.items() if spent)
        print(
            f"{size:8} documents of {self.words / size:.0f} words, {found}: {sum(stages.values()):.0f} s "
            f"(microseconds a document: {each}), at most {memory:.0f} MB",
            flush=True,
        )


def show_speed(size: int) -> None:
    """Clusters so many generated documents as they are made; tells the cost at each doubling and at the end."""
    news, index, links, printed = Newsroom(7), SyndicationIndex(), list[CopyLink](), dict[str, Printed]()
    cost, alike = Cost(), dict[Printed, Printed]()
    for number in range(1, size + 1):
        made = news.document(number)
        cost.count("making")
        print_ = fingerprint(made)
        cost.words += len(print_.words) // 2
        cost.count("fingerprints")
        links.extend(index.add(print_).copies)
        about = Printed.of(print_)
        printed[print_.document_id] = alike.setdefault(about, about)
        cost.count("links")
        if number % 10_000 == 0 and number < size and (number // 10_000).bit_count() == 1:
            cost.show(number, f"{len(links)} links")
    del index  # as `cluster` does
    clusters = settle(links, printed).clusters
    cost.count("clusters")
    cost.show(size, f"{len(links)} links, {len(clusters)} clusters")


class Printroom:
    """Fingerprints made at once, without texts: like those of `Newsroom`, and ten times as quickly."""

    def __init__(self, seed: int) -> None:
        self.chance = np.random.default_rng(seed)
        self.stock = [self.words(57) for _ in range(60)]
        self.recent: list[NDArray[np.uint16]] = []

    def words(self, count: int) -> NDArray[np.uint16]:
        """So many words, some far more frequent than others; one in fifteen a name, one in thirty a number."""
        words = (self.chance.random(count) ** 3 * (1 << 14)).astype(np.uint16)
        words |= np.where(self.chance.random(count) < 1 / 15, np.uint16(NAME), np.uint16(0))
        return words | np.where(self.chance.random(count) < 1 / 30, np.uint16(NUMBER), np.uint16(0))

    def fingerprint(self, number: int) -> Fingerprint:
        """The next one: three in ten are copies, three in ten end in a stock paragraph."""
        if self.recent and self.chance.random() < 0.3:
            words = self.recent[self.chance.integers(len(self.recent))]
            words = words[: self.chance.integers(len(words) * 2 // 3, len(words) + 1)].copy()
            edits = self.chance.random(len(words)) < 0.025
            words[edits] = self.words(int(edits.sum()))
        else:
            words = self.words(int(self.chance.integers(180, 330)))
            self.recent = [*self.recent[-499:], words]
        if self.chance.random() < 0.3:
            words = np.concatenate([words, self.stock[self.chance.integers(len(self.stock))]])
        day = f"2026-{1 + number % 12:02}-01"
        return Fingerprint(f"{number:032x}", words.astype("<u2").tobytes(), (), day, f"outlet {number % 97}")


def show_index(size: int) -> None:
    """The stage over the corpus alone: so many fingerprints linked and clustered, the cost told as by `show_speed`."""
    room, index, links, printed = Printroom(7), SyndicationIndex(), list[CopyLink](), dict[str, Printed]()
    cost, alike = Cost(), dict[Printed, Printed]()
    for number in range(1, size + 1):
        print_ = room.fingerprint(number)
        cost.words += len(print_.words) // 2
        cost.count("making")
        links.extend(index.add(print_).copies)
        about = Printed.of(print_)
        printed[print_.document_id] = alike.setdefault(about, about)
        cost.count("links")
        if number % 10_000 == 0 and number < size and (number // 10_000).bit_count() == 1:
            cost.show(number, f"{len(links)} links")
    del index  # as `cluster` does
    clusters = settle(links, printed).clusters
    cost.count("clusters")
    cost.show(size, f"{len(links)} links, {len(clusters)} clusters")


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    what = parser.add_subparsers(dest="what", required=True)
    pairs = what.add_parser("pairs")
    pairs.add_argument("shared", nargs="?", type=Path, default=ROOT.parent / "shared")
    pairs.add_argument("--errors", action="store_true", help="list the ids of errors, of the choosing half alone")
    for name in ("speed", "index"):
        what.add_parser(name).add_argument("sizes", nargs="+", type=int)
    options = parser.parse_args()
    if options.what == "pairs":
        show_pairs(options.shared, options.errors)
    elif len(options.sizes) == 1:
        {"speed": show_speed, "index": show_index}[options.what](options.sizes[0])
    else:
        for size in options.sizes:  # each in a process of its own, so that the memory told is its own
            subprocess.run([sys.executable, __file__, options.what, str(size)], check=True)


if __name__ == "__main__":
    main()
