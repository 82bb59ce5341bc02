"""What every reader keeps: one test body for all kinds of input, whole, through a pipe, cut and broken."""

from __future__ import annotations

import io
import random
from pathlib import Path

import pytest
from readers_kept import INPUTS, Pipe

from dateline.model.ids import sha256_of
from dateline.model.reading import Problem, Reading
from dateline.read import read_inputs
from dateline.read.given import NOTHING
from dateline.read.readers import READERS, reader_of
from dateline.read.source import opened

MUTANTS = 40
"""Broken forms of each input; the seed is fixed, so that a failure comes again."""


def read(folder: Path, name: str, data: bytes) -> list[Reading | Problem]:
    path = folder / name
    path.write_bytes(data)
    return list(read_inputs([path]))


def check(one: Reading | Problem) -> None:
    if isinstance(one, Problem):
        assert one.input and one.error and one.message
        str(one).encode()
        return
    document = one.document
    document.text.encode()
    assert document.text.strip()
    assert document.sha256 == sha256_of(one.original)
    assert document.title is None or document.title.strip()
    assert list(document.parts) == sorted(document.parts)
    assert all(0 <= part.start <= part.end <= len(document.text) for part in document.parts)


@pytest.mark.parametrize("name", INPUTS)
def test_a_whole_input_gives_documents_and_the_same_ones_again(tmp_path: Path, name: str) -> None:
    first, again = read(tmp_path, name, INPUTS[name]), read(tmp_path, name, INPUTS[name])
    assert first == again
    assert first
    for one in first:
        assert isinstance(one, Reading), one
        check(one)


@pytest.mark.parametrize("name", INPUTS)
def test_a_pipe_gives_the_same_documents_or_says_why_not(tmp_path: Path, name: str) -> None:
    whole = [one.document.text for one in read(tmp_path, name, INPUTS[name]) if isinstance(one, Reading)]
    piped = list(read_inputs(["-"], stdin=io.BufferedReader(Pipe(INPUTS[name]))))
    if any(isinstance(one, Problem) for one in piped):
        assert name in ("crawl.wacz", "rows.csv")  # its contents stand at its end; known by its name alone
    if name not in ("crawl.wacz", "rows.csv"):
        assert [one.document.text for one in piped if isinstance(one, Reading)] == whole


@pytest.mark.parametrize("name", INPUTS)
def test_cut_and_broken_inputs_give_readings_or_problems(tmp_path: Path, name: str) -> None:
    data = INPUTS[name]
    chance = random.Random(name)
    for _ in range(MUTANTS):
        broken = bytearray(data)
        for _ in range(chance.randint(1, 8)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        if chance.random() < 0.3:
            del broken[chance.randrange(len(broken)) :]
        for one in read(tmp_path, name, bytes(broken)):
            check(one)


def test_every_reader_has_its_input() -> None:
    used = {
        type(reader_of(opened(io.BytesIO(data), name=name, came_from=name, fallback=NOTHING)))
        for name, data in INPUTS.items()
    }
    without = {type(reader).__name__ for reader in READERS} - {kind.__name__ for kind in used}
    assert without == {"Parquet", "UrlList"}  # needs an extra, and holds no document
