"""Whatever the bytes are: a reading or a problem, never another error, and a text that can be stored."""

from __future__ import annotations

import io
import json
import logging

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from saved_pages import page

from dateline.errors import InputError
from dateline.model.ids import sha256_of
from dateline.model.reading import Problem, Reading
from dateline.read import read_bytes, read_inputs

PATIENT = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])

TAGS = (
    "p",
    "div",
    "article",
    "h1",
    "script",
    "style",
    "a",
    "li",
    "table",
    "td",
    "title",
    "meta",
    "option",
    "!--",
    "svg",
)
PIECES = st.one_of(
    st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
    st.sampled_from(
        ["<", ">", "&", "&#0;", "&#xd800;", "-->", "<!doctype html>", "<html>", "<body>", '="', "'", "\x00"]
    ),
    st.text(max_size=30),
)
MARKUP = st.lists(PIECES, max_size=60).map("".join)
JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
KEYS = st.sampled_from(["id", "text", "html", "url", "title", "published", "publisher", "lang", "other"])


def check(one: Reading | Problem) -> None:
    if isinstance(one, Problem):
        assert one.message
        assert one.input
        return
    document = one.document
    assert document.text.strip()
    assert document.sha256 == sha256_of(one.original)
    for words in (document.text, document.name, document.title, document.url, document.publisher, document.lang):
        assert words is None or "\x00" not in words
        (words or "").encode()  # raises for a lone surrogate
    if document.title:
        assert document.text.lstrip().startswith(document.title)


def read(data: bytes, name: str) -> None:
    try:
        check(read_bytes(data, name=name))
    except InputError as error:
        assert error.document
        assert error.message
    for one in read_inputs(["-"], stdin=io.BytesIO(data)):
        check(one)


@PATIENT
@given(st.binary(max_size=400), st.sampled_from(["a", "a.txt", "a.html", "a.json", "a.jsonl"]))
def test_any_bytes(data: bytes, name: str) -> None:
    read(data, name)


@PATIENT
@given(
    st.text(st.characters(exclude_categories=()), max_size=200),
    st.sampled_from(["utf-8", "utf-16", "cp1252", "gb18030"]),
)
def test_any_text_in_any_encoding(text: str, encoding: str) -> None:
    read(text.encode(encoding, "replace"), "a.txt")


@PATIENT
@given(MARKUP)
def test_any_markup(markup: str) -> None:
    read(f"<html><body>{markup}".encode(errors="replace"), "a.html")


@PATIENT
@given(st.data())
def test_a_page_with_bytes_changed(data: st.DataObject) -> None:
    changed = bytearray(page())
    for _ in range(data.draw(st.integers(1, 12))):
        at = data.draw(st.integers(0, len(changed) - 1))
        changed[at : at + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=10))
    read(bytes(changed), "page.html")


@PATIENT
@given(st.lists(st.dictionaries(KEYS, st.text() | JSON_VALUES, max_size=6), max_size=4))
def test_any_json_lines(lines: list[dict[str, object]]) -> None:
    data = "\n".join(map(json.dumps, lines)).encode()
    for one in read_inputs(["-"], stdin=io.BytesIO(data)):
        check(one)


@PATIENT
@given(st.text(min_size=1, max_size=100))
def test_a_json_line_without_a_title_keeps_its_text(text: str) -> None:
    (one,) = read_inputs(["-"], stdin=io.BytesIO(json.dumps({"text": text}).encode()))
    if isinstance(one, Reading):
        assert one.document.text == text.replace("\x00", "\ufffd")


def test_reading_writes_nothing_to_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    logging.getLogger().handlers.clear()  # as in a plain process: warnings would go to standard error
    for data in (b"<html><body>", b"<html><p>x", page(), b"<html>" + b"<div>" * 500, b"word \xff\xfe" * 90):
        try:
            read_bytes(data, name="a")
        except InputError:
            continue
    assert capfd.readouterr() == ("", "")
