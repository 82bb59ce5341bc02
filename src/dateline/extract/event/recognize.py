"""From the words of a sentence to the events it tells.

A verb tells an event by the first of its frames whose conditions hold, a noun by itself or by what follows it. A noun
must name somebody, a place or a time with it: "the attack" alone tells of one that is told elsewhere. Who wishes
or fears an attack tells none; who condemns one does where it is a single one ("the attack on the market").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.extract.draft import Page
from dateline.extract.event import classes, clause, parties
from dateline.extract.event.double import once, told_already
from dateline.extract.event.draft import EventDraft, Party
from dateline.extract.event.frames import fits, lemma_of
from dateline.extract.event.glued import among_others
from dateline.extract.event.lexicon import Frame, lexicon
from dateline.extract.event.modality import modality
from dateline.extract.event.noun_type import noun_type, pair
from dateline.extract.event.told_of_none import (
    bomber_stopped,
    done_to_them,
    fights_for,
    headline_participle,
    in_a_name,
    in_general,
    is_tag,
    only_describes,
    only_spoken_of,
    only_wished,
    tag_before,
)
from dateline.extract.event.undone import aid_stopped, brought_to_an_end, compared_with, made_safe
from dateline.extract.sentence import Sentence
from dateline.extract.source.introduced import learn_glosses
from dateline.extract.source.kinds import Known
from dateline.extract.source.nouns import is_temporal
from dateline.extract.trigger.grammar import children, is_verb
from dateline.model.words import EventType
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_SIDES = frozenset({"armed_clash", "talks", "ceasefire"})
_NEED_SOMEBODY = frozenset({"protest", "talks", "search_operation", "robbery"})
_RUN_ON = 30
"""Tokens of a sentence beyond which the question mark is of a headline run into it."""
_OF_ARMED: dict[str, EventType] = {"kill": "armed_clash", "massacre": "killing", "slaughter": "killing"}
"""What it is to do so to those who fight, where it is no attack on civilians."""
_LEAD = 2
"""Sentences below a headline that tell what it means."""
_HARMS = frozenset({"killing", "attack_on_civilians", "armed_clash", "arrest", "abduction"})
_ON_GROUND = word_set("event_words_en", "recognize", "on_ground")
_FLIES = word_set("event_words_en", "recognize", "flies")
_STRIKES = frozenset({"attack", "raid", "bombardment", "assault"})
_POINTING = word_set("event_words_en", "recognize", "pointing")
_BLOWS: frozenset[EventType] = frozenset({"air_strike", "shelling", "explosion", "attack_on_civilians"})
_BOMBED = word_set("event_words_en", "recognize", "bombed")
_FAR = 18
"""Words from a verb within which it says "from the air"."""
_LAID = frozenset({"plant", "place"})
_NOUNS_ONLY = frozenset({"airstrike", "airstrikes"})
_THINGS = frozenset({"bomb", "weapon", "aircraft", "hazard", "aid", "building"})


def events(page: Page) -> list[EventDraft]:
    """The events of the parsed sentences of a page, in reading order."""
    known = Known(page.actors)
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


def _air_is_told_next(page: Page, headline: Sentence) -> bool:
    """The first sentences below a headline say which "raids" it means."""
    below = [one for one in page.sentences[headline.index + 1 :] if one.parsed][:_LEAD]
    kinds = [pair(first, first.nbor()) for one in below for first in one.tokens[:-1]]
    return "air_strike" in kinds and "explosion" not in kinds


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
    by_air = _mostly_by_air(told) or (sentence.index == 0 and _air_is_told_next(page, sentence))
    scene = parties.Scene(sentence, known, places, by_air, before, last)
    found: list[EventDraft] = []
    for token in sentence.tokens:
        event = _by_verb(token, scene) or _by_noun(token, scene)
        if event is None or (event.noun and not (event.parties or places or dated)):
            continue
        if event.noun and event.type == "attack" and (kind := _meant_before(event, found, told)) is not None:
            event = replace(event, type=kind)
        if not told_already(event, found) and not among_others(token, sentence):
            found.append(event)
    return once(found)


def _meant_before(event: EventDraft, found: Sequence[EventDraft], told: Sequence[EventDraft]) -> EventType | None:
    """ "The attack killed ten" right after a blast: what the last sentence, or this one, has told, if it is one."""
    noun = event.trigger
    bare = all(child.dep_ in {"det", "poss", "punct"} or is_temporal(child) for child in noun.lefts)
    pointed = any(child.lower_ in _POINTING for child in children(noun, "det"))
    another = noun.lemma_.lower() == "assault" or any(party.role == "agent" for party in event.parties)
    if not (bare and pointed) or noun.lemma_.lower() not in _STRIKES or another:
        return None
    last = [one for one in told if one.sentence.index == event.sentence.index - 1]
    kinds = {one.type for one in found or last if one.modality == "asserted"}
    return next(iter(kinds)) if len(kinds) == 1 and kinds <= _BLOWS else None


def _by_verb(token: Token, scene: parties.Scene) -> EventDraft | None:
    frames = lexicon().verbs.get(lemma_of(token), ())
    if not frames or not is_verb(token) or token.dep_ in {"amod", "compound", "aux", "auxpass"}:
        return None
    if only_spoken_of(token) or made_safe(token) or _key_word(token) or (_gerund(token) and not children(token, "aux")):
        return None  # "the fighting killed ten"
    for frame in frames:
        if not fits(frame, token, scene.places):
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
        if kind == "explosion" and lemma_of(token) in _BOMBED and _bombed_from_air(token, who, scene):
            kind = "air_strike"
        if kind == "shelling" and any(_fired_from_air(doer) for doer in clause.done_by(token)):
            kind = "air_strike"
        if kind == "explosion" and lemma_of(token) in _LAID and scene.last == "explosion":
            return None  # where the bomb had stood that went off
        if kind == "shelling" and "from the air" in token.doc[token.i : token.i + _FAR].text:
            kind = "air_strike"
        if kind == "air_strike" and scene.last == "explosion" and _lone_bomber(who, scene):
            kind = "explosion"
        if kind == "air_strike":
            who = tuple(replace(party, type="military") if _is_bomber(party, scene) else party for party in who)
        if kind == "hazard":
            who = ()  # whom it strikes are people and places, none of whom takes part
        if kind == "attack_on_civilians" and _only_armed(who):  # "killed ten Velik Front terrorists"
            kind = _OF_ARMED.get(lemma_of(token), "attack")
        if frame.receives:
            who = tuple(replace(party, role="target") for party in who)
        start, end = scene.sentence.span(token, token)
        told = modality(token, scene.sentence)
        if kind == "explosion" and lemma_of(token) in _LAID and told == "asserted":
            told = "planned"  # mines that were laid have not gone off
        return EventDraft(scene.sentence, kind, token, start, end, told, who)
    return None


def _only_armed(who: Sequence[Party]) -> bool:
    kinds = {party.type for party in who if party.role == "target"}
    return bool(kinds) and kinds <= {"military", "armed_group"}


def _key_word(verb: Token) -> bool:
    """ "Tags blockade shelling": a noun of a list, taken for a verb."""
    first = verb.tag_ not in {"VBD", "VBN"} and tag_before(verb)
    return first or (verb.tag_ == "VBG" and is_tag(verb))


def _by_a_thing(verb: Token, scene: parties.Scene) -> bool:
    """ "A mine exploded", "food arrived": what does it is named, though it is nobody."""
    return classes.any_of(clause.done_by(verb), _THINGS, scene.places) if clause.done_by(verb) else False


def _by_many(frame: Frame, verb: Token) -> bool:
    """ "Dockers marched", "envoys met": several of whatever kind do what needs no object."""
    return frame.bare and any(noun.tag_ == "NNS" and not is_temporal(noun) for noun in clause.done_by(verb))


_TELL_NONE = (is_tag, fights_for, in_general, brought_to_an_end, compared_with, bomber_stopped)


def _by_noun(token: Token, scene: parties.Scene) -> EventDraft | None:
    sure = token.lower_ in _NOUNS_ONLY  # whatever the tagger takes it for
    if token.dep_ in {"compound", "nmod", "amod"} or not (sure or token.pos_ in {"NOUN", "PROPN"} or _gerund(token)):
        return None
    told = noun_type(token, scene)
    if told is None or any(rule(token) for rule in _TELL_NONE):
        return None
    if told[0] == "hazard" and in_a_name(token, scene.sentence):
        return None
    if only_wished(token) and not (told[0] == "hazard" and _expected(token)):
        return None
    kind, first, by_state = told
    who = parties.of_noun(token, first, scene, kind, sides=kind in _SIDES) if kind != "hazard" else ()
    strikes = kind in {"attack", "shelling"} and token.lemma_.lower() in _STRIKES
    if strikes and any(_is_aircraft(party, scene) for party in who):
        kind = "air_strike"
    if kind == "attack" and any(_on_foot(party, scene) for party in who):
        kind = "explosion"
    if kind in _NEED_SOMEBODY and not who and not _against_somebody(token):
        return None
    if kind == "aid_delivered" and aid_stopped(token):
        kind = "aid_denied"
    if by_state is not None and any(_of_state(party) for party in who):
        kind = by_state
    start, end = scene.sentence.span(first, token)
    return EventDraft(scene.sentence, kind, token, start, end, modality(token, scene.sentence), who, noun=True)


def _is_aircraft(party: Party, scene: parties.Scene) -> bool:
    """ "The attack was carried out by Orvelian warplanes", "by the air force"."""
    words = scene.sentence.tokens_in(party.start, party.end) if party.role == "agent" else []
    flies = any(classes.forms_of(word) & _FLIES for word in words)
    named = [word for word in words if "bomber" not in classes.forms_of(word) or children(word, "compound")]
    return flies or (not _on_foot(party, scene) and any(_flown(word) for word in named))


def _fired_from_air(weapon: Token) -> bool:
    """ "Rockets fired by jets"."""
    fired = [verb for verb in children(weapon, "acl") if verb.lemma_.lower() in {"fire", "launch", "drop"}]
    return any(_flown(doer) for verb in fired for doer in clause.behind(verb, "by", "from"))


def _flown(word: Token) -> bool:
    return "aircraft" in classes.classes_of(word, frozenset())


def _is_bomber(party: Party, scene: parties.Scene) -> bool:
    """ "The bombers struck from the air": aircraft, which soldiers fly."""
    words = scene.sentence.tokens_in(party.start, party.end) if party.role == "agent" else []
    return party.type == "armed_group" and any("bomber" in classes.forms_of(word) for word in words)


def _lone_bomber(who: Sequence[Party], scene: parties.Scene) -> bool:
    """ "The bomber struck" after a blast: one who carried the bomb."""
    bombers = [party for party in who if _is_bomber(party, scene)]
    words = [word for party in bombers for word in scene.sentence.tokens_in(party.start, party.end)]
    return bool(bombers) and all(word.tag_ not in {"NNS", "NNPS"} for word in words)


def _on_foot(party: Party, scene: parties.Scene) -> bool:
    """ "A suicide bomber carried out the attack"."""
    words = scene.sentence.tokens_in(party.start, party.end)
    forms = {form for word in words for form in classes.forms_of(word)}
    return _is_bomber(party, scene) and bool(forms & {"suicide", "car", "truck"})


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


def _bombed_from_air(verb: Token, who: Sequence[Party], scene: parties.Scene) -> bool:
    """The sentence names aircraft, or the page has told of air strikes, and no armed group does it."""
    if any(party.role == "agent" and party.type == "armed_group" for party in who):
        return False
    if lemma_of(verb) != "bomb":  # "bombs hit the market"
        carried = any(child.lower_ in _ON_GROUND for doer in clause.done_by(verb) for child in doer.lefts)
        aloft = any(classes.forms_of(other) & _FLIES for other in verb.sent)
        of_state = any("state" in classes.classes_of(doer, scene.places) for doer in clause.done_by(verb))
        return not carried and (scene.last == "air_strike" or aloft or of_state)
    return scene.air or any(classes.classes_of(other, scene.places) & {"aircraft"} for other in verb.sent)
