"""Which figure is a part of which, where words say so: "of whom 900 went back", "300 of them", "including 12 girls",
"six of those hurt", "Of these, 40 …". Parts that only sums tell: `sums.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from dateline.extract.assemble.near import (
    AMONG_THEM,
    INCLUDING,
    behind_noun,
    compared,
    earlier,
    is_part,
    least,
    roomy,
    superseded,
    tokens_before,
    words_after,
    words_before,
    words_between,
)
from dateline.extract.assemble.part_totals import alone, among_number, latest, new_ones, total_ahead, with_some
from dateline.extract.assemble.part_words import (
    beside_in_list,
    fared,
    fraction,
    kind_told,
    largest,
    named_term,
    of_those,
    state_told,
    told_with,
)
from dateline.extract.assemble.told_whole import list_colon, stands_before
from dateline.extract.assemble.who import armed, fits, kinds, only_some
from dateline.extract.draft import Draft
from dateline.extract.trigger.grammar import SUBJECTS
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH = 2
"""Sentences back to the whole that a pronoun ("of them") may speak of."""
_FAR = 6
"""Sentences back to the whole that a noun names again ("of the dead")."""
_COMPARED = re.compile(r"\b(?:compared (?:with|to)|against|versus|(?:up|down) from) (?:[a-z]+ ){0,2}$")
"""Words before a figure of another time, which is no part of the one beside it: "480, compared with 350 in 2027"."""

Rule = Callable[[Draft, int, Sequence[Draft]], int | None]


def stated_parts(drafts: Sequence[Draft]) -> list[int | None]:
    """For every draft the index of the whole that words make it a part of, None where they name none."""
    wholes: list[int | None] = []
    for index, draft in enumerate(drafts):
        if _COMPARED.search(f"{words_before(draft, 5)} "):
            wholes.append(None)
            continue
        wholes.append(
            next((w for w in (rule(draft, index, drafts) for rule in _RULES) if _holds(w, index, drafts)), None)
        )
        if wholes[-1] is None:
            whole = fared(draft, index, drafts, wholes)
            wholes[-1] = whole if whole is not None else _coordinated(index, drafts, wholes)
    return wholes


def _holds(whole: int | None, part: int, drafts: Sequence[Draft]) -> bool:
    """A whole is another figure, and no smaller than its part."""
    if whole is None or whole == part:
        return False
    return roomy(drafts[whole], drafts[part])


def _pronoun(draft: Draft, index: int, drafts: Sequence[Draft]) -> int | None:
    """ "of whom N", "N of whom", "N of them", "of which N", "among them N", "Of these, N"."""
    before, after = words_before(draft, 4), words_after(draft)
    them_behind = behind_noun(draft).startswith(("among them", "of them", "among these")) or _joined(
        draft, index, drafts
    )
    relative = before.endswith(("of whom", "of which", "among whom", "of whom ,", "of which ,")) or after.startswith(
        ("of whom", "of which")
    )
    among = bool(AMONG_THEM.search(words_before(draft, 7)))
    near = any(f"{p} " in f"{before} " for p in ("of whom", "of which")) and not relative
    them = after.startswith(("of them", "of these")) or before.endswith(
        ("among them", "of them ,", "of these ,", "of those ,", "of these", "of them")
    )
    if not (relative or near or them or them_behind or among):
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


def _fronted(draft: Draft, index: int, drafts: Sequence[Draft]) -> int | None:
    """ "Of the 5,400 hurt, 300 are in hospital": the fronted figure is the whole; so is "Of the households, 40 …"."""
    for i in earlier(index, drafts, reach=0):
        words = words_before(drafts[i], 3).split()
        if (
            words
            and fits(draft, drafts[i])
            and (words[-1] == "of" or words[-2:] in (["of", "the"], ["of", "these"], ["out", "of"]))
            and len(words) <= 3 - (words[-1] == "of")
        ):
            return i
    opening = [t.text.lower() for t in draft.sentence.tokens[:4]]
    if opening[:2] in (["of", "the"], ["of", "these"], ["of", "those"]) and "," in opening[2:] and index:
        told = [i for i in earlier(index, drafts, reach=_REACH) if drafts[i].sentence is not draft.sentence]
        return next((i for i in told if not is_part(drafts[i])), None)
    return None


def _including(draft: Draft, index: int, drafts: Sequence[Draft]) -> int | None:
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


def _of_the(draft: Draft, index: int, drafts: Sequence[Draft]) -> int | None:
    """ "ten of the dead", "14 civilians among the dead", "40 of these households": the figure that the noun names."""
    after = words_after(draft, 5).split()
    if behind_noun(draft).startswith("among the "):
        after = ["of", *behind_noun(draft).split()[1:]]
    if after[:2] not in (["of", "the"], ["of", "those"], ["of", "these"], ["of", "its"], ["of", "their"]):
        return None
    named = next((t for t in (named_term(w) for w in after[2:]) if t), None)
    if named is None and after[1] in {"its", "their"}:
        return None  # "the army said two of its soldiers had died": some of all that it has
    told = [i for i in earlier(index, drafts, reach=_FAR) if not superseded(drafts[i])]
    same = [i for i in told if drafts[i].term == (named or draft.term) and drafts[i].unit == draft.unit]
    if not same and named is None:
        same = [
            i
            for i in told
            if drafts[i].unit == draft.unit and draft.sentence.index - drafts[i].sentence.index <= _REACH
        ]
    return _likeliest(draft, same, drafts)


def _likeliest(part: Draft, told: Sequence[int], drafts: Sequence[Draft]) -> int | None:
    """Of the figures told the nearest that holds anyone, or the very people that the part names, and is no part."""
    whole = [i for i in told if fits(part, drafts[i])]
    if armed(part):  # "among the fallen soldiers were nine colonels"
        whole.sort(key=lambda i: not kinds(part) & kinds(drafts[i]))
    return next(
        (i for i in whole if not is_part(drafts[i]) and (not only_some(drafts[i]) or kinds(part) & kinds(drafts[i]))),
        next((i for i in whole if not is_part(drafts[i])), (list(whole) or [None])[0]),  # type: ignore[list-item]
    )


_PART_NOUNS = word_set("wording_en", "parts", "part_nouns")


def _named_kind(draft: Draft, index: int, drafts: Sequence[Draft]) -> int | None:
    """ "Six miners drowned (two were brothers)", "Among the dead were four girls and a boy"."""
    noun = draft.quantity.noun
    parenthesis = words_before(draft, 2).endswith("(") and noun is not None and noun.lemma_.lower() in _PART_NOUNS
    if draft.by == "part" and not words_after(draft, 2).startswith("of "):
        named = [
            i
            for i in earlier(index, drafts, reach=_FAR)
            if drafts[i].term == draft.term and drafts[i].by != "part" and not superseded(drafts[i])
        ]
        ahead = [
            i
            for i in range(index + 1, len(drafts))
            if drafts[i].sentence is draft.sentence and drafts[i].term == draft.term
        ]
        larger = [i for i in ahead if (least(drafts[i]) or 0) > (least(draft) or 0) and drafts[i].by != "part"]
        return larger[0] if larger else _likeliest(draft, named, drafts)
    if not parenthesis:
        return None
    same = [i for i in earlier(index, drafts, reach=1) if drafts[i].term == draft.term]
    return same[0] if same else None


def _of_number(draft: Draft, index: int, drafts: Sequence[Draft]) -> int | None:
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


def _behind_colon(draft: Draft, index: int, drafts: Sequence[Draft]) -> int | None:
    """ "cost 132 lives: 64 civilians, 43 rebels": the figure before the colon, where the list says no more of them."""
    colon = list_colon(draft.quantity.number)
    if colon is None or compared(draft):
        return None
    before = [i for i in range(index - 1, -1, -1) if stands_before(drafts[i], colon)]
    return next((i for i in before if (drafts[i].term, drafts[i].unit) == (draft.term, draft.unit)), None)


def _broken_down(draft: Draft, index: int, drafts: Sequence[Draft]) -> int | None:
    """ "Thirty-two died: thirteen on the road, seven at home": what a colon lists are parts."""
    if draft.by != "shared" and draft.quantity.noun is not None:
        return None
    before = drafts[index - 1] if index else draft
    between = words_between(before, draft)
    if (
        draft.by == "shared"
        and before.by != "shared"
        and before.sentence is draft.sentence
        and _bare_comma(between, before)
    ):
        return index - 1  # "killed 11 people, nine from one family"
    for i in earlier(index, drafts, reach=0):
        if (
            drafts[i].unit == draft.unit
            and ":" in words_between(drafts[i], draft)
            and words_before(drafts[i], 1) != ":"
            and not compared(draft)
        ):
            first = min(k for k in range(i, index + 1) if ":" in words_between(drafts[i], drafts[k]) or k == index)
            return i if first > i else None
    return None


def _bare_comma(between: str, before: Draft) -> bool:
    """Only the trigger and a comma stand between: the whole has no place of its own that a list would go on from."""
    words = between.replace(before.trigger.text, "").strip()
    return words == ","


_LET_GO = frozenset({"free", "release", "let", "rescue", "find", "return", "escape", "bring", "pull", "dig"})


def _let_go(draft: Draft, index: int, drafts: Sequence[Draft]) -> int | None:
    """ "carried off 38 passengers; eleven were freed the same night": some of those held before."""
    if not index or draft.quantity.noun is not None or draft.trigger.lemma_.lower() not in _LET_GO:
        return None
    at = _unparted(index - 1, drafts)
    before = drafts[at]
    held = before.term in {"detained", "missing", "trapped", "displaced", "forced_to_flee", "evacuated"}
    return at if held and draft.sentence.index - before.sentence.index <= _REACH else None


def _remaining(draft: Draft, index: int, drafts: Sequence[Draft]) -> int | None:
    """ "70 remained in custody", "nine have since been freed", "the remaining six": some of those told before."""
    if index and words_before(draft, 2).endswith(("the remaining", "remaining")):
        return _unparted(index - 1, drafts) if drafts[index - 1].term == draft.term else None
    if draft.quantity.noun is not None or not index or words_before(draft, 1) in {"another", "further", "and"}:
        return None
    words = words_after(draft, 4).split()
    if not (
        {"still", "remain", "remained", "remains"} & set(words[:3])
        or words[:2] in (["have", "since"], ["has", "since"])
    ):
        return None
    last = _unparted(index - 1, drafts)
    return last if draft.sentence.index - drafts[last].sentence.index <= 1 else None


def _unparted(index: int, drafts: Sequence[Draft]) -> int:
    """The figure at `index`, or the one before it that it was told of as a part ("2,310 of them children")."""
    while index and (is_part(drafts[index]) or drafts[index].by in {"shared", "part"}):
        index -= 1
    return index


_RULES: tuple[Rule, ...] = (
    among_number,
    of_those,
    _pronoun,
    _of_number,
    _fronted,
    _including,
    _of_the,
    _named_kind,
    _behind_colon,
    _broken_down,
    new_ones,
    _let_go,
    _remaining,
    fraction,
    largest,
    kind_told,
    state_told,
    told_with,
    total_ahead,
    latest,
    alone,
    with_some,
)


def _coordinated(index: int, drafts: Sequence[Draft], wholes: Sequence[int | None]) -> int | None:
    """ "of whom 20 stay in schools and 13 with relatives": a number joined to a part is one, too."""
    if not index or wholes[index - 1] is None:
        return None
    draft, before = drafts[index], drafts[index - 1]
    if before.sentence is not draft.sentence or draft.unit != before.unit or wholes[index - 1] == index:
        return None
    between = words_between(before, draft).lower()
    joined = bool({"and", "while"} & set(between.split())) or between.strip().startswith(",")
    joined = joined or (before.by == draft.by == "shared" and between.strip().endswith(","))
    whole = wholes[index - 1]
    if whole is not None and beside_in_list(before, draft):
        return whole if _holds(whole, index, drafts) else None
    if whole is not None and _parallel(draft, before, drafts[whole]):
        return None
    if not joined or {";", "but"} & set(between.replace(";", " ; ").split()) or len(between) > 60:
        return None
    if not _holds(whole, index, drafts):
        return None
    opened = (
        is_part(before)
        or words_after(before, 2) in {"of the", "of those"}
        or (joined and words_after(draft, 1) in {"were", "are", "was", "had", "have", "has"})
        or " of whom " in f" {draft.sentence.text.lower()} "
        or " of which " in f" {draft.sentence.text.lower()} "
        or draft.sentence.text.lower().startswith("of ")
    )
    listed = before.trigger == draft.trigger
    if before.by == draft.by == "shared":
        return whole
    return (
        whole
        if (opened and (listed or draft.quantity.noun is None)) or (listed and words_before(before, 1) in INCLUDING)
        else None
    )


def _parallel(draft: Draft, before: Draft, whole: Draft) -> bool:
    """ "killed 16, ten of them women, and injured 10": the second verb goes on from the first, past the part."""
    goes_on = draft.trigger.dep_ == "conj" and draft.trigger.head == whole.trigger
    return goes_on and draft.trigger != before.trigger and whole.sentence is draft.sentence
