"""Content and what is known of it → a reading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from dateline.errors import EmptyInput, TooLarge, UnreadableInput
from dateline.model.claim import Document
from dateline.model.ids import document_id, sha256_of
from dateline.model.part import Part
from dateline.model.reading import PassedOver, Reading
from dateline.read.canonical import storable, under_title, unix_lines
from dateline.read.content import HTML, Content
from dateline.read.decode import declared_charset, decode
from dateline.read.forms import form_of
from dateline.read.given import NOTHING, Given
from dateline.read.kinds import Kind, begins_json_lines, kind_of, refuse_foreign
from dateline.read.language import language_of
from dateline.read.limits import MAX_DOCUMENT_BYTES
from dateline.read.page import read_page
from dateline.read.parts import parts_of
from dateline.read.plain import title_of
from dateline.read.sieve import Sieve, Stopped

_HEAD: Final = 4_096
_BLANK_BYTES: Final = b"\x00\t\n\r\x0b\x0c "
_VISIBLE: Final = re.compile("[^\\s\x00\ufeff\u200b]")


def from_bytes(
    data: bytes,
    *,
    name: str,
    came_from: str,
    own: Given = NOTHING,
    fallback: Given = NOTHING,
    media_type: str | None = None,
    charset: str | None = None,
    sieve: Sieve | None = None,
) -> Reading:
    """One document of any form. `own` is said of this document, `fallback` counts where nothing else is known;
    `charset` is what a server declared, as Python names it.

    Raises InputError: TooLarge, EmptyInput, UnreadableInput, BadEncoding; MissingExtra; Stopped by the sieve.
    """
    if len(data) > MAX_DOCUMENT_BYTES:
        raise too_large(name)
    if not data.strip(_BLANK_BYTES):
        raise _empty(name)
    if form := form_of(data):
        content = form.content(data, name=name)
        return from_content(content, original=data, name=name, came_from=came_from, own=own, fallback=fallback)
    refuse_foreign(data, name)
    if begins_json_lines(data.lstrip().partition(b"\n")[0]):
        raise UnreadableInput(
            "it is JSON lines, not one document", document=name, advice="Pass it as an input of its own"
        )
    text = decode(data, name=name, declared=charset or declared_charset(data[:_HEAD]))
    kind = kind_of(text, name=name, media_type=media_type)
    if kind == "text":
        text = unix_lines(text)
        own = own.before(Given(title=title_of(text)))
    return from_text(text, kind, original=data, name=name, came_from=came_from, own=own, fallback=fallback, sieve=sieve)


def sifted(
    data: bytes,
    *,
    sieve: Sieve | None,
    name: str,
    came_from: str,
    own: Given = NOTHING,
    fallback: Given = NOTHING,
    media_type: str | None = None,
    charset: str | None = None,
) -> Iterator[Reading]:
    """One document as `from_bytes` reads it; none where the sieve stops it, which is told of it then.

    Raises InputError and MissingExtra as `from_bytes`.
    """
    sha256 = sha256_of(data)
    if sieve is not None and sieve.known(sha256):
        sieve = None
    try:
        reading = from_bytes(
            data, name=name, came_from=came_from, own=own, fallback=fallback, media_type=media_type, charset=charset,
            sieve=sieve,
        )  # fmt: skip
    except Stopped:
        assert sieve is not None, "nothing else stops a page"
        sieve.over(PassedOver(own.url, sha256, came_from, "gate"))
        return
    yield replace(reading, sifted=True) if sieve is not None else reading


def from_text(
    text: str,
    kind: Kind,
    *,
    original: bytes,
    name: str,
    came_from: str,
    own: Given = NOTHING,
    fallback: Given = NOTHING,
    ignored_keys: tuple[str, ...] = (),
    sieve: Sieve | None = None,
) -> Reading:
    """Decoded content, as `from_content` reads it.

    Raises InputError: EmptyInput, TooLarge; Stopped by the sieve.
    """
    if not _VISIBLE.search(text):
        raise _empty(name)
    if kind == "html":
        page = read_page(text, name=name, title=own.title, sieve=sieve)
        content = Content(page.body, HTML, page.said, page.parts)
    elif sieve is not None and not sieve.passes(text):
        raise Stopped
    else:
        content = Content(text)
    reading = from_content(content, original=original, name=name, came_from=came_from, own=own, fallback=fallback)
    return replace(reading, ignored_keys=ignored_keys) if ignored_keys else reading


def from_content(
    content: Content,
    *,
    original: bytes,
    name: str,
    came_from: str,
    own: Given = NOTHING,
    fallback: Given = NOTHING,
) -> Reading:
    """What is said of the document goes before what it says of itself, and that before the fallback; a language that
    nobody gives is heard from the text, and only then from the document's declaration.

    Raises EmptyInput.
    """
    if not _VISIBLE.search(content.body):
        raise _empty(name)
    known = own.before(content.said)
    text = storable(under_title(known.title, content.body))
    sha256 = sha256_of(original)
    document = Document(
        name=name,
        id=document_id(sha256, known.url, known.publisher),
        sha256=sha256,
        text=text,
        url=known.url,
        publisher=known.publisher,
        title=known.title,
        published=known.published or fallback.published,
        lang=own.lang or fallback.lang or language_of(text) or content.said.lang,
        parts=_parts(content, text, known.title),
    )
    return Reading(document, original, came_from, content.media_type, published_from=_dated_by(own, known, fallback))


def _dated_by(own: Given, known: Given, fallback: Given) -> str | None:
    if own.published:
        return own.dated_by or "what came with it"
    if known.published:
        return known.dated_by
    return (fallback.dated_by or "--published") if fallback.published else None


def too_large(name: str) -> TooLarge:
    """The error for a document beyond the limit on size."""
    return TooLarge(
        f"it is larger than {MAX_DOCUMENT_BYTES // 1_000_000} MB, too large for one document",
        document=name,
        advice="Split it into documents, or into JSON lines of one document each",
    )


def _parts(content: Content, text: str, title: str | None) -> tuple[Part, ...]:
    """The parts that the reader knows, moved behind the title, and those that the text itself shows."""
    by = len(text) - len(content.body)
    known = [replace(part, start=part.start + by, end=part.end + by) for part in content.parts]
    return tuple(sorted({*known, *parts_of(text, title)}))


def _empty(name: str) -> EmptyInput:
    piped = name == "-"  # nobody saved it
    advice = "Name a file, or check what was to be piped in" if piped else "Check that it was saved in full"
    return EmptyInput("it is empty", document=name, advice=advice)
