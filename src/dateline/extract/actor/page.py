"""Which body a source or a party is: what its words say, and what the page said before it.

A name that the page introduced ("the Harbour Data Centre (HDC)", later "HDC" and "the Centre") holds from there on and
not before. What several bodies could be stays open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

from dateline.extract.actor.states import state_of
from dateline.extract.actor.words import actor_words, core_of, words_of
from dateline.extract.assemble.country import Countries
from dateline.extract.draft import Page
from dateline.extract.place.lookup import is_demonym
from dateline.extract.source.introduced import Gloss, glosses
from dateline.extract.source.words import offices
from dateline.model.words import ActorType
from dateline.vocab.actors import Actors, Found
from dateline.vocab.countries import country_of
from dateline.vocab.fold import fold
from dateline.vocab.states import forces_of

_ARMED: Final = frozenset({"armed_group", "military"})
_NAMED_BEHIND: Final = re.compile(
    r",?\s+(?:(?:also\s+|better\s+)?known\s+as|calling\s+itself|called|named|dubbed)\s+(?:the\s+)?"
)
_OWNER_BEHIND: Final = re.compile(
    r"\s+(?:[\"“]?(?:believed|thought|said|suspected|presumed)\s+to\s+(?:be\s+|have\s+been\s+)?)?"
    r"(?P<by>of|from|belong(?:ing)?\s+to|loyal\s+to)\s+(?:the\s+|an?\s+)?(?:so-called\s+)?"
)
_SUPPOSED: Final = re.compile(
    r"\s+[\"“]?(?:believed|thought|said|suspected|presumed)\s+to\s+be\s+(?P<people>[A-Z]\w+)\b"
)
"""Whose aircraft are said to be ("jets believed to be Orvelian")."""
_LED: Final = re.compile(r"(?:(?P<of>[A-Z][a-z]+)\s+)?(?:[Pp]resident|King)\s+[A-Z]")
"""Whom forces are loyal to that are their state's ("Orvelian President N")."""
_LINKED: Final = re.compile(r"[\w-]+-(?:linked|affiliated|allied|inspired)\s+(?:the\s+)?")
"""Before a body's name another one that only describes it."""
_LEADING: Final = re.compile(r"^(?:(?:the|a|an)\s+)?(?:[\w.]+[- ]based\s+)?", re.IGNORECASE)
_AFFIX: Final = re.compile(r"(?:anti|pro|ex|non)[-‐‑]$", re.IGNORECASE)
_LOWER: Final = re.compile(
    r"\b(?:provincial|regional|local|municipal|state|city|county|district|territorial|interim|rival|breakaway)\s+"
    r"(?:government|ministry|cabinet|administration)\b",
    re.IGNORECASE,
)
_NAME: Final = 60
"""Code points behind a phrase in which "known as N" gives its name."""


class Bodies:
    """The bodies of a page. All offsets are working offsets."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def of(self, start: int, end: int, kind: ActorType) -> str | None:
        """The canonical name of the body that the words [start, end) name or speak for; None: nobody in particular."""
        name = self._page.text[start:end]
        return self._body(name, start, end, kind) or self._person(name, start)

    def _body(self, name: str, start: int, end: int, kind: ActorType) -> str | None:
        return (
            self._introduced(name, start, kind)
            or self._inside(name, kind)
            or self._around(start, end, kind)
            or _apposed(name, self._page.actors)
            or self._monitor(name)
            or state_of(name, kind, None if kind == "government" and self._lower else self._home(start))
        )

    def _introduced(self, name: str, start: int, kind: ActorType) -> str | None:
        """A short name that the page gave: alone, or with the office of who speaks ("the Centre's head")."""
        core = _LEADING.sub("", core_of(name))
        plain = fold(core)
        carried = kind in _ARMED or any(word.lower() in offices().carriers for word in words_of(core))
        for at, short, body in reversed(self._short_names):
            begins = carried and re.match(rf"{re.escape(short)}\b", plain)
            if at <= start and (begins or plain == short):
                return body
        return next((body for full, body in self._full_names if kind in _ARMED and full in fold(name)), None)

    @cached_property
    def _short_names(self) -> list[tuple[int, str, str]]:
        """(offset from which it holds, folded short name, body) in reading order."""
        found = [(gloss.end, fold(gloss.short), gloss.body.resolved or gloss.full) for gloss in self._glosses]
        for match in self._found:
            found += [(match.end, noun, match.actor.name) for noun in self._nouns(match)]
        return sorted(found)

    @cached_property
    def _full_names(self) -> list[tuple[str, str]]:
        """(folded full name, body) of those that the page introduces; a full name holds everywhere."""
        return [(fold(gloss.full), gloss.body.resolved or gloss.full) for gloss in self._glosses]

    @cached_property
    def _glosses(self) -> list[Gloss]:
        return list(glosses(self._page.text, self._page.actors))

    def _nouns(self, match: Found) -> Iterator[str]:
        """The common noun by which a body is called again: "the Observatory", "the coalition"."""
        head = core_of(self._page.text[match.start : match.end]).split()
        if len(head) > 1 and fold(head[-1]) in actor_words().called_again:
            yield fold(head[-1])

    @cached_property
    def _found(self) -> Sequence[Found]:
        return self._page.actors.find(self._page.text)

    def _inside(self, name: str, kind: ActorType) -> str | None:
        """The one body named in the core of an armed party's words, or behind "members of the …"."""
        if kind not in _ARMED:
            return None
        core = core_of(name)
        if actor_words().others & set(fold(core).split()) or re.match(r"\s(?:and|or)\s", name[len(core) :]):
            return None
        actors = self._page.actors
        found = [f for f in actors.find(name) if _whole(f, name) and (f.end <= len(core) or _belongs(f, name))]
        bodies = {f.actor.name: f.actor for f in found}
        if len(bodies) != 1:
            return None
        actor = next(iter(bodies.values()))
        if actor.type == "government" and kind == "military":
            return state_of("regime" + name[found[0].end :] if found[0].end < len(name) else name, kind, actor.country)
        return actor.name if actor.type in _ARMED else None

    def _around(self, start: int, end: int, kind: ActorType) -> str | None:
        """ "a Kurdish-led force known as the N", "warplanes of the N"; "N fighters" where the words leave out N."""
        text = self._page.text
        known_as = _NAMED_BEHIND.match(text, end)
        people = _SUPPOSED.match(text, end) if kind == "military" else None
        if people is not None and is_demonym(people["people"]) and (country := country_of(people["people"])):
            return forces_of(country)
        owner = _OWNER_BEHIND.match(text, end) if kind in _ARMED else None
        if owner is not None and owner["by"] == "from" and not _people(text[start:end]):
            owner = None
        if owner is not None and kind == "military" and owner["by"].startswith("loyal"):
            state = self._led_by(owner.end())
            if state is not None:
                return forces_of(state)
        for behind in filter(None, (known_as, owner)):
            for found in self._page.actors.find(text[behind.end() : behind.end() + _NAME]):
                linked = _LINKED.match(text, behind.end())
                first = linked.end() - behind.end() if linked is not None else 0
                if found.start == first and (kind not in _ARMED or found.actor.type in _ARMED):
                    return found.actor.name
        before = next((f for f in self._found if f.end + 1 == start), None) if kind in _ARMED else None
        joined = (
            before is not None and before.actor.type in _ARMED and text[before.end] in " -" and text[start].islower()
        )
        return before.actor.name if before is not None and joined else None

    def _led_by(self, at: int) -> str | None:
        """The country (ISO 3166 alpha-3) of the president or king who is named at that offset."""
        led = _LED.match(self._page.text, at)
        if led is None:
            return None
        return country_of(led["of"]) if led["of"] else self._home(at)

    def _monitor(self, name: str) -> str | None:
        """ "the Britain-based watchdog": the only monitor that the page names."""
        plain = fold(_LEADING.sub("", name))
        first, _, rest = plain.partition(" ")
        monitors = actor_words().monitors
        if plain not in monitors and not (rest in monitors and country_of(first) is not None):  # "Orvelia monitor"
            return None
        named = {f.actor.name for f in self._found if f.actor.type == "monitor"}
        return named.pop() if len(named) == 1 else None

    def _home(self, start: int) -> str | None:
        """The country that the page is about; None where the sentence names another one, or a place in one."""
        leading = self._countries.leading
        inside = next((s for s in self._page.sentences if s.start <= start < s.end), None)
        if leading is None or inside is None:
            return None
        text = self._page.text
        words = [(text[a:b], code) for a, b, code in self._page.countries if inside.start <= a < inside.end]
        named = {code for word, code in words if not is_demonym(word)}
        named |= {t.country for t in self._page.toponyms if inside.start <= t.start < inside.end and t.country}
        return leading if named <= {leading} else None

    @cached_property
    def _lower(self) -> bool:
        """The page tells of a government below or beside the state's, which may be the one it calls so again."""
        return _LOWER.search(self._page.text) is not None

    @cached_property
    def _countries(self) -> Countries:
        return Countries(self._page)

    def _person(self, name: str, start: int) -> str | None:
        """A last name alone: the body for which that person was said to speak before."""
        words = words_of(name)
        if len(words) != 1:
            return None
        return next((body for at, last, body in reversed(self._persons) if at < start and last == fold(words[0])), None)

    @cached_property
    def _persons(self) -> list[tuple[int, str, str]]:
        """(offset, folded last name, body) of persons named with their office."""
        found = []
        for source in self._page.attributions:
            words = words_of(source.name)
            if source.pronoun or len(words) < 3 or not all(word[0].isupper() for word in words[-2:]):
                continue
            body = source.resolved or self._body(source.name, source.start, source.end, source.type)
            if body is not None and not any(f.end == len(source.name) for f in self._page.actors.find(source.name)):
                found.append((source.start, fold(words[-1]), body))
        return found


def _apposed(name: str, actors: Actors) -> str | None:
    """ "state news agency N": the name stands at the end, and before it nothing but what N is."""
    of_media = actor_words().of_media
    for found in actors.find(name):
        before, behind = words_of(name[: found.start]), words_of(name[found.end :])
        opens = all(word.lower() in {"the", "official"} for word in before)
        if behind and opens and found.actor.type == "media" and all(word.lower() in of_media for word in behind):
            return found.actor.name  # "the N news agency"
        part = behind and opens and not found.start and behind[-1].lower() in actor_words().offices
        if part and found.actor.type != "government":
            return found.actor.name  # "the Council's media department"
        ends = before and found.end == len(name) and core_of(name) == name
        if ends and all(word in of_media for word in before[-2:]):
            return found.actor.name
    return None


def _whole(found: Found, name: str) -> bool:
    """No part of a compound: not "IS-held", not "anti-IS"."""
    return name[found.end : found.end + 1] not in {"-", "‐", "‑"} and _AFFIX.search(name[: found.start]) is None


def _belongs(found: Found, name: str) -> bool:
    """The name stands right behind "members of the", "fighters from"."""
    words = [word.lower() for word in words_of(name[: found.start])]
    while words and words[-1] in actor_words().skipped:
        words.pop()
    before = " ".join(words)
    if before.endswith(" from"):
        return _people(before.removesuffix(" from"))
    return any(before == word or before.endswith(f" {word}") for word in actor_words().belong)


def _people(words: str) -> bool:
    """The words end with those who fight: they, and no place or thing, can be "from" a body."""
    last = words_of(words)[-1:]
    return bool(last) and last[0].lower() in actor_words().people
