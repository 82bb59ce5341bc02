"""The word side of the number grammar, read once from `vocab/numbers_en.yaml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dateline.vocab.load import load


@dataclass(frozen=True, slots=True)
class Grammar:
    """Number words as data: `scales` with short forms, `vague` bands, `words` a pattern for number words."""

    simple: dict[str, int]
    scales: dict[str, int]
    vague: dict[str, tuple[int, int]]
    zero: tuple[str, ...]
    range_words: frozenset[str]
    rising: tuple[str, ...]
    words: str


@cache
def grammar() -> Grammar:
    """The grammar of English numbers."""
    data = load("numbers_en")
    simple = {**data["units"], **data["tens"]}
    spelled = "|".join(sorted([*simple, *data["scales"]], key=len, reverse=True))
    first = "|".join(sorted(simple, key=len, reverse=True))
    scale = "|".join(sorted(data["scales"], key=len, reverse=True))
    words = (
        rf"(?:half|(?:a\s+)?quarter\s+of|three[\s-]quarters\s+of)\s+a\s+(?:million|billion)|half\s+a\s+dozen|(?:a|one|two|three|four|five|six|half\s+a|a\s+half)[\s-]+dozen|a\s+couple(?=\s+of)"
        rf"|a\s+(?:{scale})(?:(?:[\s-]+and)?[\s-]+(?:{spelled}))*|(?:{first})(?:(?:[\s-]+and)?[\s-]+(?:{spelled}))*"
    )
    return Grammar(
        simple=simple,
        scales={**data["scales"], **data["short_scales"]},
        vague={words: (low, high) for words, (low, high) in data["vague"].items()},
        zero=tuple(data["zero"]),
        range_words=frozenset(data["range_words"]),
        rising=tuple(data["rising"]),
        words=words,
    )


@cache
def signs() -> frozenset[str]:
    """Words of which one must stand in a text that has a number without digits."""
    phrases = (*grammar().simple, *grammar().scales, *grammar().vague, "half dozen couple quarter quarters")
    common = {"a", "of", "and", "few", "several", "many"}
    found = {word for phrase in phrases for word in re.findall(r"[a-z]{3,}", phrase)} - common
    return frozenset(found | {re.split(r"[\s-]", phrase)[0] for phrase in grammar().zero})


def value_of_words(words: str) -> int | None:
    """The value of number words ("nine hundred and twenty-one" is 921); None where they are no one number.

    Two numbers side by side ("one and two", "twenty and thirty") are no one number.
    """
    text = words.lower().strip()
    if "couple" in text:
        return 2
    if "dozen" in text:
        factor = 0.5 if "half" in text else grammar().simple.get(text.split()[0].split("-")[0], 1)
        return int(12 * factor)
    for part, quarters in (("half", 2), ("three", 3), ("quarter", 1)):
        if re.search(rf"^(?:a\s+)?{part}\b.*\ba\s+[mb]illion$", text):
            return grammar().scales[text.split()[-1]] * quarters // 4
    return _sum(re.split(r"[\s-]+", text))


def _sum(parts: list[str]) -> int | None:
    total = part = 0
    last = 0
    for word in parts:
        if word in {"a", "and"}:
            part = part or (1 if word == "a" else 0)
            continue
        if word in grammar().simple:
            value = grammar().simple[word]
            if last and last < 100 and not (last >= 20 and value < 10):
                return None
            part += value
            last = value
        else:
            scale = grammar().scales[word]
            if scale == 100:
                part = (part or 1) * 100
            else:
                total += (part or 1) * scale
                part = 0
            last = 1000
    return total + part
