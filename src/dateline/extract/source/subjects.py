"""Who does the saying: the subject of a reporting verb, wherever grammar puts it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.extract.sentence import Sentence
from dateline.extract.source.nouns import is_temporal
from dateline.extract.source.words import cues

if TYPE_CHECKING:
    from spacy.tokens import Token

_QUOTES: Final = frozenset({'"', "“", "”", "''", "``"})
_SUBJECTS: Final = frozenset({"nsubj"})
_RELATIVES: Final = frozenset({"who", "which", "that", "whom"})
_CLIMB: Final = frozenset({"conj", "xcomp", "advcl", "pcomp", "dep", "ccomp", "prep"})


def subject_of(verb: Token) -> Token | None:
    """The head noun or pronoun that is the verb's subject, None where grammar shows none.

    A relative pronoun gives its antecedent; joined verbs share the subject of the first.
    """
    own = _own(verb)
    if own is not None:
        return own
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        return subject_of(verb.head) if _joined(verb) else None
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return _accuser(verb.head) or verb.head
    if verb.dep_ == "xcomp" and verb.head.lemma_ in {"go", "continue", "proceed"}:
        return subject_of(verb.head)
    return _inverted(verb)


def _accuser(noun: Token) -> Token | None:
    """ "N blamed the army saying that ...": not those who are blamed say it."""
    blames = noun.dep_ == "dobj" and cues().verbs.get(noun.head.lower_) in cues().needs_clause
    return _own(noun.head) if blames else None


def governing_subject(verb: Token) -> Token | None:
    """The subject of the clause that a participle hangs on ("the governor came, confirming that ...")."""
    at = verb
    while at.dep_ in _CLIMB and at.head != at:
        at = at.head
        own = _own(at)
        if own is not None:
            return own
    return None


def hangs_on_another(verb: Token) -> bool:
    """True for a participle without a subject of its own: "..., adding that"."""
    return bool(
        verb.tag_ == "VBG" and verb.dep_ not in {"acl", "amod", "ROOT"} and _own(verb) is None and not has_aux(verb)
    )


def has_aux(verb: Token) -> bool:
    """True when an auxiliary makes the form finite ("is saying")."""
    return any(c.dep_ in {"aux", "auxpass"} for c in verb.children)


def _joined(verb: Token) -> bool:
    """A conjunction, or the comma of a list, really joins the verb to the one before."""
    between = verb.doc[verb.head.i + 1 : verb.i]
    joining = any(t.dep_ == "cc" or t.text in {"&", ";"} for t in between)
    return joining or any(c.dep_ == "cc" for c in verb.head.children)


def main_subject(sentence: Sentence, before: int) -> Token | None:
    """The noun that is the subject of the sentence's main clause and stands before a working offset, else None."""
    for token in sentence.tokens:
        if sentence.offset(token) >= before:
            return None
        if token.dep_ in {"nsubj", "nsubjpass"} and token.pos_ in {"NOUN", "PROPN"}:
            return token if token.head.dep_ in {"ROOT", "conj", "ccomp"} else None
    return None


def in_quotes(sentence: Sentence, noun: Token) -> bool:
    """`"The Front shot ten men" it said`: of whom the words quoted tell; they are not who says them."""
    marks = [t for t in sentence.tokens if t.text in _QUOTES]
    return sum(t.i < noun.i for t in marks) % 2 == 1


def in_caption(noun: Token) -> bool:
    """ "A man runs with a stretcher": anybody, in the present of a picture's line."""
    anybody = any(c.dep_ == "det" and c.lower_ in {"a", "an"} for c in noun.children)
    return anybody and noun.head.tag_ in {"VBZ", "VBP"} and noun.head.lower_ not in cues().verbs


def _own(verb: Token) -> Token | None:
    subjects = [c for c in verb.children if c.dep_ in _SUBJECTS]
    if not subjects:
        return None
    nearest = min(subjects, key=lambda s: abs(s.i - verb.i))
    if is_acronym(nearest):
        return nearest
    if nearest.lower_ in _RELATIVES and nearest.pos_ in {"PRON", "DET", "SCONJ"}:
        return verb.head if verb.dep_ == "relcl" else None
    return nearest


def is_acronym(token: Token) -> bool:
    """The health agency, which the tagger takes for the pronoun: "WHO has confirmed 14 deaths"."""
    return token.text == "WHO" and any(t.text.islower() for t in token.doc)


def _inverted(verb: Token) -> Token | None:
    """`..., said N`: the parser takes the speaker for an object."""
    if (
        verb.lemma_ in {"tell", "inform"}
        or verb.i + 1 >= len(verb.doc)
        or verb.tag_ not in {"VBD", "VBZ", "VBP", "VBN"}
        or has_aux(verb)
    ):
        return None
    before = verb.doc[verb.i - 1].text if verb.i else ""
    if before not in {'"', "”", ",", "''", "’", "'"} and not any(
        c.dep_ == "ccomp" and c.i < verb.i for c in verb.children
    ):
        return None
    for child in verb.rights:
        if (
            child.dep_ in {"dobj", "attr", "oprd", "appos"}
            and child.pos_ in {"NOUN", "PROPN"}
            and not is_temporal(child)
        ):
            return child if child.left_edge.i == verb.i + 1 else None
    return None
