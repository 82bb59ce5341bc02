"""Lists of addresses are named and not followed."""

from __future__ import annotations

from pathlib import Path

from dateline.model.reading import Problem, Reading
from dateline.read import read_inputs
from dateline.read.url_list import addresses

LIST = "# what we follow\nhttps://courier.example/dam\n\n  https://relief.example/1?a=b \nhttps://courier.example/dam\n"


def test_a_list_of_addresses_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LIST)
    (tmp_path / "b.txt").write_text("Twelve people were killed in Anor on Monday.")
    problem, reading = read_inputs([tmp_path])
    assert isinstance(problem, Problem)
    assert "a list of 2 web addresses" in problem.message
    assert isinstance(reading, Reading)


def test_a_long_list_is_known_by_its_first_lines(tmp_path: Path) -> None:
    path = tmp_path / "many"
    path.write_text("".join(f"https://courier.example/{number}\n" for number in range(5_000)))
    (problem,) = read_inputs([path])
    assert isinstance(problem, Problem)
    assert "5,000 web addresses" in problem.message


def test_a_text_that_names_an_address_is_a_text(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text("https://courier.example/dam\nTwelve people were killed in Anor on Monday.\n")
    (reading,) = read_inputs([path])
    assert isinstance(reading, Reading)


def test_addresses_each_once_in_order() -> None:
    assert list(addresses(LIST.encode().splitlines())) == [
        "https://courier.example/dam",
        "https://relief.example/1?a=b",
    ]
