"""Whether a time of an event's own sentence dates the event, or what another clause tells.

A clause that says of somebody what he did before ("N, founded in May, …", "the village captured in May"), what came
before or after, a present state beside a past deed, or what was said of the event on a day has a time of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from dateline.extract.assemble.place_cues import cues
from dateline.extract.draft import Page, Timex
from dateline.extract.event import classes
from dateline.extract.event.draft import EventDraft
from dateline.extract.event.lexicon import lexicon
from dateline.extract.event.spoken_of import is_spoken_of
from dateline.extract.event.within import opens_clause, verb_of, way_between
from dateline.extract.source.nouns import is_temporal
from dateline.extract.time.attach import Hold, hold
from dateline.extract.trigger.grammar import children
from dateline.model import Period
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_APART: Final = word_set("event_times_en", "times", "apart")
_WHEN: Final = word_set("event_times_en", "times", "when")
_TURNS: Final = word_set("event_times_en", "times", "turns")
_COMES: Final = word_set("event_times_en", "times", "comes")
_BLAMES: Final = word_set("event_times_en", "times", "blames")
_THROWN: Final = frozenset({"weapon", "bomb", "aircraft"})
_AHEAD: Final = frozenset({"will", "would", "must", "shall"})
_STATES: Final = word_set("event_times_en", "times", "states")
_CARRIES: Final = word_set("event_times_en", "times", "carries")
_FATES: Final = word_set("event_times_en", "times", "fates")
_HARMED: Final = frozenset({"wounded", "injured"})
"""What else it did, of the same moment ("killed 30 people, injured 90 on Monday")."""
_PRESENT: Final = frozenset({"VBZ", "VBP"})
_BEFORE: Final = re.compile(r"\b(?:day|night|week|month|year)s? (?:before|earlier|later|after)\b")


def of_another_clause(period: Period, event: EventDraft, page: Page) -> bool:
    """True where the words of the period stand in the event's sentence and date something else there."""
    timex = timex_of(period, event, page)
    held = hold(timex, event.sentence) if timex is not None else None
    if timex is None or held is None or timex.start <= event.start < timex.end:
        return False
    if is_spoken_of(timex, event) or _has_another(timex, event) or _to_be(held, event):
        return True
    if event.noun and (timex.end + 1 == event.start or event.end + 1 == timex.start):
        return False  # "in August shelling killed ten", "the air strikes since January"
    if held.when is not None and held.when in (event.trigger, *event.trigger.ancestors):
        return (
            timex.kind not in {"since", "point"} and timex.precision != "week"
        )  # "between May and July, when a truce was agreed"
    if _of_what_turns(timex, event) or _in_a_relative(timex, event) or _another_time_between(timex, event):
        return True
    meet, side, up = way_between(held.governor, event.trigger)
    up = [verb for verb in up if not timex.start <= event.sentence.offset(verb) < timex.end]  # "since it began in May"
    if any(_beside(verb, event.trigger, timex) for verb in side):
        return True
    return any(_below(verb, meet, held, event) for verb in up) or _another_nearer(timex, held, event, page, up)


def timex_of(period: Period, event: EventDraft, page: Page) -> Timex | None:
    """The time expression of the event's sentence that gave its period, None where another sentence did."""
    text = str(period.text)
    found = [t for t in page.timexes if t.sentence == event.sentence.index and text.endswith(t.text)]
    return min(found, key=lambda t: abs(t.start - event.start), default=None)


def _beside(verb: Token, trigger: Token, timex: Timex) -> bool:
    """The clause that has the time says of somebody what he did once, or what came before or after."""
    if verb.dep_ in {"relcl", "acl"}:
        thrown = classes.classes_of(verb.head, frozenset()) & _THROWN or classes.is_event(verb.head)
        harm = verb.lower_ in _HARMED or (verb.tag_ == "VBG" and verb.lower_ in lexicon().harms)
        if _of_the_moment(verb, timex):
            return False
        own = verb.head == trigger or (trigger.dep_ == "pobj" and trigger.head.head == verb.head)
        return not (own or thrown or harm)
    if verb.dep_ == "advcl":
        if _of_the_moment(verb, timex):
            return False
        if verb.tag_ == "VBG" and _now(verb_of(trigger)):
            return True  # "recognizing X in 2013, the state continues to fight"
        if verb.i < trigger.i and not any(opens_clause(token) for token in verb.doc[verb.i + 1 : trigger.i]):
            return False  # "since the war began in May with protests": tied to the wrong verb
        return _marked(verb, _APART) or (verb.tag_ == "VBN" and not _marked(verb, _WHEN))
    if verb.dep_ == "pcomp":  # "after taking the mill overnight, rebels attacked X"
        return verb.head.lower_ in _APART | _TURNS
    if verb.dep_ == "ccomp":  # "said that they must leave by Friday, because of shelling"
        return any(aid.tag_ == "MD" for aid in children(verb, "aux"))
    return verb.dep_ == "conj" and timex.precision in {"month", "year", "season"}


def _of_the_moment(verb: Token, timex: Timex) -> bool:
    """A participle that says who or what somebody is, or what was done then, has no day of its own: "a force known as
    the Watch", "a district held by rebels", "including ten on Friday", "a bus waiting in X", "a raid carried out"."""
    if timex.precision != "day" or verb.dep_ not in {"acl", "advcl"}:
        return False
    if verb.dep_ == "advcl":
        return verb.tag_ == "VBN" and verb.lemma_.lower() in _STATES
    carried = verb.lemma_.lower() in _CARRIES and verb.head.lemma_.lower() in lexicon().plans
    return verb.tag_ == "VBG" or verb.lemma_.lower() in _STATES or carried


def _below(verb: Token, meet: Token, held: Hold, event: EventDraft) -> bool:
    """The event is told in a clause below that of the time, and is not of its moment."""
    if verb.dep_ in {"relcl", "acl"} and verb.lower_ in _FATES:
        return False  # "on Sunday two were among ten people killed when a bomb fell"
    if verb.dep_ == "relcl":
        return True
    if verb.dep_ == "advcl":
        purpose = any(child.lower_ == "to" for child in children(verb, "aux"))
        return _marked(verb, _APART) or (purpose and meet.lemma_.lower() in _COMES)
    if verb.dep_ == "acl" and not any(child.lower_ == "to" for child in children(verb, "aux")):
        thrown = classes.classes_of(verb.head, frozenset()) & _THROWN or classes.is_event(verb.head)
        return not thrown
    if verb.dep_ in {"ccomp", "pcomp"} and _tells(meet) and held.first is not None:
        return held.first.i < verb.i
    if verb.dep_ == "conj" and event.noun and verb.lemma_.lower() in lexicon().wishes:
        return True  # "welcomed the plan on Sunday and called for a truce"
    if verb.dep_ == "conj" and _until_now(verb) and not (_until_now(meet) or held.fronted):
        return True  # "was agreed in May but truces have not held"
    return verb.dep_ == "conj" and _now(verb) and not _now(meet)


def _has_another(timex: Timex, event: EventDraft) -> bool:
    """ "On Friday ten died near X, the site of a deadly April attack": a month or a day of its own, that none read."""
    for child in children(event.trigger, "compound", "nmod", "poss") if event.noun else ():
        near = event.trigger.doc[max(0, child.i - 1) : child.i + 2]
        own = child.tag_ == "NNP" and is_temporal(child) and not any(word.text[:1].isdigit() for word in near)
        if own and not timex.start <= event.sentence.offset(child) < timex.end:
            return True
    return False


def _to_be(held: Hold, event: EventDraft) -> bool:
    """ "Must leave by Friday because of the shelling": a day of what is to come, not of what has happened."""
    if event.modality != "asserted" or held.governor == event.trigger:
        return False
    return any(aid.lower_ in _AHEAD for aid in children(held.governor, "aux"))


def _of_what_turns(timex: Timex, event: EventDraft) -> bool:
    """ "Attacked X before the air strike on Sunday": the day of the event behind "before"."""
    between = event.sentence.tokens_in(event.end, timex.start)
    turn = next((token for token in between if token.lower_ in _TURNS and token.dep_ == "prep"), None)
    if turn is None or (event.trigger in (turn, *turn.ancestors) and event.noun):
        return False
    return any(classes.is_event(noun) and turn in noun.ancestors for noun in between if noun.pos_ == "NOUN")


def _in_a_relative(timex: Timex, event: EventDraft) -> bool:
    """ "An assault on X, from which the rebels were expelled last month": of another event, told of the place."""
    for verb in event.sentence.tokens_in(event.end, timex.start):
        if verb.dep_ != "relcl" or verb.tag_ not in {"VBD", "VBN"} or verb.lemma_.lower() not in lexicon().verbs:
            continue
        own = verb.head == event.trigger or verb in event.trigger.ancestors
        if not (own or classes.is_event(verb.head) or classes.classes_of(verb.head, frozenset()) & _THROWN):
            return True
    return False


def _another_time_between(timex: Timex, event: EventDraft) -> bool:
    """ "In May an attack killed ten, and the year before 40 died in a raid": a time nobody can resolve is nearer."""
    between = event.sentence.text[timex.end - event.sentence.start : event.start - event.sentence.start]
    return timex.end <= event.start and _BEFORE.search(between) is not None


def _tells(verb: Token) -> bool:
    return verb.lemma_.lower() in cues().saying or verb.lemma_.lower() in _BLAMES


def _now(verb: Token) -> bool:
    """ "Is involved", "controls": the present."""
    aids = children(verb, "aux", "auxpass")
    return (verb.tag_ in _PRESENT and not aids) or any(
        aid.tag_ in _PRESENT and aid.lemma_ not in {"have", "do"} for aid in aids
    )


def _until_now(verb: Token) -> bool:
    """ "Have not held": English says this of no day that is over."""
    has = any(aid.lower_ in {"has", "have"} for aid in children(verb, "aux"))
    return has and bool(children(verb, "nsubj", "nsubjpass"))


def _marked(verb: Token, words: frozenset[str]) -> bool:
    marks = [child for child in children(verb, "mark", "advmod") if child.i < verb.i]
    under = verb.head.lower_ if verb.dep_ == "pcomp" else ""
    return any(mark.lower_ in words for mark in marks) or under in words


def _another_nearer(timex: Timex, held: Hold, event: EventDraft, page: Page, up: list[Token]) -> bool:
    """ "Began it in May, surrounded X and entered it on 23 June": two times of joined verbs, none of this one."""
    if not any(verb.dep_ == "conj" for verb in up):
        return False
    others = [t for t in page.timexes if t.sentence == timex.sentence and t != timex and (t.first or t.last)]
    holds = [found for t in others if (found := hold(t, event.sentence)) is not None]
    chain = {held.governor, *held.governor.conjuncts}
    return any(found.governor != held.governor and found.governor in chain for found in holds)
