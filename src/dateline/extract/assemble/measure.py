"""Stock or flow: are they in that state at a time, or did it happen to them during a period?

After the annotation guide: "were displaced", "fled", "have been displaced since" are flow; "remain
displaced", "are living in camps", "hosts 2,000 IDPs", "5 are still missing" are stock; missing and
detained are stock unless they "went missing", "were arrested".
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dateline.extract.trigger.figured import Trigger
from dateline.extract.trigger.frames import lemma_of
from dateline.extract.trigger.grammar import children, is_verb, passive
from dateline.extract.trigger.lexicon import lexicon
from dateline.model.words import Measure, Term
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOW = word_set("wording_en", "measure", "now")
_STATES = frozenset({"missing", "detained", "in_relief_camp", "sheltered", "other"})
_STANDING = word_set("wording_en", "measure", "standing")
_THOUGHT = word_set("wording_en", "measure", "thought")
_ARRIVING = word_set("wording_en", "measure", "arriving")
_STILL = word_set("wording_en", "measure", "still")
_HAPPENING = word_set("wording_en", "measure", "happening")
_STOCK_NOUNS = word_set("wording_en", "measure", "stock_nouns")


def measure_of(trigger: Trigger, head: Token, term: Term) -> Measure:
    """Stock or flow, from the tense of the trigger and what governs it."""
    token = trigger.token
    if trigger.by == "stuck":
        now = bool({t.text.lower() for t in token.children} & _NOW)
        return "stock" if term == "missing" or (now and term == "trapped") else "flow"
    if trigger.by in {"modifier", "list"} and _before_noun(token, head) and term in _LASTING:
        return "stock"
    if (
        token.lemma_.lower() in {"host", "shelter", "house", "accommodate"}
        and trigger.by == "verb"
        and not passive(token)
        and token.tag_ != "VBG"
        and head.dep_ in {"dobj", "obj"}
    ):
        return "stock"
    if _still(token, head) and term not in {"killed", "injured", "destroyed_housing"}:
        return "stock"
    if trigger.by == "phrase" and (token.lemma_ in {"be", "remain"} or token.pos_ == "ADP") and term == "injured":
        return "stock"
    if term == "displaced" and _counted_at(token):
        return "stock"
    if term.endswith("housing") and (_present_state(token) or token.lemma_.lower() in _STANDING):
        return "stock"
    if term in {
        "killed",
        "injured",
        "affected",
        "evacuated",
        "destroyed_housing",
        "partially_destroyed_housing",
    } and not _present_state(token):
        return "flow"
    if term == "killed" or term.endswith("housing"):
        return "flow"
    if (
        trigger.token.text.lower() in {"trapped", "stranded", "besieged", "cut", "marooned"}
        and token.dep_ in {"acl", "amod"}
        and not _by_agent(token)
    ):
        return "stock"
    if term == "injured":
        return "stock" if _present_state(token) and token.tag_ in {"VBG", "VBN"} else "flow"
    if trigger.by == "total" and term not in {"killed", "affected", "returned", "other"}:
        return "flow" if term.endswith("housing") else "stock"
    if term == "missing":
        return "flow" if _went_missing(token) else "stock"
    if token.lemma_.lower() in _STOCK_NOUNS and trigger.by in {"noun", "total", "beside", "label", "state", "part"}:
        return "flow" if _new_arrivals(token, head) else "stock"
    if term in _LASTING and token.dep_ in {"acl", "amod"} and _already(token):
        return "stock"
    if trigger.by == "label" and term == "detained" and _happened(token):
        return "flow"
    if trigger.by in {"total", "label"} and term in {
        "displaced",
        "homeless",
        "trapped",
        "detained",
        "sheltered",
        "in_relief_camp",
    }:
        return "stock"
    if _present_state(token):
        return "stock"
    if term == "detained":
        return "flow" if _HAPPENING & {token.lemma_.lower(), token.head.lemma_.lower()} or _eventive(token) else "stock"
    if trigger.by == "phrase":
        if token.lemma_ == "be":
            return "stock"
        return "flow" if token.tag_ in {"VBD"} and token.lemma_ != "be" else "stock"
    if term == "other" and token.lemma_.lower() in {"need", "require", "lack", "face"}:
        return "stock"
    return "flow"


_LASTING = frozenset(
    {"displaced", "evacuated", "homeless", "trapped", "sheltered", "relocated", "returned", "in_relief_camp"}
)


def _happened(label: Token) -> bool:
    """ "Abducted: 16": a participle of what happens, whose lemma the parser seldom knows without its sentence."""
    word = label.lower_
    return label.lemma_.lower() in _HAPPENING or any(word[:-n] in _HAPPENING for n in (1, 2, 3))


def _already(token: Token) -> bool:
    """ "Adding to the 1.1 million already displaced"."""
    return any(child.lower_ == "already" for child in token.lefts)


def _before_noun(token: Token, head: Token) -> bool:
    """ "4,000 displaced people", "internally displaced persons": a state named before the noun."""
    noun = token.head
    if token.dep_ not in {"amod", "compound"} or noun.i < token.i:
        return False
    if any(c.like_num and c.i > token.i for c in noun.children):
        return False  # "and displaced 900 civilians": a verb that the parser took for an adjective
    governor = noun.head
    return not (
        is_verb(governor)
        and governor.tag_ in {"VBD", "VBN"}
        and noun.dep_ in {"nsubj"}
        and governor.lemma_.lower() in {"arrive", "register", "cross", "enter", "flee"}
    )


def _still(token: Token, head: Token) -> bool:
    """ "still", "currently", "remained" said of the trigger's clause."""
    near = {t.text.lower() for t in token.children if t.pos_ in _SAID_BESIDE} | {
        t.text.lower() for t in token.head.children if abs(t.i - token.i) < 5 and t.pos_ in _SAID_BESIDE
    }
    governors = {token.text.lower(), token.head.text.lower() if _completes(token) else ""}
    return bool((near | governors) & (_STILL - {"now"})) or ("now" in near and _present_state(token))


def _counted_at(token: Token) -> bool:
    """ "As of 31 March 90,000 were internally displaced", "…, up from 80,000": a count of a day, by no doer.

    "Were displaced" alone is a flow, with "as of" too, as the annotation guide has it.
    """
    if _by_agent(token) or not any(t.lower_ == "internally" for t in token.lefts):
        return False
    words = [t.lower_ for t in token.sent]
    return not _AT_A_DAY.isdisjoint(pairwise(words))


_AT_A_DAY = frozenset({("as", "of"), ("as", "at"), ("up", "from"), ("down", "from")})


def _completes(token: Token) -> bool:
    """It stands behind a verb that is said of the same people: "remain displaced"."""
    return is_verb(token.head) and token.dep_ not in {"ccomp", "parataxis", "conj", "advcl", "relcl"}


_SAID_BESIDE = frozenset({"ADV", "ADJ", "AUX", "PART"})
"""What a clause says beside its verb; another clause that hangs on it ("… arrested 250; 70 remained") says its own."""


def _present_state(token: Token) -> bool:
    """ "are displaced", "are living", "live in", "is hosting", "in camps": a state at the time of speaking."""
    if token.lemma_.lower() in {"live", "stay", "reside", "shelter", "sleep"} and any(
        c.lemma_ == "have" for c in children(token, "aux")
    ):
        return True
    if token.tag_ == "VBG":
        auxiliary = children(token, "aux")
        if any(a.lemma_ == "be" for a in auxiliary):
            return True
        return token.dep_ in {"acl", "pcomp", "advcl", "ccomp"} and token.lemma_.lower() in {
            "live",
            "stay",
            "shelter",
            "reside",
            "sleep",
            "need",
            "camp",
            "face",
            "lack",
        }
    if token.tag_ in {"VBP", "VBZ"} and token.lemma_ not in {"say", "report"}:
        return token.lemma_.lower() in {
            "live",
            "stay",
            "shelter",
            "reside",
            "host",
            "house",
            "accommodate",
            "need",
            "require",
            "lack",
            "hold",
            "be",
            "remain",
            "face",
            "sleep",
            "have",
            "lie",
            "sit",
            "squat",
            "wait",
            "cling",
        }
    be = [c for c in token.children if c.dep_ in {"auxpass", "aux", "cop"} and c.lemma_ == "be"]
    if any(b.text.lower() == "being" for b in be) and any(b.text.lower() in {"are", "is"} for b in be):
        return True
    if token.tag_ in {"VBN", "JJ", "VBD", "VB"} and be:
        if be[0].text.lower() == "be" and token.dep_ == "xcomp" and token.head.lemma_.lower() in _THOUGHT:
            return True  # "are thought to be trapped"
        return be[0].text.lower() in {"are", "is", "'re", "'s"} and len(be) == 1
    if token.dep_ in {"oprd", "acomp"} and token.head.lemma_.lower() in _THOUGHT:
        return True  # "are feared trapped"
    if token.pos_ in {"ADJ", "ADP", "ADV", "VERB"} and token.dep_ in {"acomp", "oprd", "advmod", "attr"}:
        return token.head.lemma_ == "be" and token.head.tag_ in {"VBP", "VBZ"}
    return False


def _by_agent(token: Token) -> bool:
    return any(c.dep_ == "agent" or c.text.lower() == "by" for c in token.children)


def _eventive(token: Token) -> bool:
    """A passive or active past, or the present of headlines: "were detained", "have detained", "police detain 49"."""
    if lemma_of(token) == "hold" or _present_state(token):
        return False
    return token.tag_ in _PAST or (not passive(token) and (token.tag_ in _PRESENT or _title_verb(token)))


_PAST = frozenset({"VBD", "VBN", "VBG"})
_PRESENT = frozenset({"VBZ", "VBP"})


def _title_verb(token: Token) -> bool:
    """ "Turkey Detains 49": in a title the tagger takes a verb with a capital for a name."""
    return token.tag_ in {"NNP", "NNPS", "NNS"} and token.text.endswith("s") and lemma_of(token) in lexicon().verbs


def _went_missing(token: Token) -> bool:
    governor = token.head
    return (governor.lemma_.lower() == "go" and token.text.lower() == "missing") or token.lemma_.lower() in {
        "go",
        "vanish",
        "disappear",
        "disappearance",
        "sweep",
    }


def _new_arrivals(token: Token, head: Token) -> bool:
    """ "3,000 new refugees arrived": people named by their state, said to have come."""
    governor = head.head
    return (
        is_verb(governor)
        and governor.lemma_.lower() in _ARRIVING
        and governor.tag_ in {"VBD", "VBN"}
        and head.dep_ in {"nsubj", "nsubjpass"}
        and not _present_state(governor)
    )
