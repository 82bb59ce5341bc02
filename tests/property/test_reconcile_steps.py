"""Reconciling step by step gives what reconciling once gives, whatever is added, decided and taken out in between."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

import dateline
from dateline.errors import UsageError
from dateline.ledger import Ledger, open_ledger
from dateline.model import Extraction
from dateline.model.reading import Reading
from dateline.model.situation import Situation
from dateline.read import read_bytes
from dateline.reconcile import reconcile
from dateline.run import parts
from dateline.run.hands import Hands
from dateline.run.pages import pages_of
from dateline.run.situations import GazetteerContainment, reconcile_ledger

TOWNS = ("Riberalta", "Trinidad in Bolivia", "Nampula", "Beira", "Tete")
DISPATCH = (
    "ORVEL, 3 March 2031 (Reuters) - A market fire killed 12 people in Riberalta on Monday, the fire brigade said. The "
    "fire began in a store of paraffin before dawn and burnt until noon, and smoke lay over the river all day. "
    "Traders said that the pumps had been dry since the summer and that nobody had mended them."
)
Step = Callable[[Ledger, Random], object]


def _pages(chance: Random) -> list[Reading]:
    """Invented news of few places and days, so that pages meet: harm, flight, copies, two towns on one page."""
    told = []
    for number in range(34):
        town, other, day = chance.choice(TOWNS), chance.choice(TOWNS), chance.randint(1, 9)
        killed, fled = chance.randint(2, 9), 100 * chance.randint(3, 40)
        told.append(
            chance.choice(
                (
                    f"Blast in {town}\n\nA blast killed {killed} people in {town} on {day} March 2031.",
                    f"The mayor said {killed} people were killed, 20 injured in {town} on {day} March 2031.",
                    f"Flood\n\nMore than {fled} people fled {town} on {day} March 2031, the Red Cross said.",
                    f"Camps\n\nOn {day} June 2031 {fled} displaced people were in {town}, IOM said.",
                    f"{fled} people were displaced. In {other}, {killed} people died on {day} March 2031.",
                    f"Another fire\n\n{DISPATCH} Page {number}.",
                    f"{killed} people may be killed in {town}, the ministry warned on {day} March 2031.",
                )
            )
        )
    named = enumerate(text.encode() for text in told)
    return [read_bytes(text, name=f"{n}.txt", published=f"2031-03-{n % 20 + 5:02}") for n, text in named]


@pytest.fixture(scope="module")
def pages() -> list[tuple[Reading, Extraction]]:
    chance = Random(3)
    return [(page, dateline.extract(page.document).extractions[0]) for page in _pages(chance)]


def _add(pages: list[tuple[Reading, Extraction]], ledger: Ledger, chance: Random) -> None:
    page, found = chance.choice(pages)
    ledger.add(page, found.claims if chance.random() < 0.9 else found.claims[:1], extractor="rules")


def _claim(ledger: Ledger, chance: Random) -> str:
    return chance.choice(sorted(found.claim.claim_id for found in ledger.claims()) or ["none"])


def _group(ledger: Ledger, chance: Random) -> None:
    ids = [_claim(ledger, chance) for _ in range(3)]
    ledger.group(chance.choice(("merge", "split", "recommend")), ids, by="Ana", why="seen")


def _judge(ledger: Ledger, chance: Random) -> None:
    ledger.judge(chance.choice(("reject", "accept")), _claim(ledger, chance), by="Ana", why="seen")


def _correct(ledger: Ledger, chance: Random) -> None:
    low = str(chance.randint(1, 9))
    ledger.judge("correct", _claim(ledger, chance), by="Ana", why="seen", field="range", value=low)


def _withdraw(ledger: Ledger, chance: Random) -> None:
    ledger.withdraw(_claim(ledger, chance), by="Ana", why="seen")


def _undo(ledger: Ledger, chance: Random) -> None:
    decided = [entry.seq for entry in ledger.audit() if entry.what in ("merge", "split", "recommend", "undo", "reject")]
    ledger.undo(chance.choice(decided or [0]), by="Ana", why="seen again")


def _purge(ledger: Ledger, chance: Random) -> None:
    ids = sorted(one.document.id for one in ledger.documents())
    ledger.purge(chance.choice(ids or ["none"]), by="Ana", why="asked to")


def _once(ledger: Ledger) -> list[Situation]:
    """What computing everything gives, from the listing alone."""
    with Hands(ledger, jobs=1) as hands:
        pages = pages_of(ledger, "afresh", hands)
    found = reconcile(
        list(parts.reported(ledger.claims(), pages)), origins=pages.origins, heads=pages.heads,
        decisions=ledger.groupings(), containment=GazetteerContainment(),
    )  # fmt: skip
    return list(found)


@pytest.mark.parametrize("seed", range(6))
def test_step_by_step_is_all_at_once(pages: list[tuple[Reading, Extraction]], tmp_path: Path, seed: int) -> None:
    chance = Random(seed)
    add: Step = lambda ledger, chance: _add(pages, ledger, chance)  # noqa: E731
    steps: tuple[Step, ...] = (add, add, add, add, _group, _group, _judge, _correct, _withdraw, _undo, _purge)
    taken_over = 0
    with open_ledger(tmp_path / "ledger.db") as ledger:
        for _ in range(4):
            add(ledger, chance)
        for _ in range(14):
            for _ in range(chance.choice((1, 1, 2))):
                try:
                    chance.choice(steps)(ledger, chance)
                except (dateline.DatelineError, UsageError):
                    continue
            found = reconcile_ledger(ledger, store=True)
            assert list(found.situations) == _once(ledger)
            assert sorted(one.situation_id for one in ledger.situations()) == sorted(
                one.situation_id for one in found.situations
            )
            taken_over += len(found.situations) - len(found.computed)
        assert reconcile_ledger(ledger, store=True).computed == frozenset()
    assert taken_over > 10


@pytest.mark.parametrize("seed", range(2))
def test_the_order_of_adding_makes_no_difference(
    pages: list[tuple[Reading, Extraction]], tmp_path: Path, seed: int
) -> None:
    stood = []
    for name in ("one", "two"):
        some = pages[:20]
        Random(seed if name == "one" else seed + 50).shuffle(some)
        with open_ledger(tmp_path / f"{name}.db") as ledger:
            for page, found in some:
                ledger.add(page, found.claims, extractor="rules")
                last = reconcile_ledger(ledger, store=True)
        stood.append(last.situations)
    assert stood[0] == stood[1]


def test_a_page_of_elsewhere_computes_nothing_else(pages: list[tuple[Reading, Extraction]], tmp_path: Path) -> None:
    far = read_bytes(
        b"In Oslo 7 people were killed on 3 March 2030, the police said.", name="far", published="2030-03-04"
    )
    with open_ledger(tmp_path / "ledger.db") as ledger:
        for page, found in pages:
            ledger.add(page, found.claims, extractor="rules")
        before = reconcile_ledger(ledger, store=True).situations
        ledger.add(far, dateline.extract(far.document), extractor="rules")
        after = reconcile_ledger(ledger, store=True)
        changed = reconcile_ledger(ledger, store=True, changed=True)
    assert len(after.computed) == 1
    assert set(before) < set(after.situations)
    assert changed.situations == ()


def test_many_processes_find_what_one_finds(
    pages: list[tuple[Reading, Extraction]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "ENOUGH", 3)
    with open_ledger(tmp_path / "ledger.db") as ledger:
        for page, found in pages:
            ledger.add(page, found.claims, extractor="rules")
        assert reconcile_ledger(ledger, jobs=2).situations == reconcile_ledger(ledger).situations
        assert list(reconcile_ledger(ledger).situations) == _once(ledger)
