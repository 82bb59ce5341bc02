"""Words of events that tell none: wished, feared, ordered to end, meant of any, key words, names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extract.event import classes, clause, undone
from dateline.extract.event.lexicon import lexicon
from dateline.extract.sentence import Sentence
from dateline.extract.source.kinds import last_type
from dateline.extract.trigger.grammar import children, is_verb
from dateline.vocab.actors import known_actors
from dateline.vocab.countries import names
from dateline.vocab.fold import fold
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_GOVERNS = 3
_DONE_TO = word_set("event_words_en", "told_of_none", "done_to")
"""Verbs that are never told without whom: a headline's "25 rebels killed" is a passive."""
_HURT = frozenset({"injured", "wounded", "hurt"})
_SENDS = word_set("event_words_en", "told_of_none", "sends")
"""Verbs by which reinforcements come."""
_ARMED = frozenset({"military", "armed_group"})
_STOPS = word_set("event_words_en", "told_of_none", "stops")
_SPOKEN = word_set("event_words_en", "told_of_none", "spoken")
"""What is taken back by saying so, and no force."""
_SOMEBODY = {"civilian", "force", "name"}
"""The classes of a proper name of which nothing else is known."""
_POINTING = word_set("event_words_en", "told_of_none", "pointing")
_ENDS = word_set("event_words_en", "told_of_none", "ends")
_ORDERS = word_set("event_words_en", "told_of_none", "orders")
_TAGS = frozenset({"Tags", "TAGS", "Tags:", "Keywords"})
_FAR_TAG = 30
"""Words behind "Tags" among which key words are sought, whatever sentences the parser makes of them."""
_USUAL = word_set("event_words_en", "told_of_none", "usual")
_RULES = word_set("event_words_en", "told_of_none", "rules")
_BANNERS = word_set("event_words_en", "told_of_none", "banners")
_MINDED = word_set("event_words_en", "told_of_none", "minded")
"""What somebody is about doing something, whether or not it is done ("is not sincere in fighting X")."""
_ASKING = frozenset({"whose", "who", "which", "what"})
_DISSUADES = word_set("event_words_en", "told_of_none", "dissuades")
_OF_SENTENCES = frozenset({"ADP", "DET", "AUX", "PRON", "SCONJ"})


def only_wished(token: Token) -> bool:
    """Feared, planned, condemned: what stands above the noun, or before it, makes it none that happened."""
    words = lexicon()
    if any(t.lower_ in words.not_before for t in token.doc[max(0, token.i - 2) : token.i]):
        return True
    above, ended = token, False
    for step in range(_GOVERNS + 1):
        if above.head == above or (step == _GOVERNS and not ended):
            break
        above = above.head
        ended = ended or above.lemma_.lower() in _ENDS
        if above.lemma_.lower() in words.not_before or _against(above):
            return True
        if is_verb(above):
            lemma = above.lemma_.lower()
            wished = (
                lemma in words.wishes
                or (ended and lemma in _ORDERS)
                or (lemma in words.judges and not _a_single_one(token))
            )
            return wished and token.dep_ not in {"nsubj", "nsubjpass"}
    return False


def only_spoken_of(verb: Token) -> bool:
    """ "These shells can destroy a house", "it is not about retaking towns": nothing is said to have happened."""
    if verb.dep_ == "pcomp" and (verb.head.lower_ == "about" or _against(verb.head)):
        return True
    if verb.dep_ == "pcomp" and verb.head.lower_ in {"in", "of"} and verb.head.head.lower_ in _MINDED:
        return True
    if _crosses(verb) or (verb.lemma_ == "demonstrate" and children(verb, "ccomp")):
        return True
    if verb.lemma_ == "withdraw" and any(one.lemma_.lower() in _SPOKEN for one in clause.done_to(verb)):
        return True
    if verb.lemma_ == "protest" and clause.passive(verb):  # "the deal was protested by the ministry"
        return True
    if verb.lower_ == "surrounding" and _of_a_place(verb.head):  # "the area surrounding the square"
        return True
    if _as_a_rule(verb) or undone.kept_back(verb):
        return True
    auxiliaries = {child.lower_ for child in children(verb, "aux")}
    return bool(auxiliaries & {"can", "ca"})


def _of_a_place(noun: Token) -> bool:
    """ "The area", "positions of the rebels": what lies somewhere."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in lexicon().grounds:
        return True
    return noun.pos_ == "ADP" or noun.lemma_.lower() in lexicon().classes["place"]


def _as_a_rule(verb: Token) -> bool:
    """ "The group usually targets X", "uses the crossing to bring in food", "the rules of coalition targeting"."""
    if any(child.lower_ in _RULES for child in children(verb, "advmod")):
        return True
    if verb.dep_ == "xcomp" and verb.head.lemma_ == "use" and verb.head.tag_ in {"VBP", "VBZ"}:
        return True
    if verb.lower_ == "targeting" and not clause.done_to(verb):
        return True
    if verb.dep_ == "ccomp" and verb.tag_ in {"VBP", "VBZ"} and verb.lemma_.lower() in lexicon().aims:
        return any(
            word.lower_ == "only" for word in verb.doc[verb.i : verb.i + 3]
        )  # "they say they target only rebels"
    return verb.lemma_.lower() == "fight" and any(n.lower_ in _BANNERS for n in clause.behind(verb, "under"))


def _crosses(verb: Token) -> bool:
    """ "Entered Orvelia": who crosses into a country takes no ground by it."""
    return verb.lemma_ == "enter" and any(fold(one.text) in names() for one in clause.done_to(verb))


def fights_for(verb: Token) -> bool:
    """ "Men fighting for the Front": whose they are, and no fight."""
    whose = clause.behind(verb, "for", "alongside") if verb.lower_ == "fighting" and verb.dep_ == "acl" else []
    if verb.lower_ == "fighting" and verb.dep_ == "acl" and not clause.done_to(verb) and _to_topple(verb):
        return True
    theirs = any(noun.lemma_.lower() in lexicon().parties or _a_force(noun) for noun in whose)
    return theirs and not clause.done_to(verb)


def _to_topple(verb: Token) -> bool:
    """ "Rebels fighting to overthrow the president": what they are for."""
    ends = children(verb, "xcomp", "advcl")
    return any(end.lemma_.lower() in {"topple", "overthrow", "oust", "unseat", "depose"} for end in ends)


def _a_force(name: Token) -> bool:
    return any(
        found.actor.type in _ARMED for found in known_actors().find(name.doc[name.left_edge.i : name.i + 1].text)
    )


def tag_before(word: Token) -> bool:
    """The word opens a list of key words, alone or behind one that describes it ("Tags missile attacks")."""
    return any(token.text in _TAGS for token in word.doc[max(0, word.i - 2) : word.i])


def is_tag(noun: Token) -> bool:
    """ "Tags Orvel shelling ceasefire": a key word that the page is filed under, no word of a sentence between."""
    for token in reversed(noun.doc[max(0, noun.i - _FAR_TAG) : noun.i]):
        if token.text in _TAGS:
            return True
        if token.i and token.nbor(-1).text in _TAGS:
            continue  # "Tags blockade shelling": the first key word taken for a verb
        if token.pos_ in _OF_SENTENCES or (is_verb(token) and token.dep_ != "amod"):
            return False
    return False


def headline_participle(verb: Token) -> bool:
    """ "Battle rages as rebels encircled": who is encircled, though the parser finds no passive."""
    bare = verb.tag_ in {"VBD", "VBN"} and verb.dep_ != "conj" and not clause.passive(verb)
    return bare and not clause.done_to(verb)


def in_general(noun: Token) -> bool:
    """ "It determines whose planes carry out raids": what is asked of any of them, whenever they are."""
    verb = noun.head
    after = noun.doc[noun.i + 1 : noun.i + 3]
    to = any(child.lower_ == "to" for child in children(noun, "prep"))
    if after.text.lower() == "-like" or (noun.lemma_ == "blockade" and to):
        return True  # "siege-like conditions", "a blockade to progress"
    if noun.dep_ == "pobj" and verb.lower_ in {"from", "of"} and _common(noun):
        return True
    if noun.dep_ == "nsubj" and verb.lemma_ == "be":  # "air force attacks are not rare"
        return noun.tag_ == "NNS" and any(said.lower_ in _USUAL for said in children(verb, "acomp"))
    if noun.dep_ in {"dobj", "obj"} and noun.tag_ == "NNS" and verb.tag_ == "VBP" and verb.dep_ == "advcl":
        return any(mark.lower_ in {"before", "whenever"} for mark in children(verb, "mark", "advmod"))
    if noun.dep_ not in {"dobj", "obj"} or noun.tag_ != "NNS" or verb.dep_ not in {"ccomp", "advcl", "pcomp", "xcomp"}:
        return False
    doers = children(verb, "nsubj")
    asked = any(word.lower_ in _ASKING for one in (verb, *doers) for word in (one, *one.children))
    return asked and (verb.tag_ in {"VBP", "VBZ"} or verb.head.lemma_.lower() in {"determine", "establish"})


def _common(noun: Token) -> bool:
    """ "High tolls from attacks are not rare": of any of them."""
    above = next((one for one in noun.ancestors if is_verb(one)), noun)
    subject = any(one.dep_ == "nsubj" and one.head == above for one in noun.ancestors)
    usual = any(said.lower_ in _USUAL for said in children(above, "acomp"))
    return noun.tag_ == "NNS" and above.lemma_ == "be" and usual and subject


def in_a_name(noun: Token, sentence: Sentence) -> bool:
    """ "Fighters of the Storm of the North brigade": called after a storm, among words in small letters."""
    if not noun.text.istitle() or sentence.headline or noun.i == noun.sent.start or noun.i + 1 >= len(noun.doc):
        return False
    return noun.nbor(-1).text.islower() and noun.nbor().pos_ != "PROPN"


def known_hazard(noun: Token) -> bool:
    """ "Ten days after the flood": told elsewhere, "flood waters", "storm-hit": a kind. "The flood in X" is neither."""
    after = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
    if after.text == "-" or after.pos_ == "NOUN":
        return True
    if not any(child.lower_ in _POINTING for child in noun.children):
        return False
    return not any(child.dep_ in {"prep", "relcl", "acl"} for child in noun.children)


def _against(preposition: Token) -> bool:
    """ "Warned against new air strikes", "voted against bombing X"."""
    return preposition.lower_ == "against" and preposition.head.lemma_.lower() in _DISSUADES


def _a_single_one(noun: Token) -> bool:
    """ "The murder of X", "last week's attack on the market": said of one that happened, whatever is thought of it."""
    marked = any(child.dep_ == "poss" or child.lower_ in _POINTING for child in noun.children)
    return marked and any(child.dep_ in {"poss", "prep", "agent"} for child in noun.children)


def only_describes(verb: Token) -> bool:
    """ "Shelled the rebels deployed in X": says who they are; "sent an envoy" sends no force."""
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return True
    sent = clause.done_to(verb)
    return bool(sent) and all(one.pos_ == "PROPN" and classes.classes_of(one, frozenset()) == _SOMEBODY for one in sent)


def bomber_stopped(noun: Token) -> bool:
    """ "Shot dead six suicide bombers", "destroyed positions and two car bombs": none of them blew anything up."""
    first = noun
    while (first.dep_ in {"conj", "appos"} and first.head.pos_ in {"NOUN", "PROPN"}) or _counted_in(first):
        first = first.head if first.dep_ != "pobj" else first.head.head
    stopped = first.dep_ in {"dobj", "obj", "nsubjpass"} and first.head.lemma_.lower() in _STOPS
    return stopped and noun.lemma_.lower() in {"bomber", "attacker", "bomb", "shell"}


def _counted_in(noun: Token) -> bool:
    """ "75 militants including suicide bombers"."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "including" and noun.head.head.pos_ in {"NOUN", "PROPN"}


def done_to_them(verb: Token) -> bool:
    """ "25 rebels killed injured", "ten rebels killed in X": a headline's passive, not what they did."""
    if verb.lemma_.lower() not in _DONE_TO:
        return False
    after = verb.nbor() if verb.i + 1 < verb.sent.end else None
    teller = after is not None and last_type([after.lower_]) in {"ngo", "monitor", "media"}  # "20 rebels killed NGO"
    ends = after is None or after.pos_ in {"ADP", "PUNCT", "CCONJ"} or after.lower_ in _HURT or teller
    before = [noun for noun in clause.done_by(verb) if noun.i < verb.i]
    counted = any(child.like_num for noun in before for child in noun.children)
    suffers = verb.tag_ in {"VBD", "VBN"} and not clause.passive(verb)
    return ends and counted and suffers and all(one.lower_ in _HURT or one == after for one in clause.done_to(verb))


def is_sent(noun: Token) -> bool:
    """ "Sent reinforcements", "reinforcements arrived": who comes; those that are struck or mentioned came before."""
    verb = noun.head.head if noun.head.lower_ == "in" else noun.head  # "sending in reinforcements"
    return noun.dep_ in {"dobj", "obj", "nsubj", "nsubjpass", "pobj"} and verb.lemma_.lower() in _SENDS
