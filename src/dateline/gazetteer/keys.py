"""Numbers that the builder and the reader of the gazetteer's file agree on."""

from __future__ import annotations

from hashlib import blake2b
from typing import Final

SCALE: Final = 100_000
"""Coordinates are kept as whole hundred-thousandths of a degree (about a metre)."""
NO_COORDINATE: Final = -(2**31)
NO_ROW: Final = 2**32 - 1
RADIUS_SCALE: Final = 10
"""Radii are kept in tenths of a kilometre; 0 stands for none."""
ALTERNATE: Final = 1
"""Lowest bit of a posting: the entry is listed under this name beside its own. The rest is its row."""
DERIVED: Final = 1
"""Bit of an entry's flags: its centre was computed from the places in it."""
CAPITAL: Final = 2
"""Bit of an entry's flags: the seat of a government, or the city that news uses for it."""
STUB: Final = 4
"""Bit of an entry's flags: it is at home in another file, and stands here to be pointed to."""


def hashed(key: str) -> int:
    """64 bits of a folded name. Two names of a gazetteer never share them (the builder sees to it)."""
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "little")
