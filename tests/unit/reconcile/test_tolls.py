"""What one page says of an incident's toll, and what pages say together."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made_claims import TOWN, figure, told
from made_pages import DAY, harm, page, settled, toll

from dateline.model import Excerpt, ResolvedPlace, Span
from dateline.model.situation import Reported
from dateline.reconcile import places_named

FAR_TOWN = ResolvedPlace("test", "13", "Dunrel", "VAR", "Velda", 5.0, 6.5, "point")


@pytest.mark.parametrize(
    ("sentence", "phrases", "expected"),
    [
        ("A boy and a woman were killed.", ["A boy", "a woman"], 2),
        ("A man, 40, and another man were killed.", ["A man", "another man"], 2),
        ("A man was killed; the man was a miner.", ["A man", "the man"], 1),
        ("A 6-year-old girl was killed, the child's aunt said of the girl.", ["A 6-year-old girl", "the girl"], 1),
        ("A 6-year-old girl and a 9-year-old girl died.", ["A 6-year-old girl", "a 9-year-old girl"], 2),
        ("He killed his wife and then himself.", ["his wife", "himself"], 2),
        ("He shot and killed his brother and then himself.", ["his brother", "himself"], 2),
        ("A teen shot and killed himself.", ["A teen", "himself"], 1),
        ("A husband and father was killed.", ["A husband", "father"], 1),
        ("A father and son were killed.", ["A father", "son"], 2),
        ("A teacher, her son, and himself: he killed all.", ["A teacher", "her son", "himself"], 3),
        ("He killed his boy, the court said. He killed himself.", ["his boy", "himself"], 2),
        ("A 22-month-old boy was killed. The 2-year-old boy died.", ["A 22-month-old boy", "The 2-year-old boy"], 1),
        ("A 5-month-old girl died. A 9-month-old girl died.", ["A 5-month-old girl", "A 9-month-old girl"], 2),
        ("A 5-month-old girl died. The 2-year-old girl died.", ["A 5-month-old girl", "The 2-year-old girl"], 2),
        ("A miner was killed. His wife and the miner met at school.", ["A miner", "the miner"], 1),
        ("A miner was killed and the crew, and a miner was killed.", ["A miner", "a miner"], 2),
        ("A third person has died.", ["A third person"], 3),
        ("A man was killed. A 4th victim died.", ["A man", "A 4th victim"], 4),
        ("A second-grader was killed.", ["A second-grader"], 1),
        ("The student died. The teacher died.", ["The student", "The teacher"], 2),
        ("The officer died. The driver was dead.", ["The officer", "The driver"], 1),
    ],
)
def test_persons_told_one_by_one_are_counted_together_and_never_twice(
    sentence: str, phrases: list[str], expected: int
) -> None:
    assert toll(page(sentence, *((phrase, None, "killed") for phrase in phrases))) == expected


def test_persons_told_one_by_one_are_at_least_so_many() -> None:
    claims = page("A boy and a woman were killed.", ("A boy", None, "killed"), ("a woman", None, "killed"))
    (situation,) = settled(claims)
    (row,) = situation.series
    assert (row.low, row.best, row.high) == (2, 2, None)


def test_others_count_beside_those_before_them() -> None:
    phrases = (("A nurse", None, "killed"), ("two others", 2, "killed"))
    assert toll(page("A nurse and two others were killed.", *phrases)) == 3


@pytest.mark.parametrize(
    ("sentence", "phrases"),
    [
        ("Two men and a woman were killed.", (("Two men", 2, "killed"), ("a woman", None, "killed"))),
        ("A woman and her two sons were killed.", (("A woman", None, "killed"), ("two sons", 2, "killed"))),
        ("He killed two before taking his own life.", (("two", 2, "killed"), ("his own life", None, "killed"))),
    ],
)
def test_one_joined_to_some_counts_beside_them(sentence: str, phrases: tuple[tuple[str, int | None, str], ...]) -> None:
    assert toll(page(sentence, *phrases)) == 3


def test_another_without_a_noun_may_be_told_again() -> None:
    first = page("One is dead and another in hospital.", ("another", None, "injured"))
    again = page("Another woman was taken to a clinic.", ("Another woman", None, "injured"), name="p")
    again = [replace(one, claim=replace(one.claim, claim_id="p-9")) for one in again]
    assert toll([*first, *again], "injured") == 1


def test_whoever_dies_is_no_longer_injured() -> None:
    hurt = page("A 30-year-old man was wounded.", ("A 30-year-old man", None, "injured"), name="p")
    died = page("A 30-year-old man died.", ("A 30-year-old man", None, "killed"), name="q", published="2031-03-17")
    assert (toll([*hurt, *died]), toll([*hurt, *died], "injured")) == (1, 0)
    other = page("A 19-year-old man died.", ("A 19-year-old man", None, "killed"), name="q", published="2031-03-17")
    assert toll([*hurt, *other], "injured") == 1


def test_police_count_the_dead_of_a_crime_and_a_government_at_war_does_not_alone() -> None:
    sentence = "Five people were killed."
    assert toll(page(sentence, ("Five people", 5, "killed"), by="Mirava police", kind="government")) == 5
    assert toll(page(sentence, ("Five people", 5, "killed"), by="The ministry", kind="government")) is None


def test_where_police_count_the_dead_officials_are_no_party_to_fighting() -> None:
    said = page("Five people were killed.", ("Five people", 5, "killed"), by="Officials", kind="government")
    assert toll(said) is None
    hurt = page("Two men were wounded.", ("Two men", 2, "injured"), by="Mirava police", kind="government", name="q")
    assert toll([*said, *hurt]) == 5


def test_the_newest_toll_of_one_kind_of_source_is_best_where_pages_contradict_each_other() -> None:
    days = ("2031-03-15", "2031-03-16", "2031-03-17")
    told_ = [
        one for number, (count, day) in enumerate(zip(("Three", "Three", "Two"), days, strict=True))
        for one in page(
            f"{count} people were killed at the fair, page {number} tells.",
            (f"{count} people", 2 if count == "Two" else 3, "killed"), name=f"p{number}", published=day,
            publisher=f"Herald {number}",
        )
    ]  # fmt: skip
    assert toll(told_) == toll(told_[1:]) == 2
    assert toll(told_[:2]) == 3


def test_pages_that_name_the_same_street_and_town_tell_of_one_incident() -> None:
    first = "Two women died at a market in Dorrel Street near Amberlin on their way home from work."
    second = "Two were killed at Amberlin when a shell hit the market stalls of Dorrel Street at noon."
    one = page(first, ("Two women", 2, "killed"), at=None, name="p")
    other = page(second, ("Two", 2, "killed"), at=None, on=None, name="q")
    assert len(settled([*one, *other])) == 1


def test_pages_days_and_towns_apart_tell_of_two() -> None:
    one = page("Two women died in Mirava.", ("Two women", 2, "killed"), at=TOWN, name="p")
    far = page("Two women died in Dunrel.", ("Two women", 2, "killed"), at=FAR_TOWN, name="q")
    late = page("Two women died in Mirava.", ("Two women", 2, "killed"), name="r", on="2031-03-29")
    late = [replace(late[0], published="2031-03-29")]
    assert len(settled([*one, *far])) == 2
    assert len(settled([*one, *late])) == 2


@pytest.mark.parametrize(("masked", "expected"), [(True, 2), (False, 1)])
def test_names_of_private_persons_bring_no_pages_together(masked: bool, expected: int) -> None:
    sentences = (
        "Two friends of Dela Norren and of Omar Teldrim died when they were on their way to the coast.",
        "Two died, said neighbours of Dela Norren and of Omar Teldrim, who had left with them for a wedding.",
    )
    pages = []
    for name, sentence in zip("pq", sentences, strict=True):
        (one,) = page(sentence, ("Two", 2, "killed"), at=None, name=name, on=None)
        starts = [(sentence.index(person), len(person)) for person in ("Dela Norren", "Omar Teldrim")]
        persons = tuple(Span(start, start + length) for start, length in starts) if masked else ()
        pages.append(replace(one, claim=replace(one.claim, persons=persons)))
    assert len(settled(pages)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A clash in Amberlin left two dead.", {"amberlin"}),
        ("DUNREL - Two died near Castle Dorrel.", {"dunrel", "castle", "dorrel"}),
        ("Amberlin police said so.", {"amberlin"}),
        ("It was in Norren's flat.", set()),
        ("Dela Norren died.", set()),
    ],
)
def test_places_are_named_by_the_words_around_them(text: str, expected: set[str]) -> None:
    assert places_named(text) == expected


def test_what_two_pages_share_with_a_third_does_not_chain_days_into_weeks() -> None:
    words = (
        "In the morning shells fell again on the stalls of Granary Square "
        "and on the end of Weaver Lane close to the old Mint"
    )
    days = ("2031-03-01", "2031-03-03", "2031-03-06", "2031-03-09")
    found = settled([harm(12, day, day, published=day, document=day, words=f"{words}, on {day}") for day in days])
    spans = [(one.start, one.end) for one in found]
    assert ("2031-03-01", "2031-03-09") not in spans
    assert sum(len(one.roles) for one in found) == len(days)


def test_a_page_that_tells_of_two_days_tells_of_two_events() -> None:
    words = "on the stalls of Granary Square and on the end of Weaver Lane close to the old Mint"
    monday = harm(24, "a", "2031-03-10", document="p", published="2031-03-11", words=f"First they fell {words}")
    tuesday = harm(5, "b", "2031-03-11", document="p", published="2031-03-11", words=f"Then they fell {words}")
    title = "Granary Square: stalls burn to the ground"
    assert len(settled([replace(one, title=title) for one in (monday, tuesday)])) == 2


@pytest.mark.parametrize(("phrase", "high"), [("six people", 6), ("six of the dead", None)])
def test_a_part_whose_whole_is_told_of_more_is_the_incidents_own_toll(phrase: str, high: int | None) -> None:
    whole = harm(32, "w", document="p", at="everywhere", country="OTH")
    part = harm(figure(6, text=phrase), "a", document="p", part_of="w")
    (row,) = [row for one in settled([whole, part]) for row in one.series if "a" in row.claims]
    assert (row.low, row.best, row.high) == (6, high, high)


def test_civilians_are_no_part_of_the_fighters_killed_beside_them() -> None:
    fighters = harm(figure(31, text="31 fighters"), "a", document="p")
    (one,) = settled([fighters, harm(figure(8, text="eight civilians"), "b", document="p")])
    assert {(row.whom, row.best) for row in one.series} == {("fighters", 31), ("civilians", 8)}


def test_figures_that_one_number_satisfies_are_no_part_of_each_other() -> None:
    dozens = harm(figure(24, 99, "vague"), "a", document="p", by="The mayor")
    (one,) = settled([dozens, harm(figure(20, None), "b", document="p")])
    assert not any("part" in role.reason for role in one.roles)


@pytest.mark.parametrize(("words", "contradictions"), [("An initial toll was 5", 0), ("The toll was 5, it said", 1)])
def test_an_earlier_toll_on_the_page_is_no_contradiction(words: str, contradictions: int) -> None:
    late = harm(12, "a", document="p", by="A reporter")
    (one,) = settled([late, harm(5, "b", document="p", by="The police", words=words)])
    assert len(one.contradictions) == contradictions
    if not contradictions:
        assert one.series[-1].best == 12


@pytest.mark.parametrize(("town", "expected"), [("Dunrel", 2), (None, 1)])
def test_what_two_places_of_one_page_share_is_the_page_and_no_event(town: str | None, expected: int) -> None:
    def of_the_page(name: str, number: int, term: str, at: ResolvedPlace | str | None, on: str | None) -> Reported:
        words = f"Shells fell on the Granary of Velda, {number} were told of"
        one = told(number, term=term, measure="flow", on=on, at=at, claim_id=name, document="p", words=words)
        named = frozenset({"@velda", "@dunrel", "@mirava", "@granary"})
        return replace(one, published=DAY, title="Shells hit markets of Velda province", words=named)

    here = of_the_page("a", 3, "killed", TOWN, DAY)
    there = of_the_page("b", 6, "injured", FAR_TOWN if town else None, DAY if town else None)
    assert len(settled([here, there])) == expected


def test_of_two_told_in_one_sentence_the_other_one_has_not_died() -> None:
    phrases = (("Man", None, "killed"), ("boy", None, "injured"))
    assert toll(page("Man killed, boy injured at the fair", *phrases), "injured") == 1


def test_one_death_is_that_of_one_injured_person() -> None:
    men = (("A 20-year-old man", None, "injured"), ("a 30-year-old man", None, "injured"))
    hurt = page("A 20-year-old man and a 30-year-old man were wounded.", *men, name="p")
    died = page("A man died.", ("A man", None, "killed"), name="q", published="2031-03-17")
    assert (toll([*hurt, *died]), toll([*hurt, *died], "injured")) == (1, 1)


def test_what_one_sentence_tells_apart_bounds_and_what_several_tell_counts() -> None:
    one = page("A boy and a woman were killed.", ("A boy", None, "killed"), ("a woman", None, "killed"))
    (row,) = settled(one)[0].series
    assert (row.low, row.best, row.high) == (2, 2, None)
    told = [*page("A boy was killed.", ("A boy", None, "killed"))]
    more = page("The woman, 40, died.", ("The woman", None, "killed"))
    apart = [replace(one, claim=replace(one.claim, claim_id="p-later")) for one in more]
    (row,) = settled([*told, *apart])[0].series
    assert (row.low, row.best, row.high) == (1, 2, None)


def test_persons_told_far_apart_on_a_page_may_be_of_two_deeds() -> None:
    first = page("A boy was killed.", ("A boy", None, "killed"))
    (woman,) = page("The woman, 40, died.", ("The woman", None, "killed"))
    for gap, expected in ((2, 2), (400, 1)):
        start = len("A boy was killed.") + gap
        excerpt = replace(woman.claim.excerpt, start=start, end=start + 20)
        assert woman.claim.figure is not None
        spot = replace(woman.claim.figure, start=start, end=start + 9)
        later = replace(woman, claim=replace(woman.claim, claim_id="p-later", excerpt=excerpt, figure=spot))
        assert toll([*first, later]) == expected


def test_the_page_that_counts_one_too_many_is_outvoted() -> None:
    told = page("A resident, 30, was killed.", ("A resident", None, "killed"))
    apart = page("The resident, 40, died.", ("The resident", None, "killed"))
    apart = [replace(one, claim=replace(one.claim, claim_id="p-later")) for one in apart]
    assert toll([*told, *apart]) == 2
    others = [page(f"A resident was killed in {x}.", ("A resident", None, "killed"), name=x, publisher=x) for x in "qr"]
    assert toll([*told, *apart, *(claim for other in others for claim in other)]) == 1


def test_whoever_tells_of_one_of_them_takes_back_no_toll() -> None:
    first = page("Six people were hurt.", ("Six people", 6, "injured"), by="police", kind="government")
    later = {"by": "police", "kind": "government", "name": "q", "published": "2031-03-18"}
    told = page("A miner lost a hand.", ("A miner", None, "injured"), **later)
    (situation,) = settled([*first, *told])
    assert [row.best for row in situation.series if row.term == "injured"][-1] == 6
    assert {role.role for role in situation.roles} <= {"recommended", "triangulation"}


def test_a_third_victim_may_be_the_third_of_dead_and_hurt() -> None:
    sentence = "A miner and a guard were killed; a third victim was wounded."
    both = [("A miner", None, "killed"), ("a guard", None, "killed"), ("a third victim", None, "injured")]
    assert toll(page(sentence, *both), "injured") == 1
    assert toll(page("A third victim was wounded.", ("A third victim", None, "injured")), "injured") == 3


def test_some_of_the_victims_are_at_least_so_many() -> None:
    some = ("Three of the victims", 3, "injured")
    released = page("Three of the victims went home.", some, by="Mirava hospital", kind="government")
    assert toll(released, "injured") == 3, "nobody counts more"
    every = page("Five people were hurt.", ("Five people", 5, "injured"), name="q", publisher="The Mirror")
    assert toll([*released, *every], "injured") == 5, "of the five"
    (situation,) = settled([*released, *every])
    assert not situation.contradictions


@pytest.mark.parametrize(
    ("told", "best"),
    [
        ("Detectives seek a driver after five people were killed in a robbery.", 5),
        ("The coroner named them after five people were killed.", 5),
        ("Shells fell on a market and five people were killed.", None),
        ("Robberstown mourns, five people were killed.", None),
    ],
)
def test_whoever_governs_is_no_party_to_a_crime(told: str, best: int | None) -> None:
    said = page(told, ("five people", 5, "killed"), by="Officials", kind="government")
    assert toll(said) == best


def test_a_title_may_tell_that_it_is_a_crime() -> None:
    said = page("Five people were killed.", ("Five people", 5, "killed"), by="Officials", kind="government")
    assert toll([replace(one, title="Drive-by in Mirava") for one in said]) == 5


def test_a_pages_word_is_its_largest_figure() -> None:
    """Deputies counted two of them in the barn, the page three: the larger one holds the smaller, whoever is cited."""
    three = page("Three people were killed.", ("Three people", 3, "killed"), name="p-all")
    two = page("Two people lay dead in the barn.", ("Two people", 2, "killed"), by="deputies", kind="government")
    one_page = [replace(one, claim=replace(one.claim, document_id="p")) for one in (*three, *two)]
    assert toll(one_page) == 3
    other = page("Two people were killed.", ("Two people", 2, "killed"), name="q", publisher="The Mirror")
    more = page("Two people are dead.", ("Two people", 2, "killed"), name="r", publisher="The Crier")
    assert toll([*one_page, *other, *more]) == 2, "the newest page's"


def test_himself_counts_beside_those_told_before_him() -> None:
    after = "He killed three people and himself."
    assert toll(page(after, ("three people", 3, "killed"), ("himself", None, "killed"))) == 4
    before = "He shot a miner and himself; neighbours found the three dead."
    phrases = ("a miner", None, "killed"), ("himself", None, "killed"), ("three dead", 3, "killed")
    assert toll(page(before, *phrases)) == 3


def test_what_a_page_repeats_word_for_word_is_its_word_too() -> None:
    sentence = "Eight people were wounded at the fair in Mirava on Saturday, the mayor said."
    first = page(sentence, ("Eight people", 8, "injured"), name="p")
    again = page(sentence, ("Eight people", 8, "injured"), name="q")
    part = page("Two are in hospital.", ("Two", 2, "injured"), name="q2")
    own = [replace(one, claim=replace(one.claim, document_id=again[0].claim.document_id)) for one in part]
    (situation,) = settled([*first, *again, *own])
    assert situation.contradictions == ()
    assert situation.series[-1].best == 8


def test_there_are_as_many_killed_as_killed_men() -> None:
    days = ("2031-03-15", "2031-03-16", "2031-03-17")
    men = [
        one for number, day in enumerate(days[:2])
        for one in page(f"Four men died, page {number} has.", ("Four men", 4, "killed"), name=f"m{number}",
                        published=day, publisher=f"Herald {number}")
    ]  # fmt: skip
    three = page("Two victims died.", ("Two victims", 2, "killed"), name="t", published=days[2], publisher="Post")
    four = page("Four people died.", ("Four people", 4, "killed"), name="f", published=days[1], publisher="Mail")
    (situation,) = settled([*men, *three, *four])
    rows = [row for row in situation.series if row.whom is None]
    assert rows[-1].best == 2, "the newest of those who count all"
    assert situation.contradictions, "two in all, and four of them men"


@pytest.mark.parametrize(("on_one_page", "expected"), [(False, 1), (True, 2)])
def test_a_page_that_dates_its_incident_by_the_arrest_is_put_together_with_the_others(
    monkeypatch: pytest.MonkeyPatch, on_one_page: bool, expected: int
) -> None:
    monkeypatch.setattr("dateline.reconcile.joining.likeness", lambda *_: (0.9, ["told in the same words"]))
    first = page("Two people were killed in Mirava.", ("Two people", 2, "killed"), name="p")
    arrest = page("Two people were killed in Mirava.", ("Two people", 2, "killed"), name="q", on="2031-03-24")
    short = Excerpt("Two people were killed.", 0, 23)
    arrest = [replace(one, claim=replace(one.claim, excerpt=short)) for one in arrest]
    if on_one_page:
        arrest = [replace(one, claim=replace(one.claim, document_id="p")) for one in arrest]
    assert len(settled([*first, *arrest])) == expected


def test_the_last_row_of_all_people_hears_who_counts_some_of_them_later() -> None:
    first = harm(figure(2, None, text="at least two people"), "a", published="2031-03-15")
    later = harm(figure(2, text="two men"), "b", published="2031-03-16", publisher="The Post")
    (situation,) = settled([first, later])
    rows = [row for row in situation.series if row.whom is None]
    assert [(row.end, row.low, row.best) for row in rows] == [("2031-03-15", 2, None), ("2031-03-16", 2, 2)]
    assert rows[-1].claims == ("b",)


@pytest.mark.parametrize(("fate", "left"), [("is in hospital", 0), ("is expected to live", 1)])
def test_whoever_was_expected_to_live_is_not_the_dead_one_of_another_page(fate: str, left: int) -> None:
    hurt = page(f"A man {fate}.", ("A man", None, "injured"), name="p")
    dead = page("A man was shot dead.", ("A man", None, "killed"), name="q", published="2031-03-16")
    assert toll([*hurt, *dead], "injured") == left


def test_a_mishap_is_no_fighting_in_which_its_police_were_a_party() -> None:
    chief = {"by": "Chief Belo Kanst", "kind": "government"}
    claims = page("The child was hurt in a gun mishap.", ("The child", None, "injured"), name="p", **chief)
    assert toll(claims, "injured") == 1


def test_those_in_critical_condition_are_some_of_the_hurt() -> None:
    critical = page("Two victims are in critical condition.", ("Two", 2, "injured"), name="p", publisher="The Post")
    every = page("Seven people were hurt.", ("Seven people", 7, "injured"), name="q")
    (situation,) = settled([*critical, *every])
    assert not situation.contradictions
    assert [row.best for row in situation.series if row.whom is None] == [7]
