"""Places: recognised in the text, then resolved against the gazetteer."""

from dateline.extract.place.country_words import country_words
from dateline.extract.place.home import home_of
from dateline.extract.place.recognize import recognize
from dateline.extract.place.resolve import resolve

__all__ = ["country_words", "home_of", "recognize", "resolve"]
