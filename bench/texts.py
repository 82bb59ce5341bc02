"""Texts for the benchmarks: those of the shared development data where it is at hand, else made ones.

Made texts are of three kinds: reports of an invented crisis (6 to 12 of 30 sentences carry figures), business and
sport with numbers and words that the gate must let through, and town talk that it should stop.
"""

from __future__ import annotations

import json
import random
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline.model import Document
from dateline.model.ids import document_id, sha256_of

ROOT = Path(__file__).parent.parent
GOLD = ROOT.parent / "shared" / "gold"

_FIGURES = (
    "At least {n} people were killed and {m} injured when the dam above {place} broke on {day}, officials said.",
    "More than {n} families have fled {place} since {day}, according to the Harbour Relief Council.",
    "About {n} people remain displaced in {place}, {m} of them in camps.",
    "The ministry said that {n} houses were destroyed and {m} damaged in {place}.",
    "Police detained {n} people in {place} on {day}, a spokesman told reporters.",
    "A man was shot dead outside his home in {place} late on {day}.",
)
_NUMBERS = (
    "The club won {n} of its last {m} games and left {place} with three points on {day}.",
    "Shares of the company lost {n} percent after it released its results for {m} stores.",
    "The council will hold {n} meetings in {place} and needs {m} volunteers by {day}.",
)
_TALK = (
    "The old market of {place} opened its doors again and the bakers sang.",
    "Nobody in {place} could say who had painted the bridge in so bright a blue.",
    "She walked along the river and thought of the songs of her grandmother.",
    "The minister praised the work of the schools and promised to visit {place} again.",
    "It is a quiet town with narrow streets, and its library is known far beyond the valley.",
)
_PLACES = ("Harbourtown", "Lower Mill", "Esk Valley", "Port Anselm", "Greyfield", "Tarn")
_DAYS = ("Monday", "Tuesday", "3 March", "Friday night", "12 May 2031")


def made(kind: str, chance: random.Random, sentences: int = 30) -> str:
    """A made text: "crisis", "numbers" or "talk"."""
    hits = {"crisis": chance.randint(6, 12), "numbers": chance.randint(6, 12), "talk": 0}[kind]
    patterns = [chance.choice(_FIGURES if kind == "crisis" else _NUMBERS) for _ in range(hits)]
    patterns += [chance.choice(_TALK) for _ in range(sentences - hits)]
    chance.shuffle(patterns)
    told = [
        pattern.format(
            n=chance.randint(2, 90_000),
            m=chance.randint(2, 900),
            place=chance.choice(_PLACES),
            day=chance.choice(_DAYS),
        )
        for pattern in patterns
    ]
    return "\n\n".join(" ".join(told[at : at + 3]) for at in range(0, len(told), 3))


def incidents(count: int, chance: random.Random) -> tuple[str, list[str]]:
    """Texts that mostly carry figures, and what they are: articles on shootings, or made reports."""
    path = GOLD / "shootings" / "articles.jsonl"
    if not path.exists():
        return "made reports (shared/gold/shootings is not here)", [made("crisis", chance) for _ in range(count)]
    rows = [json.loads(line)["text"] for line in path.open(encoding="utf-8")]
    return "articles of shared/gold/shootings", chance.sample(rows, min(count, len(rows)))


def general(count: int, chance: random.Random) -> tuple[str, list[str]]:
    """Texts of general and local news, and what they are: those of the place sets, or made talk."""
    files = [GOLD / "places" / name for name in ("GWN.xml", "lgl.xml")]
    if not all(path.exists() for path in files):
        kinds = [chance.choices(("talk", "numbers"), (4, 1))[0] for _ in range(count)]
        return "made talk (shared/gold/places is not here)", [made(kind, chance) for kind in kinds]
    texts = [text for path in files for a in ET.parse(path).getroot().iter("article") if (text := a.findtext("text"))]
    return "texts of shared/gold/places", chance.sample(texts, min(count, len(texts)))


def rows(path: Path) -> list[str]:
    """The English texts of a file of JSON lines, [] where it is not here."""
    if not path.exists():
        return []
    read = (json.loads(line) for line in path.open(encoding="utf-8"))
    return [row["text"] for row in read if row.get("lang", "en") == "en"]


def documents(texts: Iterable[str]) -> Iterator[Document]:
    """The texts as documents, each with an id of its own."""
    for number, text in enumerate(texts):
        sha256 = sha256_of(text.encode("utf-8", "surrogatepass"))
        yield Document(
            f"{number}.txt", document_id(sha256, str(number), None), sha256, text, published="2031-05-14", lang="en"
        )
