"""Whose state a phrase speaks of: "a Russian jet", "Turkish officials", "regime forces", "the interior ministry"."""

from __future__ import annotations

import itertools

from dateline.extract.actor.words import actor_words, core_of, words_of
from dateline.model.words import ActorType
from dateline.vocab.countries import country_of
from dateline.vocab.fold import fold, without_possessive
from dateline.vocab.states import forces_of, government_of, news_agency_of


def state_of(name: str, kind: ActorType, home: str | None) -> str | None:
    """The government or the forces that a phrase names by its country's word, or by none in a page about `home`.

    `kind` tells which of the two; other kinds give None, as do phrases of two countries ("Syrian or Russian jets"),
    and of those whom a country's word only describes ("Syrian rebels", "Turkish-backed forces", "Iraqi police").
    """
    if kind == "media":
        return _agency(name, home)
    body_of = {"government": government_of, "military": forces_of}.get(kind)
    if body_of is None:
        return None
    words = words_of(core_of(name))
    told = _countries(words)
    plain = [_one(fold(without_possessive(word))) for word in words]
    behind = name[len(core_of(name)) :]
    if behind.startswith(" of") and _countries(words_of(behind)) - told:
        return None
    if len(told) == 1 and not actor_words().not_the_state & set(plain):
        return None if " or " in name or " and " in name else body_of(told.pop())
    if not told and home is not None and _own(set(plain), name, kind):
        return body_of(home)
    return None


def _agency(name: str, home: str | None) -> str | None:
    """ "Turkey's state-run news agency", "the official news agency": that of the country told, else of the page's."""
    words = words_of(name)
    told = _countries(words)
    plain = {fold(word) for word in words if not _countries([word])}
    if not {"news", "agency"} <= plain or not plain <= actor_words().state_agency or len(told) > 1:
        return None
    if not told and not plain & {"state", "official", "national"}:
        return None
    country = told.pop() if told else home
    return news_agency_of(country) if country is not None else None


def _countries(words: list[str]) -> set[str]:
    """The countries that words tell, by themselves or two together ("Saudi Arabia", "South Sudanese")."""
    pairs = [f"{one} {two}" for one, two in itertools.pairwise(words)]
    both = {code for code in map(country_of, pairs) if code}
    return both or {code for code in map(country_of, words) if code}


def _one(word: str) -> str:
    """ "The regimes siege", "the Council Coalitions office": a possessive that lost its apostrophe."""
    return word.removesuffix("s") if word in {"regimes", "governments", "armys", "coalitions"} else word


def _own(core: set[str], name: str, kind: ActorType) -> bool:
    """The state of the country that the page is about: no word but those that any state's forces or cabinet have."""
    words = actor_words()
    if kind == "military":
        return bool(core & words.own) and core <= words.own | words.beside
    all_words = {_one(fold(word)) for word in words_of(name)}
    told = all_words <= words.cabinet | words.portfolios and bool(core & words.cabinet)
    return told and core - {"the", "a"} != {"ministry"}
