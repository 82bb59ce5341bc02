"""Answers of the ReliefWeb API and exports of Telegram: long JSON, read one document at a time."""

from __future__ import annotations

import io
import json
import tracemalloc
from collections.abc import Iterator
from typing import Any

import pytest
from saved_pages import FIRST, HEADLINE, SECOND

from dateline.model.reading import Problem, Reading
from dateline.read import read_inputs
from dateline.read.json_stream import objects_under


def read(value: Any, **style: Any) -> list[Reading | Problem]:
    return list(read_inputs(["-"], stdin=io.BytesIO(json.dumps(value, **style).encode())))


def readings(value: Any, **style: Any) -> list[Reading]:
    results = read(value, **style)
    assert not [one for one in results if isinstance(one, Problem)]
    return [one for one in results if isinstance(one, Reading)]


def report(**fields: Any) -> dict[str, Any]:
    words = {"title": HEADLINE, "body-html": f"<p>{FIRST}</p><p>{SECOND}</p>"}
    return {"id": "4101", "score": 1, "fields": {**words, **fields}}


def answer(*reports: dict[str, Any]) -> dict[str, Any]:
    return {"time": 3, "href": "https://api.reliefweb.int/v1/reports?limit=2", "data": list(reports)}


@pytest.mark.parametrize("style", [{}, {"indent": 4}], ids=["in one line", "indented"])
def test_reports_are_documents(style: dict[str, Any]) -> None:
    full = report(
        date={"created": "2021-05-06T00:00:00+00:00", "original": "2021-05-05T00:00:00+00:00"},
        source=[{"name": "Seld Relief"}, {"name": "Office of Rivers"}],
        url="https://relief.example/node/1", url_alias="https://relief.example/dam", language=[{"code": "en"}],
    )  # fmt: skip
    first, second = (one.document for one in readings(answer(full, report()), **style))
    assert first.text == f"{HEADLINE}\n\n{FIRST}\n\n{SECOND}"
    assert (first.name, first.url) == ("4101", "https://relief.example/dam")
    assert first.publisher == "Seld Relief, Office of Rivers"
    assert first.published == "2021-05-05T00:00:00+00:00"
    assert (second.published, second.publisher) == (None, None)


def test_a_report_without_text_is_named_and_the_rest_read() -> None:
    problem, reading = read(answer({"id": "1", "fields": {"title": "No more"}}, report()))
    assert isinstance(problem, Problem)
    assert "report 1" in problem.input
    assert isinstance(reading, Reading)


def message(number: int, text: Any, **more: Any) -> dict[str, Any]:
    sent = {"date": "2021-05-04T10:30:00", "date_unixtime": "1620117000"}
    return {"id": number, "type": "message", **sent, "from": "Mirna Tosk", "text": text, **more}


def chat(*messages: dict[str, Any], kind: str = "public_channel", name: str = 'Seld "now"') -> dict[str, Any]:
    return {"name": name, "type": kind, "id": 77, "messages": list(messages)}


def test_messages_are_documents() -> None:
    mixed = ["Twelve people ", {"type": "bold", "text": "died in Anor"}, " on Monday."]
    quiet = message(3, "", photo="photos/1.jpg")
    notice = {"id": 4, "type": "service", "action": "pin_message", "text": "pinned"}
    export = chat(message(1, FIRST), quiet, notice, message(2, mixed))
    first, second = (one.document for one in readings(export, indent=1))
    assert (first.text, first.title) == (FIRST, None)
    assert (first.name, first.publisher) == ("- chat 77 message 1", 'Seld "now"')
    assert first.published == "2021-05-04T08:30:00Z"
    assert second.text == "Twelve people died in Anor on Monday."


def test_of_a_private_chat_no_name_is_kept() -> None:
    (one,) = readings(chat(message(1, FIRST), kind="personal_chat", name="Mirna Tosk"))
    assert one.document.publisher is None
    assert "Tosk" not in repr(one)


def test_all_chats_of_an_export() -> None:
    whole = {
        "about": "Here is the data you requested.",
        "personal_information": {"user_id": 1},
        "chats": {"about": "x", "list": [chat(message(1, FIRST), name="One"), chat(message(1, SECOND), name="Two")]},
    }
    documents = [one.document for one in readings(whole)]
    assert [(one.publisher, one.text) for one in documents] == [("One", FIRST), ("Two", SECOND)]


def test_words_that_look_like_the_export_are_words() -> None:
    told = 'they wrote "messages": [ {"id": 9} ] and "type": "message"'
    (one,) = readings(chat(message(1, told)))
    assert one.document.text == told


def test_a_cut_export_gives_what_it_has() -> None:
    whole = json.dumps(chat(message(1, FIRST), message(2, SECOND)))
    first, problem = read_inputs(["-"], stdin=io.BytesIO(whole[:-60].encode()))
    assert isinstance(first, Reading)
    assert isinstance(problem, Problem)
    assert "cut" in problem.message


def test_json_nested_too_deep_is_refused() -> None:
    deep = '{"name": "x", "type": "public_channel", "messages": [' + '{"a":' * 100_000
    (problem,) = read_inputs(["-"], stdin=io.BytesIO(deep.encode()))
    assert isinstance(problem, Problem)


class Endless(io.RawIOBase):
    """The same message again and again, as a stream that holds none of it."""

    def __init__(self, count: int) -> None:
        self._left = self._pieces(count)

    @staticmethod
    def _pieces(count: int) -> Iterator[bytes]:
        yield b'{"messages": ['
        one = json.dumps(message(1, FIRST * 5)).encode()
        for _ in range(count):
            yield one + b","
        yield one + b"]}"

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        return next(self._left, b"")


def test_memory_does_not_grow_with_the_file() -> None:
    tracemalloc.start()
    try:
        count = sum(1 for _ in objects_under(Endless(20_000), "messages", name="-"))  # type: ignore[arg-type,misc]
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count == 20_001
    assert peak < 3_000_000
