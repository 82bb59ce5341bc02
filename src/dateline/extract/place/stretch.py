"""Stretches of capitalised words that may name a place: what of them is listed, and the kind word that goes with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dateline.extract.place.lookup import important, is_country, is_demonym, is_person, is_word, listed, respelled
from dateline.extract.place.run_on import cut, runs_on
from dateline.extract.place.scan import Scan
from dateline.extract.place.words import words
from dateline.vocab import countries

_LONGEST: Final = 6
"""Words of a listed name."""
_INITIALS: Final = 4
"""Capitals up to which a word is somebody's initials."""
_GAPS: Final = frozenset({" ", "-", " - "})


@dataclass(frozen=True, slots=True)
class Stretch:
    """The words `first` to `last` of a sentence (both included) that may be a name.

    `listed`: the gazetteer or the list of countries has it. `kind_at` is the place of the kind word behind it
    ("district"), None where none stands there. `opens` marks the place that opens the name of an institution or an
    event ("Walker County Fairgrounds"), which ends with the word `closes`. `cut`: it was cut out of a run of names in a
    text without commas.
    """

    first: int
    last: int
    listed: bool
    kind_at: int | None = None
    opens: bool = False
    closes: int | None = None
    cut: bool = False

    @property
    def size(self) -> int:
        """How many words the name has."""
        return self.last - self.first + 1


def stretches(scan: Scan) -> Iterator[Stretch]:
    """The stretches of a sentence in reading order."""
    at, end = 0, len(scan.words)
    while at < end:
        if not scan.words[at].cap:
            at += 1
            continue
        stop = _run_end(scan, at)
        last = at
        for stretch in _in_run(scan, at, stop):
            yield stretch
            last = max(last, stretch.last)
        at = max(stop, last + 1)


def _run_end(scan: Scan, at: int) -> int:
    """Where the capitalised run ends: the first word that is no part of it."""
    end = at + 1
    while end < len(scan.words) and not scan.words[end - 1].owner and _joins(scan, end - 1):
        if scan.words[end].cap:
            end += 1
        elif _bridges(scan, end, words().particles_unlisted):
            end += 2
        else:
            break
    return end


def _joins(scan: Scan, at: int) -> bool:
    gap = scan.gap(at)
    return gap in _GAPS or (gap == ". " and scan.words[at].lower in words().abbreviated)


def _bridges(scan: Scan, at: int, particles: frozenset[str]) -> bool:
    if scan.words[at].lower not in particles or not _joins(scan, at):
        return False
    after = at + 1 + (scan.lower(at + 1) == "the" and scan.gap(at + 1) == " ")
    return after < len(scan.words) and scan.words[after].cap


def _in_run(scan: Scan, start: int, stop: int) -> Iterator[Stretch]:
    """Cuts a run into names: listed ones by themselves, a stretch with unlisted words as one."""
    if _keywords(scan, start):
        return
    pieces = list(_pieces(scan, start, stop))
    at = 0
    while at < len(pieces):
        group = [pieces[at]]
        at += 1
        if group[0][2] not in "LO":
            continue
        while at < len(pieces) and pieces[at][2] in "LO":
            group.append(pieces[at])
            at += 1
        yield from _names(scan, group)


def _keywords(scan: Scan, start: int) -> bool:
    """ "Tags Syria Aleppo": the page's keywords run into its text; nothing is told of them."""
    return scan.lower(start) in words().keywords


def _pieces(scan: Scan, start: int, stop: int) -> Iterator[tuple[int, int, str]]:
    """(first, last, sort) of each piece: L listed, K kind word, D direction, N no name, O other."""
    lists = words()
    at = start
    while at < stop:
        size = _listed_size(scan, at)
        if size:
            yield at, at + size - 1, "L"
            at += size
            continue
        word = scan.words[at].lower
        opens = word in lists.openers and at + 1 < stop and f"{word}-{scan.lower(at + 1)}" not in lists.never
        sort = (
            "O"
            if opens
            else "K"
            if word in lists.kind_of
            else "D"
            if word in lists.directions
            else "N"
            if word in lists.never
            else "O"
        )
        if sort == "O" and (
            is_demonym(scan.words[at].text)
            or (scan.words[at].text.isupper() and 1 < len(word) < 6 and not scan.shouting)
        ):
            sort = "N"
        yield at, at, sort
        at += 1


def _listed_size(scan: Scan, at: int) -> int:
    """How many words from `at` make the longest listed name; 0 for none."""
    best = 0
    end = at
    while end < len(scan.words) and end - at < _LONGEST:
        word = scan.words[end]
        if not word.cap and not (end > at and _bridges(scan, end, words().particles)):
            break
        if word.cap and _is_listed(scan, at, end):
            best = end - at + 1
        if end == at and _with_capital(scan, at):
            best = 2
        if word.owner and end + 1 < len(scan.words) and listed(scan.joined(at, end + 1)):
            best, end = end + 2 - at, end + 1  # "Cox's Bazar"
        elif word.owner or not _joins(scan, end):
            break
        end += 1
    return best


def _with_capital(scan: Scan, at: int) -> bool:
    """ "Washington, D.C.": the one town whose name has a comma."""
    return scan.lower(at) == "washington" and scan.gap(at) in {", ", " "} and scan.lower(at + 1) in {"d.c.", "dc"}


def _is_listed(scan: Scan, first: int, last: int) -> bool:
    name = scan.joined(first, last)
    if first < last:
        if scan.words[first].lower == "the" and (_is_listed(scan, first + 1, last) or _never(scan, first + 1, last)):
            return False
        if not listed(name) or is_demonym(name):
            return False
        return scan.words[last].lower not in words().bodies or is_country(name) or important(name)
    word = scan.words[first]
    if is_short(scan, first):
        return True
    if word.lower in words().never or word.lower in words().directions or is_demonym(name):
        return False
    if len(name) <= _INITIALS and sum(map(str.isupper, name)) > 1 and not scan.capitals and not important(name):
        return False  # "SAS", "MoD", "NHS": initials, whatever village is called so
    return len(name) > 1 and listed(name)


def _never(scan: Scan, first: int, last: int) -> bool:
    """One word that names no place, with or without "the": "the Red (Cross)"."""
    return first == last and scan.lower(first) in words().never


def is_short(scan: Scan, at: int) -> bool:
    """A short form of a country or a unit as it is written: "US", "B.C.", behind a comma "Ore"."""
    text = scan.words[at].text
    letters = text.replace(".", "")
    if text in countries.short_forms() or (letters in words().short and len(letters) > 1):
        return True
    return letters in words().short_after_comma and at > 0 and scan.gap(at - 1) == ", " and not scan.shouting


def _names(scan: Scan, group: list[tuple[int, int, str]]) -> Iterator[Stretch]:
    first, last = group[0][0], group[-1][1]
    if len(group) > 1 and group[0][2] == "L" and _in_country(scan, *group[0][:2]):
        yield Stretch(*group[0][:2], True)
        return
    kind_at = _kind_after(scan, last)
    opener = group[0][0] == group[0][1] and scan.lower(first) in words().openers
    whole = len(group) > 1 and (opener or respelled(scan.joined(first, last)))
    if all(sort == "L" for _, _, sort in group) and not whole:
        for start, end, _ in group:
            yield Stretch(start, end, True, kind_at if end == last else None)
        return
    if not whole and (opening := _opening(scan, group, kind_at)):
        yield opening
        return
    if runs_on(scan, group, _kind_of_list(scan, last)):
        for start, end in cut(scan, group):
            name = scan.joined(start, end)
            yield Stretch(start, end, listed(name) or respelled(name), kind_at if end == last else None, cut=True)
        return
    if scan.shouting and kind_at is None:
        yield from (Stretch(start, end, True) for start, end, sort in group if sort == "L")
        return
    yield Stretch(first, last, respelled(scan.joined(first, last)), kind_at)


def _kind_of_list(scan: Scan, last: int) -> int | None:
    """Where the kind word stands behind a list of which a run is the beginning: "al-Orl al-Tarn and al-Colm towns"."""
    last = last + 2 if scan.lower(last + 1) == "and" else last
    return _kind_after(scan, last) if last < len(scan.words) else None


def _in_country(scan: Scan, first: int, last: int) -> bool:
    """ "In Guinea Alpha Barro was elected": who stands behind the country has lost the comma."""
    before = first - 2 if scan.lower(first - 1) == "the" else first - 1
    return scan.lower(before) == "in" and not scan.shouting and is_country(scan.joined(first, last))


def _opening(scan: Scan, group: list[tuple[int, int, str]], kind_at: int | None) -> Stretch | None:
    """The listed place that opens the longer name of an institution, an event or a building; None for other names."""
    first, last, sort = group[0]
    if sort != "L" or len(group) == 1:
        return None
    name = scan.joined(first, last)
    if first == last and (is_word(name) or is_person(name)):
        return None
    tail = {scan.lower(at) for at in range(last + 1, group[-1][1] + 1)}
    built = kind_at is not None and scan.words[kind_at].cap and words().kind_of.get(scan.lower(kind_at)) == "building"
    if built or tail & (words().institutions | words().bodies):
        return Stretch(first, last, True, opens=True, closes=kind_at if built else group[-1][1])
    return None


def _kind_after(scan: Scan, last: int) -> int | None:
    """Where the kind word directly behind a name stands, also the second of two ("refugee camp"), or behind what a
    bracket says of it ("al-Orl (radio) district")."""
    kinds = words().kind_of
    if scan.gap(last) == " (" and scan.gap(last + 1) == ") " and scan.lower(last + 2) in kinds:
        return last + 2
    if scan.words[last].owner or last + 1 >= len(scan.words) or scan.gap(last) not in _GAPS:
        return None
    for size in (3, 2):
        end = last + size
        if end < len(scan.words) and scan.joined(last + 1, end).lower() in kinds:
            return end
    return last + 1 if scan.lower(last + 1) in kinds else None
