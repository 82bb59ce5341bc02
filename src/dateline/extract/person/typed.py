"""How a named speaker speaks: for a body, in an office, or as a private person. In doubt private (care.md 6)."""

from __future__ import annotations

from typing import Final

from dateline.extract.person.standing import is_office
from dateline.extract.person.text import everything_in
from dateline.extract.person.tokens import tokens_of
from dateline.extract.person.words import office_words, words
from dateline.model.words import PersonType

_VOICES: Final = ("spokes",)


def person_type(
    text: str, phrase: tuple[int, int], name: tuple[int, int] | None, head: str = ""
) -> PersonType | None:
    """The type of a speaker of a text; None where the phrase tells of no person.

    `phrase` are all the words of the speaker, `name` those of the person's name (None: the phrase only describes, and
    `head` is the word that it hangs on).
    A name is private if any word of it would be masked; else an office stands by it here or stood where the page
    introduced its bearer.
    """
    inside = [t for t in tokens_of(text) if phrase[0] <= t.start < phrase[1]]
    offices = [t.key for t in inside if is_office(t)]
    if name is not None:
        if any(start < name[1] and end > name[0] for start, end in everything_in(text).names.spans):
            return "private"
        voice = offices or _introduced(text, name)
        return "spokesperson" if any(key.startswith(_VOICES) for key in voice) else "in_office" if voice else "private"
    if head in office_words():
        return "spokesperson" if head.startswith(_VOICES) else "in_office"
    return "private" if head in words().roles else None


def _introduced(text: str, name: tuple[int, int]) -> list[str]:
    """The offices that stand beside the same last name elsewhere on the page."""
    tokens = tokens_of(text)
    last = next((t.key for t in reversed(tokens) if name[0] <= t.start < name[1]), None)
    found: list[str] = []
    for at, token in enumerate(tokens):
        if token.key == last and not name[0] <= token.start < name[1]:
            around = tokens[max(0, at - _BESIDE) : at] + tokens[at + 1 : at + _BESIDE]
            found += [t.key for t in around if is_office(t)]
    return found


_BESIDE: Final = 8
"""Words before and behind a name within which its office stands."""
