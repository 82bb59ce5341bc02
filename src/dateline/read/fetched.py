"""What a server answered with → its documents: a page, a paper, or the items of a feed."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

from dateline.errors import InputError, MissingExtra
from dateline.model.answer import Answer, Fetch
from dateline.model.reading import Problem, Reading
from dateline.read.canonical import storable
from dateline.read.charset import python_charset
from dateline.read.document import from_bytes
from dateline.read.feed import Feed
from dateline.read.given import NOTHING, Given
from dateline.read.problem import problem_of
from dateline.read.source import opened


def read_address(address: str, fetch: Fetch, fallback: Given = NOTHING) -> Iterator[Reading | Problem]:
    """Fetch an address and read what it answers with; a Problem that names it where that cannot be."""
    try:
        answer = fetch(address)
    except InputError as error:
        yield problem_of(error, storable(address))
        return
    yield from read_answer(answer, came_from=address, fallback=fallback)


def read_answer(answer: Answer, *, came_from: str, fallback: Given = NOTHING) -> Iterator[Reading | Problem]:
    """The documents of an answer. `came_from` is the address that was asked for.

    A page's url is the address that answered. A feed's items are read as they stand in it; a list of addresses is no
    document and is not followed: only lists that the user passes are.
    """
    came_from = storable(came_from)
    source = opened(io.BytesIO(answer.data), name=storable(answer.url), came_from=came_from, fallback=fallback)
    feed = Feed()
    try:
        for one in feed.read(source) if feed.knows(source) else [_page(answer, came_from, fallback)]:
            yield one if isinstance(one, Problem) else replace(one, retrieved_at=answer.retrieved_at)
    except InputError as error:
        yield problem_of(error, came_from)
    except MissingExtra as error:
        yield Problem(came_from, type(error).__name__, error.message)


def _page(answer: Answer, came_from: str, fallback: Given) -> Reading:
    url = storable(answer.url)
    return from_bytes(
        answer.data, name=url, came_from=came_from, own=Given(url=url), fallback=fallback,
        media_type=answer.media_type, charset=python_charset(answer.charset),
    )  # fmt: skip
