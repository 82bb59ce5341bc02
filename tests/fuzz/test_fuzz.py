"""The short part of fuzzing, as every change is tested. `make fuzz` is the whole."""

from __future__ import annotations

import corpus
import pytest
import verdicts
from mutants import BYTE_CHANGES, TEXT_CHANGES
from run import extract_some, read_some

from dateline.model.reading import Reading
from dateline.read.readers import READERS, reader_of

TEXTS = 250
FILES = 40
LEAST_SEEDS = 200


def test_there_are_seeds_enough_and_each_has_its_own_name() -> None:
    names = [text.name for text in corpus.texts()]
    assert len(names) == len(set(names)) >= LEAST_SEEDS
    assert {text.lang for text in corpus.texts()} == {"en", "fr", "es", "ar"}
    assert all(len(corpus.files(kind)) >= 12 for kind in corpus.kinds())


def test_every_reader_has_its_seeds() -> None:
    from io import BytesIO

    from dateline.read.given import NOTHING
    from dateline.read.source import opened

    used = {
        type(reader_of(opened(BytesIO(file.data), name=file.name, came_from=file.name, fallback=NOTHING)))
        for kind in corpus.kinds()
        for file in corpus.files(kind)
    }
    assert used == {type(reader) for reader in READERS}


@pytest.mark.parametrize("kind", corpus.kinds())
def test_the_seeds_themselves_are_read(kind: str) -> None:
    given = [one for file in corpus.files(kind) for one in verdicts.read(file.name, file.data)]
    read = [one for one in given if isinstance(one, Reading)]
    assert kind == "urls.txt" or len(read) >= len(corpus.files(kind)) - 1


def test_a_mutant_is_the_same_one_every_time_and_another_seed_gives_another() -> None:
    for kind in corpus.kinds():
        assert corpus.file_mutant(kind, 1, 7) == corpus.file_mutant(kind, 1, 7) != corpus.file_mutant(kind, 2, 7)
    assert corpus.text_mutant(1, 7) == corpus.text_mutant(1, 7)
    assert len({corpus.text_mutant(seed, 7)[1].text for seed in range(9)}) > 7


def test_every_change_changes_something() -> None:
    from random import Random

    one, other = corpus.texts()[30].text, corpus.texts()[9].text
    for text_change in TEXT_CHANGES:
        assert any(text_change(one, other, Random(n)) != one for n in range(60)), text_change
    data, spliced = corpus.files("html")[0].data, corpus.files("html")[1].data
    for byte_change in BYTE_CHANGES:
        assert any(byte_change(data, spliced, Random(n)) != data for n in range(60)), byte_change


@pytest.mark.parametrize("kind", corpus.kinds())
def test_mutants_of_files_break_no_reader(kind: str) -> None:
    told = read_some(kind, 3, range(FILES))
    assert told.broken == []
    assert told.inputs == FILES
    assert told.documents or told.problems


def test_mutants_of_texts_break_no_extraction() -> None:
    told = extract_some("extract", 3, range(TEXTS))
    assert told.broken == []
    assert told.inputs == TEXTS
    assert told.claims > TEXTS
