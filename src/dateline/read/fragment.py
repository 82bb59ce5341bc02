"""A piece of HTML that is no page (an item of a feed, a report of an API) → its text."""

from __future__ import annotations

import re
from typing import Final

from dateline.read.article import all_text
from dateline.read.canonical import one_line
from dateline.read.guard import check_markup, is_heavy, is_suspect

_MARKUP: Final = re.compile(r"<[a-zA-Z!/]|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]{2,8});")


def fragment_text(markup: str, *, name: str) -> str:
    """All words of it without mark-up, paragraphs parted by blank lines. Raises TooLarge for hostile mark-up."""
    if not _MARKUP.search(markup):
        return markup.strip()
    if is_heavy(markup) or is_suspect(markup):
        check_markup(markup, name)
    lines = (one_line(line) for line in all_text(markup).splitlines())
    return "\n\n".join(line for line in lines if line)
