"""Copies collapse first: the same wording is one witness. The head of a cluster stands for all, else the earliest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from dateline.reconcile.item import Item

LEAST_WORDS: Final = 6
"""Shorter sentences are alike by chance: they are copies only within one syndication cluster."""


def collapse(items: Iterable[Item]) -> tuple[list[Item], dict[str, str]]:
    """The items without copies, and for each copy the claim that it copies.

    A copy has the figure, the term and the sentence of another document's claim, or the figure, the term and the
    places of a claim in the document that its own is a copy of.
    """
    firsts: dict[str, Item] = {}
    by_sentence: dict[tuple[object, ...], Item] = {}
    by_cluster: defaultdict[tuple[object, ...], list[Item]] = defaultdict(list)
    kept, copies = [], {}
    for item in sorted(items, key=lambda item: (item.head != item.claim.document_id, item.age)):
        what = (item.claim.term, item.figure.low, item.figure.high, item.figure.unit, item.claim.part_of is None)
        sentence = (what, item.wording)
        cluster = (what, item.head, item.slot.key if item.slot else None)
        first = by_sentence.get(sentence) if item.wording.count(" ") + 1 >= LEAST_WORDS else None
        if first is None or first.claim.document_id == item.claim.document_id:
            first = next((one for one in by_cluster[cluster] if _other_page(one, item)), None)
        if first is not None and _other_page(first, item):
            copies[item.id] = firsts[first.id].id
            firsts[item.id] = firsts[first.id]
            continue
        firsts[item.id] = item
        by_sentence.setdefault(sentence, item)
        by_cluster[cluster].append(item)
        kept.append(item)
    return kept, copies


def _other_page(one: Item, other: Item) -> bool:
    return one.claim.document_id != other.claim.document_id
