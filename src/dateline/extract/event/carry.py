"""Which places that other sentences name may be carried to an event whose own sentence names none.

A reader is sure where the sentence takes the place up ("the town", "there") or speaks of what was told there ("the
blast"). Else a place is carried only to what goes on: not to another time, to what happens again and again, or to an
event whose own words name another place without a name ("took its eastern half").
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Final

from dateline.extract.assemble.place_taken_up import RANKS
from dateline.extract.assemble.places import Placed
from dateline.extract.draft import Page, Timex, Toponym
from dateline.extract.event import classes, clause
from dateline.extract.event.draft import EventDraft
from dateline.extract.event.home import Setup
from dateline.extract.event.lexicon import lexicon
from dateline.extract.event.within import in_clause
from dateline.extract.place.containment import holds, rank
from dateline.extract.trigger.grammar import children, is_verb
from dateline.model import Period
from dateline.model.words import EventType
from dateline.vocab.actors import Found, known_actors
from dateline.vocab.countries import capitals
from dateline.vocab.fold import fold
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_THERE: Final = frozenset({"there"})
_KINDS: Final[dict[str, tuple[int, int]]] = {**RANKS, "country": (0, 0), "stronghold": (1, 5), "bastion": (1, 5)}
"""The ranks of places that a noun may take up."""
_POINTING: Final = word_set("event_words_en", "carry", "pointing")
_OTHER: Final = word_set("event_words_en", "carry", "other")
_THEY: Final = frozenset({"they", "he", "she"})
_HABITS: Final = word_set("event_words_en", "carry", "habits")
_ANYWHERE: Final[frozenset[EventType]] = frozenset({"talks", "ceasefire", "threat"})
"""What is agreed, said or broken off elsewhere than where the fighting is that was told before."""
_ONTO: Final = ("into", "toward", "towards", "on", "from", "to")
_FAR: Final = 31
"""Days between the page and an event beyond which it is of another time than what the page tells."""
_CLIMBS: Final = 4
_TOWN, _UNIT = 4, 2
"""The ranks of a town, and of the small unit that bears the name of one."""


def may_be_carried(event: EventDraft, placed: Placed, setup: Setup, period: Period) -> Placed:
    """Of carried places those of which a reader is sure; () where the event may have happened elsewhere.

    The country of the page stays where nothing speaks against it. What is nearer is carried from a sentence before
    that the event's own words take up, and else only from the last one, to the same happening ("the blast"). Of a
    sentence that tells events only places of these are carried (`setup.told`), not whence they were fired at.
    """
    page = setup.page
    placed = tuple((name, role) for name, role in placed if _is_place(name, page) and _was_told(name, setup))
    placed = tuple((name, role) for name, role in placed if not setup.abroad(name))
    others = [name for name in page.toponyms if name.sentence == event.sentence.index and _is_told(name, page)]
    if others:  # the sentence has gone on to another place, though not one of this event
        placed = tuple((name, role) for name, role in placed if not any(_elsewhere_than(name, one) for one in others))
    if not placed or by_habit(event.trigger):
        return ()
    wide = tuple((name, role) for name, role in placed if rank(name) == 0)
    if any(name.sentence > event.sentence.index for name, _ in placed):
        return wide
    if event.type in _ANYWHERE:
        return wide
    if taken_up := _taken_up(event, placed, page):
        return taken_up
    goes_on = _goes_on(event, placed, setup) and not _of_another_time(event, placed, page, period)
    return placed if goes_on else wide


def _was_told(name: Toponym, setup: Setup) -> bool:
    here = setup.told.get(name.sentence)
    return here is None or name.start in here


def _taken_up(event: EventDraft, placed: Placed, page: Page) -> Placed:
    """The places that "the town", "there" in the event's own clause can mean, with those around; () where none does."""
    if _past_another(event, placed, page) or _in_another(event):
        return ()
    before = all(name.sentence == event.sentence.index - 1 for name, _ in placed)
    for word in event.sentence.tokens:
        if word.lower_ in _THERE and word.dep_ == "advmod" and in_clause(word, event):
            return placed if before and len(placed) == 1 else ()
        if word.tag_ == "NNS" and len(placed) == 1:
            continue  # "all but one of the villages"
        noun = str(word.lemma_.lower())
        if noun in _KINDS and _pointing(word) and in_clause(word, event):
            meant = [(name, role) for name, role in placed if rank(name) == 0 or _can_be(name, noun)]
            wider = [one for one in placed if one not in meant and any(holds(one[0], name) for name, _ in meant)]
            if any(rank(name) > 0 for name, _ in meant):
                return tuple(one for one in placed if one in meant or one in wider)
    return ()


def taken_up_here(event: EventDraft, page: Page) -> Placed:
    """ "Residents of X said jets had bombed the town": the one place that its own sentence named before, though only
    to say who speaks; () where the event's clause calls nothing so, or where several can be meant."""
    here = (name for name in page.toponyms if name.sentence == event.sentence.index and rank(name) > 0)
    named = [name for name in here if name.end <= event.start and not name.dateline]
    for word in event.sentence.tokens:
        noun = str(word.lemma_.lower())
        if noun not in _KINDS or word.tag_ == "NNS" or not _pointing(word) or not in_clause(word, event):
            continue
        before = [name for name in named if name.end <= event.sentence.offset(word)]
        if len(before) == 1 and _can_be(before[0], noun):
            return ((before[0], "at"),)
    return ()


def _can_be(name: Toponym, noun: str) -> bool:
    """A place can be called a "town", "capital", "province"; "X town" is no city."""
    if noun == "capital" and fold(name.name) not in capitals():
        return False
    own = name.name.rpartition(" ")[2].lower()
    if own in _KINDS and own != noun and _KINDS[own] == (_TOWN, _TOWN) == _KINDS[noun]:
        return False
    low, high = _KINDS[noun]
    if name.modifier_kind == "near" and high <= _UNIT:
        return False  # "the province" is none of the surroundings of a town
    return low <= rank(name) <= high or (low == _TOWN and rank(name) == _UNIT and name.kind is None)


def _in_another(event: EventDraft) -> bool:
    """ "In another district of the city": not in the one told before."""
    nouns = (word for word in event.sentence.tokens if word.lemma_.lower() in _KINDS and in_clause(word, event))
    return any(child.lower_ in _OTHER for noun in nouns for child in noun.children)


def _past_another(event: EventDraft, placed: Placed, page: Page) -> bool:
    """A sentence between has gone on to another place: "the region" is that one's."""
    last = max(name.sentence for name, _ in placed)
    between = [name for name in page.toponyms if last < name.sentence < event.sentence.index and _is_told(name, page)]
    return any(_elsewhere_than(one, name) for one in between for name, _ in placed)


def _pointing(noun: Token) -> bool:
    """ "The town", "the rebel-held city"; not "the town of X", "the city's east"."""
    named = any(child.lower_ == "of" and any(n.pos_ == "PROPN" for n in child.children) for child in noun.children)
    return not named and any(child.lower_ in _POINTING | {"both"} for child in children(noun, "det"))


def _goes_on(event: EventDraft, placed: Placed, setup: Setup) -> bool:
    """What its own word points at ("the blast"), or whoever did it ("they"), was told in the sentence before, at these
    places and no others."""
    if not (points_at(event) or _by_the_same(event, placed, setup)) or _apart(placed):
        return False
    page, last = setup.page, event.sentence.index - 1
    while last > 0 and page.sentences[last].text == page.sentences[last - 1].text:
        last -= 1
    return all(name.sentence >= last or rank(name) == 0 for name, _ in placed) and not _names_another(event)


def _by_the_same(event: EventDraft, placed: Placed, setup: Setup) -> bool:
    """ "Rebels attacked X. They burned two houses": an event told there, and whoever did it goes on."""
    told = any(name.start in setup.told.get(name.sentence, ()) for name, _ in placed)
    verb = event.trigger
    return told and is_verb(verb) and any(child.lower_ in _THEY for child in children(verb, "nsubj"))


def _is_place(name: Toponym, page: Page) -> bool:
    """No country but the one the page is of, and nothing that stands in the name of a body or a paper."""
    sentence = page.sentences[name.sentence]
    at = name.start - sentence.start
    if any(_is_part_of(name, found, at) for found in known_actors().find(sentence.text)):
        return False
    codes = Counter(code for _, _, code in page.countries)
    return rank(name) > 0 or not codes or 2 * codes[name.country or ""] >= max(codes.values())


def _elsewhere_than(name: Toponym, other: Toponym) -> bool:
    """Neither contains the other, as far as the gazetteer knows both."""
    return holds(name, other) is False and holds(other, name) is False and name.place != other.place


def _is_told(name: Toponym, page: Page) -> bool:
    return rank(name) > 0 and not name.aside and not name.dateline and _is_place(name, page)


def _is_part_of(name: Toponym, found: Found, at: int) -> bool:
    inside = found.start <= at < found.end
    return inside and (found.end - found.start > name.end - name.start or found.actor.type == "media")


def by_habit(trigger: Token) -> bool:
    """ "They have regularly attacked rebels": at no one place."""
    at = trigger
    for _ in range(_CLIMBS):
        if any(child.lower_ in _HABITS for child in children(at, "advmod")):
            return True
        if at.head == at or (is_verb(at) and at.dep_ in {"ccomp", "relcl", "advcl"}):
            return False
        at = at.head
    return False


def points_at(event: EventDraft) -> bool:
    """ "The blast", "that attack", "the strikes destroyed": what was told before, or what it did."""
    words = [event.trigger, *clause.done_by(event.trigger)] if is_verb(event.trigger) else [event.trigger]
    return any(child.lower_ in _POINTING for word in words for child in children(word, "det")) and (
        event.noun
        or any(classes.is_event(word) or word.lemma_.lower() in lexicon().classes["bomb"] for word in words[1:])
    )


def _of_another_time(event: EventDraft, placed: Placed, page: Page, period: Period) -> bool:
    """Its own sentence dates it, far from the day of the page, and no time beside the places agrees."""
    start = period.start or period.end
    if start is None or page.dated is None or not told_here(period, event):
        return False
    if abs((first_day(start) - page.dated).days) <= _FAR:
        return False
    beside = {name.sentence for name, _ in placed}
    return not any(_agrees(timex, start) for timex in page.timexes if timex.sentence in beside)


def told_here(period: Period, event: EventDraft) -> bool:
    """The words of the period stand in the event's own sentence."""
    return bool(period.text) and str(period.text) in event.sentence.text


def _agrees(timex: Timex, start: str) -> bool:
    return any(edge is not None and edge[:7] == start[:7] for edge in (timex.first, timex.last))


def first_day(iso: str) -> date:
    """The first day of an ISO date at its own precision."""
    year, month, day = (*iso.split("-"), "1", "1")[:3]
    return date(int(year), int(month), int(day))


def _apart(placed: Placed) -> bool:
    """Several places of which none contains the other: a list of where other things happened."""
    names = [name for name, _ in placed]
    return any(_elsewhere_than(one, other) for at, one in enumerate(names) for other in names[at + 1 :])


def _names_another(event: EventDraft) -> bool:
    """ "Seized its eastern half", "advanced into rebel territory": its own words say where, without a name."""
    verb = event.trigger
    aimed = [*(clause.done_to(verb) if is_verb(verb) else clause.behind(verb, "of")), *clause.behind(verb, *_ONTO)]
    return any("place" in classes.classes_of(noun, frozenset()) for noun in aimed)


def aims_at_another(name: Toponym, event: EventDraft) -> bool:
    """ "They hold the X region and fired rockets into the city": what it aims at is not called so, nor lies there."""
    if rank(name) <= _UNIT and not (name.place is not None and rank(name) and name.place.admin1 is None):
        return False
    verb = event.trigger
    aimed = [*(clause.done_to(verb) if is_verb(verb) else ()), *clause.behind(verb, *_ONTO)]
    nouns = [noun.lemma_.lower() for noun in aimed if noun.lemma_.lower() in _KINDS and _pointing(noun)]
    return bool(nouns) and not any(_can_be(name, noun) for noun in nouns)
