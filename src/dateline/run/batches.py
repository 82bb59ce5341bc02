"""Documents in handfuls: enough for the parser to work at speed, few enough for memory to stay flat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.model.reading import Problem, Reading
from dateline.run.progress import Progress

DOCUMENTS = 32
"""At most so many documents at a time."""
CHARACTERS = 400_000
"""A batch is closed when its texts reach this many code points together."""


def batches(readings: Iterable[Reading | Problem], watch: Progress) -> Iterator[list[Reading] | Problem]:
    """Readings in batches, problems between them, all in the order they came."""
    batch: list[Reading] = []
    size = 0
    for reading in readings:
        if isinstance(reading, Problem):
            if batch:
                yield batch
                batch, size = [], 0
            yield reading
            continue
        watch.read(reading)
        batch.append(reading)
        size += len(reading.document.text)
        if len(batch) >= DOCUMENTS or size >= CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
