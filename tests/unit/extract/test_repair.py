"""What scraping broke, put right; and every word of the working text found again where it stood."""

from __future__ import annotations

import pytest

from dateline.extract.repair import Working, repair


@pytest.mark.parametrize(
    ("broken", "reads"),
    [
        ("at least140,000 people", "at least 140,000 people"),
        ("between159,000 and 200,000", "between 159,000 and 200,000"),
        ("some 40people fled", "some 40 people fled"),
        ("some 1,200families fled", "some 1,200 families fled"),
        ("tendeaths were reported", "ten deaths were reported"),
        ("killedfive and hurt two", "killed five and hurt two"),
        ("a group oftwo men", "a group of two men"),
        ("in 2016.The dam broke", "in 2016. The dam broke"),
        ("in 2016.OCHA said", "in 2016. OCHA said"),
        ("fled Orvel.Tarn was next", "fled Orvel. Tarn was next"),
        ("fled Orvel.eastern towns", "fled Orvel. eastern towns"),
        ("the OCHAsaid so", "the OCHA said so"),
        ("IDMCis counting", "IDMC is counting"),
        ("people,who fled", "people, who fled"),
        ("(the north)and the south", "(the north) and the south"),
    ],
)
def test_glued_words_come_apart(broken: str, reads: str) -> None:
    assert repair(broken).text == reads


@pytest.mark.parametrize(
    ("broken", "reads"),
    [
        ("3 385 people", "3,385 people"),
        ("61, 000 people", "61,000 people"),
        ("1 234 567 people", "1,234,567 people"),
        ("12\u00a0500 people", "12,500 people"),
        ("12\u202f500 people", "12,500 people"),
        ("12\u2009500 people", "12,500 people"),
        ("on 12 March 500 people", "on 12 March 500 people"),
        ("on March 12 500 people", "on March 12 500 people"),
        ("in rows of 12 50 stood", "in rows of 12 50 stood"),
    ],
)
def test_numbers_printed_in_groups_are_one(broken: str, reads: str) -> None:
    assert repair(broken).text == reads


@pytest.mark.parametrize(
    ("broken", "reads"),
    [
        ("the townâ€™s people", "the town's people"),
        ("the â€œsafeâ€\u009d zone", 'the "safe" zone'),
        ("MalÃ© and SÃ£o", "Malé and São"),
        ("40 people â€“ all farmers", "40 people – all farmers"),
        ("the town\ufffds people", "the town's people"),
        ("the town’s people", "the town's people"),
        ("“safe”", '"safe"'),
        ("ﬂoods and ﬁghting", "floods and fighting"),
        ("heavy ghting and oods", "heavy fighting and floods"),
        ("the ofcials conrmed it", "the officials confirmed it"),
        ("5,000 people ed the town", "5,000 people fled the town"),
        ("co\u00adoperation, zero\u200bwidth", "cooperation, zerowidth"),
        ("Tuesdays bombing of the mill", "Tuesday's bombing of the mill"),
        ("the Tuesdays of May", "the Tuesdays of May"),
    ],
)
def test_broken_characters_read_again(broken: str, reads: str) -> None:
    assert repair(broken).text == reads


@pytest.mark.parametrize(
    ("broken", "reads"),
    [
        ("two  spaces   here", "two spaces here"),
        ("a tab\there", "a tab here"),
        ("some 40\npeople fled", "some 40 people fled"),
        ("some 40\r\npeople fled", "some 40 people fled"),
        ("one.\n\nTwo", "one.\n\nTwo"),
        ("one.\n \n\n\nTwo", "one.\n\nTwo"),
        ("Tolls\n- Orvel: 3 dead\n- Tarn: 4 dead", "Tolls\n- Orvel: 3 dead\n- Tarn: 4 dead"),
        ("as follows:\nOrvel – 13 dead\nUpper Tarn – 6 dead", "as follows:\nOrvel – 13 dead\nUpper Tarn – 6 dead"),
        ("B. Casualties\nTwenty dead\nC. Houses", "B. Casualties\nTwenty dead\nC. Houses"),
    ],
)
def test_lines_are_folded_but_for_lists_and_paragraphs(broken: str, reads: str) -> None:
    assert repair(broken).text == reads


@pytest.mark.parametrize(
    ("twice", "reads"),
    [
        ("Twenty (20) dead", "Twenty dead"),
        ("forty-one (41) houses", "forty-one houses"),
        ("two (2), three (3).", "two, three."),
        ("twenty (25) dead", "twenty (25) dead"),
        ("chapter twenty (20)", "chapter twenty (20)"),
    ],
)
def test_a_number_said_twice_is_one(twice: str, reads: str) -> None:
    assert repair(twice).text == reads


@pytest.mark.parametrize(
    "text",
    [
        "COVID19, the M23 and a Su24 jet",
        "40km away, at 10am, the 3rd of May, 5m deep",
        "see www.example.org and mail.example.org/a.html",
        "write to desk@example.org",
        "U.S. and U.N. staff, Lt. Col. Tarn",
        "He often fled. Someone stayed.",
        "1.5 million of 3.25",
        "3,385 people",
        "a two-storey house",
        "",
    ],
)
def test_sound_text_stays(text: str) -> None:
    assert repair(text).text == text


@pytest.mark.parametrize(
    ("text", "words", "canonical"),
    [
        ("Rain: at least140,000 people fled", "least 140,000 people", "least140,000 people"),
        ("some 61, 000 people fled", "61,000 people", "61, 000 people"),
        ("some 3 385 people fled", "3,385 people", "3 385 people"),
        ("Rain.Then tendeaths were", "ten deaths", "tendeaths"),
        ("some  40\n people fled", "40 people", "40\n people"),
        ("the townâ€™s 40 people", "town's 40 people", "townâ€™s 40 people"),
        ("a\u00adb 40 ﬂoods", "ab 40 floods", "a\u00adb 40 ﬂoods"),
        ("heavy ghting hurt 40people.Then", "fighting hurt 40 people", "ghting hurt 40people"),
    ],
)
def test_working_words_are_found_where_they_stood(text: str, words: str, canonical: str) -> None:
    working = repair(text)
    at = working.text.index(words)
    start, end = working.canonical(at, at + len(words))
    assert text[start:end] == canonical


def test_a_canonical_span_is_found_in_the_working_text() -> None:
    text = "Rain fell.Then at least140,000 people fled Orvel"
    working = repair(text)
    at = text.index("Orvel")
    start, end = working.working(at, at + len("Orvel"))
    assert working.text[start:end] == "Orvel"


def test_the_map_ends_where_the_text_ends() -> None:
    for text in ("", "a", "at least140,000 people.The", "61, 000\n\n\nx  "):
        working = repair(text)
        assert len(working.origin) == len(working.text) + 1
        assert working.origin[-1] == len(text)


_BODY = "WFP has brought 210 tonnes of food to the towns of the lower valley since the roads were opened on Monday."


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (f"Response\n{_BODY}", ["Response", _BODY]),
        (f"Rain fell.\n\nResponse\n{_BODY}", ["Rain fell.", "Response", _BODY]),
        (f"Six dead as river bursts its banks\n{_BODY}", ["Six dead as river bursts its banks", _BODY]),
        # lines of one paragraph, cut at a column
        (f"The minister said on Monday that the\n{_BODY[:60]}", [f"The minister said on Monday that the {_BODY[:60]}"]),
        (f"He said that the towns are cut off,\n{_BODY}", [f"He said that the towns are cut off, {_BODY}"]),
        (f"Rain fell.\nResponse\n{_BODY}", [f"Rain fell. Response {_BODY}"]),
    ],
)
def test_a_heading_stands_by_itself(text: str, pieces: list[str]) -> None:
    assert repair(text).text.split("\n\n") == pieces


def test_an_empty_span_has_a_place() -> None:
    assert Working("ab", (0, 1, 2)).canonical(1, 1) == (1, 1)


def test_cost_grows_with_the_length_and_no_faster() -> None:
    """A stretch that could make a pattern go back again and again is repaired in time that a reader does not feel."""
    for hostile in (
        "a" * 50_000,
        "1 " * 25_000,
        "1,2," * 12_000,
        "\u00c2\u0080" * 20_000,
        " \n" * 20_000,
        "x.Y" * 15_000,
    ):
        repair(hostile)
