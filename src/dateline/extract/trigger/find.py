"""From a counted figure to the word that says what happened to the people it counts.

Finders are asked in order: the predicate the figure is subject or object of, its own participles and
relative clauses, the event noun it hangs on, the noun that names people by what happened to them, a
total that arrives at the number, and last the words beside it. A main verb thereby wins over a
participle ("people displaced by the flood returned").
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from dateline.extract.quantity.units import counted
from dateline.extract.trigger import frames
from dateline.extract.trigger.figured import Figured, Trigger
from dateline.extract.trigger.grammar import OBJECTS, SUBJECTS, is_verb, only_tried
from dateline.extract.trigger.lexicon import lexicon
from dateline.extract.trigger.predicate import DEPTH, climb, said_of
from dateline.extract.trigger.states import lemma_is_light, state, state_term
from dateline.extract.trigger.totals import of_a_toll, toll, total
from dateline.extract.trigger.ways import bracketed, flooded, put_at, searched, stuck, untraced, worst
from dateline.model.words import Term
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def find(figure: Figured) -> Trigger | None:
    """What happened to the counted people, or None where nothing is said to have."""
    for finder in _INNER if figure.inner else _FINDERS:
        trigger = finder(figure)
        if trigger is not None:
            return _sharper(trigger, figure)
    return None


def own_words(figure: Figured) -> Trigger | None:
    """What the figure's own state, participles and relative clauses say, whatever the sentence goes on to say."""
    return _directly_after(figure) or _modifiers(figure) or _kept_at(figure)


_NEAR = 4
"""Words between "4,175 of them" and the "are" that is said of them alone."""


def _kept_at(figure: Figured) -> Trigger | None:
    """ "4,175 of them are still in 21 shelters": where some of those told are says what became of them."""
    verb = figure.head.head
    if figure.head.dep_ not in SUBJECTS or verb.lemma_ != "be" or verb.i - figure.last.i > _NEAR:
        return None
    found = state(verb, "agent", figure.head, figure.counted)
    return found if found is not None and found.by == "phrase" else None


_LIST_ENDS = word_set("wording_en", "find", "list_ends")
_SETTINGS = word_set("wording_en", "find", "settings")


def _directly_after(figure: Figured) -> Trigger | None:
    """An item of a list: "six missing,", "5,200 moved and", "seven villagers dead;" says its own state."""
    last = figure.noun if figure.noun is not None and not figure.part and figure.noun.i > figure.last.i else figure.last
    doc = last.doc
    if last == figure.noun and last.text.lower() == "shot" and figure.first != last and figure.first.lower_ != "one":
        return Trigger(last, "killed", "list")  # "after four shot in Orvel": shots that are counted are "shots"
    own = state_term(last, "omitted") if last == figure.noun else None
    if own is not None and (last.i + 1 >= len(doc) or doc[last.i + 1].text.lower() in _LIST_ENDS | _SETTINGS | {":"}):
        return Trigger(last, own, "list")
    if last.i + 1 >= len(doc):
        return None
    state = doc[last.i + 1]
    if figure.noun is None and state.text.lower() in _BADLY and _ends_item(doc, last.i + 2):
        return Trigger(state, "injured", "list")  # "others were wounded, two critically"
    if is_verb(state) and _acts(state):
        return None  # "one gunman killed two men"
    several = _states_several(figure, last.i + 2)
    if _object_of_verb(figure) and not several and not (_counted_subject(figure) and not _number_at(doc, last.i + 2)):
        return None  # "killed 30 people injured 90"; but "8 persons killed 58 others injured"
    term = state_term(state, figure.counted)
    if term is None:
        return None
    after = doc[last.i + 2] if last.i + 2 < len(doc) else None
    bare = figure.noun is None or figure.noun == state or figure.counted == "omitted"
    if after is None or after.text in _LIST_ENDS or after.is_space or (after.like_num and not after.is_punct):
        return Trigger(state, term, "list")
    if (bare or _behind_comma(figure) or _others(figure)) and after.text.lower() in _SETTINGS:
        return Trigger(state, term, "list")
    return None


_BADLY = word_set("wording_en", "find", "badly")
"""How badly the hurt are hurt: said of a number alone, it is no death."""


def _ends_item(doc: Doc, at: int) -> bool:
    return at >= len(doc) or doc[at].is_punct or doc[at].text.lower() in _SETTINGS | {"and"}


def _acts(verb: Token) -> bool:
    """A past tense with persons right behind it, of whom a number is told: "killed two men", not "killed in Orvel"."""
    behind = verb.doc[verb.i + 1 : verb.i + 4]
    if verb.tag_ != "VBD" or not len(behind) or not (behind[0].like_num or behind[0].tag_ == "PRP"):
        return False
    return any(c.dep_ in OBJECTS and c.i > verb.i and counted(c) == "person" for c in verb.children)


def _object_of_verb(figure: Figured) -> bool:
    """The verb directly before the number says something of those it counts."""
    if not figure.first.i:
        return False
    verb = figure.first.doc[figure.first.i - 1]
    return is_verb(verb) and frames.read(verb, "patient", figure.counted, figure=figure.head) is not None


def _states_several(figure: Figured, behind: int) -> bool:
    """ "left three people injured and one person dead": each of them has the state right behind it."""
    doc = figure.first.doc
    joined = doc[behind : behind + 2]
    if len(joined) < 2 or joined[0].text.lower() != "and" or not figure.first.i:
        return False
    return lemma_is_light(figure.first.nbor(-1)) and (joined[1].like_num or joined[1].text.lower() in {"a", "an"})


def _behind_comma(figure: Figured) -> bool:
    """ "Man killed, two others injured in a shooting": the parser takes these for the object of the verb before."""
    doc, at = figure.first.doc, figure.first.i
    return at > 0 and doc[at - 1].text == "," and figure.head.dep_ in OBJECTS and figure.head.head.i < at


def _others(figure: Figured) -> bool:
    """ "Woman fatally shot, three others injured during": told apart from whom the verb before is said of."""
    words = figure.first.doc[figure.first.i : figure.last.i + 3]
    return any(token.text.lower() in {"others", "other", "more"} for token in words)


def _counted_subject(figure: Figured) -> bool:
    """The subject of the verb before is itself a counted figure."""
    verb = figure.first.doc[figure.first.i - 1]
    return any(c.dep_ in SUBJECTS and any(n.like_num for n in c.children) for c in verb.children)


def _number_at(doc: Doc, at: int) -> bool:
    return at < len(doc) and bool(doc[at].like_num)


def _predicate(figure: Figured) -> Trigger | None:
    return climb(figure.head, figure.counted, DEPTH)


def _modifiers(figure: Figured) -> Trigger | None:
    for token in (figure.noun, figure.root):
        if token is not None:
            found = said_of(token, figure.counted)
            if found is not None:
                return found
    return None


def _own_noun(figure: Figured) -> Trigger | None:
    noun = figure.noun
    if noun is None:
        return None
    for word in (noun.lemma_.lower(), noun.text.lower()):
        term = lexicon().people.get(word) or (lexicon().countable_events.get(word) if noun.i > figure.last.i else None)
        if term is not None and (word not in {"life", "live", "lives"} or lives_lost(noun)):
            return Trigger(noun, term, "part" if figure.part else "noun")
    return None


def _event_noun(figure: Figured) -> Trigger | None:
    """ "the evacuation of 400 residents", "the deaths of nearly 60 miners", "evacuation orders for 5,000"."""
    token = figure.head
    for _ in range(DEPTH):
        if token.dep_ in {"conj", "appos", "nummod", "compound", "amod", "nmod", "quantmod"}:
            token = token.head
            continue
        break
    if token.dep_ != "pobj" or token.head.text.lower() not in {"of", "for", "to", "by", "among"}:
        return None
    noun = token.head.head
    named = [noun]
    if token.head.text.lower() == "for" and is_verb(noun) and figure.counted in {"person", "household"}:
        # "an evacuation order was issued for 400 residents"
        named += [c for c in noun.children if c.dep_ in SUBJECTS]
    if only_tried(noun):
        return None
    for candidate in [c for n in named for c in (n, *[m for m in n.children if m.dep_ in {"compound", "amod"}])]:
        if candidate.lemma_.lower() in {"life", "live", "loss"} and not lives_lost(candidate):
            continue
        term = lexicon().events.get(candidate.lemma_.lower())
        if term is not None and (not term.endswith("housing") or figure.counted in {"dwelling", "unknown"}):
            return Trigger(candidate, term, "event")
    if noun.text.lower() in {"toll"}:
        return Trigger(noun, toll(noun) or "killed", "event")
    return None


def lives_lost(noun: Token) -> bool:
    """ "claimed the lives of", "the loss of 40 lives", "lost their lives": lives alone are no deaths."""
    near = {t.lemma_.lower() for t in noun.doc[max(0, noun.i - 7) : noun.i + 5]}
    return bool(near & {"claim", "cost", "lose", "loss", "take", "snuff"})


def _part_of_group(figure: Figured) -> Trigger | None:
    """ "seven of the dead", "four of those hurt", "most of the wounded"."""
    if not figure.part or figure.noun is None:
        return None
    noun = figure.noun
    term = lexicon().states.get(noun.text.lower()) or lexicon().people.get(noun.lemma_.lower())
    if term is not None:
        return Trigger(noun, term, "part")
    return said_of(noun, figure.counted)


_FINDING = word_set("wording_en", "find", "finding")


def _called_hurt(figure: Figured) -> Trigger | None:
    """ "Found a man dead, as well as two injured students": their own word says what befell them."""
    own = [c for c in figure.noun.children if c.dep_ == "amod"] if figure.noun is not None else []
    hurt = (c for c in own if c.text.lower() in {"injured", "wounded"})
    return next((Trigger(c, "injured", "modifier") for c in hurt), None)


_NEEDING = word_set("wording_en", "find", "needing")


def _sharper(trigger: Trigger, figure: Figured) -> Trigger:
    """ "340 displaced people need water": what they need says less than what befell them."""
    if trigger.term == "killed" and trigger.token.lemma_.lower() in _FINDING and (hurt := _called_hurt(figure)):
        return hurt
    if trigger.term != "other" or trigger.token.lemma_.lower() not in _NEEDING:
        return trigger
    return _modifiers(figure) or _own_noun(figure) or trigger


def _with_wounds(figure: Figured) -> Trigger | None:
    """ "one man dead and six others with gunshot wounds": what stands right behind them is said of them alone."""
    if figure.noun is None:
        return None
    return wounds_behind(figure.noun) or _wounds_of_all(figure.noun)


def _wounds_of_all(noun: Token) -> Trigger | None:
    """ "Three adults and a 17-year-old suffering from gunshot wounds": behind whom is joined with them."""
    behind = noun.doc[noun.i + 1 : noun.i + _JOINED]
    if len(behind) < 2 or behind[0].text.lower() != "and":
        return None
    for token in behind[1:]:
        if token.text.lower() in _opens_state():
            return wounds_behind(token.nbor(-1))
        if is_verb(token) or (token.is_punct and token.text != "-"):
            return None
    return None


_JOINED = 11
"""Tokens behind a figure's noun in which whoever is joined with them is named."""


def wounds_behind(noun: Token) -> Trigger | None:
    """What stands right behind somebody of wounds or a hospital: "a man with a gunshot wound"."""
    if noun.i + 1 >= len(noun.doc) or noun.nbor(1).text.lower() not in _opens_state():
        return None
    behind = " ".join(token.text.lower() for token in noun.doc[noun.i + 1 : noun.i + 8])
    for phrase, term in lexicon().state_phrases.items():
        if term == "injured" and f"{behind} ".startswith(f"{phrase} "):
            return Trigger(noun.nbor(1), term, "modifier")
    return None


@cache
def _opens_state() -> frozenset[str]:
    return frozenset(phrase.partition(" ")[0] for phrase, term in lexicon().state_phrases.items() if term == "injured")


_HARMED: Final[dict[str, Term]] = {
    **dict.fromkeys(("body", "corpse", "dead", "death", "fatality"), "killed"),
    "injury": "injured",
}


def _harm_counted(figure: Figured) -> Trigger | None:
    """ "40 bodies were recovered", "31 deaths confirmed; 12 injured": whatever is said of them, they were killed."""
    term = _HARMED.get(figure.noun.lemma_.lower()) if figure.noun is not None else None
    if figure.noun is None or term is None:
        return None
    return Trigger(figure.noun, term, "part" if figure.part else "noun")


def _sharp_event(figure: Figured) -> Trigger | None:
    """ "the return of 340 refugees": the event says more than the name; "an influx of 340 refugees" does not."""
    event = _event_noun(figure)
    return event if event is not None and event.term != "displaced" else None


_FINDERS = (
    _harm_counted,
    _with_wounds,
    stuck,
    untraced,
    searched,
    put_at,
    _directly_after,
    of_a_toll,
    _predicate,
    flooded,
    bracketed,
    _sharp_event,
    _modifiers,
    worst,
    _own_noun,
    _event_noun,
    total,
    _part_of_group,
)


_INNER = (_modifiers, _own_noun)
