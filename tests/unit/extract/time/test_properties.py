"""What holds for every time: it ends after it begins, it moves with its anchor, and no words break the reader."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.extract.draft import Timex
from dateline.extract.time import LANGUAGES, recognize, resolve
from dateline.vocab.load import load

ANCHORS = st.dates(date(1990, 1, 1), date(2035, 12, 31))
_JOINTS = {
    "en": ["since", "until", "by", "of", "in", "on", "the", "from", "to", "and", "between", "ago", "as", "before"],
    "es": ["desde", "hasta", "de", "del", "en", "el", "la", "al", "y", "entre", "hace", "antes", "los", "que"],
    "fr": ["depuis", "jusqu", "de", "du", "en", "le", "la", "au", "et", "entre", "il y a", "avant", "les", "l", "d"],
    "ar": ["منذ", "حتى", "من", "في", "إلى", "و", "بين", "قبل", "بعد", "ال", "هذا", "كل"],
}
_FIGURES = [
    "2011",
    "3",
    "15",
    "2,000",
    "31/12/2016",
    "2016-02-30",
    "1990s",
    "21st",
    "1º",
    "٣",
    ",",
    "-",
    ".",
    "(",
    ")",
    "/",
]
RELATIVE = {
    "en": ["yesterday", "three days ago", "the past two weeks", "the last 48 hours", "last night"],
    "es": ["ayer", "hace tres días", "las últimas dos semanas", "anoche"],
    "fr": ["hier", "il y a trois jours", "les deux dernières semaines", "hier soir"],
    "ar": ["أمس", "قبل ثلاثة أيام", "الأسبوعين الماضيين"],
}
WHOLE = {
    "en": ["3 March 2015", "in 2011", "since June 2014", "by 5/7/2012", "2011-2013", "Easter 2016"],
    "es": ["3 de marzo de 2015", "en 2011", "desde junio de 2014", "2011-2013", "en los años 90"],
    "fr": ["3 mars 2015", "en 2011", "depuis juin 2014", "du 3 au 7 mars 2015"],
    "ar": ["3 مارس 2015", "في عام 2011", "منذ يونيو 2014", "النصف الأول من 2016"],
}
RELATIVES = st.sampled_from([(lang, text) for lang, texts in RELATIVE.items() for text in texts])
WHOLES = st.sampled_from([(lang, text) for lang, texts in WHOLE.items() for text in texts])


@cache
def phrases(lang: str) -> st.SearchStrategy[str]:
    """Any words of time of the language in any order."""
    data = load(f"time_{lang}")
    named = {str(word) for entries in data["classes"].values() for word in entries}
    words = sorted(named | set(data["numbers"]) | set(data["ordinals"]))
    pool = [*words, *_JOINTS[lang] * 8, *_FIGURES * 6]
    return st.lists(st.sampled_from(pool), min_size=1, max_size=9).map(" ".join)


def one(text: str, lang: str, anchor: date | None) -> Timex:
    (mention,) = recognize(text, lang=lang)
    return resolve(mention, anchor, "published" if anchor else None)


@pytest.mark.parametrize("lang", LANGUAGES)
@settings(max_examples=200, deadline=None)
@given(data=st.data(), anchor=st.none() | ANCHORS)
def test_no_phrase_breaks_the_reader_and_no_time_ends_before_it_begins(
    lang: str, data: st.DataObject, anchor: date | None
) -> None:
    text = data.draw(phrases(lang))
    for mention in recognize(text, lang=lang):
        timex = resolve(mention, anchor, None)
        assert text[timex.start : timex.end] == timex.text == timex.text.strip()
        if timex.first and timex.last and not timex.first.startswith("--"):
            length = min(len(timex.first), len(timex.last))
            assert timex.first[:length] <= timex.last[:length]


@settings(max_examples=80, deadline=None)
@given(RELATIVES, ANCHORS, st.integers(-4000, 4000))
def test_what_is_relative_moves_with_its_anchor(said: tuple[str, str], anchor: date, days: int) -> None:
    lang, text = said
    here, there = (one(text, lang, day) for day in (anchor, anchor + timedelta(days)))
    for a, b in ((here.first, there.first), (here.last, there.last)):
        assert a is not None and b is not None
        assert date.fromisoformat(b) - date.fromisoformat(a) == timedelta(days)


@settings(max_examples=80, deadline=None)
@given(WHOLES, ANCHORS)
def test_what_is_whole_by_itself_does_not_move(said: tuple[str, str], anchor: date) -> None:
    lang, text = said
    assert one(text, lang, anchor) == one(text, lang, None)


@settings(max_examples=80, deadline=None)
@given(RELATIVES, ANCHORS, st.integers(-400, 400))
def test_moving_the_anchor_moves_the_relative_and_nothing_else(near: tuple[str, str], anchor: date, days: int) -> None:
    lang = near[0]
    fixed = next(text for text in WHOLE[lang] if text[0].isdigit())
    text = f"{fixed}; {near[1]}."
    here, there = (
        [resolve(m, day, "published") for m in recognize(text, lang=lang)] for day in (anchor, anchor + timedelta(days))
    )
    assert len(here) == len(there) == 2
    assert here[0] == there[0]
    assert here[1].last and there[1].last
    assert date.fromisoformat(there[1].last) - date.fromisoformat(here[1].last) == timedelta(days)
