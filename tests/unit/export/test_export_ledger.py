"""From a ledger to a file: what a plain listing gives, through the door."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from dateline.export import write_export
from dateline.ledger import open_ledger
from dateline.report import write_report
from dateline.run import add_inputs
from dateline.run.situations import reconcile_ledger

PAGE = (
    "Storm on the coast\n\n"
    "Maria Quintela, a 34-year-old nurse, said that 40 people were injured in Coimbra on 3 May 2031. "
    "According to the Red Cross, more than 1,200 people fled Aveiro, "
    + "where the wind had taken the roofs, " * 12
    + "on 4 May."
)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ledger")
    (folder / "page.txt").write_text(PAGE, encoding="utf-8")
    add_inputs([folder / "page.txt"], folder / "dateline.db", published="2031-05-05")
    return folder / "dateline.db"


def test_each_form_gives_every_claim(ledger: Path, tmp_path: Path) -> None:
    with open_ledger(ledger) as opened:
        listed = [found.claim.claim_id for found in opened.claims()]
        for form in ("csv", "jsonl", "geojson"):
            assert write_export(opened, form, tmp_path / form) == len(listed) > 1
    table = (tmp_path / "csv").read_text(encoding="utf-8-sig")
    assert [row["claim_id"] for row in csv.DictReader(io.StringIO(table, newline=""))] == listed
    assert [json.loads(line)["claim_id"] for line in (tmp_path / "jsonl").read_text().splitlines()] == listed
    assert [one["id"] for one in json.loads((tmp_path / "geojson").read_text())["features"]] == listed


def test_only_a_csv_file_begins_with_a_mark(ledger: Path, tmp_path: Path) -> None:
    out = io.StringIO()
    with open_ledger(ledger) as opened:
        write_export(opened, "csv", tmp_path / "claims.csv")
        write_export(opened, "csv", out)
        write_export(opened, "jsonl", tmp_path / "claims.jsonl")
    assert (tmp_path / "claims.csv").read_bytes().startswith(b"\xef\xbb\xbfclaim_id,")
    assert out.getvalue().startswith("claim_id,")
    assert (tmp_path / "claims.jsonl").read_bytes().startswith(b"{")


def test_no_private_name_and_no_article_leaves(ledger: Path, tmp_path: Path) -> None:
    with open_ledger(ledger) as opened:
        for form in ("csv", "jsonl", "geojson"):
            write_export(opened, form, tmp_path / form)
        write_report(opened, tmp_path / "html")
    for path in tmp_path.iterdir():
        text = path.read_text(encoding="utf-8-sig")
        assert "Quintela" not in text
        assert "taken the roofs, " * 9 not in text
    rows = [json.loads(line) for line in (tmp_path / "jsonl").read_text(encoding="utf-8").splitlines()]
    assert all(len(row["excerpt"]["text"]) <= 300 for row in rows)
    assert [row for row in rows if row["excerpt"].get("cut")]
    assert "[name withheld]" in (tmp_path / "html").read_text(encoding="utf-8")


def test_helix_gets_the_roles_of_reconciliation(ledger: Path) -> None:
    out = io.StringIO()
    with open_ledger(ledger) as opened:
        write_export(opened, "helix", out)
        expected = {one.claim_id: one.role for found in reconcile_ledger(opened).situations for one in found.roles}
    rows = list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))
    assert rows
    assert {row["Dateline claim"]: row["Figure role"].lower() for row in rows}.items() <= expected.items()


def test_helix_recommends_of_counts_that_run_on_only_the_last(tmp_path: Path) -> None:
    for day, number, source in (("2031-05-05", 118, "police"), ("2031-05-06", 171, "home ministry")):
        page = tmp_path / f"{day}.txt"
        page.write_text(f"The earthquake of 4 May 2031 killed {number} people in Nepal, the {source} said.")
        add_inputs([page], tmp_path / "quake.db", published=day)
    out = io.StringIO()
    with open_ledger(tmp_path / "quake.db") as opened:
        write_export(opened, "helix", out)
        (situation,) = reconcile_ledger(opened).situations
    assert [(row.end, row.best) for row in situation.series] == [("2031-05-05", 118), ("2031-05-06", 171)]
    rows = list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))
    played = {row["Reported figure"]: row["Figure role"] for row in rows}
    assert played == {"118": "Triangulation", "171": "Recommended"}
