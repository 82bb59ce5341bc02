"""The names of private persons in a text: judged where they stand, then found again wherever the text has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dateline.extract.person.bylines import byline_names
from dateline.extract.person.evidence import (
    acts_like_a_person,
    against_a_person,
    for_a_person,
    has_age,
    is_named,
    is_thing,
    place_around,
)
from dateline.extract.person.lexicon import listed, of_a_country, ordinary, well_known
from dateline.extract.person.pieces import Piece, bodies_in, is_given, pieces_of
from dateline.extract.person.standing import Standing, after, before, office_before, role_before, standing_of
from dateline.extract.person.tokens import Token, comma, joined, opens_sentence, same_phrase, tokens_of
from dateline.extract.person.words import words
from dateline.extract.source.words import cues
from dateline.vocab.fold import fold
from dateline.vocab.load import word_set

_SHORTEST_PART = 3
_SURELY_A_PLACE = 3
_ROLE_BESIDE = 2
"""What a private role in the name's phrase weighs for a person."""
_SHORTEST_JOINED = 7
_CIRCUMSTANCES = word_set("wording_en", "persons", "circumstances")
_BETWEEN = r"[\s._+\-‐‑–]{0,3}"


@dataclass(frozen=True, slots=True)
class Names:
    """Private persons' spans, sorted, without overlaps; their names and those of public persons as folded words.

    `public_last` are last words of public names, by which a page goes on to call their bearers.
    """

    spans: tuple[tuple[int, int], ...]
    private: tuple[tuple[str, ...], ...]
    public: frozenset[tuple[str, ...]]
    public_last: frozenset[str]


@dataclass(slots=True)
class _Known:
    """What the page has told so far: names (tuples of folded words) and single words of them."""

    public: set[tuple[str, ...]] = field(default_factory=set)
    public_last: set[str] = field(default_factory=set)
    harmed: set[tuple[str, ...]] = field(default_factory=set)
    private: dict[tuple[str, ...], None] = field(default_factory=dict)


def names_of(text: str) -> Names:
    """The names of a text, private ones with every place where they stand, full or in part."""
    tokens = tokens_of(text)
    bodies = bodies_in(text)
    pieces = pieces_of(tokens, bodies)
    known = _Known()
    standings = {piece: standing_of(tokens, piece.first, piece.last) for piece in pieces}
    for piece, standing in standings.items():
        if standing == "public":
            _learn_public(tokens, piece, known)
    weights = _weights(tokens, pieces)
    masked = [piece for piece in pieces if _is_private(tokens, piece, standings[piece], known, weights)]
    masked += _listed_along(tokens, masked)
    masked += [Piece(first, last) for first, last in byline_names(tokens, bodies)]
    for piece in masked:
        known.private.setdefault(_words(tokens, piece))
    spans = [(tokens[p.first].start, tokens[p.last].end) for p in masked]
    spans += _parts_again(tokens, pieces, masked, known)
    public = [(tokens[p.first].start, tokens[p.last].end) for p in pieces if p not in masked]
    spans += [(a, b) for a, b in _written_otherwise(text, known) if not any(c < b and d > a for c, d in public)]
    return Names(tuple(merged(spans)), tuple(known.private), frozenset(known.public), frozenset(known.public_last))


def merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sorted spans without overlaps."""
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def _words(tokens: Sequence[Token], piece: Piece) -> tuple[str, ...]:
    """A name's folded words without titles of kinship, articles and particles."""
    inside = (token.key for token in tokens[piece.first : piece.last + 1])
    return tuple(bare(word) for word in inside if word not in words().particles)


def bare(word: str) -> str:
    """A folded word without an Arabic article ("al abadi" gives "abadi")."""
    head, _, rest = word.partition(" ")
    return rest if rest and head in {"al", "el", "as", "ash", "ad", "ar", "an", "az", "at", "ez"} else word


def _learn_public(tokens: Sequence[Token], piece: Piece, known: _Known) -> None:
    name = _words(tokens, piece)
    if not name:
        return
    if _harmed(tokens, piece):
        known.harmed.add(name)
    else:
        known.public.add(name)
        known.public_last.add(name[-1])


def _listed_along(tokens: Sequence[Token], masked: Sequence[Piece]) -> Iterator[Piece]:
    """ "Her daughters X, Y and Z": single names in one list with a masked one."""
    taken = {at for piece in masked for at in range(piece.first, piece.last + 1)}
    for piece in masked:
        at = piece.last + 1
        while at < len(tokens):
            at += tokens[at].key == "and"
            if at >= len(tokens) or at in taken or not _one_more(tokens, at):
                break
            yield Piece(at, at)
            at += 1


def _one_more(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    linked = tokens[at - 1].key == "and" or token.gap.strip() == ","
    if not linked or not same_phrase(tokens[at - 1], token) or not token.capital or _never_alone(token):
        return False
    if token.key in words().openers or (
        at + 1 < len(tokens) and tokens[at + 1].capital and joined(token, tokens[at + 1])
    ):
        return False
    return is_given(token) or not (ordinary(token.text) or listed(token.text))


def _harmed(tokens: Sequence[Token], piece: Piece) -> bool:
    """Something was done to the bearer: "X was killed", "the arrest of X"."""
    lists = words()
    following = [t.key for t in _until_clause(tokens, piece.last)]
    if following and following[0] in {"was", "were", "is", "has", "had", "been", "being"}:
        return any(key in lists.harmed for key in following[:4])
    if following and following[0] in lists.harmed:
        return following[0] == "died" or len(following) == 1 or following[1] in _CIRCUMSTANCES
    ahead = [t.key for t in tokens[max(0, piece.first - 6) : piece.first]]
    return any(key in lists.harm_of and ahead[at + 1 : at + 2] == ["of"] for at, key in enumerate(ahead))


def _until_clause(tokens: Sequence[Token], last: int) -> Iterator[Token]:
    for at in range(last + 1, min(len(tokens), last + 6)):
        if not same_phrase(tokens[at - 1], tokens[at]):
            return
        yield tokens[at]


def _weights(tokens: Sequence[Token], pieces: Sequence[Piece]) -> dict[tuple[str, ...], int]:
    """For and against a person, summed over all places where a name of two or more words stands: a name has one
    sense on a page."""
    sums: dict[tuple[str, ...], int] = {}
    for piece in pieces:
        if len(piece) > 1:
            name = _words(tokens, piece)
            sums[name] = sums.get(name, 0) + for_a_person(tokens, piece) - against_a_person(tokens, piece)
    return sums


def _is_private(
    tokens: Sequence[Token],
    piece: Piece,
    standing: Standing | None,
    known: _Known,
    weights: dict[tuple[str, ...], int],
) -> bool:
    name = _words(tokens, piece)
    if not name:
        return False
    if standing == "public":
        return name in known.harmed
    if len(piece) == 1:
        return _single(tokens, piece.first, known)
    if standing != "private" and _same_as_public(name, known):
        return False
    return weights[name] + (_ROLE_BESIDE if standing == "private" else 0) > 0


def _same_as_public(name: tuple[str, ...], known: _Known) -> bool:
    """The bearer of an office, named again without it, in full or shorter by a middle name."""
    if name in known.harmed:
        return False
    if name in known.public:
        return True
    full = {(other[0], other[-1]) for other in known.public if len(other) > 1}
    if (name[0], name[-1]) in full or any(_inside(name, other) for other in known.public):
        return True
    return (
        name[-1] in {other[0] for other in known.public if len(other) == 1} or name[0].rstrip("s") in known.public_last
    )


def _inside(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    return any(whole[at : at + len(part)] == part for at in range(len(whole) - len(part) + 1))


def _single(tokens: Sequence[Token], at: int, known: _Known) -> bool:
    """One word alone is a private person's name where the words around leave no doubt."""
    token = tokens[at]
    if bare(token.key) in known.public_last or _never_alone(token) or office_before(tokens, at):
        return False
    given = is_given(token)
    unheard = given or not (ordinary(token.text) or listed(token.text))
    if at and joined(tokens[at - 1], token) and tokens[at - 1].key in words().honorifics:
        return True
    if _introduced(tokens, at) or is_named(tokens, at) or has_age(tokens, at) or after(tokens, at) == "private":
        return unheard
    return given and (acts_like_a_person(tokens, Piece(at, at)) > 0 or _has_kin(tokens, at) or _is_called(tokens, at))


def _introduced(tokens: Sequence[Token], at: int) -> bool:
    """ "Nurse X", "a 16-year-old X", "his wife, X, said"."""
    if role_before(tokens, at):
        return True
    if at and joined(tokens[at - 1], tokens[at]) and tokens[at - 1].key in {"year old", "month old"}:
        return True
    closed = at + 1 < len(tokens) and tokens[at + 1].gap.startswith(",")
    return closed and comma(tokens[at]) and (before(tokens, at) == "private" or _of_them(tokens, at))


def _of_them(tokens: Sequence[Token], at: int) -> bool:
    """ "One of them, X, said": of persons who were told of, for only they speak or weep; villages burn."""
    acts = tokens[at + 1].key in cues().verbs or tokens[at + 1].key in words().persons_do
    return acts and [token.key for token in tokens[max(0, at - 2) : at]] in _OF_THEM


_OF_THEM = (["of", "them"], ["of", "those"], ["of", "these"])


def _has_kin(tokens: Sequence[Token], at: int) -> bool:
    """ "X's mother"."""
    behind = [token.key for token in tokens[at + 1 : at + 3]]
    return tokens[at].possessive and bool(set(behind) & words().kin)


def _is_called(tokens: Sequence[Token], at: int) -> bool:
    """ "Call X on", "contact X"."""
    return at > 0 and joined(tokens[at - 1], tokens[at]) and tokens[at - 1].key in words().phone_cues


def _never_alone(token: Token) -> bool:
    return is_thing(token) or of_a_country(token.text) or token.initial or token.shouted


def _parts_again(
    tokens: Sequence[Token], pieces: Sequence[Piece], masked: Sequence[Piece], known: _Known
) -> Iterator[tuple[int, int]]:
    """Single words of masked names, wherever they stand alone: "Ali said" after "Ashraf Ali"."""
    parts = {
        part for name in known.private for part in name if _tells(part) and (part == name[-1] or not ordinary(part))
    }
    if not parts:
        return
    small = {token.key for token in tokens if not token.capital}
    taken = {at for piece in masked for at in range(piece.first, piece.last + 1)}
    longer = {at for piece in pieces if len(piece) > 1 for at in range(piece.first, piece.last + 1)} - taken
    for at, token in enumerate(tokens):
        if at in taken or at in longer or not token.capital or bare(token.key) not in parts:
            continue
        if office_before(tokens, at) or is_thing(token) or _as_place(tokens, at):
            continue
        doubtful = token.key in small and opens_sentence(tokens, at) and not is_given(token)
        if not doubtful or acts_like_a_person(tokens, Piece(at, at)):
            yield token.start, token.end


def _tells(part: str) -> bool:
    lists = words()
    return len(part) >= _SHORTEST_PART and part not in lists.openers | lists.person_first and not well_known(part)


def _as_place(tokens: Sequence[Token], at: int) -> bool:
    """ "In Santos", "the village of X" stay places although a Maria Santos is on the page."""
    token = tokens[at]
    around = place_around(tokens, Piece(at, at), is_given(token))
    return around >= _SURELY_A_PLACE or (around > 0 and listed(token.text))


def _written_otherwise(text: str, known: _Known) -> Iterator[tuple[int, int]]:
    """Masked full names in other letters or without blanks: in capitals, in an address, as a handle."""
    pattern = pattern_of([name for name in known.private if len(name) > 1])
    if pattern is not None:
        yield from (match.span() for match in pattern.finditer(text))


def pattern_of(names: Sequence[tuple[str, ...]]) -> re.Pattern[str] | None:
    """Finds the names whatever their case and what joins their words; None where there is nothing to find."""
    full = [name for name in names if sum(map(len, name)) >= _SHORTEST_JOINED - 1]
    if not full:
        return None
    longest_first = sorted(full, key=lambda name: -sum(map(len, name)))
    either = "|".join(_BETWEEN.join(re.escape(w).replace(r"\ ", _BETWEEN) for w in name) for name in longest_first)
    return re.compile(rf"(?<![^\W\d_])(?:{either})(?![^\W\d_])", re.IGNORECASE)


def folded_words(name: str) -> tuple[str, ...]:
    """The folded words of a masked name, as `pattern_of` takes them."""
    return tuple(bare(fold(word)) for word in name.split() if fold(word) and fold(word) not in words().particles)
