"""A draft gets its places, period, sources and links, and those of its other tellings."""

from __future__ import annotations

from told import claims


def test_the_fields_of_one_sentence() -> None:
    text = "On 3 March 2015 floods displaced 340 people in Nepal, according to the Red Cross."
    (claim,) = claims(text)
    assert (claim.term, claim.measure, claim.modality, claim.cause) == ("displaced", "flow", "asserted", "disaster")
    assert [(p.name, p.role) for p in claim.places] == [("Nepal", "at")]
    assert claim.country == "NPL"
    assert (claim.period.start, claim.period.precision) == ("2015-03-03", "day")
    assert [(s.name, s.type) for s in claim.sources] == [("Red Cross", "ngo")]


def test_a_headline_gets_what_the_lede_adds() -> None:
    title = "Floods displace 340 people"
    text = f"{title}\n\nFloods displaced 340 people in Nepal on 3 March 2015, the Red Cross said."
    (claim,) = claims(text, title=title)
    assert [p.name for p in claim.places] == ["Nepal"]
    assert claim.period.start == "2015-03-03"
    assert [s.name for s in claim.sources] == ["Red Cross"]
    assert len(claim.occurrences) == 2


def test_what_nobody_says_stays_open() -> None:
    (claim,) = claims("Some 340 people were displaced.")
    assert (claim.places, claim.country, claim.sources, claim.cause) == ((), None, (), None)
    assert (claim.period.start, claim.period.end, claim.period.text) == (None, None, None)
    assert (claim.part_of, claim.same_as) == (None, None)
