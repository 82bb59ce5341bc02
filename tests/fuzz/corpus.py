"""The seeds of fuzzing as they are kept, and the mutants that are numbered after them."""

from __future__ import annotations

import base64
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from mutants import mutant_file, mutant_text

SEEDS = Path(__file__).parent / "seeds"


@dataclass(frozen=True, slots=True)
class Text:
    """A text to extract from. `published` is an ISO date or None."""

    name: str
    lang: str
    published: str | None
    text: str


@dataclass(frozen=True, slots=True)
class File:
    """A file to read. Its kind is the end of its name ("03.warc.gz" is of kind "warc.gz")."""

    name: str
    data: bytes

    @property
    def kind(self) -> str:
        """The whole end of the name."""
        return self.name.partition(".")[2]


@cache
def texts() -> tuple[Text, ...]:
    """All seeds that are texts, in their order."""
    rows = (json.loads(line) for line in (SEEDS / "texts.jsonl").read_text().splitlines())
    return tuple(Text(row["name"], row["lang"], row["published"], row["text"]) for row in rows)


@cache
def files(kind: str) -> tuple[File, ...]:
    """The seeds of one kind, in their order."""
    return tuple(file for file in _every_file() if file.kind == kind)


@cache
def _every_file() -> tuple[File, ...]:
    rows = (json.loads(line) for line in (SEEDS / "files.jsonl").read_text().splitlines())
    return tuple(File(row["name"], base64.b64decode(row["base64"])) for row in rows)


def kinds() -> list[str]:
    """The kinds of files there are seeds of."""
    return sorted({file.kind for file in _every_file()})


def text_mutant(seed: int, number: int) -> tuple[str, Text]:
    """The mutant of this number, always the same one, and its name ("written-en-03:71204")."""
    chance = random.Random(f"{seed} text {number}")
    one, other = texts()[number % len(texts())], chance.choice(texts())
    return f"{one.name}:{number}", Text(one.name, one.lang, one.published, mutant_text(one.text, other.text, chance))


def file_mutant(kind: str, seed: int, number: int) -> tuple[str, File]:
    """The mutant of this number of a kind, always the same one, and its name ("03.warc.gz:512")."""
    chance = random.Random(f"{seed} {kind} {number}")
    own = files(kind)
    one, other = own[number % len(own)], chance.choice(own)
    return f"{one.name}:{number}", File(one.name, mutant_file(one.data, other.data, chance))


def text_mutants(seed: int, numbers: range) -> Iterator[tuple[str, Text]]:
    """The mutants of these numbers."""
    return (text_mutant(seed, number) for number in numbers)
