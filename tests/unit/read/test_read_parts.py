"""Stitched and scraped pages: what is no part of the story is marked where it stands, and the story is left alone."""

from __future__ import annotations

import time

import pytest
from saved_pages import FIRST, HEADLINE, PARAGRAPHS, SECOND, THIRD, page

from dateline.model.part import Part
from dateline.read import read_bytes
from dateline.read.parts import parts_of
from dateline.read.quality import notes_of
from dateline.read.spun import spun_names
from dateline.vocab.load import load

MORE = (
    "The governor of Anor said that more boats had been asked for, and that the school above the river would stay "
    "open to the families that fled from the lower quarters.",
    "Farmers along the Seld lost their harvest, and the regional weather service warned that the dam might give way "
    "at a second place before the water falls.",
)
OTHER_STORY = (
    "Guitarist Pellan Voss cancelled forty concerts of his summer tour after an operation on his wrist, and promised "
    "fans in Quillport that tickets bought for the stadium keep their value until autumn."
)
STORY = (*PARAGRAPHS, *MORE)


def kinds(*paragraphs: str, title: str | None = None) -> list[tuple[str, str]]:
    """The marks of a text: kind and words."""
    text = "\n\n".join((title, *paragraphs) if title else paragraphs)
    return [(part.kind, text[part.start : part.end]) for part in parts_of(text, title)]


def test_a_story_has_no_marks() -> None:
    assert kinds(*STORY, title=HEADLINE) == []


def test_a_paragraph_of_another_story() -> None:
    assert kinds(*STORY[:3], OTHER_STORY, *STORY[3:], title=HEADLINE) == [("foreign", OTHER_STORY)]


def test_on_a_short_page_no_paragraph_is_foreign() -> None:
    assert kinds(FIRST, OTHER_STORY, SECOND) == []


@pytest.mark.parametrize(
    "caption",
    [
        "Photo: A boat on the Seld, seen from the school",
        "File photo - soldiers on the bridge of Anor",
        "A boat crosses the river at dusk, May 4 [Mirna Tosk/Reuters]",
        "Families on the roof of a school in Anor. (Photo by M. Tosk)",
        "The broken dam | Getty Images",
        "In this photo taken on Monday, a boat is seen near the school.",
        "Crédit photo : le préfet",
    ],
)
def test_captions(caption: str) -> None:
    assert kinds(*STORY[:2], caption, *STORY[2:]) == [("caption", caption)]


@pytest.mark.parametrize(
    "words",
    [
        "Photographs taken on Monday showed the broken dam, the governor said (see the report of the service).",
        "The agency said so (Reuters)",
        "Latest figures show that twelve people died.",
        "More than 300 families fled.",
        "Related illnesses spread in the camp.",
    ],
)
def test_words_of_the_story_that_only_look_like_marks(words: str) -> None:
    assert kinds(*STORY[:2], words, *STORY[2:]) == []


def test_a_list_of_other_stories_ends_where_the_story_goes_on() -> None:
    listed = ("Latest News", "Guitarist cancels forty concerts", "Two killed in a crash near Quillport")
    assert kinds(*STORY[:2], *listed, *STORY[2:]) == [("list", words) for words in listed]
    assert kinds(*STORY, "Read more: Two killed in a crash near Quillport") == [
        ("list", "Read more: Two killed in a crash near Quillport")
    ]


def test_what_is_printed_twice() -> None:
    assert kinds(*STORY, SECOND)[-1] == ("repeat", "They" + SECOND.partition("They")[2])
    deck = "At least twelve people were killed in Anor when a dam above the Seld gave way"
    assert kinds(deck, *STORY) == [("repeat", deck)]


@pytest.mark.parametrize("title", ["Of Anor retaken from the water", "Hundreds flee in…", "Hundreds flee from the"])
def test_a_headline_that_is_cut(title: str) -> None:
    assert kinds(*STORY, title=title) == [("cut", title)]


def test_an_end_that_is_cut() -> None:
    end = OTHER_STORY[:-20]
    assert ("cut", end) in kinds(*STORY, end)


def test_glued_sentences() -> None:
    glued = "The water fell at night.Farmers returned on Friday, in U.S.A.M. boats v2.Next."
    assert kinds(*STORY[:2], glued) == [("glued", ".")]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("the Joined Nations said", "Joined Nations"),
        ("by the Joined Together\nStates", "Joined Together\nStates"),
        ("the Syrian Observatory for Human Privileges", "Syrian Observatory for Human Privileges"),
        ("a nurse of the Reddish Cross", "Reddish Cross"),
        ("fighters of the Islamic Situation", "Islamic Situation"),
    ],
)
def test_a_name_whose_words_a_machine_replaced(name: str, words: str) -> None:
    assert kinds(*STORY[:2], f"More boats came, {name}.") == [("spun", words)]


@pytest.mark.parametrize(
    "words",
    [
        "the United Nations and the Red Crescent", "the situation of Islamic schools", "Palau Joined Nations in a Call",
        "It joined nations that vote", "the Human Rights Watch report", "a Reddish cross", "the Foreign Ministry",
        "countries joined together", "a brand-new York bridge", "Free Syrian Army", "UNITED STATES",
    ],
)  # fmt: skip
def test_names_that_nobody_replaced(words: str) -> None:
    assert kinds(*STORY[:2], f"More boats came, {words}.") == []


def test_every_row_of_spun_names_gives_damaged_ones() -> None:
    rows = load("spun_en")["names"]
    for row in rows:
        places = [[*place[0].split("|"), *place[1:]] for place in row]
        true, most = (" ".join(place[at] for place in places) for at in (0, -1))
        assert [text for text in (true, most) if list(spun_names(f"said the {text}."))] == [most], row


def test_the_note_says_what_is_wrong() -> None:
    parts = parts_of("\n\n".join((*STORY[:3], OTHER_STORY, *STORY[3:], "Photo: A boat")), None)
    assert notes_of(parts) == ("a paragraph of another story stands in it", "a picture's caption stands in it")
    assert notes_of((Part(0, 9, "page", "1"),)) == ()


def test_captions_that_the_mark_up_names() -> None:
    caption = "Boats tied up at the steps of the school while the river was still rising on Monday"
    figure = f"<figure><img src='a.jpg'><figcaption>{caption}</figcaption></figure>"
    reading = read_bytes(page(FIRST, SECOND, f"{THIRD}</p>{figure}<p>{MORE[0]}", MORE[1]), name="a.html")
    text = reading.document.text
    assert [text[part.start : part.end] for part in reading.document.parts] == ([caption] if caption in text else [])


def test_a_hard_wrapped_text_is_read_by_paragraphs() -> None:
    import textwrap

    wrapped = "\n\n".join(textwrap.fill(words, 72) for words in (*STORY[:3], OTHER_STORY, *STORY[3:]))
    (part,) = parts_of(wrapped, None)
    assert (part.kind, wrapped[part.start : part.end]) == ("foreign", textwrap.fill(OTHER_STORY, 72))


def test_marking_costs_little() -> None:
    text = "\n\n".join(STORY * 300)
    before = time.process_time()
    parts_of(text, None)
    assert time.process_time() - before < 5
    for hostile in ("Read more:" * 40_000, "(" * 300_000, "a." * 150_000, "\n".join("Photo: x" for _ in range(40_000))):
        before = time.process_time()
        parts_of(hostile, None)
        assert time.process_time() - before < 5


def test_a_table_with_numbers_is_said() -> None:
    table = ("| District | Deaths |", "|---|---|", "| Orvel | 14 |", "| Mirava | 9 |")
    text = "\n\n".join((*STORY[:2], *table, STORY[2]))
    (part,) = (part for part in parts_of(text, None) if part.kind == "table")
    assert text[part.start : part.end] == "\n\n".join(table)
    assert notes_of([part]) == (
        "a table stands in it, whose numbers are read only under headings that say what befell those counted",
    )
    assert kinds(*STORY[:2], "| Share | Print | Mail |", STORY[2]) == []
