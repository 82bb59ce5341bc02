"""One described person whom a pronoun of the same sentence says to be harmed.

"Opened fire on an officer, wounding him", "a man was at the wheel when he was shot", "a girl, who …, said she was hit".
Only where one person of the sentence can be meant: a second one of the same sex, or one whose sex is not told, leaves
it open.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from dateline.extract.quantity.units import counted
from dateline.extract.sentence import Sentence
from dateline.extract.trigger.figured import Trigger
from dateline.extract.trigger.grammar import SUBJECTS, subjects
from dateline.extract.trigger.predicate import climb
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

Phrase = tuple["Token", "Token"]
"""First and last token of a described person."""

_MALE: Final = frozenset({"he", "him"})
_FEMALE: Final = frozenset({"she", "her"})
_WOMEN: Final = word_set("reconcile_en", "people", "female")
_MEN: Final = word_set("reconcile_en", "people", "male")
_BODILY: Final = frozenset({"killed", "injured"})
_ARGUMENTS: Final = frozenset({"nsubj", "nsubjpass", "dobj"})
_DEPTH: Final = 3


def taken_up(
    sentence: Sentence, phrases: Sequence[Phrase], told: Collection[int]
) -> Iterator[tuple[Token, Token, Trigger]]:
    """First token, last token and trigger of each; `phrases` are the sentence's described persons, `told` the tokens of
    those of whom the sentence says something already.
    """
    done: set[int] = set()
    for pronoun in sentence.tokens:
        if pronoun.tag_ != "PRP" or pronoun.text.lower() not in _MALE | _FEMALE:
            continue
        trigger = climb(pronoun, "person", _DEPTH)
        if trigger is None or trigger.term not in _BODILY or _does(pronoun, trigger) or _named_before(pronoun):
            continue
        meant = [one for one in phrases if _may_be(one, pronoun, trigger)]
        if pronoun.dep_ in SUBJECTS and any(_another_between(one, pronoun) for one in meant):
            continue
        if len(meant) == 1 and meant[0][1].i not in told and meant[0][1].i not in done:
            done.add(meant[0][1].i)
            yield *meant[0], trigger


def _does(pronoun: Token, trigger: Trigger) -> bool:
    """ "When he shot two people": the harm has persons of its own."""
    return pronoun.dep_ == "nsubj" and any(c.dep_ == "dobj" and c.ent_type_ != "DATE" for c in trigger.token.children)


def _may_be(phrase: Phrase, pronoun: Token, trigger: Trigger) -> bool:
    """It stands before, its words do not tell the other sex, and it is not who does it."""
    first, last = phrase
    words = {token.text.lower() for token in last.doc[first.i : last.i + 1]}
    other = _WOMEN if pronoun.text.lower() in _MALE else _MEN
    if last.i > pronoun.i or not other.isdisjoint(words):
        return False
    if pronoun.dep_ in SUBJECTS:
        return True
    doers = _doers(trigger.token)
    return bool(doers) and all(doer.lemma_ != last.lemma_ for doer in doers)


def _another_between(phrase: Phrase, pronoun: Token) -> bool:
    """ "Ana Ruiz was with her son when he was shot": a nearer one, or the subject, may be meant."""
    other = _WOMEN if pronoun.text.lower() in _MALE else _MEN
    between = phrase[1].doc[phrase[1].i + 1 : pronoun.i]
    if any(counted(token) == "person" and token.text.lower() not in other and token.tag_ == "NN" for token in between):
        return True
    within = phrase[1].dep_ == "pobj" and phrase[1].head.text.lower() in {"with", "beside", "behind", "of", "near"}
    first = phrase[0].sent.start
    return within and any(t.tag_ == "NNP" and t.dep_ in SUBJECTS for t in phrase[1].doc[first : phrase[0].i])


def _named_before(pronoun: Token) -> bool:
    """ "He invited Brandt, and fired, hitting him": whoever is named by a surname may be meant as well."""
    before = pronoun.doc[pronoun.sent.start : pronoun.i]
    return pronoun.dep_ not in SUBJECTS and any(t.tag_ == "NNP" and t.dep_ in _ARGUMENTS for t in before)


def _doers(verb: Token) -> list[Token]:
    """Subjects of the verb, or of that which a participle goes with ("fired at him, wounding him")."""
    return subjects(verb) or (subjects(verb.head) if verb.dep_ == "advcl" else [])
