"""Signs in a sentence that it goes on telling what the text told before, or turns to something else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.extract.draft import Draft, Page
from dateline.extract.sentence import Sentence
from dateline.extract.time.attach import is_verb, words
from dateline.extract.time.pagedate import opens_dispatch
from dateline.vocab.load import load, word_set

if TYPE_CHECKING:
    from spacy.tokens import Token


HARMED = frozenset({"killed", "injured", "destroyed_housing", "partially_destroyed_housing"})
"""What attacks and disasters do at once; people move, return and are sheltered in their own time."""


def goes_on(draft: Draft, given: Sentence, page: Page, *, back: int, stretch: bool) -> bool:
    """Whether a figure without a time of its own tells of the day that a sentence before gives.

    A part or a rival count of what was told does ("nine of those killed", "a higher toll"), and one of the same event
    ("in the attack"). Without such a sign those killed and hurt after it do, but not in another place, nor those who
    "have been", nor people on the move, unless the text just summed up a `stretch` of days.
    """
    if points_back(draft) or _same_event(draft, given):
        return True
    if draft.term in HARMED and _far_around(given):
        return True
    if perfect(draft.trigger):
        return stretch and back == 1
    if draft.term not in HARMED:
        return stretch and back == 1
    return stretch or not _elsewhere(draft, given, page)


def _far_around(given: Sentence) -> bool:
    """The sentence tells of a quake or the like: its harm is of that day wherever it is told."""
    return any(t.lemma_.lower() in words("far_around") for t in given.tokens if t.pos_ in {"NOUN", "PROPN"})


def points_back(draft: Draft) -> bool:
    """ "Of the dead", "of them", "the toll", "it killed": the sentence takes up what was told."""
    tokens = list(draft.sentence.tokens)
    around = {t.lower_ for t in _around(draft)}
    if around & words("partitive") or {t.lemma_.lower() for t in tokens} & (words("count") - {"number", "total"}):
        return True
    return any(t.lower_ in {"it", "they"} and t.dep_ == "nsubj" and t.head.i == draft.trigger.i for t in tokens)


def of_those(draft: Draft) -> bool:
    """ "65,000 of them", "of these, 2,900": a part of those told of in the sentence before."""
    numbers = [t for t in draft.sentence.tokens if t.like_num and t.i < draft.quantity.number.i]
    if numbers:
        return False
    return any(t.lower_ in {"them", "those", "these", "whom", "which"} for t in _around(draft))


_RATE = re.compile(
    r"^\W*(?:\w+\W+){0,2}?(?:(?:a|an|per|each|every)\s+(?:hour|day|week|month|year|night)|daily|annually|yearly)\b",
    re.IGNORECASE,
)


def is_rate(draft: Draft) -> bool:
    """ "5,800 people a year", "60 wounded a day": a count of no one time."""
    return bool(_RATE.match(draft.after))


def _around(draft: Draft) -> list[Token]:
    return [t for t in draft.sentence.tokens if abs(t.i - draft.quantity.number.i) <= 3]


def _same_event(draft: Draft, given: Sentence) -> bool:
    """True where both sentences name the same kind of event ("strikes … the strikes")."""
    return bool(_nouns(draft.sentence) & _nouns(given) & set(load("time_en")["classes"]["EVENT"]))


def _nouns(sentence: Sentence) -> set[str]:
    return {word for t in sentence.tokens if t.pos_ in {"NOUN", "PROPN"} for word in (t.lemma_.lower(), t.lower_)}


def _elsewhere(draft: Draft, given: Sentence, page: Page) -> bool:
    """True where the sentence opens with a place that the text did not name before ("In Hit, …")."""
    if not draft.sentence.text.startswith(("In ", "At ", "Near ", "Around ")):
        return False
    opening = draft.sentence.start + 4
    here = {t.name.lower() for t in page.toponyms if t.sentence == draft.sentence.index and t.start <= opening + 25}
    before = {t.name.lower() for t in page.toponyms if t.sentence < draft.sentence.index}
    return bool(here) and not here & before


def lasting(draft: Draft, page: Page) -> bool:
    """True for a total of a whole war: its clause speaks of the war, or of "it" after a sentence on the war."""
    clause = _clause(draft.trigger)
    if any(_is_war(t) for t in clause):
        return True
    pronoun = any(t.lower_ == "it" and t.dep_ in {"nsubj", "nsubjpass"} for t in clause)
    if not pronoun or not draft.sentence.index or not perfect(draft.trigger):
        return False
    return on_war(page.sentences[draft.sentence.index - 1], subject=True)


def on_war(sentence: Sentence, *, subject: bool = False) -> bool:
    """True where the sentence speaks of a war or the like (with `subject`: says something of it)."""
    return any(_is_war(t) and (not subject or t.dep_ in {"nsubj", "nsubjpass"}) for t in sentence.tokens)


def _is_war(token: Token) -> bool:
    return token.pos_ == "NOUN" and token.lemma_.lower() in words("lasting")


def _clause(trigger: Token) -> list[Token]:
    """The words of the clause of the trigger: its verb with its subject, objects and adverbials."""
    kept = (c for c in _verb(trigger).children if c.dep_ not in {"ccomp", "advcl", "parataxis", "conj"})
    return [t for c in kept for t in c.subtree if t.dep_ != "relcl"]


def _verb(trigger: Token) -> Token:
    at = trigger
    while not is_verb(at) and at.head.i != at.i:
        at = at.head
    return at


_LEAVING = word_set("wording_en", "period_links", "leaving")
"""Verbs whose object is said to be in a state: "has left thousands trapped"."""


def perfect(trigger: Token) -> bool:
    """True for "have been killed", "has cost", also where a verb before lends its "have"."""
    verb = _verb(trigger)
    if verb.dep_ in {"ccomp", "xcomp", "oprd", "acomp"} and verb.head.lemma_ in _LEAVING:
        verb = verb.head
    while verb.dep_ == "conj" and verb.tag_ in {"VBN", "VBD"} and is_verb(verb.head) and not _helped(verb):
        verb = verb.head
    return any(c.dep_ in {"aux", "auxpass"} and c.lemma_ == "have" and c.tag_ in {"VBP", "VBZ"} for c in verb.children)


def present(draft: Draft) -> bool:
    """True for what goes on ("5,000 people a week reach the town"); headlines, and harm done, tell the past so too."""
    verb = _verb(draft.trigger)
    if draft.sentence.headline or not draft.sentence.index or draft.term in HARMED:
        return False
    return verb.tag_ in {"VBP", "VBZ"} and verb.lemma_ not in {"be", "have"}


def _helped(verb: Token) -> bool:
    return any(c.dep_ in {"aux", "auxpass"} for c in verb.children)


def since_event(draft: Draft) -> bool:
    """ "Have left since the strike", "fled after the attack": what was told before is what set them moving."""
    events = set(load("time_en")["classes"]["EVENT"])
    joints = (t for t in draft.trigger.subtree if t.lower_ in {"since", "after", "following"})
    return any(c.lower_ in events for t in joints for c in t.children)


def turns(sentence: Sentence) -> bool:
    """ "Elsewhere …", "Meanwhile …", "TARN, May 6 -": the text goes over to something else."""
    return _opening(sentence).startswith(tuple(words("switching"))) or opens_dispatch(sentence.text)


def opens_on(sentence: Sentence) -> bool:
    """ "As a result …": the text goes on with the same."""
    return _opening(sentence).startswith(tuple(words("going_on")))


_SHORT = 8
"""Words of a list's line in which the parser may take a participle for a verb ("Orvel: 40 houses damaged")."""


def is_line(sentence: Sentence) -> bool:
    """True for a heading or a line of a list: it has no verb of its own."""
    verbs = [t for t in sentence.tokens if is_verb(t) and t.tag_ not in {"VBN", "VBG"}]
    return not verbs or (len(sentence.tokens) <= _SHORT and not any(t.pos_ == "AUX" for t in verbs))


def _opening(sentence: Sentence) -> str:
    return sentence.text.lower().lstrip("\"'“‘- ")
