"""The engines by their names."""

from __future__ import annotations

from dateline.errors import UsageError
from dateline.run.shards.engine import Engine


def engine_of(name: str | None, workers: int) -> Engine:
    """The engine of this name ("local", "ray"; None: local). Of Ray one worker means as many as the cluster has.

    Raises UsageError for another name, MissingExtra where it is not installed.
    """
    if name in (None, "local"):
        from dateline.run.shards.local import Local

        return Local(workers)
    if name == "ray":
        from dateline.run.shards.on_ray import OnRay

        return OnRay(workers if workers > 1 else None)
    raise UsageError(f"there is no engine {name!r}: local and ray are those there are")
