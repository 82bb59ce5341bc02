"""Exact ages, kin and ways to find a person; and the numbers that are none of these."""

from __future__ import annotations

import pytest

from dateline.extract.person import in_text
from dateline.model import Span


def masked(text: str, *keep: Span) -> str:
    letters = list(text)
    for span in in_text(text, keep):
        letters[span.start : span.end] = "█" * (span.end - span.start)
    return "".join(letters)


AGES = {
    "A 34-year-old woman drowned.": "A ██-year-old woman drowned.",
    "A seven-year-old boy drowned.": "A █████-year-old boy drowned.",
    "A six-month-old baby drowned.": "A ███-month-old baby drowned.",
    "He is 34 years old.": "He is ██ years old.",
    "A woman aged 61 drowned.": "A woman aged ██ drowned.",
    "She died at the age of forty-two.": "She died at the age of █████████.",
    "Children aged 4, 6 and 11 drowned.": "Children aged █, █ and ██ drowned.",
    "A woman, 34, drowned.": "A woman, ██, drowned.",
    "Torvald Iskren, 34, drowned.": "██████████████, ██, drowned.",
    "Torvald Iskren (34) drowned.": "██████████████ (██) drowned.",
}


@pytest.mark.parametrize("text", AGES)
def test_an_exact_age_is_masked(text: str) -> None:
    assert masked(text) == AGES[text]


NO_AGES = (
    "People aged 15 to 49 fled.",
    "Children under the age of five were vaccinated.",
    "Men over age 60 stayed.",
    "The six-year-old civil war displaced 12 million people.",
    "The 71-year-old president spoke.",
    "President Maria Vidal, 58, spoke.",
    "Women, 340 children and 12 men fled.",
    "Some 1,200 people aged 18 and over fled.",
)


@pytest.mark.parametrize("text", NO_AGES)
def test_bands_and_the_ages_of_things_stay(text: str) -> None:
    assert masked(text) == text


KIN = {
    "He fled with his wife and two children.": "He fled with his █████████████████████.",
    "She lost her three sons.": "She lost her ██████████.",
    "They shot my late brother.": "They shot my ████████████.",
    "Torvald Iskren's two daughters slept.": "██████████████'s █████████████ slept.",
    "A mother of three waited.": "A mother of █████ waited.",
    "His elderly parents, wife and son stayed.": "His █████████████████████████████ stayed.",
}


@pytest.mark.parametrize("text", KIN)
def test_kin_is_masked(text: str) -> None:
    assert masked(text) == KIN[text]


@pytest.mark.parametrize(
    "text",
    ["Fighters and their families left.", "Two children were killed.", "His soldiers left.", "Her house burned."],
)
def test_families_of_nobody_in_particular_stay(text: str) -> None:
    assert masked(text) == text


def test_a_claimed_figure_stays_readable_among_kin() -> None:
    text = "His wife and two children were killed."
    start = text.index("two children")
    kept = Span(start, start + len("two children"))
    assert masked(text, kept) == "His █████████two children were killed."


CONTACTS = {
    "Call +591 3 462 1234 now.": "+591 3 462 1234",
    "Call (555) 462-1234 now.": "(555) 462-1234",
    "Call 0770-462-1234 now.": "0770-462-1234",
    "His phone number is 4621234.": "4621234",
    "Write to t.okafor@aid.example today.": "t.okafor@aid.example",
    "She posted it as @torvald_i on Friday.": "@torvald_i",
    "A car, licence plate 2345-KLM, was found.": "2345-KLM",
    "A car with the registration ABC 1234 burned.": "ABC 1234",
    "A taxi 34 ABC 123 burned.": "34 ABC 123",
    "His passport number is C1234567.": "C1234567",
    "She lives at 14 Olive Street.": "14 Olive Street",
    "Her home on Olive Street burned.": "Olive Street",
    "He lives at Calle Sucre 123 now.": "Calle Sucre 123",
    "They live in House 12, Street 7.": "House 12, Street 7",
}


@pytest.mark.parametrize("text", CONTACTS)
def test_contacts_are_masked(text: str) -> None:
    told = masked(text)
    assert CONTACTS[text] not in told
    assert told.replace("█", "").strip()


NO_CONTACTS = (
    "Some 1 200 000 people fled in 2016-2017.",
    "On 2017-03-15 about 240,000 people had fled.",
    "16 120 persons (3 385 families) were displaced.",
    "The jets, Su-24 and MiG-29, hit Palestine Street.",
    "Flight MH-17 fell.",
    "The number of displaced people is 240 000.",
    "Some 12 house fires were counted.",
)


@pytest.mark.parametrize("text", NO_CONTACTS)
def test_other_numbers_are_no_contacts(text: str) -> None:
    assert masked(text) == text


def test_a_word_without_end_is_looked_at_once() -> None:
    """Of a mailbox cut by chance; a search that begins anew at each letter would not come to an end."""
    word = "a" * 400_000
    assert in_text(f"{word} all@ 999") == []
    assert [(s.start, s.end) for s in in_text(f"{word} desk@relief.example")] == [(400_001, 400_020)]
