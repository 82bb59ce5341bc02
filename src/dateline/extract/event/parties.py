"""Who takes part in an event: the words of each party, its role, and what kind of party it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.extract.event import classes, nouns
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


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with the bodies known on its page; `places` are offsets in its parse at which place names stand."""

    sentence: Sentence
    known: Known
    places: frozenset[int]


_REACHED = ("against", "at", "on", "upon", "onto", "toward", "towards")
_BODIES = frozenset({
    "group", "movement", "party", "faction", "alliance", "tribe", "clan", "organisation", "organization", "cell",
    "element", "network",
})  # fmt: skip
"""Nouns that say who only with the words beside them."""
_NOBODY = frozenset({
    "it", "that", "which", "this", "who", "they", "them", "he", "she", "him", "her", "we", "us", "there",
})  # fmt: skip


def of_verb(verb: Token, scene: Scene, *, sides: bool, by: frozenset[str] = frozenset()) -> tuple[Party, ...]:
    """The parties of an event that a verb tells. With `sides` all are parties of equal standing.

    `by` are prepositions behind which stands who does it ("fell to the rebels").
    """
    doers, others = classes.done_by(verb), classes.done_to(verb)
    if by:
        doers = classes.behind(verb, *by)
    doers = [doer for token in doers for doer in _behind_weapon(token)]
    beside = classes.behind(verb, *(("with", "against", "alongside") if sides else _REACHED))
    if sides:
        return tuple(_distinct(_all([*doers, *others, *beside], "party", scene)))
    found = [*_all(doers, "agent", scene), *_all([*others, *beside], "target", scene)]
    return tuple(_distinct(found))


def of_noun(noun: Token, first: Token, scene: Scene, *, sides: bool) -> tuple[Party, ...]:
    """ "clashes between A and B", "an attack by A on B", "A's withdrawal", "rebel attack", "the arrest of B".

    `first` is the first word of what tells it ("drone strike"): the words from there on are no parties.
    """
    between = classes.behind(noun, "between", "among")
    if between:
        return tuple(_distinct(_all(between, "party", scene)))
    doers, done = nouns.doers(noun, sides=sides), nouns.done_to(noun)
    doers = [doer for doer in doers if not first.i <= doer.i <= noun.i]
    if _kind_of(noun) == "armed_group":  # "a suicide bomber": the word names who does it
        doers = [noun, *doers]
    if sides:
        return tuple(_distinct(_all([*doers, *done], "party", scene)))
    of = classes.behind(noun, "of")
    found = [*_all(doers, "agent", scene), *_all([*done, *of], "target", scene)]
    return tuple(_distinct(found))


def _behind_weapon(token: Token) -> list[Token]:
    """Who fires it, where a weapon is what strikes: "US missiles", "rebel shells"; else the noun itself."""
    weapons = lexicon().classes["weapon"] | lexicon().classes["bomb"] | lexicon().classes["aircraft"]
    if token.lemma_.lower() not in weapons or _kind_of(token) is not None:
        return [token]
    return nouns.owners(token)


def _kind_of(noun: Token) -> ActorType | None:
    """What kind of party a common noun names by itself; None where it names none."""
    found = (lexicon().parties.get(form) for form in sorted(classes.forms_of(noun)))
    return next((kind for kind in found if kind is not None), None)


def _all(tokens: Iterable[Token], role: ActorRole, scene: Scene) -> Iterator[Party]:
    for token in tokens:
        party = _party(token, role, scene)
        if party is not None:
            yield party


def _party(token: Token, role: ActorRole, scene: Scene) -> Party | None:
    if token.like_num:  # "15 of the hostages"
        token = next(iter(classes.behind(token, "of")), token)
    if (token.lower_ in _NOBODY and token.text != "US") or token.pos_ not in {"NOUN", "PROPN", "ADJ"} or token.like_num:
        return None
    phrase = _words(scene.sentence, token)
    found = _known(phrase, token, scene.known)
    if found is not None:
        return Party(phrase.start, phrase.end, role, found[0], found[1])
    kind = _kind(token, phrase, role, scene.places)
    return Party(phrase.start, phrase.end, role, kind) if kind is not None else None


def _words(sentence: Sentence, token: Token) -> Phrase:
    """The party's words; an owner before the event word ("rebel attack") ends with itself."""
    if token.dep_ in {"compound", "nmod", "amod", "poss", "npadvmod"}:
        first = token
        while first.i > sentence.tokens.start and _of_name(first.nbor(-1), token):
            first = first.nbor(-1)
        return Phrase(sentence, first, token, token)
    return phrase_of(sentence, token)


def _of_name(before: Token, owner: Token) -> bool:
    """The word before belongs to the owner's name: "Orvel rebel attack", not "fifty US missiles"."""
    inside = before.dep_ in {"compound", "amod", "nmod"} and before.head.i in {owner.i, owner.head.i}
    return inside and not before.like_num and before.text != "-"


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
    return _kind_of(token) in {"military", "armed_group"} or bool(classes.forms_of(token) & _BODIES)


def _kind(token: Token, phrase: Phrase, role: ActorRole, places: frozenset[int]) -> ActorType | None:
    """What kind of party the head noun names; None where it names none (a thing, a place that only stands there)."""
    beside = [_kind_of(child) for child in token.children if child.i < token.i]
    if (kind := _kind_of(token)) is not None:
        return "armed_group" if kind == "military" and "armed_group" in beside else kind
    forms, lists = classes.forms_of(token), lexicon().classes
    if forms & (lists["place"] | lists["building"]):
        return "military" if forms & lists["force"] else None
    bare = fold(phrase.text).removeprefix("the ")
    if bare in names() or bare in capitals() or phrase.text.removeprefix("the ") in short_forms():
        return "government" if role != "target" or token.dep_ != "pobj" else None
    if token.idx in places:
        return None
    if fold(token.text) in demonyms():
        return "other"
    words = [t.lower_ for t in phrase.tokens()]
    armed = any(_kind_of(word) == "armed_group" for word in phrase.tokens())
    if (forms & _BODIES and "armed_group" in beside) or armed or lexicon().armed_names.intersection(words):
        return "armed_group"
    told = last_type(words)
    return told if told not in {None, "witness", "media"} and (told != "other" or forms & _BODIES) else None


def _distinct(parties: Iterable[Party]) -> Iterator[Party]:
    done: set[tuple[int, int]] = set()
    for party in parties:
        if (party.start, party.end) not in done:
            done.add((party.start, party.end))
            yield party
