"""Who speaks in a situation, each with a letter: the same in every drawing and table of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.report.view import View


@dataclass(frozen=True, slots=True)
class Voice:
    """A credited party, or where the text credits nobody, the publisher. `kind` is the party's type in words."""

    letter: str
    name: str
    kind: str


class Voices:
    """The voices of a situation, lettered in the order in which their claims are given."""

    def __init__(self, views: Iterable[View]) -> None:
        self._by_name: dict[str, Voice] = {}
        for view in views:
            name, kind = _speaks(view)
            if name.casefold() not in self._by_name:
                self._by_name[name.casefold()] = Voice(_letter(len(self._by_name)), name, kind)

    def of(self, view: View) -> Voice:
        """Who speaks in a claim that was given."""
        return self._by_name[_speaks(view)[0].casefold()]

    @property
    def all(self) -> list[Voice]:
        """Every voice, A first."""
        return list(self._by_name.values())


def _speaks(view: View) -> tuple[str, str]:
    if view.sources:
        source = view.sources[0]
        return source.resolved or source.name, source.kind
    return view.paper.publisher or "a page without a publisher", "publisher; nobody credited"


def _letter(number: int) -> str:
    """A to Z, then AA, AB …"""
    before, at = divmod(number, 26)
    return (_letter(before - 1) if before else "") + chr(ord("A") + at)


@dataclass(frozen=True, slots=True)
class Cast:
    """Who takes part in a situation: the claims that the page shows by id, their voices, and each claim's role with its
    reason.
    """

    views: Mapping[str, View]
    voices: Voices
    roles: Mapping[str, Sequence[str]]

    def role(self, claim: str) -> str:
        """The part that a claim plays, as `dateline reconcile` calls it."""
        return self.roles[claim][0] if claim in self.roles else "triangulation"

    def voice(self, view: View) -> Voice:
        """Who speaks in a claim."""
        return self.voices.of(view)

    def shown(self, claims: Iterable[str]) -> list[View]:
        """Those of the claims that the page shows: others may not leave."""
        return [self.views[claim] for claim in claims if claim in self.views]
