"""Ways to find a person: telephones, e-mail addresses, handles, vehicle plates, identity numbers, home addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dateline.extract.person.words import words
from dateline.vocab.load import either

_FEWEST_DIGITS, _MOST_DIGITS = 6, 15
_EMAIL = re.compile(
    r"(?<![\w.+%-])[\w.+%-]++\s?@\s?[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w.+-])[\w.+-]++\s*+[\[(]\s*at\s*[\])]\s*[\w.-]+\w",
    re.IGNORECASE,
)
"""Begun where a run of its characters begins, and never again within: a long word costs no more than its length."""
_HANDLE = re.compile(r"(?<![\w@/.])@[A-Za-z_]\w{2,}")
_PHONE = re.compile(
    r"(?<![\w.,/+-])(?:\+|00)\d[\d\s().\-‐‑–]{6,18}\d(?![\w%])"
    r"|(?<![\w.,/+-])\(\d{2,4}\)\s?\d{3}[\s.-]?\d{3,4}(?![\w%])"
    r"|(?<![\w.,/+-])\d{3}[-.]\d{3}[-.]\d{4}(?![\w%])"
    r"|(?<![\w.,/+-])0\d{1,4}[\s-]\d{3,4}[\s-]?\d{2,4}(?:[\s-]\d{2,4})?(?![\w%])"
)
_DIGITS = r"(?<![\w.,/+-])\+?\(?\d[\d\s().\-‐‑–]{4,18}\d(?![\w%])"
_PLATE = r"(?=[A-Z0-9\s-]*\d)(?=[A-Z0-9\s-]*[A-Z]|\d{4,})[A-Z0-9]{1,4}(?:[\s-][A-Z0-9]{1,5}){0,3}\b"
_STRICT_PLATE = r"(?:[A-Z]{2,3}[\s-]?\d{3,5}(?:[\s-]?[A-Z]{1,2})?|\d{2,4}[\s-][A-Z]{1,3}[\s-]?\d{2,5})\b"
_ANY_NUMBER = re.compile(r"\d|(?i:lives?|lived|living|resid|home|house|flat|apartment)")
_LONG_NUMBER = re.compile(r"\d[\d\s().\-‐‑–]{4,18}\d")
"""Stands in every telephone number; asked first, for most texts have none."""
_PLATE_LIKE = re.compile(r"[A-Z][\s-]?\d\d")
_IDENTITY_LIKE = re.compile(r"\d[\d-]{4}")
_NAME = r"(?:[A-Z][\w'’.-]*|\d+(?:st|nd|rd|th)|al|de|la|el|of|the)"


def contacts_in(text: str) -> Iterator[tuple[int, int]]:
    """Spans of everything by which a person can be reached or found."""
    if "@" in text or "at)" in text or "at]" in text:
        for pattern in (_EMAIL, _HANDLE):
            yield from (match.span() for match in pattern.finditer(text))
    if _ANY_NUMBER.search(text) is None:
        return
    if _LONG_NUMBER.search(text):
        yield from _phones(text)
    yield from (match.span("n") for match in _cued_plate().finditer(text))
    if _PLATE_LIKE.search(text):
        yield from (match.span("n") for match in _vehicle_plate().finditer(text))
    if _IDENTITY_LIKE.search(text):
        yield from (match.span("n") for match in _identity().finditer(text))
    for pattern in (_address(), _home()):
        yield from (match.span("n") for match in pattern.finditer(text))


def _phones(text: str) -> Iterator[tuple[int, int]]:
    yield from (match.span() for match in _PHONE.finditer(text) if _as_long_as_a_phone(match[0]))
    for match in _cued_phone().finditer(text):
        if _as_long_as_a_phone(match["n"]) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}|\d{1,3}(?: \d{3})+", match["n"]):
            yield match.span("n")


def _as_long_as_a_phone(written: str) -> bool:
    return _FEWEST_DIGITS <= sum(c.isdigit() for c in written) <= _MOST_DIGITS


@cache
def _cued_phone() -> re.Pattern[str]:
    return re.compile(rf"\b(?i:{either(words().phone_cues)})\b[^\d+.;!?]{{0,24}}(?P<n>{_DIGITS})")


@cache
def _cued_plate() -> re.Pattern[str]:
    between = r"[\s:,]*(?:(?i:number|numbers|no|plate|plates|mark|was|is|bearing|as)\b[.:\s]*){0,3}"
    return re.compile(rf"\b(?i:{either(words().plate_cues)})\b{between}(?P<n>{_PLATE})")


@cache
def _vehicle_plate() -> re.Pattern[str]:
    between = r"[\s,(:]{1,3}(?:(?i:number|no|bearing|with|plate)\b[.:\s]*){0,2}"
    return re.compile(rf"\b(?i:{either(words().vehicles)})s?\b{between}(?P<n>{_STRICT_PLATE})")


@cache
def _identity() -> re.Pattern[str]:
    cards = r"(?i:passport|identity card|id card|national id|id|identity|ration card)"
    between = r"[\s:,]*(?:(?i:number|no|is|was)\b[.:\s]*){0,2}"
    return re.compile(rf"\b{cards}\b{between}(?P<n>[A-Z]{{0,3}}[- ]?\d[\d-]{{4,18}})")


@cache
def _address() -> re.Pattern[str]:
    """A house number with its street, either way round."""
    streets = either(words().streets)
    homes = either(words().homes)
    numbered = rf"\d{{1,5}}[A-Za-z]?(?:/\d+)?,?\s+(?:{_NAME}\s+){{1,4}}(?:{streets})\b\.?"
    further = rf"(?:(?:{homes}|{streets})\s+\d+[A-Za-z]?|(?:\d+\s+)?(?:{_NAME}\s+){{1,4}}(?:{streets})\b)"
    within = rf"(?:{homes})\s+(?:(?:number|no\.?|nr\.?)\s*)?\d{{1,5}}[A-Za-z]?(?:\s*,\s*{further})*"
    kinds = r"(?:Calle|Rue|Avenida|Via|Rua|Jalan|Sharia|Shari['’]?)"
    foreign = rf"{kinds}\s+(?:{_NAME}\s+){{0,4}}{_NAME},?\s+(?:No\.?\s*)?\d{{1,5}}\b"
    return re.compile(rf"(?<![\w.,])(?P<n>(?i:{within})|(?:{_cased(numbered)})|(?:{foreign}))")


@cache
def _home() -> re.Pattern[str]:
    """A street named as where somebody lives: "lives on X Street", "her home in Y Lane"."""
    streets = either(words().streets)
    dwells = r"lives?|lived|living|resides?|resided|(?:his|her|their|my|family)\s+(?:home|house|flat|apartment)"
    return re.compile(
        rf"\b(?i:{dwells})\s+(?:(?:at|on|in|of|off)\s+)"
        rf"(?P<n>(?:\d+\w?,?\s+)?(?:{_NAME}\s+){{1,4}}{_cased('(?:' + streets + ')')}\b)"
    )


def _cased(pattern: str) -> str:
    """Street words small or with a capital; names as they are written."""
    return pattern.replace(f"(?:{either(words().streets)})", f"(?i:{either(words().streets)})")
