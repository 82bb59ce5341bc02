"""A server for every test of this room."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from loopback import Server, serving


@pytest.fixture
def server() -> Iterator[Server]:
    """A server on loopback that knows no page yet."""
    with serving() as one:
        yield one
