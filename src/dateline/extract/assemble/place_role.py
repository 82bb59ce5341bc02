"""From, to or at: the ends of a movement, from its preposition and its verb; all else is at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from dateline.extract.assemble.place_cues import cues
from dateline.extract.assemble.place_groups import Group, head_of, word_before
from dateline.extract.draft import Draft, Toponym
from dateline.extract.place.containment import rank
from dateline.extract.place.words import words
from dateline.extract.sentence import Sentence
from dateline.extract.trigger.grammar import is_verb
from dateline.model.words import Role
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_TO: Final = word_set("wording_en", "place_role", "to")
_NESTING: Final = word_set("wording_en", "place_role", "nesting")
_OF: Final = re.compile(r"\bof (?:the )?(?:[\w-]+ ){0,2}(?:of )?$")
_ENDS: Final = frozenset({"from", "to", "into"})


def roles_of(groups: Sequence[Group], draft: Draft) -> dict[int, Role]:
    """The role of every toponym of a draft's groups, by where it begins.

    In a list all have the role of the first; a country behind it is where the place lies.
    """
    roles: dict[int, Role] = {}
    for group in groups:
        first = role_of(group.members[0], draft, group.sentence)
        if first == "at" and _is_left(group, groups, draft):
            first = "from"
        for member in group.members:
            own_end = member is not group.members[0] and word_before(member, group.sentence) in _ENDS
            role = role_of(member, draft, group.sentence) if own_end else first
            roles[member.start] = (
                "at" if rank(member) == 0 and role == "from" and member is not group.members[0] else role
            )
    return roles


def role_of(toponym: Toponym, draft: Draft, sentence: Sentence) -> Role:
    """The role of a place of the draft's own sentence, by the words that tie it to the sentence."""
    head = head_of(toponym, sentence)
    while head.dep_ in {"conj", "appos"} and head.head != head:
        head = head.head
    if head.dep_ in {"compound", "nmod", "poss"} and head.head.i > head.i:
        head = head.head
    if head.dep_ == "pobj":
        return _by_preposition(head.head, draft)
    if draft.term not in cues().moving:
        return "at"
    if head.dep_ in {"dobj", "obj", "npadvmod"} and is_verb(head.head):
        return _by_verb(head.head, draft)
    return _by_word_before(toponym, sentence)


def carried_role(draft: Draft) -> Role:
    """The role of a place that is carried: those who "fled" or were "taken out" were there."""
    if draft.term not in {"forced_to_flee", "evacuated"} or draft.measure == "stock":
        return "at"
    if any(t.lower_ in {"homes", "houses", "home", "house"} for t in draft.trigger.subtree):
        return "at"
    leaves = draft.trigger.lemma_.lower() in cues().leaves - {"evacuate"}
    out = draft.trigger.lemma_.lower() in cues().takes_off and any(
        c.lower_ in {"out", "off"} for c in draft.trigger.children
    )
    return "from" if leaves or out else "at"


def _by_preposition(preposition: Token, draft: Draft) -> Role:
    word = preposition.lower_
    above = preposition.head
    lemma = above.lemma_.lower()
    if draft.term not in cues().moving and not (word in _ENDS and lemma in words().moves - {"leave"}):
        return "at"
    if word == "from":
        return "at" if _lives(preposition, draft) else "from"
    if word == "of" and above.lower_ == "out":
        return "from"
    if word == "for":
        return "to" if lemma in cues().leaves | {"head", "make", "bind"} else "at"
    if word in _TO:
        return "to"
    if word == "off":
        return "from" if is_verb(above) and lemma in cues().takes_off else "at"
    return _by_nest(above, draft) if word in _NESTING else "at"


def _lives(preposition: Token, draft: Draft) -> bool:
    """ "2,000 people from X lost their homes": where they live, not where they moved from."""
    verb = draft.trigger.lemma_.lower()
    left_so = any(t.lemma_.lower() == "leave" for t in draft.head.ancestors) and draft.head.dep_ in {"dobj", "nsubj"}
    if preposition.i != draft.head.i + 1 or draft.head.lemma_.lower() not in cues().residents:
        return False
    return verb not in words().moves or (left_so and verb == "leave")


def _by_nest(noun: Token, draft: Draft) -> Role:
    """ "to the town of X", "from a camp in X", "left the village of X"; "from their homes in X" is at X."""
    lemma = noun.lemma_.lower()
    if noun.dep_ == "pobj" and lemma not in cues().ways:
        if lemma in cues().stays and not (draft.term == "returned" and noun.head.lower_ == "to"):
            return "at"
        return _by_preposition(noun.head, draft)
    if noun.dep_ == "dobj" and is_verb(noun.head) and lemma in words().kind_of:
        return _by_verb(noun.head, draft)
    return "at"


def _by_verb(verb: Token, draft: Draft) -> Role:
    """The object of leaving is left, that of reaching is reached, by those who are counted."""
    if not any(c.dep_ in {"nsubj", "nsubjpass", "mark", "aux"} for c in verb.children) and verb.tag_ == "VBD":
        return "at"
    if verb != draft.trigger and draft.head not in verb.subtree:
        return "at"
    lemma = verb.lemma_.lower()
    return "from" if lemma in cues().leaves else "to" if lemma in cues().reaches else "at"


def _by_word_before(toponym: Toponym, sentence: Sentence) -> Role:
    before = sentence.text[: toponym.start - sentence.start].lower().split()
    if not before:
        return "at"
    return "from" if before[-1] in {"from", "fleeing", "leaving"} else "to" if before[-1] in _TO - {"for"} else "at"


def _is_left(group: Group, groups: Sequence[Group], draft: Draft) -> bool:
    """ "N residents of X were told to leave", "N people of X took shelter in Y": X stands with those who move."""
    if draft.term not in cues().moving or not _OF.search(group.before):
        return False
    if not draft.quantity.start < group.start < group.sentence.offset(draft.trigger) or rank(group.members[0]) == 0:
        return False
    if draft.trigger.lemma_.lower() in cues().leaves - {"evacuate"}:
        return True
    return any(g.start > group.end and g.preposition in {"in", "at", "to", "into"} for g in groups)
