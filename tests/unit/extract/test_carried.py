"""Claims in a part of the page that is none of its story say so and are less sure."""

from __future__ import annotations

from dataclasses import replace

from dateline.extract import extract
from dateline.model import Claim, Document, Part
from dateline.model.as_json import claim_from_json, claim_to_json

TEXT = "About 1,200 people fled the town of Anor on Monday.\n\nAnother 300 people were killed in Sund."
DOCUMENT = Document("a", "d" * 64, "s" * 64, TEXT, lang="en")


def claims(*parts: Part) -> list[Claim]:
    return list(extract(replace(DOCUMENT, parts=parts)).claims)


def test_a_claim_in_a_foreign_paragraph_is_less_sure_and_says_so() -> None:
    plain, marked = claims(), claims(Part(53, len(TEXT), "foreign"))
    assert [claim.excerpt.part for claim in marked] == [None, "foreign"]
    assert marked[0] == plain[0]
    assert marked[1].score < plain[1].score
    assert marked[1].claim_id == plain[1].claim_id


def test_all_claims_of_a_spun_page_are_less_sure() -> None:
    plain, marked = claims(), claims(Part(12, 18, "spun"))
    assert [claim.excerpt.part for claim in marked] == [None, None]
    assert all(less.score < full.score for less, full in zip(marked, plain, strict=True))


def test_a_claim_keeps_its_page() -> None:
    found = claims(Part(0, 53, "page", "1"), Part(53, len(TEXT), "page", "2"))
    assert [claim.excerpt.page for claim in found] == ["1", "2"]
    assert [claim.score for claim in found] == [claim.score for claim in claims()]


def test_page_and_part_are_in_the_json_only_where_there_are_any() -> None:
    plain, marked = claims()[1], claims(Part(0, len(TEXT), "page", "7"), Part(53, len(TEXT), "caption"))[1]
    assert set(claim_to_json(plain)["excerpt"]) == {"text", "start", "end"}
    row = claim_to_json(marked)
    assert (row["excerpt"]["page"], row["excerpt"]["part"]) == ("7", "caption")
    assert claim_from_json(row, marked.document_id) == marked
