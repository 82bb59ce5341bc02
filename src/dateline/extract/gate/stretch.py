"""Can a stretch of text carry a figure? Asked of the words alone, before anything is parsed.

A figure is a number of people, households or dwellings near a word that says what happened to them, or one described
person near a harm ("a man was killed"). What is told of neither is not worth the parser's time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dateline.extract.gate.needs import ANY, Kind, Need, counts, described, needs
from dateline.extract.gate.words import words_of
from dateline.extract.quantity.beside import is_address, is_age, is_channel
from dateline.extract.quantity.numbers import Number, names_number, numbers
from dateline.vocab.load import either, load, word_set

_NEAR = 170
"""Code points between a number and the word that carries it: farther than that stands 1 figure of 1,000."""
_NEAR_BARE = 90
"""The same for a number behind which nobody and no dwelling is named: it hangs on its verb, or on one that does."""
_PHRASE = 90
"""Code points behind a number in which its noun stands."""
_AT_ONCE = 4
"""Words behind a number among which its noun stands ("one unfortunate death")."""
_WORD_BEFORE = 16
"""Code points before a number in which the word before it stands."""
_OF_PERSONS = frozenset(("whom", "them", "those"))
_WORD = re.compile(r"[a-z]+")
_PIECE = re.compile(r"[A-Za-z]+|[^\sA-Za-z]")
_PEOPLES = re.compile(r"\s[A-Z][\w-]+(?:s|ese|i)\b")
_ENDS = frozenset(".;:!?")
_NAMED: frozenset[Kind] = frozenset(("people", "dwellings"))
_THROUGH = frozenset(("of", "and", "or", "but", "a", "an", "the", "as", "than"))
"""Small words that end no phrase behind a number: "40 or more of the families"."""


def carries(text: str, *, listed: bool = False) -> bool:
    """False where no rule could read a figure in the stretch; `listed`: one that counts by a noun of the lists."""
    lower = text.lower()
    words = words_of(text)
    hits = _hits(words)
    if not hits:
        return False
    counts_some = names_number(text, words) and _near_number(text, lower, hits, listed=listed)
    return counts_some or _described(text, lower, words, hits)


def _hits(words: set[str]) -> list[tuple[str, Need]]:
    """The words of a stretch that can carry a figure there."""
    known = needs()
    found = ((word, need) for word in words & known.keys() for need in known[word])
    return [(word, need) for word, need in found if not any(map(words.isdisjoint, need.beside))]


def _near_number(text: str, lower: str, hits: list[tuple[str, Need]], *, listed: bool) -> bool:
    places: dict[str, list[int]] = {}
    for number in numbers(text):
        if number.refused is not None:
            continue
        kinds = kinds_of(text, number)
        reach = _NEAR
        if kinds.isdisjoint(_NAMED):
            if listed or _alone_counts_nobody(text, number):
                continue
            reach = _NEAR_BARE
        for word, need in hits:
            if kinds & need.kinds and _is_near(number, word, _places(word, lower, places), reach, leads=need.leads):
                return True
    return False


def _alone_counts_nobody(text: str, number: Number) -> bool:
    """An age, the number of a house or of a channel, where nothing that is counted stands behind."""
    return (
        is_age(text, number.core, number.core_end, number.high)
        or is_address(text, number.core_end)
        or is_channel(text, number.core, number.core_end)
    )


def _places(word: str, lower: str, seen: dict[str, list[int]]) -> list[int]:
    if word not in seen:
        seen[word] = [at for at in _everywhere(word, lower) if _whole(lower, at, at + len(word))]
    return seen[word]


def _everywhere(word: str, lower: str) -> Iterator[int]:
    at = lower.find(word)
    while at >= 0:
        yield at
        at = lower.find(word, at + 1)


def _whole(lower: str, start: int, end: int) -> bool:
    """No letter stands before or behind."""
    return not (start and "a" <= lower[start - 1] <= "z") and not (end < len(lower) and "a" <= lower[end] <= "z")


def _is_near(number: Number, word: str, places: list[int], reach: int, *, leads: bool) -> bool:
    """True where the word stands within `reach` code points of the number; one that `leads` only before it."""
    first, last = number.core - reach - len(word), number.core if leads else number.core_end + reach
    return any(first <= at <= last for at in places)


def kinds_of(text: str, number: Number) -> frozenset[Kind]:
    """What a number may count, by the words behind it; empty where it surely counts a thing."""
    if number.low == 0 == number.high:
        return ANY
    behind = _behind(text, number.core_end)
    lists = counts()
    kinds: set[Kind] = set()
    if any(word in lists.people or word.endswith(lists.endings) for word in behind):
        kinds.add("people")
    if any(word in lists.dwellings for word in behind):
        kinds.add("dwellings")
    first, follower = (*behind, "", "")[:2]
    if kinds:
        return frozenset((*kinds, "bare", "other"))
    if number.low == 1 == number.high and _names_a_thing(behind) and not _harmed_at_once(text, number):
        return frozenset()
    if first in lists.things and (not follower.isalpha() or follower in lists.no_nouns):
        return frozenset()
    return frozenset(("other", "bare") if _may_stand_bare(first) or _named(text, number) else ("other",))


def _may_stand_bare(first: str) -> bool:
    """No noun follows the number: a mark, a small word, or what happened ("20 injured", "20 later fled")."""
    lists = counts()
    return not first.isalpha() or first in lists.no_nouns or first in needs() or first.endswith(lists.no_noun_endings)


def _named(text: str, number: Number) -> bool:
    """A people follows: "800 Orvelians"."""
    return _PEOPLES.match(text, number.core_end) is not None


def _names_a_thing(behind: list[str]) -> bool:
    """ "One of the roads", "one way", "one day": a single one of no people, and nothing carries it at once."""
    if not behind or any(word in needs() for word in behind[:_AT_ONCE]):
        return False
    if behind[0] == "of":
        return _OF_PERSONS.isdisjoint(behind[1:2])
    return behind[0].isalpha() and behind[0] not in counts().no_nouns


def _harmed_at_once(text: str, number: Number) -> bool:
    """ "Wounded one of the agents": what harms stands directly before."""
    before = _WORD.findall(text[max(0, number.core - _WORD_BEFORE) : number.core].lower())
    return bool(before) and any(need.harm for need in needs().get(before[-1], ()))


def _behind(text: str, end: int) -> list[str]:
    """The words and marks of the phrase behind a number, in lower case, with the word that ends it."""
    found: list[str] = []
    last = counts().ends_phrase - _THROUGH
    for match in _PIECE.finditer(text, end, end + _PHRASE):
        if match[0] in _ENDS or len(found) > 9:
            break
        found.append(match[0].lower())
        if found[-1] in last:
            break
    return found


def _described(text: str, lower: str, words: set[str], hits: list[tuple[str, Need]]) -> bool:
    """One described person near a harm: "a man was shot", "the teenager died"."""
    harms = [(word, need) for word, need in hits if need.harm]
    if not harms:
        return False
    ones = [match.start() for match in _AGED.finditer(text)]
    ones += [match.start() for match in _headline().finditer(lower)]
    ones += [match.start("one") for match in _before_one().finditer(lower)]
    if not words.isdisjoint(described()):
        ones += [match.start("words") for match in _ARTICLE.finditer(lower) if _is_one(match)]
    seen: dict[str, list[int]] = {}
    return any(
        -_NEAR <= one - at <= _NEAR and (one > at or not need.leads)
        for one in ones
        for word, need in harms
        for at in _places(word, lower, seen)
    )


_AGED = re.compile(
    r"[A-Z][\w'’-]+\s?[,(]\s?\d{1,3}\s?(?:[,).;]|$)|"
    r"(?:\d{1,3}|[a-z]+(?:e|n|o|r|t|x))[- ](?:year|month|week|day)s?[- ]old\b|\b(?:himself|herself|self)\b|"
    r"(?:(?<=[.!?] )|^)The (?:other|second|third) (?=was|is|has|died|remains)|"
    r"(?<=\bhis own life)\b|(?<=\bher own life)\b|"
    r"(?:(?<=wounding )|(?<=killing )|(?<=hitting )|(?<=striking )|(?<=injuring ))h(?:im|er)\b|"
    r"(?:(?<=kills )|(?<=killed )|(?<=killing )|(?<=killing of )|(?<=murder of )|(?<=death of )|(?<=deaths of )"
    r"|(?<=slaying of )|(?<=shooting of ))[A-Z][a-z]+ [A-Z][a-z]+|"
    r"[A-Z][a-z]+ [A-Z][a-z]+ (?:was|were|died|had been|has been|is dead)\b"
)
"""A name with an age beside it, an age for the person, the doer himself, a full name as of one to whom it happened."""


@cache
def _headline() -> re.Pattern[str]:
    """One person without an article and the harm directly behind: "woman killed in", "boy, 6, dies"."""
    words = load("wording_en")["implied"]
    ones = either({*words["described"], *words["kin"]})
    harms = either(words["headline"])
    return re.compile(rf"(?<![\w-])(?:{ones})(?:, \d+,)?(?: \w+ly| found)? (?:{harms})\b")


@cache
def _before_one() -> re.Pattern[str]:
    """What befell one person right before, who has no article: "shoots son"."""
    words = load("wording_en")["implied"]
    ones = either({*words["described"], *words["kin"]})
    return re.compile(rf"\b(?:{either(words['before'])}) (?P<one>(?:{ones})\b)")


_ARTICLE = re.compile(
    r"(?<![\w-])(?:(?:(?P<before>[a-z]+) )?(?P<article>an?|another|the|his|her|their|my|[\w-]+['’]s?)\s|^)"
    r"(?=(?P<words>(?:[\w'-]+[,.]?\s?){1,6}))"
)
"""An article with the word before it and the words of its phrase; none at the head of a line."""
_SUFFERS = re.compile(r"\b(?:being|getting|to (?:be|get|die))\b")
""" "Ended with a man being shot": the harm is told of the one behind the preposition after all."""


def _is_one(match: re.Match[str]) -> bool:
    """The phrase behind an article may name one described person, and not as one by, to or with whom it happened."""
    if match["before"] in counts().not_harmed and not _SUFFERS.search(match.string, *match.span("words")):
        return False
    known = _described_alone() if match["article"] in {"the", None} else described()
    for word in _WORD.findall(match["words"]):
        if word in known:
            return True
        if word in counts().ends_phrase:
            return False
    return False


@cache
def _described_alone() -> frozenset[str]:
    return word_set("wording_en", "implied", "described")
