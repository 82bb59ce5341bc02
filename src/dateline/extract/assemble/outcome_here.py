"""Whether those shot were killed or hurt, as the figure's own sentence says it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from dateline.extract.assemble.died_later import stated
from dateline.extract.assemble.heard import said
from dateline.extract.assemble.outcome_words import OTHERS, behind_trigger, is_open
from dateline.extract.draft import Draft
from dateline.model.words import Term
from dateline.vocab.load import either, load, word_set

_COUNTS: Final = tuple(load("wording_en")["outcome"]["counts"])


def told_here(draft: Draft, drafts: Sequence[Draft]) -> Term | None:
    """The term that the sentence gives an open harm; None where it leaves it open."""
    one, behind = draft.quantity.implied, behind_trigger(draft)
    if one and (own := _own_end(_doers_end_cut(draft, drafts))) is not None:
        return own
    if _limbs().search(behind):
        return "injured"
    if _MURDER_SUICIDE.search(draft.sentence.text):
        return "killed"
    if (one and _beside_one_dead(draft, drafts)) or _others_beside_the_dead(draft, drafts) or _WILL_LIVE.search(behind):
        return "injured"
    return "other" if _some_died(draft) or _killing_fewer(draft, drafts) else None


def _own_end(behind: str) -> Term | None:
    """What the rest of its own sentence says of one person: "was shot and suffered serious injuries"."""
    clause = _OTHER_CLAUSE.split(behind)[0]
    died, lived = said("died", clause), said("lived", clause)
    return ("killed" if died else "injured") if died != lived else None


_MURDER_SUICIDE: Final = re.compile(r"\bmurder[-/ –]suicide\b(?! attempt)", re.IGNORECASE)
_OTHER_CLAUSE: Final = re.compile(r",? (?:just )?(?:as|while) (?!(?:he|she|they)\b)(?=\w+ )")
""" "Was shot in the wrist as people gathered for a boy who was killed there": of others."""
_WILL_LIVE: Final = re.compile(
    rf"\bexpected to (?:{either(word_set('wording_en', 'outcome', 'will'))})\b", re.IGNORECASE
)


def _doers_end_cut(draft: Draft, drafts: Sequence[Draft]) -> str:
    """The rest of the sentence without what the doer came to ("shot an officer in the neck and then died"), nor what is
    told of somebody else ("officer shot, suspect killed").
    """
    start = draft.sentence.offset(draft.trigger)
    others = [d.quantity.start - start for d in drafts if d.sentence.index == draft.sentence.index and d is not draft]
    behind = behind_trigger(draft)[: min((at for at in others if at > 0), default=None)]
    if draft.quantity.start < draft.sentence.offset(draft.trigger) or (end := _DOERS_END.search(behind)) is None:
        return behind
    return behind[: end.start()]


_DOERS_END: Final = re.compile(
    r",? (?:and|then|before|and then) (?:(?:he|she|then|later|himself|herself|was|being|is) )*"
    r"(?:died|dying|killed|killing|shot|shooting|fatally|taking|took|turned|turning)\b"
)


def _beside_one_dead(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """ "A man was killed and a girl was shot": told apart in one breath, she is not said to have died."""
    here = [d for d in drafts if d.sentence.index == draft.sentence.index]
    before = [d for d in here if d.quantity.end < draft.quantity.start][-1:]
    behind = [d for d in here if d.quantity.start > draft.quantity.end][:1]
    pairs = [*((one, draft) for one in before), *((draft, one) for one in behind)]
    return any(
        _told_apart(*pair) and other.term == "killed" and other.trigger != draft.trigger and not is_open(other)
        for pair, other in zip(pairs, (*before, *behind), strict=True)
    )


def _told_apart(first: Draft, second: Draft) -> bool:
    start = first.sentence.start
    between = first.sentence.text[first.quantity.end - start : second.quantity.start - start]
    headline = " " in between.strip() or between.strip() not in {"", ",", "and"}
    return (headline and between.rstrip().endswith((" and", " while", ","))) or bool(_AND_SHOT.fullmatch(between))


_AND_SHOT: Final = re.compile(r",? (?:and |then |and then )?(?:\w+ly )?shot (?:and wounded )?")
""" "Killed two women, shot an officer"."""


def _others_beside_the_dead(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """ "one man was killed and six others shot": the others are told apart from the dead."""
    noun = draft.quantity.noun
    if noun is None or not OTHERS.search(draft.words):
        return False
    if said("died", draft.before):
        return True  # "Teen dead, three others shot"
    return any(d.sentence.index == draft.sentence.index and d.term == "killed" and d != draft for d in drafts)


def _some_died(draft: Draft) -> bool:
    """ "Four were shot, one fatally", "two of whom died": a count of all, of whom fewer died."""
    shot = draft.quantity.high or draft.quantity.low or 0
    behind = behind_trigger(draft)
    if shot > 1 and _ONE_OF_THEM_DIED.search(behind):
        return True
    return any((_count(found["n"]) or shot) < shot for found in _SOME_DIED.finditer(behind))


_SOME_DIED: Final = re.compile(
    rf"\b(?P<n>{'|'.join(_COUNTS)}|\d+)(?: (?:of (?:them|whom|the victims)|person|people|man|woman|victims?))?"
    r"(?: (?:was|were|has|have|had|later|since|been|of|whom|is|are)){0,3}"
    r" (?:fatally|died|dead|dies|die|killed|mortally)\b",
    re.IGNORECASE,
)
_ONE_OF_THEM_DIED: Final = re.compile(
    r"\bincluding\b[^.;]{1,60}\bwho (?:\w+ ){0,2}(?:died|killed|dead|succumbed)\b", re.IGNORECASE
)


def _count(words: str) -> int | None:
    return int(words) if words.isdigit() else _COUNTS.index(words.lower()) + 1


def _killing_fewer(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """ "Shot two teenagers, killing a boy and injuring a girl": a count of all, of whom fewer were killed."""
    behind = [d for d in drafts if d.sentence.index == draft.sentence.index and d.quantity.start > draft.quantity.end]
    if stated(draft) < 2 or not behind or _KILLING.search(behind_trigger(draft)) is None:
        return False
    killed = [d for d in behind if d.term == "killed" and d.trigger != draft.trigger and d.head.tag_ != "PRP"]
    dead = sum(d.quantity.low or 0 for d in killed)  # the doer himself is none of them
    return 0 < dead < stated(draft)


_KILLING: Final = re.compile(r"\b(?:killing|fatally (?:wounding|injuring))\b", re.IGNORECASE)


@cache
def _limbs() -> re.Pattern[str]:
    limbs = either(word_set("wording_en", "outcome", "limbs"))
    return re.compile(
        rf"\b(?:in|through|to) (?:the|his|her|their|both|one|a)?\s?(?:left |right |upper |lower )?(?:{limbs})\b",
        re.IGNORECASE,
    )
