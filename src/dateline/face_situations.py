"""The public face, of what stands: `dateline.reconcile` and what it gives."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, overload

from dateline.face import table_html
from dateline.model import Extraction
from dateline.model.situation import Situation

if TYPE_CHECKING:
    from dateline.face import Claims
    from dateline.ledger import Ledger, LedgerClaim

Row = dict[str, Any]
SHOWN = ("term_family", "place", "term", "start", "end", "low", "best", "high", "grade", "origins", "contested_by")


def reconcile(
    what: Ledger | Claims | Iterable[Extraction | Claims],
    *,
    place: str | None = None,
    term: str | None = None,
    changed: bool = False,
) -> Situations:
    """What stands, by the claims of a ledger or of extractions (`dateline.extract(...)` gives some, or a list of them).

    Of a ledger, what was found is kept in it (`Ledger.situations`) where it can be written, and only what was touched
    since the last time is computed; `changed` gives just that, `place` and `term` the situations in which a claim
    answers to them. Extractions are reconciled as they are: nobody's decisions, nothing kept; they take no `place`,
    `term` or `changed`. Raises UsageError for these and for an unknown term, MissingExtra when relations must be
    solved and HiGHS is not installed.
    """
    from dateline.errors import UsageError
    from dateline.ledger import Ledger
    from dateline.run.situations import reconcile_extractions, reconcile_ledger

    if isinstance(what, Ledger):
        found = reconcile_ledger(what, place=place, term=term, changed=changed, store=what.writable)
    elif place is not None or term is not None or changed:
        raise UsageError("place, term and changed ask a ledger: reconcile extractions whole and choose from the result")
    else:
        found = reconcile_extractions(_extractions(what))
    return Situations(found.situations, found.claims, found.computed)


def _extractions(what: Iterable[Any]) -> Iterator[Extraction]:
    """The extractions in what `extract` gave, once or in a list."""
    from dateline.errors import UsageError
    from dateline.face import Claims

    if isinstance(what, Claims):
        yield from what.extractions
        return
    if isinstance(what, str) or not isinstance(what, Iterable):
        raise UsageError(f"pass a ledger or what dateline.extract gave, not {type(what).__name__}")
    for one in what:
        if isinstance(one, Claims):
            yield from one.extractions
        elif isinstance(one, Extraction):
            yield one
        else:
            raise UsageError(f"pass what dateline.extract gave, not {type(one).__name__}")


@dataclass(frozen=True, slots=True, repr=False)
class Situations(Sequence[Situation]):
    """What stands, in a fixed order; a sequence of `Situation`.

    `claims` are those that it was computed from, by their ids; `computed` the ids of the situations that were not taken
    over from what the ledger keeps. The objects hold words as they were read; rows and tables are released: places
    coarsened and names withheld as in everything that leaves.
    """

    situations: tuple[Situation, ...]
    claims: dict[str, LedgerClaim]
    computed: Collection[str] = ()

    def __len__(self) -> int:
        return len(self.situations)

    @overload
    def __getitem__(self, index: int) -> Situation: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Situation]: ...
    def __getitem__(self, index: int | slice) -> Situation | Sequence[Situation]:
        return self.situations[index]

    def __repr__(self) -> str:
        rows = sum(len(one.series) for one in self.situations)
        heard = sum(len(one.roles) for one in self.situations)
        counts = ((len(self), "situation"), (rows, "row"), (heard, "claim"))
        situations, told, claims = (f"{number:,} {what}{'' if number == 1 else 's'}" for number, what in counts)
        return f"<{situations} with {told} from {claims}>"

    def to_rows(self) -> list[Row]:
        """One flat dict a row of a series, all with the same keys: ready for a DataFrame. None is what stays open."""
        return [_flat(situation, row) for situation in self.to_json() for row in situation["series"]]

    def to_json(self) -> list[Row]:
        """The situations as `dateline reconcile --json` prints them."""
        from dateline.release import release_situations

        return list(release_situations(self.situations, self.claims))

    def _repr_html_(self) -> str:
        return table_html(self.to_rows(), repr(self), SHOWN)


def _flat(situation: Row, row: Row) -> Row:
    place, held = row["place"] or {}, row["bounds_held_by"]
    at = place.get("place") or {}
    named = set(row["claims"])
    against = [one["why"] for one in situation["contradictions"] if named & set(one["claims"])]
    return {
        **{name: situation[name] for name in ("situation_id", "kind", "term_family", "cause", "country")},
        "situation_start": situation["start"],
        "situation_end": situation["end"],
        **{name: row[name] for name in ("term", "whom", "measure", "unit")},
        "place": place.get("name"),
        "place_role": place.get("role"),
        **{name: at.get(name) for name in ("precision", "lat", "lon")},
        **{name: row[name] for name in ("start", "end", "low", "best", "high", "grade", "origins")},
        "low_why": row["why"]["low"],
        "high_why": row["why"]["high"],
        **{f"{side}_held_by": _joined(held[side]) for side in ("low", "high")},
        "contested_by": _joined(against),
        "claims": _joined(row["claims"]),
        "documents": len(situation["documents"]),
    }


def _joined(values: Iterable[str]) -> str | None:
    return "; ".join(values) or None


__all__ = ["Situations", "reconcile"]
