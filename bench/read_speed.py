"""What reading costs: `python bench/read_speed.py [--documents N]`.

Documents a second on one core for saved pages and plain texts, by stage for pages, against trafilatura as it comes in
the same run; then a JSON-lines stream of N rows, with the memory at a tenth of it and at its end (it must be flat).
The texts are made here; real pages, from the shared development data, are measured where they are at hand.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import random
import resource
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from dateline.model.reading import Problem
from dateline.read import read_bytes, read_inputs
from dateline.read.article import quick_text
from dateline.read.metadata import metadata_of
from dateline.read.tree import parse

PAGES = Path(__file__).parent.parent.parent / "shared" / "gold" / "pages" / "html"
ROUNDS = 3
SENTENCE = """people families river town camp officials said on Monday that more than 400 had fled the villages north
of the lake after the bridge was hit and relief teams could not reach them by road"""
WORDS = SENTENCE.split()


def made_text(chance: random.Random, words: int = 700) -> str:
    """A text of so many words in paragraphs, different each time."""
    chosen = chance.choices(WORDS, k=words)
    return "\n\n".join(" ".join(chosen[at : at + 60]).capitalize() + "." for at in range(0, words, 60))


def made_page(chance: random.Random) -> str:
    """A page of about 150 kB around a text: menus, scripts, teasers."""
    paragraphs = "".join(f"<p>{part}</p>" for part in made_text(chance).split("\n\n"))
    menu = "".join(f'<li><a href="/{at}">{" ".join(chance.choices(WORDS, k=6))}</a></li>' for at in range(250))
    script = f"<script>{'var x = [1, 2, 3]; ' * 5_000}</script>"
    head = f"<title>Floods | The Outlet</title><meta property='og:site_name' content='The Outlet'>{script}"
    return f"<!doctype html><html><head>{head}</head><body><ul>{menu}</ul><article>{paragraphs}</article></body></html>"


def rate(work: Callable[[], object], count: int) -> float:
    """Documents a second of processor time: the median of a few rounds."""
    taken = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return count / statistics.median(taken)


def show_pages(name: str, pages: Sequence[bytes]) -> None:
    """Pages a second, whole and by stage."""
    from trafilatura import extract

    texts = [page.decode("utf-8", "replace") for page in pages]
    trees = [tree for text in texts if (tree := parse(text)) is not None]
    print(f"{name}: {len(pages)} pages, {sum(map(len, pages)) // len(pages) // 1000} kB on average")
    stages: dict[str, Callable[[], object]] = {
        "read_bytes, all of it": lambda: [read_bytes(page, name="page.html") for page in pages],
        "  parse": lambda: [parse(text) for text in texts],
        "  metadata": lambda: [metadata_of(tree) for tree in trees],
        "  quick text": lambda: [quick_text(text) for text in texts],
        "trafilatura's default with metadata": lambda: [extract(text, with_metadata=True) for text in texts],
    }
    for stage, work in stages.items():
        print(f"  {stage:38} {rate(work, len(pages)):9.1f} pages/s")


def show_stream(documents: int) -> None:
    """Rows a second of a JSON-lines stream, and what memory does."""

    class Rows(io.RawIOBase):
        """The stream, made while it is read, so that the memory measured is the reader's."""

        def __init__(self) -> None:
            self.left, self.chance, self.rest = documents, random.Random(7), b""

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            if not self.rest and self.left:
                self.left -= 1
                row = {"id": str(self.left), "text": made_text(self.chance)}
                self.rest = json.dumps(row).encode() + b"\n"
            size = min(len(buffer), len(self.rest))
            buffer[:size], self.rest = self.rest[:size], self.rest[size:]
            return size

    start = time.process_time()
    early = 0
    for number, reading in enumerate(read_inputs(["-"], stdin=io.BufferedReader(Rows())), start=1):
        assert not isinstance(reading, Problem)
        if number == documents // 10:
            early = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    late = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    took = time.process_time() - start
    print(f"JSON lines: {documents} rows, {documents / took:.0f} rows/s (making them included)")
    print(f"  peak memory after a tenth {early / 1024:.0f} MB, at the end {late / 1024:.0f} MB")


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=10_000, metavar="N")
    options = parser.parse_args()
    chance = random.Random(1)
    texts = [made_text(chance).encode() for _ in range(1_000)]
    speed = rate(lambda: [read_bytes(text, name="a.txt") for text in texts], len(texts))
    print(f"plain text: {speed:.0f} documents/s of {len(texts[0]) / 1000:.1f} kB")
    show_stream(options.documents)
    show_pages("made pages", [made_page(chance).encode() for _ in range(40)])
    if PAGES.is_dir():
        show_pages("saved pages", [gzip.decompress(path.read_bytes()) for path in sorted(PAGES.glob("*.gz"))[:60]])


if __name__ == "__main__":
    main()
