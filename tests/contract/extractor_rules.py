"""What no extraction may break, one function a rule, and pages to try it on. Each rule gives its faults in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from dateline.model import Claim, Document, Extraction, Place, Source, Span
from dateline.model import words as lists
from dateline.model.ids import claim_id, document_id, sha256_of
from dateline.model.told import Phrase, phrases_of
from dateline.vocab.fold import fold

Fault = Callable[[Extraction], list[str]]


def document(text: str, *, name: str = "page", url: str | None = None, published: str | None = None) -> Document:
    """A document of the text, identified as one that was read."""
    sha256 = sha256_of(text.encode("utf-8", "replace"))
    return Document(name, document_id(sha256, url, None), sha256, text, url=url, published=published, lang="en")


PAGES: dict[str, Document] = {
    "empty": document(""),
    "nothing": document("Rain fell on the hills of Orvel. The Belo rose by 3 metres in two days."),
    "plain": document("Some 340 people fled Orvel."),
    "news": document(
        "Blast kills 12 in Kabul\n\nA blast killed at least 12 people in Kabul on Tuesday, the health ministry said, "
        "among them four children. A man was arrested. Of the wounded, nine are in hospital.\n\nA blast killed at "
        "least 12 people in Kabul on Tuesday, the health ministry said, among them four children.",
        published="2017-03-15",
    ),
    "broken": document(
        "Rain fell.Then at least140,000 people\nfled Nepalâ€™s hills; some 61, 000 people,or 12 000 families,were "
        "left homeless. Killed: 12\u00a0500\n\n• Orvel: tendeaths • Tarn: 3 385 displaced"
    ),
    "table": document("Orvel\nKilled: 12\nMissing: 9\nHouses destroyed: 1,200\n\nTarn\nKilled: 40\nInjured: 200"),
    "linked": document(
        "About 310 households (some 1,600 people) fled Nepal in May 2015, of whom 900 returned. Another 2,000 people "
        "could be displaced if the dam breaks. No one was killed. The 340 people of Tarn were told to leave."
    ),
    "numbers": document(
        "In 2015, 40% of 1,200 hectares at $400 in 3.5 days by 10:30; 0612-345-678; the 21st; 14-year-olds."
    ),
    "garbage": document(
        "\ufffd\u200b9" * 40 + " killed 12\u0000 people\u2028\u2029 \U0001f30a 340 \ud7ff fled\r\n\r\n\t"
    ),
    "long": document("Some 340 people fled Orvel and " * 200),
}


def figures_are_grounded(extraction: Extraction) -> list[str]:
    """A figure's words stand at its offsets, inside its excerpt, and say a number (or it is said to be implied)."""
    faults = []
    for claim in extraction.claims:
        figure, excerpt, text = claim.figure, claim.excerpt, extraction.document.text
        if figure is None:
            continue
        if text[figure.start : figure.end] != figure.text or not figure.text.strip():
            faults.append(f"{figure.text!r} does not stand at {figure.start}:{figure.end}")
        if not excerpt.start <= figure.start < figure.end <= excerpt.end:
            faults.append(f"{figure.text!r} stands outside its excerpt")
        if not figure.implied and not (re.search(r"\d", figure.text) or _NUMBER_WORD.search(fold(figure.text))):
            faults.append(f"{figure.text!r} says no number")
        if figure.implied and (figure.low, figure.high) != (1, 1):
            faults.append(f"{figure.text!r} is implied and not one")
    return faults


_NUMBER_WORD = re.compile(
    r"zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twel|thirt|fift|teen|twent|fort|fty|fourty|eight|ninet|"
    r"hundred|thousand|million|billion|dozen|score|tens|couple|half|quarter|lakh|lac|crore|no|nobody|none",
    re.IGNORECASE,
)


def words_stand_where_they_say(extraction: Extraction) -> list[str]:
    """Every quoted stretch is the text between its offsets, and lies inside the text."""
    text = extraction.document.text
    return [
        f"{words!r} does not stand at {start}:{end}"
        for words, start, end in _quotes(extraction)
        if not 0 <= start < end <= len(text) or text[start:end] != words
    ]


def _quotes(extraction: Extraction) -> Iterator[tuple[str, int, int]]:
    for claim in extraction.claims:
        yield claim.excerpt.text, claim.excerpt.start, claim.excerpt.end
        yield from ((p.name, p.start, p.end) for p in claim.places)
        yield from ((s.name, s.start, s.end) for s in claim.sources)
        yield from ((w.text, w.start, w.end) for w in phrases_of(claim))
    yield from ((m.text, m.start, m.end) for m in extraction.mentions)
    yield from ((r.text, r.start, r.end) for r in extraction.refusals)


def spans_lie_inside_the_text(extraction: Extraction) -> list[str]:
    """Occurrences and the spans of persons lie inside the text; persons where the claim quotes it, or in the title."""
    length, title = len(extraction.document.text), extraction.document.title or ""
    headed = [Span(0, len(title))] if title and extraction.document.text.startswith(title) else []
    faults = []
    for claim in extraction.claims:
        for span in (*claim.occurrences, *claim.persons):
            if not 0 <= span.start < span.end <= length:
                faults.append(f"{span} lies outside the text")
        told: list[Place | Source | Phrase] = [*claim.places, *claim.sources, *phrases_of(claim)]
        carried = [Span(item.start, item.end) for item in told]
        quoted = [*claim.occurrences, *carried, *headed]
        faults += [f"{p} masks nothing quoted" for p in claim.persons if not any(p.overlaps(q) for q in quoted)]
    return faults


def the_excerpt_is_the_first_occurrence(extraction: Extraction) -> list[str]:
    """`occurrences` lists the excerpt first, and every span once."""
    return [
        f"{claim.occurrences} of {claim.excerpt.start}:{claim.excerpt.end}"
        for claim in extraction.claims
        if claim.occurrences[:1] != (Span(claim.excerpt.start, claim.excerpt.end),)
        or len(set(claim.occurrences)) != len(claim.occurrences)
    ]


def values_are_of_the_contract(extraction: Extraction) -> list[str]:
    """Closed lists hold only their words; scores lie between 0 and 1."""
    faults = []
    for claim in extraction.claims:
        figure = claim.figure
        allowed = [
            (claim.kind, lists.KINDS),
            (claim.term, lists.TERMS if claim.kind == "figure" else (None,)),
            (claim.measure, lists.MEASURES if claim.kind == "figure" else (None,)),
            (claim.modality, lists.MODALITIES),
            (claim.cause, (*lists.CAUSES, None)),
            (figure and figure.quantifier, (*lists.QUANTIFIERS, None)),
            (figure and figure.unit, (*lists.UNITS, None)),
            (claim.event and claim.event.type, (*lists.EVENT_TYPES, None)),
            *((actor.role, lists.ACTOR_ROLES) for actor in (claim.event.actors if claim.event else ())),
            (claim.statement and claim.statement.form, (*lists.STATEMENT_FORMS, None)),
            *((source.type, lists.SOURCE_TYPES) for source in claim.sources),
            *((place.role, ("from", "to", "at")) for place in claim.places),
            *((place.modifier_kind, ("near", "part", "direction", None)) for place in claim.places),
        ]
        faults += [f"{value!r} is none of {words}" for value, words in allowed if value not in words]
        told = {"figure": claim.figure, "statement": claim.statement, "event": claim.event}
        faults += [f"a {claim.kind} with {kind}" for kind, value in told.items() if (kind == claim.kind) != bool(value)]
        if not 0 <= claim.score <= 1:
            faults.append(f"score {claim.score}")
        if claim.country is not None and not re.fullmatch(r"[A-Z]{3}", claim.country):
            faults.append(f"country {claim.country!r}")
        if not claim.extractor:
            faults.append("no extractor named")
    return faults


def bounds_are_in_order(extraction: Extraction) -> list[str]:
    """low is at most high, neither is negative, one of them is known, and the quantifier says which are open."""
    faults = []
    for claim in extraction.claims:
        figure = claim.figure
        if figure is None:
            continue
        low, high = figure.low, figure.high
        open_ends = {"more_than": (False, True), "less_than": (True, False)}
        fixed = open_ends.get(figure.quantifier, (False, False))
        loose = figure.quantifier == "vague" and (low is None) != (high is None)
        if (low is None and high is None) or min(low or 0, high or 0) < 0:
            faults.append(f"{figure.text!r}: {low}, {high}")
        elif low is not None and high is not None and low > high:
            faults.append(f"{figure.text!r}: {low} above {high}")
        elif not loose and (low is None, high is None) != fixed:
            faults.append(f"{figure.text!r}: {figure.quantifier} with {low}, {high}")
    return faults


def periods_are_dates(extraction: Extraction) -> list[str]:
    """Ends are ISO dates at their own precision ("2016-10", "--03-08"), the start no later than the end."""
    faults = []
    for claim in extraction.claims:
        start, end = claim.period.start, claim.period.end
        faults += [f"{day!r} is no date" for day in (start, end) if day is not None and not _DATE.fullmatch(day)]
        if start and end and len(start) == len(end) and start[:2] != "--" != end[:2] and start > end:
            faults.append(f"{start} after {end}")
    return faults


_DATE = re.compile(r"(?:\d{4}|-)(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


def ids_are_derived_and_distinct(extraction: Extraction) -> list[str]:
    """claim_id is the hash of kind, document and the figure's span; no two claims share one."""
    faults = []
    for claim in extraction.claims:
        if claim.document_id != extraction.document.id:
            faults.append(f"{claim.claim_id} is of another document")
        if claim.figure and claim.claim_id != claim_id(
            "figure", claim.document_id, claim.figure.start, claim.figure.end
        ):
            faults.append(f"{claim.claim_id} is not derived from {claim.figure.text!r}")
    ids = [claim.claim_id for claim in extraction.claims]
    return faults + [f"{one} twice" for one in set(ids) if ids.count(one) > 1]


def links_lead_to_other_claims_of_the_document(extraction: Extraction) -> list[str]:
    """part_of and same_as name a claim of the same document, never the claim itself, and never lead back to it."""
    by_id = {claim.claim_id: claim for claim in extraction.claims}
    faults = []
    for claim in extraction.claims:
        for link in (claim.part_of, claim.same_as):
            if link is not None and link not in by_id:
                faults.append(f"{claim.claim_id} is linked to {link}, which is no claim here")
        for field in ("part_of", "same_as"):
            if _returns(claim, field, by_id):
                faults.append(f"{field} of {claim.claim_id} leads back to it")
    return faults


def _returns(claim: Claim, field: str, by_id: dict[str, Claim]) -> bool:
    at = getattr(claim, field)
    for _ in by_id:
        if at is None or at not in by_id:
            return False
        if at == claim.claim_id:
            return True
        at = getattr(by_id[at], field)
    return at is not None


def a_restatement_is_in_another_unit(extraction: Extraction) -> list[str]:
    """same_as leads to a figure of another unit; what is the same in the same unit is one claim."""
    by_id = {claim.claim_id: claim for claim in extraction.claims}
    return [
        f"{claim.figure.text!r} restates in its own unit"
        for claim in extraction.claims
        if claim.figure and claim.same_as in by_id
        and (other := by_id[claim.same_as or ""].figure) and other.unit == claim.figure.unit
    ]  # fmt: skip


def claims_stand_in_reading_order(extraction: Extraction) -> list[str]:
    """By their figures."""
    starts = [claim.figure.start for claim in extraction.claims if claim.figure]
    return [] if starts == sorted(starts) else [f"figures at {starts}"]


def a_mention_carries_the_value_of_its_kind(extraction: Extraction) -> list[str]:
    """Of place, period, figure and source only the one that the kind names is set."""
    faults = []
    for mention in extraction.mentions:
        held = {"toponym": mention.place, "timex": mention.period, "quantity": mention.figure, "source": mention.source}
        if mention.kind not in held:
            faults.append(f"unknown kind {mention.kind!r}")
        faults += [
            f"a {mention.kind} with a value of {kind}" for kind, value in held.items() if value and kind != mention.kind
        ]
        if mention.kind != "toponym" and held.get(mention.kind) is None:
            faults.append(f"a {mention.kind} without its value")
    return faults


def a_refused_number_is_no_claim(extraction: Extraction) -> list[str]:
    """A refusal says why, and stands where no claim stands."""
    spans = [Span(c.figure.start, c.figure.end) for c in extraction.claims if c.figure and not c.figure.implied]
    return [
        f"{refusal.text!r}: {refusal.reason!r}"
        for refusal in extraction.refusals
        if not refusal.reason or any(span == Span(refusal.start, refusal.end) for span in spans)
    ]


FAULTS: tuple[Fault, ...] = (
    figures_are_grounded,
    words_stand_where_they_say,
    spans_lie_inside_the_text,
    the_excerpt_is_the_first_occurrence,
    values_are_of_the_contract,
    bounds_are_in_order,
    periods_are_dates,
    ids_are_derived_and_distinct,
    links_lead_to_other_claims_of_the_document,
    a_restatement_is_in_another_unit,
    claims_stand_in_reading_order,
    a_mention_carries_the_value_of_its_kind,
    a_refused_number_is_no_claim,
)
