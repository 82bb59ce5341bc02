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


def issuer(page: Page) -> Attribution | None:
    """The office whose name heads the report; None where its first line opens with none, or it is no report."""
    name = _heading_name(page.document.text[:_SEEN])
    if name is None or not page.text.startswith(name):
        return None
    known = page.actors.named(name)
    words = re.findall(r"[\w'’]+", name.lower())
    kind: SourceType = known.type if known is not None else (last_type(words) or "other")
    if kind not in _KINDS:
        return None
    return Attribution(0, 0, len(name), name, kind, resolved=known.name if known is not None else None)


@lru_cache(maxsize=8)
def _heading_name(opening: str) -> str | None:
    """The office's name at the beginning of a report's text, up to a dash, a colon or the end of the line."""
    lines = opening.split("\n")[:_LINES]
    cut = _DIVIDED.search(lines[0])
    name = lines[0][: cut.start()] if cut is not None else lines[0]
    rest = "\n".join((lines[0][len(name) :], *lines[1:]))
    return name.strip() if _REPORT.search(rest) and _office(re.findall(r"[\w'’]+", name)) else None


def _office(words: list[str]) -> bool:
    """Written as a name, with the noun of an office as its last word or before "of"."""
    if not 1 < len(words) <= _LONGEST:
        return False
    lowered = [w.lower() for w in words]
    head = lowered.index("of") - 1 if "of" in lowered else -1
    named = all(w[:1].isupper() or w in {"of", "and", "for", "the", "on"} for w in words)
    return named and lowered[head] in cues().issuers
