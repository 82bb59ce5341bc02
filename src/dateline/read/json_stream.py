"""Objects of a long JSON array, one at a time: a file of any size in flat memory."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from dateline.errors import TooLarge, UnreadableInput
from dateline.read.limits import MAX_DOCUMENT_BYTES

_CHUNK: Final = 1 << 18
_BEFORE: Final = 4_096
"""Characters in front of an array that are kept, to tell whose it is."""

_BETWEEN: Final = re.compile(r"[\s,]*")
_ADVICE: Final = "Save it again in full"

Object = dict[str, Any]


class _Window:
    """The stretch of a stream that is looked at; what is done with is let go."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")
        self.text = ""
        self.ended = False

    def more(self, size: int = _CHUNK) -> bool:
        """Reads on; False at the end."""
        data = self._stream.read(size)
        self.ended = not data
        self.text += self._decoder.decode(data, final=self.ended)
        return not self.ended

    def drop(self, until: int) -> None:
        """Lets go of what stands before `until`."""
        self.text = self.text[until:]


def objects_under(stream: BinaryIO, key: str, *, name: str) -> Iterator[tuple[str, Object]]:
    """The objects of every array that stands under this key, each with what stands in front of its array.

    What stands in front is cut to the nearest 4,096 characters. Raises UnreadableInput where the JSON is broken, cut
    or nested too deep, TooLarge for an object beyond the limit on a document; what stood before was yielded.
    """
    window = _Window(stream)
    opening = re.compile(rf'(?<!\\)"{re.escape(key)}"\s*:\s*\[')
    while True:
        found = opening.search(window.text)
        if found is None:
            window.drop(max(0, len(window.text) - _BEFORE))
            if not window.more():
                return
            continue
        before = window.text[: found.start()][-_BEFORE:]
        window.drop(found.end())
        for one in _objects(window, name):
            yield before, one


def _objects(window: _Window, name: str) -> Iterator[Object]:
    """The objects up to the end of the array, whose bracket is behind the window then."""
    decoder = json.JSONDecoder(strict=False)
    while True:
        between = _BETWEEN.match(window.text)
        window.drop(between.end() if between else 0)
        if not window.text:
            if not window.more():
                raise UnreadableInput("its JSON is cut", document=name, advice=_ADVICE)
        elif window.text[0] == "]":
            window.drop(1)
            return
        else:
            value, end = _decoded(window, decoder, name)
            window.drop(end)
            if isinstance(value, dict):
                yield value


def _decoded(window: _Window, decoder: json.JSONDecoder, name: str) -> tuple[Any, int]:
    """The value at the front of the window, read on until it is whole, and where it ends."""
    size = _CHUNK
    while True:
        try:
            value, end = decoder.raw_decode(window.text)
        except RecursionError:
            raise UnreadableInput("its JSON is nested too deep", document=name) from None
        except ValueError:
            if len(window.text) > MAX_DOCUMENT_BYTES:
                raise TooLarge("an object in its JSON is too large, or not JSON", document=name) from None
            if not window.more(size):
                raise UnreadableInput("its JSON is cut or broken", document=name, advice=_ADVICE) from None
            size *= 2
        else:
            return value, end
