"""What no input may bring about, said in words: an empty list is a pass. An exception is the caller's to catch."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import extractor_rules as rules

from dateline.ledger.grounding import misplaced, uncounted, unlike_names
from dateline.ledger.prepare import prepare
from dateline.model import Claim, Document, Extraction
from dateline.model.as_json import claim_from_json, claim_to_json
from dateline.model.ids import sha256_of
from dateline.model.reading import Problem, Reading
from dateline.read.given import NOTHING
from dateline.read.readers import reader_of
from dateline.read.source import opened
from dateline.release import BLOCK, release_extraction, release_reading

ENGLISH_ONLY = (rules.figures_are_grounded,)
"""Rules that know number words of English alone; of the others the ledger's own check knows the words."""


# --- what is read -----------------------------------------------------------------------------------------------------


def read(name: str, data: bytes) -> list[Reading | Problem]:
    """All that a file of this name and these bytes gives; an InputError is raised to whoever asks, as it would be."""
    from dateline.errors import InputError
    from dateline.read.problem import problem_of

    source = opened(io.BytesIO(data), name=name, came_from=name, fallback=NOTHING)
    given: list[Reading | Problem] = []
    try:
        given.extend(reader_of(source).read(source))
    except InputError as error:
        given.append(problem_of(error, name))
    return given


def faults_of_reading(one: Reading | Problem) -> Iterator[str]:
    """What is wrong with one thing that reading gave; it must be fit to be stored and to be shown."""
    if isinstance(one, Problem):
        if not (one.input and one.error and one.message):
            yield f"a problem that says too little: {one}"
        str(one).encode()
        return
    document, length = one.document, len(one.document.text)
    if not document.text.strip():
        yield "a document without text"
    if document.sha256 != sha256_of(one.original):
        yield "the original does not have the document's hash"
    if document.title is not None and not document.title.strip():
        yield "a blank title"
    if list(document.parts) != sorted(document.parts):
        yield "parts out of order"
    if not all(0 <= part.start <= part.end <= length for part in document.parts):
        yield "a part outside the text"
    prepare(one, (), None)
    json.dumps(release_reading(one), allow_nan=False).encode()


# --- what is extracted ------------------------------------------------------------------------------------------------


def faults_of_extraction(extraction: Extraction) -> Iterator[str]:
    """Whatever breaks the contract of extractors, the ledger's checks, or the promise of release."""
    english = (extraction.document.lang or "en").startswith("en")
    for fault in rules.FAULTS:
        if english or fault not in ENGLISH_ONLY:
            yield from (f"{fault.__name__}: {told}" for told in fault(extraction))
    yield from _ungrounded(extraction)
    for claim in extraction.claims:
        row = json.loads(json.dumps(claim_to_json(claim), allow_nan=False))
        if claim_from_json(row, claim.document_id) != claim:
            yield f"{claim.claim_id} does not survive its JSON"
    yield from _leaks(extraction, release_extraction(extraction))


def _ungrounded(extraction: Extraction) -> Iterator[str]:
    document = extraction.document
    checks: tuple[Callable[[Claim], Iterable[Any]], ...] = (
        lambda claim: misplaced(claim, document.text),
        lambda claim: uncounted(claim, document.lang),
        lambda claim: unlike_names(claim, document.text),
    )
    for claim in extraction.claims:
        yield from (f"{found.message}: {_carrier(claim)}" for check in checks for found in check(claim))


def _carrier(claim: Claim) -> str:
    return repr(claim.figure.text if claim.figure else claim.excerpt.text[:80])


def _leaks(extraction: Extraction, row: dict[str, Any]) -> Iterator[str]:
    """Characters of a stored person span that leave unmasked; a claim's own figure may stay readable."""
    json.dumps(row, allow_nan=False).encode()
    persons = [span for claim in extraction.claims for span in claim.persons]
    hidden = {at for span in persons for at in range(span.start, span.end)}
    for claim in row["claims"]:
        figure = claim["figure"]
        open_ones = set(range(figure["start"], figure["end"])) if figure else set()
        for words, start in _quoted(claim):
            told = "".join(
                letter
                for at, letter in enumerate(words, start)
                if at in hidden and at not in open_ones and letter != BLOCK and letter.isalnum()
            )
            if told:
                yield f"{told!r} of a person leaves in {words!r}"


def _quoted(claim: dict[str, Any]) -> Iterator[tuple[str, int]]:
    yield claim["excerpt"]["text"], claim["excerpt"]["start"]
    yield from ((named["name"], named["start"]) for named in (*claim["places"], *claim["sources"]))
    for key in ("speaker", "role", "organisation", "cue", "content", "trigger"):
        if claim.get(key):
            yield claim[key]["text"], claim[key]["start"]
    yield from ((actor["name"], actor["start"]) for actor in claim.get("actors", ()))


def document_of(text: str, lang: str | None, published: str | None) -> Document | None:
    """The text as a plain file gives it, None where nothing is left of it."""
    from dateline.errors import EmptyInput, InputError
    from dateline.read import read_bytes

    try:
        return read_bytes(text.encode(), name="page.txt", lang=lang, published=published).document
    except EmptyInput:
        return None
    except InputError:
        return None
