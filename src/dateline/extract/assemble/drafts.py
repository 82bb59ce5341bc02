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
from dateline.extract.draft import Draft, Quantity
from dateline.extract.quantity.beside import (
    is_address,
    is_age,
    is_caller,
    is_channel,
    is_childs_age,
    is_family_of_some,
    is_offspring,
)
from dateline.extract.quantity.bounded import bounded
from dateline.extract.quantity.recognize import Counting, recognize, strength
from dateline.extract.quantity.units import counted
from dateline.extract.sentence import Sentence
from dateline.extract.trigger.beside import beside
from dateline.extract.trigger.figured import Figured, Trigger
from dateline.extract.trigger.find import find, own_words
from dateline.extract.trigger.heading import heading, unit_of_label
from dateline.extract.trigger.none import counts_no_event, none_of_it
from dateline.extract.trigger.predicate import of_a_share
from dateline.model.words import Measure, Unit
from dateline.vocab.load import word_set

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
    if (
        counting.number.low == 1
        and counting.noun is None
        and counting.root.head.lemma_.lower() in {"say", "add", "tell"}
    ):
        return "a speaker, not a count"
    if (
        counting.number.low == counting.number.high == 1
        and counting.root.dep_ == "attr"
        and _words_after(counting)[:1] == ["of"]
    ):
        return "one of a group, counted with it"
    if reason := _alone(sentence, counting):
        return reason
    if counting.noun is None and counting.pronoun is None and _runs_into_number(counting):
        return "stands before another number, of which it is no part"
    if counting.counted == "thing":
        return f"counts no people, households or dwellings ({counting.noun})"
    figure = Figured(
        counting.root, counting.noun, counting.first, counting.last, counting.counted, counting.part, counting.inner
    )
    trigger = _trigger(counting, figure, sentence, before)
    if trigger is None:
        return "nothing is said to have happened to those counted"
    if _not_said(counting, trigger) or _offenders_going(counting, trigger):
        return "counts those who act, not those it happens to"
    if of_a_share(figure.head) and trigger.token not in figure.head.subtree:
        return "of some of them only is it told"
    if counting.number.high == 0 and trigger.term == "injured" and _BADLY.match(sentence.text, counting.number.end):
        return "none so badly, which is not none at all"
    unit = _unit(counting, figure, trigger, before)
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


_BADLY = re.compile(
    r"[^.;]{0,60}?\b(?:life[- ]threatening|serious|seriously|major|critical|critically|severe|severely)\b",
    re.IGNORECASE,
)
""" "None suffered life-threatening wounds": they may all be hurt."""
_NONE_OF = re.compile(
    r"\b(?:none|neither|nobody|no one|not one) of (?:(?:the|these|those|his|her|their|its) )?$", re.IGNORECASE
)


def _none_of(sentence: Sentence, counting: Counting) -> bool:
    """ "None of the 70 people inside was hurt": of those counted it did not happen to any."""
    return _NONE_OF.search(sentence.text, max(0, counting.number.start - 20), counting.number.start) is not None


def _alone(sentence: Sentence, counting: Counting) -> str | None:
    """Why a number counts none of those told of: children that somebody has; else one without a noun of people."""
    if is_offspring(sentence.text, counting.number.start):
        return "children of somebody told of"
    if counting.number.low == 1 and counting.noun is None and _words_after(counting) == ["for", "each"]:
        return "one for each, not a count"
    number = counting.number
    if _THOSE.match(sentence.text, number.end):
        return "those told before"
    if _LEFT_OUT.search(sentence.text, max(0, number.start - _BACK), number.start):
        return "those of whom it is not told"
    charge = counting.noun is None and _CHARGE.match(sentence.text, number.end)
    if charge and _COUNTS.search(sentence.text[: number.start]):
        return "a count of a charge"
    if number.low == 1 and is_family_of_some(sentence.text, number.core, number.core_end):
        return "the family of those counted"
    if is_childs_age(sentence.text, number.core, number.core_end):
        return "an age"
    if counting.counted in {"person", "household", "dwelling"} or counting.pronoun is not None:
        return None
    if is_caller(sentence.text, number.core, number.core_end):
        return "part of a name"
    if is_channel(sentence.text, number.core, number.core_end):
        return "a broadcaster's name"
    if is_address(sentence.text, number.core_end):
        return "an address"
    return "an age" if is_age(sentence.text, number.core, number.core_end, number.high) else None


_BACK = 24
_THOSE = re.compile(r" of (?:those|these) (?:deaths|homicides|killings|murders|fatalities)\b(?! (?:were|are|was) )")
""" "All six of those deaths involved firearms"."""
_LEFT_OUT = re.compile(r"\b(?:all but|except(?: for)?|save for) $", re.IGNORECASE)
""" "All but three of the victims have been released"."""
_COUNTS = re.compile(r"\b(?:counts?|charges?) of\b[^;]*$", re.IGNORECASE)
_CHARGE = re.compile(r" (?:count )?(?:for|of|in|against|per)\b", re.IGNORECASE)
""" "Two counts of murder, one for each of the victims"."""


def _shared_measure(trigger: Trigger, before: list[Draft]) -> Measure:
    """The measure of the figure that this one continues."""
    return next((d.measure for d in reversed(before) if d.trigger == trigger.token), before[-1].measure)


def _runs_into_number(counting: Counting) -> bool:
    """ "Views 371 A total of 24 people": furniture of the page that runs into a sentence."""
    following = [t.text.lower() for t in counting.last.doc[counting.last.i + 1 : counting.last.i + 5]]
    if not following:
        return False
    least = following[:2] == ["at", "least"] and counting.number.quantifier == "exact"
    return least or following[:3] == ["a", "total", "of"]


def _words_after(counting: Counting) -> list[str]:
    return [t.text.lower() for t in counting.last.doc[counting.last.i + 1 : counting.last.i + 3]]


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


def _not_said(counting: Counting, trigger: Trigger) -> bool:
    return strength(counting.noun) and trigger.by == "total" and trigger.term not in _OF_PERSONS


_OFFENDERS = word_set("wording_en", "drafts", "offenders")
_COMERS = word_set("wording_en", "drafts", "comers")
_GOING = word_set("wording_en", "drafts", "going")
_BESIDE = frozenset({"beside", "label"})


def _offenders_going(counting: Counting, trigger: Trigger) -> bool:
    """ "two gunmen fled", "40 rescuers arrived": whoever gets away from a deed or comes to help is not displaced, nor
    harmed by what stands before.
    """
    noun = counting.noun
    if noun is None:
        return False
    if trigger.token.lemma_.lower() == "arrive" and trigger.term == "displaced" and noun.lemma_.lower() in _COMERS:
        return True
    if noun.lemma_.lower() not in _OFFENDERS:
        return False
    return trigger.term in _GOING or (trigger.by in _BESIDE and noun.dep_ == "nsubj")


def _unit(counting: Counting, figure: Figured, trigger: Trigger, before: list[Draft]) -> Unit | None:
    kind = counting.counted
    if kind in {"person", "household", "dwelling"}:
        return kind
    if counting.shared or kind == "omitted":
        return _inherited(trigger, figure, before)
    if kind == "unknown" and counting.noun is not None:
        return "person" if _human(counting.noun, trigger) else None
    return None


def _inherited(trigger: Trigger, figure: Figured, before: list[Draft]) -> Unit:
    """The unit of a figure without a noun: housing for housing triggers, the list's unit, else people."""
    if trigger.term.endswith("housing"):
        return "dwelling"
    label = unit_of_label(figure)
    if trigger.by == "label" and label in {"household", "dwelling"}:
        return label
    if trigger.by == "total":
        for noun in _totalled(trigger.token):
            if (unit := counted(noun)) in {"person", "household", "dwelling"}:
                return unit
    last = _continued(figure, before)
    if trigger.by == "shared" and last is not None:
        return last.unit
    if last is None or last.unit != "household" or trigger.term in _OF_PERSONS:
        return "person"
    near = figure.root.doc == last.head.doc or trigger.by == "shared" or figure.part or _of_them(figure)
    return "household" if near else "person"


def _continued(figure: Figured, before: list[Draft]) -> Draft | None:
    """The figure that one without a noun goes on from, not one in brackets ("90 people (20 families), up from 80")."""
    inside = _in_brackets(figure.first)
    return next((d for d in reversed(before) if inside or not (_in_brackets(d.head) or _restating(d))), None)


def _restating(draft: Draft) -> bool:
    """ "18,250 people, or 3,650 families, have left": the same ones in another unit."""
    number = draft.quantity.number
    words = [t.text.lower() for t in number.doc[max(0, number.i - 4) : number.i]]
    return "," in words and "or" in words[words.index(",") :]


def _in_brackets(token: Token) -> bool:
    """An opened bracket of the sentence is not closed before the token."""
    before = [t.text for t in token.doc[token.sent.start : token.i] if t.text in {"(", ")"}]
    return bool(before) and before[-1] == "("


def _totalled(token: Token) -> list[Token]:
    """The nouns that a total may count: "the number of families displaced", "displaced families"."""
    if token.dep_ not in {"amod", "acl"}:
        return [token]
    return [*(t for p in token.head.children if p.text.lower() == "of" for t in p.children), token.head, token]


_OF_PERSONS = frozenset({"killed", "injured", "missing", "detained"})


def _of_them(figure: Figured) -> bool:
    doc = figure.last.doc
    near = [*doc[max(0, figure.first.i - 3) : figure.first.i], *doc[figure.last.i + 1 : figure.last.i + 3]]
    return any(t.text.lower() in {"them", "these", "whom", "which"} for t in near)


_HUMAN_TERMS = frozenset(
    {
        "forced_to_flee",
        "injured",
        "detained",
        "displaced",
        "evacuated",
        "killed",
        "sheltered",
        "in_relief_camp",
        "returned",
        "homeless",
    }
)


def _human(noun: Token, trigger: Trigger) -> bool:
    """An unlisted noun counts people only after a trigger that people alone undergo, and if it looks like a name."""
    if trigger.by in {"noun", "total", "label"}:
        return True
    return trigger.term in _HUMAN_TERMS and (noun.tag_ in {"NNPS", "NNS", "NNP", "JJ"})


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
