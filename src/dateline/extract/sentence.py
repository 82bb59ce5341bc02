"""What the recognisers see: sentences of the working text, parsed.

The working text is the canonical text after repair (`repair.py`); all offsets inside `extract`
are working offsets. They become canonical offsets once, at the very end (`claims.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with its parse.

    `tokens` is a spaCy span over the sentence; `base` is where its spaCy document begins in the
    working text. `index` counts the sentences of the page, `paragraph` its paragraphs (a title is
    paragraph 0). `headline` is True where the sentence is the page's title. `parsed` is False where the parser was
    not asked: the tokens are bare words. `printed` are its words where they are at hand (None: the tokens tell).
    """

    index: int
    paragraph: int
    base: int
    tokens: Tokens
    headline: bool = False
    parsed: bool = True
    printed: str | None = None

    @property
    def start(self) -> int:
        """Where the sentence begins in the working text."""
        return self.base + self.tokens.start_char

    @property
    def end(self) -> int:
        """Where it ends (half-open)."""
        return self.base + self.tokens.end_char

    @property
    def text(self) -> str:
        """Its words, as in the working text."""
        return self.printed if self.printed is not None else str(self.tokens.text)

    def offset(self, token: Token) -> int:
        """Where a token begins in the working text."""
        return self.base + int(token.idx)

    def span(self, first: Token, last: Token) -> tuple[int, int]:
        """The working offsets from `first` to `last`, both included."""
        return self.base + int(first.idx), self.base + int(last.idx) + len(last.text)

    def tokens_in(self, start: int, end: int) -> list[Token]:
        """The tokens that overlap the working offsets [start, end)."""
        last, tokens = end - self.base, self.tokens
        found: list[Token] = []
        for at in range(self._first_behind(start - self.base), len(tokens)):
            token = tokens[at]
            if token.idx >= last:
                break
            found.append(token)
        return found

    def _first_behind(self, offset: int) -> int:
        """Which token of the sentence is the first to end behind an offset of its spaCy document."""
        low, high = 0, len(self.tokens)
        while low < high:
            middle = (low + high) // 2
            token = self.tokens[middle]
            if token.idx + len(token) > offset:
                high = middle
            else:
                low = middle + 1
        return low
