"""What of a claim leaves, field by field."""

from __future__ import annotations

import json
from dataclasses import replace

from dateline.model import Figure, Mention, Period, Refusal, Span
from dateline.model.as_json import claim_to_json, document_to_json
from dateline.release import release_claim, release_claims, release_extraction

from .making import MOSUL, claim, document, extraction, judgement, kept, place, source

TEXT = "Torvald Iskren, 34, a baker, said 9 people were killed in Mosul. He fled with his wife and two children."


def test_a_row_has_the_keys_of_the_contract_in_its_order() -> None:
    page = document(TEXT)
    found = claim(page, "9 people")
    row = release_extraction(extraction(page, [found]))
    assert list(row) == ["id", "document", "claims"]
    assert list(row["document"]) == list(document_to_json(page))
    assert list(row["claims"][0]) == list(claim_to_json(found))


def test_masked_lists_the_spans_of_all_that_is_quoted() -> None:
    page = document(TEXT)
    (row,) = release_extraction(extraction(page, [claim(page, "9 people")]))["claims"]
    assert [page.text[start:end] for start, end in row["masked"]] == ["Torvald Iskren", "34", "wife and two children"]
    assert row["excerpt"]["text"].startswith("██████████████, ██, a baker, said 9 people")


def test_what_extraction_marked_is_masked_although_the_finder_sees_nothing() -> None:
    page = document("Skarvold saw 9 people.")
    found = claim(page, "9 people", persons=(Span(0, 8),), sources=(source(page, "Skarvold", "Skarvold"),))
    (row,) = release_extraction(extraction(page, [found]))["claims"]
    assert row["excerpt"]["text"] == "████████ saw 9 people."
    assert (row["sources"][0]["name"], row["sources"][0]["resolved"]) == ("████████", None)
    assert row["masked"] == [[0, 8]]


def test_a_figure_keeps_its_count_whatever_was_marked() -> None:
    page = document("His wife and two children were killed. Mina lost 1,200 cattle.")
    found = claim(page, "two children", persons=(Span(4, 25),))
    (row,) = release_extraction(extraction(page, [found]))["claims"]
    assert row["figure"]["text"] == "two children"
    assert row["excerpt"]["text"].startswith("His █████████two children were killed.")


def test_a_name_inside_a_figure_is_masked() -> None:
    page = document("They killed Torvald Iskren and 9 others.")
    found = claim(page, "Torvald Iskren and 9 others")
    (row,) = release_extraction(extraction(page, [found]))["claims"]
    assert row["figure"]["text"] == "██████████████ and 9 others"


def test_an_age_taken_for_a_figure_does_not_leave() -> None:
    page = document("Torvald Iskren, 34, was killed.")
    found = claim(page, "34")
    assert release_extraction(extraction(page, [found]))["claims"] == []
    assert list(release_claims([kept(page, found)])) == []
    assert release_claim(kept(page, found))["figure"] is None


def test_a_described_person_is_shown_without_the_age() -> None:
    page = document("A 7-year-old girl was killed.")
    (row,) = release_extraction(extraction(page, [claim(page, "A 7-year-old girl", implied=True)]))["claims"]
    assert row["figure"]["text"] == "A █-year-old girl"


def test_a_place_that_is_a_persons_name_loses_what_it_resolved_to() -> None:
    page = document("Torvald Iskren said 9 people were killed.")
    found = claim(page, "9 people", places=(place(page, "Iskren", resolved=MOSUL),))
    (row,) = release_extraction(extraction(page, [found]))["claims"]
    assert row["places"][0]["name"] == "██████"
    assert row["places"][0]["place"] is None


def test_loose_words_are_masked_by_the_names_that_the_text_tells() -> None:
    page = document(
        f"Iskren's flight\n\n{TEXT}",
        title="Iskren's flight",
        name="torvald-iskren.txt",
        url="https://post.example/a/torvald_iskren-flees?by=jana-roe&page=2",
        publisher="Torvald Iskren's blog",
    )
    found = claim(page, "9 people", period=Period(text="the day Iskren fled"))
    row = release_extraction(extraction(page, [found]))
    assert row["id"] == "██████████████.txt"
    assert row["document"]["title"] == "██████'s flight"
    assert row["document"]["url"] == "https://post.example/a/██████████████-flees?by=████████&page=2"
    assert row["document"]["publisher"] == "██████████████'s blog"
    assert row["claims"][0]["period"]["text"] == "the day ██████ fled"


def test_a_link_is_masked_without_the_text_too() -> None:
    page = document(TEXT, url="https://post.example/2031/03/selma-orbek-counts-9-dead", title="Flood")
    row = next(iter(release_claims([kept(page, claim(page, "9 people"))])))
    assert row["document"]["url"] == "https://post.example/2031/03/███████████-counts-9-dead"


def test_links_and_publishers_without_names_stay() -> None:
    page = document(TEXT, url="https://post.example/iraq/mosul-market-strike?id=7", publisher="The Mosul Post")
    row = release_extraction(extraction(page, []))["document"]
    assert (row["url"], row["publisher"]) == ("https://post.example/iraq/mosul-market-strike?id=7", "The Mosul Post")


def test_a_source_in_another_sentence_is_masked_without_the_text() -> None:
    page = document("Torvald Iskren spoke.\nHe said 9 people were killed.")
    found = claim(page, "9 people", sources=(source(page, "Torvald Iskren"),))
    (row,) = release_claims([kept(page, found)])
    assert row["sources"][0]["name"] == "██████████████"


def test_mentions_tell_no_value_that_is_hidden() -> None:
    page = document(TEXT)
    figure = claim(page, "two children").figure
    at = page.text.index("two children")
    mentions = (
        Mention("quantity", "two children", at, at + 12, figure=figure),
        Mention("timex", "34", 16, 18, period=Period(text="34"), value="P34Y"),
        Mention("toponym", "Iskren", 8, 14, place=MOSUL),
        Mention("source", "Torvald Iskren", 0, 14, source=source(page, "Torvald Iskren", "Torvald Iskren")),
        Mention("toponym", "Mosul", page.text.index("Mosul"), page.text.index("Mosul") + 5, place=MOSUL),
    )
    rows = release_extraction(extraction(page, [], mentions=mentions))["mentions"]
    assert [row["text"] for row in rows] == ["████████████", "██", "██████", "██████████████", "Mosul"]
    assert [rows[0]["figure"], rows[1]["period"], rows[2]["place"]] == [None, None, None]
    assert rows[3]["source"] == {"name": "██████████████", "type": "witness", "start": 0, "end": 14, "resolved": None}
    assert rows[4]["place"]["name"] == "Mosul"


def test_refusals_are_masked() -> None:
    page = document(TEXT)
    at = page.text.index("two children")
    (row,) = release_extraction(extraction(page, [], refusals=(Refusal("two", at, at + 3, "kin of Torvald Iskren"),)))[
        "refusals"
    ]
    assert row == {"text": "███", "start": at, "end": at + 3, "reason": "kin of ██████████████", "kind": "figure"}


def test_unmasked_gives_what_was_read() -> None:
    page = document(TEXT, url="https://post.example/torvald-iskren")
    found = claim(page, "9 people", term="detained", places=(place(page, "Mosul", resolved=MOSUL),))
    row = release_extraction(extraction(page, [found]), unmasked=True)
    assert row["document"]["url"] == page.url
    assert row["claims"][0]["excerpt"]["text"] == TEXT
    assert row["claims"][0]["places"][0]["place"]["id"] == "99072"
    (told,) = release_claims([kept(page, found)], unmasked=True)
    assert told["excerpt"]["text"] == TEXT


def test_a_withdrawn_claim_leaves_as_its_tombstone() -> None:
    page = document(TEXT, title="Flood", url="https://post.example/flood", publisher="The Post", published="2031-03-04")
    found = claim(page, "9 people", places=(place(page, "Mosul", resolved=MOSUL),))
    (row,) = release_claims([kept(page, found, withdrawn=True)])
    named = {key: value for key, value in row["document"].items() if value is not None}
    assert named == {"id": page.id, "sha256": page.sha256}
    assert list(row["document"]) == list(document_to_json(page))
    assert next(iter(release_claims([kept(page, found, withdrawn=True)], unmasked=True)))["document"] == row["document"]
    assert row["status"] == "withdrawn"
    assert row["tombstone"]["reason"] == "██████████████ asked us"
    assert (row["figure"], row["excerpt"]["text"], row["places"], row["sources"], row["term"]) == (
        None,
        "",
        [],
        [],
        None,
    )
    assert "9 people" not in json.dumps(row)
    assert row["claim_id"] == found.claim_id


def test_of_a_withdrawn_claim_decisions_tell_no_values() -> None:
    page = document(TEXT)
    found = claim(page, "9 people")
    corrected = judgement(found, "see the text", action="correct", field="places.remove", old="Mosul")
    told = release_claim(kept(page, found, withdrawn=True, judgements=(corrected,)), decisions=True)
    assert [(row["why"], row["old"]) for row in told["judgements"]] == [("see the text", None)]
    assert "Mosul" not in json.dumps(told)


def test_counted_kin_read_the_same_alone_and_beside_other_claims() -> None:
    """The kin that is counted stays readable in its own claim, and in no other one's sentence."""
    sentence = "Mina Orlat lost her husband and two sons in the strike, in which 12 people died."
    page = document(f"Her two sons\n\n{sentence}", title="Her two sons")
    first = page.text.rindex("two sons")
    figure = Figure("two sons", first, first + 8, 2, 2, "exact", "person")
    sons = replace(claim(page, "husband and two sons"), figure=figure)
    claims = [sons, claim(page, "12 people")]
    together = release_extraction(extraction(page, claims))
    apart = [next(iter(release_claims([kept(page, one, texts=texts)]))) for texts in (True, False) for one in claims]
    assert [row["excerpt"]["text"] for row in together["claims"]] == [
        "██████████ lost her ████████████two sons in the strike, in which 12 people died.",
        "██████████ lost her ████████████████████ in the strike, in which 12 people died.",
    ]
    assert [row["excerpt"] for row in apart] == [row["excerpt"] for row in together["claims"]] * 2
    assert [row["figure"]["text"] for row in together["claims"]] == ["two sons", "12 people"]
    assert {row["document"]["title"] for row in (together, *apart)} == {"Her ████████"}


def test_decisions_are_told_where_they_are_asked_for_and_masked() -> None:
    page = document(TEXT)
    found = claim(page, "9 people")
    ledgered = kept(page, found, judgements=(judgement(found, "Torvald Iskren confirmed it"),))
    assert "judgements" not in next(iter(release_claims([ledgered])))
    (told,) = release_claim(ledgered, decisions=True)["judgements"]
    assert told["why"] == "██████████████ confirmed it"
    assert (told["by"], told["action"]) == ("R. Analyst", "accept")
