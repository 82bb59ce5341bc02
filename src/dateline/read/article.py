"""The article of a page, without what stands around it.

Three readers of different temper look at the page; none is right on every layout. The *quick* one
(resiliparse) costs a millisecond and takes too much; the *precise* one (trafilatura, fast mode) takes the
article and sometimes misses it; the *balanced* one is the same with its fallbacks. The precise text stands
unless it is far shorter than what the others see; then the page has defeated it, and of the two fuller
texts the shorter one stands, because around a page there is always more to take than there is in it.
"""

from __future__ import annotations

import logging
import re
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from dateline.read.canonical import one_line
from dateline.read.layout import rejoin_rows
from dateline.read.part_words import points_elsewhere
from dateline.read.tree import parse

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ENOUGH_OF_QUICK: Final = 0.6
_ENOUGH_OF_BALANCED: Final = 0.5
"""Shares of the other readers' length from which the precise text is believed."""

_PARAGRAPHS: Final = ("p", "li", "h2", "h3", "h4", "h5", "h6")
_AROUND: Final = ("nav", "aside", "footer", "menu", "noscript", "iframe", "svg", "select", "button")
"""A part of what trafilatura cleans away in its precise mode (`MANUALLY_CLEANED` in its settings)."""

_LINKED: Final = 0.75
_HALF: Final = 0.5
"""Shares of a paragraph's letters that stand in links, from which it only leads elsewhere; the second where it begins
with words that say so ("Also on …")."""

_MIN_POINTER: Final = 15
_MAX_POINTER: Final = 250
_SENTENCE_ENDS: Final = (".", "!", "?", ".”", '."', "。", "؟")

_OPTION: Final = re.compile(r"<[oO][pP][tT][iI][oO][nN]\b[^>]*>[^<]*")


def article_text(tree: HtmlElement, markup: str, quick: str | None = None) -> str:
    """The article's paragraphs, one a line; empty where the page holds no text. Changes the tree.

    `quick` is the page's `quick_text` where it is at hand.
    """
    quick = quick_text(markup) if quick is None else quick
    _drop_around(tree)
    drop_pointers(tree)
    precise = _trafilatura(tree, precise=True)
    if precise and len(precise) >= _ENOUGH_OF_QUICK * len(quick):
        return precise
    whole = parse(markup)  # the other readers weigh what they take against all that is on the page
    return (_fuller(whole, precise, quick) if whole is not None else quick) or all_text(markup)


def _fuller(tree: HtmlElement, precise: str, quick: str) -> str:
    """The article of a page that has defeated the precise reader, or seems to; empty where nobody finds any."""
    drop_pointers(tree)
    if rejoin_rows(tree):
        precise = _trafilatura(tree, precise=True)
        if precise and len(precise) >= _ENOUGH_OF_QUICK * len(quick):
            return precise
    balanced = _trafilatura(tree, precise=False)
    if precise and len(precise) > _ENOUGH_OF_BALANCED * len(balanced):
        return precise
    return min((text for text in (balanced, quick) if text), key=len, default="")


def quick_text(markup: str) -> str:
    """What looks like the main text of the page, found fast: a little too much."""
    return _plain_text(markup, main_content=True)


def all_text(markup: str) -> str:
    """Everything that a reader of the page sees."""
    return _plain_text(markup, main_content=False)


def _drop_around(tree: HtmlElement) -> None:
    """Takes out elements that the precise reader never takes text from, before it copies and searches the tree."""
    for element in list(tree.iter(*_AROUND)):
        if element.getparent() is not None:
            element.drop_tree()


def drop_pointers(tree: HtmlElement) -> None:
    """Takes out paragraphs that only lead elsewhere ("Read more: …"): nearly all link, and no sentence, or half
    a link behind words that point there ("Also on …")."""
    for element in list(tree.iter(*_PARAGRAPHS)):
        words = one_line("".join(element.itertext()))
        pointed = points_elsewhere(words)
        if not _MIN_POINTER <= len(words) <= _MAX_POINTER or (words.endswith(_SENTENCE_ENDS) and not pointed):
            continue
        linked = sum(len(one_line("".join(link.itertext()))) for link in element.iter("a"))
        if linked >= (_HALF if pointed else _LINKED) * len(words) and element.getparent() is not None:
            element.drop_tree()


def _plain_text(markup: str, *, main_content: bool) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    markup = _OPTION.sub("", markup)  # no text of an article, and the parser's time grows with their square
    text: str = extract_plain_text(markup, main_content=main_content, alt_texts=False, list_bullets=False)
    return text.strip()


def _trafilatura(tree: HtmlElement, *, precise: bool) -> str:
    document = _reader()(tree, fast=True, include_comments=False, favor_precision=precise)
    return (document.text or "").strip() if document is not None else ""


@cache
def _reader() -> Any:
    """trafilatura's extraction, imported once and kept from writing to standard error."""
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    return bare_extraction
