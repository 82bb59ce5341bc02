"""The kind word that goes with a name: "X district", "the villages of X and Y", "Barangay X"."""

from __future__ import annotations

from typing import Final

from dateline.extract.place.lookup import important, is_demonym
from dateline.extract.place.scan import Scan
from dateline.extract.place.stretch import Stretch
from dateline.extract.place.words import KindClass, words

_ARTICLES: Final = frozenset({"the", "a", "an"})
_SUCH: Final = frozenset({("such", "as")})
"""Between a plural and what it means: "states such as X and Y"."""


def kinds_of(scan: Scan, stretch: Stretch, kind_before: int | None) -> tuple[KindClass | None, KindClass | None]:
    """The class of the kind word that goes with a name, and of one that goes with a list it stands in."""
    behind = _kind_behind(scan, stretch)
    ahead: KindClass | None = None
    if kind_before is not None and not _behind_name(scan, kind_before):
        ahead = words().kind_of[scan.lower(kind_before)]
    plural = behind if of_many(scan, stretch.kind_at) else ahead if of_many(scan, kind_before) else None
    if behind is not None:
        return (None if of_many(scan, stretch.kind_at) else behind), plural
    if ahead == "building" or _partitive(scan, stretch, kind_before):
        ahead = None
    return ahead, plural


def _kind_behind(scan: Scan, stretch: Stretch) -> KindClass | None:
    """The class of the kind word behind the name, or of the one that opens it ("Barangay X")."""
    if stretch.kind_at is None:
        return words().opening_kinds.get(scan.lower(stretch.first)) if stretch.size > 1 else None
    kind = words().kind_of[_kind_word(scan, stretch.kind_at)]
    part = kind == "quarter" and stretch.listed and stretch.size == 1 and not scan.words[stretch.kind_at].cap
    if part and important(scan.words[stretch.last].text):
        return None  # "a Damascus suburb", "Aleppo neighbourhoods": part of the city, not its name
    return kind


def of_many(scan: Scan, at: int | None) -> bool:
    """The kind word is a plural that goes with a list of names ("X and Y provinces")."""
    return at is not None and scan.lower(at) in words().plain_kinds


def _kind_word(scan: Scan, at: int) -> str:
    for size in (3, 2):
        if at - size + 1 >= 0 and (phrase := scan.joined(at - size + 1, at).lower()) in words().kind_of:
            return phrase
    return scan.lower(at)


def before_name(scan: Scan, first: int) -> tuple[int, int | None]:
    """The word before which the search for the preposition goes on, and where a kind word stands before the name."""
    at = first - 1
    if at >= 2 and (scan.lower(at - 1), scan.lower(at)) in _SUCH and scan.lower(at - 2) in words().plain_kinds:
        return at - 2, at - 2
    while at >= 0 and scan.gap(at) == " " and scan.lower(at) in words().directions:
        at -= 1
    if at >= 1 and scan.lower(at) == "of" and scan.gap(at) == " ":
        kind = at - 1
        if scan.lower(kind) in words().kind_of and scan.gap(kind) == " ":
            return kind, kind
    if (
        at >= 0
        and scan.gap(at) == " "
        and scan.lower(at) in words().kind_of
        and not scan.words[at].cap
        and not _behind_name(scan, at)
    ):
        return at, at
    return at + 1, None


def _behind_name(scan: Scan, kind: int) -> bool:
    """The kind word goes with the name before it: "the Far North region of Cameroon"."""
    return (
        kind > 0
        and scan.words[kind - 1].cap
        and scan.lower(kind - 1) not in _ARTICLES
        and not scan.words[kind - 1].owner
        and not is_demonym(scan.words[kind - 1].text)
    )


def _partitive(scan: Scan, stretch: Stretch, kind: int | None) -> bool:
    """ "24 provinces of X", "areas of X": the kind is that of parts of X; "the provinces of X and Y" names them."""
    word = scan.lower(kind) if kind is not None else ""
    if not (
        (word.endswith("s") and word.removesuffix("s") in words().kind_of)
        or word.removesuffix("ies") + "y" in words().kind_of
    ):
        return word in words().blurring
    end = stretch.last + 1
    return (
        not stretch.cut
        and scan.gap(stretch.last).strip() not in {",", "and"}
        and not (scan.lower(end) == "and" and scan.words[end + 1 : end + 2] and scan.words[end + 1].cap)
    )
