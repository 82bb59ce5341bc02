"""The working text: the canonical text with what scraping broke put right, and a map back.

Glued words ("at least140,000", "people.The"), mojibake, lost ligatures, numbers printed in groups
("3 385", "61, 000"), stripped apostrophes and hard line breaks mislead any parser. Each rule here
replaces a short stretch; every character of the result knows the canonical offset it came from.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from dateline.vocab.load import load

LOST_LETTER = "\u0238"
"""Stands in the working text for a letter that was lost between two others, so that a name stays one word."""


@dataclass(frozen=True, slots=True)
class Working:
    """The repaired text. `origin[i]` is where character i stood in the canonical text; one more for the end.

    `breaks` are working offsets where a line of the canonical text began (a list, a table, a headline).
    """

    text: str
    origin: tuple[int, ...]
    breaks: tuple[int, ...] = ()

    def canonical(self, start: int, end: int) -> tuple[int, int]:
        """The canonical span of the working span [start, end)."""
        return self.origin[start], self.origin[end - 1] + 1 if end > start else self.origin[start]

    def working(self, start: int, end: int) -> tuple[int, int]:
        """The working span that covers a canonical span."""
        return bisect_left(self.origin, start), bisect_left(self.origin, end)


@dataclass(frozen=True, slots=True)
class _Rule:
    """Where `pattern` matches, the words become `to(match)`; None leaves them.

    `sign` is asked first: where it is False the pattern matches nowhere. It saves most of the time.
    """

    pattern: re.Pattern[str]
    to: Callable[[re.Match[str]], str | None]
    sign: Callable[[str], object]

    def apply(self, working: Working) -> Working:
        """The working text with what the rule puts right."""
        return _apply(working, self) if self.sign(working.text) else working


@dataclass(frozen=True, slots=True)
class _Swap:
    """Each of the characters becomes `to`, one for one: no offset moves."""

    characters: str
    to: str

    def apply(self, working: Working) -> Working:
        """The working text with the characters swapped."""
        text = working.text
        for character in self.characters:
            text = text.replace(character, self.to)
        return replace(working, text=text) if text is not working.text else working


def repair(text: str) -> Working:
    """The working text of a canonical text. Pure; cost grows linearly with the text."""
    working = Working(text, tuple(range(len(text) + 1)))
    for rule in _rules():
        working = rule.apply(working)
    return _fold_lines(working)


def _apply(working: Working, rule: _Rule) -> Working:
    pieces: list[str] = []
    origin: list[int] = []
    done = 0
    for match in rule.pattern.finditer(working.text):
        new = rule.to(match)
        if new is None or new == match.group():
            continue
        pieces += [working.text[done : match.start()], new]
        origin += working.origin[done : match.start()]
        origin += _spread(match.group(), new, match.start(), working.origin)
        done = match.end()
    if not done:
        return working
    pieces.append(working.text[done:])
    origin += working.origin[done:]
    return Working("".join(pieces), tuple(origin), working.breaks)


def _spread(old: str, new: str, at: int, origin: tuple[int, ...]) -> Iterator[int]:
    """Origins for `new`: common head and tail keep theirs, the middle falls on the replaced stretch."""
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    middle_old = len(old) - head - tail
    for i in range(len(new)):
        if i < head:
            yield origin[at + i]
        elif i >= len(new) - tail:
            yield origin[at + len(old) - (len(new) - i)]
        else:
            yield origin[at + head + min(i - head, max(middle_old - 1, 0))]


def _shared(a: str, b: str) -> int:
    n = 0
    while n < min(len(a), len(b)) and a[n] == b[n]:
        n += 1
    return n


def _fold_lines(working: Working) -> Working:
    """Line breaks inside a paragraph become spaces (their places are kept); runs of spaces become one."""
    pieces: list[str] = []
    origin: list[int] = []
    breaks: list[int] = []
    done = 0
    length = 0
    for match in _GAP.finditer(working.text):
        chunk = working.text[done : match.start()]
        pieces.append(chunk)
        origin += working.origin[done : match.start()]
        length += len(chunk)
        blank = match.group().count("\n") > 1
        filled = "\n\n" if blank else "\n" if "\n" in match.group() and _list_item(working.text, match) else " "
        pieces.append(filled)
        origin += [working.origin[match.start()], working.origin[match.end() - 1]][: len(filled)]
        length += len(filled)
        if "\n" in match.group():
            breaks.append(length)
        done = match.end()
    pieces.append(working.text[done:])
    origin += working.origin[done:]
    return Working("".join(pieces), tuple(origin), tuple(breaks))


_BLANKS = r"[ \t\r\f\v\u00a0\u2000-\u200a\u202f\u3000]"
_BREAK = r"[ \t\r\f\v\u00a0]*(?:\n\s*)?"
_GAP = re.compile(rf"[\n{_BLANKS[1:]}(?:(?<=\n){_BREAK}|(?<!\n){_BLANKS}*\n{_BREAK}|(?<!\n){_BLANKS}+|(?<![ \n]))")
"""A break of lines with the blanks around it, several blanks, or one that is no plain space."""
_ITEM = re.compile(r"[^\n.:]{2,60}:\s*\S|[•●▪■◦*–-]\s|\(?\d{1,2}[.)]\s")


def _list_item(text: str, gap: re.Match[str]) -> bool:
    """True where a line break divides items of a list or rows of a table, not the words of one sentence."""
    line_start = text.rfind("\n", 0, gap.start()) + 1
    before, after = text[line_start : gap.start()], text[gap.end() : gap.end() + 80].split("\n")[0]
    if _ITEM.match(after):
        return True
    return (
        bool(_ITEM.match(before))
        and len(before) < 70
        and after[:1].isupper()
        and not before.rstrip().endswith((",", ":"))
    )


_WORD = re.compile(r"\w+")


_REMEMBERED = 100_000


@lru_cache(maxsize=2)
def _marked(text: str) -> frozenset[str]:
    """The words of a text for which a rule may be meant: suspects and owners."""
    plain = _plain()
    if len(plain) > _REMEMBERED:
        plain.clear()
    found: set[str] = set()
    for chunk in set(text.split()) - plain:
        marked = [word for word in _WORD.findall(chunk) if _suspected(word) or any(word in part for part in _owned())]
        found.update(marked)
        if not marked:
            plain.add(chunk)
    return frozenset(found)


@cache
def _plain() -> set[str]:
    """What stood between two blanks and has no such word is remembered: the same make up nearly every text."""
    return set()


def _has_suspects(text: str) -> bool:
    """True where a word of the text may be two words run together, or one whose ligature was lost."""
    return any(map(_suspected, _marked(text))) or "ve-year" in text


def _suspected(word: str) -> bool:
    return bool(_suspects().fullmatch(word))


@cache
def _suspects() -> re.Pattern[str]:
    words = load("repair_en")
    lists = ("number_words", "number_nouns", "number_before", "acronym_tails")
    numbers, nouns, before, tails = ("|".join(words[name]) for name in lists)
    lost = "|".join(word.rstrip(".") for word in (*words["ligatures"], *words["ligatures_after"]))
    glued = rf"(?i:(?:{numbers})(?:{nouns})|(?:{before}|[a-z]+(?:ed|ing|ly))(?:{numbers}))"
    return re.compile(rf"(?!(?i:{'|'.join(_WHOLE)})$)(?:{glued}|[A-Z]{{3,}}(?:{tails})|{lost})")


def _beyond_ascii(text: str) -> bool:
    return not text.isascii()


@cache
def _owned() -> tuple[frozenset[str], frozenset[str]]:
    """Owners with the s of a possessive: names, and common nouns."""
    owners = [f"{owner}s" for owner in load("repair_en")["possessive_owners"]]
    return frozenset(o for o in owners if o[0].isupper()), frozenset(o for o in owners if o[0].islower())


def _has_owners(text: str) -> bool:
    names, nouns = _owned()
    words = _marked(text)
    if not words.isdisjoint(names):
        return True
    own = tuple(words & nouns)
    return bool(own) and any(text.endswith(own, 0, match.start() + 1) for match in _BEFORE_NAME.finditer(text))


_BEFORE_NAME = re.compile(r"s [A-Z]")


_WHOLE = ("often", "overten", "atone", "thousand", "someone", "theone")
"""Words of English that look like two run together."""


@cache
def _rules() -> tuple[_Rule | _Swap, ...]:
    words = load("repair_en")
    whole = set(words["whole"])
    suffixes = set(words["number_suffixes"])
    numbers = "|".join(sorted(words["number_words"], key=len, reverse=True))
    nouns = "|".join(sorted(words["number_nouns"], key=len, reverse=True))
    before = "|".join(sorted(words["number_before"], key=len, reverse=True))
    tails = "|".join(sorted(words["acronym_tails"], key=len, reverse=True))
    owners = "|".join(words["possessive_owners"])
    ligatures = words["ligatures"]
    after = words["ligatures_after"]
    one = r"(?<![\w.])"

    def rule(
        pattern: str,
        to: Callable[[re.Match[str]], str | None],
        flags: int = 0,
        *,
        sign: str | Callable[[str], object] = "",
    ) -> _Rule:
        return _Rule(re.compile(pattern, flags), to, re.compile(sign).search if isinstance(sign, str) else sign)

    def split_word(m: re.Match[str]) -> str | None:
        return None if m.group().lower() in whole else f"{m[1]} {m[2]}"

    def split_number(m: re.Match[str]) -> str | None:
        return None if m[2].lower() in suffixes else f"{m[1]} {m[2]}"

    return (
        rule(r"[\u00ad\u200b-\u200f\u2060\ufeff]+", lambda m: "", sign=_beyond_ascii),
        rule(
            r"[ﬀ-ﬆ]",
            lambda m: {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}.get(m[0], "st"),
            sign=_beyond_ascii,
        ),
        rule(
            r"[ÂÃâÐÑØÙ][\u0080-\u00bf\u0152-\u0178\u0192\u02c6\u02dc\u2013-\u2122]{1,3}", _mojibake, sign=_beyond_ascii
        ),
        rule(r"(?<=[a-z])\ufffd(?=(?:s|t|re|ve|ll|d)\b)", lambda m: "'", sign="\ufffd"),
        rule(
            r"\b([A-Z][^\W\d_]*)\ufffd{1,3}(?=[a-z])(?!(?:the|and|which|who|that|including|with|but)\b)",
            lambda m: m[1] + LOST_LETTER,
            sign="\ufffd",
        ),
        rule(r"\b([dDlL])\ufffd(?=[A-Z])", lambda m: f"{m[1]}'", sign="\ufffd"),
        rule(r"(?<=\s)\ufffd(?=\s)", lambda m: "-", sign="\ufffd"),
        rule(r"(?<!\w)\ufffd(?=\w)", lambda m: '"', sign="\ufffd"),
        rule(r"(?<=[.,a-z])\ufffd(?!\w)", lambda m: '"', sign="\ufffd"),
        _Swap("\u2018\u2019\u02bc\u00b4`", "'"),
        _Swap("\u201c\u201d\u00ab\u00bb", '"'),
        # numbers printed in groups: the working text writes them with commas
        rule(
            r"(?<![\d.,])(\d{1,3})((?:[\u00a0\u2009\u202f ]\d{3})+)(?![\d]|[.,]\d|\s?(?:%|per cent|percent))",
            _grouped,
            sign=r"\d[\u00a0\u2009\u202f ]\d{3}",
        ),
        rule(r"(?<![\d.,])(\d{1,3}), (\d{3})(?![\d,])(?! \d)", lambda m: f"{m[1]},{m[2]}", sign=r"\d, \d{3}"),
        # glued words
        rule(r"\b([A-Za-z]{0,40}[a-z]{2})(\d[\d,.]*\d|\d)(?![\w-])", split_word, sign=r"\d(?<=[a-z]\d)"),
        rule(r"(?<![\w.,-])(\d[\d,.]*)([A-Za-z]{2,})\b", split_number, sign=r"\d(?<![\d.,]\d)[\d.,]*[A-Za-z]{2}"),
        rule(rf"{one}({numbers})({nouns})\b", lambda m: f"{m[1]} {m[2]}", re.IGNORECASE, sign=_has_suspects),
        rule(
            rf"{one}({before}|[a-z]+(?:ed|ing|ly))({numbers})\b(?!-)", _unless_word, re.IGNORECASE, sign=_has_suspects
        ),
        rule(
            r"([a-z]{2}|\d{4}|[A-Z]{2}|[)\"'])([.!?;:])([A-Z][A-Za-z]+|[A-Z]\b(?![.]))",
            _after_stop,
            sign=r"[.!?;:](?=[A-Z])(?:(?<=[a-z]{2}.)|(?<=\d{4}.)|(?<=[A-Z]{2}.)|(?<=[)\"'].))",
        ),
        rule(
            r"(?<![\w./@-])([A-Za-z][a-z]{3,})\.([a-z]{4,})\b(?![.@/(])",
            _unless_address,
            sign=r"\.(?<=[a-z]{3}\.)[a-z]{4}",
        ),
        rule(r"([A-Za-z)]),([A-Za-z]{2,})", lambda m: f"{m[1]}, {m[2]}", sign=r",[A-Za-z]{2}"),
        rule(r"(?<=[a-z0-9])\)([A-Za-z]{2,})", lambda m: f") {m[1]}", sign=r"\)[A-Za-z]{2}"),
        rule(rf"\b([A-Z]{{3,}})({tails})\b", lambda m: f"{m[1]} {m[2]}", sign=_has_suspects),
        rule(r"\b[a-z-]+\b", lambda m: ligatures.get(m[0]), sign=_has_suspects),
        rule(
            r"\b(\w+) (" + "|".join(map(re.escape, after)) + r")\b",
            lambda m: f"{m[1]} {after[m[2]]['reads']}" if m[1].lower() in after[m[2]]["before"] else None,
            sign=_has_suspects,
        ),
        rule(
            rf"\b({owners})s(?= [A-Za-z])(?! (?:and|or|of|in|are|were|have|who|that|to|from)\b)",
            _possessive,
            sign=_has_owners,
        ),
    )


def _mojibake(match: re.Match[str]) -> str | None:
    """UTF-8 read as Windows-1252, undone where the bytes make a character again; no digit comes of what shows none."""
    garbled = match.group()
    try:
        # five bytes have no character in Windows-1252: readers leave them as control characters
        told = b"".join(c.encode("latin-1" if "\x80" <= c <= "\x9f" else "cp1252") for c in garbled).decode("utf-8")
    except UnicodeError:
        return None
    return None if any(map(str.isnumeric, told)) and not any(map(str.isnumeric, garbled)) else told


def _grouped(match: re.Match[str]) -> str | None:
    """ "12 000" is one number, unless a month, a day or a year stands before or the groups are years."""
    before = match.string[max(0, match.start() - 12) : match.start()].rstrip().lower()
    if before.endswith(_MONTH_ENDS) and int(match[1]) <= 31 and not re.search(r"\d\s+\w+$", before):
        return None
    return match.group().translate({0xA0: ",", 0x2009: ",", 0x202F: ",", 0x20: ","})


_MONTH_ENDS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
)  # fmt: skip


def _unless_word(match: re.Match[str]) -> str | None:
    """ "oftwo" is two words; "often", "andone"… only where the whole is none of English."""
    return None if match.group().lower() in _WHOLE else f"{match[1]} {match[2]}"


def _after_stop(match: re.Match[str]) -> str | None:
    head = match.string[max(0, match.start() - 8) : match.start() + 2]
    if re.search(r"(?:https?:|www|//|@)\S*$", head) or re.match(r"[A-Z]\.", match[3]):
        return None
    return f"{match[1]}{match[2]} {match[3]}"


_TOP_LEVEL = frozenset(
    [
        "html",
        "info",
        "news",
        "pdf",
        "jpeg",
        "aspx",
        "press",
        "online",
        "live",
        "today",
        "store",
        "tech",
        "media",
        "blog",
    ]
)


def _unless_address(match: re.Match[str]) -> str | None:
    return None if match[2] in _TOP_LEVEL else f"{match[1]}. {match[2]}"


def _possessive(match: re.Match[str]) -> str | None:
    """ "Tuesdays bombing" owns; plain plurals of common nouns are left where no capital or noun shows owning."""
    owner = match[1]
    follows = match.string[match.end() + 1 : match.end() + 2]
    return f"{owner}'s" if owner[0].isupper() or follows.isupper() else None
