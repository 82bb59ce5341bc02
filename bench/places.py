"""What toponyms are found and where they are put: `python bench/places.py [--held-out] [--errors KIND]`.

On the shared development data (nothing is measured where it is absent). LGL, local news of towns that share their
names: recognition (a toponym is found where the spans overlap), the share of the found that is put within 161 km of
where it is, the same end to end, and the share put on the right entry. GeoWebNews: the same for its literal toponyms
with coordinates. Demonyms (`vocab/countries.yaml`) are left out on both sides. LGL is split by hash of the document's
number; the half that is held out is left alone without `--held-out`.

Of the names of GeoWebNews that are found .925 are near (.92 wanted; .919 without the landmarks of the project's own
list). Not near, of about 1,140, are 86: buildings, shops, streets and quarters whose town the page tells only
elsewhere, villages and suburbs under 500 people that no source lists, towns whose country the page does not tell,
oceans and regions with another middle.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from dateline.extract.draft import Toponym
from dateline.extract.parse import parse_pages
from dateline.extract.place import country_words, home_of, recognize, resolve
from dateline.extract.place.lookup import is_demonym
from dateline.extract.repair import Working, repair
from dateline.gazetteer import distance_km

GOLD = Path(__file__).parent.parent.parent / "shared" / "gold" / "places"
NEAR_KM = 161.0
"""A hundred miles, the customary measure of geoparsing."""
SAME_KM = 25.0
LEVELS = {"ADM1": "adm1", "ADM2": "adm2", "ADM3": "adm3", "PCLI": "adm0"}
LITERAL = {"Literal", "Literal_Modifier", "Mixed", "Coercion", "Embedded_Literal"}
"""The types of GeoWebNews that mean the place itself."""


class Given(NamedTuple):
    """A toponym as annotated: where it stands, its words, GeoNames identifier, position (None: not given).

    `level` is the precision that its kind has as a place of ours ("point" for a town), "" where no kind is given.
    `counts` is False for what is annotated and not asked for (GeoWebNews, not literal): found or not, it is right.
    """

    start: int
    end: int
    phrase: str
    geoname: str
    point: tuple[float, float] | None
    level: str = ""
    counts: bool = True


class Article(NamedTuple):
    """A text with its toponyms, and the address of its outlet ("": not known)."""

    name: str
    text: str
    toponyms: list[Given]
    url: str = ""


def main() -> None:
    """Prints one JSON object; with `--errors` the toponyms missed, invented or put far off, one a line before it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held-out", action="store_true", help="measure the held-out half of LGL too")
    parser.add_argument("--errors", choices=["missed", "invented", "far"], help="list errors of the building half")
    options = parser.parse_args()
    if not GOLD.is_dir():
        sys.exit(f"{GOLD} is absent: nothing is measured")
    report = {"lgl_building_half": measure(lgl(held_out=False), options.errors)}
    if options.held_out:
        report["lgl_held_out_half"] = measure(lgl(held_out=True))
    report["geowebnews"] = measure(geowebnews(), options.errors)
    print(json.dumps(report, indent=2))


def measure(articles: Iterable[Article], errors: str | None = None) -> dict[str, float]:
    """Recognition and resolution over articles."""
    counts: Counter[str] = Counter()
    for article, found in read(articles):
        taken: set[int] = set()
        for given in article.toponyms:
            hit = next(
                (i for i, (a, b, _) in enumerate(found) if i not in taken and a < given.end and b > given.start), None
            )
            if not given.counts:
                taken |= {hit} if hit is not None else set()
                counts["beside"] += hit is not None
                continue
            counts["given"] += 1
            counts["positions"] += given.point is not None
            if hit is None:
                tell(errors, "missed", article, given.start, given.phrase)
                continue
            taken.add(hit)
            counts["found"] += 1
            count_place(counts, given, found[hit][2], article, errors)
        counts["invented"] += len(found) - len(taken)
        for i, (start, _, toponym) in enumerate(found):
            if i not in taken:
                tell(errors, "invented", article, start, toponym.name)
    return shares(counts)


def count_place(counts: Counter[str], given: Given, toponym: Toponym, article: Article, errors: str | None) -> None:
    """Counts where a found toponym was put."""
    if given.point is None:
        return
    counts["placeable"] += 1
    place = toponym.place
    if place is None or place.lat is None or place.lon is None:
        tell(errors, "far", article, given.start, f"{given.phrase} nowhere")
        return
    counts["placed"] += 1
    away = distance_km(place.lat, place.lon, *given.point)
    same = (place.gazetteer, place.id) == ("geonames", given.geoname)
    counts["near"] += same or away < NEAR_KM
    counts["right"] += same or (away < SAME_KM and given.level in {"", place.precision})
    if not same and away >= NEAR_KM:
        tell(errors, "far", article, given.start, f"{given.phrase} -> {place.name}, {place.admin1}, {place.country}")


def shares(counts: Counter[str]) -> dict[str, float]:
    """Counts as shares: near and right of those found with a position, near of those put anywhere, end to end of those
    given with one."""
    found, placeable = counts["found"], counts["placeable"]
    return {
        "toponyms": counts["given"],
        "recall": round(found / counts["given"], 3),
        "precision": round(found / (found + counts["invented"]), 3),
        "within_161_km_of_found": round(counts["near"] / placeable, 3),
        "within_161_km_of_resolved": round(counts["near"] / max(counts["placed"], 1), 3),
        "within_161_km_end_to_end": round(counts["near"] / counts["positions"], 3),
        "right_of_found": round(counts["right"] / placeable, 3),
    }


def read(articles: Iterable[Article]) -> Iterator[tuple[Article, list[tuple[int, int, Toponym]]]]:
    """Articles with the toponyms found, at offsets of the text as given."""
    waiting: list[tuple[Article, Working]] = []

    def pages() -> Iterator[tuple[Working, int]]:
        for article in articles:
            waiting.append((article, repair(article.text)))
            yield waiting[-1][1], 0

    for sentences in parse_pages(pages()):
        article, working = waiting.pop(0)
        names = recognize(sentences)
        countries = [code for _, _, code in country_words(working.text)]
        toponyms = resolve(names, countries, working.text, home_of(None, article.url, working.text))
        yield article, [(*working.canonical(t.start, t.end), t) for t in toponyms if not is_demonym(t.name)]


def tell(errors: str | None, kind: str, article: Article, start: int, words: str) -> None:
    """Prints an error with what stands around it, where errors of this kind are asked for."""
    if errors == kind:
        around = article.text[max(0, start - 60) : start + 60].replace("\n", " ")
        print(f"{article.name}\t{words}\t{around}")


def lgl(*, held_out: bool) -> Iterator[Article]:
    """Local-Global Lexicon, one half of its documents."""
    for article in ET.parse(GOLD / "lgl.xml").getroot():
        number = article.get("docid", "")
        if (int(hashlib.sha256(number.encode()).hexdigest(), 16) % 2 == 1) is held_out:
            given = [_lgl(toponym) for toponym in article.iter("toponym")]
            asked = [g for g in given if not is_demonym(g.phrase)]
            yield Article(number, article.findtext("text", ""), asked, article.findtext("url", ""))


def _lgl(toponym: ET.Element) -> Given:
    tag = toponym.find("gaztag")
    point = None if tag is None else (float(tag.findtext("lat", "nan")), float(tag.findtext("lon", "nan")))
    identifier = "" if tag is None else tag.get("geonameid", "")
    return Given(
        int(toponym.findtext("start", "0")),
        int(toponym.findtext("end", "0")),
        toponym.findtext("phrase", ""),
        identifier,
        point,
        "" if tag is None else _level(tag),
    )


def _level(tag: ET.Element) -> str:
    """The precision of a GeoNames code; "" for what has none of ours (rivers, hills)."""
    if tag.findtext("fclass") == "P":
        return "point"
    return LEVELS.get(tag.findtext("fcode", ""), "")


def geowebnews() -> Iterator[Article]:
    """GeoWebNews: asked for are literal toponyms that have coordinates; what else it marks is left out."""
    for article in ET.parse(GOLD / "GWN.xml").getroot():
        given = sorted(map(_gwn, article.iter("toponym")), key=lambda g: not g.counts)
        yield Article(
            article.get("file", ""), article.findtext("text", ""), [g for g in given if not is_demonym(g.phrase)]
        )


def _gwn(toponym: ET.Element) -> Given:
    lat, lon = toponym.findtext("latitude"), toponym.findtext("longitude", "nan")
    return Given(
        int(toponym.findtext("start", "0")),
        int(toponym.findtext("end", "0")),
        toponym.findtext("extractedName", ""),
        toponym.findtext("geonamesID", ""),
        (float(lat), float(lon)) if lat else None,
        counts=bool(lat) and toponym.findtext("type", "") in LITERAL,
    )


if __name__ == "__main__":
    main()
