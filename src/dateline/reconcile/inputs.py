"""A hash over all that a situation is computed from: where it is the same, so is the situation."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from dateline.reconcile.excluded import Excluded
from dateline.reconcile.item import Item

if TYPE_CHECKING:
    from dateline.reconcile.pipeline import Group


def inputs_of(group: Group, copies: Mapping[str, str], chosen: frozenset[str], rules: str) -> str:
    """The hash for a group before it is settled. `rules` stands for how it is settled and for what the gazetteer says.

    The telling words of a page are left out: they have done their work once the group is made.
    """
    digest = hashlib.sha256(rules.encode())
    for told in _told(group, copies, chosen):
        digest.update(told.encode("utf-8", "surrogatepass"))
        digest.update(b"\x1e")
    return digest.hexdigest()


def _told(group: Group, copies: Mapping[str, str], chosen: frozenset[str]) -> Iterator[str]:
    yield group.kind
    members: tuple[Item | Excluded, ...] = (*group.items, *group.hits, *group.excluded)
    for one in members:
        reported = one.reported
        whole = reported.claim.part_of
        yield repr((reported.claim, reported.published, reported.publisher, reported.title, one.id in chosen, one.head))
        yield repr((one.origin, copies.get(whole) if whole else None) if isinstance(one, Item) else _left_out(one))
    for link in group.links:
        yield repr(link)


def _left_out(one: Excluded) -> tuple[str, str | None]:
    return one.reason, one.first
