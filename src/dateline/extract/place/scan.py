"""The words of a sentence as a reader of names sees them: whole hyphenated words, possessives put aside."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from dateline.extract.place.lookup import twin_towns
from dateline.extract.place.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.extract.sentence import Sentence

_WORD: Final = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_](?:[^\W_]|['-](?=[^\W_]))*")
_PARTY: Final = re.compile(r"(?:D|R|I|DFL)-(?=[A-Z][a-z])")
"""Letters of American parties before the home of a politician."""
_SHOUT: Final = 0.75
"""Share of a sentence's longer words that begin with a capital, from which on capitals say nothing."""
_NEVER_FIRST: Final = frozenset("bcfghijkmnopqrstuvwxyz0123456789")
"""Characters with which no name begins; "a", "d", "e" and "l" may be articles ("al-Bab", "d'Ivoire")."""
_HALF: Final = 0.5
_LATIN: Final = "\u0250"


class Word(NamedTuple):
    """A word at offsets of its sentence, a possessive ending left out (`owner` then). `cap`: written as a name."""

    text: str
    lower: str
    start: int
    end: int
    owner: bool
    cap: bool


class Scan:
    """A sentence cut into words, with the way back to its tokens. `no_commas`: its page has none, or has lost them."""

    def __init__(self, sentence: Sentence, *, no_commas: bool = False) -> None:
        self.sentence = sentence
        self.no_commas = no_commas
        self.text = sentence.text
        whole = [_word(m, self.text) for m in _WORD.finditer(self.text)]
        joined = "-" in self.text and any(word.cap and "-" in word.text for word in whole)
        self.words = [part for word in whole for part in _cut(word)] if joined else whole

    @cached_property
    def shouting(self) -> bool:
        """A headline in Capitals Throughout or in CAPITALS: the case of its words says nothing."""
        return self._share > _SHOUT

    @cached_property
    def capitals(self) -> bool:
        """Half of the words begin with a capital: a headline glued to its story, a list of links."""
        return self._share > _HALF

    @cached_property
    def _share(self) -> float:
        """The share of longer words that begin with a capital; 0 where there are too few to tell."""
        long = [w for w in self.words if len(w.text) > 3 and w.text[0].isalpha()]
        return sum(w.cap for w in long) / len(long) if len(long) >= 5 else 0.0

    @cached_property
    def _starts(self) -> list[int]:
        base = self.sentence.tokens.start_char
        return [t.idx - base for t in self.sentence.tokens]

    def token(self, at: int) -> Token:
        """The last token of a word."""
        return self.token_at(self.words[at].end - 1)

    def token_at(self, offset: int) -> Token:
        """The token that covers an offset of the sentence, else the last one before it."""
        return self.sentence.tokens[max(0, bisect_right(self._starts, offset) - 1)]

    def gap(self, at: int) -> str:
        """What stands between a word (its possessive ending included) and the next; to the end after the last."""
        end = self.words[at].end
        return self.text[end : self.words[at + 1].start] if at + 1 < len(self.words) else self.text[end:]

    def lower(self, at: int) -> str:
        """A word in lower case, "" outside the sentence."""
        return self.words[at].lower if 0 <= at < len(self.words) else ""

    def joined(self, first: int, last: int) -> str:
        """The text from one word to another, both included."""
        return self.text[self.words[first].start : self.words[last].end]


def _word(match: re.Match[str], sentence: str) -> Word:
    start, end = match.span()
    text, lower, owner, cap = _read(match[0])
    if cap and sentence[end : end + 1] == "-" and sentence[end + 1 : end + 2].islower():
        cap = False  # half of a compound
    return Word(text, lower, start, end - 2 if owner else end, owner, cap)


@lru_cache(maxsize=20_000)
def _read(written: str) -> tuple[str, str, bool, bool]:
    """A word without its possessive ending, in lower case, whether it had one, whether it is written as a name."""
    owner = written.endswith(("'s", "'S"))
    text = written[:-2] if owner else written
    return text, text.lower(), owner, text[0] not in _NEVER_FIRST and _is_name(text)


def _cut(word: Word) -> Iterator[Word]:
    """A word as it is; the home behind a party's letter ("R-Marlow") and two towns in one ("Fargo-Moorhead") apart."""
    if "-" not in word.text or not word.cap:
        yield word
        return
    if party := _PARTY.match(word.text):
        text = word.text[party.end() :]
        yield word._replace(text=text, lower=text.lower(), start=word.start + party.end())
        return
    first, _, second = word.text.partition("-")
    if not (second and twin_towns(first, second)):
        yield word
        return
    middle = word.start + len(first)
    yield Word(first, first.lower(), word.start, middle, False, True)
    yield Word(second, second.lower(), middle + 1, word.end, word.owner, True)


def _is_name(text: str) -> bool:
    first = text[0]
    if first.isupper():
        _, hyphen, tail = text.rpartition("-")
        return not hyphen or not tail.islower() or tail in {"e", "i"} or "-" in text[: -len(tail) - 1]
    if first > _LATIN and first.isalpha():
        return first.lower() == first.upper()
    if first in "dl" and len(text) > 3 and text[1] == "'":
        return text[2].isupper()
    article, hyphen, rest = text.partition("-") if first in "ae" else ("", "", "")
    return bool(hyphen) and len(text) > 5 and rest[:1].isupper() and article in words().joined_articles
