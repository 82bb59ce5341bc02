"""What holds for every test: nobody's own tables, the same drawn examples everywhere, and no clock that fails it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A failure is then the change's, never the machine's or the day's. `pytest --hypothesis-profile=search` draws new ones.
settings.register_profile("steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("search", deadline=None, derandomize=False, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")


@pytest.fixture(autouse=True, scope="session")
def _nobodys_own_places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The tables that whoever runs the tests has added to the gazetteer change no result."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        yield


@pytest.fixture
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A data folder of the test's own, with no list of actors remembered from before it or after it."""
    from dateline.vocab.actors import known_actors

    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    known_actors.cache_clear()
    yield
    known_actors.cache_clear()
