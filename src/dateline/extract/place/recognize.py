"""Which words are toponyms: a name counts when the gazetteer or the words around it say that it is a place.

No entity labels are asked. First each stretch of capitalised words is judged by the words around it, then the page
settles what they left open: names in one list with a place, names that the page calls a place elsewhere, and surnames
of persons whom it names in full.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.extract.place.body import in_actor
from dateline.extract.place.context import Context, context_of
from dateline.extract.place.lookup import entries, is_person, is_word
from dateline.extract.place.names import Name, name_of
from dateline.extract.place.run_on import has_article
from dateline.extract.place.scan import Scan
from dateline.extract.place.stretch import Stretch, stretches
from dateline.extract.place.verdict import Verdict, verdict
from dateline.extract.place.words import words
from dateline.extract.sentence import Sentence
from dateline.vocab.fold import fold
from dateline.vocab.months import month_pattern

_LIST_GAPS = frozenset(
    {",", "and", ", and", "&", "/", "or", ", or", ";", "; and", "as well as", ", as well as", "to", "-", "–", "plus"}
)


@dataclass(frozen=True, slots=True)
class _Found:
    scan: Scan
    stretch: Stretch
    context: Context
    verdict: Verdict

    @property
    def bare(self) -> str:
        return self.scan.joined(self.stretch.first, self.stretch.last)


def recognize(sentences: Sequence[Sentence], taken: Sequence[tuple[int, int]] = ()) -> list[Name]:
    """The place names of a page in reading order. `taken` are working spans of sources: names in them stand aside."""
    no_commas = not any(", " in sentence.text for sentence in sentences)
    rows = [_judged(Scan(sentence, no_commas=no_commas)) for sentence in sentences]
    known = {fold(f.bare) for row in rows for f in row if f.verdict == "place"}
    people = {fold(f.scan.words[f.stretch.last].text) for row in rows for f in row if _is_person(f)}
    return [name for row in rows for name in _names(_settled(row, known, people), taken)]


def _judged(scan: Scan) -> list[_Found]:
    found = []
    for stretch in stretches(scan):
        context = context_of(scan, stretch)
        found.append(_Found(scan, stretch, context, verdict(scan, stretch, context)))
    return found


def _is_person(found: _Found) -> bool:
    """Two or three capitalised words that no list and no word around calls a place ("Losing X" opens a sentence)."""
    if found.verdict == "none" and found.context.title:
        return True
    return (
        found.verdict == "open"
        and not found.stretch.listed
        and found.stretch.size in {2, 3}
        and not found.scan.shouting
        and found.scan.token(found.stretch.first).pos_ != "VERB"
    )


def _settled(row: list[_Found], known: set[str], people: set[str]) -> list[_Found]:
    """The stretches of one sentence after the page has spoken."""
    settled = [_by_page(found, known, people) for found in row]
    for order in (range(1, len(settled)), range(len(settled) - 2, -1, -1)):
        for i in order:
            j = i - order.step
            if (
                settled[i].verdict == "open"
                and settled[j].verdict == "place"
                and _listed_together(settled[min(i, j)], settled[max(i, j)])
            ):
                settled[i] = replace(settled[i], verdict="place")
    return _with_kinds(settled)


def _with_kinds(row: list[_Found]) -> list[_Found]:
    """ "X, Y and Z provinces", "the districts of X and Y": the kind is that of all."""
    found = list(row)
    for order in (range(len(found) - 2, -1, -1), range(1, len(found))):
        for i in order:
            near = found[i - order.step]
            plural = near.context.plural
            if (
                plural
                and found[i].context.kind is None
                and _listed_together(found[min(i, i - order.step)], found[max(i, i - order.step)])
            ):
                found[i] = replace(found[i], context=replace(found[i].context, kind=plural, plural=plural))
    return found


def _by_page(found: _Found, known: set[str], people: set[str]) -> _Found:
    bare = fold(found.bare)
    if found.verdict == "open" and found.stretch.size > 2 and (part := _known_part(found, known)):
        return replace(found, stretch=part, verdict="place")
    if found.verdict == "open" and bare in known and not (found.stretch.size == 1 and bare in people):
        return replace(found, verdict="place")
    if (
        found.verdict == "place"
        and found.stretch.size == 1
        and bare in people
        and not found.context.kind
        and found.context.lead not in {"at", "from", "to"}
    ):
        return replace(found, verdict="open")
    return found


def _known_part(found: _Found, known: set[str]) -> Stretch | None:
    """A name of several words that the page calls a place elsewhere, glued to others: "Heavy Shelling Bab Sharqi"."""
    first, last = found.stretch.first, found.stretch.last
    for a, b in ((first + 1, last), (first + 2, last), (first, last - 1), (first, last - 2)):
        if b > a and fold(found.scan.joined(a, b)) in known:
            return replace(found.stretch, first=a, last=b)
    return None


def _listed_together(a: _Found, b: _Found) -> bool:
    """Two names with nothing but a comma or an "and" between them."""
    open_one = a if a.verdict == "open" else b
    if not open_one.stretch.listed and (open_one.stretch.size > 2 or not _name_tag(open_one)):
        return False
    if (
        open_one.stretch.size == 1
        and (is_word(open_one.bare) or is_person(open_one.bare))
        and not open_one.stretch.listed
    ):
        return False
    last = a.stretch.kind_at if a.stretch.kind_at is not None else a.stretch.last
    between = a.scan.text[a.scan.words[last].end : a.scan.words[b.stretch.first].start].strip()
    if between == "in" and open_one is a:
        return a.context.lead != "none"
    if not between:
        return (a.stretch.cut and b.stretch.cut) or (has_article(a.bare) and has_article(b.bare))
    return between.strip(_DIGITS) in _LIST_GAPS and (_joined_by_parse(a, b) or not _acts(open_one))


def _name_tag(found: _Found) -> bool:
    return all(
        found.scan.token(i).pos_ in {"PROPN", "NOUN", "ADJ", "X"} for i in (found.stretch.first, found.stretch.last)
    )


def _joined_by_parse(a: _Found, b: _Found) -> bool:
    """The second is a conjunct of the first, which stands behind a preposition of place."""
    return a.context.lead == "at" and b.context.token.dep_ == "conj" and b.context.token.head == a.context.token


def _acts(found: _Found) -> bool:
    """A verb follows directly: the name is its subject."""
    at = found.stretch.last + 1
    return (
        at < len(found.scan.words)
        and found.scan.gap(at - 1) == " "
        and found.scan.token(at).tag_ in {"VBD", "VBZ", "VBP", "MD"}
    )


def _names(row: list[_Found], taken: Sequence[tuple[int, int]]) -> list[Name]:
    names = []
    for found in row:
        if found.verdict not in {"place", "aside"}:
            continue
        name = name_of(found.scan, found.stretch, found.context, aside=found.verdict == "aside")
        if _dateline(found):
            name = replace(name, aside=True, dateline=True)
        spoken = not _has_it(found) and any(start < name.end and end > name.start for start, end in taken)
        if spoken or _in_actor(found):
            name = replace(name, aside=True)
        if (other := _half_named(found, name)) is not None:
            names.append(other)
        names.append(name)
    return names


def _half_named(found: _Found, name: Name) -> Name | None:
    """The first of "North and South Kivu": a point of the compass whose unit has the rest of the second's name."""
    scan, first = found.scan, found.stretch.first
    side, _, rest = name.bare.partition(" ")
    sides = words().unit_sides
    if first < 2 or side.lower() not in sides or scan.lower(first - 1) not in {"and", "or"}:
        return None
    other = scan.words[first - 2]
    whole = f"{other.text} {rest}"
    if not other.cap or other.lower not in sides or not any(e.feature in _UNITS for e in entries(whole)[:2]):
        return None
    start = scan.sentence.start + other.start
    end = start + len(other.text)
    return replace(name, start=start, end=end, text=other.text, bare=whole, whole=(start, end))


_UNITS = frozenset({"adm1", "adm2", "region"})


def _in_actor(found: _Found) -> bool:
    words = found.scan.words
    return in_actor(found.scan.text, words[found.stretch.first].start, words[found.stretch.last].end)


def _has_it(found: _Found) -> bool:
    """ "X reported 45 deaths": the place has what it reports."""
    token = found.context.token
    return token.dep_ == "nsubj" and token.head.lemma_.lower() in words().has


def _dateline(found: _Found) -> bool:
    """ "MANILA, Nov 27 –", "Lagos (Reuters) -": where the page was written, not where it happened."""
    scan, stretch = found.scan, found.stretch
    if stretch.kind_at is not None or found.context.lead != "none":
        return False
    behind = scan.text[scan.words[stretch.last].end :]
    if (unit := _WITH_UNIT.match(behind)) and any(e.feature == "adm1" for e in entries(unit[1])[:1]):
        return False  # "MARION, Ohio —": who adds the state is a paper of the town, or of the state
    if _DATED.match(behind):
        return True
    opens = (found.bare.isupper() and not scan.shouting) or stretch.first == 0
    return bool(opens and len(found.bare) > 3 and _CREDITED.match(behind))


_WITH_UNIT = re.compile(r", ([A-Z][a-z]+(?: [A-Z][a-z]+)?)(?: \([^)]{2,40}\))? (?:[–—]|--?)(?: |$)")
_MONTH = rf"(?i:{month_pattern(6)})"
_DATED = re.compile(
    rf", (?:\w+,? )?(?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}},?)(?: \d{{4}})?(?:\.| ?[–—-]{{1,2}}(?: |$)| ?\()"
)
_CREDITED = re.compile(r"[^.:;]{0,25}?\([^)]{2,40}\)(?: ?[–—-]{1,2}(?: |$)| )|[^.:;\d]{0,25}? (?:[–—]|--?)(?: |$)")
_DIGITS = "0123456789. "
