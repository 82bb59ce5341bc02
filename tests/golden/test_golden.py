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
        "carried-or-open | 260 people | start",
        "carried-or-open | About 90 of them | missed",
        "carried-or-open | Some 15,000 refugees | country",
        "carried-or-open | Some 15,000 refugees | places",
        "cyclone-warning | Another 45,000 people | sources",
        "cyclone-warning | As many as 3,000 houses | sources",
        "cyclone-warning | Nobody | sources",
        "cyclone-warning | more than 280,000 people | places",
        "implied-and-undated | A woman | missed",
        "implied-and-undated | Some 60 dwellings | sources",
        "implied-and-undated | Thirteen people | sources",
        "market-strike | 19 civilians | missed",
        "market-strike | 42 wounded | end",
        "market-strike | 42 wounded | sources",
        "market-strike | 42 wounded | start",
        "market-strike | some 230 families | places",
        "situation-report | 12,000 people | end",
        "situation-report | 12,000 people | same_as",
        "situation-report | 12,000 people | term",
        "situation-report | 140 volunteers | one too many",
        "situation-report | 2,400 families | missed",
        "situation-report | 7,650 people | end",
        "situation-report | 7,650 people | places",
        "situation-report | Houses destroyed: 1 306 | end",
        "situation-report | between 3,000 and 3,500 people | end",
        "situation-report | tendeaths | end",
        "situation-report | tendeaths | sources",
        "stitched-campaign | Tens of thousands of Libyan villagers | missed",
        "wholes-and-parts | 1,700 people | start",
        "wholes-and-parts | 185 | missed",
        "wholes-and-parts | 640 | start",
        "wholes-and-parts | eight more bodies | part_of",
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
