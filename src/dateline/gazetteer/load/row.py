"""What every format of a user's table is read into, and how a wrong line is told."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dateline.errors import UnreadableInput
from dateline.gazetteer.entry import Feature
from dateline.vocab.countries import countries, country_of, iso3_of_iso2


@dataclass(frozen=True, slots=True)
class Row:
    """One place of a user's table. `line` counts from 1.

    `country` is alpha-3, None where the table leaves it open. `code` is how other lines point to this one, `inside`
    the codes they point with, the nearest first; `admin1` a first-level unit by name. `others` are further names.
    """

    line: int
    gazetteer: str
    id: str
    name: str
    feature: Feature
    country: str | None
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    others: tuple[str, ...] = ()
    code: str | None = None
    inside: tuple[str, ...] = ()
    admin1: str | None = None


def country_code(word: str) -> str | None:
    """A country by alpha-2, alpha-3 or an English name, as alpha-3; None where it is none."""
    word = word.strip()
    return word.upper() if word.upper() in countries() else iso3_of_iso2(word) or country_of(word)


class Lines:
    """The file being read: makes numbers and codes out of cells, and errors that name file and line."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.line = 0

    def wrong(self, what: str) -> UnreadableInput:
        """The error for the present line."""
        return UnreadableInput(f"line {self.line}: {what}", document=str(self.path))

    def degrees(self, cell: str, name: str, limit: float) -> float:
        """A latitude or longitude. Raises UnreadableInput."""
        try:
            value = float(cell)
        except ValueError:
            raise self.wrong(f"the {name} {cell!r} is no number") from None
        if not -limit <= value <= limit:
            raise self.wrong(f"the {name} {cell} is not between -{limit:g} and {limit:g}")
        return value

    def people(self, cell: str) -> int:
        """A population; 0 for an empty cell. Raises UnreadableInput."""
        if not cell.strip():
            return 0
        try:
            value = int(float(cell))
        except (ValueError, OverflowError):
            raise self.wrong(f"the population {cell!r} is no number") from None
        if not 0 <= value < 2**32:
            raise self.wrong(f"the population {cell} is not possible")
        return value

    def country(self, cell: str) -> str:
        """A country by alpha-2, alpha-3 or name, as alpha-3. Raises UnreadableInput."""
        found = country_code(cell)
        if found is None:
            raise self.wrong(f"{cell!r} is no country (ISO alpha-2, alpha-3 or an English name)")
        return found
