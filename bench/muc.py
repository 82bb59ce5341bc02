"""Numbers, dates, places and kinds of incident on the MUC-4 development set: `bench/muc.py`.

The set: 1,300 news items of 1988-1990 in capitals, with answer keys (`../shared/gold/muc4`). How it is counted:

- The texts are truecased first, by how words are written in the other development texts (a word that these do not
  have is taken for a name); the day of the header line is the day of publication.
- **Numbers**: every entry of slot 21 (human target: number) whose target has the effect DEATH or INJURY (slot 23). An
  entry is met when a claim of that page counts as many killed or injured ("~50": about, "30-": at least, "5-10": a
  range). PLURAL says no number and is left out. `written`: the number stands in digits or as a word in the target's
  description or right before it; `described`: one person by a noun ("a judge"); these two the text expresses.
  `named`: one person by name alone, which expresses no number; reported apart. Optional templates and targets ("?") may
  be missed at no cost.
- **Precision**: of the claims killed and injured of pages that have such entries, those that meet one. The keys leave
  out combatants and totals, so it is a lower bound. A claim meets one entry, those that the text expresses before
  those told by name alone. What the misses are: `bench/muc_misses.py`.
- **Dates and places**, page by page: of the different days or stretches of days that the templates of a page give
  ("- 12 JAN 90", by then, gives none), those in which a period of some claim of that page begins or ends; of the
  different finest places, those that some claim names or lies in, or whose country it has where that is all.
- **Kinds**: the set of incident types of a page against the types of its events, by the table below.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dateline.extract import extract_all
from dateline.model import Claim, Document
from dateline.model.ids import document_id, sha256_of
from dateline.vocab.countries import country_of
from dateline.vocab.fold import fold
from muc_text import Item, days_of, items

MUC = Path(__file__).parent.parent.parent / "shared" / "gold" / "muc4"
EFFECTS = {"DEATH": "killed", "INJURY": "injured"}
KINDS = {
    "attack": "ATTACK",
    "attack_on_civilians": "ATTACK",
    "killing": "ATTACK",
    "shelling": "ATTACK",
    "explosion": "BOMBING",
    "abduction": "KIDNAPPING",
    "property_destroyed": "ARSON",
    "robbery": "ROBBERY",
}
FIRE = re.compile(r"\b(?:fire|burn|torch|ablaze|arson|incendiary|alight)", re.IGNORECASE)
GROUPS = ("expressed", "written", "described", "named")


@dataclass(frozen=True, slots=True)
class Number:
    """A human target: how many (None: open), and what happened to them."""

    low: int | None
    high: int | None
    term: str
    words: str
    optional: bool
    how: str
    """written · described · named"""


@dataclass(slots=True)
class Key:
    """What the keys say of one page."""

    numbers: list[Number] = field(default_factory=list)
    dates: set[tuple[str, str]] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    optional_kinds: set[str] = field(default_factory=set)


def keys(texts: dict[str, str]) -> dict[str, Key]:
    """The answer keys by message id."""
    found: dict[str, Key] = {name: Key() for name in texts}
    for path in sorted(MUC.glob("key-*")):
        for template in templates(path.read_text(encoding="latin-1")):
            name = template[0][0].split()[0]
            if name in found and template.get(4, ["*"])[0] != "*":
                add_template(found[name], template, texts[name])
    return found


def templates(text: str) -> Iterator[dict[int, list[str]]]:
    """Each template as its slots' lines."""
    current: dict[int, list[str]] = {}
    slot = -1
    for line in text.splitlines():
        match = re.match(r"\s*(\d+)\.\s+[A-Z :]+?\s{2,}(.*)", line)
        if match is None:
            if slot >= 0 and line.strip() and not line.startswith(";"):
                current[slot].append(line.strip())
            continue
        slot = int(match[1])
        if slot == 0 and current:
            yield current
            current = {}
        current.setdefault(slot, []).append(match[2].strip())
    if current:
        yield current


def add_template(key: Key, template: dict[int, list[str]], text: str) -> None:
    """What one template adds to the key of its page."""
    optional = "OPTIONAL" in " ".join(template.get(1, []))
    kind = template[4][0].split("/")[0].strip()
    (key.optional_kinds if optional else key.kinds).add(kind)
    if not optional:
        key.dates |= set(days(template.get(2, ["-"])[0]))
        key.places |= set(places(" ".join(template.get(3, ["-"]))))
    effects = {name: EFFECTS[e] for e, name in effect_of(template.get(23, [])) if e in EFFECTS}
    names = set(re.findall(r'"(.+?)"', " ".join(template.get(18, []))))
    for row in template.get(21, []):
        for choice in row.split(" / ")[:1]:
            match = re.match(r'(\?)?\s*(~?)(\d+)?\s*(-?)\s*(\d+)?\s*:\s*\??\s*"(.+)"', choice)
            if match is None or match[3] is None or match[6] not in effects:
                continue
            low = int(match[3])
            high = int(match[5]) if match[5] else None if match[4] else low
            how = "written" if written(low, match[6], text) else "named" if match[6] in names else "described"
            key.numbers.append(Number(low, high, effects[match[6]], match[6], optional or bool(match[1]), how))


def effect_of(rows: Sequence[str]) -> Iterator[tuple[str, str]]:
    """(effect, target's words) of slot 23."""
    for row in rows:
        match = re.match(r'\??\s*([A-Z ]+?)\s*:\s*\??\s*"(.+?)"', row)
        if match:
            yield match[1], match[2]


WORDS = re.findall(r"\w+", "zero one two three four five six seven eight nine ten eleven twelve")


def written(number: int, words: str, text: str) -> bool:
    """The number stands in digits or as a word in the description or right before it, in the text."""
    said = {str(number), f"{number:,}", *([WORDS[number].upper()] if number < len(WORDS) else [])}
    at = text.upper().find(words.upper())
    around = text.upper()[max(0, at - 30) : at + len(words)] if at >= 0 else words.upper()
    return any(re.search(rf"(?<![\d\w,.]){re.escape(one)}(?![\d\w,])", around) for one in said)


def days(slot: str) -> Iterator[tuple[str, str]]:
    """First and last day (ISO) of "30 DEC 89" or "25 DEC 89 - 03 JAN 90"; "- 12 JAN 90" (by then) gives no day."""
    found = days_of(slot)
    if found and not slot.strip().startswith("-"):
        yield found[0], found[-1]


def places(slot: str) -> Iterator[str]:
    """The finest place of each alternative's first chain, folded; "" never."""
    chain = [part.strip() for part in slot.split(" / ")[0].replace(" - ", ": ").split(":")]
    names = [re.sub(r"\s*\(.*?\)", "", part).strip() for part in chain]
    if names and names[-1] not in {"", "-", "*"}:
        yield fold(names[-1])


@dataclass(slots=True)
class Tally:
    """Counts that become shares."""

    counts: Counter[str] = field(default_factory=Counter)

    def share(self, hits: str, of: str) -> float:
        return round(self.counts[hits] / self.counts[of], 3) if self.counts[of] else 0.0


def meets(number: Number, claim: Claim) -> bool:
    """A claim counts as many, killed or injured."""
    figure = claim.figure
    if figure is None or claim.term != number.term:
        return False
    return number.low in {figure.low, figure.high} or (number.high is not None and figure.high == number.high)


def paired(key: Key, claims: Sequence[Claim]) -> tuple[list[tuple[Number, Claim | None]], list[Claim]]:
    """Each number of a page with the claim that meets it, None where none does; and the claims left over."""
    left = [c for c in claims if c.figure and c.term in EFFECTS.values() and c.modality == "asserted"]
    pairs: list[tuple[Number, Claim | None]] = []
    for number in sorted(key.numbers, key=lambda n: (n.optional, n.how == "named")):
        hit = next((c for c in left if meets(number, c)), None)
        if hit is not None:
            left.remove(hit)
        pairs.append((number, hit))
    return pairs, left


def score_numbers(key: Key, claims: Sequence[Claim], tally: Tally, errors: list[str], name: str) -> None:
    pairs, left = paired(key, claims)
    met = sum(hit is not None for _, hit in pairs)
    if pairs:
        tally.counts["claims"] += met + len(left)
        tally.counts["claims met"] += met
    for number, hit in pairs:
        if number.optional:
            continue
        expressed = ("expressed",) if number.how != "named" else ()
        for group in (number.how, *expressed):
            tally.counts[group] += 1
            tally.counts[f"{group} met"] += hit is not None
        if hit is None:
            errors.append(f"{name}: {number.low}-{number.high} {number.term} {number.words!r} {number.how}")


def score_page(key: Key, claims: Sequence[Claim], tally: Tally, kinds: dict[str, Counter[str]]) -> None:
    told = {day for c in claims for day in (c.period.start, c.period.end) if day}
    names = {fold(p.name) for c in claims for p in c.places}
    names |= {fold(p.place.name) for c in claims for p in c.places if p.place}
    names |= {fold(p.place.admin1) for c in claims for p in c.places if p.place and p.place.admin1}
    states = {c.country for c in claims if c.country}
    tally.counts["dates"] += len(key.dates)
    tally.counts["dates met"] += sum(any(first <= day <= last for day in told) for first, last in key.dates)
    tally.counts["places"] += len(key.places)
    tally.counts["places met"] += sum(
        country_of(place) in states or any(alike(place, name) for name in names) for place in key.places
    )
    found = {kind for c in claims if c.modality in {"asserted", "threatened"} and (kind := kind_of(c))}
    for kind in key.kinds | found:
        row = kinds.setdefault(kind, Counter())
        row["both"] += kind in key.kinds and kind in found
        row["missed"] += kind in key.kinds and kind not in found
        row["extra"] += kind in found and kind not in key.kinds | key.optional_kinds


def kind_of(claim: Claim) -> str | None:
    """The kind of incident that an event is in the scheme of the keys; None where it has none."""
    if claim.event is None:
        return None
    if claim.event.type == "property_destroyed" and not FIRE.search(claim.excerpt.text):
        return None
    return KINDS.get(claim.event.type)


def alike(one: str, other: str) -> bool:
    """One name within the other, word by word."""
    a, b = one.split(), other.split()
    return bool(a) and (set(a) <= set(b) or set(b) <= set(a)) and bool(b)


def f1(row: Counter[str]) -> float:
    both = 2 * row["both"]
    return round(both / (both + row["missed"] + row["extra"]), 3) if both else 0.0


def in_half(name: str, half: str | None) -> bool:
    """True where the page is in that half (by hash of its id); None: any."""
    even = int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2 == 0
    return half is None or even == (half == "build")


def document_of(item: Item) -> Document:
    digest = sha256_of(item.text.encode())
    return Document(item.name, document_id(digest, None, None), digest, item.text, published=item.published, lang="en")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--half", choices=("build", "report"))
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--limit", type=int)
    asked = parser.parse_args()
    chosen = [item for item in items(MUC) if in_half(item.name, asked.half)][: asked.limit]
    print(json.dumps(measured(chosen, asked.errors), indent=1))


def measured(chosen: Sequence[Item], shown: int) -> dict[str, Any]:
    wanted = keys({item.name: item.text for item in chosen})
    relevant = Tally()
    anywhere: dict[str, Any] = {}
    errors: list[Any] = []
    over_relevant: dict[str, Counter[str]] = {}
    for extraction in extract_all(document_of(item) for item in chosen):
        key = wanted[extraction.document.name]
        score_numbers(key, extraction.claims, relevant, errors, extraction.document.name)
        score_page(key, extraction.claims, relevant, anywhere)
        if key.kinds or key.optional_kinds:
            score_page(key, extraction.claims, Tally(), over_relevant)
    for line in errors[:shown]:
        print(line)
    return {
        "pages": len(chosen),
        **{group: relevant.counts[group] for group in GROUPS},
        **{f"{group} recall": relevant.share(f"{group} met", group) for group in GROUPS},
        "numbers precision": relevant.share("claims met", "claims"),
        "dates recall": relevant.share("dates met", "dates"),
        "places recall": relevant.share("places met", "places"),
        "kinds F1, all pages": f1(total(anywhere.values())),
        "kinds F1, relevant pages": f1(total(over_relevant.values())),
        "kinds": {kind: (f1(row), dict(row)) for kind, row in sorted(anywhere.items())},
    }


def total(rows: Iterable[Counter[str]]) -> Counter[str]:
    return sum(rows, Counter())


if __name__ == "__main__":
    main()
