"""Saved pages: the article without what stands around it, and what the page says of itself."""

from __future__ import annotations

import pytest
from saved_pages import FIRST, HEADLINE, PARAGRAPHS, SECOND, THIRD, linked, page

from dateline.errors import EmptyInput
from dateline.model.claim import Document
from dateline.read import read_bytes
from dateline.read.page_dates import page_date

CANONICAL = "\n\n".join((HEADLINE, *PARAGRAPHS))


def read(data: bytes, **given: str) -> Document:
    return read_bytes(data, name="page.html", **given).document


def test_title_blank_line_body() -> None:
    reading = read_bytes(page(), name="page.html")
    assert reading.document.text == CANONICAL
    assert reading.document.title == HEADLINE
    assert reading.media_type == "text/html"
    assert reading.original == page()


def test_a_page_is_known_by_its_content_whatever_its_name() -> None:
    assert read_bytes(page(), name="saved.txt").document.text == CANONICAL
    assert read_bytes(f"<p>{FIRST}</p>".encode(), name="-").document.text == FIRST
    assert read_bytes(f"{FIRST} <b>1</b> < 2".encode(), name="-").document.text == f"{FIRST} <b>1</b> < 2"


def test_the_headline_stands_once() -> None:
    twice = page(HEADLINE.upper(), *PARAGRAPHS)
    assert read(twice).text.casefold().count(HEADLINE.casefold()) == 1


def test_scripts_and_styles_leave_no_word() -> None:
    hidden = "Ninety people drowned in the second wave that nobody reported."
    around = (
        f"<script>var a = '{hidden}';</script><style>p::after {{ content: '{hidden}' }}</style>"
        f"<noscript>{hidden}</noscript><template><p>{hidden}</p></template><!-- {hidden} -->"
    )
    data = page(FIRST + f"<script>document.write('{hidden}')</script>", SECOND, THIRD, before=around, after=around)
    data = data.replace(b"<h1>", f"<h1><script>{hidden}</script>".encode())
    document = read(data)
    assert "drowned" not in document.text
    assert document.title == HEADLINE
    assert FIRST in document.text


def test_paragraphs_that_lead_elsewhere_are_left_out() -> None:
    pointer = 'Read more: <a href="/2">Eighty bodies found in the mud of Lower Anor</a>'
    assert read(page(FIRST, pointer, SECOND, THIRD)).text == CANONICAL


def test_a_sentence_with_a_link_stays() -> None:
    sentence = 'The <a href="/g">governor of the Seld province and his deputy arrived by boat</a> on Tuesday.'
    assert "arrived by boat on Tuesday." in read(page(FIRST, sentence, SECOND)).text


def test_an_article_cut_into_rows_is_put_together() -> None:
    def row(*words: str) -> str:
        return f"<div class='row'><div class='part'>{''.join(f'<p>{one}</p>' for one in words)}</div></div>"

    long_one, long_two = f"{SECOND} {THIRD} " * 4, f"{FIRST} {THIRD} " * 4
    whole = (
        row(FIRST, SECOND) + "<aside>Advertisement</aside>" + row(long_one, long_two) + row(THIRD, f"{FIRST} Again.")
    )
    text = read(f"<html><head><title>{HEADLINE}</title></head><body><main>{whole}</main></body></html>".encode()).text
    assert SECOND in text
    assert long_two.strip() in text
    assert f"{FIRST} Again." in text


def test_a_page_without_text_says_so() -> None:
    built = b"<html><head><title>News</title></head><body><script>build()</script><div id='root'></div></body></html>"
    with pytest.raises(EmptyInput, match="no text in the page") as told:
        read(built)
    assert "browser" in (told.value.advice or "")


def test_what_the_page_says_of_itself() -> None:
    head = (
        '<meta property="og:site_name" content="The Seld Courier"><link rel="canonical" href="https://courier.example/dam">'
        '<meta property="article:published_time" content="2021-05-04T18:00:00+02:00">'
    )
    document = read(page(head=head))
    assert document.publisher == "The Seld Courier"
    assert document.url == "https://courier.example/dam"
    assert document.published == "2021-05-04T18:00:00+02:00"
    assert document.lang == "en"


def test_linked_data() -> None:
    graph = linked(datePublished="2021-05-04", publisher={"@type": "Organization", "name": "The Seld Courier"})
    document = read(page(head=graph))
    assert (document.published, document.publisher) == ("2021-05-04", "The Seld Courier")


def test_linked_data_by_reference_in_a_graph() -> None:
    graph = (
        '<script type="application/ld+json">{"@graph": [{"@type": "Organization", "@id": "#us", "name": "Seld Radio"},'
        '{"@type": "NewsArticle", "headline": "x", "datePublished": "2021-05-04T09:00Z",'
        ' "publisher": {"@id": "#us"}}]}</script>'
    )
    document = read(page(head=graph))
    assert (document.published, document.publisher) == ("2021-05-04T09:00Z", "Seld Radio")


def test_broken_linked_data_still_gives_its_one_date() -> None:
    broken = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2021-05-04", }</script>'
    assert read(page(head=broken)).published == "2021-05-04"
    assert read(page(head=broken + broken.replace("05-04", "05-09"))).published is None


def test_an_empty_date_of_the_content_system_is_none() -> None:
    assert read(page(head=linked(datePublished="0001-01-01T00:00:00Z"))).published is None


def test_time_elements_count_where_they_name_one_day() -> None:
    one = "<time datetime='2021-05-04T10:00:00Z'>today</time>"
    other = "<time datetime='2021-05-01'>Saturday</time>"
    assert read(page(FIRST + one, SECOND, THIRD)).published == "2021-05-04T10:00:00Z"
    assert read(page(FIRST + one, SECOND, THIRD, after=other)).published == "2021-05-04T10:00:00Z"
    assert read(page(FIRST + one, SECOND + other, THIRD)).published is None


def test_a_day_in_the_text_is_not_the_day_of_publication() -> None:
    assert read(page("Published on 4 May 2021. " + FIRST, SECOND)).published is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2021-05-04", "2021-05-04"),
        ("2021-05-04 18:00:00 GMT", "2021-05-04T18:00:00Z"),
        ("2021/5/4", "2021-05-04"),
        ("Tue, 04 May 2021 18:00:00 +0200", "2021-05-04T18:00:00+02:00"),
        ("4 May 2021 18:00 GMT", "2021-05-04"),
        ("May 4th, 2021, 06:00 PM EST", "2021-05-04"),
        ("04/05/2021", None),
        ("May 2021", None),
        ("31 February 2021", None),
        ("1899-12-30", None),
        ("", None),
    ],
)
def test_a_date_is_read_where_it_has_one_reading(words: str, day: str | None) -> None:
    assert page_date(words) == day


def test_what_is_given_goes_before_what_the_page_says() -> None:
    document = read(page(head=linked(datePublished="2021-05-04")), published="2021-05-05", title="Anor under water")
    assert document.published == "2021-05-05"
    assert document.title == "Anor under water"
    assert document.text.startswith("Anor under water\n\n")


def test_the_publisher_is_cut_off_the_title_and_an_account_is_no_publisher() -> None:
    head = '<meta property="og:site_name" content="The Seld Courier">'
    head += '<meta property="og:title" content="Anor is dry - The Seld Courier">'
    assert read(page(head=head)).title == "Anor is dry"
    assert read(page(head='<meta name="publisher" content="@seldcourier">')).publisher is None


def test_only_web_addresses_are_addresses() -> None:
    for address in ("javascript:alert(1)", "file:///etc/passwd", "/dam", "http://[broken"):
        assert read(page(head=f'<link rel="canonical" href="{address}">')).url is None
    relative = '<link rel="canonical" href="/dam"><meta property="og:url" content="https://courier.example/x">'
    assert read(page(head=relative)).url == "https://courier.example/dam"


def test_the_declared_charset_is_believed_where_utf8_does_not_fit() -> None:
    words = FIRST.replace("Anor", "Anór")
    data = page(words, SECOND).decode().replace("utf-8", "iso-8859-1").encode("latin-1")
    assert words in read(data).text
    words = "Двенадцать человек погибли. " * 3
    cyrillic = f"<html><head><meta charset=koi8-r></head><body><p>{words}</p></body></html>"
    assert "Двенадцать" in read(cyrillic.encode("koi8-r")).text


@pytest.mark.parametrize("charset", ["punycode", "unicode_escape", "hex", "no-such-charset"])
def test_a_declared_charset_that_is_none_is_passed_over(charset: str) -> None:
    data = page(FIRST, "café " + SECOND).decode().replace("utf-8", charset).encode("cp1252")
    assert "café" in read(data).text


def test_the_declared_language_counts_where_the_text_is_too_short() -> None:
    assert read(b"<html lang='sw'><body><p>Anor 12</p></body></html>").lang == "sw"
    assert read(page().replace(b"<html>", b"<html lang='sw'>")).lang == "en"


@pytest.mark.parametrize(
    ("around", "day"),
    [
        ({"before": "<p>May 4, 2021</p><p>Weather</p>"}, None),
        ({"before": "<p>May 4, 2021</p>"}, "2021-05-04"),
        ({"lines": "<p>By our staff</p><p>Published 11:11 PM EST May 4, 2021</p>"}, "2021-05-04"),
        ({"lines": "<p>4 May 2021</p><p>Updated: 6 May 2021</p>"}, "2021-05-04"),
        ({"lines": "<span>Posted:</span><span>Tue 8:30 AM, May 4, 2021</span><span>4 May 2021</span>"}, "2021-05-04"),
        ({"lines": "<p>4 May 2021</p><p>9 May 2021</p>"}, None),
        ({"lines": "<p>04/05/2021</p>"}, None),
        ({"lines": "<p>The flood of May 4, 2021 was the third of that spring</p>"}, None),
    ],
    ids=["far before", "before", "published", "updated", "posted", "two days", "two readings", "a sentence"],
)
def test_a_day_printed_beside_the_headline(around: dict[str, str], day: str | None) -> None:
    lines = around.get("lines", "")
    data = page(before=around.get("before", "")).replace(b"</h1>", f"</h1>{lines}".encode())
    assert read_bytes(data, name="a.html").document.published == day


STORY = (*PARAGRAPHS, "The governor said that the school would stay open.", "Farmers lost what stood in the fields.")


@pytest.mark.parametrize(
    "after",
    [
        ("Top stories", "Guitarist cancels forty concerts", "Two killed in a crash near Quillport"),
        ("Sign up for our newsletter and read the Courier in your inbox every morning.",),
        ("Tags", "dam, flood, Anor"),
    ],
    ids=["a list", "a notice", "tags"],
)
def test_what_stands_at_the_foot_of_a_story_is_left_out(after: tuple[str, ...]) -> None:
    text = read_bytes(page(*STORY, *after), name="a.html").document.text
    assert not any(words in text for words in after)
    assert all(words in text for words in STORY)


def test_phrases_of_a_site_within_a_story_are_the_storys() -> None:
    told = "Families were told to sign up for the newsletter of the fire service."
    assert told in read_bytes(page(told, *STORY, *(f"{words} Again." for words in STORY)), name="a.html").document.text


def test_a_link_to_another_story_is_left_out_though_it_ends_like_a_sentence() -> None:
    link = 'Also on courier.example <a href="/x">Two were killed in a crash near Quillport on Sunday, police said.</a>'
    text = read_bytes(page(FIRST, SECOND, link, THIRD), name="a.html").document.text
    assert "Quillport" not in text
