"""From claims to what stands: situations, their series with bounds, contradictions and roles. Pure: no ledger here."""

from dateline.reconcile.blocks import Blocks, blocks, keys_of
from dateline.reconcile.named import places_named
from dateline.reconcile.pipeline import Standing, in_order, reconcile, stands
from dateline.reconcile.slots import Containment, CountriesOnly
from dateline.reconcile.telling import words_told

__all__ = [
    "Blocks",
    "Containment",
    "CountriesOnly",
    "Standing",
    "blocks",
    "in_order",
    "keys_of",
    "places_named",
    "reconcile",
    "stands",
    "words_told",
]
