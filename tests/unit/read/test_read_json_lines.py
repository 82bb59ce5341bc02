"""JSON lines: each line a document or a problem with its number, and a stream of any length in flat memory."""

from __future__ import annotations

import io
import json
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from saved_pages import FIRST, HEADLINE, linked, page

from dateline.model.ids import sha256_of
from dateline.model.reading import Problem, Reading
from dateline.read import MAX_DOCUMENT_BYTES, read_inputs

STORY = "Twelve people were killed in the town of Anor on Monday, officials said."


def rows(data: bytes) -> list[Reading | Problem]:
    return list(read_inputs(["-"], stdin=io.BytesIO(data)))


def row(**values: Any) -> Reading:
    (one,) = rows(json.dumps(values).encode())
    assert isinstance(one, Reading), one
    return one


def problem(line: bytes) -> Problem:
    good = json.dumps({"id": "good", "text": STORY}).encode()
    first, bad, last = rows(good + b"\n" + line + b"\n" + good)
    assert isinstance(first, Reading)
    assert isinstance(last, Reading)
    assert isinstance(bad, Problem)
    assert bad.input == "- line 2"
    return bad


def test_a_line_without_a_title_keeps_its_text_unchanged() -> None:
    text = f"  {STORY}\r\n\r\nA second\u2028line.\n"
    one = row(id="x1", text=text)
    assert one.document.text == text
    assert one.document.name == "x1"
    assert one.document.title is None
    assert one.original == text.encode()
    assert one.document.sha256 == sha256_of(text.encode())


def test_a_line_with_a_title() -> None:
    assert row(text=STORY, title=" Dam break ").document.text == f"Dam break\n\n{STORY}"
    assert row(text=f"Dam break\n{STORY}", title="Dam break").document.text == f"Dam break\n{STORY}"


def test_all_the_keys() -> None:
    given = {"url": "https://courier.example/1", "published": "2021-05-04", "publisher": "The Courier", "lang": "en-GB"}
    document = row(id=7, text=STORY, title="Dam break", **given).document
    assert (document.name, document.title, document.lang) == ("7", "Dam break", "en")
    assert (document.url, document.published, document.publisher) == (
        "https://courier.example/1",
        "2021-05-04",
        "The Courier",
    )


def test_a_line_of_html_is_read_as_a_page_and_its_own_keys_go_first() -> None:
    markup = page(head=linked(datePublished="2021-05-04")).decode()
    one = row(id="p", html=markup)
    assert one.document.text.startswith(f"{HEADLINE}\n\n{FIRST}")
    assert one.document.published == "2021-05-04"
    assert (one.media_type, one.original) == ("text/html", markup.encode())
    assert row(html=markup, published="2021-05-06", title="Anor").document.published == "2021-05-06"
    assert row(html=markup, title="Anor").document.text.startswith(f"Anor\n\n{HEADLINE}\n\n{FIRST}")


def test_keys_that_are_not_known_are_named() -> None:
    assert row(text=STORY, headline="x", score=1).ignored_keys == ("headline", "score")
    assert row(text=STORY, html="<p>x</p>").ignored_keys == ("html",)
    assert row(text=STORY, html=None, title=None, id=None).ignored_keys == ()


def test_a_line_without_an_id_is_named_by_its_place(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(f'\n{{"text": "{STORY}"}}\n')
    (one,) = read_inputs([path])
    assert isinstance(one, Reading)
    assert one.document.name == "rows.jsonl line 2"
    assert one.came_from == f"{path} line 2"


def test_two_lines_may_have_one_id() -> None:
    line = json.dumps({"id": "a", "text": STORY}).encode()
    assert [one.document.name for one in rows(line + b"\n" + line) if isinstance(one, Reading)] == ["a", "a"]


@pytest.mark.parametrize(
    ("line", "error", "message"),
    [
        (b'{"id": "x"}', "EmptyInput", 'it has neither "text" nor "html"'),
        (b'{"id": "x", "text": " "}', "EmptyInput", "its text is empty"),
        (b'{"text": "\\u200b"}', "EmptyInput", "it is empty"),
        (b'{"html": "<html><script>x</script></html>"}', "EmptyInput", "no text in the page"),
        (b'["Twelve people fled."]', "UnreadableInput", "it is JSON, but not an object"),
        (b"null", "UnreadableInput", "it is JSON, but not an object"),
        (b'{"text": "Twelve people', "UnreadableInput", "it is not valid JSON"),
        (b"Twelve people fled.", "UnreadableInput", "it is not valid JSON"),
        (b'{"text": 12}', "UnreadableInput", 'its "text" is not a string'),
        (b'{"text": ["x"]}', "UnreadableInput", 'its "text" is not a string'),
        (b'{"text": "x y", "title": {}}', "UnreadableInput", 'its "title" is not a string'),
        (b'{"text": "x y", "id": true}', "UnreadableInput", 'its "id" is neither'),
        (b'{"text": "x y", "id": [1]}', "UnreadableInput", 'its "id" is neither'),
        (b'{"text": "x y", "published": "May"}', "InputError", "not an ISO date"),
        (b'{"text": "x y", "lang": "!"}', "InputError", "not a language code"),
        (b'{"text": "caf\xe9"}', "BadEncoding", "it is not UTF-8"),
        (b"[" * 100_000, "UnreadableInput", "nested too deep"),
        (b'{"a": ' * 100_000, "UnreadableInput", "nested too deep"),
        (b'{"text": "x", "n": ' + b"9" * 5_000 + b"}", "UnreadableInput", "a number is too long"),
    ],
)
def test_a_line_that_is_no_document(line: bytes, error: str, message: str) -> None:
    bad = problem(line)
    assert bad.error == error
    assert message in bad.message


def test_a_line_beyond_the_limit_is_one_problem() -> None:
    line = b'{"text": "' + b"x" * (MAX_DOCUMENT_BYTES + 5_000_000) + b'"}'
    bad = problem(line)
    assert bad.error == "TooLarge"


def test_a_first_line_beyond_the_limit_in_a_file_named_for_it(tmp_path: Path) -> None:
    path = tmp_path / "rows.ndjson"
    path.write_bytes(b'{"text": "' + b"x" * (MAX_DOCUMENT_BYTES + 9) + b'"}\n' + json.dumps({"text": STORY}).encode())
    first, second = read_inputs([path])
    assert isinstance(first, Problem)
    assert first.input == f"{path} line 1"
    assert isinstance(second, Reading)


def test_json_lines_are_known_by_their_content(tmp_path: Path) -> None:
    path = tmp_path / "export.txt"
    path.write_bytes(b"\xef\xbb\xbf\n" + json.dumps({"text": STORY}).encode() + b"\n")
    (one,) = read_inputs([path])
    assert isinstance(one, Reading)
    assert one.document.text == STORY


def test_json_that_is_not_one_object_a_line(tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    path.write_text(json.dumps([{"text": STORY}], indent=1))
    (one,) = read_inputs([path])
    assert isinstance(one, Problem)
    assert "not JSON lines" in one.message


def test_lone_surrogates_and_nuls_become_replacement_characters() -> None:
    (one,) = rows(b'{"id": "\\ud800", "text": "Anor \\ud83d\\ude00 \\udc00 \\u0000 end", "k\\ud800": 1}')
    assert isinstance(one, Reading)
    assert one.document.text == "Anor \U0001f600 \ufffd \ufffd end"
    assert one.document.name == "\ufffd"
    assert one.ignored_keys == ("k\ufffd",)
    one.original.decode()


def test_a_long_stream_is_read_in_flat_memory() -> None:
    class Endless(io.RawIOBase):
        left = 3_000
        rest = b""

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:
            if not self.rest and self.left:
                self.left -= 1
                self.rest = (
                    json.dumps({"id": self.left, "text": f"{self.left} people fled Anor. " * 200}).encode() + b"\n"
                )
            size = min(len(buffer), len(self.rest))
            buffer[:size], self.rest = self.rest[:size], self.rest[size:]
            return size

    stream = io.BufferedReader(Endless())
    tracemalloc.start()
    try:
        early = 0
        for number, one in enumerate(read_inputs(["-"], stdin=stream, lang="en"), start=1):
            assert isinstance(one, Reading)
            if number == 300:
                early = tracemalloc.get_traced_memory()[0]
        assert number == 3_000
        assert tracemalloc.get_traced_memory()[0] < early + 200_000
    finally:
        tracemalloc.stop()
