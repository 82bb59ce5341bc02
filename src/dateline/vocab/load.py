"""Reads the word lists that travel with the package, once each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _WordLoader(_Base):  # type: ignore[misc]
    """YAML as a list of words wants it: "no", "on", "off" and "yes" are words, and so are dates."""


_PLAIN = {"tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp"}
_WordLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in _PLAIN]
    for first, resolvers in _Base.yaml_implicit_resolvers.items()
}


def _true_or_false(loader: Any, node: Any) -> bool:
    return bool(loader.construct_scalar(node) == "true")


@cache
def load(name: str) -> Any:
    """The content of `vocab/NAME.yaml`; `!flag true` is a boolean, all bare words are strings.

    Raises FileNotFoundError when there is no such list.
    """
    text = files("dateline.vocab").joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=_WordLoader)


_WordLoader.add_constructor("!flag", _true_or_false)


@cache
def word_set(name: str, section: str, entry: str) -> frozenset[str]:
    """One list of words of `vocab/NAME.yaml` as a set. Raises KeyError where the list has no such section or entry."""
    return frozenset(str(word) for word in load(name)[section][entry])


def either(words: Iterable[str]) -> str:
    """The words as the alternatives of a regular pattern, longest first; a blank stands for a blank."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
