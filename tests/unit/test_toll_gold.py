"""The reports with their tolls are sound, and what is read of them does not fall below what was reached."""

from __future__ import annotations

import pytest

from gold.tolls import score

FLOORS = {
    ("harmed", "build"): (0.88, 0.92, 0.88),
    ("harmed", "held"): (0.86, 0.80, 0.76),
    ("later", "build"): (0.90, 0.88, 0.81),
    ("later", "held"): (0.77, 0.80, 0.64),
}
"""Killed, injured, and both: a page or two under the score."""


@pytest.mark.parametrize("name", score.SETS)
def test_every_report_is_whole_and_tells_a_toll(name: str) -> None:
    rows = score.rows_of(name)
    assert len({row["id"] for row in rows}) == len(rows)
    for row in rows:
        assert row["title"] and row["text"] and len(row["published"]) == 10
        assert row["killed"] >= 0 and row["injured"] >= 0


@pytest.mark.parametrize("name", score.SETS)
def test_the_halves_share_no_report(name: str) -> None:
    names = [{page.document.name for page in score.pages(half, name)} for half in ("build", "held")]
    assert names[0].isdisjoint(names[1])
    assert sum(map(len, names)) == len(score.rows_of(name))


@pytest.mark.parametrize(("name", "half"), list(FLOORS))
def test_the_tolls_read_do_not_fall(name: str, half: score.Half) -> None:
    found = score.scores(half, name)
    killed, injured, both = FLOORS[name, half]
    assert found.killed >= killed
    assert found.injured >= injured
    assert found.both >= both
