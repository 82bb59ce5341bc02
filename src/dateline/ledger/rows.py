"""Model values to rows and back, and the seal by which the audit chain holds a reading."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import Row

from dateline.ledger.types import LedgerDocument
from dateline.model import Claim, Document
from dateline.model.as_json import claim_from_json, claim_to_json
from dateline.model.judgement import CorrectedValue, Judgement

READ_FIELDS: Final = ("name", "publisher", "title", "published", "lang")
"""What a reading says of its document, beside what is part of the document's identity."""

_DOCUMENT_FIELDS: Final = ("id", "sha256", "url", "text_sha256", "came_from", "media_type", "retrieved_at")


def canonical(value: object) -> str:
    """JSON in one spelling: sorted keys, no blanks."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def content_of(claim: Claim) -> str:
    """A claim as it is stored."""
    return canonical(claim_to_json(claim))


def claim_of(content: str, document_id: str) -> Claim:
    """A stored claim."""
    return claim_from_json(json.loads(content), document_id)


def pack(data: bytes) -> tuple[str, bytes]:
    """How the original is stored ("zlib" or "none", whichever is shorter) and its stored bytes."""
    packed = zlib.compress(data)
    return ("zlib", packed) if len(packed) < len(data) else ("none", data)


def unpack(packing: str, content: bytes, size: int) -> bytes:
    """The original bytes. Raises zlib.error or ValueError when they were altered beyond reading."""
    if packing == "none":
        return content
    stream = zlib.decompressobj()
    data = stream.decompress(content, size + 1)  # altered bytes must not unfold without limit
    if len(data) != size:
        raise ValueError(f"{len(data)} bytes where {size} were stored")
    return data


def seal_of(document: Mapping[str, Any], reading: Mapping[str, Any], contents: Mapping[str, str]) -> dict[str, Any]:
    """By what the audit chain holds a reading: hashes of the document, of how it was described, of every claim it gave.

    `contents` maps claim_id to stored content.
    """
    return {
        "document": _sha256(canonical({name: document[name] for name in _DOCUMENT_FIELDS})),
        "reading": _sha256(canonical({name: reading[name] for name in (*READ_FIELDS, "extractor", "added_at")})),
        "claims": {claim_id: _sha256(content) for claim_id, content in contents.items()},
    }


def document_of(row: Row[Any], text: str = "") -> LedgerDocument:
    """A document from a row of `documents` joined with its newest reading."""
    document = Document(
        name=row.name,
        id=row.id,
        sha256=row.sha256,
        text=text,
        url=row.url,
        publisher=row.publisher,
        title=row.title,
        published=row.published,
        lang=row.lang,
    )
    return LedgerDocument(document, row.came_from, row.media_type, row.retrieved_at, row.extractor, row.superseded_by)


def judgement_of(row: Row[Any]) -> Judgement:
    """A judgement from a row of `judgements` joined with its audit entry; not yet marked as active or not."""
    return Judgement(
        id=row.seq,
        claim_id=row.claim_id,
        action=row.action,
        by=row.who,
        why=row.why,
        at=row.at,
        field=row.field,
        old=value_of(row.old),
        new=value_of(row.new),
        undoes=row.undoes,
    )


def value_of(stored: str | None) -> CorrectedValue:
    """A stored value of a correction; the two ends of a range or period come back as a pair."""
    value = None if stored is None else json.loads(stored)
    return tuple(value) if isinstance(value, list) else value


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
