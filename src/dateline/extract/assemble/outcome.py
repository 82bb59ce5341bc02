"""Were they killed or hurt? "Shot" does not say; the words around it, or else the page, mostly do.

What nothing decides stays as the lexicon has it. A number that holds both ("four people were shot", two of whom died)
is of neither term: it becomes "other", so that no one is said to have died who may live.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import takewhile
from typing import Final

from dateline.extract.draft import Draft, Page
from dateline.extract.sentence import Sentence
from dateline.model.words import Term
from dateline.vocab.load import word_set

_OPEN = word_set("wording_en", "outcome", "open")
_HIT = word_set("wording_en", "outcome", "hit")
_TOLD_MORE: Final = 4
"""Sentences from which a page would have a word of death if those it counts as shot had died."""
_AHEAD = 2
"""Sentences behind the verb's own that are heard first."""


def with_outcomes(page: Page) -> tuple[Draft, ...]:
    """The page's drafts, those of an open harm with the term that the page gives them."""
    told = tuple(replace(d, term=_term(d, page, page.drafts)) if _is_open(d) else d for d in page.drafts)
    told = tuple(replace(d, term="other") if _of_both(d, told) else d for d in told)
    told = tuple(replace(d, term="injured") if _not_fatally(d) else d for d in told)
    return tuple(replace(d, term="killed") if _died_later(d, page) else d for d in told)


def _not_fatally(draft: Draft) -> bool:
    """ "Shot his uncle, though not fatally"."""
    return draft.term == "killed" and _NOT_FATALLY.search(_behind(draft)) is not None


_NOT_FATALLY: Final = re.compile(r"\b(?:not |non-?)fatally\b", re.IGNORECASE)


def _of_both(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """ "Police found four people with gunshot wounds": as many as the page counts dead and hurt together."""
    count = _stated(draft)
    if draft.term != "injured" or count < 2 or draft.modality == "negated":
        return False
    hit = draft.trigger.lemma_.lower() in _HIT
    if hit and (draft.quantity.noun is None or not _OTHERS.search(draft.sentence.text)) and _is_one_of(draft, drafts):
        return True
    if not hit and draft.by != "phrase" and draft.trigger.text.lower() not in _WITH:
        return False
    told = [d for d in drafts if d.modality == "asserted" and d.by != "shared" and not _is_open(d)]
    dead = {_stated(d) or 1 for d in told if d.term == "killed"}
    hurt = {_stated(d) or 1 for d in told if d.term == "injured"}
    return any(count - killed in hurt for killed in dead)


_WITH = frozenset({"with", "suffering", "in"})
"""… wounds, or a condition: it is not said that all of them live."""
_OTHERS = re.compile(r"\b(?:others?|more|another)\b", re.IGNORECASE)


def _is_one_of(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """ "The death of the boy, who was one of four people struck by bullets": one of those counted is dead."""
    before = draft.sentence.text[: draft.quantity.start - draft.sentence.start]
    dead = any(d.term == "killed" and d.sentence.index == draft.sentence.index for d in drafts)
    return dead and before.rstrip().endswith(("one of", "One of", "among", "among the"))


def _stated(draft: Draft) -> int:
    """The number that a figure prints; 0 for a person told without one, or an open number."""
    quantity = draft.quantity
    return quantity.low or 0 if quantity.low == quantity.high and not quantity.implied else 0


def _died_later(draft: Draft, page: Page) -> bool:
    """ "The boy was taken to hospital, where he died": one described person, of whom the next words tell the end."""
    if not draft.quantity.implied or draft.term != "injured" or draft.modality != "asserted":
        return False
    following = page.sentences[draft.sentence.index + 1 : draft.sentence.index + 3]
    heard = " ".join([_behind(draft), *(sentence.text for sentence in following)])
    return _DIED_LATER.search(heard) is not None


_DIED_LATER = re.compile(
    r"\b(?:[Hh]e|[Ss]he|who"
    r"|[Tt]he (?:man|woman|boy|girl|victim|teen|teenager|child|baby|toddler|driver|officer|deputy))\b"
    r"(?: \w+){0,3} (?:died|passed away|succumbed|(?:pronounced|declared) (?:\w+ )?dead)\b"
)


def _is_open(draft: Draft) -> bool:
    """ "was shot", not "was shot dead"; "the victims include two girls", where no figure before tells of what."""
    if draft.term != "killed" or draft.modality == "negated":
        return False
    if draft.trigger.lemma_.lower() == "victim" and draft.by in {"part", "event", "total"}:
        return True
    if draft.trigger.lemma_.lower() not in _OPEN:
        return False
    after = list(takewhile(lambda t: t.text != ",", draft.trigger.doc[draft.trigger.i + 1 : draft.trigger.i + 4]))
    before = draft.trigger.doc[max(0, draft.trigger.i - 2) : draft.trigger.i]
    return not any(token.text.lower() in _died_words() for token in (*before, *after))


def _term(draft: Draft, page: Page, drafts: Sequence[Draft]) -> Term:
    if draft.quantity.implied and (own := _own_end(_behind(draft))) is not None:
        return own
    if _limbs().search(_behind(draft)):
        return "injured"
    if _others_beside_the_dead(draft, drafts) or _WILL_LIVE.search(_behind(draft)):
        return "injured"
    if _some_died(draft):
        return "other"
    if _counted_dead_fewer(draft, drafts):
        return _alike(draft, drafts) or "other"
    if not draft.quantity.implied and (alike := _alike(draft, drafts)) == "injured":
        return alike
    if not draft.quantity.implied and any(_ALL_LIVE.search(sentence.text) for sentence in page.sentences):
        return "injured"
    near = [page.sentences[i] for i in range(draft.sentence.index, _end(draft, page)) if i < len(page.sentences)]
    for heard in (near, page.sentences):
        died, lived = _says(_DIED, heard), _says(_LIVED, heard)
        if died != lived:
            return "killed" if died else "injured"
        if died:
            break
    if not died:
        told_more = draft.quantity.implied or len(page.sentences) >= _TOLD_MORE
        return _alike(draft, drafts) or ("injured" if told_more else draft.term)
    return _alike(draft, drafts) or "other"


def _own_end(behind: str) -> Term | None:
    """What the rest of its own sentence says of one person: "was shot and suffered serious injuries"."""
    died, lived = _pattern(_DIED).search(behind) is not None, _pattern(_LIVED).search(behind) is not None
    return ("killed" if died else "injured") if died != lived else None


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


def _end(draft: Draft, page: Page) -> int:
    return min(draft.sentence.index + 1 + _AHEAD, len(page.sentences))


def _behind(draft: Draft) -> str:
    sentence = draft.sentence
    return sentence.text[sentence.offset(draft.trigger) - sentence.start :]


def _others_beside_the_dead(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """ "one man was killed and six others shot": the others are told apart from the dead."""
    noun = draft.quantity.noun
    words = draft.sentence.text[draft.quantity.start - draft.sentence.start : draft.quantity.end - draft.sentence.start]
    if noun is None or not re.search(r"\b(?:others?|more|another)\b", words):
        return False
    before = draft.sentence.text[: draft.quantity.start - draft.sentence.start]
    if _pattern(_DIED).search(before):
        return True  # "Teen dead, three others shot"
    return any(d.sentence.index == draft.sentence.index and d.term == "killed" and d != draft for d in drafts)


def _says(words: str, sentences: Sequence[Sentence]) -> bool:
    pattern = _pattern(words)
    return any(pattern.search(sentence.text) and not _LONG_AGO.search(sentence.text) for sentence in sentences)


_LONG_AGO: Final = re.compile(
    r"\b(?:weeks?|months?|years?) (?:after|ago|earlier|before)\b|\blast (?:year|month)\b"
    r"|\bthere (?:have been|had been|were) (?:at least )?\d",
    re.IGNORECASE,
)
"""A sentence of another deed, whose dead are not these."""
_ALL_LIVE: Final = re.compile(
    r"\b(?:all|both|none|each|neither)\b[^.;]{0,60}\b(?:expected to (?:survive|recover|live|be (?:ok|okay|fine))"
    r"|life[- ]threatening)\b",
    re.IGNORECASE,
)
"""All of those who were hit live."""


_DIED, _LIVED = "died", "lived"


@cache
def _died_words() -> frozenset[str]:
    return word_set("wording_en", "outcome", _DIED)


@cache
def _pattern(entry: str) -> re.Pattern[str]:
    words = sorted(word_set("wording_en", "outcome", entry), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?![\w-])", re.IGNORECASE)


@cache
def _limbs() -> re.Pattern[str]:
    words = "|".join(sorted(word_set("wording_en", "outcome", "limbs")))
    return re.compile(
        rf"\b(?:in|through|to) (?:the|his|her|their|both|one|a)?\s?(?:left |right |upper |lower )?(?:{words})\b",
        re.IGNORECASE,
    )
