"""Periods carried over from the sentences around: only where the text goes on telling the same.

The last time named before is taken up by what happened at it ("… on Wednesday. Rescuers spoke of 23 dead"), by totals
since it ("… under fire since mid-January. Twenty people have been killed"), and by the story's first lines from the
sentence that dates the event they tell ("The attack took place on Saturday"). A total of a whole war takes up only
when the war began; a state takes up only an "as of"; what is to come takes up nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.extract.assemble.period_own import own
from dateline.extract.draft import Draft, Page, Timex
from dateline.extract.sentence import Sentence
from dateline.extract.time.attach import Hold, hold, is_verb, says, words
from dateline.model import Period
from dateline.vocab.load import load

if TYPE_CHECKING:
    from spacy.tokens import Token

_STORY = 8
"""Sentences over which a day goes on being told."""
_TOTAL = 2
"""Sentences over which "since X" goes on."""
_AHEAD = 3
"""Sentences after the first lines in which the event they tell may be dated."""


@dataclass(frozen=True, slots=True)
class _Given:
    """A period given by a sentence before, how far back, and whether it is a day's (or a stretch's) or a total's."""

    period: Period
    back: int
    total: bool


def carried(draft: Draft, page: Page) -> Period:
    """The period that the text goes on telling of, open where it does not."""
    if draft.modality not in {"asserted", "negated"} or _turns(draft.sentence):
        return Period()
    if _lasting(draft, page):
        return _carried(_beginning(draft, page))
    given = next(_before(draft, page), None)
    if draft.measure == "stock":
        return _carried(given.period) if given and _as_of(given) else Period()
    if given is None:
        return _carried(_told_after(draft, page))
    if given.total:
        goes_on = given.back <= _TOTAL and (_perfect(draft.trigger) or given.back == 1 and _opens_on(draft.sentence))
        return _carried(given.period) if goes_on else Period()
    return _carried(given.period) if given.back <= _STORY and not (_perfect(draft.trigger) and given.back > 1) else Period()


def _carried(period: Period | None) -> Period:
    return Period() if period is None else replace(period, anchor=period.anchor)


def _before(draft: Draft, page: Page) -> Iterator[_Given]:
    """The periods given by the sentences before, the last first."""
    here = draft.sentence.index
    for index in range(here - 1, max(here - _STORY, 0) - 1, -1):
        sentence = page.sentences[index]
        for period in _given_by(sentence, page):
            yield _Given(period, here - index, period.end is None or period.precision == "year")


def _given_by(sentence: Sentence, page: Page) -> Iterator[Period]:
    """The periods of a sentence's figures, else those of the events it dates."""
    drafts = [d for d in page.drafts if d.sentence is sentence and d.measure == "flow" and d.modality == "asserted"]
    found = [period for d in drafts if (period := own(d, page)) is not None and (period.start or period.end)]
    if found:
        yield from found[::-1]
        return
    for timex in (t for t in page.timexes if t.sentence == sentence.index):
        held = hold(timex, sentence)
        if held is not None and (timex.first or timex.last) and _dates_event(held, timex):
            yield _event_period(held, timex)


def _dates_event(held: Hold, timex: Timex) -> bool:
    return not says(held.governor) and timex.kind in {"point", "interval", "since", "until"} and timex.value != "PRESENT_REF"


def _event_period(held: Hold, timex: Timex) -> Period:
    """The period that what happened then takes up: a beginning has no end, a hazard's day is but its start."""
    word = held.governor.lemma_.lower()
    slow = word in load("hazards_en")["disaster"] and word not in words("sudden")
    starts = word in words("begin") or (slow and timex.kind == "point")
    return Period(timex.first, None if starts else timex.last, timex.text, timex.precision, timex.anchor)


def _as_of(given: _Given) -> bool:
    return given.back <= _TOTAL and given.period.start is None and given.period.end is not None


def _lasting(draft: Draft, page: Page) -> bool:
    """True for a total of a whole war: its clause speaks of the war, or of "it" after a sentence on the war."""
    near = {t.lemma_.lower() for t in _clause(draft.trigger)}
    if near & words("lasting"):
        return True
    pronoun = any(t.lower_ == "it" and t.dep_ in {"nsubj", "nsubjpass"} for t in _clause(draft.trigger))
    if not pronoun or not draft.sentence.index or not _perfect(draft.trigger):
        return False
    before = page.sentences[draft.sentence.index - 1].tokens
    return any(t.lemma_.lower() in words("lasting") and t.dep_ in {"nsubj", "nsubjpass"} for t in before)


def _clause(trigger: Token) -> list[Token]:
    """The words of the clause of the trigger: its verb with its subject, objects and adverbials."""
    verb = trigger
    while not is_verb(verb) and verb.head.i != verb.i:
        verb = verb.head
    return [t for c in verb.children if c.dep_ not in {"ccomp", "advcl", "parataxis", "conj"} for t in c.subtree if t.dep_ != "relcl"]


def _beginning(draft: Draft, page: Page) -> Period | None:
    """When a war began, as the last sentences say."""
    for index in range(draft.sentence.index - 1, max(draft.sentence.index - 1 - _TOTAL, -1), -1):
        sentence = page.sentences[index]
        for timex in (t for t in page.timexes if t.sentence == index and t.first):
            held = hold(timex, sentence)
            begins = held is not None and held.governor.lemma_.lower() in words("begin")
            if (timex.kind == "since" or begins) and timex.precision in {"month", "year"}:
                return Period(timex.first, None, timex.text, timex.precision, timex.anchor)
    return None


def _told_after(draft: Draft, page: Page) -> Period | None:
    """The day that the next sentences give to the event the first lines tell."""
    if draft.sentence.index > _AHEAD or _perfect(draft.trigger):
        return None
    after = range(draft.sentence.index + 1, min(draft.sentence.index + 1 + _AHEAD, len(page.sentences)))
    for index in after:
        sentence = page.sentences[index]
        for timex in (t for t in page.timexes if t.sentence == index and t.first and t.precision in {"day", "range"}):
            held = hold(timex, sentence)
            if held is not None and timex.kind in {"point", "interval"} and _comes_back(held):
                return Period(timex.first, timex.last, timex.text, timex.precision, timex.anchor)
    return None


def _comes_back(held: Hold) -> bool:
    """ "The attack took place on …", "the bus targeted this morning"."""
    verb = held.governor
    return is_verb(verb) and verb.lemma_.lower() in words("happening") and verb.tag_ in {"VBD", "VBN"}


def _perfect(trigger: Token) -> bool:
    """True for "have been killed", "has cost"."""
    verb = trigger
    while not is_verb(verb) and verb.head.i != verb.i:
        verb = verb.head
    return any(c.dep_ in {"aux", "auxpass"} and c.text.lower() in {"have", "has", "'ve", "'s"} and c.lemma_ == "have" for c in verb.children)


def _turns(sentence: Sentence) -> bool:
    return sentence.text.lower().lstrip("\"'“ ").startswith(tuple(words("switching")))


def _opens_on(sentence: Sentence) -> bool:
    return sentence.text.lower().lstrip("\"'“ ").startswith(tuple(words("going_on")))
