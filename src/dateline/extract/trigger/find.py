"""From a counted figure to the word that says what happened to the people it counts.

Finders are asked in order: the predicate the figure is subject or object of, its own participles and
relative clauses, the event noun it hangs on, the noun that names people by what happened to them, a
total that arrives at the number, and last the words beside it. A main verb thereby wins over a
participle ("people displaced by the flood returned").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.extract.quantity.units import Counted, counted
from dateline.extract.trigger import frames
from dateline.extract.trigger.grammar import OBJECTS, SUBJECTS, children, is_verb, objects, passive
from dateline.extract.trigger.lexicon import Role, lexicon
from dateline.model.words import Term

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEPTH = 8
"""How far a figure is followed up the tree; deeper is another statement."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """The word that says what happened. `by` names the finder, for explanations and scores."""

    token: Token
    term: Term
    by: str


@dataclass(frozen=True, slots=True)
class Figured:
    """A number in its sentence: `root` heads the number's words, `noun` what it counts (None: left out)."""

    root: Token
    noun: Token | None
    first: Token
    last: Token
    counted: Counted
    part: bool = False
    inner: bool = False
    """The number stands in "40 of the 900 who fled": only its own words speak of it."""

    @property
    def head(self) -> Token:
        """The token by which the figure hangs in the sentence."""
        if self.noun is not None and not self.part and self.noun.i >= self.first.i:
            return self.noun
        return self.root


def find(figure: Figured) -> Trigger | None:
    """What happened to the counted people, or None where nothing is said to have."""
    for finder in _INNER if figure.inner else _FINDERS:
        trigger = finder(figure)
        if trigger is not None:
            return trigger
    return None


def own_words(figure: Figured) -> Trigger | None:
    """What the figure's own state, participles and relative clauses say, whatever the sentence goes on to say."""
    return _directly_after(figure) or _modifiers(figure)


_LIST_ENDS = frozenset({",", "and", ".", ";", ")", "or", "while", "including", "so", "/", "&", "-", "–"})


def _directly_after(figure: Figured) -> Trigger | None:
    """An item of a list: "nine missing,", "628,000 relocated and", "11 people dead;" says its own state."""
    last = figure.noun if figure.noun is not None and not figure.part and figure.noun.i > figure.last.i else figure.last
    doc = last.doc
    own = state_term(last, "omitted") if last == figure.noun else None
    if own is not None and (last.i + 1 >= len(doc) or doc[last.i + 1].text in _LIST_ENDS):
        return Trigger(last, own, "list")
    if last.i + 1 >= len(doc):
        return None
    state = doc[last.i + 1]
    if figure.first.i and is_verb(verb := doc[figure.first.i - 1]) and frames.read(verb, "patient", figure.counted, figure=figure.head):
        return None
    term = state_term(state, figure.counted)
    if term is None:
        return None
    after = doc[last.i + 2] if last.i + 2 < len(doc) else None
    bare = figure.noun is None or figure.noun is state
    if after is None or after.text in _LIST_ENDS or after.is_space or (after.like_num and not after.is_punct):
        return Trigger(state, term, "list")
    if bare and after.text.lower() in {"in", "across", "after", "when", "by", "near", "at", "on", "as"}:
        return Trigger(state, term, "list")
    return None


def _predicate(figure: Figured) -> Trigger | None:
    return climb(figure.head, figure.counted, _DEPTH)


def climb(token: Token, unit: Counted, depth: int) -> Trigger | None:
    """Reads the verb that `token` is subject or object of, through conjunctions and appositions."""
    if depth == 0 or token.head == token:
        return None
    dep, above = token.dep_, token.head
    if dep in SUBJECTS and above.pos_ == "ADJ" and not is_verb(above):
        term = state_term(above, unit)
        if term is not None:
            return Trigger(above, term, "state")
        return _verb(above.head, "patient", token, unit, depth - 1) if is_verb(above.head) else None
    if dep in SUBJECTS:
        return _verb(above, "patient" if dep == "nsubjpass" or passive(above) else "agent", token, unit, depth)
    if dep in OBJECTS and is_verb(above):
        if dep == "npadvmod" and above.lemma_ not in lexicon().verbs:
            return None
        return _verb(above, "patient", token, unit, depth)
    if dep in {"conj", "appos"}:
        if dep == "conj" and is_verb(above):
            return None
        return climb(above, unit, depth - 1)
    if dep in {"nummod", "compound", "amod", "nmod", "quantmod", "poss"} and above.pos_ in {"NOUN", "PROPN", "NUM", "ADJ", "PRON"}:
        return climb(above, unit, depth - 1)
    if dep == "pobj":
        return _through(above, token, unit, depth)
    return None


_SHUT_IN = frozenset({"cut", "isolate", "trap", "strand", "besiege", "surround", "encircle", "maroon"})
"""Who lives in what is cut off is cut off: "isolated four villages with 9,000 inhabitants"."""
_INCLUSIVE = frozenset({"including", "among", "besides", "plus", "like", "with"})


def _through(preposition: Token, token: Token, unit: Counted, depth: int) -> Trigger | None:
    """"killed 41 people, including 12 children", "the deaths of 27 people", "a total of 300"."""
    word, above = preposition.text.lower(), preposition.head
    if word == "of":
        if above.lemma_.lower() in lexicon().events and above.lemma_.lower() not in {"life", "live"}:
            return None
        if above.pos_ in {"NOUN", "PROPN", "NUM"} or above.like_num:
            return climb(above, unit, depth - 1)
    if word == "with" and is_verb(above) and above.lemma_.lower() in _SHUT_IN:
        return _verb(above, "patient", token, unit, depth - 1)
    if word in _INCLUSIVE - {"with"} and is_verb(above):
        return _verb(above, "patient" if passive(above) else "agent", token, unit, depth - 1)
    if word in _INCLUSIVE and above.pos_ in {"NOUN", "PROPN", "NUM", "PRON"}:
        return climb(above, unit, depth - 1) or said_of(above, unit)
    return None


def _verb(verb: Token, role: Role, figure: Token, unit: Counted, depth: int) -> Trigger | None:
    term = None if verb.lemma_.lower() in _CONTROL else frames.read(verb, role, unit, figure=figure)
    if term is not None:
        return _sharper(verb, role, figure, unit, Trigger(verb, term, "verb"))
    if verb.lemma_.lower() in _CONTROL and role == "patient":
        for other in objects(verb):
            if other.i < figure.i and other.lemma_.lower() in lexicon().events:
                return Trigger(other, lexicon().events[other.lemma_.lower()], "event")
    for complement in _complements(verb, figure):
        inner = _complement(complement, figure, unit, depth)
        if inner is not None:
            return inner
    term = frames.read(verb, role, unit, figure=figure)
    if term is not None:
        return _sharper(verb, role, figure, unit, Trigger(verb, term, "verb"))
    state = _state(verb, role, figure, unit)
    if state is not None:
        return state
    if role == "agent" or verb.lemma_ in lexicon().light or passive(verb):
        for joined in children(verb, "conj"):
            if is_verb(joined) and not [s for s in joined.children if s.dep_ in SUBJECTS]:
                found = _verb(joined, "patient" if passive(joined) else "agent", figure, unit, depth - 1) if depth else None
                if found is not None:
                    return found
    return None


_CONTROL = frozenset({"force", "compel", "oblige", "order", "tell", "ask", "urge", "advise", "prompt", "send", "need", "require", "make"})
"""Verbs whose complement says more than they do: "forced 300 to evacuate"."""
_WEAK = frozenset({"affected", "partially_destroyed_housing"})


def _sharper(verb: Token, role: Role, figure: Token, unit: Counted, trigger: Trigger) -> Trigger:
    """"were affected and evacuated" are evacuated; "damaged or destroyed" counts as destroyed (annotation guide)."""
    if trigger.term not in _WEAK:
        return trigger
    joined_to = verb.head if verb.dep_ == "conj" and is_verb(verb.head) else None
    if trigger.term == "partially_destroyed_housing" and joined_to is not None and frames.read(joined_to, role, unit, figure=figure) == "destroyed_housing":
        if not objects(joined_to) and not [s for s in verb.children if s.dep_ in SUBJECTS and s.i > joined_to.i]:
            return Trigger(joined_to, "destroyed_housing", "verb")
    for joined in children(verb, "conj"):
        own = [c for c in joined.children if c.dep_ in SUBJECTS or c.dep_ in {"dobj", "obj"}]
        term = None if own or not is_verb(joined) else frames.read(joined, role, unit, figure=figure)
        if term is not None and any(c.dep_ == "cc" for c in verb.children):
            return Trigger(joined, term, "verb")
    return trigger


def _complements(verb: Token, figure: Token) -> list[Token]:
    """Clauses that say what those counted do or undergo: "forced to flee", "believed to have been killed"."""
    if lemma_is_light(verb):
        found = []
        for child in children(verb, "xcomp", "ccomp", "oprd", "advcl" if verb.lemma_ == "be" else "xcomp"):
            own = [s for s in child.children if s.dep_ in SUBJECTS]
            if is_verb(child) and (not own or figure in own):
                found.append(child)
        for adjective in children(verb, "acomp", "attr"):
            # "told to be ready to leave", "are likely to be displaced"
            found += [c for c in children(adjective, "xcomp") if is_verb(c)]
        return found
    return [c for c in children(verb, "xcomp") if is_verb(c) and verb.lemma_ in {"begin", "start", "manage", "continue", "try", "attempt"}]


def lemma_is_light(verb: Token) -> bool:
    """A verb that itself says nothing of the people ("were reported", "had to")."""
    return verb.lemma_.lower() in lexicon().light


def _complement(verb: Token, figure: Token, unit: Counted, depth: int) -> Trigger | None:
    return _verb(verb, "patient" if passive(verb) else "agent", figure, unit, depth - 1) if depth else None


def _state(verb: Token, role: Role, figure: Token, unit: Counted) -> Trigger | None:
    """"were homeless", "remain without shelter", "reported dead", "leaving 40 stranded", "are in camps"."""
    if not lemma_is_light(verb):
        return None
    for child in verb.children:
        if child.i == figure.i or child.dep_ in SUBJECTS:
            continue
        if child.dep_ in {"acomp", "attr", "oprd", "advmod", "xcomp", "ccomp", "amod", "dep", "acl", "dobj"}:
            for word in [child, *[c for c in child.conjuncts if c.i > child.i]][:1]:
                term = state_term(word, unit)
                if term is not None and (child.dep_ != "dobj" or word.pos_ in {"ADJ", "VERB"}):
                    return Trigger(word, term, "state")
        if child.dep_ == "attr" and child.lemma_.lower() in lexicon().people and not child.like_num:
            return Trigger(child, lexicon().people[child.lemma_.lower()], "state")
    return _among(verb) or _phrase(verb, unit)


def _among(verb: Token) -> Trigger | None:
    """"Four girls were among the dead", "Among the wounded were two nurses"."""
    if verb.lemma_ != "be":
        return None
    for at, token in enumerate(words := verb.doc[max(0, verb.i - 10) : verb.i + 6]):
        if token.text.lower() in {"among", "amongst"}:
            for named in words[at + 1 : at + 7]:
                term = lexicon().states.get(named.text.lower()) or lexicon().people.get(named.lemma_.lower())
                if named.text.lower() in {"victims", "bodies"}:
                    term = "killed"
                if term is not None:
                    return Trigger(named, term, "part")
    return None


def _phrase(verb: Token, unit: Counted) -> Trigger | None:
    right = verb.doc[verb.i + 1 : verb.i + 9]
    words = " ".join(t.text.lower() for t in right)
    for phrase, term in lexicon().state_phrases.items():
        if f" {phrase} " in f" {words} ":
            return Trigger(verb, term, "phrase")
    for token in right:
        if token.text.lower() in {"camp", "camps"} and unit in {"person", "household", "unknown"} and any(t.text.lower() in {"in", "at", "into"} for t in right[: token.i - verb.i]):
            return Trigger(verb, "in_relief_camp", "phrase")
        if token.text in {".", ",", ";"}:
            break
    return None


def state_term(word: Token, unit: Counted) -> Term | None:
    """The term of an adjective or participle said of the counted; housing terms for housing only and the reverse."""
    term = lexicon().states.get(word.text.lower())
    if term is None:
        return None
    housing = term.endswith("housing")
    if housing and unit in {"person"}:
        return None
    if not housing and unit == "dwelling" and term not in {"evacuated", "affected"}:
        return None
    return None if unit == "thing" else term


def _modifiers(figure: Figured) -> Trigger | None:
    for token in (figure.noun, figure.root):
        if token is not None:
            found = said_of(token, figure.counted)
            if found is not None:
                return found
    return None


def said_of(token: Token, unit: Counted) -> Trigger | None:
    """What a noun's own participles, relative clauses and adjectives say."""
    for child in token.children:
        if child.dep_ == "relcl" and (lost := _whose_home(child)) is not None:
            return lost
        if child.dep_ in {"acl", "relcl"} and is_verb(child):
            role: Role = "patient" if child.tag_ == "VBN" and child.dep_ == "acl" else _relative_role(child)
            found = _verb(child, role, token, unit, _DEPTH // 2)
            if found is not None:
                return found
    for child in token.children:
        if child.dep_ in {"amod", "acl", "appos", "oprd", "compound", "nmod", "advcl", "conj", "dep", "acomp", "advmod"}:
            term = state_term(child, unit)
            if term is not None:
                return Trigger(child, term, "modifier")
    return None


def _whose_home(verb: Token) -> Trigger | None:
    """"212 families whose houses were washed away" are homeless."""
    for subject in verb.children:
        if subject.dep_ in SUBJECTS and any(c.text.lower() == "whose" for c in subject.children) and counted(subject) == "dwelling":
            term = frames.read(verb, "patient", "dwelling", figure=subject)
            if term is not None:
                return Trigger(verb, "homeless" if term == "destroyed_housing" else "affected", "verb")
    return None


def _relative_role(verb: Token) -> Role:
    if passive(verb):
        return "patient"
    subject = [c for c in verb.children if c.dep_ in SUBJECTS]
    if verb.dep_ == "relcl" and subject and subject[0].text.lower() not in {"who", "that", "which"}:
        return "patient"
    return "agent"


def _own_noun(figure: Figured) -> Trigger | None:
    noun = figure.noun
    if noun is None:
        return None
    for word in (noun.lemma_.lower(), noun.text.lower()):
        term = lexicon().people.get(word) or (lexicon().countable_events.get(word) if noun.i > figure.last.i else None)
        if term is not None and (word not in {"life", "live", "lives"} or lives_lost(noun)):
            return Trigger(noun, term, "noun")
    return None


def _event_noun(figure: Figured) -> Trigger | None:
    """"the evacuation of 400 residents", "the deaths of at least 27 people", "evacuation orders for 5,000"."""
    token = figure.head
    for _ in range(_DEPTH):
        if token.dep_ in {"conj", "appos", "nummod", "compound", "amod", "nmod", "quantmod"}:
            token = token.head
            continue
        break
    if token.dep_ != "pobj" or token.head.text.lower() not in {"of", "for", "to", "by", "among"}:
        return None
    noun = token.head.head
    for candidate in (noun, *[c for c in noun.children if c.dep_ in {"compound", "amod"}]):
        if candidate.lemma_.lower() in {"life", "live", "loss"} and not lives_lost(candidate):
            continue
        term = lexicon().events.get(candidate.lemma_.lower())
        if term is not None and (not term.endswith("housing") or figure.counted in {"dwelling", "unknown"}):
            return Trigger(candidate, term, "event")
    if noun.text.lower() in {"toll"}:
        return Trigger(noun, _toll(noun) or "killed", "event")
    return None


def lives_lost(noun: Token) -> bool:
    """"claimed the lives of", "the loss of 40 lives", "lost their lives": lives alone are no deaths."""
    near = {t.lemma_.lower() for t in noun.doc[max(0, noun.i - 7) : noun.i + 5]}
    return bool(near & {"claim", "cost", "lose", "loss", "take", "snuff"})


def _toll(noun: Token) -> Term | None:
    phrase = " ".join(t.lemma_.lower() for t in noun.doc[max(0, noun.i - 1) : noun.i + 1])
    return lexicon().tolls.get(phrase) or lexicon().tolls.get(noun.lemma_.lower())


def _total(figure: Figured) -> Trigger | None:
    """"The death toll rose to 41", "bringing the number of displaced to 274,000", "displaced families: 349"."""
    token = figure.head
    verb = token.head
    if token.dep_ == "pobj":
        verb = token.head.head
    for _ in range(3):
        if not is_verb(verb) and verb.head != verb:
            verb = verb.head
    if is_verb(verb) and verb.dep_ in {"relcl", "acl"} and verb.head.lemma_.lower() in _TOTALS and verb.head.i < token.i:
        return _as_total(said_of(verb.head, figure.counted))
    if not is_verb(verb) or verb.lemma_.lower() not in lexicon().total_verbs:
        return None
    at: Token | None = verb
    for _ in range(3):
        if at is None:
            return None
        for noun in [*[c for c in at.children if c.dep_ in SUBJECTS], *objects(at)]:
            if noun.i < token.i or noun.dep_ in {"dobj", "obj"}:
                found = counted_total(noun, figure.counted)
                if found is not None:
                    return found
        at = at.head if at.dep_ in {"xcomp", "ccomp", "conj", "advcl"} and at.head != at else None
    return None


_TOTALS = frozenset({"number", "total", "figure", "count", "toll", "estimate", "population", "caseload", "tally", "figures", "numbers"})


def counted_total(noun: Token, unit: Counted) -> Trigger | None:
    """What a total counts: "the number of displaced", "the death toll", "fatalities"."""
    if noun.lemma_.lower() == "toll" or _toll(noun):
        return Trigger(noun, _toll(noun) or "killed", "total")
    if noun.lemma_.lower() in lexicon().countable_events:
        return Trigger(noun, lexicon().countable_events[noun.lemma_.lower()], "total")
    if noun.lemma_.lower() in lexicon().people:
        return Trigger(noun, lexicon().people[noun.lemma_.lower()], "total")
    if noun.lemma_.lower() not in _TOTALS:
        return _as_total(said_of(noun, unit)) if counted(noun) in {"person", "household", "dwelling"} else None
    for preposition in children(noun, "prep"):
        for inner in children(preposition, "pobj"):
            return _inner_total(inner, unit)
    return _as_total(said_of(noun, unit))


def _as_total(trigger: Trigger | None) -> Trigger | None:
    return Trigger(trigger.token, trigger.term, "total") if trigger is not None else None


def _inner_total(inner: Token, unit: Counted) -> Trigger | None:
    lemma = inner.lemma_.lower()
    lists = lexicon()
    term = lists.people.get(lemma) or lists.countable_events.get(lemma) or lists.states.get(inner.text.lower()) or lists.events.get(lemma)
    said = said_of(inner, counted(inner) if counted(inner) != "unknown" else unit)
    if said is not None:
        return _as_total(said)
    return Trigger(inner, term, "total") if term is not None else None


def _part_of_group(figure: Figured) -> Trigger | None:
    """"at least 10 of the dead", "nine of those killed", "12 of the wounded"."""
    if not figure.part or figure.noun is None:
        return None
    noun = figure.noun
    term = lexicon().states.get(noun.text.lower()) or lexicon().people.get(noun.lemma_.lower())
    if term is not None:
        return Trigger(noun, term, "part")
    return said_of(noun, figure.counted)


_FINDERS = (_directly_after, _predicate, _modifiers, _own_noun, _event_noun, _total, _part_of_group)
_INNER = (_modifiers, _own_noun)
