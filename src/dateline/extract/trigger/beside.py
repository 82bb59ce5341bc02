"""What stands directly beside a number, for text that no parser reads well: lists, tables, headlines, lost punctuation.

The right side is asked first ("25 missing", "800 people evacuated"), then the left ("killing 12",
"injured 90", "Houses destroyed: 321").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.extract.quantity.units import counted
from dateline.extract.trigger import frames
from dateline.extract.trigger.figured import Figured, Trigger
from dateline.extract.trigger.find import lives_lost
from dateline.extract.trigger.grammar import SUBJECTS, is_verb, only_tried
from dateline.extract.trigger.heading import STOPS, heading, named_after
from dateline.extract.trigger.lexicon import Role, lexicon
from dateline.extract.trigger.states import state_term
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH = 7
_PASSED = word_set("wording_en", "beside", "passed")


def beside(figure: Figured) -> Trigger | None:
    """The trigger right or left of the number, None where the nearest words say nothing."""
    return _right(figure) or heading(figure) or _left(figure) or named_after(figure)


def _right(figure: Figured) -> Trigger | None:
    start = (
        max(figure.last.i, figure.noun.i if figure.noun is not None and figure.noun.i < figure.last.i + 8 else -1) + 1
    )
    for token in figure.last.doc[figure.last.i + 1 : start]:
        term = state_term(token, figure.counted)
        if term is not None and token.pos_ != "NOUN":
            return Trigger(token, term, "beside")
    start = _past_parenthesis(figure, start)
    phrase = _phrase_right(figure, start)
    if phrase is not None:
        return phrase
    behind = _behind_aside(figure, start)
    if behind is not None:
        return behind
    for token in figure.last.doc[start : start + _REACH]:
        text = token.text.lower()
        if (
            token.text in STOPS
            or token.like_num
            or text in {"and", ",", "while", "but", "(", ")", "in", "by", "as", "after"}
        ):
            return None
        found = _reading(token, figure, right=True)
        if found is not None:
            return found
        if (
            text not in _PASSED
            and token.pos_ not in {"ADV", "AUX", "PROPN", "ADJ", "PUNCT", "SPACE"}
            and token.text != "-"
            and not (token.pos_ == "NOUN" and counted(token) == "person")
        ):
            return None
    return None


_ASIDES = word_set("wording_en", "beside", "asides")
_ASIDE_REACH = 14


def _behind_aside(figure: Figured, start: int) -> Trigger | None:
    """ "Eleven people including a woman and a child were killed": the verb stands behind an aside without commas."""
    doc = figure.last.doc
    if start + 1 < len(doc) and doc[start].text == ",":
        start += 1
    if start >= len(doc) or doc[start].text.lower() not in _ASIDES:
        return None
    for token in doc[start + 1 : start + _ASIDE_REACH]:
        if token.text in STOPS or token.text.lower() == "who":
            return None  # "ten friends, including the boy who was killed": said of some of them
        if (
            is_verb(token)
            and token.tag_ in {"VBN", "VBD"}
            and doc[token.i - 1].text.lower() in {"were", "was", "been", "be", "are"}
        ):
            term = frames.read(token, "patient", figure.counted, figure=figure.head)
            if term is not None:
                return Trigger(token, term, "beside")
    return None


_CAMP = re.compile(r"(?:in|at) (?:the )?(?:[\w'-]+ ){0,3}camps? ")


def _phrase_right(figure: Figured, start: int) -> Trigger | None:
    """ "245 in hospital", "three bystanders with gunshot wounds", "60 still unaccounted for"."""
    doc = figure.last.doc
    words = [t.text.lower() for t in doc[start : start + 6]]
    while words and words[0] in {"still", "now", "also", "currently", "are", "were", "remain"}:
        words.pop(0)
    right = " ".join(words) + " "
    if _CAMP.match(right) and figure.counted in {"person", "household", "omitted"}:
        return Trigger(doc[start], "in_relief_camp", "phrase")
    for phrase, term in lexicon().state_phrases.items():
        single = figure.noun is None and phrase.startswith(("with a ", "with an ", "suffering"))
        if right.startswith(f"{phrase} ") and figure.counted != "thing" and not single:
            return Trigger(doc[start], term, "phrase")
    return None


def _past_parenthesis(figure: Figured, start: int) -> int:
    """Behind "(610 souls)" or ", or 250 persons," the sentence goes on with what happened."""
    doc = figure.last.doc
    opening = doc[start].text if start < len(doc) else ""
    if opening == "/":  # "640 families / 2,900 persons were evacuated"
        return next((t.i + 1 for t in doc[start + 1 : start + 5] if counted(t) in {"person", "household"}), start)
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
        roles: tuple[Role, ...] = ("agent", "patient") if right else ("patient",)
        for role in roles:
            term = frames.read(token, role, figure.counted, figure=figure.head)
            if term is not None and not (right and role == "patient" and _takes_object(token)):
                return Trigger(token, term, "beside")
    lemma = token.lemma_.lower()
    noun_term = lexicon().countable_events.get(lemma) or lexicon().people.get(lemma)
    if lemma in {"life", "live"} and (token.text.lower() == "live" or not lives_lost(token)):
        return None
    if noun_term is not None and token.pos_ in {"NOUN", "PROPN", "ADJ", "VERB"}:
        return Trigger(token, noun_term, "beside")
    return None


def _takes_object(verb: Token) -> bool:
    following = verb.doc[verb.i + 1 : verb.i + 5]
    return any(t.like_num for t in following) or any(c.dep_ == "dobj" for c in verb.children)


_MODIFIERS = word_set("wording_en", "beside", "modifiers")


def _left(figure: Figured) -> Trigger | None:
    if figure.head.dep_ in SUBJECTS and figure.head.head.lemma_ == "do":
        return None  # "340 were told to leave and 200 did so": it takes up what was told
    if _of_own_clause(figure):
        return None
    before = _without_aside(list(figure.first.doc[max(0, figure.first.i - 16) : figure.first.i])[::-1])
    while before and before[0].text.lower() in _MODIFIERS:
        before.pop(0)
    if before and before[0].text.lower() == "by":
        return None
    for distance, token in enumerate(before[:8]):
        text = token.text.lower()
        if token.text in STOPS or (token.like_num and distance) or text in {"(", ")"}:
            return None
        if (
            (is_verb(token) and token.tag_ != "VBN")
            or text.endswith(("ed", "ing"))
            or (not distance and frames.lemma_of(token) in lexicon().verbs and not _named(token))
        ):
            for role in ("patient",):
                term = frames.read(token, role, figure.counted, figure=figure.head)
                if term is not None:
                    return Trigger(token, term, "beside")
        found = _label(token, figure)
        if found is not None:
            return found
        if distance >= 4 or token.pos_ in {"VERB"}:
            return None
    return None


def _of_own_clause(figure: Figured) -> bool:
    """ "Six were hurt when three men opened fire", "a gun the two found": they do what another clause tells."""
    head = figure.head
    while (head.dep_ == "conj" and head.head.i < head.i) or (head.dep_ == "pobj" and head.head.text.lower() == "of"):
        head = head.head if head.dep_ == "conj" else head.head.head
    verb = head.head
    if head.dep_ not in SUBJECTS or verb.i < figure.last.i or not is_verb(verb):
        return False
    doc, first, last = verb.doc, figure.first.i, figure.last.i
    if (first and is_verb(doc[first - 1])) or doc[last + 1 : last + 3].text.lower() in {"of whom", "of them"}:
        return False  # "killed two and wounded nine others", which the parser makes the subject of what follows
    if verb.lemma_ == "be":
        return False
    if verb.dep_ in {"advcl", "relcl"}:
        return True
    finite = any(child.dep_ in {"aux", "auxpass"} for child in verb.children)
    said = any(token.text.lower() in lexicon().states for token in doc[verb.i + 1 : verb.i + 4])
    return verb.dep_ == "conj" and finite and verb.head.i < first and not said


def _named(token: Token) -> bool:
    """ "a force of 340", "the shift of 40": no verb."""
    return token.pos_ == "NOUN" and token.nbor().text.lower() == "of"


def _without_aside(before: list[Token]) -> list[Token]:
    """Passes over a parenthesis between commas: "the flight of, the mayor said according to notes, 900"."""
    if not before or before[0].text != ",":
        return before
    for i, token in enumerate(before[1:], 1):
        if token.text == ",":
            inside = {t.text.lower() for t in before[1:i]}
            return before[i + 1 :] if "according" in inside or "said" in inside else before
    return before


def _label(token: Token, figure: Figured) -> Trigger | None:
    """A heading or table cell before its number: "Wounded: 19", "Evacuees total 2,300"."""
    lemma = token.lemma_.lower()
    lists = lexicon()
    term = (
        lists.people.get(lemma)
        or lists.states.get(token.text.lower())
        or lists.countable_events.get(lemma)
        or lists.events.get(lemma)
    )
    if term is None or (term.endswith("housing") and figure.counted == "person") or only_tried(token):
        return None
    between = figure.first.doc[token.i + 1 : figure.first.i]
    if all(
        t.text.lower() in _LABEL
        or t.is_punct
        or t.is_space
        or t.lemma_.lower() in {"people", "person", "family", "household", "house"}
        for t in between
    ):
        return Trigger(token, term, "label")
    return None


_LABEL = word_set("wording_en", "beside", "label")
