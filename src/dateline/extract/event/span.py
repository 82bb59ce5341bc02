"""Which words name a party: its noun with the words beside it that can belong to it, and no others.

Pages that lost their full stops and commas run headlines, places and days into the next phrase ("Sunday Velik Orvel
army units"); the parser takes them for one name. So each word beside the noun must show that it is of the party: a
determiner, a number, an adjective or a noun in small letters, a people, a body known by name, a name that nothing
else explains. Where none can, the noun stands alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dateline.extract.event.beside import RANKS
from dateline.extract.event.lexicon import lexicon
from dateline.extract.sentence import Sentence
from dateline.extract.source.kinds import Known, last_type
from dateline.extract.source.left import without_article
from dateline.extract.source.nouns import is_temporal
from dateline.extract.source.phrase import Phrase
from dateline.extract.source.words import cues, offices
from dateline.extract.trigger.grammar import children
from dateline.vocab.countries import demonyms, names, short_forms
from dateline.vocab.fold import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FAR = 8
"""Words before or behind a noun beyond which nothing is of its name."""
_UNKNOWN = 4
"""Names nobody knows that may stand in a row."""
_DEEP = 2
"""How often "of" may follow "of" ("members of a cell of the Velik movement")."""
_OWNERS = frozenset({"'s", "’s", "'", "’"})
_JOINING = frozenset({"and", "or", "&"})
_HYPHENS = frozenset({"-", "–", "‑"})
_RANGING = frozenset({"and", "to", "or", "-", "–", "/", ":"})
"""What stands between the numbers of a range, or of a date."""
_PARTS_OF_TIME = frozenset({"early", "mid", "late", "year", "month", "week", "day", "hour", "minute", "two", "half"})
_ARTICLES = frozenset({"al", "el", "ar", "as", "ash", "az", "an", "ad", "ez", "es", "bin", "abu"})
"""The article of an Arabic name."""
_SIDED = frozenset({
    "led", "backed", "linked", "affiliated", "aligned", "allied", "dominated", "supported", "sponsored",
})  # fmt: skip
_COLLECTIVE = frozenset({"regime", "government", "coalition", "army", "alliance", "military", "state", "president"})
"""Whose plural before a noun is a possessive without its apostrophe ("the regimes warplanes")."""
_INSTITUTIONS = frozenset({
    "front", "council", "union", "league", "congress", "committee", "assembly", "corps", "guild",
})  # fmt: skip
KIN = frozenset({
    "team", "community", "council", "family", "staff", "crew", "convoy", "delegation", "mission", "worker",
})  # fmt: skip
"""Nouns of people who belong together, which the words beside them tell apart."""
_NOKINDS = ("weapon", "place", "civilian", "building")
_TELLERS = frozenset({"monitor", "monitors", "ngo", "activists", "reports"})
_BOTH = frozenset({"both", "all", "such"})
_TELL = frozenset({"media", "monitor"})
_OWNING = frozenset({"compound", "nmod", "amod", "poss", "npadvmod"})
"""How a noun hangs that stands before an event's word and says whose it is."""


def party_phrase(sentence: Sentence, token: Token, known: Known, places: frozenset[int]) -> Phrase:
    """The words of a party around the noun or name that a clause gives for it.

    Of one that stands before an event's word ("a second rebel attack") neither determiner nor number nor adjective is:
    they are the event's.
    """
    owner = token.dep_ in _OWNING
    head = token if owner else _whole(_own_noun(_counted(token), sentence), sentence)
    near = _Near(sentence, places, _named(head, sentence, known))
    first, last = _first(head, near, owner=owner), _last(head, near)
    return Phrase(sentence, without_article(first, head), last, head)


@dataclass(frozen=True, slots=True)
class _Near:
    """What is known around a noun: offsets at which places stand, tokens [first, last] of bodies known by name."""

    sentence: Sentence
    places: frozenset[int]
    named: list[tuple[int, int]]

    def body(self, at: int) -> tuple[int, int] | None:
        return next((one for one in self.named if one[0] <= at <= one[1]), None)


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
        if after.text in _HYPHENS and not head.whitespace_ and not after.whitespace_ and head.i + 2 < end:
            head = doc[head.i + 2]
        elif after.pos_ == "PROPN" and after.dep_ in {"flat", "compound", "nmod"} and after.head == head:
            head = after
        else:
            break
    return head


def run_into(phrase: Phrase) -> Token | None:
    """ "The army Tarnish militias", "Velik Orvel fighters": the force that stands before a party, the comma lost."""
    before = phrase.first.nbor(-1) if phrase.first.i > phrase.sentence.tokens.start else None
    if before is None or not phrase.first.i <= before.head.i <= phrase.last.i or before.dep_ not in _OWNING:
        return None
    return before if _of_another(before, phrase.first) and before.lemma_.lower() in lexicon().parties else None


def _named(head: Token, sentence: Sentence, known: Known) -> list[tuple[int, int]]:
    """The tokens [first, last] of each body known by name near the noun; of who only tells where the noun is in it."""
    begin, end = max(sentence.tokens.start, head.i - _FAR), min(sentence.tokens.end, head.i + 2 * _FAR)
    near = head.doc[begin:end]
    found: list[tuple[int, int]] = []
    for hit in known.actors.find(near.text):
        inside = [word.i for word in near if hit.start <= word.idx - near.start_char < hit.end]
        if inside and (hit.actor.type not in _TELL or inside[0] <= head.i <= inside[-1]):
            found.append(_with_bracket(inside[0], inside[-1], head.doc, found))
    return found


def _with_bracket(first: int, last: int, doc: Doc, before: list[tuple[int, int]]) -> tuple[int, int]:
    """ "Islamic State (IS) group": a name found from within brackets goes with the one before them."""
    if first and doc[first - 1].text == "(" and any(word.text == ")" for word in doc[first : last + 1]):
        return next((one[0] for one in before if one[1] == first - 2), first - 1), last
    return first, last


def _first(head: Token, near: _Near, *, owner: bool = False) -> Token:
    """The first word of the party: steps left from its noun as long as the words belong to it."""
    doc, begin = head.doc, near.sentence.tokens.start
    own = near.body(head.i)
    at, unknown = own[0] if own else head.i, 0
    named = own is not None and not _of_a_ruler(doc[at], head)
    while at > begin and head.i - at < _FAR:
        before, body = doc[at - 1], near.body(at - 1)
        if body is not None and not named and before.text not in _OWNERS:
            if _of_another(before, doc[at]):
                break
            at, named = body[0], True
        elif before.text in _OWNERS:
            at -= 1
        elif (joined := _joined_before(before, near, named=named)) is not None:
            if not joined:
                break
            at -= joined
        elif before.text == ")" and at - 3 >= begin and doc[at - 3].text == "(":
            at -= 3
        elif not owner and _a_number(before, doc[at], near):
            at = _before_number(at - 1, near)
            break
        elif _a_kind(before):
            if _of_another(before, doc[at]):
                break
            at, named = at - 1, named or fold(before.text) in demonyms()
        elif before.lower_ in _JOINING and at - 2 >= begin and _a_kind(doc[at]) and _a_kind(doc[at - 2]):
            at, named = at - 2, True
        elif _opens_sentence(doc[at]):
            break
        elif before.pos_ == "DET" or before.tag_ == "PRP$":
            at -= before.lower_ not in _BOTH and not owner
            break
        elif not named and unknown < _UNKNOWN and _a_name(before, doc[at], near):
            at, unknown = at - 1, unknown + 1
        elif _describes(before, doc[at], head, owner=owner):
            at -= 1
        else:
            break
    while at < head.i and (doc[at].text in _OWNERS or doc[at].is_punct):
        at += 1
    return doc[at]


def _of_another(before: Token, first: Token) -> bool:
    """ "The army Tarnish militias": a force before a people's or a body's name is another one, the comma lost."""
    if not before.text.islower() or not (before.tag_ == "NNS" or before.lower_ in _COLLECTIVE):
        return False
    return bool(first.is_title) or fold(first.text) in demonyms() or first.lower_ in lexicon().peoples


def _of_a_ruler(first: Token, head: Token) -> bool:
    """ "Aro Tarns forces", known by the last of his names: those before are of it, too."""
    people = fold(first.text) in demonyms() or fold(first.text) in names() or first.text in short_forms()
    return first.i < head.i and first.dep_ in _OWNING and not people and head.lower_ in lexicon().parties


def _joined_before(word: Token, near: _Near, *, named: bool) -> int | None:
    """How many tokens of "US-led", "pro-Orvelian" end with the word; 0 where they are of no party, None: no hyphen.

    None of a party are those of a date ("29-07-2031"), of a time ("month-long"), of a place or of a second name.
    """
    doc, begin = word.doc, near.sentence.tokens.start
    if word.text in _HYPHENS and not word.whitespace_:
        return 2 if word.i - 1 >= begin and not doc[word.i - 1].whitespace_ else 0
    hyphen = word.i - 1
    if hyphen - 1 < begin or doc[hyphen].text not in _HYPHENS or doc[hyphen].whitespace_ or doc[hyphen - 1].whitespace_:
        return None
    first = doc[hyphen - 1]
    if first.text[:1].isdigit() or is_temporal(first) or is_temporal(word) or first.lower_ in _PARTS_OF_TIME:
        return 0
    a_name = word.pos_ == "PROPN" and word.is_title and fold(word.text) not in demonyms()
    return 0 if a_name and (named or word.idx in near.places) else 3


def _opens_sentence(first: Token) -> bool:
    """ "… was shelled Three soldiers": a capital that is no name's begins a sentence of its own."""
    return bool(first.is_title) and first.pos_ != "PROPN" and not _a_kind(first)


def _a_number(word: Token, after: Token, near: _Near) -> bool:
    """ "23 rebels", "several rebels": no year, no half of a range, no digits that end a date."""
    if not (word.like_num or word.tag_ == "CD") or word.tag_ == "JJ" or is_temporal(after):
        return False
    doc, begin = word.doc, near.sentence.tokens.start
    before = doc[word.i - 1] if word.i > begin else None
    if before is not None and (before.text[-1:].isdigit() or (word.text.isdigit() and is_temporal(before))):
        return False
    if word.i - 2 >= begin and doc[word.i - 1].lower_ in _RANGING and doc[word.i - 2].like_num:
        return False
    if not word.text.isdigit() or after.text.islower():
        return True
    year = len(word.text) == 4 and word.text[:2] in {"19", "20"}
    return not year and len(word.text) < 5 and _counts_some(after, near)


def _counts_some(name: Token, near: _Near) -> bool:
    """ "35 Velik Front fighters" are counted, "3 Velik Front" are not: a noun in the plural must follow the body."""
    body = near.body(name.i)
    after = body[1] + 1 if body else name.i
    return body is None or (after < near.sentence.tokens.end and name.doc[after].tag_ in {"NN", "NNS", "NNPS"})


def _before_number(at: int, near: _Near) -> int:
    """Where a number's words begin: "several hundred", "some 12", "their seven"."""
    doc = near.sentence.tokens.doc
    while at > near.sentence.tokens.start:
        before = doc[at - 1]
        several = (before.like_num and before.text.isalpha() and doc[at].text.isalpha()) or before.lower_ == "several"
        if not (several or before.pos_ == "DET" or before.tag_ == "PRP$") or before.lower_ in _BOTH:
            break
        at -= 1
    return at


def _a_kind(word: Token) -> bool:
    """A people, a faith, a side that stands before a force as its kind ("regime", "rebel")."""
    if fold(word.text) in demonyms() or word.lower_ in lexicon().peoples:
        return True
    singular = word.tag_ not in {"NNS", "NNPS"} and word.lower_ not in RANKS
    return singular and word.lower_ in lexicon().parties and word.dep_ in _OWNING | {"conj"}


def _a_name(word: Token, after: Token, near: _Near) -> bool:
    """A proper name that is no place, no day, no medium and no verb of a headline; of countries one alone."""
    bare = fold(word.text)
    country = bare in names() or bare.removesuffix("s") in names()
    owns = word.tag_ == "NNS" and word.dep_ in _OWNING and (country or _title_within(word, near))
    if not (word.pos_ == "PROPN" or owns) or is_temporal(word) or word.head.i < word.i:
        return False
    if word.text in short_forms():
        return True
    if country:
        return not (word.i > near.sentence.tokens.start and word.nbor(-1).pos_ == "ADP") and not after.is_title
    within = after.idx in near.places and fold(after.text) not in names()  # "United" is of "United States"
    place = word.idx in near.places and not within and not _institution(after)
    if place or word.lower_ in headline_verbs() or last_type([word.lower_]) in _TELL:
        return False
    return word.lower_ not in lexicon().furniture and not word.like_num


def _institution(noun: Token) -> bool:
    """ "Front", "Council" with a capital: a place before it is of its name."""
    return noun.pos_ == "PROPN" and (noun.lower_ in lexicon().bodies or noun.lower_ in _INSTITUTIONS)


def _title_within(word: Token, near: _Near) -> bool:
    """A capital within the sentence, on a plural that lost its apostrophe ("Tarns forces")."""
    return bool(word.is_title) and word.i > near.sentence.tokens.start and word.lower_ not in lexicon().parties


def _describes(word: Token, after: Token, head: Token, *, owner: bool) -> bool:
    """ "Armed opposition fighters": an adjective, participle or noun in small letters that hangs within the phrase."""
    if word.pos_ not in {"ADJ", "NOUN", "VERB", "PROPN"} or not after.i <= word.head.i <= head.i:
        return False
    if word.dep_ not in _OWNING or is_temporal(word) or word.lower_ in lexicon().furniture:
        return False
    lemma, parties = word.lemma_.lower(), lexicon().parties
    if "-" in word.text and word.text.rpartition("-")[2].lower() in _SIDED:  # "U.S.-backed"
        return True
    if owner or not word.text.islower():
        return word.lower_ in parties
    if lemma in lexicon().nouns and lemma != "combat":
        return False
    if word.pos_ == "NOUN" and not after.text.islower():  # "on a second front Orvelian troops", but "minister Aro Tarn"
        one = lemma in parties or lemma in lexicon().classes["civilian"]
        return one and word.tag_ == "NN" and head.pos_ == "PROPN" and lemma not in _COLLECTIVE
    if word.tag_ in {"NNS", "NNPS"} and (lemma in parties or any(lemma in lexicon().classes[c] for c in _NOKINDS)):
        grounds = lexicon().classes["place"] | lexicon().grounds
        return lemma in _COLLECTIVE or word.lower_ == "forces" or head.lemma_.lower() in grounds
    return True


def _last(head: Token, near: _Near, depth: int = _DEEP) -> Token:
    """The last word: of the body's name, of the body behind "of", of its short form in brackets, or the noun."""
    doc, end = head.doc, near.sentence.tokens.end
    own = near.body(head.i)
    at = own[1] if own else head.i
    if at + 1 >= end:
        return doc[at]
    after = doc[at + 1]
    if after.text == "(" and at + 3 < end and doc[at + 3].text == ")" and doc[at + 2].pos_ == "PROPN":
        return doc[at + 3] if doc[at + 2].text.isupper() or near.body(at + 2) else doc[at]
    if head.pos_ == "PROPN" and after.text.isdigit() and len(after.text) < 4 and not own:
        return after
    body = near.body(at + 1)
    singular = head.tag_ not in {"NNS", "NNPS"} and head.lower_ in lexicon().parties
    if body and body[0] == at + 1 and own is None and (singular or head.lower_ in lexicon().bodies):
        return doc[body[1]]
    if depth and (after.lower_ == "of" or _for_others(head, after, near)) and (inner := _behind(after)) is not None:
        first = _first(inner, near)
        inner = _whole(inner, near.sentence)
        begun = first.i == after.i + 1 or (first.i == after.i + 2 and doc[after.i + 1].lower_ in _BOTH)
        if begun and _stands_for_some(inner, head, near):
            return _last(inner, near, depth - 1)
    return doc[at]


def _for_others(head: Token, after: Token, near: _Near) -> bool:
    """ "Positions for militants", "envoys from the government", "fighters from the Velik Front"."""
    lemma, lists = head.lemma_.lower(), lexicon()
    bare = head.i == near.sentence.tokens.start or not _a_kind(head.nbor(-1))  # not "government forces from the Front"
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


def _stands_for_some(noun: Token, head: Token, near: _Near) -> bool:
    """A body known by name, a force, a group, of a regime its ruler: what "members of" and "positions of" are of."""
    forms = {noun.lemma_.lower(), noun.lower_}
    if near.body(noun.i) is not None or forms & (lexicon().parties.keys() | lexicon().bodies | KIN):
        return True
    return noun.pos_ == "PROPN" and noun.idx not in near.places and head.lemma_.lower() in lexicon().parties


@cache
def headline_verbs() -> frozenset[str]:
    """Every form of the verbs that tell events: written with a capital they are verbs still, of a headline."""
    from dateline.extract.gate.forms import of_verb

    lists = lexicon()
    nouns = lists.nouns.keys() | lists.parties.keys()
    own = frozenset(form for verb in lists.verbs for form in of_verb(verb)) | lists.carries | lists.wards | lists.harms
    return (own | cues().verbs.keys()) - nouns - {"air"}
