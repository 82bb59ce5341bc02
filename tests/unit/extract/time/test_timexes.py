"""All times of a page: in their sentence, without the date line, words that point back taken up."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extract.time import page_date, timexes


@dataclass(frozen=True)
class Piece:
    """As much of a sentence as the times of a page look at."""

    start: int


def times(text: str, published: str | None = None) -> list[tuple[str, int, str | None, str | None]]:
    pieces, at = [], 0
    for sentence in text.split(". "):
        pieces.append(Piece(at))
        at += len(sentence) + 2
    dated, by = page_date(text, published)
    return [(t.text, t.sentence, t.first, t.last) for t in timexes(text, pieces, dated, by)]  # type: ignore[arg-type]


def test_each_time_knows_its_sentence() -> None:
    assert times("It rained on 3 May 2015. It rained again on 5 May 2015.") == [
        ("3 May 2015", 0, "2015-05-03", "2015-05-03"),
        ("5 May 2015", 1, "2015-05-05", "2015-05-05"),
    ]


def test_the_date_line_is_no_time_of_the_story() -> None:
    assert times("01.02.2015 A ferry sank on Friday") == [("Friday", 0, "2015-01-30", "2015-01-30")]


def test_words_that_point_back_take_up_the_time_before() -> None:
    found = times("Shelling began on 8 March 2018. Many have fled since then. A day later the bridge fell")
    assert [(text, first, last) for text, _, first, last in found] == [
        ("8 March 2018", "2018-03-08", "2018-03-08"),
        ("since then", "2018-03-08", None),
        ("A day later", None, None),
    ]


def test_a_day_later_counts_from_the_day_before() -> None:
    assert times("Shelling began on 8 March 2018. A day later the bridge fell")[1][2:] == ("2018-03-09", "2018-03-09")


def test_words_that_point_back_to_nothing_stay_open() -> None:
    assert times("A day later the bridge fell") == [("A day later", 0, None, None)]


def test_the_same_and_the_following_week_are_those_of_the_time_before() -> None:
    found = times("Shelling began on 8 March 2018. In the same week, and in the following week, people fled")
    assert [(text, first, last) for text, _, first, last in found] == [
        ("8 March 2018", "2018-03-08", "2018-03-08"),
        ("the same week", "2018-03-05", "2018-03-11"),
        ("the following week", "2018-03-12", "2018-03-18"),
    ]


def test_what_says_itself_what_it_was_after_takes_up_nothing() -> None:
    def firsts(text: str, lang: str) -> list[str | None]:
        return [t.first for t in timexes(text, [Piece(0)], None, None, lang=lang)]  # type: ignore[list-item]

    assert firsts("le 3 mars 2015, puis deux jours après", "fr") == ["2015-03-03", "2015-03-05"]
    assert firsts("le 3 mars 2015, deux jours après la crue", "fr") == ["2015-03-03", None]
    assert firsts("el 3 de marzo de 2015; ese mismo día llovió", "es") == ["2015-03-03", "2015-03-03"]
    assert firsts("في 3 مارس 2015 وفي اليوم نفسه أغلقت مدرستان", "ar") == ["2015-03-03", "2015-03-03"]


def test_a_page_is_read_in_its_language_and_else_in_english() -> None:
    def firsts(text: str, lang: str | None) -> list[str | None]:
        return [t.first for t in timexes(text, [Piece(0)], None, None, lang=lang)]  # type: ignore[list-item]

    assert firsts("depuis le 3 mars 2015", "fr") == ["2015-03-03"]
    assert firsts("dne 3.5.2015", "cs") == firsts("on 3.5.2015", None) == ["2015-05-03"]
