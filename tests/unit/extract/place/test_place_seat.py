"""A town and the province of its name, a place and its namesakes, by what the page says of either."""

from __future__ import annotations

import pytest

from dateline.extract.draft import Toponym
from dateline.extract.parse import sentences_of
from dateline.extract.place import country_words, recognize, resolve
from dateline.extract.repair import repair

LAND = "Hail fell in Syria. "


def toponyms(text: str) -> list[Toponym]:
    working = repair(LAND + text)
    names = recognize(sentences_of(working))
    return resolve(names, [code for _, _, code in country_words(working.text)], working.text)[1:]


def precisions(text: str, name: str) -> list[str | None]:
    return [t.place.precision if t.place else None for t in toponyms(text) if t.name == name]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        # of both kinds the one that stands nearest before it, else behind it
        ("Fire in Raqqa. A mill burnt in the city of Raqqa. Raqqa province was calm.", "Raqqa", ["point", "point"]),
        ("Fire in Raqqa. Raqqa province was calm. A mill burnt in the city of Raqqa.", "Raqqa", ["adm1", "point"]),
        # where none is near what is told more, and before both the first
        (
            "The city of Raqqa has mills. The city of Raqqa has farms. Raqqa province was calm. "
            + "The millers of the hills went on with their work for days and nights. " * 4
            + "Hail hit Raqqa.",
            "Raqqa",
            ["point", "point", "point"],
        ),
        # villages lie in a province, another town in it
        ("Hail hit two villages in Raqqa. The city of Raqqa was calm.", "Raqqa", ["adm1", "point"]),
        ("A mill burnt in Saraqib in Idlib. The city of Idlib was calm.", "Idlib", ["adm1", "point"]),
        # what takes it up
        ("Hail hit Raqqa and Manbij. The two cities were dark. Raqqa province was calm.", "Raqqa", ["point"]),
        ("Hail hit Raqqa in spring. The province was dark. The city of Raqqa was calm.", "Raqqa", ["adm1", "point"]),
        # a province that is called the countryside of the town in it
        ("A mill burnt in Damascus. Hail hit farms in Damascus countryside.", "Damascus countryside", ["adm1"]),
        # its quarters, and whose capital it is
        ("A mill burnt in Daraa's Terrin neighbourhood. Daraa province was calm.", "Daraa", ["point"]),
        ("A mill burnt in Raqqa, the growers' capital. Raqqa province was calm.", "Raqqa", ["point"]),
    ],
)
def test_a_town_or_its_province_by_the_words_nearest(text: str, name: str, expected: list[str]) -> None:
    assert precisions(text, name) == expected


@pytest.mark.parametrize(
    ("text", "modifier", "kind"),
    [
        ("A mill burnt near the northern city of Homs.", "near", "near"),
        ("A mill burnt outside the capital Damascus.", "outside", "near"),
        ("A mill burnt west of Syria's second city Aleppo.", "west of", "direction"),
        ("A mill burnt some seven kilometres (four miles) from Manbij.", "miles from", "near"),
        ("A mill burnt in Binnish to the north of Idlib.", "north of", "direction"),
        ("A mill burnt in the north of Idlib.", "north of", "part"),
        ("A mill burnt in and around the northern city of Homs.", None, None),
        ("A mill burnt in the northern city of Homs.", None, None),
    ],
)
def test_what_blurs_a_place_may_stand_before_what_it_is_called(
    text: str, modifier: str | None, kind: str | None
) -> None:
    last = toponyms(text)[-1]
    assert (last.modifier, last.modifier_kind) == (modifier, kind)


def test_whose_city_it_is_has_not_what_blurs_the_city() -> None:
    found = {t.name: t.modifier for t in toponyms("A mill burnt near Syria's second city Aleppo.")}
    assert found == {"Syria": None, "Aleppo": "near"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A mill burnt in Hamidiyah village to the west of Quneitra city.", "Hamidiyah village"),
        ("A mill burnt in Al-Quriyah, some 50 km outside Homs.", "Al-Quriyah"),
        ("A mill burnt in the district of Zahra on Aleppo's western outskirts.", "Zahra"),
    ],
)
def test_a_namesake_far_from_where_the_text_puts_it_is_not_meant(text: str, name: str) -> None:
    assert precisions(text, name) == [None]


def test_a_quarter_of_a_town_is_no_province_of_another_country() -> None:
    found = toponyms("A mill burnt in the Salah al-Din district of Aleppo.")
    assert {t.country for t in found} == {"SYR"}
