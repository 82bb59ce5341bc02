"""Parts of speech and lemmas as the parser's last two pipes give them, remembered by word.

The attribute ruler and the lemmatizer take a third of the parser's time to say the same of the same words again and
again. What the ruler says of a token depends on its tag, its dependency and, for the few words that its patterns name,
on the word and its neighbours; what the lemmatizer says, on the word, its part of speech and its morphology. Both are
asked once for each such case, and the answer is kept. The result is that of the pipes, token by token.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Doc

_MOST = 200_000
"""Cases kept; then all are forgotten and asked anew, so that memory stays flat."""
_Row = list[int]
_Case = tuple[int, ...]
_SPACE = 1
_NOBODY = (0, 0)


class LastPipes:
    """Does the work of a parser's attribute ruler and lemmatizer; the parser itself must run without them."""

    def __init__(self, parser: Any) -> None:
        self._ruler: Any = parser.get_pipe("attribute_ruler")
        self._lemmatizer: Any = parser.get_pipe("lemmatizer")
        _as_sets(self._lemmatizer.lookups.get_table("lemma_index"))
        self._named = _Named(self._ruler.patterns, parser.vocab.strings)
        self._strings: Any = parser.vocab.strings
        self._codes: dict[int, int] = {}
        self._ruled: dict[_Case, _Row] = {}
        self._lemmas: dict[tuple[int, int, int], int] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Sets part of speech, morphology and lemma of every token, in place."""
        from spacy.attrs import DEP, LEMMA, LOWER, MORPH, ORTH, POS, TAG

        words = doc.to_array([ORTH, LOWER, TAG, DEP]).tolist()
        cases = self._cases(words)
        said = [self._ruled.get(case) for case in cases]
        if None in said:
            self._ruler(doc)
            said = doc.to_array([TAG, DEP, POS, MORPH, LEMMA]).tolist()
            self._keep(self._ruled, cases, said)
        rows, unknown = self._with_lemmas(words, cases, said)
        doc.from_array([TAG, DEP, POS, MORPH, LEMMA], _array(rows))
        for at in unknown:
            self._ask(doc, at, (words[at][0], rows[at][2], rows[at][3]))
        return doc

    def _cases(self, words: list[_Row]) -> list[_Case]:
        """What the ruler can see of each token: of words and dependencies that no pattern names, nothing."""
        named, codes = self._named, [self._code(lower) for _, lower, _, _ in words]
        last = len(words) - 1
        cases: list[_Case] = []
        for at, (_, _, tag, dep) in enumerate(words):
            case = (codes[at], tag, dep if dep in named.deps else 0)
            if case[0] in named.paired:
                before = named.beside(codes[at - 1], words[at - 1][3]) if at else _NOBODY
                behind = named.beside(codes[at + 1], words[at + 1][3]) if at < last else _NOBODY
                cases.append((*case, *before, *behind))
            else:
                cases.append(case)
        return cases

    def _code(self, lower: int) -> int:
        """0 for a word that no pattern names, `_SPACE` for space, else the word itself (its hash)."""
        code = self._codes.get(lower)
        if code is None:
            code = self._named.code(lower, self._strings[lower])
            self._keep(self._codes, [lower], [code])
        return code

    def _with_lemmas(self, words: list[_Row], cases: list[_Case], said: list[Any]) -> tuple[list[_Row], list[int]]:
        """The tokens' rows with remembered lemmas, and where none is remembered."""
        rows, unknown = [], []
        for at, ((orth, _, tag, dep), case, row) in enumerate(zip(words, cases, said, strict=True)):
            _, _, pos, morph, lemma = row
            if case[0] == _SPACE:
                tag, dep = row[:2]  # the one thing of which the ruler changes tag and dependency
            if not lemma:
                lemma = self._lemmas.get((orth, pos, morph), 0)
                if not lemma:
                    unknown.append(at)
            rows.append([tag, dep, pos, morph, lemma])
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
    """What the ruler's patterns name.

    `deps` are hashes of dependencies, `paired` the codes of words whose neighbours count, too.
    """

    def __init__(self, patterns: list[dict[str, Any]], strings: Any) -> None:
        self._words, self._beside = _Words(), _Words()
        self._pairs: list[_Words] = []
        self._pair_deps: set[int] = set()
        self._beside_codes: set[int] = set()
        self.deps: set[int] = set()
        self.paired: set[int] = set()
        for pattern in patterns:
            for tokens in pattern["patterns"]:
                deps = {strings.add(dep) for token in tokens for dep in _listed(token.get("DEP"))}
                self.deps |= deps
                for token in tokens:
                    self._words.add(token.get("LOWER"))
                if len(tokens) > 1:
                    target = _Words()
                    target.add(tokens[pattern.get("index", 0)]["LOWER"])
                    self._pairs.append(target)
                    self._pair_deps |= deps
                    for token in tokens:
                        self._beside.add(token.get("LOWER"))

    def code(self, lower: int, word: str) -> int:
        """See `LastPipes._code`."""
        if word.isspace():
            return _SPACE
        if word not in self._words:
            return 0
        if any(word in pair for pair in self._pairs):
            self.paired.add(lower)
        if word in self._beside:
            self._beside_codes.add(lower)
        return lower

    def beside(self, code: int, dep: int) -> tuple[int, int]:
        """What the patterns of two words can see of a neighbour."""
        return code if code in self._beside_codes else 0, dep if dep in self._pair_deps else 0


class _Words:
    """Words and shapes of words, as the patterns write them."""

    def __init__(self) -> None:
        self._words: set[str] = set()
        self._shapes: list[re.Pattern[str]] = []

    def add(self, condition: Any) -> None:
        """Takes in a condition: a word, a list of words, or a regular expression."""
        self._words |= _listed(condition)
        if isinstance(condition, dict) and "REGEX" in condition:
            self._shapes.append(re.compile(condition["REGEX"]))

    def __contains__(self, word: str) -> bool:
        return word in self._words or any(shape.search(word) for shape in self._shapes)


def _listed(condition: Any) -> set[str]:
    if condition is None or isinstance(condition, str):
        return {condition} if condition else set()
    return {*condition.get("IN", ()), *condition.get("NOT_IN", ())}


def _array(rows: list[_Row]) -> Any:
    import numpy

    return numpy.array(rows, dtype="uint64").reshape(len(rows), 5)
