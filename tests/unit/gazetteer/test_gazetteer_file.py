"""The file: deterministic, refused when damaged, missed with advice."""

from __future__ import annotations

import random
from array import array
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.errors import BuildError, GazetteerCorrupt, GazetteerMissing
from dateline.gazetteer import load_gazetteer
from dateline.gazetteer.container import open_container, write_container
from dateline.gazetteer.draft import Draft
from dateline.gazetteer.pack import pack

Invented = Callable[[], list[Draft]]
PackTo = Callable[[Path, list[Draft]], Path]


def test_the_bytes_depend_on_the_entries_alone(tmp_path: Path, invented: Invented, pack_to: PackTo) -> None:
    first, second = invented(), invented()
    random.Random(7).shuffle(second)
    assert pack_to(tmp_path / "a", first).read_bytes() == pack_to(tmp_path / "b", second).read_bytes()


def test_sections_come_back_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "x.dlgaz"
    write_container(path, {"who": "é"}, {"q": array("Q", [2**63, 1]), "b": array("B", [7]), "text": b"\x03\x00abc"})
    container = open_container(path)
    assert container.about == {"who": "é"}
    assert list(container.sections["q"]) == [2**63, 1]
    assert list(container.sections["b"]) == [7]
    assert container.text(0) == "abc"
    assert [left.name for left in tmp_path.iterdir()] == ["x.dlgaz"]


def test_a_missing_file_says_how_to_build_it(tmp_path: Path) -> None:
    with pytest.raises(GazetteerMissing, match=r"make setup, or python -m dateline\.gazetteer\.build"):
        load_gazetteer(tmp_path / "none.dlgaz")


@pytest.mark.parametrize(("begin", "cut"), [(b"", 0), (b"PK", 1), (b"", 2)])
def test_a_damaged_file_is_refused(tmp_path: Path, invented: Invented, pack_to: PackTo, begin: bytes, cut: int) -> None:
    """Emptied, of another kind, cut to half."""
    path = pack_to(tmp_path / "x.dlgaz", invented())
    data = path.read_bytes()
    path.write_bytes(begin + data[len(begin) : len(data) // cut] if cut else b"")
    with pytest.raises(GazetteerCorrupt, match="build it again"):
        load_gazetteer(path)


def test_an_entry_that_stands_twice_is_refused() -> None:
    twice = [Draft("iso", "X", "X", "YEM", "place", 1.0, 1.0), Draft("iso", "X", "Y", "YEM", "place", 2.0, 2.0)]
    with pytest.raises(BuildError, match="twice"):
        pack(twice)
