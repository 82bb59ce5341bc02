"""Periods carried over from the sentences around: only where the text goes on telling the same.

The last time named before is taken up by what happened at it ("… on Wednesday. Rescuers spoke of 23 dead"), by totals
since it ("… under fire since mid-January. Twenty people have been killed"), and by the story's first lines from the
sentence that dates the event they tell ("The attack took place on Saturday"). A total of a whole war takes up only
when the war began; a state takes up only an "as of"; what is to come takes up nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from dateline.extract.assemble.period_compared import is_compared
from dateline.extract.assemble.period_links import (
    HARMED,
    goes_on,
    is_line,
    is_rate,
    lasting,
    of_those,
    on_war,
    opens_on,
    perfect,
    present,
    since_event,
    turns,
)
from dateline.extract.assemble.period_own import Own, own
from dateline.extract.draft import Draft, Page, Timex
from dateline.extract.sentence import Sentence
from dateline.extract.time.attach import Hold, hold, is_verb, says, slow, slow_subject, words
from dateline.model import Period

_STORY = 8
"""Sentences over which a day goes on being told."""
_TOTAL = 2
"""Sentences over which "since X" goes on."""
_AS_OF = 4
"""Sentences over which "as of X" goes on in prose."""
_LIST = 25
"""Lines of a list over which the time of its heading goes on."""
_AHEAD = 3
"""Sentences after the first lines in which the event they tell may be dated."""
_LONG = frozenset({"month", "year", "season"})
_DAY = len("2030-01-01")
_NOTHING = Period()
_MOVING = frozenset({"displaced", "forced_to_flee", "evacuated", "relocated", "sheltered", "in_relief_camp", "homeless",
                     "crossed_border"})  # fmt: skip
"""Terms for those whom an event sets moving."""


@dataclass(frozen=True, slots=True)
class _Given:
    """A period given by a sentence before, whether by people on the move, and how many sentences back."""

    period: Period
    kind: str
    moving: bool
    sentence: Sentence
    back: int


def carried(draft: Draft, page: Page) -> Period:
    """The period that the text goes on telling of, open where it does not."""
    if draft.modality not in {"asserted", "negated"} or turns(draft.sentence) or is_compared(draft) or is_rate(draft):
        return _NOTHING
    if draft.counts_nobody and any(t.sentence == draft.sentence.index and (t.first or t.last) for t in page.timexes):
        return _NOTHING  # the sentence has gone on to another time, though not one of this event
    if lasting(draft, page):
        return beginning(draft, page) or _NOTHING
    if _dated_above(draft, page):
        return _NOTHING
    given = _given(draft, page)
    if given is None:
        return _told_after(draft, page) if draft.measure == "flow" else _NOTHING
    if draft.measure == "flow" and given.kind == "day" and since_event(draft):
        return replace(given.period, end=None)
    if not _taken_up(given, draft, page):
        return _NOTHING
    return replace(given.period, end=None) if _set_moving(given, draft) else given.period


def _dated_above(draft: Draft, page: Page) -> bool:
    """ "They retook it two days later after losing 14 men": the clause above has gone on to a time of its own."""
    above = {token.i for token in draft.trigger.ancestors}
    for timex in (t for t in page.timexes if t.sentence == draft.sentence.index and t.first and t.kind == "point"):
        held = hold(timex, draft.sentence)
        if held is not None and held.governor.i in above and not says(held.governor):
            return True
    return False


def _given(draft: Draft, page: Page) -> _Given | None:
    """The last period given before; that of what came of it (an arrest, a death in hospital) only where no earlier day
    is told: the others were not harmed when the first of them died, nor when somebody was caught.
    """
    step = None
    for given in _before(draft, page):
        if _caught(given, draft, page):
            continue
        if step is None and _died_of_it(given, draft, page):
            step = given
        elif step is None or (given.period.start or "~") < (step.period.start or ""):
            return given
    return step


def _caught(given: _Given, draft: Draft, page: Page) -> bool:
    """The sentence tells only of those who were seized, and the figure of somebody else."""
    terms = {d.term for d in page.drafts if d.sentence is given.sentence}
    return terms == {"detained"} and draft.term != "detained"


def _died_of_it(given: _Given, draft: Draft, page: Page) -> bool:
    """The sentence tells only that one person died."""
    told = [d for d in page.drafts if d.sentence is given.sentence]
    return draft.term in HARMED and bool(told) and all(d.quantity.implied and d.trigger.lemma_ == "die" for d in told)


def _set_moving(given: _Given, draft: Draft) -> bool:
    """True where the day is that of what made people move: they moved from then on."""
    one_day = given.kind == "day" and given.period.start == given.period.end
    return one_day and draft.term in _MOVING and not given.moving


def _taken_up(given: _Given, draft: Draft, page: Page) -> bool:
    if given.kind == "until":
        return given.back <= _AS_OF or (given.back <= _LIST and is_line(draft.sentence))
    if draft.measure == "stock":
        return False
    if given.kind == "since":
        joined = given.back == 1 and (opens_on(draft.sentence) or of_those(draft))
        return joined or (given.back <= _TOTAL and perfect(draft.trigger))
    if given.period.precision in _LONG:
        return given.back == 1 and of_those(draft)
    if present(draft):
        return False
    one_night = perfect(draft.trigger) and _days(given.period) == 1
    stretch = given.period.start != given.period.end and not one_night
    return goes_on(draft, given.sentence, page, back=given.back, stretch=stretch)


def _days(period: Period) -> int | None:
    """How many days a period has, the two of one night being one; None where its ends are not known to the day."""
    ends = (period.start, period.end)
    first, last = (date.fromisoformat(day) if day is not None and len(day) == 10 else None for day in ends)
    if first is None or last is None:
        return 1 if period.start == period.end else None
    return max(1, (last - first).days)


def _before(draft: Draft, page: Page) -> Iterator[_Given]:
    """The periods given by the sentences before, the last first, back to where the text turned to something else."""
    here = draft.sentence.index
    reach = _LIST if is_line(draft.sentence) else _STORY
    for index in range(here - 1, max(here - reach, 0) - 1, -1):
        sentence = page.sentences[index]
        if page.apart(index, here):
            return
        moving = any(d.sentence is sentence and d.term in _MOVING for d in page.drafts)
        for given in _given_by(sentence, page):
            yield _Given(given.period, given.kind, moving, sentence, here - index)
        if turns(sentence):
            return


def _given_by(sentence: Sentence, page: Page) -> Iterator[Own]:
    """The periods of a sentence's figures, else those of the events it dates."""
    drafts = [d for d in page.drafts if d.sentence is sentence]
    for draft in reversed([d for d in drafts if _goes_on_from(d)]):
        found = own(draft, page)
        if found is not None and (found.period.start or found.period.end) and _goes_further(found, draft):
            yield found
    if drafts:
        return
    for timex in (t for t in page.timexes if t.sentence == sentence.index):
        held = hold(timex, sentence)
        if held is None and is_line(sentence) and timex.first != timex.last:
            yield Own(Period(timex.first, timex.last, timex.text, timex.precision, timex.anchor), "day")
        dated = (timex.first or timex.last) and not _is_long(timex)
        if held is not None and (dated or timex.kind == "since") and _dates_event(held, timex):
            yield _event(held, timex)


def _is_long(timex: Timex) -> bool:
    """A month, a year, or a stretch from one to now ("so far this year"): what comes next need not be of it."""
    begins = timex.first if timex.kind == "interval" else None
    to_now = timex.last is None or len(timex.last) == _DAY  # "from August 2016 to June 2017" is a stretch of its own
    return timex.precision in _LONG or (begins is not None and len(begins) < _DAY and to_now)


def _goes_on_from(draft: Draft) -> bool:
    """The telling goes on from a figure of what happened, and not from one it was only compared with."""
    return draft.modality == "asserted" and not _told_aside(draft) and not is_compared(draft)


def _told_aside(draft: Draft) -> bool:
    """ "The poet, who was arrested ten days ago": the telling does not go on from there."""
    return draft.counts_nobody and draft.trigger.dep_ in {"relcl", "acl"}


def _goes_further(found: Own, draft: Draft) -> bool:
    """Not what is counted of a stretch by itself ("last week alone"), nor what is so now."""
    if f"{found.period.text} alone" in draft.sentence.text:
        return False
    if found.kind == "until":
        return _is_as_of(found.period.text)
    return found.kind != "now" and draft.measure == "flow"


def _is_as_of(text: str | None) -> bool:
    return bool(text) and str(text).lower().startswith(("as of", "as at"))


def _dates_event(held: Hold, timex: Timex) -> bool:
    return (
        (not says(held.governor) or _is_as_of(timex.text))
        and timex.value != "PRESENT_REF"
        and (timex.kind in {"point", "interval", "since"} or (timex.kind == "until" and _is_as_of(timex.text)))
    )


def _event(held: Hold, timex: Timex) -> Own:
    """The period that what happened then takes up: a beginning has no end, a hazard's day is but its start."""
    begins = held.governor.lemma_.lower() in words("begin")
    hazard = slow(held.governor) or slow_subject(held.governor)
    open_end = begins or (hazard and timex.kind == "point")
    period = Period(timex.first, None if open_end else timex.last, timex.text, timex.precision, timex.anchor)
    if timex.kind == "since" or (begins and timex.precision in _LONG):
        return Own(period, "since")
    return Own(period, "until" if timex.kind == "until" else "day")


def beginning(draft: Draft, page: Page) -> Period | None:
    """When a war began, as the last sentences say; None where they do not, or the figure is no total of a war."""
    if not lasting(draft, page):
        return None
    for index in range(draft.sentence.index - 1, max(draft.sentence.index - 1 - _TOTAL, -1), -1):
        sentence = page.sentences[index]
        for timex in (t for t in page.timexes if t.sentence == index and t.first):
            held = hold(timex, sentence)
            begins = held is not None and held.governor.lemma_.lower() in words("begin")
            if (timex.kind == "since" or begins) and on_war(sentence) and timex.precision in {"month", "year"}:
                return Period(timex.first, None, timex.text, timex.precision, timex.anchor)
    return None


def _told_after(draft: Draft, page: Page) -> Period:
    """The day that the next sentences give to the event the first lines tell, or to the same harm told in full."""
    if draft.sentence.index > _AHEAD or perfect(draft.trigger) or present(draft):
        return _NOTHING
    for index in range(draft.sentence.index + 1, min(draft.sentence.index + 1 + _AHEAD, len(page.sentences))):
        found = _same_harm(draft, index, page) or _dated_event(index, page)
        if found is not None and not page.apart(draft.sentence.index, index):
            return found
    return _NOTHING


def _same_harm(draft: Draft, index: int, page: Page) -> Period | None:
    told = (d for d in page.drafts if d.sentence.index == index and d.modality == "asserted")
    for other in (d for d in told if _alike(d, draft)):
        found = own(other, page)
        if found is not None and found.kind == "day" and found.period.precision in {"day", "range"}:
            return found.period
    return None


def _alike(one: Draft, other: Draft) -> bool:
    """The same harm; of events, which are all of one term, only what the same word tells."""
    same_word = not one.counts_nobody or one.trigger.lemma_ == other.trigger.lemma_
    return one.term == other.term and one.counts_nobody == other.counts_nobody and same_word


def _dated_event(index: int, page: Page) -> Period | None:
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
