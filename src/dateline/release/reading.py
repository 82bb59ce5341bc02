"""What `dateline read` shows of a reading: what it is, where its date comes from, how its text begins."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Final

from dateline.model.reading import Reading
from dateline.read import left_out
from dateline.release.mask import mask_for, mask_of
from dateline.release.rows import document_row

Json = dict[str, Any]

SHOWN: Final = 300
"""Code points of the text that are shown: no more than an excerpt may hold that leaves."""


def release_reading(reading: Reading) -> Json:
    """One document as it was read: masked, its text by its beginning alone.

    `parts` are spans of the text that are none of its story, and the pages of a PDF; `left_out` counts by reason what
    of a web page the text does not hold.
    """
    document = reading.document
    mask = mask_for(None, mask_of(document, ()), document, ())
    return {
        "id": mask.name(document.name),
        "document": document_row(document, mask),
        "came_from": mask.name(reading.came_from),
        "media_type": reading.media_type,
        "published_from": reading.published_from,
        "characters": len(document.text),
        "begins": mask.quoted(document.text[:SHOWN], 0),
        "parts": [{key: value for key, value in asdict(part).items() if value is not None} for part in document.parts],
        "left_out": [asdict(one) for one in left_out(reading)],
    }
