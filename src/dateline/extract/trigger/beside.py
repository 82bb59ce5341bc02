"""What stands directly beside a number, for text that no parser reads well: lists, tables, headlines, lost punctuation.

The right side is asked first ("25 missing", "800 people evacuated"), then the left ("killing 12",
"injured 90", "Houses destroyed: 321").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extract.quantity.units import Counted, counted
from dateline.extract.trigger import frames
from dateline.extract.trigger.find import Figured, Trigger, lives_lost, state_term
from dateline.extract.trigger.grammar import is_verb, near_words
from dateline.extract.trigger.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH = 7
_PASSED = frozenset({"reported", "confirmed", "feared", "believed", "officially", "still", "have", "has", "had", "been", "were", "was", "are", "is", "being", "be", "to", "also", "totally", "completely", "partially", "partly", "severely", "badly", "slightly", "seriously", "critically", "moderately", "fully", "now", "currently", "internally", "newly", "or", "forcibly", "temporarily", "already", "so", "far", "left", "known", "dead", "remain", "remained", "who", "that", "critically", "reportedly", "wholly", "heavily", "lightly", "urgently", "forced", "got", "others", "other", "more", "people", "additional", "initially", "subsequently"})
_STOPS = frozenset({".", ";", "?", "!"})


def beside(figure: Figured) -> Trigger | None:
    """The trigger right or left of the number, None where the nearest words say nothing."""
    return _right(figure) or _left(figure)


def _right(figure: Figured) -> Trigger | None:
    start = max(figure.last.i, figure.noun.i if figure.noun is not None and figure.noun.i < figure.last.i + 8 else -1) + 1
    for token in figure.last.doc[figure.last.i + 1 : start]:
        term = state_term(token, figure.counted)
        if term is not None and token.pos_ != "NOUN":
            return Trigger(token, term, "beside")
    start = _past_parenthesis(figure, start)
    behind = _behind_aside(figure, start)
    if behind is not None:
        return behind
    for token in figure.last.doc[start : start + _REACH]:
        text = token.text.lower()
        if token.text in _STOPS or token.like_num or text in {"and", ",", "while", "but", "(", ")", "in", "by", "as", "after"}:
            return None
        found = _reading(token, figure, right=True)
        if found is not None:
            return found
        if text not in _PASSED and token.pos_ not in {"ADV", "AUX", "PROPN", "ADJ", "PUNCT", "SPACE"} and not (token.pos_ == "NOUN" and counted(token) == "person"):
            return None
    return None


_ASIDES = frozenset({"including", "some", "mostly", "many", "most", "among", "all", "mainly", "both", "one", "two"})
_ASIDE_REACH = 14


def _behind_aside(figure: Figured, start: int) -> Trigger | None:
    """"Eleven people including a woman and a child were killed": the verb stands behind an aside without commas."""
    doc = figure.last.doc
    if start >= len(doc) or doc[start].text.lower() not in _ASIDES:
        return None
    for token in doc[start + 1 : start + _ASIDE_REACH]:
        if token.text in _STOPS:
            return None
        if is_verb(token) and token.tag_ in {"VBN", "VBD"} and doc[token.i - 1].text.lower() in {"were", "was", "been", "be", "are"}:
            term = frames.read(token, "patient", figure.counted, figure=figure.head)
            if term is not None:
                return Trigger(token, term, "beside")
    return None


def _past_parenthesis(figure: Figured, start: int) -> int:
    """Behind "(16,120 persons)" or ", or 12,000 people," the sentence goes on with what happened."""
    doc = figure.last.doc
    opening = doc[start].text if start < len(doc) else ""
    if opening == "(" or (opening == "," and start + 1 < len(doc) and doc[start + 1].text.lower() == "or"):
        for token in doc[start + 1 : start + 10]:
            if token.text == (")" if opening == "(" else ","):
                return int(token.i) + 1
    return start


def _reading(token: Token, figure: Figured, *, right: bool) -> Trigger | None:
    term = state_term(token, figure.counted)
    if term is not None:
        return Trigger(token, term, "beside")
    if is_verb(token):
        roles = ("agent", "patient") if right else ("patient",)
        for role in roles:
            term = frames.read(token, role, figure.counted, figure=figure.head)  # type: ignore[arg-type]
            if term is not None and not (right and role == "patient" and _takes_object(token)):
                return Trigger(token, term, "beside")
    lemma = token.lemma_.lower()
    noun_term = lexicon().countable_events.get(lemma) or lexicon().people.get(lemma)
    if lemma in {"life", "live"} and not lives_lost(token):
        return None
    if noun_term is not None and token.pos_ in {"NOUN", "PROPN", "ADJ", "VERB"}:
        return Trigger(token, noun_term, "beside")
    return None


def _takes_object(verb: Token) -> bool:
    following = verb.doc[verb.i + 1 : verb.i + 5]
    return any(t.like_num for t in following) or any(c.dep_ == "dobj" for c in verb.children)


_MODIFIERS = frozenset({"over", "at", "least", "about", "some", "more", "than", "up", "to", "nearly", "almost", "around", "an", "additional", "another", "further", "approximately", "estimated", "as", "many", "well", "fewer", "no", "a", "total", "of", "roughly", "the", "other", "just", "only"})


def _left(figure: Figured) -> Trigger | None:
    before = _without_aside(list(figure.first.doc[max(0, figure.first.i - 16) : figure.first.i])[::-1])
    while before and before[0].text.lower() in _MODIFIERS:
        before.pop(0)
    for distance, token in enumerate(before[:8]):
        text = token.text.lower()
        if token.text in _STOPS or (token.like_num and distance) or text in {"(", ")"}:
            return None
        if _is_heading(token, figure) and (found := _label(token, figure)) is not None:
            return found
        if (is_verb(token) and token.tag_ != "VBN") or text.endswith(("ed", "ing")) or (not distance and frames.lemma_of(token) in lexicon().verbs):
            for role in ("patient",):
                term = frames.read(token, role, figure.counted, figure=figure.head)  # type: ignore[arg-type]
                if term is not None:
                    return Trigger(token, term, "beside")
        found = _label(token, figure)
        if found is not None:
            return found
        if distance >= 4 or token.pos_ in {"VERB"}:
            return None
    return None


def _without_aside(before: list[Token]) -> list[Token]:
    """Passes over a parenthesis between commas: "the evacuation of, according to the latest data, 17,631"."""
    if not before or before[0].text != ",":
        return before
    for i, token in enumerate(before[1:], 1):
        if token.text == ",":
            inside = {t.text.lower() for t in before[1:i]}
            return before[i + 1 :] if "according" in inside or "said" in inside else before
    return before


def _label(token: Token, figure: Figured) -> Trigger | None:
    """A heading or table cell before its number: "Number of displaced: 452", "IDPs total 122,387"."""
    lemma = token.lemma_.lower()
    lists = lexicon()
    term = lists.people.get(lemma) or lists.states.get(token.text.lower()) or lists.countable_events.get(lemma) or lists.events.get(lemma)
    if term is None or (term.endswith("housing") and figure.counted == "person"):
        return None
    between = figure.first.doc[token.i + 1 : figure.first.i]
    if all(t.text.lower() in _LABEL or t.is_punct or t.is_space or t.lemma_.lower() in {"people", "person", "family", "household", "house"} for t in between):
        return Trigger(token, term, "label")
    return None


def _is_heading(token: Token, figure: Figured) -> bool:
    """A word of a label: a colon before the number, "number of …", or nothing but the label in the line."""
    between = figure.first.doc[token.i + 1 : figure.first.i]
    before = {t.text.lower() for t in figure.first.doc[max(0, token.i - 4) : token.i]}
    verbless = not any(t.pos_ in {"VERB", "AUX"} and t.tag_ in {"VBD", "VBZ", "VBP"} and t != token for t in token.sent)
    return any(t.text == ":" for t in between) or bool(before & {"number", "total", "nb"}) or (verbless and token.sent[0].i >= token.i - 3)


_LABEL = frozenset({":", "-", "–", "total", "of", "number", "nb", "no", "people", "persons", "families", "households", "is", "at", "to", "estimated", "about", "over", "more", "than", "least", "up", "some", "around", "approximately", "was", "were", "are", "be", "=", "nearly", "almost", "among"})


def unit_of_label(figure: Figured) -> Counted:
    """The unit that a heading names ("Houses destroyed 321", "Damaged houses/shelter 91,808")."""
    for token in list(figure.first.doc[max(0, figure.first.i - 7) : figure.first.i])[::-1]:
        kind = counted(token)
        if kind in {"household", "dwelling"}:
            return kind
        if token.text in _STOPS:
            break
    return "unknown"


__all__ = ["beside", "near_words", "unit_of_label"]
