"""Of ten kinds of private persons no byte of a name leaves, whichever way a claim takes; office-holders stay."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

from dateline.model import Extraction

from .conftest import Case, run


def leaks(text: str, case: Case) -> list[tuple[str, str]]:
    """Every private word of the page that stands in a text, with the kind of person it tells of.

    Bare numbers are sought where an age would stand: ids and hashes have digits of their own.
    """
    return [(kind, word) for kind, words in case.private.items() for word in words if _stands(word, text)]


def _stands(word: str, text: str) -> bool:
    if word.isdigit():
        return bool(re.search(rf"(?:aged |, |\()\b{word}\b[,.)\s]", text))
    return word in text


def test_the_page_itself_would_leak(ten_kinds: Case) -> None:
    document = ten_kinds.document
    told = {kind for kind, _ in leaks(f"{document.text} {document.url}", ten_kinds)}
    assert told == set(ten_kinds.private)
    assert len(told) >= 10


def test_every_kind_stands_in_a_sentence_that_leaves(ten_kinds: Case, extracted: Extraction) -> None:
    document = ten_kinds.document
    printed = " ".join(claim.excerpt.text for claim in extracted.claims)
    told = {kind for kind, _ in leaks(f"{printed} {document.title} {document.url}", ten_kinds)}
    assert told >= set(ten_kinds.private) - {"journalist", "contacts"}


def test_no_byte_of_a_private_name_leaves(outputs: dict[str, str], ten_kinds: Case) -> None:
    found = {way: leaks(text, ten_kinds) for way, text in outputs.items()}
    assert {way: words for way, words in found.items() if words} == {}


def test_masks_are_there(outputs: dict[str, str]) -> None:
    masked = {way for way, text in outputs.items() if "█" in text or "[name withheld]" in text or "\\u2588" in text}
    assert {"extract", "claims", "report", "export as csv", "export as jsonl", "to_rows"} <= masked


def test_who_bears_an_office_stays_readable(outputs: dict[str, str], ten_kinds: Case) -> None:
    for way in ("extract", "claims", "export as jsonl", "release_claims"):
        gone = [name for name in ten_kinds.public if name not in outputs[way]]
        assert gone == [], way


def test_places_and_bodies_stay_readable(outputs: dict[str, str], ten_kinds: Case) -> None:
    assert [name for name in ten_kinds.bodies_and_places if name not in outputs["extract"]] == []


def test_words_and_offsets_hold_outside_the_masks(outputs: dict[str, str], ten_kinds: Case) -> None:
    text = ten_kinds.document.text
    for row in json.loads(outputs["extract"])["claims"]:
        hidden = {at for start, end in row["masked"] for at in range(start, end)}
        for part in (row["excerpt"], row["figure"] or row.get("trigger") or row["content"]):
            assert len(part["text"]) == part["end"] - part["start"]
            for at, letter in enumerate(part["text"], part["start"]):
                assert letter == ("█" if at in hidden else text[at])


def test_a_process_of_its_own_leaks_nothing_either(ten_kinds: Case, tmp_path: Path) -> None:
    page = tmp_path / "page.jsonl"
    page.write_text(ten_kinds.as_json_line() + "\n", encoding="utf-8")
    asked = [sys.executable, "-m", "dateline.cli", "extract", str(page), "--mentions", "--explain"]
    told = subprocess.run(asked, capture_output=True, check=True, text=True, encoding="utf-8")
    assert leaks(told.stdout + told.stderr, ten_kinds) == []
    assert len(json.loads(told.stdout)["claims"]) > 10


CARRIED = (
    "Shells fall on Loma Alta\n\n"
    "Torvald Iskren, a baker, stood by the road. He said 12 people were killed in Mosul.\n\n"
    'Selma Orbek sells bread. "They took nine men away," she said. Iskren said that 300 families fled to Erbil. '
    "Mr Tran said 30 homes burned. The agency's field officer, Lena Marsk, put the number of displaced at 4,000. "
    "Marsk told the agency that 500 people slept outside.\n"
)
BORNE = ("Torvald", "Iskren", "Selma", "Orbek", "Tran ", "Lena", "Marsk")


def test_a_witness_carried_from_another_sentence_is_masked_as_a_source_through_every_door(tmp_path: Path) -> None:
    page, at = tmp_path / "page.txt", ("--ledger", str(tmp_path / "l.db"))
    page.write_text(CARRIED, encoding="utf-8")
    run("add", str(page), *at)
    report = tmp_path / "report.html"
    told = {
        "extract": run("extract", str(page), "--mentions", "--explain", "--json"),
        "claims": run("claims", *at, "--json"),
        "report": run("report", *at, "--out", str(report)) + report.read_text(encoding="utf-8"),
        **{form: run("export", *at, "--as", form) for form in ("csv", "jsonl", "geojson")},
    }
    assert {way: [name for name in BORNE if name in text] for way, text in told.items()} == {way: [] for way in told}
    named = [source["name"] for row in json.loads(told["extract"])["claims"] for source in row["sources"]]
    assert sum("█" in name for name in named) >= 5
    carried = [[s["name"] for s in json.loads(line)["sources"]] for line in told["claims"].splitlines()]
    assert carried == [[s["name"] for s in row["sources"]] for row in json.loads(told["extract"])["claims"]]
