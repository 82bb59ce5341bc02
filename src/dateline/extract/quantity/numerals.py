"""Every written number of a text, in English, French, Spanish or Arabic."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from dateline.extract.quantity.compounds import Part, Reader
from dateline.extract.quantity.lexicon import Lexicon, lexicon, plain
from dateline.extract.quantity.numeral import Doubt, Numeral, whole
from dateline.extract.quantity.pieces import Piece, pieces


def numerals(text: str, lang: str = "en") -> list[Numeral]:
    """The numbers of a text in reading order, without the doubtful (an article may be one: "un").

    Raises FileNotFoundError for a language without a grammar.
    """
    return [found for found in candidates(text, lang) if found.doubt in {None, "article"}]


def candidates(text: str, lang: str = "en") -> list[Numeral]:
    """All that may be a number, the doubtful with their doubt. Raises FileNotFoundError as `numerals` does."""
    words = lexicon(lang)
    reader = Reader(text, pieces(text, lang), words)
    found: list[Numeral] = []
    at = 0
    while at < len(reader.items):
        if not _begins(reader.items, at):
            at += 1
            continue
        numeral, end = _signed(reader, at)
        if numeral is None:
            at = max(end, at + 1)
            continue
        ratio, end = _ratio(reader, numeral, end)
        mixed, end = _mixed(reader, ratio or numeral, end)
        found.append(_doubted(mixed or ratio or numeral, text, words))
        at = end
    return found


def _begins(items: Sequence[Piece], at: int) -> bool:
    """False where no number surely begins with a piece: most articles stand before other things."""
    piece = items[at]
    if piece.has("articles") and (at + 1 == len(items) or items[at + 1].gap == "far"):
        return False
    return piece.value is not None or piece.word.begins


def _signed(reader: Reader, at: int) -> tuple[Numeral | None, int]:
    """The number that begins with a piece, its sign taken in, and the piece behind it."""
    piece = reader.items[at]
    if piece.has("one_over") and at + 1 < len(reader.items) and reader.items[at + 1].gap == "space":
        under, end = _under(reader, at + 1)
        if under is not None and under.doubt is None and under.value > 0:
            return replace(under, start=piece.start, value=1 / Fraction(under.value), kind="ratio", parts=(under,)), end
    following = reader.items[at + 1 : at + 2]
    if piece.has("minus") and following and following[0].gap == "space" and not _at_least(reader, piece):
        numeral, end = _plain(reader, at + 1)
        if numeral is not None and numeral.doubt is None:
            return _negative(numeral, piece.start), end
    numeral, end = _plain(reader, at)
    if numeral is not None and piece.negative:
        sign = reader.text[piece.start : piece.start + 4]
        unsigned = replace(numeral, start=piece.start + len(sign) - len(sign.lstrip("-− ")))
        return _negative(unsigned, piece.start), end
    return numeral, end


def _at_least(reader: Reader, minus: Piece) -> bool:
    before = _LAST_WORD.search(reader.text, max(0, minus.start - 8), minus.start)
    return before is not None and plain(before[1]) in reader.words.no_minus_behind


def _negative(numeral: Numeral, start: int) -> Numeral:
    return replace(numeral, start=start, value=-numeral.value, parts=numeral.parts or (numeral,))


def _plain(reader: Reader, at: int) -> tuple[Numeral | None, int]:
    part = reader.at(at)
    skipped = reader.ordinal(at)
    if skipped is not None and (part is None or part.end < skipped):
        return None, skipped
    if part is None:
        return None, at + 1
    return _numeral(reader, at, part), part.end


def _numeral(reader: Reader, at: int, part: Part) -> Numeral:
    inside = reader.items[at : part.end]
    doubts: list[Doubt] = [piece.doubt for piece in inside if piece.doubt]
    parts = inside[0].parts if len(inside) == 1 else _sides(reader, at, part)
    words = all(piece.value is None for piece in inside)
    start, end = inside[0].start, inside[-1].end
    return Numeral(start, end, part.value, part.kind, doubts[0] if doubts else None, parts, words)


def _sides(reader: Reader, at: int, part: Part) -> tuple[Numeral, ...]:
    """The numbers on both sides of a seam: in "4 thousand and 300" the 300 may be others."""
    if part.seam is None:
        return ()
    left = Reader(reader.text, reader.items[: part.seam], reader.words)
    right = Reader(reader.text, reader.items[: part.end], reader.words)
    return tuple(side for side in (_plain(left, at)[0], _plain(right, part.seam + 1)[0]) if side is not None)


def _ratio(reader: Reader, numeral: Numeral, end: int) -> tuple[Numeral | None, int]:
    """ "2000 over 3", "one in three"; nothing where the link is none or no number follows."""
    items = reader.items
    if end + 1 >= len(items) or numeral.doubt or items[end].gap != "space" or items[end + 1].gap != "space":
        return None, end
    over, out_of = items[end].has("over"), items[end].has("out_of")
    if not over and not out_of and not (items[end].has("one_in") and numeral.value == 1):
        return None, end
    under, behind = _under(reader, end + 1)
    if under is None or under.doubt or under.value <= 0 or not (over or under.value > abs(Fraction(numeral.value))):
        return None, end
    value = whole(Fraction(numeral.value) / Fraction(under.value))
    return Numeral(numeral.start, under.end, value, "ratio", None, (numeral, under)), behind


def _under(reader: Reader, at: int) -> tuple[Numeral | None, int]:
    """The number that another is set against; it may have the article ("جزء من المليون")."""
    piece = reader.items[at]
    if piece.word.whole:
        return Numeral(piece.start, piece.end, piece.word.whole, "integer", words=True), at + 1
    return _plain(reader, at)


def _mixed(reader: Reader, numeral: Numeral, end: int) -> tuple[Numeral | None, int]:
    """ "two and 54 over 100"; nothing where no ratio of two numbers below one follows."""
    items = reader.items
    if end + 1 >= len(items) or not items[end].has("mixes") or {items[end].gap, items[end + 1].gap} & {"far", "hyphen"}:
        return None, end
    if numeral.doubt or numeral.kind != "integer" or items[end + 1].has("minus") or items[end + 1].negative:
        return None, end
    over, behind = _plain(reader, end + 1)
    if over is None or behind >= len(items) or not (items[behind].has("over") or items[behind].has("out_of")):
        return None, end
    ratio, behind = _ratio(reader, over, behind)
    if ratio is None or not 0 < ratio.value < 1:
        return None, end
    value = whole(numeral.value + Fraction(ratio.value))
    return Numeral(numeral.start, ratio.end, value, "ratio", None, (numeral, ratio)), behind


_LAST_WORD = re.compile(r"([^\W\d_]+)['’\s]+$")
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")


def _doubted(numeral: Numeral, text: str, words: Lexicon) -> Numeral:
    """The numeral, doubted where it is a pronoun or may be an article."""
    spelled = plain(text[numeral.start : numeral.end])
    if spelled not in words.pronouns or numeral.doubt:
        return numeral
    behind = _LAST_WORD.search(text, max(0, numeral.start - 24), numeral.start)
    following = _NEXT_WORD.match(text, numeral.end)
    if (behind and plain(behind[1]) in words.behind) or (following and plain(following[1]) in words.before):
        return replace(numeral, doubt="pronoun")
    return replace(numeral, doubt="article") if spelled in words.articles_too else numeral
