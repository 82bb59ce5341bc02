"""What a word beside a party's noun is: its people, its number, its name, what describes it; or of another.

Each question is asked of the words alone, for pages without full stops and commas are parsed badly.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dateline.extract.event.beside import RANKS
from dateline.extract.event.lexicon import lexicon
from dateline.extract.sentence import Sentence
from dateline.extract.source.kinds import last_type
from dateline.extract.source.nouns import is_temporal
from dateline.extract.source.words import cues
from dateline.vocab.actors import known_actors
from dateline.vocab.countries import demonyms, names, short_forms
from dateline.vocab.fold import fold
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

HYPHENS = frozenset({"-", "–", "‑"})
_RANGING = frozenset({"and", "to", "or", "-", "–", "/", ":"})
"""What stands between the numbers of a range, or of a date."""
_PARTS_OF_TIME = word_set("event_words_en", "span_words", "parts_of_time")
_SIDED = word_set("event_words_en", "span_words", "sided")
_SEVERAL = frozenset({"NNS", "NNPS"})
COLLECTIVE = frozenset({"regime", "government", "coalition", "army", "alliance", "military", "state", "president"})
"""Whose plural before a noun is a possessive without its apostrophe ("the regimes warplanes")."""
_INSTITUTIONS = word_set("event_words_en", "span_words", "institutions")
_DISTRICTS = word_set("event_words_en", "span_words", "districts")
"""What ends the name of a place before a party."""
_CLOCK = frozenset({"a.m.", "p.m.", "am", "pm", "gmt"})
_NOKINDS = ("weapon", "place", "civilian", "building")
BOTH = frozenset({"both", "all", "such"})
TELL = frozenset({"media", "monitor"})
OWNING = frozenset({"compound", "nmod", "amod", "poss", "npadvmod"})
"""How a noun hangs that stands before an event's word and says whose it is."""


@dataclass(frozen=True, slots=True)
class Near:
    """What is known around a noun: offsets at which places stand, tokens [first, last] of bodies known by name."""

    sentence: Sentence
    places: frozenset[int]
    named: list[tuple[int, int]]

    def body(self, at: int) -> tuple[int, int] | None:
        """The tokens [first, last] of the body known by name in which a token stands; None: in none."""
        return next((one for one in self.named if one[0] <= at <= one[1]), None)


def of_another(before: Token, first: Token) -> bool:
    """ "The army Tarnish militias": a force before a people's or a body's name is another one, the comma lost."""
    if not before.text.islower() or not (before.tag_ == "NNS" or before.lower_ in COLLECTIVE):
        return False
    return bool(first.is_title) or fold(first.text) in demonyms() or first.lower_ in lexicon().peoples


def of_a_ruler(first: Token, head: Token) -> bool:
    """ "Aro Tarns forces", known by the last of his names: those before are of it, too."""
    people = fold(first.text) in demonyms() or fold(first.text) in names() or first.text in short_forms()
    return first.i < head.i and first.dep_ in OWNING and not people and head.lower_ in lexicon().parties


def joined_before(word: Token, near: Near, *, named: bool) -> int | None:
    """How many tokens of "US-led", "pro-Orvelian" end with the word; 0 where they are of no party, None: no hyphen.

    None of a party are those of a date ("29-07-2031"), of a time ("month-long"), of a place or of a second name.
    """
    doc, begin = word.doc, near.sentence.tokens.start
    if word.text in HYPHENS | {"--"} and word.whitespace_ and not doc[word.i - 1].whitespace_:  # "London- Jets struck"
        return 0
    if word.text in HYPHENS and not word.whitespace_:
        if word.i - 1 >= begin and doc[word.i - 1].text.isupper() and _medium(doc[word.i - 1].text):
            return 0
        return 2 if word.i - 1 >= begin and not doc[word.i - 1].whitespace_ else 0
    hyphen = word.i - 1
    if hyphen - 1 < begin or doc[hyphen].text not in HYPHENS or doc[hyphen].whitespace_ or doc[hyphen - 1].whitespace_:
        return None
    first = doc[hyphen - 1]
    if first.text.isupper() and _medium(first.text):  # "SANA-Terrorist groups"
        return 1
    if first.text[:1].isdigit() or is_temporal(first) or is_temporal(word) or first.lower_ in _PARTS_OF_TIME:
        return 0
    a_name = word.pos_ == "PROPN" and word.is_title and fold(word.text) not in demonyms()
    return 0 if a_name and (named or word.idx in near.places) else 3


def _medium(name: str) -> bool:
    known = known_actors().named(name)
    return known is not None and known.type in TELL


def a_number(word: Token, after: Token, near: Near) -> bool:
    """ "23 rebels", "several rebels": no year, no half of a range, no digits that end a date."""
    if not (word.like_num or word.tag_ == "CD") or word.tag_ == "JJ" or is_temporal(after) or after.lower_ in _CLOCK:
        return False
    behind = after.nbor() if after.i + 1 < near.sentence.tokens.end else after
    counted = behind.tag_ in _SEVERAL and bool({behind.lower_, behind.lemma_.lower()} & lexicon().parties.keys())
    if after.lower_ in COLLECTIVE and after.tag_ not in _SEVERAL and not counted and word.lower_ != "one":
        return False  # "three regime air strikes", but "30 regime soldiers"
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


def _counts_some(name: Token, near: Near) -> bool:
    """ "35 Velik Front fighters" are counted, "3 Velik Front" are not: a noun in the plural must follow the body."""
    body = near.body(name.i)
    after = body[1] + 1 if body else name.i
    return body is None or (after < near.sentence.tokens.end and name.doc[after].tag_ in {"NN", "NNS", "NNPS"})


def before_number(at: int, near: Near) -> int:
    """Where a number's words begin: "several hundred", "some 12", "their seven"."""
    doc = near.sentence.tokens.doc
    while at > near.sentence.tokens.start:
        before = doc[at - 1]
        several = (before.like_num and before.text.isalpha() and doc[at].text.isalpha()) or before.lower_ == "several"
        if not (several or before.pos_ == "DET" or before.tag_ == "PRP$") or before.lower_ in BOTH:
            break
        at -= 1
    return at


def a_kind(word: Token) -> bool:
    """A people, a faith, a side that stands before a force as its kind ("regime", "rebel")."""
    if fold(word.text) in demonyms() or word.lower_ in lexicon().peoples:
        return True
    singular = word.tag_ not in {"NNS", "NNPS"} and word.lower_ not in RANKS
    return singular and word.lower_ in lexicon().parties and word.dep_ in OWNING | {"conj"}


def a_name(word: Token, after: Token, near: Near) -> bool:
    """A proper name that is no place, no day, no medium and no verb of a headline; of countries one alone."""
    bare = fold(word.text)
    country = bare in names() or bare.removesuffix("s") in names()
    owns = word.tag_ == "NNS" and word.dep_ in OWNING and (country or _title_within(word, near))
    if not (word.pos_ == "PROPN" or owns) or is_temporal(word) or word.head.i < word.i:
        return False
    if word.text in short_forms():
        return True
    if country:
        return not (word.i > near.sentence.tokens.start and word.nbor(-1).pos_ == "ADP") and not after.is_title
    within = after.idx in near.places and fold(after.text) not in names()  # "United" is of "United States"
    place = word.idx in near.places and not within and not _institution(after)
    if place or word.lower_ in headline_verbs() or last_type([word.lower_]) in TELL:
        return False
    return word.lower_ not in lexicon().furniture and not word.like_num


def _institution(noun: Token) -> bool:
    """ "Front", "Council" with a capital: a place before it is of its name."""
    return noun.pos_ == "PROPN" and (noun.lower_ in lexicon().bodies or noun.lower_ in _INSTITUTIONS)


def _title_within(word: Token, near: Near) -> bool:
    """A capital within the sentence, on a plural that lost its apostrophe ("Tarns forces")."""
    return bool(word.is_title) and word.i > near.sentence.tokens.start and word.lower_ not in lexicon().parties


def describes(word: Token, after: Token, head: Token, *, owner: bool) -> bool:
    """ "Armed opposition fighters": an adjective, participle or noun in small letters that hangs within the phrase."""
    if word.pos_ not in {"ADJ", "NOUN", "VERB", "PROPN"} or not after.i <= word.head.i <= head.i:
        return False
    if word.lower_ == "air" and after.lower_ == "force":
        return True
    if word.dep_ not in OWNING or is_temporal(word) or word.lower_ in lexicon().furniture:
        return False
    if word.lemma_.lower() in lexicon().judges and word.tag_ in {"VBN", "VBD"}:  # "N condemned coalition air strikes"
        return False
    lemma, parties = word.lemma_.lower(), lexicon().parties
    if (lemma in _DISTRICTS and word.dep_ != "poss") or word.lower_ in _CLOCK:  # "in Orvel city troops", "6 a.m. jets"
        return False
    if "-" in word.text and word.text.rpartition("-")[2].lower() in _SIDED:  # "U.S.-backed"
        return True
    if owner or not word.text.islower():
        return word.lower_ in parties
    if {lemma, word.lower_} & lexicon().nouns.keys() and lemma != "combat":  # "in the latest shelling rebels fired"
        return False
    if lemma == "call" and word.tag_ == "VBN":  # "so called Velik Front"
        return False
    if word.pos_ == "NOUN" and not after.text.islower():  # "on a second front Orvelian troops", but "minister Aro Tarn"
        one = lemma in parties or lemma in lexicon().classes["civilian"]
        return one and word.tag_ == "NN" and head.pos_ == "PROPN" and lemma not in COLLECTIVE
    if word.tag_ in {"NNS", "NNPS"} and (lemma in parties or any(lemma in lexicon().classes[c] for c in _NOKINDS)):
        grounds = lexicon().classes["place"] | lexicon().grounds
        return lemma in COLLECTIVE or word.lower_ == "forces" or head.lemma_.lower() in grounds
    return True


@cache
def headline_verbs() -> frozenset[str]:
    """Every form of the verbs that tell events: written with a capital they are verbs still, of a headline."""
    from dateline.extract.gate.forms import of_verb

    lists = lexicon()
    nouns = lists.nouns.keys() | lists.parties.keys()
    verbs = (*lists.verbs, *lists.wards, *lists.judges, "flee", "frustrate")
    own = frozenset(form for verb in verbs for form in of_verb(verb)) | lists.carries | lists.harms
    return (own | cues().verbs.keys()) - nouns - {"air"}
