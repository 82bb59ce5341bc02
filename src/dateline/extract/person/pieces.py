"""Runs of capitalised words that may be somebody's name, what cannot belong to one cut away."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dateline.extract.person.lexicon import country_run, listed, ordinary, well_known
from dateline.extract.person.tokens import Token, joined, opens_sentence, tokens_of
from dateline.extract.person.words import office_words, words
from dateline.vocab.actors import known_actors

_HEADLINE_WORDS = 4
_HEADLINE_SHARE = 0.85
_LONGEST_ACRONYM = 6


@dataclass(frozen=True, slots=True)
class Piece:
    """Tokens `first` to `last`, both included, that stand together with capitals."""

    first: int
    last: int

    def __len__(self) -> int:
        return self.last - self.first + 1


def pieces_of(tokens: Sequence[Token], bodies: frozenset[int]) -> list[Piece]:
    """Every run of name-like words, the longest at each place. `bodies`: see `bodies_in`."""
    cutter = _Cutter(tokens, bodies, _headlines(tokens))
    return list(cutter.pieces())


@dataclass(frozen=True, slots=True)
class _Cutter:
    tokens: Sequence[Token]
    bodies: frozenset[int]
    headlines: frozenset[int]

    def pieces(self) -> Iterator[Piece]:
        at = 0
        while at < len(self.tokens):
            if not self.tokens[at].capital:
                at += 1
                continue
            skip = self._foreign(at)
            if skip or not self._begins(at):
                at += max(skip, 1)
                continue
            last = self._last(at)
            first = self._begun(at, last)
            yield Piece(first, self._trimmed(first, last))
            at = last + 1

    def _foreign(self, at: int) -> int:
        """How many tokens from here name a country or its people; 0 where a given name stands before a surname."""
        token = self.tokens[at]
        if is_given(token) and at + 1 < len(self.tokens) and joined(token, self.tokens[at + 1]) and self._fits(at + 1):
            return 0
        following = [
            t.text for t in self.tokens[at : at + 4] if t.capital or t.key in words().particles or t.key == "and"
        ]
        return country_run(following)

    def _begins(self, at: int) -> bool:
        if not self._fits(at) or (self.tokens[at].initial and not self._followed(at)):
            return False
        token = self.tokens[at]
        plain = ordinary(token.text) and not is_given(token) and not token.initial
        if well_known(token.text) and not is_given(token) and self._town_beside(at) and not self._honoured(at):
            return False
        return not (plain and opens_sentence(self.tokens, at))

    def _honoured(self, at: int) -> bool:
        """ "Mr Tran": no town."""
        return at > 0 and joined(self.tokens[at - 1], self.tokens[at]) and self.tokens[at - 1].key in words().honorifics

    def _of_a_person(self, first: int, last: int) -> bool:
        """A given name, an initial, or any one word that is no large town: a town's name behind it may be a surname."""
        if any(is_given(t) or t.initial for t in self.tokens[first : last + 1]):
            return True
        return first == last and not well_known(self.tokens[first].text)

    def _town_beside(self, at: int) -> bool:
        """A large town's name beside another name ("Beni Loma Alta"), not before a surname ("Nisa Corvin")."""
        if not self._followed(at):
            return True
        following = self.tokens[at + 1]
        return not is_given(following) and (listed(following.text) or self._followed(at + 1))

    def _followed(self, at: int) -> bool:
        return at + 1 < len(self.tokens) and joined(self.tokens[at], self.tokens[at + 1]) and self._fits(at + 1)

    def _last(self, at: int) -> int:
        last = at
        while True:
            following = self._next(last, at)
            if following is None:
                return last
            last = following

    def _begun(self, first: int, last: int) -> int:
        """Without ordinary words that ran in before a name of two words or more ("Bombardment Sheikh Verdu")."""
        while last - first > 1 and ordinary(self.tokens[first].text) and not is_given(self.tokens[first]):
            if self.tokens[first].key in words().place_words | words().things:
                break
            first += 1
        return first

    def _trimmed(self, first: int, last: int) -> int:
        """Without verbs and plurals that ran in from a headline ("X Kills")."""
        while last > first:
            token = self.tokens[last]
            loose = token.key.endswith("s") and ordinary(token.text) and token.key not in words().surnames_too
            thing = token.key.removesuffix("s") in words().things
            if not loose or is_given(token) or not (thing or self._object_follows(last)):
                return last
            last -= 1
        return last

    def _object_follows(self, at: int) -> bool:
        """A number or another capital directly behind: the word before it is a headline's verb, no surname."""
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        if following is None or not joined(self.tokens[at], following):
            return False
        return following.capital or following.text[0].isdigit()

    def _next(self, last: int, first: int) -> int | None:
        """The next token of the run, over at most two words written small ("de la")."""
        for step in (1, 2, 3):
            at = last + step
            if at >= len(self.tokens) or not joined(self.tokens[at - 1], self.tokens[at]):
                return None
            token = self.tokens[at]
            if token.capital:
                if is_given(self.tokens[last]) and step == 1 and last == first:
                    return at if self._fits(at) or self._surname(at) else None
                town = well_known(token.text) and not is_given(token) and not self._of_a_person(first, last)
                return at if self._fits(at) and not town else None
            if token.key not in words().particles:
                return None
        return None

    def _fits(self, at: int) -> bool:
        token = self.tokens[at]
        if not token.capital or at in self.bodies or token.key in words().openers:
            return False
        headline = at in self.headlines
        if token.shouted and not headline and len(token.text) <= _LONGEST_ACRONYM:
            return False
        if _is_role(token) or _compound(token):
            return False
        if headline and not is_given(token):
            return not (ordinary(token.text) or listed(token.text) or token.key in words().things)
        return True

    def _surname(self, at: int) -> bool:
        """Directly behind a given name an ordinary or foreign word may be the surname ("John Baker")."""
        token = self.tokens[at]
        return (
            at not in self.headlines
            and at not in self.bodies
            and token.key not in words().openers
            and not token.shouted
        )


def is_given(token: Token) -> bool:
    """True for a word that is known as a given name, or a compound that begins with one."""
    parts = token.key.split()
    return token.capital and bool(parts) and (parts[0] in words().given or token.key in words().given)


def _compound(token: Token) -> bool:
    """ "Britain-based", "Syrian-born": a describing word."""
    tail = re.split(r"[-‐‑]", token.text)[-1]
    return tail != token.text and tail.islower() and ordinary(tail)


def _is_role(token: Token) -> bool:
    lists = words()
    offices = office_words()
    compound = " " in token.key and set(token.key.split()) <= offices
    return compound or token.key in offices or token.key in lists.roles or token.key in lists.persons


@lru_cache(maxsize=8)
def bodies_in(text: str) -> frozenset[int]:
    """Which tokens of a text stand inside the name of a body that is known by name."""
    tokens = tokens_of(text)
    starts, ends = [token.start for token in tokens], [token.end for token in tokens]
    spans = known_actors().find(text)
    return frozenset(
        at for span in spans for at in range(bisect_right(ends, span.start), bisect_left(starts, span.end))
    )


def _headlines(tokens: Sequence[Token]) -> frozenset[int]:
    """Tokens of sentences in which capitals say nothing: Nearly Every Word Has One, or ALL LETTERS."""
    found: set[int] = set()
    start = 0
    for end in [*(i for i, t in enumerate(tokens) if i and t.gap != " " and opens_sentence(tokens, i)), len(tokens)]:
        long = [
            t for t in tokens[start:end] if len(t.text) > 3 and t.text[0].isalpha() and t.key not in words().openers
        ]
        if len(long) >= _HEADLINE_WORDS and sum(t.capital for t in long) >= _HEADLINE_SHARE * len(long):
            found.update(range(start, end))
        start = end
    return frozenset(found)
