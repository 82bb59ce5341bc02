"""An invented page with ten kinds of private persons, and everything that dateline says of it."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from dateline.extract import extract
from dateline.model import Document, Extraction
from dateline.read import read_bytes

PAGES = Path(__file__).parent / "pages"


@dataclass(frozen=True)
class Case:
    """A page: its document, who on it is private (by kind), and whose names must stay."""

    document: Document
    private: dict[str, list[str]]
    public: list[str]
    bodies_and_places: list[str]

    def as_json_line(self) -> str:
        """The page as a line of a JSON-lines file."""
        document = self.document
        row = {"id": document.name, "text": document.text, "url": document.url}
        return json.dumps({**row, "publisher": document.publisher, "published": document.published, "lang": "en"})


@pytest.fixture(scope="session")
def ten_kinds() -> Case:
    """The page of `pages/ten-kinds.json`."""
    row = json.loads((PAGES / "ten-kinds.json").read_text(encoding="utf-8"))
    told = {name: row[name] for name in ("name", "url", "publisher", "published")}
    data = "\n".join(row["page"]).encode()
    document = read_bytes(data, **told, lang="en", media_type="text/plain").document
    return Case(document, row["private"], row["public"], row["bodies_and_places"])


@pytest.fixture(scope="session")
def extracted(ten_kinds: Case) -> Extraction:
    """What is read from the page, with mentions and refusals."""
    return extract(ten_kinds.document, mentions=True, explain=True)


Call = Callable[..., str]


def run(*words: str) -> str:
    """stdout and stderr of one call of the command line, in this process."""
    from dateline.cli.app import app

    out = io.StringIO()
    with redirect_stdout(out), redirect_stderr(out), pytest.raises(SystemExit) as left:
        app(list(words), prog_name="dateline")
    assert int(left.value.code or 0) == 0, out.getvalue()
    return out.getvalue()


@pytest.fixture(scope="session")
def outputs(ten_kinds: Case, extracted: Extraction, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Everything that leaves the house about the page, by the way it left."""
    folder = tmp_path_factory.mktemp("ten-kinds")
    page, ledger, report = folder / "page.jsonl", folder / "ten.db", folder / "report.html"
    page.write_text(ten_kinds.as_json_line() + "\n", encoding="utf-8")
    at = ("--ledger", str(ledger))
    told = {
        "extract": run("extract", str(page), "--mentions", "--explain", "--json"),
        "extract as a table": run("extract", str(page), "--mentions", "--explain", "--table"),
        "add": run("add", str(page), *at),
        "claims": run("claims", *at, "--json"),
        "claims as a table": run("claims", *at, "--table"),
        "report": run("report", *at, "--out", str(report)) + report.read_text(encoding="utf-8"),
        **{
            f"export as {form}": run("export", *at, "--as", form)
            for form in ("csv", "jsonl", "geojson", "helix", "idu")
        },
        "reconcile": run("reconcile", *at, "--json") + run("reconcile", *at, "--table"),
        "report on what changed": run("report", *at, "--since", "2000-01-01", "--out", str(report))
        + report.read_text(encoding="utf-8"),
        "evaluate": run("evaluate", str(_gold(page)), "--errors", "50"),
        **_from_python(ledger, extracted),
    }
    for row in map(json.loads, told["claims"].splitlines()):
        name = row["claim_id"]
        told[f"show {name[:8]}"] = run("show", name, *at, "--json") + run("show", name, *at, "--table")
    return told


def _gold(page: Path) -> Path:
    """The page with nothing annotated: everything found is one too many, and named."""
    row: dict[str, Any] = json.loads(page.read_text(encoding="utf-8"))
    path = page.with_name("gold.jsonl")
    path.write_text(json.dumps({**row, "claims": []}) + "\n", encoding="utf-8")
    return path


def _from_python(ledger: Path, extracted: Extraction) -> dict[str, str]:
    import dateline
    from dateline.release import release_claim, release_claims

    with dateline.open_ledger(ledger) as opened:
        claims = list(opened.claims())
        for number, found in enumerate(claims[:3]):
            opened.judge("accept", found.claim.claim_id, by="R. Analyst", why=f"Selma Orbek told us, {number}")
        return {
            "release_claims": str(list(release_claims(claims))),
            "release_claims with texts": str(list(release_claims(opened.claims(texts=True), cut=False))),
            "release_claim": str([release_claim(found, decisions=True) for found in opened.claims()]),
            "to_rows": str(dateline.to_rows(claims)),
            "a notebook": dateline.Claims((extracted,))._repr_html_(),
        }
