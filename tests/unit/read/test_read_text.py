"""Plain text: kept as it is, its encoding found, a title only where there plainly is one."""

from __future__ import annotations

import pytest

from dateline.errors import BadEncoding, EmptyInput, InputError, TooLarge, UnreadableInput
from dateline.model.ids import document_id, sha256_of
from dateline.read import MAX_DOCUMENT_BYTES, read_bytes
from dateline.read.canonical import storable, under_title, unix_lines

STORY = "Twelve people were killed in the town of Anor on Monday, officials said. More than 300 fled."
RUSSIAN = "Двенадцать человек погибли в городе Анор в понедельник, сообщили власти. Сотни людей покинули дома."
ARABIC = "قتل اثنا عشر شخصا في مدينة أنور يوم الاثنين وفقا للمسؤولين في المدينة وفر المئات من منازلهم"
FRENCH = "Douze personnes ont été tuées à Anor, a déclaré le préfet ; près de 300 ont fui."


def text_of(data: bytes, name: str = "story.txt") -> str:
    return read_bytes(data, name=name).document.text


def test_a_text_is_kept_as_it_is() -> None:
    text = f"  {STORY}\n\n\tNext.  \n"
    reading = read_bytes(text.encode(), name="story.txt")
    assert reading.document.text == text
    assert reading.original == text.encode()
    assert reading.media_type == "text/plain"
    assert reading.document.sha256 == sha256_of(text.encode())
    assert reading.document.id == document_id(reading.document.sha256, None, None)


def test_what_the_caller_says_is_kept_and_part_of_the_identity() -> None:
    reading = read_bytes(
        STORY.encode(),
        name="a",
        url="https://courier.example/1",
        publisher="The Courier",
        published="2021-05-04",
        lang="en-GB",
    )
    document = reading.document
    assert (document.url, document.publisher) == ("https://courier.example/1", "The Courier")
    assert (document.published, document.lang) == ("2021-05-04", "en")
    assert document.id == document_id(document.sha256, "https://courier.example/1", None)


def test_line_breaks_become_one_kind_and_the_mark_goes() -> None:
    assert text_of("\ufeffone two\r\nthree\rfour\n".encode()) == "one two\nthree\nfour\n"


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("utf-8", STORY),
        ("utf-8-sig", FRENCH),
        ("utf-16", FRENCH),
        ("utf-16-le", STORY),
        ("utf-16-be", STORY),
        ("utf-32", RUSSIAN),
        ("cp1252", f"“{STORY}” – café"),
        ("cp1252", FRENCH),
        ("latin-1", FRENCH),
        ("cp1251", RUSSIAN),
        ("cp1256", ARABIC),
    ],
)
def test_the_encoding_is_found(encoding: str, words: str) -> None:
    assert text_of(words.encode(encoding)) == words


def test_a_text_cut_inside_a_character_keeps_the_rest() -> None:
    whole = f"{FRENCH} {STORY} é"
    assert text_of(whole.encode()[:-1]) == whole[:-1] + "\ufffd"


def test_a_stray_byte_in_utf8_is_marked() -> None:
    assert text_of(FRENCH.encode() + b" \xff " + STORY.encode()) == f"{FRENCH} \ufffd {STORY}"


def test_nuls_are_replaced_one_for_one() -> None:
    assert text_of(f"{STORY[:20]}\x00{STORY[20:]}".encode()) == f"{STORY[:20]}\ufffd{STORY[20:]}"


@pytest.mark.parametrize(
    "data", [b"", b" \r\n\t\n", b"\x00" * 50, "\ufeff \u200b".encode(), "\ufeff".encode("utf-16-le")]
)
def test_nothing_in_it(data: bytes) -> None:
    with pytest.raises(EmptyInput, match="empty") as told:
        read_bytes(data, name="void.txt")
    assert told.value.document == "void.txt"
    assert told.value.advice


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "the PDF is damaged or cut"),
        (b"PK\x03\x04" + bytes(60), "office document"),
        (b"\x89PNG\r\n\x1a\n" + bytes(60), "image"),
        (b"\xff\xd8\xff\xe0" + bytes(60), "image"),
        (b"\x1f\x8b\x08" + bytes(60), "gzip"),
        (b"SQLite format 3\x00" + bytes(60), "database"),
        (bytes(range(256)) * 8, "binary data"),
        (b"\x7fELF" + bytes(60), "program"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, what: str) -> None:
    with pytest.raises(UnreadableInput, match=what):
        read_bytes(data, name="thing")


@pytest.mark.parametrize("name", ["rows.csv", "saved.mhtml", "site.js", "look.css", "mail.eml"])
def test_text_of_other_kinds_is_named(name: str) -> None:
    with pytest.raises(UnreadableInput):
        read_bytes(STORY.encode(), name=name)


def test_bytes_that_fit_no_encoding() -> None:
    with pytest.raises(BadEncoding, match="no text encoding fits") as told:
        read_bytes(bytes([0xA1, 0xFE, 0x20, 0xDE, 0xA9, 0xB1]) * 40, name="odd")
    assert told.value.advice == "Save it as UTF-8 and try again"


def test_a_text_beyond_the_limit() -> None:
    with pytest.raises(TooLarge, match="20 MB"):
        read_bytes(b"a" * (MAX_DOCUMENT_BYTES + 1), name="long.txt")


def test_json_is_not_taken_for_a_text() -> None:
    with pytest.raises(UnreadableInput, match="not JSON lines"):
        read_bytes(b'{\n  "text": "Twelve people fled."\n}', name="story.json")
    with pytest.raises(UnreadableInput, match="JSON lines, not one document"):
        read_bytes(b'{"text": "Twelve people fled."}\n{"text": "Two came."}', name="stories")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Dam break empties Anor\n\n" + STORY, "Dam break empties Anor"),
        ("\n\n  Dam break empties Anor  \n\n" + STORY, "Dam break empties Anor"),
        ("Will Anor be rebuilt?\n\n" + STORY, "Will Anor be rebuilt?"),
        ("Dam break empties Anor\n" + STORY, None),  # no blank line: the line runs on
        (f"{STORY}\n\nMore follows.", None),  # a sentence
        ("The governor said:\n\n" + STORY, None),
        ("By Ines Corvo\n\n" + STORY, None),
        ("12.05.2021\n\n" + STORY, None),
        ("Tuesday, 4 May 2021\n\n" + STORY, None),
        ("Anor\n\n" + STORY, None),  # one word is as often a dateline
        ("word " * 60 + "\n\n" + STORY, None),
        ("Dam break empties Anor\n\n", None),  # nothing under it
    ],
)
def test_a_title_only_where_there_plainly_is_one(text: str, title: str | None) -> None:
    document = read_bytes(text.encode(), name="story.txt").document
    assert document.title == title
    assert document.text == text


def test_a_title_that_is_given_goes_over_the_text_unless_it_stands_there() -> None:
    assert under_title("Dam break", STORY) == f"Dam break\n\n{STORY}"
    assert under_title("Twelve people", STORY) == STORY
    assert under_title(None, STORY) == STORY


def test_canonical_text_can_be_stored() -> None:
    assert storable("a\x00b\ud800c\udfffd") == "a\ufffdb\ufffdc\ufffdd"
    assert unix_lines("a\r\nb\rc\nd") == "a\nb\nc\nd"


@pytest.mark.parametrize(
    "words", ["2021-13-01", "2021-02-30", "2021-05", "04/05/2021", "yesterday", "2021-05-04T25:00"]
)
def test_a_date_that_is_none_is_refused(words: str) -> None:
    with pytest.raises(InputError, match="not an ISO date"):
        read_bytes(STORY.encode(), name="a", published=words)


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("2021-05-04", "2021-05-04"),
        ("2021-05-04T08:30:00Z", "2021-05-04T08:30:00Z"),
        ("2021-05-04 08:30", "2021-05-04T08:30"),
        ("2021-05-04T08:30:00.123456789+0530", "2021-05-04T08:30:00.123456789+05:30"),
        ("  ", None),
    ],
)
def test_a_date_is_spelt_one_way(words: str, kept: str | None) -> None:
    assert read_bytes(STORY.encode(), name="a", published=words).document.published == kept


def test_a_language_that_is_none_is_refused() -> None:
    with pytest.raises(InputError, match="not a language code"):
        read_bytes(STORY.encode(), name="a", lang="English, mostly")


@pytest.mark.parametrize(
    ("words", "lang"),
    [(STORY, "en"), (FRENCH, "fr"), (RUSSIAN, "ru"), (ARABIC, "ar"), ("OCHA, IOM", None), ("1,200", None)],
)
def test_the_language_is_heard_where_the_text_is_long_enough(words: str, lang: str | None) -> None:
    assert read_bytes(words.encode(), name="a.txt").document.lang == lang
