"""Claims that bound nothing (forecasts, plans, copies …): kept with the situation that they speak of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.model.situation import Reported
from dateline.reconcile.families import FAMILY
from dateline.reconcile.item import Item


@dataclass(frozen=True, slots=True)
class Excluded:
    """A claim that takes no part, and why. `head` is the document that its own copies, `first` the claim that it
    copies; None where it is no copy.
    """

    reported: Reported
    reason: str
    head: str | None = None
    first: str | None = None

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.reported.claim.claim_id

    @property
    def family(self) -> str:
        """Its term family."""
        return FAMILY[self.reported.claim.term or "other"]


def attach(groups: Iterable[list[Item]], excluded: Sequence[Excluded]) -> list[tuple[list[Item], list[Excluded]]]:
    """Each group with the claims left out that belong to it: the copies of its claims, then by document and family,
    then by family, cause and country where one group has these. The others of one document are together.
    """
    listed = [sorted(group, key=lambda item: item.id) for group in groups]
    listed.sort(key=lambda group: group[0].id)
    by_claim = {item.id: number for number, group in enumerate(listed) for item in group}
    by_document: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    by_key: defaultdict[tuple[object, ...], set[int]] = defaultdict(set)
    for number, group in enumerate(listed):
        for item in group:
            by_document[item.head, item.family].add(number)
            by_key[item.family, item.claim.cause, item.claim.country].add(number)
    found: list[tuple[list[Item], list[Excluded]]] = [(group, []) for group in listed]
    alone: defaultdict[tuple[object, ...], list[Excluded]] = defaultdict(list)
    for one in excluded:
        claim = one.reported.claim
        near = by_document[one.head or claim.document_id, one.family]
        fitting = near or by_key[one.family, claim.cause, claim.country]
        if one.first is not None:
            found[by_claim[one.first]][1].append(one)
        elif near or len(fitting) == 1:
            found[min(fitting)][1].append(one)
        else:
            alone[claim.document_id, one.family, claim.cause, claim.country].append(one)
    return [*found, *(([], alone[key]) for key in sorted(alone, key=str))]
