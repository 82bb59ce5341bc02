"""What people hand over by mistake: the message says what it is, and the advice fits the way it was handed over."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from dateline.model.reading import Problem
from dateline.read import read_inputs


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'{"id": 1, "text": ', "it is named as JSON and is none"),
        (b"<p>Twelve people fled Anor.</p>", "it is named as JSON and is none"),
        (b'[\n{"some": "list"}\n]', "it is JSON, but not JSON lines"),
    ],
)
def test_a_file_named_json(data: bytes, message: str, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(data)
    (one,) = read_inputs([tmp_path / "a.json"])
    assert isinstance(one, Problem)
    assert one.message.startswith(message)
    assert one.advice


def test_nothing_was_piped_in() -> None:
    (one,) = read_inputs(["-"], stdin=io.BytesIO(b""))
    assert isinstance(one, Problem)
    assert "saved" not in (one.advice or "")
