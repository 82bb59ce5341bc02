"""A saved web page → what it says of itself and the text of its article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from dateline.errors import EmptyInput
from dateline.model.part import Part
from dateline.read.article import all_text, article_text, quick_text
from dateline.read.canonical import folded, one_line, under_title, without_leading_title
from dateline.read.furniture import without_furniture
from dateline.read.given import Given
from dateline.read.guard import check_markup, is_heavy, is_suspect
from dateline.read.metadata import metadata_of, title_of
from dateline.read.sieve import Sieve, Stopped
from dateline.read.tree import captions_of, parse

_HEAD: Final = 500_000
"""Code points of a page with very many tags that are looked at for what it says of itself."""


@dataclass(frozen=True, slots=True)
class Page:
    """A read page. `said` is what it says of itself; `paragraphs` are its article's, the title not among them.

    `captions` are the words that its mark-up puts under pictures, folded.
    """

    said: Given
    paragraphs: tuple[str, ...]
    captions: frozenset[str] = frozenset()

    @property
    def body(self) -> str:
        """The paragraphs, parted by blank lines."""
        return "\n\n".join(self.paragraphs)

    @property
    def parts(self) -> tuple[Part, ...]:
        """The paragraphs of the body that stand under pictures."""
        found, at = [], 0
        for words in self.paragraphs:
            if self.captions and folded(words) in self.captions:
                found.append(Part(at, at + len(words), "caption"))
            at += len(words) + 2
        return tuple(found)

    def text(self, title: str | None) -> str:
        """The canonical text under the title."""
        return under_title(title, self.body)


_HEAD_ENDS: Final = re.compile(r"</head\s*>|<body\b", re.IGNORECASE)
_SCRIPTS: Final = re.compile(
    r"<!--[^-]*+(?:-(?!->)[^-]*+)*+"
    r"|<(?P<raw>style|script(?![^>]{0,2000}ld\+json))\b[^<>]{0,2000}+(?<!/)>"
    r"[^<]*+(?:<(?!/(?P=raw)\b)[^<]*+)*+(?P<end></(?P=raw)\b[^<>]*+>)?",
    re.IGNORECASE,
)
"""Styles and scripts that are not data about the page, and comments, in which none begins. Linear in the mark-up."""

_LEAST_QUICK: Final = 200
"""Code points of text found fast below which the page may have defeated the fast reader: it is read with care."""


def read_page(markup: str, *, name: str, title: str | None = None, sieve: Sieve | None = None) -> Page:
    """Reads a page. `title`, where known, is taken for the page's own.

    Raises TooLarge for mark-up built to exhaust the reader, EmptyInput when no text is in the page, Stopped where the
    sieve stops what is found fast.
    """
    heavy = is_heavy(markup)
    if heavy or is_suspect(markup):
        check_markup(markup, name)
    markup = without_scripts(markup)
    quick = None if sieve is None else _passed(markup, title, sieve)
    tree = parse(markup[:_HEAD] if heavy else markup)
    if tree is None:  # deeper than the careful parser goes, or empty
        check_markup(markup, name)
    said = metadata_of(tree) if tree is not None else Given()
    captions = captions_of(tree) if tree is not None and not heavy else frozenset()
    if tree is not None and not heavy:
        body = article_text(tree, markup, quick)
    else:
        body = (quick_text(markup) if quick is None else quick) or all_text(markup)
    return _page(said, body, title, name, captions)


def _passed(markup: str, title: str | None, sieve: Sieve) -> str:
    """The text found fast, where the sieve lets it through, alone or under the title. Raises Stopped."""
    quick = quick_text(markup)
    if len(quick) < _LEAST_QUICK or sieve.passes(quick):
        return quick
    title = title or _title_in_head(markup)
    if title and title not in quick and sieve.passes(under_title(title, quick)):
        return quick
    raise Stopped


def without_scripts(markup: str) -> str:
    """The mark-up without styles and scripts that are not data about the page: often half of it, and of no parser's
    use. One that is not closed is left."""
    return _SCRIPTS.sub(lambda found: "" if found.lastgroup == "end" else found[0], markup)


def _title_in_head(markup: str) -> str | None:
    """The title that the head of a page states, the rest not looked at."""
    end = _HEAD_ENDS.search(markup, 0, _HEAD)
    tree = parse(markup[: end.start()]) if end else None
    return title_of(tree) if tree is not None else None


def _page(said: Given, body: str, title: str | None, name: str, captions: frozenset[str] = frozenset()) -> Page:
    paragraphs = without_furniture([line for line in (one_line(line) for line in body.splitlines()) if line])
    if not paragraphs:
        raise EmptyInput(
            "no text in the page", document=name, advice="If scripts build it, save it from a browser once it shows"
        )
    return Page(said, tuple(without_leading_title(title or said.title, paragraphs)), captions)
