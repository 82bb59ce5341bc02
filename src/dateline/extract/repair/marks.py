"""Which texts hold a word that some rule may be meant for: asked first, since most texts hold none."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dateline.vocab.load import either, load

_WORD = re.compile(r"\w+")


_REMEMBERED = 100_000


@lru_cache(maxsize=2)
def _marked(text: str) -> frozenset[str]:
    """The words of a text for which a rule may be meant: suspects and owners."""
    plain = _plain()
    if len(plain) > _REMEMBERED:
        plain.clear()
    found: set[str] = set()
    for chunk in set(text.split()) - plain:
        marked = [word for word in _WORD.findall(chunk) if _suspected(word) or any(word in part for part in _owned())]
        found.update(marked)
        if not marked:
            plain.add(chunk)
    return frozenset(found)


@cache
def _plain() -> set[str]:
    """What stood between two blanks and has no such word is remembered: the same make up nearly every text."""
    return set()


def has_suspects(text: str) -> bool:
    """True where a word of the text may be two words run together, or one whose ligature was lost."""
    return any(map(_suspected, _marked(text))) or "ve-year" in text


def _suspected(word: str) -> bool:
    return bool(_suspects().fullmatch(word))


@cache
def whole_words() -> frozenset[str]:
    """Words of English that look like two run together."""
    return frozenset(load("repair_en")["one_word"])


@cache
def _suspects() -> re.Pattern[str]:
    words = load("repair_en")
    lists = ("number_words", "number_nouns", "number_before", "acronym_tails")
    numbers, nouns, before, tails = ("|".join(words[name]) for name in lists)
    lost = "|".join(word.rstrip(".") for word in (*words["ligatures"], *words["ligatures_after"]))
    glued = rf"(?i:(?:{numbers})(?:{nouns})|(?:{before}|[a-z]+(?:ed|ing|ly))(?:{numbers}))"
    return re.compile(rf"(?!(?i:{either(whole_words())})$)(?:{glued}|[A-Z]{{3,}}(?:{tails})|{lost})")


@cache
def _owned() -> tuple[frozenset[str], frozenset[str]]:
    """Owners with the s of a possessive: names, and common nouns."""
    owners = [f"{owner}s" for owner in load("repair_en")["possessive_owners"]]
    return frozenset(o for o in owners if o[0].isupper()), frozenset(o for o in owners if o[0].islower())


def has_owners(text: str) -> bool:
    names, nouns = _owned()
    words = _marked(text)
    if not words.isdisjoint(names):
        return True
    own = tuple(words & nouns)
    return bool(own) and any(text.endswith(own, 0, match.start() + 1) for match in _BEFORE_NAME.finditer(text))


_BEFORE_NAME = re.compile(r"s [A-Z]")
