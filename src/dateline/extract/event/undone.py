"""What a clause says was not done (not allowed, not managed, something else instead), or asks only who did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extract.event.lexicon import lexicon
from dateline.extract.trigger.grammar import children, is_verb
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_LETS = word_set("undone_en", "undone", "lets")
_KEEPS = word_set("undone_en", "undone", "keeps")
_STOPS = word_set("undone_en", "undone", "stops")
_TRACES = word_set("undone_en", "undone", "traces")
_AIMS = word_set("undone_en", "undone", "aims")
_INSTEAD = word_set("undone_en", "undone", "instead")
_ENDINGS = word_set("undone_en", "undone", "endings")
_BREAKS = word_set("undone_en", "undone", "breaks")
_SIEGES = word_set("undone_en", "undone", "sieges")
_ASKS = word_set("undone_en", "undone", "asks")
_MADE_SAFE = word_set("undone_en", "undone", "made_safe")
_SET = word_set("undone_en", "undone", "set")


def undone(token: Token) -> bool:
    """ "Was not able to enter", "were not allowed to reach", "rather than fighting", "not a car bomb"."""
    return (
        _not_let(token)
        or _another_instead(token)
        or _aimed_at_none(token)
        or _kept_from(token)
        or _yet_to(token)
        or _no_trace_of(token)
    )


def aid_stopped(noun: Token) -> bool:
    """ "Suspended food distribution", "aid deliveries were halted"."""
    return noun.dep_ in {"dobj", "obj", "nsubjpass"} and noun.head.lemma_.lower() in _STOPS


def kept_back(verb: Token) -> bool:
    """ "To stop them from advancing", "to prevent the army's advance": what somebody means to prevent, none told of."""
    above = _keeper(verb)
    if above is None and verb.dep_ == "ccomp" and verb.head.lemma_.lower() in {"stop", "prevent"}:
        above = verb.head
    return above is not None and (above.tag_ == "VB" or above.dep_ in {"pcomp", "amod"})


def _kept_from(verb: Token) -> bool:
    """ "Stopped them from entering", "refrained from bombing X", "held off on new raids"."""
    above, on = _keeper(verb), verb.head
    if above is not None:
        return above.tag_ != "VB"
    held = on.lower_ == "on" and on.head.lemma_.lower() == "hold" and verb.dep_ in {"pobj", "pcomp"}
    return held and any(child.lower_ == "off" for child in children(on.head, "prt"))


def _keeper(verb: Token) -> Token | None:
    """The verb that keeps somebody "from" it."""
    kept = verb.dep_ == "pcomp" and verb.head.lower_ == "from" and verb.head.head.lemma_.lower() in _KEEPS
    return verb.head.head if kept else None


def _yet_to(verb: Token) -> bool:
    """ "The convoy has yet to cross into X"."""
    above = verb.head
    begun = [child for child in children(above, "xcomp") if child.lemma_.lower() in _COMES]
    have = (verb.dep_ == "xcomp" or (verb.dep_ == "nsubj" and bool(begun))) and above.lemma_ in {"have", "be"}
    return have and any(child.lower_ == "yet" for child in (*above.children, *verb.lefts))


def _no_trace_of(noun: Token) -> bool:
    """ "With no word of a new truce", "no sign of a withdrawal"."""
    of = noun.head
    trace = of.head if noun.dep_ == "pobj" and of.lower_ == "of" else noun
    return trace.lemma_.lower() in _TRACES and any(child.lower_ == "no" for child in children(trace, "det"))


def _not_let(verb: Token) -> bool:
    """Negated is the word above the infinitive, or the form of "be" that the word stands behind."""
    above = verb.head
    if verb.dep_ not in {"xcomp", "ccomp"} or above == verb:
        return False
    if above.lower_ == "able":
        return bool(children(above, "neg") or children(above.head, "neg"))
    return above.lemma_.lower() in _LETS and bool(children(above, "neg"))


def _another_instead(token: Token) -> bool:
    """ "Works with X rather than fighting it", "a rocket and not a car bomb"."""
    if token.dep_ == "pcomp" and token.head.lower_ in {"than", "of"}:
        return any(child.lower_ in _INSTEAD for child in (token.head.head, *token.head.children))
    return not is_verb(token) and token.dep_ == "conj" and bool(children(token, "neg"))


def _aimed_at_none(noun: Token) -> bool:
    """ "Air strikes do not target X": of all of them, in the present; "the strike did not hit X" tells one."""
    verb = noun.head
    if noun.dep_ != "nsubj" or noun.tag_ not in {"NNS", "NNPS"} or verb.lemma_.lower() not in _AIMS:
        return False
    bare = not any(child.dep_ in {"det", "nummod", "poss"} for child in noun.children)
    return bare and bool(children(verb, "neg")) and any(child.lower_ == "do" for child in children(verb, "aux"))


def doer_asked(noun: Token) -> bool:
    """ "It is unclear if the raid was carried out by X or Y": the raid is told, not by whom."""
    verb = noun.head
    above = verb.head
    if (
        noun.dep_ == "pobj"
        and above.lemma_ in {"involve", "use"}
        and above.dep_ == "acl"
        and above.head.dep_ == "nsubj"
    ):
        return asked(above.head.head)  # "unclear if the planes involved in the attack were Orvelian"
    carried = noun.dep_ == "nsubjpass" and verb.lower_ in lexicon().carries
    pointed = any(child.lower_ in {"the", "that", "this", "those", "these"} for child in children(noun, "det"))
    return carried and pointed and asked(verb)


def asked(verb: Token) -> bool:
    """The verb stands behind "if" or "whether", asked by the words before it ("it was not clear whether")."""
    marks = [child for child in children(verb, "mark") if child.lower_ in _ASKS]
    return any(mark.i > verb.head.i for mark in marks)


def made_safe(verb: Token) -> bool:
    """ "Dismantled a bomb that had been planted in X": it never went off."""
    noun = verb.head
    planted = verb.lemma_.lower() in _SET and verb.dep_ in {"relcl", "acl"}
    return planted and noun.head.lemma_.lower() in _MADE_SAFE


def compared_with(noun: Token) -> bool:
    """ "Three times bigger than barrel bombs": with what there is of them; "more than 50 air strikes" are told."""
    than = noun.head
    counted = any(child.dep_ in {"nummod", "det", "poss"} for child in noun.children)
    return noun.dep_ == "pobj" and than.lower_ == "than" and noun.tag_ == "NNS" and not counted


_NOT_YET = word_set("undone_en", "undone", "not_yet")
_PAST = frozenset({"VBD", "VBZ"})
"""Tags of what is said to be so: "said that the siege was broken", not "demanded that it be lifted"."""
_COMES = word_set("event_words_en", "undone", "comes")
_MANAGES = frozenset({"manage", "succeed", "able"})


def brought_to_an_end(noun: Token) -> bool:
    """ "A halt of fighting", "an end to the shelling", "broke the siege": what is told is that it is over."""
    above = noun.head
    of = noun.dep_ == "pobj" and above.lower_ in {"of", "on", "to", "in"}
    if of and above.head.lemma_.lower() in _ENDINGS and not is_verb(above.head):
        return True
    done = {above.tag_, *(aux.tag_ for aux in children(above, "aux", "auxpass"))} & _PAST
    marks = [mark for mark in children(above, "mark") if mark.lower_ in _NOT_YET]
    standing = children(above, "neg") or [mark for mark in marks if mark.lower_ != "that" or not done]
    if noun.lemma_.lower() not in _SIEGES or standing:
        return False
    object_of = above.lower_ if noun.dep_ in {"dobj", "obj", "nsubjpass"} else ""
    if object_of in {"break", "lift"} and above.dep_ == "xcomp" and above.head.lemma_.lower() in _MANAGES:
        return not children(above.head, "neg")  # "managed to break the siege"
    beside = noun.nbor(-1).lower_ if noun.i else ""  # a headline's capitals hide the verb
    return not _BREAKS.isdisjoint({object_of, beside})
