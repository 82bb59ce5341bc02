"""The golden pages give exactly the claims written beside them.

What the extractor does not yet manage stands in KNOWN_MISSES. A listed miss that has come right fails the test, so that
the list can only shrink.
"""

from __future__ import annotations

from typing import Any

import pytest

from golden import cases, document_of, misses, ungrounded

CASES = cases()

KNOWN_MISSES: frozenset[str] = frozenset(
    {
        "capitals-and-garble | one million people | missed",
        "carried-or-open | About 90 of them | places",
        "cyclone-warning | As many as 3,000 houses | sources",
        "implied-and-undated | Some 60 dwellings | sources",
        "implied-and-undated | Thirteen people | sources",
        "market-strike | 42 wounded | places",
        "market-strike | at least 19 people | places",
        "situation-report | Houses destroyed: 1 306 | sources",
        "situation-report | between 3,000 and 3,500 people | sources",
        "situation-report | tendeaths | sources",
        "wholes-and-parts | 640 | start",
    }
)  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_the_page_gives_its_claims(name: str) -> None:
    found = {miss.key: miss for miss in misses(name, CASES[name])}
    known = {key for key in KNOWN_MISSES if key.startswith(f"{name} | ")}
    new = [str(found[key]) for key in sorted(found.keys() - known)]
    cured = sorted(known - found.keys())
    assert not new, "\n  not as expected:\n  " + "\n  ".join(new)
    assert not cured, "these are right now; take them out of KNOWN_MISSES:\n  " + "\n  ".join(cured)


@pytest.mark.parametrize("name", CASES)
def test_every_quoted_word_stands_at_its_offsets(name: str) -> None:
    assert not ungrounded(document_of(name, CASES[name]))


def test_known_misses_name_cases_that_exist() -> None:
    assert {key.split(" | ")[0] for key in KNOWN_MISSES} <= set(CASES)


@pytest.mark.parametrize("name", CASES)
def test_a_case_is_well_formed(name: str) -> None:
    case: dict[str, Any] = CASES[name]
    text = document_of(name, case).text
    for claim in case["claims"]:
        quoted = [claim["figure"], *(named["name"] for key in ("places", "sources") for named in claim.get(key, []))]
        assert all(words in text for words in quoted), claim["figure"]
    figures = [claim["figure"] for claim in case["claims"]]
    for free in case.get("free", []):
        assert any(free.endswith(f" of '{figure}'") for figure in figures), free
