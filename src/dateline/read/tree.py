"""Mark-up to a tree of elements, and the words of an element."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from dateline.read.canonical import folded, one_line

if TYPE_CHECKING:
    from lxml.etree import ElementClassLookup
    from lxml.html import HtmlElement

_NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SILENT: Final = frozenset({"script", "style", "noscript", "template", "svg", "iframe"})
_TAG: Final = re.compile(r"<(?:(script|style)\b.*?</\1\s*>|!--.*?-->|/?[a-z][^<>]*>)", re.IGNORECASE | re.DOTALL)


_MIN_CAPTION: Final = 15
_MAX_CAPTION: Final = 1_000
"""Code points of a caption: what is shorter may stand in the story too, what is longer is a story."""


def parse(markup: str) -> HtmlElement | None:
    """The page as a tree; None where it is empty or nests deeper than the parser takes (`limits.MAX_TREE_DEPTH`)."""
    from lxml.etree import HTMLParser, ParserError, XMLSyntaxError
    from lxml.html import document_fromstring

    # collect_ids off and no comments: less memory, and nothing that a reader of the page would not see
    parser = HTMLParser(
        collect_ids=False, default_doctype=False, encoding="utf-8", remove_comments=True, remove_pis=True
    )
    parser.set_element_class_lookup(_elements())
    try:
        tree = document_fromstring(_NOT_XML.sub("", markup).encode(), parser=parser)
    except (ParserError, XMLSyntaxError, ValueError, AssertionError):
        return None
    cut_short = any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)
    return None if cut_short else tree


@cache
def _elements() -> ElementClassLookup:
    """Every element is an HtmlElement; the parser of `lxml.html` calls into Python to choose the class of each."""
    from lxml.etree import ElementDefaultClassLookup
    from lxml.html import HtmlComment, HtmlElement, HtmlEntity, HtmlProcessingInstruction

    return ElementDefaultClassLookup(HtmlElement, HtmlComment, HtmlProcessingInstruction, HtmlEntity)


def words_of(element: HtmlElement) -> str:
    """The visible words of an element on one line: nothing of scripts and styles in it."""
    if any(child.tag in _SILENT for child in element.iterdescendants()):
        return one_line(" ".join(_visible(element)))
    return one_line("".join(element.itertext()))


def captions_of(tree: HtmlElement) -> frozenset[str]:
    """The words under the page's pictures, folded: of figcaption elements, and of those whose class says caption."""
    marked = [element for element in tree.iter("figcaption", "p", "div", "span") if _is_caption(element)]
    pieces = (one_line(piece) for element in marked for piece in (words_of(element), *element.itertext()))
    return frozenset(folded(piece) for piece in pieces if _MIN_CAPTION <= len(piece) <= _MAX_CAPTION)


def _is_caption(element: HtmlElement) -> bool:
    return element.tag == "figcaption" or "caption" in (element.get("class") or "").lower()


def without_tags(words: str) -> str:
    """Words from an attribute or from JSON on one line, what looks like a tag in them taken out."""
    return one_line(_TAG.sub(" ", words)) if "<" in words else one_line(words)


def _visible(element: HtmlElement) -> list[str]:
    if element.tag in _SILENT:
        return []
    pieces = [element.text or ""]
    for child in element:
        pieces.extend(_visible(child))
        pieces.append(child.tail or "")
    return pieces
