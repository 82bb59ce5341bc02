"""Puts the collector of garbage off while a page is read, or claims are reconciled.

Reading makes many small objects that are gone with the page, nearly all without the collector's help, and few that
stay. Left to itself it looks them through hundreds of times a page, and now and then all lists that are loaded.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_SELDOM: Final = 50_000
"""New objects after which the collector runs, where Python's own 700 are too few."""


@contextmanager
def collected_later() -> Iterator[None]:
    """No collection while it is open; then as before. Not to be held open over a `yield` to whoever asked."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


@contextmanager
def collected_seldom() -> Iterator[None]:
    """The collector runs once in so many new objects as a page or two leave behind; for long runs over many pages."""
    before = gc.get_threshold()
    gc.set_threshold(_SELDOM, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
