"""What a figure counts, people, households or dwellings, where its own noun says it and where it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.extract.draft import Draft
from dateline.extract.quantity.recognize import Counting
from dateline.extract.quantity.units import counted
from dateline.extract.trigger.figured import Figured, Trigger
from dateline.extract.trigger.heading import unit_of_label
from dateline.model.words import Term, Unit

if TYPE_CHECKING:
    from spacy.tokens import Token

OF_PERSONS: Final[frozenset[Term]] = frozenset({"killed", "injured", "missing", "detained"})
"""What befalls single persons, and is told of no household."""
_HUMAN_TERMS: Final[frozenset[Term]] = OF_PERSONS - {"missing"} | {
    "forced_to_flee", "displaced", "evacuated", "sheltered", "in_relief_camp", "returned", "homeless",
}  # fmt: skip


def unit_of(counting: Counting, figure: Figured, trigger: Trigger, before: list[Draft]) -> Unit | None:
    """The unit of a counting; None where nothing says that it counts any of them. `before`: the drafts told so far."""
    kind = counting.counted
    if kind in {"person", "household", "dwelling"}:
        return kind
    if counting.shared or kind == "omitted":
        return _inherited(trigger, figure, before)
    if kind == "unknown" and counting.noun is not None:
        return "person" if _human(counting.noun, trigger) else None
    return None


def _inherited(trigger: Trigger, figure: Figured, before: list[Draft]) -> Unit:
    """The unit of a figure without a noun: housing for housing triggers, the list's unit, else people."""
    if trigger.term.endswith("housing"):
        return "dwelling"
    label = unit_of_label(figure)
    if trigger.by == "label" and label in {"household", "dwelling"}:
        return label
    if trigger.by == "total":
        for noun in _totalled(trigger.token):
            if (unit := counted(noun)) in {"person", "household", "dwelling"}:
                return unit
    last = _continued(figure, before)
    if trigger.by == "shared" and last is not None:
        return last.unit
    if last is None or last.unit != "household" or trigger.term in OF_PERSONS:
        return "person"
    near = figure.root.doc == last.head.doc or trigger.by == "shared" or figure.part or _of_them(figure)
    return "household" if near else "person"


def _continued(figure: Figured, before: list[Draft]) -> Draft | None:
    """The figure that one without a noun goes on from, not one in brackets ("90 people (20 families), up from 80")."""
    inside = _in_brackets(figure.first)
    return next((d for d in reversed(before) if inside or not (_in_brackets(d.head) or _restating(d))), None)


def _restating(draft: Draft) -> bool:
    """ "18,250 people, or 3,650 families, have left": the same ones in another unit."""
    number = draft.quantity.number
    words = [t.text.lower() for t in number.doc[max(0, number.i - 4) : number.i]]
    return "," in words and "or" in words[words.index(",") :]


def _in_brackets(token: Token) -> bool:
    """An opened bracket of the sentence is not closed before the token."""
    before = [t.text for t in token.doc[token.sent.start : token.i] if t.text in {"(", ")"}]
    return bool(before) and before[-1] == "("


def _totalled(token: Token) -> list[Token]:
    """The nouns that a total may count: "the number of families displaced", "displaced families"."""
    if token.dep_ not in {"amod", "acl"}:
        return [token]
    return [*(t for p in token.head.children if p.text.lower() == "of" for t in p.children), token.head, token]


def _of_them(figure: Figured) -> bool:
    doc = figure.last.doc
    near = [*doc[max(0, figure.first.i - 3) : figure.first.i], *doc[figure.last.i + 1 : figure.last.i + 3]]
    return any(t.text.lower() in {"them", "these", "whom", "which"} for t in near)


def _human(noun: Token, trigger: Trigger) -> bool:
    """An unlisted noun counts people only after a trigger that people alone undergo, and if it looks like a name."""
    if trigger.by in {"noun", "total", "label"}:
        return True
    return trigger.term in _HUMAN_TERMS and (noun.tag_ in {"NNPS", "NNS", "NNP", "JJ"})
