"""The first sieve: a scan of the raw bytes for a number and a word that can carry it in one sentence.

One pattern, compiled once, read by hyperscan where it runs (x86-64), else by RE2; without either every text goes on to
the second sieve, which is slower and finer. The scan sees the text before its repair and therefore lets glued words
through. It keeps whatever the second sieve would keep.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from dateline.extract.gate.needs import described, needs
from dateline.extract.quantity.words import grammar
from dateline.vocab.load import load

Scanner = Callable[[bytes], bool]
_FEW = 1_000_000
"""Code points let through unscanned at first: to compile the patterns costs as much as to look closely at these."""


class Scan:
    """Scans texts once that is worth compiling for; until then every text passes. One for a process: `the_scan`."""

    def __init__(self, few: int = _FEW) -> None:
        self._left = few
        self._scanner: Scanner | None = None

    def may_pass(self, text: str) -> bool:
        """False where the text surely carries no figure."""
        if self._scanner is None:
            self._left -= len(text)
            if self._left > 0:
                return True
            self.compile()
        return self._scanner is None or self._scanner(text.encode("utf-8", "surrogatepass"))

    def compile(self) -> None:
        """From now on every text is scanned."""
        self._scanner = scanner()


@cache
def the_scan() -> Scan:
    """The scan that all pages of a process share."""
    return Scan()


@cache
def scanner() -> Scanner:
    """The fastest scanner that can be had here, compiled once."""
    for build in (by_hyperscan, by_re2):
        try:
            return build(patterns())
        except ImportError:
            continue
    return lambda _: True


def by_hyperscan(expressions: Sequence[str]) -> Scanner:
    """A scanner that stops at the first match. Raises ImportError where hyperscan is not installed."""
    import hyperscan

    database = hyperscan.Database()
    count = len(expressions)
    flags = [hyperscan.HS_FLAG_SINGLEMATCH | hyperscan.HS_FLAG_DOTALL] * count
    coded = [expression.encode("ascii") for expression in expressions]
    database.compile(expressions=coded, ids=list(range(count)), elements=count, flags=flags)
    scratch: list[Any] = []

    def found(*_: object) -> bool:
        scratch.append(True)
        return True

    def scan(data: bytes) -> bool:
        scratch.clear()
        with contextlib.suppress(hyperscan.ScanTerminated):
            database.scan(data, match_event_handler=found)
        return bool(scratch)

    return scan


def by_re2(expressions: Sequence[str]) -> Scanner:
    """The same by RE2, whose time is linear, too. Raises ImportError where it is not installed."""
    import re2

    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    options.max_mem = 256 << 20
    options.dot_nl = True
    compiled = re2.compile("|".join(expressions).encode("ascii"), options)
    return lambda data: compiled.search(data) is not None


@cache
def patterns() -> tuple[str, ...]:
    """A number and a word that carries one, or one described person and a harm, with no end of a sentence between."""
    number, one = rf"(?:{_spelled(_numbers())}|\d)", _spelled(described())
    harms = (word for word, ways in needs().items() if any(way.harm for way in ways))
    pairs = [*((number, part) for part in _parts(needs())), *((one, part) for part in _parts(harms))]
    near = [f"{first}{_GAP}{then}" for one, other in pairs for first, then in ((one, other), (other, one))]
    return (*near, _spelled(phrase for phrase in grammar().zero if " " in phrase), _glued(), _INVISIBLE)


_GAP = r"""(?:[^.!?]|[.!?]\S|[.!?]\s+[^\sA-Z0-9"'(\[*-])*"""
"""Anything but the end of a sentence. An abbreviation's full stop ends it, too: such texts mostly have another sentence
that passes (1 document of 500 has none)."""
_INVISIBLE = r"\xc2\xad|\xe2\x80[\x8b-\x8f]|\xe2\x81\xa0|\xef\xbb\xbf|\xef\xac[\x80-\x86]"
"""Characters inside words that the repair takes out: such a text is looked at closely."""


_MOST = 1000
"""Words of one pattern: hyperscan takes no pattern of more than 16,000 characters."""


def _parts(words: Iterable[str]) -> Iterator[str]:
    """The words as patterns of a bearable length, in alphabetical order."""
    wanted = sorted(words)
    for at in range(0, len(wanted), _MOST):
        yield _spelled(wanted[at : at + _MOST])


def _numbers() -> set[str]:
    """Words of numbers; "k" and "m" stand behind digits only."""
    words = grammar()
    simple = {*words.simple, *words.scales, *words.vague, *words.zero, *load("gate_en")["number_words"]}
    return {word for word in simple if len(word) > 2}


def _glued() -> str:
    """A number run into the word before or behind: "killedfive", "tendeaths", "displaced140", "12killed"."""
    words = load("repair_en")
    numbers, nouns, before = (_any(words[name]) for name in ("number_words", "number_nouns", "number_before"))
    spelled = rf"\b{numbers}{nouns}\b|\b(?:{before}|[a-z]+(?:ed|ing|ly)){numbers}\b"
    return rf"(?i:{spelled}|[a-z]{{4}}\d|\d[a-z]{{4}})"


def _spelled(words: Iterable[str]) -> str:
    """The words, also as print without ligatures leaves them."""
    wanted = set(words)
    lost = load("repair_en")
    wanted |= {form for form, word in lost["ligatures"].items() if word in wanted}
    wanted |= {form for form, how in lost["ligatures_after"].items() if how["reads"] in wanted}
    return rf"(?i:\b{_any(wanted)}\b)"


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words)) + ")"
