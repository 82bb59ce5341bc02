"""What a page introduces: after "the Harbour Data Centre (HDC)" the names "HDC" and "the Centre", after "Anna N,
head of the agency" the name "N"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.extract.sentence import Sentence
from dateline.extract.source.kinds import Known, Who, last_type
from dateline.extract.source.phrase import Phrase
from dateline.extract.source.words import cues, offices
from dateline.model.words import SourceType
from dateline.vocab.actors import Actor, Actors, known_actors
from dateline.vocab.fold import fold

_SHORT = re.compile(r"\(\s*(?:the\s+|or\s+)?([A-Z][A-Za-z.-]{1,9})\s*\)")
_CALLED = re.compile(
    r",? (?:(?:also |better )?known (?:as|by (?:the|its) (?:acronym|initials)),?|or) (?:the )?([A-Z]{2,9})(?=[\s,.;:)])"
)
_PART = re.compile(r"(?:of|for|the|and|on|in|de|al|-)*(?:[A-Z][\w'’-]+)?")
"""A word of a full name."""
_BREAK = re.compile(r"[^\w'’\s-]")
_LONGEST = 400
"""Code points before the brackets that are looked at: no body's name is longer."""
_SMALL = frozenset({"of", "for", "the", "and", "on", "in", "de", "to", "&"})


def learn_glosses(sentence: Sentence, known: Known) -> None:
    """Remembers every "Full Name (FN)" of the sentence whose letters fit."""
    for gloss in glosses(sentence.text, known.actors):
        learn_name(gloss.full, gloss.body, known)
        known.aliases.setdefault(fold(gloss.short), gloss.body)


@dataclass(frozen=True, slots=True)
class Gloss:
    """A short name that a text gives behind the full one; it holds from `end` on."""

    full: str
    short: str
    end: int
    body: Who


def glosses(text: str, actors: Actors) -> Iterator[Gloss]:
    """Every "Full Name (FN)" of a text whose letters fit, where it names a body: no "Personal Computer (PC)"."""
    for match in _marks(text):
        short = match[1]
        full = _full_name(_before(text, match.start()), short)
        if full is not None:
            found = actors.named(full) or _of_like_name(full, actors.named(short))
            kind = found.type if found is not None else _kind(full)
            if kind is not None:
                yield Gloss(full, short, match.end(), Who(kind, found.name if found is not None else full))


def _marks(text: str) -> Iterator[re.Match[str]]:
    """Where a text gives short names: in brackets, "known as RSF", ", or RSF,"."""
    if "(" in text:
        yield from _SHORT.finditer(text)
    if " known " in text or ", or " in text:
        yield from _CALLED.finditer(text)


def actors_on(text: str) -> Actors:
    """The bodies known by name, with the short names that the text gives to others: its "(RSF)" may be any body's."""
    known = known_actors()
    short = {}
    for gloss in glosses(text, known):
        other = known.named(gloss.short)
        if other is not None and gloss.body.resolved != other.name and gloss.short not in short:
            short[gloss.short] = known.named(gloss.full) or Actor(gloss.full, gloss.body.type)
    return known.with_short(short) if short else known


def _of_like_name(full: str, known: Actor | None) -> Actor | None:
    """The body that is known by the short form, where one of its names has half the words of the full one."""
    if known is None:
        return None
    words = {_stem(word) for word in full.split() if word.lower() not in _SMALL}
    names = ({_stem(word) for word in name.split()} for name in (known.name, *known.aliases))
    return known if any(2 * len(words & name) >= len(words) for name in names) else None


def _stem(word: str) -> str:
    """The beginning of a word, by which "Organisation" and "Organization", "Right" and "Rights" are one."""
    return fold(word)[:5]


def _before(text: str, end: int) -> list[str]:
    """The words up to `end` that a full name may be made of."""
    words = _BREAK.split(text[max(0, end - _LONGEST) : end])[-1].split()
    first = next((at for at in range(len(words), 0, -1) if not _PART.fullmatch(words[at - 1])), 0)
    return words[first:]


def _full_name(words: list[str], short: str) -> str | None:
    """The last words whose initials are the short form's letters, None when none fit."""
    letters = [c.lower() for c in short if c.isalpha()]
    for first in range(len(words) - 1, -1, -1):
        big = [w for w in words[first:] if w.lower() not in _SMALL]
        initials = [p[0].lower() for w in big for p in w.split("-") if p]
        if len(big) > 1 and words[first].lower() not in _SMALL and initials == letters:
            return " ".join(words[first:])
    return None


def _kind(name: str) -> SourceType | None:
    words = name.lower().split()
    return last_type(words) or ("other" if words[-1] in cues().bodies_again or len(words) > 2 else None)


def learn_name(name: str, told: Who, known: Known) -> None:
    """Remembers the short forms of a body's name: its noun ("the Centre"), and what stands before "for" or "of"."""
    words = [w for w in re.findall(r"[^\W\d_]+", name) if w]
    at = next((i for i, w in enumerate(words) if w.lower() in {"for", "of", "on"}), len(words))
    head = words[at - 1] if at else ""
    if len(words) > 1 and head[:1].isupper() and head.lower() in cues().bodies_again:
        known.aliases.setdefault(fold(head), told)
        known.aliases.setdefault(fold(" ".join(words[:at])), told)
    known.aliases.setdefault(fold(name).removeprefix("the "), told)


def learn_phrase(phrase: Phrase, told: Who, known: Known) -> None:
    """Remembers a source for the rest of the page: its body's short names, and its person's last name."""
    for found in known.actors.find(phrase.text):
        learn_name(found.actor.name, Who(found.actor.type, found.actor.name), known)
    words = phrase.tokens()
    names = [t for t in words if t.pos_ == "PROPN"]
    office = any(t.lower_ in offices().carriers or t.lower_ in offices().types for t in words)
    if names and (office or told.resolved is not None) and len(words) > 1:
        person = _person_word(phrase)
        if person is not None:
            known.persons[fold(person)] = told


def _person_word(phrase: Phrase) -> str | None:
    """The last name of the person whom the phrase names, None where its head is no such name."""
    head = phrase.head
    first_name = head.i > phrase.first.i and head.nbor(-1).pos_ in {"PROPN", "PUNCT"}
    return head.text if head.pos_ == "PROPN" and first_name else None
