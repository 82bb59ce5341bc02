"""Numbers of a parsed sentence with the noun they count."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.extract.quantity.numbers import Number, numbers
from dateline.extract.quantity.units import Counted, counted, nouns
from dateline.extract.sentence import Sentence
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Counting:
    """A number with its tokens and the noun it counts. Offsets of `number` are relative to the sentence's text.

    `part` is True for "nine of those killed": the noun names the whole, not the counted.
    `pronoun` is the word for a whole said before ("of them", "of whom").
    `shared` is True where the noun is left out or a stand-in ("20 others"): its unit comes from the figure before.
    """

    number: Number
    first: Token
    last: Token
    root: Token
    noun: Token | None
    counted: Counted
    part: bool = False
    pronoun: Token | None = None
    shared: bool = False
    inner: bool = False
    """The whole in "40 of the 900 who fled"."""


_ENDS = word_set("wording_en", "recognize", "ends")
"""A state behind the number ends its phrase where commas are lost ("leaving 11 dead Rebels say …")."""
_VERBS_ONLY = word_set("wording_en", "recognize", "verbs_only")
_STAND_INS = word_set("wording_en", "recognize", "stand_ins")
_PRONOUNS = word_set("wording_en", "recognize", "pronouns")
_WHOLES = word_set("wording_en", "recognize", "wholes")
_POINTING = word_set("wording_en", "recognize", "pointing")
""" "5,300 of this number": the words stand for the figure told before."""


def recognize(sentence: Sentence) -> list[Counting]:
    """Every number of the sentence in reading order, also those that count nobody (`number.refused`)."""
    found = []
    for number in numbers(sentence.text):
        base = sentence.start
        core = sentence.tokens_in(base + number.core, base + number.core_end)
        if core:
            found.append(_within(sentence, _counting(number, core)))
    return found


def _within(sentence: Sentence, counting: Counting) -> Counting:
    """What is counted stands in the sentence: a noun behind its end ("HOLD 4,200. NOBODY …") is not counted."""
    if counting.noun is None or sentence.start <= sentence.offset(counting.noun) < sentence.end:
        return counting
    return replace(counting, noun=None, counted="omitted", shared=True)


def _counting(number: Number, core: list[Token]) -> Counting:
    root = _root(core)
    first, last = core[0], core[-1]
    if number.refused:
        return Counting(number, first, last, root, None, "unknown")
    inner = _inside_partitive(first)
    if number.low == 0 and number.high == 0:
        return _zero(number, core, root)
    following = _after(last, number, core)
    if following is not None and following.text.lower() == "of":
        return _partitive(number, core, root, following)
    noun = _before_brackets(_noun(root, core, following), last)
    if following is not None and (following.text.lower() in _VERBS_ONLY or _when(following, noun)):
        noun = None
    if (
        following is not None
        and following.text.lower() in _ENDS
        and (noun is None or counted(noun) not in {"person", "household", "dwelling"})
    ):
        noun = following
    kind: Counted = counted(noun) if noun is not None else "unknown"
    shared = noun is None or noun.lemma_.lower() in _STAND_INS or noun.text.lower() in _STAND_INS
    return Counting(
        number,
        first,
        last,
        root,
        noun,
        "omitted" if shared or noun is None or (noun.text.lower() in _ENDS and noun == following) else kind,
        shared=shared,
        inner=inner,
    )


def _before_brackets(noun: Token | None, last: Token) -> Token | None:
    """ "Deaths: 9 (Orvel 6, Tarn 3)": what opened brackets hold is not counted by the number before them."""
    if noun is None or noun.i <= last.i or noun.i - last.i > 2 or last.nbor(1).text != "(":
        return noun
    return None


def _when(following: Token, noun: Token | None) -> bool:
    """ "up from 200 last week": the noun behind the number is a time, not what it counts."""
    return noun is not None and following.text.lower() in {"last", "this", "next", "each"} and counted(noun) == "thing"


def _inside_partitive(first: Token) -> bool:
    """True for the second number of "40 of the 900", "half of some 3,000"."""
    before = first.doc[max(0, first.i - 4) : first.i]
    words = [t.text.lower() for t in before]
    while words and words[-1] in {
        "the",
        "these",
        "those",
        "some",
        "about",
        "estimated",
        "more",
        "than",
        "its",
        "their",
    }:
        words.pop()
    if not words or words[-1] != "of" or len(words) < 2:
        return False
    head = before[len(words) - 2]
    return (
        head.like_num or words[-2] in {"half", "most", "many", "none", "third", "quarter", "out"} or head.pos_ == "NUM"
    )


def _zero(number: Number, core: list[Token], root: Token) -> Counting:
    kind: Counted = "person"
    for token in core:
        if counted(token) in {"household", "dwelling"}:
            kind = counted(token)
    return Counting(number, core[0], core[-1], root, core[-1] if len(core) > 1 else None, kind)


def _root(core: list[Token]) -> Token:
    inside = {t.i for t in core}
    for token in core:
        outside = token.head.i not in inside or token.head == token
        if outside and (token.like_num or len(core) == 1 or token.pos_ in {"NUM", "NOUN", "PRON"}):
            return token
    return core[-1]


def _after(last: Token, number: Number, core: list[Token]) -> Token | None:
    """The token behind the number and its trailing modifiers ("or more")."""
    for token in last.doc[last.i + 1 : last.i + 7]:
        if token.idx >= core[-1].idx + (number.end - number.core_end) + len(core[-1].text):
            return token
    return None


def _partitive(number: Number, core: list[Token], root: Token, of: Token) -> Counting:
    """ "tens of thousands of civilians" counts civilians; "nine of those killed" a part of those killed."""
    noun = _of_noun(of)
    if noun is None:
        return Counting(number, core[0], core[-1], root, None, "omitted", shared=True)
    if noun.like_num:
        return Counting(number, core[0], core[-1], root, noun, "omitted", part=True, shared=True)
    if noun.text.lower() in _PRONOUNS:
        participle = [c for c in noun.children if c.dep_ in {"acl", "relcl", "amod"}]
        if participle:
            return Counting(number, core[0], core[-1], root, noun, "person", part=True)
        return Counting(number, core[0], core[-1], root, None, "omitted", pronoun=noun, shared=True)
    if noun.lemma_.lower() in _WHOLES and any(c.text.lower() in _POINTING for c in noun.children):
        return Counting(number, core[0], core[-1], root, None, "omitted", pronoun=noun, shared=True)
    definite = any(c.text.lower() in {"the", "these", "those", "its", "their"} for c in noun.children if c.i < noun.i)
    vague = number.quantifier == "vague" or core[-1].text.lower() in {
        "dozen",
        "couple",
        "hundred",
        "thousand",
        "million",
    }
    if definite and not vague:
        kind = counted(noun)
        return Counting(number, core[0], core[-1], root, noun, kind, part=True)
    if noun.lemma_.lower() in _STAND_INS:
        return Counting(number, core[0], core[-1], root, noun, "omitted", shared=True)
    return Counting(number, core[0], core[-1], root, noun, counted(noun))


def _of_noun(of: Token) -> Token | None:
    """The noun behind "of": the parser's, else the head of the noun phrase that follows."""
    for child in of.children:
        if child.dep_ in {"pobj", "pcomp"}:
            return child
    for token in of.doc[of.i + 1 : of.i + 6]:
        if token.text.lower() in _PRONOUNS:
            return token
        if token.pos_ in {"NOUN", "PROPN"} and not (
            token.i + 1 < len(token.doc) and token.doc[token.i + 1].pos_ in {"NOUN", "PROPN"}
        ):
            return token
        if token.is_punct or token.pos_ in {"VERB", "AUX"}:
            return None
    return None


_SKIP = frozenset({"ADJ", "PROPN", "NOUN", "ADV", "NUM", "PART", "X"})


def _noun(root: Token, core: list[Token], following: Token | None) -> Token | None:
    """What the number counts: the noun it modifies, else the head of the noun phrase directly behind it."""
    last = core[-1]
    above = root.head
    adjective = above.dep_ == "amod" and above.i == last.i + 1  # "340 frightened young villagers": no verb
    if adjective:
        above = above.head
    if (
        (adjective or root.dep_ in {"nummod", "amod", "compound", "nmod", "quantmod", "det"})
        and above.i > last.i
        and above.i - last.i <= 7
        and above.pos_ in {"NOUN", "PROPN", "ADJ", "PRON"}
        and _contiguous(last, above)
    ):
        return _listed(last, above)
    return _phrase_head(following) if following is not None and following.i <= last.i + 4 else None


def _contiguous(last: Token, noun: Token) -> bool:
    """Only words of one noun phrase stand between the number and the noun."""
    between = last.doc[last.i + 1 : noun.i]
    if any(t.like_num for t in between):
        return False
    return all(
        t.pos_ in _SKIP
        or t.text in {"-", "/", '"', "'", "(", ")", "and", "'s", ","}
        or t.tag_ in {"VBN", "VBG", "HYPH", "POS", "VBD", "CC"}
        for t in between
    )


def _listed(last: Token, noun: Token) -> Token:
    """The first word behind the number that names people, where the parser took in the next noun, too."""
    if counted(noun) in {"person", "household", "dwelling"}:
        return noun
    for token in last.doc[last.i + 1 : noun.i]:
        if counted(token) in {"person", "household", "dwelling"} and token.tag_ in {"NNS", "NNPS"}:
            return token
    return noun


def _phrase_head(start: Token) -> Token | None:
    """The head of a noun phrase that begins at `start`, None where none begins."""
    best: Token | None = None
    for token in start.doc[start.i : start.i + 6]:
        if token.pos_ in {"NOUN", "PROPN"} or (token.text.lower() in _STAND_INS and token.i == start.i):
            if counted(token) in {"person", "household", "dwelling"} and token.tag_ in {"NNS", "NNPS"}:
                return token
            best = token
            continue
        if best is not None:
            return _joined_noun(best) if counted(best) not in {"person", "household", "dwelling"} else best
        if token.pos_ in {"ADJ"} or token.tag_ in {"VBN", "HYPH"} or token.text in {'"', "'", "-"}:
            continue
        break
    return best


def _joined_noun(noun: Token) -> Token:
    """ "70 regime and rebel fighters": the people stand behind the conjunction."""
    following = noun.doc[noun.i + 1 : noun.i + 4]
    if following and following[0].text.lower() in {"and", "or", ",", "/"}:
        for token in following[1:]:
            if counted(token) == "person" and token.tag_ in {"NNS", "NNPS"}:
                return token
    return noun


def strength(noun: Token | None) -> bool:
    """True for nouns of a force or a staff: counted, they say nothing unless something happens to them."""
    return noun is not None and noun.lemma_.lower() in nouns().strength
