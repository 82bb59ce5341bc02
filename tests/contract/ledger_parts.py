"""An invented flood and the claims about it: what the ledger's tests add."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dateline.model import Claim, Document, Excerpt, Figure, Period, Place, ResolvedPlace, Source, Span
from dateline.model.ids import claim_id, document_id, sha256_of
from dateline.model.reading import Reading

FLED = "more than 1,200 people"
KILLED = "Nine people"
SHELTERED = "310 households"
TEXT = (
    "High water in Tammar\n\n"
    "Floods drove more than 1,200 people from Tammar on 3 March, the Orda Relief Union said. "
    "Nine people were killed in East Velik, Governor Lasko told reporters. "
    "Some 310 households were in school halls, among them that of Mira Tolen."
)
RULES = "rules 0.1.0"
NEWER = "rules 0.2.0"
AT = datetime(2031, 3, 5, 12, 0, tzinfo=UTC)
TAMMAR = ResolvedPlace("geonames", "1", "Tammar", "ORD", "Upper Kessa", 10.0, 20.0, "adm2")


def reading(
    text: str = TEXT,
    *,
    name: str = "flood.txt",
    url: str | None = None,
    publisher: str | None = "The Kessa Herald",
    published: str | None = "2031-03-04",
    original: bytes | None = None,
) -> Reading:
    """A reading of an invented page; its original is the text unless given."""
    data = text.encode() if original is None else original
    sha256 = sha256_of(data)
    document = Document(
        name=name,
        id=document_id(sha256, url, publisher),
        sha256=sha256,
        text=text,
        url=url,
        publisher=publisher,
        title="High water in Tammar",
        published=published,
        lang="en",
    )
    return Reading(document, data, came_from=f"inbox/{name}", media_type="text/plain")


def numbered(number: int) -> Reading:
    """One of many pages that differ."""
    return reading(f"{TEXT} Bulletin {number}.", name=f"bulletin-{number}.txt", publisher=None)


def claim(of: Reading, words: str, *, extractor: str = RULES, **values: Any) -> Claim:
    """A claim whose figure is `words`; `values` replace any field, and `low`, `high`, `unit` those of the figure."""
    text = of.document.text
    start = text.index(words)
    end = start + len(words)
    opens = max(text.rfind("\n", 0, start), text.rfind(". ", 0, start) + 1) + 1
    closes = text.index(". ", end) + 1 if ". " in text[end:] else len(text)
    of_figure = {key: values.pop(key) for key in ("low", "high", "unit", "quantifier") if key in values}
    figure = Figure(words, start, end, low=9, high=9, quantifier="exact", unit="person")
    base = Claim(
        claim_id=claim_id("figure", of.document.id, start, end),
        document_id=of.document.id,
        excerpt=Excerpt(text[opens:closes], opens, closes),
        figure=replace(figure, **of_figure),
        term="killed",
        measure="flow",
        occurrences=(Span(opens, closes),),
        score=0.9,
        extractor=extractor,
    )
    return replace(base, **values)


def claims(of: Reading, extractor: str = RULES) -> list[Claim]:
    """The three claims of the page."""
    return [
        claim(
            of, FLED, extractor=extractor, low=1200, high=None, quantifier="more_than", term="forced_to_flee",
            cause="disaster", country="ORD", places=(place(of, "Tammar", "from", TAMMAR),), score=0.8,
            period=Period("2031-03-03", None, "on 3 March", "day", "published"),
            sources=(source(of, "Orda Relief Union", "ngo"),),
        ),
        claim(
            of, KILLED, extractor=extractor, places=(place(of, "East Velik", "at"),),
            sources=(source(of, "Governor Lasko", "government"),), period=Period(),
        ),
        claim(
            of, SHELTERED, extractor=extractor, low=310, high=310, quantifier="approximately", unit="household",
            term="sheltered", measure="stock", period=Period(None, "2031-03-04", None, "day", "published"),
            persons=(span(of, "Mira Tolen"),), sources=(source(of, "Mira Tolen", "witness"),), score=0.5,
        ),
    ]  # fmt: skip


def span(of: Reading, words: str) -> Span:
    """Where some words stand."""
    start = of.document.text.index(words)
    return Span(start, start + len(words))


def place(of: Reading, name: str, role: Any, resolved: ResolvedPlace | None = None) -> Place:
    """A place of the page; of a name in the headline the one in the body."""
    start = of.document.text.rindex(name)
    return Place(name, role, start, start + len(name), place=resolved)


def source(of: Reading, name: str, kind: Any) -> Source:
    """A source of the page."""
    at = span(of, name)
    return Source(name, kind, at.start, at.end)


def clock(*moments: datetime) -> Any:
    """A clock that gives each moment once, then the last again and again."""
    left = list(moments or (AT,))
    return lambda: left.pop(0) if len(left) > 1 else left[0]


def tamper(path: Path, *statements: str) -> None:
    """Change the file behind the ledger's back."""
    with closing(sqlite3.connect(path)) as raw:
        for trigger in ("audit_is_append_only", "audit_entries_stay"):
            raw.execute(f"DROP TRIGGER IF EXISTS {trigger}")
        for statement in statements:
            assert raw.execute(statement).rowcount != 0, f"changed nothing: {statement}"
        raw.commit()


def bytes_on_disk(path: Path) -> bytes:
    """All that lies in the ledger's file and its side files."""
    return b"".join(part.read_bytes() for part in sorted(path.parent.glob(f"{path.name}*")))


def texts_of(found: Iterable[Any]) -> list[str]:
    """The figures' words of some ledger claims, in their order."""
    return [found_claim.claim.figure.text for found_claim in found]
