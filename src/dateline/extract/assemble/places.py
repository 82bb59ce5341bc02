"""Which places belong to a claim, and in which role.

The sentence's own places first: those of the trigger's clause, else those that cover it. Where the
sentence names none, a place is carried from the telling that it continues. A speaker's office, a body's
name and a place that only describes another ("12 km from Dabiq") give none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extract.draft import Draft, Page, Toponym
from dateline.extract.place.words import words
from dateline.extract.sentence import Sentence
from dateline.extract.trigger.grammar import clause_of, is_verb
from dateline.model.words import Role

if TYPE_CHECKING:
    from spacy.tokens import Token

_MOVES_FROM = frozenset({"flee", "leave", "abandon", "evacuate", "escape", "desert", "quit", "depart"})
_TO = frozenset({"to", "into", "towards", "toward", "onto"})
_GOAL = frozenset({"reach", "enter"})
_LEAVING = frozenset({"displaced", "forced_to_flee", "evacuated", "relocated", "returned", "crossed_border", "sheltered", "in_relief_camp", "homeless"})
_SAYING = frozenset({"say", "tell", "report", "add", "announce", "quote", "write", "speak", "warn", "state"})
_BACK = 4
"""Sentences back from which a place may be carried."""
_BACKGROUND = frozenset({"since", "conflict", "war", "uprising", "crisis", "began", "overall"})

Placed = tuple[tuple[Toponym, Role], ...]


def places_of(draft: Draft, page: Page) -> Placed:
    """The places of a draft with their roles, in reading order; () where the text leaves it open."""
    own = _own(draft, page)
    if own:
        return own
    return _carried(draft, page)


def _own(draft: Draft, page: Page) -> Placed:
    sentence = draft.sentence
    here = [t for t in page.toponyms if t.sentence == sentence.index and not _of_source(t, page)]
    if not here:
        return ()
    drafts = [d for d in page.drafts if d.sentence.index == sentence.index]
    chosen = _chosen(draft, here, sentence, drafts)
    return tuple((t, _role(t, draft, sentence)) for t in _unique(chosen))


def _unique(toponyms: list[Toponym]) -> list[Toponym]:
    seen: set[str] = set()
    kept = []
    for toponym in toponyms:
        key = toponym.name.lower()
        if key not in seen:
            seen.add(key)
            kept.append(toponym)
    return kept


def _of_source(toponym: Toponym, page: Page) -> bool:
    """The place stands inside the words that name a source or in the words of crediting."""
    for a in page.attributions:
        if a.start <= toponym.start < a.end:
            return True
    return False


def _chosen(draft: Draft, here: list[Toponym], sentence: Sentence, drafts: list[Draft]) -> list[Toponym]:
    heads = {id(t): _head(t, sentence) for t in here}
    usable = [t for t in here if not _aside(heads[id(t)], draft)]
    if len(drafts) == 1 or len(usable) <= 1 or _one_clause(drafts):
        return usable
    own_clause = _clause(draft)
    direct = [t for t in usable if _clause_at(heads[id(t)], drafts) == own_clause]
    fronted = [t for t in usable if t.end <= min(d.quantity.start for d in drafts) and t not in direct]
    span = _stretch(draft, drafts, sentence)
    beside = [t for t in usable if span[0] <= t.start < span[1]]
    if beside:
        return sorted({*fronted_if_wide(fronted, beside), *beside}, key=lambda t: t.start)
    if direct:
        return sorted({*direct, *fronted_if_wide(fronted, direct)}, key=lambda t: t.start)
    if fronted:
        return fronted
    later = [t for t in usable if t.start > draft.quantity.start]
    return later or usable


def fronted_if_wide(fronted: list[Toponym], own: list[Toponym]) -> list[Toponym]:
    """Fronted places cover a figure with a place of its own only when they can contain it."""
    inner = [t for t in own if t.place is not None]
    return [f for f in fronted if f.place is None or not inner or any(f.place.country == t.place.country for t in inner if t.place)]


def _stretch(draft: Draft, drafts: list[Draft], sentence: Sentence) -> tuple[int, int]:
    """From the figure to the next figure that has a place of its own: "31 in X, 36 in Y"."""
    later = [d.quantity.start for d in drafts if d.quantity.start > draft.quantity.start]
    return draft.quantity.start, min(later, default=sentence.end)


def _one_clause(drafts: list[Draft]) -> bool:
    return len({_clause(d) for d in drafts}) == 1 and len({d.trigger.i for d in drafts}) == 1


def _clause(draft: Draft) -> int:
    return int(clause_of(draft.trigger).i)


def _clause_at(head: Token, drafts: list[Draft]) -> int:
    """The clause of the first draft's trigger that the place hangs under."""
    clauses = {_clause(d) for d in drafts}
    at = head
    for _ in range(8):
        if at.i in clauses and is_verb(at):
            return int(at.i)
        if at.head == at:
            break
        at = at.head
    return -1


def _head(toponym: Toponym, sentence: Sentence) -> Token:
    """The token by which the place hangs in the sentence."""
    tokens = sentence.tokens_in(toponym.start, toponym.end)
    inside = {t.i for t in tokens}
    for token in tokens:
        if token.head.i not in inside or token.head == token:
            return token
    return tokens[-1]


def _aside(head: Token, draft: Draft) -> bool:
    """The place describes something else: a measure of distance, a border, an actor, the speaker's whereabouts."""
    at = head
    while at.dep_ in {"conj", "appos"} and at.head != at:
        at = at.head
    if at.dep_ in {"compound", "nmod", "poss", "amod"} and at.head.i > at.i and at.head.lemma_.lower() in words().bodies:
        return True
    preposition = at.head if at.dep_ == "pobj" else None
    if preposition is not None:
        above = preposition.head
        if preposition.text.lower() in {"by", "with", "against", "than", "like"} and above.lemma_.lower() not in {"live"}:
            return above.pos_ in {"VERB"} and preposition.text.lower() in {"by", "against"}
        if above.lemma_.lower() in words().bodies and above.i < preposition.i:
            return True
        if is_verb(above) and above.lemma_.lower() in _SAYING and clause_of(draft.trigger) is not above:
            return True
    if at.dep_ in {"nsubj", "nsubjpass"} and is_verb(at.head) and at.head.i != clause_of(draft.trigger).i:
        return at.head.lemma_.lower() in _SAYING | {"back", "support", "lead", "border", "number", "host"} and draft.head.head != at.head
    return at.head.lemma_.lower() in {"border"} or (at.dep_ == "dobj" and at.head.lemma_.lower() in {"border", "accuse", "blame", "support"})


def _role(toponym: Toponym, draft: Draft, sentence: Sentence) -> Role:
    """From, to or at, from the preposition and the verb; only movements have ends."""
    if draft.term not in _LEAVING:
        return "at"
    head = _head(toponym, sentence)
    while head.dep_ in {"conj", "appos"} and head.head != head:
        head = head.head
    if head.dep_ == "pobj":
        word = head.head.text.lower()
        if word == "from" or (word == "of" and head.head.head.text.lower() in {"out"}):
            return "from"
        if word in _TO:
            return "to"
        if word == "of" and head.head.head.dep_ == "pobj" and head.head.head.head.text.lower() in {"from", *_TO}:
            return "from" if head.head.head.head.text.lower() == "from" else "to"
        return "at"
    if head.dep_ in {"dobj", "obj", "npadvmod"} and is_verb(head.head):
        lemma = head.head.lemma_.lower()
        if lemma in _MOVES_FROM:
            return "from"
        if lemma in _GOAL:
            return "to"
    before = sentence.tokens_in(sentence.start, toponym.start)
    if before and before[-1].text.lower() == "from":
        return "from"
    return "to" if before and before[-1].text.lower() in _TO and draft.term in _LEAVING else "at"


def _carried(draft: Draft, page: Page) -> Placed:
    """The places of the telling that this one continues; none for totals of the whole war."""
    sentence = draft.sentence
    text = sentence.text.lower().split()
    if _BACKGROUND & set(text) and {"since", "began"} & set(text):
        return ()
    for back in range(1, _BACK + 1):
        index = sentence.index - back
        if index < 0:
            break
        other = page.sentences[index]
        told = [d for d in page.drafts if d.sentence.index == index]
        here = [t for t in page.toponyms if t.sentence == index and not _of_source(t, page)]
        if not here:
            continue
        if told:
            last = told[-1]
            return tuple((t, "at") for t, _ in _own(last, page))
        usable = [t for t in here if _scene(t, other)]
        if usable:
            return tuple((t, "at") for t in _unique(usable))
    return ()


def _scene(toponym: Toponym, sentence: Sentence) -> bool:
    """A place where something takes place: behind a preposition of place, not an actor or an owner."""
    head = _head(toponym, sentence)
    while head.dep_ in {"conj", "appos"} and head.head != head:
        head = head.head
    return head.dep_ == "pobj" and head.head.text.lower() in words().at or head.dep_ in {"dobj"}
