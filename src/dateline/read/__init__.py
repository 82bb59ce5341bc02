"""Reading: bytes → documents. Files, folders, standard input and JSON lines; plain text and saved web pages.

What is read is hostile until shown otherwise: whatever the bytes are, the answer is a `Reading` or a `Problem`
that names the input, says what is wrong and what to do. Nothing is fetched here: who wants that brings
what fetches (`dateline.fetch`).
"""

from __future__ import annotations

from dateline.model.reading import Problem, Reading
from dateline.read.canonical import storable
from dateline.read.document import from_bytes
from dateline.read.feed import FeedContent, Item, item_reading, item_words, parse_feed
from dateline.read.fetched import read_answer
from dateline.read.given import Given, checked_date, checked_language
from dateline.read.inputs import read_inputs
from dateline.read.left_out import left_out
from dateline.read.limits import MAX_DOCUMENT_BYTES
from dateline.read.url_list import addresses_in

__all__ = [
    "MAX_DOCUMENT_BYTES",
    "FeedContent",
    "Given",
    "Item",
    "Problem",
    "Reading",
    "addresses_in",
    "item_reading",
    "item_words",
    "left_out",
    "parse_feed",
    "read_answer",
    "read_bytes",
    "read_inputs",
]


def read_bytes(
    data: bytes,
    *,
    name: str,
    url: str | None = None,
    title: str | None = None,
    published: str | None = None,
    publisher: str | None = None,
    lang: str | None = None,
    media_type: str | None = None,
) -> Reading:
    """One document, a plain text or a web page, from its bytes.

    What the caller says of it (`url`, `title`, `published`, `publisher`, `lang`) goes before what the page says of
    itself. `media_type` ("text/html") helps where the content does not show what it is.

    Raises InputError: UnreadableInput, EmptyInput, TooLarge or BadEncoding.
    """
    own = Given(
        url=_known(url),
        title=_known(title),
        published=checked_date(published, name),
        publisher=_known(publisher),
        lang=checked_language(lang, name),
    )
    return from_bytes(data, name=storable(name), came_from=storable(name), own=own, media_type=media_type)


def _known(words: str | None) -> str | None:
    return storable(words.strip()) or None if words else None
