"""The day that a page prints beside its headline, where its mark-up states none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Final

from dateline.read.canonical import one_line
from dateline.vocab.load import load
from dateline.vocab.months import month_pattern

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.html import HtmlElement

_BEHIND: Final = 25
"""Pieces of text behind the headline among which the day may stand; in front of it, it is the last piece."""

_STORY: Final = 150
"""Code points of a piece of text from which it is the story, and no line between it and the headline."""

_CAPTIONS: Final = 1
"""So many long pieces may stand in between: the words under a picture, a deck."""

_LINE: Final = 70
_BESIDE: Final = 22
"""Code points of a line with a day in it, and letters that it may have beside the day: hours, zones, "Published"."""

_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_LETTERS: Final = re.compile(r"[^\W\d_]")
_MONTH: Final = re.compile(month_pattern(), re.IGNORECASE)
_SILENT: Final = frozenset({"script", "style", "noscript", "template", "svg", "iframe", "select"})


def printed_day(tree: HtmlElement, day_of: Callable[[str], str | None]) -> str | None:
    """The one day that lines beside the one headline name, but for those that speak of an update; None where they
    name several, or none. `day_of` reads a line's date and gives None for what can be read twice."""
    pieces, headline = _pieces(tree)
    if headline is None:
        return None
    days = {day[:10] for line in _lines(pieces, headline) if (day := day_of(line))}
    return days.pop() if len(days) == 1 else None


def _pieces(tree: HtmlElement) -> tuple[list[str], int | None]:
    """The page's text piece by piece, and the place of the piece that its headline begins with."""
    pieces: list[str] = []
    headline: int | None = None
    skipped: HtmlElement | None = None
    for event, element in _walk(tree):
        if event == "end":
            if element is skipped:
                skipped = None
            words = element.tail
        else:
            if skipped is None and element.tag in _SILENT:
                skipped = element
            if element.tag == "h1" and headline is None and one_line("".join(element.itertext())):
                headline = len(pieces)
            words = element.text
        if skipped is None and words and (words := one_line(words)):
            pieces.append(words)
    return pieces, headline


def _walk(tree: HtmlElement) -> Iterator[tuple[str, HtmlElement]]:
    from lxml.etree import iterwalk

    for event, element in iterwalk(tree, events=("start", "end")):
        if isinstance(element.tag, str):
            yield event, element


def _lines(pieces: Sequence[str], headline: int) -> Iterator[str]:
    """The pieces in front of the headline and behind it, up to the story, that hold a date and little else."""
    if headline and _is_dated(pieces[headline - 1]):
        yield pieces[headline - 1]
    before, long = "", 0
    for piece in pieces[headline + 1 : headline + 1 + _BEHIND]:
        long += len(piece) > _STORY
        if long > _CAPTIONS:
            return
        if _is_dated(piece) and not _updates().search(before) and not _updates().search(piece):
            yield piece
        before = piece if len(piece) <= _LINE else ""


def _is_dated(piece: str) -> bool:
    if len(piece) > _LINE or not _YEAR.search(piece):
        return False
    return len(_LETTERS.findall(_MONTH.sub("", piece))) <= _BESIDE


@cache
def _updates() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in load("page_parts")["update_words"])
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
