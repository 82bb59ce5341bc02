"""Pages that borrow the words of war: sport, trade, the stage, games, elections.

"The attack exploded after the break", "a price war", "a siege in the fourth act": where a page has more words of such
a field than of a crisis, and hardly any that tell of harm that is meant, it tells no event, and what it counts are
points.
The lists are in `vocab/events_en.yaml` (`fields`).
"""

from __future__ import annotations

from functools import cache

from dateline.extract.gate.forms import of_noun, of_verb
from dateline.extract.gate.words import compounds_of
from dateline.vocab.load import load

_LEAST, _LITERAL = 6, 3
"""Different words of one field that make a page one of it; different literal words from which it may be none.
Chosen so that no page of a crisis in the development data is lost."""


def of_a_field(text: str) -> bool:
    """True where a page is of a field that borrows the words of war, and of no crisis."""
    words = compounds_of(text)
    if len(words & _literal()) >= _LITERAL:
        return False
    most = max(len({known[word] for word in words & known.keys()}) for known in _fields().values())
    return most >= _LEAST and most > sum(len(found) for found in crisis_words(words).values())


def crisis_words(words: set[str]) -> dict[str, set[str]]:
    """The words of a crisis among the words of a page, each once however it is inflected: `strong` and `broad` ones."""
    return {name: {known[word] for word in words & known.keys()} for name, known in _crisis().items()}


@cache
def _crisis() -> dict[str, dict[str, str]]:
    """Every form of the words of a crisis with the word it is a form of."""
    lists = load("events_en")["crisis"]
    return {name: {form: word for word in lists[name] for form in of_noun(word) | of_verb(word)} for name in lists}


@cache
def _fields() -> dict[str, dict[str, str]]:
    """Every form of the words of each field with the word it is a form of."""
    lists = load("events_en")["fields"]
    return {
        name: {form: word for word in words for form in of_noun(word)}
        for name, words in lists.items()
        if name != "literal"
    }


@cache
def _literal() -> frozenset[str]:
    return frozenset(form for word in load("events_en")["fields"]["literal"] for form in (word, f"{word}s"))
