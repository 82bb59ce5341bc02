"""Of whom a statement speaks: the bodies known by name that its words name."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.statement.draft import Stretch
from dateline.vocab.actors import known_actors


def about(text: str, parts: Sequence[Stretch], speaker: Stretch) -> tuple[Stretch, ...]:
    """The spans of known bodies in the pieces of content, each body once, the speaker's own words left out."""
    found: dict[str, Stretch] = {}
    for start, end in parts:
        for match in known_actors().find(text[start:end]):
            span = (start + match.start, start + match.end)
            if span[0] >= speaker[1] or span[1] <= speaker[0]:
                found.setdefault(match.actor.name, span)
    return tuple(found.values())
