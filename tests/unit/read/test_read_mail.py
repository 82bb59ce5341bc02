"""Mails: the message, what it carries, and nobody's address."""

from __future__ import annotations

import io
from email.message import EmailMessage
from pathlib import Path

import pytest
from papers import lines, pdf
from saved_pages import FIRST, HEADLINE, SECOND, page

from dateline.model.reading import Problem, Reading
from dateline.read import read_inputs

OPENING = b"From list@relief.example Tue May  4 08:30:00 2021\n"


def message(body: str = f"{FIRST}\n\n> {SECOND}\n> and more\n\nBest regards\n", **headers: str) -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Mirna Tosk <mirna@relief.example>"
    made["To"] = "list@relief.example"
    made["Date"] = "Tue, 04 May 2021 08:30:00 +0200"
    made["Subject"] = HEADLINE
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    made.set_content(body)
    return made


def read(data: bytes) -> list[Reading | Problem]:
    return list(read_inputs(["-"], stdin=io.BytesIO(data)))


def one(data: bytes) -> Reading:
    (reading,) = read(data)
    assert isinstance(reading, Reading)
    return reading


def test_a_message_is_a_document_of_the_day_it_was_sent() -> None:
    document = one(message(List_Id='"Seld Relief updates" <updates.relief.example>').as_bytes()).document
    assert (document.title, document.published) == (HEADLINE, "2021-05-04T08:30:00+02:00")
    assert document.publisher == "Seld Relief updates"
    assert document.text.startswith(f"{HEADLINE}\n\nAt least twelve people")


def test_who_sent_it_is_not_kept() -> None:
    document = one(message().as_bytes()).document
    assert document.publisher is None
    assert "Tosk" not in document.text
    assert "mirna" not in repr(document)


def test_what_it_repeats_of_an_earlier_message_is_marked() -> None:
    document = one(message().as_bytes()).document
    (part,) = document.parts
    assert part.kind == "quoted"
    assert document.text[part.start : part.end].strip().startswith("> ")
    assert document.text[part.start : part.end].strip().endswith("and more")


def test_subjects_and_bodies_in_other_charsets() -> None:
    made = message("Двенадцать человек погибли в Анорe в понедельник.")
    made.replace_header("Subject", "Наводнение в Аноре")
    document = one(made.as_bytes()).document
    assert document.text == "Наводнение в Аноре\n\nДвенадцать человек погибли в Анорe в понедельник."


def test_a_web_page_as_a_body() -> None:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"], made["Date"] = (
        "a@b.example",
        "c@d.example",
        HEADLINE,
        "4 May 2021 08:30 +0000",
    )
    made.set_content(page().decode(), subtype="html")
    document = one(made.as_bytes()).document
    assert FIRST in document.text
    assert "weather" not in document.text.lower().split("\n")


def test_files_that_it_carries_are_documents() -> None:
    made = message()
    made.add_attachment(
        pdf(lines("More than 300 families fled.")), maintype="application", subtype="pdf", filename="s.pdf"
    )
    made.add_attachment(b"\x89PNG\r\n\x1a\n", maintype="image", subtype="png", filename="map.png")
    letter, report, problem = read(made.as_bytes())
    assert isinstance(letter, Reading)
    assert isinstance(report, Reading)
    assert (report.document.name, report.document.published) == ("- s.pdf", letter.document.published)
    assert isinstance(problem, Problem)
    assert "image" in problem.message
    assert problem.input == "- map.png"


def test_a_message_in_a_message() -> None:
    outer = message("See below.")
    outer.add_attachment(message(SECOND))
    first, second = read(outer.as_bytes())
    assert isinstance(first, Reading)
    assert isinstance(second, Reading)
    assert SECOND in second.document.text


def test_messages_nested_too_deep_are_refused() -> None:
    made = message("Innermost.")
    for _ in range(12):
        around = message("Around.")
        around.add_attachment(made)
        made = around
    results = read(made.as_bytes())
    assert [type(one).__name__ for one in results] == ["Reading"] * 6 + ["Problem"]


def test_the_messages_of_a_mailbox(tmp_path: Path) -> None:
    box = b"".join(
        b"From list@relief.example Tue May  4 08:30:00 2021\n"
        + made.as_bytes().replace(b"\nFrom ", b"\n>From ")
        + b"\n"
        for made in (message(), message(f"{SECOND}\n\nFrom the hills came more."), message("Third."))
    )
    path = tmp_path / "box"
    path.write_bytes(box)
    readings = [one for one in read_inputs([path]) if isinstance(one, Reading)]
    assert [one.document.name for one in readings] == ["box message 1", "box message 2", "box message 3"]
    assert "\n\nFrom the hills came more." in readings[1].document.text


@pytest.mark.parametrize(
    "text",
    ["Subject: none of our business\n\nTwelve people died.", "From here on: twelve people died.\nDate: none\n"],
)
def test_a_text_that_begins_like_a_mail_is_a_text(text: str) -> None:
    assert one(text.encode()).media_type == "text/plain"


def test_a_mail_without_text_is_named() -> None:
    made = EmailMessage()
    made["From"], made["To"], made["Date"], made["Subject"] = "a@b.example", "c@d.example", "x", "y"
    (problem,) = read(made.as_bytes() + b"\n\n")
    assert isinstance(problem, Problem)
