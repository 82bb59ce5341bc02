"""A text cut into what its numbers are made of: digits and number words, each with the gap before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from dateline.extract.quantity.digits import VULGAR, pattern, plain_value, read
from dateline.extract.quantity.either import either
from dateline.extract.quantity.lexicon import Lexicon, Word, lexicon, plain
from dateline.extract.quantity.numeral import Doubt, Kind, Numeral, Value, whole

Gap = Literal["none", "space", "hyphen", "far"]
"""What stands before a piece: the piece before it, white space, a hyphen, or anything else."""
_NO_WORD = Word()


@dataclass(frozen=True, slots=True)
class Piece:
    """Digits (`value` set) or a known word at [start, end) of the text."""

    start: int
    end: int
    gap: Gap
    word: Word = _NO_WORD
    value: Value | None = None
    kind: Kind = "integer"
    negative: bool = False
    doubt: Doubt | None = None
    parts: tuple[Numeral, ...] = ()

    def has(self, use: str) -> bool:
        """True where the word may be used so ("joins", "over" …)."""
        return use in self.word.uses


def pieces(text: str, lang: str) -> list[Piece]:
    """The pieces of a text in reading order. Raises FileNotFoundError for a language without a grammar."""
    words = lexicon(lang)
    found: list[Piece] = []
    at = 0
    for match in _pattern(lang).finditer(text):
        if match.start() < at:
            continue
        gap = _gap(text, at, match.start()) if found else "far"
        if match["word"] is None:
            found.append(_digits(match, text, words, gap))
        else:
            _add_words(found, match, words, gap)
        if found:
            at = found[-1].end
            if found[-1].gap != "far" and found[-1].word.ends_phrase:
                _join_phrase(found, text, words)
    return found


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    words = lexicon(lang)
    before = words.prefix + words.particles
    behind = [rf"[{before}]"] if before else []
    behind += [words.definite, rf"[{before}]{words.definite}"] if before and words.definite else []
    start = "|".join([r"(?<!\w)", *(rf"(?<=\b{letters}{line})" for letters in behind for line in ("", "ـ"))])
    sign = r"(?P<sign>(?<![\w)\].,;:/])[-−][ ]{0,2})?"
    return re.compile(rf"(?P<word>{_spelled(words)})|(?:{start}){sign}{pattern(lang)}")


def _spelled(words: Lexicon) -> str:
    """Any word, or where a language writes its number words one way only, those: most words are none of them, and most
    articles and the like stand before none."""
    if words.prefix or words.ordinal_endings or words.accents:
        return rf"(?:[^\W\d_{VULGAR}][\u0300-\u036f\u064b-\u065f\u0670]*)+"
    counting = [word for word, known in words.words.items() if known.counts]
    links = [word for word, known in words.words.items() if not known.counts]
    near = rf"(?=\W{{1,{_WIDEST}}}(?:\d|[{VULGAR}]|(?:{either(words.words)})(?![^\W\d_])))"
    return rf"(?<![^\W\d_])(?i:{either(counting)}|{either(links)}{near})(?![^\W\d_])"


def _add_words(found: list[Piece], match: re.Match[str], words: Lexicon, gap: Gap) -> None:
    spelled = match["word"]
    known = words.word(spelled)
    if words.prefix and spelled.startswith(words.prefix) and (known is None or spelled[1:2] in _HAMZAS):
        cut = match.start() + len(words.prefix)
        rest = words.word(spelled[len(words.prefix) :])
        if rest is not None:
            found.append(Piece(match.start(), cut, gap, words.words[plain(words.prefix)]))
            found.append(Piece(cut, match.end(), "none", rest))
            return
    if known is not None and known.two_of > 1 and known.scale and _one_of(match, words):
        known = replace(known, value=None, two_of=1, bare=True)
    if known is not None:
        own = known.scale is not None and bool(found) and _is_year(found[-1]) and plain(spelled) in words.bands
        found.append(Piece(match.start(), match.end(), "far" if own else gap, known))
    elif words.particles:
        _add_behind_particle(found, match, words)


def _one_of(match: re.Match[str], words: Lexicon) -> bool:
    """True for "ألفا وخمسمئة", 1,500: without its noun behind it the word is one thousand, and two only before a noun
    ("ألفا شخص")."""
    if _TANWEEN in match["word"]:
        return True
    noun = _NEXT_WORD.match(match.string, match.end())
    if noun is None:
        return True
    rest = words.word(noun[1].removeprefix(words.prefix)) if noun[1].startswith(words.prefix) else None
    return noun[1] == words.prefix or (rest is not None and rest.counts)


_TANWEEN = "\u064b"
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")


def _is_year(piece: Piece) -> bool:
    """ "In 2016 thousands fled", "22 July 2016 Dozens killed": a year multiplies no band of numbers."""
    return piece.end - piece.start == 4 and isinstance(piece.value, int) and 1900 <= piece.value <= 2100


def _add_behind_particle(found: list[Piece], match: re.Match[str], words: Lexicon) -> None:
    """Adds the number that a particle is written to ("بثلاثة", "وبثلاثة"). Short words and parts are often others then
    ("بثمن", at the price)."""
    spelled = match["word"]
    cut = 1 + spelled.startswith(words.prefix)
    rest = words.word(spelled[cut:]) if spelled[cut - 1] in words.particles and len(spelled) > cut + 2 else None
    if rest is not None and rest.counts and (rest.denominator is None or rest.denominator <= _COMMON_PART):
        found.append(Piece(match.start() + cut, match.end(), "far", rest))


_COMMON_PART = 4
"""Halves, thirds and quarters stand behind particles as often as whole numbers."""
_HAMZAS = frozenset("أإآ")
"""An alef that begins a word: "وأحد" is "and one", "واحد" is "one"."""


_LETTER_BEHIND = re.compile(r"[^\W\d_]+|_")
_SHORT = re.compile(r"[\s-]?([A-Za-z]{1,3})(?!\w)")


def _digits(match: re.Match[str], text: str, words: Lexicon, gap: Gap) -> Piece:
    value_kind = read(match, from_right=words.part_first)
    if value_kind is None:
        return Piece(match.start(), match.end(), gap, value=0, doubt="long")
    value, kind = value_kind
    start, end = match.start(), match.end()
    doubt: Doubt | None = None
    behind = _LETTER_BEHIND.match(text, end)
    short = _SHORT.match(text, end)
    parts = _parts(match, text)
    factor = words.short_scales.get(short[1].lower()) if short else None
    bold = words.bold_scales.get(short[1]) if short and text[end] != "-" else None
    if short and (factor or bold):
        if not factor:
            parts = (Numeral(start, end, value, kind),)
        value, end = whole(value * (factor or bold or 1)), short.end()
        doubt = "unit" if short[1] in words.metres else None
    elif behind and not _multiplies(words, behind[0]):
        doubt = "glued"
    negative = bool(match["sign"]) and (match["sign"].strip() == match["sign"] or _begins_line(text, start))
    if match["sign"] and not negative:
        start, gap = start + len(match["sign"]), "far"
    return Piece(start, end, gap, _NO_WORD, value, kind, negative, doubt, parts)


def _begins_line(text: str, at: int) -> bool:
    """ "- 5" is a negative number at most where nothing stands before it."""
    before = text[max(0, at - 8) : at].strip(" ")
    return not before or before.endswith("\n")


def _multiplies(words: Lexicon, letters: str) -> bool:
    known = words.word(letters)
    return known is not None and known.scale is not None


def _parts(match: re.Match[str], text: str) -> tuple[Numeral, ...]:
    """The numbers between plain spaces: whether they are groups of one is a guess."""
    if match["mark"] != " ":
        return ()
    found: list[Numeral] = []
    for part in re.compile(r"[^ ]+").finditer(text, match.start("number"), match.end("number")):
        value = whole(plain_value(part[0], None))
        found.append(Numeral(part.start(), part.end(), value, "integer" if part[0].isdecimal() else "decimal"))
    return tuple(found)


_WIDEST = 8
"""Characters of the widest gap inside a number."""
_GAPS: dict[str, Gap] = {"": "none", " ": "space", "-": "hyphen", "'": "none", "’": "none"}
_WIDE = re.compile(r"[^\S\n]*\n?[^\S\n]*\Z")
_HYPHEN = re.compile(r"\s?[-‐‑]\s?\Z")


def _gap(text: str, first: int, last: int) -> Gap:
    if last - first > _WIDEST:
        return "far"
    between = text[first:last]
    if between in _GAPS:
        return _GAPS[between]
    if _WIDE.match(between):
        return "space"
    return "hyphen" if _HYPHEN.match(between) else "far"


def _behind_number(before: Sequence[Piece], phrase: Sequence[Piece]) -> bool:
    return bool(before) and phrase[0].gap != "far" and (before[-1].value is not None or before[-1].word.counts)


def _join_phrase(found: list[Piece], text: str, words: Lexicon) -> None:
    """Makes one piece of the last two or three where together they are a phrase of the language ("quatre-vingt")."""
    for count in (3, 2):
        last = found[-count:]
        if len(last) < count or any(piece.gap == "far" for piece in last[1:]):
            continue
        known = words.phrases.get(tuple(plain(text[piece.start : piece.end]) for piece in last))
        if known is not None and (known.counts or known.uses or _behind_number(found[:-count], last)):
            found[-count:] = [Piece(last[0].start, last[-1].end, last[0].gap, known)]
            return
