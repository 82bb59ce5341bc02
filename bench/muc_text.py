"""The MUC-4 texts, truecased: capitals throughout become what a newspaper would print.

How a word is written is learnt from the other development texts at hand: capital or small, by what is more frequent
inside sentences. A word that these texts do not have is taken for a name where no English ending gives it away.
"""

from __future__ import annotations

import csv
import json
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

GOLD = Path(__file__).parent.parent.parent / "shared" / "gold"
_ACRONYM = 6
_HEAD = re.compile(r"(?m)^(?=DEV-MUC3-\d+)")
_LINE = re.compile(r"^\s*([A-Z][A-Z .'-]*?)(?:\s*\(([A-Z ]+)\))?,\s*(\d{1,2} [A-Z]{3} \d\d)\b.*?--", re.DOTALL)
_WORD = re.compile(r"[A-Z][A-Z'’]*")
_ENDINGS = ("ING", "ED", "LY", "TION", "TIONS", "MENT", "MENTS", "NESS", "ITY", "IES", "ISM", "ABLE", "IVE", "ERS")
_MONTHS = {name: at for at, name in enumerate(re.findall("...", "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC"), 1)}
_DAY = re.compile(rf"\b(\d\d?) ({'|'.join(_MONTHS)}) (\d\d)\b")


@dataclass(frozen=True, slots=True)
class Item:
    """A page: its id, its truecased text, and its header's day (ISO; None: not given)."""

    name: str
    text: str
    published: str | None


def items(folder: Path) -> Iterator[Item]:
    """The pages of the development set in order."""
    for path in sorted(folder.glob("dev-muc3-*")):
        for part in _HEAD.split(path.read_text(encoding="latin-1")):
            if part.strip():
                name, _, body = part.partition("\n")
                yield Item(name.split()[0], truecased(unwrapped(body)), header_day(body))


def unwrapped(body: str) -> str:
    """Paragraphs on one line each; the header's marks ("[TEXT]") left out."""
    body = re.sub(r"\[(?:TEXT|REPORT|ARTICLE|EDITORIAL|COMMENTARY|COMMUNIQUE|SPEECH|INTERVIEW)\]", " ", body)
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in re.split(r"\n\s*\n", body) if paragraph.strip())


def header_day(body: str) -> str | None:
    match = _LINE.match(body)
    return next(iter(days_of(match[3])), None) if match else None


def days_of(text: str) -> list[str]:
    """The days (ISO) that the words write as "30 DEC 89", in reading order; the century is the twentieth."""
    return [f"19{year}-{_MONTHS[month]:02d}-{int(day):02d}" for day, month, year in _DAY.findall(text)]


def truecased(text: str) -> str:
    """The text as it would be printed."""
    written = casing()
    opens = {match.end() for match in re.finditer(r"(?:^|[.!?]\s+|\n\n|[\"\[]|--\s*)", text)}

    def as_printed(match: re.Match[str]) -> str:
        word = match[0]
        if len(word) < _ACRONYM and text[match.start() - 1] == "[" and text[match.end() : match.end() + 1] == "]":
            return word
        known = written.get(word.lower())
        if known is None:
            small = word.lower()
            known = small if len(word) < 3 or word.endswith(_ENDINGS) else word[0] + small[1:]
        return known[0].upper() + known[1:] if match.start() in opens else known

    return _WORD.sub(as_printed, text)


@cache
def casing() -> dict[str, str]:
    """How each word is mostly written inside sentences."""
    seen: dict[str, Counter[str]] = {}
    for text in _written():
        for match in re.finditer(r"(?<=[a-z,;:] )[A-Za-z][A-Za-z'’]*", text):
            seen.setdefault(match[0].lower(), Counter())[match[0]] += 1
    return {word: forms.most_common(1)[0][0] for word, forms in seen.items()}


def _written() -> Iterator[str]:
    for name in ("GWN.xml", "lgl.xml"):
        for article in ET.parse(GOLD / "places" / name).getroot().iter("article"):
            yield article.findtext("text") or ""
    with (GOLD.parent / "input" / "fa-kes.csv").open(encoding="latin-1", newline="") as lines:
        yield from (row["article_content"] for row in csv.DictReader(lines))
    with (GOLD / "shootings" / "articles.jsonl").open(encoding="utf-8") as rows:
        yield from (str(json.loads(row).get("text", "")) for row in rows)
