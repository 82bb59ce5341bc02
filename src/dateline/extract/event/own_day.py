"""The day that an event's own sentence tells, where the rule book of figures ties it to no figure.

A reader is sure where the only day of the sentence opens it before its first clause ("Monday tanks shelled X, killing
four"), stands right behind the event's noun ("the airstrikes on Sunday") or hangs on the verb of which the event is the
subject ("raids claimed ten lives overnight").
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
from dateline.extract.time.attach import hold
from dateline.extract.trigger.grammar import children, is_verb
from dateline.model import Period
from dateline.model.words import EventType
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_A_DAY: Final = len("2024-11-28")
_KINDS: Final = frozenset({"point", "interval"})
_DAYS: Final = frozenset({"day", "range"})
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BEHIND: Final = re.compile(r"(?: and (?:[a-z-]+ ){1,3}| )?(?:(?:early|late|earlier) )?(?:on )?", re.IGNORECASE)
"""Between an event's noun and its day, another such noun beside it."""
_OWNS: Final = re.compile(r"['’]?s (?:[\w-]+ ){0,3}")
"""Between a day and the event that it has ("Saturday's deadly attack")."""
_OPENS: Final = 2
"""Words of a sentence among which a day opens it ("On Monday", "Also Monday")."""
_HEAD: Final = 400
"""Code points at the beginning of a page within which its own date can stand."""
_NEAR: Final = 16
_STAMP: Final = re.compile(r"[\s)\]]*(?:\(?updated\b|title:|\d{3,4}\b|[A-Z(\"“]|$)")
"""What follows the date of a page: a clock, a bracket, a heading, a new sentence, not the rest of one."""
_GOVERNED: Final = re.compile(r"\b(?:on|in|of|since|until|by|from|to|the|and)\s*$", re.IGNORECASE)
_HARMS: Final = word_set("event_times_en", "times", "harms")
_AFTER: Final = frozenset({"after", "when", "as", "following"})
_THROWN: Final[frozenset[EventType]] = frozenset({"shelling", "air_strike"})
_MOMENTS: Final[frozenset[EventType]] = _THROWN | {"explosion", "attack", "attack_on_civilians"}


def own_day(event: EventDraft, page: Page) -> Period:
    """The only day of the event's sentence if it is surely the event's; open (`Period()`) where it is not."""
    here = [t for t in page.timexes if t.sentence == event.sentence.index and t.kind in _KINDS]
    here = [timex for timex in here if not is_stamp(timex, page)]
    if event.modality != "asserted":
        return Period()
    days = [day for day in here if _of_its_purpose(day, event, page) or _right_before(day, event, page)]
    if not days and len(here) == 1 and _is_its_own(here[0], event, page):
        days = here
    if len(days) != 1:
        return Period()
    day = days[0]
    whole = day.precision in _DAYS and len(day.first or "") == _A_DAY
    if not whole and not (day.precision == "month" and _of_its_harm(day, event)):
        return Period()
    return Period() if day.anchor == "text" else Period(day.first, day.last, day.text, day.precision, day.anchor)


def is_stamp(timex: Timex, page: Page) -> bool:
    """The date of the page itself, printed among the words of its head ("07-08-2013 0147 PM The army …")."""
    if page.dated is None or timex.first != page.dated.isoformat() or timex.last != timex.first:
        return False
    if timex.start > _HEAD or not re.search(r"(?:19|20)\d\d", timex.text):
        return False
    behind, before = page.text[timex.end : timex.end + _NEAR], page.text[max(0, timex.start - _NEAR) : timex.start]
    return _STAMP.match(behind) is not None and _GOVERNED.search(before) is None


def _is_its_own(day: Timex, event: EventDraft, page: Page) -> bool:
    if is_spoken_of(day, event):
        return False
    if _right_behind(day, event, page) or _opens(day, event) or _of_its_verb(day, event) or _while(day, event):
        return True
    return _in_its_attack(day, event) or _of_its_harm(day, event)


def _right_before(day: Timex, event: EventDraft, page: Page) -> bool:
    """ "Saturday's attack", "Monday's alleged rocket attack", of which the page lost the apostrophe ("Saturdays")."""
    between = page.text[day.end : event.start] if event.noun else ""
    return _OWNS.fullmatch(between) is not None and all(
        word.head == event.trigger or event.trigger in word.ancestors
        for word in event.sentence.tokens_in(day.end + 2, event.start)
    )


def _right_behind(day: Timex, event: EventDraft, page: Page) -> bool:
    """ "Air raids on Sunday", "air raids and shelling attacks on Sunday", "the air strike on the dam on Sunday"."""
    if not event.noun or day.start <= event.end:
        return False
    if _BEHIND.fullmatch(page.text[event.end : day.start]):
        return True
    between = [word for word in event.sentence.tokens_in(event.end, day.start) if word.lower_ not in {"on", "in"}]
    if any(is_verb(word) for word in between):
        return False
    held = hold(day, event.sentence)
    nouns = held is not None and held.governor.pos_ in {"NOUN", "PROPN"} and not held.before
    if held is not None and nouns and event.trigger in held.governor.ancestors:
        return True
    return all(event.trigger in word.ancestors and word.dep_ != "cc" for word in between)


def deed_above(verb: Token) -> Token | None:
    """What was done to that end, above "to retake X": "an offensive", "stormed"; None where nothing was."""
    at = verb
    if not _to(at):
        return None
    while at.dep_ == "xcomp" and _to(at.head):
        at = at.head
    above = at.head
    if at.dep_ in {"acl", "relcl"}:
        return above if classes.is_event(above) or above.lemma_.lower() in lexicon().plans else None
    told = at.dep_ == "advcl" and above.tag_ in {"VBD", "VBN"} and above.lemma_.lower() in lexicon().verbs
    return above if told else None


def _to(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(child.lower_ == "to" for child in children(verb, "aux"))


def _of_its_purpose(day: Timex, event: EventDraft, page: Page) -> bool:
    """ "Launched an offensive to retake X on 22 September": the day that the parser ties to what it was for."""
    held = hold(day, event.sentence)
    deed = deed_above(held.governor) if held is not None else None
    past = page.latest is not None and str(day.first) <= page.latest.isoformat()
    return past and deed is not None and event.trigger in (deed, deed.head)


def _while(day: Timex, event: EventDraft) -> bool:
    """ "Struck a car carrying troops on Sunday": the day of what somebody was doing then is that of the deed."""
    held = hold(day, event.sentence)
    if held is None or day.start < event.end:
        return False
    doing = held.governor
    while doing.dep_ == "xcomp":
        doing = doing.head
    if doing.tag_ != "VBG" or doing.dep_ != "acl":
        return False
    at = doing.head
    while at != event.trigger and not is_verb(at) and at.head != at:
        at = at.head
    return at == event.trigger


def _opens(day: Timex, event: EventDraft) -> bool:
    """The day opens the sentence, and the event is what its first verb tells or what that did ("killing ten")."""
    words = event.sentence.tokens_in(day.start, day.end)
    tokens = list(event.sentence.tokens)
    if not words or words[0].i - tokens[0].i > _OPENS:
        return False
    verb = _main(event.trigger) if _also(event.trigger) else event.trigger
    told = [t for t in tokens if words[-1].i < t.i < verb.i and t.tag_ in _FINITE and t.head != verb]
    return is_verb(verb) and not told and verb.tag_ != "VBG" and not _says(verb)


def _of_its_verb(day: Timex, event: EventDraft) -> bool:
    """The day hangs on the verb of which the event is the subject, or on the one that it adds to."""
    held = hold(day, event.sentence)
    if held is None:
        return False
    if _also(event.trigger):
        return held.governor == _main(event.trigger)
    if held.governor.dep_ == "acl" and held.governor.head == event.trigger and held.governor.tag_ == "VBN":
        return event.noun  # "an ambush carried out on Monday"
    harms = held.governor.lemma_.lower() in _HARMS
    if event.trigger.dep_ == "acl" and event.type in _THROWN:  # "a missile fired by rebels killed ten on Tuesday"
        return harms and event.trigger.head.dep_ == "nsubj" and event.trigger.head.head == held.governor
    verb = event.trigger.head
    return event.noun and harms and event.trigger.dep_ == "nsubj" and held.governor in (verb, *verb.conjuncts)


def _in_its_attack(day: Timex, event: EventDraft) -> bool:
    """ "Killed ten people in an attack on two villages on Sunday": the day of the attack is that of the killing."""
    words = event.sentence.tokens_in(day.start, day.end)
    nouns = [noun for within in children(event.trigger, "prep") for noun in children(within, "pobj")]
    return is_verb(event.trigger) and any(
        noun.head.lower_ in {"in", "during"}
        and classes.is_event(noun)
        and any(noun in word.ancestors for word in words)
        for noun in nouns
    )


def _of_its_harm(day: Timex, event: EventDraft) -> bool:
    """ "Ten were killed on Sunday after a bomber blew himself up", "in May ten died when a belt was detonated"."""
    held = hold(day, event.sentence)
    if held is None or held.governor.lemma_.lower() not in _HARMS or event.type not in _MOMENTS:
        return False
    at = event.trigger
    while at.head not in (at, held.governor):
        at = at.head
        if at.dep_ in {"ccomp", "conj"} or (at.dep_ == "advcl" and at.tag_ != "VBG" and at.head != held.governor):
            return False
    marks = {child.lower_ for child in children(at, "mark", "advmod")} | {at.lower_}
    return at.head == held.governor and at.dep_ in {"advcl", "prep"} and not marks.isdisjoint(_AFTER)


def _also(verb: Token) -> bool:
    """ "…, killing ten": what a deed did besides."""
    plain = verb.tag_ == "VBG" and verb.dep_ in {"advcl", "acl"} and verb.lower_ in lexicon().harms
    return plain and not children(verb, "mark", "nsubj")


def _main(verb: Token) -> Token:
    """The finite verb above another, itself where there is none."""
    return next((above for above in verb.ancestors if above.tag_ in _FINITE), verb)


def _says(verb: Token) -> bool:
    return verb.lemma_.lower() in cues().saying
