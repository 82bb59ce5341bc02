"""From the numbers of a sentence to drafts: figures with what happened to the people they count."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.extract.assemble.implied import implied
from dateline.extract.assemble.measure import measure_of
from dateline.extract.assemble.modality import modality_of
from dateline.extract.assemble.shared import included, of_them, shared_trigger
from dateline.extract.assemble.term import term_of
from dateline.extract.assemble.uncounted import no_count, not_of_them
from dateline.extract.assemble.unit import unit_of
from dateline.extract.draft import Draft, Quantity
from dateline.extract.quantity.bounded import bounded
from dateline.extract.quantity.recognize import Counting, recognize
from dateline.extract.quantity.units import counted
from dateline.extract.sentence import Sentence
from dateline.extract.trigger.beside import beside
from dateline.extract.trigger.figured import Figured, Trigger
from dateline.extract.trigger.find import find, own_words
from dateline.extract.trigger.heading import heading
from dateline.extract.trigger.none import counts_no_event, none_of_it
from dateline.model.words import Measure

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Refused:
    """A number that became no draft, at working offsets, and why."""

    start: int
    end: int
    reason: str


Told = tuple[list[Draft], list[Refused]]
"""What a sentence tells: its drafts and its refused numbers, both in reading order."""


def after_others(sentence: Sentence, alone: Told, told: list[Draft]) -> Told:
    """The drafts of a sentence of which is known what it tells alone; only a number can continue those `told`."""
    drafts, refused = alone
    if told and (refused or not all(draft.quantity.implied for draft in drafts)):
        return drafts_of(sentence, told)
    return [replace(draft, sentence=sentence) for draft in drafts], refused


def counts_listed(draft: Draft) -> bool:
    """The noun is one that the lists know for people, households or dwellings: no "duels", no "wickets"."""
    noun = draft.quantity.noun
    return noun is not None and counted(noun) in {"person", "household", "dwelling"}


def refused_as_points(draft: Draft) -> Refused:
    """What a draft becomes that counts nothing listed, on a page of sport, trade or the stage."""
    return Refused(draft.quantity.start, draft.quantity.end, "counted on a page of sport, trade or the stage")


def drafts_of(sentence: Sentence, told: list[Draft] | None = None) -> Told:
    """The drafts of one sentence in reading order, and its refused numbers.

    `told` are the drafts of the sentences before: a bare number may continue them ("Another 300 are expected").
    """
    earlier = told or []
    drafts: list[Draft] = []
    refused: list[Refused] = []
    for counting in recognize(sentence):
        if counting.number.refused:
            refused.append(_refused(sentence, counting, counting.number.refused))
            continue
        draft = _draft(sentence, counting, [*earlier, *drafts])
        if isinstance(draft, str):
            refused.append(_refused(sentence, counting, draft))
        else:
            drafts.append(draft)
    taken = {
        t.i: Trigger(d.trigger, d.term, d.by)
        for d in drafts for t in sentence.tokens_in(d.quantity.start, d.quantity.end)
    }  # fmt: skip
    drafts += [_described(sentence, *found) for found in implied(sentence, taken)]
    return sorted(drafts, key=lambda d: d.quantity.start), refused


def _described(sentence: Sentence, first: Token, noun: Token, trigger: Trigger) -> Draft:
    """The draft of a single person told without a number."""
    start, end = sentence.span(first, noun)
    return Draft(
        sentence=sentence,
        quantity=Quantity(start, end, 1, 1, "exact", noun, noun, implied=True),
        unit="person",
        head=noun,
        trigger=trigger.token,
        term=trigger.term,
        measure=measure_of(trigger, noun, trigger.term),
        modality=modality_of(trigger, sentence, noun, zero=False),
        by=trigger.by,
    )


def _refused(sentence: Sentence, counting: Counting, reason: str) -> Refused:
    base = sentence.start
    return Refused(base + counting.number.start, base + counting.number.end, reason)


def _draft(sentence: Sentence, counting: Counting, before: list[Draft]) -> Draft | str:
    """A draft, or the reason why there is none."""
    if reason := no_count(sentence, counting):
        return reason
    figure = Figured(
        counting.root, counting.noun, counting.first, counting.last, counting.counted, counting.part, counting.inner
    )
    trigger = _trigger(counting, figure, sentence, before)
    if trigger is None:
        return "nothing is said to have happened to those counted"
    if reason := not_of_them(sentence, counting, figure, trigger):
        return reason
    unit = unit_of(counting, figure, trigger, before)
    if unit is None:
        return "what is counted is not said to be people, households or dwellings"
    head = figure.head
    zero = counting.number.low == counting.number.high == 0 or _none_of(sentence, counting)
    modality = modality_of(trigger, sentence, head, zero=zero)
    term = term_of(trigger, head, unit, ordered=modality == "ordered", told=before[-1].term if before else None)
    return Draft(
        sentence=sentence,
        quantity=_quantity(sentence, counting),
        unit=unit,
        head=head,
        trigger=trigger.token,
        term=term,
        measure=_shared_measure(trigger, before) if trigger.by == "shared" else measure_of(trigger, head, term),
        modality=modality,
        by=trigger.by,
    )


_NONE_OF = re.compile(
    r"\b(?:none|neither|nobody|no one|not one) of (?:(?:the|these|those|his|her|their|its) )?$", re.IGNORECASE
)


def _none_of(sentence: Sentence, counting: Counting) -> bool:
    """ "None of the 70 people inside was hurt": of those counted it did not happen to any."""
    return _NONE_OF.search(sentence.text, max(0, counting.number.start - 20), counting.number.start) is not None


def _shared_measure(trigger: Trigger, before: list[Draft]) -> Measure:
    """The measure of the figure that this one continues."""
    return next((d.measure for d in reversed(before) if d.trigger == trigger.token), before[-1].measure)


def _trigger(counting: Counting, figure: Figured, sentence: Sentence, before: list[Draft]) -> Trigger | None:
    """Own words first where the figure is one of those told before ("among them eight boys"), else the sentence's."""
    if counts_no_event(figure):
        return none_of_it(figure)
    same_sentence = bool(before) and before[-1].sentence.index == sentence.index
    if same_sentence and (included(counting) or of_them(counting)):
        return own_words(figure) or shared_trigger(counting, sentence, before)
    if figure.inner:
        return find(figure)
    label = heading(figure) if figure.noun is None else None
    return label or find(figure) or beside(figure) or shared_trigger(counting, sentence, before)


_ARTICLES = frozenset({"a", "an", "another"})
""" "Two men and a woman": she is one more, told by herself."""


def _with_joined(noun: Token | None) -> Token | None:
    """ "men and boys", "homes and shops": the figure's words reach over the nouns counted together."""
    if noun is None:
        return None
    joined = [c for c in noun.conjuncts if 0 < c.i - noun.i <= 3 and counted(c) in {"person", "dwelling", "household"}]
    numbered = any(c.like_num or c.text.lower() in _ARTICLES for j in joined for c in j.children)
    return joined[-1] if joined and not numbered else noun


def _quantity(sentence: Sentence, counting: Counting) -> Quantity:
    base = sentence.start
    start, end = base + counting.number.start, base + counting.number.end
    noun = _with_joined(counting.noun)
    if noun is not None:
        noun_end = sentence.offset(noun) + len(noun.text)
        if end < noun_end <= end + 60 and "\n" not in sentence.text[end - base : noun_end - base]:
            end = noun_end
    low, high, quantifier = bounded(counting)
    return Quantity(start, end, low, high, quantifier, counting.root, noun)
