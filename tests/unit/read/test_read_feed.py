"""Feeds: each item's own words, under its title, with the day that it states."""

from __future__ import annotations

import io

import pytest
from saved_pages import FIRST, HEADLINE, SECOND

from dateline.model.reading import Problem, Reading
from dateline.read import read_inputs
from dateline.read.feed import parse_feed

RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Seld Courier</title><link>https://courier.example/</link><language>en-gb</language>
<item><title>{HEADLINE}</title><link>https://courier.example/dam</link><guid isPermaLink="false">dam-1</guid>
<pubDate>Tue, 04 May 2021 08:30:00 +0200</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>{FIRST}</p><p>{SECOND}</p>]]></content:encoded></item>
<item><title>Water &amp;amp; bread</title><link>/bread</link><dc:date>03/04/2021</dc:date>
<description>&lt;p&gt;{SECOND}&lt;/p&gt;</description></item>
<item><title>Twelve dead in Anor</title></item><item></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Seld Relief</title>
<entry><id>urn:x:1</id><title type="html">Dam &lt;b&gt;break&lt;/b&gt;</title>
<link rel="self" href="https://relief.example/self"/><link href="https://relief.example/1"/>
<published>2021-05-04T06:30:00Z</published><updated>2021-05-06T00:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{FIRST}</p></div></content></entry>
<entry><id>urn:x:2</id><title>Second</title><updated>2021-05-06T00:00:00Z</updated><summary>{SECOND}</summary></entry>
</feed>"""


def read(feed: str) -> list[Reading]:
    results = list(read_inputs(["-"], stdin=io.BytesIO(feed.encode())))
    assert not [one for one in results if isinstance(one, Problem)]
    return [one for one in results if isinstance(one, Reading)]


def test_items_of_an_rss_feed_are_documents() -> None:
    first, second, third = (one.document for one in read(RSS))
    assert first.text == f"{HEADLINE}\n\n{FIRST}\n\n{SECOND}"
    assert (first.name, first.url) == ("dam-1", "https://courier.example/dam")
    assert (first.publisher, first.published, first.lang) == ("The Seld Courier", "2021-05-04T08:30:00+02:00", "en")
    assert (second.title, second.url) == ("Water & bread", "https://courier.example/bread")
    assert second.text == f"Water & bread\n\n{SECOND}"
    assert (third.title, third.text) == (None, "Twelve dead in Anor")
    assert third.url is None  # not the feed's own: items would pass for versions of one page


def test_a_day_that_can_be_read_twice_stays_open() -> None:
    assert read(RSS)[1].document.published is None


def test_entries_of_an_atom_feed_are_documents() -> None:
    first, second = (one.document for one in read(ATOM))
    assert first.text == f"Dam break\n\n{FIRST}"
    assert (first.name, first.url, first.published) == ("urn:x:1", "https://relief.example/1", "2021-05-04T06:30:00Z")
    assert second.published is None


def test_an_update_is_kept_apart_from_the_publication() -> None:
    items = parse_feed(ATOM.encode(), name="feed").items
    assert [(item.published, item.updated) for item in items] == [
        ("2021-05-04T06:30:00Z", "2021-05-06T00:00:00Z"),
        (None, "2021-05-06T00:00:00Z"),
    ]


def test_broken_xml_gives_what_can_be_read() -> None:
    assert read(RSS[: RSS.index("Water")])[0].document.name == "dam-1"


@pytest.mark.parametrize(
    "feed",
    [
        '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
        "<rss><channel><item><title>x &b;</title></item></channel></rss>",
        '<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/hostname">]>'
        "<rss><channel><item><title>x &f;</title></item></channel></rss>",
    ],
    ids=["expanding", "reading a file"],
)
def test_entities_are_not_followed(feed: str) -> None:
    (one,) = read(feed)
    assert "aaaa" not in one.document.text
    assert one.document.text.strip() in ("x", "x &b;", "x &f;")


def test_an_empty_feed_and_a_broken_one_are_named() -> None:
    for data in (b"<rss><channel><title>Nothing</title></channel></rss>", b"<rss \x00 <<<"):
        (one,) = read_inputs(["-"], stdin=io.BytesIO(data))
        assert isinstance(one, Problem)
        assert one.error == "UnreadableInput"
