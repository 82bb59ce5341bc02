"""Verbs of saying and of counting with their subjects: "X said that", "..., X said", "X put the toll at"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dateline.extract.sentence import Sentence
from dateline.extract.source.credit import Credit
from dateline.extract.source.kinds import NOBODY, Known, can_speak
from dateline.extract.source.nouns import speaks_for
from dateline.extract.source.owners import is_record, speaker_of
from dateline.extract.source.phrase import Phrase, heads_of
from dateline.extract.source.reach import clause_after, counts, reach_of
from dateline.extract.source.subjects import (
    governing_subject,
    hangs_on_another,
    has_aux,
    is_acronym,
    subject_of,
)
from dateline.extract.source.surface import apposed, each_of, phrase_before, without_press
from dateline.extract.source.words import cues
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_MISREAD: Final = word_set("source_words_en", "says", "misread")
_DASHES: Final = frozenset({"-", "--", "–", "—", "―", "_"})
_MANNER: Final = frozenset({"in", "on", "via", "through", "."})
_NEAR: Final = 6
"""Tokens between a subject and its verb beyond which run-on text makes the parser doubtful."""

FURNITURE = word_set("source_words_en", "says", "furniture")
"""Words that a page prints before its lists, and run into the name behind them."""


def said(sentence: Sentence, known: Known) -> Iterator[Credit]:
    """Every reporting verb of the sentence that has somebody to report."""
    for token in sentence.tokens:
        base = cues().verbs.get(token.lower_)
        if base is not None and base in cues().say and (closing := _closing(sentence, token, known)):
            yield closing
        elif base is not None and _is_cue(sentence, token, known):
            yield from _credits(sentence, token, base, known)


def _closing(sentence: Sentence, token: Token, known: Known) -> Credit | None:
    """ "..., the relief service reported in its bulletin": a saying that the parser took for a noun's own clause."""
    noun = token.head
    if token.dep_ != "acl" or token.tag_ not in {"VBN", "VBD"} or noun.pos_ not in {"NOUN", "PROPN"}:
        return None
    comma = noun.left_edge.i - 1
    behind = token.doc[token.i + 1 : sentence.tokens.end]
    manner = all(t.pos_ not in {"VERB", "AUX", "NUM"} for t in behind) and behind[:1].text.lower() in _MANNER
    if comma <= sentence.tokens.start or token.doc[comma].text != "," or not manner or noun.i > token.i:
        return None
    told = any(t.pos_ == "VERB" for t in token.doc[sentence.tokens.start : comma])
    phrase = phrase_before(sentence, token, known) if told else None
    return Credit(phrase, token, token, phrase.first, token, "before") if phrase and can_speak(phrase, known) else None


def _is_cue(sentence: Sentence, token: Token, known: Known) -> bool:
    if token.pos_ not in {"VERB", "AUX"}:
        governs = token.pos_ == "NOUN" and any(c.dep_ == "nsubj" and c.i < token.i for c in token.children)
        return governs or (token.lower_ in _MISREAD and _misread(sentence, token, known))
    if token.dep_ == "amod" or (token.tag_ == "VBN" and token.dep_ in {"acl", "advcl"} and not has_aux(token)):
        return False
    children = list(token.children)
    if any(c.dep_ in {"auxpass", "nsubjpass"} or (c.dep_ == "neg" and c.i >= token.i - 2) for c in children):
        return False
    if _done_by(children):
        return False
    if any(c.dep_ == "aux" and c.lower_ == "to" for c in children):
        return token.dep_ == "xcomp" and token.head.lemma_ in {"go", "continue", "proceed"}
    return True


def _done_by(children: Sequence[Token]) -> bool:
    """A passive that lost its auxiliary: "Villages counted by N"."""
    by = any(c.dep_ == "agent" and c.lower_ == "by" for c in children)
    return by and not any(c.dep_ in {"ccomp", "dobj"} for c in children)


def _misread(sentence: Sentence, token: Token, known: Known) -> bool:
    """A verb that run-on text let the parser take for a noun: "... burned the mill down Reuters reports"."""
    phrase = phrase_before(sentence, token, known)
    if phrase is None:
        return False
    noun = phrase.last
    if token.lower_ in {"said", "says", "told"}:
        return True
    following = token.doc[token.i + 1 : min(token.i + 5, sentence.tokens.end)]
    if token.lower_ == "report":
        return noun.tag_ in {"NNS", "NNPS"} and any(t.like_num for t in following) and can_speak(phrase, known)
    after = following[0] if len(following) else None
    ends = after is None or after.is_punct or after.lower_ in {"that", "on", "via"}
    if (
        ends
        and phrase.first.i > sentence.tokens.start
        and phrase.first.nbor(-1).text == ","
        and can_speak(phrase, known)
    ):
        return True
    found = known.actors.find(sentence.text)
    at = sentence.offset(noun) + len(noun.text) - sentence.start
    name = next((f for f in found if f.end == at), None)
    if not ends or name is None:
        return False
    before = sentence.text[: name.start].split()[-1:]
    return before not in (["to"], ["in"], ["by"], ["from"], ["of"], ["the"])


def _credits(sentence: Sentence, verb: Token, base: str, known: Known) -> Iterator[Credit]:
    if hangs_on_another(verb) or _hangs_loosely(sentence, verb, base, known):
        yield from _participle(sentence, verb, base, known)
        return
    named = _named_by_verb(sentence, verb, known)
    if named is not None:
        yield from _credit(sentence, verb, base, named, known)
        return
    subject = _turned_round(verb) or subject_of(verb)
    if subject is None or subject.dep_ == "expl":
        yield from _by_position(sentence, verb, base, known)
        return
    if (subject.pos_ != "PRON" or is_acronym(subject)) and _lost_by_parser(sentence, verb, subject, known):
        yield from _by_position(sentence, verb, base, known)
        return
    if subject.lower_ in cues().own_voice:
        return
    yield from _with_subject(sentence, verb, base, subject, known)


def _named_by_verb(sentence: Sentence, verb: Token, known: Known) -> Phrase | None:
    """ "Save the Children estimates that": a body whose name begins like a sentence."""
    opening = next((c for c in verb.lefts if c.dep_ == "csubj" and c.is_title), None)
    if opening is None:
        return None
    begin, end = sentence.offset(opening) - sentence.start, sentence.offset(verb) - sentence.start
    found = any(f.start == begin and f.end + 1 == end for f in known.actors.find(sentence.text))
    last = verb.nbor(-1)
    return Phrase(sentence, opening, last, last) if found else None


def _turned_round(verb: Token) -> Token | None:
    """ "... drowned 40 people said the mayor": after a whole clause the speaker follows the verb."""
    told = [c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i]
    if verb.lower_ not in {"said", "says"} or any(c.tag_ != "VBG" or has_aux(c) for c in told):
        return None
    own = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    right = [c for r in verb.rights for c in (r, *(r.lefts if r.tag_ == "VBG" else ()))]
    after = next((c for c in right if c.dep_ in {"dobj", "nsubj"} and c.pos_ in {"NOUN", "PROPN"}), None)
    if after is None or after.left_edge.i != verb.i + 1:
        return None
    if own is None:  # "… had fled said the mayor adding that": the parser gives him to "adding"
        return after if after.head.tag_ == "VBG" and after.head != verb else None
    counted = any(c.dep_ == "nummod" for c in own.children)
    named = after.left_edge.is_title or (after.left_edge.lower_ in {"a", "an", "the"} and speaks_for(after))
    return after if counted or (_a_thing(own) and named) else None


def _a_thing(noun: Token) -> bool:
    """ "... believed to be sarin said N": a noun in small letters that is of nobody who speaks."""
    place = noun.lower_ in cues().place_nouns and noun.pos_ == "PROPN"
    return (
        (noun.pos_ == "NOUN" or place)
        and noun.text.islower()
        and not speaks_for(noun)
        and noun.lower_ not in cues().records
    )


def _by_position(sentence: Sentence, verb: Token, base: str, known: Known) -> Iterator[Credit]:
    """Text without commas: the speaker is who stands right before the verb."""
    doc, begin, end = verb.doc, sentence.tokens.start, sentence.tokens.end
    closing = verb.i + 1 >= end or doc[verb.i + 1].is_punct or (verb.i > begin and doc[verb.i - 1].text == ",")
    finite = not _bare(verb) and base in cues().say
    if not (verb.pos_ in {"NOUN", "PROPN"} or (finite and (closing or base in {"say", "tell", "report"}))):
        return
    phrase = phrase_before(sentence, verb, known)
    if phrase is not None and phrase.head == phrase.last and _a_thing(phrase.head) and not can_speak(phrase, known):
        return  # "targeted the town with gases said N"
    if phrase is not None and (phrase.head.lower_ not in cues().records or phrase.head.lower_ in cues().acts):
        for one in each_of(phrase):
            yield from (replace(c, phrase=one) for c in _credit(sentence, verb, base, phrase, known))


def _lost_by_parser(sentence: Sentence, verb: Token, subject: Token, known: Known) -> bool:
    """The parser's subject stands far off without a comma between, and somebody who can speak right before the verb."""
    between = verb.doc[subject.i : verb.i]
    counted = any(c.dep_ == "nummod" for c in subject.children) and verb.lower_ in {"said", "says", "reported"}
    if subject.i >= verb.i - (1 if counted else _NEAR) or any(
        (t.is_punct and t.text not in {"-", "(", ")"}) or t.tag_ in {"WDT", "WP"} for t in between
    ):
        return False
    phrase = phrase_before(sentence, verb, known)
    if phrase is None or phrase.first.i <= subject.i or not can_speak(phrase, known):
        return False
    if phrase.first.nbor(-1).lower_ == "with":  # "N speaking at a meeting with M said"
        return False
    if phrase.first.nbor(-1).lower_ in {"in", "near"} and speaks_for(subject):  # "a reporter working in Orvel said"
        return False
    theirs = speaker_of(sentence, subject, known)
    if theirs is not None and phrase.first.i <= theirs.last.i + 1:
        return False
    named = known.actors.find(phrase.text)
    opener = phrase.first.lower_ in {"a", "an", "the"} | cues().phrase_openers
    begun = phrase.first.i > sentence.tokens.start and opener
    return bool(named) or begun or (counted and speaks_for(phrase.last))


def _reported_as(verb: Token) -> bool:
    """ "seven men reported dead": the subject is what is told of."""
    return any(c.dep_ in {"oprd", "acomp", "attr"} for c in verb.rights)


def _suffers(noun: Token) -> bool:
    """ "Ten Civilians Killed in Two Days Activists said": a headline's victims."""
    return any(c.tag_ in {"VBN", "VBD"} and c.dep_ in {"acl", "relcl"} and c.i == noun.i + 1 for c in noun.rights)


def _bare(verb: Token) -> bool:
    return verb.tag_ in {"VBN", "VBG", "VB"}


def _past_dateline(sentence: Sentence, subject: Token, verb: Token) -> Token:
    """ "HARBOURTOWN -- The mayor, N, said": not the town is the subject, but the noun after the dash."""
    doc = verb.doc
    after = subject.i + 1
    if after + 1 >= verb.i or doc[after].text not in _DASHES or subject.i > sentence.tokens.start + 3:
        return subject
    noun = next((t for t in doc[after + 1 : verb.i] if t.pos_ in {"NOUN", "PROPN"}), None)
    while noun is not None and after < noun.head.i < verb.i:
        noun = noun.head
    return noun if noun is not None else subject


def _hangs_loosely(sentence: Sentence, verb: Token, base: str, known: Known) -> bool:
    """A participle that the parser hung on a noun which cannot be the one who says it: "...the bomb, adding that"."""
    if verb.tag_ != "VBG" or has_aux(verb) or verb.dep_ in {"ROOT", "amod", "pcomp"}:
        return False
    subject = subject_of(verb)
    if subject is None or subject.pos_ == "PRON":
        return base == "add"
    phrase = speaker_of(sentence, subject, known)
    return base == "add" or phrase is None or not (can_speak(phrase, known) or is_record(subject))


def _with_subject(sentence: Sentence, verb: Token, base: str, subject: Token, known: Known) -> Iterator[Credit]:
    subject = _past_dateline(sentence, subject, verb)
    if subject.pos_ == "PRON" and not is_acronym(subject):
        if subject.lower_ in cues().pronouns:
            yield from _credit(sentence, verb, base, Phrase(sentence, subject, subject, subject), known, pronoun=True)
        return
    first: Credit | None = None
    for head in heads_of(subject):
        if any(c.dep_ == "nummod" for c in head.children) and (_reported_as(verb) or _suffers(head)):
            continue
        phrase = speaker_of(sentence, head, known)
        phrase = apposed(_with_post(sentence, verb, phrase, known), known) if phrase is not None else None
        if base == "show" and not is_record(head):
            continue
        if phrase is None or verb.i in range(phrase.first.i, phrase.last.i + 1):
            continue
        phrase = without_press(phrase, known)
        if first is not None and can_speak(phrase, known):
            yield replace(first, phrase=phrase)  # "the mayor and the fire brigade said": one saying of both
            continue
        for credit in _credit(sentence, verb, base, phrase, known, record=is_record(head)):
            first = first or credit
            yield credit


def _with_post(sentence: Sentence, verb: Token, phrase: Phrase, known: Known) -> Phrase:
    """The whole of "an activist in the town of N" where the parser took only N for the subject."""
    before = phrase.first.nbor(-1) if phrase.first.i > sentence.tokens.start else None
    if before is None or before.lower_ not in {"of", "in", "at"} or phrase.last.i > verb.i:
        return phrase
    longer = phrase_before(sentence, verb, known)
    return longer if longer is not None and longer.first.i < before.i and can_speak(longer, known) else phrase


def _participle(sentence: Sentence, verb: Token, base: str, known: Known) -> Iterator[Credit]:
    """`..., adding that`: the speaker is the one credited before, else the subject of the clause."""
    if base not in cues().say or not (clause_after(verb) or base == "add"):
        return
    subject = governing_subject(verb)
    phrase = speaker_of(sentence, subject, known) if subject is not None and subject.pos_ != "PRON" else None
    if phrase is not None and not can_speak(phrase, known):
        phrase = None
    yield Credit(phrase, verb, verb, verb, verb, "after", inner=0)


def _credit(
    sentence: Sentence,
    verb: Token,
    base: str,
    phrase: Phrase,
    known: Known,
    *,
    pronoun: bool = False,
    record: bool = False,
) -> Iterator[Credit]:
    reach = reach_of(sentence, verb, base, phrase)
    if base == "claim" and verb.i + 1 < sentence.tokens.end and verb.nbor().lower_ == "responsibility":
        return
    if reach is None or _a_surname(sentence, verb, phrase) or _furniture(phrase) or _of_a_link(sentence, verb):
        return
    clause = reach != "object"
    if clause and not _may_say(phrase, base, known, pronoun=pronoun):
        return
    if not clause and not (counts(verb, base, record=record) and (pronoun or can_speak(phrase, known))):
        return
    first = phrase.first if phrase.first.i < verb.i else verb
    last = phrase.last if phrase.last.i > verb.i else verb
    yield Credit(phrase, verb, verb, first, last, reach, pronoun=pronoun)


def _a_surname(sentence: Sentence, verb: Token, phrase: Phrase) -> bool:
    """ "REUTERS Anna Said": the last name of a byline, which is no word of saying outside of headlines."""
    named = phrase.last.i == verb.i - 1 and phrase.last.pos_ == "PROPN"
    byline = any(word.is_upper and word.i < phrase.last.i for word in phrase.tokens())
    return verb.text == "Said" and named and byline and not sentence.headline


def _of_a_link(sentence: Sentence, verb: Token) -> bool:
    """ "Front Confirms Town Wholly Taken "After they left …": another page's headline, run into the text."""
    if sentence.headline or not verb.is_title or verb.i - 1 < sentence.tokens.start:
        return False
    behind = [word for word in verb.doc[verb.i + 1 : min(verb.i + 5, sentence.tokens.end)] if word.is_alpha][:2]
    titled = len(behind) == 2 and all(word.is_title or word.is_upper for word in (verb.nbor(-1), *behind))
    return titled and any(word.is_alpha and word.text.islower() for word in sentence.tokens)


def _furniture(phrase: Phrase) -> bool:
    """ "Related N says ...", "Slideshow (2 images) ...": another page's headline, or nobody's words."""
    return phrase.first.text in FURNITURE and phrase.head.pos_ == "PROPN"


def _may_say(phrase: Phrase, base: str, known: Known, *, pronoun: bool) -> bool:
    head = phrase.head
    if phrase.first.lower_ in NOBODY or (head.lower_ in cues().dull and head.pos_ != "PROPN"):
        return False
    return pronoun or base in cues().beings_only or can_speak(phrase, known)
