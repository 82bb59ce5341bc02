"""Blocks: the claims that can have anything to do with each other. Each block can be reconciled alone.

Two claims meet only where their documents are copies of one, where they count the same kind of thing in the same
country (or none), where they say the same words, or where a person decided about both. Whatever hangs together by
these, over however many claims, is a block; what is reconciled inside it needs no claim outside.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final

from dateline.model.situation import Decision, Reported
from dateline.reconcile.copies import LEAST_WORDS
from dateline.reconcile.families import FAMILY, INCIDENT_TERMS
from dateline.reconcile.groups import Groups
from dateline.vocab.fold import fold

_HARM: Final = "harm"
"""Killed and injured are told together."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """`of` gives by claim id its block, `keys` by key the block whose claims have it. A block's name is a key of it."""

    of: Mapping[str, int]
    keys: Mapping[int, int]


def keys_of(reported: Reported, heads: Mapping[str, str]) -> tuple[int, ...]:
    """What a claim meets others by, as hashes of 64 bits; two that are equal by chance make a block too large.

    Empty for a claim that situations never hold: it counts nothing.
    """
    claim = reported.claim
    if claim.kind != "figure":
        return ()
    kind = _HARM if claim.term in INCIDENT_TERMS else FAMILY[claim.term or "other"]
    told = [f"page\x1f{heads.get(claim.document_id, claim.document_id)}", f"in\x1f{claim.country}"]
    words = fold(claim.excerpt.text)
    if words.count(" ") + 1 >= LEAST_WORDS:
        told.append(f"said\x1f{words}")
    return tuple(_hashed(f"{kind}\x1f{one}") for one in told)


def blocks(keys: Mapping[str, tuple[int, ...]], decisions: Iterable[Decision]) -> Blocks:
    """The blocks of claims, whose `keys` (`keys_of`) are given by claim id. `decisions` as for `reconcile`."""
    together: Groups[int] = Groups()
    for own in keys.values():
        for key in own:
            together.join(own[0], key)
    for decision in decisions:
        named = [keys[claim][0] for claim in decision.claims if claim in keys]
        for key in named:
            together.join(named[0], key)
    return Blocks(
        {claim: together.top(own[0]) for claim, own in keys.items()},
        {key: together.top(key) for own in keys.values() for key in own},
    )


def _hashed(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)
