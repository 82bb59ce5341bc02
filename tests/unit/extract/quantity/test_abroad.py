"""Counted numbers of languages that are not parsed: bands, bounds and units, and what counts nothing."""

from __future__ import annotations

import pytest

from dateline.extract.quantity.abroad import counts, unit_of

Count = tuple[str, int | None, int | None, str, str]


def read(text: str, lang: str) -> list[Count]:
    return [(text[n.start : n.end], n.low, n.high, n.quantifier, unit_of(text, n, lang)) for n in counts(text, lang)]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("fr", "Plus de 12 000 familles ont fui.", ("Plus de 12 000", 12_000, None, "more_than", "household")),
        ("fr", "au moins quarante-deux morts", ("au moins quarante-deux", 42, None, "more_than", "person")),
        ("fr", "environ 1,5 million de gens", ("environ 1,5 million", 1_500_000, 1_500_000, "approximately", "person")),
        ("fr", "des centaines de maisons", ("des centaines", 200, 999, "vague", "dwelling")),
        ("es", "Al menos veintiuna personas", ("Al menos veintiuna", 21, None, "more_than", "person")),
        ("es", "hasta 3.400 viviendas", ("hasta 3.400", None, 3400, "less_than", "dwelling")),
        ("es", "decenas de miles de familias", ("decenas de miles", 20_000, 99_999, "vague", "household")),
        ("ar", "أكثر من ١٢٬٥٠٠ شخص", ("أكثر من ١٢٬٥٠٠", 12_500, None, "more_than", "person")),
        ("ar", "حوالي ألفي عائلة", ("حوالي ألفي", 2000, 2000, "approximately", "household")),
        ("ar", "مئات الآلاف من السكان", ("مئات الآلاف", 200_000, 999_999, "vague", "person")),
    ],
)
def test_a_count_has_its_bounds_and_its_unit(lang: str, text: str, expected: Count) -> None:
    assert [(words.removeprefix("des "), *rest) for words, *rest in read(text, lang)] == [
        (expected[0].removeprefix("des "), *expected[1:])
    ]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "30 % du pays, 5 ans, n° 7, 40 km, à 10:30, un homme, la moitié, 3,5 points, moins cinq, pour cent"),
        ("es", "20 por ciento, 15 días, $ 400, una mujer, tres de cada diez, la mitad"),
        ("ar", "٣٠٪ خلال خمسة أيام، نصف السكان، ٤٠ كيلومترا"),
    ],
)
def test_shares_measures_and_articles_count_nothing(lang: str, text: str) -> None:
    assert counts(text, lang) == []
