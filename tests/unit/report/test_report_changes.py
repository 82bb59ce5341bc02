"""What changed since a day: which claims are new, which situations they touch, what stands without them."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_situations import heard, situation, verdict
from page_reader import Page, page

from dateline.errors import UsageError
from dateline.ledger import open_ledger
from dateline.report import write_report
from dateline.report.changes import Since
from dateline.run import add_inputs

OLD, SAME, NEW = heard(4200, "2031-05-02"), heard(9800, "2031-05-09"), heard(15700, "2031-05-09")
WHY = "These cannot all be true: 9,800 and 15,700"
BEFORE = situation([verdict([OLD], "2031-05-02"), verdict([SAME], "2031-05-09")])
NOW = situation(
    [verdict([OLD], "2031-05-02"), verdict([SAME, NEW], "2031-05-09", high=15_750)],
    contradictions=[{"claims": [SAME["claim_id"], NEW["claim_id"]], "why": WHY}],
)


def told(added: list[str], before: list[dict[str, object]]) -> Page:
    since = Since("2031-05-10", frozenset(added), tuple(before))
    return page([OLD, SAME, NEW], situations=[NOW], since=since)


def rows(shown: Page) -> list[str]:
    table = shown.source[shown.source.index('id="changed"') :].partition("</section>")[0]
    return [" ".join(one.text.split()) for one in Page(f"<section {table}</section>").all("tr")]


def test_only_rows_that_read_otherwise_are_listed() -> None:
    listed = rows(told([NEW["claim_id"]], [BEFORE]))
    assert "Displaced, at a date (stock) – Tolmen 9 May 2031 9,800, best 9,800 9,800–15,750, best 9,800" in listed
    assert not any("2 May 2031" in row for row in listed)
    assert f"New contradiction {WHY}." in listed


def test_what_nobody_told_before_is_said() -> None:
    listed = rows(told([OLD["claim_id"], SAME["claim_id"], NEW["claim_id"]], []))
    assert "Displaced, at a date (stock) – Tolmen 2 May 2031 nothing told 4,200, best 4,200" in listed


def test_new_claims_are_marked_wherever_they_stand() -> None:
    shown = told([NEW["claim_id"]], [BEFORE])
    marked = [claim for claim in shown.claims() if "15,700 people new" in " ".join(claim.text.split())]
    assert len(marked) == 1
    assert "4,200 people new" not in " ".join(shown.all("body")[0].text.split())
    assert "1 claim added on that day or later, from 1 document" in " ".join(shown.all("section")[2].text.split())


def test_nothing_new_is_said() -> None:
    assert "Nothing was added to the ledger" in told([], [NOW]).source


def test_a_ledger_tells_what_was_added_since(tmp_path: Path) -> None:
    first = "The Red Cross said that 1,200 people were displaced in Coimbra on 3 May 2031."
    second = "The Red Cross said that 1,900 people were displaced in Coimbra on 9 May 2031."
    for name, text in (("one", first), ("two", second)):
        (tmp_path / f"{name}.txt").write_text(f"Storm, day {name}\n\n{text}", encoding="utf-8")
    add_inputs([tmp_path / "one.txt", tmp_path / "two.txt"], tmp_path / "ledger.db")
    with open_ledger(tmp_path / "ledger.db") as opened:
        write_report(opened, tmp_path / "all.html", since="2020-01-01")
        write_report(opened, tmp_path / "none.html", since="2999-01-01")
        with pytest.raises(UsageError):
            write_report(opened, tmp_path / "bad.html", since="yesterday")
    assert "2 claims added" in (tmp_path / "all.html").read_text()
    assert "Nothing was added" in (tmp_path / "none.html").read_text()
