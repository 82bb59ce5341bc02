"""Sources in text that has lost its commas: read by the words before the verb, where the parser lost the subject."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.extract.sentence import Sentence
from dateline.extract.source.commanded import commanded
from dateline.extract.source.kinds import Known, who
from dateline.extract.source.nouns import is_temporal
from dateline.extract.source.owners import whole_actor
from dateline.extract.source.phrase import Phrase
from dateline.extract.source.words import cues, offices
from dateline.vocab.countries import demonyms
from dateline.vocab.fold import fold
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_JOINING: Final = word_set("source_words_en", "surface", "joining")
_NOUNS: Final = frozenset({"NOUN", "PROPN"})
_TOLD: Final = frozenset({"to", "with"})


def phrase_before(sentence: Sentence, verb: Token, known: Known) -> Phrase | None:
    """The source that ends right before the verb, None where no noun stands there."""
    doc, begin = verb.doc, sentence.tokens.start
    last = verb.i - 1
    while last >= begin and doc[last].lower_ in cues().between:
        last -= 1
    if last < begin:
        return None
    if doc[last].text == ",":
        return _closed_by_comma(sentence, last, known)
    if doc[last].is_title and (called := commanded(sentence, doc[last])) is not None:
        return called
    if doc[last].pos_ not in _NOUNS:
        return None
    first, head = _noun_phrase(doc, begin, last), last
    while first - 2 >= begin and doc[first - 1].lower_ in _JOINING and _joins(doc[first - 2]):
        head = first - 2
        first = _noun_phrase(doc, begin, head)
    if (body := _body_of_fields(doc, begin, first)) is not None:
        first, head = _noun_phrase(doc, begin, body), body
    if first - 2 >= begin and doc[first - 1].lower_ == "and" and _joins(doc[first - 2]):
        first = _noun_phrase(doc, begin, first - 2)
    return without_press(whole_actor(Phrase(sentence, doc[first], doc[last], doc[head]), known), known)


def _body_of_fields(doc: Doc, begin: int, first: int) -> int | None:
    """Where the ministry stands of "the Ministry of Health and Social Welfare said", of which the last words are read;
    None where these are no field of a body."""
    if first - 4 < begin or doc[first - 1].lower_ != "and" or not (doc[first].is_title and doc[first - 2].is_title):
        return None
    of = first - 2
    while of - 1 > begin and doc[of].is_title:
        of -= 1
    return of - 1 if doc[of].lower_ in {"of", "for"} and doc[of - 1].is_title and _joins(doc[of - 1]) else None


def each_of(phrase: Phrase) -> list[Phrase]:
    """The two whom "and" joins, each of whom can speak alone: "witnesses and a relief official"."""
    words = phrase.tokens()
    at = next((i for i, t in enumerate(words) if t.lower_ == "and"), None)
    if at is None or not 0 < at < len(words) - 1:
        return [phrase]
    left, right = words[:at], words[at + 1 :]
    if not (_joins(left[-1]) and _joins(right[-1])) or left[-1].lower_ in offices().modifiers:
        return [phrase]  # "local and foreign officials", "police and army sources"
    return [
        Phrase(phrase.sentence, left[0], left[-1], left[-1]),
        Phrase(phrase.sentence, _past_article(right), right[-1], right[-1]),
    ]


def _past_article(words: list[Token]) -> Token:
    return words[1] if words[0].lower_ == "the" and len(words) > 1 else words[0]


def _closed_by_comma(sentence: Sentence, comma: int, known: Known) -> Phrase | None:
    """An office and a name between commas: "..., the region's governor, N N, wrote", "..., N N, a grocer, said"."""
    doc, begin, last = sentence.tokens.doc, sentence.tokens.start, comma - 1
    if last <= begin or doc[last].pos_ not in _NOUNS:
        return None
    second = _noun_phrase(doc, begin, last)
    if second - 2 < begin or doc[second - 1].text != ",":
        return None
    office_first = _joins(doc[second - 2]) and doc[last].pos_ == "PROPN"
    name_first = doc[second - 2].pos_ == "PROPN" and doc[second].lower_ in {"a", "an", "the"}
    first = _noun_phrase(doc, begin, second - 2)
    opened = first == begin or doc[first - 1].text in {",", '"', "”"}
    return Phrase(sentence, doc[first], doc[last], doc[second - 2]) if opened and (office_first or name_first) else None


def _joins(token: Token) -> bool:
    return token.lower_ in offices().carriers or token.lower_ in offices().types or token.lower_ in cues().place_nouns


def _noun_phrase(doc: Doc, begin: int, last: int) -> int:
    first = last
    while first > begin:
        before = doc[first - 1]
        if before.pos_ == "DET" or before.lower_ in {"a", "an", "the"}:
            return first if before.lower_ == "the" and doc[first].text[:1].isupper() else first - 1
        inside = before.pos_ in _NOUNS | {"ADJ", "PART"} or before.text in {"-", "'s", "’s"}
        if not inside or before.like_num or before.lower_ == "to" or is_temporal(before):
            break
        if _begins(doc[first], before):
            break
        first -= 1
    return first


def _begins(word: Token, before: Token) -> bool:
    """ "Hit by a rebel group Orvelian state TV said", "reporter local sources said": the phrase begins at the word."""
    noun = before.pos_ == "NOUN" and before.text.islower() and before.lower_ not in offices().carriers
    people = word.is_title and fold(word.text) in demonyms() and noun
    return people or (word.lower_ in cues().phrase_openers and before.pos_ in _NOUNS)


def without_press(phrase: Phrase, known: Known) -> Phrase:
    """The phrase without the press that was told: "Speaking to N the director of M said" with its comma lost."""
    before = phrase.first.nbor(-1) if phrase.first.i else None
    if before is None or before.lower_ not in _TOLD:
        return phrase
    found = known.actors.find(phrase.text)
    if not found or found[0].start or found[0].actor.type != "media":
        return phrase
    rest = [t for t in phrase.tokens() if phrase.sentence.offset(t) >= phrase.start + found[0].end]
    if not rest or rest[0].pos_ not in _NOUNS | {"DET", "ADJ"}:
        return phrase
    return Phrase(phrase.sentence, rest[0], phrase.last, phrase.head)


def apposed(phrase: Phrase, known: Known) -> Phrase:
    """The body named right before a phrase that only explains it: "the Centre for N a monitor said"."""
    i = phrase.first.i - 1
    doc, begin = phrase.first.doc, phrase.sentence.tokens.start
    if phrase.first.lower_ not in {"a", "an"}:
        return phrase
    while i > begin and doc[i].lower_ in {"however", ","}:
        i -= 1
    if i < begin:
        return phrase
    end = phrase.sentence.offset(doc[i]) + len(doc[i].text)
    found = next((f for f in known.actors.find(phrase.sentence.text) if phrase.sentence.start + f.end == end), None)
    if found is None or found.actor.type not in {who(phrase, known).type, "other"}:
        return phrase
    inside = phrase.sentence.tokens_in(phrase.sentence.start + found.start, end)
    return Phrase(phrase.sentence, inside[0], doc[i], doc[i])
