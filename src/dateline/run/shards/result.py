"""The file that a shard's work leaves: what was read and found, in the order of the inputs, ready for the ledger.

Each entry is a line of JSON, behind that of a document its packed original bytes. The last line is the tally: a file
without it is no result.
"""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TypeAlias

from dateline.errors import LedgerReadOnly
from dateline.model import Document
from dateline.model.part import Part
from dateline.model.reading import PassedOver, Problem
from dateline.run.progress import Tally

if TYPE_CHECKING:
    from dateline.ledger.prepare import Prepared


@dataclass(frozen=True, slots=True)
class Known:
    """A document that the ledger has as it is."""

    document_id: str


Entry: TypeAlias = "Prepared | Known | PassedOver | Problem | Tally"
"""What a result tells of, in the order of the inputs; pages that were passed over come behind those around them."""


def write_result(path: Path, entries: Iterator[Entry]) -> None:
    """Write a result, the tally last, under another name and rename it once it is on the disk.

    Raises LedgerReadOnly when there is no room for it, or the folder cannot be written.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with part.open("wb") as stream:
            for entry in entries:
                _write(stream, entry)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EROFS, errno.EFBIG):
            raise
        raise LedgerReadOnly(
            f"the folder {path.parent} cannot take what was found ({os.strerror(error.errno or 0).lower()}): make room "
            "and run the same again, it goes on where it stopped"
        ) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def read_result(path: Path) -> Iterator[Entry]:
    """The entries of a result, the tally last."""
    with path.open("rb") as stream:
        while line := stream.readline():
            yield _entry(json.loads(line), stream)


def _write(stream: IO[bytes], entry: Entry) -> None:
    row: dict[str, Any] = {"is": type(entry).__name__, **asdict(entry)}
    packed: bytes = row.pop("packed", b"")
    if packed:
        row["packed"] = len(packed)
    stream.write(json.dumps(row).encode() + b"\n")
    stream.write(packed)


def _entry(row: dict[str, Any], stream: IO[bytes]) -> Entry:
    kind = row.pop("is")
    if kind == "Known":
        return Known(**row)
    if kind == "PassedOver":
        return PassedOver(**row)
    if kind == "Problem":
        return Problem(**row)
    if kind == "Tally":
        return Tally(**{**row, "ignored_keys": tuple(row["ignored_keys"])})
    from dateline.ledger.prepare import Prepared

    told = row.pop("document")
    parts = tuple(Part(**part) for part in told.pop("parts"))
    return Prepared(**{**row, "document": Document(**told, parts=parts), "packed": stream.read(row.get("packed", 0))})
