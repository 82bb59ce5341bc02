"""The day of what a title counts. A title sums up its page: a figure of it is the one that the text tells, with the
text's own day, whatever day was carried over from the sentence next to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from dateline.reconcile.item import Item
from dateline.vocab.fold import fold


def dated_by_their_text(items: Sequence[Item]) -> list[Item]:
    """The items; counts of a title that states no day have the day of the one equal figure of their page that does."""
    told: defaultdict[tuple[object, ...], list[Item]] = defaultdict(list)
    for item in items:
        if item.window is not None and not _carried(item):
            told[_counted(item)].append(item)
    return [_dated(item, told[_counted(item)]) for item in items]


def _dated(item: Item, told: Sequence[Item]) -> Item:
    if item.window is None or item.figure.implied or not _carried(item) or not _of_title(item):
        return item
    windows = {one.window for one in told}
    return replace(item, window=windows.pop()) if len(windows) == 1 else item


def _counted(item: Item) -> tuple[object, ...]:
    figure = item.figure
    return item.claim.document_id, item.strand, item.whom, figure.unit, figure.low, figure.high, item.claim.part_of


def _carried(item: Item) -> bool:
    """True where the words of its day stand in another sentence."""
    words = item.claim.period.text
    return words is not None and words not in item.claim.excerpt.text


def _of_title(item: Item) -> bool:
    title = item.reported.title
    return bool(title) and fold(item.claim.excerpt.text) in fold(title or "")
