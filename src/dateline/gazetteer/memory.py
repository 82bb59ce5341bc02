"""What is remembered of the gazetteer, and forgotten when a user's tables change."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
_FORGET: Final[list[Callable[[], None]]] = []


def remembered(size: int | None) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """`lru_cache` for functions that ask the gazetteer: `size` answers are kept (None: all) until `forget`."""

    def keep(asked: Callable[P, R]) -> Callable[P, R]:
        kept = lru_cache(maxsize=size)(asked)
        _FORGET.append(kept.cache_clear)
        return kept  # type: ignore[return-value]

    return keep


def forget() -> None:
    """Forgets every answer: entries mean nothing in another opening of the gazetteer."""
    for clear in _FORGET:
        clear()
