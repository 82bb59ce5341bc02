"""Which places belong to which figure, and how: pages written for the project, read as a reader would."""

from __future__ import annotations

import pytest
from told import claims


def places(text: str) -> dict[str, list[tuple[str, str]]]:
    """(name, role) of the places of every figure, by the first word of the figure that has a digit, else its words."""
    found: dict[str, list[tuple[str, str]]] = {}
    for claim in claims(text):
        assert claim.figure is not None
        number = next((w for w in claim.figure.text.split() if w[0].isdigit()), claim.figure.text)
        found[number] = sorted((p.name, p.role) for p in claim.places)
    return found


def at(*names: str) -> list[tuple[str, str]]:
    return sorted((name, "at") for name in names)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a place before its figures leads them, a place behind them trails
        ("In Mopti, 31 houses were destroyed and 300 damaged.", {"31": at("Mopti"), "300": at("Mopti")}),
        (
            "In Mopti, 31 houses were destroyed, while in Segou, 36 houses were destroyed.",
            {"31": at("Mopti"), "36": at("Segou")},
        ),
        ("Storms killed 31 people in Mopti and 36 in Segou.", {"31": at("Mopti"), "36": at("Segou")}),
        (
            "Rain has damaged 700 homes and forced 3,600 people to flee in Mopti and Segou.",
            {"700": at("Mopti", "Segou"), "3,600": at("Mopti", "Segou")},
        ),
        (
            "Mopti has seen 10 deaths, while 19 people died in Segou.",
            {"10": at("Mopti"), "19": at("Segou")},
        ),
        (
            "In Mali, 12 people were killed and 90 were evacuated around Mopti.",
            {"12": at("Mali"), "90": at("Mali", "Mopti")},
        ),
        # lists, brackets, rows
        (
            "Dead: 9 (Kasese 6, Bundibugyo 3).",
            {"9": at("Kasese", "Bundibugyo"), "6": at("Kasese"), "3": at("Bundibugyo")},
        ),
        (
            "Rain killed 25 people: 12 in Mopti, eight in Segou and five in Sikasso.",
            {"25": [], "12": at("Mopti"), "eight": at("Segou"), "five": at("Sikasso")},
        ),
        # rows without a verb, each with the name right before it, listed or not
        ("Mopti recorded 21 of the deaths and Segou 16.", {"21": at("Mopti"), "16": at("Segou")}),
        (
            "Mopti is worst off with 96,300 displaced people, then Segou with 71,000 and Lobara with 20,200.",
            {"96,300": at("Mopti"), "71,000": at("Segou"), "20,200": at("Lobara")},
        ),
        # what is said of a part is not said of the others
        (
            "In Mali 12 people died, nine of them in Mopti, and 44 were injured.",
            {"12": at("Mali"), "nine": at("Mali", "Mopti"), "44": at("Mali")},
        ),
        # a line that opens with its place, and paragraphs under the name of a region
        (
            "Toll by region on 3 May:\nMopti – 13 dead, 104 injured\nSegou – 6 dead",
            {"13": at("Mopti"), "104": at("Mopti"), "6": at("Segou")},
        ),
        (
            "What the regions report\n\nMopti region. A house fell in; three people died.\n\n"
            "Segou region. Rescuers found two bodies in San. Six people were injured.",
            {
                "three people": at("Mopti region"),
                "two bodies": at("San", "Segou region"),
                "Six people": at("Segou region"),
            },
        ),
        (
            "Floods hit Mali.\nMopti hospital: 27 dead.\nOld clinic: 19 dead.\nNew clinic: 7 dead.",
            {"27": at("Mopti"), "19": at("Mali"), "7": at("Mali")},
        ),
        # a village that nobody lists, as what gunmen storm, floods hit, shells fall on
        (
            "Gunmen stormed Tanbelura, a farming village in northern Mali, and killed 12 people.",
            {"12": at("Tanbelura", "Mali")},
        ),
        ("Gunmen attacked Tanbelura and killed 12 people.", {"12": at("Tanbelura")}),
        ("Floods hit Tanbelura, killing 12 people.", {"12": at("Tanbelura")}),
        ("Shells fell on Tanbelura and killed 12 people.", {"12": at("Tanbelura")}),
        ("Rebels captured Johnson, and 12 people died.", {"12": []}),
        ("Kunar: 1,075 displaced, 27 dead", {"1,075": at("Kunar"), "27": at("Kunar")}),
        # what is nested goes together
        (
            "A mudslide killed 45 people in Huanuni, Oruro Department, Bolivia.",
            {"45": at("Huanuni", "Oruro Department", "Bolivia")},
        ),
        # a description in place of a name
        (
            "In Mopti 40 people died, but the flood has forced 4,000 people from their homes in the south.",
            {"40": at("Mopti"), "4,000": []},
        ),
    ],
)
def test_places_of_the_sentence(text: str, expected: dict[str, list[tuple[str, str]]]) -> None:
    assert places(text) == expected


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Salta Governor Ines Robledo said that 150 families were evacuated.", "150"),
        ("An activist in Mopti said that 150 people were killed.", "150"),
        ("The charity, based in Geneva, said that 150 people were killed.", "150"),
        ("Talks in Geneva ended as 150 people were killed.", "150"),
        ("DAKAR, May 4 – A ferry sank and 150 people drowned.", "150"),
        ("Soldiers of the army of Mali found 150 dead.", "150"),
    ],
)
def test_places_beside_what_happened_give_none(text: str, number: str) -> None:
    assert places(text)[number] == []


def test_reference_points_fall_away() -> None:
    text = "Shells killed 23 people in Ardamata, some 70 km north of Zalingei."
    assert places(text) == {"23": at("Ardamata")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 900 people fled Abs for Hajjah.", [("Abs", "from"), ("Hajjah", "to")]),
        ("Some 900 people left the town of Abs.", [("Abs", "from")]),
        ("Some 900 people were evacuated in Abs.", [("Abs", "at")]),
        ("Some 900 people were evacuated from Abs to Hajjah.", [("Abs", "from"), ("Hajjah", "to")]),
        ("Some 900 families returned to Sinjar from camps in Dohuk.", [("Dohuk", "from"), ("Sinjar", "to")]),
        ("Some 900 people were brought out of Abs.", [("Abs", "from")]),
        ("Some 900 people crossed into Uganda.", [("Uganda", "to")]),
        ("Shells killed 900 people in Abs.", [("Abs", "at")]),
        ("Some 900 people from Abs lost their homes in the flood.", [("Abs", "at")]),
    ],
)
def test_roles_follow_the_grammar(text: str, expected: list[tuple[str, str]]) -> None:
    assert places(text) == {"900": expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the telling goes on
        ("Shells killed 23 people in Abs on Monday. Some 48 others were wounded.", {"23": at("Abs"), "48": at("Abs")}),
        # a part has the place of its whole; what is told of a part moves nothing
        (
            "Strikes on Mopti killed 23 people. Fourteen of the dead were hit in Segou. Medics counted 48 wounded.",
            {"23": at("Mopti"), "48": at("Mopti")},
        ),
        # descriptions take up what was named
        (
            "A storm hit Mopti. In Segou, 31 people died. In the town 500 houses were destroyed.",
            {"31": at("Segou"), "500": at("Segou")},
        ),
        # a new place resets, another time and another thing carry nothing
        ("Shells killed 23 people in Abs. In Hajjah, 48 people died.", {"23": at("Abs"), "48": at("Hajjah")}),
        ("Shells killed 23 people in Abs. In 2009 a flood killed 480 people.", {"23": at("Abs"), "480": []}),
        ("Shells killed 23 people in Abs. Elsewhere 48 people were killed.", {"23": at("Abs"), "48": []}),
        # a total of a whole war has its country
        (
            "Shells fell in northern Yemen. They killed 23 people in Abs. The war has killed 70,000 people since 2014.",
            {"23": at("Abs"), "70,000": at("Yemen")},
        ),
        # a look back at another time ends no telling
        (
            "A quake struck Mopti on Monday. In 2009 a flood killed 23 people. Rescuers counted 48 dead.",
            {"23": [], "48": at("Mopti")},
        ),
        (
            "Mopti and Segou are the worst hit, with 160 and 91 houses destroyed respectively.",
            {"160": at("Mopti"), "91": at("Segou")},
        ),
        # a row whose verb is left out
        ("Mopti accounted for 160 of the deaths and Segou for 91.", {"160": at("Mopti"), "91": at("Segou")}),
        # a number of another scale is of a wider place
        ("A flood left 23 people dead in Abs. It has killed 9,000 people so far.", {"23": at("Abs"), "9,000": []}),
    ],
)
def test_places_are_carried_where_the_text_goes_on(text: str, expected: dict[str, list[tuple[str, str]]]) -> None:
    found = places(text)
    assert {number: found[number] for number in expected} == expected


def test_a_later_sentence_on_the_same_happening_tells_the_place_more_nearly() -> None:
    text = "A blast in Mosul killed 23 people on Monday. The blast hit the Dar al-Warda neighbourhood."
    assert places(text) == {"23": at("Mosul", "Dar al-Warda neighbourhood")}


def test_what_stood_south_of_a_place_moves_nothing_else_there() -> None:
    text = (
        "The battle for Mosul went on in Iraq. Soldiers detained 23 men at a site south of Mosul on Monday. "
        "The fighting has displaced 48,000 people."
    )
    modifiers = {c.figure.low: [p.modifier for p in c.places] for c in claims(text) if c.figure}
    assert modifiers[23] == ["south of"]
    assert "south of" not in modifiers[48_000]


def test_another_happening_does_not() -> None:
    text = "A blast in Mosul killed 23 people on Monday. Another blast hit the Dar al-Warda neighbourhood."
    assert places(text) == {"23": at("Mosul")}


def test_the_toll_of_one_place_does_not_tell_where_the_hurt_of_all_were() -> None:
    text = "A quake in Nepal killed 171 people and 812 were injured. The toll in Jajarkot rose to 118."
    assert places(text) == {"171": at("Nepal"), "812": at("Nepal"), "118": at("Jajarkot")}


def test_rows_whose_commas_are_lost_have_the_place_behind_each_number() -> None:
    text = "Jets killed 25 people including 9 in Orvel 8 in Hask 5 in Tarn 3 and Belmar."
    found = places(text)
    assert (found["8"], found["5"]) == (at("Hask"), at("Tarn"))


def test_who_left_for_a_place_does_not_tell_where_the_others_stay() -> None:
    text = "Some 1,950 people were sheltering in 26 schools, while another 600 had left for Kathmandu."
    assert places(text) == {"1,950": [], "600": [("Kathmandu", "to")]}


def test_what_contains_a_place_is_taken_where_the_text_says_so() -> None:
    text = "Shells fell on Saraqib in Idlib province. Some 23 people were killed in Saraqib."
    assert places(text) == {"23": at("Saraqib", "Idlib province")}


def test_a_figure_told_twice_has_the_nearest_telling_and_what_is_around_it() -> None:
    text = (
        "Shell kills 23 people in Mosul. A shell killed 23 people in the Dar al-Warda neighbourhood of Mosul, Iraq, "
        "doctors said."
    )
    assert places(text) == {"23": at("Dar al-Warda neighbourhood", "Mosul", "Iraq")}


@pytest.mark.parametrize(
    ("text", "number", "country"),
    [
        ("A mudslide killed 45 people in Huanuni.", "45", "BOL"),
        ("Luanda fire department said that 45 huts were destroyed.", "45", "AGO"),
        ("Indian officials said that 45 people were killed.", "45", "IND"),
        ("The quake killed 45 people.", "45", None),
        ("Floods hit Mali. Some 45 people were killed.", "45", "MLI"),
        ("Russian jets hit Idlib and Aleppo. In Vellamoor village they killed 45 people.", "45", "SYR"),
        ("Some 450 Syrian families have crossed into Turkey.", "450", "SYR"),
        ("Some 450 families returned to Burundi from Tanzania.", "450", "BDI"),
    ],
)
def test_country_from_a_word_of_the_text(text: str, number: str, country: str | None) -> None:
    (claim,) = [c for c in claims(text) if c.figure is not None and number in c.figure.text]
    assert claim.country == country


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Thursday the boat left Mopti. Nine people drowned.", []),
        ("On Thursday a bomb shook Mopti. Nine people were hurt.", at("Mopti")),
    ],
)
def test_what_happens_next_is_not_where_somebody_left(text: str, expected: list[tuple[str, str]]) -> None:
    assert list(places(text).values()) == [expected]


@pytest.mark.parametrize("party", ["a house party", "a party", "a birthday party"])
def test_a_celebration_is_no_body(party: str) -> None:
    (claim,) = claims(f"Ten people were hurt at {party} in Peoria, Illinois, on Sunday.")
    assert "Peoria" in {place.name for place in claim.places}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "- 121 people died in Mali.\n- 60 people are missing, 37 of them in Mopti.\n"
            "- 20 huts burnt, of which 17 fully.",
            {"121": at("Mali"), "60": at("Mali"), "37": at("Mopti"), "20": at("Mali"), "17": at("Mali")},
        ),
        ("Some 90 people, 12 of them children, were moved from Mopti.",
         {"90": [("Mopti", "from")], "12": [("Mopti", "from")]}),
        ("Ten people died in Gao, Mali. Aid reached Kampala, Uganda. The country hosts 900 refugees, "
         "more than any other in Africa.", {"Ten people": at("Gao", "Mali"), "900": at("Uganda")}),
        ("Floods killed 10 people in Mopti, Mali. The storm left through Gao on Friday. Some 300 people were "
         "evacuated.",
         {"10": at("Mopti", "Mali"), "300": at("Mopti", "Mali")}),
        ("Gunmen killed 10 people in Mopti. Soldiers fired tear gas in Segou; a student was shot dead.",
         {"10": at("Mopti"), "a student": at("Segou")}),
        ("Air strikes on Mopti markets kill 90 as battle for Segou widens.", {"90": at("Mopti")}),
    ],
)  # fmt: skip
def test_a_place_goes_to_what_it_is_said_of(text: str, expected: dict[str, list[tuple[str, str]]]) -> None:
    assert places(text) == expected
