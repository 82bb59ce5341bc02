"""Names that ran together where a page has lost its commas: where one ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.extract.place.scan import Scan
from dateline.extract.place.words import words

_ARTICLE: Final = re.compile(r"(?:al|el|as|ar|ad|az|at|an|ash)-[^\W\d_]", re.IGNORECASE)
_SHORT: Final = 3
"""Letters of a word that is hardly a whole name ("Tal", "Umm", "Kfr")."""
_CONSTRUCT: Final = ("t", "th")
"""How a word ends in Arabic that goes on with the next ("Qalaat al-Orl")."""
_AREAS: Final = frozenset({"areas"})

Piece = tuple[int, int, str]
"""First and last word of a part of a run, and its sort: "L" listed, "O" other."""


def has_article(name: str) -> bool:
    """ "al-Orl": a name that opens with an Arabic article."""
    return _ARTICLE.match(name) is not None


def cut(scan: Scan, pieces: Sequence[Piece]) -> list[tuple[int, int]]:
    """The first and last word of each name: listed ones stand by themselves, other words one by one, with what opens
    them ("Umm Orl") or belongs to the one before ("al-Orl al-Sharqi", "Bab al-Orl", "Orl Eddin")."""
    names: list[tuple[int, int]] = []
    listed = False
    for first, last, sort in pieces:
        if names and _continues(scan, *names[-1], first, listed=listed):
            names[-1] = (names[-1][0], last)
        else:
            names.append((first, last))
            listed = sort == "L"
    return names


def _continues(scan: Scan, first: int, last: int, at: int, *, listed: bool) -> bool:
    """The word `at` goes on with the name from `first` to `last`."""
    lists, word, own = words(), scan.lower(at), scan.lower(last)
    opens = len(own) <= _SHORT or own in lists.builders or (first == last and _bare(own) in lists.builders)
    if opens or scan.gap(last) != " " or word in lists.closers:
        return True
    if not has_article(word):
        return False
    of_it = not listed and not has_article(own) and (len(own) <= _SHORT + 1 or own.endswith(_CONSTRUCT))
    return of_it or _bare(word) in lists.sides


def _bare(name: str) -> str:
    return name.partition("-")[2] if has_article(name) else name


def runs_on(scan: Scan, pieces: Sequence[Piece], kind_at: int | None) -> bool:
    """The words around tell of several ("the districts of al-Orl al-Tarn and al-Colm"), or the page has no commas and
    each name opens with an article of its own ("in al-Orl al-Tarn")."""
    articles = all(has_article(scan.words[first].text) for first, _, _ in pieces)
    if len(pieces) == 1 or not (articles or scan.no_commas):
        return False
    if articles and scan.no_commas:
        return True
    before, many = pieces[0][0] - 1, words().plain_kinds
    if scan.lower(before) == "of" and scan.lower(before - 1) in many:
        return True
    return kind_at is not None and not scan.words[kind_at].cap and scan.lower(kind_at) in many | _AREAS
