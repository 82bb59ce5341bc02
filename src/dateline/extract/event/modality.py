"""Did it happen, is it threatened, meant, ordered, denied? What the figures' rules ask, and threats and intentions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extract.assemble.modality import modality_of
from dateline.extract.event import classes, clause, undone
from dateline.extract.event.lexicon import lexicon
from dateline.extract.sentence import Sentence
from dateline.extract.source.nouns import is_temporal
from dateline.extract.trigger.figured import Trigger
from dateline.extract.trigger.grammar import children, is_verb
from dateline.model.words import Modality
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_THREATS = frozenset({"threaten", "vow", "warn", "swear"})
_DENIALS = frozenset({"deny", "refute", "dismiss", "disprove"})
_REFUSALS = frozenset({"refuse", "decline", "fail", "avoid"})
_UNABLE = frozenset({"unable", "able", "dare"})
_ORDERS = word_set("event_words_en", "modality", "orders")
_NOBODY = frozenset({"nobody", "none", "neither"})
_NO = frozenset({"no", "neither"})
_WILL = frozenset({"will", "would", "may", "might", "could", "shall", "'ll", "wo"})
_DONE = word_set("event_words_en", "modality", "done")
"""Words whose infinitive tells what was done ("went on to seize X", "used jets to bomb X", "the first to attack")."""
_SETS_OUT = word_set("event_words_en", "modality", "sets_out")
_BRINGS_TO = word_set("event_words_en", "modality", "brings_to")
"""Verbs whose infinitive tells what came of it."""
_AHEAD = frozenset({"imminent", "looming", "inevitable"})
_BY_MEANS = frozenset({"with", "by", "through", "using"})
_STRIVES = word_set("event_words_en", "modality", "strives")
"""Words that mean an end by an infinitive alone: "fought to seize X", not "pushed back the assault"."""
_BRINGS_ABOUT = word_set("event_words_en", "modality", "brings_about")
_ENDS = frozenset({"suspend", "violate", "claim"})
"""Verbs of `carries` after which an event is what was before: "urged them to suspend the strikes"."""
_ENDS_MEANT = frozenset({"objective", "goal", "plan", "preparation"})
_SIEGES = frozenset({"siege", "blockade", "encirclement"})
_BREAKS = word_set("event_words_en", "modality", "breaks")
"""What is done to a siege that is there: "an assault meant to break the siege"."""
_DEMANDS = word_set("event_words_en", "modality", "demands")
_REJECTS = word_set("event_words_en", "modality", "rejects")
_THIS = word_set("event_words_en", "modality", "this")
_JUDGES_IT = word_set("event_words_en", "modality", "judges_it")
"""Verbs by which an event is weighed, not foretold."""
_DEALS = frozenset({"agreement", "deal", "accord"})
_IF = frozenset({"would", "could", "might"})
_LETS = word_set("event_words_en", "modality", "lets")
_SEEKS = word_set("event_words_en", "modality", "seeks")
_REPELS = frozenset({"repel", "repulse", "rebuff"})
_AIMED = frozenset({"aim", "mean", "design", "intend"})
_SENSES = frozenset({"hear", "see", "feel", "notice"})
_BY_NOUN = word_set("event_words_en", "modality", "by_noun")


def modality(token: Token, sentence: Sentence) -> Modality:
    """The modality of an event that the token tells."""
    while _joined(token):
        token = token.head
    if token.dep_ == "pobj" and token.head.head.lemma_.lower() in _DEALS:  # "failed to agree on a deal for a truce"
        token = token.head.head
    if _threatened(token):
        return "threatened"
    if _attempt_repelled(token):
        return "asserted"
    if (told := _demanded(token)) is not None:
        return told
    if _stands_until_broken(token):
        return "asserted"
    if _imagined(token) or _once(token):
        return "conditional"
    if _let(token) and (_meant(token.head) or _purpose(token.head)):  # "in place to allow aid to enter"
        return "planned"
    if _in_the_making(token):
        return "planned"
    if _braced_for(token):
        return "forecast"
    if _is_judged(token):
        return "asserted"
    if _denied(token) or undone.undone(token):
        return "negated"
    if undone.doer_asked(token):
        return "asserted"
    if _ordered(token):
        return "ordered"
    if token.dep_ == "attr" and not is_verb(token) and token.head.lemma_ == "be":  # "may be the deadliest attack"
        return "negated" if children(token.head, "neg") else "conditional" if _if_so(token.head) else "asserted"
    if _goes_on(token):
        return modality(token.head, sentence)
    if _cut_short(token):
        return "planned"
    told = modality_of(Trigger(token, "other", "event"), sentence, token, zero=False)
    if told == "conditional" and _told_before_if(token):
        told = "asserted"
    if told != "asserted":
        return told
    if (told := _said_to_be(token)) is not None:
        return told
    above = token.head
    by = above.lower_ in _BY_MEANS and is_verb(above.head)
    if by and ((_meant(above.head) and not is_verb(token)) or _purpose(above.head)):  # "came to attack X with rockets"
        return "planned"
    if _meant(token) or _purpose(token):
        return "planned"
    begun = token.dep_ in {"dobj", "obj"} or (
        token.dep_ == "xcomp" and token.tag_ == "VBG"
    )  # "a deadline to resume bombing"
    carried = begun and is_verb(above) and above.lower_ in lexicon().carries
    if carried and above.lemma_.lower() not in _ENDS:
        return modality(above, sentence)  # "denied carrying out the attack", "will be unable to launch an offensive"
    return "forecast" if _to_come(token) else "asserted"


def _attempt_repelled(verb: Token) -> bool:
    """ "Repelled an attempt to storm the village": the attack was made."""
    attempt = verb.head
    made = verb.dep_ == "acl" and attempt.lemma_.lower() in {"attempt", "bid", "push"}
    return made and attempt.dep_ in {"dobj", "obj", "nsubjpass"} and attempt.head.lemma_.lower() in _REPELS


def _told_before_if(token: Token) -> bool:
    """ "Have suffered a siege, warning of worse should it go on": what is said to be so before any condition is set."""
    verb = next((one for one in (token, *token.ancestors) if is_verb(one)), token)
    past = verb.tag_ == "VBD" or any(aux.lemma_ == "have" for aux in children(verb, "aux"))
    if not past or any(aux.lower_ in _WILL for aux in children(verb, "aux")):
        return False
    until = token.doc[token.sent.start : token.i]
    unreal = any(word.lower_ in {"if", "unless", "should", "were", *_IF} for word in until)
    marks = [child for child in children(verb, "advcl") if any(m.lower_ in {"if", "unless"} for m in child.children)]
    return not unreal and not marks


def _cut_short(verb: Token) -> bool:
    """ "Shot before they could detonate their belts": what somebody was about to do, and did not."""
    before = any(mark.lower_ == "before" for mark in children(verb, "mark"))
    return is_verb(verb) and before and any(child.lower_ == "could" for child in children(verb, "aux"))


def _said_to_be(noun: Token) -> Modality | None:
    """ "An assault is imminent", a headline's "air drops not imminent": it lies ahead, or does not."""
    if noun.dep_ == "nsubj" and any(word.lower_ in _AHEAD for word in children(noun.head, "acomp")):
        return "negated" if children(noun.head, "neg") else "forecast"
    behind = noun.doc[noun.i + 1 : min(noun.i + 4, noun.sent.end)]
    said = next((word for word in behind if word.lower_ in _AHEAD), None)
    if said is None or any(word.pos_ not in {"AUX", "ADV", "PART"} for word in behind if word.i < said.i):
        return None
    return "negated" if any(word.lower_ in {"not", "n't"} for word in behind) else "forecast"


def _joined(token: Token) -> bool:
    """ "Sought to encircle and besiege X", "aimed at weakening X and retaking Y": meant as the first one is."""
    above = token.head
    if token.dep_ != "conj" or not is_verb(token) or not is_verb(above) or above == token:
        return False
    return token.tag_ == "VB" or (token.tag_ == "VBG" and above.tag_ == "VBG" and above.dep_ == "pcomp")


def _demanded(verb: Token) -> Modality | None:
    """ "Rejected the demand they withdraw", "a call for rebels to leave": what is asked for has not happened."""
    noun = verb.head
    asked = noun.lemma_.lower() in _DEMANDS and noun.pos_ == "NOUN" and verb.tag_ in {"VB", "VBP"}
    if not asked or not is_verb(verb) or verb.dep_ not in {"relcl", "acl", "ccomp"}:
        return None
    return "negated" if noun.head.lemma_.lower() in _REJECTS else "ordered"


def _stands_until_broken(noun: Token) -> bool:
    """ "Meant to break the siege", "if it is not lifted": the siege is there, whatever is done to it."""
    verb = noun.head.head if noun.head.lower_ == "through" else noun.head
    done_to = verb != noun.head or noun.dep_ in {"dobj", "obj", "nsubjpass"}
    return noun.lemma_.lower() in _SIEGES and done_to and verb.lemma_.lower() in _BREAKS


def _is_judged(noun: Token) -> bool:
    """ "The attack could amount to a crime": it happened, whatever it may be; "the raids will go on" is to come."""
    verb = noun.head
    pointed = any(child.dep_ == "poss" or child.lower_ in _THIS or _of_a_day(child) for child in noun.lefts)
    if is_verb(noun) or noun.dep_ != "nsubj" or not pointed or verb.lemma_.lower() not in _JUDGES_IT:
        return False
    return any(child.lower_ in _WILL for child in children(verb, "aux"))


def _of_a_day(word: Token) -> bool:
    """ "Monday nights attack", its apostrophe lost."""
    return any(is_temporal(one) for one in (word, *word.lefts))


def _imagined(verb: Token) -> bool:
    """ "Taking the whole city would be a prize"."""
    if verb.tag_ != "VBG" or verb.dep_ not in {"csubj", "nsubj"} or not is_verb(verb.head):
        return False
    return any(child.lower_ in _IF for child in children(verb.head, "aux"))


def _if_so(verb: Token) -> bool:
    """ "If confirmed, it would be the first attack"."""
    would = any(child.lower_ == "would" for child in children(verb, "aux"))
    return would and any(c.lower_ == "if" for other in children(verb, "advcl") for c in children(other, "mark"))


def _once(verb: Token) -> bool:
    """ "We will say where once the convoy has arrived": not yet."""
    once = verb.dep_ == "advcl" and any(child.lower_ == "once" for child in children(verb, "mark", "advmod"))
    return once and any(child.lower_ in _WILL for child in children(verb.head, "aux"))


def _let(verb: Token) -> bool:
    return is_verb(verb) and verb.dep_ in {"ccomp", "xcomp"} and verb.head.lemma_.lower() in _LETS


def _braced_for(noun: Token) -> bool:
    """ "The town braces for renewed shelling"."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "for" and noun.head.head.lemma_.lower() == "brace"


def _in_the_making(noun: Token) -> bool:
    """ "A deal is being negotiated for a truce", "a truce is being discussed", "taking it is a goal": not yet."""
    above = noun.head
    if noun.tag_ == "VBG" and noun.dep_ in {"csubj", "nsubj"} and above.lemma_ == "be":
        goals = [word for one in children(above, "attr") for word in (one, *clause.behind(one, "of"))]
        return any(word.lemma_.lower() in _ENDS_MEANT for word in goals)
    if noun.dep_ == "pobj" and above.lower_ == "for" and above.head.lemma_.lower() in _SEEKS:
        return is_verb(above.head)
    going_on = any(child.lower_ == "being" for child in children(above, "auxpass"))
    return noun.dep_ == "nsubjpass" and going_on and above.lemma_.lower() in _SEEKS


def _goes_on(verb: Token) -> bool:
    """ "Will hand over the town and withdraw": a bare form shares the auxiliary of the verb before."""
    own = children(verb, "aux", "nsubj", "nsubjpass")
    return verb.dep_ == "conj" and verb.tag_ == "VB" and not own and is_verb(verb.head)


def _denied(token: Token) -> bool:
    """ "denied that it shelled X", "denied the attack", "refused to withdraw", "no fighting"."""
    above = token.head
    if any(child.lower_ == "no" for child in children(token, "det")) or _by_nobody(token):
        return True
    if above.lower_ in _UNABLE and is_verb(token):  # "unable to retake X", "would never dare attack it"
        return above.lower_ == "unable" or bool(children(above, "neg"))
    if above.lower_ == "for" and above.head.lemma_.lower() == "responsible":  # "is not responsible for the attack"
        return bool(children(above.head.head, "neg"))
    if above == token or not is_verb(above):
        return False
    if not is_verb(token) and _did_not_happen(token, above):
        return True
    if above.lemma_.lower() in _DENIALS and token.dep_ in {"ccomp", "xcomp", "dobj", "obj", "pcomp"}:
        return True
    return above.lemma_.lower() in _REFUSALS and token.dep_ == "xcomp"


def _by_nobody(verb: Token) -> bool:
    """ "Nobody was arrested", "received no aid", "there are no foreigners held hostage"."""
    told = children(verb, "nsubj", "nsubjpass", "dobj", "obj") if is_verb(verb) else []
    told += [verb.head] if verb.dep_ == "acl" and is_verb(verb) else []
    return any(noun.lower_ in _NOBODY or any(c.lower_ in _NO for c in children(noun, "det")) for noun in told)


def _did_not_happen(noun: Token, verb: Token) -> bool:
    """ "Clashes were not reported", "did not launch an attack", "failed to reach a truce"."""
    told = lexicon().happens | lexicon().carries
    if verb.lower_ not in told or noun.dep_ not in {"nsubj", "nsubjpass", "dobj", "obj"}:
        return False
    refused = verb.dep_ == "xcomp" and verb.head.lemma_.lower() in _REFUSALS
    return refused or any(child.dep_ == "neg" for child in verb.children)


def _ordered(token: Token) -> bool:
    """ "ordered troops to withdraw": whether they did is not said."""
    if is_verb(token) and clause.given_time(token):
        return True
    to = any(child.lower_ == "to" for child in children(token, "aux"))
    return to and token.dep_ in {"xcomp", "ccomp"} and token.head.lemma_.lower() in _ORDERS


def _purpose(token: Token) -> bool:
    """ "set up a base to develop attacks", "sent troops to retake X": what something is for has not happened."""
    verb = token.head if token.dep_ in {"dobj", "obj"} else token
    if (
        verb != token and verb.lower_ not in lexicon().carries and verb.lemma_.lower() not in _BRINGS_ABOUT
    ):  # "fled to escape the fighting"
        return False
    told = classes.is_event(verb.head) or verb.head.lower_ in _DONE  # "the latest blast to hit X"
    if verb.dep_ in {"acl", "relcl"} and told:
        return False
    aimed = verb.head.lemma_.lower() in _SETS_OUT or (verb != token and verb.lemma_.lower() in _BRINGS_ABOUT)
    sets_out = verb.dep_ == "xcomp" and aimed  # "are travelling to fight X", "was dissolved to allow strikes"
    told_aside = verb.dep_ in {"advcl", "acl", "relcl"} or sets_out
    if not is_verb(verb) or not told_aside or verb.head.lemma_.lower() in _DONE:
        return False
    if verb.dep_ == "advcl" and verb.head.lemma_.lower() in _BRINGS_TO:  # "leading the army to bomb X"
        return False
    if verb.lemma_.lower() in lexicon().judges:  # "resigned to protest the murder of X"
        return False
    return verb.tag_ == "VB" and any(child.lower_ == "to" for child in children(verb, "aux"))


def _to_come(token: Token) -> bool:
    """ "The bombing will continue", "an attack could follow"."""
    above = token.head
    if token.dep_ not in {"nsubj", "nsubjpass"} or not is_verb(above) or above == token:
        return False
    if above.lemma_.lower() in _SENSES:  # "the bombing could be heard"
        return False
    done = any(child.lemma_ == "have" for child in children(above, "aux"))
    return not done and any(child.lower_ in _WILL for child in children(above, "aux"))


def _threatened(token: Token) -> bool:
    """ "threatened to attack", "vowed to retake", "threatened an attack"."""
    above = token.head
    if above == token or above.lemma_.lower() not in _THREATS or not is_verb(above):
        return False
    to = any(child.lower_ == "to" for child in children(token, "aux"))
    return to or (above.lemma_.lower() == "threaten" and token.dep_ in {"dobj", "obj"})


def _meant(token: Token) -> bool:
    """ "tried to seize", "the objective of capturing", "a bid to retake", "plans an offensive"."""
    above, plans = token.head, lexicon().plans
    if above == token:
        return False
    lemma = above.lemma_.lower()
    aims = [noun for noun in children(above, "dobj", "obj") if noun.lemma_.lower() in plans and noun.i < token.i]
    if aims and token.dep_ in {"xcomp", "advcl"} and token.tag_ == "VB":  # "pursues the operation to free X"
        return True
    if is_verb(token) and token.dep_ in {"xcomp", "acl", "advcl", "ccomp"}:
        return _due(token) or (any(child.lower_ == "to" for child in children(token, "aux")) and lemma in plans)
    if token.dep_ in {"dobj", "obj", "nsubjpass"}:
        if lemma in _BRINGS_ABOUT and above.dep_ == "pcomp":  # "attempts at securing a truce"
            return above.head.head.lemma_.lower() in plans
        if token.dep_ == "nsubjpass" and lemma in _AIMED:  # "the shelling is aimed at driving them out"
            return False
        return is_verb(above) and (lemma in plans - _STRIVES or _due(above))
    if token.dep_ in {"pcomp", "pobj"} and above.lower_ in _BY_NOUN:
        if token.dep_ == "pobj" and above.lower_ in {
            "in",
            "of",
        }:  # "fighters in their offensive", "the aim of the raids"
            return above.lower_ == "of" and above.head.lemma_.lower() in _ENDS_MEANT
        return above.head.lemma_.lower() in plans
    return False


def _due(verb: Token) -> bool:
    """ "The envoys were to meet": set for a day to come."""
    due = verb.dep_ == "xcomp" and verb.head.lemma_ == "be"
    return due and any(child.lower_ == "to" for child in children(verb, "aux"))
