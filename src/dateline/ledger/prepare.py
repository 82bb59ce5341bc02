"""What can be done for a reading before the ledger is locked: checks, hashes, packing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.errors import LedgerError, Ungrounded, UsageError
from dateline.ledger.grounding import misplaced
from dateline.ledger.rows import content_of, pack, unpack
from dateline.model import Claim, Document
from dateline.model.ids import sha256_of

if TYPE_CHECKING:
    from dateline.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Prepared:
    """A reading ready to be written. `contents` maps claim_id to the stored JSON."""

    document: Document
    came_from: str
    media_type: str
    packing: str
    packed: bytes
    size: int
    text_sha256: str
    extractor: str
    contents: dict[str, str]
    retrieved_at: str | None = None

    def original(self) -> bytes:
        """The original bytes, unpacked."""
        return unpack(self.packing, self.packed, self.size)


def prepare(reading: Reading, found: Iterable[Claim], extractor: str | None) -> Prepared:
    """Check a reading and its claims and make them ready.

    `extractor` None: what the claims say ("" when there are none). Raises Ungrounded when a claim's words do not
    stand in the text, UsageError when claims and document do not belong together, LedgerError when the original's
    bytes have another hash or the text holds what no text can.
    """
    document, claims = reading.document, tuple(found)
    if sha256_of(reading.original) != document.sha256:
        raise LedgerError("the original bytes do not have the document's hash", document=document.name)
    _check(document, claims)
    packing, packed = pack(reading.original)
    return Prepared(
        document=document,
        came_from=reading.came_from,
        media_type=reading.media_type,
        packing=packing,
        packed=packed,
        size=len(reading.original),
        text_sha256=_hash_of_text(document),
        extractor=extractor if extractor is not None else " + ".join(sorted({c.extractor for c in claims})),
        contents={claim.claim_id: content_of(claim) for claim in claims},
        retrieved_at=reading.retrieved_at,
    )


def _check(document: Document, claims: Sequence[Claim]) -> None:
    seen: set[str] = set()
    for claim in claims:
        if claim.document_id != document.id:
            raise UsageError(f"claim {claim.claim_id} is of document {claim.document_id}", document=document.name)
        if claim.claim_id in seen:
            raise UsageError(f"claim {claim.claim_id} is there twice", document=document.name)
        seen.add(claim.claim_id)
        for fault in misplaced(claim, document.text):
            raise Ungrounded(fault.message, document=document.name, span=fault.span)


def _hash_of_text(document: Document) -> str:
    try:
        for said in (document.name, document.url, document.publisher, document.title, document.published):
            (said or "").encode()
        return sha256_of(document.text.encode())
    except UnicodeEncodeError as error:
        raise LedgerError(
            "its text, name or title holds half a character (a lone surrogate): read it again", document=document.id
        ) from error
