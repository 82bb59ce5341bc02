"""What holds for every test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True, scope="session")
def _nobodys_own_places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The tables that whoever runs the tests has added to the gazetteer change no result."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        yield
