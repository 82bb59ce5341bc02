"""Did it happen, may it, is it planned or ordered, did it not, or would it under a condition?

Looked for in the words around the trigger that govern it, from `vocab/modality_en.yaml`; the strongest
reading wins: negated, conditional, ordered, planned, forecast, asserted.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from dateline.extract.sentence import Sentence
from dateline.extract.trigger.figured import Trigger
from dateline.extract.trigger.grammar import SUBJECTS, children, is_verb, passive
from dateline.model.words import Modality
from dateline.vocab.load import either, load, word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOUNS = frozenset({"noun", "label"})


def modality_of(trigger: Trigger, sentence: Sentence, head: Token, *, zero: bool) -> Modality:
    """The modality of what the trigger says of the figure."""
    if zero:
        return "negated"
    if trigger.by == "stuck":
        return "asserted"  # that they cannot leave is no denial
    chain = list(_governing(trigger, head))
    words = load("modality_en")
    if _negated(chain):
        return "negated"
    if trigger.by == "shared":
        chain = _taken_up(head)
    if _conditional(trigger.token if trigger.by != "shared" else head, sentence):
        return "conditional"
    if _UNREAL.search(sentence.text[: sentence.offset(head) - sentence.start]):
        return "conditional"
    before = sentence.text[: sentence.offset(trigger.token) - sentence.start]
    done = trigger.term == "killed" or trigger.token.lemma_ in _DONE_TO_OTHERS
    if done and _INTENDED.search(before):
        return "planned"
    window = _window(trigger, head, sentence)
    harm = trigger.term in {"killed", "injured", "missing"}  # nobody orders or plans these: the words speak of others
    if not harm and not _asks(head) and (_ordered(chain, head, words) or _phrase("ordered").search(window)):
        return "ordered"
    if not harm and (_phrase("planned").search(window) or _planned(chain, window, words)):
        return "planned"
    if harm:
        window = _WILL_LIVE.sub(" ", window)
    if _expected(chain, head) and not (harm and _WILL_LIVE.search(sentence.text)):
        return "forecast"
    if _auxiliary(chain, words["forecast"]["auxiliaries"]) or _phrase("forecast").search(window):
        return "forecast"
    return "asserted"


_WILL_LIVE = re.compile(
    r"\b(?:is|are|was|were) (?:all |both )?expected to "
    r"(?:survive|recover|live|be (?:ok|okay|fine|all right|released|treated)|pull through|make (?:a|it|full))\b",
    re.IGNORECASE,
)
"""What is expected of somebody who is hurt: the harm itself has happened."""


def _governing(trigger: Trigger, head: Token) -> list[Token]:
    """The trigger and the verbs that govern it without a finite clause of their own between."""
    chain = [trigger.token]
    at = trigger.token
    for _ in range(5):
        if at.head == at or at.dep_ in {"relcl", "advcl", "ROOT"} or at == head or _told_of(at, trigger):
            break
        if (
            at.dep_ == "ccomp"
            and any(c.dep_ in SUBJECTS for c in at.children)
            and at.head.lemma_
            not in {
                "expect",
                "fear",
                "force",
                "order",
                "ask",
                "tell",
                "urge",
                "advise",
                "deny",
                "refute",
                "dismiss",
                "reject",
            }
        ):
            break
        if at.dep_ == "conj" and [
            c for c in at.children if c.dep_ in SUBJECTS or (c.dep_ in {"aux", "auxpass"} and c.text.lower() != "to")
        ]:
            break
        at = at.head
        if is_verb(at) or at.pos_ in {"NOUN", "ADP", "ADJ"}:
            chain.append(at)
    return chain


def _told_of(verb: Token, trigger: Trigger) -> bool:
    """ "A man charged with killing his wife will stand trial": whom the participle tells of, the main verb does not."""
    return verb.dep_ == "acl" and verb.tag_ in {"VBN", "VBG"} and verb != trigger.token


def _taken_up(head: Token) -> list[Token]:
    """The verbs above a number that continues a figure told before."""
    chain, at = [], head
    for _ in range(4):
        if at.head == at:
            break
        at = at.head
        if is_verb(at):
            chain.append(at)
            if at.dep_ in {"ccomp", "relcl", "advcl"}:
                break
    return chain or [head]


_PLAN = re.compile(r"\b(?:plans?|preparations?|arrangements?|schemes?|proposals?)\b.{0,40}\bto \w+|\b(?:is|are) to \w+")


def _planned(chain: list[Token], window: str, words: dict[str, dict[str, list[str]]]) -> bool:
    """ "Plans are under way to evacuate", "the return is scheduled", "Government to airlift 120"."""
    governors = set(words["planned"]["governors"])
    if _PLAN.search(window) or any(t.lemma_.lower() in governors for t in chain[1:]):
        return True
    first = chain[0]
    to = any(c.dep_ == "aux" and c.text.lower() == "to" for c in first.children)
    headline = first.head == first or (first.dep_ in {"acl", "relcl"} and first.head.pos_ in {"NOUN", "PROPN"})
    return to and first.tag_ == "VB" and headline


def _asks(head: Token) -> bool:
    """ "843 people asked to be taken out": those counted ask, nobody orders them."""
    verb = head.head
    return (
        head.dep_ == "nsubj"
        and is_verb(verb)
        and verb.lemma_.lower() in {"ask", "urge", "request"}
        and not passive(verb)
    )


def _expected(chain: list[Token], head: Token) -> bool:
    """ "expects 2,000 families to be moved", "another 70,000 are expected".

    Not of "the seven who were shot are expected to recover": what befell them is told in a clause of its own.
    """
    own = chain[0].dep_ == "relcl" and chain[0].head == head
    return any(
        (
            is_verb(t)
            and t.lemma_.lower() in {"expect", "anticipate", "project", "predict", "foresee", "forecast"}
            and t.i != chain[0].i
        )
        or t.lemma_.lower() in {"expect", "anticipate"}
        for t in ([*chain, head.head] if not own else chain)
    )


def _auxiliary(chain: list[Token], auxiliaries: list[str]) -> bool:
    for token in chain:
        if not is_verb(token):
            continue
        for child in children(token, "aux"):
            if child.text.lower() in auxiliaries and not (child.text.lower() == "would" and token.lemma_ in {"say"}):
                return True
    return False


def _negated(chain: list[Token]) -> bool:
    for token in chain:
        if not is_verb(token):
            continue
        if any(c.dep_ == "neg" for c in token.children) and not _only(token):
            return True
        if token != chain[0] and token.lemma_ in {
            "deny",
            "avoid",
            "prevent",
            "avert",
            "refute",
            "dismiss",
            "reject",
            "refuse",
            "decline",
            "fail",
        }:
            return True
    return False


def _only(verb: Token) -> bool:
    """ "not only": no negation."""
    return any(
        c.dep_ == "neg" and c.i + 1 < len(verb.doc) and verb.doc[c.i + 1].text.lower() in {"only", "just"}
        for c in verb.children
    )


def _ordered(chain: list[Token], head: Token, words: dict[str, dict[str, list[str]]]) -> bool:
    """ "were told to evacuate", "ordered 500 families to leave": an order whose carrying out is not said."""
    verbs = set(words["ordered"]["verbs"])
    for token in chain[1:]:
        if not is_verb(token) or token.lemma_.lower() not in verbs:
            continue
        infinitive = chain[0].tag_ in {"VB", "VBP"} and any(
            c.dep_ == "aux" and c.text.lower() == "to" for c in chain[0].children
        )
        noun = (
            chain[0].tag_ == "NN"
            and chain[0].head == token
            and token.lemma_.lower() in {"order", "recommend", "advise", "demand"}
        )
        if infinitive or noun:
            return True
    return False


def _conditional(token: Token, sentence: Sentence) -> bool:
    """The trigger stands in an if-clause, or in the main clause of one with would or could."""
    if _IF.search(sentence.text) and (_in_if_clause(token) or _beside_if_clause(token)):
        return True
    return bool(_CONDITION.search(sentence.text))


def _in_if_clause(token: Token) -> bool:
    at = token
    for _ in range(6):
        if _opens_with_if(at):
            return True
        if at.head == at or (at.dep_ in {"ccomp"} and at.head.lemma_ in {"say", "report"}):
            break
        at = at.head
    return False


def _beside_if_clause(token: Token) -> bool:
    clause = token
    for _ in range(4):
        if any(child.dep_ == "advcl" and _opens_with_if(child) for child in clause.children):
            return True
        if clause.head == clause:
            break
        clause = clause.head
    return False


def _opens_with_if(verb: Token) -> bool:
    return any(c.dep_ == "mark" and c.text.lower() in {"if", "unless"} for c in verb.children)


_IF = re.compile("if|unless", re.IGNORECASE)
"""Where neither stands, the parse need not be asked."""
_CONDITION = re.compile(
    r"\bshould (?:the (?!\w+ be\b)|a |any |fighting|violence|clashes|rains?|floods?|it |water|war |another )"
    r"|(?:^|[,;\"] )(?:should|were|had) (?:the|a|an|it|they|this|that|these|fighting|floods?|rains?|(?-i:[A-Z])\w+)"
    r" (?:\w+ ){0,4}?\w+,"
    r"|\b(?:in case of|in the event (?:of|that)|provided that|in case the)\b",
    re.IGNORECASE,
)


_INTENDED = re.compile(
    r"\b(?:plan|want|hop|intend|plot|tri|try|attempt|aim|vow|seek|sought|conspir|swor|offer|agree)\w* "
    r"(?:\w+ ){0,2}to (?:\w+ly )?$",
    re.IGNORECASE,
)
""" "Planned to kill hundreds": what somebody meant to do."""
_DONE_TO_OTHERS = word_set("wording_en", "modality", "done_to_others")
_UNREAL = re.compile(
    r"\b(?:should|could|would|might) ?(?:['’]ve|have) (?:\w+ly )?(?:been|had) (?:[\w-]+ ){0,4}$", re.IGNORECASE
)
""" "There could have been five or six people dead": there were not."""


_PHRASE = 4
"""A phrase stands behind the word that the trigger names ("are under evacuation orders")."""


def _window(trigger: Trigger, head: Token, sentence: Sentence) -> str:
    """The words from shortly before the figure or trigger to the trigger: where modal phrases stand."""
    doc = trigger.token.doc
    if trigger.by == "shared" and head.head.lemma_ == "do":  # "and 200 did so"
        return " ".join(t.text.lower() for t in doc[head.i : head.head.i + 1])
    first = min(trigger.token.i, head.i)
    last = max(trigger.token.i, head.i) + (_PHRASE if trigger.by == "phrase" else 0)
    start = first
    while (
        start > 0
        and first - start < 8
        and doc[start - 1].text not in {".", ";", "(", ")"}
        and not _new_clause(doc[start - 1], first)
    ):
        start -= 1
    return " ".join(t.text.lower() for t in doc[start : last + 1])


def _new_clause(token: Token, first: int) -> bool:
    return (token.text in {","} and first - token.i > 1) or (
        token.dep_ == "cc"
        and is_verb(token.head)
        and token.i < first - 1
        and token.head.i < token.i
        and any(c.dep_ == "conj" and c.i > token.i and is_verb(c) and c.i <= first + 3 for c in token.head.children)
    )


@cache
def _phrase(kind: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(load('modality_en')[kind]['phrases'])})\b")
