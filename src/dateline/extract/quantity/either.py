"""One pattern for many words, read letter by letter: a list of alternatives would be tried from its start each time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any


def either(words: Iterable[str]) -> str:
    """A pattern that matches exactly the words, the longest that fits."""
    tree: dict[str, Any] = {}
    for word in words:
        branch = tree
        for letter in word:
            branch = branch.setdefault(letter, {})
        branch[""] = {}
    return _pattern(tree)


def _pattern(tree: dict[str, Any]) -> str:
    branches = [re.escape(letter) + _pattern(rest) for letter, rest in tree.items() if letter]
    if not branches:
        return ""
    joined = f"(?:{'|'.join(branches)})"
    return f"{joined}?" if "" in tree else joined
