"""Words that ran into a source where commas were lost: "near Orvel a monitor said", "killed 13 people ORG said".

A phrase is cut only where a word says by itself that what stands before it is of something else; what is left is
the source's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extract.source.kinds import Known
from dateline.extract.source.left import fits
from dateline.extract.source.nouns import is_temporal, speaks_for
from dateline.extract.source.phrase import Phrase
from dateline.extract.source.words import cues, offices
from dateline.vocab.countries import capitals, demonyms, names, short_forms
from dateline.vocab.fold import fold
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_AT = word_set("source_words_en", "run_on", "at")
_NOUNS = frozenset({"NOUN", "PROPN"})
_WITH_PLACES = word_set("source_words_en", "run_on", "with_places")
"""What a town or a district has: the words before it are its own."""
_SHOUTED = 4
"""Letters from which a word in capitals is rather a heading's than a short name."""
_LOOSE = frozenset({"ADP", "CCONJ", "ADV"})
_PEOPLE = word_set("source_words_en", "run_on", "people")
_OTHERS = frozenset({"witness", "armed_group"})
"""Kinds of source of whom several are told of more often than they speak."""


def own_words(phrase: Phrase, known: Known) -> Phrase:
    """The phrase without the words of another that stand before it; as it is where none do."""
    body, named = _body_at_end(phrase, known), _named(phrase, known)
    spoken = phrase.head.pos_ == "PROPN" or speaks_for(phrase.head)
    head = body if body is not None else phrase.head.i if spoken else phrase.last.i
    first = _past_furniture(phrase)
    for token in phrase.tokens():
        if (
            token.i < head
            and token.i not in named
            and (_ends_another(token, phrase, head, body) or _before_person(token, phrase, known))
        ):
            first = token.i + 1
    doc = phrase.first.doc
    while phrase.first.i < first < head and (doc[first].is_punct or doc[first].pos_ in _LOOSE):
        first += 1
    if first == phrase.first.i:
        return phrase
    return Phrase(phrase.sentence, doc[first], phrase.last, phrase.head if phrase.head.i >= first else phrase.last)


def _past_furniture(phrase: Phrase) -> int:
    """Where the phrase begins behind a heading in capitals, a channel's name, or a noun joined to a named body."""
    words = phrase.tokens()
    at = 0
    while at + 1 < len(words) and words[at].is_upper and len(words[at].text) >= _SHOUTED:
        at += 1
    if at > 1 and not words[at].is_upper:
        return words[at].i
    if words[0].lower_ in cues().channels and len(words) > 2 and not words[1].text.islower():
        return words[1].i
    opened = next((word.i for word in words[1:-1] if word.text in {"A", "An"} and word.nbor().text.islower()), None)
    if opened is not None:  # a dateline before the sentence: "Orvel A military source said"
        return opened
    joint = next((i for i, word in enumerate(words) if word.lower_ == "and" and i), None)
    if joint is not None and joint + 2 < len(words) and words[joint + 1].lower_ in {"the", "a", "an"}:
        alone = words[joint - 1]
        if alone.tag_ == "NN" and alone.text.islower() and not fits(alone):
            return words[joint + 1 + (words[joint + 1].lower_ == "the" and words[joint + 2].is_title)].i
    return words[0].i


def _body_at_end(phrase: Phrase, known: Known) -> int | None:
    """Where the body known by name begins with which the phrase ends; None where no words stand before one."""
    for found in known.actors.find(phrase.text):
        if found.start and phrase.start + found.end == phrase.end:
            return phrase.sentence.tokens_in(phrase.start + found.start, phrase.end)[0].i
    return None


def _named(phrase: Phrase, known: Known) -> set[int]:
    """The words of bodies known by name behind which their names go on: no name is cut in two."""
    inside: set[int] = set()
    for one in known.actors.find(phrase.text):
        words = phrase.sentence.tokens_in(phrase.start + one.start, phrase.start + one.end)
        press = one.actor.type == "media" and _described(words[-1], phrase)
        inside.update(token.i for token in (words if press else words[:-1]))
    return inside


def _described(last: Token, phrase: Phrase) -> bool:
    """ "ORG news agency": behind the name of a body stands what it is."""
    after = last.nbor() if last.i < phrase.last.i else last
    return after.text.islower() and offices().types.get(phrase.last.lower_) is not None and fits(after)


def _ends_another(token: Token, phrase: Phrase, head: int, body: int | None) -> bool:
    """The word is the last of what is no part of the source."""
    after = token.nbor()
    if token.like_num and token.text.isdigit():
        before = token.nbor(-1) if token.i > phrase.first.i else token
        named = before.pos_ == "PROPN" and not is_temporal(before)  # "Orvel 24 news agency"
        return not named and _counts_nobody(token.doc[head])
    if token.pos_ not in _NOUNS:
        return False
    if after.text.isdigit() and token.doc[head].tag_ == "NNS":  # "in Orvel 12 witnesses"
        return True
    if after.lower_ in {"a", "an", "the"}:
        return token.pos_ == "NOUN" or _a_place(token)
    if (
        _several_others(token, after, phrase)
        or _one_other(token, after, head)
        or _ends_before(token, after, phrase, body)
    ):
        return True
    return phrase.first.lower_ in {"a", "an"} and _one_thing(token, after, head)


def _counts_nobody(noun: Token) -> bool:
    """ "Wounded 50 state media reported": digits count no single body; "12 witnesses" keep theirs."""
    return noun.tag_ in {"NN", "NNP"} or noun.lower_ == "media"


def _before_person(token: Token, phrase: Phrase, known: Known) -> bool:
    """ "Across Iraq and Chad N said", of whom the page has told before: no country is part of his name."""
    person = token.i + 1 == phrase.last.i and fold(phrase.last.text) in known.persons
    return person and (_a_place(token) or fold(token.text) in demonyms())


def _one_other(token: Token, after: Token, head: int) -> bool:
    """ "Or a hostage ORG said", "in the failed offensive ORG reports": a thing before a name in capitals."""
    letters = after.is_upper and len(after.text) > 2 and after.is_alpha
    return letters and after.i == head and token.tag_ == "NN" and token.text.islower() and not fits(token)


def _several_others(token: Token, after: Token, phrase: Phrase) -> bool:
    """ "Killed 13 people ORG said", "wounding residents activists said": people before another noun are others."""
    if token.tag_ != "NNS" or token.lower_ in offices().modifiers or after.lower_ in offices().carriers:
        return False
    if after.is_title and token.text.islower() and not speaks_for(token):
        return True
    if after.text in short_forms() or fold(after.text) in demonyms():  # "meeting ministers U.S. envoy N said"
        return phrase.head.pos_ == "PROPN" and token.text.islower()
    others = token.lower_ in _PEOPLE or offices().types.get(token.lower_) in _OTHERS
    return others and (after.pos_ in _NOUNS or after.text.isupper() or after.lower_ in offices().modifiers)


def _one_thing(token: Token, after: Token, head: int) -> bool:
    """ "Struck a school activists said": one thing before those who speak, of whom there are several."""
    if token.doc[head].tag_ != "NNS" or token.tag_ != "NN" or after.i != head:
        return False
    return not {token.lower_} & (offices().modifiers | offices().words.keys() | offices().types.keys())


def _ends_before(token: Token, after: Token, phrase: Phrase, body: int | None) -> bool:
    """ "In Orvel activists", "in the town of Orvel military sources", "the district state television": the name or noun
    of a place ends the words before, which a preposition opened."""
    opener = _opener(token, phrase, of_body=after.i == body)
    if opener is None or after.lower_ in _WITH_PLACES:
        return False
    if token.lower_ in cues().place_nouns - {"state"}:
        return after.lower_ not in offices().carriers
    if token.pos_ == "NOUN" and token.text.islower() and not fits(token):  # "in the assault residents"
        return speaks_for(after) if after == phrase.head else fits(after) and speaks_for(phrase.head)
    if fold(token.text) in demonyms():
        return False
    return token.pos_ == "PROPN" and (_begins_source(after) or (_a_place(token) and after.pos_ in _NOUNS))


def _begins_source(word: Token) -> bool:
    """A word with which a source often begins: a people, a modifier, several who speak."""
    if fold(word.text) in demonyms() or word.text in short_forms() or word.lower_ in offices().modifiers:
        return word.text.islower() or word.pos_ != "NOUN"
    return word.tag_ == "NNS" and speaks_for(word)


def _opener(token: Token, phrase: Phrase, *, of_body: bool) -> Token | None:
    """The preposition whose noun the token is, where nobody who speaks stands before it."""
    doc, at, begin = token.doc, token.i, phrase.sentence.tokens.start
    while at >= begin and (doc[at].pos_ in _NOUNS | {"ADJ"} or doc[at].text == "-"):
        if is_temporal(doc[at]):  # "on Sunday ORG said"
            return None
        at -= 1
    at -= at >= begin and doc[at].pos_ == "DET"
    if at <= begin or not (doc[at].lower_ in _AT or _does(doc[at])) or _credits(doc[at].nbor(-1)):
        return None
    within = list(doc[min(phrase.first.i, at - 1) : at])
    speaking = [word for word in within if speaks_for(word)]
    others = of_body and all(offices().types.get(word.lower_) in _OTHERS for word in speaking)
    return None if speaking and not others else doc[at]


def _does(token: Token) -> bool:
    """ "To hit the district state television said": a deed whose object the noun is."""
    return token.pos_ == "VERB" and token.tag_ in {"VB", "VBG"} and token.lower_ not in cues().verbs


def _credits(token: Token) -> bool:
    """ "According to", "reported by", "a statement by": the preposition brings in the source itself."""
    word = token.lower_
    return word == "according" or word in cues().verbs or word in cues().passive or word in cues().records


def _a_place(token: Token) -> bool:
    bare = fold(token.text)
    return bare in names() or bare in capitals()
