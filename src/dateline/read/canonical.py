"""The canonical text of a document: made once, here, and never changed after."""

from __future__ import annotations

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_BREAK = re.compile(r"\r\n?")
_TOP = 3


def storable(text: str) -> str:
    """The text with each NUL and each lone surrogate replaced by U+FFFD.

    UTF-8 cannot hold a lone surrogate (JSON can spell one: "\\ud800") and C strings no NUL; later stages would
    fall over them. One code point for one: offsets hold.
    """
    return _UNSTORABLE.sub(REPLACEMENT, text)


def unix_lines(text: str) -> str:
    """The text with every line break (CRLF or a lone CR) as LF."""
    return _BREAK.sub("\n", text) if "\r" in text else text


def under_title(title: str | None, body: str) -> str:
    """Title, blank line, body, unless the body begins with the title."""
    if not title or body.lstrip().startswith(title):
        return body
    return f"{title}\n\n{body}"


def without_leading_title(title: str | None, paragraphs: list[str]) -> list[str]:
    """The paragraphs without those of the first three that only repeat the title (case and spaces set aside)."""
    if not title:
        return paragraphs
    wanted = folded(title)
    kept = [words for words in paragraphs[:_TOP] if folded(words) != wanted]
    return kept + paragraphs[_TOP:]


def one_line(words: str) -> str:
    """The words with every run of white space as one space."""
    return " ".join(words.split())


def folded(words: str) -> str:
    """The words for comparison: case, spaces and the list mark at the front set aside."""
    return one_line(words).lstrip("-•# ").casefold()
