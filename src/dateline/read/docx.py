"""DOCX: the paragraphs and tables of a word processor's document."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from dateline.errors import EmptyInput, UnreadableInput
from dateline.read.canonical import folded, one_line, without_leading_title
from dateline.read.content import DOCX, Content
from dateline.read.given import Given
from dateline.read.limits import MAX_DOCX_XML, MAX_TITLE
from dateline.read.zipped import opened_zip, unpacked

if TYPE_CHECKING:
    from lxml.etree import _Element

_WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT: Final = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_DUBLIN_CORE: Final = "{http://purl.org/dc/elements/1.1/}"
_DOCUMENT: Final = "word/document.xml"
_MEMBERS: Final = re.compile(rb"(?:\[Content_Types\]\.xml|_rels/|word/|docProps/)")
_UNSEEN: Final = frozenset({"del", "moveFrom", "instrText", "delText", "txbxContent", "Fallback"})
"""What a reader of the document does not see (deleted words, codes of fields), or would see twice."""


class Docx:
    """Reads DOCX. Deleted words, comments, footnotes, headers and footers are left out; a row of a table is a line.

    Its title is the paragraph in the style "Title", or the declared title where the document shows it. The date
    of the file is not taken for its publication, its author not for its publisher.
    """

    def knows(self, data: bytes) -> bool:
        """True for a ZIP file with the text of a word processor in it."""
        return data.startswith(b"PK\x03\x04") and _DOCUMENT.encode() in data and bool(_MEMBERS.match(data, 30))

    def content(self, data: bytes, *, name: str) -> Content:
        """The paragraphs. Raises UnreadableInput, EmptyInput, TooLarge."""
        with opened_zip(io.BytesIO(data), name) as file:
            xml = unpacked(file, _DOCUMENT, limit=MAX_DOCX_XML, name=name)
            core = unpacked(file, "docProps/core.xml", limit=1_000_000, name=name)
        root = _parsed(xml or b"", name)
        found = list(_paragraphs(root))
        paragraphs = [words for words, _ in found]
        if not paragraphs:
            raise EmptyInput("there is no text in it", document=name)
        title = next((words for words, style in found if style == "Title"), None) or _declared(core, paragraphs, name)
        title = title if title and len(title) <= MAX_TITLE else None
        return Content("\n\n".join(without_leading_title(title, paragraphs)), DOCX, Given(title=title))


def _parsed(xml: bytes, name: str) -> _Element:
    from lxml.etree import XMLParser, XMLSyntaxError, fromstring

    parser = XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, collect_ids=False)
    try:
        return fromstring(xml.replace(_STRICT, _WORD[1:-1].encode(), 1), parser)
    except (XMLSyntaxError, ValueError):
        raise UnreadableInput(
            "the text in it is damaged, or nested too deep", document=name, advice="Save it again, or as plain text"
        ) from None


def _paragraphs(root: _Element) -> Iterator[tuple[str, str | None]]:
    """The lines of the document with the name of each one's style: paragraphs, and rows of tables."""
    inside: set[_Element] = set()
    for element in root.iter(f"{_WORD}tr", f"{_WORD}p"):
        if element.tag == f"{_WORD}tr":
            nested = any(above in inside for above in element.iterancestors(f"{_WORD}tr"))
            inside.add(element)
            cells = () if nested else (one_line("".join(_words(cell))) for cell in element.iter(f"{_WORD}tc"))
            words = " | ".join(cell for cell in cells if cell)
            style = None
        elif any(above in inside for above in element.iterancestors(f"{_WORD}tr")) or _hidden(element):
            continue
        else:
            words = one_line("".join(_words(element)))
            style = _style(element)
        if words:
            yield words, style


def _hidden(element: _Element) -> bool:
    return any(_local(above) in _UNSEEN for above in element.iterancestors())


def _words(element: _Element) -> Iterator[str]:
    """The visible words below an element; a space between paragraphs, for tabs and for breaks."""
    for child in element:
        kind = _local(child)
        if kind in _UNSEEN:
            continue
        if kind == "t":
            yield child.text or ""
        elif kind in ("tab", "br", "cr"):
            yield " "
        elif kind == "noBreakHyphen":
            yield "-"
        else:
            yield from _words(child)
            if kind == "p":
                yield " "


def _local(element: _Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _style(paragraph: _Element) -> str | None:
    style = paragraph.find(f"{_WORD}pPr/{_WORD}pStyle")
    return style.get(f"{_WORD}val") if style is not None else None


def _declared(core: bytes | None, paragraphs: list[str], name: str) -> str | None:
    """The title that the file declares, where one of its first paragraphs is that title."""
    if not core:
        return None
    title = one_line(_parsed(core, name).findtext(f"{_DUBLIN_CORE}title") or "")
    return title if title and any(folded(words) == folded(title) for words in paragraphs[:5]) else None
