"""Whether a claim as it now stands answers a filter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.errors import UsageError
from dateline.ledger.dates import days_of, moment_of
from dateline.ledger.types import ClaimFilter, LedgerClaim
from dateline.model import Claim, Place
from dateline.model.judgement import CLAIM_STATUSES
from dateline.model.words import KINDS, MODALITIES, TERMS
from dateline.vocab.countries import country_of
from dateline.vocab.fold import fold


@dataclass(frozen=True, slots=True)
class Matcher:
    """A filter made ready once for many claims: names folded, dates as days. See `matcher_for`."""

    asked: ClaimFilter
    place: str
    place_country: str | None
    source: str
    since: str
    period: tuple[date, date] | None

    def accepts(self, found: LedgerClaim) -> bool:
        """True when all that is asked holds."""
        return self._is_listed(found) and self._has_values(found) and self._has_names(found.claim)

    def _is_listed(self, found: LedgerClaim) -> bool:
        asked = self.asked
        if found.superseded_by and not asked.include_superseded:
            return False
        if found.retired and not asked.include_retired:
            return False
        if asked.status:
            return found.status == asked.status
        if found.status == "rejected":
            return asked.include_rejected
        return found.status != "withdrawn" or asked.include_withdrawn

    def _has_values(self, found: LedgerClaim) -> bool:
        asked, claim = self.asked, found.claim
        return (
            (asked.term is None or claim.term == asked.term)
            and (asked.kind is None or claim.kind == asked.kind)
            and (asked.modality is None or claim.modality == asked.modality)
            and (asked.country is None or claim.country == asked.country.upper())
            and (asked.min_score is None or claim.score >= asked.min_score)
            and found.added_at >= self.since
            and (self.period is None or overlaps(claim, found.document.published, *self.period))
        )

    def _has_names(self, claim: Claim) -> bool:
        if self.asked.place is not None and not self._in_place(claim):
            return False
        names = (name for source in claim.sources for name in (source.name, source.resolved))
        return self.asked.source is None or any(_has_words(name, self.source) for name in names)

    def _in_place(self, claim: Claim) -> bool:
        country = self.place_country
        if country and (claim.country == country or any(p.place and p.place.country == country for p in claim.places)):
            return True
        return any(_has_words(name, self.place) for place in claim.places for name in _names_of(place))


def matcher_for(asked: ClaimFilter) -> Matcher:
    """Make a filter ready. Raises UsageError for a value that no claim can have."""
    for value, allowed, name in (
        (asked.term, TERMS, "term"),
        (asked.kind, KINDS, "kind"),
        (asked.modality, MODALITIES, "modality"),
        (asked.status, CLAIM_STATUSES, "status"),
    ):
        if value is not None and value not in allowed:
            raise UsageError(f"{value!r} is no {name}: choose one of {', '.join(allowed)}")
    if asked.country is not None and not (len(asked.country) == 3 and asked.country.isalpha()):
        raise UsageError(f"{asked.country!r} is no country code: write the three letters of ISO 3166, such as SYR")
    return Matcher(
        asked,
        place=fold(asked.place or ""),
        place_country=country_of(asked.place) if asked.place else None,
        source=fold(asked.source or ""),
        since=moment_of(asked.since_added) if asked.since_added else "",
        period=_asked_period(asked.period_from, asked.period_to),
    )


def overlaps(claim: Claim, published: str | None, first: date, last: date) -> bool:
    """True when the claim's period shares a day with [first, last].

    A stock with only an end is a state on that day. An open start otherwise reaches back without limit; an open
    end reaches to the day of publication where that is known, for what happened or was so (not for a forecast, a
    plan, an order or a condition): nobody reports what comes after. Without a period, or without a year, False.
    """
    start, end = _days(claim.period.start), _days(claim.period.end)
    if not start and not end:
        return False
    if end and not start and claim.measure == "stock":
        start = end
    begins = start[0] if start else date.min
    ends = end[1] if end else max(begins, _last_reported(claim, published))
    return begins <= last and first <= ends


def _days(day: str | None) -> tuple[date, date] | None:
    try:
        return days_of(day) if day else None
    except UsageError:  # a machine's slip must not stop a listing; without a date the claim matches no period
        return None


def _last_reported(claim: Claim, published: str | None) -> date:
    if published is None or claim.modality not in ("asserted", "negated"):
        return date.max
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return date.max


def _asked_period(first: str | None, last: str | None) -> tuple[date, date] | None:
    if first is None and last is None:
        return None
    begins, ends = (days_of(day) if day else (date.min, date.max) for day in (first, last))
    if begins is None or ends is None:
        raise UsageError("a period is asked for with its year: write 2016, 2016-10 or 2016-10-03")
    if ends[1] < begins[0]:
        raise UsageError(f"the period {first}..{last} ends before it begins: write the earlier date first")
    return begins[0], ends[1]


def _names_of(place: Place) -> tuple[str | None, ...]:
    resolved = place.place
    return (place.name, resolved.name, resolved.admin1) if resolved else (place.name,)


def _has_words(name: str | None, asked: str) -> bool:
    """True when the asked words stand in the name as whole words, one after the other."""
    return bool(name and asked) and f" {asked} " in f" {fold(name or '')} "
