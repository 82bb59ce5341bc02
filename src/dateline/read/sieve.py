"""Asked of pages before they are read with care, and told of those that are passed over."""

from __future__ import annotations

from typing import Protocol

from dateline.model.reading import PassedOver


class Sieve(Protocol):
    """Judges pages that need not be kept: those of archives, which stay where they lie."""

    @property
    def files(self) -> bool:
        """True where files that hold one document are judged, too."""
        ...

    def known(self, sha256: str) -> bool:
        """True for bytes that are kept already: they are read with care and kept."""
        ...

    def passes(self, text: str) -> bool:
        """False where nothing in the text of a page, found fast, or in its title can carry a claim."""
        ...

    def over(self, page: PassedOver) -> None:
        """Told of each page that is not read any further."""
        ...


class Stopped(Exception):
    """A sieve stops the page that is being read. Never leaves `dateline.read`."""
