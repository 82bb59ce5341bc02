"""Numbers in plain text: every written form, its bounds and its quantifier, and the numbers that count nobody."""

from __future__ import annotations

import pytest

from dateline.extract.quantity.numbers import Number, numbers


def only(text: str) -> Number:
    (number,) = [n for n in numbers(text) if n.refused is None]
    return number


def bounds(text: str) -> tuple[int | None, int | None, str]:
    number = only(text)
    return number.low, number.high, number.quantifier


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("7 people", 7),
        ("385 people", 385),
        ("3,385 people", 3385),
        ("61,000 people", 61000),
        ("1,234,567 people", 1234567),
        ("1,50,000 people", 150000),
        ("12,34,567 people", 1234567),
        ("2 lakh people", 200000),
        ("1.5 lakh people", 150000),
        ("two lakh people", 200000),
        ("3 crore people", 30000000),
        ("1 million people", 1000000),
        ("one million people", 1000000),
        ("1.2 million people", 1200000),
        ("2.35 million people", 2350000),
        ("1.2m people", 1200000),
        ("45k people", 45000),
        ("1.500 people", 1500),
        ("250 thousand people", 250000),
        ("12 hundred people", 1200),
        ("seven people", 7),
        ("Nineteen people", 19),
        ("twenty-one people", 21),
        ("forty five people", 45),
        ("a hundred people", 100),
        ("one hundred and four people", 104),
        ("a hundred and fifty people", 150),
        ("Nine hundred and twenty-one families", 921),
        ("three thousand people", 3000),
        ("three thousand five hundred people", 3500),
        ("twelve thousand, people", 12000),
        ("two hundred thousand people", 200000),
        ("one million two hundred thousand people", 1200000),
        ("half a million people", 500000),
        ("a quarter of a million people", 250000),
        ("three quarters of a million people", 750000),
        ("three-quarters of a million people", 750000),
        ("a dozen people", 12),
        ("two dozen people", 24),
        ("three dozen people", 36),
        ("half a dozen people", 6),
        ("a couple of people", 2),
    ],
)
def test_every_written_form_has_its_value(words: str, value: int) -> None:
    assert bounds(words) == (value, value, "exact")


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("tens of thousands of people", 20_000, 99_999),
        ("hundreds of people", 200, 999),
        ("Thousands of people", 2_000, 9_999),
        ("dozens of people", 24, 99),
        ("scores of people", 40, 99),
        ("hundreds of thousands of people", 200_000, 999_999),
        ("millions of people", 2_000_000, 9_999_999),
        ("several hundred people", 200, 999),
        ("a few hundred people", 200, 999),
        ("several thousand people", 2_000, 9_999),
        ("a few dozen people", 24, 99),
        ("several dozen people", 24, 99),
    ],
)
def test_a_vague_word_is_a_band(words: str, low: int, high: int) -> None:
    assert bounds(words) == (low, high, "vague")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("more than 40 people", (40, None, "more_than")),
        ("over 40 people", (40, None, "more_than")),
        ("at least 40 people", (40, None, "more_than")),
        ("no fewer than 40 people", (40, None, "more_than")),
        ("no less than 40 people", (40, None, "more_than")),
        ("not less than 40 people", (40, None, "more_than")),
        ("in excess of 40 people", (40, None, "more_than")),
        ("upwards of 40 people", (40, None, "more_than")),
        ("a minimum of 40 people", (40, None, "more_than")),
        ("well over 40 people", (40, None, "more_than")),
        ("just over 40 people", (40, None, "more_than")),
        ("40 or more people", (40, None, "more_than")),
        ("40-plus people", (40, None, "more_than")),
        ("40+ people", (40, None, "more_than")),
        (">40 people", (40, None, "more_than")),
        ("up to 40 people", (None, 40, "less_than")),
        ("as many as 40 people", (None, 40, "less_than")),
        ("less than 40 people", (None, 40, "less_than")),
        ("fewer than 40 people", (None, 40, "less_than")),
        ("under 40 people", (None, 40, "less_than")),
        ("almost 40 people", (None, 40, "less_than")),
        ("nearly 40 people", (None, 40, "less_than")),
        ("close to 40 people", (None, 40, "less_than")),
        ("no more than 40 people", (None, 40, "less_than")),
        ("a maximum of 40 people", (None, 40, "less_than")),
        ("40 or fewer people", (None, 40, "less_than")),
        ("40 people at most", (40, 40, "exact")),  # the words behind the noun are not the number's
        ("about 40 people", (40, 40, "approximately")),
        ("around 40 people", (40, 40, "approximately")),
        ("some 40 people", (40, 40, "approximately")),
        ("an estimated 40 people", (40, 40, "approximately")),
        ("roughly 40 people", (40, 40, "approximately")),
        ("approximately 40 people", (40, 40, "approximately")),
        ("circa 40 people", (40, 40, "approximately")),
        ("in the region of 40 people", (40, 40, "approximately")),
        ("~40 people", (40, 40, "approximately")),
        ("40 or so people", (40, 40, "approximately")),
        ("exactly 40 people", (40, 40, "exact")),
        ("a total of 40 people", (40, 40, "exact")),
        ("another 40 people", (40, 40, "exact")),
        ("the remaining 40 people", (40, 40, "exact")),
        ("at least another 40 people", (40, None, "more_than")),
        ("a further 40 or more people", (40, None, "more_than")),
        ("an estimated total of 40 people", (40, 40, "approximately")),
        ("more than a dozen people", (12, None, "more_than")),
        ("at least half a million people", (500_000, None, "more_than")),
        ("nearly a quarter of a million people", (None, 250_000, "less_than")),
        ("up to 1.2 million people", (None, 1_200_000, "less_than")),
        ("More Than 40 people", (40, None, "more_than")),
        ("MORE THAN 40 PEOPLE", (40, None, "more_than")),
    ],
)
def test_a_quantifier_opens_or_keeps_the_bounds(words: str, expected: tuple[int | None, int | None, str]) -> None:
    assert bounds(words) == expected


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("between 300 and 400 people", 300, 400),
        ("between 300 to 400 people", 300, 400),
        ("from 300 to 400 people", 300, 400),
        ("300 to 400 people", 300, 400),
        ("300-400 people", 300, 400),
        ("300 - 400 people", 300, 400),
        ("300–400 people", 300, 400),
        ("5,000-7,000 people", 5_000, 7_000),
        ("two or three people", 2, 3),
        ("ten to twelve people", 10, 12),
        ("between three and four thousand people", 3_000, 4_000),
        ("3 to 4 million people", 3_000_000, 4_000_000),
        ("2-3 million people", 2_000_000, 3_000_000),
        ("between about 300 and 400 people", 300, 400),
        ("between half a million and one million people", 500_000, 1_000_000),
    ],
)
def test_two_numbers_may_bound_one_figure(words: str, low: int, high: int) -> None:
    assert bounds(words) == (low, high, "range")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("300 men and 400 women", [300, 400]),
        ("the number rose from 300 to 400", [300, 400]),
        ("the toll was revised from 12 to 15", [12, 15]),
        ("twelve dead and thirty hurt", [12, 30]),
        ("400 to 300 people", [400, 300]),
        ("5 to 5,000 people", [5, 5000]),
    ],
)
def test_two_numbers_are_not_always_a_range(text: str, values: list[int]) -> None:
    assert [n.low for n in numbers(text)] == values


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        ("that more than 40 people", "more than 40"),
        ("all of the 40 people", "40"),
        ("their 40 children", "40"),
        ("at least another 40 people", "at least another 40"),
        ("it was 40 or more people", "40 or more"),
        ("between 300 and 400 people", "between 300 and 400"),
        ("well over 1.2 million people", "well over 1.2 million"),
        ("tens of thousands of people", "tens of thousands"),
        ("as  many  as 40 people", "as  many  as 40"),
    ],
)
def test_the_figures_words_reach_over_its_modifiers(words: str, figure: str) -> None:
    number = only(words)
    assert words[number.start : number.end] == figure


@pytest.mark.parametrize("words", ["no one", "nobody", "None", "no casualties", "no people", "not a single person"])
def test_none_is_a_number_of_zero(words: str) -> None:
    assert bounds(f"{words} was killed") == (0, 0, "exact")


@pytest.mark.parametrize(
    ("text", "number", "reason"),
    [
        ("aid worth $400 arrived", "400", "an amount of money"),
        ("aid worth € 400 arrived", "400", "an amount of money"),
        ("aid worth US$ 4 million arrived", "4 million", "an amount of money"),
        ("aid worth 400 dollars", "400", "an amount of money"),
        ("some 4 million euros", "4 million", "an amount of money"),
        ("Rs 500 for each", "500", "an amount of money"),
        ("worth USD 4,000", "4,000", "an amount of money"),
        ("40% of the town", "40", "a percentage"),
        ("killings rose by 40 per cent (27 to 38)", "27", "a change"),
        ("40 % of the town", "40", "a percentage"),
        ("40 per cent of the town", "40", "a percentage"),
        ("forty percent of the town", "forty", "a percentage"),
        ("a 14-year-old boy", "14", "an age"),
        ("a 14 year old boy", "14", "an age"),
        ("women in 20's", "20", "an age or a decade"),
        ("children under 5 years of age", "5", "an age"),
        ("a three-month-old baby", "three", "an age"),
        ("Ana, aged 14, fled", "14", "a label or an age"),
        ("in 2015 the dam broke", "2015", "a year"),
        ("since 1998, when", "1998", "a year"),
        ("the 2012-2014 war", "2012", "a year"),
        ("on 3 March the dam broke", "3", "a date"),
        ("on March 3 the dam broke", "3", "a date"),
        ("March 3 and 4 saw rain", "4", "a date"),
        ("from 3 to 20 March it rained", "3", "a date"),
        ("on 3 and 4 March it rained", "3", "a date"),
        ("3-20 March 2015", "3", "a date"),
        ("on 03.02.2015 it rained", "03", "a date or a decimal"),
        ("two thirds of the people", "two thirds", "a fraction"),
        ("half of the people", "half", "a fraction"),
        ("1/2 of the people", "1/2", "a fraction"),
        ("about 40 km away", "40", "a measure"),
        ("forty kilometres away", "forty", "a measure"),
        ("6,000 hectares burnt", "6,000", "a measure"),
        ("300 tonnes of rice", "300", "a measure"),
        ("3 metres deep", "3", "a measure"),
        ("at 10:30 the dam broke", "10", "a time of day"),
        ("at 10 p.m. the dam broke", "10", "a time of day"),
        ("at 9 am the dam broke", "9", "a time of day"),
        ("0600 GMT", "0600", "a time of day"),
        ("the attack at 1835 (0035 GMT)", "1835", "a time of day"),
        ("it broke at 1845 (local time)", "1845", "a time of day"),
        ("Orvel, 26 Oct 31 (KNA) -- two guards were killed", "31", "a date"),
        ("Orvel (Canal 2) -- ten people were killed", "2", "a label or an age"),
        ("the 21st village", "21", "an ordinal"),
        ("the 3rd battalion", "3", "an ordinal"),
        ("three days of rain", "three", "a length of time"),
        ("for 40 hours", "40", "a length of time"),
        ("in two weeks", "two", "a length of time"),
        ("three in ten people", "three", "a share"),
        ("one out of every five people", "one", "a share"),
        ("two in three families", "two", "a share"),
        ("a two-storey house", "two", "part of a compound word"),
        ("a 12-member crew", "12", "part of a compound word"),
        ("magnitude 7 quake", "7", "a label or an age"),
        ("resolution 2254 of the council", "2254", "a label or an age"),
        ("barangay 12 was under water", "12", "a label or an age"),
        ("a rise of 3.5 points", "3.5", "a fraction"),
        (f"about 1{'0' * 40} people", f"1{'0' * 40}", "too long to be a count"),
    ],
)
def test_numbers_that_count_nobody_say_why(text: str, number: str, reason: str) -> None:
    refused = {text[n.core : n.core_end]: n.refused for n in numbers(text) if n.refused}
    assert refused.get(number) == reason


@pytest.mark.parametrize(
    "text",
    [
        "call 0612-345-678 for help",
        "A4 paper",
        "the M23 rebels",
        "H1N1",
        "e-mail a12@example.org",
        "the #40 bus",
        "v1.2.3",
    ],
)
def test_numbers_inside_names_and_codes_count_nobody(text: str) -> None:
    assert [n for n in numbers(text) if n.refused is None] == []


@pytest.mark.parametrize(
    "text", ["2,015 people fled", "2015 people fled", "Since then 2,000 people fled", "2000 families"]
)
def test_a_number_of_our_times_before_people_is_no_year(text: str) -> None:
    assert len([n for n in numbers(text) if n.refused is None]) == 1


@pytest.mark.parametrize(
    "text", ["", " ", "no number at all", "the one who fled fled", "9" * 400, "," * 50, "1,,2", "٣٤٥ ½ ²"]
)
def test_odd_text_is_no_error(text: str) -> None:
    for number in numbers(text):
        assert 0 <= number.start <= number.core < number.core_end <= number.end <= len(text)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("one and two people", [1, 2]),
        ("twenty and thirty people", [20, 30]),
        ("ten eleven", [10, 11]),
        ("in 12 300 people fled", [12, 300]),
        ("- 40 people killed", [40]),
        ("5 thousand and 300 people", [5000, 300]),
        ("2 over 3 days", [2]),
        ("two million one man", [2_000_001]),
        ("2 million one man", [2_000_000, 1]),
    ],
)
def test_a_bold_reading_is_taken_in_its_plainer_parts(text: str, values: list[int]) -> None:
    assert [n.low for n in numbers(text) if n.refused is None] == values


def test_a_power_is_no_count() -> None:
    assert numbers("A further 10^40 people were killed.") == []


def test_thousands_of_digits_are_refused_in_words() -> None:
    (number,) = numbers(f"about {'9' * 5000}.5 million people")
    assert number.refused == "too long to be a count"


@pytest.mark.parametrize(
    "text", ["In 2016 thousands fled.", "22 July 2016 Thousands Flee", "since 2016 thousands fled"]
)
def test_a_year_multiplies_no_band(text: str) -> None:
    found = [n for n in numbers(text) if n.refused is None]
    assert [(n.low, n.high, n.quantifier) for n in found] == [(2000, 9999, "vague")]
