"""How a named speaker speaks: for a body, in an office, or as a private person. In doubt private (care.md 6)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.extract.person.lexicon import country_run, listed, of_a_country, ordinary
from dateline.extract.person.names import bare
from dateline.extract.person.pieces import is_given
from dateline.extract.person.standing import before, is_office, phrase_before
from dateline.extract.person.text import everything_in
from dateline.extract.person.tokens import Token, tokens_of
from dateline.extract.person.words import office_words, words
from dateline.model.words import PersonType

_VOICE: Final = "spokes"
_BESIDE: Final = 8
"""Words before and behind a name within which its office stands."""


def person_type(
    text: str, phrase: tuple[int, int], name: tuple[int, int] | None, head: str = "", official: bool = False
) -> PersonType | None:
    """The type of a speaker of a text; None where the phrase tells of no person.

    `phrase` are all the words of the speaker, `name` those of the person's name (None: the phrase only describes, and
    `head` is the word that it hangs on). `official`: he speaks as only offices do (`speaks_officially`).
    A name is private if any word of it would be masked; else an office stands by it here or stood where the page
    introduced its bearer. In doubt it is private.
    """
    if name is None:
        if head in office_words():
            return "spokesperson" if head.startswith(_VOICE) else "in_office"
        return "private" if head in words().roles else None
    known = everything_in(text).names
    if any(start < name[1] and end > name[0] for start, end in known.spans):
        return "private"
    tokens = tokens_of(text)
    inside = [t for t in tokens if name[0] <= t.start < name[1]]
    offices = [t.key for t in tokens if phrase[0] <= t.start < phrase[1] and is_office(t)] or _beside(tokens, inside)
    if any(key.startswith(_VOICE) for key in offices):
        return "spokesperson"
    folded = tuple(bare(t.key) for t in inside)
    if offices or official or folded in known.public or (folded and folded[-1] in known.public_last):
        return "in_office"
    return None if is_place(text[name[0] : name[1]]) else "private"


def office_before(text: str, name: tuple[int, int]) -> tuple[int, int] | None:
    """The words of an office that end right before a name, a comma between them put aside; None where none does."""
    tokens = tokens_of(text)
    first = next((i for i, t in enumerate(tokens) if t.start >= name[0]), None)
    if first is None or before(tokens, first) != "public":
        return None
    phrase = phrase_before(tokens, first)
    return (phrase[0].start, phrase[-1].end) if phrase else None


def _beside(tokens: Sequence[Token], name: Sequence[Token]) -> list[str]:
    """The offices that stand beside the name, or beside the same last name elsewhere on the page."""
    if not name:
        return []
    found: list[str] = []
    for at, token in enumerate(tokens):
        if token.key == name[-1].key:
            phrase = phrase_before(tokens, at - len(name) + 1 if token is name[-1] else at)
            behind = tokens[at + 1 : at + _BESIDE] if before(tokens, at) is None and phrase == [] else []
            found += [t.key for t in (*phrase, *behind) if is_office(t)]
    return found


def is_place(name: str) -> bool:
    """A country, its people, or a place in the gazetteer whose name no given name opens: "Harbourtown said"."""
    first = tokens_of(name)[:1]
    if not first or is_given(first[0]):
        return not first
    return of_a_country(name) or listed(name) or bool(country_run(name.split())) or (" " not in name and ordinary(name))
