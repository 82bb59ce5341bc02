"""Who ends at a word, by the words alone: a body known by name, or a noun of those who speak, with what is theirs."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from dateline.extract.sentence import Sentence
from dateline.extract.source.introduced import glosses
from dateline.extract.source.kinds import Known
from dateline.extract.source.nouns import is_temporal
from dateline.extract.source.phrase import Phrase
from dateline.extract.source.words import cues, offices
from dateline.vocab.countries import demonyms, short_forms
from dateline.vocab.fold import fold
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_TOLD_OF: Final = frozenset({"witness", "armed_group"})
"""Kinds of source of whom more is told than they tell."""
_WITNESSES: Final = frozenset(
    {"witness", "witnesses", "eyewitness", "eyewitnesses", "resident", "residents", "villagers", "locals",
     "inhabitants", "survivors", "rebels"}
)  # fmt: skip
"""Of these the ones who often speak."""
_FORCES: Final = frozenset({"military", "armed_group", "government"})
_WHERE: Final = word_set("source_words_en", "ending", "where")
_NOUNS: Final = frozenset({"NOUN", "PROPN"})
_LONGEST: Final = 6
"""Words of the place or post behind a speaker: "a source at the police command in N"."""
_NAME: Final = 5
"""Words of a person's name, its hyphens counted."""
_ARTICLES: Final = word_set("source_words_en", "ending", "articles")


def speakers_ending(sentence: Sentence, last: Token, known: Known) -> list[Phrase]:
    """The source that ends at `last`, behind it the one before "and"; [] where nobody who can speak ends there."""
    one = _ending(sentence, last, known)
    if one is None:
        return []
    doc, joining = last.doc, one.first.i - 1
    if joining - 1 > sentence.tokens.start and doc[joining].lower_ == "the":
        joining -= 1
    if joining - 1 > sentence.tokens.start and doc[joining].lower_ == "and":
        other = _ending(sentence, doc[joining - 1], known)
        if other is not None and not _share(other, one):
            return [other, one]
    return [one]


def _share(left: Phrase, right: Phrase) -> bool:
    """ "Police and army sources": the sources are of both."""
    return left.last.lower_ in offices().modifiers and right.last.lower_ in offices().carriers


def _ending(sentence: Sentence, last: Token, known: Known) -> Phrase | None:
    return (
        _named(sentence, last, known)
        or _glossed(sentence, last, known)
        or _called(sentence, last, known)
        or _placed(sentence, last, known)
        or _person(sentence, last, known)
    )


def _named(sentence: Sentence, last: Token, known: Known) -> Phrase | None:
    """A body known by name, the short name that brackets give behind it included."""
    doc, end = last.doc, last.i
    if last.text == ")":
        opened = next((i for i in range(end - 1, max(end - 5, sentence.tokens.start), -1) if doc[i].text == "("), None)
        end = opened - 1 if opened is not None and opened > sentence.tokens.start else end
    close = sentence.span(doc[end], doc[end])[1] - sentence.start
    found = [one for one in known.actors.find(sentence.text) if one.end == close]
    if not found:
        return None
    start = sentence.tokens_in(sentence.start + min(one.start for one in found), sentence.start + close)[0].i
    first = _left(sentence, start, frozenset(), named=True)
    first += doc[first].lower_ == "the" and first < start
    return Phrase(sentence, doc[first], last, doc[end])


def _glossed(sentence: Sentence, last: Token, known: Known) -> Phrase | None:
    """A body that the page names in full right here: "the Harbour Relief Society (HRS)"."""
    if last.text != ")":
        return None
    close = sentence.span(last, last)[1] - sentence.start
    for gloss in glosses(sentence.text, known.actors):
        if gloss.end == close:
            start = sentence.start + sentence.text.rindex(gloss.full, 0, close)
            inside = sentence.tokens_in(start, start + len(gloss.full))
            return Phrase(sentence, inside[0], last, inside[-1])
    return None


def _called(sentence: Sentence, last: Token, known: Known) -> Phrase | None:
    """A noun of those who speak: "local activists", "the state-run television"."""
    size = _speaking(last.doc, last.i, sentence.tokens.start)
    if not size:
        return None
    first = _article_before(sentence, last)
    if first is not None:
        return Phrase(sentence, first, last, last)
    return Phrase(sentence, last.doc[_left(sentence, last.i - size + 1, _bodies(sentence, known))], last, last)


def _article_before(sentence: Sentence, last: Token) -> Token | None:
    """ "A N Police Command source": the article, where nothing but words in capitals stand behind it."""
    at = last.i - 1
    while at > max(sentence.tokens.start, last.i - _NAME) and last.doc[at].pos_ == "PROPN":
        at -= 1
    indefinite = at < last.i - 1 and last.doc[at].lower_ in {"a", "an"}
    return last.doc[at] if indefinite and last.lower_ in offices().carriers else None


def _speaking(doc: Doc, at: int, begin: int) -> int:
    """How many words, the last at `at`, name together somebody who speaks; 0 where they name nobody."""
    if doc[at].pos_ not in _NOUNS and not doc[at].is_title and doc[at].lower_ not in {"media", "defence", "defense"}:
        return 0
    if doc[at].lower_ in cues().records | cues().dull:
        return 0
    for size in (3, 2, 1):
        if at - size + 1 < begin:
            continue
        words = " ".join(t.lower_ for t in doc[at - size + 1 : at + 1])
        kind = offices().types.get(words)
        if kind is not None and (kind not in _TOLD_OF or words in _WITNESSES):
            return size
    return 1 if doc[at].lower_ in offices().carriers else 0


def _placed(sentence: Sentence, last: Token, known: Known) -> Phrase | None:
    """Somebody with his post or place behind him: "a source at the police command", "sources on the ground"."""
    doc, begin = last.doc, sentence.tokens.start
    for at in range(last.i - 1, max(last.i - _LONGEST, begin), -1):
        token = doc[at]
        if token.lower_ in _WHERE and at < last.i:
            size = _speaking(doc, at - 1, begin)
            if size and doc[at - 1].lower_ in offices().carriers | _WITNESSES | {"activist", "activists"}:
                return Phrase(sentence, doc[_left(sentence, at - size, _bodies(sentence, known))], last, doc[at - 1])
        elif token.pos_ not in _NOUNS | {"DET", "ADJ", "PUNCT", "PART"} and token.tag_ != "VBN":
            return None
    return None


def _person(sentence: Sentence, last: Token, known: Known) -> Phrase | None:
    """A person with an office before the name: "local council official Anna N"."""
    doc, begin, at = last.doc, sentence.tokens.start, last.i
    while at > max(begin, last.i - _NAME) and _of_a_name(doc[at]):
        at -= 1
    if at == last.i or at <= begin or doc[at].lower_ not in _posts():
        return None
    if is_temporal(last) or doc[at].tag_ in {"NNS", "NNPS"}:
        return None
    return Phrase(sentence, doc[_left(sentence, at, _bodies(sentence, known))], last, last)


@cache
def _posts() -> frozenset[str]:
    """Nouns for one person that stand before a name."""
    return offices().carriers | cues().person_nouns | cues().persons_again


def _of_a_name(token: Token) -> bool:
    return (token.pos_ == "PROPN" and token.text[:1].isupper()) or token.text == "-" or token.lower_ in {"al", "el"}


def _left(sentence: Sentence, first: int, bodies: frozenset[int], *, named: bool = False) -> int:
    """Where the words begin that belong to the source from `first` on, its article included.

    `bodies` are the words of bodies known by name; before one that is `named` itself stands no other.
    """
    doc, begin, at = sentence.tokens.doc, sentence.tokens.start, first
    while at > begin and doc[at - 1].lower_ not in _ARTICLES | {"the"}:
        before = doc[at - 1]
        if before.i in bodies or (_theirs(before) and not (named and _another(before))):
            at -= 1
        elif before.lower_ == "based" and at - 2 >= begin and doc[at - 2].pos_ == "PROPN":  # "the UK based N"
            at -= 2
        elif (joint := _compound(doc, at - 1, begin)) is not None:
            at = joint
        else:
            return at
    return max(at - 1, begin)


def _theirs(token: Token) -> bool:
    """A word that stands before a source and says whose or of what kind it is."""
    word = token.lower_
    kind = word in offices().modifiers or word in offices().words
    people = fold(token.text) in demonyms() or token.text in short_forms()
    return (kind or people) and token.pos_ not in {"VERB", "AUX"}


def _another(token: Token) -> bool:
    """ "An attack on the army ORG reported": a force before a name is somebody else."""
    return token.pos_ in _NOUNS and offices().types.get(token.lower_) in _FORCES


def _compound(doc: Doc, at: int, begin: int) -> int | None:
    """Where "Orvel-based", "opposition-linked" or "so-called" begins that ends at `at`; None where none does."""
    if at - 2 < begin or doc[at - 1].text != "-" or doc[at - 1].whitespace_ or doc[at - 2].whitespace_:
        return None
    return at - 2 if doc[at].tag_ in {"VBN", "JJ", "VBD", "NN"} and doc[at].text.islower() else None


def _bodies(sentence: Sentence, known: Known) -> frozenset[int]:
    """The words of the bodies known by name."""
    found = known.actors.find(sentence.text)
    return frozenset(
        t.i for one in found for t in sentence.tokens_in(sentence.start + one.start, sentence.start + one.end)
    )
