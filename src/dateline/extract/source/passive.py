"""The passive: "was reported by X", "as announced by X", "the deaths recorded by X"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.extract.sentence import Sentence
from dateline.extract.source.credit import Credit, Reach
from dateline.extract.source.kinds import Known, can_speak
from dateline.extract.source.owners import is_record, speaker_of
from dateline.extract.source.phrase import heads_of
from dateline.extract.source.words import cues

if TYPE_CHECKING:
    from spacy.tokens import Token


def passive(sentence: Sentence, known: Known) -> Iterator[Credit]:
    """Every reporting participle with an agent."""
    for token in sentence.tokens:
        if token.lower_ in cues().passive and token.tag_ in {"VBN", "VBD"}:
            by = next((c for c in token.rights if c.lower_ == "by" and c.dep_ in {"agent", "prep"}), None)
            noun = next((c for c in by.rights if c.dep_ == "pobj"), None) if by is not None else None
            if by is None or noun is None or noun.pos_ not in {"NOUN", "PROPN"}:
                continue
            done_to = _patient(token)
            if token.lower_ in cues().passive_of_records and not (done_to is not None and is_record(done_to)):
                continue
            yield from _credits(sentence, token, by, noun, done_to, known)


def _patient(token: Token) -> Token | None:
    own = next((c for c in token.children if c.dep_ in {"nsubjpass", "nsubj"}), None)
    if own is not None:
        return own
    if token.dep_ in {"acl", "relcl", "amod"}:
        return token.head
    return _patient(token.head) if token.dep_ == "conj" else None


def _credits(
    sentence: Sentence, token: Token, by: Token, noun: Token, done_to: Token | None, known: Known
) -> Iterator[Credit]:
    finite = any(c.dep_ in {"auxpass", "nsubjpass"} for c in token.children) or token.dep_ in {"advcl", "ROOT", "conj"}
    reach: Reach = (
        "around" if finite or done_to is None or is_record(done_to) or _heading(sentence, token) else "object"
    )
    for head in heads_of(noun):
        phrase = speaker_of(sentence, head, known)
        if phrase is not None and can_speak(phrase, known):
            yield Credit(phrase, token, by, token, phrase.last, reach)


def _heading(sentence: Sentence, token: Token) -> bool:
    """A heading has no verb of its own: its participle covers all of it."""
    return not any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in sentence.tokens)
