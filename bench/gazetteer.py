"""What the gazetteer costs and what it finds: `python bench/gazetteer.py [--held-out]`.

Cost: size of the file, time to open it, look-ups a second on one core, memory. Cover, on the shared development data
(left out where it is absent): OCHA P-codes, the share of first- and second-level units found in the right country; the
toponyms of LGL and GeoWebNews, the share whose name has the right entry, or one within 161 km, among its candidates,
and as its first candidate (nothing is resolved here: that is the ceiling, and the floor, of what resolution can do).
LGL is split by hash of the document's number; the half that is held out is left alone without `--held-out`.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

from dateline.gazetteer import Entry, Gazetteer, distance_km, load_gazetteer
from dateline.gazetteer.paths import default_gazetteer
from dateline.vocab.countries import iso3_of_iso2
from dateline.vocab.load import load

GOLD = Path(__file__).parent.parent.parent / "shared" / "gold" / "places"
NEAR_KM = 161.0
"""A hundred miles, the customary measure of geoparsing."""
LITERAL = {"Literal", "Literal_Modifier", "Mixed", "Coercion", "Embedded_Literal"}
"""The types of GeoWebNews that mean the place itself."""


class Toponym(NamedTuple):
    """A toponym as annotated: its words, GeoNames identifier, position."""

    phrase: str
    geoname: str
    lat: float
    lon: float


def main() -> None:
    """Prints one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held-out", action="store_true", help="measure the held-out half of LGL too")
    options = parser.parse_args()
    path = default_gazetteer()
    report: dict[str, object] = {"file_mb": round(path.stat().st_size / 1e6, 1), "open_ms": opening(path)}
    gazetteer = load_gazetteer(path)
    if not GOLD.is_dir():
        print(f"{GOLD} is absent: cover is not measured", file=sys.stderr)
    else:
        names = [toponym.phrase for toponym in lgl(held_out=False)]
        report["lookups_per_second"] = speed(names)
        report["memory_mb"] = memory(names)
        report["pcodes"] = {level: pcodes(gazetteer, level) for level in ("1", "2")}
        report["lgl_building_half"] = cover(gazetteer, lgl(held_out=False))
        if options.held_out:
            report["lgl_held_out_half"] = cover(gazetteer, lgl(held_out=True))
        report["geowebnews"] = cover(gazetteer, geowebnews())
    print(json.dumps(report, indent=2))


def opening(path: Path) -> float:
    """Milliseconds to open the file and answer a first question, median of 5."""
    times = []
    for _ in range(5):
        start = time.perf_counter()
        load_gazetteer(path).find("Mosul")
        times.append(time.perf_counter() - start)
    return round(1000 * median(times), 2)


def speed(names: list[str]) -> dict[str, int]:
    """Look-ups a second over names of news as they come (repeated ones are remembered), median of 5."""
    words = " ".join(names).split()
    runs: dict[str, Callable[[Gazetteer], list[object]]] = {
        "find": lambda gazetteer: [gazetteer.find(name) for name in names],
        "has": lambda gazetteer: [gazetteer.has(name) for name in names],
        "find_longest": lambda gazetteer: [gazetteer.find_longest(words, at) for at in range(len(words))],
    }
    return {name: round(1 / median(seconds_each(run) for _ in range(5))) for name, run in runs.items()}


def memory(names: list[str]) -> int:
    """Peak megabytes of a process that opens the gazetteer and looks all names up."""
    code = """
import json, sys
from dateline.gazetteer import open_gazetteer
for name in json.load(sys.stdin):
    open_gazetteer().find(name)
print(next(int(line.split()[1]) // 1024 for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""
    python = [sys.executable, "-c", code]
    return int(subprocess.run(python, input=json.dumps(names), capture_output=True, text=True, check=True).stdout)


def seconds_each(run: Callable[[Gazetteer], list[object]]) -> float:
    """Processor seconds of one look-up, in a gazetteer that remembers nothing yet."""
    gazetteer = load_gazetteer(default_gazetteer())
    start = time.process_time()
    answers = run(gazetteer)
    return (time.process_time() - start) / len(answers)


def pcodes(gazetteer: Gazetteer, level: str) -> dict[str, object]:
    """Share of the units of a level found in their country, by name alone and with the country given.

    `in_crisis` counts the countries whose units the project names itself; then the countries where most are missed.
    """
    hits, told, total = Counter[str](), Counter[str](), Counter[str]()
    with (GOLD / "pcodes-adm1-2.csv").open(encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            if row["Admin Level"] == level:
                total[row["Location"]] += 1
                found = gazetteer.find(row["Name"])
                hits[row["Location"]] += any(entry.country == row["Location"] for entry in found)
                told[row["Location"]] += bool(gazetteer.find(row["Name"], country=row["Location"]))
    missed = sorted(total, key=lambda country: told[country] - total[country])[:12]
    named = (iso3_of_iso2(code[:2]) for code in load("place_names")["units"])
    crisis = {country for country in named if country in total}
    return {
        "units": total.total(),
        "found": round(hits.total() / total.total(), 3),
        "found_in_country": round(told.total() / total.total(), 3),
        "found_in_country_in_crisis": round(share(told, total, crisis), 3),
        "most_missed": {country: f"{told[country]}/{total[country]}" for country in missed},
    }


def share(hits: Counter[str], total: Counter[str], countries: Iterable[str | None]) -> float:
    """Share of hits over some countries together."""
    found = [(hits[country], total[country]) for country in countries if country]
    return sum(hit for hit, _ in found) / sum(units for _, units in found)


def cover(gazetteer: Gazetteer, toponyms: Iterator[Toponym]) -> dict[str, object]:
    """Shares of toponyms: listed at all, right entry or near entry among the candidates, near and right first."""
    seen = defaultdict[str, int](int)
    for toponym in toponyms:
        candidates = gazetteer.find(toponym.phrase)
        seen["toponyms"] += 1
        seen["listed"] += bool(candidates)
        near = [is_near(entry, toponym) for entry in candidates]
        right = [e.gazetteer == "geonames" and e.id == toponym.geoname for e in candidates]
        seen["right_among"] += any(right)
        seen["near_among"] += any(near)
        seen["right_first"] += right[:1] == [True]
        seen["near_first"] += near[:1] == [True]
    total = seen.pop("toponyms")
    return {"toponyms": total, **{name: round(count / total, 3) for name, count in seen.items()}}


def is_near(entry: Entry, toponym: Toponym) -> bool:
    """True when the entry's position is known and within a hundred miles."""
    if entry.lat is None or entry.lon is None:
        return False
    return distance_km(entry.lat, entry.lon, toponym.lat, toponym.lon) < NEAR_KM


def lgl(*, held_out: bool) -> Iterator[Toponym]:
    """Toponyms of Local-Global Lexicon with coordinates, of one half of its documents."""
    for article in ET.parse(GOLD / "lgl.xml").getroot():
        number = article.get("docid", "")
        if (int(hashlib.sha256(number.encode()).hexdigest(), 16) % 2 == 1) is held_out:
            for toponym in article.iter("toponym"):
                tag = toponym.find("gaztag")
                if tag is not None:
                    yield Toponym(toponym.findtext("phrase", ""), tag.get("geonameid", ""),
                                  float(tag.findtext("lat", "nan")), float(tag.findtext("lon", "nan")))  # fmt: skip


def geowebnews() -> Iterator[Toponym]:
    """Toponyms of GeoWebNews that are places themselves and have an identifier."""
    for toponym in ET.parse(GOLD / "GWN.xml").getroot().iter("toponym"):
        geoname, lat = toponym.findtext("geonamesID", ""), toponym.findtext("latitude", "")
        if geoname and lat and toponym.findtext("type") in LITERAL:
            phrase, lon = toponym.findtext("extractedName", ""), toponym.findtext("longitude", "nan")
            yield Toponym(phrase, geoname, float(lat), float(lon))


if __name__ == "__main__":
    main()
