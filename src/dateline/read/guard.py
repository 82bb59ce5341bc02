"""Hostile mark-up is refused before a parser spends hours on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dateline.errors import TooLarge
from dateline.read.limits import MAX_ARTICLE_TAGS, MAX_ATTRIBUTES, MAX_DEPTH, MAX_TAG_NAMES, MAX_TAGS

_LONG_RUN: Final = 20_000
"""Code points without a ">" from which a tag may carry too many attributes."""

_MANY_VALUES: Final = 20_000
"""Equals signs in a page from which the same holds, for a ">" may stand in an attribute's value."""

_TAG: Final = re.compile(
    r"<(?:!--.*?(?:-->|\Z)"
    r"|(?P<raw>script|style)\b.*?(?:</(?P=raw)|\Z)"
    r"|(?P<close>/?)(?P<name>[a-z][^\s/<>]{0,40})(?P<rest>(?:[^\"'>]++|\"[^\"]*+\"|'[^']*+')*+))",
    re.IGNORECASE | re.DOTALL,
)
_QUOTED: Final = re.compile("\"[^\"]*\"|'[^']*'")
_NEVER_NESTED: Final = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    "p", "li", "dt", "dd", "tr", "td", "th", "option",
    "path", "use", "circle", "rect", "line", "polygon", "polyline", "ellipse", "stop",
})  # fmt: skip
"""Elements without content (of drawings too), and those whose end tag may be left out: they do not nest."""

_ADVICE: Final = "Save the page's text and pass that"


def is_heavy(markup: str) -> bool:
    """True when the page has more tags than careful reading takes."""
    return markup.count("<") > MAX_ARTICLE_TAGS


def is_suspect(markup: str) -> bool:
    """True when a tag may carry very many attributes."""
    if markup.count("=") > _MANY_VALUES:
        return True
    return any(len(run.split()) > MAX_ATTRIBUTES for run in _long_runs(markup))


def _long_runs(markup: str) -> Iterator[str]:
    """The runs without a ">" that are longer than `_LONG_RUN`, found in steps of that length."""
    at = 0
    while at + _LONG_RUN < len(markup):
        last = markup.rfind(">", at, at + _LONG_RUN + 1)
        if last >= 0:
            at = last + 1
            continue
        end = markup.find(">", at)
        yield markup[at : end if end >= 0 else len(markup)]
        at = end + 1 if end >= 0 else len(markup)


def check_markup(markup: str, name: str) -> None:
    """Raises TooLarge for too many tags, elements nested too deep, too many attributes or too many different names."""
    if markup.count("<") > MAX_TAGS:
        raise TooLarge(f"it has more than {MAX_TAGS:,} tags", document=name, advice=_ADVICE)
    depth = 0
    names: set[str] = set()
    for tag in _TAG.finditer(markup):
        if tag["name"] is None:
            continue
        element = tag["name"].lower()
        names.add(element)
        if len(tag["rest"]) > _LONG_RUN and len(_QUOTED.sub("", tag["rest"]).split()) > MAX_ATTRIBUTES:
            raise TooLarge(f"an element has more than {MAX_ATTRIBUTES:,} attributes", document=name, advice=_ADVICE)
        if element not in _NEVER_NESTED:
            depth = max(0, depth - 1) if tag["close"] else depth + 1
        if depth > MAX_DEPTH:
            raise TooLarge(f"elements are nested more than {MAX_DEPTH:,} deep", document=name, advice=_ADVICE)
        if len(names) > MAX_TAG_NAMES:
            raise TooLarge(f"it has more than {MAX_TAG_NAMES:,} kinds of elements", document=name, advice=_ADVICE)
