"""Parts of speech and lemmas as the parser's last two pipes give them, remembered by word.

The attribute ruler and the lemmatizer take a third of the parser's time to say the same of the same words again and
again. What the ruler says of a token depends on its tag, its dependency and, for the few words that its patterns name,
on the word and its neighbours; what the lemmatizer says, on the word, its part of speech and its morphology. Both are
asked once for each such case, and the answer is kept. The result is that of the pipes, token by token.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Doc

_MOST = 200_000
"""Cases kept; then all are forgotten and asked anew, so that memory stays flat."""
_Row = list[int]


class LastPipes:
    """Does the work of a parser's attribute ruler and lemmatizer; the parser itself must run without them."""

    def __init__(self, parser: Any) -> None:
        self._ruler: Any = parser.get_pipe("attribute_ruler")
        self._lemmatizer: Any = parser.get_pipe("lemmatizer")
        _as_sets(self._lemmatizer.lookups.get_table("lemma_index"))
        self._named = _Named(self._ruler.patterns)
        self._strings: Any = parser.vocab.strings
        self._codes: dict[int, int] = {}
        self._ruled: dict[tuple[int, ...], _Row] = {}
        self._lemmas: dict[tuple[int, int, int], int] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Sets part of speech, morphology and lemma of every token, in place."""
        from spacy.attrs import DEP, LEMMA, LOWER, MORPH, ORTH, POS, TAG

        words = doc.to_array([ORTH, LOWER, TAG, DEP]).tolist()
        cases = list(self._cases(words))
        if not all(case in self._ruled for case in cases):
            self._ruler(doc)
            said = doc.to_array([TAG, DEP, POS, MORPH, LEMMA]).tolist()
            self._keep(self._ruled, cases, said)
        else:
            said = [self._ruled[case] for case in cases]
        rows, unknown = self._with_lemmas(words, said)
        doc.from_array([TAG, DEP, POS, MORPH, LEMMA], _array(rows))
        for at in unknown:
            self._ask(doc, at, (words[at][0], rows[at][2], rows[at][3]))
        return doc

    def _cases(self, words: list[_Row]) -> Iterator[tuple[int, ...]]:
        """What the ruler can see of each token: for words that no pattern names, tag and dependency are all."""
        codes = [self._code(lower) for _, lower, _, _ in words]
        last = len(words) - 1
        for at, (_, _, tag, dep) in enumerate(words):
            code = codes[at]
            if code not in self._named.paired:
                yield (code, tag, dep)
                continue
            before = (codes[at - 1], *words[at - 1][2:]) if at else (0, 0, 0)
            behind = (codes[at + 1], *words[at + 1][2:]) if at < last else (0, 0, 0)
            yield (code, tag, dep, *before, *behind)

    def _code(self, lower: int) -> int:
        """0 for a word that no pattern names, 1 for space, else the word itself (its hash)."""
        code = self._codes.get(lower)
        if code is None:
            code = self._named.code(lower, self._strings[lower])
            self._keep(self._codes, [lower], [code])
        return code

    def _with_lemmas(self, words: list[_Row], said: list[_Row]) -> tuple[list[_Row], list[int]]:
        """The rows with remembered lemmas, and where none is remembered."""
        rows, unknown = [], []
        for at, (row, word) in enumerate(zip(said, words, strict=True)):
            tag, dep, pos, morph, lemma = row
            if not lemma:
                lemma = self._lemmas.get((word[0], pos, morph), 0)
                if not lemma:
                    unknown.append(at)
                rows.append([tag, dep, pos, morph, lemma])
            else:
                rows.append(row)
        return rows, unknown

    def _ask(self, doc: Doc, at: int, case: tuple[int, int, int]) -> None:
        token = doc[at]
        token.lemma_ = self._lemmatizer.lemmatize(token)[0]
        self._lemmatizer.cache.clear()
        self._keep(self._lemmas, [case], [token.lemma])

    @staticmethod
    def _keep(memory: dict[Any, Any], cases: list[Any], answers: list[Any]) -> None:
        if len(memory) > _MOST:
            memory.clear()
        memory.update(zip(cases, answers, strict=True))


def _as_sets(table: Any) -> None:
    """The lemmatizer only asks whether a word is in these lists of thousands: as sets they answer at once."""
    for part in list(table):
        table[part] = set(table[part])


class _Named:
    """The words that the ruler's patterns name. `paired` are the codes of those whose neighbours count, too."""

    def __init__(self, patterns: list[dict[str, Any]]) -> None:
        self._words: set[str] = set()
        self._shapes: list[re.Pattern[str]] = []
        self._pairs: list[tuple[set[str], list[re.Pattern[str]]]] = []
        self.paired: set[int] = set()
        for pattern in patterns:
            for tokens in pattern["patterns"]:
                for token in tokens:
                    self._add(token.get("LOWER"), self._words, self._shapes)
                if len(tokens) > 1:
                    words: set[str] = set()
                    shapes: list[re.Pattern[str]] = []
                    self._add(tokens[pattern.get("index", 0)]["LOWER"], words, shapes)
                    self._pairs.append((words, shapes))

    @staticmethod
    def _add(condition: Any, words: set[str], shapes: list[re.Pattern[str]]) -> None:
        if isinstance(condition, str):
            words.add(condition)
        elif condition is not None:
            words.update(condition.get("IN", ()))
            if "REGEX" in condition:
                shapes.append(re.compile(condition["REGEX"]))

    def code(self, lower: int, word: str) -> int:
        """See `LastPipes._code`."""
        if word.isspace():
            return 1
        if not _matches(word, self._words, self._shapes):
            return 0
        if any(_matches(word, words, shapes) for words, shapes in self._pairs):
            self.paired.add(lower)
        return lower


def _matches(word: str, words: set[str], shapes: list[re.Pattern[str]]) -> bool:
    return word in words or any(shape.search(word) for shape in shapes)


def _array(rows: list[_Row]) -> Any:
    import numpy

    return numpy.array(rows, dtype="uint64").reshape(len(rows), 5)
