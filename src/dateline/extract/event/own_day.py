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
from dateline.extract.event.draft import EventDraft
from dateline.extract.event.lexicon import lexicon
from dateline.extract.time.attach import hold
from dateline.extract.trigger.grammar import children, is_verb
from dateline.model import Period

if TYPE_CHECKING:
    from spacy.tokens import Token

_A_DAY: Final = len("2024-11-28")
_KINDS: Final = frozenset({"point", "interval"})
_DAYS: Final = frozenset({"day", "range"})
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BEHIND: Final = re.compile(r"(?: and (?:[a-z-]+ ){1,3}| )?(?:(?:early|late|earlier) )?(?:on )?", re.IGNORECASE)
"""Between an event's noun and its day, another such noun beside it."""
_OPENS: Final = 2
"""Words of a sentence among which a day opens it ("On Monday", "Also Monday")."""
_LIVES: Final = frozenset({"life", "victim", "casualty", "toll"})


def own_day(event: EventDraft, page: Page) -> Period:
    """The only day of the event's sentence if it is surely the event's; open (`Period()`) where it is not."""
    here = [t for t in page.timexes if t.sentence == event.sentence.index and t.kind in _KINDS]
    if len(here) != 1 or event.modality != "asserted":
        return Period()
    day = here[0]
    if day.precision not in _DAYS or len(day.first or "") != _A_DAY or day.anchor == "text":
        return Period()
    if not (_right_behind(day, event, page) or _opens(day, event) or _of_its_verb(day, event)):
        return Period()
    return Period(day.first, day.last, day.text, day.precision, day.anchor)


def _right_behind(day: Timex, event: EventDraft, page: Page) -> bool:
    """ "Air raids on Sunday", "air raids and shelling attacks on Sunday"."""
    return event.noun and day.start > event.end and bool(_BEHIND.fullmatch(page.text[event.end : day.start]))


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
    lost = any(child.lemma_ in _LIVES for child in children(held.governor, "dobj"))
    return event.noun and lost and event.trigger.head == held.governor and event.trigger.dep_ == "nsubj"


def _also(verb: Token) -> bool:
    """ "…, killing ten": what a deed did besides."""
    plain = verb.tag_ == "VBG" and verb.dep_ in {"advcl", "acl"} and verb.lower_ in lexicon().harms
    return plain and not children(verb, "mark", "nsubj")


def _main(verb: Token) -> Token:
    """The finite verb above another, itself where there is none."""
    return next((above for above in verb.ancestors if above.tag_ in _FINITE), verb)


def _says(verb: Token) -> bool:
    return verb.lemma_.lower() in cues().saying
