"""Who does it and to whom it is done, as the clause of an event word says, or the clause above it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from dateline.extract.event.classes import can_act
from dateline.extract.event.lexicon import lexicon
from dateline.extract.event.pronouns import antecedent
from dateline.extract.source.nouns import is_temporal
from dateline.extract.trigger import grammar
from dateline.extract.trigger.grammar import children, is_verb, objects
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_STOOD_BY = word_set("event_words_en", "clause", "stood_by")
_CLIMBS = 4
_STATES = frozenset({"advcl", "acomp", "oprd"})
"""How a participle hangs that says in what state the subject above is ("the town remains surrounded")."""
_AND = frozenset({"and", "&"})
_ACTIVE = frozenset({"VBG", "VBD", "VBN", "VBZ", "VBP"})
_NEAR = 14
"""Words between "gave" and what is to be done in the time given."""
_TIMES = word_set("event_words_en", "clause", "times")
_IN_PASSING = word_set("event_words_en", "clause", "in_passing")
_UPON = frozenset({"on", "against", "upon", "at"})
_FOILS = word_set("event_words_en", "clause", "foils")
_ACCUSES = frozenset({"accuse", "suspect", "charge", "blame"})
"""Verbs whose object, not their subject, is said to do what an "of" behind them tells."""
_ASIDE = word_set("event_words_en", "clause", "aside")
"""Prepositions whose noun's infinitive is not what the subject above is to do."""
_CALLS = frozenset({"call", "prevail"})
_TENSED = frozenset({"VBD", "VBZ", "VBP"})
_OPENERS = word_set("event_words_en", "clause", "openers")
_HELD = frozenset({"hostage", "hostages", "captive", "prisoner"})
_NEVER_PASSIVE = word_set("doers_en", "doers", "never_passive")
_AFTER = word_set("event_words_en", "clause", "after")
"""Words between which and a participle the subject above does it, also that of a passive ("died after attacking X")."""


@cache
def all_forms(group: str) -> frozenset[str]:
    """Every form of the verbs of a list of doers_en.yaml."""
    from dateline.extract.gate.forms import of_verb  # late: the gate reads the lexicon

    return frozenset(form for verb in word_set("doers_en", "doers", group) for form in of_verb(verb))


def done_by(verb: Token) -> list[Token]:
    """Who does it: the subject, the agent of a passive, the noun that a participle describes, the subject above."""
    if passive(verb):
        return with_others(_agents(verb))
    if run_into(verb) is not None:
        return done_by(verb.head)
    if (first := _first_of_two(verb) or _of_main_verb(verb)) is not None:
        return done_by(first)
    found = [s for s in _ordered(verb) or subjects(verb) if s.dep_ != "nsubjpass" or s.head != verb]
    if not found:
        found = _behind_as(verb) or _supposed_to_be(verb) or _from_above(verb)
    return with_others(antecedent(s) for s in found)


def done_to(verb: Token) -> list[Token]:
    """What it is done to: the object, the subject of a passive, or the noun that a past participle describes."""
    if passive(verb):
        found = [s for s in subjects(verb) if s.dep_ == "nsubjpass" or _taken(verb)]
        if not found and verb.dep_ in {"acl", "relcl"}:
            found = [verb.head]
        if not found and verb.dep_ in _STATES and verb.tag_ == "VBN":  # "Surrounded by rebels, the town …"
            found = [s for s in subjects(verb.head) if s.dep_ != "csubj"]
        return with_others(antecedent(s) for s in found)
    own = objects(verb)
    shared = [] if any(not noun.like_num for noun in own) else _shared(verb)
    taken = [noun for other in children(verb, "advcl", "ccomp") if (noun := run_into(other)) is not None]
    return [_counted(noun) for noun in (*own, *_run_on(verb), *taken, *shared)]


def _shared(verb: Token) -> list[Token]:
    """ "Targeting and killing civilians", "killed 28 and wounded 30 rebels": whom both are done to."""
    if verb.lower_ not in all_forms("shares"):
        return []
    return [
        noun
        for other in children(verb, "conj")
        if other.tag_ == verb.tag_ and other.lower_ in all_forms("shares") and _right_behind(verb, other)
        for noun in objects(other)
    ]


def _right_behind(verb: Token, other: Token) -> bool:
    """Nothing but "and" and numbers stands between."""
    between = verb.doc[verb.i + 1 : other.i]
    return all(word.lower_ in _AND or word.like_num or word.pos_ == "ADV" for word in between)


def run_into(verb: Token) -> Token | None:
    """ "Jets bombed rebels in X killing nine": the object, the comma lost, taken for who kills; None where none is."""
    taken = [noun for noun in children(verb, "nsubj") if noun.i < verb.i]
    if verb.lower_ not in _IN_PASSING or verb.dep_ not in {"advcl", "ccomp"} or not taken or children(verb, "aux"):
        return None
    above = verb.head
    does = is_verb(above) and above.lemma_.lower() in lexicon().verbs and above.i < taken[0].i
    between = any(word.is_punct for word in verb.doc[above.i : verb.i])
    return taken[0] if does and not between and not objects(above) and not passive(above) else None


def _run_on(verb: Token) -> list[Token]:
    """The object that was taken for who does what the next participle tells."""
    if verb.tag_ != "VBG":
        return []
    behind = verb.doc[verb.i + 1 : min(verb.i + _NEAR, verb.sent.end)]
    return [noun for noun in behind if noun.dep_ == "nsubj" and _first_of_two(noun.head) == verb]


def _first_of_two(verb: Token) -> Token | None:
    """ "Jets fighting rebels mostly targeting towns": "fighting", where the rebels were taken for who targets."""
    if verb.tag_ != "VBG" or children(verb, "aux", "mark"):
        return None
    starts = [noun.left_edge.i for noun in children(verb, "nsubj") if noun.i < verb.i]
    before = verb.doc[starts[0] - 1] if starts and starts[0] > verb.sent.start else verb
    told = before.tag_ == "VBG" and before != verb and before.lemma_.lower() in lexicon().verbs
    return before if told else None


def passive(verb: Token) -> bool:
    """A passive. The group "IS" before a verb is no auxiliary; what has an object, or is joined to a verb that does
    something, is none ("stepped up strikes and retaken villages")."""
    if _taken(verb):
        return True
    if _strikes_with(verb) or (verb.lemma_.lower() in _NEVER_PASSIVE and not children(verb, "auxpass")):
        return False
    aids = [child for child in verb.children if child.dep_ in {"auxpass", "nsubjpass"} and child.text != "IS"]
    if not aids and (verb.dep_ == "conj" and is_verb(verb.head) and verb.head != verb):
        return passive(verb.head) and verb.tag_ == "VBN" and not children(verb, "dobj", "nsubj")
    if not aids and (children(verb, "dobj") or any(child.text == "IS" for child in children(verb, "auxpass"))):
        return False
    return grammar.passive(verb)


def _strikes_with(verb: Token) -> bool:
    """ "A warplane targeted north of X with four strikes": a sentence whose verb is taken for a participle."""
    noun = verb.head
    whole = verb.dep_ == "acl" and noun.dep_ == "ROOT" and noun.lemma_.lower() in lexicon().classes["aircraft"]
    return whole and verb.lower_ in lexicon().aims and bool(behind(verb, "with"))


def _taken(verb: Token) -> bool:
    """ "Forty soldiers taken hostage": what they become is no object, and they are not who takes."""
    become = [noun for noun in verb.rights if noun.lower_ in _HELD and not children(noun, "det", "poss", "nummod")]
    return bool(become) and (verb.tag_ == "VBN" or verb.lower_ == "taken") and not children(verb, "aux")


def subjects(verb: Token) -> list[Token]:
    """Subjects, the verb's own or those of the verb it is joined to: by a conjunction or a comma, not by a guess of the
    parser where the verb's own subject was lost."""
    found = [s for one in grammar.subjects(verb) for s in _of_clause(one)]
    found = found or [_or_before(one) for one in verb.lefts if one.text == "IS" and one.dep_ in {"aux", "auxpass"}]
    inherited = verb.dep_ == "conj" and verb.tag_ in {*_TENSED, "VBN"} and all(one.head != verb for one in found)
    return [] if inherited and is_verb(verb.head) and not _linked(verb) else found


def _of_clause(subject: Token) -> list[Token]:
    """ "Rebels fighting the army made gains", with the participle taken for what made them: the rebels."""
    own = [one for one in children(subject, "nsubj") if one.i < subject.i]
    return own if subject.dep_ == "csubj" and subject.tag_ == "VBG" and own else [subject]


def _or_before(group: Token) -> Token:
    """The group "IS" taken for a form of "be"; of "the force fighting IS has …" the force."""
    before = group.nbor(-1) if group.i > group.sent.start else group
    fought = before.lower_ in {"fighting", "battling"} and before.i > group.sent.start
    return before.nbor(-1) if fought else group


def _linked(verb: Token) -> bool:
    between = verb.doc[verb.head.i + 1 : verb.i]
    return any((word.dep_ == "cc" and word.head == verb.head) or word.text in {",", ";"} for word in between)


def behind(token: Token, *prepositions: str) -> list[Token]:
    """The nouns behind prepositions of a verb or a noun ("attack on X", "clashed with Y")."""
    found = [
        noun
        for child in children(token, "prep", "agent")
        if child.lower_ in prepositions
        for noun in children(child, "pobj")
    ]
    return with_others(found)


def with_others(tokens: Iterable[Token]) -> list[Token]:
    """The nouns with those joined to them."""
    found: list[Token] = []
    for token in tokens:
        found += [token, *(other for other in _joined(token) if not is_verb(other))]
    return found + [other for other in map(_next_joined, found) if other is not None and other not in found]


def _agents(verb: Token) -> list[Token]:
    behind_by = [noun for by in children(verb, "agent") for noun in children(by, "pobj", "pcomp")]
    return [_not_a_form(noun) for noun in behind_by if noun.dep_ == "pobj" or noun.text == "IS"]


def _not_a_form(noun: Token) -> Token:
    """ "By IS militants": the group taken for a form of "be"."""
    return next(iter(children(noun, "attr")), noun) if noun.text == "IS" else noun


def _behind_as(verb: Token) -> list[Token]:
    """ "As an alliance including X attacked Y", with "as" taken for a preposition: the alliance."""
    if verb.tag_ not in _TENSED or children(verb, "nsubj", "aux", "auxpass"):
        return []
    for word in reversed(verb.doc[max(verb.sent.start, verb.i - _NEAR) : verb.i]):
        if (word.is_punct and word.text != "-") or word.tag_ in _TENSED:
            return []
        if word.lower_ in _OPENERS and word.dep_ == "prep":
            return [noun for noun in children(word, "pobj") if can_act(_counted(noun))]
    return []


def _supposed_to_be(verb: Token) -> list[Token]:
    """ "Jets believed to belong to X struck Y", with the participle taken for a verb of its own: the jets."""
    before = [one for above in (verb, verb.head) for one in children(above, "ccomp") if one.i < verb.i]
    before = [one for one in before if one.tag_ in {"VBD", "VBN"} and children(one, "xcomp")]
    return [s for one in before if one.lower_ in all_forms("supposes") for s in children(one, "nsubj") if s.i < one.i]


def _from_above(verb: Token) -> list[Token]:
    """ "Rebels answered by firing rockets", "shelled X killing ten", "the group fighting them": the subject above."""
    if (tried := _of_attempt(verb)) is not None:
        return tried
    if found := given_time(verb) or _harms_in_passing(verb):
        return found
    if verb.dep_ == "advcl" and verb.tag_ in _TENSED and _opens_its_own(verb):
        return []  # "when groups allied to X fired": a subject of its own, which the parser lost
    if _of_the_struck(verb):
        return []
    if verb.dep_ in {"acl", "relcl"} and verb.tag_ in _ACTIVE and can_act(_counted(verb.head)):
        if verb.head.dep_ == "attr":  # "the alliance has been the main force fighting X"
            return subjects(verb.head.head)
        return [_counted(verb.head)]
    at, after = verb, any(child.lower_ in _AFTER for child in verb.children)
    for _ in range(_CLIMBS):
        if at.head == at or (is_verb(at) and at.dep_ in {"ccomp", "relcl"} and at != verb):
            return []
        if at.dep_ in {"acl", "relcl"} and at.tag_ == "VB" and at.head.head.lower_ in _ASIDE:
            return []  # "fled despite a deadline to resume bombing"
        after = after or (at.pos_ in {"ADP", "SCONJ"} and at.lower_ in _AFTER)
        at = at.head
        bare = at.tag_ == "VBG" or at.lemma_.lower() in _NEVER_PASSIVE
        if at.dep_ == "acl" and bare and verb.dep_ == "xcomp" and can_act(_counted(at.head)):
            return [_counted(at.head)]  # "troops trying to storm the town"
        if at.dep_ == "acl" and at.lower_ in _STOOD_BY and can_act(_counted(at.head)):
            return [_counted(at.head)]  # "forces backed by the coalition to retake X"
        if is_verb(at) and ((accused := _accused(verb, at)) or (at.lemma_.lower() in _ACCUSES and verb.head != at)):
            return accused
        if is_verb(at) and (found := _subjects_above(at, after=after)):
            return [noun for noun in found if noun.i != verb.i]
    return [verb.head] if verb.dep_ in {"acl", "relcl"} and verb.tag_ == "VBG" else []


def _opens_its_own(verb: Token) -> bool:
    return any(child.lower_ in _OPENERS and child.i < verb.i for child in children(verb, "mark", "advmod"))


def given_time(verb: Token) -> list[Token]:
    """ "Gave the rebels three days to withdraw": those who are to do it, wherever the parser hung it; else nobody."""
    if verb.tag_ != "VB" or not any(child.lower_ == "to" for child in children(verb, "aux")):
        return []
    for give in reversed(verb.doc[max(verb.sent.start, verb.i - _NEAR) : verb.i]):
        if give.lemma_ == "give":
            told = children(give, "dative")
            given = verb.doc[told[-1].i + 1 : verb.i] if told else ()
            return told if any(word.lemma_.lower() in _TIMES for word in given) else []
    return []


def _harms_in_passing(verb: Token) -> list[Token]:
    """ "The army shelled boats of rebels killing ten", "jets fighting rebels mostly targeting towns": the comma lost,
    the parser takes who suffers for who does it."""
    noun = verb.head
    by_the_way = verb.lower_ in _IN_PASSING or any(child.i < verb.i for child in children(verb, "advmod"))
    by_the_way = by_the_way or _object_of_passing(noun)
    if verb.dep_ != "acl" or verb.tag_ != "VBG" or not by_the_way:
        return []
    struck = _of_the_struck(verb)
    for _ in range(_CLIMBS):
        if noun.dep_ not in {"dobj", "obj", "pobj", "prep", "conj"}:
            return []
        noun = noun.head
        if is_verb(noun):
            above = (struck or noun.lemma_.lower() in lexicon().verbs) and not passive(noun)
            doers = [] if noun == verb else subjects(noun) or done_by(noun)
            return [one for one in doers if can_act(_counted(one))] if above else []
    return []


def _of_the_struck(verb: Token) -> bool:
    """ "Carried out strikes on rebels in X destroying a tank": hung on those who suffer it, who do nothing."""
    at = verb.head.head
    hit = verb.dep_ == "acl" and verb.lower_ in _IN_PASSING and verb.head.dep_ == "pobj" and at.lower_ in _UPON
    return hit and (at.head.lemma_.lower() in lexicon().nouns or is_verb(at.head))


def _object_of_passing(noun: Token) -> bool:
    """ "Killing scores of rebels shooting down four drones": the participles in a row are of one doer."""
    counted = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    verb = counted.head
    return counted.dep_ in {"dobj", "obj"} and verb.lower_ in _IN_PASSING and verb.tag_ == "VBG" and verb != counted


def _of_attempt(verb: Token) -> list[Token] | None:
    """ "Foiled an attempt by rebels to blow it up": who attempts it; who foils it is none. None where nobody foils."""
    noun = verb.head
    if verb.dep_ not in {"acl", "relcl"} or verb.tag_ != "VB" or noun.lemma_.lower() not in lexicon().plans:
        return None
    named = behind(noun, "by") or [one for one in children(noun, "poss") if one.tag_ != "PRP$"]
    warded = noun.dep_ in {"dobj", "obj", "nsubjpass"} and noun.head.lower_ in lexicon().wards | _FOILS
    return named if named or warded else None


def _accused(verb: Token, above: Token) -> list[Token]:
    """ "accused the army of shelling X", "kept rebels from taking it": the object of the verb above does it."""
    if verb.head == above and verb.dep_ != "pcomp":  # "accused the army and fired missiles"
        return []
    if above.lemma_.lower() in _ACCUSES and not passive(above):
        return [noun for noun in children(above, "dobj", "obj") if noun.i < verb.i]
    if verb.dep_ != "pcomp" or verb.head.head != above or verb.head.lower_ not in {"of", "for", "from"}:
        return []
    return [noun for noun in children(above, "dobj", "obj", "nsubjpass") if noun.i < verb.i]


def _of_main_verb(verb: Token) -> Token | None:
    """ "Troops foiled an attack launched by rebels and inflicted losses", joined to the participle: "foiled"."""
    participle = verb.head
    joined = verb.dep_ == "conj" and verb.tag_ in _TENSED and bool(children(verb, "dobj"))
    if not joined or participle.dep_ != "acl" or participle.tag_ != "VBN":
        return None
    at = participle.head
    while at.head != at and not is_verb(at):
        at = at.head
    return at if is_verb(at) else None


def _subjects_above(verb: Token, *, after: bool) -> list[Token]:
    if (main := _of_main_verb(verb)) is not None:
        return done_by(main)
    if passive(verb) and not after:
        return _agents(verb)
    return [s for s in subjects(verb) if not is_temporal(s)]


def _ordered(verb: Token) -> list[Token]:
    """ "forced troops to fall back": the object of the verb above is who does it."""
    if verb.dep_ != "xcomp" or any(child.dep_ == "nsubj" for child in verb.children):
        return []
    called = behind(verb.head, "on", "upon") if verb.head.lemma_.lower() in _CALLS else []
    found = called or children(verb.head, "dobj", "obj", "nsubjpass")
    found = [noun for noun in found if noun.lemma_.lower() not in lexicon().plans]  # "continued operations to expel X"
    return [noun for noun in found if noun.i < verb.i and not is_temporal(noun)]  # "took months to retake it"


def _counted(noun: Token) -> Token:
    """ "hundreds of shells", "a barrage of rockets": what is counted."""
    if not {noun.lemma_.lower(), noun.lower_} & lexicon().series and not noun.like_num:
        return noun
    return next(iter(behind(noun, "of")), noun)


def _joined(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ == "conj":
            yield child
            yield from _joined(child)


def _next_joined(noun: Token) -> Token | None:
    """The force behind "and" right after a noun, wherever the parser hung it: "by the army and allied militias"."""
    doc, at = noun.doc, noun.i + 1
    if noun.lemma_.lower() not in lexicon().parties or at + 1 >= noun.sent.end or doc[at].lower_ not in _AND:
        return None
    last = None
    for token in doc[at + 1 : min(at + 6, noun.sent.end)]:
        if token.pos_ not in {"DET", "ADJ", "NOUN", "PROPN"} and token.tag_ != "VBN" and token.text not in {"-", "'s"}:
            return last if last is not None and last.dep_ not in grammar.SUBJECTS else None
        last = token if token.pos_ in {"NOUN", "PROPN"} and token.lemma_.lower() in lexicon().parties else None
    return last
