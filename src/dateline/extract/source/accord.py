"""Sources brought in without a verb of saying: "according to N", "as per N", "citing N", "N was quoted as saying"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from dateline.extract.sentence import Sentence
from dateline.extract.source.commanded import commanded
from dateline.extract.source.credit import Credit, Reach
from dateline.extract.source.kinds import Known, can_speak, who
from dateline.extract.source.nouns import opens_clause
from dateline.extract.source.owners import is_record, speaker_of
from dateline.extract.source.phrase import Phrase, heads_of
from dateline.extract.source.words import cues, offices
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOUNS = frozenset({"NOUN", "PROPN"})
_PROMINENT = frozenset({"opposition", "political", "public", "religious", "military", "senior", "leading", "key"})
"""Before "figures" words for persons, not for numbers."""
_OF_A_DESK = frozenset({"DET", "ADJ", "NOUN", "ADP"})
_DESK = 6
"""Words before the body: "the Arabic-language desk of"."""
_OTHERS = word_set("source_words_en", "accord", "others")


def accorded(sentence: Sentence, known: Known) -> Iterator[Credit]:
    """ "according to X" and its like."""
    doc, end = sentence.tokens.doc, sentence.tokens.end
    for token in sentence.tokens:
        word = token.lower_
        for words in _prepositions().get(word, ()):
            after = token.i + len(words)
            if after < end and tuple(t.lower_ for t in doc[token.i : after]) == words:
                yield from _accord(sentence, token, doc[after - 1], known)
                break
        if word == "by" and token.dep_ in {"prep", "agent"}:
            yield from _by_estimates(sentence, token, known)


@cache
def _prepositions() -> dict[str, list[tuple[str, ...]]]:
    """The prepositions that credit somebody, by their first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for words in cues().prepositions:
        found.setdefault(words[0], []).append(words)
    return found


def _accord(sentence: Sentence, first: Token, preposition: Token, known: Known) -> Iterator[Credit]:
    reach = _reach(sentence, first)
    after = preposition.i + 1
    if (called := commanded(sentence, preposition.doc[after])) is not None:
        yield Credit(called, first, preposition, first, called.last, reach)
        return
    head = _object(sentence, preposition)
    credits = [] if head is None else list(_of_heads(sentence, head, first, preposition, reach, known))
    yield from credits or _run_on(sentence, first, preposition, reach, known)


def _run_on(sentence: Sentence, first: Token, preposition: Token, reach: Reach, known: Known) -> Iterator[Credit]:
    """ "According to the foreign desk of ORG the jets": the body named at once, where run-on text hid it."""
    after = sentence.span(preposition, preposition)[1]
    found = next(iter(known.actors.find(sentence.text[after - sentence.start :])), None)
    if found is None or first.lower_ != "according":
        return
    inside = sentence.tokens_in(after + found.start, after + found.end)
    between = list(preposition.doc[preposition.i + 1 : inside[0].i])
    if len(between) <= _DESK and all(t.pos_ in _OF_A_DESK or t.text == "-" for t in between):
        phrase = Phrase(sentence, inside[0], inside[-1], inside[-1])
        yield Credit(phrase, first, preposition, first, phrase.last, reach)


def _of_heads(
    sentence: Sentence, head: Token, first: Token, preposition: Token, reach: Reach, known: Known
) -> Iterator[Credit]:
    for noun in heads_of(head):
        phrase = speaker_of(sentence, noun, known)
        if phrase is None or _only_lower_per(first, phrase, known):
            continue
        if not (can_speak(phrase, known) or is_record(phrase.head)):
            continue
        phrase = _name_alone(_without_the_next(_from(phrase, preposition.i + 1), known))
        last = phrase.last if phrase.last.i > preposition.i else preposition
        yield Credit(phrase, first, preposition, first, last, reach)


def _without_the_next(phrase: Phrase, known: Known) -> Phrase:
    """ "According to Velik News rebels fired": the press alone, the comma before who does it lost."""
    found = known.actors.find(phrase.text)
    press = found and found[0].start == 0 and found[0].actor.type == "media"
    if not press or phrase.head.tag_ not in {"NNS", "NNPS"} or phrase.head.lower_ in offices().carriers:
        return phrase
    words = phrase.sentence.tokens_in(phrase.start, phrase.start + found[0].end)
    last = words[-1]
    while last.i + 1 < phrase.last.i and last.nbor().lower_ in {"news", "agency"}:
        last = last.nbor()
    return Phrase(phrase.sentence, phrase.first, last, last) if last.i < phrase.head.i else phrase


def _name_alone(phrase: Phrase) -> Phrase:
    """ "According to Anna N women and children were": the name, the comma lost."""
    words, head = phrase.tokens(), phrase.last
    before = head.nbor(-1)
    if len(words) < 2 or before.pos_ != "PROPN" or not (head.lower_ in _OTHERS or opens_clause(before, head)):
        return phrase
    return Phrase(phrase.sentence, phrase.first, before, before)


def _by_estimates(sentence: Sentence, by: Token, known: Known) -> Iterator[Credit]:
    """ "..., by UN estimates": whose count it is."""
    record = next((c for c in by.rights if c.dep_ == "pobj" and c.lower_ in cues().material), None)
    phrase = speaker_of(sentence, record, known) if record is not None else None
    if record is not None and record.lower_ == "figures" and record.nbor(-1).lower_ in _PROMINENT:
        return  # "calls by opposition figures"
    if phrase is not None and record is not None:
        yield Credit(phrase, by, by, by, record, "around")


def _only_lower_per(first: Token, phrase: Phrase, known: Known) -> bool:
    """ "per" alone must be followed by somebody: "per cent" and "per day" are none; a place or a day neither."""
    if first.lower_ in {"per"}:
        return not (known.actors.find(phrase.text) and can_speak(phrase, known))
    return phrase.head.lower_ in cues().material or phrase.head.lower_ in {
        "law",
        "plan",
        "schedule",
        "rules",
        "article",
    }


def _reach(sentence: Sentence, first: Token) -> Reach:
    """The whole sentence, but only its own clause where "and according to X" opens a second one."""
    before = first.nbor(-1) if first.i > sentence.tokens.start else None
    if before is not None and before.lower_ in cues().turns:
        return "after"
    return "around"


def _object(sentence: Sentence, preposition: Token) -> Token | None:
    """The head noun after the preposition; in run-on text the last noun before a number or a new determiner."""
    doc, end = preposition.doc, sentence.tokens.end
    head = next((c for c in preposition.rights if c.dep_ == "pobj"), None)
    limit = head.i if head is not None else end - 1
    record = _record_run_on(sentence, preposition)
    if record is not None:
        return record
    last: Token | None = None
    for i in range(preposition.i + 1, limit + 1):
        token = doc[i]
        after_noun = last is not None and last.i == i - 1
        if token.pos_ in _NOUNS and not (token.like_num):
            last = token
        elif after_noun and (
            token.like_num or token.pos_ == "DET" or token.text in {",", "."} or token.pos_ in {"VERB", "AUX", "PRON"}
        ):
            return last
        elif token.text == "," or (head is None and token.pos_ in {"VERB", "AUX", "ADP"}):
            break
    return head if head is not None and head.pos_ in _NOUNS | {"ADJ", "X"} else last


def _record_run_on(sentence: Sentence, preposition: Token) -> Token | None:
    """ "According to reports members of ...": a record that run-on text joined to the next noun."""
    doc, end = preposition.doc, sentence.tokens.end
    i = preposition.i + 1
    while i + 1 < end and doc[i].pos_ in {"ADJ", "DET"}:
        i += 1
    if i + 1 < end and doc[i].lower_ in cues().acts_plural and doc[i + 1].pos_ in _NOUNS | {"DET", "NUM"}:
        return doc[i]
    return None


def _from(phrase: Phrase, first: int) -> Phrase:
    if phrase.first.i >= first:
        return phrase
    doc = phrase.first.doc
    return Phrase(phrase.sentence, doc[first], phrase.last, phrase.head)


def cited(sentence: Sentence, known: Known) -> Iterator[Credit]:
    """ "citing X", "quoted X as saying": X speaks behind whoever cites."""
    for token in sentence.tokens:
        if token.lower_ not in cues().citing or token.pos_ != "VERB":
            continue
        if any(c.dep_ == "nsubjpass" for c in token.children):
            yield from _was_quoted(sentence, token, known)
            continue
        head = next((c for c in token.rights if c.dep_ in {"dobj", "nsubj"} and c.pos_ in _NOUNS), None)
        head = head or _in_small_clause(token)
        if head is None:
            continue
        for noun in heads_of(head):
            phrase = speaker_of(sentence, noun, known)
            if phrase is not None and (can_speak(phrase, known) or is_record(noun)):
                yield Credit(phrase, token, token, token, phrase.last, "around", inner=0)


def _in_small_clause(token: Token) -> Token | None:
    for child in token.rights:
        if child.dep_ in {"ccomp", "xcomp"}:
            return next((c for c in child.children if c.dep_ in {"nsubj", "nsubjpass"} and c.pos_ in _NOUNS), None)
    return None


def _was_quoted(sentence: Sentence, token: Token, known: Known) -> Iterator[Credit]:
    """ "X was quoted by Y as saying": X, then Y."""
    speaker = next(c for c in token.children if c.dep_ == "nsubjpass")
    pronoun = speaker.lower_ in cues().pronouns
    phrase = Phrase(sentence, speaker, speaker, speaker) if pronoun else speaker_of(sentence, speaker, known)
    if phrase is None or not (pronoun or can_speak(phrase, known)):
        return
    saying = any(t.lower_ == "saying" or t.lower_ == "telling" for t in token.subtree)
    by = next((c for c in token.children if c.dep_ in {"agent", "prep"} and c.lower_ in {"by", "in"}), None)
    if not saying and by is None:
        return
    last = token
    for c in token.rights:
        if c.dep_ in {"prep", "agent"} and c.lower_ in {"by", "in", "as"}:
            last = c
    yield Credit(
        phrase,
        token,
        token,
        phrase.first if phrase.first.i < token.i else token,
        last,
        "around",
        inner=0,
        pronoun=pronoun,
    )
    on = next((c for c in token.subtree if c.lower_ in {"on", "in"} and c.dep_ == "prep"), None)
    by = by or on
    if by is not None:
        noun = next((c for c in by.rights if c.dep_ == "pobj" and c.pos_ in _NOUNS), None)
        carrier = speaker_of(sentence, noun, known) if noun is not None else None
        if carrier is not None and (by.lower_ == "by" or who(carrier, known).type == "media"):
            yield Credit(carrier, token, token, token, carrier.last, "around", inner=2)
