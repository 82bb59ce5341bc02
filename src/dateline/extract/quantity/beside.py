"""Bare numbers that the words around them make an age, a band of ages, a channel or the number of a house.

"The other, 25, is in hospital", "ages 19, 21 and 24", "the victim is 15", "CBS 8 reports": none of them counts people.
Only a number without a noun of its own is asked, so "in Homs, 25 civilians" is not.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dateline.vocab.load import either, load, word_set

_OLDEST = 119
_BACK = 60
"""Code points looked at before the number."""


@lru_cache(maxsize=4_096)
def is_age(text: str, start: int, end: int, value: int | None) -> bool:
    """True where the number at [start, end) of the sentence's text is somebody's age, or one end of a band of ages.

    Remembered for the last numbers: the gate asks first, and the rules again of what passes.
    """
    if value is None or value > _OLDEST:
        return False
    before, after = text[max(0, start - _BACK) : start], text[end : end + 24]
    if _named_ages().search(before) or _compared().search(before):
        return True
    if _OLD.match(after):
        return True
    if _is().search(before) and _STOP.match(after):
        return True
    if _behind_one_name(before) and _GOES_ON.match(after):
        return True
    if _BEHIND_SUFFIX.search(before) and _NEXT_NAME.match(after):
        return True
    if _ARE.search(before) and (_AND_AGE.match(after) or (_TO.search(text, start, end) and _STOP.match(after))):
        return True
    if _several().search(before) and _LISTED.match(f"{before[-24:]}{text[start : end + 24]}"):
        return True
    return bool(_apposed().search(before)) and bool(_CLOSED.match(after))


def is_channel(text: str, start: int, end: int) -> bool:
    """True where the number is part of a broadcaster's name ("CBS 8", "Channel 4", "NBC 6's", "8 News")."""
    before, after = text[max(0, start - _BACK) : start], text[end : end + 8]
    if _IN_BRACKETS.search(before) and after[:1] == ")":
        return True
    if _CALL_SIGN.search(before) and re.search(r"[a-z]{3}", before + after):
        return True  # not in a line of capitals, where every word is one
    return bool(_channel().search(before)) or bool(re.match(r"(?:'s)? ?(?:News|NEWS)\b", after))


_IN_BRACKETS = re.compile(r"\([A-Z]{3,5} $")
""" "(LEX 18)", behind the place that a report opens with."""


def is_family_of_some(text: str, start: int, end: int) -> bool:
    """True for the family of those counted before ("six members of one family"): it is not counted itself."""
    return bool(_MEMBERS_OF.search(text, max(0, start - _BACK), start)) and bool(_FAMILY.match(text, end))


_MEMBERS_OF = re.compile(
    r"\b(?:members|people|persons|children|siblings|brothers|sisters|relatives|all|them|dead|victims) (?:of|from) $",
    re.IGNORECASE,
)
_FAMILY = re.compile(r" (?:single |same )?(?:family|household|clan)\b", re.IGNORECASE)


def is_childs_age(text: str, start: int, end: int) -> bool:
    """True where the number at `start` is the age of whom it stands behind ("a boy of ten", "children under five")."""
    return bool(_CHILD_OF.search(text, max(0, start - _BACK), start)) and bool(_STOP.match(text, end))


_CHILD_OF = re.compile(
    r"\b(?:an?\s+(?:\w+\s+)?(?:boy|girl|child|youth|toddler) of"
    r"|(?:children|boys|girls|infants|kids) (?:under|below|over|above))(?: the age of)? $",
    re.IGNORECASE,
)


def is_caller(text: str, start: int, end: int) -> bool:
    """True where the number at `start` is part of the name of a body that speaks ("Rescue 1122 said")."""
    return bool(_NAME_BEFORE.search(text, max(0, start - _BACK), start)) and bool(_SPEAKS.match(text, end))


_NAME_BEFORE = re.compile(r"(?:^|[^\w])[A-Z][a-z]+ $")
_SPEAKS = re.compile(r" (?:said|says|told|added|reported|reports|confirmed|announced)\b")


def is_address(text: str, end: int) -> bool:
    """True where a street follows the number that ends at `end` ("224 E. Alder Court")."""
    return _street().match(text, end) is not None


def is_offspring(text: str, start: int) -> bool:
    """True where the number at `start` says somebody's children ("a mother of four", "father of two boys")."""
    return _parent_of().search(text, max(0, start - _BACK), start) is not None


@cache
def _parent_of() -> re.Pattern[str]:
    parents = either(load("wording_en")["ages"]["parents"])
    return re.compile(rf"\b(?:{parents}) of (?:the |at least )?$", re.IGNORECASE)


@cache
def _street() -> re.Pattern[str]:
    streets = either(load("wording_en")["addresses"]["streets"])
    return re.compile(rf" (?:[NSEW]{{1,2}}\.? )?(?:[A-Z0-9][\w'’.-]* ){{1,3}}(?:{streets})(?![\w-])")


_ONE_NAME = re.compile(
    r"(?:(?P<before>[\w’'-]+) |[”\"’'] |[,;:(] ?|^)(?:[A-Z][\w’'-]*[a-z]|(?P<suffix>Jr\.?|Sr\.?|II|III)), ?$"
)
_BEHIND_SUFFIX = re.compile(r"\b[A-Z]\w+,? (?:Jr\.?|Sr\.?|II|III), ?$")
_NEXT_NAME = re.compile(r",? (?:and )?[A-Z]\w+ ")
""" "Tom Brandt, Jr., 30, Karl Brandt, 28, and": names and ages in a row."""
_GOES_ON = re.compile(
    r"(?:;|,\s(?:(?:all|both|\w+ly) )?"
    r"(?:was|were|is|are|had|has|of|an?|who|whose|from|and|told|said|shot|died|dead|by|then)\b"
    r"|\s\((?:pictured|left|right|shot)\b)"
)
_LISTED = re.compile(r".*?[,(]\s?\d{1,3}(?:(?:,|,? and)\s\d{1,3})+(?:[,.;)]|\s(?:who|were)\b|$)", re.DOTALL)
_CALL_SIGN = re.compile(r"\b[WK][A-Z]{2,3}(?:-TV)? $")
"""A station of North America."""
_ARE = re.compile(
    r"\b(?:they|who|victims|wounded|injured|dead|men|women|boys|girls|teens|teenagers|suspects|others|two|three|both)"
    r" (?:are|were)(?: (?:all|both))? $",
    re.IGNORECASE,
)
_TO = re.compile(r"\d (?:to|and) \d")
_AND_AGE = re.compile(r"\s(?:and|to|,)\s?\d{1,3}\s?(?:[.,;]|$|years)")
""" "The wounded are 18 and 20", "the victims were 19 to 34"."""
_STOP = re.compile(r"\s*(?:[.,;)]|and\b|but\b|$)")
_CLOSED = re.compile(r"\s*(?:[,.;)–—]|--?\s|of\s[A-Z]|\((?:\w+ \w+, )?(?:pictured|left|right|shot|killed|wounded)\b|$)")
_OLD = re.compile(r"[- ]?(?:(?:to|and|or|-|–)\s?\d{1,3}[- ])?(?:years?|months?|yrs?)[- ](?:old|of age)\b")


@cache
def _named_ages() -> re.Pattern[str]:
    """Behind "ages", "aged", "in age from", with other ages between: "ages 19, 21 and 24", "aged between 20 and 29"."""
    number = r"(?:\d{1,3}|[a-z]+(?:-[a-z]+)?)"
    joined = rf"(?:{number}\s*(?:,|-|–|\band\b|\bor\b|\bto\b|,\s*and\b)\s*){{0,6}}"
    return re.compile(
        rf"\b(?:aged?|ages)\s*(?:,\s*)?(?:of|from|between|under|over)?\s*(?:the\s+ages?\s+of\s+)?{joined}$",
        re.IGNORECASE,
    )


@cache
def _compared() -> re.Pattern[str]:
    words = either(load("wording_en")["ages"]["compared"])
    return re.compile(rf"\b(?:{words})\s+(?:the\s+age\s+of\s+)?$", re.IGNORECASE)


@cache
def _is() -> re.Pattern[str]:
    """ "the victim is 15", "she was 23", "the youngest of the wounded is 14": one person and a form of to be."""
    of_all = r"the\s+(?:youngest|oldest|eldest)(?:\s+(?:of|among)(?:\s+[\w-]+){1,3}|\s+[\w-]+)?"
    one = rf"(?:he|she|who|{of_all}|{_persons()})"
    return re.compile(rf"\b{one}\s+(?:is|was|had turned|has turned|turned)\s+$", re.IGNORECASE)


@cache
def _apposed() -> re.Pattern[str]:
    """One person, described or by a name of two words, with the number behind a comma or in brackets."""
    one = rf"(?:\b(?:(?i:{_persons()}|the other|another|self)))"
    name = r"(?:\b[A-Z][\w'’.-]+ (?:[A-Z][\w'’.-]* )?[A-Z][\w'’-]+)"
    return re.compile(rf"(?:{one}|{name})\s?[,(]\s?$")


def _behind_one_name(before: str) -> bool:
    """ "Brandt, 35, was shot", "Ana Ruiz Jr., 5, and": a name, not one that says where ("in Homs, 35, and")."""
    found = _ONE_NAME.search(before)
    if found is None:
        return False
    where = (found["before"] or "").lower() in word_set("wording_en", "ages", "where")
    return bool(found["suffix"]) or not where or _listed_kin().search(before) is not None


@cache
def _listed_kin() -> re.Pattern[str]:
    """ "Their children, Max, 9, and Ida, 6, died": names and ages of whom the word before counts."""
    several = either(load("wording_en")["ages"]["several_persons"])
    return re.compile(rf"\b(?:{several})[,:] (?:[A-Z][\w’'-]+, \d{{1,3}}[,;]? )+and [A-Z][\w’'-]+, $")


@cache
def _several() -> re.Pattern[str]:
    """ "two men, 19 and 20, were shot", "her sons, 7 and 8": several persons and a list of numbers behind a comma."""
    several = either(load("wording_en")["ages"]["several_persons"])
    return re.compile(rf"\b(?:{several})\s?[,(]\s?(?:\d{{1,3}}(?:,|,? and)\s)*$", re.IGNORECASE)


@cache
def _persons() -> str:
    return either(load("wording_en")["ages"]["one_person"])


@cache
def _channel() -> re.Pattern[str]:
    names = either(load("wording_en")["channels"]["broadcasters"])
    words = either(load("wording_en")["channels"]["words"])
    return re.compile(rf"(?:\b(?:{names})|\b(?:{words}))[ -]$")
