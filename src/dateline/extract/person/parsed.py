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
from dateline.extract.person.pieces import Piece, bodies_in
from dateline.extract.person.standing import before, is_office
from dateline.extract.person.tokens import Token, tokens_of
from dateline.extract.person.words import words
from dateline.extract.sentence import Sentence
from dateline.extract.source.words import cues

if TYPE_CHECKING:
    from spacy.tokens import Token as Parsed


def persons_by_tree(sentences: Sequence[Sentence], names: Names) -> Iterator[tuple[int, int]]:
    """Working spans of single names that no list knows and that act, or are acted upon, as only persons are."""
    for sentence in sentences:
        acting = {sentence.offset(token) for token in sentence.tokens if _like_a_person(token)}
        if acting:
            yield from (span for span in _unheard(sentence, names) if span[0] in acting)


def _like_a_person(token: Parsed) -> bool:
    """Speaks, acts as persons do, or suffers what is done to them; alone, without another word of a name."""
    if not token.text[:1].isupper() or any(child.dep_ in {"compound", "det", "nmod"} for child in token.children):
        return False
    verb = token.head.lower_
    if token.dep_ == "nsubj":
        return cues().verbs.get(verb) in cues().say or verb in words().persons_do
    return token.dep_ in {"nsubjpass", "dobj"} and verb in words().harmed | words().done_to


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
