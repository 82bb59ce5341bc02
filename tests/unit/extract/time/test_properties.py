"""What holds for every time: it ends after it begins, it moves with its anchor, and no words break the reader."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.extract.time import recognize, resolve
from dateline.vocab.load import load

ANCHORS = st.dates(date(1990, 1, 1), date(2035, 12, 31))
_DATA = load("time_en")
_NAMED = {str(word) for entries in _DATA["classes"].values() for word in entries}
_WORDS = sorted(_NAMED | set(_DATA["numbers"]) | set(_DATA["ordinals"]))
_JOINTS = ["since", "until", "by", "of", "in", "on", "the", "from", "to", "and", "between", "ago", "as", "before"]
_FIGURES = ["2011", "3", "15", "2,000", "31/12/2016", "2016-02-30", "1990s", "21st", ",", "-", ".", "(", ")"]
PHRASES = st.lists(st.sampled_from([*_WORDS, *_JOINTS * 8, *_FIGURES * 6]), min_size=1, max_size=9).map(" ".join)
DAYS_BACK = ["yesterday", "three days ago", "the past two weeks", "the last 48 hours", "last night"]


@settings(max_examples=300, deadline=None)
@given(PHRASES, st.none() | ANCHORS)
def test_no_phrase_breaks_the_reader_and_no_time_ends_before_it_begins(text: str, anchor: date | None) -> None:
    for mention in recognize(text):
        timex = resolve(mention, anchor, None)
        assert text[timex.start : timex.end] == timex.text
        if timex.first and timex.last and not timex.first.startswith("--"):
            length = min(len(timex.first), len(timex.last))
            assert timex.first[:length] <= timex.last[:length]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(DAYS_BACK), ANCHORS, st.integers(-4000, 4000))
def test_what_is_relative_moves_with_its_anchor(text: str, anchor: date, days: int) -> None:
    (mention,) = recognize(text)
    here, there = (resolve(mention, day, "published") for day in (anchor, anchor + timedelta(days)))
    for a, b in ((here.first, there.first), (here.last, there.last)):
        assert a is not None and b is not None
        assert date.fromisoformat(b) - date.fromisoformat(a) == timedelta(days)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["3 March 2015", "in 2011", "since June 2014", "by 5/7/2012", "2011-2013"]), ANCHORS)
def test_what_is_whole_by_itself_does_not_move(text: str, anchor: date) -> None:
    (mention,) = recognize(text)
    assert resolve(mention, anchor, "published") == resolve(mention, None, None)
