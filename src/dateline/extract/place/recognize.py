"""Which words are toponyms. A name counts when the gazetteer or the words around it say that it is a place.

No entity labels are asked: the small model's are not to be trusted (a quarter comes back as a person).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from dateline.extract.place.words import modifier_before, words
from dateline.extract.sentence import Sentence
from dateline.model.words import ModifierKind
from dateline.vocab import countries

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.gazetteer import Entry

_LONGEST = 5
_INNER = frozenset({"of", "de", "del", "la", "le", "el", "al", "du", "da", "do", "dos", "das", "and", "-", "the", "'", "'s", "es", "as", "ash", "ar", "ad", "an", "az", "ez", "et", "y", "sur"})
_ARTICLE = ("al-", "el-", "as-", "ash-", "ad-", "ar-", "an-", "az-", "at-", "ez-")


@dataclass(frozen=True, slots=True)
class Name:
    """A place name at working offsets, not yet resolved. `kind` is the kind word's class ("adm1", "place" …), or None."""

    sentence: int
    start: int
    end: int
    text: str
    first: Token
    last: Token
    kind: str | None
    modifier: str | None
    modifier_kind: ModifierKind | None


def recognize(sentences: Sequence[Sentence], taken: Sequence[tuple[int, int]] = ()) -> list[Name]:
    """The place names of a page in reading order. `taken` are spans that name bodies or persons."""
    found: list[Name] = []
    for sentence in sentences:
        inside = [(a, b) for a, b in taken if a < sentence.end and b > sentence.start]
        found += _in_sentence(sentence, inside)
    return found


def _in_sentence(sentence: Sentence, taken: Sequence[tuple[int, int]]) -> list[Name]:
    tokens = list(sentence.tokens)
    shouting = _shouting(tokens)
    found: list[Name] = []
    at = 0
    while at < len(tokens):
        length = _match(tokens, at, shouting)
        if not length:
            at += 1
            continue
        first, last = tokens[at], tokens[at + length - 1]
        name = _name(sentence, first, last)
        if not any(a < name.end and b > name.start for a, b in taken) and not _body(name):
            found.append(name)
        at += max(length, 1)
        while at < len(tokens) and tokens[at].i <= name.last.i:
            at += 1
    return found


def _shouting(tokens: list[Token]) -> bool:
    """A headline in Capitals Throughout or CAPITALS: the case says nothing."""
    words_ = [t for t in tokens if t.is_alpha and len(t) > 3]
    return len(words_) >= 5 and sum(t.text[0].isupper() for t in words_) > 0.8 * len(words_)


def _match(tokens: list[Token], at: int, shouting: bool) -> int:
    """How many tokens from `at` make a place name; 0 where none begins."""
    token = tokens[at]
    if not _capital(token) or token.text.lower() in words().never and not _article(token):
        return 0
    listed = _listed(tokens, at)
    run = _run(tokens, at)
    if listed and listed >= run:
        return listed if _place_like(tokens, at, listed, shouting) else 0
    if listed and run > listed and not _kind_at(tokens, at + listed):
        # "Kent Brockman": a listed name inside a longer capitalised run is a place only beside a kind word or comma
        return run if _framed(tokens, at, run) else (listed if _rest_is_kind(tokens, at + listed, at + run) else 0)
    if listed:
        return listed if _place_like(tokens, at, listed, shouting) else 0
    return run if run and _framed(tokens, at, run) else 0


def _capital(token: Token) -> bool:
    return (token.text[:1].isupper() and any(c.isalpha() for c in token.text)) or _article(token)


def _article(token: Token) -> bool:
    return token.text.lower().startswith(_ARTICLE) and len(token.text) > 4


def _listed(tokens: list[Token], at: int) -> int:
    """The longest stretch from `at` that a gazetteer or the list of countries knows."""
    for length in range(min(_LONGEST, len(tokens) - at), 0, -1):
        stretch = tokens[at : at + length]
        if not _namelike(stretch):
            continue
        text = stretch[0].doc.text[stretch[0].idx : stretch[-1].idx + len(stretch[-1].text)]
        if "\n" in text:
            continue
        if any(not e.respelled for e in candidates(text)) or (length == 1 and countries.country_of(text)):
            return length
    return 0


def _namelike(stretch: list[Token]) -> bool:
    if not _capital(stretch[-1]):
        return False
    return all(_capital(t) or t.text.lower() in _INNER for t in stretch)


def _run(tokens: list[Token], at: int) -> int:
    """The length of the capitalised run from `at`, kind words and months left out."""
    length = 0
    while at + length < len(tokens):
        token = tokens[at + length]
        if token.text in {"-", "'s"} and length and at + length + 1 < len(tokens) and _capital(tokens[at + length + 1]) and token.text == "-":
            length += 1
            continue
        if not _capital(token) or (token.text.lower() in words().never and not _article(token)) or token.text.lower() in words().kind_of:
            break
        length += 1
    return length


def _kind_at(tokens: list[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].text.lower() in words().kind_of


def _rest_is_kind(tokens: list[Token], start: int, end: int) -> bool:
    return all(t.text.lower() in words().kind_of for t in tokens[start:end])


def _framed(tokens: list[Token], at: int, length: int) -> bool:
    """An unlisted name that the words around it call a place: "in Bab al-Toub district", "the village of X"."""
    before = [t.text.lower() for t in tokens[max(0, at - 3) : at]]
    if before and before[-1] in words().titles:
        return False
    if _kind_at(tokens, at + length) and tokens[at + length].text.lower() not in {"state", "states", "department", "division", "base", "community", "market", "camp", "parish", "board"}:
        return True
    if len(before) >= 2 and before[-1] == "of" and before[-2] in words().kind_of:
        return True
    if len(before) >= 1 and before[-1] in words().kind_of and tokens[at].dep_ in {"appos", "compound", "pobj"}:
        return True
    if not before or before[-1] not in {"in", "at", "near", "outside", "around", "across", "inside", "into"}:
        return False
    last = tokens[at + length - 1]
    return last.dep_ in {"pobj", "conj", "appos", "npadvmod", "nmod"} and length <= 3 and last.pos_ == "PROPN" and not _person_follows(last)


def _person_follows(last: Token) -> bool:
    following = last.doc[last.i + 1 : last.i + 2]
    return any(t.lemma_ in {"say", "tell", "report", "add"} for t in following)


def _place_like(tokens: list[Token], at: int, length: int, shouting: bool) -> bool:
    """A listed name may still be a person, a month or a common word: the context must not say so."""
    first, last = tokens[at], tokens[at + length - 1]
    text = first.doc.text[first.idx : last.idx + len(last.text)]
    country = countries.country_of(text)
    if country is not None:
        return _is_country_name(text) and not _speaks(last)
    before = tokens[at - 1].text.lower() if at else ""
    if before in words().titles or (before and before == "'s" and False):
        return False
    strong = before in words().at | words().from_ | words().to or _kind_at(tokens, at + length) or (before == "of") or before in words().kind_of
    if ambiguous(text):
        return strong and before not in {"by", "for", "of", "and", "against", "over"} or _kind_at(tokens, at + length)
    if shouting and length == 1 and not strong:
        return important(text)
    if _speaks(last):
        return False
    return strong or at == 0 or important(text) or tokens[at - 1].text in {",", "(", "-", ":"} or before in {"the", "'s", *words().part}


def _is_country_name(text: str) -> bool:
    return countries.demonyms().get(_fold(text)) is None or countries.names().get(_fold(text)) is not None


def _fold(text: str) -> str:
    from dateline.vocab.fold import fold, without_possessive

    return fold(without_possessive(text)).removeprefix("the ")


def _speaks(last: Token) -> bool:
    """"Jordan said", "Ankara denied": the name stands for a government or a person."""
    return last.dep_ == "nsubj" and last.head.lemma_.lower() in {"say", "tell", "deny", "accuse", "call", "announce", "warn", "insist", "claim", "add", "vow", "urge", "condemn", "consider", "support", "back"}


def _body(name: Name) -> bool:
    """The name belongs to an office, a force or a body: "Salta Governor", "Luanda fire department"."""
    at = name.last
    for _ in range(3):
        if at.dep_ not in {"compound", "nmod", "poss", "amod", "npadvmod"} or at.head.i <= at.i:
            return False
        at = at.head
        if at.lemma_.lower() in words().bodies or at.text.lower() in words().bodies:
            return True
    return False


def _name(sentence: Sentence, first: Token, last: Token) -> Name:
    tokens = list(sentence.tokens)
    at = last.i - tokens[0].i + 1
    kind = None
    end = last
    if at < len(tokens) and tokens[at].text.lower() in words().kind_of and not _own_noun(tokens[at]):
        kind = words().kind_of[tokens[at].text.lower()]
        if tokens[at].text.lower() not in words().blurring:
            end = tokens[at]
    before = [t.text.lower() for t in tokens[max(0, first.i - tokens[0].i - 2) : first.i - tokens[0].i]]
    if kind is None and len(before) == 2 and before[1] == "of" and before[0] in words().kind_of:
        kind = words().kind_of[before[0]]
    start, stop = sentence.span(first, end)
    bare = sentence.text[start - sentence.start : stop - sentence.start]
    modifier, modifier_kind = _modifier(sentence, start, tokens[at] if at < len(tokens) and tokens[at].text.lower() in words().blurring else None)
    return Name(sentence.index, start, stop, bare, first, last, kind, modifier, modifier_kind)


def _own_noun(token: Token) -> bool:
    """"in Aleppo state television": the kind word belongs to another noun."""
    return token.dep_ == "compound" and token.head.lemma_.lower() in words().bodies


def _modifier(sentence: Sentence, start: int, blurring: Token | None) -> tuple[str | None, ModifierKind | None]:
    match = modifier_before().search(sentence.text[: start - sentence.start])
    if match:
        word = match[1].lower()
        lists = words()
        kind: ModifierKind = "direction" if word in lists.direction else "part" if word in lists.part else "near"
        return match[1], kind
    if blurring is not None:
        return blurring.text, "part" if blurring.text.lower() in {"countryside", "suburbs"} else "near"
    return None, None


@lru_cache(maxsize=20_000)
def candidates(name: str) -> tuple[Entry, ...]:
    """The gazetteer's entries of a name, best first; () where it has none."""
    from dateline.gazetteer import open_gazetteer

    return tuple(open_gazetteer().find(name))


@lru_cache(maxsize=20_000)
def ambiguous(name: str) -> bool:
    """A name that is also an English word or a common personal name."""
    from dateline.gazetteer import open_gazetteer

    from dateline.gazetteer import open_gazetteer

    common = getattr(open_gazetteer(), "is_common_word", None)
    return bool(common(name)) if common else False


_POPULOUS = 100_000


def important(name: str) -> bool:
    """A unit, or a city so large that its bare name means it."""
    return any(e.feature in {"country", "adm1"} or (e.population or 0) >= _POPULOUS for e in candidates(name)[:3])
