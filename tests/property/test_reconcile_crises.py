"""Crises with a known truth (`bench/crises.py`): the bounds hold it, and what was planted against it is named."""

from __future__ import annotations

from collections import Counter

import pytest

import reconcile as bench
from crises import crisis


def test_over_two_hundred_crises_the_truth_lies_inside_and_what_was_planted_is_named() -> None:
    counts: Counter[str] = Counter()
    for seed in range(200):
        counts.update(bench.judged(crisis(seed, claims=40)))
    assert counts["inside"] >= 0.99 * counts["rows"]
    assert counts["named"] >= 0.95 * counts["planted"] > 0
    assert counts["false"] <= 0.05 * counts["contradictions"]
    assert counts["bounded"] >= 0.5 * counts["rows"], "bounds that say nothing hold every truth"


def test_a_crisis_is_the_same_for_the_same_seed() -> None:
    assert crisis(3).claims == crisis(3).claims
    assert crisis(3).claims != crisis(4).claims


def test_a_wrong_reading_of_figures_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Were every figure exact to one, true rounded claims would exclude each other and the truth."""
    from dateline.reconcile import item
    from dateline.reconcile.figures import Interval

    monkeypatch.setattr(item, "interval_of", lambda figure: Interval(figure.low or 0, figure.high or 10**9))
    counts: Counter[str] = Counter()
    for seed in range(5):
        counts.update(bench.judged(crisis(seed, claims=200)))
    assert counts["inside"] < 0.99 * counts["rows"]
    assert counts["false"] > 0.05 * counts["contradictions"]
