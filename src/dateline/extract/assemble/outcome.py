"""Were they killed or hurt? "Shot" does not say; the words around it, or else the page, mostly do.

Of whom no word of the page tells a death is mostly injured: deaths are told. A number that holds both ("four people
were shot", two of whom died) is of neither term: it becomes "other", so that no one is said to have died who may live.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import takewhile
from typing import Final

from dateline.extract.assemble.died_later import alike, died_later, stated
from dateline.extract.assemble.heard import died_words, elsewhere, said, says
from dateline.extract.draft import Draft, Page
from dateline.extract.sentence import Sentence
from dateline.model.words import Term
from dateline.vocab.load import word_set

_OPEN = word_set("wording_en", "outcome", "open")
_HIT = word_set("wording_en", "outcome", "hit")
_SENT = word_set("wording_en", "outcome", "sent")
_AHEAD = 2
"""Sentences behind the verb's own that are heard first."""


def with_outcomes(page: Page) -> tuple[Draft, ...]:
    """The page's drafts, those of an open harm with the term that the page gives them."""
    told = tuple(replace(d, term=_term(d, page, page.drafts)) if _is_open(d) else d for d in page.drafts)
    later = any(_DIED_AFTER.search(sentence.text) for sentence in page.sentences)
    told = tuple(replace(d, term="other") if _of_both(d, told, later=later) else d for d in told)
    told = tuple(replace(d, term="other") if _watched(d) else d for d in told)
    told = tuple(replace(d, term="killed") if _all_were_dead(d, told) else d for d in told)
    told = tuple(replace(d, term="injured") if _not_fatally(d) else d for d in told)
    return tuple(replace(d, term="killed") if died_later(d, page, _behind(d)) else d for d in told)


def _watched(draft: Draft) -> bool:
    """ "One officer was taken to a hospital for observation": he need not be hurt."""
    sent = draft.term == "injured" and draft.trigger.lemma_.lower() in _SENT
    return sent and _OBSERVED.search(_behind(draft)) is not None


_OBSERVED: Final = re.compile(
    r"^[^.;]{0,60}\b(?:for (?:observation|(?:an? )?evaluation|a check-?up)|as a precaution)\b", re.IGNORECASE
)


def _not_fatally(draft: Draft) -> bool:
    """ "Shot his uncle, though not fatally"."""
    return draft.term == "killed" and _NOT_FATALLY.search(_behind(draft)) is not None


_NOT_FATALLY: Final = re.compile(
    r"\b(?:not |non-?|none (?:of (?:them|whom|the victims) )?(?:was |were )?(?:hit |shot |hurt )?)fatally\b",
    re.IGNORECASE,
)


_DIED_AFTER: Final = re.compile(
    r"\b(?:later|since|hours|days) (?:\w+ )?(?:died|dies|dead)\b|\b(?:has|have) (?:\w+ )?died\b|\bsuccumbed\b"
    r"|\bpassed away\b|\bwhere (?:[\w'’]+ ){1,4}(?:died|was pronounced)\b"
    r"|\b(?:died|dead) (?:\w+ ){0,2}?(?:at|in|from|of|on \w+day|\w+day)\b(?! the scene)",
    re.IGNORECASE,
)
"""Somebody died behind the deed, and may be among those who were brought to a hospital."""
_STAYS: Final = re.compile(
    r"\b(?:stable|good|fair)\b[^.;]{0,20}\bcondition\b|\bremain(?:s|ed|ing)?\b|\bstill\b|\breleased\b", re.IGNORECASE
)


def _of_both(draft: Draft, drafts: Sequence[Draft], *, later: bool) -> bool:
    """ "Police found four people with gunshot wounds": as many as the page counts dead and hurt together.

    `later`: the page tells of somebody who died behind the deed, so that "sent four people to hospital" may hold him.
    """
    count = stated(draft)
    lemma = draft.trigger.lemma_.lower()
    if draft.term not in {"injured", "killed"} or count < 2 or draft.modality == "negated":
        return False
    if draft.term == "killed" and (lemma not in _OPEN or not _is_open(draft)):
        return False
    if draft.term == "injured" and _INCLUDING_ONE.search(_behind(draft)):
        return True
    if lemma in _SENT and _WHERE_ONE.search(_behind(draft)):
        return True  # "all three were taken to hospital, where the woman died"
    hit = lemma in _HIT
    if hit and (draft.quantity.noun is None or not _OTHERS.search(draft.sentence.text)) and _is_one_of(draft, drafts):
        return True
    vague = hit or draft.by == "phrase" or draft.trigger.text.lower() in _WITH
    told = [d for d in drafts if d.modality == "asserted" and d.by != "shared" and not _is_open(d) and d is not draft]
    told = [d for d in told if not elsewhere(d.sentence)]
    shot = lemma in _OPEN and not _OTHERS.search(_words(draft))
    if not vague and not shot and not (later and _is_sent(draft, told)):
        return False
    dead = {stated(d) or 1 for d in told if d.term == "killed"}
    hurt = {stated(d) or (1 if vague else 0) for d in told if d.term == "injured"}
    if count in {stated(d) for d in told if d.term == "injured" and d.trigger.lemma_.lower() in _HURT}:
        return False  # as many are told as hurt, whatever else adds up to them
    return any(count - killed in hurt for killed in dead)


_HURT: Final = word_set("wording_en", "outcome", "hurt")


_INCLUDING_ONE: Final = re.compile(
    r"^\w+,? including (?:an? |one |the )[^.;,]{1,60}? who (?:\w+ ){0,2}?(?:died|succumbed|was killed|passed away)\b"
)
""" "Three people were injured, including a girl who succumbed to her wounds"."""
_WHERE_ONE: Final = re.compile(
    r"\bwhere (?!(?:both|they|all)\b)(?:[\w'’]+ ){1,4}(?:died|passed away|(?:was|were) pronounced)\b"
)


def _is_sent(draft: Draft, told: Sequence[Draft]) -> bool:
    """ "Sent five people to the hospital": not those who stay there, nor those told apart from the dead."""
    if draft.trigger.lemma_.lower() not in _SENT or _OTHERS.search(_words(draft)) or _STAYS.search(draft.sentence.text):
        return False
    here = (d for d in told if d.sentence.index == draft.sentence.index and d.quantity.end <= draft.quantity.start)
    return not any(d.term == "killed" for d in here)


def _words(draft: Draft) -> str:
    """The figure as it is printed."""
    return draft.sentence.text[draft.quantity.start - draft.sentence.start : draft.quantity.end - draft.sentence.start]


def _all_were_dead(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """ "All five had gunshot wounds", "the three victims who died had wounds to the head": told of the dead.

    The former only where the page counts as many dead, and nobody else hurt.
    """
    if draft.term != "injured" or stated(draft) < 2:
        return False
    behind = draft.sentence.text[draft.quantity.end - draft.sentence.start :]
    if _WHO_DIED.match(behind):
        return True
    told = [d for d in drafts if d.modality == "asserted" and d is not draft and not _is_open(d)]
    if not _ALL.match(_words(draft)) or any(d.term == "injured" for d in told):
        return False
    return any(d.term == "killed" and stated(d) == stated(draft) for d in told)


_WHO_DIED: Final = re.compile(
    r"(?: of the victims)? who (?:(?:later|have|had|has|also|were|was) )*(?:died|killed|slain)\b"
)
_ALL: Final = re.compile(r"(?:all|both)\b", re.IGNORECASE)


_WITH = word_set("wording_en", "outcome", "with")
"""… wounds, or a condition: it is not said that all of them live."""
_OTHERS = re.compile(r"\b(?:others?|more|another)\b", re.IGNORECASE)


def _is_one_of(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """ "The death of the boy, who was one of four people struck by bullets": one of those counted is dead."""
    before = draft.sentence.text[: draft.quantity.start - draft.sentence.start]
    dead = any(d.term == "killed" and d.sentence.index == draft.sentence.index for d in drafts)
    return dead and before.rstrip().endswith(("one of", "One of", "among", "among the"))


def _is_open(draft: Draft) -> bool:
    """ "was shot", not "was shot dead"; "the victims include two girls", where no figure before tells of what."""
    if draft.term != "killed" or draft.modality == "negated":
        return False
    if draft.trigger.lemma_.lower() == "victim" and draft.by in {"part", "event", "total"}:
        return True
    if draft.trigger.lemma_.lower() not in _OPEN:
        return False
    if _TO_DEATH.search(_behind(draft).partition(",")[0]):
        return False
    number = draft.quantity.number  # "ten people were shot and one killed": another's number begins another's end
    doc, at = draft.trigger.doc, draft.trigger.i
    after = list(takewhile(lambda t: t.text != "," and (t == number or not t.like_num), doc[at + 1 : at + 4]))
    before = doc[max(0, at - 2) : at]
    return not any(token.text.lower() in died_words() for token in (*before, *after))


_TO_DEATH: Final = re.compile(r"^\w+ (?:(?!(?:and|is|was|are|were|who|while|as) )[\w'’-]+ ){1,6}(?:to death|dead)\b")
""" "Shot his six-year-old brother to death"."""


def _term(draft: Draft, page: Page, drafts: Sequence[Draft]) -> Term:
    if draft.quantity.implied and (own := _own_end(_doers_end_cut(draft, drafts))) is not None:
        return own
    if _limbs().search(_behind(draft)):
        return "injured"
    if _MURDER_SUICIDE.search(draft.sentence.text):
        return "killed"
    if draft.quantity.implied and _beside_one_dead(draft, drafts):
        return "injured"
    if _others_beside_the_dead(draft, drafts) or _WILL_LIVE.search(_behind(draft)):
        return "injured"
    if _some_died(draft) or _killing_fewer(draft, drafts):
        return "other"
    if not draft.quantity.implied and any(_ALL_LIVE.search(sentence.text) for sentence in page.sentences):
        return "injured"
    if _counted_dead_fewer(draft, drafts):
        return _alike(draft, drafts) or "other"
    if not draft.quantity.implied and (alike := _alike(draft, drafts)) == "injured":
        return alike
    near = [page.sentences[i] for i in range(draft.sentence.index, _end(draft, page)) if i < len(page.sentences)]
    for heard in (near, page.sentences):
        died, lived = says("died", _of_alike(draft, heard, drafts)), says("lived", heard)
        if died != lived:
            return ("other" if _named_dead_fewer(draft, drafts) else "killed") if died else "injured"
        if died:
            break
    if not died:
        return _alike(draft, drafts) or ("killed" if _in_short(draft, page) else "injured")
    return _alike(draft, drafts) or "other"


def _of_alike(draft: Draft, heard: Sequence[Sentence], drafts: Sequence[Draft]) -> list[Sentence]:
    """Without the sentences that tell of the death of single others alone: no boy is the man who died."""
    if not draft.quantity.implied:
        return list(heard)
    dead: dict[int, list[Draft]] = {}
    for one in drafts:
        if one.term == "killed" and one is not draft and not _is_open(one):
            dead.setdefault(one.sentence.index, []).append(one)
    return [one for one in heard if not _others_alone(draft, dead.get(one.index, ()))]


def _others_alone(draft: Draft, dead: Sequence[Draft]) -> bool:
    kinds = (one.head.text if one.quantity.implied else None for one in dead)
    return bool(dead) and all(kind is not None and not alike(kind, _words(draft)) for kind in kinds)


def _in_short(draft: Draft, page: Page) -> bool:
    """ "Soldiers shot three protesters", on a page that tells no more of it: as the lexicon has it."""
    acted = draft.quantity.start > draft.sentence.offset(draft.trigger)
    return acted and not draft.quantity.implied and len(page.sentences) < _TOLD_MORE


_TOLD_MORE: Final = 4
"""Sentences from which a page would have a word of death if those it counts as shot had died."""


def _doers_end_cut(draft: Draft, drafts: Sequence[Draft]) -> str:
    """The rest of the sentence without what the doer came to ("shot an officer in the neck and then died"), nor what is
    told of somebody else ("officer shot, suspect killed").
    """
    start = draft.sentence.offset(draft.trigger)
    others = [d.quantity.start - start for d in drafts if d.sentence.index == draft.sentence.index and d is not draft]
    behind = _behind(draft)[: min((at for at in others if at > 0), default=None)]
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
        _told_apart(*pair) and other.term == "killed" and other.trigger != draft.trigger and not _is_open(other)
        for pair, other in zip(pairs, (*before, *behind), strict=True)
    )


def _told_apart(first: Draft, second: Draft) -> bool:
    start = first.sentence.start
    between = first.sentence.text[first.quantity.end - start : second.quantity.start - start]
    headline = " " in between.strip() or between.strip() not in {"", ",", "and"}
    return (headline and between.rstrip().endswith((" and", " while", ","))) or bool(_AND_SHOT.fullmatch(between))


_AND_SHOT: Final = re.compile(r",? (?:and |then |and then )?(?:\w+ly )?shot (?:and wounded )?")
""" "Killed two women, shot an officer"."""


def _killing_fewer(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """ "Shot two teenagers, killing a boy and injuring a girl": a count of all, of whom fewer were killed."""
    behind = [d for d in drafts if d.sentence.index == draft.sentence.index and d.quantity.start > draft.quantity.end]
    if stated(draft) < 2 or not behind or _KILLING.search(_behind(draft)) is None:
        return False
    killed = [d for d in behind if d.term == "killed" and d.trigger != draft.trigger and d.head.tag_ != "PRP"]
    dead = sum(d.quantity.low or 0 for d in killed)  # the doer himself is none of them
    return 0 < dead < stated(draft)


_KILLING: Final = re.compile(r"\b(?:killing|fatally (?:wounding|injuring))\b", re.IGNORECASE)


def _own_end(behind: str) -> Term | None:
    """What the rest of its own sentence says of one person: "was shot and suffered serious injuries"."""
    clause = _OTHER_CLAUSE.split(behind)[0]
    died, lived = said("died", clause), said("lived", clause)
    return ("killed" if died else "injured") if died != lived else None


_MURDER_SUICIDE: Final = re.compile(r"\bmurder[-/ –]suicide\b(?! attempt)", re.IGNORECASE)
_OTHER_CLAUSE: Final = re.compile(r",? (?:just )?(?:as|while) (?!(?:he|she|they)\b)(?=\w+ )")
""" "Was shot in the wrist as people gathered for a boy who was killed there": of others."""
_WILL_LIVE = re.compile(r"\bexpected to (?:recover|survive|live|be (?:ok|okay|fine|all right))\b", re.IGNORECASE)


def _alike(draft: Draft, drafts: Sequence[Draft]) -> Term | None:
    """What the page says of as many: "four were shot" beside "four injured"; None where nothing or both is said."""
    told = {
        d.term for d in drafts
        if d.term in {"killed", "injured"} and not _is_open(d) and d.modality == "asserted"
        and (d.quantity.low, d.quantity.high) == (draft.quantity.low, draft.quantity.high)
    }  # fmt: skip
    return next(iter(told)) if len(told) == 1 else None


def _some_died(draft: Draft) -> bool:
    """ "Four were shot, one fatally", "two of whom died": a count of all, of whom fewer died."""
    shot = draft.quantity.high or draft.quantity.low or 0
    behind = _behind(draft)
    if shot > 1 and _ONE_OF_THEM_DIED.search(behind):
        return True
    return any((_count(found["n"]) or shot) < shot for found in _SOME_DIED.finditer(behind))


_COUNTS: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_SOME_DIED = re.compile(
    rf"\b(?P<n>{'|'.join(_COUNTS)}|\d+)(?: (?:of (?:them|whom|the victims)|person|people|man|woman|victims?))?"
    r"(?: (?:was|were|has|have|had|later|since|been|of|whom|is|are)){0,3}"
    r" (?:fatally|died|dead|dies|die|killed|mortally)\b",
    re.IGNORECASE,
)
_ONE_OF_THEM_DIED = re.compile(
    r"\bincluding\b[^.;]{1,60}\bwho (?:\w+ ){0,2}(?:died|killed|dead|succumbed)\b", re.IGNORECASE
)


def _count(words: str) -> int | None:
    return int(words) if words.isdigit() else _COUNTS.index(words.lower()) + 1


def _counted_dead_fewer(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """The page counts its dead, nowhere as many as were shot: the count of the shot holds survivors."""
    shot = draft.quantity.high or draft.quantity.low or 0
    told = [d for d in drafts if d.term == "killed" and not _is_open(d) and d.modality == "asserted"]
    counted = [d.quantity.high or d.quantity.low or 0 for d in told if not d.quantity.implied]
    return bool(counted) and max(counted) < shot


def _named_dead_fewer(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """ "Three people were shot. One Ana Ruiz, 24, died": the page tells single persons dead, no sentence as many."""
    told = [d for d in drafts if d.term == "killed" and not _is_open(d) and d.modality == "asserted"]
    if any(not d.quantity.implied for d in told):
        return False  # a page that counts its dead was asked before
    told = [d for d in told if not (elsewhere(d.sentence) or d.head.tag_ == "PRP")]
    named = Counter(d.sentence.index for d in told)
    return stated(draft) > 1 and bool(named) and max(named.values()) < stated(draft)


def _end(draft: Draft, page: Page) -> int:
    return min(draft.sentence.index + 1 + _AHEAD, len(page.sentences))


def _behind(draft: Draft) -> str:
    sentence = draft.sentence
    return sentence.text[sentence.offset(draft.trigger) - sentence.start :]


def _others_beside_the_dead(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """ "one man was killed and six others shot": the others are told apart from the dead."""
    noun = draft.quantity.noun
    if noun is None or not _OTHERS.search(_words(draft)):
        return False
    before = draft.sentence.text[: draft.quantity.start - draft.sentence.start]
    if said("died", before):
        return True  # "Teen dead, three others shot"
    return any(d.sentence.index == draft.sentence.index and d.term == "killed" and d != draft for d in drafts)


_ALL_LIVE: Final = re.compile(
    r"\b(?:all|both|none|each|neither)\b[^.;]{0,60}\b(?:expected to (?:survive|recover|live|be (?:ok|okay|fine))"
    r"|life[- ]threatening)\b|\bnone (?:of (?:them|whom) )?(?:\w+ )?fatally\b",
    re.IGNORECASE,
)
"""All of those who were hit live."""


@cache
def _limbs() -> re.Pattern[str]:
    words = "|".join(sorted(word_set("wording_en", "outcome", "limbs")))
    return re.compile(
        rf"\b(?:in|through|to) (?:the|his|her|their|both|one|a)?\s?(?:left |right |upper |lower )?(?:{words})\b",
        re.IGNORECASE,
    )
