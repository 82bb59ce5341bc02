"""Lines and paragraphs that a place opens: "Orvel – 13 dead", "Tarn region. Overnight two people died", a heading.

What such a line tells happened there, or at a place within; the next line tells of another place. A page has two such
lines or more: a single one is a date line or a title.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline.extract.assemble.place_around import same
from dateline.extract.assemble.place_cues import any_of
from dateline.extract.assemble.place_scene import Placed, another_time
from dateline.extract.draft import Draft, Page, Toponym
from dateline.extract.place.containment import holds, rank
from dateline.extract.sentence import Sentence

_OPENS: Final = re.compile(r"[\W\d]{0,6}(?:The )?")
"""What may stand before the place: a bullet, a number of the list."""
_CLOSES: Final = re.compile(r" ?(?:[:–—]|- |\.?\s*$)")
"""What stands behind it: a colon, a dash, or nothing more of the sentence."""
_ROW: Final = re.compile(r"\W*[A-Z\d][^.:;]{1,60}: ?\S")
_TABLE: Final = 3
"""Rows that make a table."""
_LEAST: Final = 2
_HEADING_WORDS: Final = 7
"""Words of a line that heads others."""


@dataclass(frozen=True, slots=True)
class Lines:
    """For each sentence its line, and the place that opens it or the heading above it; None where none does.

    `rows` are the lines of a table: "Orvel hospital: 27 dead", below it "Hask clinic: seven dead".
    """

    line: tuple[int, ...]
    label: tuple[Toponym | None, ...]
    rows: frozenset[int]

    def apart(self, one: int, other: int) -> bool:
        """Two sentences of which one at least stands under a place that the other does not stand under, or in a row."""
        if self.line[one] in self.rows and self.line[one] != self.line[other]:
            return True
        a, b = self.label[one], self.label[other]
        return a != b and not (a is not None and b is not None and same(a, b))

    def given(self, draft: Draft, places: Placed) -> Placed:
        """The places of a draft in its own sentence, or the one that its line opens with."""
        label = self.label[draft.sentence.index]
        lower = draft.sentence.text.lower()
        if places or label is None or any_of("nationwide").search(lower) or another_time(draft.sentence):
            return places
        return ((label, "at"),)

    def around(self, draft: Draft, places: Placed) -> Placed:
        """The places of a draft and, behind them, the one that its line opens with, where it may contain them all."""
        label = self.label[draft.sentence.index]
        if label is None or not places or any(same(label, t) for t, _ in places):
            return places
        return (*places, (label, "at")) if all(_may_hold(label, t) for t, _ in places) else places


def lines_of(page: Page) -> Lines:
    """The lines of a page and the places that open them."""
    numbers = _numbers(page)
    firsts = {line: index for index, line in reversed(list(enumerate(numbers)))}
    here: defaultdict[int, list[Toponym]] = defaultdict(list)
    for toponym in page.toponyms:
        here[toponym.sentence].append(toponym)
    opened = {line: _opening(page.sentences[index], here[index], page.text) for line, index in firsts.items() if index}
    label: list[Toponym | None] = []
    heading: Toponym | None = None
    for sentence, line in zip(page.sentences, numbers, strict=True):
        place = opened.get(line)
        alone = _alone(sentence, place)
        if firsts[line] == sentence.index and alone:
            heading = place if place is not None else (None if _heads(sentence) else heading)
        label.append(place or heading)
    rows = _rows(page, firsts)
    if len({(t.start, t.end) for t in label if t is not None}) < _LEAST:
        return Lines(numbers, (None,) * len(numbers), rows)
    return Lines(numbers, tuple(label), rows)


def _rows(page: Page, firsts: dict[int, int]) -> frozenset[int]:
    """The lines, three or more below each other, that open with a label and a colon."""
    labelled = sorted(line for line, index in firsts.items() if _ROW.match(page.sentences[index].text))
    runs: list[list[int]] = []
    for line in labelled:
        if runs and line == runs[-1][-1] + 1:
            runs[-1].append(line)
        else:
            runs.append([line])
    return frozenset(line for run in runs if len(run) >= _TABLE for line in run)


def _numbers(page: Page) -> tuple[int, ...]:
    found, at, line = list[int](), 0, 0
    for sentence in page.sentences:
        line += page.text.count("\n", at, sentence.start)
        at = sentence.start
        found.append(line)
    return tuple(found)


def _opening(sentence: Sentence, here: Sequence[Toponym], text: str) -> Toponym | None:
    """The place, of those `here` in the sentence, with which it opens as a label; none that a body's name holds."""
    for toponym in here:
        before = text[sentence.start : toponym.start]
        if _OPENS.fullmatch(before) and _CLOSES.match(text[toponym.end : sentence.end]):
            return toponym if toponym.dateline or not toponym.aside else None
    return None


def _alone(sentence: Sentence, place: Toponym | None) -> bool:
    """The line is nothing but a heading."""
    return _heads(sentence) if place is None else len(sentence.text) <= place.end - sentence.start + 2


def _heads(sentence: Sentence) -> bool:
    """A short line without a stop and without a verb of its own: "Damaged houses", "RESPONSE"."""
    words = sentence.text.split()
    return len(words) <= _HEADING_WORDS and not sentence.text.rstrip().endswith((".", ":", ";", ","))


def _may_hold(label: Toponym, toponym: Toponym) -> bool:
    known = holds(label, toponym)
    return known if known is not None else toponym.place is None and rank(label) < rank(toponym)


def untold(lines: Lines, drafts: Sequence[Draft], placed: Sequence[Placed]) -> list[Placed]:
    """The drafts' places, with those of their lines where their own sentence gives none."""
    return [lines.given(draft, places) for draft, places in zip(drafts, placed, strict=True)]
