"""Identity derived from content: the same bytes from the same place always get the same id."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

ID_LENGTH = 32
"""Hex digits kept of a SHA-256: 128 bits, beyond any chance collision."""


def sha256_of(data: bytes) -> str:
    """SHA-256 of the original bytes, in hex."""
    return hashlib.sha256(data).hexdigest()


def document_id(sha256: str, url: str | None, publisher: str | None) -> str:
    """Hash of the content's hash and where it came from (url, else publisher, else nothing)."""
    return _hash(sha256, url or publisher or "")


def claim_id(kind: str, document: str, start: int, end: int) -> str:
    """Hash of kind, document and the span that carries the claim; extractor and values are no part of it."""
    return _hash(kind, document, str(start), str(end))


def syndication_id(members: Iterable[str]) -> str:
    """Hash of the least of the members' document ids: it stays when later copies join, unless one of them is less."""
    return _hash("syndication", min(members))


def _hash(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:ID_LENGTH]
