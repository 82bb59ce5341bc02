"""The spellings under which a name is listed and looked up (`vocab/place_words.yaml`).

The kinds of key: the *plain* one (`dateline.vocab.fold`), further plain ones for a name of a unit without the word
for its kind ("Nineveh Governorate" is also "nineveh") or with Saint written out, and the *skeleton*, which forgives
what transliteration does: "Al-Ḥasakah", "Hasake" and "el Hassakeh" have one skeleton. Skeletons are listed only for
countries whose names are respelled freely, and asked only when no plain key answers. Short forms such as "Fla."
have a key of their own, exactly as written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from dateline.vocab.fold import fold
from dateline.vocab.load import load

MAX_WORDS: Final = 9
"""Names of more folded words are not listed: no text writes them."""
_SAINTS: Final = {"saint": "st", "st": "saint", "sainte": "ste", "ste": "sainte", "fort": "ft", "ft": "fort",
                  "mount": "mt", "mt": "mount"}  # fmt: skip
_LONGEST_FORM: Final = 8
_LEAST_BONES: Final = 5
"""Letters that a name must have to be told by its skeleton: shorter ones would meet by chance."""
_RESPELLINGS: Final = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"(.)\1+", r"\1"),
        (r"q", "k"),
        (r"dj", "j"),
        (r"sch|sh", "s"),
        (r"dh|th", lambda m: m[0][0]),
        (r"kh|gh", lambda m: m[0][0]),
        (r"[aeiouwy]+h?\b", "a"),
        (r"o[uw]?|u[w]?|aw|au|ou", "u"),
        (r"[aei]y|ei|ai|e|y|iy", "i"),
        (r"(.)\1+", r"\1"),
    )
)


class Kind(NamedTuple):
    """A name with the word for its kind put aside: "Nineveh province" is "nineveh" of one of `features`."""

    bare: str
    features: tuple[str, ...]


def plain_keys(name: str, *, unit: bool, kind: str = "") -> Iterator[str]:
    """The folded spellings under which a name is listed, the whole one first; none for what is no name.

    A unit that is named by a mere direction is listed with its kind, "west region", and as "=west", a key that is
    asked only where the country is known.
    """
    key = fold(name)
    if not key or key.isdigit() or key.count(" ") >= MAX_WORDS:
        return
    if unit and _is_no_name(key):
        yield f"={key}"
        if not kind:
            return
        key = f"{key} {kind}"
    yield key
    if key.startswith("the "):
        yield key.removeprefix("the ")
    if unit and (bare := _without_kind(key)):
        yield f"={bare}" if _is_no_name(bare) else bare
    first, _, rest = key.partition(" ")
    if rest and first in _SAINTS:
        yield f"{_SAINTS[first]} {rest}"


def exact_key(name: str) -> str | None:
    """The key of a short form that counts as it is written ("Fla.", "US"), capitals, stops and all; spaces aside.

    None for what has neither a stop nor a capital inside, and for what is too long.
    """
    if len(name) > _LONGEST_FORM or ("." not in name and name[1:] == name[1:].lower()):
        return None
    return f"!{''.join(name.split())}"


def without_kind(key: str) -> str | None:
    """A folded name of a unit without the words for its kind, in the languages of the gazetteer.

    None when it has none, or when what is left is no name by itself ("northern region").
    """
    bare = _without_kind(key)
    return None if bare is None or _is_no_name(bare) else bare


def _without_kind(key: str) -> str | None:
    for pattern in _kind_patterns():
        bare, cuts = pattern.subn("", key, count=1)
        if cuts and len(bare) > 1 and not bare.isdigit():
            return bare
    return None


def split_kind(key: str) -> Kind | None:
    """A folded name as a text writes it, split from an English word for its kind: "province of x", "x district"."""
    words = key.split(" ")
    for size in range(min(3, len(words) - 1), 0, -1):
        if features := _kinds().get(" ".join(words[-size:])):
            return Kind(" ".join(words[:-size]), features)
        if words[size] == "of" and len(words) > size + 1 and (features := _kinds().get(" ".join(words[:size]))):
            return Kind(" ".join(words[size + 1 :]), features)
    return None


def skeleton(key: str) -> str | None:
    """What transliteration leaves alone in a folded Latin name; None if that is too short to tell.

    Marked with "~", so that it never meets a plain key.
    """
    if not key.isascii():
        return None
    words = [word for word in key.split(" ") if word not in _articles()] or key.split(" ")
    bones = "".join(words)
    if len(bones) < _LEAST_BONES or not bones.isalpha():
        return None
    for pattern, by in _RESPELLINGS:
        bones = pattern.sub(by, bones)
    return f"~{bones}"


def is_respelled(country: str | None) -> bool:
    """True for countries (alpha-3) whose names are listed under their skeletons too."""
    return country in _respelled()


def _is_no_name(bare: str) -> bool:
    """True for what cannot stand alone as a name: nothing, a bare direction, a number."""
    words = bare.split(" ")
    return len(bare) < 2 or bare.isdigit() or all(word in _no_name() for word in words)


@cache
def _kind_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = load("place_words")
    before, after = (
        "|".join(re.escape(fold(str(word))) for word in sorted(words[side], key=len, reverse=True))
        for side in ("unit_before", "unit_after")
    )
    return re.compile(rf"^(?:{before}) (?=\S)"), re.compile(rf"(?<=\S) (?:{after})$")


@cache
def _kinds() -> dict[str, tuple[str, ...]]:
    return {str(word): tuple(features) for word, features in load("place_words")["kinds"].items()}


@cache
def _articles() -> frozenset[str]:
    return frozenset(load("place_words")["articles"])


@cache
def _no_name() -> frozenset[str]:
    return frozenset(load("place_words")["no_name"].split())


@cache
def _respelled() -> frozenset[str]:
    return frozenset(load("place_words")["respelled"].split())
