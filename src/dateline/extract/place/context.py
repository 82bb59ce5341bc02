"""What the words around a stretch say of it: where it stands, what it belongs to, who speaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from dateline.extract.place.lookup import important, is_country, is_demonym
from dateline.extract.place.scan import Scan
from dateline.extract.place.stretch import Stretch
from dateline.extract.place.words import KindClass, words

if TYPE_CHECKING:
    from spacy.tokens import Token

Lead = Literal["at", "weak", "from", "to", "none"]
"""The preposition before a name: of place, a weak one, of a start, of an end."""

_STEPS: Final = 7
"""Words between a preposition and its name ("in the remote eastern Afghan province of X")."""
_OPENING: Final = 4
_TRAIL: Final = 3
"""Words after a name among which the noun it modifies is sought."""
_HAPPENINGS: Final = frozenset(
    {"offensive", "operation", "campaign", "raid", "attack", "strike", "strikes", "conflict", "war"}
)
_ARTICLES: Final = frozenset({"the", "a", "an", "its", "their", "his", "this", "that", "these", "those"})


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around a stretch.

    `lead`: the preposition before it. `kind`: the class of the kind word that goes with it, `plural` of one that goes
    with a list of names ("X and Y provinces"); `kind_before`: where it stands when before the name. `title`, `named`,
    `body`: a person's title, the word for a storm or an operation, a body's noun stands with it. `start`: it opens its
    sentence. `token`: its last token.
    """

    lead: Lead
    kind: KindClass | None
    plural: KindClass | None
    kind_before: int | None
    title: bool
    named: bool
    body: bool
    start: bool
    token: Token


def context_of(scan: Scan, stretch: Stretch) -> Context:
    """The context of a stretch."""
    lists = words()
    before = scan.lower(stretch.first - 1) if stretch.first and scan.gap(stretch.first - 1) == " " else ""
    behind = _kind_behind(scan, stretch)
    at, kind_before = _kind_before(scan, stretch.first)
    ahead = None
    if kind_before is not None and not _behind_name(scan, kind_before):
        ahead = lists.kind_of[scan.lower(kind_before)]
    kind = behind if behind is not None and not _of_many(scan, stretch.kind_at) else None
    if (
        kind is None
        and behind is None
        and ahead is not None
        and ahead != "building"
        and not _partitive(scan, stretch, kind_before)
    ):
        kind = ahead
    plural = behind if _of_many(scan, stretch.kind_at) else ahead if _of_many(scan, kind_before) else None
    lead = _lead(scan, at)
    return Context(
        lead=lead,
        kind=kind,
        plural=plural,
        kind_before=kind_before,
        title=before in lists.titles and kind is None,
        named=before in lists.named or _plural_named(scan, stretch),
        body=(
            _in_body(scan, stretch)
            and not (lead == "at" and (_credit_follows(scan, stretch) or _opens_in(scan, stretch)))
        )
        or _body_of(scan, at),
        start=stretch.first == 0 or bool(set(scan.gap(stretch.first - 1)) & set('.!?:\n"')),
        token=scan.token(stretch.last if stretch.kind_at is None or _blurs(scan, stretch.kind_at) else stretch.kind_at),
    )


def _kind_behind(scan: Scan, stretch: Stretch) -> KindClass | None:
    """The class of the kind word behind the name, or of the one that opens it ("Barangay X")."""
    if stretch.kind_at is None:
        return words().opening_kinds.get(scan.lower(stretch.first)) if stretch.size > 1 else None
    kind = words().kind_of[_kind_word(scan, stretch.kind_at)]
    if kind == "quarter" and stretch.listed and stretch.size == 1 and important(scan.words[stretch.last].text):
        return None  # "a Damascus suburb", "Aleppo neighbourhoods": part of the city, not its name
    return kind


def _of_many(scan: Scan, at: int | None) -> bool:
    return at is not None and scan.lower(at) in words().plain_kinds


def _blurs(scan: Scan, at: int) -> bool:
    return scan.lower(at) in words().plain_kinds


def _kind_word(scan: Scan, at: int) -> str:
    for size in (3, 2):
        if at - size + 1 >= 0 and (phrase := scan.joined(at - size + 1, at).lower()) in words().kind_of:
            return phrase
    return scan.lower(at)


def _kind_before(scan: Scan, first: int) -> tuple[int, int | None]:
    """The word before which the search for the preposition goes on, and where a kind word stands before the name."""
    at = first - 1
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
    return scan.gap(stretch.last).strip() not in {",", "and"} and not (
        scan.lower(end) == "and" and scan.words[end + 1 : end + 2] and scan.words[end + 1].cap
    )


def _body_of(scan: Scan, at: int) -> bool:
    """ "the government of (the state of) X": the office of a government, whatever it does."""
    for index in (at - 1, at - 2):
        if index >= 1 and scan.lower(index) == "of":
            return scan.lower(index - 1) in words().bodies
        if scan.lower(index) != "the":
            return False
    return False


def _lead(scan: Scan, at: int) -> Lead:
    """The preposition before the word `at`, articles, adjectives and kind words skipped."""
    lists = words()
    for step in range(1, _STEPS + 1):
        index = at - step
        if index < 0 or scan.gap(index).removeprefix("'s").strip(" (\"'"):
            return "none"
        lower = scan.lower(index)
        if lower in lists.at:
            return "at"
        if lower in lists.from_:
            return "from"
        if lower in lists.to:
            return "to"
        if lower in lists.weak_at:
            if lower == "of":
                return _lead_of(scan, index)
            return (
                "at"
                if scan.lower(index - 1) in lists.on_place and lower in {"on", "against", "for", "over"}
                else "weak"
            )
        if not _skipped(scan, index):
            return "none"
    return "none"


def _lead_of(scan: Scan, of: int) -> Lead:
    """What "of" stands for: "out of X", "residents of X" lead to a place, "the fear of X" does not."""
    word = scan.lower(of - 1)
    if word == "out":
        return "from"
    return "at" if word in words().of_place else "weak"


def _skipped(scan: Scan, index: int) -> bool:
    word = scan.words[index]
    if word.owner:
        return word.cap
    if word.lower in _ARTICLES or word.lower in words().directions or is_demonym(word.text):
        return True
    token = scan.token(index)
    return (
        token.pos_ in {"ADJ", "DET", "NUM"}
        or token.tag_ in {"VBN", "JJ"}
        or word.text.endswith("-held")
        or word.lower == "capital"
    )


def _plural_named(scan: Scan, stretch: Stretch) -> bool:
    """ "Typhoon Bopha", "Operation X": also when the word stands first in the run."""
    return scan.lower(stretch.first) in words().named and stretch.size > 1


def _in_body(scan: Scan, stretch: Stretch) -> bool:
    """The name belongs to an office, a force or a body: "Salta Governor", "Luanda fire department"."""
    bodies = words().bodies
    if (
        stretch.size > 1
        and not stretch.listed
        and any(scan.lower(i) in bodies for i in range(stretch.first, stretch.last + 1))
    ):
        return True
    at = stretch.kind_at if stretch.kind_at is not None else stretch.last
    if scan.words[at].owner:
        return _owned_body(scan, at)
    return _ends_in_body(scan, at)


def _ends_in_body(scan: Scan, at: int) -> bool:
    """A body's noun follows ("police", "fire department"), and no noun of a place or an event closes the phrase."""
    found = False
    for index in range(at + 1, min(at + 1 + _TRAIL, len(scan.words))):
        if scan.gap(index - 1) not in {" ", "-"} or not _is_noun(scan, index):
            break
        word = scan.words[index]
        if word.lower in words().bodies:
            found = True
        elif found and not word.cap:
            return word.lower not in words().kind_of and word.lower not in _HAPPENINGS
        if word.owner:
            break
    return found


def _credit_follows(scan: Scan, stretch: Stretch) -> bool:
    """ "killed in Aleppo: Monitor" without its colon: the headline's credit, no body of that name."""
    after = stretch.last + 1
    return scan.lower(after) in {"monitor", "monitors", "source", "sources", "news"} and scan.words[after].cap


def _opens_in(scan: Scan, stretch: Stretch) -> bool:
    """ "In central X city state media said …", its comma lost: the sentence opens with the place, the body speaks."""
    return scan.lower(0) == "in" and stretch.first <= _OPENING


def _is_noun(scan: Scan, at: int) -> bool:
    token = scan.token(at)
    return token.pos_ in {"NOUN", "PROPN", "ADJ"} or scan.words[at].cap


def _owned_body(scan: Scan, at: int) -> bool:
    """ "Queensland's Bureau of Meteorology", "Iraq's army": what it owns is a body."""
    for index in range(at + 1, min(at + 1 + _TRAIL, len(scan.words))):
        if scan.gap(index - 1).removeprefix("'s") != " " or is_country(scan.words[index].text):
            return False
        if scan.lower(index) in words().bodies:
            return not (scan.lower(index) in words().kind_of and scan.words[index - 1].cap)
    return False
