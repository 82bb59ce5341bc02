"""The closed words of the contract as an analyst says them. The order of `TERMS` is the order of the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from dateline.vocab.nearly import says_nearly

Row = dict[str, Any]

TERMS: Final = {
    "killed": "Killed",
    "injured": "Injured",
    "missing": "Missing",
    "detained": "Detained",
    "trapped": "Trapped",
    "displaced": "Displaced",
    "forced_to_flee": "Forced to flee",
    "evacuated": "Evacuated",
    "relocated": "Relocated",
    "crossed_border": "Crossed a border",
    "returned": "Returned",
    "sheltered": "Sheltered",
    "in_relief_camp": "In a relief camp",
    "homeless": "Homeless",
    "destroyed_housing": "Housing destroyed",
    "partially_destroyed_housing": "Housing partly destroyed",
    "uninhabitable_housing": "Housing not fit to live in",
    "affected": "Affected",
    "other": "Other harm or movement",
}
KINDS: Final = {"figure": "figure", "statement": "statement", "event": "event"}
STATEMENTS: Final = "Statements and events"
FORMS: Final = {"speech": "said", "caption": "caption of a picture", "opinion": "the page's own opinion"}
EVENTS: Final = {
    "armed_clash": "armed clash",
    "air_strike": "air strike",
    "shelling": "shelling",
    "explosion": "explosion",
    "attack_on_civilians": "attack on civilians",
    "attack": "attack",
    "killing": "killing of somebody chosen or captive",
    "control_gained": "place taken",
    "control_lost": "place lost",
    "withdrawal": "withdrawal",
    "deployment": "forces sent",
    "siege": "siege or blockade",
    "arrest": "arrest",
    "abduction": "abduction",
    "release": "release of captives",
    "ceasefire": "ceasefire",
    "talks": "talks",
    "aid_delivered": "aid delivered",
    "aid_denied": "aid denied",
    "evacuation_order": "order to leave",
    "search_operation": "search",
    "property_destroyed": "property destroyed",
    "robbery": "robbery or looting",
    "protest": "protest",
    "hazard": "hazard strikes",
    "threat": "threat",
}
"""Heads the claims that count nobody."""

MEASURES: Final = {"flow": "flow", "stock": "stock"}
MODALITIES: Final = {
    "asserted": "told as having happened",
    "forecast": "forecast",
    "planned": "planned",
    "ordered": "ordered",
    "conditional": "conditional",
    "negated": "said not to have happened",
    "threatened": "threatened",
}
CAUSES: Final = {"conflict": "conflict", "disaster": "disaster", "other": "other"}
SOURCE_TYPES: Final = {
    "un": "United Nations",
    "ngo": "aid or rights group",
    "government": "government",
    "military": "military",
    "media": "media",
    "monitor": "monitoring group",
    "witness": "witness",
    "armed_group": "armed group",
    "other": "other",
}
STATUSES: Final = {
    "unreviewed": "not reviewed by a person",
    "accepted": "accepted by a person",
    "corrected": "corrected by a person",
    "rejected": "rejected by a person",
    "withdrawn": "withdrawn",
}
_COUNTED: Final = {
    "person": ("person", "people"),
    "household": ("household", "households"),
    "dwelling": ("dwelling", "dwellings"),
}


@dataclass(frozen=True, slots=True)
class Number:
    """A figure in words. `spoken` adds what a screen reader would not say of its signs ("" where there are none)."""

    shown: str
    spoken: str = ""


def number(figure: Row) -> Number:
    """The range as the text gives it, never a midpoint: "≥ 1,200 people", "20,000–99,999 people", "up to 5 people",
    "nearly 3,000 people".
    """
    if figure["implied"]:
        return Number("one (described)")
    low, high = figure["low"], figure["high"]
    counted = _COUNTED[figure["unit"]][0 if low == high == 1 else 1]
    about = "about " if figure["quantifier"] == "approximately" else ""
    shown, spoken = _range(low, high)
    if low is None and high is not None and says_nearly(figure["text"]):
        shown = f"nearly {high:,}"
    return Number(f"{about}{shown} {counted}", spoken)


def _range(low: int | None, high: int | None) -> tuple[str, str]:
    if low is None:
        return "an open number of" if high is None else f"up to {high:,}", ""
    if high is None:
        return f"≥ {low:,}", f"at least {low:,}"
    if low == high:
        return f"{low:,}", ""
    return f"{low:,}–{high:,}", f"{low:,} to {high:,}"


def term(row: Row) -> str:
    """What happened to them, as a heading."""
    return TERMS.get(row["term"] or "", STATEMENTS if row["figure"] is None else TERMS["other"])


def counted(number: int, one: str, many: str | None = None) -> str:
    """A count with its noun: "1 claim", "2 claims"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(words: list[str]) -> str:
    """Words as a sentence lists them: "A", "A and B", "A, B and C"."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
