"""The office that issues a report: its name heads the page, and what the report lists without a source it has counted.

"NATIONAL DISASTER COUNCIL / SitRep No. 6", "Casualty Monitor: 21 February", "Ministry of Health / Statement No. 9".
Bodies that pass on what others count (the United Nations, aid agencies) are no such office: they name whom they have
it from.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from dateline.extract.draft import Attribution, Page
from dateline.extract.source.kinds import last_type
from dateline.extract.source.words import cues
from dateline.model.words import SourceType
from dateline.vocab.load import word_set

_LINES: Final = 4
_SEEN: Final = 400
"""Lines, and code points, at the beginning of a page among which its heading is."""
_REPORT: Final = re.compile(
    r"\b(?:sitrep|situation reports?|(?:daily|weekly|evening|morning) (?:report|bulletin|update|record)|bulletin"
    r"|statement(?: no\b)?|weekly|daily|press release|communiqu[eé]|flash)\b|^\W*\d{1,2} [A-Z][a-z]+ \d{4}\W*$",
    re.IGNORECASE | re.MULTILINE,
)
"""What a heading says that the page is: a day alone, behind the name of a monitor, says it as well."""
_DIVIDED: Final = re.compile(r"\s[–—|-]\s|[:,|]\s|\s{3,}")
_KINDS: Final[frozenset[SourceType]] = frozenset({"government", "monitor", "military", "other"})
_LONGEST: Final = 9
"""Words of an office's name."""
_SHORT: Final = 4
"""Words of a name that may go on behind the noun: "Education Watch Orvel"."""
_LONGEST_LINE: Final = 110
_SMALL: Final = word_set("wording_en", "source_issuer", "small")
_KEPT: Final = re.compile(
    r"(?:(?:daily|weekly|monthly|quarterly|annual|evening|morning) )?(?:tally|bulletin|casualty (?:list|count|report)"
    r"|situation report|sitrep|roll[- ]?up)\b",
    re.IGNORECASE,
)
"""What stands behind the name of whoever keeps a tally."""
_ORDER: Final = re.compile(r"\b(?:evacuation|emergency|public) (?:order|notice|alert|warning)\b", re.IGNORECASE)
_AREAS: Final = word_set("wording_en", "source_issuer", "areas")


def issuer(page: Page) -> Attribution | None:
    """The office whose name heads the report; None where no line of the heading gives one, or it is no report."""
    for name in _heading_names(page.document.text[:_SEEN]):
        start = page.text.find(name, 0, _SEEN)
        if start < 0 or any(t.start <= start and start + len(name) <= t.end for t in page.toponyms):
            continue
        known = page.actors.named(name)
        words = re.findall(r"[\w'’]+", name.lower())
        kind: SourceType = known.type if known is not None else (last_type(words) or "other")
        if kind in _KINDS:
            resolved = known.name if known is not None else None
            return Attribution(0, start, start + len(name), name, kind, resolved=resolved)
    return None


@lru_cache(maxsize=8)
def _heading_names(opening: str) -> tuple[str, ...]:
    """What may be the office's name in the heading of a report, the surest first; () where it is no report's."""
    lines = opening.split("\n")[:_LINES]
    found: list[str] = []
    for at, line in enumerate(lines):
        if len(line) > _LONGEST_LINE:
            break
        cut = _DIVIDED.search(line)
        name = (line[: cut.start()] if cut is not None else line).strip()
        words = re.findall(r"[\w'’]+", name)
        rest = "\n".join((*lines[:at], line[len(name) :], *lines[at + 1 :]))
        keeps = cut is not None and bool(_KEPT.match(line, cut.end())) and _named(words)
        if keeps or (_REPORT.search(rest) and _office(words)):
            found.append(name)
        elif cut is not None and _ORDER.search(name) and _of_an_area(line[cut.end() :]):
            found.append(line[cut.end() :].strip())
    return tuple(found)


def _of_an_area(name: str) -> bool:
    """ "Regional District of Orvel": whoever governs it gives the order."""
    words = re.findall(r"[\w'’]+", name)
    return _named(words) and any(w.lower() in _AREAS for w in words)


def _named(words: list[str]) -> bool:
    """Written as a name of two words or more."""
    return 1 < len(words) <= _LONGEST and all(w[:1].isupper() or w in _SMALL for w in words)


def _office(words: list[str]) -> bool:
    """Written as a name, with the noun of an office as its last word or before "of"."""
    if not _named(words):
        return False
    lowered = [w.lower() for w in words]
    head = lowered.index("of") - 1 if "of" in lowered else -1
    return lowered[head] in cues().issuers or (len(words) <= _SHORT and not cues().issuers.isdisjoint(lowered[1:-1]))
