"""Units of the first and second level, and regions that cover several, from the sources and the lists of names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from dateline.errors import BuildError
from dateline.gazetteer.draft import Draft
from dateline.gazetteer.sources import RawUnit
from dateline.gazetteer.worth import KNOWN, OWN
from dateline.vocab.countries import iso3_of_iso2, names
from dateline.vocab.fold import fold
from dateline.vocab.load import load


class Units:
    """Units by their codes. GeoNames' codes say what lies in what: "IQ.15.90392" lies in "IQ.15"."""

    def __init__(self, raws: Iterable[RawUnit]) -> None:
        self.drafts: list[Draft] = []
        self.by_number: dict[int, Draft] = {}
        self.by_code: dict[str, Draft] = {}
        raws = [raw for raw in raws if not (raw.code is None and fold(raw.name) in names())]
        parents = {raw.parent for raw in raws if raw.parent}
        for raw in raws:
            unit = _unit(raw, is_parent=raw.number in parents)
            self.drafts.append(unit)
            self.by_number[raw.number] = unit
            self.by_code.update({code: unit for code in (raw.code, raw.iso_code) if code})
        self._nest(raws)
        _name(self.by_code)

    def of_code(self, code: str) -> Draft:
        """The unit with this code. Raises BuildError: a word list names a unit that the sources lack."""
        try:
            return self.by_code[code]
        except KeyError:
            raise BuildError(f"place_names.yaml names the unit {code}, which no source has") from None

    def _nest(self, raws: list[RawUnit]) -> None:
        children: dict[int, list[Draft]] = defaultdict(list)
        for raw in raws:
            unit = self.by_number[raw.number]
            above = self.by_code.get(raw.code.rpartition(".")[0]) if raw.code else None
            parent = self.by_number.get(raw.parent or 0)
            if unit.feature == "adm2":
                unit.adm1 = above or (parent if parent and parent.feature == "adm1" else None)
            if parent and parent.feature == "region":
                children[raw.parent or 0].append(unit)
        for number, covered in children.items():
            self.by_number[number].covers = tuple(covered)


def _unit(raw: RawUnit, *, is_parent: bool) -> Draft:
    if raw.code:
        feature = "adm1" if raw.code.count(".") == 1 else "adm2"
    elif raw.level == 0 or is_parent:
        feature = "region"
    else:
        feature = "adm1" if raw.level == 1 else "adm2"
    gazetteer, identity = ("geonames", str(raw.geoname)) if raw.geoname else ("iso", str(raw.iso_code))
    unit = Draft(gazetteer, identity, raw.name, iso3_of_iso2(raw.iso2) or "", feature, kind=fold(raw.kind))
    unit.names = [(raw.name, OWN), *((alias, KNOWN) for alias in raw.aliases if fold(alias) not in _bare_kinds())]
    return unit


def _name(by_code: dict[str, Draft]) -> None:
    """Gives the units the names of the word list; the first becomes the one shown."""
    for code, variants in load("place_names")["units"].items():
        if code not in by_code:
            raise BuildError(f"place_names.yaml names the unit {code}, which no source has")
        unit = by_code[code]
        unit.name = variants[0]
        unit.names = [(variants[0], OWN), *((str(name), KNOWN) for name in variants[1:]), *unit.names]
    for code, forms in load("place_names")["exact"].items():
        by_code[code].exact = tuple(map(str, forms))
    for name, code in load("place_names")["first"].items():
        by_code[code].first_for = fold(name)


def regions(units: Units) -> Iterator[Draft]:
    for name, row in load("place_names")["regions"].items():
        covered = tuple(units.of_code(code) for code in row["covers"])
        identity = f"region-{row['country'].lower()}-{fold(name).replace(' ', '-')}"
        region = Draft("dateline", identity, name, row["country"], "region", covers=covered)
        region.names = [(name, OWN), *((alias, KNOWN) for alias in row.get("names", ()))]
        if len(covered) == 1:
            region.adm1 = covered[0].adm1 or covered[0]
        yield region


@cache
def _bare_kinds() -> frozenset[str]:
    """Words for kinds of unit, which some sources list as if they were names."""
    words: Any = load("place_words")
    return frozenset(fold(str(word)) for side in ("unit_before", "unit_after", "kinds") for word in words[side])
