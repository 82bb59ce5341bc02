"""Articles that a page's layout cuts into rows, with something else between them, put together again."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BOXES: Final = ("div", "section")
_MIN_PARAGRAPHS: Final = 2
_READERS: Final = ("comment", "reply", "replies", "discussion")
"""Words in the class of what readers wrote: that is many boxes of one class too, and no article."""


def rejoin_rows(tree: HtmlElement) -> bool:
    """Moves the paragraphs of boxes of one class, each in a row of one class, into the first of these boxes.

    Only rows that are children of one element are taken for one text: two articles on a page do not share rows.
    True when something moved. Changes the tree.
    """
    rows: dict[tuple[HtmlElement, str, str], list[HtmlElement]] = defaultdict(list)
    for box in tree.iter(*_BOXES):
        row = box.getparent()
        if row is None or row.tag not in _BOXES or row.getparent() is None or len(box.findall("p")) < _MIN_PARAGRAPHS:
            continue
        kinds = row.get("class") or "", box.get("class") or ""
        if all(kinds) and not any(word in kind.lower() for kind in kinds for word in _READERS):
            rows[row.getparent(), *kinds].append(box)
    cut = [boxes for boxes in rows.values() if len(boxes) > 1]
    for first, *others in cut:
        for box in others:
            first.extend(list(box))
    return bool(cut)
