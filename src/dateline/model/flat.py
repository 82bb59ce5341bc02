"""The fields of a flat value as a mapping: `dataclasses.asdict` would copy each of them deeply."""

from __future__ import annotations

from typing import Any


def fields_of(value: Any) -> dict[str, Any]:
    """The fields of a slotted dataclass in their order, their values as they are; for JSON none may be a dataclass."""
    return {name: getattr(value, name) for name in type(value).__slots__}
