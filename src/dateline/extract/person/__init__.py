"""Who in a text is a private person: names, exact ages, kin, and ways to find them. `release` masks what is found here.

No names are kept or compared between documents; nothing here finds persons for anything but masking them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extract.person.text import Found, everything_in, in_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.extract.draft import Page
    from dateline.extract.sentence import Sentence

__all__ = ["Found", "everything_in", "find", "in_text"]


def find(page: Page, sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """See `page.find`: working spans to mask on a page; `sentences` are those that carry claims."""
    from dateline.extract.person.page import find as on_page

    return on_page(page, sentences)
