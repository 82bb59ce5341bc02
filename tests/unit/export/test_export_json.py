"""JSON lines come back as they went; GeoJSON is what RFC 7946 says."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any

import pytest
from released import SENTENCE, place, row

from dateline.errors import UsageError
from dateline.export import export
from dateline.export.flat import COLUMNS, mapped
from dateline.gazetteer import distance_km
from dateline.model.as_json import claim_from_json, claim_to_json


def written(form: str, *rows: dict[str, Any]) -> str:
    out = io.StringIO()
    assert export(rows, form, out) == len(rows)
    return out.getvalue()


def test_lines_come_back_as_they_went() -> None:
    rows = [row(start=at, places=[place("Tolmen", SENTENCE, start=at, precision="adm2")]) for at in range(3)]
    back = [json.loads(line) for line in written("jsonl", *rows).splitlines()]
    assert back == rows
    for told in back:
        claim = claim_from_json({name: told[name] for name in claim_names(told)}, told["document"]["id"])
        assert claim_to_json(claim) == {name: told[name] for name in claim_names(told)}


def claim_names(told: dict[str, Any]) -> list[str]:
    return [name for name in told if name not in {"document", "status", "added_at"}]


def test_a_line_is_a_line_whatever_the_text() -> None:
    text = "One\ntwo\r\nthree\u2028four\ud83d 12 people"
    lines = written("jsonl", row(text, "12 people"), row()).split("\n")
    assert len(lines) == 3
    assert json.loads(lines[0])["excerpt"]["text"] == text.replace("\ud83d", "\ufffd")


def features(*rows: dict[str, Any]) -> list[dict[str, Any]]:
    collection = json.loads(written("geojson", *rows))
    assert collection["type"] == "FeatureCollection"
    assert "crs" not in collection
    for one in collection["features"]:
        assert one["type"] == "Feature"
        assert set(one) == {"type", "id", "geometry", "properties"}
        assert tuple(one["properties"]) == (*(name for name in COLUMNS if name not in {"lat", "lon"}), "radius_km")
    return list(collection["features"])


def test_a_resolved_place_is_a_point_longitude_first() -> None:
    (one,) = features(row(places=[place("Tolmen", SENTENCE, lat=40.123456789, lon=-8.5, precision="adm2")]))
    assert one["geometry"] == {"type": "Point", "coordinates": [-8.5, 40.12346]}
    assert one["properties"]["precision"] == "adm2"
    assert one["properties"]["low"] == 1200


def test_a_unit_is_the_circle_of_its_radius(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.export.as_geojson.radius_km", lambda *_: 30.0)
    unit, point = features(
        row(start=1, places=[place("Tolmen", SENTENCE, start=1, precision="adm1")]),
        row(start=2, places=[place("Tolmen", SENTENCE, start=2, precision="point")]),
    )
    (ring,) = unit["geometry"]["coordinates"]
    assert (unit["geometry"]["type"], unit["properties"]["radius_km"]) == ("Polygon", 30.0)
    assert ring[0] == ring[-1] and len(ring) > 20
    assert {round(distance_km(40.0, -8.5, lat, lon)) for lon, lat in ring} == {30}
    assert (point["geometry"]["type"], point["properties"]["radius_km"]) == ("Point", None)


def test_a_claim_without_a_place_on_the_map_is_kept_with_null() -> None:
    nowhere, unresolved = row(start=1), row(start=2, places=[place("Tolmen", SENTENCE, start=2)])
    blurred = row(start=3, places=[place("Tolmen", SENTENCE, start=3, lat=None, lon=None, precision="adm2")])
    found = features(nowhere, unresolved, blurred)
    assert [one["geometry"] for one in found] == [None, None, None]
    assert [one["properties"]["places"] for one in found] == [None, "Tolmen", "Tolmen"]
    assert [one["properties"]["precision"] for one in found] == [None, None, "adm2"]


def test_nothing_is_a_collection_of_nothing() -> None:
    assert features() == []


@pytest.mark.parametrize(
    ("places", "chosen"),
    [
        (["at adm0", "at adm1", "at point"], "at point"),
        (["from point", "at adm1"], "at adm1"),
        (["to point", "from adm1"], "from adm1"),
        (["at adm2 unknown", "at adm0"], "at adm0"),
        (["at point", "at point again"], "at point"),
    ],
)
def test_the_place_on_the_map(places: list[str], chosen: str) -> None:
    made = []
    for told in places:
        role, precision, *rest = told.split()
        lat = None if rest == ["unknown"] else 1.0
        made.append(place("Tolmen", SENTENCE, role=role, precision=precision, id=told, lat=lat))
    found = mapped(row(places=made))
    assert found is not None
    assert found["place"]["id"] == chosen


@pytest.mark.parametrize("form", ["csv", "jsonl", "geojson"])
def test_claims_are_written_as_they_come(form: str) -> None:
    """None is waited for: what was given is out before the next is asked for (but for what the stream holds back)."""
    out = io.StringIO()
    lengths = []

    def coming() -> Iterator[dict[str, Any]]:
        for at in range(3):
            lengths.append(len(out.getvalue()))
            yield row(start=at)

    export(coming(), form, out)
    assert lengths[0] < lengths[1] < lengths[2]


@pytest.mark.parametrize(("form", "words"), [("xlsx", "no form of export"), ("Parquet", "no form of export")])
def test_other_forms_are_refused_in_words(form: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        export([], form, io.StringIO())
