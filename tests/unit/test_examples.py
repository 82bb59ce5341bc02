"""The pages of `make demo`: each has what the demo is to show, and no rule was made from a sentence of ours."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
INVENTED = EXAMPLES / "invented"
PAGES = sorted(path for path in EXAMPLES.rglob("*") if path.suffix in {".txt", ".html", ".jsonl"})
SENTENCE_WORDS = 6
"""Shorter runs of words ("No one was killed") belong to the language, not to a page."""


class _Paragraphs(HTMLParser):
    """The words of each block element, scripts and styles left out."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = [""]
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in {"script", "style"}
        if tag in {"p", "h1", "h2", "h3", "li", "div", "title"}:
            self.blocks.append("")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in {"script", "style"}

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.blocks[-1] += data


def _texts(value: object) -> Iterator[str]:
    """Every string under the keys that hold running text, wherever they stand."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in {"text", "html", "title"} and isinstance(inner, str):
                yield inner
            elif key in {"page", "html"} and isinstance(inner, list):
                yield "\n".join(inner)
            else:
                yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def page_text(path: Path) -> str:
    """The words of a page, of whatever kind."""
    raw = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        reader = _Paragraphs()
        reader.feed(raw)
        return "\n".join(reader.blocks)
    if path.suffix == ".jsonl":
        return "\n".join(text for line in raw.splitlines() if line.strip() for text in _texts(json.loads(line)))
    if path.suffix == ".json":
        return "\n".join(_texts(json.loads(raw)))
    return raw


def sentences(text: str) -> Iterator[str]:
    """Sentences of at least SENTENCE_WORDS words, letters and digits only, lower case."""
    for part in re.split(r"(?<=[.!?])[\"”]?\s+|\n", text):
        folded = _folded(part)
        if len(folded.split()) >= SENTENCE_WORDS:
            yield folded


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def test_there_are_enough_pages_of_every_kind() -> None:
    assert len(PAGES) >= 7
    assert {path.suffix for path in PAGES} == {".txt", ".html", ".jsonl"}
    assert {path.parent.name for path in PAGES} == {"invented", "real", "six-weeks"}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_each_page_is_long_enough_to_be_news_and_named_in_the_readme(path: Path) -> None:
    assert len(page_text(path).split()) >= 200
    assert f"{path.parent.name}/{path.name}" in (EXAMPLES / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "path", sorted([*INVENTED.glob("*.html"), *(EXAMPLES / "six-weeks").iterdir()]), ids=lambda path: path.name
)
def test_invented_pages_say_so_themselves(path: Path) -> None:
    for page in path.read_text(encoding="utf-8").splitlines() if path.suffix == ".jsonl" else [path.read_text("utf-8")]:
        assert re.search("the events (on this page|in this text) are invented", page)


def test_the_full_page_has_the_clutter_of_a_real_one() -> None:
    page = (INVENTED / "01-flood-and-fighting.html").read_text(encoding="utf-8")
    for part in (
        "og:site_name",
        "application/ld+json",
        "<nav>",
        'class="cookie"',
        'class="related"',
        "<footer>",
        "<script>",
    ):
        assert part in page


def test_two_outlets_carry_one_dispatch_under_two_headlines() -> None:
    first = set(sentences(page_text(INVENTED / "01-flood-and-fighting.html")))
    second = set(sentences(page_text(INVENTED / "02-same-dispatch.html")))
    shared = first & second
    assert len(shared) >= 5
    assert len(second) < len(first)


def test_the_stitched_page_has_its_faults() -> None:
    text = (INVENTED / "05-stitched.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line]
    assert any(lines.count(line) == 2 for line in lines)
    assert re.search(r"[a-z]\.[A-Z]", text)
    assert "Latest News" in lines
    assert not re.search(r"\b20(2[1-9]|3\d)\b", text)


def test_the_feed_has_two_rows_of_the_contract() -> None:
    rows = [json.loads(line) for line in (INVENTED / "06-feed.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(rows) == 2
    assert all({"id", "url", "title", "published", "publisher", "lang", "text"} == set(row) for row in rows)


def test_no_sentence_of_our_pages_stands_in_the_rules() -> None:
    """A rule made for one sentence is no rule: code and vocabulary must not contain any of these pages."""
    rules = [
        _folded(path.read_text(encoding="utf-8"))
        for path in sorted((ROOT / "src").rglob("*"))
        if path.suffix in {".py", ".yaml", ".yml", ".txt", ".json", ".sql"}
    ]
    ours = [
        *PAGES,
        *sorted((ROOT / "tests" / "golden").glob("*.json")),
        *sorted((ROOT / "tests" / "gold").glob("*.jsonl")),
    ]
    found = [
        (path.name, sentence)
        for path in ours
        for sentence in sentences(page_text(path))
        if any(sentence in rule for rule in rules)
    ]
    assert not found
