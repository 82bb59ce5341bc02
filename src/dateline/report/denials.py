"""Who denies: a denial stands beside the figures close to which a page prints it, since no reader should miss it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from dateline.report.view import View
from dateline.vocab.load import word_set

CLOSE: Final = 350
"""Characters behind a figure's sentence within which a denial is taken to be read with it: about two sentences."""
MOST_DENIED: Final = 6
"""Denials that one situation lists."""
_DENY: Final = word_set("reconcile_en", "voice", "denial")


@dataclass(frozen=True, slots=True)
class Denial:
    """A statement that denies, its words, and the figure that it is printed next to. Whether it means that figure is
    for the reader to judge.
    """

    view: View
    words: str
    beside: View


def denials(claims: Iterable[str], views: Mapping[str, View]) -> list[Denial]:
    """The denials of which the last figure told before is of these claims, each once, in the order of their pages."""
    own = {views[claim].id for claim in claims if claim in views}
    sentences = {(views[claim].paper.id, views[claim].excerpt) for claim in own}
    pages = {page for page, _ in sentences}
    here = [view for view in views.values() if view.paper.id in pages]
    figures = [view for view in here if view.kind == "figure"]
    found = []
    for view in sorted(filter(_denies, here), key=lambda view: (view.paper.id, view.excerpt, view.id)):
        near = [one for one in figures if one.paper.id == view.paper.id and _close(one, view)]
        last = max(near, key=lambda one: (one.excerpt, one.id in own, one.id), default=None)
        if last is not None and (last.paper.id, last.excerpt) in sentences:
            found.append(Denial(view, "".join(piece.words for piece in view.passage), last))
    return list({one.words: one for one in found}.values())[:MOST_DENIED]


def _denies(view: View) -> bool:
    return view.cue is not None and not _DENY.isdisjoint(view.cue.lower().split())


def _close(figure: View, denial: View) -> bool:
    return figure.excerpt[0] <= denial.excerpt[0] <= figure.excerpt[1] + CLOSE
