"""Telegram's desktop export (result.json): each message that has words is a document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, Final

from dateline.errors import EmptyInput, InputError
from dateline.model.reading import Problem, Reading
from dateline.read.canonical import one_line, storable
from dateline.read.content import TEXT, Content
from dateline.read.document import from_content
from dateline.read.given import Given, iso_date
from dateline.read.json_stream import Object, objects_under
from dateline.read.problem import problem_of
from dateline.read.source import Source

_CHAT: Final = re.compile(
    rb'"type"\s*:\s*"(?:public|private|personal|saved|bot|verification)_?(?:channel|supergroup|group|chat|messages)"'
)
_MESSAGES: Final = re.compile(rb'"messages"\s*:\s*\[')
_WHOLE_EXPORT: Final = re.compile(rb'"(?:personal_information|chats)"\s*:\s*\{')
_PUBLIC: Final = re.compile(r'"type"\s*:\s*"public_(?:channel|supergroup)"')
_NAME: Final = re.compile(r'"name"\s*:\s*("(?:[^"\\]|\\.){1,300}")')


class Telegram:
    """Reads the export of one chat, or of all.

    The publisher is the name of a public channel or group; of a private chat no name is kept, nor whoever wrote
    a message. A message is published when it was sent; pictures without words and notices of the service are passed
    over.
    """

    def knows(self, source: Source) -> bool:
        """True where the first bytes are those of such an export."""
        head = source.head.removeprefix(b"\xef\xbb\xbf").lstrip()
        if not head.startswith(b"{"):
            return False
        return bool((_CHAT.search(head) and _MESSAGES.search(head)) or _WHOLE_EXPORT.search(head))

    def read(self, source: Source) -> Iterator[Reading | Problem]:
        """The messages, chat after chat."""
        told, chat, before = 0, "", ""
        publisher: str | None = None
        for around, message in objects_under(source.stream, "messages", name=source.name):
            if around is not before:
                chat, publisher, before = _chat(around), _publisher(around), around
            words = _words(message.get("text"))
            if message.get("type") != "message" or not words.strip():
                continue
            told += 1
            at = f"{source.came_from} message {message.get('id', told)}"
            try:
                yield _document(message, words, at=at, source=source, chat=chat, publisher=publisher)
            except InputError as error:
                yield problem_of(error, at)
        if not told:
            yield problem_of(EmptyInput("there is no message with words in it"), source.came_from)


def _document(message: Object, words: str, *, at: str, source: Source, chat: str, publisher: str | None) -> Reading:
    text = storable(words).strip()
    return from_content(
        Content(text, TEXT),
        original=text.encode(),
        name=storable(f"{source.name} {chat} message {message.get('id', '')}".replace("  ", " ").strip()),
        came_from=storable(at),
        own=Given(published=_sent(message), publisher=publisher, dated_by="the message"),
        fallback=source.fallback,
    )


def _chat(before: str) -> str:
    """What tells a chat from the others in an export of all: its number, which names nobody."""
    numbers = re.findall(r'"id"\s*:\s*(\d{1,20})', before)
    return f"chat {numbers[-1]}" if numbers else ""


def _publisher(before: str) -> str | None:
    import json

    public = list(_PUBLIC.finditer(before))
    names = list(_NAME.finditer(before))
    if not public or not names:
        return None
    return storable(one_line(json.loads(names[-1][1], strict=False))) or None


def _words(value: Any) -> str:
    """The text of a message, which is a string, or a list of strings and of stretches with a "text" of their own."""
    if isinstance(value, str):
        return value
    pieces = value if isinstance(value, list) else []
    return "".join(_words(piece.get("text") if isinstance(piece, dict) else piece) for piece in pieces)


def _sent(message: Object) -> str | None:
    """When it was sent, in UTC; the local time of the exporting machine where that is all it says."""
    stamp = str(message.get("date_unixtime") or "")
    if re.fullmatch(r"\d{9,10}", stamp):
        return datetime.fromtimestamp(int(stamp), UTC).isoformat().replace("+00:00", "Z")
    return iso_date(str(message.get("date") or ""))
