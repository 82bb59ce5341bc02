"""What every ledger must do with what was computed from it, whatever it is stored in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from ledger_parts import FLED, KILLED, NEWER, bytes_on_disk, claim, claims, clock, numbered, reading

from dateline.errors import LedgerError
from dateline.ledger import Ledger, Opinion, Print, Stored, open_ledger
from dateline.model import ResolvedPlace
from dateline.model.situation import ClaimRole, Contradiction, Link, SeriesPlace, Situation, Verdict

TAMMAR = SeriesPlace("Tammar", "from", ResolvedPlace("geonames", "1", "Tammar", "ORD", None, 1.0, 2.0, "adm2"), "near")
ROW = Verdict(
    "flow", "displaced", "person", TAMMAR, "2031-03-03", None, 1200, None, None, ("a",), (), "at least 1,200", None,
    ("a", "b"), 2, "confirmed", "children",
)  # fmt: skip


@pytest.fixture(params=["sqlite"])
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "ledger.db", clock=clock()) as opened:
        yield opened
        assert opened.verify().ok


def situation(name: str, *claim_ids: str) -> Situation:
    roles = tuple(ClaimRole(one, "recommended", "the newest") for one in claim_ids)
    links = (Link(claim_ids[0], claim_ids[-1], 0.75, ("both in ORD", "a day apart")),)
    clash = (Contradiction(claim_ids, "they give different figures"),)
    return Situation(
        name, "situation", "displacement", TAMMAR, "disaster", "ORD", "2031-03-03", None, (ROW,), clash, roles, links,
        ("page",),
    )  # fmt: skip


def opinion(*kept: tuple[Situation, int], **values: object) -> Opinion:
    whole = Opinion(
        base=None, audit_seq=1, rules="r1", gone=None,
        situations=tuple(Stored(one, block, f"inputs of {one.situation_id}") for one, block in kept),
        keys={block * 10: block for _, block in kept},
        documents=frozenset((f"page {block}", block) for _, block in kept), prints=(),
    )  # fmt: skip
    return replace(whole, **values)  # type: ignore[arg-type]


def ids(ledger: Ledger) -> list[str]:
    return sorted(one.situation_id for one in ledger.situations())


def test_nothing_is_stored_before_somebody_reconciles(ledger: Ledger) -> None:
    assert ledger.reconciled() is None
    assert ids(ledger) == []


def test_what_was_stored_comes_back(ledger: Ledger) -> None:
    one, two = situation("one", "a", "b"), situation("two", "c")
    ledger.opinions.write(opinion((one, 1), (two, 2)))
    assert sorted(ledger.situations(), key=lambda found: found.situation_id) == [one, two]
    assert list(ledger.situations(["b", "nobody's"])) == [one]
    assert [stored.inputs for stored in ledger.opinions.situations(blocks=[2])] == ["inputs of two"]
    assert ledger.opinions.blocks(["page 1"], [20]) == {1, 2}
    assert ledger.opinions.keys([1]) == {10}
    assert ledger.opinions.documents([2]) == {"page 2"}


def test_storing_all_anew_leaves_nothing_of_before(ledger: Ledger) -> None:
    ledger.opinions.write(opinion((situation("one", "a"), 1), (situation("two", "b"), 2)))
    ledger.opinions.write(opinion((situation("three", "a"), 3)))
    assert ids(ledger) == ["three"]
    assert ledger.opinions.blocks(["page 1", "page 3"], [10, 30]) == {3}


def test_a_block_is_replaced_and_the_others_stay(ledger: Ledger) -> None:
    ledger.opinions.write(opinion((situation("one", "a"), 1), (situation("two", "b"), 2)))
    ledger.opinions.write(opinion((situation("new", "a"), 1), base=1, audit_seq=5, gone=frozenset({1})))
    assert ids(ledger) == ["new", "two"]
    state = ledger.reconciled()
    assert state is not None and state.audit_seq == 5


def test_what_was_computed_on_another_state_is_refused(ledger: Ledger) -> None:
    ledger.opinions.write(opinion((situation("one", "a"), 1), audit_seq=7))
    with pytest.raises(LedgerError, match="in the meantime"):
        ledger.opinions.write(opinion((situation("two", "b"), 2), base=6, gone=frozenset()))
    assert ids(ledger) == ["one"]


def test_what_is_stored_is_current_until_something_is_written(ledger: Ledger) -> None:
    page = reading()
    ledger.add(page, claims(page))
    ledger.opinions.write(opinion((situation("one", "a"), 1), audit_seq=ledger.opinions.newest()))
    state = ledger.reconciled()
    assert state is not None and state.current
    assert (state.rules, state.at) == ("r1", "2031-03-05T12:00:00Z")
    later = numbered(2)
    ledger.add(later, claims(later))
    now = ledger.reconciled()
    assert now is not None and not now.current
    assert ledger.opinions.touched(state.audit_seq) == {later.document.id}


def test_storing_is_no_fact_and_no_decision(ledger: Ledger) -> None:
    page = reading()
    ledger.add(page, claims(page))
    entries, listed, head = list(ledger.audit()), list(ledger.claims()), ledger.verify().head
    ledger.opinions.write(opinion((situation("one", claim(page, KILLED).claim_id), 1)))
    assert list(ledger.audit()) == entries
    assert list(ledger.claims()) == listed
    assert (ledger.verify().head, ledger.verify().ok) == (head, True)


def test_a_withdrawn_claim_takes_its_situation_with_it(ledger: Ledger) -> None:
    page = reading()
    ledger.add(page, claims(page))
    killed, fled = claim(page, KILLED).claim_id, claim(page, FLED).claim_id
    ledger.opinions.write(opinion((situation("one", killed), 1), (situation("two", fled), 2)))
    ledger.judge("reject", fled, by="Ana", why="of another year")
    assert ids(ledger) == ["one", "two"]
    ledger.withdraw(killed, by="Ana", why="a witness is at risk")
    assert ids(ledger) == ["two"]


def test_a_purge_takes_all_that_was_computed_from_the_words(ledger: Ledger) -> None:
    page, other = reading(), numbered(1)
    for one in (page, other):
        ledger.add(one, claims(one))
    killed, fled, others = claim(page, KILLED).claim_id, claim(page, FLED).claim_id, claim(other, KILLED).claim_id
    ledger.group("recommend", [killed, others], by="Ana", why="both of the register")
    held = opinion(
        (situation("one", killed), 1), (situation("two", fled), 2), (situation("three", others), 3),
        prints=(Print(page.document.id, "i", b"WordsOfThePage", "Agency", frozenset({"tammar"})),
                Print(other.document.id, "i", b"OtherWords")),
    )  # fmt: skip
    ledger.opinions.write(held)
    assert ledger.opinions.prints()[page.document.id] == held.prints[0]
    ledger.purge(page.document.id, by="Ana", why="asked to")
    assert ids(ledger) == []
    assert set(ledger.opinions.prints()) == {other.document.id}
    assert b"WordsOfThePage" not in bytes_on_disk(ledger.path)


def test_the_listing_of_some_documents_is_that_of_all(ledger: Ledger) -> None:
    pages = [numbered(number) for number in range(3)]
    for page in pages:
        ledger.add(page, claims(page))
        ledger.add(page, claims(page, NEWER)[:2])
    wanted = {page.document.id for page in pages[1:]}
    listed = [found for found in ledger.claims(texts=True) if found.document.id in wanted]
    assert sorted(ledger.claims_in(wanted, texts=True), key=lambda found: found.claim.claim_id) == sorted(
        listed, key=lambda found: found.claim.claim_id
    )
    assert {found.document.id for found in ledger.documents_in([*wanted, "nothing"])} == wanted
    assert ledger.opinions.with_claims() == {page.document.id for page in pages}
