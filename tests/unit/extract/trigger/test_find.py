"""Which word says what happened: the grammar of the sentence, headings, totals, lists, and what stands beside."""

from __future__ import annotations

import pytest
from told import drafts, read, terms


@pytest.mark.parametrize(
    ("text", "trigger", "by"),
    [
        ("Some 340 people were killed.", "killed", "verb"),
        ("The blast killed 340 people.", "killed", "verb"),
        ("Some 340 people have been forced to flee.", "flee", "verb"),
        ("Some 340 people are believed to have been killed.", "killed", "verb"),
        ("The deaths of 340 miners shook Orvel.", "deaths", "event"),
        ("Orvel counts 340 IDPs.", "IDPs", "noun"),
        ("Some 340 people are homeless.", "homeless", "state"),
        ("The death toll rose to 340.", "toll", "total"),
        ("Some 340 people are in relief camps.", "are", "phrase"),
        ("Killed: 340", "Killed", "label"),
        ("- 340 deaths confirmed by Civil Defence; many are missing.", "deaths", "noun"),
    ],
)
def test_the_word_and_its_finder_are_kept(text: str, trigger: str, by: str) -> None:
    (draft,) = drafts(text)
    assert (draft.trigger.text, draft.by) == (trigger, by)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 340 people displaced by the floods returned home.", [(340, "returned")]),
        ("Some 340 people displaced by the war were killed in a blast.", [(340, "killed")]),
        ("Some 340 people were fatally wounded.", [(340, "killed")]),
        ("The 340 villagers who had fled the war went back to Orvel.", [(340, "returned")]),
        ("Some 340 people, displaced since May, were evacuated on Sunday.", [(340, "evacuated")]),
        ("Some 340 people who fled Orvel are living in relief camps.", [(340, "in_relief_camp")]),
        ("The return of 340 displaced families was reported.", [(340, "returned")]),
        ("The evacuation of 340 wounded people began.", [(340, "evacuated")]),
    ],
)
def test_a_main_verb_wins_over_a_participle(text: str, expected: list[tuple[int, str]]) -> None:
    assert terms(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The blast killed 12 people and wounded 40.", [(12, "killed"), (40, "injured")]),
        ("Twelve people were killed and 40 wounded.", [(12, "killed"), (40, "injured")]),
        ("Twelve people died, 40 were hurt and nine are missing.", [(12, "killed"), (40, "injured"), (9, "missing")]),
        ("The storm left 12 dead, 40 injured and nine missing.", [(12, "killed"), (40, "injured"), (9, "missing")]),
        ("At least 12 dead, 40 hurt in Orvel blast", [(12, "killed"), (40, "injured")]),
        ("Orvel: 12 dead, 40 injured, nine missing.", [(12, "killed"), (40, "injured"), (9, "missing")]),
        ("Floods - 12 dead; 40 houses destroyed", [(12, "killed"), (40, "destroyed_housing")]),
        ("The storm killed 12 people, displaced 340 families and destroyed 90 houses.",
         [(12, "killed"), (340, "displaced"), (90, "destroyed_housing")]),
        ("It destroyed 90 houses and damaged another 200.", [(90, "destroyed_housing"),
                                                             (200, "partially_destroyed_housing")]),
        ("Ninety houses were destroyed and 200 damaged.", [(90, "destroyed_housing"),
                                                           (200, "partially_destroyed_housing")]),
        ("Twelve soldiers and 40 civilians were killed.", [(12, "killed"), (40, "killed")]),
        ("The blast killed 12 men, nine women and seven children.", [(12, "killed"), (9, "killed"), (7, "killed")]),
        ("Some 340 people were displaced: 200 in Orvel and 140 in Tarn.",
         [(340, "displaced"), (200, "displaced"), (140, "displaced")]),
        ("Killed: 12\nInjured: 40\nMissing: 9", [(12, "killed"), (40, "injured"), (9, "missing")]),
        ("- Houses destroyed: 90\n- Houses damaged: 200", [(90, "destroyed_housing"),
                                                          (200, "partially_destroyed_housing")]),
        ("Orvel (12 dead), Tarn (nine dead).", [(12, "killed"), (9, "killed")]),
        ("Mines killed 12 people in May and nine in June.", [(12, "killed"), (9, "killed")]),
    ],
)  # fmt: skip
def test_each_number_of_a_list_has_its_own(text: str, expected: list[tuple[int, str]]) -> None:
    assert terms(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The death toll rose to 41.", [(41, "killed")]),
        ("The death toll has climbed to at least 41.", [(41, "killed")]),
        ("The toll now stands at 41 dead.", [(41, "killed")]),
        ("Three more people died, bringing the death toll to 41.", [(3, "killed"), (41, "killed")]),
        ("This brings the number of displaced to 8,000.", [(8000, "displaced")]),
        ("The total number of homeless reached 8,000.", [(8000, "homeless")]),
        ("The number of people killed has passed 41.", [(41, "killed")]),
        ("The number of injured was put at 41.", [(41, "injured")]),
        ("The death toll was lowered to 41 from 52.", [(41, "killed"), (52, "killed")]),
        ("The number of people who fled exceeds 8,000.", [(8000, "forced_to_flee")]),
        ("The total number of houses destroyed is 41.", [(41, "destroyed_housing")]),
        ("Number of displaced: 8,000", [(8000, "displaced")]),
        ("Total displaced 8,000", [(8000, "displaced")]),
        ("Fatalities: 41", [(41, "killed")]),
    ],
)
def test_a_total_arrives_at_its_number(text: str, expected: list[tuple[int, str]]) -> None:
    assert terms(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BLAST KILLS 12 IN ORVEL", [(12, "killed")]),
        ("12 KILLED, 40 HURT IN ORVEL BLAST", [(12, "killed"), (40, "injured")]),
        ("THOUSANDS FLEE AS FLOODS HIT ORVEL", [(2000, "forced_to_flee")]),
        ("Thousands flee as floods hit Orvel", [(2000, "forced_to_flee")]),
        ("340 flee Orvel", [(340, "forced_to_flee")]),
        ("Thousands flee fighting in Orvel", [(2000, "forced_to_flee")]),
        ("Dozens die in Orvel", [(24, "killed")]),
        ("DOZENS DIE IN ORVEL", [(24, "killed")]),
        ("Thousands return to Orvel", [(2000, "returned")]),
        ("FLOODS DISPLACE 8,000 FAMILIES", [(8000, "displaced")]),
        ("QUAKE LEAVES 340 HOMELESS", [(340, "homeless")]),
        ("Dozens missing after boat sinks", [(24, "missing")]),
        ("Orvel floods: 12 dead", [(12, "killed")]),
        ("Orvel flood kills at least 12", [(12, "killed")]),
        ("More than 340 evacuated from Orvel", [(340, "evacuated")]),
        ("Death toll in Orvel rises to 41", [(41, "killed")]),
        ("DEATH TOLL RISES TO 41", [(41, "killed")]),
    ],
)
def test_headlines_are_read(text: str, expected: list[tuple[int, str]]) -> None:
    assert terms(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army moved 340 people on Sunday. It evacuated 200 of them by boat.", [(340, "relocated"),
                                                                                   (200, "evacuated")]),
        ("Some 340 people fled. Of them, 200 are living in relief camps.", [(340, "forced_to_flee"),
                                                                            (200, "in_relief_camp")]),
        ("Some 340 people fled. Another 200 are expected to follow.", [(340, "forced_to_flee"),
                                                                       (200, "forced_to_flee")]),
        ("Some 340 people were killed, 40 of them children.", [(340, "killed"), (40, "killed")]),
        ("Some 340 people were killed. Forty of them were children.", [(340, "killed"), (40, "killed")]),
        ("Some 340 people were displaced, of whom 200 returned.", [(340, "displaced"), (200, "returned")]),
        ("Some 340 people were killed, including 40 children.", [(340, "killed"), (40, "killed")]),
        ("Among the dead were 40 children.", [(40, "killed")]),
        ("Forty of the dead were children.", [(40, "killed")]),
        ("Two out of the 340 who fled died.", [(2, "killed"), (340, "forced_to_flee")]),
        ("Forty of those injured are in hospital.", [(40, "injured")]),
        ("Raids killed 167 people last year and 91 the year before.", [(167, "killed"), (91, "killed")]),
        ("On 3 May 340 families / 1,700 persons were pre-emptively evacuated.", [(340, "evacuated"),
                                                                                (1700, "evacuated")]),
        ("In Orvel District 1,700 people lost their homes; a further 230 live cut off behind the river.",
         [(1700, "homeless"), (230, "trapped")]),
        ("There were 12 deaths and 749 injured.", [(12, "killed"), (749, "injured")]),
    ],
)  # fmt: skip
def test_what_is_left_out_is_taken_from_before(text: str, expected: list[tuple[int, str]]) -> None:
    assert terms(text) == expected


@pytest.mark.xfail(strict=True, reason='the tagger takes the verb "risk" for a noun')
def test_what_the_tagger_mistakes_is_lost() -> None:
    assert terms("Some 340 families risk losing their homes.") == [(340, "homeless")]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The force has 340 soldiers in Orvel.", "nothing is said to have happened to those counted"),
        ("Some 340 soldiers attacked the town.", "nothing is said to have happened to those counted"),
        ("A force of 340 soldiers advanced on Orvel.", "nothing is said to have happened to those counted"),
        ("Some 340 aid workers are in Orvel.", "nothing is said to have happened to those counted"),
        ("Orvel has 340 inhabitants.", "nothing is said to have happened to those counted"),
        ("The town of 340 people lies on the Belo.", "nothing is said to have happened to those counted"),
        ("Some 340 people voted in Orvel.", "nothing is said to have happened to those counted"),
        ("The agency gave food to 340 families.", "nothing is said to have happened to those counted"),
        ("Some 340 trucks were destroyed.", "counts no people, households or dwellings (trucks)"),
        ("The storm destroyed 340 bridges.", "counts no people, households or dwellings (bridges)"),
        ("The flood hit 340 villages.", "counts no people, households or dwellings (villages)"),
        ("The storm killed 340 cows.", "counts no people, households or dwellings (cows)"),
        ("Some 340 attacks were reported.", "counts no people, households or dwellings (attacks)"),
    ],
)
def test_a_number_without_a_claim_says_why(text: str, reason: str) -> None:
    found, refused = read(text)
    assert found == []
    assert list(refused.values()) == [reason]


@pytest.mark.parametrize(
    "text",
    [
        "Half of the city was destroyed.",
        "He has two children.",
        "The fighting went on for three months.",
        "Some 3,000 hectares were burnt.",
        "Aid worth 4 million dollars was sent to the displaced.",
        "About 40 per cent of the displaced are children.",
        "Three in ten people fled.",
        "In 2015, people fled.",
        "A 14-year-old fled.",
        "A magnitude 7.2 quake struck 40 km from Orvel.",
        "On 12 May people fled the town.",
        "The 12th brigade was killed off.",
        "Call 0612-345-678 if you were displaced.",
        "Call +99 612 345 678 if you were displaced.",
        "The blast at 10:30 killed people.",
        "The second flood displaced people.",
        "The town, 40 miles north of Orvel, was evacuated.",
        "Resolution 2254 asks for the return of the displaced.",
        "The force sent 100,000 troops to retake Orvel from those who fled.",
        "They set up 40 camps for the displaced.",
        "The flood damaged 12 schools and nine bridges.",
        "The storm brought winds of 120 kph to the homeless.",
        "Some 300 tonnes of rice reached the displaced.",
        "One in five families fled.",
    ],
)
def test_what_counts_no_affected_people_gives_no_claim(text: str) -> None:
    assert drafts(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The number of people in shelters has fallen from 20,300 on 8 May to 11,500.",
         [(20300, "sheltered"), (11500, "sheltered")]),
        ("The number of people in camps rose to 11,500.", [(11500, "in_relief_camp")]),
        ("The number of people in detention stands at 900.", [(900, "detained")]),
        ("The number of people in the province rose to 900,000.", []),
        ("Some 9,000 people have fled. By Sunday the number had grown to 18,200.",
         [(9000, "forced_to_flee"), (18200, "forced_to_flee")]),
        ("Some 9,000 people have fled. The number of tents rose to 400.", [(9000, "forced_to_flee")]),
        ("Since the coup of February 2021 more than 180,000 people in Orvel have fled their homes.",
         [(180000, "forced_to_flee")]),
        ("After the storm of Sunday 3,000 families were evacuated.", [(3000, "evacuated")]),
        ("Most of the town's 90,000 residents have fled.", []),
        ("Nearly half of the town's 90,000 residents have left.", []),
        ("Half of the 340 people killed were women.", [(340, "killed")]),
        ("All of the 340 passengers died.", [(340, "killed")]),
        ("The landslide buried 12 people in Orvel.", [(12, "trapped")]),
        ("Twelve miners were buried when the slope gave way.", [(12, "trapped")]),
        ("A quarter of a million people fled.", [(250000, "forced_to_flee")]),
        ("Residents said they buried 38 people after the raid.", []),
        ("Five prisoners from each side were exchanged.", [(5, "other")]),
        ("40 rescuers from Tarn arrived on Monday.", []),
        ("The governor ordered 3,000 people in camps to go home.", [(3000, "returned")]),
    ],
)  # fmt: skip
def test_what_is_said_of_a_number_and_to_how_many(text: str, expected: list[tuple[int, str]]) -> None:
    assert [(d.quantity.low, d.term) for d in drafts(text)] == expected
