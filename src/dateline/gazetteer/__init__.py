"""Names of places, and what is known of the places that bear them.

    gazetteer = open_gazetteer()
    gazetteer.find("Ninewa province")[0].resolved()

One immutable, memory-mapped file, built once (`python -m dateline.gazetteer.build`, `make setup`).
"""

from dateline.gazetteer.entry import Entry
from dateline.gazetteer.geo import distance_km
from dateline.gazetteer.lookup import Gazetteer, Match, load_gazetteer, open_gazetteer

__all__ = ["Entry", "Gazetteer", "Match", "distance_km", "load_gazetteer", "open_gazetteer"]
