"""Names of places of refuge in a text: camps, hospitals, schools, places of worship, shelters, aid and detention sites.

The name is found by the noun that stands with it (`vocab/refuge_en.yaml`); the noun itself stays readable.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from dateline.extract.person.lexicon import listed, of_a_country, ordinary, well_known
from dateline.extract.person.pieces import bodies_in
from dateline.extract.person.tokens import Token, joined, opens_sentence, same_phrase, tokens_of
from dateline.extract.person.words import words as person_words
from dateline.model import Span
from dateline.vocab.load import load

_MOST_BEFORE = 12


@dataclass(frozen=True, slots=True)
class _Words:
    kinds: frozenset[str]
    guarded: frozenset[str]
    general: frozenset[str]
    of_what: frozenset[str]
    between: frozenset[str]
    of_fighters: frozenset[str]
    linking: frozenset[str]


@cache
def _words() -> _Words:
    return _Words(**{name: frozenset(listed_) for name, listed_ in load("refuge_en").items()})


@lru_cache(maxsize=32)
def sites_in(text: str) -> tuple[Span, ...]:
    """Spans of the sites' names, kinds left out, in reading order; names told once are found again."""
    if _any_site().search(text) is None:
        return ()
    tokens = tokens_of(text)
    bodies = bodies_in(text)
    named = [at for at in range(len(tokens)) if _is_site(tokens, at)]
    spans: list[tuple[int, int]] = []
    for at in named:
        spans += _names_before(tokens, at)
        spans += _name_behind(tokens, at)
    found = [(first, last) for first, last in spans if bodies.isdisjoint(range(first, last + 1))]
    again = list(_again(tokens, found))
    return tuple(sorted({Span(tokens[a].start, tokens[b].end) for a, b in (*found, *again)}))


def names_a_refuge(name: str) -> bool:
    """True for a name that ends with a noun for where people are kept or hide ("Loma refugee camp", "Taji prison").

    Even a large town's name is then that of the one site; several ("the Loma camps") name the town.
    """
    tokens = tokens_of(name)
    return len(tokens) > 1 and tokens[-1].key in _words().guarded and not tokens[-1].key.endswith("s")


@cache
def _any_site() -> re.Pattern[str]:
    """Fast: does any of the nouns stand in the text at all?"""
    nouns = sorted(_words().kinds | _words().general, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, nouns))})\b", re.IGNORECASE)


def _is_site(tokens: Sequence[Token], at: int) -> bool:
    key, before = tokens[at].key, tokens[at - 1].key if at else ""
    if before in _words().of_fighters:
        return False
    return key in _words().kinds or (key in _words().general and before in _words().of_what)


def _names_before(tokens: Sequence[Token], kind: int) -> Iterator[tuple[int, int]]:
    """ "X camp", "X refugee camp", and with a plural "X and Y camps"; token indices, both included."""
    at, proper, told = kind - 1, tokens[kind].capital, _words().between | _words().of_what
    while at >= 0 and joined(tokens[at], tokens[at + 1]) and tokens[at].key in told - {"and"}:
        proper = proper or tokens[at].capital
        at -= 1
    several = tokens[kind].key.endswith("s")
    low = max(-1, kind - _MOST_BEFORE)
    while at > low and (same_phrase(tokens[at], tokens[at + 1]) or _owns(tokens, at)):
        first = _run_to(tokens, at)
        if first <= at:
            own = at + 1 < kind and not well_known(" ".join(t.text for t in tokens[first : at + 1]))
            if own or _is_name(tokens, first, at, tokens[kind], proper):
                yield first, at
            at = first - 1
        elif several and tokens[at].key == "and":
            at -= 1
        else:
            return
        if not several:
            return


def _owns(tokens: Sequence[Token], at: int) -> bool:
    """ "St Luke's hospital"."""
    return tokens[at].possessive and tokens[at + 1].gap in {"'s ", "’s ", "' ", "’ "}


def _name_behind(tokens: Sequence[Token], kind: int) -> Iterator[tuple[int, int]]:
    """ "The camp of X", "a school called X", "Camp X", "Church of X"."""
    at = kind + 1
    linked = at < len(tokens) and joined(tokens[kind], tokens[at]) and tokens[at].key in _words().linking
    if linked:
        at += 1 + (at + 1 < len(tokens) and tokens[at + 1].key == "the")
    elif not tokens[kind].capital or (opens_sentence(tokens, kind) and tokens[kind].key.endswith("s")):
        return
    last = at - 1
    while last + 1 < len(tokens) and joined(tokens[last], tokens[last + 1]) and _part(tokens[last + 1], last >= at):
        last += 1
    while last >= at and tokens[last].key in person_words().particles:
        last -= 1
    if last >= at and _is_name(tokens, at, last, tokens[kind], tokens[kind].capital and not linked):
        yield at, last


def _run_to(tokens: Sequence[Token], last: int) -> int:
    """Where the capitalised run that ends at `last` begins; `last + 1` where there is none."""
    first = last + 1
    while first > 0 and _part(tokens[first - 1], first <= last):
        if first <= last and not joined(tokens[first - 1], tokens[first]):
            break
        first -= 1
    while first <= last and tokens[first].key in person_words().particles and not tokens[first].capital:
        first += 1
    return first


def _part(token: Token, inside: bool) -> bool:
    if token.capital:
        return token.key not in person_words().openers and not token.shouted and not of_a_country(token.text)
    return inside and token.key in person_words().particles


def _is_name(tokens: Sequence[Token], first: int, last: int, kind: Token, proper: bool) -> bool:
    """No mere town ("the Mosul hospital", "the camps of Mosul") unless it is written as a name; no ordinary words."""
    name = " ".join(t.text for t in tokens[first : last + 1])
    if proper:
        return True
    if kind.key in _words().guarded or kind.key in _words().general:
        return not well_known(name) and not _plain(tokens[first : last + 1])
    return not listed(name) and not _plain(tokens[first : last + 1])


def _plain(inside: Sequence[Token]) -> bool:
    return all(ordinary(t.text) and not listed(t.text) for t in inside)


def _again(tokens: Sequence[Token], found: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The same names without their noun: "in Al-Amal" after "Al-Amal camp"; not where they also name a town."""
    names = {tuple(t.key for t in tokens[a : b + 1]) for a, b in found}
    told = {name for name in names if not _elsewhere(" ".join(name))}
    longest = max(map(len, told), default=0)
    for at, token in enumerate(tokens):
        for size in range(longest, 0, -1):
            if token.capital and tuple(t.key for t in tokens[at : at + size]) in told:
                yield at, at + size - 1
                break


def _elsewhere(name: str) -> bool:
    return listed(name) or (" " not in name and ordinary(name))
