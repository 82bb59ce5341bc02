"""The tables, declared once. A change here needs a migration (`migrations.py`): a test compares the two.

Machine output (`claim_versions`) and human decisions (`judgements`) never share a table. Those of `OPINIONS` hold
opinions: what was computed from the rest, outside the audit log, replaced whenever it is computed anew. Times are UTC
in ISO 8601 with seconds. `content` is a claim as `dateline.model.as_json` writes it, with sorted keys.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table

VERSION: Final = 3
"""The schema's version, kept in SQLite's user_version."""

APPLICATION_ID: Final = 0x64746C6E
"""SQLite's application_id of a ledger: "dtln"."""

metadata: Final = MetaData()

originals: Final = Table(
    "originals",
    metadata,
    Column("sha256", String, primary_key=True),
    Column("packing", String, nullable=False),  # "zlib" or "none"
    Column("size", Integer, nullable=False),  # bytes before packing
    Column("content", LargeBinary, nullable=False),
)

documents: Final = Table(
    "documents",
    metadata,
    Column("id", String, primary_key=True),
    Column("sha256", String, ForeignKey("originals.sha256"), nullable=False, index=True),
    Column("url", String, index=True),
    Column("text_sha256", String, nullable=False),
    Column("came_from", String, nullable=False),
    Column("media_type", String, nullable=False),
    Column("retrieved_at", String, nullable=False),
    # The newer version of the same url. No foreign key: the newer one may be purged, the older stays superseded.
    Column("superseded_by", String),
)

texts: Final = Table(
    "texts",
    metadata,
    Column("document_id", String, ForeignKey("documents.id"), primary_key=True),
    Column("text", String, nullable=False),
)

# What one extractor made of a document as it was described at that time; the newest reading counts.
readings: Final = Table(
    "readings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document_id", String, ForeignKey("documents.id"), nullable=False, index=True),
    Column("extractor", String, nullable=False),
    Column("name", String, nullable=False),
    Column("publisher", String),
    Column("title", String),
    Column("published", String),
    Column("lang", String),
    Column("added_at", String, nullable=False),
    Column("audit_seq", Integer, ForeignKey("audit.seq"), nullable=False),
)

# Rows outlive a purge (they hold hashes only), so that a purged claim is named as such: no foreign key.
claims: Final = Table(
    "claims",
    metadata,
    Column("claim_id", String, primary_key=True),
    Column("document_id", String, nullable=False, index=True),
    Column("added_at", String, nullable=False),
)

claim_versions: Final = Table(
    "claim_versions",
    metadata,
    Column("claim_id", String, ForeignKey("claims.claim_id"), primary_key=True),
    Column("reading_id", Integer, ForeignKey("readings.id"), primary_key=True, index=True),
    Column("content", String, nullable=False),
)

# Who, when and why stand in the audit entry of the same number. `old` and `new` are JSON.
judgements: Final = Table(
    "judgements",
    metadata,
    Column("seq", Integer, ForeignKey("audit.seq"), primary_key=True),
    Column("claim_id", String, ForeignKey("claims.claim_id"), nullable=False, index=True),
    Column("action", String, nullable=False),
    Column("field", String),
    Column("old", String),
    Column("new", String),
    Column("undoes", Integer, ForeignKey("judgements.seq")),
)

# `old`, `new`, `why` may be taken out (purge); their salted hashes are what the chain covers.
audit: Final = Table(
    "audit",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("at", String, nullable=False),
    Column("who", String, nullable=False),
    Column("what", String, nullable=False),
    Column("document_id", String, index=True),
    Column("claim_id", String),
    Column("field", String),
    Column("private", Boolean, nullable=False),
    Column("salt", String),
    Column("old", String),
    Column("new", String),
    Column("why", String),
    Column("old_hash", String),
    Column("new_hash", String),
    Column("why_hash", String),
    Column("previous", String, nullable=False),
    Column("hash", String, nullable=False),
)

tombstones: Final = Table(
    "tombstones",
    metadata,
    Column("document_id", String, primary_key=True),
    Column("sha256", String, nullable=False),
    Column("citation", String, nullable=False),
    Column("audit_seq", Integer, ForeignKey("audit.seq"), nullable=False),
)

Index("tombstones_by_hash", tombstones.c.sha256)

# Pages that gave no claim and were not kept. The audit entry says when, by whom and what read them.
passed_over: Final = Table(
    "passed_over",
    metadata,
    Column("id", String, primary_key=True),  # that the document would have
    Column("sha256", String, nullable=False),
    Column("url", String, index=True),
    Column("came_from", String, nullable=False),
    Column("why", String, nullable=False),  # "gate" or "no claim"
    Column("audit_seq", Integer, ForeignKey("audit.seq"), nullable=False, index=True),
)

# What copies and places of a document are known by, so that its text need not be read again.
prints: Final = Table(
    "prints",
    metadata,
    Column("document_id", String, ForeignKey("documents.id"), primary_key=True),
    Column("inputs", String, nullable=False),  # hash over the rules and the publisher that it was made with
    Column("words", LargeBinary, nullable=False),
    Column("agency", String),
    Column("named", String),  # words that tell its event, parted by blanks; null where no claim asked for them
    Column("head", String),  # the document of which it was a copy when situations were last stored
    Column("voice", String),  # the agency that its words were from then
)

# One row: the state of the ledger that the stored situations are of.
reconciled: Final = Table(
    "reconciled",
    metadata,
    Column("audit_seq", Integer, primary_key=True),  # the newest audit entry then
    Column("at", String, nullable=False),
    Column("rules", String, nullable=False),  # hash over the rules and the gazetteer
)

# A block is what situations are computed from together: no claim outside it can change one inside.
situations: Final = Table(
    "situations",
    metadata,
    Column("situation_id", String, primary_key=True),
    Column("block", Integer, nullable=False, index=True),
    Column("inputs", String, nullable=False),  # hash over all that it was computed from
    Column("content", String, nullable=False),  # as `dateline.model.situation_json` writes it
)

# Each claim that was reconciled, with its situation. No foreign key: claims may be purged before situations are.
situation_claims: Final = Table(
    "situation_claims",
    metadata,
    Column("claim_id", String, primary_key=True),
    Column("situation_id", String, ForeignKey("situations.situation_id"), nullable=False, index=True),
)

# What the claims of a block have in common with claims to come (hashes of documents, countries and wordings).
block_keys: Final = Table(
    "block_keys",
    metadata,
    Column("key", Integer, primary_key=True, autoincrement=False),
    Column("block", Integer, nullable=False, index=True),
)

block_documents: Final = Table(
    "block_documents",
    metadata,
    Column("document_id", String, primary_key=True),
    Column("block", Integer, primary_key=True, index=True, autoincrement=False),
)

OPINIONS: Final = (block_documents, block_keys, situation_claims, situations, reconciled, prints)
"""The tables of what was computed, in the order in which they can be emptied."""

# A guard against accidents, not against an attacker: those are for the chain to show.
TRIGGERS: Final = (
    "CREATE TRIGGER audit_is_append_only BEFORE DELETE ON audit "
    "BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END",
    "CREATE TRIGGER audit_entries_stay BEFORE UPDATE OF seq, at, who, what, document_id, claim_id, field, "
    "private, old_hash, new_hash, why_hash, previous, hash ON audit "
    "BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END",
)
