"""Who speaks: the subject of a verb of saying wherever grammar puts it, and all its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.extract.sentence import Sentence
from dateline.extract.source.subjects import governing_subject, hangs_on_another, subject_of
from dateline.extract.statement.draft import Stretch
from dateline.extract.statement.grammar import trimmed
from dateline.extract.statement.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOUNS: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X"})
_OF_THE_VERB: Final = frozenset({"aux", "auxpass", "advmod", "neg", "npadvmod", "prep", "advcl", "punct"})
_CUT: Final = frozenset({"ccomp", "advcl", "parataxis"})


def speaker_of(verb: Token) -> Token | None:
    """The head of who does the saying, None where the sentence does not tell."""
    at = verb
    while at.dep_ == "xcomp" and at.head.pos_ in {"VERB", "AUX"}:
        at = at.head
    found = _subject(at)
    if found is None and at.dep_ == "conj" and at.head.pos_ in {"VERB", "AUX"}:
        found = speaker_of(at.head)
    return found if found is not None and found.pos_ in _NOUNS and found != verb else None


def _subject(verb: Token) -> Token | None:
    relative = next((c for c in verb.lefts if c.dep_ == "nsubj" and c.lower_ in {"who", "which", "that"}), None)
    if relative is not None and verb.dep_ == "relcl":
        return relative
    found = subject_of(verb) or _inverted(verb)
    if found is None and (hangs_on_another(verb) or verb.dep_ in {"advcl", "pcomp", "acl"}):
        found = _noun_above(verb) or governing_subject(verb)
    return found


def _noun_above(verb: Token) -> Token | None:
    """ "Footage of the mayor saying", "tweets saying": the noun that a participle hangs on."""
    if verb.dep_ != "acl" or verb.tag_ not in {"VBG", "VB"} or verb.head.pos_ not in {"NOUN", "PROPN", "PRON"}:
        return None
    return verb.head if verb.tag_ == "VBG" else _owner(verb.head)


def _owner(noun: Token) -> Token | None:
    return next((c for c in noun.lefts if c.dep_ == "poss"), None)


def _inverted(verb: Token) -> Token | None:
    """`..., said N`: the speaker right behind the verb."""
    if verb.i + 1 >= len(verb.doc) or verb.tag_ not in {"VBD", "VBZ", "VBP", "VBN"}:
        return None
    before = verb.doc[verb.i - 1].text if verb.i else ""
    if before not in {'"', "”", ",", "''", "’", "'"} or any(c.dep_ in {"nsubj", "aux"} for c in verb.lefts):
        return None
    behind = [c for c in verb.rights if c.dep_ in {"dobj", "nsubj", "npadvmod", "attr", "oprd"}]
    noun = next((c for c in behind if c.pos_ in {"PROPN", "NOUN", "PRON"}), None)
    return noun if noun is not None and noun.left_edge.i == verb.i + 1 else None


def whole_of(sentence: Sentence, head: Token, verb: Token) -> Stretch:
    """All words of the speaker, apposition and relative clause included, up to the cue on whichever side it stands."""
    doc = head.doc
    first, last = head.left_edge.i, head.right_edge.i
    first = max(first, sentence.tokens.start)
    last = min(last, sentence.tokens.end - 1)
    if verb.i > head.i:
        last = min(last, _before(verb, head))
    else:
        first = max(first, verb.i + 1)
        last = _to_break(head, last)
    while first < head.i and _opens(doc[first]):
        first += 1
    kept = trimmed(sentence, first, last) or (head.i, head.i)
    while (kept[1] > head.i and doc[kept[1]].text in {"(", "'", '"', "“", "”"}) or doc[kept[1]].is_space:
        kept = (kept[0], kept[1] - 1)
    return sentence.span(doc[kept[0]], doc[kept[1]])


def _opens(token: Token) -> bool:
    """What stands before a speaker without belonging to it: "even", "and", a quotation mark."""
    return token.pos_ in {"CCONJ", "SCONJ", "PUNCT", "SPACE"} or (token.dep_ == "advmod" and token.head.dep_ != "amod")


def _before(verb: Token, head: Token) -> int:
    """The last token that can belong to a speaker before its verb: auxiliaries and adverbs of the verb are not his."""
    own = {t.i for t in head.subtree}
    left = [c.i for c in verb.lefts if c.i > head.i and c.dep_ in _OF_THE_VERB]
    edge = min([*[i for i in left if i not in own], verb.i])
    return edge - 1


def _to_break(head: Token, last: int) -> int:
    """Behind its verb a speaker ends where a clause begins that tells what he did, or a mark of quotation."""
    doc = head.doc
    for i in range(head.i + 1, last + 1):
        token = doc[i]
        if token.text in {'"', "“", ";"} or (token.dep_ in _CUT and token.head == head):
            return max(head.i, min(i, token.left_edge.i) - 1)
    return last


def is_said(verb: Token) -> bool:
    """False for what was not said or only may be: "did not say", "could warn", "wants to tell"."""
    at = verb
    while True:
        if any(c.lower_ in lexicon().unsaid for c in at.lefts if c.dep_ in {"aux", "neg", "advmod", "auxpass"}):
            return False
        if any(c.lower_ == "to" and c.dep_ == "aux" for c in at.lefts) and at.head.lemma_ not in {
            "go", "continue", "proceed", "begin", "start",
        }:  # fmt: skip
            return False
        if at.dep_ != "xcomp" or at.head == at:
            return True
        at = at.head
