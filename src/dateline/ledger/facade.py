"""The ledger as callers see it: each method opens what it needs and hands on to the module that does it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from dateline.errors import DatelineError, UsageError
from dateline.ledger import audit, judge, passed, purge, read, tombs, verify
from dateline.ledger.corrections import Given
from dateline.ledger.match import Matcher, matcher_for
from dateline.ledger.opinions import Opinions
from dateline.ledger.prepare import Prepared, prepare
from dateline.ledger.rows import READ_FIELDS
from dateline.ledger.stats import stats
from dateline.ledger.store import Store
from dateline.ledger.types import (
    Added,
    ClaimFilter,
    LedgerClaim,
    LedgerDocument,
    LedgerPassedOver,
    LedgerStats,
    Purged,
    Reconciliation,
    VerifyReport,
)
from dateline.ledger.write import add_group
from dateline.model import Claim, Document
from dateline.model.judgement import JUDGEMENT_ACTIONS, AuditEntry, Judgement, Tombstone
from dateline.model.situation import Decision, Situation

if TYPE_CHECKING:
    from dateline.model.reading import PassedOver, Reading

EVERYTHING = ClaimFilter()
_OWN_ENTRIES = frozenset({"add", "reread", "supersede", "purge", passed.ENTRY, *JUDGEMENT_ACTIONS})


class Ledger:
    """An open ledger; `dateline.open_ledger` makes one.

    Every method may raise LedgerCorrupt (the file is damaged); those that write raise LedgerReadOnly (it cannot be
    written, or the disk is full) and LedgerError (another process has been writing for a minute). What a writing
    method returned is on the disk. Iterators see the ledger as it was when they began.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Ledger {self.path}>"

    @property
    def path(self) -> Path:
        """The file."""
        return self._store.path

    @property
    def writable(self) -> bool:
        """False when the file, its folder or the disk lets it be read only."""
        return self._store.read_only is None

    def require_writable(self) -> None:
        """Raises LedgerReadOnly, with advice, unless the ledger can be written: ask before long work."""
        self._store.require_writable()

    def close(self) -> None:
        """Give the file back. Closing twice does no harm."""
        self._store.close()

    # Adding

    def add(
        self, reading: Reading, claims: Iterable[Claim], *, extractor: str | None = None, by: str | None = None
    ) -> Added:
        """Keep a reading and the claims it gave, in one transaction. Again with the same: adds nothing.

        A known document with other claims, another extractor or another title, date, publisher or language gets a
        new reading: the newest counts, judgements stay. `extractor` None: what the claims say (say it when there may
        be none). `by` is who stands in the audit log; None: the extractor.

        Raises Ungrounded (a claim's words do not stand in the text), UsageError (claims of another document),
        LedgerError (the hash does not fit, or the ledger keeps another text of these bytes: see `kept`).
        """
        (done,) = add_group(self._store, [prepare(reading, claims, extractor)], by)
        if isinstance(done, DatelineError):
            raise done
        return done

    def add_many(
        self,
        readings: Iterable[tuple[Reading, Iterable[Claim]]],
        *,
        extractor: str | None = None,
        by: str | None = None,
        group: int = 1,
        on_error: Callable[[Reading, DatelineError], None] | None = None,
    ) -> Iterator[Added]:
        """Add one after the other, telling of each once it is committed; lazy: nothing happens until it is iterated.

        `group` readings share a transaction, which is faster: each is still kept whole or not at all. One that cannot
        be added is handed to `on_error` and the others go on; without `on_error` it is raised once its group is kept.
        """
        pending = iter(readings)
        while chunk := list(islice(pending, max(group, 1))):
            ready = [(reading, _prepared(reading, claims, extractor)) for reading, claims in chunk]
            done = iter(add_group(self._store, [p for _, p in ready if isinstance(p, Prepared)], by))
            for reading, prepared in ready:
                outcome = prepared if isinstance(prepared, DatelineError) else next(done)
                if isinstance(outcome, Added):
                    yield outcome
                elif on_error is None:
                    raise outcome
                else:
                    on_error(reading, outcome)

    def add_prepared(self, group: Sequence[Prepared], *, by: str | None = None) -> list[Added | DatelineError]:
        """Add what `dateline.ledger.prepare` made ready, maybe in another process, in one transaction.

        Tells of each, in their order, what became of it; one that cannot be added leaves nothing behind.
        """
        return add_group(self._store, group, by)

    def pass_over(self, pages: Sequence[PassedOver], *, extractor: str, by: str | None = None) -> int:
        """Name pages that gave no claim and are not kept, in one transaction; gives how many were not named before.

        `extractor` is what found none in them; `by` is who stands in the audit log, None: the extractor.
        """
        return passed.pass_over(self._store, pages, extractor, by)

    def passed_over(self) -> Iterator[LedgerPassedOver]:
        """The pages that are named and not kept, in the order in which they were named."""
        with self._store.reading() as connection:
            yield from passed.all_passed_over(connection)

    def have_passed_over(self, ids: Collection[str]) -> set[str]:
        """Which of these pages (`PassedOver.id`) are named, kept later or not."""
        with self._store.reading() as connection:
            return passed.have_passed_over(connection, ids)

    def has_bytes(self, sha256: str) -> bool:
        """True when a document of these bytes is kept, under whatever address."""
        with self._store.reading() as connection:
            return read.has_bytes(connection, sha256)

    def has_document(self, document_id: str) -> bool:
        """True when the document is kept (a purged one is not)."""
        with self._store.reading() as connection:
            return read.newest_reading(connection, document_id) is not None

    def has_current(self, document: Document | str, extractor: str) -> bool:
        """True when the newest reading of the document is by this extractor, so that extracting again is needless.

        Given a Document (better than its id), also its title, date, publisher and language must be as they were:
        with another date of publication its claims read differently.
        """
        with self._store.reading() as connection:
            document_id = document if isinstance(document, str) else document.id
            row = read.newest_reading(connection, document_id)
        if row is None or row.extractor != extractor:
            return False
        return isinstance(document, str) or all(row._mapping[n] == getattr(document, n) for n in READ_FIELDS)

    def refusal(self, document: Document) -> str | None:
        """Why a document may not be added ("purged on … by …, because: …"), None when it may."""
        with self._store.reading() as connection:
            return tombs.refusal(connection, document.id, document.sha256)

    def kept(self, document: Document) -> Document:
        """The document with the text that the ledger keeps of it, which may be an older reader's; else as it is.

        Extract from this one, so that offsets fit the kept text.
        """
        with self._store.reading() as connection:
            if read.newest_reading(connection, document.id) is None:
                return document
            return replace(document, text=read.text_of(connection, document.id))

    # Reading

    def claims(self, asked: ClaimFilter = EVERYTHING, *, texts: bool = False) -> Iterator[LedgerClaim]:
        """The claims that the filter accepts, as they now stand: oldest publication first (undated last), then by
        document id and place in the text. With `texts`, each comes with its document's text.

        Raises UsageError for a filter that no claim can meet (an unknown term, a bad date).
        """
        return self._claims(matcher_for(asked), texts)

    def _claims(self, matcher: Matcher, texts: bool) -> Iterator[LedgerClaim]:
        with self._store.reading() as connection:
            yield from read.all_claims(connection, matcher, texts_too=texts)

    def claim(self, claim_id: str, *, text: bool = False) -> LedgerClaim:
        """One claim, whatever its state, by its id or an unambiguous beginning of it.

        Raises NotFound (and says so when it was purged), UsageError when several begin so.
        """
        with self._store.reading() as connection:
            return read.one_claim(connection, claim_id, text_too=text)

    def documents(self, *, texts: bool = False) -> Iterator[LedgerDocument]:
        """Every kept document, superseded ones too, in the order of `claims`."""
        with self._store.reading() as connection:
            yield from read.all_documents(connection, texts_too=texts)

    def claims_in(self, documents: Iterable[str], *, texts: bool = False) -> Iterator[LedgerClaim]:
        """Of a plain listing (`claims`) the claims of these documents, by document id and place in the text."""
        with self._store.reading() as connection:
            yield from read.claims_in(connection, documents, matcher_for(EVERYTHING), texts_too=texts)

    def documents_in(self, ids: Iterable[str], *, texts: bool = False) -> Iterator[LedgerDocument]:
        """Those of these documents that are kept, superseded ones too, by their ids."""
        with self._store.reading() as connection:
            yield from read.some_documents(connection, ids, texts_too=texts)

    def document(self, name: str, *, text: bool = False) -> LedgerDocument:
        """A document by its id, a beginning of it, or its exact name or url.

        Raises NotFound (and says so when it was purged), UsageError when several answer to it.
        """
        with self._store.reading() as connection:
            return read.one_document(connection, name, text_too=text)

    def text(self, document_id: str) -> str:
        """The canonical text of a document. Raises NotFound."""
        with self._store.reading() as connection:
            return read.text_of(connection, document_id)

    def original(self, sha256: str) -> bytes:
        """The original bytes with this hash. Raises NotFound, LedgerCorrupt when they can no longer be read."""
        with self._store.reading() as connection:
            return read.original_of(connection, sha256)

    def tombstones(self) -> tuple[Tombstone, ...]:
        """What stays of purged documents, in the order of purging, and of claims withdrawn at present."""
        withdrawn = ClaimFilter(status="withdrawn", include_superseded=True, include_retired=True)
        with self._store.reading() as connection:
            found = read.all_claims(connection, matcher_for(withdrawn))
            return (*tombs.purges(connection), *(claim.tombstone for claim in found if claim.tombstone))

    def stats(self) -> LedgerStats:
        """How much of what is kept."""
        with self._store.reading() as connection:
            return stats(connection)

    # What stands

    def situations(self, claim_ids: Collection[str] | None = None) -> Iterator[Situation]:
        """The situations that were stored last (`dateline.reconcile`), or of these those that hold any of some claims.

        In no order. They are opinions of the moment that `reconciled` tells: none before anybody reconciled, and those
        of which a claim was purged or withdrawn since are taken out.
        """
        return (one.situation for one in self.opinions.situations(claim_ids=claim_ids))

    def reconciled(self) -> Reconciliation | None:
        """The state of the ledger that the stored situations are of; None when nobody has stored any."""
        return self.opinions.state()

    @property
    def opinions(self) -> Opinions:
        """What was computed, for those who compute it."""
        return Opinions(self._store)

    # Deciding

    def judge(
        self, action: str, claim_id: str, *, by: str, why: str, field: str | None = None, value: Given = None
    ) -> Judgement:
        """Write down a person's decision: accept, reject, correct (with `field` and `value`) or withdraw.

        It is laid over whatever extractor reads the claim, now and later, until it is undone. `corrections.FIELDS`
        lists what can be corrected; a `value` of None, "" or "open" means that the text leaves it open. In `why`
        name no private person: it stays in the audit log until the document is purged.

        Raises NotFound, UsageError (unknown action or field, impossible value, nothing would change, nobody signs).
        """
        return judge.decide(self._store, action, claim_id, by=by, why=why, field=field, value=value)

    def correct(self, claim_id: str, changes: Mapping[str, Given], *, by: str, why: str) -> tuple[Judgement, ...]:
        """Correct several fields at once, each a decision of its own: all of them, or none when one is refused.

        `changes` gives values by field, checked in their order, each as the ones before leave the claim. Raises as
        `judge` does; UsageError also when nothing is to be corrected.
        """
        return judge.correct(self._store, claim_id, changes, by=by, why=why)

    def withdraw(self, claim_id: str, *, by: str, why: str, citation: str | None = None) -> Judgement:
        """Take a claim out of every output; a tombstone with the reason stays. It can be undone.

        `citation` is what may be said of it in public; None: publisher and date. Raises as `judge` does.
        """
        return judge.decide(self._store, "withdraw", claim_id, by=by, why=why, citation=citation)

    def group(self, action: str, claim_ids: Sequence[str], *, by: str, why: str) -> Judgement:
        """Write down what claims have to do with each other: merge (two or more are one situation), split (these are a
        situation of their own), recommend (each is the reviewer's choice for what it speaks of).

        It holds however often situations are computed anew, until it is undone (by its id, or by the first claim's).
        Raises NotFound, UsageError (unknown action, too few claims, one of them withdrawn, nobody signs).
        """
        return judge.group(self._store, action, claim_ids, by=by, why=why)

    def groupings(self) -> tuple[Decision, ...]:
        """The merges, splits and recommendations in force, in the order in which they were decided."""
        with self._store.reading() as connection:
            return read.groupings(connection)

    def undo(self, what: int | str, *, by: str, why: str) -> Judgement:
        """Take back a decision: a judgement by its id (int), or the last one in force about a claim (str).

        The decision stays on record. An undo, too, can be undone, by its id. Raises NotFound, UsageError.
        """
        return judge.undo(self._store, what, by=by, why=why)

    # Care

    def log(self, what: str, who: str, *, why: str | None = None, claim_id: str | None = None) -> int:
        """Write an entry of one's own into the audit log (such as: names were shown unmasked); gives its number.

        Raises NotFound (no such claim), UsageError when `what` is one of the ledger's own kinds of entry.
        """
        if not what or what in _OWN_ENTRIES:
            raise UsageError(f"{what!r} is for the ledger itself to log: name it otherwise")
        judge.signed(who, what)
        with self._store.writing() as connection:
            about = read.one_claim(connection, claim_id).claim if claim_id else None
            return audit.append(
                connection, at=self._store.now(), who=who, what=what, why=why,
                document_id=about.document_id if about else None, claim_id=about.claim_id if about else None,
            )  # fmt: skip

    def audit(self) -> Iterator[AuditEntry]:
        """The audit log, oldest first."""
        with self._store.reading() as connection:
            yield from audit.entries(connection)

    def verify(self) -> VerifyReport:
        """Look whether originals, texts, claims, judgements and the audit chain are as they were written."""
        with self._store.reading() as connection:
            return verify.verify(connection)

    def purge(self, document_id: str, *, by: str, why: str, citation: str | None = None) -> Purged:
        """Take a document out for good: text, original (unless others have the same bytes), claims, judgements, and
        their values in the audit log. A tombstone stays, the audit chain holds, and adding it again is refused.

        `citation` is what may be said of it in public; None: publisher and date. In `why` and `citation` name no
        private person: they stay. Raises NotFound, UsageError.
        """
        return purge.purge(self._store, document_id, by=by, why=why, citation=citation)

    def erase(self) -> bool:
        """Overwrite what was purged where a purge could not (`Purged.erased`). False while others hold the file."""
        return purge.erase(self._store)


def _prepared(reading: Reading, claims: Iterable[Claim], extractor: str | None) -> Prepared | DatelineError:
    try:
        return prepare(reading, claims, extractor)
    except DatelineError as error:
        return error
