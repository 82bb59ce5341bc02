"""Counts of those hit, dead and hurt together: what they say of an incident's hurt."""

from __future__ import annotations

from dataclasses import replace

from made_pages import page, settled

from dateline.model.situation import Reported, Situation, Verdict


def injured(claims: list[Reported]) -> tuple[int | None, int | None, int | None] | None:
    """Low, best and high of the injured of the one incident; None without a row."""
    rows = [row for row in incident(claims).series if isinstance(row, Verdict) and row.term == "injured"]
    return (rows[-1].low, rows[-1].best, rows[-1].high) if rows else None


def incident(claims: list[Reported]) -> Situation:
    (found,) = [one for one in settled(claims) if one.kind == "incident"]
    return found


def test_who_was_hit_and_not_killed_was_hurt() -> None:
    told = page("Three people were shot, one of them fatally.", ("Three people", 3, "other"), ("one", 1, "killed"))
    assert injured(told) == (2, None, 2)
    assert incident(told).roles[0].role == "triangulation"


def test_a_count_of_the_hurt_leaves_it_aside() -> None:
    told = page(
        "Three people were shot: one died and five were hurt.",
        ("Three people", 3, "other"), ("one", 1, "killed"), ("five", 5, "injured"),
    )  # fmt: skip
    assert injured(told) == (5, 5, 5)


def test_where_as_many_died_as_were_hit_nobody_is_left() -> None:
    told = page("Two men were shot; two have died.", ("Two men", 2, "other"), ("two", 2, "killed"))
    assert injured(told) is None


def test_without_a_word_of_hitting_a_count_of_both_says_nothing() -> None:
    told = page("Three people were there, one of them died.", ("Three people", 3, "other"), ("one", 1, "killed"))
    assert injured(told) is None


def test_the_hit_of_a_page_with_two_incidents_are_of_neither() -> None:
    first = page("One man was killed here.", ("One man", 1, "killed"), on="2031-03-15", name="p")
    second = page("Nine men were killed there.", ("Nine men", 9, "killed"), on="2031-02-01", name="p2")
    hit = page("Twenty people were shot.", ("Twenty people", 20, "other"), name="p3")
    found = [one for one in settled([*first, *second, *hit]) if one.kind == "incident"]
    assert len(found) == 2
    assert not any(row.term == "injured" for one in found for row in one.series if isinstance(row, Verdict))


def test_a_figure_of_the_injured_that_holds_the_dead_is_told_without_them() -> None:
    told = [
        *page("Five people were taken to the clinic after the shooting.", ("Five people", 5, "injured"), name="p"),
        *page("One of them died there.", ("One of them", 1, "killed"), name="p"),
        *page("Four others were hurt.", ("Four others", 4, "injured"), name="p"),
    ]
    claims = [again(claim, f"p-{at}") for at, claim in enumerate(told)]
    assert injured(claims) == (4, 4, 4)


def test_who_is_told_beside_the_dead_of_the_sentence_is_not_one_of_them() -> None:
    told = [
        *page("Three people are hurt and one died.", ("Three people", 3, "injured"), ("one", 1, "killed"), name="p"),
        *page("Two of the wounded are at the clinic.", ("Two", 2, "injured"), name="p"),
    ]
    claims = [again(claim, f"p-{at}") for at, claim in enumerate(told)]
    assert injured(claims) == (2, 3, 3)


def again(claim: Reported, name: str) -> Reported:
    """The claim under another id: sentences of one page are made one by one."""
    return replace(claim, claim=replace(claim.claim, claim_id=name))


def test_who_was_hit_is_told_without_the_dead_by_what_another_page_counts() -> None:
    first = page("Seven were shot, one died.", ("Seven", 7, "injured"), name="p", published="2031-03-16")
    died = page("One died.", ("One", 1, "killed"), name="p", published="2031-03-16")
    other = page(
        "One died and six were hurt.", ("One", 1, "killed"), ("six", 6, "injured"), name="q", publisher="The Post"
    )
    claims = [*(again(claim, f"p-{at}") for at, claim in enumerate([*first, *died])), *other]
    assert injured(claims) == (6, 6, 6)


def test_all_who_were_told_before_are_the_dead_where_so_many_died() -> None:
    dead = page("A family of five was found shot dead.", ("five", 5, "killed"), name="p")
    wounds = page("All five had gunshot wounds.", ("All five", 5, "injured"), name="p")
    claims = [again(claim, f"p-{at}") for at, claim in enumerate([*dead, *wounds])]
    assert injured(claims) is None
    (role,) = [role for role in incident(claims).roles if role.claim_id == "p-1"]
    assert (role.role, role.reason) == ("superseded", "told of one who died, by p-0")


def test_all_who_were_told_before_may_count_the_dead() -> None:
    dead = page("One of them died.", ("One of them", 1, "killed"), name="p")
    all_three = page("All three victims were taken to the clinic.", ("All three victims", 3, "injured"), name="p")
    claims = [again(claim, f"p-{at}") for at, claim in enumerate([*dead, *all_three])]
    assert injured(claims) == (2, None, 3)
