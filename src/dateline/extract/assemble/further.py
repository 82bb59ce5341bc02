"""A further person behind one told before, without a noun: "one man is dead and another in critical condition"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Final

from dateline.extract.assemble.bare import told_beside
from dateline.extract.quantity.units import counted
from dateline.extract.sentence import Sentence
from dateline.extract.trigger.figured import Trigger
from dateline.extract.trigger.find import wounds_behind
from dateline.extract.trigger.predicate import climb

if TYPE_CHECKING:
    from spacy.tokens import Token

_FURTHER: Final = re.compile(
    r"\b(?:another|(?:a|the) (?:second|third|fourth|fifth|sixth|seventh|other))\b", re.IGNORECASE
)
_DEPTH: Final = 3
_BODILY: Final = frozenset({"killed", "injured"})
_NOUNS: Final = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


def further_ones(sentence: Sentence, told: Collection[int]) -> Iterator[tuple[Token, Token, Trigger]]:
    """First token, last token and trigger of each; `told` are tokens of the persons told in the sentence."""
    for match in _FURTHER.finditer(sentence.text):
        tokens = sentence.tokens_in(sentence.start + match.start(), sentence.start + match.end())
        if not tokens or min(told) > tokens[0].i or not _alone(tokens[-1]):
            continue
        last = tokens[-1]
        trigger = wounds_behind(last) or told_beside(last) or climb(last, "person", _DEPTH)
        harmed = last.dep_ == "dobj" and trigger is not None and trigger.token == last.head  # "injured another"
        if trigger is not None and trigger.term in _BODILY and (trigger.token.i > last.i or harmed):
            yield tokens[0], last, trigger


def _alone(last: Token) -> bool:
    """No noun or number goes with it: neither "another man" nor "another shooting" nor "another 29"."""
    behind = last.nbor() if last.i + 1 < len(last.doc) else None
    if behind is None or behind.like_num or (behind.pos_ in _NOUNS and not _says_harm(behind)):
        return False
    return not (last.dep_ in {"det", "amod"} and last.head.i > last.i and counted(last.head) != "unknown")


def _says_harm(word: Token) -> bool:
    """ "Another injured", "another dead": what befell the person, not a noun."""
    return told_beside(word.nbor(-1)) is not None
