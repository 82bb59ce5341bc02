"""Sources set off by marks: "(OCHA, 5 March 2017)", "Source: ONEMI", "UN: ...", a headline's "... - monitor"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from dateline.extract.sentence import Sentence
from dateline.extract.source.kinds import Known, Who, last_type
from dateline.extract.source.words import cues, offices, plural
from dateline.vocab.fold import fold
from dateline.vocab.load import load, word_set

_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_BRACKETS = re.compile(r"[(]\s*(?:(?P<label>sources?|via|credit)\s*[:;]?\s*)?(?P<inside>[^()]{2,90})[)]", re.IGNORECASE)
_DATED = re.compile(
    rf"^(?:(?:as )?of |on |by |in )?(?:[\d\s./:-]+|(?:\d{{1,2}}\s*)?(?:{_MONTHS})\w*\.?[\s\d,./-]*)$", re.IGNORECASE
)
_LABEL = re.compile(
    r"(?:(?:^|[\s.;|])(?:sources?|data source|information source)|^\W*(?:data|(?:all )?figures))"
    r"\s*:\s*(?P<inside>[^.;|\n]{2,80}?)(?=\s+(?:unless|except|where)\b|[.;|\n]|$)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:\s*/\s*)?\b(?:https?:?|www)\b.*$", re.IGNORECASE)
"""An address behind a name ("N/www.…"), or alone: no words of a source."""
_LEAD = re.compile(r"^[\"'“]?(?P<inside>[A-Z][^:.!?\"“]{1,60}):\s")
_BAR = re.compile(r"^(?P<inside>[A-Z][^:.!?\"“|–—-]{1,40}) [|–—-] (?=\D{0,12}\d)")
"""A body before a bar or a dash, and behind it a figure: "Civil Defence - 40 killed"."""
_SECTION = re.compile(r" [-–—|] ")
_TAIL = re.compile(r".*(?P<mark>\s[-–—_|]+\s*|:\s+|,\s+)(?P<inside>[A-Za-z][\w .'’&-]{1,50}?)\s*[.]?$", re.DOTALL)
_CREDIT_LINE = re.compile(
    r"^(?:all |these |the |above )*(?:figures|data|numbers|information|statistics|tolls?)"
    r"(?: here| above| are| is| come| comes)* "
    r"(?:from|by|according to|courtesy of) (?:the )?(?P<inside>[^.;|\n]{2,80})",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*[(][^()]*[)]\s*$")
"""What is put in brackets behind a source before the colon: "Doctors' union (civilians only):"."""
_LONG: Final = 8
"""More words than a body's name before a colon has."""
_SPLIT = re.compile(r"\s*[,;–]\s*|\s+(?=\d)|\s+-\s+")


@dataclass(frozen=True, slots=True)
class Marked:
    """A source set off by marks: working offsets of its words, of the mark, and of what it covers."""

    start: int
    end: int
    cue: tuple[int, int]
    content: tuple[int, int]
    who: Who


def marked(sentence: Sentence, known: Known, before: Sentence | None, begin: int) -> Iterator[Marked]:
    """Sources in brackets, after "Source:", before a colon, at the end of a headline.

    `before` is the sentence before, credited where the mark stands alone; `begin` where its paragraph begins.
    """
    yield from _bracketed(sentence, known, before)
    yield from _labelled(sentence, known, before)
    yield from _leading(sentence, known)
    yield from _trailing(sentence, known)
    yield from _credit_line(sentence, known, begin)


def _bracketed(sentence: Sentence, known: Known, before: Sentence | None) -> Iterator[Marked]:
    text, covered = sentence.text, 0
    for match in _BRACKETS.finditer(text):
        parts = [p for p in _SPLIT.split(match["inside"].strip()) if p]
        who = _inside(parts[0], known, labelled=bool(match["label"])) if parts else None
        dated = all(_DATED.match(part) for part in parts[1:])
        if (
            who is None
            or not dated
            or _gloss(text[: match.start()], parts[0], who, known)
            or _dateline(text, match, who)
        ):
            continue
        at = sentence.start + match.start("inside") + match["inside"].find(parts[0])
        cue = (sentence.start + match.start(), sentence.start + match.end())
        content = (sentence.start + covered, sentence.start + match.start())
        if not text[covered : match.start()].strip() and before is not None:
            content = (before.start, before.end)
        covered = match.end()
        yield Marked(at, at + len(parts[0]), cue, content, who)


def _inside(words: str, known: Known, *, labelled: bool) -> Who | None:
    """Who is named in brackets: a known body, "Civil Defence", behind "source:" anyone."""
    named = _named(words, known)
    if named is None and labelled:
        return _labelled_who(words)
    office = _officer(words, known) if named is None and words.istitle() else None
    return office if office is not None and office.type in _COUNTING else named


def _labelled(sentence: Sentence, known: Known, before: Sentence | None) -> Iterator[Marked]:
    for match in _LABEL.finditer(sentence.text):
        if "(" in sentence.text[max(0, match.start() - 2) : match.start() + 1]:
            continue
        parts = [p for p in _SPLIT.split(_ADDRESS.sub("", match["inside"].strip())) if p]
        who = (_named(parts[0], known) or _labelled_who(parts[0])) if parts else None
        if who is None:
            continue
        at = sentence.start + match.start("inside")
        alone = not any(c.isalnum() for c in sentence.text[: match.start()])
        content = (
            (before.start, before.end)
            if alone and before is not None
            else (sentence.start, sentence.start + match.start())
        )
        yield Marked(at, at + len(parts[0]), (sentence.start + match.start(), at), content, who)


def _credit_line(sentence: Sentence, known: Known, begin: int) -> Iterator[Marked]:
    """ "All figures from N": a line that credits the paragraph before it."""
    match = _CREDIT_LINE.match(sentence.text)
    if match is None:
        return
    parts = [p for p in _SPLIT.split(match["inside"].strip()) if p]
    who = (_named(parts[0], known) or _labelled_who(parts[0])) if parts else None
    if who is not None:
        at = sentence.start + match.start("inside")
        yield Marked(at, at + len(parts[0]), (sentence.start, at), (begin, sentence.start), who)


def _leading(sentence: Sentence, known: Known) -> Iterator[Marked]:
    match = _LEAD.match(sentence.text)
    bar = _BAR.match(sentence.text) if match is None else None
    if bar is not None:
        barred = _named(bar["inside"], known) or _officer(bar["inside"], known)
        match = bar if barred is not None and barred.type in _COUNTING else None
    if match is None or _LABEL.match(sentence.text):
        return
    words = _ASIDE.sub("", match["inside"])
    who = _named(words, known) or _officer(words, known) or _body(words)
    if who is None:
        return
    start = sentence.start + match.start("inside")
    end = start + len(words)
    colon = sentence.start + match.end("inside")
    yield Marked(start, end, (colon, colon + 1), (colon + 1, sentence.end), who)


def _trailing(sentence: Sentence, known: Known) -> Iterator[Marked]:
    if not sentence.headline and sentence.text.rstrip().endswith("."):
        return
    match = _TAIL.match(sentence.text)
    if match is None or not any(c.isalnum() for c in sentence.text[: match.start("mark")]):
        return
    who = _named(match["inside"], known) or _officer(match["inside"], known)
    comma = match["mark"].startswith(",")
    if who is None or (comma and not sentence.headline):
        return
    if who.type == "media" and _SECTION.search(sentence.text, 0, match.start("mark")):
        return  # "... - Region - World - N": where the page is filed, and its outlet
    on_top = sentence.headline or sentence.paragraph == 0
    if on_top and who.type == "media" and who.resolved is not None and who.resolved not in _agencies():
        return  # "... - The Harbour Times": who prints it
    start, end = sentence.start + match.start("inside"), sentence.start + match.end("inside")
    yield Marked(start, end, (start, end), (sentence.start, sentence.start + match.start("mark")), who)


@cache
def _agencies() -> frozenset[str]:
    """Names of the news agencies whose dispatches others print: behind a headline they are credited."""
    return frozenset(load("agencies")["agencies"])


def _named(words: str, known: Known) -> Who | None:
    """The body that these words name whole; armed groups are glossed, not quoted, in brackets."""
    actor = known.actors.named(words)
    if actor is not None:
        return None if actor.type == "armed_group" else Who(actor.type, actor.name)
    introduced = known.aliases.get(fold(words).removeprefix("the "))
    if introduced is not None and words[:1].isupper():
        return None if introduced.type == "armed_group" else introduced
    return None


def _labelled_who(words: str) -> Who | None:
    """Whatever stands with a capital after "Source:", and without one who can speak or what holds the counts."""
    folded = words.lower().split()
    if len(folded) > 8:
        return None
    kind = last_type(folded)
    if kind is None and not words[:1].isupper() and folded[-1] not in cues().material:
        return None
    return Who(kind or "other")


def _officer(words: str, known: Known) -> Who | None:
    """Words for those who speak without a name, as headlines have them: "officials", "war monitor", "police"."""
    folded = words.lower().strip().split()
    if not folded or len(folded) > 4:
        return None
    last = folded[-1]
    pair = " ".join(folded[-2:])
    if last in cues().records or not (pair in offices().types or last in offices().types or last in offices().carriers):
        return None
    if pair in offices().types and len(folded) > 1:
        folded = [*folded[:-2], pair]
    if not all(w in offices().modifiers or w in offices().words or w in offices().types for w in folded[:-1]):
        return None
    kind = offices().types.get(pair) or offices().types.get(last) or offices().alone.get(last)
    return Who(kind or "other") if kind not in {"witness", "armed_group"} or len(folded) == 1 else None


_COUNTING: Final = frozenset({"government", "un", "ngo", "monitor"})
"""Kinds of bodies that give counts under their names; a list that names soldiers or refugees tells of them."""
_UNITS: Final = word_set("source_words_en", "marks", "units")
"""Bodies' nouns that also name parts of a country, buildings or troops: alone they name no speaker."""


def _body(words: str) -> Who | None:
    """A body that no list names: "Ministry of Health", "Provincial disaster agency", "Union of Camp Doctors"."""
    named = words.split()
    if not 2 <= len(named) <= _LONG or any(w[0].isdigit() for w in named) or "," in words:
        return None
    lower = [w.lower() for w in named]
    of = next((i for i, w in enumerate(lower) if w in {"of", "for"}), len(lower))
    head = lower[of - 1] if of else ""
    kind = offices().types.get(" ".join(lower[max(0, of - 2) : of])) or offices().types.get(head)
    if kind not in _COUNTING and head not in cues().bodies_again:
        return None
    if head in cues().place_nouns or (plural(head[:-1]) == head and head not in offices().alone):
        return None  # "Aleppo Governorate: 40 dead", "Health centres: 12"
    owner = lower[of - 2].replace("’", "'").removesuffix("'s") if of > 1 else ""
    told = of < len(lower) or owner in offices().words
    return None if head in _UNITS and not told else Who(kind or "other")


def _gloss(before: str, inside: str, who: Who, known: Known) -> bool:
    """The brackets only give the short form of the name before them: "the Harbour Data Centre (HDC)"."""
    words = re.findall(r"[^\W_]+", before)[-14:]
    letters = [c for c in inside if c.isalpha()]
    named = known.actors.find(before[-160:])
    if named and named[-1].actor.name == who.resolved and len(before[-160:]) - named[-1].end <= 2:
        return True
    return _initials(words, letters)


def _initials(words: list[str], letters: list[str]) -> bool:
    """True when the letters are initials of the last words, small words put aside."""
    wanted = "".join(letters).lower()
    big = [w for w in words if w[:1].isupper() or len(w) > 3]
    return len(wanted) > 1 and "".join(w[0] for w in big[-len(wanted) :]).lower() == wanted


def _dateline(text: str, match: re.Match[str], who: Who) -> bool:
    """ "HARBOURTOWN (Agency) -": where and for whom it was written, not who says it."""
    words = text[: match.start()].split()
    return who.type == "media" and len(words) <= 5 and not any(w.islower() for w in words)
