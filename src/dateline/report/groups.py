"""The claims by country and by what happened; within that, apart: what is told in different senses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from dateline.report import words
from dateline.report.nesting import Tree, trees, views_of
from dateline.report.scale import Scale, scale_of
from dateline.report.view import View
from dateline.report.where import NO_COUNTRY, SEVERAL

T = TypeVar("T")
K = TypeVar("K")
Told = dict[tuple[str, str], list[View]]
"""All claims by country and term, wherever they stand on the page."""

TERM_ORDER = [*words.TERMS.values(), words.STATEMENTS]
"""The headings in the order of the page."""


@dataclass(frozen=True, slots=True)
class Sense:
    """One way of telling: its heading, in words what its numbers mean, and its measure ("" when it has no one)."""

    title: str
    meaning: str
    measure: str = ""


FLOW = Sense("During a period (flow)", "to how many it happened between two dates", "flow")
STOCK = Sense("At a moment (stock)", "how many were so at a date; two dates count the same people twice", "stock")
UNCLEAR = Sense("Flow or stock not clear", "the text does not tell whether it happened in a period or was so at a date")
NOT_YET = Sense("Not told as having happened", "forecasts, plans, orders and conditions: nobody says that it came so")
DENIED = Sense("Said not to have happened", "the text says that it did not happen to so many")
SENSES = (FLOW, STOCK, UNCLEAR, NOT_YET, DENIED)


@dataclass(frozen=True, slots=True)
class Block:
    """Claims told in one sense, oldest first; parts follow their whole, whatever their own sense."""

    sense: Sense
    trees: list[Tree]


@dataclass(frozen=True, slots=True)
class Origins:
    """Who stands behind claims: different publishers, documents that name none, different credited parties."""

    publishers: int
    unnamed: int
    sources: int

    def __str__(self) -> str:
        told = [words.counted(self.publishers, "publisher")] if self.publishers else []
        told += [words.counted(self.unnamed, "document") + " without publisher"] if self.unnamed else []
        credited = words.counted(self.sources, "credited party", "credited parties")
        return ", ".join([*told, credited if self.sources else "nobody credited"])


@dataclass(frozen=True, slots=True)
class Group:
    """The claims of one term in one country, with the parts under them, whatever their term.

    `views` are all that stand here, `told` all claims of the term and country, wherever they stand; `away` are those
    of `told` that stand under their whole elsewhere.
    """

    anchor: str
    country: str
    title: str
    blocks: list[Block]
    views: list[View]
    told: list[View]
    origins: Origins
    scale: Scale | None

    @property
    def away(self) -> list[View]:
        """Claims of this term and country that stand under their whole in another group."""
        here = {view.id for view in self.views}
        return [view for view in self.told if view.id not in here]

    def __str__(self) -> str:
        others = sum(view.term != self.title for view in self.views)
        under = f" and {others} of another kind under them" if others else ""
        return f"{words.counted(len(self.views) - others, 'claim')}{under}"


@dataclass(frozen=True, slots=True)
class Section:
    """The claims of one country."""

    anchor: str
    title: str
    groups: list[Group]
    views: list[View]
    origins: Origins

    @property
    def is_rest(self) -> bool:
        """True for the claims that are of no one country."""
        return self.title in (SEVERAL, NO_COUNTRY)


def sections(views: Sequence[View]) -> list[Section]:
    """Countries with most claims first, those without one country last; terms in the order of `words.TERMS`."""
    found = trees(views)
    told = _sorted_into(views, lambda view: (view.country, view.term))
    by_country = _sorted_into(found, lambda tree: tree.root.country)
    ordered = sorted(by_country.items(), key=lambda item: (item[0] in (SEVERAL, NO_COUNTRY), -_size(item[1]), item[0]))
    return [_section(f"s{place}", country, inside, told) for place, (country, inside) in enumerate(ordered, 1)]


def _section(anchor: str, country: str, inside: list[Tree], told: Told) -> Section:
    by_term = _sorted_into(inside, lambda tree: tree.root.term)
    groups = [
        _group(f"{anchor}-{TERM_ORDER.index(term)}", term, by_term[term], told[country, term])
        for term in sorted(by_term, key=TERM_ORDER.index)
    ]
    own = views_of(inside)
    return Section(anchor, country, groups, own, origins(own))


def _group(anchor: str, term: str, inside: list[Tree], told: list[View]) -> Group:
    by_sense = _sorted_into(inside, lambda tree: sense(tree.root).title)
    blocks = [Block(one, by_sense[one.title]) for one in SENSES if one.title in by_sense]
    own = views_of(inside)
    return Group(anchor, inside[0].root.country, term, blocks, own, told, origins(own), scale_of(own))


def sense(view: View) -> Sense:
    """In which sense a claim is told: its modality before its measure."""
    if view.modality == "negated":
        return DENIED
    if not view.happened:
        return NOT_YET
    return {"flow": FLOW, "stock": STOCK}.get(view.measure or "", UNCLEAR)


def origins(views: Iterable[View]) -> Origins:
    """Count who stands behind the claims. Parties and publishers are compared by their names, case aside."""
    publishers: set[str] = set()
    unnamed: set[str] = set()
    sources: set[str] = set()
    for view in views:
        sources |= {(source.resolved or source.name).casefold() for source in view.sources}
        if view.paper.publisher:
            publishers.add(view.paper.publisher.casefold())
        else:
            unnamed.add(view.paper.id)
    return Origins(len(publishers), len(unnamed), len(sources))


def _sorted_into(things: Iterable[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    into: dict[K, list[T]] = defaultdict(list)
    for thing in things:
        into[key(thing)].append(thing)
    return into


def _size(inside: list[Tree]) -> int:
    return sum(len(tree.lines) for tree in inside)
