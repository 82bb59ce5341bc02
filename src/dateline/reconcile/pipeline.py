"""The stage over the corpus: claims in, situations out."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.model.ids import ID_LENGTH
from dateline.model.situation import ClaimRole, Decision, Link, Reported, SeriesPlace, Situation
from dateline.model.words import Cause
from dateline.reconcile import decisions as decided
from dateline.reconcile.alike import SLACK
from dateline.reconcile.copies import collapse
from dateline.reconcile.days import iso
from dateline.reconcile.excluded import Excluded, attach
from dateline.reconcile.families import INCIDENT_FAMILY, INCIDENT_TERMS
from dateline.reconcile.hits import by_incident, counts_the_hit, survivors, without_dead
from dateline.reconcile.incidents import incidents
from dateline.reconcile.inputs import inputs_of
from dateline.reconcile.item import NOT_ONE_KIND, Item, item_of, of_years, read_item
from dateline.reconcile.keys import situations
from dateline.reconcile.links import links_within
from dateline.reconcile.quantity import UNDATED
from dateline.reconcile.roles import roles, told_contradictions
from dateline.reconcile.series import series
from dateline.reconcile.settle import settle
from dateline.reconcile.slots import Containment, CountriesOnly
from dateline.reconcile.titles import dated_by_their_text
from dateline.reconcile.tolls import page_tolls, repeated, since_dead
from dateline.reconcile.voices import is_civil, tells_crime

BY_COUNTRY: Final = CountriesOnly()


@dataclass(frozen=True, slots=True)
class Group:
    """The claims of one situation before anything is settled. `links` are what brought them together, `hits` counts of
    an incident's dead and hurt together.
    """

    kind: str
    items: tuple[Item, ...]
    links: tuple[Link, ...]
    excluded: tuple[Excluded, ...]
    hits: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """A situation with the hash of all that it was computed from (`inputs_of`)."""

    situation: Situation
    inputs: str


def reconcile(
    claims: Iterable[Reported],
    *,
    origins: Mapping[str, str] | None = None,
    heads: Mapping[str, str] | None = None,
    decisions: Iterable[Decision] = (),
    containment: Containment = BY_COUNTRY,
) -> tuple[Situation, ...]:
    """What stands, by what the claims say. The order of the claims makes no difference.

    `origins` gives by document id the agency that a page's words come from, `heads` the document that it is a copy of;
    a document that is in neither speaks for its publisher. `decisions` are what people merged, split and recommended.
    `containment` states which place lies in which; without it only countries contain.

    Claims that were rejected or withdrawn, or whose document has a newer version, are for the caller to leave out.
    Raises MissingExtra where relations must be solved and HiGHS is not installed.
    """
    found = stands(claims, origins=origins, heads=heads, decisions=decisions, containment=containment)
    return tuple(sorted((one.situation for one in found), key=in_order))


def in_order(one: Situation) -> tuple[str, str, str, str]:
    """What situations are sorted by."""
    return one.term_family, one.country or "", one.start or "", one.situation_id


def stands(
    claims: Iterable[Reported],
    *,
    origins: Mapping[str, str] | None = None,
    heads: Mapping[str, str] | None = None,
    decisions: Iterable[Decision] = (),
    containment: Containment = BY_COUNTRY,
    known: Mapping[str, Situation] | None = None,
    rules: str = "",
) -> Iterator[Standing]:
    """As `reconcile`, in no order, each with the hash of its inputs. `known` gives by such a hash a situation computed
    earlier, which is taken over; `rules` goes into the hash: it must differ where another result might come out.
    """
    listed = sorted(decisions, key=lambda decision: decision.id)
    chosen = frozenset(claim for decision in listed if decision.action == "recommend" for claim in decision.claims)
    grouped, copies = groups(
        claims, origins=origins or {}, heads=heads or {}, decisions=listed, containment=containment
    )
    earlier = known or {}
    for group in grouped:
        inputs = inputs_of(group, copies, chosen, rules)
        found = earlier.get(inputs)
        yield Standing(found if found is not None else situation_of(group, copies, chosen, containment), inputs)


def groups(
    claims: Iterable[Reported],
    *,
    origins: Mapping[str, str],
    heads: Mapping[str, str],
    decisions: Iterable[Decision],
    containment: Containment,
) -> tuple[list[Group], dict[str, str]]:
    """The claims that belong together, and for each copy the claim that it copies. Each group can be settled alone."""
    items, excluded, hits = [], [], []
    for reported in sorted(claims, key=lambda reported: reported.claim.claim_id):
        if reported.claim.kind != "figure":
            continue
        read = item_of(reported, origins=origins, heads=heads, containment=containment)
        if isinstance(read, Item):
            items.append(read)
        elif counts_the_hit(reported) and (figure := reported.claim.figure):
            hit = read_item(reported, figure, "other", origins=origins, heads=heads, containment=containment)
            hits.append(hit)
        else:
            excluded.append(Excluded(reported, read, heads.get(reported.claim.document_id)))
    items = dated_by_their_text(items)
    reported_by_id = {item.id: item.reported for item in items}
    items, copies = collapse(items)
    excluded += [Excluded(reported_by_id[copy], f"a copy of {first}", None, first) for copy, first in copies.items()]
    moments, links, others = incidents(items, containment)
    whole = decided.apply([*moments, *situations(others)], decisions)
    wide = frozenset(item.id for item in others)
    hit_in = by_incident(hits, [found if _kind(found, wide) == "incident" else [] for found in whole])
    left = {hit.id for hit in hits} - {hit.id for found in hit_in.values() for hit in found}
    excluded += [Excluded(hit.reported, NOT_ONE_KIND, hit.head) for hit in hits if hit.id in left]
    hits_of = {item.id: tuple(found) for number, found in hit_in.items() for item in whole[number]}
    of_claim = defaultdict(list)
    for link in links:
        of_claim[link.first].append(link)
    made = []
    for members, left_out in attach(whole, excluded):
        here = {item.id for item in members}
        own = [link for claim in sorted(here) for link in of_claim[claim] if link.second in here]
        found_hits = next((hits_of[item.id] for item in members if item.id in hits_of), ())
        made.append(Group(_kind(members, wide), tuple(members), tuple(own), tuple(left_out), found_hits))
    return made, copies


def _kind(items: list[Item], wide: frozenset[str]) -> str:
    """An incident is harm at one moment: what a merge welds to more than that is a situation, and so are counts of a
    `wide` area, which no incident holds, of several days, or of several places on several pages: each day has its own
    dead, and each place.
    """
    harm = bool(items) and all(item.claim.term in INCIDENT_TERMS for item in items)
    spans = any(item.several or (item.window is not None and not (item.moment or item.someday)) for item in items)
    spans = spans or any(of_years(item.claim, item.figure) for item in items)
    if harm and not spans and wide.issuperset(item.id for item in items):
        windows = [item.window for item in items if item.window is not None]
        apart = max((w.begins for w in windows), default=0) - min((w.ends for w in windows), default=0)
        pages = len({item.head for item in items})
        spans = apart > SLACK or (pages > 1 and len({item.slot.key for item in items if item.slot}) > 1)
    return "incident" if harm and not spans else "situation"


def situation_of(
    group: Group, copies: Mapping[str, str], chosen: frozenset[str], containment: Containment
) -> Situation:
    """One situation, settled."""
    incident = group.kind == "incident"
    cause = _cause(group)
    wholes = {item.id: copies.get(item.claim.part_of, item.claim.part_of) for item in group.items if item.claim.part_of}
    items: Sequence[Item] = group.items
    died: dict[str, str] = {}
    if incident:
        again = repeated(items, group.excluded)
        died = since_dead(items, again)
        items, wholes = page_tolls([item for item in items if item.id not in died], wholes, again)
        items = without_dead(items, wholes)
        items = [*items, *survivors(group.hits, items, wholes)]
    done = settle(items, wholes, containment, incident=incident)
    rows, recommended = series(done, _fighting(group, cause), chosen)
    played = roles(done, recommended)
    for claim, other in died.items():
        played[claim] = ClaimRole(claim, "superseded", f"told of one who died, by {other}")
    for hit in group.hits:
        played.setdefault(hit.id, ClaimRole(hit.id, "excluded", NOT_ONE_KIND))
    for one in group.excluded:
        played[one.id] = ClaimRole(one.id, "excluded", one.reason)
    members: tuple[Item | Excluded, ...] = (*group.items, *group.hits, *group.excluded)
    first = min((one.reported.published or "9999", one.id) for one in members)
    window = done.moment if done.moment and done.moment != UNDATED else None
    days = [(row.start, row.end) for row in rows]
    return Situation(
        situation_id=_id(group.kind, first[1]),
        kind="incident" if incident else "situation",
        term_family=INCIDENT_FAMILY if incident else _family(group),
        place=_place(group) if incident else None,
        cause=cause,
        country=_common([one.reported.claim.country for one in members]),
        start=iso(window.begins) if window else min((start or end or "" for start, end in days), default="") or None,
        end=iso(window.ends) if window else max((end or start or "" for start, end in days), default="") or None,
        series=tuple(rows),
        contradictions=told_contradictions(done),
        roles=tuple(played[claim] for claim in sorted(played)),
        links=group.links or tuple(links_within(items, done.quantities, incident=incident)),
        documents=tuple(sorted({one.reported.claim.document_id for one in members})),
    )


def _id(kind: str, first: str) -> str:
    return hashlib.sha256(f"{kind}\x1f{first}".encode()).hexdigest()[:ID_LENGTH]


def _heard(group: Group) -> Sequence[Item | Excluded]:
    """The claims that take part; where none does, those that were left out."""
    return group.items or group.excluded


def _family(group: Group) -> str:
    families = [one.family for one in _heard(group)]
    return min(families, key=lambda family: (-families.count(family), family))


def _cause(group: Group) -> Cause | None:
    causes = [one.reported.claim.cause for one in _heard(group) if one.reported.claim.cause]
    return min(causes, key=lambda cause: (-causes.count(cause), cause), default=None)


def _fighting(group: Group, cause: Cause | None) -> Cause | None:
    """The cause as far as it makes a government a party: harm that its police or doctors count is no battle, and none
    is a crime or a mishap.
    """
    civil = group.kind == "incident" and any(is_civil(i.reported) or tells_crime(i.reported) for i in group.items)
    return None if civil else cause


def _common(values: list[str | None]) -> str | None:
    told = [value for value in values if value]
    return min(told, key=lambda value: (-told.count(value), value), default=None)


def _place(group: Group) -> SeriesPlace | None:
    """Where an incident was: the place that most of its claims name, the nearest to a point among equals."""
    order = ("point", "adm3", "adm2", "adm1", "adm0")
    shown = [item.slot.shown for item in group.items if item.slot is not None and item.slot.shown is not None]
    counts: defaultdict[str, int] = defaultdict(int)
    for place in shown:
        counts[place.name] += 1

    def rank(place: SeriesPlace) -> tuple[int, int, str]:
        return (order.index(place.place.precision) if place.place else len(order), -counts[place.name], place.name)

    return min(shown, key=rank, default=None)
