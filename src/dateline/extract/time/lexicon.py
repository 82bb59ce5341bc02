"""Which classes a piece of text belongs to, and what it is worth in each: words from data, numbers by their shape."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from dateline.extract.time.expr import Point
from dateline.extract.time.grammar import Codes, Item
from dateline.extract.time.numeric import read_numeric, shows_month_first
from dateline.extract.time.tokens import Piece, folded

Values = dict[str, Any]
OTHER: Values = {"OTHER": None, "WORD": None}
_SHAPES = ("PARA", "CLOCK", "GROUPED", "AMPM", "COMMA", "DASH", "SLASH", "DOT", "OPEN", "CLOSE", "APOS", "SIGN",
           "DECADE", "NUMDATE", "DM", "MORE", "LESS")  # fmt: skip
"""What a piece may be that is neither word nor number."""
_LONGEST = 9
"""Digits of the longest number looked at."""
_REMEMBERED = 50_000
_YEARS = range(1000, 3000)
_CENTURIES = {"18", "19", "20"}
"""How a date of eight figures begins."""
_YEAR_MONTH = re.compile(
    r"(?P<year>(?:19|20)\d\d)\.(?P<month>0?[1-9]|1[0-2])|(?P<m>0?[1-9]|1[0-2])\.(?P<y>(?:19|20)\d\d)"
)
_PADDED = re.compile(r"0\d/\d\d|\d\d/0\d")
_DIGITS = re.compile(r"\d+")
_GLUED = re.compile(r"(\d{1,2})((?:19|20)\d\d)$")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language.

    `careful` are words that are a time only with a capital ("may", "march"); `weak` words are a time only in company;
    `clitics` are words that are written together with the next; `contractions` stand for two words ("du": "de le"), the
    second of which has no place of its own in the text; `fold`: accents and vowel signs make no difference, but in
    the `distinct` words. `seen` remembers what words are.
    """

    words: Mapping[str, Values]
    careful: frozenset[str]
    weak: frozenset[str]
    clitics: tuple[str, ...] = ()
    distinct: frozenset[str] = frozenset()
    contractions: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    fold: bool = False
    seen: dict[str, tuple[Values, str, bool]] = field(default_factory=dict)

    def items(self, pieces: Iterable[Piece], text: str, codes: Codes, month_first: bool | None = None) -> list[Item]:
        """The pieces with all their classes."""
        pieces = list(pieces)
        us = month_first
        if us is None:
            us = shows_month_first(piece.text for piece in pieces if piece.shape == "DMY")
        items: list[Item] = []
        for piece in pieces:
            if piece.shape == "WORD" and (known := self.seen.get(piece.text)):
                items.append(Item(piece.start, piece.end, *known))
                continue
            if _silent(piece, items):
                continue
            for part in self._parts(piece):
                values = self._values(part, text, us)
                known = values, codes.of_values(values), part.text in self.weak or "YEAR" in values
                items.append(Item(part.start, part.end, *known))
                if part is piece and piece.shape == "WORD" and piece.text not in self.careful:
                    self.remember(piece.text, known)
        return items

    def remember(self, word: str, known: tuple[Values, str, bool]) -> None:
        """Keeps what a word is, where that depends on nothing around it."""
        if len(self.seen) < _REMEMBERED:
            self.seen[word] = known

    def _parts(self, piece: Piece) -> list[Piece]:
        """The piece as the lexicon writes it, taken apart where words are written together ("بالأسبوع")."""
        if piece.shape != "WORD" or not self.fold or piece.text in self.distinct:
            return [piece]
        word, start, parts = folded(piece.text), piece.start, []
        if piece.text in self.contractions:
            one, two = self.contractions[word]
            return [Piece(start, piece.end, "WORD", one), Piece(piece.end, piece.end, "WORD", two)]
        while word not in self.words:
            clitic = next((c for c in self.clitics if word.startswith(c) and len(word) > len(c) + 1), None)
            if clitic is None:
                break
            cut = start + _reach(piece.text[start - piece.start :], len(clitic))
            parts.append(Piece(start, cut, "WORD", clitic))
            word, start = word[len(clitic) :], cut
        if parts and word not in self.words:
            return [Piece(piece.start, piece.end, "WORD", folded(piece.text))]
        if not parts and word == piece.text:
            return [piece]
        return [*parts, Piece(start, piece.end, "WORD", word)]

    def _values(self, piece: Piece, text: str, us: bool) -> Values:
        shape, word = piece.shape, piece.text
        if shape == "WORD":
            values = self.words.get(word, OTHER)
            return _without_month(values) if word in self.careful and text[piece.start].islower() else values
        if shape == "INT":
            counts = len(word) <= _LONGEST and not (piece.start and text[piece.start - 1] in _MONEY)
            return number_values(int(word), word) if counts else {"SIGN": None}
        if shape in {"YMD", "DMY", "DM"}:
            point = read_numeric(word, shape, us)
            if point is None:
                return {"SIGN": None}
            if shape == "DM":
                return {"DM": point, "DMFULL": point} if _PADDED.fullmatch(word) else {"DM": point}
            return {"NUMDATE": point}
        if shape == "DECIMAL":
            if found := _YEAR_MONTH.fullmatch(word):
                year, month = found["year"] or found["y"], found["month"] or found["m"]
                return {"DECIMAL": None, "YMDOT": Point(year=int(year), month=int(month))}
            point = read_numeric(word, "DM", us) if len(word) <= 5 else None
            return {"DECIMAL": None} if point is None else {"DECIMAL": None, "DMDOT": point}
        if shape == "NTH":
            values = ordinal_values(int(_DIGITS.match(word)[0]))  # type: ignore[index]
            return {**values, "NTHFIG": values["NTHDAY"]} if "NTHDAY" in values else values
        if shape == "DECADE":
            return {"DECADE" if _TELLING_DECADE.match(word) else "SHORTDECADE": _decade(word)}
        return {shape: word}


_TELLING_DECADE = re.compile(r"['’]|\d{4}")
"""A decade that is one by itself; "90s" may be an age ("a man in his 90s") unless it says "the 90s"."""


_MONEY = frozenset("$€£¥₹")
"""Behind one of these stands a sum, no day: "sold for $12 December 27"."""


def _reach(word: str, letters: int) -> int:
    """How far the first letters of a word reach, with the vowel signs on them."""
    end = 0
    while end < len(word) and (letters > 0 or not folded(word[end])):
        letters -= len(folded(word[end]))
        end += 1
    return end


def _silent(piece: Piece, items: list[Item]) -> bool:
    """The dot of an abbreviation, the apostrophe of an elision: part of the word before."""
    if not items or items[-1].end != piece.start:
        return False
    before = items[-1].values
    return (piece.shape == "DOT" and "ABBREVIATED" in before) or (piece.shape == "APOS" and "ELIDED" in before)


def lexicon(data: Mapping[str, Any], literals: Iterable[str]) -> Lexicon:
    """The lexicon of a language's data, with the words that its rules name themselves."""
    words: dict[str, Values] = {}
    fold, distinct = bool(data.get("fold")), frozenset(data.get("distinct") or ())

    def key(word: object) -> str:
        return folded(str(word)) if fold and word not in distinct else str(word)

    for name, entries in data["classes"].items():
        for word, value in entries.items() if isinstance(entries, dict) else dict.fromkeys(entries).items():
            words.setdefault(key(word), {})[name] = value
    for word, value in data["numbers"].items():
        words.setdefault(key(word), {}).update({"NUMBER": value, **number_values(value)})
    for word, value in data["ordinals"].items():
        words.setdefault(key(word), {}).update(ordinal_values(value))
    for word in literals:
        words.setdefault(key(word), {})[f"={word}"] = word
    for values in words.values():
        values["WORD"] = None
    careful, weak = (frozenset(key(word) for word in data[name]) for name in ("careful", "weak"))
    contractions = {word: (one, two) for word, (one, two) in (data.get("contractions") or {}).items()}
    return Lexicon(words, careful, weak, tuple(data.get("clitics") or ()), distinct, contractions, fold)


def all_classes(lexicon: Lexicon) -> set[frozenset[str]]:
    """Every set of classes that a piece of text can have."""
    digits = (str(n).zfill(width) for n in (*range(100), *_YEARS) for width in (1, 2))
    numbers = [number_values(int(n), n) for n in (*digits, "100", "20160101", "202015", "82015", "99999")]
    numbers += [{**number_values(n), "NUMBER": n} for n in (*range(100), 100, 2000)]
    numbers += [number_values(n) for n in (*range(100), 1999)]
    numbers += [ordinal_values(n) for n in range(1, 100)]
    numbers += [{**ordinal_values(n), "NTHFIG": n} for n in range(1, 32)]
    found = {frozenset(values) for values in (*lexicon.words.values(), *numbers, OTHER)}
    found |= {frozenset(_without_month(lexicon.words[word])) for word in lexicon.careful}
    padded = {frozenset(["DM", "DMFULL"])}
    decimals = {frozenset(["DECIMAL", *more]) for more in ([], ["DMDOT"], ["YMDOT"])}
    shapes = {frozenset([shape]) for shape in (*_SHAPES, "SHORTDECADE")}
    return found | shapes | decimals | padded


def number_values(n: int, digits: str = "") -> Values:
    """The classes of a number: a day, a month, a short or full year, or just a number.

    `digits` is the number as written, "" where it is written in words.
    """
    values: Values = {"INT": n}
    if 1 <= n <= 31 and len(digits) <= 2:
        values["DAY"] = n
    if 1 <= n <= 12 and len(digits) in {1, 2}:
        values["MN"] = n
    if len(digits) == 2:
        values["YY"] = n
    if n in _YEARS and len(digits) in {0, 4}:
        values["YEAR"] = n
    if digits:
        values["DIGITS"] = n
        glued = _GLUED.match(digits)
        dated = f"{digits[:4]}-{digits[4:6]}-{digits[6:]}" if len(digits) == 8 and digits[:2] in _CENTURIES else ""
        if dated and (point := read_numeric(dated, "YMD", False)):
            values = {"NUMDATE": point}
        elif glued and len(digits) in {5, 6} and 1 <= int(glued[1]) <= 31:
            values["DAYYEAR"] = Point(day=int(glued[1]), year=int(glued[2]))
    return values


def ordinal_values(n: int) -> Values:
    """The classes of an ordinal: also a day of the month up to 31."""
    return {"ORD": n, "NTHDAY": n} if 1 <= n <= 31 else {"ORD": n}


def _without_month(values: Values) -> Values:
    kept = {name: value for name, value in values.items() if name not in {"MONTH", "WEEKDAY", "ABBREVIATED"}}
    if "MONTH" in values:
        kept["SMALLMONTH"] = values["MONTH"]
    if "WEEKDAY" in values:
        kept["SMALLDAY"] = values["WEEKDAY"]
    return kept


def _decade(word: str) -> int:
    """1970 for "1970s" and "'70s"; two figures mean the last century from the 30s on."""
    digits = int(re.sub(r"\D", "", word))
    return digits if digits >= 100 else (1900 if digits >= 30 else 2000) + digits
