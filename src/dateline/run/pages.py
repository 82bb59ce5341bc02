"""What documents tell beside their claims: copies of which, in whose words, and by which words their event is known.

All of it comes from the texts, and is kept in the ledger, so that no text is read twice.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.garbage import collected_later
from dateline.ledger import Print
from dateline.model import Document
from dateline.model.syndication import Fingerprint
from dateline.run.hands import Hands, in_tasks

if TYPE_CHECKING:
    from dateline.ledger import Ledger
    from dateline.syndicate import Clustered


@dataclass(frozen=True, slots=True)
class Pages:
    """By document: the agency that its words come from, the document that it is a copy of, what is kept of it.

    `moved` are documents of which head or agency differ from what was stored; `fresh` what the ledger does not hold so.
    """

    origins: Mapping[str, str]
    heads: Mapping[str, str]
    prints: Mapping[str, Print]
    moved: frozenset[str]
    fresh: tuple[Print, ...]

    def of(self, documents: Collection[str]) -> Pages:
        """Without what concerns other documents, and without what is to be stored."""
        return Pages(
            {one: self.origins[one] for one in documents if one in self.origins},
            {one: self.heads[one] for one in documents if one in self.heads},
            {one: self.prints[one] for one in documents},
            frozenset(),
            (),
        )

    def words(self, document_id: str) -> frozenset[str]:
        """Words by which the document's event is known (`dateline.reconcile.words_told`)."""
        return self.prints[document_id].named or frozenset()


def pages_of(ledger: Ledger, rules: str, hands: Hands) -> Pages:
    """The newest versions of all documents, with the telling words of those alone that ever gave a claim.

    Copies are sought among all of them at every call, in one order: what is found depends on nothing found before.
    """
    from dateline.syndicate import cluster

    documents = {one.document.id: one.document for one in ledger.documents() if one.superseded_by is None}
    kept, told = ledger.opinions.prints(), ledger.opinions.with_claims()
    known = {one: kept[one] for one in documents if one in kept and kept[one].inputs == _inputs(documents[one], rules)}
    missing = [one for one in documents if one not in known or (one in told and known[one].named is None)]
    for made in _made(missing, told, rules, hands):
        known[made.document_id] = made
    clustered = cluster(_fingerprint(documents[one], known[one]) for one in documents)
    origins, heads = _places(clustered)
    now = {one: replace(print_, head=heads.get(one), voice=origins.get(one)) for one, print_ in known.items()}
    moved = frozenset(one for one in now if (now[one].head, now[one].voice) != _place_of(kept.get(one)))
    return Pages(origins, heads, now, moved, tuple(one for one in now.values() if kept.get(one.document_id) != one))


def loose_pages(documents: Collection[Document]) -> Pages:
    """The same of documents that are in no ledger."""
    from dateline.syndicate import cluster

    known = {one.id: _print(one, "", True) for one in documents}
    clustered = cluster(_fingerprint(one, known[one.id]) for one in documents)
    return Pages(*_places(clustered), known, frozenset(), ())


def _places(clustered: Clustered) -> tuple[dict[str, str], dict[str, str]]:
    """By document the agency that its words are from, and the document that it copies."""
    origins = {
        name: origin.name for name, origin in clustered.origins.items() if origin.kind == "agency" and origin.name
    }
    return origins, {member: one.head for one in clustered.clusters for member in one.members if member != one.head}


def _made(missing: Sequence[str], told: Collection[str], rules: str, hands: Hands) -> Iterator[Print]:
    for made in hands.each(_prints, [(some, frozenset(some).intersection(told), rules) for some in in_tasks(missing)]):
        yield from made


def _prints(ledger: Ledger, asked: tuple[Sequence[str], Collection[str], str]) -> list[Print]:
    missing, told, rules = asked
    with collected_later():
        found = (one.document for one in ledger.documents_in(missing, texts=True))
        return [_print(one, _inputs(one, rules), one.id in told) for one in found]


def _print(document: Document, inputs: str, told: bool) -> Print:
    from dateline.reconcile import words_told
    from dateline.syndicate import fingerprint

    made = fingerprint(document)
    return Print(document.id, inputs, made.words, made.agency, words_told(document.text) if told else None)


def _inputs(document: Document, rules: str) -> str:
    """The publisher may be the agency; everything else that a print is made of never changes."""
    return hashlib.sha256(f"{rules}\x1f{document.publisher}".encode("utf-8", "surrogatepass")).hexdigest()


def _place_of(kept: Print | None) -> tuple[str | None, str | None]:
    return (kept.head, kept.voice) if kept else (None, None)


def _fingerprint(document: Document, kept: Print) -> Fingerprint:
    return Fingerprint(document.id, kept.words, (), document.published, document.publisher, document.url, kept.agency)
