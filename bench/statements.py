"""Who says what in political news: `python bench/statements.py [--folds N] [--seed N] [--check]`.

Measures the recogniser of statements on PolNeAR's development part (`../shared/gold/attribution/polnear-dev`, brat):
precision, recall and F1 of source, cue and content, exact (the same words) and by overlap (one shared character;
each span is used once, the likest first). Spans are counted once per document however many attributions share them;
of a document that several people annotated, the first file by name counts. Rules need no folds: the mean over folds
by article (drawn with the seed) says how even the score is.

PolNeAR marks more than statements (beliefs, wishes, taking sides), so all classes of `statements_en.yaml` run here,
and it cuts its spans otherwise. What is mapped, by rule:

- source: all words of the speaker with relative clauses, and the comma that closes an apposition before the cue;
- cue: with the auxiliaries and adverbs right before it, the verb that it completes ("continues to insist"), and the
  particle or preposition behind it that brings the content in ("called for", "pointed out");
- content: with "that" and the quotation marks, without the preposition that belongs to the cue.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import statistics
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.extract.sentence import Sentence
from dateline.extract.sheet import Sheet, parse_pieces, sheet_of
from dateline.extract.statement.found import sayings
from dateline.extract.statement.lexicon import CLASSES, lexicon
from dateline.extract.statement.said import Said
from dateline.model import Document
from dateline.model.ids import document_id, sha256_of
from texts import GOLD

if TYPE_CHECKING:
    from spacy.tokens import Token

POLNEAR = GOLD / "attribution" / "polnear-dev"
ROLES = ("source", "cue", "content")
LEAST = {"exact": {"source": 0.50, "cue": 0.55, "content": 0.35},
         "overlap": {"source": 0.75, "cue": 0.75, "content": 0.70}}  # fmt: skip

Parts = tuple[tuple[int, int], ...]
"""A span in pieces, each half-open."""


@dataclass(slots=True)
class Counts:
    """Spans in the gold, found, and right, by role; right by the same words and by overlap."""

    gold: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    exact: Counter[str] = field(default_factory=Counter)
    overlap: Counter[str] = field(default_factory=Counter)

    def add(self, gold: dict[str, set[Parts]], found: dict[str, set[Parts]]) -> None:
        """Counts one document."""
        for role in ROLES:
            self.gold[role] += len(gold[role])
            self.found[role] += len(found[role])
            self.exact[role] += len(gold[role] & found[role])
            self.overlap[role] += paired(gold[role], found[role])

    def scores(self) -> dict[str, dict[str, dict[str, float]]]:
        """Precision, recall, F1 by way of counting and role."""
        return {way: {role: _scores(right[role], self.gold[role], self.found[role]) for role in ROLES}
                for way, right in (("exact", self.exact), ("overlap", self.overlap))}  # fmt: skip


def _scores(right: int, gold: int, found: int) -> dict[str, float]:
    precision, recall = right / found if found else 0.0, right / gold if gold else 0.0
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return {"precision": round(precision, 3), "recall": round(recall, 3), "f1": round(f1, 3)}


def paired(gold: set[Parts], found: set[Parts]) -> int:
    """How many spans of one set can be given an overlapping one of the other, each used once, the likest first."""
    likeness = []
    for g in gold:
        for f in found:
            shared = sum(max(0, min(b, d) - max(a, c)) for a, b in g for c, d in f)
            if shared:
                likeness.append((shared / max(_length(g), _length(f)), g, f))
    free_gold, free_found, pairs = set(gold), set(found), 0
    for _, g, f in sorted(likeness, key=lambda pair: (-pair[0], pair[1:])):
        if g in free_gold and f in free_found:
            free_gold.remove(g)
            free_found.remove(f)
            pairs += 1
    return pairs


def _length(parts: Parts) -> int:
    return sum(b - a for a, b in parts)


def annotated(name: str, text: str) -> dict[str, set[Parts]]:
    """The attributions of a document as the gold has them. Pieces that only blanks part are one."""
    file = sorted((POLNEAR / "attributions").glob(f"{_literal(name)}_*.ann"))[0]
    spans: dict[str, tuple[str, list[tuple[int, int]]]] = {}
    events: list[list[str]] = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("T"):
            key, typed = line.split("\t")[:2]
            kind, _, offsets = typed.partition(" ")
            spans[key] = (kind, [_pair(piece) for piece in offsets.split(";")])
        elif line.startswith("E"):
            events.append([argument.split(":")[1] for argument in line.split("\t")[1].split()])
    found: dict[str, set[Parts]] = {role: set() for role in ROLES}
    for event in events:
        for role in ROLES:
            pieces = [piece for key in event if spans[key][0].lower() == role for piece in spans[key][1]]
            if pieces:
                found[role].add(joined(text, pieces))
    return found


def _pair(piece: str) -> tuple[int, int]:
    start, end = piece.split()
    return int(start), int(end)


def _literal(name: str) -> str:
    return re.sub(r"([\[\]*?])", r"[\1]", name)


def joined(text: str, pieces: Sequence[tuple[int, int]]) -> Parts:
    """Pieces in order, those that only blanks part joined."""
    done: list[tuple[int, int]] = []
    for start, end in sorted(pieces):
        if done and not text[done[-1][1] : start].strip():
            done[-1] = (done[-1][0], max(end, done[-1][1]))
        else:
            done.append((start, end))
    return tuple(done)


def recognised(sheet: Sheet) -> dict[str, set[Parts]]:
    """What the rules find on a page, cut as PolNeAR cuts it, in offsets of the document."""
    text, canonical = sheet.document.text, sheet.working.canonical
    found: dict[str, set[Parts]] = {role: set() for role in ROLES}
    for said in sayings(sheet.working.text, sheet.sentences(), frozenset(CLASSES)):
        if not said.done or said.whole is None:
            continue
        cue = wide_cue(said)
        found["source"].add((canonical(*_with_comma(sheet.working.text, said.whole, cue)),))
        found["cue"].add((canonical(*cue),))
        parts = [(max(a, cue[1]) if a < cue[1] <= b and cue[0] <= a else a, b) for a, b in said.parts]
        found["content"].add(joined(text, [canonical(*_without_blanks(sheet.working.text, part)) for part in parts]))
    return found


def _without_blanks(text: str, part: tuple[int, int]) -> tuple[int, int]:
    start, end = part
    while start < end and text[start].isspace():
        start += 1
    return start, end


def _with_comma(text: str, whole: tuple[int, int], cue: tuple[int, int]) -> tuple[int, int]:
    closes = whole[1] <= cue[0] and text[whole[1] : whole[1] + 1] == "," and "," in text[whole[0] : whole[1]]
    return (whole[0], whole[1] + 1) if closes else whole


def wide_cue(said: Said) -> tuple[int, int]:
    """The cue with what PolNeAR counts in: auxiliaries, adverbs, the governing verb, particle and preposition."""
    sentence, verb = said.sentence, said.anchor
    how = lexicon().verbs.get(verb.lower_)
    if how is None or said.by_noun or sentence.span(verb, verb) != said.cue:
        return said.cue
    first = verb
    while first.dep_ == "xcomp" and first.head.pos_ in {"VERB", "AUX"} and first.i - first.head.i <= 3:
        first = first.head
    first = _leftmost(first)
    last = verb
    for behind in _behind(sentence, verb):
        if behind.dep_ not in {"prt", "prep"} or behind.lower_ not in how.through:
            break
        last = behind
    return sentence.span(first, last)


def _leftmost(verb: Token) -> Token:
    own = {c.i: c for c in verb.lefts if c.dep_ in {"aux", "auxpass", "neg", "advmod"} and not c.text.istitle()}
    first = verb
    while first.i - 1 in own:
        first = own[first.i - 1]
    return first


def _behind(sentence: Sentence, verb: Token) -> Iterator[Token]:
    children = {c.i: c for c in verb.rights}
    i = verb.i + 1
    while i in children and i < sentence.tokens.end:
        yield children[i]
        i += 1


def documents() -> list[Document]:
    """The articles, sorted by name."""
    found = []
    for file in sorted((POLNEAR / "text").glob("*.txt")):
        with file.open(encoding="utf-8", newline="") as opened:
            text = opened.read()
        sha256 = sha256_of(text.encode())
        found.append(Document(file.stem, document_id(sha256, None, None), sha256, text, lang="en"))
    return found


def measured(folds: int, seed: int) -> dict[str, object]:
    """The scores over all articles, and their mean over folds of articles."""
    sheets = [sheet_of(document) for document in documents()]
    parse_pieces((sheet, range(len(sheet.pieces))) for sheet in sheets)
    pairs = [(annotated(sheet.document.name, sheet.document.text), recognised(sheet)) for sheet in sheets]
    everything = Counts()
    for gold, found in pairs:
        everything.add(gold, found)
    random.Random(seed).shuffle(pairs)
    parts = [Counts() for _ in range(folds)]
    for at, (gold, found) in enumerate(pairs):
        parts[at % folds].add(gold, found)
    each = [part.scores() for part in parts]
    mean = {way: {role: round(statistics.mean(s[way][role]["f1"] for s in each), 3) for role in ROLES} for way in LEAST}
    return {"articles": len(pairs), "all": everything.scores(), f"mean F1 of {folds} folds, seed {seed}": mean}


def main() -> None:
    """Prints the scores; with --check fails below the targets."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--folds", type=int, default=5)
    arguments.add_argument("--seed", type=int, default=11)
    arguments.add_argument("--check", action="store_true")
    options = arguments.parse_args()
    if not POLNEAR.is_dir():
        raise SystemExit(f"no {POLNEAR.relative_to(Path(GOLD).parent.parent)}: the development data is not at hand")
    told = measured(options.folds, options.seed)
    print(json.dumps(told, indent=1))
    scores: dict[str, dict[str, dict[str, float]]] = told["all"]  # type: ignore[assignment]
    short = [f"{way} {role}" for way, least in LEAST.items() for role in ROLES if scores[way][role]["f1"] < least[role]]
    if options.check and short:
        sys.exit(f"below the target: {', '.join(short)}")


if __name__ == "__main__":
    main()
