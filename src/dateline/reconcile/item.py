"""A claim as reconciliation sees it: what it counts, where, when, who says so, and the numbers that it allows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from dateline.model import Claim, Figure
from dateline.model.situation import Reported
from dateline.model.words import Term
from dateline.reconcile.days import LONG_AGO, Window, day_range, goes_on, window_of
from dateline.reconcile.deeds import one_deed, several_deeds
from dateline.reconcile.families import FAMILY, INCIDENT_TERMS, strand_of
from dateline.reconcile.figures import Interval, interval_of
from dateline.reconcile.slots import Containment, Slot, slot_of
from dateline.reconcile.voices import origin_of
from dateline.vocab.fold import fold
from dateline.vocab.load import load, word_set


@dataclass(frozen=True)
class Item:
    """A claim that takes part. `told` is the day of publication, None when unknown; `window` None: undated;
    `slot` None: unplaced. `head` is the document that its own is a copy of, or its own. `whom` names those whom the
    figure counts where they are but some ("children"), "" for people. `described` counts persons whom the page tells
    one by one, of an incident: the figure then bounds from below; None elsewhere.
    """

    reported: Reported
    figure: Figure
    family: str
    strand: str
    origin: str
    head: str
    told: int | None
    window: Window | None
    slot: Slot | None
    interval: Interval
    whom: str
    described: int | None = None

    @property
    def claim(self) -> Claim:
        """The claim itself."""
        return self.reported.claim

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.reported.claim.claim_id

    @property
    def measure(self) -> str:
        """stock or flow; a claim that does not say is read as a flow, which bounds less."""
        return self.claim.measure or "flow"

    @property
    def value(self) -> int | None:
        """The one number that the figure states or the persons told one by one; None for an open or ranged one."""
        if self.described is not None:
            return self.described
        return self.figure.low if self.figure.low == self.figure.high else None

    @property
    def moment(self) -> bool:
        """True for harm at one moment: killed or injured within three days, not over a period that goes on."""
        if self.claim.term not in INCIDENT_TERMS or goes_on(self.claim.period) or self.several:
            return False
        window = self.window
        return window is not None and window.ends - window.begins <= LONGEST_MOMENT

    @property
    def someday(self) -> bool:
        """True for harm on one day that is not told, but its month or year: that of one described person ("the 2016
        killing of a boy"), or of one deed ("a shooting that left three dead in August").
        """
        if self.claim.term not in INCIDENT_TERMS or goes_on(self.claim.period):
            return False
        if not self.figure.implied and not self.one_deed:
            return False
        window = self.window
        return window is not None and LONGEST_MOMENT < window.ends - window.begins <= LONGEST_SOMEDAY

    @cached_property
    def apart(self) -> bool:
        """True when the sentence says that it is another attack than the one told before."""
        text = self.claim.excerpt.text.lower()
        return any(words in text for words in _SEPARATE)

    @cached_property
    def several(self) -> bool:
        """True when the sentence tells a count of several deeds ("in two separate shootings"), of no one moment."""
        return not self.figure.implied and several_deeds(self.claim.excerpt.text)

    @cached_property
    def one_deed(self) -> bool:
        """True when the sentence speaks of one deed ("a shooting in which two died"), and of no others."""
        return one_deed(self.claim.excerpt.text)

    @cached_property
    def earlier(self) -> bool:
        """True when the sentence says that the count was given before ("an earlier toll")."""
        text = self.claim.excerpt.text.lower()
        return any(words in text for words in _EARLIER)

    @cached_property
    def wording(self) -> str:
        """The sentence in one spelling, to know copies by."""
        return fold(self.claim.excerpt.text)

    @property
    def age(self) -> tuple[str, str]:
        """Sorts by publication, unknown ones last, then by id."""
        return self.reported.published or "9999", self.id


NOT_ONE_KIND = "what happened to those counted is not of one kind"
"""Why a figure of several kinds of harm takes no part by itself."""


LONGEST_MOMENT = 2
"""Days between the first and the last on which one moment may have been (a weekend)."""


MOST_OF_A_DAY: Final = 50_000
"""Killed, or injured, from which a war's figure is the toll of its years, whatever day stands in its sentence."""

LONGEST_SOMEDAY = 366
"""Days in which one described person was harmed on one that is not told."""


def item_of(
    reported: Reported, *, origins: Mapping[str, str], heads: Mapping[str, str], containment: Containment
) -> Item | str:
    """The claim as an item, or the reason why it takes no part."""
    claim = reported.claim
    if claim.kind != "figure" or claim.figure is None:
        return "no figure"
    if claim.term is None or claim.term == "other":
        return NOT_ONE_KIND
    if claim.modality != "asserted":
        return f"{claim.modality}, not what happened"
    return read_item(reported, claim.figure, claim.term, origins=origins, heads=heads, containment=containment)


def read_item(
    reported: Reported,
    figure: Figure,
    term: Term,
    *,
    origins: Mapping[str, str],
    heads: Mapping[str, str],
    containment: Containment,
) -> Item:
    """A claim with what its document tells of it, whether or not it takes part."""
    claim = reported.claim
    published = day_range(reported.published)
    told = published[1] if published and published[0] == published[1] else None
    return Item(
        reported=reported,
        figure=figure,
        family=FAMILY[term],
        strand=strand_of(term),
        origin=origin_of(reported, origins),
        head=heads.get(claim.document_id, claim.document_id),
        told=told,
        window=_of_a_war(claim, figure, window_of(claim.period, claim.measure or "flow", told)),
        slot=slot_of(claim, containment),
        interval=interval_of(figure),
        whom=whom_of(figure.text),
    )


def of_years(claim: Claim, figure: Figure) -> bool:
    """True for so many killed or injured that they are the toll of a war's years."""
    many = figure.low is not None and figure.low >= MOST_OF_A_DAY
    return many and claim.cause == "conflict" and claim.term in INCIDENT_TERMS


def _of_a_war(claim: Claim, figure: Figure, window: Window | None) -> Window | None:
    """The window; of so many killed or hurt in a war that no day had them, from a beginning that nobody states."""
    if window is None or not of_years(claim, figure):
        return window
    if claim.measure == "stock" or window.ends - window.begins > LONGEST_MOMENT:
        return window
    return Window(LONG_AGO, window.ends_from, window.ends_from, window.ends)


@lru_cache(maxsize=1 << 12)
def whom_of(text: str) -> str:
    """Those whom a figure's noun names, by its last words that say so; "" for people, residents and the like."""
    words = fold(text).split()
    for at in range(len(words) - 1, -1, -1):
        for said in (" ".join(words[max(0, at - 1) : at + 1]), words[at]):
            if said in _WHOM:
                return _WHOM[said]
    return ""


_FIGURE = load("reconcile_en")["figure"]
_WHOM: dict[str, str] = {str(word): str(name) for name, words in _FIGURE["whom"].items() for word in words}
SIDES: Final[dict[str, str]] = {
    str(name): str(side) for side, names in load("reconcile_en")["people"]["apart"].items() for name in names
}
"""The side of those a figure counts, where its words name one: nobody is of two."""
_SEPARATE = tuple(sorted(word_set("reconcile_en", "incident", "separate")))
_EARLIER = tuple(sorted(word_set("reconcile_en", "incident", "earlier")))
