"""Draws the pairs of `copies.jsonl`: ids alone, by a written seed. Run once, before any threshold was chosen.

200 pairs of two sets of real news (FA-KES and the Gun Violence articles of SemEval-2018 task 5), 50 of each stratum
of word 5-shingle Jaccard over the lower-cased words of the bodies: under .05 (of one place and within seven days of
each other), .05 to .15, .15 to .5, .5 and more. 25 of each stratum come from each set, while it has them; no document
stands in two pairs of a stratum. Left out: articles of pages that are held back elsewhere, and pages of fewer than 30
words, which hold nothing to judge by.

    python tests/pairs/draw_copies.py SHARED > pairs.jsonl
"""

from __future__ import annotations

import csv
import hashlib
import itertools
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

SEED = "dateline copies 1"
PER_SET = 25
FEWEST_WORDS = 30
STRATA = (0.05, 0.15, 0.5)
WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Page:
    """An article of either set: `key` is "fa-kes:ROW" (from 0) or "shootings:ID"."""

    key: str
    text: str
    day: date
    place: str

    @property
    def set_name(self) -> str:
        return self.key.partition(":")[0]


def fa_kes(shared: Path) -> Iterator[Page]:
    """Every article of FA-KES but those of the held half of the annotated pages."""
    held = set(_held(shared / "gold" / "pages-dev.jsonl"))
    with (shared / "input" / "fa-kes.csv").open(encoding="latin-1", newline="") as file:
        for row_number, row in enumerate(csv.DictReader(file)):
            if row["unit_id"] not in held:
                day = datetime.strptime(row["date"], "%m/%d/%Y").date()
                yield Page(f"fa-kes:{row_number}", row["article_content"], day, row["location"].strip().lower())


def _held(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").splitlines():
        name = json.loads(line)["id"]
        if int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2:
            yield name.removeprefix("fakes-")


def shootings(shared: Path) -> Iterator[Page]:
    """Every article of the Gun Violence set, its place that of the incident it reports."""
    folder = shared / "gold" / "shootings"
    rows = (json.loads(line) for line in (folder / "incidents.jsonl").read_text(encoding="utf-8").splitlines())
    where = {row["incident_uri"]: f"{row['city_or_county']}, {row['state']}" for row in rows}
    for line in (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Page(
            f"shootings:{row['id']}", row["text"], date.fromisoformat(row["published"][:10]), where[row["incident"]]
        )


def shingles(text: str, size: int = 5) -> frozenset[str]:
    """The text's runs of five words, lower-cased."""
    words = WORD.findall(text.lower())
    return frozenset(" ".join(words[at : at + size]) for at in range(max(1, len(words) - size + 1)))


def strata(pages: list[Page]) -> dict[int, list[tuple[str, str]]]:
    """All pairs inside one set by the stratum of their Jaccard; of the lowest only those of one place and week."""
    pages = [page for page in pages if len(WORD.findall(page.text)) >= FEWEST_WORDS]
    sets = {page.key: shingles(page.text) for page in pages}
    where: dict[str, list[str]] = defaultdict(list)
    for key, held in sorted(sets.items()):
        for shingle in held:
            where[shingle].append(key)
    shared = Counter(pair for keys in where.values() for pair in itertools.combinations(keys, 2))
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for (a, b), count in shared.items():
        jaccard = count / (len(sets[a]) + len(sets[b]) - count)
        stratum = sum(jaccard >= bound for bound in STRATA)
        if stratum:
            found[stratum].append((a, b))
    found[0] = [
        (a.key, b.key)
        for a, b in _of_one_place_and_week(pages)
        if (count := shared[a.key, b.key]) / (len(sets[a.key]) + len(sets[b.key]) - count) < STRATA[0]
    ]
    return found


def _of_one_place_and_week(pages: list[Page]) -> Iterator[tuple[Page, Page]]:
    places: dict[str, list[Page]] = defaultdict(list)
    for page in sorted(pages, key=lambda page: page.key):
        places[page.place].append(page)
    for there in places.values():
        for a, b in itertools.combinations(there, 2):
            if abs((a.day - b.day).days) <= 7:
                yield a, b


def drawn(pairs: Iterable[tuple[str, str]], count: int) -> list[tuple[str, str]]:
    """The first `count` pairs in the order of their hash with the seed, each document once."""
    chosen: list[tuple[str, str]] = []
    seen: set[str] = set()
    for pair in sorted(pairs, key=lambda pair: hashlib.sha256("|".join((SEED, *pair)).encode()).hexdigest()):
        if len(chosen) < count and not seen & set(pair):
            chosen.append(pair)
            seen |= set(pair)
    return chosen


def main() -> None:
    """Prints a pair a line, without a label."""
    shared = Path(sys.argv[1])
    by_set = [strata(list(pages(shared))) for pages in (fa_kes, shootings)]
    for stratum in range(len(STRATA) + 1):
        for found in by_set:
            for a, b in drawn(found[stratum], PER_SET):
                print(json.dumps({"a": a, "b": b, "stratum": stratum}))


if __name__ == "__main__":
    main()
