"""The same times in four languages come to the same days."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.extract.draft import Timex
from dateline.extract.time import LANGUAGES, recognize, resolve

WEDNESDAY = date(2017, 3, 15)
SAID = [
    # What it comes to, then how English, Spanish, French and Arabic say it.
    (("2015-03-03", "2015-03-03"), "on 3 March 2015", "el 3 de marzo de 2015", "le 3 mars 2015", "في 3 مارس 2015"),
    (("2016-12-01", "2016-12-01"), "on 1 December", "el 1º de diciembre", "le 1er décembre", "في الأول من ديسمبر"),
    (("2016-10", "2016-10"), "in October", "en octubre", "en octobre", "في أكتوبر"),
    (("2017-03-12", "2017-03-12"), "on Sunday", "el domingo", "dimanche", "يوم الأحد"),
    (("2017-03-14", "2017-03-14"), "last night", "anoche", "hier soir", "الليلة الماضية"),
    (("2017-03-14", "2017-03-14"), "yesterday", "ayer", "hier", "أمس"),
    (("2017-03-13", "2017-03-13"), "two days ago", "hace dos días", "il y a deux jours", "قبل يومين"),
    (
        ("2017-03-01", "2017-03-15"),
        "over the past two weeks",
        "en las últimas dos semanas",
        "au cours des deux dernières semaines",
        "خلال الأسبوعين الماضيين",
    ),
    (("2017-03-06", "2017-03-12"), "last week", "la semana pasada", "la semaine dernière", "الأسبوع الماضي"),
    (("2017-02", "2017-02"), "last month", "el mes pasado", "le mois dernier", "الشهر الماضي"),
    (("2014", "2014"), "mid-2014", "a mediados de 2014", "mi-2014", "منتصف 2014"),
    (("2016-12", "2016-12"), "early December", "a principios de diciembre", "début décembre", "أوائل ديسمبر"),
    (
        ("2016-01", "2016-06"),
        "the first half of 2016",
        "la primera mitad de 2016",
        "la première moitié de 2016",
        "النصف الأول من 2016",
    ),
    (
        ("2016-07", "2016-09"),
        "the third quarter of 2016",
        "el tercer trimestre de 2016",
        "le troisième trimestre de 2016",
        "الربع الثالث من 2016",
    ),
    (
        ("2017-02-06", "2017-02-12"),
        "the second week of February",
        "la segunda semana de febrero",
        "la deuxième semaine de février",
        "الأسبوع الثاني من فبراير",
    ),
    (
        ("2016-03-03", "2016-04-07"),
        "between 3 March and 7 April 2016",
        "entre el 3 de marzo y el 7 de abril de 2016",
        "entre le 3 mars et le 7 avril 2016",
        "بين 3 مارس و7 أبريل 2016",
    ),
    (
        ("2015-11-18", "2016-02-19"),
        "from 18 November 2015 to 19 February 2016",
        "del 18 de noviembre de 2015 al 19 de febrero de 2016",
        "du 18 novembre 2015 au 19 février 2016",
        "من 18 نوفمبر 2015 إلى 19 فبراير 2016",
    ),
    (("2017-03-03", "2017-03-07"), "3-7 March", "del 3 al 7 de marzo", "du 3 au 7 mars", "من 3 إلى 7 مارس"),
    (("2011-03", None), "since March 2011", "desde marzo de 2011", "depuis mars 2011", "منذ مارس 2011"),
    (
        ("2016-10", None),
        "since the start of the campaign in October",
        "desde el inicio de la campaña en octubre",
        "depuis le début de la campagne en octobre",
        "منذ بداية الحملة في أكتوبر",
    ),
    ((None, "2017-03-05"), "until 5 March", "hasta el 5 de marzo", "jusqu'au 5 mars", "حتى 5 مارس"),
    ((None, "2017-02-23"), "as of 23 February", "al día de 23 de febrero", "en date du 23 février", "بحلول 23 فبراير"),
    ((None, "2010"), "before 2011", "antes de 2011", "avant 2011", "قبل عام 2011"),
    ((None, "2017-03-15"), "so far", "hasta ahora", "à ce jour", "حتى الآن"),
    (("1990", "1999"), "in the 1990s", "en los años 90", "dans les années 1990", "في التسعينيات"),
    (("1900", "1999"), "in the 20th century", "en el siglo XX", "au XXe siècle", "في القرن العشرين"),
    (("2015-12-25", "2015-12-25"), "Christmas 2015", "Navidad de 2015", "Noël 2015", "عيد الميلاد 2015"),
    (
        ("2016-03-25", "2016-03-25"),
        "Good Friday 2016",
        "Viernes Santo de 2016",
        "Vendredi saint 2016",
        "الجمعة العظيمة 2016",
    ),
]
EXTRA = [
    ("fr", "depuis une semaine", ("2017-03-08", None)),
    ("es", "desde hace una semana", ("2017-03-08", None)),
    ("fr", "dans la nuit de samedi à dimanche", ("2017-03-11", "2017-03-12")),
    ("es", "en la noche del sábado", ("2017-03-11", "2017-03-11")),
    ("ar", "صباح الخميس", ("2017-03-09", "2017-03-09")),
    ("ar", "في سبعينيات القرن الماضي", ("1970", "1979")),
]
"""What one language says in its own way."""
ORDER = ("en", "es", "fr", "ar")


def read(text: str, lang: str, anchor: date | None = WEDNESDAY) -> Timex:
    (mention,) = recognize(text, lang=lang)
    return resolve(mention, anchor, "published" if anchor else None)


@pytest.mark.parametrize(
    ("lang", "text", "days"),
    [
        pytest.param(lang, text, days, id=f"{lang}-{texts[0]}")
        for days, *texts in SAID
        for lang, text in zip(ORDER, texts, strict=True)
    ],
)
def test_the_same_days(lang: str, text: str, days: tuple[str | None, str | None]) -> None:
    timex = read(text, lang)
    assert (timex.first, timex.last) == days


@pytest.mark.parametrize(("lang", "text", "days"), EXTRA)
def test_what_a_language_says_in_its_own_way(lang: str, text: str, days: tuple[str | None, str | None]) -> None:
    timex = read(text, lang)
    assert (timex.first, timex.last) == days


def test_every_language_is_among_them() -> None:
    assert set(ORDER) == set(LANGUAGES)


@pytest.mark.parametrize(
    ("lang", "text", "kind", "value"),
    [
        ("en", "for three days", "duration", "P3D"),
        ("es", "durante tres días", "duration", "P3D"),
        ("fr", "pendant trois jours", "duration", "P3D"),
        ("ar", "لمدة ثلاثة أيام", "duration", "P3D"),
        ("en", "every Friday", "set", "XXXX-WXX-5"),
        ("es", "cada viernes", "set", "XXXX-WXX-5"),
        ("fr", "chaque vendredi", "set", "XXXX-WXX-5"),
        ("ar", "كل يوم جمعة", "set", "XXXX-WXX-5"),
        ("en", "every two weeks", "set", "P2W"),
        ("fr", "toutes les deux semaines", "set", "P2W"),
        ("en", "monthly", "set", "P1M"),
        ("es", "el 8 de marzo", "point", "XXXX-03-08"),
        ("en", "the first half of 2016", "interval", "2016-H1"),
        ("fr", "le troisième trimestre de 2016", "interval", "2016-Q3"),
        ("ar", "الأسبوع الثاني من فبراير", "interval", "2017-W06"),
        ("es", "en los años 90", "interval", "199"),
        ("fr", "au XXe siècle", "interval", "19"),
        ("en", "from March to May 2016", "interval", "2016-03/2016-05"),
    ],
)
def test_timex3_values(lang: str, text: str, kind: str, value: str) -> None:
    timex = read(text, lang)
    assert (timex.kind, timex.value) == (kind, value)


@pytest.mark.parametrize(
    ("lang", "text", "first"),
    [
        ("es", "el 8 de marzo", "--03-08"),
        ("fr", "depuis le 8 mars", "--03-08"),
        ("ar", "في 8 مارس", "--03-08"),
        ("fr", "la semaine dernière", None),
        ("ar", "يوم الأحد", None),
    ],
)
def test_without_an_anchor_nothing_is_invented(lang: str, text: str, first: str | None) -> None:
    assert read(text, lang, None).first == first


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("es", "En la aldea de Orvel había 2011 personas y 15 casas; uno de cada tres tuvo que irse."),
        ("es", "La reunión de los mil delegados será en la mañana."),
        ("fr", "Il a été tué avec 1995 habitants, et 2000 soldats sont partis."),
        ("fr", "Les sept familles ont marché le long de la mer."),
        ("ar", "قتل 2011 شخصا ونزح 15 شخصا"),
        ("ar", "قال والد الطفل إن أب الأسرة عاد"),
    ],
)
def test_what_is_no_time_is_left_alone(lang: str, text: str) -> None:
    assert recognize(text, lang=lang) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("في ٣ آذار/مارس ٢٠١٥ فرّ السكان", "٣ آذار/مارس ٢٠١٥"),
        ("في ٣ كانون الثاني/يناير ٢٠١٥ فرّ السكان", "٣ كانون الثاني/يناير ٢٠١٥"),
        ("وعادوا الأسبوعَ الماضي", "الأسبوعَ الماضي"),
        ("بالأسبوع الثاني من آذار", "الأسبوع الثاني من آذار"),
        ("وفي يوم الأحد عادوا", "يوم الأحد"),
    ],
)
def test_arabic_digits_double_names_vowel_signs_and_what_is_written_together(text: str, said: str) -> None:
    assert [mention.text for mention in recognize(text, lang="ar")] == [said]


def test_contractions_are_two_words_that_share_their_letters() -> None:
    (mention,) = recognize("les pluies du 3 mars 2015", lang="fr")
    assert mention.text == "3 mars 2015"
    (mention,) = recognize("les pluies du 3 au 7 mars 2015", lang="fr")
    assert mention.text == "du 3 au 7 mars 2015"


@pytest.mark.parametrize(("lang", "text"), [("en", "30 February 2015"), ("es", "30 de febrero"), ("fr", "30/02/2015")])
def test_a_date_that_no_calendar_has_is_found_and_not_placed(lang: str, text: str) -> None:
    timex = read(text, lang)
    assert (timex.kind, timex.first, timex.last, timex.value) == ("relative", None, None, None)


@pytest.mark.parametrize(
    ("lang", "text"),
    [("ar", "في شهر رمضان"), ("ar", "عيد الأضحى"), ("en", "last fiscal year"), ("fr", "l'année scolaire 2015")],
)
def test_other_reckonings_are_found_and_not_placed(lang: str, text: str) -> None:
    timex = read(text, lang)
    assert (timex.kind, timex.first, timex.last) == ("relative", None, None)
