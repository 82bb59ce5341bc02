"""Each draft gets its places, period, sources and links; printed again, it is one claim."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dateline.extract.assemble.breakdown import broken_down
from dateline.extract.assemble.cause import cause_of
from dateline.extract.assemble.country import Countries
from dateline.extract.assemble.outcome import with_outcomes
from dateline.extract.assemble.parts import stated_parts
from dateline.extract.assemble.period import period_of
from dateline.extract.assemble.place_around import merged
from dateline.extract.assemble.places import Placed, places_of
from dateline.extract.assemble.repeats import groups_of_repeats
from dateline.extract.assemble.restated import same_as
from dateline.extract.assemble.score import score_of
from dateline.extract.assemble.sources import sources_of
from dateline.extract.assemble.sums import Repeats, summed_parts
from dateline.extract.draft import Attribution, Draft, Page, Timex, Toponym
from dateline.extract.place.containment import holds
from dateline.model import Period
from dateline.model.words import Role


@dataclass(frozen=True, slots=True)
class Filled:
    """A draft with all its fields, still at working offsets. `part_of` and `same_as` index the page's claims."""

    draft: Draft
    places: tuple[tuple[Toponym, Role], ...] = ()
    country: str | None = None
    period: Period = field(default_factory=Period)
    sources: tuple[Attribution, ...] = ()
    part_of: int | None = None
    same_as: int | None = None
    occurrences: tuple[tuple[int, int], ...] = ()
    score: float = 0.0


def fill(page: Page) -> list[Filled]:
    """The filled drafts of a page in reading order, repeats joined."""
    page = replace(page, drafts=with_outcomes(page))
    stated = stated_parts(page.drafts)
    countries = Countries(page)
    tellings = [
        _filled(draft, places, countries.of(draft, places), page)
        for draft, places in zip(page.drafts, places_of(page, stated), strict=True)
    ]
    groups = groups_of_repeats(page.drafts, lambda i, j: _clash(tellings[i], tellings[j]))
    groups.sort(key=lambda group: group[0])
    repeats = Repeats.of(groups)
    wholes = summed_parts(
        page.drafts,
        [None if w is None or repeats.claim[w] == repeats.claim[i] else w for i, w in enumerate(stated)],
        repeats,
        clash=lambda i, j: _clash(tellings[i], tellings[j]),
        away=lambda i, j: _away(tellings[i], tellings[j]),
    )
    wholes = broken_down(tellings, wholes, lambda i, j: _other_time(tellings[i], tellings[j]))
    claim_at = {index: at for at, group in enumerate(groups) for index in group}
    joined = [_joined(group, tellings, page.drafts, wholes, claim_at, at) for at, group in enumerate(groups)]
    for at, item in enumerate(joined):
        if _leads_back(at, [other.part_of for other in joined]):
            joined[at] = item = replace(item, part_of=None)
        if _leads_back(at, [other.same_as for other in joined]):
            joined[at] = replace(item, same_as=None)
    for at, item in enumerate(joined):
        if item.part_of is not None:
            joined[at] = _as_of_whole(item, joined[item.part_of], page)
    return joined


def _as_of_whole(part: Filled, whole: Filled, page: Page) -> Filled:
    """A part that is told without a time happened when its whole did ("… killed on Friday; 35 of the deaths in X")."""
    alike = part.draft.term == whole.draft.term and part.draft.measure == whole.draft.measure
    told = any(t.sentence == part.draft.sentence.index and _differs(t, whole.period) for t in page.timexes)
    near = part.draft.sentence.index == whole.draft.sentence.index or _of_them(part.draft)
    if not part.sources and near and alike:
        part = replace(part, sources=whole.sources)
    if part.period != Period() or not alike or told:
        return part
    return replace(part, period=replace(whole.period, text=None))


_OF_THEM = re.compile(
    r"\bof (?:them|these|those|whom|which|the (?:victims|dead|deaths|injured|wounded|missing|detainees|arrests))\b"
)


def _of_them(draft: Draft) -> bool:
    """The figure's own words take up the whole: "20 of them", "40 of the victims"."""
    at = draft.quantity.start - draft.sentence.start
    return bool(_OF_THEM.search(draft.sentence.text[max(0, at - 12) : at + 50].lower()))


def _differs(timex: Timex, period: Period) -> bool:
    return bool(timex.first or timex.last) and timex.text not in (period.text or "")


def _leads_back(at: int, links: Sequence[int | None]) -> bool:
    """Repeats joined to one claim may each name another whole, so that a claim would be a part of its own part."""
    next_at = links[at]
    for _ in links:
        if next_at is None or next_at == at:
            break
        next_at = links[next_at]
    return next_at == at


def _filled(draft: Draft, places: Placed, country: str | None, page: Page) -> Filled:
    return Filled(
        draft=replace(draft, cause=cause_of(draft, page)),
        places=places,
        country=country,
        period=period_of(draft, page),
        sources=sources_of(draft, page),
    )


def _clash(a: Filled, b: Filled) -> bool:
    """Two tellings that name different days are two figures."""
    return _other_time(a, b) or _elsewhere(a, b)


def _away(a: Filled, b: Filled) -> bool:
    """Both have places of their own, and none of the one is, holds or lies in one of the other."""
    own_a, own_b = ([t for t, _ in f.places if t.sentence == f.draft.sentence.index] for f in (a, b))
    pairs = [(x, y) for x in own_a for y in own_b]
    return bool(pairs) and all(_other_place(x, y) for x, y in pairs)


def _other_place(a: Toponym, b: Toponym) -> bool:
    same = a.name == b.name or (a.place is not None and b.place is not None and a.place.id == b.place.id)
    return not same and holds(a, b) is False and holds(b, a) is False


def _other_time(a: Filled, b: Filled) -> bool:
    starts = {a.period.start, b.period.start} - {None}
    if not starts:
        words = [_DAY.findall((filled.period.text or "").lower()) for filled in (a, b)]
        return all(words) and not set(words[0]) & set(words[1])
    return len(starts) > 1 and not _compatible(a.period.start, b.period.start)


_DAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b")
"""Days by which undated pages keep two events apart."""


def _elsewhere(a: Filled, b: Filled) -> bool:
    own_a = {p.name.lower() for p, _ in a.places if p.sentence == a.draft.sentence.index}
    own_b = {p.name.lower() for p, _ in b.places if p.sentence == b.draft.sentence.index}
    words_a = {w for name in own_a for w in name.split()}
    words_b = {w for name in own_b for w in name.split()}
    return bool(own_a and own_b) and not words_a & words_b and a.country != b.country


def _compatible(a: str | None, b: str | None) -> bool:
    if a is None or b is None:
        return True
    length = min(len(a), len(b))
    return a[:length] == b[:length] or a[-6:] == b[-6:]


def _joined(
    group: list[int],
    tellings: Sequence[Filled],
    drafts: Sequence[Draft],
    wholes: Sequence[int | None],
    claim_at: dict[int, int],
    at: int,
) -> Filled:
    """The fullest telling with what the others add; its own words win."""
    best = tellings[group[0]]
    others = [tellings[i] for i in sorted(group) if i != group[0]]
    best = replace(best, places=merged(best.places, [other.places for other in others]))
    for other in others:
        best = replace(
            best,
            country=best.country or other.country,
            period=best.period if best.period != Period() else other.period,
            sources=best.sources or other.sources,
        )
    whole = next((claim_at[w] for i in group if (w := wholes[i]) is not None), None)
    restated = next((claim_at[w] for i in group if (w := same_as(i, drafts)) is not None), None)
    sentences = [
        (drafts[i].sentence.start, drafts[i].sentence.end) for i in (group[0], *sorted(set(group) - {group[0]}))
    ]
    return replace(
        best,
        part_of=whole if whole != at and restated != whole else None,
        same_as=restated if restated != at else None,
        score=score_of(best.draft, sourced=bool(best.sources)),
        occurrences=tuple(dict.fromkeys(sentences)),
    )
