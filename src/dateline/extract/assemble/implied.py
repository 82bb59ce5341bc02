"""A single harmed person told without a number ("a man was killed") is a figure of one, said to be implied.

The one exception of the contract to "a figure's number stands in its words"; such claims are printed as
"one (described)". A name counts only beside an age ("Ana Ruiz, 34, was killed"), as police and families tell of the
dead; the name itself is masked at the door.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from dateline.extract.assemble.bare import aged, by_headline, doers_own, headlined, told_before, told_beside
from dateline.extract.assemble.further import further_ones
from dateline.extract.assemble.taken_up import taken_up
from dateline.extract.assemble.victim import victim_of
from dateline.extract.place.lookup import is_person
from dateline.extract.quantity.units import counted
from dateline.extract.sentence import Sentence
from dateline.extract.trigger import frames
from dateline.extract.trigger.figured import Trigger
from dateline.extract.trigger.find import wounds_behind
from dateline.extract.trigger.grammar import SUBJECTS, is_verb, only_tried
from dateline.extract.trigger.lexicon import lexicon
from dateline.extract.trigger.predicate import climb, said_of
from dateline.model.words import Term
from dateline.vocab.load import load, word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

HARMS = frozenset({"killed", "injured", "missing", "detained"})
_BODILY: Final = frozenset({"killed", "injured"})
_SINGULAR: Final = ("NN", "NNP")
_ONE = frozenset({"a", "an", "another"})
_OWNERS = word_set("wording_en", "implied", "owners")
_DESCRIBED = word_set("wording_en", "implied", "described")
"""Nouns that name one described person also with "the": "the teenager died"."""
_GENERIC = word_set("wording_en", "implied", "generic")
_KIN = word_set("wording_en", "implied", "kin")
_DEPTH = 4
_LIVES: Final = word_set("wording_en", "implied", "lives")

_OF_HEADLINES: Final = frozenset({"PRP", "UH"})
"""Tags of "himself", and of what opens a headline ("Boy, 6, shot in Orvel")."""


def implied(sentence: Sentence, taken: Mapping[int, Trigger]) -> list[tuple[Token, Token, Trigger]]:
    """(first token, last token, trigger) of each singular harmed phrase.

    `taken` are the tokens of numbered figures, each with what happened to those counted.
    """
    found: list[tuple[Token, Token, Trigger]] = []
    told = dict(taken)
    with_age = _AGE.search(sentence.text) is not None
    described: list[tuple[Token, Token]] = []
    for noun in _nouns(sentence):
        if noun.i in taken:
            continue
        first = _described(noun) or (_named(sentence, noun) if with_age else None)
        first = first or _called(noun)
        if first is not None:
            described.append((first, noun))
        trigger = _said(noun) if first is not None else None
        if (
            trigger is None
            and (bare := headlined(noun)) is not None
            and (trigger := told_beside(noun) or by_headline(bare) or _said(noun))
        ):
            first = bare
        if trigger is None and (trigger := doers_own(noun)):
            first = noun if noun.text.lower() != "life" else noun.nbor(-2)
        if trigger is None and noun.dep_ == "conj":
            trigger = told.get(noun.head.i)  # "two men and a woman", "a husband and wife"
        if first is None or trigger is None or trigger.term not in HARMS or trigger.token == noun:
            continue
        if not _does_it(sentence, noun) and not _acts_there(sentence, noun, trigger.token):
            found.append((first, noun, trigger))
            told[noun.i] = trigger
    for first, last in aged(sentence):
        trigger = told_beside(last) or told_before(first) or _said(last)
        free = taken.keys().isdisjoint(range(first.i, last.i + 1))
        if trigger is not None and trigger.term in HARMS and free:
            found.append((first, last, trigger))
    if told or _THE_OTHER.match(sentence.text):
        found += further_ones(sentence, told or {sentence.tokens[0].i})
    if described and (" he " in sentence.text or " she " in sentence.text or _HIM.search(sentence.text)):
        known = {*taken, *told, *(last.i for _, last, _ in found)}
        found += taken_up(sentence, described, known)
    return found


_THE_OTHER: Final = re.compile(r"The (?:other|second|third) (?:was|is|has|died|remains)\b")
""" "One was dead at the scene. The other was taken to a hospital": told of in the sentence before."""
_HIM: Final = re.compile(r"\b(?:him|her)\b(?! [a-z]*\b(?:own|left|right|home|car|house)\b)")


def _nouns(sentence: Sentence) -> Iterator[Token]:
    """The words that may name one: the only ones that the rules below take. Asked all at once, which is cheaper."""
    from spacy.attrs import TAG

    tokens: Any = sentence.tokens  # its stubs know no to_array
    wanted = _wanted()
    for at, tag in enumerate(tokens.to_array([TAG]).ravel().tolist()):
        if tag in wanted:
            yield tokens[at]


@cache
def _wanted() -> frozenset[int]:
    """The tags of such words as spaCy keeps them."""
    from spacy.strings import get_string_id

    return frozenset(get_string_id(tag) for tag in (*_SINGULAR, *_OF_HEADLINES))


_DOES: Final = re.compile(
    r"\s(?:\w+ly )?(?:shot|killed|shoots|kills|stabbed|wounded|injured)(?: and (?:\w+ly )?[a-z]+(?: over| down)?)?"
    r" (?:(?:his|her|their|a|an|the|another|one|two|three|four|five|six|seven|eight|nine|ten|several|himself|herself"
    r"|him|someone)\b"
    r"|\d|(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z][a-z]+\.? \d)[A-Z][\w'’-]+)"
)
"""… behind it: persons, a number, a name that is no day."""


def _does_it(sentence: Sentence, noun: Token) -> bool:
    """ "A man shot and killed his wife": the parser often takes the doer for the one harmed."""
    return _DOES.match(sentence.text, sentence.offset(noun) + len(noun.text) - sentence.start) is not None


def _acts_there(sentence: Sentence, noun: Token, trigger: Token) -> bool:
    """ "A student walked into class, shot and wounded one classmate": farther behind, with persons as its object."""
    if trigger.i < noun.i or not is_verb(trigger):
        return False
    at = sentence.offset(trigger) - sentence.start
    return _DOES.match(sentence.text, at - 1) is not None and _SUFFERED.search(sentence.text[:at]) is None


_SUFFERED: Final = re.compile(
    r"\b(?:was|were|been|be|being|is|are|get|gets|got|getting|found|and) (?:\w+ly )?(?:\w+ (?:and|or) (?:\w+ly )?)?$"
)
"""Right before a verb: it is told of whom it happened to, or goes on from a verb of which that is asked."""


def _said(noun: Token) -> Trigger | None:
    """What is said of a harmed person: by the verb, by an event's name, by a participle of its own."""
    if _body_of(noun):
        return Trigger(noun.head, "killed", "event")
    if (named := _named_as(noun)) is not None:
        return named
    if not _harmed_place(noun):
        return None
    return climb(noun, "person", _DEPTH) or _harmed(noun) or _own_words(noun)


def _body_of(noun: Token) -> bool:
    """ "The woman's body was found": it is told of her."""
    return noun.dep_ == "poss" and noun.head.lemma_.lower() in {"body", "remains", "corpse"}


def _named_as(noun: Token) -> Trigger | None:
    """ "The dead were a man and a woman", "the dead were identified as Ana Ruiz, 30": whom the subject means."""
    top = noun
    while top.dep_ in {"conj", "appos"} and top.head != top and top.i - top.head.i < _FAR_CONJUNCT:
        top = top.head
    verb = top.head.head if top.dep_ == "pobj" and top.head.text.lower() == "as" else top.head
    if verb.lemma_ not in {"be", "identify", "name"} or (verb.lemma_ == "be") != (top.dep_ == "attr"):
        return None
    found = ((c, _CALLED_SO.get(c.text.lower())) for c in verb.children if c.dep_ in SUBJECTS and c.i < noun.i)
    return next((Trigger(c, term, "part") for c, term in found if term is not None), None)


_FAR_CONJUNCT: Final = 12
_CALLED_SO: Final[dict[str, Term]] = {
    "dead": "killed", "slain": "killed", "deceased": "killed", "injured": "injured", "wounded": "injured"
}  # fmt: skip
"""Whom a subject names by what befell them."""


def _own_words(noun: Token) -> Trigger | None:
    """ "The man killed on Friday", "a man with a gunshot wound", "the victim of a fatal shooting"."""
    said = wounds_behind(noun) or said_of(noun, "person")
    if said is not None and said.token.i < noun.i and any(c.text.lower() == "the" for c in noun.children):
        return victim_of(noun)  # "the dead man": spoken of as known
    return said if said is not None and said.term in _BODILY and not _acts(said.token) else victim_of(noun)


def _acts(verb: Token) -> bool:
    """ "The officer who shot at him": a past tense of what is done to others."""
    own = lexicon().verbs.get(frames.lemma_of(verb), ())
    return verb.tag_ in {"VBD", "VBZ", "VBP"} and bool(own) and all(frame.role == "patient" for frame in own)


def _described(noun: Token) -> Token | None:
    """The first token of a phrase that describes one person, None where it does not."""
    if noun.tag_ not in _SINGULAR or noun.lemma_.lower() in _GENERIC:
        return None
    if counted(noun) != "person" and not _owned_kin(noun):
        return None
    if noun.tag_ == "NNP":
        return noun.left_edge if _opens(noun) else None
    article = next((c for c in noun.children if c.dep_ in {"det", "poss"}), None)
    if article is None:
        return noun.left_edge if _opens(noun) or _joined_kin(noun) else None
    if article.dep_ == "poss" and article.tag_ != "PRP$":
        kin = noun.lemma_.lower() in _DESCRIBED | _KIN  # "a sheriff's deputy", "whose son"
        return (article.left_edge if article.tag_ != "WP$" else article.nbor()) if kin else None
    if not _singles(article, noun):
        return None
    return noun.left_edge if noun.left_edge.i < article.i else article


def _owned_kin(noun: Token) -> bool:
    """ "Her partner": somebody's own, though a partner may be a firm."""
    owned = any(c.dep_ == "poss" and c.text.lower() in _OWNERS for c in noun.children)
    return owned and noun.lemma_.lower() in _KIN


def _opens(noun: Token) -> bool:
    """A headline has no articles: "Boy, 13, shot near the mill has died"."""
    first = noun.doc[noun.left_edge.sent.start]
    return noun.lemma_.lower() in _DESCRIBED and noun.left_edge == first and first.text[:1].isupper()


def _joined_kin(noun: Token) -> bool:
    """ "A husband and wife", "a mother and son": the second stands without an article."""
    joined = noun.dep_ == "conj" and noun.head.i < noun.i and noun.head.tag_ == "NN" and noun.lemma_.lower() in _KIN
    return joined and any(c.dep_ == "det" and c.text.lower() in {"a", "the"} for c in noun.head.children)


def _singles(article: Token, noun: Token) -> bool:
    word, kind = article.text.lower(), noun.lemma_.lower()
    return word in _ONE or (word == "the" and kind in _DESCRIBED) or (word in _OWNERS and kind in _KIN)


_AGE_BEHIND = re.compile(r"\s?[,(]\s?\d{1,3}\s?(?:[,).;]|$)")
_AGE_BEFORE = re.compile(r"\b\d{1,3}[- ](?:year|month|week|day)s?[- ]old\s+(?:[A-Z][\w.'’-]+\s+){0,3}$")
_AGE = re.compile(r"[,(]\s?\d{1,3}\s?(?:[,).;]|$)|\d[- ](?:year|month|week|day)s?[- ]old\s")
"""Stands in every sentence in which one of the two above is found."""
_MOST_NAMES: Final = 4


def _named(sentence: Sentence, noun: Token) -> Token | None:
    """The first token of a person's name with an age beside it: two words or more, or a surname that is a subject."""
    if noun.tag_ != "NNP" or not noun.text[:1].isupper():
        return None
    first = noun
    while noun.i - first.i < _MOST_NAMES and first.i > noun.sent.start and first.nbor(-1).tag_ == "NNP":
        first = first.nbor(-1)
    if first == noun and (noun.dep_ not in SUBJECTS or (noun.i > noun.sent.start and noun.nbor(-1).text[:1].isupper())):
        return None
    start, end = sentence.offset(first) - sentence.start, sentence.offset(noun) + len(noun.text) - sentence.start
    beside = _AGE_BEHIND.match(sentence.text, end) or _AGE_BEFORE.search(sentence.text[:start])
    return first if beside else None


def _called(noun: Token) -> Token | None:
    """The first token of a person's full name where only a person can be meant: "the killing of Ana Ruiz", "Ana Ruiz
    was shot and killed". The first of its words is a common name of persons.
    """
    if noun.tag_ != "NNP" or noun.i == noun.sent.start or noun.dep_ not in _OF_DEEDS or noun.nbor(-1).tag_ != "NNP":
        return None
    first = noun.nbor(-1)
    while noun.i - first.i < _MOST_NAMES and first.i > noun.sent.start and first.nbor(-1).tag_ == "NNP":
        first = first.nbor(-1)
    at_end = noun.i + 1 >= len(noun.doc) or noun.nbor().tag_ not in {"NNP", "NN", "NNS", "NNPS", "POS"}
    return first if at_end and first.dep_ == "compound" and is_person(first.text) else None


_OF_DEEDS: Final = frozenset({"dobj", "pobj", "nsubjpass", "nsubj"})


def _harmed_place(noun: Token) -> bool:
    """The phrase is what was harmed, not who harmed or where: subject, object, conjunct or one of those included."""
    if noun.dep_ in SUBJECTS | {"dobj", "obj", "conj", "appos"}:
        if noun.dep_ != "nsubj" or not is_verb(noun.head):
            return True
        joined = [c for c in noun.head.children if c.dep_ == "conj" and c.tag_ == "VBD"]
        if noun.head.tag_ == "VBD" and any(c.dep_ == "dobj" for verb in joined for c in verb.children):
            return _undergoes(noun.head)  # "a man stabbed and ran over his wife"
        return not any(c.dep_ == "dobj" for c in noun.head.children) or _undergoes(noun.head)
    return (
        noun.dep_ == "pobj"
        and noun.head.text.lower() in {"including", "of"}
        and (noun.head.head.lemma_.lower() in {"people", "person"} or _event(noun) is not None)
    )


def _undergoes(verb: Token) -> bool:
    """ "Suffered a wound", "lost his life": the verb has an object and is said of its subject all the same."""
    found = lexicon().verbs.get(frames.lemma_of(verb), ())
    return any(frame.role == "agent" and frame.object and frame.term in _BODILY for frame in found)


def _harmed(noun: Token) -> Trigger | None:
    event = _event(noun)
    return Trigger(event[0], event[1], "event") if event is not None else None


def _event(noun: Token) -> tuple[Token, Term] | None:
    """ "the murder of a nurse", "the fatal shooting of a boy", "claimed the life of a guard": the word and its term."""
    if noun.dep_ != "pobj" or noun.head.text.lower() != "of":
        return None
    event = noun.head.head
    if only_tried(event):
        return None
    word = event.lemma_.lower()
    if word == "life":
        return (event.head, "killed") if event.head.lemma_.lower() in _LIVES else None
    deadly = any(c.lemma_.lower() in {"fatal", "deadly"} for c in event.children if c.dep_ == "amod")
    term: Term | None = load("wording_en")["implied"]["events"].get(word)
    return (event, "killed" if deadly else term) if term is not None else None
