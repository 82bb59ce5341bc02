"""The country of a claim: from a word of the text, or open.

The claim's own places first, if its sentence names them. Then the sentence: places that are named aside (an office's,
a body's) and names of countries. Then the page, where one country plainly leads among all its words and places; then
places carried from other sentences. Last a demonym of the sentence ("Russian jets" tell less of where than a page that
speaks of another country), and a national body that the page credits.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from typing import Final

from dateline.extract.draft import Draft, Page, Toponym
from dateline.extract.place.lookup import is_demonym
from dateline.model.words import Role
from dateline.vocab import countries
from dateline.vocab.actors import known_actors

_LEAD: Final = 0.6
"""Share of the page's evidence that one country must have to speak for a silent sentence."""
_INITIALS: Final = 3
"""Letters up to which a body's initials are anybody's."""
_LONGEST_NAME: Final = 80
"""Code points of a body's name, at most."""
_ANYWHERE: Final = frozenset({"ngo", "un", "media"})
"""Kinds of bodies at work in other countries than the one they are named after."""
_ORDER: Final[dict[str, tuple[Role, ...]]] = {"returned": ("to", "at", "from"), "crossed_border": ("from", "at")}
_USUAL: Final[tuple[Role, ...]] = ("at", "from", "to")


class Countries:
    """The countries that the words of a page name."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def of(self, draft: Draft, places: Iterable[tuple[Toponym, Role]]) -> str | None:
        """ISO 3166 alpha-3 of where it happened, None where the text leaves it open."""
        placed = list(places)
        inside = (draft.sentence.start, draft.sentence.end)
        named = self._named(*inside)
        carried = not any(t.sentence == draft.sentence.index for t, _ in placed)
        told = next(iter(named), self.leading)
        if carried and told and draft.term != "crossed_border" and len(set(named)) <= 1:
            return told  # a carried place tells less
        for role in _ORDER.get(draft.term, _USUAL):
            found = [t.country for t, r in placed if r == role and t.country]
            if found:
                return Counter(found).most_common(1)[0][0]
        if draft.term == "crossed_border" and (own := self._of_noun(draft)):
            return own
        if len(set(named)) == 1 and draft.term != "crossed_border":
            return named[0]
        people = [code for start, _, code in self._words if inside[0] <= start < inside[1]]
        return self.leading or _only(people) or _only([t.country for t, _ in placed if t.country]) or self._of_body

    def _named(self, start: int, end: int) -> list[str]:
        """The countries that names of places tell within [start, end), those in bodies' names too."""
        names = [t.country for t in self._page.toponyms if start <= t.start < end and t.country and not t.dateline]
        words = [c for a, b, c in self._meant if start <= a < end and not is_demonym(self._page.text[a:b])]
        return [*names, *words]

    def _of_noun(self, draft: Draft) -> str | None:
        """ "700 Syrian families have crossed": whose people they are."""
        start, end = draft.quantity.start, draft.quantity.end
        return next((code for a, _, code in self._page.countries if start <= a < end), None)

    @cached_property
    def _meant(self) -> list[tuple[int, int, str]]:
        """The page's words of countries without those that are another country's place here ("Macon, Georgia")."""
        placed = {t.start: t.country for t in self._page.toponyms if t.place is not None}
        return [word for word in self._page.countries if placed.get(word[0], word[2]) == word[2]]

    @cached_property
    def _words(self) -> list[tuple[int, int, str]]:
        """The page's words of countries without those by which a body at work anywhere is named."""
        text = self._page.text
        return [w for w in self._meant if not (is_demonym(text[w[0] : w[1]]) and _names_a_body(text, w[0]))]

    @cached_property
    def leading(self) -> str | None:
        """The country that leads the page: names of places tell more than whose jets and whose officials they are."""
        told: Counter[str] = Counter()
        for start, end, code in self._words:
            told[code] += 1 if is_demonym(self._page.text[start:end]) else 2
        for toponym in self._page.toponyms:
            if toponym.country and countries.country_of(toponym.name) != toponym.country:
                told[toponym.country] += 1 if toponym.aside else 2
        if not told:
            return None
        code, count = told.most_common(1)[0]
        return code if count >= _LEAD * told.total() else None

    @cached_property
    def _of_body(self) -> str | None:
        """The country of the only national body that the page names; broadcasters speak from anywhere."""
        found = [f for f in self._page.actors.find(self._page.text) if f.actor.country and f.actor.type != "media"]
        return _only([f.actor.country or "" for f in found if f.end - f.start > _INITIALS])


def _names_a_body(text: str, start: int) -> bool:
    """A body that is no country's own is named from here on ("Norwegian Refugee Council"); monitors watch theirs."""
    found = known_actors().find(text[start : start + _LONGEST_NAME])
    return any(f.start == 0 and f.actor.country is None and f.actor.type in _ANYWHERE for f in found)


def _only(codes: list[str]) -> str | None:
    return codes[0] if len(set(codes)) == 1 else None
