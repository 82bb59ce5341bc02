"""How fast places and periods are found and resolved: `python bench/mentions.py`.

Mentions a processor second, of both stages together and of each, over the development pages (made texts where the
shared data is absent), the parse left out: it serves all stages. Median of 5 runs over texts that are new each time,
so that what is remembered of one page helps another only as it does in a run over a corpus.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Callable, Sequence
from statistics import median

from dateline.extract import place
from dateline.extract import time as when
from dateline.extract.draft import Timex, Toponym
from dateline.extract.parse import parse_pages
from dateline.extract.repair import Working, repair
from dateline.extract.sentence import Sentence
from texts import GOLD, made

RUNS = 5
Page = tuple[Working, list[Sentence]]


def main() -> None:
    """Prints one JSON object."""
    pages = parsed(texts())
    batches = [pages[at::RUNS] for at in range(RUNS)]
    places(batches[0][:1])  # opens the gazetteer
    periods(batches[0][:1])
    found = [(measured(places, batch), measured(periods, batch)) for batch in batches]
    rates = [((p[0] + t[0]) / (p[1] + t[1]), p[0] / p[1], t[0] / t[1]) for p, t in found]
    both, toponyms, timexes = (round(median(column)) for column in zip(*rates, strict=True))
    report = {"pages": len(pages), "mentions": sum(p[0] + t[0] for p, t in found)}
    speed = {"both_per_second": both, "toponyms_per_second": toponyms, "timexes_per_second": timexes}
    print(json.dumps({**report, **speed}))


def texts() -> list[str]:
    """The texts to read."""
    path = GOLD.parent / "input" / "fa-kes.csv"
    if not path.exists():
        print("no shared data here: made texts are read", file=sys.stderr)
        chance = random.Random(7)
        return [made("crisis", chance) for _ in range(100)]
    import csv

    with path.open(encoding="latin-1", newline="") as file:
        return [row["article_content"] for row in csv.DictReader(file)][:100]


def parsed(wanted: list[str]) -> list[Page]:
    """The texts repaired and parsed."""
    working = [repair(text) for text in wanted]
    return list(zip(working, parse_pages((one, 0) for one in working), strict=True))


def measured(stage: Callable[[Sequence[Page]], int], pages: Sequence[Page]) -> tuple[int, float]:
    """How many mentions a stage finds, and the processor seconds it takes."""
    start = time.process_time()
    mentions = stage(pages)
    return mentions, time.process_time() - start


def places(pages: Sequence[Page]) -> int:
    """Recognises and resolves toponyms; how many."""
    return sum(len(_toponyms(working, sentences)) for working, sentences in pages)


def _toponyms(working: Working, sentences: list[Sentence]) -> list[Toponym]:
    names = place.recognize(sentences)
    return place.resolve(names, [code for _, _, code in place.country_words(working.text)], working.text)


def periods(pages: Sequence[Page]) -> int:
    """Recognises and resolves time expressions; how many."""
    return sum(len(_timexes(working, sentences)) for working, sentences in pages)


def _timexes(working: Working, sentences: list[Sentence]) -> Sequence[Timex]:
    dated, by = when.page_date(working.text, None)
    return when.timexes(working.text, sentences, dated, by, lang="en")


if __name__ == "__main__":
    main()
