"""One document to its fingerprint: pure, for any engine to map."""

from __future__ import annotations

import numpy as np

from dateline.model import Document
from dateline.model.syndication import Fingerprint, SentencePrint
from dateline.syndicate.credit import credited_agency
from dateline.syndicate.furniture import is_furniture
from dateline.syndicate.sentences import sentences
from dateline.syndicate.words import words


def fingerprint(document: Document) -> Fingerprint:
    """What finds the document's copies. Never raises: a text without words has an empty fingerprint."""
    kept: list[int] = []
    prints: list[SentencePrint] = []
    for start, end in sentences(document.text):
        sentence = document.text[start:end]
        found = words(sentence)
        if not is_furniture(sentence, found):
            prints.append(SentencePrint(start, end, len(found)))
            kept += found
    return Fingerprint(
        document_id=document.id,
        words=(np.array(kept, dtype=np.uint64) & np.uint64(0xFFFF)).astype("<u2").tobytes(),
        sentences=tuple(prints),
        published=document.published,
        publisher=document.publisher,
        url=document.url,
        agency=credited_agency(document.text, document.publisher),
    )
