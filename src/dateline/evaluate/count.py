"""Counting: from pairs of annotated and found claims to scores. One tally a question, nothing shared between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dateline.evaluate.gold import GoldDocument
from dateline.evaluate.measured import Measured
from dateline.evaluate.same import folded, names_matched, pairs, same_date
from dateline.evaluate.scores import Difference, Prf, Scores, ratio
from dateline.model.words import MEASURES, MODALITIES


@dataclass(slots=True)
class Tally:
    """How many were right, annotated and found."""

    right: int = 0
    gold: int = 0
    found: int = 0

    def add(self, right: int, gold: int, found: int) -> None:
        self.right += right
        self.gold += gold
        self.found += found

    @property
    def accuracy(self) -> float:
        return round(ratio(self.right, self.gold), 4)

    @property
    def prf(self) -> Prf:
        return Prf.of(self.right, self.gold, self.found)


@dataclass(slots=True)
class Book:
    """The running counts over all documents."""

    figures: Tally = field(default_factory=Tally)
    claims: Tally = field(default_factory=Tally)
    fields: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    values: defaultdict[tuple[str, str | None], Tally] = field(default_factory=lambda: defaultdict(Tally))
    ungrounded: int = 0

    def compare(self, document: GoldDocument, found: Sequence[Measured]) -> Difference:
        """Enter one document; what only one side has comes back."""
        grounded = [claim for claim in found if claim.stands_in(document.text)]
        self.ungrounded += len(found) - len(grounded)
        met = pairs(document.claims, grounded)
        free = sum(document.claims[g].optional for g, _ in met)
        asked = [pair for pair in met if not document.claims[pair[0]].optional]
        right = sum(self._enter(document.claims, grounded, g, f) for g, f in asked)
        for g, f in met:
            self._modality(document.claims[g], grounded[f])
        wanted = sum(not claim.optional for claim in document.claims)
        self.figures.add(len(asked), wanted, len(found) - free)
        self.claims.add(right, wanted, len(found) - free)
        return _difference(document, grounded, met)

    def _enter(self, gold: Sequence[Measured], found: Sequence[Measured], g: int, f: int) -> bool:
        """Enter one matched pair into every field; True when the whole claim is right."""
        theirs, ours = gold[g], found[f]
        self._exact(theirs, ours)
        self._country(theirs, ours)
        self._dates(theirs, ours)
        self._part(gold, found, theirs, ours)
        self._places(theirs, ours)
        hits = names_matched(theirs.sources, ours.sources)
        self.fields["sources"].add(hits, len(theirs.sources), len(ours.sources))
        return theirs.unit == ours.unit and theirs.term == ours.term

    def _exact(self, theirs: Measured, ours: Measured) -> None:
        for name in ("unit", "quantifier", "term", "measure", "modality"):
            self.fields[name].add(getattr(theirs, name) == getattr(ours, name), 1, 1)
        self._value("measure", theirs.measure, ours.measure)

    def _modality(self, theirs: Measured, ours: Measured) -> None:
        if not theirs.restates:  # a negated claim costs nothing to miss, but once found it must be read as negated
            self._value("modality", theirs.modality, ours.modality)

    def _value(self, name: str, truth: str | None, guess: str | None) -> None:
        self.values[name, truth].add(truth == guess, 1, 0)
        self.values[name, guess].add(0, 0, 1)

    def _country(self, theirs: Measured, ours: Measured) -> None:
        if theirs.country or ours.country:
            self.fields["country"].add(theirs.country == ours.country, 1, 1)

    def _dates(self, theirs: Measured, ours: Measured) -> None:
        if theirs.relative is not None and not (theirs.start or theirs.end):
            return  # words of time that nothing anchors: no answer is right, none is wrong
        for truth, guess in ((theirs.start, ours.start), (theirs.end, ours.end)):
            both = truth is not None and guess is not None
            self.fields["dates"].add(both and same_date(truth, guess), truth is not None, guess is not None)

    def _part(self, gold: Sequence[Measured], found: Sequence[Measured], theirs: Measured, ours: Measured) -> None:
        if theirs.part_of is None and ours.part_of is None:
            return
        truth = next((claim for claim in gold if claim.key == theirs.part_of), None)
        guess = next((claim for claim in found if claim.key == ours.part_of), None)
        right = truth is not None and guess is not None and truth.bounds == guess.bounds
        self.fields["part_of"].add(right, 1, 1)

    def _places(self, theirs: Measured, ours: Measured) -> None:
        hits = names_matched([name for name, _ in theirs.places], [name for name, _ in ours.places])
        self.fields["places"].add(hits, len(theirs.places), len(ours.places))
        roles = {folded(name): role for name, role in theirs.places}
        for name, role in ours.places:
            if folded(name) in roles:
                self.fields["place_role"].add(roles[folded(name)] == role, 1, 1)

    def macro(self, name: str, values: Sequence[str], *, only_seen: bool = False) -> float:
        """Mean F1 over the values a field may take; `only_seen` leaves out those that nobody annotated."""
        counted = [self.values[name, value] for value in values]
        asked = [tally for tally in counted if tally.gold or not only_seen]
        exact = [_f1(tally) for tally in asked]
        return round(ratio(sum(exact), len(exact)), 4)


def count(gold: Sequence[GoldDocument], found: Mapping[str, Sequence[Measured]]) -> tuple[Scores, list[Difference]]:
    """Score found claims, by document id, against annotated documents. Documents without findings count as missed."""
    book = Book()
    differences = [book.compare(document, found.get(document.id, ())) for document in gold]
    fields = book.fields
    scores = Scores(
        documents=len(gold),
        gold=book.figures.gold,
        predicted=book.figures.found,
        figure=book.figures.prf,
        claim=book.claims.prf,
        ungrounded=book.ungrounded,
        measure_macro=book.macro("measure", MEASURES),
        modality_macro=book.macro("modality", MODALITIES, only_seen=True),
        **{name: fields[name].accuracy for name in ACCURACIES},
        **{name: fields[name].prf.f1 for name in ("dates", "places", "sources")},
    )
    return scores, [difference for difference in differences if difference.missed or difference.extra]


ACCURACIES = ("unit", "quantifier", "term", "measure", "modality", "country", "part_of", "place_role")


def _f1(tally: Tally) -> float:
    precision, recall = ratio(tally.right, tally.found), ratio(tally.right, tally.gold)
    return ratio(2 * precision * recall, precision + recall)


def _difference(document: GoldDocument, found: Sequence[Measured], met: Sequence[tuple[int, int]]) -> Difference:
    met_gold, met_found = {g for g, _ in met}, {f for _, f in met}
    return Difference(
        document.id,
        missed=tuple(c.figure for i, c in enumerate(document.claims) if i not in met_gold and not c.optional),
        extra=tuple(c.figure for i, c in enumerate(found) if i not in met_found),
    )
