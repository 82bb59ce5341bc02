"""What the words of a source say of it by themselves: a name or a mere description, a person or a body, one or more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from dateline.extract.draft import Attribution
from dateline.extract.source.words import cues, offices
from dateline.vocab.actors import known_actors
from dateline.vocab.countries import country_of
from dateline.vocab.load import word_set

DEFINITE: Final = word_set("source_words_en", "described", "definite")
INDEFINITE: Final = frozenset({"a", "an", "one", "another"})
_CALLED: Final = re.compile(
    r"\b([A-Z][^\W\d_]*[a-z]) (?:news|press|media) (?:agency|network|channel|website|outlet|service)\b"
)
_WORD: Final = re.compile(r"[^\W_]+")


def described_by(source: Attribution) -> str | None:
    """The head word of a source that only describes ("the group", "a monitor"), None where it names somebody."""
    words = _WORD.findall(source.name)
    if not words or source.resolved is not None or first_word(source) not in DEFINITE | INDEFINITE:
        return None
    head = head_of(words)
    again = cues().bodies_again | cues().persons_again | cues().plurals_again | cues().acts
    if head != head.lower() or head not in again or _has_own_name(source.name):
        return None
    behind = words[words.index(head) + 1 :]
    return None if behind else head


def _has_own_name(name: str) -> bool:
    """ "The Velik-linked Orl news agency": the press by its own name, and not "the Turkish news agency"."""
    called = _CALLED.search(name)
    return called is not None and country_of(called[1]) is None


def head_of(words: Sequence[str]) -> str:
    """The noun that the words hang on: what stands before "of", "for" and the like, else the last."""
    end = next((i for i, w in enumerate(words) if w in {"of", "for", "from", "at", "in", "with", "on"}), len(words))
    return words[max(0, end - 1)]


def first_word(source: Attribution) -> str:
    """Its first word, in small letters."""
    found = _WORD.search(source.name)
    return found.group().lower() if found else ""


def agrees(pronoun: str, source: Attribution) -> bool:
    """True where the pronoun can stand for the source."""
    if pronoun in {"he", "she"}:
        return is_person(source)
    if pronoun == "it":
        return not is_person(source) and not is_plural(source)
    return is_plural(source)


def is_person(source: Attribution) -> bool:
    """True for a person, named or not; False for bodies and for more than one."""
    words = _WORD.findall(source.name)
    lower = [w.lower() for w in words]
    if not words or is_plural(source):
        return False
    if any(w in _person_words() for w in lower):
        return True
    actor = known_actors().named(source.name)
    if actor is not None or (source.resolved is not None and not _named_apart(words, source.resolved)):
        return False
    head = head_of(words).lower()
    if head in cues().body_words:
        return False  # "the Red Cross"
    if head in offices().types:
        return offices().types[head] == "witness"
    return words[-1][:1].isupper() and not any(w in offices().types for w in lower)


def _named_apart(words: Sequence[str], body: str) -> bool:
    """A last name by which the page goes on to call who speaks for a body: no word of it is the body's."""
    own = {word.lower() for word in _WORD.findall(body)}
    return not any(word.isupper() or word.islower() or word.lower() in own for word in words)


@cache
def _person_words() -> frozenset[str]:
    return cues().persons_again | cues().person_nouns | frozenset({"mr", "mrs", "ms", "dr"})


def is_plural(source: Attribution) -> bool:
    """True for more than one: "officials", "residents"."""
    head = head_of(_WORD.findall(source.name)).lower()
    singular = head[:-3] + "y" if head.endswith("ies") else head[:-1]
    several = head.endswith("s") and singular in offices().carriers | cues().persons_again | cues().person_nouns | set(
        offices().types
    )
    return head in cues().plurals_again or several
