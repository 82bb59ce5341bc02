"""Harm that one page tells of several days: no one moment's, wherever it names no place."""

from __future__ import annotations

from dataclasses import replace

from made_pages import page, settled

from dateline.model.situation import Reported


def sentences(*told: tuple[str, str, str | None]) -> list[Reported]:
    """One page without a place: its sentences one after the other, each with its person and the day."""
    made = []
    for at, (sentence, phrase, day) in enumerate(told):
        (claim,) = page(sentence, (phrase, None, "killed"), on=day, name="p", at=None)
        assert claim.claim.figure is not None
        spot = replace(claim.claim.figure, start=claim.claim.figure.start + 1000 * at)
        made.append(replace(claim, claim=replace(claim.claim, claim_id=f"p-{at}", figure=spot)))
    return made


def moments(claims: list[Reported]) -> list[list[str]]:
    return sorted(sorted(role.claim_id for role in one.roles) for one in settled(claims))


def test_a_death_of_weeks_before_is_another_deed() -> None:
    told = sentences(
        ("Ilva Torn, 30, was shot dead on Saturday.", "Ilva Torn", "2031-03-15"),
        ("Belo Kanst was killed on 20 February.", "Belo Kanst", "2031-02-20"),
    )
    assert moments(told) == [["p-0"], ["p-1"]]


def test_the_days_after_may_still_be_of_it() -> None:
    told = sentences(
        ("A miner was shot dead on Saturday.", "A miner", "2031-03-15"),
        ("The miner died on Sunday.", "The miner", "2031-03-16"),
    )
    assert moments(told) == [["p-0", "p-1"]]


def test_what_tells_no_day_is_of_what_was_told_before_it() -> None:
    told = sentences(
        ("A miner was killed.", "A miner", None),
        ("Ilva Torn was shot dead on Saturday.", "Ilva Torn", "2031-03-15"),
        ("Belo Kanst was killed on 20 February.", "Belo Kanst", "2031-02-20"),
        ("The boy was shot in the head.", "The boy", None),
    )
    assert moments(told) == [["p-0", "p-1"], ["p-2", "p-3"]]


def test_without_any_day_they_stay_together() -> None:
    told = sentences(("A boy was killed.", "A boy", None), ("A nurse was killed.", "A nurse", None))
    assert moments(told) == [["p-0", "p-1"]]
