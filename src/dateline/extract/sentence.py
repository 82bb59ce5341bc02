"""What the recognisers see: sentences of the working text, parsed.

The working text is the canonical text after repair (`repair.py`); all offsets inside `extract`
are working offsets. They become canonical offsets once, at the very end (`claims.py`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, overload

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


class Tokens:
    """A stretch of a spaCy document with its tokens at hand: spaCy makes each anew whenever it is asked for one.

    What else is asked of it the spaCy span answers. `start` and `end` count tokens, the other two code points.
    """

    __slots__ = ("_begins", "_ends", "_span", "_tokens", "doc", "end", "end_char", "start", "start_char")

    def __init__(self, span: Span) -> None:
        self._span = span
        self._tokens: list[Token] | None = None
        self._begins: list[int] | None = None
        self._ends: list[int] | None = None
        self.doc: Doc = span.doc
        self.start, self.end = int(span.start), int(span.end)
        self.start_char, self.end_char = int(span.start_char), int(span.end_char)

    def _made(self) -> list[Token]:
        if self._tokens is None:
            self._tokens = list(self._span)
        return self._tokens

    def within(self, start: int, end: int) -> list[Token]:
        """The tokens that overlap the code points [start, end) of the document."""
        tokens = self._made()
        if self._begins is None or self._ends is None:
            self._begins = [int(token.idx) for token in tokens]
            self._ends = [at + len(token) for at, token in zip(self._begins, tokens, strict=True)]
        return tokens[bisect_right(self._ends, start) : bisect_left(self._begins, end)]

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self._made())

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        return self._span[at] if isinstance(at, slice) else self._made()[at]

    def __getattr__(self, name: str) -> Any:
        return getattr(self._span, name)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with its parse.

    `tokens` are those of the sentence; `base` is where its spaCy document begins in the
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
        return self.tokens.within(start - self.base, end - self.base)
