"""Numbers made of whole ones: decimals in words, fractions, sums with a fraction, ratios."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from dateline.extract.quantity.cardinals import Prefix, prefixes
from dateline.extract.quantity.lexicon import Lexicon, Word, fraction_of, plain
from dateline.extract.quantity.numeral import Kind, Value, whole
from dateline.extract.quantity.pieces import Piece

_ENDS = re.compile(r"\s*(?:[.!?؟]|\Z)")
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class Part:
    """The pieces up to `end` are worth `value`. `scaled`: a word like "million" stands behind; `seam` as in Prefix."""

    end: int
    value: Value
    kind: Kind
    scaled: bool = False
    seam: int | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the pieces of one text in one language."""

    text: str
    items: Sequence[Piece]
    words: Lexicon

    def at(self, at: int) -> Part | None:
        """The longest number that begins with a piece, None where none begins. Ratios are put together elsewhere."""
        simple = self._simple(at)
        if simple is not None:
            return simple
        whole_ones = self._prefixes(at)
        fraction = self._fraction(at, whole_ones)
        plain = [Part(prefix.end, prefix.value, self._kind(at, prefix), seam=prefix.seam) for prefix in whole_ones[-1:]]
        decimals = [self._decimal(prefix) for prefix in whole_ones[-1:]]
        first = [fraction] if self._is_a_part(self.items[at]) else plain
        candidates = [self._pair(at), *first, *self._mixed(whole_ones), fraction, *decimals, *plain]
        parts = [part for part in candidates if part is not None]
        return max(parts, key=lambda part: part.end, default=None)

    def _simple(self, at: int) -> Part | None:
        """A number of one piece with nothing near it, as most are."""
        piece = self.items[at]
        if self._next(at + 1) is not None or piece.word.alone:
            return None
        value = piece.word.value if piece.value is None else piece.value
        return None if value is None else Part(at + 1, value, piece.kind)

    def ordinal(self, at: int) -> int | None:
        """Where an ordinal of several words ends ("twenty-fifth"), None where none begins."""
        if self._next(at + 1) is None:
            return None
        for prefix in reversed(self._prefixes(at)):
            end = prefix.end
            piece = self._next(end)
            if piece is not None and piece.has("joins"):
                end += 1
                piece = self._next(end)
            if piece is not None and piece.word.ordinal and piece.word.denominator and not piece.word.plural:
                return end + 1 if piece.word.denominator < prefix.room else None
        return None

    def _pair(self, at: int) -> Part | None:
        """ "a couple of"."""
        pair = self._next(at + 1) if self.items[at].has("articles") else None
        if pair is None or not pair.has("pairs"):
            return None
        scaled = self._scaled(Part(at + 2, 2, "integer"))
        if scaled is not None:
            return Part(scaled.end, scaled.value, "integer")
        behind = _NEXT_WORD.match(self.text, pair.end)
        known = self.words.word(behind[1]) if behind else None
        return Part(at + 2, 2, "integer") if known and "of" in known.uses else None

    def _is_a_part(self, piece: Piece) -> bool:
        """A word for both is a fraction where its whole, with an article, or nothing follows ("خمس الساعة")."""
        if not piece.word.alone or piece.word.value is None:
            return False
        return _ENDS.match(self.text, piece.end) is not None or self._of_definite(piece)

    def _prefixes(self, at: int) -> list[Prefix]:
        return prefixes(self.items, at, self.words)

    def _next(self, at: int) -> Piece | None:
        """The piece that follows directly."""
        return self.items[at] if at < len(self.items) and self.items[at].gap != "far" else None

    def _kind(self, at: int, prefix: Prefix) -> Kind:
        if prefix.end == at + 1 and self.items[at].value is not None:
            return self.items[at].kind
        return "integer" if isinstance(prefix.value, int) else "decimal"

    def _mixed(self, whole_ones: Sequence[Prefix]) -> list[Part | None]:
        """ "one and a half", "five and a quarter million", "one million and a half" (a half million)."""
        found: list[Part | None] = []
        going_on = whole_ones[-1].end if whole_ones else 0
        for prefix in reversed(whole_ones):
            link, behind = self._next(prefix.end), self._next(prefix.end + 1)
            if link is None or not link.has("mixes") or behind is None:
                continue
            if link.has("joins") and prefix.end < going_on and not self._mixes_first(prefix):
                continue
            part = self._fraction(prefix.end + 1, self._prefixes(prefix.end + 1)) or self._short_fraction(
                prefix.end + 1
            )
            if part is not None and part.end == prefix.end + 2 and not self._part_behind(prefix, behind, going_on):
                continue
            if part is None or (part.value >= 1 and not part.scaled):
                continue
            if part.scaled and prefix.scale == 1:
                scale = part.value / self._unscaled(prefix.end + 1)
                found.append(Part(part.end, whole(prefix.value * scale + part.value), "fraction", True))
            elif part.scaled or prefix.scale == 1:
                found.append(Part(part.end, whole(prefix.value + part.value), "fraction"))
            else:
                found.append(Part(part.end, whole(prefix.value + part.value * prefix.scale), "fraction", True))
        return found

    def _mixes_first(self, prefix: Prefix) -> bool:
        """True where a join that could go on with the sum rather begins a fraction: "cien y tres cuartos", 100.75, but
        "treinta y tres cuartos", 8.25."""
        last = self.items[prefix.end - 1].word.value or 0
        return self.words.mixes_first or (self.words.joins_tens and not 10 <= last < 100)

    def _part_behind(self, prefix: Prefix, piece: Piece, going_on: int) -> bool:
        """False where a word for both is a number behind another: what may be added is ("مئة وخمس", 105), and of two
        that count the same noun both have the ending or neither ("أربع وخمس قرى"). Units stand before tens, so that
        what follows tens is a part ("عشرون وخمس", 20.2)."""
        if piece.word.value is None:
            return True
        last = self.items[prefix.end - 1]
        if self.words.units_first and 20 <= (last.word.value or 0) <= 90:
            return True
        if prefix.end < going_on:
            return self._of_definite(piece)
        opposed = self.words.polar and plain(self.text[last.start : last.end]).endswith(self.words.polar)
        return bool(opposed) or self._is_a_part(piece)

    def _of_definite(self, piece: Piece) -> bool:
        return self.text[piece.end : piece.end + 8].lstrip().startswith(self.words.definite or "\0")

    def _unscaled(self, at: int) -> Fraction:
        part = self._bare_fraction(at, self._prefixes(at)) or self._short_fraction(at)
        assert part is not None, "a fraction was read here"
        return Fraction(part.value)

    def _fraction(self, at: int, whole_ones: Sequence[Prefix]) -> Part | None:
        """A fraction with the scale behind it: "three fifths", "half a million", "two thirds of a million"."""
        part = self._bare_fraction(at, whole_ones)
        scaled = self._scaled(part if part is not None else self._short_fraction(at))
        if scaled is not None:
            return scaled
        return part

    def _scaled(self, part: Part | None) -> Part | None:
        if part is None:
            return None
        end = part.end
        of = self._next(end)
        if of is not None and of.has("of") and not self._is_count(self.items[end - 1]):
            end += 1
        one = self._next(end)
        if one is not None and (one.has("articles") or (end > part.end and one.word.value == 1)):
            end += 1
        scale = 1
        if one is not None and one.word.whole:
            return Part(end + 1, whole(part.value * one.word.whole), "fraction", True)
        while (piece := self._next(end)) is not None and piece.word.scale:
            scale *= piece.word.scale
            end += 1
        return Part(end, whole(part.value * scale), "fraction", True) if scale > 1 else None

    def _is_count(self, piece: Piece) -> bool:
        """True where a word for both is rather the number: of "خمس من مئة", five out of a hundred."""
        return piece.word.value is not None and not self._is_a_part(piece)

    def _bare_fraction(self, at: int, whole_ones: Sequence[Prefix]) -> Part | None:
        for prefix in whole_ones:
            found = self._denominator(prefix, longest=prefix is whole_ones[-1])
            if found is not None:
                return Part(found[0], whole(Fraction(prefix.value) / found[1]), "fraction")
        piece = self.items[at]
        if piece.has("articles"):
            return self._of_one(at + 1)
        if piece.kind in {"ratio", "fraction"} and piece.value is not None and not (piece.doubt or piece.negative):
            return Part(at + 1, piece.value, piece.kind)
        value = fraction_of(piece.word)
        if value is not None and piece.word.alone and not self._is_count(piece):
            return Part(at + 1, value, "fraction")
        return None

    def _of_one(self, at: int) -> Part | None:
        """ "a fifth", "a half", "a hundred thousandth"."""
        piece = self._next(at)
        for first in self._factors(at) if piece is not None else ():
            last = self._next(first.end)
            denominator = last.word.denominator if last is not None and not last.word.plural else None
            if denominator and denominator >= 1000:
                return Part(first.end + 1, Fraction(1) / (Fraction(first.value) * denominator), "fraction")
        if piece is None or piece.gap == "none" or not piece.word.denominator:
            return None
        if piece.word.numerator is None and piece.word.denominator < 3:
            return None
        if piece.word.plural and piece.word.numerator is None:
            return None
        return Part(at + 1, fraction_of(piece.word) or Fraction(1, piece.word.denominator), "fraction")

    def _short_fraction(self, at: int) -> Part | None:
        """A fraction word that needs a scale behind it ("quart de million", "media docena")."""
        value = fraction_of(self.items[at].word)
        return Part(at + 1, value, "fraction") if value is not None else None

    def _denominator(self, prefix: Prefix, *, longest: bool) -> tuple[int, Fraction] | None:
        """Where the denominator behind a whole number ends, and its value. Only behind the longest number of all is
        "ten thousandths" one ("three ten thousandths", but "twenty two thousandths")."""
        piece = self._next(prefix.end)
        if piece is None or piece.gap == "none":
            return None
        single = piece.word.denominator
        if single and self._agrees(prefix, piece.word):
            return prefix.end + 1, Fraction(single, piece.word.numerator or 1)
        if piece.has("articles") or piece.gap == "hyphen":
            return None
        for first in self._factors(prefix.end):
            end = first.end
            last = self._next(end)
            if last is not None and last.has("joins"):
                end += 1
                last = self._next(end)
            if last is None or not last.word.ordinal or not last.word.denominator:
                continue
            many = last.word.plural or (self.words.singular_after_many and last.gap != "space")
            if not (many or prefix.value == 1 or (self.words.singular_after_many and end == first.end)):
                continue
            if last.word.denominator < first.room and not self.words.single_denominators:
                return end + 1, Fraction(first.value + last.word.denominator)
            if end == first.end and self._multiplied(prefix, first, last, longest=longest):
                return end + 1, Fraction(first.value * last.word.denominator)
        return None

    def _factors(self, at: int) -> list[Prefix]:
        """The whole numbers that a denominator may begin with, the longest first; "hundred" is one here."""
        piece = self.items[at]
        if piece.word.scale and not piece.word.bare:
            return [Prefix(at + 1, piece.word.scale, 1, 1, 1)]
        return self._prefixes(at)[::-1]

    def _multiplied(self, prefix: Prefix, first: Prefix, last: Piece, *, longest: bool) -> bool:
        """True for "three ten thousandths", "seven one-hundredths", "one hundred thousandth". A hyphen ties ("trois
        deux-centièmes", 3/200)."""
        denominator = last.word.denominator or 0
        if last.gap == "hyphen" and self.items[prefix.end].gap == "space":
            return denominator % 10 == 0 or first.value == 1
        if self.items[prefix.end].word.scale and not self.items[prefix.end].word.bare:
            return denominator >= 1000 and prefix.value == 1 and not last.word.plural
        return longest and (denominator >= 1000 or first.value == 1)

    def _agrees(self, prefix: Prefix, word: Word) -> bool:
        """ "three fifths", "one fifth", but "twenty fifth" is an ordinal, and "100 millionths" is none in words."""
        denominator = word.denominator or 0
        if denominator < 2 or (denominator == 2 and (word.ordinal or not word.plural)):
            return False
        in_words = not any(piece.value is not None for piece in self.items[max(0, prefix.end - 1) : prefix.end])
        single = prefix.value == 1 or (self.words.singular_after_many and denominator >= prefix.room)
        return in_words and (word.plural or single)

    def _decimal(self, prefix: Prefix) -> Part | None:
        """ "nought point nought three", "deux cent virgule trois"."""
        point = self._next(prefix.end)
        if point is None or not point.has("points") or not isinstance(prefix.value, int):
            return None
        places, at = "", prefix.end + 1
        while (piece := self._next(at)) is not None and piece.word.value is not None:
            following = [prefix for prefix in self._prefixes(at) if prefix.scale == 1]
            if piece.word.value and not places.strip("0") and following:
                places += str(following[-1].value)
                at = following[-1].end
            elif piece.word.value < 10:
                places += str(piece.word.value)
                at += 1
            else:
                break
        if not places:
            return None
        part = Part(at, whole(prefix.value + Fraction(int(places), 10 ** len(places))), "decimal")
        return self._out_of(prefix, part, int(places)) or self._scaled_directly(part) or part

    def _out_of(self, prefix: Prefix, part: Part, over: int) -> Part | None:
        """ "فاصلة ثلاثة من مائة": the decimals are told as a part of ten, a hundred or a thousand."""
        link = self._next(part.end)
        if link is None or not (link.has("over") or link.has("out_of")) or self._next(part.end + 1) is None:
            return None
        under = self._prefixes(part.end + 1)
        if not under or under[-1].value not in {10, 100, 1000} or over >= under[-1].value:
            return None
        return Part(under[-1].end, whole(prefix.value + Fraction(over) / Fraction(under[-1].value)), "decimal")

    def _scaled_directly(self, part: Part) -> Part | None:
        """ "one point two million"."""
        piece = self._next(part.end)
        if piece is None or not piece.word.scale or piece.word.scale < 1000:
            return None
        return Part(part.end + 1, whole(part.value * piece.word.scale), "decimal", True)
