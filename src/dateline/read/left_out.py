"""What of a web page was left out of its text, and why: counted, never quoted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from dateline.errors import InputError
from dateline.model.reading import LeftOut, Reading
from dateline.read.canonical import folded
from dateline.read.content import HTML
from dateline.read.decode import declared_charset, decode
from dateline.read.guard import is_heavy
from dateline.read.tree import parse, words_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS: Final = ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt", "dd", "figcaption", "blockquote")
_OUTSIDE: Final = "outside the article"
_TELLING: Final = 20
"""Code points from which words that stand anywhere in the text are this block, and no coincidence ("weather")."""

_TWICE: Final = "said twice"

# Element names and words of classes and ids, as templates use them, from the inside of the page outwards.
_BY_TAG: Final = {
    "figcaption": "captions", "nav": "menus", "menu": "menus", "form": "forms", "footer": "foot of the page",
    "header": "head of the page", "aside": "beside the story",
}  # fmt: skip
_BY_NAME: Final = (
    ("comments", re.compile(r"comment|disqus|repl(?:y|ies)|discussion")),
    ("captions", re.compile(r"caption|credit")),
    (
        "other stories",
        re.compile(r"relat|recommend|trending|popular|most-?read|more-|teaser|read-?next|also"),
    ),
    ("notices", re.compile(r"cookie|consent|newsletter|subscri|paywall|signup|login|disclaimer|copyright")),
    ("sharing", re.compile(r"share|social|follow")),
    ("advertising", re.compile(r"\bads?\b|advert|sponsor|promo|banner")),
    ("menus", re.compile(r"\bnav|menu|breadcrumb|topics?\b|tags?\b")),
    ("about the author", re.compile(r"author|byline|\bbio\b")),
    ("beside the story", re.compile(r"sidebar|aside|widget|rail")),
    ("foot of the page", re.compile(r"footer")),
    ("head of the page", re.compile(r"header|masthead")),
)


def left_out(reading: Reading) -> tuple[LeftOut, ...]:
    """What was left out of a web page by reason, most first; empty for other kinds and for pages read the fast way."""
    if reading.media_type != HTML:
        return ()
    try:
        markup = decode(reading.original, name="", declared=declared_charset(reading.original[:4_096]))
    except InputError:
        return ()
    tree = parse(markup) if not is_heavy(markup) else None
    if tree is None:
        return ()
    pieces: Counter[str] = Counter()
    characters: Counter[str] = Counter()
    for why, words in _pieces(tree, reading.document.text):
        pieces[why] += 1
        characters[why] += len(words)
    return tuple(LeftOut(why, pieces[why], count) for why, count in characters.most_common())


def _pieces(tree: HtmlElement, text: str) -> Iterator[tuple[str, str]]:
    """The reason and the words of each block that does not stand in the text."""
    kept, lines = folded(text), {folded(line) for line in text.splitlines()}
    seen: set[str] = set()
    for element in tree.iter(*_BLOCKS):
        if next(element.iterdescendants(*_BLOCKS), None) is not None:
            continue
        words = folded(words_of(element))
        if not words:
            continue
        if words not in lines and (len(words) < _TELLING or words not in kept):
            yield (_TWICE if words in seen else _reason(element)), words
        seen.add(words)


def _reason(element: HtmlElement) -> str:
    around: HtmlElement | None = element
    while around is not None:
        if (by_tag := _BY_TAG.get(str(around.tag))) is not None:
            return by_tag
        name = f"{around.get('class') or ''} {around.get('id') or ''}".lower()
        if around.tag not in ("html", "body"):
            for why, pattern in _BY_NAME:
                if pattern.search(name):
                    return why
        around = around.getparent()
    return _OUTSIDE
