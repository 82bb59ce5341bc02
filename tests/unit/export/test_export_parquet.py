"""Claims as Parquet: typed, nested, masked, whole."""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path
from typing import Any

import pytest

from dateline.errors import MissingExtra, UsageError
from dateline.export import FORMS, write_export
from dateline.export.flat import COLUMNS
from dateline.ledger import open_ledger
from dateline.run import add_inputs

PAGE = (
    "Storm on the coast\n\n"
    "Maria Quintela, a 34-year-old nurse, said that 40 people were injured in Coimbra on 3 May 2031. "
    "According to the Red Cross, more than 1,200 people fled Aveiro for Coimbra on 4 May."
)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ledger")
    (folder / "page.txt").write_text(PAGE, encoding="utf-8")
    add_inputs([folder / "page.txt"], folder / "dateline.db", published="2031-05-05")
    return folder / "dateline.db"


@pytest.fixture
def table(ledger: Path, tmp_path: Path) -> Any:
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra parquet is not installed")
    with open_ledger(ledger) as opened:
        assert write_export(opened, "parquet", tmp_path / "claims.parquet") == 2
    return parquet.read_table(tmp_path / "claims.parquet")


def test_the_columns_of_the_csv_with_types(table: Any, ledger: Path) -> None:
    out = io.StringIO()
    with open_ledger(ledger) as opened:
        write_export(opened, "csv", out)
    rows = list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))
    assert table.column_names == [*COLUMNS, "all_places", "all_sources"]
    for name in ("claim_id", "term", "excerpt", "places", "period_start", "document_id"):
        assert [value or "" for value in table[name].to_pylist()] == [row[name] for row in rows]
    assert table["low"].to_pylist() == [40, 1200]
    assert table["high"].to_pylist() == [40, None]
    assert str(table.schema.field("low").type) == "int64"
    assert str(table.schema.field("lat").type) == "double"
    assert str(table.schema.field("cut").type) == "bool"


def test_every_place_and_source_is_there(table: Any) -> None:
    fled = table["all_places"].to_pylist()[1]
    assert [(one["name"], one["role"]) for one in fled] == [("Aveiro", "from"), ("Coimbra", "to")]
    assert fled[0]["place"] is None or fled[0]["place"]["country"] == "PRT"
    assert [one["name"] for one in table["all_sources"].to_pylist()[1]] == ["Red Cross"]


def test_no_private_name_leaves(table: Any, tmp_path: Path) -> None:
    assert "Quintela" not in str(table.to_pylist())
    assert "█" in table["excerpt"].to_pylist()[0]
    assert b"Quintela" not in (tmp_path / "claims.parquet").read_bytes()


def test_bytes_are_not_written_into_text(ledger: Path) -> None:
    pytest.importorskip("pyarrow", reason="the extra parquet is not installed")
    with open_ledger(ledger) as opened, pytest.raises(UsageError, match="--out"):
        write_export(opened, "parquet", io.StringIO())


def test_bytes_below_a_stream_are_written(ledger: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra parquet is not installed")
    below = io.BytesIO()
    out = io.TextIOWrapper(below, encoding="utf-8")
    with open_ledger(ledger) as opened:
        write_export(opened, "parquet", out)
    assert parquet.read_table(io.BytesIO(below.getvalue())).num_rows == 2
    out.detach()


def test_without_pyarrow_it_says_how_to_install_it(
    ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert "parquet" in FORMS
    with open_ledger(ledger) as opened, pytest.raises(MissingExtra, match=r"pip install 'dateline\[parquet\]'"):
        write_export(opened, "parquet", tmp_path / "claims.parquet")
    assert not (tmp_path / "claims.parquet").exists()
