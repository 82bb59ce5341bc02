"""Journalists by their bylines: "By X and Y", "Reporting by X; Editing by Y", "Photo: X"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.extract.person.evidence import is_thing
from dateline.extract.person.lexicon import of_a_country, ordinary, well_known
from dateline.extract.person.standing import is_office
from dateline.extract.person.tokens import Token, joined, opens_sentence
from dateline.extract.person.words import words

_MOST_NAMES = 6


def byline_names(tokens: Sequence[Token], bodies: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Token indices (first, last) of every name in a byline, in capitals throughout or not."""
    for at in range(len(tokens) - 1):
        if _announces(tokens, at):
            yield from _names(tokens, at + 1, bodies)


def _announces(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.key == "by":
        before = tokens[at - 1] if at else None
        told = before is not None and before.key in words().byline and "." not in token.gap
        return told or (token.capital and opens_sentence(tokens, at) and _signed(tokens, at + 1))
    return token.key in words().signs and ":" in tokens[at + 1].gap and tokens[at + 1].capital


def _signed(tokens: Sequence[Token], at: int) -> bool:
    """What follows "By" at the start of a line is two or more names' words and then a break: no "By Monday evening"."""
    last = _last(tokens, at)
    if last - at < 1:
        return False
    if last + 1 == len(tokens):
        return True
    after = tokens[last + 1]
    return not joined(tokens[last], after) or after.key in {"and", "in", "at", "for", "with"} or after.text[0].isdigit()


def _names(tokens: Sequence[Token], at: int, bodies: frozenset[int]) -> Iterator[tuple[int, int]]:
    for _ in range(_MOST_NAMES):
        last = _last(tokens, at)
        if last < at:
            return
        inside = range(at, last + 1)
        no_name = any(i in bodies or is_thing(tokens[i]) or is_office(tokens[i]) for i in inside)
        if not no_name and not _place(tokens, at, last):
            yield at, last
        following = last + 1
        if following < len(tokens) and tokens[following].key in {"and", "&"}:
            following += 1
        elif following >= len(tokens) or tokens[following].gap.strip() not in {",", "/", "&", "|"}:
            return
        at = following


def _last(tokens: Sequence[Token], at: int) -> int:
    """The last token of the capitalised run that begins at `at`; `at - 1` where none does."""
    last = at - 1
    while last + 1 < len(tokens):
        token = tokens[last + 1]
        if last >= at and not joined(tokens[last], token):
            break
        if not (token.capital or (last >= at and token.key in words().particles)) or token.key in words().openers:
            break
        last += 1
    return last


def _place(tokens: Sequence[Token], first: int, last: int) -> bool:
    name = " ".join(t.text for t in tokens[first : last + 1])
    return of_a_country(name) or (first == last and (well_known(name) or ordinary(name)))
