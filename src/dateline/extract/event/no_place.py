"""Names that are no place's: a party, a group or a paper called so, whom somebody is loyal to, words of a headline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from dateline.extract.assemble.place_groups import word_before
from dateline.extract.draft import Page, Toponym
from dateline.extract.event.home import Setup
from dateline.extract.place.words import words as place_words
from dateline.extract.sentence import Sentence
from dateline.vocab.actors import known_actors
from dateline.vocab.countries import country_of
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_GROUPS: Final = word_set("event_places_en", "no_place", "groups")
_LOYAL: Final = word_set("event_places_en", "no_place", "loyal")
_MEDIA: Final = word_set("event_places_en", "no_place", "media")
_COMMON: Final = word_set("event_places_en", "no_place", "common")
_TITLES: Final = word_set("event_places_en", "no_place", "titles")
_LOOSE: Final = 3
"""Names without a listed place that stand in a row: a list that has lost its commas."""
_OF_HEADLINE: Final = re.compile(r"\b[A-Z][a-z]{2,}ing\b(?= )|\bBesieged\b")
"""Words in capitals before a kind of place that are no name ("Fleeing Besieged Neighborhoods")."""
_CAPITALS: Final = 4
_NAME: Final = re.compile(r"[^\W\d_][\w'’-]*")
_BEHIND: Final = re.compile(r"[\"'”’]? ([A-Za-z]+)")
_ARTICLE: Final = re.compile(r"(?:al|el|as|ar|ad|az|at|an|ash)-\w", re.IGNORECASE)
_PLURAL: Final = re.compile(r"\b(?:neighbou?rhoods|villages|towns|districts|areas|quarters|suburbs)\b", re.IGNORECASE)
_REACH: Final = 60
"""Code points around a name in which a plural says that it is several."""


def is_no_place(name: Toponym, setup: Setup) -> bool:
    """True for a name that is no place's, and for one of which only a building is called ("the X hospital")."""
    page = setup.page
    if name.name.split()[0].lower() in _GROUPS or _of_a_paper(name, page) or _of_a_ruler(name, page):
        return True
    if _of_a_building(name, page) and (name.place is None or setup.abroad(name)):
        return True
    return name.place is None and (_of_a_party(name) or _of_a_headline(name) or _is_several(name, page))


def wrote(name: Toponym, sentence: Sentence) -> bool:
    """ "ORVEL Rebels have …": capitals for the town in which the page was written."""
    bare = name.name
    if not bare.isupper() or len(bare) < _CAPITALS or sentence.headline:
        return False
    behind = sentence.text[name.end - sentence.start :].lstrip()
    return not sentence.text.isupper() and behind[:1].isupper() and not word_before(name, sentence)


def _word_behind(name: Toponym, page: Page) -> str:
    behind = _BEHIND.match(page.text, name.end)
    return behind[1].lower() if behind else ""


def _of_a_paper(name: Toponym, page: Page) -> bool:
    """ "The opposition's X TV"."""
    return _word_behind(name, page) in _MEDIA


def _of_a_building(name: Toponym, page: Page) -> bool:
    """ "The X hospital"; not "the X road", which leads there."""
    word = _word_behind(name, page)
    return place_words().kind_of.get(word) == "building" and word not in place_words().ways and name.kind is None


def _of_a_ruler(name: Toponym, page: Page) -> bool:
    """ "Troops loyal to X"."""
    sentence = page.sentences[name.sentence]
    tokens: list[Token] = sentence.tokens_in(name.start, name.end) if sentence.parsed else []
    return any(token.head.lower_ == "to" and token.head.head.lower_ in _LOYAL for token in tokens)


def _of_a_party(name: Toponym) -> bool:
    """ "Daeshs": a party or a country that has lost its apostrophe."""
    bare = name.name.removesuffix("s")
    return known_actors().named(bare) is not None or country_of(bare) is not None


def _of_a_headline(name: Toponym) -> bool:
    """ "Fleeing Besieged", "Army Outpost", "Hometown": common words in capitals; a title without its name."""
    words = [word.lower() for word in name.name.split()]
    if _OF_HEADLINE.search(name.name) or (len(words) == 1 and words[0] in _TITLES):
        return True
    return all(word in _COMMON or word in place_words().kind_of for word in words)


def _is_several(name: Toponym, page: Page) -> bool:
    """ "Al-Tira al-Hara al-Mina districts": several names in a row."""
    words = [word for word in _NAME.findall(name.name) if word[0].isupper() or _ARTICLE.match(word)]
    with_article = [word for word in words if _ARTICLE.match(word)]
    several = len(with_article) > 1 and words[0] in with_article
    around = page.text[max(0, name.start - _REACH) : name.end + _REACH]
    return len(words) > _LOOSE or (several and bool(_PLURAL.search(around)))
