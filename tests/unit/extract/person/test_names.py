"""Whose name is masked, whose stays, and what is no person's name at all."""

from __future__ import annotations

import pytest

from dateline.extract.person import in_text


def masked(text: str) -> str:
    """The text with every found character as "█"."""
    letters = list(text)
    for span in in_text(text):
        letters[span.start : span.end] = "█" * (span.end - span.start)
    return "".join(letters)


PRIVATE = {
    "witness": ("{} said the wall fell on the market.", "Torvald Iskren"),
    "witness without a list": ("Far from the road stood {} with a lamp.", "Kesh Balomi"),
    "named": ("A man named {} counted 20 bodies.", "Tirfu"),
    "going by one name": ("The baker, who gave his name only as {}, fled.", "Yusuf"),
    "victim": ("Among the dead was {}, a farmer.", "Juno Partaki"),
    "victim of an office": ("The mayor of Loma Alta, {}, was killed on Sunday.", "Rosa Quirota"),
    "detained office-holder": ("Police confirmed the arrest of former minister {}.", "Dovan Merle"),
    "detainee": ("Soldiers detained {} on Tuesday.", "Halim Sorre"),
    "suspect": ("The suspect, {}, appeared in court.", "Vanko Ilgar"),
    "patient": ("Doctors treated {} for burns.", "Olena Brusk"),
    "relative": ("Her brother {} is missing.", "Anton"),
    "several relatives": ("His daughters {} slept in a tent.", "Layla"),
    "minor": ("{}, a 7-year-old girl, was pulled out.", "Lumi"),
    "nurse": ("Nurse {} counted nine deaths.", "Layla"),
    "doctor": ("Dr. {} asked for blood.", "Haddad"),
    "hospital director": ("The hospital director, {}, asked for blood.", "Teko Marwin"),
    "aid worker": ("Aid worker {} was evacuated.", "Nadir Kolsen"),
    "camp manager": ("{}, manager of the camp, said tents were short.", "Pila Dovran"),
    "reporter": ("{}, a reporter for the Beni Herald, saw it.", "Hana Iwu"),
    "form of address": ("Mr {} lost his cattle.", "Okello"),
    "activist": ("Activist {} filmed the strike.", "Omar Besh"),
    "nom de guerre of a fighter": ("A fighter called {} fired on the bridge.", "Abu Jarda"),
    "with particles": ("They buried {} at noon.", "Juana de la Vesta"),
    "with an initial": ("Neighbours recognised {} at once.", "Mirko J. Tanes"),
    "with an article": ("In the queue stood {} and her cart.", "Salwa al-Kerbi"),
    "hyphenated": ("Rescuers found {} under the roof.", "Jean-Marc Dovi"),
    "accents": ("Rescuers found {} under the roof.", "Inés Zábalo"),
    "decomposed accents": ("Rescuers found {} under the roof.", "Ine\u0301s Za\u0301balo"),
    "possessive": ("{}'s house was burned.", "Torvald Iskren"),
    "expert": ("The seismologist {} expects more.", "Anvar Sholto"),
}


@pytest.mark.parametrize(("text", "name"), PRIVATE.values(), ids=PRIVATE)
def test_a_private_name_is_masked_and_nothing_of_it_left(text: str, name: str) -> None:
    told = masked(text.format(name))
    assert name not in told
    assert not any(word in told for word in name.split() if len(word) > 2 and word[0].isupper())
    assert len(told) == len(text.format(name))


PUBLIC = (
    "President Maria Vidal said 1,200 families fled.",
    "Army spokesman Colonel Pedro Rojas said 300 people were evacuated.",
    "The head of the national council, Ivo Kandar, denied it.",
    "Livia Storn, the mayor of Riberalta, confirmed 35 injured.",
    "Anne Weberlin, a spokeswoman for UNHCR, said 5,000 crossed.",
    "Interior Minister Ivo Kandar told reporters that 300 returned.",
    "Prime Minister Dr. Wael Torvan condemned it.",
    "Observatory director Rami Sadel Torv said 20 died.",
    "Rami Sadel Torv director of the Observatory said 20 died.",
    "Presidents Ivo Kandar and Maria Vidal met in Trinidad.",
    "Forces of the Kandar Torv regime shelled the town.",
    "Council member Pila Dovran voted against it.",
)


@pytest.mark.parametrize("text", PUBLIC)
def test_who_bears_an_office_stays(text: str) -> None:
    assert masked(text) == text


def test_a_public_name_stays_wherever_the_page_has_it() -> None:
    text = "Ivo Kandar came late. Governor Ivo Kandar said 40 died. Kandar left. It was Kandar's third visit."
    assert masked(text) == text


def test_who_is_told_to_be_private_is_masked_although_the_name_is_a_public_ones() -> None:
    told = masked("Governor Ivo Kandar spoke. Ivo Kandar, a baker of the same name, lost his shop.")
    assert told.startswith("Governor Ivo Kandar spoke. ██████████, a baker")


NO_PERSONS = (
    "The Syrian Observatory for Human Rights and Human Rights Watch counted 40 dead.",
    "Fighting went on in Karm Zeitoun, Tal Refaat and Deir Hafer.",
    "The village of Loma Verdosa and the Torvan Iskel district were flooded.",
    "Hurricane Maria and Typhoon Haiyan killed thousands.",
    "The Free Iskren Army and the Torvald Brigade clashed near Beni.",
    "Dozens Killed in Market Strike as Army Advances",
    "On Tuesday Saudi Arabia and South Sudan sent tents.",
    "The United Nations Security Council met in New York.",
    "Al Noor Television and the Beni Herald reported floods.",
    "A town called Iskren was cut off.",
    "Latest News Read Also Share This Page",
    "By Monday evening 300 people had left.",
)


@pytest.mark.parametrize("text", NO_PERSONS)
def test_places_bodies_and_headlines_are_no_persons(text: str) -> None:
    assert masked(text) == text


def test_a_name_is_masked_in_every_form_the_page_gives_it() -> None:
    text = (
        "TORVALD ISKREN TELLS OF FLIGHT\n\n"
        "Torvald Iskren, a baker, fled. Iskren's shop burned. “Torvald was lucky,” a neighbour said.\n"
        "Photo: Torvald_Iskren.jpg, posted by torvaldiskren"
    )
    told = masked(text)
    assert "iskren" not in told.lower()
    assert "torvald" not in told.lower()


def test_a_part_of_a_name_that_is_a_place_stays_where_it_is_one() -> None:
    assert masked("Maria Santos, a nurse, fled to the village of Santos.").endswith("fled to the village of Santos.")


def test_names_in_a_list_are_all_masked() -> None:
    assert masked("Her daughters Layla, Noor and Tirzu slept.") == "Her █████████ █████, ████ and █████ slept."


BYLINES = (
    "By {}\nFloods hit Beni.",
    "By {} and Jana Roe\nFloods hit Beni.",
    "Reporting by {}; editing by Jana Roe",
    "Photo: {} / AFP",
    "(Writing by {}, London)",
    "Floods hit Beni. By {} in Trinidad",
)


@pytest.mark.parametrize("text", BYLINES)
@pytest.mark.parametrize("name", ["Dario Menko", "DARIO MENKO"])
def test_bylines_are_masked(text: str, name: str) -> None:
    assert name not in masked(text.format(name))


def test_a_body_in_a_byline_stays() -> None:
    assert masked("By Agence France-Presse\nFloods hit Beni.") == "By Agence France-Presse\nFloods hit Beni."


@pytest.mark.parametrize("text", ["", " ", "█", "\n\n\n", "12", "'s", "A.B.", "O'", "al-", "é" * 50, "A " * 300])
def test_any_text_is_read(text: str) -> None:
    assert all(0 <= span.start < span.end <= len(text) for span in in_text(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mr Tran said that 30 homes burned.", "Tran"),
        ("One of them, Abdi, counted 60 dead.", "Abdi"),
        ("Two men were freed. One of them, Zelkar, wept.", "Zelkar"),
    ],
)
def test_one_word_is_a_name_where_only_a_person_can_stand(text: str, name: str) -> None:
    """Though a large town may be called so."""
    assert [span.of(text) for span in in_text(text)] == [name]


@pytest.mark.parametrize("text", ["They fled two villages. One of them, Zelkar, burned.", "One of these, Goma, fell."])
def test_one_of_several_places_keeps_its_name(text: str) -> None:
    assert in_text(text) == []
