"""Which words name a party: its noun with the words beside it that can belong to it, and no others.

Pages that lost their full stops and commas run headlines, places and days into the next phrase ("Sunday Velik Orvel
army units"); the parser takes them for one name. So each word beside the noun must show that it is of the party: a
determiner, a number, an adjective or a noun in small letters, a people, a body known by name, a name that nothing
else explains. Where none can, the noun stands alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extract.event.lexicon import lexicon
from dateline.extract.event.span_words import (
    BOTH,
    COLLECTIVE,
    HYPHENS,
    OWNING,
    TELL,
    Near,
    a_kind,
    a_name,
    a_number,
    before_number,
    describes,
    headline_verbs,
    joined_before,
    of_a_ruler,
    of_another,
)
from dateline.extract.sentence import Sentence
from dateline.extract.source.kinds import Known
from dateline.extract.source.left import without_article
from dateline.extract.source.phrase import Phrase
from dateline.extract.source.words import cues, offices
from dateline.extract.trigger.grammar import children
from dateline.vocab.countries import capitals, demonyms, names
from dateline.vocab.fold import fold
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FAR = 8
"""Words before or behind a noun beyond which nothing is of its name."""
_UNKNOWN = 4
"""Names nobody knows that may stand in a row."""
_DEEP = 2
"""How often "of" may follow "of" ("members of a cell of the Velik movement")."""
_OPENS = frozenset({"(", "["})
_CLOSES = frozenset({")", "]"})
_OWNERS = frozenset({"'s", "’s", "'", "’"})
_STATES = frozenset({"regime", "government"})
_SO_CALLED = frozenset({"the", "so", "called", "so-called", "-"})
_JOINING = frozenset({"and", "or", "&"})
KIN = word_set("event_words_en", "span", "kin")
"""Nouns of people who belong together, which the words beside them tell apart."""
_TELLERS = frozenset({"monitor", "monitors", "ngo", "activists", "reports"})


def party_phrase(sentence: Sentence, token: Token, known: Known, places: frozenset[int]) -> Phrase:
    """The words of a party around the noun or name that a clause gives for it.

    Of one that stands before an event's word ("a second rebel attack") neither determiner nor number nor adjective is:
    they are the event's.
    """
    owner = token.dep_ in OWNING
    head = token if owner else _whole(_own_noun(_counted(token), sentence), sentence)
    near = Near(sentence, places, _named(head, sentence, known))
    first, last = _first(head, near, owner=owner), _last(head, near)
    return Phrase(sentence, without_article(first, head), last, head)


def _counted(noun: Token) -> Token:
    """ "Dozens of rebels": who is counted."""
    counts = noun.lower_ in cues().counted_by or noun.lower_ in lexicon().series or noun.like_num
    if not counts:
        return noun
    return next((inner for of in noun.rights if of.lower_ == "of" for inner in children(of, "pobj")), noun)


def _own_noun(noun: Token, sentence: Sentence) -> Token:
    """ "Velik Army Foils", "20 rebels Monitor": the noun before, where a headline's next word was taken for it."""
    before = noun.nbor(-1) if noun.i > sentence.tokens.start else noun
    after = noun.nbor() if noun.i + 1 < sentence.tokens.end else noun
    if noun.text == "IS" and after.tag_ == "NNS":  # "killed ten IS members": the group taken for a form of "be"
        return after
    known = lexicon().parties.keys()
    strays = noun.lower_ in headline_verbs() or noun.lemma_.lower() in lexicon().nouns
    stray = (strays and noun.is_title and before.is_title) or noun.lower_ in _TELLERS
    if not stray or {noun.lower_, noun.lemma_.lower()} & known:
        return noun
    return before if {before.lower_, before.lemma_.lower(), before.lower_.removesuffix("s")} & known else noun


def _whole(head: Token, sentence: Sentence) -> Token:
    """The last word of a name that the parser broke, also at a hyphen ("al-Tarn")."""
    doc, end = head.doc, sentence.tokens.end
    while head.pos_ == "PROPN" and head.i + 1 < end:
        after = head.nbor()
        if after.text in HYPHENS and not head.whitespace_ and not after.whitespace_ and head.i + 2 < end:
            head = doc[head.i + 2]
        elif after.pos_ == "PROPN" and after.dep_ in {"flat", "compound", "nmod"} and after.head == head:
            head = after
        else:
            break
    return head


def run_into(phrase: Phrase) -> Token | None:
    """ "The army Tarnish militias", "Velik Orvel fighters": the force that stands before a party, the comma lost."""
    before = phrase.first.nbor(-1) if phrase.first.i > phrase.sentence.tokens.start else None
    if before is not None and _two_countries(before, phrase.first):
        return before
    if before is None or not phrase.first.i <= before.head.i <= phrase.last.i or before.dep_ not in OWNING:
        return None
    return before if of_another(before, phrase.first) and before.lemma_.lower() in lexicon().parties else None


def _two_countries(before: Token, first: Token) -> bool:
    """ "Orvelia Tarnia and Velia agreed": the comma between the first two lost."""
    both = fold(before.text) in names() and fold(first.text) in names()
    return both and before.head == first and before.dep_ in OWNING


def joined_state(phrase: Phrase) -> Token | None:
    """ "Orvelian and Tarnish jets": the other state, before "and"; None where no state's word stands there."""
    first, begin = phrase.first, phrase.sentence.tokens.start
    if first.i - 2 < begin or first.nbor(-1).lower_ not in {"and", "&"}:
        return None
    other = first.nbor(-2)
    return other if _two_states(other, first, phrase.head) and other.dep_ in OWNING | {"conj"} else None


def _named(head: Token, sentence: Sentence, known: Known) -> list[tuple[int, int]]:
    """The tokens [first, last] of each body known by name near the noun; of who only tells where the noun is in it."""
    begin, end = max(sentence.tokens.start, head.i - 2 * _FAR), min(sentence.tokens.end, head.i + 2 * _FAR)
    near = head.doc[begin:end]
    found: list[tuple[int, int]] = []
    for hit in known.actors.find(near.text):
        inside = [word.i for word in near if hit.start <= word.idx - near.start_char < hit.end]
        if inside and (hit.actor.type not in TELL or inside[0] <= head.i <= inside[-1]):
            found.append(_with_bracket(inside[0], inside[-1], head.doc, found))
    return found


def _with_bracket(first: int, last: int, doc: Doc, before: list[tuple[int, int]]) -> tuple[int, int]:
    """ "Islamic State (IS) group": a name found from within brackets goes with the one before them."""
    if first and doc[first - 1].text in _OPENS and any(word.text in _CLOSES for word in doc[first : last + 1]):
        return next((one[0] for one in before if one[1] == first - 2), first - 1), last
    return first, last


def _first(head: Token, near: Near, *, owner: bool = False) -> Token:
    """The first word of the party: steps left from its noun as long as the words belong to it."""
    doc, begin = head.doc, near.sentence.tokens.start
    own = near.body(head.i)
    at, unknown = own[0] if own else head.i, 0
    named = own is not None and not of_a_ruler(doc[at], head)
    while at > begin and head.i - at < _FAR:
        before, body = doc[at - 1], near.body(at - 1)
        if body is not None and not named and before.text not in _OWNERS and fold(before.text) not in capitals():
            if of_another(before, doc[at]):
                break
            at, named = body[0], True
        elif before.text in _OWNERS:
            at -= 1
        elif (joined := joined_before(before, near, named=named)) is not None:
            if not joined:
                break
            at -= joined
        elif before.text in _CLOSES and (opened := _opened(at - 1, near)) is not None:
            at = opened
        elif not owner and a_number(before, doc[at], near):
            at = before_number(at - 1, near)
            break
        elif a_kind(before):
            if of_another(before, doc[at]):
                break
            at, named = at - 1, named or fold(before.text) in demonyms()
        elif before.lower_ in _JOINING and at - 2 >= begin and _two_kinds(doc[at - 2], doc[at], head):
            at, named = at - 2, True
        elif _opens_sentence(doc[at]) or before.lower_ == "whose":
            break
        elif before.pos_ == "DET" or before.tag_ == "PRP$":
            at -= before.lower_ not in BOTH and not owner
            break
        elif not named and unknown < _UNKNOWN and a_name(before, doc[at], near):
            at, unknown = at - 1, unknown + 1
        elif describes(before, doc[at], head, owner=owner):
            at -= 1
        else:
            break
    while at < head.i and (doc[at].text in _OWNERS or (doc[at].is_punct and doc[at].text != "[")):
        at += 1
    return doc[at]


def _opened(closed: int, near: Near) -> int | None:
    """Where the bracket that closes there opens, of one with short names alone ("(IS ISIL)"); None: of another."""
    doc = near.sentence.tokens.doc
    for at in range(closed - 1, max(near.sentence.tokens.start, closed - _FAR) - 1, -1):
        if doc[at].text in _OPENS:
            named = doc[at].text == "[" or (at > near.sentence.tokens.start and doc[at - 1].pos_ in {"PROPN", "NOUN"})
            return at if named and at < closed - 1 else None
        if doc[at].pos_ != "PROPN" and not doc[at].text.isupper():
            return None
    return None


def _two_kinds(first: Token, second: Token, head: Token) -> bool:
    """ "Sunni and Shia fighters"; but "Orvelian and Tarnish regime" is the other state, and one's regime."""
    both = first.nbor().lower_ in {"and", "&"}  # not "Orvelian or Tarnish jets"
    return a_kind(first) and a_kind(second) and not (both and _two_states(first, second, head))


def _two_states(first: Token, second: Token, head: Token) -> bool:
    forces = head.lower_ in COLLECTIVE or lexicon().parties.get(head.lemma_.lower()) == "military"
    ruler = second.pos_ == "PROPN" and second.i < head.i and second.nbor().lower_ in _STATES  # "and Tarn regime jets"
    states = [word for word in (first, second) if fold(word.text) in demonyms() or word.lower_ in _STATES]
    return forces and (len(states) == 2 or (ruler and first in states))


def _opens_sentence(first: Token) -> bool:
    """ "… was shelled Three soldiers": a capital that is no name's begins a sentence of its own."""
    return bool(first.is_title) and first.pos_ != "PROPN" and not a_kind(first)


def _last(head: Token, near: Near, depth: int = _DEEP) -> Token:
    """The last word: of the body's name, of the body behind "of", of its short form in brackets, or the noun."""
    doc, end = head.doc, near.sentence.tokens.end
    own = near.body(head.i)
    at = own[1] if own else head.i
    if at + 1 >= end:
        return doc[at]
    after = doc[at + 1]
    if after.text in _OPENS and at + 3 < end and doc[at + 3].text in _CLOSES and doc[at + 2].pos_ in {"PROPN", "AUX"}:
        return doc[at + 3] if doc[at + 2].text.isupper() or near.body(at + 2) else doc[at]
    if head.pos_ == "PROPN" and after.text.isdigit() and len(after.text) < 4 and not own:
        return after
    body = near.body(at + 1)
    singular = head.tag_ not in {"NNS", "NNPS"} and head.lower_ in lexicon().parties
    if body and body[0] == at + 1 and own is None and (singular or head.lower_ in lexicon().bodies):
        return doc[body[1]]
    if after.lower_ == "of" and (called := _so_called(after, near)) is not None:
        return doc[called]
    if depth and (after.lower_ == "of" or _for_others(head, after, near)) and (inner := _behind(after)) is not None:
        first = _first(inner, near)
        inner = _whole(inner, near.sentence)
        begun = all(word.lower_ in BOTH | _SO_CALLED for word in doc[after.i + 1 : first.i])
        if begun and _stands_for_some(inner, head, near):
            return _last(inner, near, depth - 1)
    return doc[at]


def _so_called(of: Token, near: Near) -> int | None:
    """ "Of the so called Velik Front", which the parser takes apart: where the body's name ends; None: none there."""
    at = of.i + 1
    while at < near.sentence.tokens.end and of.doc[at].lower_ in _SO_CALLED:
        at += 1
    body = near.body(at) if at < near.sentence.tokens.end and of.doc[at - 1].lower_.endswith("called") else None
    return body[1] if body is not None and body[0] == at else None


def _for_others(head: Token, after: Token, near: Near) -> bool:
    """ "Positions for militants", "envoys from the government", "fighters from the Velik Front"."""
    lemma, lists = head.lemma_.lower(), lexicon()
    bare = head.i == near.sentence.tokens.start or not a_kind(head.nbor(-1))  # not "government forces from the Front"
    inner = _behind(after) if after.lower_ == "from" and lemma in lists.parties and bare else None
    if inner is not None and near.body(inner.i) is not None:
        return True
    if after.lower_ == "for" and lemma in lists.grounds:
        return True
    return after.lower_ in {"for", "from"} and (lemma in lists.classes["official"] or lemma in offices().carriers)


def _behind(of: Token) -> Token | None:
    found = next((noun for noun in children(of, "pobj") if noun.i > of.i), None)
    while found is not None and found.pos_ == "PROPN" and found.i + 1 < len(found.doc):  # "of President Aro Tarn"
        after = found.nbor()
        if after.pos_ != "PROPN" or after.dep_ not in {"flat", "appos", "compound"}:
            break
        found = after
    return found


def _stands_for_some(noun: Token, head: Token, near: Near) -> bool:
    """A body known by name, a force, a group, of a regime its ruler: what "members of" and "positions of" are of."""
    forms = {noun.lemma_.lower(), noun.lower_}
    if near.body(noun.i) is not None or forms & (lexicon().parties.keys() | lexicon().bodies | KIN):
        return True
    return noun.pos_ == "PROPN" and noun.idx not in near.places and head.lemma_.lower() in lexicon().parties
