"""What a user has added to the gazetteer: listed, and taken away again."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import GazetteerCorrupt, UsageError
from dateline.gazetteer.memory import forget
from dateline.gazetteer.paths import added_folder, added_gazetteers, default_gazetteer, manifest_of


@dataclass(frozen=True, slots=True)
class Table:
    """A table that was added: its name, the file's name and SHA-256 as it was then, its format, how many entries it
    gave, how many of them take the place of known ones, and the file that holds them."""

    name: str
    source: str
    sha256: str
    kind: str
    entries: int
    replaced: int
    path: Path


def tables(*, gazetteer: Path | None = None) -> list[Table]:
    """The tables that were added, the one that wins last. Raises GazetteerCorrupt for a damaged manifest."""
    return [_table(path) for path in added_gazetteers(gazetteer or default_gazetteer())]


def remove(name: str, *, gazetteer: Path | None = None) -> bool:
    """Takes away what was added from a file of this name (without its ending). False when there was nothing.

    Raises UsageError for a name that no table can have.
    """
    if not name or Path(name).name != name:
        raise UsageError(f"{name!r} is no name of a table: `dateline gazetteer list` shows them")
    out = added_folder(gazetteer or default_gazetteer()) / f"{name}.dlgaz"
    there = out.exists()
    out.unlink(missing_ok=True)
    manifest_of(out).unlink(missing_ok=True)
    forget()
    return there


def _table(path: Path) -> Table:
    try:
        told = json.loads(manifest_of(path).read_text(encoding="utf-8"))
        counts = int(told["entries"]), int(told["replaced"])
        return Table(path.stem, told["source"], told["source_sha256"], told["format"], *counts, path)
    except (OSError, ValueError, KeyError, TypeError) as error:
        advice = f"remove it (dateline gazetteer remove {path.stem}) and add the table again"
        raise GazetteerCorrupt(f"the manifest of {path} is missing or damaged ({error}): {advice}") from None
