"""By what rules something was computed, as one hash: what was computed by others must be computed anew."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

_ROOMS: Final = ("model", "vocab", "syndicate", "reconcile")


def rules() -> str:
    """The code and words that situations are computed by, the solver's version, and what the gazetteer is.

    The hash is of the files themselves, so that no change can be forgotten.
    """
    return hashlib.sha256(f"{_written()}\x1f{_places()}".encode()).hexdigest()


def extracted_by() -> str:
    """The extractor and the gazetteer that claims are found by."""
    from dateline.extract import EXTRACTOR

    return f"{EXTRACTOR}\x1f{_places()}"


@cache
def _written() -> str:
    digest = hashlib.sha256(version("highspy").encode())
    for room in _ROOMS:
        for name, content in sorted(_files(files("dateline").joinpath(room))):
            digest.update(f"\x1e{room}/{name}\x1f".encode())
            digest.update(content)
    return digest.hexdigest()


def _files(room: Traversable) -> Iterator[tuple[str, bytes]]:
    for one in room.iterdir():
        if one.name.endswith((".py", ".yaml")):
            yield one.name, one.read_bytes()


def _places() -> str:
    """The gazetteer's files by name, size and time of change; "none" where it is not built."""
    from dateline.gazetteer.paths import added_gazetteers, default_gazetteer

    path = default_gazetteer()
    told = [(one.name, one.stat()) for one in (path, *added_gazetteers(path)) if one.exists()]
    return "\x1e".join(f"{name}\x1f{stat.st_size}\x1f{stat.st_mtime_ns}" for name, stat in told) or "none"
