"""What a shard is, and by what it is known again."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.read.pieces import Piece


@dataclass(frozen=True, slots=True)
class Settings:
    """What was said for all documents: as for `dateline.run.add_inputs`; `columns` as pairs."""

    published: str | None = None
    lang: str | None = None
    columns: tuple[tuple[str, str], ...] = ()
    keep_all: bool | None = None


@dataclass(frozen=True, slots=True)
class Shard:
    """A piece of the inputs and what it is read and extracted by.

    `key` is a hash of all that its result depends on: files by name, size and time of change, the bytes or lines
    of them, the settings, the extractor and the gazetteer. Another key is another shard.
    """

    key: str
    piece: Piece
    settings: Settings

    @property
    def bytes(self) -> int:
        """Bytes of the inputs that it holds."""
        return sum(stretch.bytes for stretch in self.piece)


def shard_of(piece: Piece, settings: Settings, rules: str) -> Shard:
    """The shard of a piece; `rules` says by what extractor and gazetteer."""
    told = json.dumps([[asdict(stretch) for stretch in piece], asdict(settings), rules], sort_keys=True)
    return Shard(hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:32], piece, settings)
