"""The words that tell events are well formed, and every type of the scheme has some."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

from dateline.extract.event.lexicon import lexicon
from dateline.model.words import EVENT_TYPES, ActorType
from dateline.vocab.load import load

DOCS = Path(__file__).parents[4] / "docs" / "events.md"
KEYS = {
    "type", "never", "object", "subject", "with", "prt", "bare", "sides", "by", "to", "at", "receives", "whose",
    "by_means",
}  # fmt: skip


def test_every_type_has_words_and_every_word_a_type() -> None:
    words = lexicon()
    told = {frame.type for frames in words.verbs.values() for frame in frames if not frame.never}
    told |= {noun.type for noun in words.nouns.values()} | set(words.pairs.values())
    assert told == set(EVENT_TYPES)


def test_the_scheme_that_is_documented_is_the_one_there_is() -> None:
    told = re.findall(r"^\| `(\w+)` \| .* \| .* \| .* \|$", DOCS.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(told) == sorted(EVENT_TYPES)


def test_frames_name_only_what_there_is() -> None:
    classes = set(lexicon().classes)
    for lemma, rows in load("events_en")["verbs"].items():
        for row in rows:
            assert row.keys() <= KEYS, lemma
            assert set(row.get("object", ())) | set(row.get("subject", ())) | set(row.get("at", ())) <= classes, lemma
    for lemma, noun in lexicon().nouns.items():
        assert noun.of <= classes, lemma


def test_who_takes_part_is_of_a_type() -> None:
    assert set(lexicon().parties.values()) <= set(get_args(ActorType))
    assert not set(load("events_en")["parties"]["armed_group"]) & set(load("events_en")["parties"]["military"])


def test_words_are_small_and_single() -> None:
    words = lexicon()
    for word in [*words.verbs, *words.nouns, *(w for pair in words.pairs for w in pair), *words.parties]:
        assert re.fullmatch(r"[a-z]+(?:-[a-z]+)*", word), word
