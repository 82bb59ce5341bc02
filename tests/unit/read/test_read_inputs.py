"""Inputs as a user names them: each is read or named with its problem, and the others go on."""

from __future__ import annotations

import io
import os
import socket
from pathlib import Path

import pytest

from dateline.errors import InputError
from dateline.model.reading import Problem, Reading
from dateline.read import MAX_DOCUMENT_BYTES, read_inputs

STORY = "Twelve people were killed in the town of Anor on Monday, officials said."
OTHER = "About 300 families have left the valley of the Seld since the flood."


def read(*inputs: str | Path, **given: str) -> list[Reading | Problem]:
    return list(read_inputs(inputs, **given))  # type: ignore[arg-type]


def names(results: list[Reading | Problem]) -> list[str]:
    return [one.document.name if isinstance(one, Reading) else f"! {one.input}" for one in results]


def only_problem(*inputs: str | Path) -> Problem:
    (one,) = read(*inputs)
    assert isinstance(one, Problem)
    return one


def test_a_file_is_named_by_its_name_and_where_it_came_from(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(STORY)
    (one,) = read(path)
    assert isinstance(one, Reading)
    assert one.document.name == "story.txt"
    assert one.came_from == str(path)
    assert one.original == STORY.encode()


def test_a_folder_is_read_whole_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/c.txt", ".hidden.txt", ".git/x.txt", "c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(STORY)
    assert names(read(tmp_path)) == ["a/c.txt", "a/z.txt", "b.txt", "c.txt"]


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.4")
    (tmp_path / "c.txt").write_text("")
    (tmp_path / "d.txt").write_text(OTHER)
    results = read(tmp_path, tmp_path / "none.txt", tmp_path / "a.txt")
    assert names(results) == [
        "a.txt", f"! {tmp_path}/b.pdf", f"! {tmp_path}/c.txt", "d.txt", f"! {tmp_path}/none.txt", "a.txt",
    ]  # fmt: skip


def test_a_problem_says_what_is_wrong_and_what_to_do(tmp_path: Path) -> None:
    problem = only_problem(tmp_path / "none.txt")
    assert problem.error == "UnreadableInput"
    assert str(problem) == f"{tmp_path}/none.txt: no such file or folder. Check the path"


def test_an_empty_folder(tmp_path: Path) -> None:
    assert only_problem(tmp_path).error == "EmptyInput"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "closed.txt"
    path.write_text(STORY)
    path.chmod(0)
    assert "may not be read" in only_problem(path).message


def test_a_refusal_of_the_system_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "closed.txt"
    path.write_text(STORY)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    problem = only_problem(path)
    assert problem.message == "it may not be read"
    assert problem.advice


def test_links_that_go_round(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(STORY)
    (folder / "back").symlink_to(folder)
    (folder / "self").symlink_to(folder / "self")
    results = read(folder)
    assert names(results) == ["a.txt", f"! {folder}/back", f"! {folder}/self"]
    assert all("link leads back" in one.message for one in results if isinstance(one, Problem))


def test_a_link_to_a_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.txt").write_text(STORY)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "there").symlink_to(tmp_path / "real")
    assert names(read(tmp_path / "in")) == ["there/a.txt"]


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "s"))
        results = read(tmp_path)
    assert [one.message for one in results if isinstance(one, Problem)] == [
        "it is neither a file nor a folder (a pipe, a socket or a device)"
    ] * 2


@pytest.mark.parametrize("name", ["a\x00b", "\ud800", "x" * 5_000, "https://courier.example/story"])
def test_names_that_no_file_has(name: str) -> None:
    problem = only_problem(name)
    assert problem.error == "UnreadableInput"
    problem.input.encode()


def test_a_name_in_another_encoding(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(path, "wb") as file:  # noqa: PTH123 - bytes are no pathlib path
        file.write(STORY.encode())
    assert names(read(tmp_path)) == ["caf\ufffd.txt"]


def test_a_document_beyond_the_limit_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    with path.open("wb") as file:
        file.truncate(5 * MAX_DOCUMENT_BYTES)
    assert only_problem(path).error == "TooLarge"
    path.write_bytes(b"word " * (MAX_DOCUMENT_BYTES // 4))
    assert only_problem(path).error == "TooLarge"


@pytest.mark.parametrize(
    ("data", "media_type"), [(STORY.encode(), "text/plain"), (f"<html><p>{STORY}</p></html>".encode(), "text/html")]
)
def test_standard_input_is_known_by_its_content(data: bytes, media_type: str) -> None:
    (one,) = read_inputs(["-"], stdin=io.BytesIO(data))
    assert isinstance(one, Reading)
    assert (one.document.name, one.came_from, one.media_type) == ("-", "-", media_type)
    assert one.document.text == STORY


def test_empty_standard_input() -> None:
    (one,) = read_inputs(["-"], stdin=io.BytesIO(b"\n\n"))
    assert isinstance(one, Problem)
    assert (one.input, one.error) == ("-", "EmptyInput")


def test_a_date_of_the_user_counts_where_the_document_brings_none(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    dated = '<html><head><meta property="article:published_time" content="2021-05-04"></head><body><p>'
    (tmp_path / "b.html").write_text(f"{dated}{STORY}</p></body></html>")
    (tmp_path / "c.jsonl").write_text(f'{{"text": "{STORY}"}}\n{{"text": "{OTHER}", "published": "2021-05-06"}}\n')
    dates = [one.document.published for one in read(tmp_path, published="2021-05-01") if isinstance(one, Reading)]
    assert dates == ["2021-05-01", "2021-05-04", "2021-05-01", "2021-05-06"]


def test_a_language_of_the_user_counts_where_the_line_names_none(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "c.jsonl").write_text(f'{{"text": "{STORY}"}}\n{{"text": "{OTHER}", "lang": "de"}}\n')
    assert [one.document.lang for one in read(tmp_path, lang="fr") if isinstance(one, Reading)] == ["fr", "fr", "de"]


@pytest.mark.parametrize("given", [{"published": "last week"}, {"lang": "?"}])
def test_what_the_user_gives_is_checked_before_anything_is_read(given: dict[str, str]) -> None:
    with pytest.raises(InputError):
        read_inputs([], **given)  # type: ignore[arg-type]
