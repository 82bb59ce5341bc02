"""Headings and table cells before their number: "Wounded: 19", "Huts burnt 40", "Back home: 310"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extract.quantity.units import Counted, counted, nouns
from dateline.extract.trigger.figured import Figured, Trigger
from dateline.extract.trigger.lexicon import lexicon
from dateline.extract.trigger.predicate import said_of
from dateline.model.words import Term
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

STOPS = frozenset({".", ";", "?", "!"})

_LONGEST_HEADING = 9

_NOUNS_TOO = word_set("wording_en", "beside", "nouns_too")
"""Nouns of headings that the tagger takes for verbs."""

_HOUSED: dict[str, Term] = {"affected": "affected", "displaced": "displaced"}


def heading(figure: Figured) -> Trigger | None:
    """A heading or table cell before its number: "Fully destroyed houses: 40", "Number of displaced 900"."""
    label = _heading_words(figure)
    unit = unit_of_label(figure)
    for token in label:
        for word in token.text.lower().split("/"):
            term = lexicon().states.get(word)
            if term is not None and not (
                term.endswith("housing") and unit in {"person", "household"} and figure.counted != "dwelling"
            ):
                return Trigger(token, _housed(term, unit), "label")
    for token in label:
        lemma = token.lemma_.lower()
        term = lexicon().people.get(lemma) or lexicon().countable_events.get(lemma) or lexicon().events.get(lemma)
        if term is not None:
            return Trigger(token, term, "label")
    return _place_heading(label)


def _housed(term: Term, unit: Counted) -> Term:
    return (
        term
        if unit != "dwelling" or term.endswith("housing") or term in {"evacuated", "affected"}
        else _HOUSED.get(term, term)
    )


def _place_heading(label: list[Token]) -> Trigger | None:
    """ "Still in shelters on 4 May: 830", "Households in camps: 60", "Back home: 310"."""
    words = [t.text.lower() for t in label]
    for token in label:
        word = token.text.lower()
        if word in {"camps", "camp"} and "in" in words:
            return Trigger(token, "in_relief_camp", "label")
        if word in {"shelters", "shelter", "schools", "centres", "centers"} and {"in", "at"} & set(words):
            return Trigger(token, "sheltered", "label")
        if word in {"home", "homes"} and "back" in words:
            return Trigger(token, "returned", "label")
    return None


def _heading_words(figure: Figured) -> list[Token]:
    """The words of the label in reading order, [] where the number stands in a sentence and not under a label."""
    doc = figure.first.doc
    start, begin = figure.first.i, figure.first.sent.start
    while start > max(0, begin - 1) and figure.first.i - start < _LONGEST_HEADING:
        before = doc[start - 1]
        if before.text in {".", ";", ")", "?", "!"} or (
            before.like_num and before.i < figure.first.i - 1 and doc[start].text != ":"
        ):
            break
        start -= 1
    label = list(doc[start : figure.first.i])
    colon = any(t.text == ":" for t in label[-2:])
    opened = start == 0 or doc[start - 1].text in {".", ";", ")"} or "\n" in doc[start - 1].text
    finite = any(_governed(t) for t in label) and not colon
    finite = finite or any(
        t.tag_ in {"VBD", "VBZ", "VBP", "MD"}
        and t.text.lower() not in lexicon().states
        and t.lemma_.lower() not in _NOUNS_TOO
        for t in label
    )
    if finite or (not opened and not colon) or len(label) >= _LONGEST_HEADING:
        return []
    numbered = {"number", "nb", "no.", "total"} & {t.text.lower() for t in label}
    alone = (
        figure.last.i + 1 >= len(doc)
        or doc[figure.last.i + 1].text in {".", ";", ",", ")", "(", "•", "-"}
        or figure.noun is None
    )
    return label if colon or numbered or alone else []


def _governed(verb: Token) -> bool:
    """A past tense with a subject that is none of the counted: "Fighting displaced 900" is no heading."""
    return verb.tag_ == "VBD" and any(
        c.dep_ == "nsubj"
        and counted(c) in {"unknown", "thing"}
        and c.lemma_.lower() not in {"population", "number", "total"}
        for c in verb.children
    )


def named_after(figure: Figured) -> Trigger | None:
    """ "4,000 – the number of villagers who left": the label stands behind a dash."""
    doc = figure.last.doc
    words = [t.text.lower() for t in doc[figure.last.i + 1 : figure.last.i + 6]]
    if len(words) < 4 or words[0] not in {"-", "–", "—", ":", "is"} or "number" not in words:
        return None
    for token in doc[figure.last.i + 3 : figure.last.i + 8]:
        found = said_of(token, counted(token)) if counted(token) in {"person", "household", "dwelling"} else None
        if found is not None:
            return Trigger(found.token, found.term, "label")
    return None


def unit_of_label(figure: Figured) -> Counted:
    """The unit that a heading names ("Huts burnt 40", "Flooded flats/rooms 75")."""
    state = False
    for token in list(figure.first.doc[max(0, figure.first.i - 7) : figure.first.i])[::-1]:
        for word in token.text.lower().split("/"):
            if word.removesuffix("s") in nouns().dwelling or word in nouns().dwelling:
                return "dwelling"
        kind = counted(token)
        if token.text.lower() in lexicon().states:  # "Families displaced: 340": who they are stands further left
            state = state or kind == "person"
        elif kind in {"household", "dwelling", "person"}:
            return kind
        if token.text in STOPS:
            break
    return "person" if state else "unknown"
