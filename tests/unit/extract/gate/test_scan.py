"""The first sieve: a number and a word that carries it in one sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from dateline.extract.gate.scan import Scan, Scanner, by_hyperscan, by_re2, patterns

BUILDS = (by_hyperscan, by_re2)


def built(build: Callable[[Sequence[str]], Scanner]) -> Scanner:
    try:
        return build(patterns())
    except ImportError:
        pytest.skip(f"{build.__name__}: not installed here")


@pytest.fixture(scope="module", params=BUILDS, ids=lambda build: build.__name__)
def scan(request: pytest.FixtureRequest) -> Scanner:
    return built(request.param)


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("At least 120 people fled Orvel.", True),
        ("Officials killed the rumour that 12 ferries had sunk.", True),
        ("A man was shot near the mill.", True),
        ("The teenager was taken to the clinic, where he passed away.", True),
        ("The storm left tendeaths in its wake.", True),
        ("No deaths were reported.", True),
        ("There was no loss of life.", True),
        ("The bakers of Orvel sang.", False),
        ("Orvel has 12 mills. The storm killed nobody's hopes.", True),
        ("Orvel has 12 mills. It was evacuated.", False),
        ("Orvel has 12 mills.\n\nIt was evacuated.", False),
        ("Orvel has 12 mills! “It was evacuated.”", True),
        ("", False),
    ],
)
def test_a_number_and_its_word_stand_in_one_sentence(scan: Scanner, text: str, passes: bool) -> None:
    assert scan(text.encode()) is passes


def test_it_waits_until_it_is_worth_compiling() -> None:
    scan = Scan(few=100)
    assert scan.may_pass("The bakers of Orvel sang.")
    scan.compile()
    assert not scan.may_pass("The bakers of Orvel sang.")
