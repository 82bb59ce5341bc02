#!/usr/bin/env python3
"""Check the project's annotated figures, and count what they hold.

usage: check.py [FILE.jsonl ...]     (default: blind.jsonl and open.jsonl beside this script, where present)

One JSON object a line: {"id", "lang", "published"?, "publisher"?, "text", "claims": [...]}. Every quoted string must
stand in the text as it is written, every value must be a word of the contract, every bound must follow from the words
of its figure. Exit 1 when a line breaks a rule.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from dateline.model import words

HERE = Path(__file__).parent
FILES = (
    "blind.jsonl", "open.jsonl", "open2.jsonl", "open3.jsonl", "open4.jsonl", "open5.jsonl", "open6.jsonl",
    "open7.jsonl", "links.jsonl", "links_held.jsonl",
)  # fmt: skip

DOCUMENT_KEYS = {"id", "lang", "url", "title", "published", "publisher", "text", "claims"}
CLAIM_KEYS = {
    "figure", "low", "high", "quantifier", "unit", "term", "measure", "places", "country", "start", "end",
    "relative", "sources", "modality", "part_of", "same_as",
}  # fmt: skip
OPTIONAL_KEYS = {"also", "carried", "note"}
CLOSED = {
    "quantifier": words.QUANTIFIERS, "unit": words.UNITS, "term": words.TERMS, "measure": words.MEASURES,
    "modality": words.MODALITIES,
}  # fmt: skip
CARRIED = {"places", "sources", "period"}
ROLES = {"from", "to", "at"}

# ISO 3166-1, the 249 alpha-3 codes in force.
COUNTRY_CODES = """
ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM
BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR
CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB
GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA
JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA
MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR
NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS
SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON
TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE
"""
COUNTRIES = frozenset(COUNTRY_CODES.split())

ISO_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?|--(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?")
FULL_DATE = re.compile(r"\d{4}-\d\d-\d\d")

NUMERAL = re.compile(r"\d(?:[\d.,\s\u00a0\u202f]*\d)?")
SCALES = {"hundred": 10**2, "thousand": 10**3, "lakh": 10**5, "million": 10**6, "crore": 10**7, "billion": 10**9}
SCALE = re.compile(r"[\s-]*(" + "|".join(SCALES) + r"|m|k)\b", re.IGNORECASE)
NUMBER_WORD = re.compile(
    r"\b(zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(thir|four|fif|six|seven|eigh|nine)teen"
    r"|(twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|millions?|lakhs?|dozens?|scores?|tens|half"
    r"|quarter|couple|both|pair|no one|nobody|none|same number)\b",
    re.IGNORECASE,
)

# Words that open a figure and say which way its bound lies.
OPENERS = {
    "more_than": r"(at|the very)? ?least|more than|over|no fewer than|not less than|no less than|upwards of"
    r"|in excess of|well over|above|a minimum of",
    "less_than": r"up to|as many as|less than|fewer than|almost|nearly|close to|no more than|not more than|under"
    r"|a maximum of|at most|just under|just short of",
    "approximately": r"about|around|some|an estimated|roughly|approximately|approx\.?|circa|or so|in the region of",
    "range": r"between|anywhere between|from",
}


def numerals(text: str) -> set[int]:
    """Every number that the digits of a figure can stand for, with the scale word behind it."""
    found: set[int] = set()
    for match in NUMERAL.finditer(text):
        digits = re.sub(r"[\s\u00a0\u202f]", "", match.group())
        scale = SCALE.match(text, match.end())
        if scale:
            word = scale.group(1).lower()
            factor = {"m": 10**6, "k": 10**3}.get(word) or SCALES[word]
            found.add(round(float(digits.replace(",", ".")) * factor))
        found.add(int(re.sub(r"\D", "", digits)))
    return found


def bounds(claim: dict[str, Any]) -> Iterator[str]:
    """Problems of low and high against the quantifier and against the words of the figure."""
    low, high, quantifier, figure = claim["low"], claim["high"], claim["quantifier"], claim["figure"]
    if any(n is not None and (not isinstance(n, int) or n < 0) for n in (low, high)):
        yield "low and high are whole numbers or null"
        return
    shape = {
        "exact": low is not None and low == high,
        "approximately": low is not None and low == high,
        "more_than": low is not None and high is None,
        "less_than": low is None and high is not None,
        "range": low is not None and high is not None and low < high,
        "vague": low is not None and high is not None and low < high,
    }
    if not shape.get(quantifier, False):
        yield f"{quantifier} does not go with {low}..{high}"
    stated = numerals(figure)
    if not stated and not NUMBER_WORD.search(figure):
        yield "the figure holds no number"
    if stated and quantifier != "vague" and not {n for n in (low, high) if n is not None} <= stated:
        yield f"{low}..{high} does not stand in the figure, which says {sorted(stated)}"
    plain = figure.lstrip("\"'“‘( ").lower()
    for name, openers in OPENERS.items():
        opened = re.match(rf"({openers})(?![a-z])", plain)
        if opened and quantifier not in {name, "range" if name == "more_than" else name, "vague"}:
            yield f"opens with {opened.group()!r}, quantifier {quantifier}"


def dates(claim: dict[str, Any]) -> Iterator[str]:
    start, end = claim["start"], claim["end"]
    for name, value in (("start", start), ("end", end)):
        if value is not None and not ISO_DATE.fullmatch(value):
            yield f"{name} {value!r} is no ISO date"
    if start and end and start.startswith("--") == end.startswith("--") and start[: len(end)] > end[: len(start)]:
        yield f"starts {start} after it ends {end}"


def links(claims: list[dict[str, Any]], index: int) -> Iterator[str]:
    claim = claims[index]
    for name in ("part_of", "same_as"):
        target = claim[name]
        if target is None:
            continue
        if not isinstance(target, int) or not 0 <= target < len(claims) or target == index:
            yield f"{name} {target!r} points nowhere"
            continue
        whole = claims[target]
        if whole[name] == index:
            yield f"{name} runs in a circle with claim {target}"
        if name == "part_of" and whole["high"] is not None and (claim["low"] or 0) > whole["high"]:
            yield f"part_of {target}, and larger than it"


def quotes(claim: dict[str, Any]) -> Iterator[str]:
    """Every string that must stand in the text."""
    yield claim["figure"]
    yield from (place["name"] for place in claim["places"])
    yield from (source["name"] for source in claim["sources"])
    yield from claim.get("also", [])
    if claim["relative"] is not None:
        yield claim["relative"]


def claim_problems(claims: list[dict[str, Any]], index: int, text: str) -> Iterator[str]:
    claim = claims[index]
    if not set(claim) >= CLAIM_KEYS or not set(claim) <= CLAIM_KEYS | OPTIONAL_KEYS:
        yield f"fields differ from the guide: {sorted(set(claim) ^ CLAIM_KEYS)}"
        return
    for name, allowed in CLOSED.items():
        if claim[name] not in allowed:
            yield f"{name} {claim[name]!r} is no word of the contract"
    for quote in quotes(claim):
        if not quote or quote not in text:
            yield f"{quote!r} does not stand in the text"
    for place in claim["places"]:
        if set(place) != {"name", "role"} or place["role"] not in ROLES:
            yield f"place {place!r}"
    for source in claim["sources"]:
        if set(source) != {"name", "type"} or source["type"] not in words.SOURCE_TYPES:
            yield f"source {source!r}"
    if claim["country"] is not None and claim["country"] not in COUNTRIES:
        yield f"country {claim['country']!r}"
    if not set(claim.get("carried", [])) <= CARRIED:
        yield f"carried {claim['carried']!r}"
    yield from bounds(claim)
    yield from dates(claim)
    yield from links(claims, index)


def document_problems(row: dict[str, Any]) -> Iterator[str]:
    if not set(row) <= DOCUMENT_KEYS or not {"id", "lang", "text", "claims"} <= set(row):
        yield f"keys {sorted(row)}"
        return
    if "published" in row and not FULL_DATE.fullmatch(row["published"]):
        yield f"published {row['published']!r}"
    claims, text = row["claims"], row["text"]
    for index in range(len(claims)):
        for problem in claim_problems(claims, index, text):
            yield f"claim {index} ({claims[index].get('figure')!r}): {problem}"
    for figure, wanted in Counter(c["figure"] for c in claims).items():
        if text.count(figure) < wanted:
            yield f"{wanted} claims quote {figure!r}, which stands {text.count(figure)} times in the text"


def rows_of(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def problems(rows: Iterable[dict[str, Any]]) -> list[str]:
    """All broken rules, each opening with the id of its document."""
    found, seen = [], set()
    for row in rows:
        name = row.get("id", "?")
        if name in seen:
            found.append(f"{name}: the id stands twice")
        seen.add(name)
        found.extend(f"{name}: {problem}" for problem in document_problems(row))
    return found


def counts(rows: list[dict[str, Any]]) -> dict[str, Counter[str]]:
    """How often each word of the contract occurs, and how many claims are linked, carried or printed again."""
    claims = [claim for row in rows for claim in row["claims"]]
    table = {name: Counter(dict.fromkeys(allowed, 0)) for name, allowed in CLOSED.items()}
    for name, counter in table.items():
        counter.update(claim[name] for claim in claims)
    fields = ("part_of", "same_as", "relative", "country", "start", "end", "places", "sources", "also", "carried")
    table["given"] = Counter({f: sum(c.get(f) not in (None, []) for c in claims) for f in fields})
    table["total"] = Counter(documents=len(rows), claims=len(claims))
    return table


def main(arguments: list[str]) -> int:
    paths = [Path(a) for a in arguments] or [HERE / name for name in FILES if (HERE / name).exists()]
    broken = 0
    for path in paths:
        rows = rows_of(path)
        found = problems(rows)
        broken += len(found)
        print(f"{path.name}: {len(found)} problems")
        for problem in found:
            print(f"  {problem}")
        if not found:
            for name, counter in counts(rows).items():
                print(f"  {name:11}", ", ".join(f"{word} {n}" for word, n in counter.most_common()))
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
