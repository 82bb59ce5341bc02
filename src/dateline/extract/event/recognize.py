"""From the words of a sentence to the events it tells.

A verb tells an event by the first of its frames whose conditions hold, a noun by itself or by what follows it. A noun
must name somebody, a place or a time with it: "the attack" alone tells of one that is told elsewhere. Who wishes
or fears an attack tells none; who condemns one does where it is a single one ("the attack on the market").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from dateline.extract.draft import Page
from dateline.extract.event import classes, clause, parties
from dateline.extract.event.double import once
from dateline.extract.event.draft import EventDraft, Party
from dateline.extract.event.glued import among_others
from dateline.extract.event.lexicon import Frame, Noun, lexicon
from dateline.extract.event.modality import modality
from dateline.extract.event.told_of_none import (
    bomber_stopped,
    done_to_them,
    headline_participle,
    in_a_name,
    in_general,
    is_sent,
    is_tag,
    known_hazard,
    only_describes,
    only_spoken_of,
    only_wished,
)
from dateline.extract.event.undone import brought_to_an_end, compared_with, made_safe
from dateline.extract.sentence import Sentence
from dateline.extract.source.introduced import learn_glosses
from dateline.extract.source.kinds import Known
from dateline.extract.source.nouns import is_temporal
from dateline.extract.trigger.grammar import children, is_verb, near_words, prepositions
from dateline.model.words import EventType
from dateline.vocab.actors import known_actors

if TYPE_CHECKING:
    from spacy.tokens import Token

_SIDES = frozenset({"armed_clash", "talks", "ceasefire"})
_NEED_SOMEBODY = frozenset({"protest", "talks", "search_operation", "robbery"})
_RUN_ON = 30
"""Tokens of a sentence beyond which the question mark is of a headline run into it."""
_HARMS = frozenset({"killing", "attack_on_civilians", "armed_clash", "arrest", "abduction"})
_POINTING = frozenset({"the", "these", "those", "this", "that"})
_FLIES = frozenset({"warplane", "jet", "plane", "aircraft", "helicopter", "drone"})
_STRIKES = frozenset({"attack", "raid"})
_SHELLS = frozenset({"rocket", "shell", "mortar", "artillery"})
_PHRASE = 15
_THINGS = frozenset({"bomb", "weapon", "aircraft", "hazard", "aid", "building"})


def events(page: Page) -> list[EventDraft]:
    """The events of the parsed sentences of a page, in reading order."""
    known = Known(known_actors())
    found: list[EventDraft] = []
    before: Sentence | None = None
    for sentence in page.sentences:
        learn_glosses(sentence, known)
        if sentence.parsed and not _asked(sentence):
            near = before is not None and before.parsed and not before.headline
            found += _of_sentence(sentence, before if near else None, page, known, found)
        before = sentence
    return found


def _mostly_by_air(found: Sequence[EventDraft]) -> bool:
    """More air strikes were told than explosions: "raids" and "bombing" are from the air, too."""
    kinds = [event.type for event in found]
    return kinds.count("air_strike") > kinds.count("explosion")


def _asked(sentence: Sentence) -> bool:
    """A question tells nothing, but one among the words that somebody quotes does."""
    told = sentence.tokens[-1].text == "?" and len(sentence.tokens) < _RUN_ON
    return told and not any(token.is_quote for token in sentence.tokens)


def _of_sentence(
    sentence: Sentence, before: Sentence | None, page: Page, known: Known, told: Sequence[EventDraft]
) -> list[EventDraft]:
    places = frozenset(
        at - sentence.base
        for toponym in page.toponyms
        if toponym.sentence == sentence.index
        for at in range(toponym.start, toponym.end)
    )
    dated = any(timex.sentence == sentence.index for timex in page.timexes)
    last = next((event.type for event in reversed(told) if event.type in {"air_strike", "explosion"}), None)
    scene = parties.Scene(sentence, known, places, _mostly_by_air(told), before, last)
    found: list[EventDraft] = []
    for token in sentence.tokens:
        event = _by_verb(token, scene) or _by_noun(token, scene)
        if event is None or (event.noun and not (event.parties or places or dated)):
            continue
        if not _told_already(event, found) and not among_others(token, sentence):
            found.append(event)
    return once(found)


def _by_verb(token: Token, scene: parties.Scene) -> EventDraft | None:
    frames = lexicon().verbs.get(_lemma(token), ())
    if not frames or not is_verb(token) or token.dep_ in {"amod", "compound", "aux", "auxpass"}:
        return None
    if only_spoken_of(token) or made_safe(token) or (_gerund(token) and not children(token, "aux")):
        return None  # "the fighting killed ten"
    for frame in frames:
        if not _fits(frame, token, scene.places):
            continue
        if frame.never:
            return None
        kind: EventType = frame.type
        who = parties.of_verb(token, frame, scene)
        if parties.by_somebody_unsaid(token, who):
            return None
        if not (who or frame.near or clause.done_to(token) or _by_a_thing(token, scene) or _by_many(frame, token)):
            return None
        if kind in _HARMS and done_to_them(token):
            return None
        if (kind == "siege" and headline_participle(token)) or (kind == "deployment" and only_describes(token)):
            return None
        if kind == "explosion" and _lemma(token) == "bomb" and _bombed_from_air(token, who, scene):
            kind = "air_strike"
        if kind == "shelling" and any(noun.lower_ == "air" for noun in clause.behind(token, "from")):
            kind = "air_strike"
        if kind == "hazard":
            who = ()  # whom it strikes are people and places, none of whom takes part
        if frame.receives:
            who = tuple(replace(party, role="target") for party in who)
        start, end = scene.sentence.span(token, token)
        return EventDraft(scene.sentence, kind, token, start, end, modality(token, scene.sentence), who)
    return None


def _by_a_thing(verb: Token, scene: parties.Scene) -> bool:
    """ "A mine exploded", "food arrived": what does it is named, though it is nobody."""
    return classes.any_of(clause.done_by(verb), _THINGS, scene.places) if clause.done_by(verb) else False


def _by_many(frame: Frame, verb: Token) -> bool:
    """ "Dockers marched", "envoys met": several of whatever kind do what needs no object."""
    return frame.bare and any(noun.tag_ == "NNS" and not is_temporal(noun) for noun in clause.done_by(verb))


def _lemma(token: Token) -> str:
    lemma = str(token.lemma_.lower())
    return lemma if lemma in lexicon().verbs else str(token.lower_)


def _fits(frame: Frame, verb: Token, places: frozenset[int]) -> bool:
    if frame.particles and not any(p.lower_ in frame.particles for p in prepositions(verb)):
        return False
    if frame.near and not frame.near & near_words(verb):
        return False
    if frame.to and not _to_do(verb, frame.to):
        return False
    if frame.by_means and not _by_means(verb, frame.by_means):
        return False
    if frame.at and not any(classes.classes_of(t, places) & frame.at for t in _aimed_at(verb)):
        return False
    if frame.bare and clause.done_to(verb):
        return False
    if frame.object and not any(classes.classes_of(t, places) & frame.object for t in _objects(verb)):
        return False
    if not frame.subject:
        return True
    doers = [doer for doer in clause.done_by(verb) if not classes.bare_count(doer)]  # "15 killed in an air strike"
    return any(classes.classes_of(doer, places) & frame.subject for doer in doers)


def _objects(verb: Token) -> list[Token]:
    """What it is done to; for "others" the weapon that the clause before names ("fired others")."""
    found, before = clause.done_to(verb), verb.doc[verb.sent.start : verb.i]
    if not any(noun.lower_ in {"others", "another"} for noun in found):
        return found
    return [*found, *[word for word in before if word.lemma_.lower() in lexicon().classes["weapon"]]]


def _by_means(token: Token, weapons: frozenset[str]) -> bool:
    """ "Attacked X with rockets", "attacks on X with mortar shells"."""
    means = clause.behind(token, "with")
    means += [noun for one in means if one.lemma_.lower() in lexicon().series for noun in clause.behind(one, "of")]
    if any(noun.lemma_.lower() in weapons for noun in means):
        return True
    behind = token.doc[token.i + 1 : min(token.i + _PHRASE, token.sent.end)]
    words = [word.lower_ for word in takewhile(lambda word: not is_verb(word) and not word.is_punct, behind)]
    return not is_verb(token) and "with" in words and bool(weapons & {w.removesuffix("s") for w in words})


def _aimed_at(verb: Token) -> list[Token]:
    return [noun for noun in clause.behind(verb, "on", "at", "upon") if not is_temporal(noun)]


def _to_do(token: Token, verbs: frozenset[str]) -> bool:
    """ "told families to leave", "the order to leave": an infinitive completes the word."""
    return any(
        other.lemma_.lower() in verbs and any(child.lower_ == "to" for child in children(other, "aux"))
        for other in children(token, "xcomp", "ccomp", "acl", "advcl")
    )


_TELL_NONE = (is_tag, in_general, brought_to_an_end, compared_with, bomber_stopped)


def _by_noun(token: Token, scene: parties.Scene) -> EventDraft | None:
    if token.dep_ in {"compound", "nmod", "amod"} or not (token.pos_ in {"NOUN", "PROPN"} or _gerund(token)):
        return None
    told = _noun_type(token, scene)
    if told is None or any(rule(token) for rule in _TELL_NONE):
        return None
    if told[0] == "hazard" and in_a_name(token, scene.sentence):
        return None
    if only_wished(token) and not (told[0] == "hazard" and _expected(token)):
        return None
    kind, first, by_state = told
    who = parties.of_noun(token, first, scene, kind, sides=kind in _SIDES) if kind != "hazard" else ()
    if kind == "attack" and token.lemma_.lower() in _STRIKES and any(_is_aircraft(party, scene) for party in who):
        kind = "air_strike"
    if kind == "attack" and any(_is_bomber(party, scene) for party in who):
        kind = "explosion"
    if kind in _NEED_SOMEBODY and not who and not _against_somebody(token):
        return None
    if by_state is not None and any(_of_state(party) for party in who):
        kind = by_state
    start, end = scene.sentence.span(first, token)
    return EventDraft(scene.sentence, kind, token, start, end, modality(token, scene.sentence), who, noun=True)


def _is_aircraft(party: Party, scene: parties.Scene) -> bool:
    """ "The attack was carried out by Orvelian warplanes"."""
    words = scene.sentence.tokens_in(party.start, party.end) if party.role == "agent" else []
    return any(classes.forms_of(word) & _FLIES for word in words)


def _is_bomber(party: Party, scene: parties.Scene) -> bool:
    """ "A suicide bomber carried out the attack"."""
    words = scene.sentence.tokens_in(party.start, party.end) if party.role == "agent" else []
    forms = {form for word in words for form in classes.forms_of(word)}
    return party.type == "armed_group" and "bomber" in forms and bool(forms & {"suicide", "car", "truck"})


def _expected(noun: Token) -> bool:
    """ "Forecasters expect flooding": of hazards that is a forecast."""
    return noun.dep_ in {"dobj", "obj"} and noun.head.lemma_.lower() in {"expect", "foresee"}


def _against_somebody(noun: Token) -> bool:
    """ "Anti-government protests", "protests over prices": by whom goes without saying."""
    if any(child.lower_ in {"over", "against", "at"} for child in children(noun, "prep")):
        return True
    return any(child.lower_ in {"anti", "pro"} or child.lower_.startswith("anti-") for child in noun.children)


def _of_state(party: Party) -> bool:
    return party.role == "agent" and party.type in {"government", "military"}


def _gerund(token: Token) -> bool:
    """ "reported fighting in X": a verb's form that names what happened."""
    if token.tag_ != "VBG" or token.lower_ not in lexicon().nouns:
        return False
    if token.i > 1 and token.nbor(-1).text == "-":  # "fire-fighting"
        return False
    return not clause.done_to(token)


def _noun_type(token: Token, scene: parties.Scene) -> tuple[EventType, Token, EventType | None] | None:
    """The type of an event noun, its first word, and its type where a state does it."""
    lemma, lower = str(token.lemma_.lower()), token.lower_
    known = lemma in lexicon().nouns
    if not (known or lower in lexicon().nouns or lemma in _seconds() or lower in _seconds()):
        return None
    before = _before(token)
    if before is not None:
        first = _before(before)
        if known and first is not None and (kind := _pair(first, before)) == "air_strike":  # "barrel bomb attacks"
            return kind, first, None
        if (kind := _pair(before, token)) is not None:
            return "shelling" if kind == "attack" and _by_means(token, _SHELLS) else kind, before, None
    noun = lexicon().nouns.get(lemma) or lexicon().nouns.get(lower)
    if noun is None:
        return None
    if noun.of and not classes.any_of(clause.behind(token, "of", "for", "on"), noun.of, scene.places):
        return None
    if noun.before and (before is None or before.lower_ not in noun.before):
        return None
    if noun.to and not _to_do(token, noun.to):
        return None
    if noun.type == "hazard" and known_hazard(token):
        return None
    if token.lemma_.lower() == "reinforcement" and not is_sent(token):
        return None
    if noun.by_air and _by_air(token, noun, scene):
        return noun.by_air, token, None
    if noun.type == "attack" and _by_means(token, _SHELLS):
        return "shelling", token, None
    return noun.type, token, noun.by_state


def _by_air(token: Token, noun: Noun, scene: parties.Scene) -> bool:
    """Its sentence names aircraft, or the page has told of air strikes."""
    if (
        token.lemma_.lower() == "bombing"
        and scene.last == "explosion"
        and any(c.lower_ in _POINTING for c in token.lefts)
    ):
        return False  # "the bombings", of what was told last
    return scene.air or any(classes.classes_of(other, scene.places) & {"aircraft"} for other in token.sent)


def _bombed_from_air(verb: Token, who: Sequence[Party], scene: parties.Scene) -> bool:
    """The sentence names aircraft, or the page has told of air strikes, and no armed group does it."""
    if any(party.role == "agent" and party.type == "armed_group" for party in who):
        return False
    return scene.air or any(classes.classes_of(other, scene.places) & {"aircraft"} for other in verb.sent)


def _before(token: Token) -> Token | None:
    """The word before, quotation marks between them left out."""
    at = token.i - 1
    while at >= 0 and token.doc[at].text in {'"', "“", "”", "'", "’", "‘"}:
        at -= 1
    return token.doc[at] if at >= 0 else None


def _pair(first: Token, second: Token) -> EventType | None:
    pairs = lexicon().pairs
    seconds = [word for word in (str(second.lemma_.lower()), second.lower_) if word in _seconds()]
    for one in (str(first.lemma_.lower()), first.lower_) if seconds else ():
        for other in seconds:
            if (one, other) in pairs:
                return pairs[one, other]
    return None


@cache
def _seconds() -> frozenset[str]:
    """The second words of all pairs: most words are none, and need not be asked with what stands before them."""
    return frozenset(second for _, second in lexicon().pairs)


def _told_already(event: EventDraft, found: list[EventDraft]) -> bool:
    """The same thing by a second word of one clause ("launched an attack", "fired rockets in an attack")."""
    return any(other.type == event.type and _linked(other, event) for other in found)


def _linked(one: EventDraft, other: EventDraft) -> bool:
    if one.trigger.doc != other.trigger.doc:
        return False
    up = {t.i for t in _path(other.trigger)} | {other.trigger.i}
    down = {t.i for t in _path(one.trigger)} | {one.trigger.i}
    return one.trigger.i in up or other.trigger.i in down


def _path(token: Token) -> Iterator[Token]:
    """The words above a token within its clause."""
    at = token
    for _ in range(4):
        if at.head == at or at.dep_ in {"ccomp", "relcl", "advcl", "conj"}:
            return
        at = at.head
        yield at
