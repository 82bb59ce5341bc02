"""What reading an input gives: a document with its original, or a problem. Standard library only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.model.claim import Document
from dateline.model.ids import document_id


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with the bytes that it was read from.

    `original` are the bytes as they came: their SHA-256 is `document.sha256`. For a JSON line they are its text or
    html as UTF-8 (a lone surrogate, which UTF-8 cannot hold, replaced by U+FFFD); likewise for an item of a feed, a
    row of a table and a message. For a record of an archive they are the page as the server sent it.
    `came_from` is where they lay: a path as it was given, "FILE line N" for a JSON line, "FILE record at byte N" and
    the like for what holds many documents, "-" for standard input.
    `media_type` is that of the original ("text/plain", "text/html", "application/pdf"). `ignored_keys` are the keys of
    a JSON line and the columns of a table that dateline does not use, in the order in which they stand; the caller
    tells the user once. `published_from` says in words what stated the day of publication, None where none is known.
    `retrieved_at` is when a server answered with it (UTC, ISO 8601 with seconds), None where nothing was fetched.
    `sifted` is True for what need not be kept where it gives no claim: a `PassedOver` stands for it then.
    """

    document: Document
    original: bytes
    came_from: str
    media_type: str
    ignored_keys: tuple[str, ...] = ()
    published_from: str | None = None
    retrieved_at: str | None = None
    sifted: bool = False


Why = Literal["gate", "no claim"]
"""Why a page was passed over: nothing in its words can carry a claim ("gate"), or it was read and none was found."""


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A page that is named and not kept: it gives no claim, and lies where it came from for whoever wants it.

    `url` is the address it was stored under, None for a file; `sha256` that of its bytes; `came_from` says where they
    lie, as for `Reading`.
    """

    url: str | None
    sha256: str
    came_from: str
    why: Why

    @property
    def id(self) -> str:
        """The id that the document would have, were it kept (a file's publisher not counted)."""
        return document_id(self.sha256, self.url, None)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Of a page, what its text does not hold for one reason: `why`, in how many `pieces`, how many `characters`."""

    why: str
    pieces: int
    characters: int


@dataclass(frozen=True, slots=True)
class Problem:
    """An input that could not be read; the others go on.

    `input` names it ("FILE line N" for a JSON line), `error` is the name of the error's class in
    `dateline.errors`, `message` says what is wrong, `advice` what to do (None: nothing beyond the message).
    """

    input: str
    error: str
    message: str
    advice: str | None = None

    def __str__(self) -> str:
        told = f"{self.input}: {self.message}"
        return f"{told}. {self.advice}" if self.advice else told
