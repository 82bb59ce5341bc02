"""Whether a time of an event's own sentence dates the event, or what another clause tells.

A clause that says of somebody what he did before ("N, founded in May, …", "the village captured in May"), what came
before or after, a present state beside a past deed, or what was said of the event on a day has a time of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.extract.assemble.place_cues import cues
from dateline.extract.draft import Page, Timex
from dateline.extract.event import classes
from dateline.extract.event.draft import EventDraft
from dateline.extract.event.lexicon import lexicon
from dateline.extract.event.within import opens_clause, way_between
from dateline.extract.time.attach import Hold, hold
from dateline.extract.trigger.grammar import children
from dateline.model import Period

if TYPE_CHECKING:
    from spacy.tokens import Token

_APART: Final = frozenset(
    {"after", "before", "since", "until", "although", "though", "because", "if", "unless", "once"}
)
"""Words of a clause that has another time than its main clause, or none."""
_WHEN: Final = frozenset({"when", "while", "as", "where"})
_THROWN: Final = frozenset({"weapon", "bomb", "aircraft"})
_COMES: Final = frozenset({
    "meet", "arrive", "visit", "travel", "convene", "gather", "discuss", "call", "fly", "patrol", "address", "vote",
})  # fmt: skip
"""What people do on a day about an event of another."""
_HARMED: Final = frozenset({"wounded", "injured"})
"""What else it did, of the same moment ("killed 30 people, injured 90 on Monday")."""
_BLAMES: Final = frozenset({
    "accuse", "blame", "claim", "report", "announce", "reveal", "disclose", "admit", "deny", "confirm", "warn", "note",
    "acknowledge", "learn",
})  # fmt: skip
_PRESENT: Final = frozenset({"VBZ", "VBP"})


def of_another_clause(period: Period, event: EventDraft, page: Page) -> bool:
    """True where the words of the period stand in the event's sentence and date something else there."""
    timex = timex_of(period, event, page)
    held = hold(timex, event.sentence) if timex is not None else None
    if timex is None or held is None or timex.start <= event.start < timex.end:
        return False
    if held.when is not None and held.when in (event.trigger, *event.trigger.ancestors):
        return timex.kind not in {"since", "point"}  # "between May and July, when a truce was agreed"
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
        own = verb.head == trigger or (trigger.dep_ == "pobj" and trigger.head.head == verb.head)
        return not (own or thrown or harm)
    if verb.dep_ == "advcl":
        if verb.i < trigger.i and not any(opens_clause(token) for token in verb.doc[verb.i + 1 : trigger.i]):
            return False  # "since the war began in May with protests": tied to the wrong verb
        return _marked(verb, _APART) or (verb.tag_ == "VBN" and not _marked(verb, _WHEN))
    if verb.dep_ == "ccomp":  # "said that they must leave by Friday, because of shelling"
        return any(aid.tag_ == "MD" for aid in children(verb, "aux"))
    return verb.dep_ == "conj" and timex.precision in {"month", "year", "season"}


def _below(verb: Token, meet: Token, held: Hold, event: EventDraft) -> bool:
    """The event is told in a clause below that of the time, and is not of its moment."""
    if verb.dep_ == "relcl":
        return True
    if verb.dep_ == "advcl":
        purpose = any(child.lower_ == "to" for child in children(verb, "aux"))
        return _marked(verb, _APART) or (purpose and meet.lemma_.lower() in _COMES)
    if verb.dep_ == "acl" and not any(child.lower_ == "to" for child in children(verb, "aux")):
        thrown = classes.classes_of(verb.head, frozenset()) & _THROWN or classes.is_event(verb.head)
        return not thrown
    if verb.dep_ in {"ccomp", "pcomp"} and _tells(meet) and held.first is not None:
        return held.first.i < event.trigger.i
    if verb.dep_ == "conj" and event.noun and verb.lemma_.lower() in lexicon().wishes:
        return True  # "welcomed the plan on Sunday and called for a truce"
    return verb.dep_ == "conj" and _now(verb) and not _now(meet)


def _tells(verb: Token) -> bool:
    return verb.lemma_.lower() in cues().saying or verb.lemma_.lower() in _BLAMES


def _now(verb: Token) -> bool:
    """ "Is involved", "controls": the present."""
    aids = children(verb, "aux", "auxpass")
    return (verb.tag_ in _PRESENT and not aids) or any(
        aid.tag_ in _PRESENT and aid.lemma_ not in {"have", "do"} for aid in aids
    )


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
