"""What the words around a stretch say of it: where it stands, what it belongs to, who speaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.extract.place.body import of_body
from dateline.extract.place.institution import institution_of
from dateline.extract.place.kinds import before_name, kinds_of, of_many
from dateline.extract.place.lead import Lead, lead_to
from dateline.extract.place.scan import Scan
from dateline.extract.place.stretch import Stretch
from dateline.extract.place.words import KindClass, words

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around a stretch.

    `lead`: the preposition before it. `kind`: the class of the kind word that goes with it, `plural` of one that goes
    with a list of names ("X and Y provinces"); `kind_before`: where it stands when before the name. `title`, `named`,
    `body`: a person's title, the word for a storm or an operation, a body's noun stands with it. `institution`: the
    first and last word of the name of an institution or a building in which it stands, None where in none. `token`:
    its last token.
    """

    lead: Lead
    kind: KindClass | None
    plural: KindClass | None
    kind_before: int | None
    title: bool
    named: bool
    body: bool
    institution: tuple[int, int] | None
    token: Token


def context_of(scan: Scan, stretch: Stretch) -> Context:
    """The context of a stretch."""
    lists = words()
    before = scan.lower(stretch.first - 1) if stretch.first and scan.gap(stretch.first - 1) == " " else ""
    at, kind_before = before_name(scan, stretch.first)
    kind, plural = kinds_of(scan, stretch, kind_before)
    lead = lead_to(scan, at)
    return Context(
        lead=lead,
        kind=kind,
        plural=plural,
        kind_before=kind_before,
        title=before in lists.titles and kind is None,
        named=before in lists.named or _plural_named(scan, stretch),
        body=of_body(scan, stretch, at, lead),
        institution=institution_of(scan, stretch),
        token=scan.token(
            stretch.last if stretch.kind_at is None or of_many(scan, stretch.kind_at) else stretch.kind_at
        ),
    )


def _plural_named(scan: Scan, stretch: Stretch) -> bool:
    """ "Typhoon Bopha", "Operation X": also when the word stands first in the run."""
    return scan.lower(stretch.first) in words().named and stretch.size > 1
