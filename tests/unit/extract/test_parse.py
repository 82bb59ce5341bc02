"""Where sentences and paragraphs end."""

from __future__ import annotations

import pytest

from dateline.extract.parse import parse_pages, sentences_of, split, unparsed
from dateline.extract.repair import repair


def sentences(text: str) -> list[str]:
    return [s.text for s in sentences_of(repair(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rain fell. Forty fled.", ["Rain fell.", "Forty fled."]),
        ("Rain fell! Forty fled? They did.", ["Rain fell!", "Forty fled?", "They did."]),
        (
            "Lt. Col. Tarn and Mr. Belo of the U.N. office fled.",
            ["Lt. Col. Tarn and Mr. Belo of the U.N. office fled."],
        ),
        ("About 1.5 million people fled.", ["About 1.5 million people fled."]),
        ("Orvel in ruins\n\nForty people fled.", ["Orvel in ruins", "Forty people fled."]),
        ('"We ran." They fled.', ['"We ran."', "They fled."]),
        ("Forty people\nfled the town.", ["Forty people fled the town."]),
        ("• Orvel: 3 dead • Tarn: 4 dead", ["• Orvel: 3 dead", "• Tarn: 4 dead"]),
        ("900 displaced | 40 returns | Orvel Post", ["900 displaced |", "40 returns | Orvel Post"]),
        ("Deaths | 40 | Returns | 30", ["Deaths | 40 | Returns | 30"]),
        ("Rain fell.Forty people fled.", ["Rain fell.", "Forty people fled."]),
        ("", []),
        (" \n\n ", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_sentences_know_their_place() -> None:
    working = repair("Floods in Orvel\n\nRain fell. At least140 people fled.\n\nThe end came.")
    found = sentences_of(working, title_end=len("Floods in Orvel"))
    assert [s.index for s in found] == list(range(4))
    assert [s.paragraph for s in found] == [0, 1, 1, 2]
    assert [s.headline for s in found] == [True, False, False, False]
    for sentence in found:
        assert working.text[sentence.start : sentence.end] == sentence.text
        for token in sentence.tokens:
            assert working.text[sentence.offset(token) :].startswith(token.text)


def test_tokens_of_a_span() -> None:
    (sentence,) = sentences_of(repair("Forty people fled Orvel."))
    people, fled = sentence.tokens[1], sentence.tokens[2]
    assert [t.text for t in sentence.tokens_in(*sentence.span(people, fled))] == ["people", "fled"]
    assert sentence.span(people, fled) == (6, 17)


def test_a_stretch_without_a_full_stop_is_cut() -> None:
    text = "rain and " * 2_000
    pieces = list(split(text))
    assert max(end - start for start, end, _ in pieces) <= 1500
    assert "".join(text[a:b] for a, b, _ in pieces).replace(" ", "") == text.replace(" ", "")


def test_a_word_longer_than_any_stretch_is_left_out() -> None:
    text = f"Rain fell on {'x' * 4_000} and {'9' * 1_600} people fled."
    assert [text[a:b] for a, b, _ in split(text)] == ["Rain fell on", "and", "people fled."]
    assert list(split("x" * 4_000)) == []


def test_what_is_parsed_beside_a_page_changes_nothing() -> None:
    pages = ["Forty people fled Orvel.", "Rain fell. A dam broke in Tarn.", "Nine houses burnt."]
    alone = [[(t.text, t.tag_, t.dep_) for s in sentences_of(repair(p)) for t in s.tokens] for p in pages]
    together = [
        [(t.text, t.tag_, t.dep_) for s in found for t in s.tokens]
        for found in parse_pages((repair(p), 0) for p in pages)
    ]
    assert alone == together


def test_an_unparsed_text_is_one_sentence_of_bare_words() -> None:
    doc = unparsed("Forty fled. Nine died.")
    assert [s.text for s in doc.sents] == ["Forty fled. Nine died."]
    assert {t.tag_ for t in doc} == {""}
    assert len(unparsed("")) == 0
