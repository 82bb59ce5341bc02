"""Which of the places that a sentence gives an event are where it happened, and which way it went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.extract.assemble.place_aside import is_aside
from dateline.extract.assemble.place_groups import word_before
from dateline.extract.assemble.places import Placed
from dateline.extract.draft import Page, Toponym
from dateline.extract.event import classes
from dateline.extract.event.beyond import BEARINGS, is_beyond, is_part_told
from dateline.extract.event.carry import may_be_carried, taken_up_here
from dateline.extract.event.clause import done_by
from dateline.extract.event.draft import EventDraft
from dateline.extract.event.home import Setup
from dateline.extract.event.lexicon import lexicon
from dateline.extract.event.namesake import known
from dateline.extract.event.nearest import nearest
from dateline.extract.event.within import clause_of, in_clause, own_words
from dateline.extract.place.containment import holds, rank
from dateline.extract.place.words import words as place_words
from dateline.extract.trigger.grammar import children, is_verb
from dateline.model import Period
from dateline.model.words import Role
from dateline.vocab.actors import known_actors
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_SEVERAL = 3
_TOWN = 4
_AT = word_set("event_places_en", "where", "at")
_MEETS_AT = word_set("event_places_en", "where", "meets_at")
_STATIONED = word_set("event_places_en", "where", "stationed")
_NOT_ACTING = frozenset({"nsubjpass", "dobj", "compound", "nmod", "npadvmod", "poss", "ROOT"})
"""How a capital hangs that is where something happens ("the Orvel blast", "shells hit Orvel")."""
_SEATS = word_set("event_places_en", "where", "seats")
_SCENES = word_set("event_places_en", "where", "scenes")
_HELP = word_set("event_places_en", "where", "help")
_OTHER_TIMES = word_set("event_places_en", "where", "other_times")
_WAYS = word_set("event_places_en", "where", "ways")
_NAMES = frozenset({"compound", "nmod", "poss", "amod", "conj", "nummod", "pobj"})


def places_of_event(
    event: EventDraft, placed: Placed, setup: Setup, period: Period, others: Sequence[int] = ()
) -> Placed:
    """The places of an event, of those that its sentence and page give.

    Without countries that only name who does it; a way ("from", "to") only where the event's words say it. Where none
    is of the sentence, those within the event's own words go first ("attacked by rebels in X"). What other sentences
    give beside the sentence's own must contain these. `others` are where the other events of its sentence are told.
    """
    page = setup.page
    if not any(name.sentence == event.sentence.index for name, _ in placed):
        own = tuple(_within(event, page)) or tuple(_of_subject(event, page)) or tuple(_behind_it(event, page))
        placed = own or placed
    placed = tuple(_of_talks(event, page)) if event.type == "talks" else _with_its_clause(event, placed, page)
    placed = tuple(_scene(event, page)) or (*_sites(event, placed), *placed)
    ways = set(_told_ways(event))
    placed = tuple((name, role) for name, role in placed if not _of_another_clause(name, event))
    placed = tuple((name, role) for name, role in placed if not _of_another_moment(name, event))
    doing = set(_behind_by(event))
    kept = [(name, role) for name, role in placed if not _names_a_party(name, event) and not _among(doing, name)]
    kept = [(name, role) for name, role in kept if not _foreign(name, event, setup) and not _is_happening(name)]
    kept = [(name, role) for name, role in kept if not is_beyond(name, event, setup)]
    kept = list(_around_own(event, nearest(event, _of_its_clause(event, kept), others)))
    if _undecided(event, kept):
        return ()
    if not any(name.sentence == event.sentence.index for name, _ in kept):
        kept = list(taken_up_here(event, page) or may_be_carried(event, tuple(kept), setup, period))
    kept = [(known(name, event, setup), role) for name, role in kept]
    return tuple((name, role if role == "at" or name.start in ways else "at") for name, role in kept)


def _foreign(name: Toponym, event: EventDraft, setup: Setup) -> bool:
    """A country that another sentence names, on a page that is of another country."""
    return name.sentence != event.sentence.index and rank(name) == 0 and setup.abroad(name)


def _undecided(event: EventDraft, placed: list[tuple[Toponym, Role]]) -> bool:
    """Its sentence names none, and the page gives several of which none contains the others."""
    if len(placed) < _SEVERAL or any(name.sentence == event.sentence.index for name, _ in placed):
        return False
    finest = max(rank(name) for name, _ in placed)
    return sum(rank(name) == finest for name, _ in placed) > 1


def _around_own(event: EventDraft, placed: list[tuple[Toponym, Role]]) -> Iterator[tuple[Toponym, Role]]:
    """The sentence's own places, and of those told before the ones in which all of them may lie: a unit or region only
    where the gazetteer knows that they do."""
    own = [name for name, _ in placed if name.sentence == event.sentence.index]
    for name, role in placed:
        town = rank(name) in {0, _TOWN}
        wider = name.sentence <= event.sentence.index and all(
            rank(name) < rank(inner) and (holds(name, inner) or (town and holds(name, inner) is None)) for inner in own
        )
        if name in own or wider:
            yield name, role


def _of_its_clause(event: EventDraft, placed: list[tuple[Toponym, Role]]) -> list[tuple[Toponym, Role]]:
    """ "Rebels in X shelled Y", "took Y driving across the Z": where its own clause has places, or one above it, those
    of others go, unless they contain one that stays."""
    trigger = event.trigger
    above = {trigger.i} | {token.i for token in trigger.ancestors if is_verb(token)}
    own: list[tuple[Toponym, Role]] = []
    others: list[tuple[Toponym, Role]] = []
    for name, role in placed:
        words = event.sentence.tokens_in(name.start, name.end) if name.sentence == event.sentence.index else []
        (own if words and clause_of(words[-1], trigger) in above else others).append((name, role))
    if not own:
        return placed
    around = [
        (name, role)
        for name, role in others
        if name.sentence != event.sentence.index or any(holds(name, inner) for inner, _ in own)
    ]
    return [one for one in placed if one in own or one in around]


def _with_its_clause(event: EventDraft, placed: Placed, page: Page) -> Placed:
    """The places of the event's own clause go first, where those that the rule books give are of other clauses only."""
    here = [name for name, _ in placed if name.sentence == event.sentence.index]
    if not here or any(_in_clause(name, event) for name in here):
        return placed
    sources = list(page.attributions)
    names = (name for name in page.toponyms if name.sentence == event.sentence.index and not name.dateline)
    own = [
        name
        for name in names
        if _in_clause(name, event) and not _is_happening(name) and not is_aside(name, event.sentence, sources)
    ]
    return (*((name, "at") for name in own), *placed)


def _of_talks(event: EventDraft, page: Page) -> Iterator[tuple[Toponym, Role]]:
    """Where people meet is said with the word itself or its verb ("held talks in X"), not where they are from."""
    near = {event.sentence.offset(word) for one in (event.trigger, event.trigger.head) for word in own_words(one)}
    for name in page.toponyms:
        here = name.sentence == event.sentence.index and not name.dateline
        if here and name.start in near and word_before(name, event.sentence) in _MEETS_AT:
            yield name, "at"


def _in_clause(name: Toponym, event: EventDraft) -> bool:
    words = event.sentence.tokens_in(name.start, name.end)
    return bool(words) and in_clause(words[-1], event)


def _is_happening(name: Toponym) -> bool:
    """ "The Orvel Bombing": a name that nobody lists, of what happened and not of where."""
    return name.place is None and name.name.split()[-1].lower() in lexicon().nouns


def _within(event: EventDraft, page: Page) -> Iterator[tuple[Toponym, Role]]:
    """The places among the words that hang on the trigger, no other verb between."""
    words = {event.sentence.offset(token) for token in own_words(event.trigger)}
    for name in page.toponyms:
        if name.sentence == event.sentence.index and not (name.aside or name.dateline) and name.start in words:
            yield name, "at"


def _behind_it(event: EventDraft, page: Page) -> Iterator[tuple[Toponym, Role]]:
    """ "Ten killed in air strike by the coalition in X": behind the event's word, in its clause."""
    sources = list(page.attributions)
    for name in page.toponyms:
        if name.sentence != event.sentence.index or name.aside or name.dateline or name.start < event.end:
            continue
        inside = word_before(name, event.sentence) in _MEETS_AT and _in_clause(name, event)
        if inside and rank(name) > 0 and not is_aside(name, event.sentence, sources):
            yield name, "at"


def _of_subject(event: EventDraft, page: Page) -> Iterator[tuple[Toponym, Role]]:
    """ "The mosque south of X is guarded but has been the target of attacks": what suffers it says where it stands."""
    above = event.trigger.head.head if event.noun and event.trigger.dep_ == "pobj" else None
    if above is None or above.lemma_.lower() not in _SCENES or above.dep_ != "attr":
        return
    verb = above.head
    while not children(verb, "nsubj", "nsubjpass") and verb.dep_ == "conj":
        verb = verb.head
    words = {
        event.sentence.offset(word)
        for noun in children(verb, "nsubj", "nsubjpass")
        if noun.lemma_.lower() in place_words().kind_of
        for word in own_words(noun)
    }
    for name in page.toponyms:
        if name.sentence == event.sentence.index and not (name.aside or name.dateline) and name.start in words:
            yield name, "at"


def _sites(event: EventDraft, placed: Placed) -> Iterator[tuple[Toponym, Role]]:
    """A named site that no gazetteer has, among the words of the event: "the Velik military airport"."""
    known = {(name.start, name.end) for name, _ in placed}
    ways = set(_told_ways(event))
    for noun in own_words(event.trigger):
        names = [child for child in noun.lefts if child.pos_ == "PROPN" and child.dep_ in {"compound", "nmod"}]
        if noun.lemma_.lower() not in lexicon().sites or not names:
            continue
        start, end = event.sentence.span(names[0], noun)
        if not any(a < end and start < b for a, b in known):
            words = names[0].doc[names[0].i : noun.i + 1].text
            yield Toponym(event.sentence.index, start, end, words), "from" if start in ways else "at"


def _scene(event: EventDraft, page: Page) -> Iterator[tuple[Toponym, Role]]:
    """ "X, the site of a deadly attack in April": the name that stands right before."""
    above = event.trigger.head.head if event.noun and event.trigger.dep_ == "pobj" else None
    if above is None or above.lemma_.lower() not in _SCENES:
        return
    first = event.sentence.offset(above.left_edge)
    for name in page.toponyms:
        if name.sentence == event.sentence.index and 0 < first - name.end <= len(", "):
            yield replace(name, modifier=None, modifier_kind=None), "at"


def _of_another_clause(name: Toponym, event: EventDraft) -> bool:
    """ "The attack comes days after shells hit X": what is told elsewhere has no place from another verb's words."""
    trigger = event.trigger
    told = any(child.lower_ in {"the", "this", "that"} for child in children(trigger, "det"))
    if not (event.noun and told) or name.sentence != event.sentence.index:
        return False
    hits = [verb for verb in children(trigger, "relcl", "acl") if verb.lower_ in lexicon().aims]
    near = {event.sentence.offset(word) for one in (trigger, *hits) for word in own_words(one)}
    verb = trigger.head
    while not is_verb(verb) and verb.head != verb:
        verb = verb.head
    near |= {event.sentence.offset(word) for word in own_words(verb, described=True)}
    return not any(start in near for start in range(name.start, name.end))


def _of_another_moment(name: Toponym, event: EventDraft) -> bool:
    """ "Shot down after delivering aid to X", "found those who had been seized": told before or after it, or by whom.

    Nor is a country whose help is named where something happens ("fighting with Orvelian support").
    """
    words = event.sentence.tokens_in(name.start, name.end) if name.sentence == event.sentence.index else []
    if not words:
        return False
    if rank(name) == 0 and any(word.head.lemma_.lower() in _HELP for word in words):
        return True
    at, trigger = words[-1], event.trigger
    inside = _clause_of_its_own(event)
    if inside is not None and not any(above == inside for above in at.ancestors):
        return True
    if _stationed(at, trigger):
        return True
    while at.head != at and at != trigger:
        if is_verb(at) and at.dep_ in {"pcomp", "advcl"} and _at_another_time(at):
            return any(above == trigger for above in at.ancestors)
        at = at.head
    return False


def _clause_of_its_own(event: EventDraft) -> Token | None:
    """The verb of a relative clause that goes back to what had been before."""
    verb = event.trigger
    while not is_verb(verb) and verb.head != verb:
        verb = verb.head
    had = verb.dep_ == "relcl" and any(child.lower_ == "had" for child in children(verb, "aux"))
    return verb if had else None


def _stationed(word: Token, trigger: Token) -> bool:
    """ "Rebels positioned in X shelled Y": where those are who do it."""
    verb = next((above for above in word.ancestors if is_verb(above)), None)
    if verb is None or verb.dep_ not in {"acl", "relcl"} or verb.lemma_.lower() not in _STATIONED or verb == trigger:
        return False
    return any(doer == verb.head for doer in done_by(trigger)) if is_verb(trigger) else False


def _at_another_time(verb: Token) -> bool:
    marks = [verb.head, *children(verb, "mark", "advmod")]
    return any(mark.lower_ in _OTHER_TIMES for mark in marks)


def _names_a_party(name: Toponym, event: EventDraft) -> bool:
    """ "US warplanes", "Orvelia began air strikes": the country is a party, not the place.

    Nor is what stands in the name of a body ("the Islamic State of Iraq").
    """
    at = name.start - event.sentence.start
    wide = name.place is None or name.place.precision == "adm0"
    for found in known_actors().find(event.sentence.text):
        whole = found.end - found.start <= name.end - name.start and found.actor.type == "government"
        if found.start <= at < found.end and (not whole or _acts(name, event)):
            return True
    return wide and any(
        party.role != "target" and party.start <= name.start and name.end <= party.end for party in event.parties
    )


def _acts(name: Toponym, event: EventDraft) -> bool:
    """ "Orvel accused the rebels", "talks with Orvel": a capital that stands for its government, no place."""
    if word_before(name, event.sentence) in _AT:
        return False
    words = event.sentence.tokens_in(name.start, name.end)
    if words and (is_part_told(words[-1]) or _stands_at(words[-1]) or _is_hit(words[-1], event)):
        return False
    return not words or words[-1].dep_ not in _NOT_ACTING


def _is_hit(word: Token, event: EventDraft) -> bool:
    """ "The bombing of Orvel", "areas east of Orvel"."""
    above = word.head.head if word.dep_ == "pobj" and word.head.lower_ == "of" else None
    return above is not None and (above == event.trigger or above.lower_ in BEARINGS)


def _stands_at(word: Token) -> bool:
    """ "In X Y Orvel" (a list without its commas), "in its capital Orvel"."""
    noun = word.head if word.dep_ == "appos" else word
    return noun.dep_ == "pobj" and noun.head.lower_ in _AT and (noun == word or noun.lower_ in _SEATS)


def _among(offsets: set[int], name: Toponym) -> bool:
    return any(name.start <= at < name.end for at in offsets)


def _behind_by(event: EventDraft) -> Iterator[int]:
    """Offsets of who does something in the sentence: "brokered by Washington"."""
    for token in event.sentence.tokens:
        if token.dep_ == "agent":
            for noun in children(token, "pobj"):
                yield from (event.sentence.offset(one) for one in (noun, *noun.conjuncts))


def _told_ways(event: EventDraft) -> Iterator[int]:
    """Offsets of the words behind the prepositions of a way that hang on the trigger.

    None for "a bomber from X", "a village to the north of X": whence somebody is, and where another place lies.
    """
    if event.noun and classes.can_act(event.trigger):
        return
    for child in event.trigger.children:
        if child.lower_ in _WAYS and child.dep_ in {"prep", "prt", "advmod"}:
            yield from (event.sentence.offset(word) for word in _named_behind(child))


def _named_behind(preposition: Token) -> Iterator[Token]:
    """The words that name what stands behind a preposition: not where those are who are named ("from N in X")."""
    for child in preposition.children:
        if child.dep_ == "prep":  # "out of X", "back to X"
            yield from _named_behind(child)
        bearing = child.lower_ in BEARINGS and bool(children(child, "det"))
        if child.dep_ in {"pobj", "npadvmod", "dobj"} and not bearing:
            yield from _named_in(child)


def _named_in(noun: Token) -> Iterator[Token]:
    yield noun
    for child in noun.children:
        if child.dep_ in _NAMES or (child.dep_ == "prep" and child.lower_ == "of"):
            yield from _named_in(child)
