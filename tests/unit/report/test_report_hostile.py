"""Text that wants to be more than text, text that must not be shown, text from right to left."""

from __future__ import annotations

import pytest
from page_reader import page
from released import place, row, source

EVIL = "</td></script><script>alert(1)</script><img src=x onerror=alert(2)>\"'&{{7*7}}{% raw %}"


def test_nothing_that_a_page_says_becomes_mark_up() -> None:
    text = f"{EVIL} killed 12 people near {EVIL}Q."
    evil = row(
        text, "12 people", low=12, high=12, title=EVIL, publisher=EVIL, lang='en" onload="x',
        places=[place(f"{EVIL}Q", text), place("near", text, name=EVIL, admin1=EVIL)],
        sources=[source(EVIL, text, resolved=EVIL + EVIL)],
        period={"start": EVIL, "end": None, "text": EVIL, "precision": None, "anchor": None},
        country=EVIL, extractor=EVIL,
    )  # fmt: skip
    shown = page([evil, row()])
    assert len(shown.all("script")) == 1
    assert shown.all("img") == []
    assert not [name for element in shown.elements for name in element.attrs if name.startswith("on")]
    assert "49" not in (shown.claims()[0].attrs["data-place"] or "")
    assert EVIL in next(quote.text for quote in shown.all("blockquote") if "12 people" in quote.text)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "http://",
        "//x.example",
        "http://[x",
        "mailto:a",
    ],
)
def test_an_address_that_is_not_of_the_web_is_no_link(url: str) -> None:
    shown = page([row(url=url)])
    assert url not in {element.attrs.get("href") for element in shown.all("a")}
    assert len(shown.claims()) == 1


def test_masks_are_words_and_never_blocks() -> None:
    text = "██████ ████████, ██, said that 40 people were hurt; ███ fled."
    shown = page(
        [row(text, "40 people", low=40, high=40, title="How ████ lived", sources=[source("██████ ████████", text)])]
    )
    assert "█" not in shown.source
    quote = shown.all("blockquote")[0].text
    assert quote == "[name withheld], [name withheld], said that 40 people were hurt; [name withheld] fled."
    assert "How [name withheld] lived" in shown.source


def test_marks_that_command_are_shown_as_such() -> None:
    shown = page([row("There were \u202e000,1\u202c people\x00 killed\x1b[2J.", "\u202e000,1\u202c people")])
    assert not set("\u202e\u202c\x00\x1b") & set(shown.source)
    assert (
        "\ufffd000,1\ufffd people"
        in shown.all(
            "mark",
        )[-1].text
    )


def test_half_a_character_can_be_written() -> None:
    source_text = page([row("Here \ud83d 30 people died.", "30 people", title="\udc80")]).source
    assert source_text.encode("utf-8")


def test_text_from_right_to_left_keeps_to_itself() -> None:
    text = "قال المكتب إن 45 شخصا قتلوا في المدينة."
    shown = page([row(text, "45 شخصا", low=45, high=45, lang="ar", publisher="الصحيفة")])
    quote = shown.all("blockquote")[0]
    assert (quote.attrs["dir"], quote.attrs["lang"], quote.text) == ("auto", "ar", text)
    assert "الصحيفة" in {element.text for element in shown.all("bdi")}


def test_a_cut_sentence_shows_where_it_goes_on() -> None:
    text = "and 77 people died in the storm that"
    cut = row(text, "77 people", low=77, high=77, start=500, occurrences=[[400, 900]])
    cut["excerpt"]["cut"] = True
    assert page([cut]).all("blockquote")[0].text == f"…{text}…"
    cut["occurrences"] = [[500, 900]]
    assert page([cut]).all("blockquote")[0].text == f"{text}…"
