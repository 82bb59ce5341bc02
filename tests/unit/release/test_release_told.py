"""Statements and events leave masked, cut and grounded, and come back from JSON as they were."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from dateline.extract import extract
from dateline.ledger.grounding import misplaced
from dateline.model import Actor, Claim, Document, Event, Excerpt, Phrase, Span, Statement
from dateline.model.as_json import claim_from_json, claim_to_json
from dateline.model.told import carrier_of
from dateline.model.words import Kind
from dateline.release import release_extraction
from dateline.release.mask import mask_of
from dateline.release.rows import claim_row

TEXT = (
    "Farmer Selma Orbek said the shelling of Tarnok began at dawn. "
    "“We will stay,” said spokesman Ivo Larsen of the Relief Council, “until the road is open.”"
)
DOCUMENT = Document("a.txt", "d", "s", TEXT)


def phrase(words: str) -> Phrase:
    start = TEXT.index(words)
    return Phrase(words, start, start + len(words))


def claim(statement: Statement | None = None, event: Event | None = None, excerpt: str | None = None) -> Claim:
    at = phrase(excerpt or TEXT)
    kind: Kind = "statement" if statement else "event"
    bare = Claim("c", "d", Excerpt(at.text, at.start, at.end), None, None, None)
    return replace(bare, kind=kind, statement=statement, event=event)


SAID = Statement(
    phrase("the shelling of Tarnok began at dawn"),
    direct=False,
    speaker=phrase("Farmer Selma Orbek"),
    cue=phrase("said"),
    speaker_type="private",
)
QUOTED = Statement(
    phrase("We will stay,” said spokesman Ivo Larsen of the Relief Council, “until the road is open."),
    direct=True,
    speaker=phrase("Ivo Larsen"),
    role=phrase("spokesman"),
    organisation=phrase("Relief Council"),
    cue=Phrase("said", TEXT.rindex("said"), TEXT.rindex("said") + 4),
    parts=(Span(TEXT.index("We"), TEXT.index("We") + 13), Span(TEXT.index("until"), TEXT.index("open.") + 5)),
    speaker_type="spokesperson",
)
SHELLED = Event("shelling", phrase("shelling"), (Actor("Tarnok", "target", "civilians", 40, 46),))


@pytest.mark.parametrize("told", [claim(SAID), claim(QUOTED), claim(event=SHELLED)])
def test_json_gives_back_the_claim(told: Claim) -> None:
    assert claim_from_json(json.loads(json.dumps(claim_to_json(told))), "d") == told


@pytest.mark.parametrize("told", [claim(SAID), claim(QUOTED), claim(event=SHELLED)])
def test_every_phrase_stands_in_the_text(told: Claim) -> None:
    assert not list(misplaced(told, TEXT))
    assert list(misplaced(told, TEXT.replace("a", "e")))


def test_a_private_speaker_is_masked_everywhere() -> None:
    told = claim(SAID)
    row = claim_row(told, mask_of(DOCUMENT, [told]))
    assert "Orbek" not in json.dumps(row, ensure_ascii=False)
    assert row["speaker"]["text"] == "Farmer ███████████"
    assert row["masked"]


def test_a_mask_needs_no_text() -> None:
    told = claim(SAID, excerpt="the shelling of Tarnok began at dawn")
    row = claim_row(told, mask_of(Document("a.txt", "d", "s", ""), [told]))
    assert "Orbek" not in json.dumps(row, ensure_ascii=False)


def test_what_is_said_leaves_no_further_than_the_window() -> None:
    text = "“" + "word " * 200 + "end,” the minister said."
    cue = text.index("said")
    said = Statement(Phrase(text[1:1000], 1, 1000), direct=True, cue=Phrase("said", cue, cue + 4))
    long = Claim("c", "d", Excerpt(text, 0, len(text)), None, None, None, kind="statement", statement=said)
    row = claim_row(long, mask_of(Document("a", "d", "s", text), [long]), cut=True)
    assert row["excerpt"]["cut"] and len(row["excerpt"]["text"]) <= 300
    assert len(row["content"]["text"]) <= 300
    assert text[row["content"]["start"] : row["content"]["end"]] == row["content"]["text"]


def test_the_carrier_is_what_the_id_rests_on() -> None:
    assert carrier_of(claim(SAID)).of(TEXT) == SAID.content.text
    assert carrier_of(claim(event=SHELLED)).of(TEXT) == "shelling"


def test_a_unit_that_tells_a_figure_or_is_counted_stays_in_its_words() -> None:
    text = "Rebels shelled Tarnok, killing 12 soldiers of the 4th Orvel Brigade, the 9th Selm Battalion said."
    extraction = extract(Document("a.txt", "d", "s", text, lang="en"), kinds=("figure",))
    row = release_extraction(extraction)["claims"][0]
    assert row["figure"]["text"] in text and row["figure"]["text"].startswith("12 soldiers")
    assert all(source["name"] in text for source in row["sources"])
