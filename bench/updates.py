"""Does the sentence of a published displacement update give back its record: `python bench/updates.py [--errors]`.

On IDMC's updates in the shared development data (nothing is measured where they are absent). Each update prints one
sentence that was written from its record; the sentence alone is read, as published on the day the record was made.
Five shares are counted:

- figure: a claim's figure equals the record's; where the sentence prints households, the household figure that it
  prints (the record then holds persons, made with an average size that the sentence does not state). Sentences
  that print no number, left blank by their makers, are not counted.
- date: the claim's day and month are those of `displacement_start_date`, taken in Pacific/Auckland, where the
  midnights of these records lie. Its day is where its period starts; a stock counted on a day ("were in camps on
  3 May") has no start, so there it is where the period ends.
- state: one of the claim's places lies in, or is, the state that `event_name` names.
- country: no place of the claim was put into another country; one that stays open is no error here.
- source: the credited sources are the words after "according to".
"""

from __future__ import annotations

import argparse
import html
import json
import re
import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from dateline.extract import extract_all
from dateline.model import Claim, Document, Place
from dateline.model.ids import document_id, sha256_of
from dateline.vocab.fold import fold

UPDATES = Path(__file__).parent.parent.parent / "shared" / "gold" / "series" / "idmc-idu-sample.json"
_HOME = ZoneInfo("Pacific/Auckland")
_PRINTED = re.compile(r"\b(\d[\d,]*) (?:people|persons?|households?|families)\b")
_SOURCE = re.compile(r"[Aa]ccording to ([^.]+?)(?:, (?:a total|more|approximately|about)\b|\.|$)")


class Update(NamedTuple):
    """One record with its sentence: `printed` is None where the sentence prints no number."""

    sentence: str
    published: str
    printed: int | None
    day: str
    event: str
    country: str
    source: str | None


def updates() -> Iterator[Update]:
    """Yield the records in the file's order."""
    for record in json.loads(UPDATES.read_text(encoding="utf-8")):
        body = record["standard_popup_text"].split("<br>")[1]
        sentence = html.unescape(re.sub(r"<[^>]+>", "", body)).strip()
        number = _PRINTED.search(sentence)
        source = _SOURCE.search(sentence)
        begun = datetime.fromisoformat(record["displacement_start_date"]).astimezone(_HOME)
        yield Update(
            sentence,
            record["created_at"][:10],
            int(number.group(1).replace(",", "")) if number else None,
            begun.strftime("%m-%d"),
            record["event_name"],
            record["iso3"],
            source.group(1) if source else None,
        )


def read(rows: Iterable[Update]) -> Iterator[tuple[Update, Claim | None]]:
    """Yield each update with the claim that its sentence gives: the one with the printed figure, else the first."""
    kept = list(rows)
    documents = []
    for at, row in enumerate(kept):
        digest = sha256_of(row.sentence.encode())
        name = f"update {at}"
        documents.append(
            Document(name, document_id(digest, None, name), digest, row.sentence, published=row.published, lang="en")
        )
    for row, extraction in zip(kept, extract_all(documents), strict=True):
        claims = [claim for claim in extraction.claims if claim.figure]
        right = [claim for claim in claims if claim.figure and row.printed in {claim.figure.low, claim.figure.high}]
        yield row, next(iter(right or claims), None)


def judged(row: Update, claim: Claim | None) -> dict[str, bool]:
    """Say of each field that the update can be asked for whether the claim has it right."""
    asked: dict[str, bool] = {}
    figure = claim.figure if claim else None
    if row.printed is not None:
        asked["figure"] = bool(figure and row.printed in {figure.low, figure.high})
    places = claim.places if claim else ()
    asked["date"] = _day(claim) == row.day
    asked["state"] = any(fold(name) in fold(row.event) for mention in places for name in _names(mention))
    asked["country"] = all(mention.place is None or mention.place.country == row.country for mention in places)
    if row.source:
        asked["source"] = ", ".join(source.name for source in (claim.sources if claim else ())) == row.source
    return asked


def _day(claim: Claim | None) -> str | None:
    period = claim.period if claim else None
    day = (period.start or period.end) if period else None
    return day[5:] if day else None


def _names(mention: Place) -> Iterator[str]:
    yield mention.name
    if mention.place and mention.place.admin1:
        yield mention.place.admin1


def main() -> int:
    asking = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asking.add_argument("--errors", action="store_true", help="name the fields that are wrong, update by update")
    errors = asking.parse_args().errors
    if not UPDATES.exists():
        print(f"nothing measured: {UPDATES.name} is not here", file=sys.stderr)
        return 0
    counts: dict[str, list[bool]] = {}
    for at, (row, claim) in enumerate(read(updates())):
        verdict = judged(row, claim)
        for field, right in verdict.items():
            counts.setdefault(field, []).append(right)
        if errors and not all(verdict.values()):
            print(at, [field for field, right in verdict.items() if not right], file=sys.stderr)
    shares = {
        field: {"of": len(rights), "right": round(sum(rights) / len(rights), 3)} for field, rights in counts.items()
    }
    print(json.dumps(shares, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
