"""Parts told by a pronoun or by inclusion: "of whom 900 went back", "Of these, 40 …", "including 12 girls"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.extract.assemble.near import (
    AMONG_THEM,
    INCLUDING,
    behind_noun,
    earlier,
    is_part,
    tokens_before,
    words_after,
    words_before,
    words_between,
)
from dateline.extract.assemble.part_words import named_term
from dateline.extract.assemble.told_whole import OF_NUMBER
from dateline.extract.assemble.who import fits, only_some
from dateline.extract.draft import Draft
from dateline.extract.trigger.grammar import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH = 2
_FAR = 6


def pronoun(draft: Draft, index: int, drafts: Sequence[Draft]) -> int | None:
    """ "of whom N", "N of whom", "N of them", "of which N", "among them N", "Of these, N"."""
    before, after = words_before(draft, 4), words_after(draft)
    them_behind = behind_noun(draft).startswith(("among them", "of them", "among these")) or _joined(
        draft, index, drafts
    )
    number = words_before(draft, 4).removesuffix(" ,").endswith(tuple(OF_NUMBER))
    relative = before.endswith(("of whom", "of which", "among whom", "of whom ,", "of which ,")) or after.startswith(
        ("of whom", "of which")
    )
    among = bool(AMONG_THEM.search(words_before(draft, 7)))
    near = any(f"{p} " in f"{before} " for p in ("of whom", "of which")) and not relative
    them = after.startswith(("of them", "of these")) or before.endswith(
        ("among them", "of them ,", "of these ,", "of those ,", "of these", "of them")
    )
    if not (relative or near or them or them_behind or among or number):
        return None
    wholes = [i for i in earlier(index, drafts, reach=0 if relative or near else _REACH) if not is_part(drafts[i])]
    if them_behind or among:  # "108 people, 49 children and 34 women among them"
        wholes = [i for i in wholes if not only_some(drafts[i]) and fits(draft, drafts[i])] or wholes
    return wholes[0] if wholes else None


def _joined(draft: Draft, index: int, drafts: Sequence[Draft]) -> bool:
    """The first of "49 children and 34 women among them"."""
    if index + 1 >= len(drafts) or drafts[index + 1].sentence is not draft.sentence:
        return False
    following = drafts[index + 1]
    between = words_between(draft, following).strip().lower()
    return between in {"and", ","} and behind_noun(following).startswith(("among them", "among these"))


def fronted(draft: Draft, index: int, drafts: Sequence[Draft]) -> int | None:
    """ "Of the 5,400 hurt, 300 are in hospital": the fronted figure is the whole; so is "Of the households, 40 …"."""
    for i in earlier(index, drafts, reach=0):
        words = words_before(drafts[i], 3).split()
        if (
            words
            and fits(draft, drafts[i])
            and (words[-1] == "of" or words[-2:] in (["of", "the"], ["of", "these"], ["out", "of"], ["among", "the"]))
            and len(words) <= 3 - (words[-1] == "of")
        ):
            return i
    opening = [t.text.lower() for t in draft.sentence.tokens[:4]]
    if opening[:2] in (["of", "the"], ["of", "these"], ["of", "those"]) and "," in opening[2:] and index:
        told = [i for i in earlier(index, drafts, reach=_REACH) if drafts[i].sentence is not draft.sentence]
        return next((i for i in told if not is_part(drafts[i])), None)
    return None


def of_number(draft: Draft, index: int, drafts: Sequence[Draft]) -> int | None:
    """ "24 of the 52 wounded": the whole stands in the figure's own words, or its number was told before."""
    words = words_after(draft, 4).split()
    if words[:2] == ["of", "the"] and len(words) > 2:
        told = [i for i in earlier(index, drafts, reach=_FAR) if drafts[i].quantity.number.text.lower() == words[2]]
        if told:
            return told[0]
    if not words or words[0] != "of" or index + 1 >= len(drafts):
        return None
    following = drafts[index + 1]
    near = following.sentence is draft.sentence and following.quantity.number.i - draft.quantity.number.i <= 6
    return index + 1 if near and any(w[0].isdigit() for w in words[1:]) else None


def including(draft: Draft, index: int, drafts: Sequence[Draft]) -> int | None:
    """ "killed 70, including 12 girls and five boys", "The toll included two nurses"."""
    for distance, token in enumerate(reversed(tokens_before(draft, 14))):
        word = token.text.lower()
        if word in INCLUDING:
            opened = draft.sentence.offset(token)
            reach = 1 if word in {"included", "includes", "include"} else 0
            held = [
                i
                for i in earlier(index, drafts, reach=reach)
                if drafts[i].quantity.end <= opened + 1 or drafts[i].sentence is not draft.sentence
            ]
            between = [d for d in drafts[:index] if d.sentence is draft.sentence and d.quantity.start > opened]
            if distance > 6 and not between:
                return None
            named = _subject_term(token) or draft.term
            same = [i for i in held if drafts[i].term == named and drafts[i].unit == draft.unit]
            if {draft.term, *(drafts[i].term for i in held[:1])} == {"killed", "injured"} and not same:
                return None  # "56 dead, including 11 children, and dozens wounded"
            return (same or held or [None])[0]  # type: ignore[list-item]
        if word in {";", ".", "while", "but", "according"} or (
            token.tag_ in {"VBD", "VBZ", "VBP"} and word not in INCLUDING
        ):
            return None
    return None


def _subject_term(verb: Token) -> str | None:
    """ "The injured included nine nuns": the people whom the subject names."""
    return next((t for s in verb.children if s.dep_ in SUBJECTS if (t := named_term(s.text.lower()))), None)
