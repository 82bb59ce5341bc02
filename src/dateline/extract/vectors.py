"""The parser's vectors of single words, remembered.

Before it looks at what stands around a word, the parser's network makes a vector of the word alone: of its norm, its
ends, its shape and whether a space follows. That is a third of the network's work, and words come again and again. Each
is asked for once, and the vector is kept. The result is that of the network.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Doc

_MOST = 40_000
"""Words kept (15 MB); then all are forgotten and asked anew, so that memory stays flat."""
_FIRST = 4_096
_Word = tuple[int, int, int]
"""What the vector depends on: the word, its norm (which tells "let's" from "it's"), whether a space follows."""


def remember_words(parser: Any) -> None:
    """Lets a parser's network remember its vectors of words. Raises ValueError for a network of another build."""
    network = parser.get_pipe("tok2vec").model
    whole = network.layers[0]
    names = [layer.name.partition("(")[0] for layer in whole.layers]
    if names != ["extract_features", "list2ragged", "with_array", "with_array", "ragged2list"]:
        raise ValueError(f"not the network that vectors are remembered for: {names}")
    network.replace_node(whole, _layer(_Vectors(whole)))


def _layer(vectors: _Vectors) -> Any:
    from thinc.api import Model

    def forward(_: object, docs: Sequence[Doc], is_train: bool) -> tuple[list[Any], None]:
        return vectors.of(docs), None

    return Model("remembered", forward)


class _Vectors:
    """The vectors of words, by a network's first layers: features, then hashed embeddings, then what mixes them."""

    def __init__(self, whole: Any) -> None:
        features, _, embed, mix, _ = whole.layers
        self._columns = features.attrs["columns"]
        self._embed, self._mix = embed.layers[0], mix.layers[0]
        self._row: dict[_Word, int] = {}
        self._table: Any = None

    def of(self, docs: Sequence[Doc]) -> list[Any]:
        """For each text the vectors of its words, a row each."""
        from spacy.attrs import NORM, ORTH, SPACY

        words = [list(map(tuple, doc.to_array([ORTH, NORM, SPACY]).tolist())) for doc in docs]
        if len(self._row) > _MOST:
            self._row.clear()
        self._learn(docs, words)
        row = self._row
        return [self._table[[row[word] for word in of_doc]] for of_doc in words]

    def _learn(self, docs: Sequence[Doc], words: Sequence[Sequence[_Word]]) -> None:
        """Asks the network for the words that are not known yet, for all at once."""
        new: dict[_Word, Any] = {}
        for doc, of_doc in zip(docs, words, strict=True):
            unknown = {word: at for at, word in enumerate(of_doc) if word not in self._row and word not in new}
            if unknown:
                new.update(zip(unknown, doc.to_array(self._columns)[list(unknown.values())], strict=True))
        first = len(self._row)
        self._room(first + len(new))
        if new:
            self._table[first : first + len(new)] = self._mix.predict(self._embed.predict(_rows(new.values())))
            self._row.update((word, first + at) for at, word in enumerate(new))

    def _room(self, rows: int) -> None:
        import numpy

        held = 0 if self._table is None else len(self._table)
        if rows > held or self._table is None:
            table = numpy.empty((max(rows, 2 * held, _FIRST), self._mix.get_dim("nO")), dtype="float32")
            if held:
                table[:held] = self._table
            self._table = table


def _rows(features: Iterable[Any]) -> Any:
    import numpy

    return numpy.array(list(features), dtype="uint64")
