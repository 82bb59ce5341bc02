"""How well article text is found: `python bench/read_pages.py [--worst N] [--check]`.

On the 181 saved pages of the article-extraction-benchmark (MIT), counted as that benchmark counts: shingles of four
words, precision and recall of each page averaged, F1 of the averages. The reference holds the body alone, so the
body is what is scored; "with title" scores the canonical text. The pages on which trafilatura's default does worst
are reported apart. Further: on how many pages a title, a publisher, a date, an address and a language were stated.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import statistics
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from dateline.read.page import Page, read_page

PAGES = Path(__file__).parent.parent.parent / "shared" / "gold" / "pages"
FLOOR = 0.970
HARD_FLOOR = 0.900
SHINGLE = 4
HARD = 20
WORD = re.compile(r"\w+")


class Overlap(NamedTuple):
    """Shares of the shingles of two texts: in both, in the found text alone, in the reference alone."""

    both: float
    extra: float
    missed: float


class Score(NamedTuple):
    """Averages over pages."""

    precision: float
    recall: float
    f1: float


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The runs of four words; a shorter text is one run."""
    words = WORD.findall(text)
    return Counter(tuple(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1)) if words)


def overlap(reference: str, found: str) -> Overlap:
    """How the found text covers the reference; each page weighs the same."""
    wanted, got = shingles(reference), shingles(found)
    both, extra, missed = (wanted & got).total(), (got - wanted).total(), (wanted - got).total()
    whole = both + extra + missed or 1
    return Overlap(both / whole, extra / whole, missed / whole)


def score(overlaps: Iterable[Overlap]) -> Score:
    """Precision and recall averaged over the pages that have any, and the F1 of the averages."""
    pages = list(overlaps)
    precision = statistics.mean(page.both / (page.both + page.extra) for page in pages if page.both + page.extra)
    recall = statistics.mean(page.both / (page.both + page.missed) for page in pages if page.both + page.missed)
    return Score(precision, recall, 2 * precision * recall / (precision + recall))


def page_f1(page: Overlap) -> float:
    """The F1 of one page."""
    return 2 * page.both / (2 * page.both + page.extra + page.missed) if page.both else 0.0


def trafilatura_default(markup: str) -> str:
    """What trafilatura gives as it comes: the measure of which pages are hard."""
    from trafilatura import extract

    return extract(markup, include_comments=False) or ""


def report(name: str, overlaps: Iterable[Overlap]) -> Score:
    """Prints a line and gives the score."""
    found = score(overlaps)
    print(f"{name:38} precision {found.precision:.4f}  recall {found.recall:.4f}  F1 {found.f1:.4f}")
    return found


def main() -> int:
    """Scores the pages; 1 when --check is given and the body's F1, or that on the hard pages, is under its floor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="list the N worst pages")
    parser.add_argument("--check", action="store_true", help=f"fail under F1 {FLOOR}, on hard pages {HARD_FLOOR}")
    options = parser.parse_args()
    if not PAGES.is_dir():
        print(f"no development data at {PAGES}", file=sys.stderr)
        return 2
    reference = {key: row["articleBody"] for key, row in json.loads((PAGES / "ground-truth.json").read_text()).items()}
    markup = {key: gzip.decompress((PAGES / "html" / f"{key}.html.gz").read_bytes()).decode() for key in reference}
    pages = {key: read_page(text, name=key) for key, text in markup.items()}

    def scored(text_of: Callable[[str], str]) -> dict[str, Overlap]:
        return {key: overlap(reference[key], text_of(key)) for key in reference}

    body = scored(lambda key: "\n".join(pages[key].paragraphs))
    default = scored(lambda key: trafilatura_default(markup[key]))
    hard = sorted(reference, key=lambda key: page_f1(default[key]))[:HARD]
    reached = report("body", body.values())
    report("with title", scored(lambda key: pages[key].text(pages[key].said.title)).values())
    report("trafilatura's default", default.values())
    on_hard = report(f"body, the {HARD} pages hard for it", (body[key] for key in hard))
    print_stated(pages.values())
    for key in sorted(body, key=lambda key: page_f1(body[key]))[: options.worst]:
        print(f"{key[:12]}  F1 {page_f1(body[key]):.3f}  extra {body[key].extra:.3f}  missed {body[key].missed:.3f}")
    return int(options.check and (reached.f1 < FLOOR or on_hard.f1 < HARD_FLOOR))


def print_stated(pages: Iterable[Page]) -> None:
    """On how many pages each part of the metadata was found."""
    said = [page.said for page in pages]
    for part in ("title", "publisher", "published", "url", "lang"):
        print(f"{part:10} stated on {sum(getattr(one, part) is not None for one in said)} of {len(said)} pages")


if __name__ == "__main__":
    sys.exit(main())
