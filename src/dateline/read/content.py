"""What a reader of one form of document finds in its bytes, before it becomes a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Protocol

from dateline.model.part import Part
from dateline.read.given import NOTHING, Given

TEXT: Final = "text/plain"
HTML: Final = "text/html"
MAIL: Final = "message/rfc822"
PDF: Final = "application/pdf"
DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class Content:
    """The body of a document, the title not in it.

    `said` is what the document says of itself; `parts` are spans of `body`. `media_type` is that of the original.
    """

    body: str
    media_type: str = TEXT
    said: Given = NOTHING
    parts: tuple[Part, ...] = ()


class Form(Protocol):
    """Reads the bytes of one document of one form (PDF, DOCX)."""

    def knows(self, data: bytes) -> bool:
        """True for bytes of this form."""
        ...

    def content(self, data: bytes, *, name: str) -> Content:
        """What is in them. Raises InputError; MissingExtra where a package for it is not installed."""
        ...
