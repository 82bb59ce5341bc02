"""Private persons on a parsed page, for the claims that will quote it."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.draft import Page
from dateline.extract.person.names import merged
from dateline.extract.person.parsed import persons_by_tree
from dateline.extract.person.text import everything_in, in_text
from dateline.extract.sentence import Sentence
from dateline.model import Span


def find(page: Page, sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Working spans of private persons' names, exact ages, kin and contacts on the whole page, sorted, apart.

    `sentences` are those that carry claims: about them the parser's tree is asked too.
    The page's figures stay readable: a counted "two children" is masked nowhere, its kin words around it are.
    """
    figures = [Span(d.quantity.start, d.quantity.end) for d in page.drafts if not d.quantity.implied]
    spans = [(span.start, span.end) for span in in_text(page.text, figures)]
    spans += persons_by_tree(sentences, everything_in(page.text).names)
    return merged(spans)
