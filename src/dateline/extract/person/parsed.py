"""Single words that the parser's tree shows to be somebody, asked only about the sentences that carry claims.

The parser's entity labels are not asked: on crisis news they call quarters and storms persons, and pass over most
single names. The tree is right more often: who says, wept or was arrested, and is in no list, is a person in doubt.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dateline.extract.person.evidence import is_thing, place_around
from dateline.extract.person.lexicon import listed, ordinary
from dateline.extract.person.names import Names, bare
from dateline.extract.person.pieces import Piece, bodies_in, pieces_of
from dateline.extract.person.standing import before, is_office, standing_of
from dateline.extract.person.tokens import Token, tokens_of
from dateline.extract.person.words import words
from dateline.extract.sentence import Sentence
from dateline.extract.source.words import cues

if TYPE_CHECKING:
    from spacy.tokens import Token as Parsed


def persons_by_tree(sentences: Sequence[Sentence], names: Names) -> Iterator[tuple[int, int]]:
    """Working spans of single names that no list knows and that act, or are acted upon, as only persons are."""
    for sentence in sentences:
        acting = {sentence.offset(t) for t in sentence.tokens if _like_a_person(t) and not speaks_officially(t)}
        if acting:
            yield from (span for span in _unheard(sentence, names) if span[0] in acting)
        speaking = [t for t in sentence.tokens if _speaks(t)]
        if speaking:
            yield from _in_private_role(sentence, speaking)


def _speaks(token: Parsed) -> bool:
    return token.dep_ == "nsubj" and token.pos_ == "PROPN" and cues().verbs.get(token.head.lower_) in cues().say


def _in_private_role(sentence: Sentence, speaking: Sequence[Parsed]) -> Iterator[tuple[int, int]]:
    """Names of those who speak and are told to be private, however much their words look like a thing or a place."""
    tokens = tokens_of(sentence.text)
    for piece in pieces_of(tokens, bodies_in(sentence.text)):
        if standing_of(tokens, piece.first, piece.last) == "private":
            start, end = sentence.start + tokens[piece.first].start, sentence.start + tokens[piece.last].end
            for token in (t for t in speaking if start <= sentence.offset(t) < end and _bears_role(t)):
                yield min(start, sentence.offset(_first_name(token))), end


def _bears_role(token: Parsed) -> bool:
    """The tree hangs a private role on the name itself: no body described by one ("an activist network")."""
    if any(c.dep_ == "det" for c in token.lefts):
        return False
    return any(c.dep_ in {"appos", "compound", "nmod"} and c.lower_ in words().roles for c in token.children)


def _first_name(token: Parsed) -> Parsed:
    first = token
    while first.i and token.doc[first.i - 1].pos_ == "PROPN" and token.doc[first.i - 1].head == token:
        first = token.doc[first.i - 1]
    return first


def _like_a_person(token: Parsed) -> bool:
    """Speaks, acts as persons do, or suffers what is done to them; alone, without another word of a name."""
    if not token.text[:1].isupper() or any(child.dep_ in {"compound", "det", "nmod"} for child in token.children):
        return False
    verb = token.head.lower_
    if token.dep_ == "nsubj":
        return cues().verbs.get(verb) in cues().say or verb in words().persons_do
    return token.dep_ in {"nsubjpass", "dobj"} and verb in words().harmed | words().done_to


def speaks_officially(token: Parsed) -> bool:
    """Speaks as who bears an office does: "N said in a statement", "N told reporters after meeting Foreign Minister M".

    Asked only of a single name that the page introduces nowhere: private persons come with what they are.
    """
    verb = token.head
    if token.dep_ != "nsubj" or cues().verbs.get(verb.lower_) not in cues().say:
        return False
    return any(_issued(c) for c in verb.rights) or (_to_reporters(verb) and any(_meets(c) for c in verb.subtree))


def _issued(preposition: Parsed) -> bool:
    """ "In a statement", to nobody: what is told to the police or a court is a witness's."""
    if preposition.dep_ != "prep" or preposition.lower_ != "in":
        return False
    for noun in preposition.rights:
        if noun.dep_ == "pobj" and noun.lower_ == "statement":
            return not any(c.dep_ in {"prep", "acl", "relcl"} for c in noun.rights)
    return False


def _to_reporters(verb: Parsed) -> bool:
    return any(c.dep_ in {"dobj", "dative"} and c.lower_ in {"reporters", "journalists"} for c in verb.rights)


def _meets(word: Parsed) -> bool:
    if word.lower_ not in {"meeting", "met", "talks"}:
        return False
    return any(t.lower_ in words().strong for t in word.subtree)


def _unheard(sentence: Sentence, names: Names) -> Iterator[tuple[int, int]]:
    """Capitalised words of the sentence that nothing is known of, and that no office or place stands beside."""
    text = sentence.text
    tokens = tokens_of(text)
    bodies = bodies_in(text)
    for at, token in enumerate(tokens):
        if at in bodies or _known(token) or bare(token.key) in names.public_last:
            continue
        if before(tokens, at) != "public" and not place_around(tokens, Piece(at, at), False):
            yield sentence.start + token.start, sentence.start + token.end


def _known(token: Token) -> bool:
    if not token.capital or token.shouted or token.key in words().openers | words().roles:
        return True
    return ordinary(token.text) or listed(token.text) or is_thing(token) or is_office(token)
