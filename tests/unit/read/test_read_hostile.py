"""Pages built to break, exhaust or mislead the reader."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from saved_pages import FIRST, HEADLINE, SECOND, page

from dateline.errors import InputError, TooLarge
from dateline.read import read_bytes
from dateline.read.guard import is_suspect
from dateline.read.page import without_scripts

PATIENCE = 10.0
"""Seconds of computing for one page, generous: what this guards against takes minutes. Not of the clock: others may
keep the machine busy."""


@pytest.fixture(autouse=True)
def no_hang() -> Iterator[None]:
    start = time.process_time()
    yield
    assert time.process_time() - start < PATIENCE


def body(markup: str) -> bytes:
    return f"<html><head><title>{HEADLINE}</title></head><body>{markup}</body></html>".encode()


@pytest.mark.parametrize("tag", ["div", "b", "span", "blockquote", "section", "font"])
def test_a_thousand_nested_tags_are_read(tag: str) -> None:
    data = body(f"<{tag}>" * 1_000 + f"<p>{FIRST}</p>" + f"</{tag}>" * 1_000)
    assert FIRST in read_bytes(data, name="deep.html").document.text


@pytest.mark.parametrize(
    ("markup", "what"),
    [
        ("<div>" * 100_000 + FIRST, "nested"),
        ("<div/>" * 100_000 + FIRST, "nested"),
        ("<p " + " ".join(f"a{n}=1" for n in range(50_000)) + f">{FIRST}</p>", "attributes"),
        ("<p " + " ".join(f"a{n}='>'" for n in range(50_000)) + f">{FIRST}</p>", "attributes"),
        ("<i>x</i>" * 600_000, "more than 1,000,000 tags"),
        ("".join(f"<x{n}>y</x{n}>" for n in range(60_000)), "kinds of elements"),
    ],
)
def test_what_would_take_hours_is_refused(markup: str, what: str) -> None:
    with pytest.raises(TooLarge, match=what) as told:
        read_bytes(body(markup), name="bomb.html")
    assert told.value.advice


@pytest.mark.parametrize(
    "markup",
    [
        "<" * 900_000,
        "<a<a" * 200_000,
        "<!--" * 200_000,
        "<![CDATA[" * 50_000,
        "<p>" * 300_000,
        "<select>" + "<option>x" * 60_000,
        "<script>" * 100_000,
        "&amp;" * 500_000,
        "<p title='" + "x" * 5_000_000 + "'>",
        "<a href=x>" * 30_000,
        '<a "' * 100_000,
    ],
    ids=range(11),
)
def test_floods_end_in_time(markup: str) -> None:
    try:
        read_bytes(body(f"<p>{FIRST}</p>" + markup), name="flood.html")
    except InputError as error:
        assert error.document == "flood.html"


def test_hostile_entities_stay_words() -> None:
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">'
        '<!ENTITY x SYSTEM "file:///etc/hostname">]><html><body>'
        f"<p>{FIRST} &b; &x; &#0; &#xD800; &#x110000; &lt;script&gt;</p></body></html>"
    )
    text = read_bytes(bomb.encode(), name="bomb.xhtml").document.text
    assert text.startswith(FIRST)
    assert "aaaa" not in text
    assert not any(0xD800 <= ord(letter) <= 0xDFFF or letter == "\x00" for letter in text)


def test_absurdly_nested_linked_data_is_passed_over() -> None:
    head = '<script type="application/ld+json">' + '{"a": [' * 100_000 + "</script>"
    assert FIRST in read_bytes(page(head=head), name="page.html").document.text


def test_markup_in_the_head_is_taken_out_of_title_and_publisher() -> None:
    head = (
        '<meta property="og:site_name" content="The &lt;b&gt;Seld&lt;/b&gt; Courier">'
        '<meta property="og:title" content="&lt;script&gt;alert(1)&lt;/script&gt;Anor is dry">'
    )
    document = read_bytes(page(head=head), name="page.html").document
    assert document.publisher == "The Seld Courier"
    assert document.title == "Anor is dry"


def test_a_page_cut_off_in_a_tag_is_read_as_far_as_it_goes() -> None:
    data = page()
    cut = data[: data.index(SECOND.encode()) + 60]
    assert FIRST in read_bytes(cut, name="cut.html").document.text


def test_many_scripts_that_never_end_cost_no_more_than_their_length() -> None:
    story = "<p>At the ford of Tessaly nobody counted the boats that night, said the miller.</p>"
    head = "<script>" * 60_000 + '<style "' * 20_000
    assert without_scripts(f"{story}{head}") == f"{story}{head}"


def test_scripts_are_taken_out_and_what_is_data_or_in_a_comment_stays() -> None:
    data = '<script type="application/ld+json">{"headline": "Ford"}</script>'
    kept = f"<!-- <script> --><p>Ford</p>{data}<svg><style/></svg><script>never closed"
    assert without_scripts(f"<STYLE a='b'>p {{}}</style >a{kept}") == f"a{kept}"
    assert without_scripts("<script>if (a</b) '</p>'</SCRIPT x>b") == "b"


def test_a_tag_of_very_many_attributes_is_suspected_wherever_it_stands() -> None:
    run = "a " * 11_000
    assert is_suspect(f"<p>{'x>' * 500}<p {run}>") and is_suspect(f"<p {run}><b>") and is_suspect(f"<p {run}")
    assert not is_suspect(f"<p {'a ' * 9_990}>" * 3)
