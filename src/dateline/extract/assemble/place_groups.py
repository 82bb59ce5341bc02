"""Toponyms of a sentence that belong together: lists ("X, Y and Z") and nested ones ("X, Y province, Z")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from dateline.extract.draft import Toponym
from dateline.extract.place.containment import rank
from dateline.extract.place.lookup import is_demonym
from dateline.extract.place.words import words
from dateline.extract.sentence import Sentence
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_WORD: Final = re.compile(r"[^\W\d_][\w'-]*|\d+|[;:]")
_JOINS: Final = frozenset(
    [
        "and",
        "or",
        "in",
        "of",
        "the",
        "both",
        "also",
        "as",
        "well",
        "s",
        "near",
        "off",
        "at",
        "plus",
        "remote",
        "neighbouring",
        "neighboring",
        "capital",
        "second",
        "largest",
        "main",
        "nearby",
        "border",
        "situated",
        "located",
        "lies",
        "is",
        "'s",
    ]
)
_FRAME: Final = re.compile(
    r"(?:and |but |meanwhile,? |also )?(?:in|at|across|around|near|throughout)\s+(?:the\s+)?"
    r"(?:[\w-]+\s+){0,4}(?:of\s+)?"
)
_DISTANCE: Final = re.compile(r"\b(?:km|kms|kilomet(?:re|er)s?|miles?|met(?:re|er)s)\b")
_LONGEST_GAP: Final = 70
_REFERENCE: Final = word_set("wording_en", "place_groups", "reference")
_PREPOSITIONS: Final = word_set("wording_en", "place_groups", "prepositions")


@dataclass(frozen=True)
class Group:
    """Toponyms that stand together in a sentence and belong to the same figures."""

    sentence: Sentence
    members: tuple[Toponym, ...]

    @property
    def start(self) -> int:
        """Where the first begins, at working offsets."""
        return self.members[0].start

    @property
    def end(self) -> int:
        """Where the last ends."""
        return self.members[-1].end

    @cached_property
    def head(self) -> Token:
        """The token by which the group hangs in the sentence."""
        return head_of(self.members[0], self.sentence)

    @cached_property
    def before(self) -> str:
        """The text of the sentence before the group, in lower case."""
        return self.sentence.text[: self.start - self.sentence.start].lower()

    @cached_property
    def after(self) -> str:
        """The text of the sentence behind the group, in lower case."""
        return self.sentence.text[self.end - self.sentence.start :].lower()

    @cached_property
    def frames(self) -> bool:
        """ "In X, …" at the head of the sentence."""
        return bool(_FRAME.fullmatch(self.before))

    @cached_property
    def preposition(self) -> str:
        """The preposition by which the group is tied to the sentence, "" where none stands close before it."""
        if word := word_before(self.members[0], self.sentence):
            return word
        token = self.head
        while token.dep_ in {"compound", "nmod", "appos", "conj", "poss", "amod"} and token.head != token:
            token = token.head
        return str(token.head.lower_) if token.dep_ == "pobj" else ""


def head_of(toponym: Toponym, sentence: Sentence) -> Token:
    """The token by which a toponym hangs in its sentence."""
    tokens = sentence.tokens_in(toponym.start, toponym.end)
    inside = {t.i for t in tokens}
    return next((t for t in tokens if t.head.i not in inside or t.head == t), tokens[-1])


def word_before(toponym: Toponym, sentence: Sentence) -> str:
    """The preposition before a toponym, articles, kind words and directions skipped; "" for another word."""
    before = sentence.text[: toponym.start - sentence.start].lower()
    for word in reversed(_WORD.findall(before)[-8:]):
        if word in _PREPOSITIONS:
            return str(word)
        if not (word in _JOINS or word in words().kind_of or word in words().directions or is_demonym(word.title())):
            return ""
    return ""


def groups_of(sentence: Sentence, toponyms: Sequence[Toponym]) -> list[Group]:
    """The toponyms of one sentence in groups, in reading order; reference points ("west of X") go beside others."""
    groups: list[list[Toponym]] = []
    for toponym in toponyms:
        if groups and _together(sentence, groups[-1][-1], toponym):
            if (
                not _is_reference(toponym) or rank(groups[-1][-1]) == 0
            ):  # "in X, near Y": the country is no place beside Y
                groups[-1].append(toponym)
        elif not (groups and _is_reference(toponym) and _measured(sentence, groups[-1][-1], toponym)):
            groups.append([toponym])
    return [Group(sentence, tuple(group)) for group in groups]


def _is_reference(toponym: Toponym) -> bool:
    return toponym.modifier_kind == "direction" or (toponym.modifier or "").lower() in _REFERENCE


def _measured(sentence: Sentence, a: Toponym, b: Toponym) -> bool:
    """ "X, some 70 km north of Y": Y only tells where X is."""
    between = sentence.text[a.end - sentence.start : b.start - sentence.start]
    return len(between) <= _LONGEST_GAP and bool(_DISTANCE.search(between))


def _together(sentence: Sentence, a: Toponym, b: Toponym) -> bool:
    between = sentence.text[a.end - sentence.start : b.start - sentence.start]
    if len(between) > _LONGEST_GAP:
        return False
    modifier = (b.modifier or "").lower()
    lists = words()
    found = _WORD.findall(between.lower().replace(modifier, " ") if modifier else between.lower())
    return all(w in _JOINS or w in lists.kind_of or w in lists.directions or is_demonym(w.title()) for w in found)
