"""Kin of private persons, by the words that tell of them: "his wife and two children", "a father of three"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from dateline.extract.person.ages import number
from dateline.extract.person.tokens import Token
from dateline.extract.person.words import words

_MOST = 16
_GAPS = frozenset({" ", ", ", "\n", "  ", "\u00a0", "-"})


def kin_in(text: str, tokens: Sequence[Token], names: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans from the first word behind the owner ("his", "X's") to the last kin word of the phrase."""
    ends = {end for _, end in names}
    for at, token in enumerate(tokens[:-1]):
        if token.key in words().kin_owners or (token.possessive and token.end in ends):
            last = _last_kin(tokens, at + 1)
            if last is not None:
                yield tokens[at + 1].start, tokens[last].end
    yield from (match.span("n") for match in _parent_of().finditer(text))


def _last_kin(tokens: Sequence[Token], first: int) -> int | None:
    """The last token of the run of kin words and what may stand between them; None where there is none."""
    last = None
    for at in range(first, min(len(tokens), first + _MOST)):
        token = tokens[at]
        if at > first and token.gap not in _GAPS:
            break
        if all(word in words().kin for word in token.key.split()) or token.key in words().kin:
            last = at
        elif token.key not in words().kin_between and not token.text.isdigit():
            break
    return last


@cache
def _parent_of() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:father|mother|parents?|dad|mum|mom|widow|widower|grandmother|grandfather)(?:[- ]of[- ])(?:the\s+)?"
        rf"(?P<n>{number()}(?:\s+(?:small |young |little )?(?:children|kids|sons|daughters|boys|girls))?)\b",
        re.IGNORECASE,
    )
