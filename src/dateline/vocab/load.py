"""Reads the word lists that travel with the package, once each."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def load(name: str) -> Any:
    """The content of `vocab/NAME.yaml`. Raises FileNotFoundError when there is no such list."""
    text = files("dateline.vocab").joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
