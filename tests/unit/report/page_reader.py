"""The page as a strict reader sees it: which elements it has, in which order, with which text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from dateline.report import report

VOID = {"meta", "input", "br", "option", "use", "line", "circle", "path"}


@dataclass
class Element:
    """An element with its attributes, the text within it, and the elements around it, outermost first."""

    tag: str
    attrs: dict[str, str | None]
    around: tuple[str, ...]
    text: str = ""


@dataclass
class Page(HTMLParser):
    """A parsed page. Feeding it a tag that closes another than the open one raises AssertionError."""

    source: str
    elements: list[Element] = field(default_factory=list)
    _open: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.feed(self.source)
        assert not self._open, f"never closed: {[element.tag for element in self._open]}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs), tuple(one.tag for one in self._open))
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, dict(attrs), tuple(one.tag for one in self._open)))

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        assert self._open, f"</{tag}> closes nothing"
        assert self._open[-1].tag == tag, f"</{tag}> closes <{self._open[-1].tag}>"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    def all(self, tag: str, **attrs: str) -> list[Element]:
        """Elements of a tag whose attributes have these values; `cls` asks for one class among others."""
        cls = attrs.pop("cls", None)
        return [
            element
            for element in self.elements
            if element.tag == tag
            and (cls is None or cls in (element.attrs.get("class") or "").split())
            and all(element.attrs.get(name) == value for name, value in attrs.items())
        ]

    def claims(self) -> list[Element]:
        """The rows that hold a claim."""
        return [element for element in self.all("tr") if "data-kind" in element.attrs]


def page(rows: Iterable[dict[str, Any]], **options: Any) -> Page:
    """The report of the rows, read again."""
    return Page("".join(report(rows, made_on="2031-06-01", **options)))
