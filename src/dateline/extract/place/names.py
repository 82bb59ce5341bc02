"""A place name as the text gives it: its extent with the kind word, and what blurs it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dateline.extract.place.context import Context
from dateline.extract.place.lead import OFF
from dateline.extract.place.lookup import listed
from dateline.extract.place.scan import Scan
from dateline.extract.place.stretch import Stretch
from dateline.extract.place.words import KindClass, words
from dateline.model.words import ModifierKind

_MODIFIER_WORDS: Final = 3
_DESCRIBED: Final = 5
"""Words between "near" and the kind of a place: "near the rebel-held northern city of X"."""
_DESCRIBES: Final = frozenset({"ADJ", "PROPN", "NOUN", "NUM", "ADV", "VERB"})
_INSIDE: Final = frozenset({"in", "on", "inside", "at"})


@dataclass(frozen=True, slots=True)
class Name:
    """A place name at working offsets, not yet resolved.

    `text` has the kind word that belongs to it ("Butig municipality"), `bare` has not; `kind` is the class of the
    kind word, before or behind, or None. `aside`: it is part of a body's name, a speaker's office or a date line:
    evidence of a country, but no place of what happened. `dateline`: it says where the page was written. `opens`: it
    stands in the name of an institution or an event, or of a building; `whole` is the span of that name, else its own.
    """

    sentence: int
    start: int
    end: int
    text: str
    bare: str
    kind: KindClass | None
    modifier: str | None = None
    modifier_kind: ModifierKind | None = None
    aside: bool = False
    dateline: bool = False
    opens: bool = False
    whole: tuple[int, int] = (0, 0)


def name_of(scan: Scan, stretch: Stretch, context: Context, *, aside: bool) -> Name:
    """The name that a stretch gives."""
    lists = words()
    blurs = stretch.kind_at is not None and (
        scan.lower(stretch.kind_at) in lists.blurring or context.kind in {None, "building"}
    )
    if blurs and stretch.kind_at is not None and listed(scan.joined(stretch.first, stretch.kind_at)):
        blurs = False  # "Damascus countryside" is a province of that name
    last = stretch.kind_at if stretch.kind_at is not None and not blurs else stretch.last
    modifier, modifier_kind = _before(scan, stretch.first)
    if modifier_kind in {"near", "direction"} and _has_city(scan, last):
        modifier = modifier_kind = None
    if (
        modifier is None
        and blurs
        and stretch.kind_at is not None
        and context.kind != "building"
        and scan.lower(stretch.kind_at) not in lists.plain_kinds
    ):
        modifier = scan.words[stretch.kind_at].text
        modifier_kind = "part" if modifier.lower() in words().part_modifiers else "near"
    base, words_ = scan.sentence.start, scan.words
    opens = aside and context.institution is not None
    first, end = context.institution if context.institution is not None and opens else (stretch.first, last)
    return Name(
        sentence=scan.sentence.index,
        start=base + words_[stretch.first].start,
        end=base + words_[last].end,
        text=scan.joined(stretch.first, last),
        bare=scan.joined(stretch.first, stretch.last),
        kind=None if context.kind == "building" else context.kind,
        modifier=modifier,
        modifier_kind=modifier_kind,
        aside=aside,
        opens=opens,
        whole=(base + words_[first].start, base + words_[end].end),
    )


def _before(scan: Scan, first: int) -> tuple[str | None, ModifierKind | None]:
    """The modifier directly before a name, or before what it is called ("near the northern city of X", "outside the
    capital X"); how many kilometres it is off counts as one."""
    direct = _modifier_till(scan, first - 1)
    if direct[0] is not None:
        return direct
    if scan.lower(first - 1) in OFF and scan.lower(first - 2) in words().lengths:
        return f"{scan.words[first - 2].text} {scan.words[first - 1].text}", "near"
    if scan.lower(first - 1) == "of" and scan.lower(first - 2) in words().kind_of:
        return _around_called(scan, first - 3)
    called = scan.lower(first - 1) in words().called and scan.gap(first - 1) == " "
    return _around_called(scan, first - 2) if called else direct


def _has_city(scan: Scan, last: int) -> bool:
    """ "Near X's second city Y": near Y, not X."""
    word = scan.words[last]
    if not (word.owner or (word.text.endswith("s") and not listed(word.text))):
        return False
    near = range(last + 1, min(last + _DESCRIBED, len(scan.words)))
    at = next((i for i in near if scan.lower(i) in words().called), None)
    return at is not None and at + 1 < len(scan.words) and (scan.words[at + 1].cap or scan.lower(at + 1) == "of")


def _around_called(scan: Scan, at: int) -> tuple[str | None, ModifierKind | None]:
    """What blurs a place that is called a city before it is named: "near", "north of", not a part of it."""
    for _ in range(_DESCRIBED):
        phrase, kind = _modifier_till(scan, at)
        if kind in {"near", "direction"}:
            return phrase, kind
        if (
            at < 0
            or scan.gap(at) not in {" ", "'s "}
            or scan.lower(at) == "the"
            or scan.token(at).pos_ not in _DESCRIBES
        ):
            break
        at -= 1
    return None, None


def _modifier_till(scan: Scan, at: int) -> tuple[str | None, ModifierKind | None]:
    """The longest modifier that ends with the word `at`, an article skipped."""
    if at >= 0 and scan.lower(at) == "the":
        at -= 1
    for size in range(min(_MODIFIER_WORDS, at + 1), 0, -1):
        phrase = scan.joined(at - size + 1, at)
        kind = words().modifiers.get(phrase.lower())
        if kind == "near" and scan.lower(at - size) in {"and", "or"} and scan.lower(at - size - 1) in _INSIDE:
            return None, None  # "in and around X"
        several = scan.lower(at - size) in {"and", "or"} and _is_bearing(scan, at - size - 1)
        if kind in {"direction", "part"} and several and scan.lower(at) != "of":
            return None, None  # "western and northern X"
        if kind and scan.gap(at).strip() in {"", "the"}:
            within = kind == "direction" and scan.lower(at - size) == "the" and scan.lower(at - size - 1) != "to"
            return phrase, "part" if within else kind
    return None, None


def _is_bearing(scan: Scan, at: int) -> bool:
    return scan.lower(at) in words().directions and words().modifiers.get(scan.lower(at)) != "near"
