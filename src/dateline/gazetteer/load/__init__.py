"""A user's own places, laid over those that the package brings: GeoNames dumps, Who's On First, P-codes, CSV."""

from dateline.gazetteer.load.add import Added, add_file
from dateline.gazetteer.load.added import Table, remove, tables
from dateline.gazetteer.load.formats import KINDS, kind_of
from dateline.gazetteer.load.row import country_code

__all__ = ["KINDS", "Added", "Table", "add_file", "country_code", "kind_of", "remove", "tables"]
