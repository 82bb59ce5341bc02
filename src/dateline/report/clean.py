"""Text of a page as a browser may show it. Escaping is the template's work; this is about what escaping leaves in."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

WITHHELD = "[name withheld]"
"""Stands where the door has put █ over a private person's name, exact age or kin."""

_MASK = re.compile(r"█+(?:[ \u00a0]█+)*")
_UNSHOWN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls, but for tab and line feed
    "\u202a-\u202e\u2066-\u2069"  # turn the direction of writing, and so can make a number read as another
    "\ud800-\udfff\ufffe\uffff]"  # no characters: they cannot be written as UTF-8, or stand for nothing
)


def shown(text: str) -> str:
    """The text with masks in words, and "�" for what commands instead of being read."""
    return _MASK.sub(WITHHELD, _UNSHOWN.sub("\ufffd", text))


def pieces(text: str) -> list[tuple[str, bool]]:
    """The text cut into (words, masked); the words of masked pieces are `WITHHELD`. None is empty."""
    cut: list[tuple[str, bool]] = []
    at = 0
    for mask in _MASK.finditer(text):
        cut.append((shown(text[at : mask.start()]), False))
        cut.append((WITHHELD, True))
        at = mask.end()
    cut.append((shown(text[at:]), False))
    return [piece for piece in cut if piece[0]]


def link(url: str | None) -> str | None:
    """The address if it is one of the web, else None: "javascript:" and "file:" are shown, never linked.

    Nor is one linked in which a name was masked: it would lead nowhere.
    """
    if "█" in (url or ""):
        return None
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None
