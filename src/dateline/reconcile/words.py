"""Reasons as sentences. Sources are named by their resolved name or their type, never by what the page calls them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from dateline.model.situation import SeriesPlace
from dateline.model.words import SourceType
from dateline.reconcile.days import LONG_AGO, SOME_DAY, Window
from dateline.reconcile.item import Item
from dateline.reconcile.quantity import UNDATED, Quantity
from dateline.vocab.load import load

_SEVERAL: Final = frozenset({"news media", "witnesses"})
"""Whoever of `_TOLD` are many, and "say"."""

_TOLD: dict[SourceType, str] = {
    "un": "the UN", "ngo": "an aid organisation", "government": "an official source", "military": "a military source",
    "media": "news media", "monitor": "a monitor", "witness": "witnesses", "armed_group": "an armed group",
    "other": "another source",
}  # fmt: skip

_STATE: dict[str, str] = {
    "displaced": "displaced", "evacuated": "evacuated", "relocated": "relocated", "sheltered": "in shelters",
    "in_relief_camp": "in relief camps", "homeless": "homeless", "crossed_border": "across the border",
    "returned": "returned", "destroyed_housing": "with destroyed homes", "killed": "killed", "injured": "injured",
    "partially_destroyed_housing": "with damaged homes", "uninhabitable_housing": "with uninhabitable homes",
    "missing": "missing", "detained": "detained", "trapped": "trapped", "affected": "affected",
}  # fmt: skip

_UNITS = {"person": "people", "household": "households", "dwelling": "dwellings"}


def number(value: float) -> str:
    """With thousands set apart, whole."""
    return f"{round(value):,}"


def day(value: int) -> str:
    """ "23 March 2017" """
    found = date.fromordinal(value)
    return f"{found.day} {found:%B %Y}"


def when(window: Window, measure: str) -> str:
    """When a quantity holds, in words; "" when it is undated."""
    if window == UNDATED:
        return ""
    if measure == "stock":
        if window.begins == window.ends:
            return f"on {day(window.ends)}"
        return f"between {day(window.begins)} and {day(window.ends)}"
    if window.begins == LONG_AGO:
        return f"by {day(window.ends)}" if window.ends != SOME_DAY else ""
    if window.ends == SOME_DAY:
        return f"since {day(window.begins)}"
    if window.begins == window.ends:
        return f"on {day(window.ends)}"
    return f"from {day(window.begins)} to {day(window.ends)}"


def who(item: Item) -> str:
    """Whoever speaks in a claim: a resolved source, its type, or the publisher."""
    sources = item.claim.sources
    if not sources:
        return item.reported.publisher or "a page without a publisher"
    return sources[0].resolved or _TOLD[sources[0].type]


def said(item: Item, quantity: Quantity, about: Quantity | None = None) -> str:
    """A claim in words: "IOM says 238,000 displaced in Aleppo on 15 March 2017", less what `about` has said already."""
    parts = [who(item), _says(item), amount(item)]
    if about is None or about[:3] != quantity[:3]:
        parts += [_whom(item.whom, one=1 in (item.figure.low, item.figure.high)), _state(item.strand, item.figure.unit)]
    if about is None or about.slot != quantity.slot:
        parts.append(place(item.slot.shown if item.slot else None))
    if item.claim.part_of is not None:
        parts.append("as a part of more")
    if about is None or about.window != quantity.window:
        parts.append(when(quantity.window, quantity.measure))
    return " ".join(part for part in parts if part)


def _says(item: Item) -> str:
    if not item.claim.sources:
        return "has"
    return "say" if who(item) in _SEVERAL else "says"


def listed(parts: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c" """
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else "".join(parts)


def amount(item: Item) -> str:
    """The figure in plain words, from its bounds and quantifier."""
    figure = item.figure
    if figure.low is None and figure.high is None:
        return "some"
    if figure.low is None:
        return f"{'nearly' if item.interval.low > 0 else 'up to'} {number(figure.high or 0)}"
    if figure.high is None:
        return f"at least {number(figure.low)}"
    if figure.low != figure.high:
        return f"{number(figure.low)} to {number(figure.high)}"
    return f"about {number(figure.low)}" if figure.quantifier == "approximately" else number(figure.low)


def _whom(whom: str, *, one: bool) -> str:
    """Those who are counted, after their number: "children", "member of the forces"; "" for people."""
    return str(_COUNTED[whom][0 if one else 1]) if whom else ""


_COUNTED: Final[dict[str, list[str]]] = load("reconcile_en")["figure"]["counted"]


def _state(strand: str, unit: str) -> str:
    state = _STATE.get(strand, strand.replace("_", " "))
    return state if unit == "person" else f"{_UNITS[unit]} {state}"


def place(shown: SeriesPlace | None) -> str:
    """ "in Aleppo", "from Aleppo"; "" without a place."""
    if shown is None:
        return ""
    near = shown.blurred == "near"
    if shown.role == "from":
        return f"from near {shown.name}" if near else f"from {shown.name}"
    return f"near {shown.name}" if near else f"in {shown.name}"


def bound(
    side: str,
    value: int,
    quantity: Quantity,
    shown: SeriesPlace | None,
    holders: Sequence[Item],
    quantities: Mapping[str, Quantity],
) -> str:
    """ "at most 274,000 displaced in Mirava on 23 March 2017, because …": the claims that hold the bound."""
    head = [
        f"{'at least' if side == 'low' else 'at most'} {number(value)}",
        _whom(quantity.whom, one=value == 1),
        _state(quantity.strand, quantity.unit),
    ]
    head += [place(shown), when(quantity.window, quantity.measure)]
    told = listed(list(dict.fromkeys(said(item, quantities[item.id], quantity) for item in holders)))
    sentence = " ".join(part for part in head if part)
    return f"{sentence}, because {told}" if told else sentence


def contradiction(items: Sequence[Item], quantities: Mapping[str, Quantity]) -> str:
    """ "These cannot all be true: …, but …" """
    found = [quantities[item.id] for item in items]
    if len(items) == 1:
        return f"This cannot be true, because no number is meant by it: {said(items[0], found[0])}"
    told = listed([said(item, quantity) for item, quantity in zip(items, found, strict=True)])
    return f"These cannot all be true, because {_clash(found)}: {told}"


def _clash(found: Sequence[Quantity]) -> str:
    if len(set(found)) == 1:
        return "they give different figures for the same"
    if any(quantity.scope.startswith("part:") for quantity in found):
        return "a part would exceed its whole"
    if {quantity.measure for quantity in found} == {"stock", "flow"}:
        return "more would be there than were there before and came since"
    if len({quantity.slot for quantity in found}) > 1:
        return "a place would have more than what contains it"
    return "a shorter time would count more than a longer one that contains it"
