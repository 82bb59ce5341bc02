"""What fuzzing found in feeds."""

from __future__ import annotations

from pathlib import Path

from dateline.model.reading import Problem
from dateline.read import read_inputs


def test_a_feed_with_half_a_character_is_a_problem(tmp_path: Path) -> None:
    feed = "<rss><channel><item><title>A\ud800 breaks</title><description>B\udc00</description></item></channel></rss>"
    path = tmp_path / "feed.xml"
    path.write_bytes(feed.encode("utf-16", "surrogatepass"))
    assert all(one.message for one in read_inputs([path]) if isinstance(one, Problem))


def test_a_character_that_is_no_utf_8_in_mutated_feeds_is_a_problem() -> None:
    from corpus import file_mutant
    from verdicts import read

    file = file_mutant("xml", 1, 11)[1]
    (one,) = read(file.name, file.data)
    assert isinstance(one, Problem)
    assert "half a character" in one.message
