"""For and against a capitalised name being a person's: weighed, and in doubt a person's."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dateline.extract.person.lexicon import listed, ordinary
from dateline.extract.person.pieces import Piece, is_given
from dateline.extract.person.standing import role_before
from dateline.extract.person.tokens import Token, comma, joined, same_phrase
from dateline.extract.person.words import words
from dateline.extract.source.words import cues
from dateline.vocab.load import load

_OLDEST = 120
_SURE = 4
_OF_WORDS, _OF_NAMES = 3, 2


def for_a_person(tokens: Sequence[Token], piece: Piece) -> int:
    """The weight of what speaks for a person; at least 1, for in doubt it is one."""
    inside = tokens[piece.first : piece.last + 1]
    weight = 1
    if is_given(inside[0]):
        weight += 3
    elif any(is_given(token) for token in inside):
        weight += 2
    weight += inside[0].key in words().person_first
    return weight + acts_like_a_person(tokens, piece)


def acts_like_a_person(tokens: Sequence[Token], piece: Piece) -> int:
    """The weight of what stands around: an age, a role, "named", speaking and what only persons do."""
    weight = 0
    if has_age(tokens, piece.last) or is_named(tokens, piece.first) or _belongs(tokens, piece.first):
        weight += _SURE
    elif role_before(tokens, piece.first):
        weight += 1 if _plain(tokens[piece.first : piece.last + 1]) == _OF_WORDS else _SURE
    if speaks(tokens, piece) or _does(tokens, piece.last) or _suffers(tokens, piece):
        weight += 2
    return weight


def against_a_person(tokens: Sequence[Token], piece: Piece) -> int:
    """The weight of what speaks for a place, a body or a thing."""
    inside = tokens[piece.first : piece.last + 1]
    given = is_given(inside[0])
    weight = _thing(inside, given) + place_around(tokens, piece, given)
    if listed(_name(inside)):
        weight += 3
    if not given and (inside[0].key in words().place_words or inside[-1].key in words().place_words):
        weight += 2
    return weight + _plain(inside)


def _plain(inside: Sequence[Token]) -> int:
    """More than nothing where no word is unheard of: least for names of places, most for words of the dictionary."""
    if any(is_given(t) for t in inside):
        return 0
    if all(ordinary(t.text) for t in inside):
        return _OF_WORDS
    return _OF_NAMES if all(ordinary(t.text) or listed(t.text) for t in inside) else 0


def _belongs(tokens: Sequence[Token], first: int) -> bool:
    """ "The house of X", "the death of X", "the family of X"."""
    if first < 2 or tokens[first - 1].key != "of" or not joined(tokens[first - 1], tokens[first]):
        return False
    lists = words()
    return tokens[first - 2].key in lists.kin | lists.harm_of | {"home", "name", "testimony", "story"}


def _name(inside: Sequence[Token]) -> str:
    return " ".join(token.text for token in inside)


def _thing(inside: Sequence[Token], given: bool) -> int:
    things = [t for t in inside if is_thing(t)]
    if not things:
        return 0
    if given and things == [inside[-1]] and inside[-1].key in words().surnames_too:
        return 1
    return 4


def is_thing(token: Token) -> bool:
    """A word of bodies, places and things, in the singular or the plural, alone or in a compound."""
    lists = words()
    if token.key in lists.things or token.key.removesuffix("s") in lists.things or token.key in kinds():
        return True
    return bool(set(token.key.split()) & _strong_things())


@cache
def _strong_things() -> frozenset[str]:
    """Words that make a thing of a compound too ("Al-Nusra", "Hayat-Tahrir")."""
    return words().things - words().surnames_too - words().openers


def place_around(tokens: Sequence[Token], piece: Piece, given: bool) -> int:
    """The weight of the words around a name that make it a place's or a body's."""
    weight = 4 * _kind_behind(tokens, piece.last)
    before = tokens[piece.first - 1] if piece.first else None
    if before is None or not same_phrase(before, tokens[piece.first]):
        return weight
    if _kind_before(tokens, piece.first):
        return weight + 4
    if comma(tokens[piece.first]) or before.key == "and":
        return weight + 2 * (not given and _in_list_of_places(tokens, piece))
    if before.key in words().in_place or before.key in words().place_verbs:
        return weight + (2 if given else 3)
    return weight + (before.key in words().perhaps_place and not given)


def _kind_before(tokens: Sequence[Token], first: int) -> bool:
    """ "The village of X", "the village X", and not "Y village X": there the kind is Y's."""
    at = first - 1
    if tokens[at].key == "of":
        return at > 0 and tokens[at - 1].key in kinds()
    return tokens[at].key in kinds() and not (at and tokens[at - 1].capital and joined(tokens[at - 1], tokens[at]))


def _kind_behind(tokens: Sequence[Token], last: int) -> bool:
    """ "X district", "X technical institute", "X and Y neighbourhoods"; "X's shop" is a person's."""
    if tokens[last].possessive:
        return False
    several = plain = 0
    for at in range(last + 1, min(last + 8, len(tokens))):
        token = tokens[at]
        if not same_phrase(tokens[at - 1], token):
            return False
        if token.key in kinds() and not token.capital:
            return not several or token.key.endswith("s")
        if at == last + 1 and token.capital and is_thing(token) and joined(tokens[last], token):
            return True
        several += token.capital or token.key == "and" or comma(token)
        plain += not (token.capital or token.key == "and" or token.key in words().particles)
        if plain > 1 or (plain and several):
            return False
    return False


def _in_list_of_places(tokens: Sequence[Token], piece: Piece) -> bool:
    """ "In Homs, X and Y": the list runs back to a preposition or a noun for places, and no verb follows the name."""
    after = tokens[piece.last + 1] if piece.last + 1 < len(tokens) else None
    if after is not None and same_phrase(tokens[piece.last], after) and not comma(after) and after.key != "and":
        return False
    for at in range(piece.first - 1, max(-1, piece.first - 12), -1):
        token = tokens[at]
        if token.key in words().in_place or token.key in kinds():
            return True
        if not (token.capital or token.key in {"and", "of", "the"} or token.key in words().particles):
            return False
    return False


@cache
def kinds() -> frozenset[str]:
    """Nouns beside which a name is a place's or a body's."""
    places = frozenset(word for row in load("toponyms_en")["kinds"].values() for word in row)
    return places | words().named_things | words().streets | words().built


def _suffers(tokens: Sequence[Token], piece: Piece) -> bool:
    """ "Killed X", "freed X", "X was wounded": what is done to persons and not to places."""
    lists = words()
    done = lists.harmed - lists.place_verbs | lists.done_to
    if piece.first and joined(tokens[piece.first - 1], tokens[piece.first]) and tokens[piece.first - 1].key in done:
        return True
    ahead = [t.key for t in tokens[piece.last + 1 : piece.last + 4]]
    return bool(ahead) and ahead[0] in {"was", "were", "is", "has", "had"} and bool(set(ahead[1:]) & done)


def has_age(tokens: Sequence[Token], last: int) -> bool:
    """An age stands behind the name: "X, 34,", "X (34)", "X, aged 34"."""
    at = last + 1
    if at < len(tokens) and tokens[at].key in {"aged", "age"}:
        at += 1
    if at >= len(tokens) or not (comma(tokens[at]) or at > last + 1):
        return False
    written = tokens[at].text
    if not written.isdecimal() or len(written) > 3 or int(written) > _OLDEST:
        return False
    rest = tokens[at + 1].gap[:1] if at + 1 < len(tokens) else ")"
    return rest in ",).;–—-" or tokens[at + 1].key in {"from", "of", "who", "year", "years"}


def is_named(tokens: Sequence[Token], first: int) -> bool:
    """ "A man named X", "identified as X", and not "a town named X"."""
    if not first or not joined(tokens[first - 1], tokens[first]):
        return False
    near = [t.key for t in tokens[max(0, first - 5) : first]]
    told = near[-1] in words().named and near[-2:-1] != ["so"]
    told = told or (near[-1] in {"as", "is", "was"} and bool(set(near[-3:-1]) & words().introduces))
    return told and not set(near) & words().named_things


def speaks(tokens: Sequence[Token], piece: Piece) -> bool:
    """ "X said", "said X", "according to X"."""
    at = piece.last + 1
    while at < len(tokens) and tokens[at].key in words().said_adverbs and same_phrase(tokens[at - 1], tokens[at]):
        if tokens[at].key == "told":
            return True
        at += 1
    if at < len(tokens) and same_phrase(tokens[at - 1], tokens[at]) and not comma(tokens[at]) and _says(tokens[at]):
        return True
    if piece.first < 1 or not joined(tokens[piece.first - 1], tokens[piece.first]):
        return False
    before = tokens[piece.first - 1]
    return _says(before) or (before.key == "to" and piece.first > 1 and tokens[piece.first - 2].key == "according")


def _says(token: Token) -> bool:
    return not token.capital and cues().verbs.get(token.key) in cues().say


def _does(tokens: Sequence[Token], last: int) -> bool:
    """ "X fled", "X, who …", "X wept": what persons do."""
    at = last + 1
    if at >= len(tokens) or not same_phrase(tokens[last], tokens[at]):
        return False
    following = tokens[at]
    return following.key in {"who", "whose"} or (following.key in words().persons_do and not comma(following))
