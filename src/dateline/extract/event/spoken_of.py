"""Whether a time of an event's sentence is that of what people said of the event or did about it.

"Received a review on Saturday of how to respond to a gas attack", "said in a statement on Wednesday that ten were
killed in the shelling", "patrolled on Tuesday in the aftermath of the attack": the event was before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extract.draft import Timex
from dateline.extract.event.draft import EventDraft
from dateline.extract.sentence import Sentence
from dateline.extract.time.attach import hold
from dateline.extract.trigger.grammar import SUBJECTS, children, is_verb
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_SPOKEN = word_set("event_times_en", "times", "spoken")
_DEALS = word_set("event_times_en", "times", "deals")
_SCENES = word_set("event_times_en", "times", "scenes")
_WRITINGS = word_set("event_times_en", "times", "writings")
_LEADS = word_set("event_words_en", "spoken_of", "leads")


def is_spoken_of(timex: Timex, event: EventDraft) -> bool:
    """True where the time is that of a statement about the event, of a visit to where it was, or of an answer to it."""
    if timex.start <= event.start < timex.end:
        return False
    if in_a_writing(timex, event.sentence):
        return True
    if not event.noun:
        return False
    words = event.sentence.tokens_in(timex.start, timex.end)
    if any(word.i < event.trigger.i for word in words) and any(event.trigger in word.ancestors for word in words):
        return False  # "Tuesday's attack"
    if _at_the_scene(event.trigger):
        return True
    held = hold(timex, event.sentence)
    meets = {held.governor.i, *(above.i for above in held.governor.ancestors)} if held is not None else set()
    closes = _closes(timex, event)
    at = event.trigger
    while at.i not in meets and at.head != at:
        under, at = at, at.head
        about = at.lemma_.lower() in (_DEALS if at.pos_ == "VERB" else _SPOKEN)
        if about and not closes and under.dep_ != "nsubj":
            return True
    return False


def _at_the_scene(noun: Token) -> bool:
    """ "Bodies still lay at the scene of the attack on Sunday": when somebody was there. A caption ("a man carries a
    child at the scene …") is of the day itself."""
    at = noun
    while at.dep_ in {"pobj", "prep", "compound"} and at.head != at:
        at = at.head
        if at.lemma_.lower() in _SCENES:
            above = next((up for up in at.ancestors if is_verb(up)), None)
            return at.dep_ == "pobj" and above is not None and _past(above)
    return False


def _past(verb: Token) -> bool:
    return verb.tag_ == "VBD" or any(aid.tag_ == "VBD" for aid in children(verb, "aux", "auxpass"))


def in_a_writing(timex: Timex, sentence: Sentence) -> bool:
    """ "Said in a statement on Tuesday", "told him in a call Saturday": when it was said."""
    words = sentence.tokens_in(timex.start, timex.end)
    if not words:
        return False
    at = words[0].i - 1
    while at > words[0].sent.start and words[0].doc[at].lower_ in _LEADS:
        at -= 1
    noun = words[0].doc[at]
    return noun.lower_ in _WRITINGS and noun.dep_ not in SUBJECTS and noun.head.lower_ in {"in", "during", "by"}


def _closes(timex: Timex, event: EventDraft) -> bool:
    """The time is among what belongs to the event's noun, or right behind ("condemned the attack on Y on Sunday")."""
    words = [*event.sentence.tokens_in(timex.start, timex.end), _before(timex, event.sentence)]
    return any(w is not None and (w == event.trigger or event.trigger in w.ancestors) for w in words)


def _before(timex: Timex, sentence: Sentence) -> Token | None:
    """The word before the time and its preposition."""
    words = sentence.tokens_in(timex.start, timex.end)
    at = words[0].i - 1 if words else -1
    while at > 0 and words[0].doc[at].lower_ in _LEADS:
        at -= 1
    return words[0].doc[at] if at >= 0 else None
