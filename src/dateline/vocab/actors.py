"""Bodies known by name: who speaks and who acts (`actors.yaml`, and over it the lists that the user added).

Aliases are compared folded, word by word (`dateline.vocab.fold`), with two cautions: an alias in capitals throughout
("WHO", "IS") counts only in capitals, and a word that an alias writes with a capital must have one in the text.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any, Final

from dateline.model.words import SourceType
from dateline.vocab.fold import fold
from dateline.vocab.load import load

_WORD: Final = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’ʼ‘][^\W_]+)*")
_GLUE: Final = re.compile(r"[\s\-‐‑–/&()]{0,3}")
_POSSESSIVE: Final = re.compile(r"['’ʼ‘]s$|['’ʼ‘]$|(?<=[A-Z]{3})s$")
"""A possessive ending, also one whose apostrophe was lost after capitals ("SANAs")."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A body known by name. `country` ISO alpha-3 of the state whose body it is, None for others.

    `party`: ISO alpha-3 of the countries on whose ground it has been a party to an armed conflict.
    """

    name: str
    type: SourceType
    aliases: tuple[str, ...] = ()
    country: str | None = None
    party: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """An actor's name in a text: [start, end) there, a possessive ending left out."""

    start: int
    end: int
    actor: Actor


_Alias = tuple[tuple[str, ...], str, Actor]
"""The folded words of a name, the name as it is written, whose it is."""
_ALONE: Final = ""
"""Stands for the second word of a name of one."""


class Actors:
    """Actors by all their names, which are kept by their first two words."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._all = tuple(actors)
        self._aliases: dict[str, dict[str, list[_Alias]]] = {}
        for actor in self._all:
            for alias in (actor.name, *actor.aliases):
                self._add(alias, actor)
        for entries in (entries for seconds in self._aliases.values() for entries in seconds.values()):
            entries.sort(key=lambda entry: -len(entry[0]))

    def _add(self, alias: str, actor: Actor) -> None:
        words = tuple(_folded(m.group()) for m in _WORD.finditer(alias))
        if words:
            first, second = (*words, _ALONE)[:2]
            self._aliases.setdefault(first, {}).setdefault(second, []).append((words, alias, actor))

    def __iter__(self) -> Iterator[Actor]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def with_more(self, actors: Iterable[Actor]) -> Actors:
        """These and others; of two with one alias the one added last is found."""
        return Actors((*actors, *self._all))

    def with_short(self, names: Mapping[str, Actor]) -> Actors:
        """These where single words of a text mean others than here: what the text itself calls by them."""
        return _Renamed(self, names)

    def named(self, name: str) -> Actor | None:
        """The actor that the whole of `name` names (a leading "the" put aside), else None."""
        bare = name.strip().removeprefix("The ").removeprefix("the ").strip(" .,:;()\"'“”‘’")
        for found in self.find(bare):
            if found.start == 0 and not _POSSESSIVE.sub("", bare)[found.end :].strip():
                return found.actor
        return None

    def find(self, text: str) -> tuple[Found, ...]:
        """Every actor named in the text, the longest name where several begin at one word, in reading order."""
        return _found(self, text)

    def read(self, text: str) -> tuple[Found, ...]:
        """The same, read anew: several rule books ask `find` of the same words of a page."""
        words = list(_WORD.finditer(text))
        folded = [_folded(w[0]) for w in words]
        found: list[Found] = []
        done = 0
        for at in [at for at, word in enumerate(folded) if word in self._aliases]:
            hit = self._at(text, words, folded, at) if at >= done else None
            if hit is None:
                continue
            count, actor = hit
            last = words[at + count - 1]
            end = last.end() - len(last.group()) + len(_POSSESSIVE.sub("", last.group()))
            found.append(Found(words[at].start(), end, actor))
            done = at + count
        return tuple(found)

    def _at(self, text: str, words: list[re.Match[str]], folded: list[str], at: int) -> tuple[int, Actor] | None:
        known = self._aliases[folded[at]]
        longer = known.get(folded[at + 1], ()) if at + 1 < len(folded) else ()
        for alias_words, alias, actor in (*longer, *known.get(_ALONE, ())):
            count = len(alias_words)
            if tuple(folded[at : at + count]) == alias_words and _written_alike(alias, text, words[at : at + count]):
                return count, actor
        return None


class _Renamed(Actors):
    """Actors of which a text calls others by some words of one's own (`Actors.with_short`)."""

    def __init__(self, actors: Actors, names: Mapping[str, Actor]) -> None:
        super().__init__(())
        self._all, self._aliases = actors._all, actors._aliases
        self._names = dict(names)

    def read(self, text: str) -> tuple[Found, ...]:
        found = super().read(text)
        return tuple(replace(one, actor=self._names.get(text[one.start : one.end], one.actor)) for one in found)


@lru_cache(maxsize=512)
def _found(actors: Actors, text: str) -> tuple[Found, ...]:
    return actors.read(text)


@lru_cache(maxsize=1 << 15)
def _folded(word: str) -> str:
    return fold(_POSSESSIVE.sub("", word))


def _written_alike(alias: str, text: str, words: list[re.Match[str]]) -> bool:
    for left, right in itertools.pairwise(words):
        if not _GLUE.fullmatch(text[left.end() : right.start()]):
            return False
    capitals = alias.isupper()
    for theirs, ours in zip(_WORD.finditer(alias), words, strict=True):
        mine = _POSSESSIVE.sub("", ours.group())
        if capitals and mine.replace(".", "") != theirs.group().replace(".", ""):
            return False
        if theirs.group()[0].isupper() and not mine[0].isupper():
            return False
    return True


@cache
def known_actors() -> Actors:
    """The actors that travel with the package, and over them those that the user added (`vocab.own_actors`).

    Raises DatelineError when a list that was added is none any more.
    """
    from dateline.vocab.own_actors import own_lists  # it reads rows of this module's form

    packaged = Actors(Actor(**row) for row in _rows(load("actors")))
    own = [actor for added in reversed(own_lists()) for actor in added.actors]
    return packaged.with_more(own) if own else packaged


def _rows(lists: Mapping[str, Sequence[Mapping[str, Any]]]) -> Iterator[dict[str, Any]]:
    for kind, rows in lists.items():
        for row in rows:
            many = {field: tuple(row.get(field, ())) for field in ("aliases", "party")}
            yield {"type": kind, **row, **many}
