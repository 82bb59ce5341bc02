"""What the ledger takes and gives, as plain values. Importing this costs nothing: no database here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.model import Claim, Document
from dateline.model.judgement import ClaimStatus, Judgement, Tombstone
from dateline.model.reading import PassedOver
from dateline.model.situation import Situation


@dataclass(frozen=True, slots=True)
class Added:
    """What adding one reading did; it is told only after the commit.

    `version_of` is the id of the document that this one supersedes (same url, other bytes), None when it is
    the first. `refused` says why nothing was written (the document was purged), else None. `claims_updated`
    counts claims that were known and now read differently, `claims_retired` those that this reading no longer
    gives; they stay in the ledger.
    """

    document_id: str
    document_new: bool = False
    claims_new: int = 0
    claims_updated: int = 0
    claims_retired: int = 0
    version_of: str | None = None
    refused: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims to list; None asks for nothing. All that is asked must hold of the claim as it now stands.

    `place` matches whole words of a place's name as written or resolved, of its first-level unit, or a country
    by any of its names; `country` is ISO 3166 alpha-3; `source` matches whole words of a credited party's name.
    Names are compared folded (`dateline.vocab.fold`). `period_from` and `period_to` are ISO dates at any precision,
    both inclusive: a claim without a period, or without a year, matches neither (see `match.overlaps`).
    `since_added` is an ISO date or date-time (UTC unless it says otherwise): the claim was first added then or later.
    `status` lists exactly one status and then needs no include flag.

    Left out unless asked for: rejected claims, withdrawn ones, those of superseded documents, and retired ones
    (the newest extractor no longer gives them and nobody judged them, or a judged claim stands in their place).
    """

    term: str | None = None
    place: str | None = None
    country: str | None = None
    period_from: str | None = None
    period_to: str | None = None
    source: str | None = None
    kind: str | None = None
    modality: str | None = None
    min_score: float | None = None
    since_added: str | None = None
    status: ClaimStatus | None = None
    document_id: str | None = None
    include_rejected: bool = False
    include_withdrawn: bool = False
    include_superseded: bool = False
    include_retired: bool = False


@dataclass(frozen=True, slots=True)
class LedgerDocument:
    """A kept document. `document.text` is "" unless the text was asked for (`Ledger.text` gives it).

    `retrieved_at` is when it was fetched, else when it was first added, `extractor` what read it last ("" when that
    was not said), `superseded_by` the id of the newer version of the same url, None for the newest.
    """

    document: Document
    came_from: str
    media_type: str
    retrieved_at: str
    extractor: str
    superseded_by: str | None


@dataclass(frozen=True, slots=True)
class LedgerPassedOver:
    """A page that was named and not kept, when (UTC), and what read it."""

    page: PassedOver
    at: str
    extractor: str


@dataclass(frozen=True, slots=True)
class LedgerClaim:
    """A claim as it now stands, beside what the machine read and what people said of it.

    `claim` is the newest machine version with the active corrections applied, `machine` that version as read.
    `document.text` is "" unless the texts were asked for. `added_at` is when the claim was first added.
    `judgements` are all decisions, oldest first, undone ones too; `corrections` the active ones that changed a value.
    `produced` is False when the newest reading of the document no longer gives the claim. `stands_for_it` is the
    id of the judged claim whose figure this one reads anew at a shifted span, else None. `tombstone` is set for
    a withdrawn claim.
    """

    claim: Claim
    machine: Claim
    document: Document
    status: ClaimStatus
    added_at: str
    judgements: tuple[Judgement, ...] = ()
    superseded_by: str | None = None
    produced: bool = True
    stands_for_it: str | None = None
    tombstone: Tombstone | None = None

    @property
    def corrections(self) -> tuple[Judgement, ...]:
        """The corrections in force, oldest first."""
        return tuple(j for j in self.judgements if j.active and j.action == "correct")

    @property
    def judged(self) -> bool:
        """True while any decision about the claim is in force."""
        return self.status != "unreviewed"

    @property
    def retired(self) -> bool:
        """True when the newest reading dropped it and nobody judged it, or a judged claim stands in its place."""
        return self.stands_for_it is not None or not (self.produced or self.judged)


@dataclass(frozen=True, slots=True)
class Print:
    """What copies and places of a document are known by. `inputs` is a hash over the rules that it was made with.

    `words` and `agency` are those of its `Fingerprint`; `named` words by which its event is known, None where nobody
    asked for them. `head` is the document that it copied, `voice` the agency that its words were from, when situations
    were last stored; None: none.
    """

    document_id: str
    inputs: str
    words: bytes
    agency: str | None = None
    named: frozenset[str] | None = None
    head: str | None = None
    voice: str | None = None


@dataclass(frozen=True, slots=True)
class Stored:
    """A situation as it is kept: the block that it was computed in, and a hash over all that it was computed from."""

    situation: Situation
    block: int
    inputs: str


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """The state of the ledger that its stored situations are of: its newest audit entry then, when (UTC), by which
    rules (a hash). `current` is False when anything was written since.
    """

    audit_seq: int
    at: str
    rules: str
    current: bool


@dataclass(frozen=True, slots=True)
class Opinion:
    """What brings the stored situations to the state `audit_seq`. `base` is the state that it was computed on.

    With `gone` None everything stored is replaced; else the situations of these blocks, with their keys and documents.
    """

    base: int | None
    audit_seq: int
    rules: str
    gone: frozenset[int] | None
    situations: tuple[Stored, ...]
    keys: Mapping[int, int]
    documents: frozenset[tuple[str, int]]
    prints: tuple[Print, ...]


@dataclass(frozen=True, slots=True)
class Purged:
    """What a purge did.

    `original_removed` is False when another document has the same bytes (`shared_with`); `other_versions` are
    kept versions of the same url, which may hold the same words. `erased` is False when another process held the
    file open, so that old bytes may still lie in it: `Ledger.erase` finishes the work.
    """

    tombstone: Tombstone
    claims: int
    original_removed: bool
    shared_with: tuple[str, ...]
    other_versions: tuple[str, ...]
    erased: bool


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that does not hold. `where` names what it is about: "audit entry 5", "document …", "claim …"."""

    where: str
    message: str
    document_id: str | None = None
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """What `verify` looked at and what it found. `first_altered` is the first audit entry that does not hold.

    `head` is the hash of the newest audit entry (None: no entry). Whoever notes it elsewhere can later prove that
    nothing before it was changed: a chain alone cannot show that its newest entries were cut off.
    """

    originals: int
    documents: int
    claims: int
    judgements: int
    entries: int
    head: str | None
    first_altered: int | None
    faults: tuple[Fault, ...]

    @property
    def ok(self) -> bool:
        """True when nothing was found."""
        return not self.faults


@dataclass(frozen=True, slots=True)
class LedgerStats:
    """Counts. `claims` are those that a plain listing gives; times are None in an empty ledger. `languages` are those
    that the documents (newest versions) are known to be in, with how many of each.
    """

    documents: int
    superseded_documents: int
    claims: int
    claims_kept: int
    judgements: int
    tombstones: int
    passed_over: int
    extractors: tuple[str, ...]
    first_added: str | None
    last_added: str | None
    languages: tuple[tuple[str, int], ...] = ()
