"""Who takes part in an event: the words of each party, its role, and what kind of party it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dateline.extract.event import classes
from dateline.extract.event.draft import Party
from dateline.extract.event.lexicon import lexicon
from dateline.extract.sentence import Sentence
from dateline.extract.source.kinds import Known, last_type
from dateline.extract.source.phrase import Phrase, phrase_of
from dateline.model.words import ActorRole, ActorType
from dateline.vocab.countries import capitals, demonyms, names, short_forms
from dateline.vocab.fold import fold

if TYPE_CHECKING:
    from spacy.tokens import Token

_AGAINST = ("against", "on", "upon", "at")
_NOBODY = frozenset({
    "it", "that", "which", "this", "who", "they", "them", "he", "she", "him", "her", "we", "us", "there",
})  # fmt: skip


def of_verb(verb: Token, sentence: Sentence, known: Known, *, sides: bool) -> tuple[Party, ...]:
    """The parties of an event that a verb tells. With `sides` all are parties of equal standing."""
    doers, others = classes.done_by(verb), classes.done_to(verb)
    beside = classes.behind(verb, "with", "against") if sides else classes.behind(verb, "against")
    if sides:
        return tuple(_distinct(_all([*doers, *others, *beside], "party", sentence, known)))
    found = [*_all(doers, "agent", sentence, known), *_all([*others, *beside], "target", sentence, known)]
    return tuple(_distinct(found))


def of_noun(noun: Token, sentence: Sentence, known: Known, *, sides: bool) -> tuple[Party, ...]:
    """ "clashes between A and B", "an attack by A on B", "A's withdrawal", "rebel attack", "the arrest of B"."""
    between = classes.behind(noun, "between", "among")
    if between:
        return tuple(_distinct(_all(between, "party", sentence, known)))
    doers = [*classes.behind(noun, "by", "from"), *_owners(noun)]
    done = [*classes.behind(noun, *_AGAINST), *classes.behind(noun, "with")]
    of = classes.behind(noun, "of")
    verb = noun.head if noun.dep_ in {"dobj", "obj"} and noun.head.lemma_.lower() in _CARRIES_OUT else None
    if verb is not None:
        doers += classes.done_by(verb)
        done += classes.behind(verb, *_AGAINST)
    if sides:
        return tuple(_distinct(_all([*doers, *done], "party", sentence, known)))
    found = [*_all(doers, "agent", sentence, known), *_all([*done, *of], "target", sentence, known)]
    return tuple(_distinct(found))


_CARRIES_OUT = frozenset({
    "launch", "carry", "conduct", "stage", "mount", "make", "wage", "commit", "perpetrate", "begin", "start",
    "resume", "continue", "impose", "lay", "undertake", "perform", "execute", "repel", "claim", "announce", "declare",
})  # fmt: skip


def _owners(noun: Token) -> list[Token]:
    """ "the army's withdrawal", "rebel attack", "the FMLN offensive"."""
    found = []
    for child in noun.children:
        if child.dep_ == "poss" or (child.dep_ in {"compound", "nmod", "amod"} and child.i < noun.i):
            lemma = child.lemma_.lower()
            if child.dep_ == "poss" or lemma in lexicon().parties or child.pos_ == "PROPN":
                found.append(child)
    return found


def _all(tokens: Iterable[Token], role: ActorRole, sentence: Sentence, known: Known) -> Iterator[Party]:
    for token in tokens:
        party = _party(token, role, sentence, known)
        if party is not None:
            yield party


def _party(token: Token, role: ActorRole, sentence: Sentence, known: Known) -> Party | None:
    if token.lower_ in _NOBODY or token.pos_ not in {"NOUN", "PROPN", "ADJ"} or token.like_num:
        return None
    phrase = _words(sentence, token)
    found = _known(phrase, token, known)
    if found is not None:
        return Party(phrase.start, phrase.end, role, found[0], found[1])
    kind = _kind(token, phrase)
    return Party(phrase.start, phrase.end, role, kind) if kind is not None else None


def _words(sentence: Sentence, token: Token) -> Phrase:
    """The party's words; an owner before the event word ("rebel attack") ends with itself."""
    if token.dep_ in {"compound", "nmod", "amod", "poss"}:
        first = token
        while first.i > sentence.tokens[0].i and first.nbor(-1).dep_ in {"compound", "amod", "nmod"} and (
            first.nbor(-1).head.i in {token.i, token.head.i}
        ):
            first = first.nbor(-1)
        return Phrase(sentence, first, token, token)
    return phrase_of(sentence, token)


def _known(phrase: Phrase, token: Token, known: Known) -> tuple[ActorType, str] | None:
    """A body known by name at the head of the phrase ("Islamic State fighters" as well as "the Islamic State")."""
    at = token.idx - phrase.first.idx
    for found in known.actors.find(phrase.text):
        around = phrase.text[: found.start][-1:] + phrase.text[found.end : found.end + 1]
        if "-" not in around and (found.start <= at < found.end or _speaks_of(token)):
            return found.actor.type, found.actor.name
    alias = known.aliases.get(fold(phrase.text).removeprefix("the "))
    return (alias.type, alias.resolved) if alias is not None and alias.resolved else None


def _speaks_of(token: Token) -> bool:
    return lexicon().parties.get(token.lemma_.lower()) in {"military", "armed_group"}


def _kind(token: Token, phrase: Phrase) -> ActorType | None:
    """What kind of party the head noun names; None where it names none (a thing, a place that only stands there)."""
    parties = lexicon().parties
    lemma = token.lemma_.lower()
    if lemma in parties or token.lower_ in parties:
        return parties.get(lemma) or parties[token.lower_]
    bare = fold(phrase.text).removeprefix("the ")
    if bare in names() or bare in capitals() or bare in short_forms():
        return "government" if token.dep_ != "pobj" else None
    if fold(token.text) in demonyms():
        return "other"
    told = last_type([t.lower_ for t in phrase.tokens()])
    return told if told not in {None, "witness", "media"} else None


def _distinct(parties: Iterable[Party]) -> Iterator[Party]:
    done: set[tuple[int, int]] = set()
    for party in parties:
        if (party.start, party.end) not in done:
            done.add((party.start, party.end))
            yield party
