"""Names of units, of their sites and of officers in a text: "the 16th Orvel Brigade", "Tarnok air base", "Col. X".

The noun that tells what it is stays readable. A body known by name (`vocab/actors.yaml`) is a party, not a unit.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from dateline.extract.person.lexicon import ordinary, well_known
from dateline.extract.person.names import merged
from dateline.extract.person.words import words as person_words
from dateline.model import Span
from dateline.release.unit_words import ForceToken, lists, tokens_of

_AFTER_COMMA = 6
_SHORTEST = 4


@lru_cache(maxsize=32)
def units_in(text: str) -> tuple[Span, ...]:
    """Spans of the names of units and officers, in reading order and apart."""
    tokens = tokens_of(text)
    found = [span for at in range(len(tokens)) if _is_unit(tokens, at) for span in _beside(tokens, at)]
    officers = list(_officers(tokens))
    found += [*officers, *_again(tokens, officers)]
    return tuple(Span(a, b) for a, b in merged(found))


@lru_cache(maxsize=32)
def bases_in(text: str) -> tuple[Span, ...]:
    """Spans of the names of sites of forces, in reading order and apart."""
    tokens = tokens_of(text)
    found = [span for at in range(len(tokens)) if _is_base(tokens, at) for span in _beside(tokens, at)]
    return tuple(Span(a, b) for a, b in merged(found))


def names_a_base(name: str) -> bool:
    """True for a name that ends with a noun for a site of forces ("Tarnok air base")."""
    tokens = tokens_of(name)
    return len(tokens) > 1 and _is_base(tokens, len(tokens) - 1)


def _is_unit(tokens: list[ForceToken], at: int) -> bool:
    key = tokens[at].key
    if key in lists().units:
        return not tokens[at].party
    if key not in lists().numbered:
        return False
    before = _near(tokens, at, -1)
    behind = _near(tokens, at, 1)
    return any(token is not None and token.numbers for token in (before, behind))


def _is_base(tokens: list[ForceToken], at: int) -> bool:
    key, before = tokens[at].key, _near(tokens, at, -1)
    of_arms = before is not None and before.key in lists().of_arms
    return key in lists().sites or (of_arms and key in lists().sites_of_arms)


def _near(tokens: list[ForceToken], at: int, step: int) -> ForceToken | None:
    """The next word on that side where but a blank stands between."""
    other = at + step
    if not 0 <= other < len(tokens) or tokens[max(at, other)].gap not in {" ", "\u00a0", "-"}:
        return None
    return tokens[other]


def _beside(tokens: list[ForceToken], at: int) -> Iterator[tuple[int, int]]:
    """The names before and behind the noun: "the 4th and 9th armoured brigades", "Brigade 52", "brigade of X"."""
    now = at
    while (token := _near(tokens, now, -1)) is not None:
        if token.key in lists().units | lists().sites:
            break
        if token.names and token.key not in lists().arms:
            yield token.start, token.end
        elif token.key not in lists().arms and token.key not in lists().within_names:
            break
        now -= 1
    now = at
    linked = (token := _near(tokens, now, 1)) is not None and token.key in lists().linking
    now += linked
    written = tokens[at].text[:1].isupper()
    while (token := _near(tokens, now, 1)) is not None and token.names:
        if not (linked or written or token.numbers):
            break
        yield token.start, token.end
        now += 1


def _officers(tokens: list[ForceToken]) -> Iterator[tuple[int, int]]:
    """ "Lt. Gen. X", "commander X", "X, a field commander"; not who speaks for a body."""
    words = lists()
    for at, token in enumerate(tokens):
        if at and tokens[at - 1].key in words.civil_before:
            continue
        if token.key in words.ranks:
            linked = (behind := _near(tokens, at, 1)) is not None and behind.key in words.linking
            name = _run(tokens, at + 1 + linked, {" ", ". ", "\u00a0"})
            if name and name[0].key not in words.no_names and not _voice(tokens, at, at + len(name)):
                yield name[0].start, name[-1].end
        if token.key in words.posts:
            yield from _before_comma(tokens, at)


def _run(tokens: list[ForceToken], at: int, gaps: set[str]) -> list[ForceToken]:
    """The words of a name that begins at `at`: capitals with the particles between them, no ranks."""
    run: list[ForceToken] = []
    while at < len(tokens) and (tokens[at].gap in ({" ", "\u00a0", "-"} if run else gaps)):
        token = tokens[at]
        particle = token.key in person_words().particles and not token.text[:1].isupper()
        if token.key in lists().ranks or token.numbers or not (token.names or particle):
            break
        run.append(token)
        at += 1
    while run and not run[-1].names:
        run.pop()
    return run


def _before_comma(tokens: list[ForceToken], post: int) -> Iterator[tuple[int, int]]:
    """ "X, the commander of the brigade": the run that ends at the comma."""
    for at in range(post, max(0, post - _AFTER_COMMA), -1):
        if tokens[at].gap == ", ":
            last = at - 1
            first = last
            while first >= 0 and tokens[first].names and (first == last or tokens[first + 1].gap in {" ", "-"}):
                first -= 1
            if last - first > 1 and not _voice(tokens, first, post):
                yield tokens[first + 1].start, tokens[last].end
            return
        if any(mark in tokens[at].gap for mark in ".;:!?\n"):
            return


def _voice(tokens: list[ForceToken], first: int, last: int) -> bool:
    """A spokesperson's word stands in the phrase, within the sentence."""
    low, high = first, last
    while low > 0 and not tokens[low].opens and first - low < _AFTER_COMMA:
        low -= 1
    while high + 1 < len(tokens) and not tokens[high + 1].opens and high - last < _AFTER_COMMA:
        high += 1
    return any(token.key in lists().voices for token in tokens[low : high + 1])


def _again(tokens: list[ForceToken], officers: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The last names of officers wherever they stand again."""
    ends = {end for _, end in officers}
    last = {token.key for token in tokens if token.end in ends and len(token.key) >= _SHORTEST}
    told = {key for key in last if not ordinary(key) and not well_known(key)}
    yield from ((t.start, t.end) for t in tokens if t.key in told and t.names)
