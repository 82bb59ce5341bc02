"""Who does it, by the words right before an event noun and behind it, whatever the parser hangs them on.

Headlines and texts that have lost their commas are parsed badly; which words stand side by side stays true.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from dateline.extract.event.classes import classes_of, known_force
from dateline.extract.event.clause import with_others
from dateline.extract.event.lexicon import lexicon
from dateline.extract.event.pronouns import antecedent
from dateline.extract.source.nouns import is_temporal
from dateline.extract.trigger.grammar import children
from dateline.vocab.countries import capitals, demonyms, names, short_forms
from dateline.vocab.fold import fold
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

RANKS = word_set("event_words_en", "beside", "ranks")
"""Words of rank that before a noun are none."""
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_QUOTES = frozenset({'"', "“", "”"})
_AND = frozenset({"and", "&", "or"})
_NO_DOER = ("place", "building", "civilian", "aid")
_FAR = 24
_PARTED = word_set("event_words_en", "beside", "parted")
_ASIDE = word_set("event_words_en", "beside", "aside")
"""Prepositions of what is said of who does it, right before the verb."""
_TURNS = word_set("event_words_en", "beside", "turns")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def named_before(first: Token, *, peoples: bool) -> list[Token]:
    """The nouns that say who, among the words right before the event's first word.

    "Syrian regime shelling", "Orvelian and Tarnish air strikes"; with `peoples` also "Orvelian shelling".
    """
    found: list[Token] = []
    at, begin = first.i - 1, first.sent.start
    if first.i > begin and first.is_title and first.nbor(-1).text.islower() and not _a_compound(first.nbor(-1)):
        return []  # a sentence that begins behind a headline
    if at > begin and first.doc[at].lower_ in _AND and first.doc[at - 1].lower_ in lexicon().nouns:
        at -= 2  # "rebel shelling and air strikes"
    while at >= begin:
        token = first.doc[at]
        if token.lower_ in {"their", "its"} and not found:
            return [one for one in (antecedent(token),) if one != token]
        if _a_mark(token):
            at -= 1
        elif token.lower_ == "led" and first.doc[at - 1].text == "-":
            at -= 2
        elif _says_who(token, first, peoples=peoples):
            found.append(token)
            at = _start_of(token) - 1
            if at >= begin and _a_people(first.doc[at]) and _a_people(token):  # "Orvelian Tarnish strikes"
                continue
            if at <= begin or first.doc[at].lower_ not in _AND or not _may_be_joined(first.doc[at - 1]):
                break
            at -= 1
        elif found or _judges(token) or not _passed_over(token):
            break
        else:
            at -= 1
    return found[::-1]


def _a_compound(word: Token) -> bool:
    """ "US-led Airstrikes": the last part of a word with a hyphen."""
    return "-" in word.text or (word.i > 0 and word.nbor(-1).text == "-")


def _judges(word: Token) -> bool:
    """ "Council Condemns Attack": a headline's verb, taken for a name; who condemns it does not do it."""
    return bool(word.is_title) and {word.lemma_.lower(), word.lower_.removesuffix("s")} & lexicon().judges != set()


def _a_mark(token: Token) -> bool:
    """A mark between a name and the event's word: an apostrophe, a quote, a hyphen, the bracket behind a short name."""
    if token.text == ")":
        return bool(token.nbor(-1).text.isupper())
    return token.text in _POSSESSIVE | _QUOTES or (token.text == "-" and not token.whitespace_)


def _says_who(token: Token, first: Token, *, peoples: bool) -> bool:
    if is_temporal(token) or _prefixed(token):
        return False
    if token.lemma_.lower() in lexicon().parties or token.lower_ in lexicon().parties:
        return token.lower_ not in RANKS and token.lower_ not in lexicon().classes["weapon"]
    if token.text[:1].isupper() and known_force(token.text):
        return True
    forms = {token.lemma_.lower(), token.lower_}
    if token.pos_ == "PROPN":
        if token.lower_ in lexicon().carries or _judges(token):  # "Regime Commits Massacre"
            return False
        if _where(token):
            return False
        return not any(forms & lexicon().classes[name] for name in _NO_DOER) and not forms & lexicon().nouns.keys()
    return peoples and fold(token.text) in demonyms() and _of_the_event(token, first)


def _where(name: Token) -> bool:
    """ "The Orvelia fighting": a country or capital says where, but "Orvelia's offensive", "US raids"."""
    bare = fold(name.text)
    owns = name.i + 1 < len(name.doc) and name.nbor().text in _POSSESSIVE
    return not owns and name.text not in short_forms() and (bare in names() or bare in capitals())


def _of_the_event(people: Token, first: Token) -> bool:
    """ "Orvelian heavy shelling"; but not "the Orvelian conflict including attacks"."""
    at = people
    while at.i < first.i and at.head != at and at.dep_ in {"amod", "compound", "nmod", "poss", "conj", "npadvmod"}:
        at = at.head
    return at.i >= first.i


def _a_people(word: Token) -> bool:
    return word.pos_ in {"ADJ", "PROPN", "NOUN"} and fold(word.text) in demonyms()


def _start_of(owner: Token) -> int:
    """Index of the first word of the name that ends with an owner: "Syrian regime", "US-led coalition"."""
    at, begin = owner.i, owner.sent.start
    if at > begin and _a_people(owner) and _a_people(owner.doc[at - 1]):
        return at
    while at > begin and of_name(owner.doc[at - 1], owner):
        at -= 1
    while at > begin + 1 and owner.doc[at - 1].text == "-" and not owner.doc[at - 2].whitespace_:
        at -= 2
    return at


def of_name(before: Token, owner: Token) -> bool:
    """The word before belongs to the owner's name: "Orvel rebel attack", not "fifty US missiles"."""
    if before.like_num or is_temporal(before) or before.text in _POSSESSIVE:
        return False
    if before.lower_ in {"led", "backed"} and before.nbor(-1).text == "-" if before.i else False:
        return True
    named = before.pos_ == "PROPN" or fold(before.text) in demonyms() or before.lemma_.lower() in lexicon().parties
    return before.pos_ in {"NOUN", "PROPN", "ADJ"} and named and before.lower_ not in RANKS


def _may_be_joined(token: Token) -> bool:
    return token.tag_ not in {"NNS"} and token.pos_ in {"NOUN", "PROPN", "ADJ"}


def _prefixed(token: Token) -> bool:
    """ "anti-government": not the government; "rebel-held": another word."""
    if token.i > 1 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ in {"anti", "pro", "non", "counter"}:
        return True
    doc = token.doc
    return token.i + 2 < len(doc) and doc[token.i + 1].text == "-" and doc[token.i + 2].lower_ != "led"


def _passed_over(token: Token) -> bool:
    """Words between who does it and the event's word: "government's heavy mortar", no place that is attacked."""
    forms = {token.lemma_.lower(), token.lower_}
    if token.pos_ not in {"NOUN", "ADJ", "PROPN"} and token.tag_ not in {"VBN", "VBG"}:
        return token.pos_ == "ADV"
    return token.lower_ in _of_pairs() or not any(forms & lexicon().classes[name] for name in _NO_DOER)


@cache
def _of_pairs() -> frozenset[str]:
    """The first words of what is told by two: "car" of "car bomb"."""
    return frozenset(first for first, _ in lexicon().pairs)


def named_behind(noun: Token) -> list[Token]:
    """Behind the next "by" of its clause: "the siege of X by the rebels", "strikes on a hospital in X by A and B"."""
    last = min(noun.sent.end, noun.i + _FAR)
    for token in noun.doc[noun.i + 1 : last]:
        if token.lower_ == "by":
            return with_others(children(token, "pobj"))
        if token.lower_ == "of" and token.nbor(-1).lower_ in {"hands", "hand"}:  # "at the hands of the army"
            return with_others(children(token, "pobj"))
        if token.text in {".", ";", ":", "(", ","} or token.lower_ in _TURNS | {"but"} or token.tag_ in _FINITE:
            return []
        if (token.tag_ in {"VBN", "VBG"} and not _part_of_phrase(token)) or (token.lower_ == "run" and _is_by(token)):
            return []
    return []


def _is_by(token: Token) -> bool:
    """ "A checkpoint run by militants", with "run" taken for a noun."""
    return token.i + 1 < token.sent.end and token.nbor().lower_ == "by"


def right_before(verb: Token) -> list[Token]:
    """ "… on the river the army beheaded two men": the force right before a finite verb."""
    at = verb.i - 1
    while at > verb.sent.start and verb.doc[at].pos_ in {"ADV", "AUX"} and not verb.doc[at].text.isupper():
        at -= 1
    if verb.doc[at].text == ")" and at - 2 > verb.sent.start and known_force(verb.doc[at - 1].text):
        at -= 1  # "the Islamic State (IS) overran X"
    noun = verb.doc[at] if at >= verb.sent.start and verb.tag_ in _FINITE else verb
    bracketed = noun.i + 1 < verb.i and noun.nbor().text == ")"
    if _said_of_another(noun) or (noun.dep_ == "conj" and not bracketed):
        return []
    name = noun.nbor(-1).text + " " + noun.text if noun.i > verb.sent.start else noun.text
    known = noun.pos_ in {"NOUN", "PROPN"} and noun.lemma_.lower() in lexicon().parties
    known = known or (noun.lemma_ == "member" and "force" in classes_of(noun, frozenset()))
    return [noun] if known or known_force(noun.text) or known_force(name) else []


def _said_of_another(noun: Token) -> bool:
    """ "The army backed by X shelled", "the coalition against X struck"; not "according to N rebels fired"."""
    of = noun.head
    return noun.dep_ == "pobj" and of.lower_ in _ASIDE and of.head.tag_ in {"VBN", "VBD", "JJ", "NN", "NNS", "NNP"}


def between_behind(noun: Token) -> list[Token]:
    """ "Clashes resumed on Monday between A and B": behind the next "between" of its clause."""
    verbs = 0
    for token in noun.doc[noun.i + 1 : min(noun.sent.end, noun.i + _FAR)]:
        if token.lower_ == "between":  # but "an alliance between A and B", "a town divided between them"
            of_others = token.head.lemma_.lower() in lexicon().bodies or token.head.lower_ in _PARTED
            return [] if of_others else with_others(children(token, "pobj"))
        verbs += token.tag_ in _FINITE
        if token.text in {".", ";", ":", "("} or token.lower_ in _TURNS or verbs > 1:
            return []
    return []


def second_of(between: list[Token]) -> list[Token]:
    """ "Between the Front which fights in X and rebels": the other side, which the parser joined to the place."""
    if len(between) != 1:
        return []
    first = between[0]
    for token in first.doc[first.i + 1 : min(first.sent.end, first.i + _FAR)]:
        place = token.head
        joined = token.dep_ == "conj" and place.dep_ in {"pobj", "dobj"} and first.i < place.i and place.pos_ == "PROPN"
        if joined and token.lemma_.lower() in lexicon().parties and place.lemma_.lower() not in lexicon().parties:
            return with_others([token])
    return []


def sides_behind(verb: Token) -> list[Token]:
    """ "Fought street battles on Monday with the army": behind "with" or "against" in the verb's clause."""
    for token in verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + _FAR)]:
        if token.lower_ in {"with", "against"} and (
            token.head == verb or token.head.lemma_.lower() in {*lexicon().nouns, "war"} or is_temporal(token.head)
        ):
            doing = [noun for verb in children(token, "pcomp") for noun in children(verb, "nsubj")]
            return with_others(children(token, "pobj") or doing)  # "clashed with rebels killing ten"
        if token.text in {".", ";", ":", "(", ","} or token.lower_ in _TURNS or token.tag_ in _FINITE:
            return []
        if token.tag_ in {"VBN", "VBG"} and not _part_of_phrase(token):
            return []
    return []


def _part_of_phrase(participle: Token) -> bool:
    joined = participle.i > 0 and participle.nbor(-1).text == "-"
    carried = participle.lower_ in lexicon().carries and participle.lower_ != "run"  # "a checkpoint run by militants"
    return joined or participle.dep_ == "amod" or carried


def words_before(owner: Token) -> Iterator[Token]:
    """The words of an owner's name, the first first, itself last."""
    yield from owner.doc[_start_of(owner) : owner.i + 1]
