"""Pages of one event are known by the words that few pages have."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made_claims import ATLAS, figure, told

from dateline.model.situation import Reported
from dateline.reconcile import reconcile, telling, words_told


def test_words_in_small_letters_numbers_and_places_tell_and_names_do_not() -> None:
    found = words_told("Alba Norren was hit by a crossbow at 1420 Kestrel Street in Mirava, said Norren.")
    assert {"crossbow", "1420", "@mirava"} <= found
    assert not {word for word in found if "norren" in word or "alba" in word}


def test_what_many_pages_have_tells_nothing_and_what_few_have_tells_much() -> None:
    pages = {f"p{number}": frozenset({"killed"}) for number in range(300)}
    pages["p0"] = pages["p1"] = frozenset({"killed", "crossbow", "barbecue"})
    pages["p2"] = frozenset({"crossbow", "ladder"})
    pages["p3"] = frozenset({"ladder"})
    found = telling.telling(pages)
    assert found.alike("p0", "p1") == pytest.approx(1.0)
    assert found.alike("p0", "p2") is not None and 0 < (found.alike("p0", "p2") or 0) < 1
    assert found.alike("p0", "p5") is None, "a page without a telling word cannot be compared"
    assert set(found.pairs(0.9)) == {("p0", "p1")}


def test_among_few_pages_no_word_is_known_to_be_rare() -> None:
    pages = {"p": frozenset({"crossbow"}), "q": frozenset({"crossbow"}), "r": frozenset({"ladder"})}
    assert telling.telling(pages).alike("p", "q") is None


def _two_pages(words: frozenset[str], country: str) -> list[Reported]:
    days = ("2031-03-15", "2031-04-02")
    return [
        replace(
            told(figure(3), term="killed", measure="flow", claim_id=f"c-{day}", document=f"page-{day}", on=None,
                 at=None, published=day, country=country, words=f"Three people were killed, as told on {day}."),
            words=words,
        )
        for day in days
    ]  # fmt: skip


def _others(country: str) -> list[Reported]:
    return [
        replace(
            told(figure(1), term="killed", measure="flow", claim_id=f"x{number:03}", document=f"other{number:03}",
                 on=None, at=None, published=f"20{number % 90:02}-01-01", country=country,
                 words=f"Page {number} tells of it."),
            words=frozenset({f"only{number}", "killed"}),
        )
        for number in range(230)
    ]  # fmt: skip


@pytest.mark.parametrize(("country", "expected"), [("VAR", 1), ("ORD", 2)], ids=["its country's pages", "another's"])
def test_rare_words_of_its_countrys_pages_join_what_names_neither_place_nor_day(country: str, expected: int) -> None:
    rare = frozenset({"crossbow", "barbecue", "stairwell", "ladder", "@kestrel"})
    found = reconcile([*_two_pages(rare, "VAR"), *_others(country)], containment=ATLAS)
    assert len([one for one in found if any(role.claim_id.startswith("c-") for role in one.roles)]) == expected


def test_a_text_of_a_few_lines_behind_a_title_is_a_houses_own() -> None:
    furniture = "We have sent you a verification email. Please activate your profile."
    assert words_told(f"Boy hit by crossbow\n\n{furniture}") == words_told("Boy hit by crossbow")
    assert "verification" in words_told(f"Boy hit by crossbow\n\n{furniture * 8}")
