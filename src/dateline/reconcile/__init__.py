"""From claims to what stands: situations, their series with bounds, contradictions and roles. Pure: no ledger here."""

from dateline.reconcile.named import places_named
from dateline.reconcile.pipeline import reconcile
from dateline.reconcile.slots import Containment, CountriesOnly

__all__ = ["Containment", "CountriesOnly", "places_named", "reconcile"]
