"""A user's own places, laid over those that the package brings: GeoNames dumps, Who's On First, P-codes, CSV."""

from dateline.gazetteer.load.add import Added, add_file, remove
from dateline.gazetteer.load.formats import KINDS, kind_of

__all__ = ["KINDS", "Added", "add_file", "kind_of", "remove"]
