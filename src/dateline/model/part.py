"""Parts of a document's text that are to be read with care, or that say where on paper a word stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

PartKind = Literal["page", "caption", "list", "foreign", "repeat", "cut", "glued", "spun", "quoted", "table"]
PART_KINDS: Final[tuple[PartKind, ...]] = (
    "page", "caption", "list", "foreign", "repeat", "cut", "glued", "spun", "quoted", "table",
)  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """A half-open range [start, end) of code points of the canonical text, and what it is.

    page: one page of a paged document, `label` its number as counted from 1. caption: words under a picture. list:
    headlines of other stories. foreign: a paragraph that belongs to another story. repeat: words that stand before
    already. cut: a headline or sentence whose end is missing. glued: two sentences without a space between them. spun:
    a fixed name in which words are replaced by others of like meaning. quoted: an earlier message that a mail repeats.
    table: rows of cells, of which a number becomes a claim only under a heading that says what befell those counted.
    Where `label` is None there is nothing more to say.
    """

    start: int
    end: int
    kind: PartKind
    label: str | None = None


def page_at(parts: tuple[Part, ...], offset: int) -> str | None:
    """The page on which an offset stands; None for a document without pages."""
    return next((part.label for part in parts if part.kind == "page" and part.start <= offset < part.end), None)
