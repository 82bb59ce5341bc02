"""What the words of a name's own phrase say its bearer is: an office, a private role, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal

from dateline.extract.person.tokens import Token, comma, joined, same_phrase
from dateline.extract.person.words import office_words, words
from dateline.extract.source.words import cues, offices

Standing = Literal["public", "private"]

_HYPHENS = frozenset({"-", "‐", "‑", "–"})
_MOST_BEFORE, _MOST_AFTER = 14, 10


def standing_of(tokens: Sequence[Token], first: int, last: int) -> Standing | None:
    """What the phrase around the name says; private where both an office and a private role are told."""
    told = {before(tokens, first), after(tokens, last), _ruled(tokens, first, last)}
    return "private" if "private" in told else "public" if "public" in told else None


def before(tokens: Sequence[Token], first: int) -> Standing | None:
    """By the words before: "the army spokesman X", "the head of the council, X"."""
    phrase = phrase_before(tokens, first)
    while len(phrase) > 1 and phrase[-1].key in words().honorifics and any(is_office(t) for t in phrase[:-1]):
        phrase.pop()
    if not phrase:
        return None
    nearest = phrase[-1]
    if nearest.key == "and":
        return _of_many(phrase)
    if nearest.key in _connectors():
        return None
    return _by_head(phrase, _head(phrase)) or (_by_head(phrase, nearest) if not comma(tokens[first]) else None)


def after(tokens: Sequence[Token], last: int) -> Standing | None:
    """By the words behind: "X, a nurse", "X, 34, the mayor of Y", "X is a teacher"."""
    at = last + 1
    if at >= len(tokens) or not _may_follow(tokens, at):
        return None
    at = _over_age(tokens, at)
    phrase = _phrase_behind(tokens, at)
    if not phrase:
        return "public" if tokens[at].key == "who" and _key(tokens, at + 1) in words().heads else None
    head = _head(phrase)
    return None if head is not None and _many(head) else _by_head(phrase, head)


def _phrase_behind(tokens: Sequence[Token], at: int) -> list[Token]:
    """The words of an apposition or a predicate that begins at `at`, ages left out."""
    phrase: list[Token] = []
    for here in range(at, min(len(tokens), at + _MOST_AFTER)):
        token = tokens[here]
        if here > at and (comma(token) or not same_phrase(tokens[here - 1], token)):
            break
        if token.text[0].isdigit() and _gap(tokens, here + 1) in _HYPHENS:
            continue
        if token.text[0].isdigit() or _ends_phrase(token):
            break
        phrase.append(token)
    return phrase[1:] if phrase and phrase[0].key in words().is_office else phrase


def _ends_phrase(token: Token) -> bool:
    says = token.key in cues().verbs and not token.capital and not _noun_here(token)
    return says or token.key in words().office_ends


def _key(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].key if at < len(tokens) else ""


def _gap(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].gap if at < len(tokens) else ""


def _many(head: Token) -> bool:
    """A plural: it stands beside the name of one person, and for others ("X, where villagers …")."""
    lists = words()
    single = head.key.removesuffix("s")
    return single != head.key and single in lists.roles | lists.strong | lists.weak


def role_before(tokens: Sequence[Token], first: int) -> bool:
    """A private role stands directly before the name: "nurse X", "Mr X"."""
    if not first or not joined(tokens[first - 1], tokens[first]):
        return False
    key, lists = tokens[first - 1].key, words()
    return key in lists.roles or key in lists.kin or key in lists.persons


def office_before(tokens: Sequence[Token], first: int) -> bool:
    """An office stands directly before the name: "General X"."""
    if not first or not joined(tokens[first - 1], tokens[first]):
        return False
    return is_office(tokens[first - 1])


def phrase_before(tokens: Sequence[Token], first: int) -> list[Token]:
    """The noun phrase that ends at the name, a comma directly before the name put aside."""
    phrase: list[Token] = []
    at = first - 1
    while at >= 0 and len(phrase) < _MOST_BEFORE and same_phrase(tokens[at], tokens[at + 1]):
        if (phrase and comma(tokens[at + 1])) or not _phrasal(tokens[at]):
            break
        phrase.append(tokens[at])
        at -= 1
    phrase.reverse()
    while phrase and phrase[0].key in _connectors():
        phrase.pop(0)
    return phrase


def _phrasal(token: Token) -> bool:
    if token.capital and not token.text[0].isdigit():
        return True
    return token.key in _connectors() or token.key in _nouns()


@cache
def _nouns() -> frozenset[str]:
    lists, known = words(), offices()
    nouns = (
        lists.strong | lists.weak | lists.roles | lists.domains | lists.things | known.carriers | frozenset(known.types)
    )
    return (nouns - cues().verbs.keys()) | known.modifiers | frozenset(known.words)


def _head(phrase: Sequence[Token]) -> Token | None:
    """The last noun before the first preposition: "head" of "the head of the village council"."""
    head: Token | None = None
    for token in phrase:
        if token.key in words().behind_offices and head is not None:
            break
        if token.capital or token.key in _nouns():
            head = token
    return head


def _by_head(phrase: Sequence[Token], head: Token | None) -> Standing | None:
    if head is None:
        return None
    lists = words()
    if head.key in lists.strong or (is_office(head) and head.key not in lists.weak):
        return "public"
    if head.key in lists.weak:
        return "private" if any(t.key in lists.domains for t in phrase) else "public"
    if head.key in {"member", "members"} and any(t.key in lists.seats for t in phrase):
        return "public"
    return "private" if head.key in lists.roles else None


def _of_many(phrase: Sequence[Token]) -> Standing | None:
    """ "Presidents X and Y": the plural office reaches the second name."""
    return "public" if any(t.key.endswith("s") and is_office(t) for t in phrase[:-1]) else None


def is_office(token: Token) -> bool:
    """A word for an office, a rank or a spokesperson, alone or in a compound ("major-general")."""
    known = office_words()
    return token.key in known or (token.capital and " " in token.key and set(token.key.split()) <= known)


def _may_follow(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if comma(token):
        return True
    opens = token.key in words().is_office | {"a", "an", "the", "who"} or _bare_office(tokens, at)
    return opens and joined(tokens[at - 1], token)


def _bare_office(tokens: Sequence[Token], at: int) -> bool:
    """ "X director of the council": an apposition that has lost its comma."""
    for here in range(at, min(at + 4, len(tokens) - 1)):
        if not same_phrase(tokens[here], tokens[here + 1]) or not _phrasal(tokens[here]):
            return False
        if is_office(tokens[here]) and not is_office(tokens[here + 1]):
            return tokens[here + 1].key in {"of", "for", "at", "in"}
    return False


def _over_age(tokens: Sequence[Token], at: int) -> int:
    """Past an age between commas: "X, 34, a nurse", "X, a 34-year-old nurse"."""
    start = at
    if tokens[at].key in {"aged", "age"}:
        at += 1
    if at < len(tokens) and tokens[at].text[0].isdigit() and len(tokens[at].text) <= 3:
        at += 1
    return at if at < len(tokens) else start


def _noun_here(token: Token) -> bool:
    return token.key in _nouns() or token.key in {"report", "count"}


def _ruled(tokens: Sequence[Token], first: int, last: int) -> Standing | None:
    """ "The X government", "X's forces": an office without its name."""
    if first > 1 and tokens[first - 1].key == "of" and joined(tokens[first - 2], tokens[first - 1]):
        told = tokens[first - 2].key in words().ruled
        return "public" if told and joined(tokens[first - 1], tokens[first]) else None
    following = tokens[last + 1] if last + 1 < len(tokens) else None
    if following is None or following.gap not in {" ", "'s ", "’s ", "' ", "’ ", "\u00a0"}:
        return None
    return "public" if following.key in words().ruled else None


@cache
def _connectors() -> frozenset[str]:
    """What may stand between the words of an office and a name."""
    return words().behind_offices | words().before_offices
