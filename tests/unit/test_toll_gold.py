"""The reports with their tolls are sound, and what is read of them does not fall below what was reached."""

from __future__ import annotations

import json

import pytest

from gold.tolls import score

ROWS = [json.loads(line) for line in score.GOLD.read_text(encoding="utf-8").splitlines()]
FLOORS = {"build": (0.83, 0.92, 0.83), "held": (0.86, 0.70, 0.64)}
"""Killed, injured, and both: a page or two under the score."""


def test_every_report_is_whole_and_tells_a_toll() -> None:
    assert len({row["id"] for row in ROWS}) == len(ROWS)
    for row in ROWS:
        assert row["title"] and row["text"] and len(row["published"]) == 10
        assert row["killed"] >= 0 and row["injured"] >= 0


def test_the_halves_share_no_report() -> None:
    names = [{page.document.name for page in score.pages(half)} for half in ("build", "held")]
    assert names[0].isdisjoint(names[1])
    assert sum(map(len, names)) == len(ROWS)


@pytest.mark.parametrize("half", ["build", "held"])
def test_the_tolls_read_do_not_fall(half: score.Half) -> None:
    found = score.scores(half)
    killed, injured, both = FLOORS[half]
    assert found.killed >= killed
    assert found.injured >= injured
    assert found.both >= both
