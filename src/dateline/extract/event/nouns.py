"""Who does, and suffers, what a noun tells: "an attack by A on B", "A's withdrawal", "A carried out an attack"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extract.event import beside, classes, clause, offensive, supposed
from dateline.extract.event.clause import passive
from dateline.extract.event.lexicon import lexicon
from dateline.extract.event.undone import asked
from dateline.extract.source.nouns import is_temporal
from dateline.extract.trigger.grammar import children, is_verb
from dateline.vocab.countries import capitals, names
from dateline.vocab.fold import fold
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_AGAINST = ("against", "on", "upon", "at", "onto", "over", "toward", "towards")
_BY_MEANS = frozenset({"with", "through", "using"})
_BROKERS = word_set("event_words_en", "nouns", "brokers")
_GOES = frozenset({"withdrawal", "retreat", "pullout", "evacuation"})
"""What goes "from" a country, which does nothing."""
_CLIMBS = 5
_GOES_ON = word_set("doers_en", "doers", "goes_on")
_KILLS = frozenset({"kill", "wound", "injure", "hurt"})
"""What a headline says of those who suffer it ("two killed in X")."""
_FORCES = frozenset({"force", "drive", "push", "press"})
_WARD_OFF = word_set("event_words_en", "nouns", "ward_off")
_DENY = frozenset({"deny", "disclaim", "reject"})
_STAND = frozenset({"be", "go", "remain"})
_WATCHES = frozenset({
    "monitor", "oversee", "supervise", "observe", "guarantee", "sponsor", "support", "back", "welcome", "discuss",
    "document", "film", "watch", "hear", "see", "witness", "cover", "flee", "escape", "follow", "report", "condemn",
    "help", "broker", "mediate", "demand", "urge", "propose", "hail", "praise", "describe", "mark", "include",
})  # fmt: skip
"""What is done to a fight, talks or a truce by those who are no side of it."""
_APART = word_set("event_words_en", "nouns", "apart")
"""Prepositions behind which is another event than what the verb above tells."""
_STAND_UNDER = word_set("event_words_en", "nouns", "stand_under")
_WITHIN = word_set("event_words_en", "nouns", "within")


def doers(noun: Token, first: Token, *, sides: bool) -> list[Token]:
    """The nouns that name who does it, as its own phrase, its verb or the noun before it says.

    `first` is the first word of what tells it ("air" of "air strikes").
    """
    peoples, whole = not sides, _series(noun)
    named = [doer for doer in beside.named_before(first, peoples=peoples) if doer.lower_ not in _WARD_OFF]
    found = named or [one for one in children(noun, "poss") if one.tag_ != "PRP$"]
    goes = noun.lemma_.lower() in _GOES or noun.lemma_.lower() in lexicon().parties
    of_body = [doer for doer in clause.behind(noun, "from") if not goes or fold(doer.text) not in names()]
    of_body = [doer for doer in of_body if fold(doer.text) not in capitals()]  # "an explosion not far from the capital"
    found += clause.behind(noun, "by") or of_body or beside.named_behind(noun)
    found += [doer for verb in children(noun, "acl", "relcl") for doer in _blamed(verb) or _brokered(noun, verb)]
    carried = [verb for verb in _carried_out(whole) if not asked(verb)]  # "unclear if the raid was carried out by X"
    found += [doer for verb in carried for doer in clause.done_by(verb) or _from_aircraft(verb)]
    found += supposed.supposed(noun)
    found += _begun(whole) or _above(whole, sides=sides)
    found = found or offensive.leaders(noun)
    if noun.dep_ == "nsubj" and noun.head.tag_ in {"VBD", "VBN"} and noun.head.lower_ in lexicon().harms:
        found += clause.behind(noun.head, "by")  # "bombs dropped by helicopters hit X"
    if noun.lemma_.lower() == "reinforcement" and noun.dep_ in {"dobj", "obj"}:  # "the army sent reinforcements"
        found += clause.done_by(noun.head)
    if sides:
        found += _fallen_in(noun)
    if not found and noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "PROPN"}:
        found = doers(noun.head, noun.head, sides=sides)
        if not classes.is_event(noun.head):  # "the Orvelian war and new air strikes"
            beside_it = beside.named_before(noun.head, peoples=peoples)
            found = [doer for doer in found if doer not in beside_it]
    if not found:
        found = [doer for other in children(noun, "conj") for doer in clause.behind(other, "by")]
    if noun.tag_ == "VBG":
        found += children(noun, "nsubj")
    return [doer for doer in found if doer != noun]


def done_to(noun: Token, *, sides: bool = False) -> list[Token]:
    """The nouns that name whom it is done to; of `sides` those it is fought or agreed with, not what it is "on"."""
    found = clause.behind(noun, *(("against",) if sides else _AGAINST), "with")
    found += _broken_out_with(noun) if sides else []
    if not found:
        found = [target for other in children(noun, "conj") for target in clause.behind(other, *_AGAINST)]
    found = [target for target in found if not _killed_beside(noun, target)]
    found += [*_foils(noun), *_under(noun)]
    for verb in _carried_out(noun):
        found += clause.behind(verb, *_AGAINST)
    if noun.dep_ in {"dobj", "obj"} and noun.head.lower_ in lexicon().wards:
        found += clause.done_by(noun.head)
    aims = lexicon().aims
    warded = noun.dep_ in {"dobj", "obj"} and noun.head.lower_ in lexicon().wards  # "foiled an attack killing ten"
    for verb in [*children(noun, "acl", "relcl"), noun.head]:
        of_noun = verb != noun.head or noun.dep_ == "nsubj"
        if warded and verb.dep_ == "acl" and verb.tag_ == "VBG":
            continue
        if of_noun and is_verb(verb) and verb.lower_ in aims and not passive(verb):
            found += clause.done_to(verb)
    return found


def _broken_out_with(noun: Token) -> list[Token]:
    """ "Clashes that erupted with soldiers", "fighting broke out with them"."""
    verbs = [*children(noun, "acl", "relcl"), *([noun.head] if noun.dep_ == "nsubj" else [])]
    return [one for verb in verbs if verb.lemma_.lower() in _GOES_ON for one in clause.behind(verb, "with", "against")]


def _under(noun: Token) -> list[Token]:
    """ "The group is under attack": whom it is done to; a town is where."""
    above = noun.head.head
    if noun.head.lower_ != "under" or above.lemma_.lower() not in _STAND_UNDER or children(noun, "det"):
        return []
    return [one for one in clause.subjects(above) if fold(one.text) not in names().keys() | capitals().keys()]


def _foils(noun: Token) -> list[Token]:
    """ "Orvelian Army Foils Attack": the parser takes a headline's verb for a name; who foils it is attacked."""
    verb = noun.nbor(-1) if noun.i - 1 > noun.sent.start else noun
    foiled = verb.lower_ in _WARD_OFF and verb.pos_ in {"NOUN", "PROPN"} and verb.is_title
    return [verb.nbor(-1)] if foiled and verb.nbor(-1).pos_ in {"NOUN", "PROPN"} else []


def _killed_beside(noun: Token, target: Token) -> bool:
    """ "Foils Attack on Orvel Killing 60 Rebels": whom another killed beside it."""
    return any(word.text in {"Killing", "Kills", "Kill", "Wounding"} for word in noun.doc[noun.i : target.i + 1])


def _series(noun: Token) -> Token:
    """ "A series of attacks", "many of the attacks": the word that stands for them in the clause."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ in lexicon().series:
        return noun.head.head
    return noun


def _blamed(verb: Token) -> list[Token]:
    """ "Attacks blamed on rebels", "attacks that the army blames on rebels"."""
    others = any(child.lower_ == "to" for child in children(verb, "aux"))  # "the first of the raids to be blamed on X"
    return clause.behind(verb, "on", "upon") if verb.lemma_.lower() == "blame" and not others else []


def _brokered(noun: Token, verb: Token) -> list[Token]:
    """ "A truce brokered by A and B"."""
    told = lexicon().nouns.get(noun.lemma_.lower())
    agreed = told is not None and told.type in {"ceasefire", "talks"}
    return clause.behind(verb, "by") if agreed and verb.lemma_.lower() in _BROKERS else []


def _from_aircraft(verb: Token) -> list[Token]:
    """ "Bombs dropped from helicopters"."""
    aircraft = lexicon().classes["aircraft"]
    return [noun for noun in clause.behind(verb, "from") if noun.lemma_.lower() in aircraft]


def owners(noun: Token, *, peoples: bool = True) -> list[Token]:
    """ "the army's withdrawal", "fifty US missiles", "rebel shells"; with `peoples` "Orvelian shells"."""
    return beside.named_before(noun, peoples=peoples) or children(noun, "poss")


def _carried_out(noun: Token) -> list[Token]:
    """Verbs by which somebody does what the noun tells: above it, or behind it as a participle or relative clause."""
    carries = lexicon().carries
    behind = [verb for verb in children(noun, "acl", "relcl") if verb.lower_ in carries]
    behind += supposed.carried_behind_place(noun)
    found = [verb for verb in behind if not children(verb, "ccomp")]  # "an attack for which they claimed X stood"
    verb = noun.head
    if verb.lower_ in carries and is_verb(verb):
        above = noun.dep_ in {"dobj", "obj"} or (noun.dep_ == "nsubjpass" and passive(verb))
        found += [verb] if above else []
    if noun.dep_ in {"nsubj", "nsubjpass"}:  # "was suspected to have been carried out by X"
        found += [below for below in children(verb, "xcomp") if below.lower_ in carries and passive(below)]
    return found


def _fallen_in(noun: Token) -> list[Token]:
    """ "Two soldiers were killed in clashes with rebels": those who fell are of a side, where the other is named."""
    above = noun.head.head
    others = clause.behind(noun, "with", "against") or _broken_out_with(noun)
    if others and (fought := offensive.fought_before(noun)):
        return fought
    if noun.head.lower_ not in {"in", "during"} or not others or not is_verb(above):
        return []
    return clause.done_to(above) if passive(above) else [s for s in clause.subjects(above) if above.lemma_ == "die"]


def _begun(noun: Token) -> list[Token]:
    """ "Orvelian groups launched on Sunday attacks": the parser takes the day into the noun's phrase."""
    verb = noun.head.head
    dated = any(is_temporal(child) for child in noun.children if child.i < noun.i)
    if noun.dep_ != "pobj" or not dated or verb.lower_ not in lexicon().carries or verb.i > noun.i:
        return []
    return [verb.head] if verb.dep_ == "acl" else clause.done_by(verb)


def _above(noun: Token, *, sides: bool) -> list[Token]:
    """ "A killed four in an attack", "A enjoyed a truce", "A is responsible for the attack", "A is blamed for it"."""
    verb = noun.head
    if sides and noun.dep_ in {"dobj", "obj"} and is_verb(verb):
        return [] if verb.lemma_.lower() in _WATCHES else clause.done_by(verb)
    if noun.dep_ not in {"pobj", "dobj", "obj", "pcomp"}:
        return []
    if verb.pos_ != "ADP":
        return []
    word, above = verb.lower_, verb.head
    if word == "of" and above.lemma_.lower() == "accuse":
        return clause.done_to(above)
    if word == "for":
        return _held_for(above)
    if word == "into" and above.lemma_.lower() in _FORCES:
        return clause.done_to(above)
    if word == "on" and above.lemma_ in _STAND and noun.lemma_ == "offensive":
        return clause.done_by(above)
    if word == "behind" and above.lemma_ == "be":
        return [] if _asked(above) or children(above, "neg") else clause.done_by(above)
    if word == "in" and above.lower_ in lexicon().engages:
        return _with_first(above) if passive(above) else clause.done_by(above)
    return _doing_within(word, above)


def _with_first(verb: Token) -> list[Token]:
    """ "The army and groups involved in the truce": the first of the two, too."""
    first = verb.head.head if verb.dep_ == "acl" and verb.head.dep_ == "conj" else None
    joined = first is not None and first.pos_ in {"NOUN", "PROPN"}
    return [*([first] if first is not None and joined else []), *clause.done_to(verb)]


def _asked(verb: Token) -> bool:
    """ "Could not tell whether A or B was behind it": nobody says who."""
    return any(child.lower_ in {"whether", "if", "who"} for child in children(verb, "mark", "nsubj"))


def _doing_within(word: str, above: Token) -> list[Token]:
    """ "A killed four in an attack", "A drove B out with an offensive"; "two killed in an attack" are none of them."""
    if above.lemma_.lower() in lexicon().judges or above.lower_ == "including":  # "criticised X for raids including …"
        return []
    if word in _BY_MEANS and is_verb(above) and not clause.passive(above):
        aimed = word == "with" and above.lower_ in lexicon().aims and above.lemma_.lower() not in _KILLS
        return [] if _without_object(above) and not aimed else clause.done_by(above)
    if word in _WITHIN and is_verb(above) and above.lower_ in lexicon().harms:
        its_own = word == "by" and clause.passive(above)  # "killed by an attack and rebel fire"
        return [] if its_own or _without_object(above) else clause.done_by(above)
    if word in _WITHIN and not is_verb(above):
        return _of_object(above)
    return []


def _of_object(noun: Token) -> list[Token]:
    """ "Killed ten in an attack", "killed ten including a child in it": the parser hangs it on who was killed."""
    at = noun
    for _ in range(_CLIMBS):
        if at.dep_ in {"dobj", "obj"}:
            verb = at.head
            return clause.done_by(verb) if verb.lower_ in lexicon().carries | lexicon().harms else []
        if at.head == at or at.dep_ not in {"pobj", "prep", "nummod", "appos"} or at.lower_ in _APART:
            return []  # "sent a letter after the death of five in an attack"
        at = at.head
    return []


def _without_object(verb: Token) -> bool:
    """ "Two civilians killed in an attack": a headline's participle; not "killed ten and wounded 40 Tuesday in it"."""
    if verb.i + 1 < verb.sent.end and verb.nbor().like_num and verb.tag_ == "VBD":
        return False
    return verb.tag_ in {"VBD", "VBN"} and not passive(verb) and not clause.done_to(verb)


def _held_for(above: Token) -> list[Token]:
    if above.head.lemma_.lower() in _DENY or children(above.head, "neg"):  # "denied responsibility for it"
        return []
    if above.lemma_.lower() == "responsible" and is_verb(above.head):
        return clause.done_by(above.head)
    if above.lemma_.lower() in {"responsibility", "credit"} and is_verb(above.head):
        return clause.done_by(above.head)
    if above.lemma_.lower() == "responsibility" and children(above, "poss"):
        return [one for one in children(above, "poss") if one.tag_ != "PRP$"]
    if above.lemma_.lower() == "responsibility" and above.head.lower_ == "of":  # "accused X of responsibility for it"
        noun = above.head.head
        return [noun] if noun.dep_ in {"dobj", "obj"} and noun.head.lemma_ == "accuse" else []
    if above.lemma_.lower() in lexicon().plans and is_verb(above):
        return clause.done_by(above)
    if above.lemma_.lower() == "blame" and is_verb(above):
        return clause.done_to(above)
    if above.dep_ in {"dobj", "obj"} and above.head.lemma_.lower() == "blame":  # "blaming rebels for the attack"
        return clause.with_others([above])
    return []
