"""Text of pages as a file of UTF-8 can hold it."""

from __future__ import annotations

import re

_HALF = re.compile("[\ud800-\udfff]")


def writable(text: str) -> str:
    """The text with "�" for halves of characters, which UTF-8 cannot write."""
    return _HALF.sub("\ufffd", text)
