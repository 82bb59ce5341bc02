"""Mail: a message, or a mailbox of them; what a message carries is read as well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parsedate_to_datetime
from typing import BinaryIO, Final

from dateline.errors import EmptyInput, InputError, MissingExtra, UnreadableInput
from dateline.model.part import Part
from dateline.model.reading import Problem, Reading
from dateline.read.canonical import one_line, storable, unix_lines
from dateline.read.content import HTML, MAIL, TEXT, Content
from dateline.read.document import from_bytes, from_content, from_text, too_large
from dateline.read.given import Given, iso_date
from dateline.read.limits import MAX_DOCUMENT_BYTES, MAX_MAIL_DEPTH, MAX_MAIL_PARTS, MAX_TITLE
from dateline.read.problem import problem_of
from dateline.read.source import Source

_FROM_LINE: Final = re.compile(rb"From \S.{0,300}\d{4}\s*$")
_HEADER: Final = re.compile(rb"[A-Za-z][A-Za-z0-9-]{0,60}:[ \t]")
_TOLD: Final = re.compile(rb"^(?:from|to|date|subject|message-id|received|mime-version):", re.IGNORECASE | re.MULTILINE)
_LIST_NAME: Final = re.compile(r'\s*"?([^"<>]{3,100}?)"?\s*<')
_QUOTED_LINE: Final = re.compile(r"^\s*>")
_MIN_TOLD: Final = 2
"""So many of the headers that every mail has show that a file is one."""


class Mail:
    """Reads one message (EML).

    The subject is the title, the day on which it was sent is its publication. Who sent it is not kept: that may be a
    private person; a mailing list's name is the publisher. Files that it carries are documents of their own.
    """

    def knows(self, source: Source) -> bool:
        """True where the first lines are the headers of a mail."""
        head = source.head.partition(b"\n\n")[0].partition(b"\r\n\r\n")[0]
        if _HEADER.match(head) is None:
            return False
        told = {name.lower() for name in _TOLD.findall(head)}
        return source.suffix == ".eml" or (len(told) > _MIN_TOLD and b"from:" in told)

    def read(self, source: Source) -> Iterator[Reading | Problem]:
        """The message, then what it carries."""
        data = source.stream.read(MAX_DOCUMENT_BYTES + 1)
        if len(data) > MAX_DOCUMENT_BYTES:
            raise too_large(source.name)
        yield from read_message(data, name=source.name, came_from=source.came_from, fallback=source.fallback)


class Mailbox:
    """Reads a mailbox (mbox): its messages one at a time, named by their number in it."""

    def knows(self, source: Source) -> bool:
        """True where the first line opens a message of a mailbox and a header follows."""
        first, _, rest = source.head.lstrip(b"\r\n").partition(b"\n")
        return _FROM_LINE.match(first.rstrip(b"\r")) is not None and _HEADER.match(rest.lstrip(b">")) is not None

    def read(self, source: Source) -> Iterator[Reading | Problem]:
        """The messages and what they carry, in the order of the file."""
        for number, data in enumerate(_messages(source.stream), start=1):
            at = f"{source.came_from} message {number}"
            try:
                if len(data) > MAX_DOCUMENT_BYTES:
                    raise too_large(at)
                name = f"{source.name} message {number}"
                yield from read_message(data, name=name, came_from=at, fallback=source.fallback)
            except InputError as error:
                yield problem_of(error, at)


def _messages(stream: BinaryIO) -> Iterator[bytes]:
    """The messages of a mailbox, without the lines that open them; of one that is too long only its beginning."""
    message = bytearray()
    begun, blank = False, True
    while line := stream.readline(MAX_DOCUMENT_BYTES):
        if blank and line.startswith(b"From ") and _FROM_LINE.match(line.rstrip()):
            if begun:
                yield bytes(message)
            message.clear()
            begun = True
        elif len(message) <= MAX_DOCUMENT_BYTES:
            message += line[1:] if line.startswith(b">From ") else line
        blank = not line.strip()
    if begun:
        yield bytes(message)


def read_message(
    data: bytes, *, name: str, came_from: str, fallback: Given, depth: int = 0
) -> Iterator[Reading | Problem]:
    """The document of a message, and of each file that it carries; a Problem for what cannot be read of it."""
    message = _parsed(data, name)
    parts = list(_leaves(message))
    if len(parts) > MAX_MAIL_PARTS:
        raise UnreadableInput(f"the mail has more than {MAX_MAIL_PARTS} parts", document=name)
    body = next((part for kind in (TEXT, HTML) for part in parts if _is_body(part, kind)), None)
    sent = _sent_on(message)
    if body is not None:
        try:
            yield _body(message, body, data, name=name, came_from=came_from, fallback=fallback)
        except InputError as error:
            yield problem_of(error, came_from)
    carried = [part for part in parts if part is not body and _is_carried(part)]
    if body is None and not carried:
        yield problem_of(EmptyInput("there is no text in the mail"), came_from)
    for number, part in enumerate(carried, start=1):
        called = storable(one_line(_filename(part) or f"part {number}"))
        where = {"name": f"{name} {called}", "came_from": f"{came_from} {called}"}
        try:
            yield from _carried(part, fallback=sent.before(fallback), depth=depth, **where)
        except InputError as error:
            yield problem_of(error, where["came_from"])
        except MissingExtra as error:
            yield Problem(where["came_from"], type(error).__name__, error.message)


def _parsed(data: bytes, name: str) -> EmailMessage:
    try:
        return BytesParser(EmailMessage, policy=policy.default).parsebytes(data.lstrip(b"\r\n"))
    except (ValueError, RecursionError, LookupError, AttributeError, IndexError, TypeError):
        raise UnreadableInput("the mail cannot be read", document=name, advice="Save its text and pass that") from None


def _leaves(message: EmailMessage) -> Iterator[EmailMessage]:
    """The parts that hold something: a message within the message is one of them, and is not opened here."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        if part.get_content_type() == MAIL and part is not message:
            yield part
        elif part.is_multipart():
            waiting.extend(reversed([inner for inner in part.iter_parts() if isinstance(inner, EmailMessage)]))
        else:
            yield part


def _is_body(part: EmailMessage, kind: str) -> bool:
    return part.get_content_type() == kind and part.get_content_disposition() != "attachment"


def _is_carried(part: EmailMessage) -> bool:
    """True for what was sent along on purpose; the other form of the body and pictures in the text are no files."""
    return part.get_content_type() == MAIL or part.get_content_disposition() == "attachment"


def _body(
    message: EmailMessage, part: EmailMessage, original: bytes, *, name: str, came_from: str, fallback: Given
) -> Reading:
    own = Given(
        title=_subject(message),
        published=_sent(message),
        publisher=_list_name(message),
        dated_by="the date of the mail",
    )
    words = _words(part)
    if part.get_content_type() == HTML:
        page = from_text(words, "html", original=original, name=name, came_from=came_from, own=own, fallback=fallback)
        return replace(page, media_type=MAIL)
    text = unix_lines(storable(words)).strip()
    content = Content(text, MAIL, parts=tuple(_quoted(text)))
    return from_content(content, original=original, name=name, came_from=came_from, own=own, fallback=fallback)


def _carried(
    part: EmailMessage, *, name: str, came_from: str, fallback: Given, depth: int
) -> Iterator[Reading | Problem]:
    if part.get_content_type() == MAIL:
        if depth >= MAX_MAIL_DEPTH:
            raise UnreadableInput(f"mails are nested more than {MAX_MAIL_DEPTH} deep", document=name)
        inner = part.get_payload(0)
        data = inner.as_bytes() if isinstance(inner, EmailMessage) else b""
        yield from read_message(data, name=name, came_from=came_from, fallback=fallback, depth=depth + 1)
        return
    yield from_bytes(
        _bytes(part), name=name, came_from=came_from, fallback=fallback, media_type=part.get_content_type()
    )


def _bytes(part: EmailMessage) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _words(part: EmailMessage) -> str:
    """The part's text in its charset; where that is none or does not fit, as UTF-8 with what is broken replaced."""
    data = _bytes(part)
    try:
        return data.decode(part.get_content_charset("utf-8"))
    except (LookupError, ValueError):
        return data.decode("utf-8", "replace")


def _header(message: EmailMessage, name: str) -> str:
    """A header's words on one line; empty where there is none or it cannot be read."""
    try:
        return storable(one_line(str(message.get(name) or "")))
    except (ValueError, LookupError, AttributeError, IndexError, TypeError):
        return ""


def _subject(message: EmailMessage) -> str | None:
    words = _header(message, "Subject")
    return words if 0 < len(words) <= MAX_TITLE else None


def _sent_on(message: EmailMessage) -> Given:
    return Given(published=_sent(message), dated_by="the date of the mail")


def _sent(message: EmailMessage) -> str | None:
    try:
        return iso_date(parsedate_to_datetime(_header(message, "Date")).isoformat())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _list_name(message: EmailMessage) -> str | None:
    found = _LIST_NAME.match(_header(message, "List-Id"))
    return found[1].strip() or None if found else None


def _filename(part: EmailMessage) -> str | None:
    try:
        return part.get_filename()
    except (ValueError, LookupError, AttributeError, IndexError, TypeError):
        return None


def _quoted(text: str) -> Iterator[Part]:
    """The runs of lines that repeat an earlier message ("> …")."""
    at, start = 0, -1
    for line in text.splitlines(keepends=True):
        if _QUOTED_LINE.match(line):
            start = at if start < 0 else start
        elif start >= 0 and line.strip():
            yield Part(start, at, "quoted")
            start = -1
        at += len(line)
    if start >= 0:
        yield Part(start, at, "quoted")
