"""What goes to stderr, and whether somebody sits at the other end."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.errors import DatelineError
    from dateline.model.reading import Problem


def shows_table(as_json: bool | None) -> bool:
    """True when stdout gets a table: asked for by --table, or by default on a terminal."""
    return sys.stdout.isatty() if as_json is None else not as_json


def note(text: str) -> None:
    """One line for the person, on stderr."""
    print(clean(text), file=sys.stderr)


def counted(number: int, thing: str) -> str:
    """ "1 claim", "1,200 claims"."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def stayed_in(number: int) -> None:
    """Says how many claims care kept back, and how they can be had."""
    if number:
        note(f"{counted(number, 'claim')} of forces left out: their pages are younger than seven days")
        note("  → --recent gives them")


def explain(error: DatelineError) -> None:
    """An error in words: what it concerns, what is wrong, what to do (the message carries it)."""
    note(f"dateline: {error}")
    advice = getattr(error, "advice", None)
    if advice:
        note(f"  → {advice}")


def tell(problem: Problem) -> None:
    """An input that could not be used, by name, with what to do about it."""
    name = "standard input" if problem.input == "-" else problem.input.replace("\n", "�")
    note(f"dateline: {name}: {problem.message}")
    if problem.advice:
        note(f"  → {problem.advice}")


def clean(text: str) -> str:
    """Text of a page or a file name as a terminal may show it: controls and changes of direction become "�"."""
    return "".join("�" if _commands(char) else char for char in text)


def _commands(char: str) -> bool:
    code = ord(char)
    return (code < 0x20 and char not in "\n\t") or 0x7F <= code < 0xA0 or char in DIRECTION


DIRECTION = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn the direction of writing, and so can make a line read as another."""
