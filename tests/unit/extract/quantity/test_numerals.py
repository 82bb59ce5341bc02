"""Written numbers of every kind, in every language with a grammar."""

from __future__ import annotations

from fractions import Fraction

import pytest

from dateline.extract.quantity.lexicon import LANGUAGES, lexicon
from dateline.extract.quantity.numerals import candidates, numerals

Read = list[tuple[str, Fraction]]


def read(text: str, lang: str) -> Read:
    """The words and the value of each number."""
    return [(text[n.start : n.end], Fraction(n.value)) for n in numerals(text, lang)]


def one(lang: str, text: str, words: str, value: str) -> None:
    assert read(text, lang) == [(words, Fraction(value))]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Some 1,204,500 left", "1,204,500", "1204500"),
        ("Some 12,04,500 left", "12,04,500", "1204500"),
        ("Some 1\u202f204\u202f500 left", "1\u202f204\u202f500", "1204500"),
        ("it is 3.25 now", "3.25", "3.25"),
        ("it is 3,25 now", "3,25", "3.25"),
        ("it is -3.25 now", "-3.25", "-3.25"),
        ("minus forty degrees", "minus forty", "-40"),
        ("worth 2.5bn", "2.5bn", "2500000000"),
        ("worth 2.5 k", "2.5 k", "2500"),
        ("about 3e4 cells", "3e4", "30000"),
        ("about 2.5x10^3 cells", "2.5x10^3", "2500"),
        ("about 2^-2", "2^-2", "0.25"),
        ("seven and a half loaves", "seven and a half", "7.5"),
        ("seven and a half million", "seven and a half million", "7500000"),
        ("seven million and a half", "seven million and a half", "7500000"),
        ("two thirds of a million", "two thirds of a million", "2000000/3"),
        ("half a dozen eggs", "half a dozen", "6"),
        ("eleven dozen eggs", "eleven dozen", "132"),
        ("a couple of eggs", "a couple", "2"),
        ("five sixths of it", "five sixths", "5/6"),
        ("one forty-second", "one forty-second", "1/42"),
        ("three ten-thousandths", "three ten-thousandths", "0.0003"),
        ("forty-five hundredths", "forty-five hundredths", "0.45"),
        ("sixty and two sevenths", "sixty and two sevenths", "422/7"),
        ("it is 4 1/2 now", "4 1/2", "4.5"),
        ("it is 4½ now", "4½", "4.5"),
        ("it is ⅜ now", "⅜", "0.375"),
        ("one in nine", "one in nine", "1/9"),
        ("3 out of 8", "3 out of 8", "0.375"),
        ("six point zero five", "six point zero five", "6.05"),
        ("six point five million", "six point five million", "6500000"),
        ("3 hundred and 40", "3 hundred and 40", "340"),
        ("two lakh crore", "two lakh crore", "2000000000000"),
        ("nine hundred and\ntwelve", "nine hundred and\ntwelve", "912"),
    ],
)
def test_english(text: str, words: str, value: str) -> None:
    one("en", text, words, value)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("quatre-vingt-dix-sept villages", "quatre-vingt-dix-sept", "97"),
        ("soixante et onze villages", "soixante et onze", "71"),
        ("quatre-vingts villages", "quatre-vingts", "80"),
        ("septante-trois villages", "septante-trois", "73"),
        ("deux cent mille déplacés", "deux cent mille", "200000"),
        ("mille sept cents déplacés", "mille sept cents", "1700"),
        ("deux millions et demi", "deux millions et demi", "2500000"),
        ("1.234.567,5 litres", "1.234.567,5", "1234567.5"),
        ("45 000 déplacés", "45 000", "45000"),
        ("1,5 million de déplacés", "1,5 million", "1500000"),
        ("3 milliards", "3 milliards", "3000000000"),
        ("deux douzaines d'oeufs", "deux douzaines", "24"),
        ("une centaine d'oeufs", "une centaine", "100"),
        ("trois quarts du pays", "trois quarts", "0.75"),
        ("deux tiers d'un million", "deux tiers d'un million", "2000000/3"),
        ("sept virgule zéro deux", "sept virgule zéro deux", "7.02"),
        ("trois sur huit", "trois sur huit", "0.375"),
        ("moins douze degrés", "moins douze", "-12"),
        ("neuf vingt-cinquièmes", "neuf vingt-cinquièmes", "0.36"),
    ],
)
def test_french(text: str, words: str, value: str) -> None:
    one("fr", text, words, value)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("veintiún mil aldeas", "veintiún mil", "21000"),
        ("doscientas aldeas", "doscientas", "200"),
        ("treinta y cuatro aldeas", "treinta y cuatro", "34"),
        ("treintaicuatro aldeas", "treintaicuatro", "34"),
        ("setecientos mil millones", "setecientos mil millones", "700000000000"),
        ("dos millones y medio", "dos millones y medio", "2500000"),
        ("media docena de huevos", "media docena", "6"),
        ("1.234,56 litros", "1.234,56", "1234.56"),
        ("12.500 personas", "12.500", "12500"),
        ("2,5 millones", "2,5 millones", "2500000"),
        ("un centenar de casas", "un centenar", "100"),
        ("siete veintiunavos", "siete veintiunavos", "1/3"),
        ("cuatro doscientosavos", "cuatro doscientosavos", "0.02"),
        ("ocho coma cero cinco", "ocho coma cero cinco", "8.05"),
        ("menos once grados", "menos once", "-11"),
        ("tres de cada ocho", "tres de cada ocho", "0.375"),
    ],
)
def test_spanish(text: str, words: str, value: str) -> None:
    one("es", text, words, value)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("ثلاثة وأربعون بيتا", "ثلاثة وأربعون", "43"),
        ("أحد عشر بيتا", "أحد عشر", "11"),
        ("خمس عشرة قرية", "خمس عشرة", "15"),
        ("مئتان وستة بيوت", "مئتان وستة", "206"),
        ("مائتا بيت", "مائتا", "200"),
        ("ألفان وسبعمئة بيت", "ألفان وسبعمئة", "2700"),
        ("ألفي بيت", "ألفي", "2000"),
        ("ثلاثون ألفاً", "ثلاثون ألفاً", "30000"),
        ("مئة وأحد عشر بيتا", "مئة وأحد عشر", "111"),
        ("ثلاثة ملايين ونصف", "ثلاثة ملايين ونصف", "3500000"),
        ("١٢٬٥٠٠ بيت", "١٢٬٥٠٠", "12500"),
        ("٣٫٥ مليون", "٣٫٥ مليون", "3500000"),
        ("12,500 بيت", "12,500", "12500"),
        ("ثلاثة أرباع البيوت", "ثلاثة أرباع", "0.75"),
        ("خمس البيوت", "خمس", "0.2"),
        ("٣/٤ ٦", "٣/٤ ٦", "6.75"),
        ("خمس قرى", "خمس", "5"),
        ("سالب سبعة", "سالب سبعة", "-7"),
        ("تسعة فاصلة صفر خمسة", "تسعة فاصلة صفر خمسة", "9.05"),
    ],
)
def test_arabic(text: str, words: str, value: str) -> None:
    one("ar", text, words, value)


@pytest.mark.parametrize(
    ("lang", "text", "values"),
    [
        ("en", "rooms 12,14,16", [12, 14, 16]),
        ("en", "on 9/14/2031", [9, 14, 2031]),
        ("en", "at 10.0.0.7", [10, 0, 0, 7]),
        ("en", "812 0000", [812, 0]),
        ("en", "one, two and three", [1, 2, 3]),
        ("en", "three and four thousand", [3, 4000]),
        ("en", "7000 2 hundred and 3", [7000, 203]),
        ("en", "six out of four", [6, 4]),
        ("fr", "vingt et un ou trente", [21, 30]),
        ("es", "cinco o seis", [5, 6]),
        ("ar", "ثلاثة وأربعة", [3, 4]),
        ("ar", "٧٠٠ و ٢١٢", [700, 212]),
    ],
)
def test_numbers_side_by_side_stay_apart(lang: str, text: str, values: list[int]) -> None:
    assert [n.value for n in numerals(text, lang)] == values


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "the one who left"),
        ("en", "40km away"),
        ("en", "the 21st"),
        ("en", "the forty-first"),
        ("en", "3m tall"),
        ("en", "the A4 road"),
        ("en", "a house"),
        ("en", "9" * 400),
        ("fr", "l'un d'eux"),
        ("fr", "le vingt-cinquième jour"),
        ("fr", "le 2e jour"),
        ("es", "cada uno"),
        ("ar", "٤كم"),
        ("en", ""),
    ],
)
def test_what_only_looks_like_a_number_is_none(lang: str, text: str) -> None:
    assert numerals(text, lang) == []


def test_what_is_doubted_says_why() -> None:
    doubts = [(n.doubt, n.value) for n in candidates("the one at 40km, 3m tall")]
    assert doubts == [("pronoun", 1), ("glued", 40), ("unit", 3_000_000)]


def test_an_article_may_be_a_number() -> None:
    assert [n.doubt for n in numerals("un homme et une femme", "fr")] == ["article", "article"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("-5", [5]),
        ("5 MM", [5]),
        ("3 over 4", [3, 4]),
        ("12 300", [12, 300]),
        ("5 thousand and 300", [5000, 300]),
        ("12,300", []),
    ],
)
def test_a_bold_reading_keeps_its_parts(text: str, parts: list[int]) -> None:
    (numeral,) = numerals(text)
    assert [part.value for part in numeral.parts] == parts


def test_every_language_has_its_list() -> None:
    assert all(lexicon(lang).words for lang in LANGUAGES)


def test_a_language_without_a_list_is_refused() -> None:
    with pytest.raises(FileNotFoundError):
        numerals("один", "xx")
