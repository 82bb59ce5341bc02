"""What is kept of a text, and what is left out."""

from __future__ import annotations

import json

import pytest
from made import DISPATCH, document, print_of

from dateline.model.syndication import fingerprint_from_json, fingerprint_to_json
from dateline.syndicate import fingerprint
from dateline.syndicate.furniture import is_furniture
from dateline.syndicate.sentences import sentences
from dateline.syndicate.words import KEY, NAME, NUMBER, words


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


def test_sentences_end_where_a_reader_ends_them() -> None:
    text = 'Dam breaks\n\nLt. J. Horn of the U.S. Army came at 3.30 p.m. on foot. "We ran." Then?  Rain'
    assert cut(text) == [
        "Dam breaks", "Lt. J. Horn of the U.S. Army came at 3.30 p.m. on foot.", '"We ran."', "Then?", "Rain",
    ]  # fmt: skip
    assert cut("سقط الجسر. مات ثلاثة؟ نعم") == ["سقط الجسر.", "مات ثلاثة؟", "نعم"]
    assert cut(" \n ") == []


def test_a_full_line_does_not_end_a_sentence() -> None:
    full = "Water stood two metres high in the streets of Lower Orvel, where"
    assert cut(f"Dam breaks\n{full}\nHarrow sent boats\nfor the old") == [
        "Dam breaks",
        f"{full}\nHarrow sent boats\nfor the old",
    ]
    assert cut(f"{full}\n\nHarrow sent boats") == [full, "Harrow sent boats"]


def test_words_are_equal_however_a_house_writes_them() -> None:
    ours, theirs = words("at Al Orvel’s nine mills 3,100 fled"), words("at al-Orvel's 9 MILLS 3100 fled")
    assert [word & KEY for word in ours] == [word & KEY for word in theirs]
    assert [bool(word & NUMBER) for word in ours] == [False, False, False, True, False, True, False]
    assert [bool(word & NAME) for word in words("Rain fell on Orvel")] == [False, False, False, True]


@pytest.mark.parametrize(
    "sentence",
    [
        "Sign in to read on.", "Please check your inbox for the link we have sent.", "Copyright 2031 Orvel Courier",
        "Tags Orvel dam flood", "1:24 Bridge of Harrow reopens", "READ MORE: Dam was old", "Editing by Ada Horn", "—",
    ],
)  # fmt: skip
def test_furniture(sentence: str) -> None:
    assert is_furniture(sentence, words(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        '"You hear it before you see it," the baker said.', "Rescuers search for survivors under the mill.",
        "Last updated at noon MARVELA At least 42 people drowned and 3,100 families left when the dam gave way.",
        "10:30 Two bridges are closed.", "42 drown as dam breaks",
    ],
)  # fmt: skip
def test_no_furniture(sentence: str) -> None:
    assert not is_furniture(sentence, words(sentence))


def test_a_page_of_furniture_has_nothing_to_compare() -> None:
    made = print_of("a", "Sign in to your account.\n\nThank you for registering!\n\nAll rights reserved.")
    assert made.words == b"" and made.sentences == ()


def test_sentences_and_words_fit_together() -> None:
    made = print_of("a", DISPATCH + "\n\nSubscribe to our newsletter.\n\nOne more sentence stands here.")
    assert 2 * sum(sentence.words for sentence in made.sentences) == len(made.words)
    assert DISPATCH[made.sentences[0].start : made.sentences[0].end].startswith("MARVELA")
    assert made.agency == "Reuters"


def test_a_fingerprint_outlives_json_and_holds_no_word() -> None:
    made = fingerprint(document("a", DISPATCH, url="https://courier.example/1", publisher="Courier"))
    row = json.dumps(fingerprint_to_json(made))
    assert fingerprint_from_json(json.loads(row)) == made
    assert "Tessin" not in row and "drowned" not in row
