"""Numbers in English text with their bounds: digits, words, mixtures, vague words, ranges, quantifiers.

Works on plain text; which numbers count people is decided elsewhere. Bounds follow claim.md: never a midpoint.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from dateline.extract.quantity.modifiers import widen
from dateline.extract.quantity.words import grammar, signs, value_of_words
from dateline.model.words import Quantifier

MOST_DIGITS = 15
"""More digits than that count nobody on earth, and turning thousands of them into a number takes long."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number at [start, end) of the text, modifiers included; [core, core_end) is the number itself.

    `low` or `high` None: open on that side. `refused` says why it can count no people (None: it may).
    """

    start: int
    end: int
    core: int
    core_end: int
    low: int | None
    high: int | None
    quantifier: Quantifier
    refused: str | None = None


def may_count(text: str) -> bool:
    """False where the text surely has no number: neither a digit nor a word of one."""
    return _DIGIT.search(text) is not None or not signs().isdisjoint(_LETTERS.findall(text.lower()))


def numbers(text: str) -> list[Number]:
    """Every number of the text in reading order, ranges joined and modifiers taken in."""
    if not may_count(text):
        return []
    atoms = list(_atoms(text))
    found: list[Number] = []
    at = 0
    while at < len(atoms):
        joined = _range(text, atoms, at)
        number = joined or atoms[at]
        at += 2 if joined else 1
        if number.refused is None:
            number = widen(text, number, replace)
        found.append(number)
    return found


_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[a-z]+")


def _atoms(text: str) -> Iterator[Number]:
    for match in _pattern().finditer(text):
        number = _read(match, text)
        if number is not None:
            yield number
        else:
            yield from _side_by_side(match)


def _side_by_side(match: re.Match[str]) -> Iterator[Number]:
    """The numbers of "three and four thousand", which are no one number."""
    at = match.start()
    for words in re.split(r"(\s+and\s+)", match.group()):
        value = None if words.strip().lower() == "and" else value_of_words(words)
        if value is not None:
            end = at + len(words)
            yield Number(at, end, at, end, value, value, "exact", _refusal(match.string, at, end, value, words=True))
        at += len(words)


def _read(match: re.Match[str], text: str) -> Number | None:
    start, end = match.span()
    if match["zero"]:
        return Number(start, end, start, end, 0, 0, "exact")
    if match["vague"]:
        low, high = grammar().vague[_folded(match["vague"])]
        return Number(start, end, start, end, low, high, "vague")
    if match["words"]:
        value = value_of_words(match["words"])
        if value is None:
            return None
        return Number(start, end, start, end, value, value, "exact", _refusal(text, start, end, value, words=True))
    value = _digits(match["digits"], match["scale"])
    if value is None:
        reason = "a fraction" if len(match["digits"].replace(",", "")) <= MOST_DIGITS else "too long to be a count"
        return Number(start, end, start, end, None, None, "exact", reason)
    return Number(start, end, start, end, value, value, "exact", _refusal(text, start, end, value, words=False))


def _folded(words: str) -> str:
    return " ".join(words.lower().split())


def _digits(digits: str, scale: str | None) -> int | None:
    """The whole number that digits and scale word give, None where a fraction remains or they are too many."""
    plain = digits.replace(",", "")
    if len(plain) > MOST_DIGITS:
        return None
    factor = grammar().scales.get(scale.lower(), 1) if scale else 1
    if "." in plain and factor == 1:
        whole, fraction = plain.split(".", 1)
        # "1.500 people": a fraction of a person is none, three digits are a group of thousands
        return int(whole + fraction) if len(fraction) == 3 and whole != "0" and len(whole) <= 3 else None
    if "." not in plain:
        return int(plain) * factor
    whole, fraction = plain.split(".", 1)
    parts: int = 10 ** len(fraction)
    value: int = (int(whole or 0) * parts + int(fraction)) * factor
    return value // parts if value % parts == 0 else round(value / parts)


@cache
def _pattern() -> re.Pattern[str]:
    g = grammar()
    vague = "|".join(re.escape(v).replace(r"\ ", r"\s+") for v in sorted(g.vague, key=len, reverse=True))
    zero = "|".join(re.escape(v).replace(r"\ ", r"\s+") for v in sorted(g.zero, key=len, reverse=True))
    scale = "|".join(sorted(g.scales, key=len, reverse=True))
    digits = r"\d{1,2}(?:,\d{2})+,\d{3}|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
    return re.compile(
        rf"(?<![\w.#/^])(?<![^\d\s]-)(?:"
        rf"(?P<zero>{zero})(?!\w)"
        rf"|(?P<vague>{vague})(?![\w-])"
        rf"|(?P<digits>(?<![\d.,:])(?:{digits}))(?:[\s-]?(?P<scale>{scale})(?![\w]))?(?!\w*[@^])"
        rf"|(?P<words>{g.words})(?![\w])"
        rf")",
        re.IGNORECASE,
    )


_AGE = re.compile(
    r"-?\s?(?:year|yr|month|week|day)s?[- ]old|-?year-?old|\s?years? of age|\s?-\s?\d+[- ]years?\b", re.IGNORECASE
)
_AFTER = re.compile(
    r"\s?(?P<percent>%|per ?cent\b|percentage|pc\b)"
    r"|(?P<ordinal>(?:st|nd|rd|th)\b)"
    r"|(?P<clock>:\d\d|\s?[ap]\.?m\b\.?|\s?(?:GMT|UTC|hrs|o'clock)\b)"
    r"|(?P<compound>-(?!plus\b)(?:\w+))"
    r"|(?P<money>\s?(?:dollars?|euros?|pounds?|rupees?|pesos?|yuan|US\$|USD|EUR|GBP|birr|naira|riyals?|dinars?|liras?|yen|taka|shillings?)\b)"
    r"|(?P<measure>\s?(?:km|kms|kilomet\w+|miles?|met(?:er|re)s?|mm|cm|kg|kilos?|tons?|tonnes?|metric|hectares?|ha|acres?|feet|foot|ft|inch\w*|mph|kph|km/h|degrees?|°|lit(?:er|re)s?|gallons?|square|sq\.?|knots|megawatts?|mw|kw|bags|barrels?|magnitude)\b)"
    r"|(?P<time>\s?(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|centur\w+)\b)"
    r"|(?P<letter>[A-Za-z])",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\b[A-Z][\w'’-]+ (?:[A-Z][\w.'’-]+ )?[A-Z][\w'’-]+, $")
"""A person's name before a number between commas: "Ana Ruiz, 34, said"."""
_SHARE = re.compile(
    r"(?:\w+) (?:in|out of) (?:every )?(?:two|three|four|five|six|seven|eight|nine|ten|twenty|100|1,000|10)\b",
    re.IGNORECASE,
)
_SHARE_END = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|\d) (?:in|out of) (?:every )?"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|twenty|100|1,000|10)$",
    re.IGNORECASE,
)
_REASONS = {
    "percent": "a percentage", "ordinal": "an ordinal", "clock": "a time of day", "compound": "part of a compound word",
    "money": "an amount of money", "measure": "a measure", "time": "a length of time", "letter": "part of a word",
}  # fmt: skip
_MONEY_BEFORE = re.compile(r"(?:[$€£₹¥]|\b(?:US|USD|EUR|GBP|Rs\.?|INR|PHP|A|C|HK)\s?\$?)\s*$")
_LABEL_BEFORE = re.compile(
    r"\b(?:No|Nos|URL|Views?|Shares?|Tweets?|Comments?|Likes?|Photos?|number|resolution|Route|Highway|Road|article|section|chapter|page|phase|level|category|magnitude|grade|"
    r"class|Flight|Boeing|Airbus|UTC\s?[+-]?|GMT\s?[+-]?|bus|unit|sector|zone|ward|barangay|district|brigade|"
    r"division|age|aged|ages)\.?\s*$",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_MONTH_BEFORE = re.compile(
    rf"\b{_MONTH}\.?\s*(?:the\s*)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s*(?:and|to|or|-|–|,)\s*)?$", re.IGNORECASE
)
_MONTH_AFTER = re.compile(
    rf"\s*(?:(?:to|and|or|-|–)\s*\d{{1,2}}\s+)?(?:of\s+)?{_MONTH}\b(?!\s+(?:be|have|need|also|still|face))",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(
    rf"(?:\b(?:in|since|until|till|by|from|of|during|before|after|early|late|mid|year|years|through|between|and|the|to|for|{_MONTH}|"
    rf"spring|summer|autumn|fall|winter|\d{{1,2}}(?:st|nd|rd|th)?),?|[-–(,/])\s*$",
    re.IGNORECASE,
)


def _refusal(text: str, start: int, end: int, value: int, *, words: bool) -> str | None:
    before, after = text[max(0, start - 24) : start], text[end : end + 24]
    if _AGE.match(after) or (value < 120 and after.startswith(",") and _NAMED.search(before)):
        return "an age"
    if _SHARE.match(text[start : end + 24]) or _SHARE_END.search(text[max(0, start - 24) : end]):
        return "a share"
    match = _AFTER.match(after)
    if match:
        kind = next(name for name, part in match.groupdict().items() if part)
        if not (kind == "compound" and _range_follows(after)):
            return _REASONS[kind]
    if words:
        return None
    if _MONEY_BEFORE.search(before):
        return "an amount of money"
    if _LABEL_BEFORE.search(before):
        return "a label or an age"
    if value <= 31 and "," not in text[start:end] and (_MONTH_BEFORE.search(before) or _MONTH_AFTER.match(after)):
        return "a date"
    if 1900 <= value <= 2100 and end - start == 4 and _looks_like_year(before, after):
        return "a year"
    if re.match(r"\s+\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d", after):
        return "a time of day"
    if re.match(r"[./]\d", after) or _NUMERIC_DATE.search(text[max(0, start - 8) : end + 8]):
        return "a date or a decimal"
    if re.match(r"0\d{3}", text[start:end]) or _DIALLED.search(text[max(0, start - 12) : end + 12]):
        return "a telephone number or a code"
    return None


_DIALLED = re.compile(r"(?<![\d,.])\+?\d{2,}(?:-\d{2,}){2}")

_NUMERIC_DATE = re.compile(
    r"(?<!\d)(?:\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d|(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2})(?!\d)"
)


def _range_follows(after: str) -> bool:
    return bool(re.match(r"-\s?\d", after))


def _looks_like_year(before: str, after: str) -> bool:
    """A four-digit number of our times is a year unless a counted noun follows it directly."""
    if _YEAR_BEFORE.search(before) or not before.strip():
        return not re.match(
            r"\s+(?:people|persons?|families|households|houses|homes|individuals|refugees|idps|civilians|residents)\b",
            after,
            re.I,
        )
    return not re.match(r"\s+[a-zA-Z]", after)


def _range(text: str, atoms: list[Number], at: int) -> Number | None:
    """Two numbers that bound one figure ("between 300 and 400", "5,000-7,000", "two or three")."""
    if at + 1 >= len(atoms):
        return None
    a, b = atoms[at], atoms[at + 1]
    if b.refused or (a.refused and a.refused != "part of a compound word") or "vague" in (a.quantifier, b.quantifier):
        return None
    between = text[a.core_end : b.core]
    word = between.strip().lower()
    before = text[max(0, a.core - 40) : a.core].lower()
    if word not in grammar().range_words or len(between) > 5:
        return None
    opened = re.search(r"\b(between|from)\s+(?:about |around |some |an estimated |approximately )?$", before)
    if word == "and" and not (opened and opened[1] == "between"):
        return None
    if (
        word == "to"
        and opened
        and opened[1] == "from"
        and any(re.search(rf"\b{w}\b", before) for w in grammar().rising)
    ):
        return None
    low, high = a.low, b.high
    if low is None or high is None:
        return None
    if low < 1000 <= high and low * _scale_of(text[b.core : b.core_end]) < high:
        low *= _scale_of(text[b.core : b.core_end])
    if low >= high or high > low * 20:
        return None
    start = a.start - (len(opened[0]) if opened else 0)
    return Number(start, b.end, a.core, b.core_end, low, high, "range")


def _scale_of(words: str) -> int:
    """What "3 million" lends to the bare number before it: 1,000,000; 1 where there is nothing to lend."""
    match = re.search(r"[a-z]+$", words.lower())
    if match:
        return grammar().scales.get(match[0], 1)
    return 1000 if re.fullmatch(r"\d{1,3},000", words) else 1
