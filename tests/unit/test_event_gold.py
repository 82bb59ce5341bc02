"""The annotated events are sound, and the script that scores them counts as its README says."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from dateline.extract import extract
from dateline.model import Claim, words
from gold.events import score

Json = dict[str, Any]
ROWS: list[Json] = [json.loads(line) for line in score.GOLD.read_text(encoding="utf-8").splitlines()]
EVENTS = [(row, event) for row in ROWS for event in row["events"]]
PAGE = "Rebels shelled the town of Zarum on Monday, the mayor said. Troops arrested six men in Orsk on Tuesday."


def test_both_halves_hold_pages_and_share_none() -> None:
    halves = [{row["id"] for row in score.rows(half)} for half in ("build", "held")]
    assert all(len(half) >= 15 for half in halves)
    assert halves[0].isdisjoint(halves[1])
    assert len(halves[0] | halves[1]) == len(ROWS)


def test_every_quoted_word_stands_in_its_text() -> None:
    for row, event in EVENTS:
        spans = [*score.spans_of(event), *(s for actor in event["actors"] for s in (actor, *actor.get("also", ())))]
        for span in spans:
            assert row["text"][span["start"] : span["end"]] == span.get("text", span.get("name"))
        for one in (*event["places"], *event["sources"]):
            assert all(name in row["text"] for name in (one["name"], *one.get("also", ())))


def test_closed_fields_hold_words_of_the_contract() -> None:
    for _, event in EVENTS:
        assert set(score.types_of(event)) <= set(words.EVENT_TYPES)
        assert {event["modality"], *event.get("modality_too", ())} <= set(words.MODALITIES)
        roles = {role for actor in event["actors"] for role in (actor["role"], *actor.get("roles_too", ()))}
        assert roles <= set(words.ACTOR_ROLES)
        assert set(event.get("carried", ())) <= {"places", "period", "sources"}


def test_every_type_of_the_scheme_is_annotated() -> None:
    assert {kind for _, event in EVENTS for kind in score.types_of(event)} == set(words.EVENT_TYPES)


def span(word: str, **more: object) -> Json:
    at = PAGE.index(word)
    return {"text": word, "name": word, "start": at, "end": at + len(word), **more}


@pytest.fixture(scope="module")
def told() -> list[Claim]:
    claims = extract(score.document_of({"id": "p", "text": PAGE, "published": "2024-05-08"}), kinds=("event",)).claims
    assert [claim.event and claim.event.type for claim in claims] == ["shelling", "arrest"]
    return list(claims)


def shelling(**other: object) -> Json:
    return {
        "type": "shelling", "trigger": span("shelled"), "modality": "asserted",
        "actors": [span("Rebels", role="agent")], "places": [{"name": "Zarum"}], "start": "2024-05-06",
        "end": "2024-05-06", "sources": [{"name": "mayor"}], **other,
    }  # fmt: skip


def counted(told: list[Claim], *events: Json) -> score.Counts:
    counts = score.Counts()
    score.add(counts, {"id": "p", "text": PAGE, "events": list(events)}, told)
    return counts


def test_an_event_right_in_everything_and_one_too_many(told: list[Claim]) -> None:
    counts = counted(told, shelling())
    assert (counts.gold, counts.told, counts.matched) == (1, 2, 1)
    assert counts.right["whole"] == 1
    assert [kind for kind, _ in counts.errors] == ["extra"]


def test_an_optional_event_is_neither_missed_nor_too_much(told: list[Claim]) -> None:
    arrest = shelling(type="arrest", trigger=span("arrested"), optional=True)
    missed = shelling(trigger=span("said"), optional=True)
    counts = counted(told, shelling(), arrest, missed)
    assert (counts.gold, counts.told, counts.matched) == (1, 1, 1)


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("type", {"type": "explosion"}),
        ("modality", {"modality": "planned"}),
        ("places", {"places": [{"name": "Orsk"}]}),
        ("places", {"places": []}),
        ("sources", {"sources": [{"name": "mayor"}, {"name": "Troops"}]}),
        ("period", {"end": None}),
        ("period", {"start": None, "end": None}),
    ],
)
def test_a_wrong_field_is_counted_as_wrong(told: list[Claim], field: str, wrong: Json) -> None:
    counts = counted(told, shelling(**wrong))
    assert counts.matched == 1
    assert counts.right[field] == counts.right["whole"] == 0


def test_other_right_answers_are_right(told: list[Claim]) -> None:
    other = shelling(
        type="attack", types_too=["shelling"], modality="planned", modality_too=["asserted"], start=None, end=None,
        periods_too=[["2024-05-06", "2024-05-06"]], places=[{"name": "Orsk", "also": ["Zarum"]}], sources=[
            {"name": "mayor", "optional": True}],
    )  # fmt: skip
    assert counted(told, other).right["whole"] == 1


def test_what_another_sentence_gives_may_stay_open(told: list[Claim]) -> None:
    arrest = replace(told[1], sources=())
    gold = shelling(trigger=span("arrested"), actors=[], carried=["sources"])
    assert counted([arrest], gold).right["sources"] == 1
    del gold["carried"]
    assert counted([arrest], gold).right["sources"] == 0


def test_an_actor_in_another_role_is_missed_and_one_too_many(told: list[Claim]) -> None:
    counts = counted(told[:1], shelling(actors=[span("Rebels", role="target")]))
    assert counts.actors == {("gold", "target"): 1, ("told", "target"): 0, ("hit", "target"): 0, ("told", "agent"): 1}
    assert counts.scores().actors.f1 == 0
