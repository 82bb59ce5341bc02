"""From a gold file to scores, through the real reader and extractor."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dateline.errors import InputError, UnreadableInput
from dateline.evaluate import evaluate, load_gold

TEXT = "Flooding injured 35 people in Riberalta on 4 March 2031."
CLAIM = {
    "figure": "35 people", "low": 35, "high": 35, "unit": "person", "quantifier": "exact", "term": "injured",
    "measure": "flow", "modality": "asserted", "country": "BOL", "start": "2031-03-04", "end": None, "relative": None,
    "places": [{"name": "Riberalta", "role": "at"}], "sources": [], "part_of": None, "same_as": None,
}  # fmt: skip


def gold(path: Path, *rows: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def row(name: str, **rest: Any) -> dict[str, Any]:
    return {"id": name, "lang": "en", "text": TEXT, "claims": [CLAIM], **rest}


@pytest.mark.parametrize("unmasked", [False, True])
def test_a_claim_that_is_found(tmp_path: Path, unmasked: bool) -> None:
    outcome = evaluate(gold(tmp_path / "g.jsonl", row("a")), unmasked=unmasked)
    assert (outcome.scores.documents, outcome.scores.gold, outcome.scores.predicted) == (1, 1, 1)
    assert (outcome.scores.figure.f1, outcome.scores.claim.f1, outcome.scores.ungrounded) == (1.0, 1.0, 0)
    assert (outcome.differences, outcome.problems) == ((), ())


def test_what_only_one_side_has_is_named(tmp_path: Path) -> None:
    other = {**CLAIM, "figure": "9 people", "low": 9, "high": 9}
    outcome = evaluate(gold(tmp_path / "g.jsonl", row("a", claims=[other])), unmasked=True)
    (difference,) = outcome.differences
    assert difference.missed == ("9 people",)
    assert len(difference.extra) == 1


def test_one_language(tmp_path: Path) -> None:
    path = gold(tmp_path / "g.jsonl", row("a"), row("b", lang="fr", claims=[]))
    assert evaluate(path, lang="en", unmasked=True).scores.documents == 1


def test_offsets_count_in_the_text_with_its_title(tmp_path: Path) -> None:
    outcome = evaluate(gold(tmp_path / "g.jsonl", row("a", title="Water rises")), unmasked=True)
    assert (outcome.scores.ungrounded, outcome.scores.figure.f1) == (0, 1.0)


def test_numbers_as_ids(tmp_path: Path) -> None:
    assert evaluate(gold(tmp_path / "g.jsonl", row("a") | {"id": 7}), unmasked=True).scores.figure.f1 == 1.0


def test_what_is_no_gold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="line 1"):
        load_gold(gold(tmp_path / "g.jsonl", {"id": "a", "text": "Rain."}))
    with pytest.raises(UnreadableInput):
        load_gold(tmp_path / "absent.jsonl")
