"""The parser's steps, taken with Python's lock held.

The parser reads all texts of a batch at once, a step of each in turn. Its own loop gives up Python's lock first, and
then the little sums inside every step ask for it again only to see that nothing went wrong: that is more than half of
the time that it takes. Here the same steps are asked for one after the other, so that the lock never changes hands. The
trees are those of the parser's own loop.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Doc

_TOGETHER = 32
"""Texts read in step: enough to share what a step costs, few enough that their features (4 KB a word) stay small."""


class Trees:
    """Does the work of a parser's `parser` pipe, which must not run beside it.

    Raises ValueError for a parser that reads in another way: by beams, or without the layer that scores what to do.
    """

    def __init__(self, parser: Any) -> None:
        self._pipe: Any = parser.get_pipe("parser")
        network = self._pipe.model
        if self._pipe.cfg["beam_width"] != 1 or not network.attrs["has_upper"] or network.attrs["unseen_classes"]:
            raise ValueError("not a parser whose steps are known here")
        import numpy

        scores = network.get_ref("upper")
        self._weights = numpy.ascontiguousarray(scores.get_param("W").T)
        self._bias = scores.get_param("b")

    def __call__(self, docs: Sequence[Doc]) -> None:
        """Sets heads, dependencies and sentences of tagged texts, in place."""
        by_length = sorted(docs, key=len)
        for at in range(0, len(by_length), _TOGETHER):
            self._read(by_length[at : at + _TOGETHER])

    def _read(self, docs: Sequence[Doc]) -> None:
        states = self._pipe.moves.init_batch(docs)
        step = self._pipe.model.predict(docs)
        open_states = [state for state in states if not state.is_final()]
        while open_states:
            scores = step.state2vec.predict(step.get_token_ids(open_states)) @ self._weights
            scores += self._bias
            open_states = self._pipe.transition_states(open_states, scores)
        step.clear_memory()
        self._pipe.set_annotations(docs, states)
