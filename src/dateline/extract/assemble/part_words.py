"""Parts told by words of rank, of kind or of state: "Tarn is worst off with 900", "twelve were schoolgirls", "three
civilians among the dead", "Of the displaced, 40 are in Orvel"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from dateline.extract.assemble.near import (
    earlier,
    is_part,
    least,
    superseded,
    words_after,
    words_before,
    words_between,
)
from dateline.extract.assemble.part_totals import UPROOTED, akin
from dateline.extract.assemble.who import fits, told_kind
from dateline.extract.draft import Draft
from dateline.extract.trigger.lexicon import lexicon
from dateline.model.words import Term

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH: Final = 3
"""Sentences back to the total of which a superlative tells the largest part."""
_FAR: Final = 8
"""Sentences back to those whom "of the dead" names again."""
_SUPERLATIVE: Final = re.compile(
    r"\b(?:(?:worst|hardest|most)[ -](?:off|hit|affected|struck)|the (?:largest|highest|biggest|greatest|most)"
    r"(?: [\w-]+){0,2} (?:arrivals?|numbers?|tolls?|shares?|groups?|influx|cases|deaths|losses|toll)"
    r"|the most (?:deaths|people|cases|displaced|victims|arrivals|casualties|houses|homes)|the majority|the bulk)\b"
)


def named_term(word: str) -> Term | None:
    """What befell those whom a noun names: "the dead", "the wounded", "the evacuees"."""
    lists = lexicon()
    if word in {"victims", "bodies", "fatalities"}:
        return "killed"
    return (
        lists.states.get(word)
        or lists.people.get(word.removesuffix("s"))
        or lists.countable_events.get(word.removesuffix("s"))
    )


def of_those(draft: Draft, index: int, drafts: Sequence[Draft]) -> int | None:
    """ "Of the displaced, 7,400 are in Orvel": the last figure of those whom the opening names, or of that number."""
    words = [t.text.lower() for t in draft.sentence.tokens[:5]]
    if words[:1] != ["of"] or words[1:2] not in (["the"], ["these"], ["those"], ["all"]) or "," not in words[3:]:
        return None
    opening = draft.sentence.tokens[: words.index(",", 2)]
    named = named_term(opening[-1].text.lower())
    if named is None or draft.quantity.number in opening:
        return None
    meant = UPROOTED if named in UPROOTED else {named}
    told = [i for i in earlier(index, drafts, reach=_FAR) if drafts[i].sentence is not draft.sentence]
    whole = [i for i in told if drafts[i].term in meant and not superseded(drafts[i])]
    number = next((t.text.lower() for t in opening if t.like_num), None)
    if number is not None:
        whole = [i for i in whole if drafts[i].quantity.number.text.lower() == number]
    exact = [i for i in whole if drafts[i].unit == draft.unit]
    return next((i for i in exact or whole if not is_part(drafts[i])), None)


def largest(draft: Draft, index: int, drafts: Sequence[Draft]) -> int | None:
    """ "Tarn is worst off with 96,300", "The largest arrivals were in Orvel (1,640)": some of the total before."""
    at = draft.quantity.start - draft.sentence.start
    ranked = _SUPERLATIVE.search(draft.sentence.text.lower()[:at])
    first = not index or drafts[index - 1].sentence is not draft.sentence
    if ranked is None or not first:
        return None
    told = [i for i in earlier(index, drafts, reach=_REACH) if _of_one_kind(draft, drafts[i])]
    return next((i for i in told if (least(draft) or 0) < (least(drafts[i]) or 0)), None)


def _of_one_kind(part: Draft, whole: Draft) -> bool:
    same = akin(part.term, whole.term)
    return same and part.unit == whole.unit and not superseded(whole) and fits(part, whole)


def kind_told(draft: Draft, index: int, drafts: Sequence[Draft]) -> int | None:
    """ "115 dead; twelve were schoolgirls", "three were policemen": of what kind some of those before were."""
    if not index or draft.quantity.noun is not None or draft.quantity.implied:
        return None
    words = words_after(draft, 1)
    behind = _subject_complement(draft)
    if words not in {"were", "was", "are"} or behind is None:
        return None
    if told_kind(behind) is None and behind.lemma_.lower() not in {"member", "relative"}:
        return None
    near = [i for i in earlier(index, drafts, reach=1) if drafts[i].unit == draft.unit == "person"]
    whole = next((i for i in near if drafts[i].term == draft.term and not is_part(drafts[i])), None)
    return None if whole is None or words_after(drafts[whole], 2) in {"of the", "of those"} else whole


def _subject_complement(draft: Draft) -> Token | None:
    verb = draft.quantity.number.head
    return next((c for c in verb.children if c.dep_ == "attr"), None) if verb.lemma_ == "be" else None


_FARED: Final[dict[Term, frozenset[Term]]] = {
    **dict.fromkeys(UPROOTED, UPROOTED | {"returned", "other"}),
    "detained": frozenset({"other", "returned", "missing"}),
    "missing": frozenset({"other", "evacuated"}),
    "trapped": frozenset({"other", "evacuated"}),
    "injured": frozenset({"injured"}),
}
"""What may become of some of those told of before: not of the dead, nor the dead of the missing."""


_HOUSED: Final = frozenset({"sheltered", "in_relief_camp"})
"""Where some of those stay who were set moving: "displaced 12,000; 7,500 are sheltering in schools"."""


def fared(draft: Draft, index: int, drafts: Sequence[Draft], wholes: Sequence[int | None]) -> int | None:
    """ "abducted 40; 17 were freed and 23 are missing": a bare number right behind the stop, no "9 fell; 4 fell"."""
    if not index or draft.quantity.noun is not None or draft.quantity.implied:
        return None
    before = drafts[index - 1]
    sibling = wholes[index - 1]
    if before.sentence is not draft.sentence or not _BREAK.fullmatch(words_between(before, draft)):
        return None
    housed = draft.term in _HOUSED and before.term not in _HOUSED
    opens = words_between(before, draft).rstrip().endswith(";") and (before.term not in UPROOTED or housed)
    at = sibling if sibling is not None and not opens else _whole_of(index - 1, wholes)
    whole = drafts[at]
    joined = sibling is not None and drafts[at].sentence is draft.sentence
    anew = draft.term == whole.term and draft.by != "shared" and draft.trigger.lemma_ == whole.trigger.lemma_
    fits_in = draft.term in _FARED.get(whole.term, frozenset()) and whole.unit == draft.unit and not anew
    return at if fits_in and (opens or joined) and _less(draft, whole) and whole.modality == draft.modality else None


_BREAK: Final = re.compile(r"[^;.:()]*(?:;|,? (?:and|while|but))\s*")


def _whole_of(index: int, wholes: Sequence[int | None]) -> int:
    whole = wholes[index]
    return index if whole is None else whole


def _less(part: Draft, whole: Draft) -> bool:
    return (least(part) or 0) < (least(whole) or 0)


_STATE: Final = re.compile(
    r"(?:(?:very |more )?(?:seriously|critically|gravely|severely|badly|fatally)\b"
    r"|in (?:an? )?(?:very )?(?:critical|serious|grave|stable|intensive|life-threatening)\b|with (?:severe|serious)\b)"
)


def state_told(draft: Draft, index: int, drafts: Sequence[Draft]) -> int | None:
    """ "Sixty-two were injured, nine seriously", "eleven in a serious condition": how some of those before fare."""
    if not index or draft.quantity.noun is not None or not _STATE.match(words_after(draft, 4)):
        return None
    before = drafts[index - 1]
    near = before.sentence is draft.sentence and words_before(draft, 1) in {",", ";", "(", "-", "–"}
    return index - 1 if near and before.term == "injured" and _less(draft, before) else None


_HOSTING: Final = re.compile(
    r"\bwith (?:[\w'-]+ ){1,4}(?:hosting|sheltering|receiving|housing|taking in|accounting for|reporting|recording"
    r"|registering|counting|alone)$"
)


def told_with(draft: Draft, index: int, drafts: Sequence[Draft]) -> int | None:
    """ "52,000 displaced people, with Orvel hosting 20,000": a place's share of those before."""
    if not index or not _HOSTING.search(words_before(draft, 7)):
        return None
    before = drafts[index - 1]
    kin = akin(before.term, draft.term)
    same = before.sentence is draft.sentence and before.unit == draft.unit and kin
    return index - 1 if same and _less(draft, before) else None


FRACTION: Final = re.compile(
    r"\b(?:half|most of (?:them|these|those|whom)|(?:the )?(?:vast |overwhelming |great |large )?(?:majority|bulk)"
    r"|thirds?|quarters?|the (?:rest|remainder|others)|(?:the )?(?:largest|biggest) (?:group|share|number))"
    r"(?: of (?:them|these|those|whom))?(?: (?:were|are|being))?(?: [\w-]+)? ?[(,]$"
)
"""What stands before a number that says how many a share is: "most of them civilians (190)", "the rest, 80,"."""


def fraction(draft: Draft, index: int, drafts: Sequence[Draft]) -> int | None:
    """ "The majority (ten) in Orvel": so many of those told of before."""
    if not index or draft.quantity.noun is not None or not FRACTION.search(words_before(draft, 8)):
        return None
    told = [i for i in earlier(index, drafts, reach=1) if drafts[i].unit == draft.unit and not is_part(drafts[i])]
    return next((i for i in told if _less(draft, drafts[i])), None)


def beside_in_list(before: Draft, draft: Draft) -> bool:
    """ "Orvel (1,640), Tarn (1,104)", "then Tarn with 71,000, Hask with 49,500": the next row of a list."""
    between = words_between(before, draft)
    bracketed = between.startswith(")") and between.endswith("(") and not re.search(r"[.;:]", between)
    together = words_before(before, 1) == words_before(draft, 1) == "with" and ";" not in between
    opened = words_before(before, 1) == "(" and between.strip() in {"and", ","}
    return (bracketed or together or opened) and before.term == draft.term and len(between) <= _LONG


_LONG: Final = 60
