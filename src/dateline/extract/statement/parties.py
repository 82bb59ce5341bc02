"""The words of a speaker told apart: the name, the office, the body spoken for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from dateline.extract.person.typed import is_place
from dateline.extract.person.words import office_words, words
from dateline.extract.sentence import Sentence
from dateline.extract.source.phrase import phrase_of
from dateline.extract.source.words import cues, offices
from dateline.extract.statement.draft import Stretch
from dateline.vocab.actors import known_actors
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_JOINED: Final = frozenset({"-", "al", "el", "bin", "ibn", "abu", "de", "da", "van", "von", "'", "’", "."})
_FOR: Final = word_set("wording_en", "statement_parties", "for")


@dataclass(frozen=True, slots=True)
class Parties:
    """`phrase` is the whole of the speaker without relative clauses; the others are parts of it, None: not told.

    `speaker` is the person's name where there is one, else the phrase; `named` says that it is a person's name.
    """

    phrase: Stretch
    speaker: Stretch
    role: Stretch | None = None
    organisation: Stretch | None = None
    named: bool = False


def parties_of(sentence: Sentence, head: Token, whole: Stretch) -> Parties:
    """The speaker whose head noun is given, within all the words that `whole` spans."""
    if head.pos_ == "PRON":
        return Parties(whole, whole)
    phrase = phrase_of(sentence, head)
    start, end = min(max(phrase.start, whole[0]), sentence.offset(head)), min(phrase.end, whole[1])
    tokens = sentence.tokens_in(start, max(end, sentence.span(head, head)[1]))
    segments = _segments(tokens)
    office = any(_is_office(t) for t in tokens)
    name = next((n for s in segments if (n := _name(s)) and (office or len(segments) == 1)), None)
    span = sentence.span(tokens[0], tokens[-1])
    if name is None:
        return Parties(span, span, *_office(sentence, tokens, named=False))
    rest = [t for t in tokens if t not in name and t.text != ","]
    role, body = _office(sentence, rest, named=True)
    return Parties(span, sentence.span(name[0], name[-1]), role, body, named=True)


def _segments(tokens: list[Token]) -> list[list[Token]]:
    """The words between commas and brackets."""
    found: list[list[Token]] = [[]]
    for token in tokens:
        if token.text in {",", "(", ")"}:
            found.append([])
        else:
            found[-1].append(token)
    return [segment for segment in found if segment]


def _name(segment: list[Token]) -> list[Token] | None:
    """The words of a person's name at the end of a segment: behind its office, or alone."""
    last_office = max((i for i, t in enumerate(segment) if _is_office(t)), default=-1)
    rest = segment[last_office + 1 :]
    while rest and rest[0].pos_ in {"DET", "PUNCT"}:
        rest = rest[1:]
    if not rest or any(t.lower_ in _FOR for t in rest) or not all(_in_name(t) for t in rest):
        return None
    text = rest[0].doc[rest[0].i : rest[-1].i + 1].text
    if any(found.start == 0 for found in known_actors().find(text)) or rest[-1].lower_ in cues().bodies_again:
        return None
    if rest[-1].lower_ in cues().body_words | offices().types.keys() | words().things:
        return None
    if len(segment) > 1 and is_place(text):
        return None
    return rest if len(rest) > 1 or last_office >= 0 or _single(rest[0]) else None


def _single(token: Token) -> bool:
    """One capitalised word that speaks: a last name, unless the word names a place or a body."""
    return token.pos_ == "PROPN" and len(token.text) > 1 and not token.text.isupper()


def _in_name(token: Token) -> bool:
    return token.text[:1].isupper() or token.lower_ in _JOINED


def _is_office(token: Token) -> bool:
    return token.lower_.rstrip(".") in _offices()


@cache
def _offices() -> frozenset[str]:
    known = office_words() | offices().carriers | words().roles | words().honorifics | cues().persons_again
    return known - cues().bodies_again


def _speaks_in_office(token: Token, tokens: list[Token]) -> bool:
    """Of words without a name only an office that the phrase hangs on is one: a "spokesman", no "official agency"."""
    inside = {t.i for t in tokens}
    return token.lower_ in office_words() and (token.head.i not in inside or token.head == token)


def _office(sentence: Sentence, tokens: list[Token], named: bool) -> tuple[Stretch | None, Stretch | None]:
    """The office among the words of a speaker, and the body that it serves."""
    at = next((i for i, t in enumerate(tokens) if _is_office(t) and (named or _speaks_in_office(t, tokens))), None)
    if at is None:
        return None, None
    first, last = at, at
    while first > 0 and tokens[first - 1].i == tokens[first].i - 1 and tokens[first - 1].pos_ not in {"DET", "PUNCT"}:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].i == tokens[last].i + 1:
        last += 1
    role = sentence.span(tokens[first], tokens[last])
    return role, _body(sentence, tokens[first : last + 1], at - first)


def _body(sentence: Sentence, tokens: list[Token], office: int) -> Stretch | None:
    behind = next((i for i in range(office + 1, len(tokens)) if tokens[i].lower_ in {"for", "of", "at", "from"}), None)
    if behind is not None and behind + 1 < len(tokens):
        first = behind + 1
        while first + 1 < len(tokens) and tokens[first].pos_ == "DET":
            first += 1
        return sentence.span(tokens[first], tokens[-1])
    before = [t for t in tokens[:office] if t.pos_ in {"PROPN", "NOUN"} and not _is_office(t)]
    if not before:
        return None
    span = sentence.span(before[0], before[-1])
    text = sentence.text[span[0] - sentence.start : span[1] - sentence.start]
    return span if known_actors().find(text) or len(before) > 1 or before[-1].pos_ == "NOUN" else None
