"""The collector of garbage rests while a page is read, and never while its reader has the word."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from dateline.extract.pipeline import extract_pages
from dateline.garbage import collected_later
from dateline.model import Document
from dateline.model.ids import document_id, sha256_of


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    yield
    gc.enable()


def documents() -> Iterator[Document]:
    for number in (40, 50):
        text = f"At least {number} people were killed when the dam above Orvel broke, officials said."
        digest = sha256_of(text.encode())
        yield Document(str(number), document_id(digest, None, None), digest, text, lang="en")


def test_it_rests_and_goes_on_after_an_error() -> None:
    with pytest.raises(ValueError, match="stop"), collected_later():
        assert not gc.isenabled()
        raise ValueError("stop")
    assert gc.isenabled()


def test_who_switched_it_off_keeps_it_off() -> None:
    gc.disable()
    with collected_later():
        pass
    assert not gc.isenabled()


def test_it_runs_between_pages() -> None:
    pages = extract_pages(documents(), "test", mentions=False, explain=False)
    assert [(len(page.claims), gc.isenabled()) for page in pages] == [(1, True), (1, True)]
