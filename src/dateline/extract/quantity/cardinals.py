"""Whole numbers in words, with digits among them: "nine hundred and twenty-one", "3 million", "واحد وستون".

Every prefix that is a number by itself is kept, because what follows may need only a part ("one hundred" of "one
hundred thirty fifths").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.extract.quantity.lexicon import Lexicon
from dateline.extract.quantity.numeral import Value, whole
from dateline.extract.quantity.pieces import Piece

_LARGEST = 10**36
"""Beyond that a row of number words is no number."""


@dataclass(frozen=True, slots=True)
class Prefix:
    """The pieces [at, end) are worth `value`. `room`: what is added must be less; `scale` is the last word's factor of
    a thousand or more, or a dozen, else 1; `depth` counts the sums that it is made of."""

    end: int
    value: Value
    room: int
    scale: int
    depth: int
    seam: int | None = None
    """Where digits were added ("3 hundred and 21"), which may as well be a number of their own."""


@dataclass(slots=True)
class _Sum:
    """What was read so far: parts that no later word can change but by multiplying, each with its room."""

    words: Lexicon
    values: list[Value] = field(default_factory=list)
    rooms: list[int] = field(default_factory=list)
    scale: int = 1
    by_digits: bool = False
    """The last part is digits with a scale: "4.6 million" goes on only with an "and"."""

    def take(self, piece: Piece, *, joined: bool) -> bool:
        """Takes in one more piece; False (and nothing changed) where it does not fit."""
        word = piece.word
        if word.scale and not joined and self._multiply(word.scale):
            return True
        if piece.has("teens") and not joined and self._last_is_unit():
            self.values[-1] += 10
            return True
        if word.value is not None:
            return self._add(word.value, word.room, joined=joined, scale=word.two_of)
        if word.scale and word.bare:
            return self._add(word.scale, word.scale, joined=joined, scale=word.scale)
        return False

    def take_digits(self, value: Value, *, joined: bool) -> bool:
        """Takes in digits: they begin a number, or follow a scale ("3 hundred and 21", "4 thousand and 3 hundred")."""
        if self.values and not (joined and isinstance(value, int) and self.rooms[-1] >= 100):
            return False
        self.by_digits = self._add(value, 1, joined=joined)
        return self.by_digits

    def _add(self, value: Value, room: int, *, joined: bool, scale: int = 1) -> bool:
        fits = not self.values or (0 < value < self.rooms[-1] and self.values[-1] != 0)
        if fits and (joined or not self.values or not (self.words.joins_always or self.by_digits)):
            self.values.append(value)
            self.rooms.append(room)
        elif joined and self._unit_before(value):
            self.values[-1] += value
            self.rooms[-1] = 1
        else:
            return False
        self.scale = _counting(scale)
        self.by_digits = False
        return True

    def _unit_before(self, tens: Value) -> bool:
        """Units stand before tens ("واحد وستون"), and both fit into what stands before them."""
        fits = len(self.rooms) < 2 or tens < self.rooms[-2]
        return self.words.units_first and self._last_is_unit() and 20 <= tens <= 90 and fits

    def _last_is_unit(self) -> bool:
        return bool(self.values) and 1 <= self.values[-1] <= 9

    def _multiply(self, scale: int) -> bool:
        kept = len(self.values)
        while kept and (self.values[kept - 1] < min(scale, 100) if scale <= 100 else self.values[kept - 1] < scale):
            kept -= 1
        if kept == len(self.values) == 1 and self.rooms[0] == 1:
            kept = 0  # digits before a smaller scale: "322 hundred"
        if kept == len(self.values) and scale % 10:
            kept = 0  # "two hundred dozen": what is sold by the dozen is counted in hundreds
        factor = sum(self.values[kept:])
        value = whole(factor * scale)
        if kept and scale % 10 and value >= self.rooms[kept - 1]:
            kept, value = 0, whole(sum(self.values) * scale)
        if not factor or value >= _LARGEST or (kept and value >= self.rooms[kept - 1]):
            return False
        self.values[kept:], self.rooms[kept:] = [value], [scale if scale % 10 == 0 else 1]
        self.scale = _counting(scale)
        self.by_digits = self.by_digits and scale >= 1000
        return True


def _counting(scale: int) -> int:
    """The scale where a fraction behind it is one of it ("two million and a half", "two dozen and a half"), else 1."""
    return scale if scale >= 1000 or scale % 10 else 1


def prefixes(items: Sequence[Piece], at: int, words: Lexicon) -> list[Prefix]:
    """The numbers that begin with piece `at`, the shortest first."""
    total = _Sum(words)
    found: list[Prefix] = []
    end, seam = at, None
    if items[at].value is None and not items[at].word.begins:
        return found
    if _scale_of_scale(items, at):
        total.values, total.rooms = [1], [1]
    if items[at].has("articles"):
        if not _scales(items, at + 1):
            return found
        total.values, total.rooms = [1], [1]
        end = at + 1
    while end < len(items):
        joined = end > at and items[end].has("joins") and items[end].gap != "far" and end + 1 < len(items)
        piece = items[end + joined]
        if end > at and piece.gap == "far":
            break
        if not _takes(total, piece, joined=joined, scaled=_scales(items, end + joined + 1)):
            break
        if piece.value is not None and end > at:
            seam = end
        end += 1 + joined
        found.append(Prefix(end, sum(total.values), total.rooms[-1], total.scale, len(total.values), seam))
        if piece.doubt is not None:
            break
    return _unbroken(found, items, end)


def _takes(total: _Sum, piece: Piece, *, joined: bool, scaled: bool) -> bool:
    """Adds a piece to the sum where it fits; a sign or a doubt only begins a number. `scaled`: a scale follows."""
    if total.values and (piece.doubt is not None or piece.negative):
        return False
    if piece.value is None:
        return total.take(piece, joined=joined)
    joined = joined or scaled
    return not (total.values and piece.gap == "hyphen") and total.take_digits(piece.value, joined=joined)


def _scale_of_scale(items: Sequence[Piece], at: int) -> bool:
    """ "hundred thousand": one is meant."""
    word = items[at].word
    return bool(
        word.scale and not word.bare and _scales(items, at + 1) and (items[at + 1].word.scale or 0) > word.scale
    )


def _scales(items: Sequence[Piece], at: int) -> bool:
    return at < len(items) and items[at].word.scale is not None and items[at].gap in {"space", "hyphen"}


def _unbroken(found: list[Prefix], items: Sequence[Piece], end: int) -> list[Prefix]:
    """Without the prefixes whose last part belongs to a scale that did not fit ("one thousand and | two thousand")."""
    scale = items[end].word.scale if end < len(items) and items[end].gap != "far" else None
    if not found or not scale or items[end].word.bare:
        return found
    last = found[-1]
    shorter = [prefix for prefix in found if prefix.depth < last.depth]
    return shorter if shorter and last.room < scale else found
