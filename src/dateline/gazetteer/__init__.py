"""Names of places, and what is known of the places that bear them.

    gazetteer = open_gazetteer()
    gazetteer.find("Ninewa province")[0].resolved()

One immutable, memory-mapped file, built once (`make setup`, or `python -m dateline.gazetteer.build`).
"""

from dateline.gazetteer.entry import Entry
from dateline.gazetteer.geo import distance_km
from dateline.gazetteer.guard import is_common_word, is_ordinary_word, is_person_name
from dateline.gazetteer.lookup import Gazetteer, Match, load_gazetteer, open_gazetteer

__all__ = [
    "Entry",
    "Gazetteer",
    "Match",
    "distance_km",
    "is_common_word",
    "is_ordinary_word",
    "is_person_name",
    "load_gazetteer",
    "open_gazetteer",
]
