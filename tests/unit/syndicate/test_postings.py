"""Keys and postings: texts that share a passage meet, however many there are."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.syndicate import postings as postings_module
from dateline.syndicate.keys import RUN, WINDOW, keys
from dateline.syndicate.postings import NUMBER_BITS, SEEN, Postings

PASSAGE = RUN + WINDOW - 1


def text(seed: int, size: int) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 1 << 14, size).astype(np.uint16)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.integers(0, 10**6), st.integers(0, 80), st.integers(0, 80), st.integers(0, 80), st.integers(0, 80))
def test_a_shared_passage_gives_a_shared_key(seed: int, before: int, after: int, ahead: int, behind: int) -> None:
    """The guarantee of winnowing, for passages of `PASSAGE` words and no matter what stands around them."""
    passage = text(seed, PASSAGE)
    one = np.concatenate([text(seed + 1, before), passage, text(seed + 2, after)])
    other = np.concatenate([text(seed + 3, ahead), passage, text(seed + 4, behind)])
    assert np.intersect1d(keys(one), keys(other)).size


def test_keys_are_few_and_short_texts_have_one() -> None:
    assert 0.09 < len(keys(text(1, 10_000))) / 10_000 < 0.15
    assert [len(keys(text(2, size))) for size in (0, RUN - 1, RUN, RUN + WINDOW - 1)] == [0, 0, 1, 1]


@pytest.mark.parametrize("waiting", [1, 7, 50, 10**6])
def test_sorted_in_or_waiting_the_same_is_found(monkeypatch: pytest.MonkeyPatch, waiting: int) -> None:
    monkeypatch.setattr(postings_module, "WAITING", waiting)
    chance = np.random.default_rng(5)
    pool = chance.integers(0, 1 << 64, 60, dtype=np.uint64)
    pool[:2] = 0, (1 << 64) - 1
    filed = Postings()
    held: list[np.ndarray] = []
    for number in range(120):
        chosen = np.unique(chance.choice(pool, 6))
        expected = Counter(at for at, other in enumerate(held) for _ in np.intersect1d(chosen, other))
        found, counts = filed.find(chosen)
        assert dict(zip(found, counts, strict=True)) == expected and found == sorted(found)
        filed.add(chosen, number)
        held.append(chosen)


def test_of_a_key_that_many_have_the_first_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postings_module, "WAITING", 10**6)
    filed, key = Postings(), np.array([1 << 40], dtype=np.uint64)
    for number in range(3 * SEEN):
        filed.add(key, number)
    assert filed.find(key)[0] == list(range(SEEN))


def test_a_number_and_a_key_fit_into_an_entry() -> None:
    filed = Postings()
    last = (1 << NUMBER_BITS) - 1
    keyed = np.array([(1 << 64) - 1], dtype=np.uint64)
    filed.add(keyed, last)
    filed._sort_in()
    assert filed.find(keyed) == ([last], [1])
