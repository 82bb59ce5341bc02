"""What in a text is no part of its story: captions, lists of headlines, other stories, repeats, damaged words.

Only what shows on the page itself is used: its words, its lines, how its paragraphs hang together. A mark takes nothing
away; it lowers the score of the claims that stand there, and it is told in the page's quality note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dateline.model.part import Part
from dateline.read.canonical import folded
from dateline.read.lines import Line, lines_of
from dateline.read.other_stories import foreign_lines, stems_of
from dateline.read.part_words import (
    begins_caption,
    begins_cut,
    ends_cut,
    ends_in_credit,
    opens_list,
)
from dateline.read.spun import spun_names

_CAPTION: Final = 400
"""Code points up to which a line can stand under a picture."""

_HEADLINE: Final = 160
_MIN_REPEAT: Final = 25
"""Code points from which a line that comes again is a repeat and no coincidence ("Advertisement")."""

_MIN_DECK: Final = 6
_BEHIND_DECK: Final = 3
_SAME: Final = 0.85
"""The first paragraph is a deck when it has so many words of meaning and one of the next holds this share of them."""

_SENTENCE: Final = re.compile(r"\S[^.!?]*(?:[.!?](?!\s|$)[^.!?]*)*(?:[.!?]+[\"'”’)]*|$)")
_MAX_TEXT: Final = 400_000
"""Code points of a text beyond which its parts are not looked for: no page is as long."""

_MIN_BARS: Final = 2
"""A row of a table has more bars than these: two cells between three."""

_GLUED: Final = re.compile(r"[.!?][”\"]?(?=[A-Z][^\W\d_A-Z]+[ ,])")
_ENDS: Final = tuple(".!?:;…\"'”’»)]。؟۔")


def parts_of(text: str, title: str | None) -> tuple[Part, ...]:
    """The parts of a canonical text, sorted. `title` is the document's, where the text opens with it."""
    if len(text) > _MAX_TEXT:
        return ()
    lines = lines_of(text, title)
    captions = {line for line in lines if _is_caption(line)}
    listed = set(_listed(lines)) - captions
    story = [line for line in lines if line not in captions and line not in listed]
    found = [Part(line.start, line.end, "caption") for line in captions]
    found += [Part(line.start, line.end, "list") for line in listed]
    found += [Part(start, end, "repeat") for start, end in sorted({*_repeated(story, title), *_deck(story)})]
    found += [Part(line.start, line.end, "foreign") for line in foreign_lines(story, title)]
    found += [Part(start, end, "glued") for start, end in _glued(text)]
    found += [Part(start, end, "spun") for start, end in spun_names(text)]
    found += _cut(text, title, story)
    found += _tables(lines)
    return tuple(sorted(found))


def _is_caption(line: Line) -> bool:
    return len(line.words) <= _CAPTION and (begins_caption(line.words) or ends_in_credit(line.words))


def _is_headline(line: Line) -> bool:
    return len(line.words) <= _HEADLINE and not line.words.endswith(_ENDS)


def _listed(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines that open a list of other stories, and the headlines behind each."""
    inside = False
    for line in lines:
        if opens_list(line.words):
            inside = True
            yield line
        elif inside and _is_headline(line):
            yield line
        else:
            inside = False


def _repeated(lines: Sequence[Line], title: str | None) -> Iterator[tuple[int, int]]:
    """The sentences that stand before already, and lines that repeat the title."""
    seen: set[str] = {folded(title)} if title else set()
    for line in lines:
        for sentence in _SENTENCE.finditer(line.words):
            words = folded(sentence[0])
            if len(words) >= _MIN_REPEAT and words in seen:
                yield line.start + sentence.start(), line.start + sentence.end()
            seen.add(words)


def _glued(text: str) -> Iterator[tuple[int, int]]:
    """The stops between two sentences that nothing parts; abbreviations and addresses end in other letters."""
    for match in _GLUED.finditer(text):
        before = text[max(0, match.start() - 3) : match.start()]
        if len(before) == 3 and before.isalpha() and before.islower():
            yield match.span()


def _tables(lines: Sequence[Line]) -> Iterator[Part]:
    """Runs of rows between bars in which numbers stand."""
    rows: list[Line] = []
    for line in (*lines, None):
        if line is not None and line.words.startswith("|") and line.words.count("|") > _MIN_BARS:
            rows.append(line)
            continue
        if len(rows) > 1 and any(char.isdigit() for row in rows for char in row.words):
            yield Part(rows[0].start, rows[-1].end, "table")
        rows = []


def _deck(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """The first paragraph, where it is the short form of one of the next: a deck printed as text."""
    if not lines:
        return
    words = stems_of(lines[0].words)
    others = (line for line in lines[1 : 1 + _BEHIND_DECK] if folded(line.words) != folded(lines[0].words))
    behind = (stems_of(line.words) for line in others)
    if len(words) >= _MIN_DECK and any(len(words & other) >= _SAME * len(words) for other in behind):
        yield lines[0].start, lines[0].end


def _cut(text: str, title: str | None, story: Sequence[Line]) -> Iterator[Part]:
    """A headline that is cut, and a last paragraph that breaks off."""
    if title and text.startswith(title) and (begins_cut(title) or ends_cut(title)):
        yield Part(0, len(title), "cut", "headline")
    if len(story) > 1 and len(story[-1].words) > _HEADLINE and not story[-1].words.endswith(_ENDS):
        yield Part(story[-1].start, story[-1].end, "cut", "end")
