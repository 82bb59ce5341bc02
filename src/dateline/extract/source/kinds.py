"""What kind of source a phrase names, and which known body it is or speaks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.extract.source.nouns import within_name
from dateline.extract.source.phrase import Phrase
from dateline.extract.source.words import cues, offices
from dateline.model.words import SourceType
from dateline.vocab.actors import Actor, Actors, Found
from dateline.vocab.countries import capitals, demonyms, names, short_forms
from dateline.vocab.fold import fold
from dateline.vocab.load import word_set

NOBODY = word_set("source_words_en", "kinds", "nobody")


@dataclass(frozen=True, slots=True)
class Who:
    """A source's type, and the canonical name of the body it is or speaks for (None: not known)."""

    type: SourceType
    resolved: str | None = None


@dataclass(slots=True)
class Known:
    """The bodies known beforehand, and what this page has introduced so far.

    `aliases` are folded short names that the page gave ("HDC", "the Centre");
    `persons` the last words of persons' names with what they were said to be.
    """

    actors: Actors
    aliases: dict[str, Who] = field(default_factory=dict)
    persons: dict[str, Who] = field(default_factory=dict)


def who(phrase: Phrase, known: Known) -> Who:
    """The kind of the source that a phrase names; "other" where no word of it tells.

    Who was of a body formerly speaks no more for it.
    """
    told = _who(phrase, known)
    return Who(told.type) if phrase.first.lower_ in {"former", "ex"} else told


def _who(phrase: Phrase, known: Known) -> Who:
    found = known.actors.find(phrase.text)
    head_at = phrase.head.idx - phrase.first.idx
    own = next((f for f in found if f.start <= head_at < f.end), None)
    if own is not None and not _only_before(own, phrase):
        return Who(own.actor.type, own.actor.name)
    introduced = _introduced(phrase, known) or _bracketed(found, phrase)
    if introduced is not None:
        return introduced
    words = [t.lower_ for t in phrase.tokens()]
    carrier = any(word in offices().carriers for word in words)
    body = _body(found, phrase.text)
    if carrier and body is not None:
        return Who(body.type, body.name)
    if phrase.head.pos_ == "PROPN" or carrier:
        return _by_words(phrase, known, carrier)
    if phrase.head.lower_ in cues().records:
        return Who(last_type([w for w in words if w not in cues().records]) or "other")
    if body is not None and phrase.head.lower_ in cues().fits:
        return Who(body.type)  # "the UN agency"
    kind = _head_type(phrase) or last_type(words)
    return Who(kind or "other") if kind is not None or body is None else Who(body.type, body.name)


def _only_before(found: Found, phrase: Phrase) -> bool:
    """The name opens a longer one ("UN-backed", "Reuters Institute for the Study"): it is not what the head names."""
    after = phrase.text[found.end : found.end + 1]
    return after == "-"


def _bracketed(found: Sequence[Found], phrase: Phrase) -> Who | None:
    """The body whose short name the phrase gives in brackets, also where its letters are another language's."""
    text = phrase.text
    inside = (f.actor for f in found if text[: f.start].endswith("(") and text.startswith(")", f.end))
    body = next(inside, None)
    return Who(body.type, body.name) if body is not None else None


def _body(found: Sequence[Found], text: str) -> Actor | None:
    """The body a carrier speaks for; none to which he is only linked ("N-affiliated", "N-based")."""
    return next((one.actor for one in reversed(found) if text[one.end : one.end + 1] != "-"), None)


def _introduced(phrase: Phrase, known: Known) -> Who | None:
    bare = fold(phrase.text).removeprefix("the ")
    if bare in known.aliases:
        return known.aliases[bare]
    words = bare.split()
    for count in range(len(words), 0, -1):
        for first in range(len(words) - count + 1):
            alias = " ".join(words[first : first + count])
            if alias in known.aliases and _capital(alias, phrase.text):
                return known.aliases[alias]
    if phrase.head.pos_ == "PROPN":
        return known.persons.get(fold(phrase.tokens()[-1].text))
    return None


def _capital(alias: str, text: str) -> bool:
    """The alias stands in the text with a capital: "the Centre", not "a centre"."""
    at = fold(text).find(alias)
    return at >= 0 and any(
        word[:1].isupper() and fold(word) in alias.split() for word in text.replace("-", " ").split()
    )


def _by_words(phrase: Phrase, known: Known, carrier: bool) -> Who:
    """An officer or a proper name: the word of the phrase that tells for whom it speaks."""
    words = [t.lower_ for t in phrase.tokens()]
    told = _told_by(words) if carrier else last_type(words)
    if told is not None:
        return Who(told)
    if carrier:
        return Who(next((offices().alone[w] for w in words if w in offices().alone), "other"))
    if _state(phrase.text):
        return Who("government")
    if fold(phrase.head.text) in demonyms():
        return Who("witness")
    return Who("other")


def _told_by(words: list[str]) -> SourceType | None:
    """For whom a carrier speaks: the words after it first ("source at a police station"), then those before."""
    at = next(i for i, word in enumerate(words) if word in offices().carriers)
    after = last_type(words[at + 1 :]) or _last_word(words[at + 1 :])
    return after or _last_word(words[:at]) or last_type(list(words[:at]))


def _last_word(words: list[str]) -> SourceType | None:
    for size in (2, 1):
        for i in range(len(words) - size, -1, -1):
            kind = offices().words.get(" ".join(words[i : i + size]))
            if kind is not None:
                return kind
    return None


def last_type(words: list[str]) -> SourceType | None:
    """The kind that the last telling word, or pair of words, names; carriers tell none by themselves."""
    for size in (3, 2, 1):
        for i in range(len(words) - size, -1, -1):
            kind = offices().types.get(" ".join(words[i : i + size]))
            if kind is not None and not (size == 1 and words[i] in offices().carriers):
                return kind
    return None


def _head_type(phrase: Phrase) -> SourceType | None:
    words = [t.lower_ for t in phrase.tokens()]
    at = phrase.head.i - phrase.first.i
    for size in (3, 2, 1):
        kind = offices().types.get(" ".join(words[max(0, at - size + 1) : at + 1]))
        if kind is not None:
            return kind
    return None


def _state(name: str) -> bool:
    bare = fold(name).removeprefix("the ")
    return bare in names() or bare in capitals() or name in short_forms()


def can_speak(phrase: Phrase, known: Known) -> bool:
    """True where the phrase names a body, an officer, a person: somebody who can count and tell."""
    head = phrase.head
    words = {t.lower_ for t in phrase.tokens()}
    if phrase.first.lower_ in NOBODY:
        return False
    if head.lower_ in cues().dull or head.lower_ in cues().material:
        return False
    if head.pos_ == "PROPN" or head.lower_ in offices().carriers or _head_type(phrase) is not None:
        return True
    if head.lower_ in cues().bodies_again or head.lower_ in cues().persons_again:
        return True
    if phrase.last.i > head.i and within_name(head, head.nbor(1)):
        return True
    at = head.idx - phrase.first.idx
    if any(f.start == 0 and phrase.text[f.end : f.end + 2] in {"'s", "’s"} for f in known.actors.find(phrase.text)):
        return True
    return bool(words & known.aliases.keys()) or any(f.start <= at < f.end for f in known.actors.find(phrase.text))
