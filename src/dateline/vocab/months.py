"""The English months as they are written, for rooms that look for a day and do not read it (`extract.time` does)."""

from __future__ import annotations

from functools import cache

from dateline.vocab.load import load

_LETTERS = 3
"""By so many letters every month is known."""


@cache
def month_names() -> tuple[str, ...]:
    """Whole and cut short, in small letters: "september", "sept", "sep"."""
    return tuple(name for names in load("months_en")["months"] for name in names)


@cache
def month_openings() -> tuple[str, ...]:
    """The first three letters of each, from January on."""
    return tuple(names[0][:_LETTERS] for names in load("months_en")["months"])


def month_pattern(longest: int | None = None) -> str:
    """A month that may be cut anywhere behind its third letter ("jan", "Septem."): a pattern without groups.

    `longest` letters may follow these three, None: any number.
    """
    rest = "*" if longest is None else f"{{0,{longest}}}"
    return rf"(?:{'|'.join(month_openings())})[a-z]{rest}\.?"
