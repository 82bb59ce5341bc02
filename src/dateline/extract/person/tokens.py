"""Words of a text with what stands between them: all that the finder of names needs of a language's shape."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from dateline.extract.person.words import words
from dateline.vocab.fold import fold

_LETTER = r"[^\W\d_][\u0300-\u036f]*"
_WORD = re.compile(rf"(?:{_LETTER}\.){{2,}}|{_LETTER}(?:{_LETTER})*(?:['’ʼ‘`´‐‑-](?:{_LETTER})+)*|\d[\d.,]*\d|\d")
_MARKS = re.compile("[\u0300-\u036f]")
_PLAIN = r"[^\W\d_]+"
_WITHOUT_MARKS = re.compile(rf"(?:[^\W\d_]\.){{2,}}|{_PLAIN}(?:['’ʼ‘`´‐‑-]{_PLAIN})*|\d[\d.,]*\d|\d")
"""The same for texts whose letters carry no marks of their own: nearly all."""
_POSSESSIVE = re.compile(r"(?:['’ʼ‘`´]s|['’ʼ‘`´])$", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:[aeu][lshdrnzt]{1,2}|ul|d|l|o|m|n)['’-]+(?=[^\W\d_])")
_APOSTROPHES = ("'", "’")


class Token(NamedTuple):
    """A word or number. `key` is its folded form, `gap` the characters between the token before and this one.

    `end` leaves a possessive ending out; `possessive` says that one follows.
    """

    start: int
    end: int
    text: str
    key: str
    gap: str
    capital: bool
    shouted: bool
    possessive: bool

    @property
    def initial(self) -> bool:
        """One letter, or letters with full stops ("J", "A.B.")."""
        return self.capital and (len(self.key) == 1 or "." in self.text) and len(self.key) < 4


@lru_cache(maxsize=8)
def tokens_of(text: str) -> tuple[Token, ...]:
    """The words and numbers of a text in reading order. The last few texts are kept: several finders ask."""
    found: list[Token] = []
    done = 0
    marked = not text.isascii() and _MARKS.search(text)
    for match in (_WORD if marked else _WITHOUT_MARKS).finditer(text):
        start, stop = match.span()
        word, key, capital, shouted = _read(match[0])
        end = start + len(word)
        possessive = end < stop or text[end : end + 1] in _APOSTROPHES
        found.append(Token(start, end, word, key, text[done:start], capital, shouted, possessive))
        done = stop
    return tuple(found)


@lru_cache(maxsize=50_000)
def _read(written: str) -> tuple[str, str, bool, bool]:
    """A word without its possessive ending, its folded form, whether it has a capital, whether nothing else."""
    tail = None if written[0].isdigit() else _POSSESSIVE.search(written)
    word = written[: tail.start()] if tail else written
    return word, fold(word), _capital(word), _shouted(word)


def _capital(word: str) -> bool:
    bare = _ARTICLE.sub("", word)
    return bare[:1].isupper()


def _shouted(word: str) -> bool:
    bare = word.removesuffix("s")
    return len(bare) > 1 and bare.isupper()


def joined(before: Token, after: Token) -> bool:
    """True where nothing but a blank, or the full stop of an abbreviation or initial, stands between two words."""
    gap = after.gap
    if gap == " " or gap in {"\u00a0", "\u202f", "  "}:
        return not before.possessive
    return gap in {". ", "."} and (before.key in words().abbreviated or before.initial)


def same_phrase(before: Token, after: Token) -> bool:
    """True where no sentence, clause or bracket ends between two words; a comma ends no phrase here."""
    gap = after.gap
    if gap == " " or joined(before, after):
        return True
    return not _parts(gap)


def comma(after: Token) -> bool:
    """True where a comma, a dash or a bracket that opens stands before the word."""
    return _sets_off(after.gap)


def opens_sentence(tokens: Sequence[Token], at: int) -> bool:
    """True for the first word of the text, of a line or after a full stop, a colon or an opening quotation."""
    if at == 0:
        return True
    gap, before = tokens[at].gap, tokens[at - 1]
    if gap == " ":
        return False
    return _opens(gap) or ("." in gap and not joined(before, tokens[at]))


@lru_cache(maxsize=5_000)
def _parts(gap: str) -> bool:
    """Asked of what stands between two words; remembered, as the two below, for the same few gaps come again."""
    return any(mark in gap for mark in '.!?;:()[]"“”•*|') or gap.count("\n") > 1


@lru_cache(maxsize=5_000)
def _sets_off(gap: str) -> bool:
    return any(mark in gap for mark in ",–—(") or (gap.strip() == "-" and gap != "-")


@lru_cache(maxsize=5_000)
def _opens(gap: str) -> bool:
    return "\n" in gap or any(mark in gap for mark in '!?:"“”•*|')
