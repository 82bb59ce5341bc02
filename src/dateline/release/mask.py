"""Masks over one document: which characters leave as █, in its own text and in every other string printed with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from dateline.extract.person import everything_in, in_text
from dateline.extract.person.contacts import contacts_in
from dateline.extract.person.names import folded_words, merged, pattern_of
from dateline.extract.person.words import words
from dateline.model import Claim, Document, Figure, Span
from dateline.model.told import phrases_of
from dateline.release.forces import names_units, speaks_of_forces
from dateline.release.places import site_names
from dateline.release.sites import sites_in
from dateline.release.units import bases_in, units_in

BLOCK = "█"
_SHORTEST_PART = 4
_PERSONAL_KEYS = (
    "(?:authors?|byline|by|name|user|username|email|mail|phone|contact|victim|person|people|profile|writer|reporter)"
)
_IN_ADDRESS = re.compile(rf"(?i)(?<=[?&;/])({_PERSONAL_KEYS}[=/])([^&#?/]+)")


@dataclass(frozen=True, slots=True)
class Mask:
    """`persons`, `sites` and `units` are spans of the document's canonical text, sorted and apart.

    `units` are names of units of forces and of their officers: masked in what tells of forces (`mask_for`).
    `names` finds private persons' names in strings that stand nowhere in the text (None: there are none).
    """

    persons: tuple[Span, ...] = ()
    sites: tuple[Span, ...] = ()
    names: re.Pattern[str] | None = None
    units: tuple[Span, ...] = ()

    def quoted(self, text: str, start: int) -> str:
        """Words that stand at `start` in the document, masked in place: length and offsets hold."""
        letters = list(text)
        for span in self.within(start, start + len(text)):
            letters[span.start - start : span.end - start] = BLOCK * (span.end - span.start)
        return "".join(letters)

    def within(self, start: int, end: int) -> list[Span]:
        """The masked spans inside [start, end), cut at its ends, sorted and apart."""
        both = ((span.start, span.end) for span in (*self.persons, *self.sites, *self.units))
        inside = [(max(a, start), min(b, end)) for a, b in both if a < end and b > start]
        return [Span(a, b) for a, b in merged(inside)]

    def touches_person(self, start: int, end: int) -> bool:
        """True when a private person's name, age or kin stands in [start, end)."""
        return any(span.start < end and span.end > start for span in self.persons)

    def touches_site(self, start: int, end: int) -> bool:
        """True when the name of a place of refuge, or of a site of forces, stands in [start, end)."""
        return any(span.start < end and span.end > start for span in self.sites)

    def loose(self, text: str) -> str:
        """Words from elsewhere than the text (a note, a label): masked by the names that the document has told."""
        return _blocked(text, (match.span() for match in self.names.finditer(text))) if self.names else text

    def prose(self, text: str) -> str:
        """Loose words that may name somebody themselves, such as a title: read for persons and sites of their own."""
        own = [(span.start, span.end) for span in (*in_text(text), *sites_in(text), *bases_in(text))]
        if self.units or speaks_of_forces(text):
            own += [(span.start, span.end) for span in units_in(text)]
        return self.loose(_blocked(text, own))

    def name(self, name: str) -> str:
        """What an input is called: a file's name, or the link that it was fetched from."""
        return self.address(name) if "://" in name else self.loose(name)

    def address(self, url: str) -> str:
        """A link, names in its path and what stands under keys like `author=` masked; it may lead nowhere then."""
        told = [match.span(2) for match in _IN_ADDRESS.finditer(url)]
        return self.loose(_blocked(url, [*told, *contacts_in(url), *_in_slug(url)]))


def _in_slug(url: str) -> Iterator[tuple[int, int]]:
    """ "…/selma-orbek-tells": a given name and the word behind it, where no dictionary has that word."""
    tokens = [(m.start(), m.end(), m[0]) for m in re.finditer(r"[^\W\d_]+", url)]
    for (start, end, first), (low, high, second) in pairwise(tokens):
        beside = url[end:low] in {"-", "_", "+", "%20", "."}
        if beside and first.lower() in words().given and _tells(second.lower()) and "://" not in url[start:]:
            yield start, high


def mask_of(document: Document, claims: Sequence[Claim]) -> Mask:
    """The mask of a document, from what extraction stored with its claims and what is found in the text at hand.

    The figures of the claims stay readable. Without the text (`document.text` is "") the excerpts are read instead.
    """
    quotes = _quotes(document, claims)
    persons = _persons(quotes, claims, claims)
    sites = [(span.start, span.end) for claim in claims for span in site_names(claim)]
    for text, start in quotes:
        sites += [(span.start + start, span.end + start) for span in (*sites_in(text), *bases_in(text))]
    units = [(span.start + start, span.end + start) for text, start in quotes for span in units_in(text)]
    return Mask(persons, _spans(sites), _names(quotes, persons), _spans(units))


def mask_for(claim: Claim | None, mask: Mask, document: Document, claims: Sequence[Claim]) -> Mask:
    """The document's mask as one claim is printed with it: of counted kin only its own figure stays readable.

    So a claim reads the same whether it leaves among the others of its page or alone. None: no figure stays.
    Units and officers are hidden in a claim that tells of forces, and with None where one of the page's does (a page
    without claims: where its text does).
    """
    persons = _persons(_quotes(document, claims), claims, [claim] if claim else [])
    about = [claim] if claim else claims
    forces = any(map(names_units, about)) if about else speaks_of_forces(document.text)
    return replace(mask, persons=persons, units=_units(mask, claim) if forces else ())


def _units(mask: Mask, claim: Claim | None) -> tuple[Span, ...]:
    """The units to hide: of a figure not where they are its own words, or those of who tells it."""
    if claim is None or claim.figure is None:
        return mask.units
    own = [(claim.figure.start, claim.figure.end), *((source.start, source.end) for source in claim.sources)]
    return tuple(span for span in mask.units if not any(span.start < end and span.end > start for start, end in own))


def _spans(spans: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(Span(a, b) for a, b in merged(spans))


def _quotes(document: Document, claims: Sequence[Claim]) -> list[tuple[str, int]]:
    return [(document.text, 0)] if document.text else [(document.title or "", 0), *_quotations(claims)]


def _persons(quotes: Sequence[tuple[str, int]], claims: Sequence[Claim], shown: Sequence[Claim]) -> tuple[Span, ...]:
    """The spans of private persons in the quoted words, the figures of the `shown` claims left out of kin."""
    figures = [claim.figure for claim in shown if claim.figure]
    persons = list(_stored(claims, figures, quotes))
    for text, start in quotes:
        keep = [Span(max(f.start - start, 0), f.end - start) for f in figures if not f.implied and f.end > start]
        persons += [(span.start + start, span.end + start) for span in in_text(text, keep)]
    return tuple(Span(a, b) for a, b in merged(persons))


def _quotations(claims: Sequence[Claim]) -> Iterator[tuple[str, int]]:
    """What claims quote of a text that is not at hand: excerpts, and what stands in other sentences."""
    for claim in claims:
        excerpt = claim.excerpt
        yield excerpt.text, excerpt.start
        yield from ((s.name, s.start) for s in claim.sources if not excerpt.start <= s.start < excerpt.end)
        for told in phrases_of(claim):
            if not (excerpt.start <= told.start and told.end <= excerpt.end):
                yield told.text, told.start


def _stored(
    claims: Sequence[Claim], figures: Sequence[Figure], quotes: Sequence[tuple[str, int]]
) -> Iterator[tuple[int, int]]:
    """What extraction marked, save the counted words of a figure: "two children" stays, a name in it does not."""
    counted = [(f.start, f.end) for f in figures if not f.implied]
    for span in sorted({span for claim in claims for span in claim.persons}):
        if any(a < span.end and b > span.start for a, b in counted):
            yield from _outside(span, counted, quotes)
        else:
            yield span.start, span.end


def _outside(
    span: Span, counted: Sequence[tuple[int, int]], quotes: Sequence[tuple[str, int]]
) -> Iterator[tuple[int, int]]:
    """A stored span, word by word: inside a figure only words with a capital are masked, of others what is outside."""
    for start, end in _words_of(span, quotes):
        if _at(start, quotes).isupper():
            yield start, end
        else:
            yield from _left_of(start, end, counted, quotes)


def _left_of(
    start: int, end: int, counted: Sequence[tuple[int, int]], quotes: Sequence[tuple[str, int]]
) -> Iterator[tuple[int, int]]:
    """The word, or where a figure takes up a part of it, what else of it has letters ("house12" around a "12")."""
    overlapping = sorted((a, b) for a, b in counted if a < end and b > start)
    if not overlapping:
        yield start, end
        return
    edges = [start, *(edge for pair in overlapping for edge in pair), end]
    for low, high in zip(edges[::2], edges[1::2], strict=True):
        if any(_at(at, quotes).isalnum() for at in range(low, high)):
            yield low, high


def _words_of(span: Span, quotes: Sequence[tuple[str, int]]) -> Iterator[tuple[int, int]]:
    letters = "".join(_at(at, quotes) or "x" for at in range(span.start, span.end))
    for match in re.finditer(r"\w[\w'’-]*\W*|\W+", letters):
        yield span.start + match.start(), span.start + match.end()


def _at(at: int, quotes: Sequence[tuple[str, int]]) -> str:
    """The character at an offset of the document, "" where no quotation holds it."""
    return next((text[at - start] for text, start in quotes if start <= at < start + len(text)), "")


def _names(quotes: Sequence[tuple[str, int]], persons: Sequence[Span]) -> re.Pattern[str] | None:
    """Full names whatever joins their words; single words of them as they are written."""
    known = {name for text, _ in quotes for name in everything_in(text).names.private}
    known |= {folded_words(words_) for words_ in _stored_names(quotes, persons)}
    full = pattern_of(sorted(name for name in known if len(name) > 1))
    parts = sorted({part for name in known for part in name if _tells(part)})
    either = [f"(?i:{full.pattern})"] if full else []
    if parts:
        listed = "|".join(re.escape(part) for part in parts)
        either.append(rf"(?<![^\W\d_])(?i:{listed})(?![^\W\d_])")
    return re.compile("|".join(either)) if either else None


def _stored_names(quotes: Sequence[tuple[str, int]], persons: Sequence[Span]) -> Iterator[str]:
    for span in persons:
        text = "".join(_at(at, quotes) for at in range(span.start, span.end))
        if text and all(word[:1].isupper() for word in text.split()):
            yield text


def _tells(part: str) -> bool:
    from dateline.extract.person.lexicon import ordinary, well_known

    return len(part) >= _SHORTEST_PART and part not in words().openers and not well_known(part) and not ordinary(part)


def _blocked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    letters = list(text)
    for start, end in spans:
        letters[start:end] = BLOCK * (end - start)
    return "".join(letters)


@cache
def empty() -> Mask:
    """Masks nothing: for what is shown unmasked."""
    return Mask()
