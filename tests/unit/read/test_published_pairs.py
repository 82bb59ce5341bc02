"""Days of publication, read by hand on sixty saved pages, against those that the reader states."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from dateline.read.page import read_page

ROOT = Path(__file__).resolve().parents[3]
PAIRS = ROOT / "tests" / "pairs" / "published.jsonl"
PAGES = ROOT.parent / "shared" / "gold" / "pages" / "html"

RIGHT, WRONG = 0.90, 0.03
"""Shares of the sixty pages: at least so many right, at most so many wrong; the rest stays open."""


def outcome(stated: str | None, day: str | None) -> str:
    """A stated day is right where it is the printed one; a stated moment also where it is that day in some zone."""
    if stated is None:
        return "right" if day is None else "open"
    if day is None:
        return "wrong"
    from datetime import date

    apart = abs((date.fromisoformat(stated[:10]) - date.fromisoformat(day)).days)
    return "right" if apart == 0 or (apart == 1 and "T" in stated) else "wrong"


@pytest.mark.skipif(not PAGES.is_dir(), reason="no development data beside the project (../shared/gold/pages)")
def test_days_of_publication() -> None:
    rows = [json.loads(line) for line in PAIRS.read_text().splitlines()]
    assert len(rows) == 60
    found = []
    for row in rows:
        markup = gzip.decompress((PAGES / f"{row['page']}.html.gz").read_bytes()).decode()
        found.append(outcome(read_page(markup, name=row["page"]).said.published, row["published"]))
    shares = {kind: found.count(kind) / len(found) for kind in ("right", "wrong", "open")}
    assert shares["right"] >= RIGHT, shares
    assert shares["wrong"] <= WRONG, shares
