"""From a ledger to what stands: copies are one voice, decisions hold, filters show situations whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.ledger import Ledger, open_ledger
from dateline.run import add_inputs
from dateline.run.situations import reconcile_ledger

DISPATCH = (
    "ORVEL, 3 March 2031 (Reuters) - A market fire killed 12 people in Riberalta on Monday, the fire brigade said. The "
    "fire began in a store of paraffin before dawn and burnt until noon, and smoke lay over the river all day. "
    "Traders said that the pumps had been dry since the summer and that nobody had mended them."
)
PAGES = {
    "one.txt": f"Fire kills 12\n\n{DISPATCH}",
    "two.txt": f"Market burns in Riberalta\n\n{DISPATCH}",
    "three.txt": "Riberalta mourns\n\nThe mayor said that 14 people were killed in Riberalta on 3 March 2031.",
    "four.txt": "Flood\n\nMore than 1,200 people fled Trinidad in Bolivia on 20 June 2031, the Civil Defence said.",
}


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    folder = tmp_path / "pages"
    folder.mkdir()
    for name, text in PAGES.items():
        (folder / name).write_text(text, encoding="utf-8")
    path = tmp_path / "ledger.db"
    add_inputs([folder], path, published="2031-03-04")
    with open_ledger(path) as opened:
        yield opened


def test_copies_are_one_voice(ledger: Ledger) -> None:
    found = reconcile_ledger(ledger)
    (fire,) = [one for one in found.situations if one.kind == "incident"]
    (row,) = fire.series
    assert (row.low, row.high, row.origins) == (12, 14, 2)
    copied = [role for role in fire.roles if role.reason.startswith("a copy of")]
    assert len(copied) == 1 and copied[0].role == "excluded"
    assert len(fire.documents) == 3


def test_a_filter_shows_situations_whole(ledger: Ledger) -> None:
    assert {one.term_family for one in reconcile_ledger(ledger, term="killed").situations} == {"casualties"}
    assert len(reconcile_ledger(ledger, place="Riberalta").situations) == 1
    assert reconcile_ledger(ledger, place="Nowhere at all").situations == ()


def test_what_a_person_split_stays_apart_until_it_is_undone(ledger: Ledger) -> None:
    whole = reconcile_ledger(ledger)
    (fire,) = [one for one in whole.situations if one.kind == "incident"]
    (fourteen,) = [i for i, one in whole.claims.items() if one.claim.figure and one.claim.figure.low == 14]
    done = ledger.group("split", [fourteen], by="R. Analyst", why="another fire")
    assert len(reconcile_ledger(ledger).situations) == len(whole.situations) + 1
    ledger.undo(done.id, by="R. Analyst", why="the same after all")
    again = [one for one in reconcile_ledger(ledger).situations if one.kind == "incident"]
    assert [one.situation_id for one in again] == [fire.situation_id]


def test_the_reviewers_choice_is_best(ledger: Ledger) -> None:
    found = reconcile_ledger(ledger)
    (fourteen,) = [i for i, one in found.claims.items() if one.claim.figure and one.claim.figure.low == 14]
    ledger.group("recommend", [fourteen], by="R. Analyst", why="the register of the dead")
    (fire,) = [one for one in reconcile_ledger(ledger).situations if one.kind == "incident"]
    assert fire.series[0].best == 14
