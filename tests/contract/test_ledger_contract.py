"""What every ledger must do, whatever it is stored in: one body for all backends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import permutations
from pathlib import Path

import pytest
from ledger_parts import (
    AT,
    FLED,
    KILLED,
    NEWER,
    RULES,
    SHELTERED,
    TEXT,
    claim,
    claims,
    clock,
    numbered,
    reading,
    texts_of,
)

from dateline.errors import LedgerError, NotFound, Ungrounded, UsageError
from dateline.ledger import ClaimFilter, Ledger, open_ledger

BACKENDS = ("sqlite",)


@pytest.fixture(params=BACKENDS)
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "ledger.db", clock=clock()) as opened:
        yield opened
        report = opened.verify()
        assert report.ok, report.faults


def test_what_was_added_comes_back(ledger: Ledger) -> None:
    page = reading(url="https://kessa.example/flood")
    added = ledger.add(page, claims(page))
    assert (added.document_new, added.claims_new, added.version_of, added.refused) == (True, 3, None, None)
    assert [found.claim for found in ledger.claims()] == claims(page)
    kept = ledger.document(page.document.id, text=True)
    assert kept.document == page.document
    assert (kept.came_from, kept.media_type, kept.extractor) == ("inbox/flood.txt", "text/plain", RULES)
    assert ledger.text(page.document.id) == TEXT
    assert ledger.original(page.document.sha256) == page.original


def test_adding_again_adds_nothing(ledger: Ledger) -> None:
    page = reading()
    ledger.add(page, claims(page))
    entries = list(ledger.audit())
    again = ledger.add(page, claims(page))
    assert (again.document_new, again.claims_new, again.claims_updated, again.claims_retired) == (False, 0, 0, 0)
    assert list(ledger.audit()) == entries
    assert ledger.stats().claims == 3


def test_a_document_without_claims_is_kept_and_not_extracted_again(ledger: Ledger) -> None:
    page = reading()
    ledger.add(page, [], extractor=RULES)
    assert ledger.has_document(page.document.id)
    assert ledger.has_current(page.document, RULES)
    assert not ledger.has_current(page.document, NEWER)
    assert not ledger.has_current("nowhere", RULES)


def test_another_date_of_publication_is_another_reading(ledger: Ledger) -> None:
    page = reading(published=None)
    ledger.add(page, claims(page))
    dated = replace(page, document=replace(page.document, published="2031-03-04"))
    assert not ledger.has_current(dated.document, RULES)
    added = ledger.add(dated, claims(page))
    assert (added.document_new, added.claims_new, added.claims_updated) == (False, 0, 0)
    assert ledger.document(page.document.id).document.published == "2031-03-04"


def test_texts_come_only_when_asked_for(ledger: Ledger) -> None:
    page = reading()
    ledger.add(page, claims(page))
    assert {found.document.text for found in ledger.claims()} == {""}
    assert {found.document.text for found in ledger.claims(texts=True)} == {TEXT}
    assert [document.document.text for document in ledger.documents(texts=True)] == [TEXT]


def test_odd_characters_survive(ledger: Ledger) -> None:
    page = reading(f"{TEXT} \x00 🌊 المدينة ﬁ", original=b"\xff\x00raw")
    ledger.add(page, claims(page))
    assert ledger.text(page.document.id) == page.document.text
    assert ledger.original(page.document.sha256) == b"\xff\x00raw"


def test_adding_many_tells_of_each_and_takes_any_group(ledger: Ledger) -> None:
    pages = [numbered(number) for number in range(7)]
    done = list(ledger.add_many(((page, claims(page)) for page in pages), group=3))
    assert [added.document_id for added in done] == [page.document.id for page in pages]
    assert ledger.stats().claims == 21


@pytest.mark.parametrize("group", [1, 3, 10])
def test_one_that_cannot_be_added_does_not_stop_the_others(ledger: Ledger, group: int) -> None:
    first, changed = reading(original=b"same"), reading(f"{TEXT} More.", original=b"same")
    ungrounded = (numbered(1), claims(numbered(2))[:1])
    pairs = [(first, claims(first)), ungrounded, (changed, claims(changed, NEWER)), (numbered(3), [])]
    errors: list[tuple[str, str]] = []
    done = list(
        ledger.add_many(pairs, group=group, on_error=lambda r, e: errors.append((r.document.name, type(e).__name__)))
    )
    assert [added.document_id for added in done] == [first.document.id, numbered(3).document.id]
    assert errors == [("bulletin-1.txt", "UsageError"), ("flood.txt", "LedgerError")]
    assert {found.document.id for found in ledger.documents()} == {added.document_id for added in done}
    with pytest.raises(UsageError):
        list(ledger.add_many([ungrounded], group=group))


@pytest.mark.parametrize(
    ("breaks", "error"),
    [
        (lambda c: replace(c, figure=replace(c.figure, text="more than 1,300 people")), Ungrounded),
        (lambda c: replace(c, excerpt=replace(c.excerpt, end=c.excerpt.end + 1)), Ungrounded),
        (lambda c: replace(c, occurrences=(type(c.occurrences[0])(5000, 5010),)), Ungrounded),
        (lambda c: replace(c, document_id="another"), UsageError),
    ],
)
def test_a_claim_that_does_not_stand_in_its_text_is_refused_whole(ledger: Ledger, breaks, error) -> None:  # type: ignore[no-untyped-def]
    page = reading()
    first, *others = claims(page)
    with pytest.raises(error):
        ledger.add(page, [*others, breaks(first)])
    assert not ledger.has_document(page.document.id)
    assert list(ledger.audit()) == []


def test_two_claims_with_one_id_are_refused(ledger: Ledger) -> None:
    page = reading()
    with pytest.raises(UsageError, match="twice"):
        ledger.add(page, [claim(page, FLED), claim(page, FLED)])


def test_bytes_with_another_hash_are_refused(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="hash"):
        ledger.add(replace(reading(), original=b"other"), [])


def test_half_a_character_is_refused_by_name(ledger: Ledger) -> None:
    page = reading(original=b"bytes")
    broken = replace(page, document=replace(page.document, text="half \ud83c"))
    with pytest.raises(LedgerError, match="half a character"):
        ledger.add(broken, [])


# Versions of claims


def test_a_better_reading_is_a_new_version_of_the_same_claim(ledger: Ledger) -> None:
    page = reading()
    ledger.add(page, [claim(page, FLED, term="displaced")])
    added = ledger.add(page, [claim(page, FLED, extractor=NEWER, term="forced_to_flee")])
    assert (added.claims_new, added.claims_updated) == (0, 1)
    (found,) = ledger.claims()
    assert (found.claim.term, found.claim.extractor) == ("forced_to_flee", NEWER)
    assert ledger.document(page.document.id).extractor == NEWER


def test_a_claim_no_longer_read_is_kept_and_not_listed(ledger: Ledger) -> None:
    page = reading()
    ledger.add(page, claims(page))
    added = ledger.add(page, claims(page, NEWER)[:2])
    assert added.claims_retired == 1
    assert texts_of(ledger.claims()) == [FLED, KILLED]
    assert texts_of(ledger.claims(ClaimFilter(include_retired=True))) == [FLED, KILLED, SHELTERED]
    retired = ledger.claim(claim(page, SHELTERED).claim_id)
    assert retired.retired
    assert not retired.produced
    ledger.add(page, claims(page, "rules 0.3.0"))
    assert texts_of(ledger.claims()) == [FLED, KILLED, SHELTERED]


def test_a_judgement_survives_another_extractor(ledger: Ledger) -> None:
    page = reading()
    ledger.add(page, claims(page))
    killed, sheltered = claim(page, KILLED).claim_id, claim(page, SHELTERED).claim_id
    ledger.judge("correct", killed, by="Ana", why="injured, see the next line", field="term", value="injured")
    ledger.judge("accept", sheltered, by="Ana", why="called them")
    ledger.add(page, [claim(page, KILLED, extractor=NEWER, term="affected", score=0.99)])
    assert texts_of(ledger.claims()) == [KILLED, SHELTERED]
    found = ledger.claim(killed)
    assert (found.claim.term, found.machine.term, found.status) == ("injured", "affected", "corrected")
    assert (found.claim.score, found.claim.extractor) == (0.99, NEWER)
    assert ledger.claim(sheltered).status == "accepted"


def test_a_judged_claim_stands_for_the_same_words_at_a_shifted_span(ledger: Ledger) -> None:
    page = reading()
    ledger.add(page, [claim(page, "1,200 people")])
    ledger.judge("reject", claim(page, "1,200 people").claim_id, by="Ana", why="a rumour")
    ledger.add(page, [claim(page, FLED, extractor=NEWER), claim(page, KILLED, extractor=NEWER)])
    assert texts_of(ledger.claims()) == [KILLED]
    assert ledger.claim(claim(page, FLED).claim_id).stands_for_it == claim(page, "1,200 people").claim_id
    ledger.undo(claim(page, "1,200 people").claim_id, by="Ana", why="no rumour")
    assert texts_of(ledger.claims()) == [FLED, KILLED]


def test_a_text_never_changes(ledger: Ledger) -> None:
    page = reading(original=b"<p>the same bytes</p>")
    ledger.add(page, claims(page))
    other = replace(page, document=replace(page.document, text=f"A better title\n\n{TEXT}"))
    with pytest.raises(LedgerError, match="never changes"):
        ledger.add(other, claims(other, NEWER))
    kept = replace(other, document=ledger.kept(other.document))
    assert kept.document.text == TEXT
    assert ledger.add(kept, claims(kept, NEWER)).claims_updated == 3
    assert ledger.kept(reading("Another page.").document).text == "Another page."


# Versions of documents


def test_the_same_url_with_other_bytes_supersedes(ledger: Ledger) -> None:
    old, new = reading(url="https://kessa.example/1"), reading(f"{TEXT} Updated.", url="https://kessa.example/1")
    ledger.add(old, claims(old))
    added = ledger.add(new, claims(new))
    assert added.version_of == old.document.id
    assert {found.document.id for found in ledger.claims()} == {new.document.id}
    every = list(ledger.claims(ClaimFilter(include_superseded=True)))
    assert len(every) == 6
    assert {c.superseded_by for c in every if c.document.id == old.document.id} == {new.document.id}
    assert ledger.document(old.document.id).superseded_by == new.document.id
    assert ledger.stats().superseded_documents == 1


def test_documents_without_url_are_no_versions_of_each_other(ledger: Ledger) -> None:
    for number in range(2):
        assert ledger.add(numbered(number), claims(numbered(number))).version_of is None
    assert len(list(ledger.claims())) == 6


def test_the_same_bytes_at_two_addresses_are_two_documents_with_one_original(ledger: Ledger) -> None:
    for url in ("https://kessa.example/a", "https://orda.example/b"):
        ledger.add(reading(url=url), claims(reading(url=url)))
    assert ledger.stats().documents == 2
    assert ledger.verify().originals == 1


# Listing


def test_the_order_does_not_depend_on_the_order_of_adding(tmp_path: Path) -> None:
    pages = [numbered(1), reading(published="2030-01-01"), reading(published=None, publisher="The Orda Post")]
    seen = set()
    for turn, order in enumerate(permutations(pages)):
        with open_ledger(tmp_path / f"{turn}.db") as ledger:
            for page in order:
                ledger.add(page, reversed(claims(page)))
            seen.add(tuple(found.claim.claim_id for found in ledger.claims()))
    assert len(seen) == 1
    assert len(seen.pop()) == 9


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (ClaimFilter(), [FLED, KILLED, SHELTERED]),
        (ClaimFilter(term="killed"), [KILLED]),
        (ClaimFilter(place="tammar"), [FLED]),
        (ClaimFilter(place="upper kessa"), [FLED]),
        (ClaimFilter(place="Velik"), [KILLED]),
        (ClaimFilter(place="Vel"), []),
        (ClaimFilter(country="ord"), [FLED]),
        (ClaimFilter(source="relief union"), [FLED]),
        (ClaimFilter(min_score=0.8), [FLED, KILLED]),
        (ClaimFilter(period_from="2031-03"), [FLED, SHELTERED]),
        (ClaimFilter(period_to="2031-03-03"), [FLED]),
        (ClaimFilter(period_from="2031-03-05"), []),
        (ClaimFilter(kind="statement"), []),
        (ClaimFilter(modality="asserted"), [FLED, KILLED, SHELTERED]),
        (ClaimFilter(since_added="2031-03-05"), [FLED, KILLED, SHELTERED]),
        (ClaimFilter(since_added="2031-03-05T14:00:00+02:00"), [FLED, KILLED, SHELTERED]),
        (ClaimFilter(since_added="2031-03-06"), []),
        (ClaimFilter(status="unreviewed", term="killed"), [KILLED]),
        (ClaimFilter(document_id="nowhere"), []),
    ],
)
def test_filters(ledger: Ledger, asked: ClaimFilter, found: list[str]) -> None:
    page = reading()
    ledger.add(page, claims(page))
    assert texts_of(ledger.claims(asked)) == found


@pytest.mark.parametrize(
    "asked",
    [ClaimFilter(term="died"), ClaimFilter(period_from="soon"), ClaimFilter(since_added="now"), ClaimFilter(kind="x")],
)
def test_a_filter_that_nothing_can_meet_is_refused_at_once(ledger: Ledger, asked: ClaimFilter) -> None:
    with pytest.raises(UsageError):
        ledger.claims(asked)


def test_since_added_means_when_the_claim_first_came(tmp_path: Path) -> None:
    later = datetime(2031, 4, 1, tzinfo=UTC)
    page = reading()
    with open_ledger(tmp_path / "ledger.db", clock=clock(AT)) as first:
        first.add(page, [claim(page, FLED)])
    with open_ledger(tmp_path / "ledger.db", clock=clock(later)) as second:
        second.add(page, claims(page, NEWER))
        assert texts_of(second.claims(ClaimFilter(since_added="2031-03-31"))) == [KILLED, SHELTERED]


def test_documents_and_claims_by_a_beginning_of_their_id(ledger: Ledger) -> None:
    page = reading(url="https://kessa.example/1")
    ledger.add(page, claims(page))
    whole = claim(page, FLED).claim_id
    assert ledger.claim(whole[:10]).claim.claim_id == whole
    for name in (page.document.id[:8], "flood.txt", "https://kessa.example/1"):
        assert ledger.document(name).document.id == page.document.id
    for absent in ("", "zz%", "0" * 32):
        with pytest.raises(NotFound):
            ledger.claim(absent)
        with pytest.raises(NotFound):
            ledger.document(absent)


def test_an_ambiguous_beginning_names_what_it_could_mean(ledger: Ledger) -> None:
    page = reading()
    many = [replace(c, claim_id=f"abc{n}") for n, c in enumerate(claims(page))]
    ledger.add(page, many)
    with pytest.raises(UsageError, match="abc0, abc1, abc2"):
        ledger.claim("abc")


def test_a_name_that_two_documents_have_is_answered_with_their_ids(ledger: Ledger) -> None:
    pages = [reading(), reading(f"{TEXT} More.")]
    for page in pages:
        ledger.add(page, [])
    with pytest.raises(UsageError, match=", ".join(sorted(page.document.id for page in pages))):
        ledger.document("flood.txt")


# Judgements


def test_a_rejected_claim_leaves_the_list_and_an_undo_brings_it_back(ledger: Ledger) -> None:
    page = reading()
    ledger.add(page, claims(page))
    killed = claim(page, KILLED).claim_id
    judged = ledger.judge("reject", killed[:12], by="Ana", why="another flood")
    assert (judged.action, judged.claim_id, judged.by, judged.why) == ("reject", killed, "Ana", "another flood")
    assert texts_of(ledger.claims()) == [FLED, SHELTERED]
    assert texts_of(ledger.claims(ClaimFilter(status="rejected"))) == [KILLED]
    assert texts_of(ledger.claims(ClaimFilter(include_rejected=True))) == [FLED, KILLED, SHELTERED]
    undone = ledger.undo(killed, by="Bo", why="the same flood")
    assert undone.undoes == judged.id
    assert texts_of(ledger.claims()) == [FLED, KILLED, SHELTERED]
    assert [(j.action, j.active) for j in ledger.claim(killed).judgements] == [("reject", False), ("undo", True)]
    ledger.undo(undone.id, by="Ana", why="another flood after all")
    assert ledger.claim(killed).status == "rejected"


def test_undo_takes_back_one_decision_after_the_other(ledger: Ledger) -> None:
    page = reading()
    ledger.add(page, claims(page))
    killed = claim(page, KILLED).claim_id
    for value in ("injured", "missing"):
        ledger.judge("correct", killed, by="Ana", why="read again", field="term", value=value)
    seen = []
    for _ in range(2):
        ledger.undo(killed, by="Ana", why="no")
        seen.append(ledger.claim(killed).claim.term)
    assert seen == ["injured", "killed"]
    with pytest.raises(NotFound, match="could be undone"):
        ledger.undo(killed, by="Ana", why="no")
    with pytest.raises(NotFound):
        ledger.undo(9999, by="Ana", why="no")
    with pytest.raises(UsageError, match="undone already"):
        ledger.undo(2, by="Ana", why="no")


def test_several_corrections_are_made_together_or_not_at_all(ledger: Ledger) -> None:
    page = reading()
    ledger.add(page, claims(page))
    killed = claim(page, KILLED).claim_id
    for changes in ({"term": "injured", "unit": "nobody"}, {"term": "injured", "range": "9..2"}, {}):
        with pytest.raises(UsageError):
            ledger.correct(killed, changes, by="Ana", why="read again")
    assert (ledger.claim(killed).claim.term, ledger.claim(killed).judgements) == ("killed", ())
    assert [entry.what for entry in ledger.audit()] == ["add"]
    made = ledger.correct(killed, {"term": "injured", "low": 2, "high": 40}, by="Ana", why="read again")
    assert [(j.field, j.new) for j in made] == [("term", "injured"), ("range", made[1].new), ("range", (2, 40))]
    found = ledger.claim(killed).claim
    assert (found.term, found.figure and (found.figure.low, found.figure.high)) == ("injured", (2, 40))
    ledger.withdraw(killed, by="Ana", why="taken back")
    with pytest.raises(UsageError, match="withdrawn"):
        ledger.correct(killed, {"term": "killed"}, by="Ana", why="read again")


def test_decisions_need_a_name_and_a_reason_and_a_known_kind(ledger: Ledger) -> None:
    page = reading()
    ledger.add(page, claims(page))
    killed = claim(page, KILLED).claim_id
    for by, why in (("", "x"), ("Ana", " "), ("Ana", "half \ud83c")):
        with pytest.raises(UsageError):
            ledger.judge("accept", killed, by=by, why=why)
    for action, field in (("merge", None), ("undo", None), ("accept", "term"), ("correct", None)):
        with pytest.raises(UsageError):
            ledger.judge(action, killed, by="Ana", why="x", field=field)
    with pytest.raises(NotFound):
        ledger.judge("accept", "0" * 32, by="Ana", why="x")
    assert ledger.claim(killed).judgements == ()


def test_a_withdrawn_claim_leaves_a_tombstone_and_stays_out(ledger: Ledger) -> None:
    page = reading()
    ledger.add(page, claims(page))
    killed = claim(page, KILLED).claim_id
    ledger.withdraw(killed, by="Ana", why="the family asked")
    ledger.add(page, claims(page, NEWER))
    assert texts_of(ledger.claims(ClaimFilter(include_rejected=True))) == [FLED, SHELTERED]
    (stone,) = ledger.tombstones()
    assert (stone.claim_id, stone.sha256, stone.reason) == (killed, page.document.sha256, "the family asked")
    assert stone.citation == "The Kessa Herald, 2031-03-04"
    assert ledger.claim(killed).tombstone == stone
    with pytest.raises(UsageError, match="withdrawn"):
        ledger.judge("accept", killed, by="Ana", why="x")
    ledger.undo(killed, by="Ana", why="they agreed")
    assert ledger.tombstones() == ()
    assert texts_of(ledger.claims()) == [FLED, KILLED, SHELTERED]


# Purging


def test_what_was_purged_is_gone_and_is_not_brought_back(ledger: Ledger) -> None:
    page = reading(url="https://kessa.example/1")
    ledger.add(page, claims(page))
    ledger.judge("accept", claim(page, KILLED).claim_id, by="Ana", why="seen")
    purged = ledger.purge(page.document.id, by="Ana", why="a witness is at risk", citation="Kessa Herald, March 2031")
    assert (purged.claims, purged.original_removed, purged.erased) == (3, True, True)
    assert ledger.tombstones() == (purged.tombstone,)
    assert purged.tombstone.citation == "Kessa Herald, March 2031"
    assert list(ledger.claims(ClaimFilter(include_retired=True))) == []
    for look in (
        lambda: ledger.claim(claim(page, KILLED).claim_id),
        lambda: ledger.document(page.document.id),
        lambda: ledger.text(page.document.id),
    ):
        with pytest.raises(NotFound, match="purged on 2031-03-05 by Ana, because: a witness is at risk"):
            look()
    with pytest.raises(NotFound):
        ledger.original(page.document.sha256)
    elsewhere = reading(url="https://orda.example/copy")
    for again in (page, elsewhere):
        added = ledger.add(again, claims(again))
        assert added.refused == ledger.refusal(again.document)
        assert "a witness is at risk" in str(added.refused)
        assert not ledger.has_document(again.document.id)
    assert ledger.add(numbered(1), claims(numbered(1))).refused is None


def test_purging_keeps_what_others_share_and_says_so(ledger: Ledger) -> None:
    one, two = reading(url="https://kessa.example/1"), reading(url="https://orda.example/2")
    newer = reading(f"{TEXT} Updated.", url="https://kessa.example/1")
    for page in (one, two, newer):
        ledger.add(page, claims(page))
    purged = ledger.purge(one.document.id, by="Ana", why="asked to")
    assert (purged.original_removed, purged.shared_with) == (False, (two.document.id,))
    assert purged.other_versions == (newer.document.id,)
    assert ledger.original(two.document.sha256) == two.original
    assert len(list(ledger.claims())) == 6


def test_purging_the_newest_version_does_not_bring_the_older_back(ledger: Ledger) -> None:
    old, new = reading(url="https://kessa.example/1"), reading(f"{TEXT} Updated.", url="https://kessa.example/1")
    ledger.add(old, claims(old))
    ledger.add(new, claims(new))
    ledger.purge(new.document.id, by="Ana", why="asked to")
    assert list(ledger.claims()) == []


# The audit log


def test_the_audit_log_tells_who_did_what(ledger: Ledger) -> None:
    page = reading()
    ledger.add(page, claims(page))
    killed = claim(page, KILLED).claim_id
    ledger.judge("correct", killed, by="Ana", why="read again", field="term", value="injured")
    ledger.log("show unmasked", "Bo", why="to call back", claim_id=killed)
    add, correct, show = ledger.audit()
    assert (add.who, add.what, add.document_id) == (RULES, "add", page.document.id)
    assert (correct.who, correct.what, correct.field, correct.claim_id) == ("Ana", "correct", "term", killed)
    assert (correct.old, correct.new, correct.why) == ('"killed"', '"injured"', "read again")
    assert (show.who, show.what, show.claim_id, show.withheld) == ("Bo", "show unmasked", killed, False)
    for reserved in ("purge", "add", "accept", ""):
        with pytest.raises(UsageError):
            ledger.log(reserved, "Bo")


def test_a_private_name_is_in_the_log_as_a_hash_only(ledger: Ledger) -> None:
    page = reading()
    ledger.add(page, claims(page))
    sheltered = claim(page, SHELTERED).claim_id
    ledger.judge("correct", sheltered, by="Ana", why="she said nothing", field="sources.remove", value="Mira Tolen")
    entry = list(ledger.audit())[-1]
    assert entry.withheld
    assert (entry.old, entry.why) == (None, "she said nothing")
    assert ledger.claim(sheltered).claim.sources == ()
    assert ledger.claim(sheltered).corrections[0].old == "Mira Tolen"


# Decisions about several claims


def test_a_merge_is_kept_in_order_and_can_be_undone(ledger: Ledger) -> None:
    page = reading()
    ledger.add(page, claims(page))
    fled, killed, sheltered = (claim(page, words).claim_id for words in (FLED, KILLED, SHELTERED))
    merged = ledger.group("merge", [killed, fled[:12]], by="Ana", why="one flood")
    apart = ledger.group("split", [sheltered], by="Ana", why="another town")
    assert [(one.id, one.action, one.claims) for one in ledger.groupings()] == [
        (merged.id, "merge", (killed, fled)),
        (apart.id, "split", (sheltered,)),
    ]
    assert ledger.claim(killed).status == "unreviewed"
    ledger.undo(killed, by="Ana", why="two floods")
    assert [one.id for one in ledger.groupings()] == [apart.id]
    assert ledger.verify().ok


def test_a_grouping_survives_another_extractor(ledger: Ledger) -> None:
    page = reading()
    ledger.add(page, claims(page))
    ids = [claim(page, words).claim_id for words in (FLED, KILLED)]
    ledger.group("merge", ids, by="Ana", why="one flood")
    ledger.add(page, claims(page, NEWER))
    assert [one.claims for one in ledger.groupings()] == [tuple(ids)]


@pytest.mark.parametrize(
    ("action", "words", "said"),
    [("merge", (KILLED,), "two claims"), ("merge", (KILLED, KILLED), "two claims"), ("split", (), "name the claims"),
     ("accept", (KILLED, FLED), "several claims")],
)  # fmt: skip
def test_an_impossible_grouping_is_refused(ledger: Ledger, action: str, words: tuple[str, ...], said: str) -> None:
    page = reading()
    ledger.add(page, claims(page))
    with pytest.raises(UsageError, match=said):
        ledger.group(action, [claim(page, one).claim_id for one in words], by="Ana", why="x")
    assert ledger.groupings() == ()
