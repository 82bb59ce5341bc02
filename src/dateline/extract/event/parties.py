"""Who takes part in an event: the words of each party, its role, and what kind of party it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.extract.event import beside, classes, clause, means, nouns
from dateline.extract.event.again import named_group
from dateline.extract.event.draft import Party
from dateline.extract.event.kinds import kind_in, kind_of, known_body
from dateline.extract.event.lexicon import Frame, lexicon
from dateline.extract.event.pronouns import PERSONAL, stands_for
from dateline.extract.event.span import joined_state, party_phrase, run_into
from dateline.extract.event.told_of_none import is_tag
from dateline.extract.sentence import Sentence
from dateline.extract.source.kinds import Known
from dateline.extract.source.phrase import Phrase, phrase_of
from dateline.extract.trigger.grammar import children, is_verb, subjects
from dateline.model.words import ActorRole, ActorType, EventType
from dateline.vocab.countries import capitals, demonyms, names
from dateline.vocab.fold import fold
from dateline.vocab.load import word_set
from dateline.vocab.states import forces_of

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with the bodies known on its page; `places` are offsets in its parse at which place names stand."""

    sentence: Sentence
    known: Known
    places: frozenset[int]
    air: bool = False
    """The page has told of air strikes before."""
    before: Sentence | None = None
    """The sentence before in its paragraph; None where there is none, or it was not parsed."""
    last: EventType | None = None
    """Which the page told of last before this sentence, an air strike or an explosion; None: neither."""


_REACHED = ("against", "at", "on", "upon", "onto", "toward", "towards")
_OF_PERSONS: frozenset[EventType] = frozenset({"abduction", "arrest", "killing", "release"})
"""What is done to persons: "on" or "at" something says where."""
_TELL = frozenset({"media", "monitor"})
"""Who tells of what happened and takes no part in it: a headline's last words ("20 rebels killed Monitor AFP")."""
_TOLD = word_set("event_words_en", "parties", "told")
_ARMED = frozenset({"military", "armed_group", "government"})
_VIOLENT: frozenset[EventType] = frozenset({
    "armed_clash", "air_strike", "shelling", "explosion", "attack", "attack_on_civilians", "killing", "siege",
    "control_gained", "withdrawal", "deployment",
})  # fmt: skip
_BY_FORCES: frozenset[EventType] = frozenset({
    "air_strike", "shelling", "attack", "explosion", "siege", "deployment", "withdrawal", "property_destroyed",
    "attack_on_civilians",
})  # fmt: skip
"""What a state does by its forces."""
_BY_ARMS: frozenset[EventType] = frozenset({"air_strike", "shelling", "siege"})
"""What nobody does who bears no arms, whatever the parser makes of "two persons killed … groups fired shells"."""
_SEVERAL = frozenset({"NNS", "NNPS"})
_NO_SIDE = frozenset({"civilians", "media", "monitor", "witness", "un", "ngo"})
_OF_DOER = word_set("event_words_en", "parties", "of_doer")
"""What is somebody's "of" whom it is, where "the shelling of X" is done to X."""
_TO_NOBODY = frozenset({"detonate", "explode", "retreat"})
"""Verbs whose object is a thing, or the next clause's subject run into them."""
_PRONOUNS = word_set("event_words_en", "parties", "pronouns")
_NOBODY = word_set("event_words_en", "parties", "nobody")


def of_verb(verb: Token, frame: Frame, scene: Scene) -> tuple[Party, ...]:
    """The parties of an event that a verb tells by a frame, which says behind what further they stand."""
    doers, others, sides = clause.done_by(verb), clause.done_to(verb), frame.sides
    if frame.by:
        doers = clause.behind(verb, *frame.by)
    if frame.whose:
        others = [*others, *_behind_object(verb, frame.whose)]
    doers = [doer for doer in doers if doer.lemma_.lower() not in lexicon().plans]  # "the army's bid to retake X"
    doers = [doer for doer in doers if not _says_behind(doer, verb)]
    of_push = means.of_what_it_is_in(verb) if verb.dep_ in {"acl", "relcl"} and verb.tag_ == "VB" else []
    doers = [doer for token in of_push or doers or means.of_what_it_is_in(verb) for doer in means.who_fires(token)]
    doers = doers or means.by_its_means(verb)
    if sides:
        others = [*others, *beside.sides_behind(verb), *_group_behind(verb)]
    towards = () if frame.type in _OF_PERSONS else _REACHED
    reached = clause.behind(verb, *(("with", "against", "alongside") if sides else towards))
    reached = [one for one in reached if not _where_it_was(one) or verb.lower_ in clause.all_forms("shoots")]
    if sides:
        return _sides([*doers, *others, *reached], scene)
    if frame.type == "air_strike":
        doers = [doer for doer in doers if doer.lower_ != "artillery"]
    lost = not children(verb, "nsubj", "aux")  # "were killed as the army stormed X", the subject lost by the parser
    if others and not clause.passive(verb) and (lost or all(_stands_only(doer) for doer in doers)):
        doers = beside.right_before(verb) or doers
    own = bool(children(verb, "nsubj")) and frame.type not in _BY_ARMS
    active = bool(others) and not clause.passive(verb) and own
    told = [_of_its_state(one, frame.type, scene) for one in _all(doers, "agent", scene)]
    agents = [one for one in told if _may_do(one, frame.type) or active]
    struck = reached if verb.lemma_.lower() in _TO_NOBODY else [*others, *reached]
    return tuple(_distinct([*agents, *_all(struck, "target", scene)], scene))


def _where_it_was(noun: Token) -> bool:
    """ "Arrested at a checkpoint", "the attack at the base": a place of theirs behind "at"."""
    return noun.head.lower_ == "at" and noun.lemma_.lower() in lexicon().grounds


def _group_behind(verb: Token) -> list[Token]:
    """ "Fighting IS": the group taken for a form of "be", or the verb for a noun ("forces fighting ISIS")."""
    after = verb.nbor() if verb.i + 1 < verb.sent.end else verb
    taken_for_noun = verb.pos_ == "NOUN" and verb.lower_.endswith("ing") and classes.known_force(after.text)
    return [after] if taken_for_noun or (after.text == "IS" and after.pos_ in {"AUX", "VERB"}) else []


def _says_behind(doer: Token, verb: Token) -> bool:
    """ "Jets killed ten in X a monitor said": who tells it, the comma lost."""
    return doer.i > verb.i and doer.i + 1 < doer.sent.end and doer.nbor().lower_ in _TOLD and not clause.passive(verb)


def _stands_only(doer: Token) -> bool:
    """A place that the parser took for who does it ("In X a town on the river the army shelled Y")."""
    forms = classes.forms_of(doer)
    return bool(forms & lexicon().classes["place"]) and not forms & lexicon().parties.keys()


def by_somebody_unsaid(verb: Token, who: tuple[Party, ...]) -> bool:
    """ "They shelled it", "we destroyed three": a pronoun does it of which nobody can say whom it means."""
    if any(party.role != "target" for party in who):
        return False
    return any(doer.lower_ in _PRONOUNS for doer in clause.done_by(verb))


def _may_do(party: Party, kind: EventType) -> bool:
    """Who tells of it, and who suffers it ("a girl shot in X"), does no violence; no state protests ("the regime put
    down protests")."""
    if kind == "protest":
        return party.type not in {"military", "government"}
    return kind not in _VIOLENT or party.type not in _NO_SIDE


def _sides(tokens: Iterable[Token], scene: Scene) -> tuple[Party, ...]:
    """Those who stand against each other; who flees from them, or counts them, is none."""
    found = _all(tokens, "party", scene)
    return tuple(_distinct((one for one in found if one.type not in _NO_SIDE), scene))


def _behind_object(verb: Token, prepositions: frozenset[str]) -> list[Token]:
    """ "captured three villages from the army": whose they were, wherever the parser hung it."""
    nouns = [verb, *clause.done_to(verb)]
    nouns += [noun for one in nouns[1:] for noun in clause.behind(one, "of")]
    return [noun for one in nouns for noun in clause.behind(one, *prepositions)]


def of_noun(noun: Token, first: Token, scene: Scene, kind: EventType, *, sides: bool) -> tuple[Party, ...]:
    """ "clashes between A and B", "an attack by A on B", "A's withdrawal", "rebel attack", "the arrest of B".

    `first` is the first word of what tells it ("drone strike"): the words from there on are no parties.
    """
    between = clause.behind(noun, "between", "among") or (beside.between_behind(noun) if sides else [])
    if between:
        return _sides([*between, *beside.second_of(between)], scene)
    doers, done = nouns.doers(noun, first, sides=sides), nouns.done_to(noun, sides=sides)
    doers = [doer for doer in doers if not first.i <= doer.i <= noun.i]
    if kind_of(noun) == "armed_group":  # "a suicide bomber": the word names who does it
        doers = [noun, *doers]
    if sides:
        return _sides([*doers, *done, *_group_behind(noun)], scene)
    of = clause.behind(noun, "of")
    leaves = kind == "withdrawal" and not doers  # "the retreat of the rebels"
    by_air = any(classes.forms_of(one) & lexicon().classes["aircraft"] for one in of)  # "the bombardment of jets"
    if noun.lemma_.lower() in _OF_DOER or leaves or by_air:  # "air strikes of the coalition"
        doers, of = [*doers, *of], []
    found = [_of_its_state(one, kind, scene) for one in _all(doers, "agent", scene) if _may_do(one, kind)]
    done = [one for one in done if not _where_it_was(one)]
    whose = list(_all(of, "target", scene))
    if kind == "attack_on_civilians":  # "the massacres of the regime": of whom it is who can do it
        whose = [replace(one, role="agent") if one.type in _ARMED else one for one in whose]
    struck = [*_all(done, "target", scene), *whose]
    found += [one for one in struck if one.type != "monitor" or kind not in _VIOLENT]
    return tuple(_distinct(found, scene))


def _of_its_state(party: Party, kind: EventType, scene: Scene) -> Party:
    """ "Orvelian air strikes": a people's word before what only forces do speaks of its state's."""
    return _as_forces(party, scene) if kind in _BY_FORCES else party


def _as_forces(party: Party, scene: Scene) -> Party:
    words = scene.sentence.tokens_in(party.start, party.end)
    country = demonyms().get(fold(words[0].text)) if len(words) == 1 and words[0].tag_ not in _SEVERAL else None
    known = party.type == "other" and country is not None and forces_of(country) is not None
    return replace(party, type="military") if known else party


def _all(tokens: Iterable[Token], role: ActorRole, scene: Scene) -> Iterator[Party]:
    for token in tokens:
        if role == "agent" and _one_or_other(token):
            continue
        party = _party(token, role, scene)
        if party is None:
            continue
        if party.start >= scene.sentence.start and (ally := joined_state(_words(token, scene))) is not None:
            yield from (_as_forces(other, scene) for other in (_party(ally, role, scene),) if other is not None)
        other = run_into(_words(token, scene)) if party.start >= scene.sentence.start else None
        if other is not None and not is_tag(other) and (before := _party(other, role, scene)) is not None:
            yield before
        if (first := _before_and(token)) is not None and (named := _party(first, role, scene)) and named.resolved:
            yield named
        yield party


def _before_and(noun: Token) -> Token | None:
    """ "The Front and allied factions": the first of the two, which the parser hangs on the second as its name."""
    named = (child for child in children(noun, "nmod", "compound") if child.i + 2 < noun.i)
    return next((child for child in named if child.nbor().lower_ == "and"), None)


def _one_or_other(noun: Token) -> bool:
    """ "Russia or the regime", "either A or B": nobody says which of them does it."""
    first = noun.head if noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "PROPN"} else noun
    return any(child.lower_ == "or" for child in children(first, "cc")) and bool(children(first, "conj"))


def _party(token: Token, role: ActorRole, scene: Scene) -> Party | None:
    if token.like_num:  # "15 of the hostages", "nine IS fighters" with the group taken for a form of "be"
        token = next(iter(clause.behind(token, "of")), _behind_group(token))
    if token.lower_ in PERSONAL and scene.before is not None and token.sent == scene.sentence.tokens[0].sent:
        return _of_before(token, role, scene)
    named = token.pos_ in {"NOUN", "PROPN", "ADJ"} or token.dep_ == "npadvmod"  # "Kurdish-led"
    named = named or (token.text.isupper() and classes.known_force(token.text))
    nobody = {"no", "neither", "any"} if role == "agent" else {"no", "neither"}
    if any(child.lower_ in nobody for child in children(token, "det")):
        return None
    if (token.lower_ in _NOBODY and token.text != "US") or not named or token.like_num:
        return None
    phrase = _words(token, scene)
    found = None if _several(phrase) else known_body(phrase, token, scene.known)
    if found is not None and role == "target" and _only_a_place(token, phrase):
        return None
    if found is not None and role == "agent" and _says_nothing(phrase, role):  # "the rebels' positions"
        return None
    if found is not None:
        return Party(phrase.start, phrase.end, role, found[0], found[1]) if found[0] not in _TELL else None
    kind = kind_in(phrase.head, phrase, role, scene.places) or _of_allies(token, role)
    if kind is None and token.lemma_.lower() in lexicon().classes["official"]:  # "delegates at whose head stood …"
        kind = kind_in(phrase.head, phrase_of(scene.sentence, token), role, scene.places)
    if kind is None:  # "its ally Orvelia"
        return next((party for name in children(token, "appos") if (party := _party(name, role, scene))), None)
    tells = means.tells(phrase.head) or (role != "agent" and _goes_on_to_tell(phrase))
    if kind in _TELL or tells or _says_nothing(phrase, role):
        return None
    group = named_group(phrase, scene.known, scene.before)
    return Party(phrase.start, phrase.end, role, kind if group is None else "armed_group", group)


def _of_allies(noun: Token, role: ActorRole) -> ActorType | None:
    """ "The army and its allies shelled X": they, too, whoever they are."""
    joined = noun.dep_ == "conj" and kind_of(noun.head) in _ARMED and role != "target"
    if not joined or noun.lemma_.lower() != "ally" or not _owned(noun) or children(noun, "appos"):
        return None
    return "government" if any(fold(child.text) in demonyms() for child in noun.children) else "other"


def _owned(noun: Token) -> bool:
    return any(child.tag_ == "PRP$" for child in noun.children)


def _behind_group(number: Token) -> Token:
    """ "Killed nine IS fighters": the noun behind the group's name, where the parser ends the clause at the number."""
    doc, at = number.doc, number.i + 1
    if at + 1 < number.sent.end and doc[at].text == "IS" and doc[at + 1].tag_ == "NNS":
        return doc[at + 1]
    return number


def _only_a_place(name: Token, phrase: Phrase) -> bool:
    """ "An attack on Damascus", "shells hit Ankara": a capital or country is where, though it names its government."""
    bare = fold(" ".join(word.text for word in phrase.tokens() if word.pos_ not in {"DET", "ADJ", "VERB"}))
    return (bare in capitals() or bare in names()) and name.dep_ in {"pobj", "dobj", "obj", "nsubjpass"}


def _says_nothing(phrase: Phrase, role: ActorRole) -> bool:
    """ "Positions", "targets" alone: a place, nobody's; as who does it any of them."""
    alone = phrase.first == phrase.last or role == "agent"
    return alone and phrase.head.lemma_.lower() in lexicon().grounds


def _goes_on_to_tell(phrase: Phrase) -> bool:
    """ "Jets hit the town a rescue source told reporters": who tells it, the comma lost; not "killed two soldiers said
    the director"."""
    doc, at, end = phrase.last.doc, phrase.last.i + 1, phrase.sentence.tokens.end
    if at >= end or doc[at].lower_ not in _TOLD:
        return False
    if doc[at].lower_ == "told" or at + 1 >= end or doc[at + 1].pos_ in {"ADP", "PUNCT", "ADV", "CCONJ", "SCONJ"}:
        return True
    return doc[at + 1].pos_ == "PRON" and at + 2 < end and doc[at + 2].pos_ in {"AUX", "VERB"}  # "says they have left"


def _several(phrase: Phrase) -> bool:
    """ "Orvelian and Tarnish jets" are no single body's."""
    return any((word.dep_ == "cc" or word.text == "&") and word.i < phrase.head.i for word in phrase.tokens())


def _of_before(pronoun: Token, role: ActorRole, scene: Scene) -> Party | None:
    """A pronoun that no word of its sentence explains: who did something in the sentence before."""
    before = scene.before
    others = (word for word in scene.sentence.tokens if word.i < pronoun.i)
    if before is None or any(kind_of(word) in _ARMED for word in others):
        return None
    earlier = Scene(before, scene.known, scene.places)
    for verb in before.tokens:
        for noun in subjects(verb) if is_verb(verb) else ():
            if stands_for(pronoun, noun) and (party := _party(noun, role, earlier)) is not None:
                return party if party.type in _ARMED or role == "target" else None
    return None


def _words(token: Token, scene: Scene) -> Phrase:
    """The party's words; a people alone ("Orvelian") is itself."""
    if fold(token.text) in demonyms():
        return Phrase(scene.sentence, token, token, token)
    return party_phrase(scene.sentence, token, scene.known, scene.places)


def _within(party: Party, other: Party) -> bool:
    """ "Orvelian" of "Orvelian and Tarnish jets", "the Front (VF)" of "Front (VF) fighters", told once more."""
    inside = party.start < other.end and other.start < party.end
    return inside and party.role == other.role and other.end - other.start > party.end - party.start


def _distinct(parties: Iterable[Party], scene: Scene) -> Iterator[Party]:
    """Each once; the same words in the same role are the same party ("IS" and "IS fighters" are one body, too)."""
    done: set[object] = set()
    found = list(parties)
    for party in found:
        if any(_within(party, other) for other in found):
            continue
        span = (party.start, party.end)
        words = scene.sentence.text[party.start - scene.sentence.start : party.end - scene.sentence.start].lower()
        same = (party.role, party.resolved or words or span)
        if span not in done and same not in done:
            done |= {span, same}
            yield party
