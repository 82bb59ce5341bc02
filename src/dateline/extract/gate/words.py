"""The words of a text, all at once: a regular expression that finds them one by one takes twice the time."""

from __future__ import annotations

import re
from string import ascii_lowercase
from typing import Final

_COMPOUND: Final = re.compile(r"[a-z]+(?:-[a-z]+)*")


def _only(kept: str) -> bytes:
    """A table that turns every byte into a space but those of these characters."""
    return bytes(code if chr(code) in kept else ord(" ") for code in range(256))


_LETTERS: Final = _only(ascii_lowercase)
_LETTERS_AND_HYPHENS: Final = _only(f"{ascii_lowercase}-")


def words_of(text: str) -> set[str]:
    """The runs of letters from a to z, in lower case."""
    return _parted(text, _LETTERS)


def compounds_of(text: str) -> set[str]:
    """The same, where what hyphens join is one word ("cease-fire")."""
    found = _parted(text, _LETTERS_AND_HYPHENS)
    hyphened = {word for word in found if "-" in word}
    return (found - hyphened).union(*map(_COMPOUND.findall, hyphened))


def _parted(text: str, kept: bytes) -> set[str]:
    return set(text.lower().encode("ascii", "replace").translate(kept).decode("ascii").split())
