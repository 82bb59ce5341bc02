"""The one door: what extraction gave and what the ledger keeps, as rows that may leave the house."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any, Final

from dateline.model import Claim, Excerpt, Extraction
from dateline.model.as_json import claim_to_json, document_to_json, mention_to_json
from dateline.release.forces import too_recent
from dateline.release.mask import Mask, mask_for, mask_of
from dateline.release.rows import claim_row, document_row, mention_row, refusal_row, tells_an_age
from dateline.release.sensitivity import Marks, Sensitivity, may_leave

if TYPE_CHECKING:
    from dateline.ledger import LedgerClaim
    from dateline.model.judgement import Judgement, Tombstone

Json = dict[str, Any]

RECENT: Final = "tells of forces, and its page is younger than seven days"
"""Why a claim stays in that `recent` would let out."""


def release_extraction(extraction: Extraction, *, unmasked: bool = False, recent: bool = False) -> Json:
    """What `dateline extract` prints for one document: id, document, claims, and mentions and refusals where there
    are any. `unmasked` gives it as it was read, for whoever has written that into an audit log.

    Claims of forces on a page younger than seven days are left out and counted as `withheld`, unless `recent`.
    """
    if unmasked:
        return _as_read(extraction)
    document = extraction.document
    claims = [claim for claim in extraction.claims if recent or not too_recent(claim, document)]
    mask = mask_of(document, extraction.claims)
    of_page = mask_for(None, mask, document, extraction.claims)
    own = ((claim, mask_for(claim, mask, document, extraction.claims)) for claim in claims)
    row: Json = {
        "id": mask.name(document.name),
        "document": document_row(document, of_page),
        "claims": [claim_row(claim, seen) for claim, seen in own if not tells_an_age(claim, seen)],
    }
    if len(claims) < len(extraction.claims):
        row["withheld"] = len(extraction.claims) - len(claims)
    if extraction.mentions:
        row["mentions"] = [mention_row(mention, of_page) for mention in extraction.mentions]
    if extraction.refusals:
        row["refusals"] = [refusal_row(refusal, of_page) for refusal in extraction.refusals]
    return row


def release_claims(
    claims: Iterable[LedgerClaim],
    *,
    unmasked: bool = False,
    sensitivity: Sensitivity = "public",
    marks: Marks | None = None,
    cut: bool = True,
    recent: bool = False,
    withheld: dict[str, int] | None = None,
) -> Iterator[Json]:
    """A row a claim: the claim of the contract with `document`, `status`, `added_at`, and `coarsened` where it was.

    Of a withdrawn claim only ids and the tombstone leave. Claims that `marks` puts above `sensitivity` do not leave.
    With `cut` (False: whole sentences) an excerpt is a window of at most 300 characters, marked `"cut": true`.
    Masking sees more where the claims come with their texts (`Ledger.claims(texts=True)`). `unmasked` gives claims as
    they are kept, for whoever has written that into the audit log. `recent` lets out claims of forces on pages younger
    than seven days, for whoever has written that there, too; else `withheld` receives how many stayed in, by reason.
    """
    for found in claims:
        if marks is not None and not may_leave(marks.level(found.claim), sensitivity):
            continue
        if not recent and _too_recent(found):
            if withheld is not None:
                withheld[RECENT] = withheld.get(RECENT, 0) + 1
            continue
        mask = mask_of(found.document, [found.claim])
        if unmasked or found.status == "withdrawn" or not tells_an_age(found.claim, mask):
            yield _row(found, mask, unmasked=unmasked, cut=cut)


def release_claim(
    found: LedgerClaim, *, unmasked: bool = False, cut: bool = False, decisions: bool = False, recent: bool = False
) -> Json:
    """One claim of the ledger; with `decisions` also what people decided about it, oldest first.

    A withdrawn claim, and one whose figure is but a person's age, give a row of the same keys that says nothing; so
    does, unless `recent`, a claim of forces on a page younger than seven days, with the reason as `withheld`.
    """
    mask = mask_of(found.document, [found.claim])
    if not recent and _too_recent(found):
        return {**_bare(found, mask), "withheld": RECENT}
    row = _row(found, mask, unmasked=unmasked, cut=cut)
    if decisions:
        told = str if unmasked else mask.prose
        row["judgements"] = [_decision(judgement, told) for judgement in found.judgements]
        if found.status == "withdrawn":
            row["judgements"] = [decision | {"old": None, "new": None} for decision in row["judgements"]]
    return row


def _too_recent(found: LedgerClaim) -> bool:
    return found.status != "withdrawn" and too_recent(found.claim, found.document)


def _row(found: LedgerClaim, mask: Mask, *, unmasked: bool, cut: bool) -> Json:
    if found.status == "withdrawn" or (not unmasked and tells_an_age(found.claim, mask)):
        return _bare(found, mask)
    if unmasked:
        row = {**claim_to_json(found.claim), "document": document_to_json(found.document), "masked": []}
    else:
        own = mask_for(found.claim, mask, found.document, [found.claim])
        row = claim_row(found.claim, own, cut=cut)
        row["document"] = document_row(found.document, mask_for(None, mask, found.document, [found.claim]))
    return row | {"status": found.status, "added_at": found.added_at}


def _bare(found: LedgerClaim, mask: Mask) -> Json:
    """A claim that does not leave: a row of the same keys in which only ids, status and tombstone say something."""
    start = found.claim.excerpt.start
    bare = Claim(found.claim.claim_id, found.claim.document_id, Excerpt("", start, start), None, None, None)
    bare = replace(bare, kind=found.claim.kind, score=found.claim.score, extractor=found.claim.extractor)
    return {
        **claim_to_json(bare),
        "document": _unnamed(document_to_json(found.document)),
        "status": found.status,
        "added_at": found.added_at,
        "tombstone": _tombstone(found.tombstone, mask) if found.tombstone else None,
    }


def _unnamed(document: Json) -> Json:
    """Of a document only what it is known by in the ledger: its title or link may tell what was taken out."""
    return {key: value if key in ("id", "sha256") else None for key, value in document.items()}


def _tombstone(tombstone: Tombstone, mask: Mask) -> Json:
    """Hash, citation, reason: what may be said of something that was taken out, read for names like other words."""
    return {**asdict(tombstone), "citation": mask.prose(tombstone.citation), "reason": mask.prose(tombstone.reason)}


def _decision(judgement: Judgement, told: Callable[[str], str]) -> Json:
    """A person's decision: its reason and the corrected words are read for names like any other words."""
    row = asdict(judgement)
    row["why"] = told(judgement.why)
    for value in ("old", "new"):
        row[value] = told(row[value]) if isinstance(row[value], str) else row[value]
    return row


def _as_read(extraction: Extraction) -> Json:
    row: Json = {
        "id": extraction.document.name,
        "document": document_to_json(extraction.document),
        "claims": [{**claim_to_json(claim), "masked": []} for claim in extraction.claims],
    }
    if extraction.mentions:
        row["mentions"] = [mention_to_json(mention) for mention in extraction.mentions]
    if extraction.refusals:
        row["refusals"] = [asdict(refusal) for refusal in extraction.refusals]
    return row
