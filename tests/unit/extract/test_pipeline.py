"""From a document to its claims: the traps that earlier systems fell into, refusals, and what must not matter."""

from __future__ import annotations

import pytest
from told import claims, document, extraction

from dateline.extract import EXTRACTOR, extract, extract_all
from dateline.extract.pipeline import extract_pages

Told = list[tuple[int | None, int | None, str, str, str]]


def told(text: str, published: str | None = None) -> Told:
    """(low, high, unit, term, modality) of every claim."""
    return [
        (c.figure.low, c.figure.high, c.figure.unit, str(c.term), c.modality)
        for c in claims(text, published=published)
        if c.figure
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One million people fled.", [(1_000_000, 1_000_000, "person", "forced_to_flee", "asserted")]),
        ("Nine hundred and twenty-one families were displaced.", [(921, 921, "household", "displaced", "asserted")]),
        ("Some 3 385 people were evacuated.", [(3385, 3385, "person", "evacuated", "asserted")]),
        ("Around 61, 000 people were displaced.", [(61_000, 61_000, "person", "displaced", "asserted")]),
        ("Between 300 and 400 people were hurt.", [(300, 400, "person", "injured", "asserted")]),
        ("Some 2,400 families, or 12,000 people, fled.",
         [(2400, 2400, "household", "forced_to_flee", "asserted"),
          (12_000, 12_000, "person", "forced_to_flee", "asserted")]),
        ("Some 44 farmers were killed in two townships.", [(44, 44, "person", "killed", "asserted")]),
        ("On 26 March 89 people were killed in Orvel.", [(89, 89, "person", "killed", "asserted")]),
        ("Orvel, 26 Mar 31 (KNA) -- Two guards were killed.", [(2, 2, "person", "killed", "asserted")]),
        ("A mayor was killed at around 1500 (2000 GMT) in Orvel.", [(1, 1, "person", "killed", "asserted")]),
        ("The blast hurt a guard and destroyed six telephone booths.", [(1, 1, "person", "injured", "asserted")]),
        ("Evacuations of 400 residents went on.", [(400, 400, "person", "evacuated", "asserted")]),
        ("Some 400 people sought refuge in a church.", [(400, 400, "person", "sheltered", "asserted")]),
        ("Some 400 people remained displaced.", [(400, 400, "person", "displaced", "asserted")]),
        ("About 90,000 people fled, of whom 76,000 returned.",
         [(90_000, 90_000, "person", "forced_to_flee", "asserted"),
          (76_000, 76_000, "person", "returned", "asserted")]),
        ("The siege killed 300 people, including 64 children.",
         [(300, 300, "person", "killed", "asserted"), (64, 64, "person", "killed", "asserted")]),
        ("As many as 250,000 people could be displaced.", [(None, 250_000, "person", "displaced", "forecast")]),
        ("Some 900 residents were ordered to evacuate.", [(900, 900, "person", "evacuated", "ordered")]),
        ("No one was killed.", [(0, 0, "person", "killed", "negated")]),
        ("No deaths were reported.", [(0, 0, "person", "killed", "negated")]),
        ("There were no injuries.", [(0, 0, "person", "injured", "negated")]),
        ("Officials reported no casualties.", [(0, 0, "person", "other", "negated")]),
        ("No civilian casualties were reported.", [(0, 0, "person", "other", "negated")]),
        ("There were no fatalities in the fire.", [(0, 0, "person", "killed", "negated")]),
        ("There were no deaths or injuries.", [(0, 0, "person", "killed", "negated")]),
        ("The quake caused no deaths.", [(0, 0, "person", "killed", "negated")]),
        ("The storm passed with no injuries reported.", [(0, 0, "person", "injured", "negated")]),
        ("No lives were lost.", [(0, 0, "person", "killed", "negated")]),
        ("There was no loss of life.", [(0, 0, "person", "killed", "negated")]),
        ("Police made no arrests.", [(0, 0, "person", "detained", "negated")]),
        ("Some 350 people are sheltering in churches, no deaths.", [(350, 350, "person", "sheltered", "asserted")]),
        ("He suffered no injuries.", []),
        ("No lives are easy there.", []),
        ("The flood hit the hills – 12 dead, 40 missing.",
         [(12, 12, "person", "killed", "asserted"), (40, 40, "person", "missing", "asserted")]),
        ("FLOODS LEAVE 12 DEAD, 340 HOMELESS",
         [(12, 12, "person", "killed", "asserted"), (340, 340, "person", "homeless", "asserted")]),
        ("The dam broke in 2016.OCHA said that at least140,000 people were displaced.",
         [(140_000, None, "person", "displaced", "asserted")]),
        ("They fled Ostland.astern towns took in 900 people who were displaced.",
         [(900, 900, "person", "displaced", "asserted")]),
        ("The townâ€™s 900 people were displaced.", [(900, 900, "person", "displaced", "asserted")]),
        ("Some 900 people fled. More than 650 of them were evacuated.",
         [(900, 900, "person", "forced_to_flee", "asserted"), (650, None, "person", "evacuated", "asserted")]),
        ("Some 900 people fled. Rebels detained 65 of them.",
         [(900, 900, "person", "forced_to_flee", "asserted"), (65, 65, "person", "detained", "asserted")]),
        ("A man was killed.", [(1, 1, "person", "killed", "asserted")]),
        ("The flood brought the total to 41 dead.", [(41, 41, "person", "killed", "asserted")]),
        ("Some 900 people displaced by the flood returned.",
         [(900, 900, "person", "returned", "asserted")]),
    ],
)  # fmt: skip
def test_the_traps(text: str, expected: Told) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "refused", "reason"),
    [
        ("Aid worth $400 reached the displaced.", "400", "an amount of money"),
        ("About 40 per cent of the displaced are children.", "40", "a percentage"),
        ("Ana, aged 14, fled.", "14", "a label or an age"),
        ("A 14-year-old boy fled.", "14", "an age"),
        ("The war began in 2015.", "2015", "a year"),
        ("They fled on 3 March.", "3", "a date"),
        ("They fled 40 km.", "40", "a measure"),
        ("They fled at 10:30.", "10", "a time of day"),
        ("The 21st village was lost.", "21", "an ordinal"),
        ("They walked for three days.", "three", "a length of time"),
        ("Three in ten people fled.", "Three", "a share"),
        ("Call 0612-345-678.", "0612", "a telephone number or a code"),
        ("The storm destroyed 40 bridges.", "40", "counts no people, households or dwellings (bridges)"),
        ("The town has 900 inhabitants.", "900", "nothing is said to have happened to those counted"),
        ("Some 100,000 troops advanced.", "Some 100,000", "nothing is said to have happened to those counted"),
    ],
)
def test_every_refused_number_is_explained_where_it_stands(text: str, refused: str, reason: str) -> None:
    found = extraction(text)
    assert found.claims == ()
    assert (refused, reason) in [(r.text, r.reason) for r in found.refusals]
    assert all(text[r.start : r.end] == r.text for r in found.refusals)


def test_a_refused_number_of_broken_text_is_quoted_as_it_stands() -> None:
    text = "Rain fell.Then 61, 000 hectares burnt."
    (refusal,) = [one for one in extraction(text).refusals if one.kind == "figure"]
    assert refusal.text == text[refusal.start : refusal.end] == "61, 000"


PAGE = (
    "Floods displace 340 people in Nepal\n\n"
    "Floods displaced at least 340 people in Nepal on Sunday, the Red Cross said. Of these, 90 have returned.\n\n"
    "The storm destroyed 60 houses. It cost $4 million. A man was killed."
)


def test_every_claim_names_its_extractor() -> None:
    assert {c.extractor for c in claims(PAGE)} == {EXTRACTOR}


def test_the_same_document_gives_the_same_claims() -> None:
    assert extract(document(PAGE)) == extract(document(PAGE))


def test_what_is_asked_for_beside_changes_no_claim() -> None:
    page = document(PAGE, title=PAGE.split("\n")[0], published="2017-03-15")
    plain = extract(page).claims
    assert plain
    assert extract(page, mentions=True).claims == plain
    assert extract(page, explain=True).claims == plain


def test_documents_come_back_one_by_one_and_in_order() -> None:
    texts = [PAGE, "", "Rain fell.", "Some 900 people fled Orvel."] * 12
    pages = [document(text, name=str(at)) for at, text in enumerate(texts)]
    found = list(extract_all(iter(pages)))
    assert [e.document for e in found] == pages
    alone = [extract(page).claims for page in pages[:4]]
    assert [e.claims for e in found] == alone * 12


@pytest.mark.parametrize(
    "text",
    [
        PAGE,
        "Some 900 people fled Orvel.",
        "A man was killed.",
        "No one was killed.",
        "Killed: 12\nMissing: 9",
        "FLOODS LEAVE 12 DEAD",
        "Dozens died.",
        "Rain fell.",
    ],
)
def test_the_gate_lets_every_figure_through(text: str) -> None:
    page = document(text)
    (gated,) = extract_pages([page], EXTRACTOR, mentions=False, explain=False)
    (whole,) = extract_pages([page], EXTRACTOR, mentions=False, explain=False, gate=False)
    assert gated.claims == whole.claims


def test_an_empty_document_gives_nothing() -> None:
    for text in ("", " ", "\n\n", "\ufeff", "Rain fell on the hills."):
        found = extraction(text)
        assert found.claims == ()
        assert [one for one in found.refusals if one.kind == "figure"] == []
