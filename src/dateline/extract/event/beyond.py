"""Places that the sentence of an event names of something else: no reader is sure that it happened there.

Whom or what a clause describes ("people who fled X", "the coalition fighting N in X", "the road that leads to X"), what
was told before, after or beside it ("as rebels advanced on X"), whence somebody came or a thing was seen, a country on
the far side of a border, and the town in which a page was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from dateline.extract.assemble.place_cues import cues
from dateline.extract.assemble.place_groups import word_before
from dateline.extract.draft import Toponym
from dateline.extract.event import classes
from dateline.extract.event.carry import aims_at_another
from dateline.extract.event.clause import done_to
from dateline.extract.event.draft import EventDraft
from dateline.extract.event.home import Setup
from dateline.extract.event.lexicon import lexicon
from dateline.extract.event.no_place import is_no_place, wrote
from dateline.extract.event.within import clause_of, opens_clause, verb_of, way_between
from dateline.extract.place.containment import rank
from dateline.extract.source.nouns import is_temporal
from dateline.extract.trigger.grammar import children
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_PEOPLE: Final = frozenset({"civilian", "force", "official"})
"""Classes of nouns (`event/classes.py`) for people."""
_LINKS: Final = word_set("event_places_en", "beyond", "links")
_STAY: Final = word_set("event_places_en", "beyond", "stay")
_HARMS: Final = word_set("event_places_en", "beyond", "harms")
_JUDGES: Final = word_set("event_places_en", "beyond", "judges")
_LANDS: Final = word_set("event_places_en", "beyond", "lands")
_MOVES: Final = word_set("event_places_en", "beyond", "moves")
_TO: Final = word_set("event_places_en", "beyond", "to")
_AWAY: Final = word_set("event_places_en", "beyond", "away")
_ANSWERS: Final = word_set("event_places_en", "beyond", "answers")
_FOLLOWS: Final = word_set("event_places_en", "beyond", "follows")
_DATING: Final = word_set("event_places_en", "beyond", "dating")
_SPANS: Final = word_set("event_places_en", "beyond", "spans")
_UNTIL: Final = word_set("event_places_en", "beyond", "until")
_WHEN: Final = word_set("event_places_en", "beyond", "when")
_STATES: Final = word_set("event_places_en", "beyond", "states")
_IN: Final = word_set("event_places_en", "beyond", "in")
_COMMA: Final = 2
"""Words from a name to its "where", a comma between."""
BEARINGS: Final = word_set("event_places_en", "where", "bearings")
"""Nouns for where one place lies from another."""
_BESIDE: Final = re.compile(r"\b(?:adjacent|next|close) to (?:the )?(?:[\w-]+ ){0,2}$", re.IGNORECASE)
_BREAK: Final = re.compile(r"(?<=[\w'’] )(?:Meanwhile|Elsewhere|Related|Print|Tweet|Views|YouTube) |\|")
"""What a page puts between two stories, and how a sentence opens that has lost the full stop before it."""
_OWNS_CITY: Final = re.compile(
    r"(?:['’]?s)? (?:[a-z-]+ )?(?:most|largest|biggest|main|second) (?:[a-z-]+ )?(?:city|town)\b"
)
"""Behind a country that only says whose city it is ("X's second city Y")."""


def is_beyond(name: Toponym, event: EventDraft, setup: Setup) -> bool:
    """True for a place of the event's sentence that is told of something else, or that is no place's name."""
    if is_no_place(name, setup):
        return True
    if name.sentence != event.sentence.index:
        return False
    words = event.sentence.tokens_in(name.start, name.end)
    if rank(name) == 0 and _OWNS_CITY.match(event.sentence.text[name.end - event.sentence.start :]):
        return True
    if _past_a_break(name, event):
        return True
    if words and _there(words[-1], event.trigger):
        return False
    if wrote(name, event.sentence) or (setup.abroad(name) and not _surely_there(name, event)):
        return True
    if not words:
        return False
    word, wide = words[-1], rank(name) == 0 and not setup.abroad(name)
    return (
        _came_from(word, event.trigger)
        or _of_what_was_before(word, event.trigger)
        or _told_days_before(word, event.trigger)
        or _aimed_elsewhere(name, word, event)
        or _describes(word, event.trigger, wide=wide)
        or (not wide and _told_beside(word, event.trigger))
        or _of_the_first(word, event.trigger)
        or _of_what_it_answers(word, event.trigger)
        or bool(_BESIDE.search(event.sentence.text[: name.start - event.sentence.start]))
    )


def _there(word: Token, trigger: Token) -> bool:
    """ "Arms from X, where rebels took a town": what a name's own clause tells, happened in it."""
    for verb in way_between(word, trigger)[2]:
        if verb.dep_ == "advcl" and any(mark.lower_ in _UNTIL for mark in children(verb, "mark")):
            return False  # "where rebels have held out since the army took the east"
        where = verb.left_edge if verb.left_edge.lower_ == "where" else None
        beside = where is not None and (0 < where.i - word.i <= _COMMA or _is_called(word, verb.head))
        if verb.dep_ == "relcl" and (verb.head == word or beside):
            return True
    return False


def _is_called(name: Token, noun: Token) -> bool:
    """ "X, the largest town in the Y region, where": a noun says what the name right before it is, and has this one."""
    at = noun
    while at != name and at.head != at and not opens_clause(at):
        if "place" in classes.classes_of(at, frozenset()) and 0 < at.left_edge.i - name.i <= _COMMA:
            return True
        at = at.head
    return False


def _surely_there(name: Toponym, event: EventDraft) -> bool:
    """ "In Orvel", "shelled Orvel"; not "near Orvel", "thanks to Orvelia"."""
    words = event.sentence.tokens_in(name.start, name.end)
    if words and _of_others(words[-1], event):
        return False
    if word_before(name, event.sentence) in _IN and name.modifier_kind != "near":
        return True
    if words and is_part_told(words[-1]):
        return True
    return any(word in done_to(event.trigger) for word in words)


def _of_others(word: Token, event: EventDraft) -> bool:
    """Where who speaks of the event or does it is at home ("the head of N in X called the strike …", "by N's command in
    X"), or where talks about it are held."""
    for at in word.ancestors:
        if at == event.trigger:
            return False
        if at.dep_ == "agent":
            return True
        if at.dep_ == "nsubj" and at.head.lemma_.lower() in cues().saying | _JUDGES:
            return True
        met = lexicon().nouns.get(at.lower_) or lexicon().nouns.get(at.lemma_.lower())
        if event.type != "talks" and met is not None and met.type == "talks":
            return True
    return False


def is_part_told(word: Token) -> bool:
    """ "Areas of X", "the east of X": a part of it; not "a town east of X"."""
    if word.dep_ != "pobj" or word.head.lower_ != "of":
        return False
    part = word.head.head
    bearing = part.lower_ in BEARINGS and not children(part, "det")
    return not bearing and bool(classes.classes_of(part, frozenset()) & {"place", "building"})


def _of_what_was_before(word: Token, trigger: Token) -> bool:
    """ "The shelling comes a day after the fall of X": the place of what it is dated by."""
    if {trigger.lemma_.lower(), verb_of(trigger).lemma_.lower()} & _HARMS:
        return False
    nested, at = False, word
    while at.head != at and at.head != trigger:
        above = at.head
        if at.dep_ == "pobj" and above.lower_ in _DATING and at != word and not is_temporal(at):
            if nested:
                return classes.is_event(at) and not any(inner == at for inner in trigger.ancestors)
            return bool(trigger == above.head or (trigger.dep_ == "nsubj" and trigger.head == above.head))
        nested = nested or opens_clause(above)
        at = above
    return False


def _told_days_before(word: Token, trigger: Token) -> bool:
    """ "Days after an attack ten were killed in X": the place of what came later."""
    at = trigger
    while at.head != at and not opens_clause(at):
        if at.dep_ == "pobj" and at.head.lower_ in _DATING:
            measured = at.head.i > 0 and at.head.nbor(-1).lemma_.lower() in _SPANS
            return measured and word.i > trigger.i and not any(above == at for above in word.ancestors)
        at = at.head
    return False


def _aimed_elsewhere(name: Toponym, word: Token, event: EventDraft) -> bool:
    """ "They hold the X region and fired rockets into the city": a place of another clause that is not what is hit."""
    own = {event.trigger.i, verb_of(event.trigger).i}
    return clause_of(word, event.trigger) not in own and aims_at_another(name, event)


def _past_a_break(name: Toponym, event: EventDraft) -> bool:
    """ "Shells hit X Meanwhile in Y ten were hurt": another sentence or story, run in."""
    base, text = event.sentence.start, event.sentence.text
    first, last = sorted(((name.start - base, name.end - base), (event.start - base, event.end - base)))
    return bool(_BREAK.search(text[first[1] : last[0]]))


def _came_from(word: Token, trigger: Token) -> bool:
    """ "Families from X", "seen from X": only "from" at the event's own word says where it began."""
    at = word
    while at.head != at and at != trigger:
        if at.dep_ == "prep" and at.lower_ == "from":
            above = at.head.head if at.head.lower_ in _AWAY else at.head  # "pushed back from X"
            return bool(above != trigger or (trigger.pos_ == "NOUN" and classes.can_act(trigger)))
        if opens_clause(at):
            return False
        at = at.head
    return False


def _describes(word: Token, trigger: Token, *, wide: bool) -> bool:
    """The name stands in a clause that says of people, a road or a watcher what they do or did; of the page's own
    country (`wide`) only such a clause counts, not one that tells what else happened there."""
    _, side, _ = way_between(word, trigger)
    for verb in side:
        if verb.dep_ in {"relcl", "acl"} and verb.head != trigger:
            landed = verb.lemma_.lower() in _LANDS or verb.lower_ in lexicon().aims
            if (
                verb.lemma_.lower() in _LINKS
                or _on_the_way(word, verb)
                or not (landed or _are_hit(verb, trigger) or not _is_people(verb.head))
            ):
                return True
        elif not wide and (
            (verb.dep_ == "conj" and not _also_harmed(verb)) or (verb.dep_ == "advcl" and not _joins(verb))
        ):
            return True
    return False


def _also_harmed(verb: Token) -> bool:
    """ "A blast killed ten and wounded dozens in X": what else it did there."""
    return verb.tag_ in {"VBD", "VBN"} and verb.lemma_ in _HARMS


def _on_the_way(word: Token, verb: Token) -> bool:
    """ "Trucks carrying aid to X": where something was on its way to, not where it was."""
    if verb.lemma_.lower() not in _MOVES:
        return False
    at = word
    while at != verb and at.head != at:
        if at.dep_ == "prep" and at.lower_ in _TO:
            return True
        at = at.head
    return False


def _are_hit(verb: Token, trigger: Token) -> bool:
    """ "Shelled rebels positioned in X": where those are to whom it is done."""
    return verb.lemma_.lower() in _STAY and verb.head in done_to(trigger)


def _is_people(noun: Token) -> bool:
    if classes.classes_of(noun, frozenset()) & {"place", "building"}:
        return False
    return bool(classes.classes_of(noun, frozenset()) & _PEOPLE) or classes.can_act(noun)


def _joins(verb: Token) -> bool:
    """A clause that tells of the same moment and place: "when …", "targeting …", "killing …"."""
    if any(child.lower_ in _WHEN for child in children(verb, "advmod", "mark")):
        return True
    told = lexicon().aims | lexicon().harms
    return verb.tag_ == "VBG" and not children(verb, "mark", "nsubj") and verb.lower_ in told


def _told_beside(word: Token, trigger: Token) -> bool:
    """The event is told in a clause beside or below the one that has the place ("A hit X after B's attack on …")."""
    meet, side, up = way_between(word, trigger)
    if side:
        return False
    if trigger.dep_ == "pobj" and trigger.head.lower_ in _UNTIL and meet != trigger:
        return True  # "held most of X since the capture of its capital"
    had = any(child.lower_ == "had" for child in children(meet, "aux"))
    if trigger.dep_ == "acl" and had and meet != trigger:
        return True  # "officers executed by N had been seized in X"
    for verb in up:
        if verb.dep_ == "relcl" and verb.head != meet:
            return True
        if verb.dep_ == "ccomp" and not _fronted(word, trigger):
            return True
        if verb.dep_ == "advcl" and not (_goes_with(verb) or _breaks(verb, meet)):
            return True
    return False


def _breaks(verb: Token, above: Token) -> bool:
    """ "The calm in X was broken as clashes flared", "tension rose in X as …": it changes how things were there."""
    state = any(noun.lemma_.lower() in _STATES for noun in children(above, "nsubj", "nsubjpass"))
    return state and any(mark.lower_ == "as" for mark in children(verb, "mark"))


def _fronted(word: Token, trigger: Token) -> bool:
    """ "In X the monitor said shells fell": the place of the whole sentence."""
    return bool(word.i < trigger.i and any(above.dep_ == "prep" and above.i < above.head.i for above in word.ancestors))


def _goes_with(verb: Token) -> bool:
    """ "…, killing ten", "to retake it", "when shells fell": what its main clause leads to."""
    marks = [child for child in children(verb, "mark", "advmod") if child.i < verb.i]
    if any(mark.lower_ in _WHEN for mark in marks):
        return True
    return not any(mark.dep_ == "mark" and mark.lower_ != "to" for mark in marks)


def _of_what_it_answers(word: Token, trigger: Token) -> bool:
    """ "The attack was a response to an offensive on X", "the raid followed clashes in X": where another thing was."""
    if trigger.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    verb, happening = trigger.head, False
    for at in word.ancestors:
        if at in (verb, trigger):
            return False
        happening = happening or (at.pos_ == "NOUN" and classes.is_event(at))
        apart = at.dep_ == "prep" and at.lower_ in _ANSWERS
        followed = at.dep_ == "dobj" and at.head == verb and verb.lemma_ in _FOLLOWS
        if happening and (apart or followed):
            return True
    return False


def _of_the_first(word: Token, trigger: Token) -> bool:
    """ "Strikes on X and a raid that killed ten": X is that of the first of two."""
    meet, side, _ = way_between(word, trigger)
    others: Iterable[Token] = trigger.conjuncts
    joined = trigger.dep_ == "conj" and any(other == meet for other in others)
    return bool(joined and not side and meet != trigger and meet.i < word.i < trigger.i and meet.pos_ != "VERB")
