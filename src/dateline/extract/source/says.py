"""Verbs of saying and of counting with their subjects: "X said that", "..., X said", "X put the toll at"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from dateline.extract.sentence import Sentence
from dateline.extract.source.credit import Credit, Reach
from dateline.extract.source.kinds import NOBODY, Known, can_speak
from dateline.extract.source.owners import is_record, speaker_of
from dateline.extract.source.phrase import Phrase, heads_of
from dateline.extract.source.subjects import (
    governing_subject,
    hangs_on_another,
    has_aux,
    subject_of,
)
from dateline.extract.source.surface import apposed, phrase_before, without_press
from dateline.extract.source.words import cues

if TYPE_CHECKING:
    from spacy.tokens import Token

_QUOTES: Final = frozenset({'"', "“", "”", "''", "``", "‘"})
_MISREAD: Final = frozenset({"reports", "report", "says", "said", "claims", "warns", "announces", "confirms", "told", "estimates"})
_DASHES: Final = frozenset({"-", "--", "–", "—", "―", "_"})
_NEAR: Final = 6
"""Tokens between a subject and its verb beyond which run-on text makes the parser doubtful."""
_CLAUSES: Final = frozenset({"ccomp"})
_AFTERWARDS: Final = frozenset({"as", "after", "while", "when", "since", "because", "before", "following", "amid", "adding",
                                "citing", "quoting", "who", "which", "whose", "without", "though", "although"})  # fmt: skip


def said(sentence: Sentence, known: Known) -> Iterator[Credit]:
    """Every reporting verb of the sentence that has somebody to report."""
    for token in sentence.tokens:
        base = cues().verbs.get(token.lower_)
        if base is not None and _is_cue(sentence, token, known):
            yield from _credits(sentence, token, base, known)


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
    """A passive that lost its auxiliary: "Population identified by N"."""
    by = any(c.dep_ == "agent" and c.lower_ == "by" for c in children)
    return by and not any(c.dep_ in {"ccomp", "dobj"} for c in children)


def _misread(sentence: Sentence, token: Token, known: Known) -> bool:
    """A verb that run-on text let the parser take for a noun: "... killed six people AFP reports"."""
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
    ends = after is None or after.is_punct or after.lower_ == "that"
    if ends and phrase.first.i > sentence.tokens.start and phrase.first.nbor(-1).text == "," and can_speak(phrase, known):
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
    subject = subject_of(verb)
    if subject is None or subject.dep_ == "expl":
        yield from _by_position(sentence, verb, base, known)
        return
    if subject.pos_ != "PRON" and _lost_by_parser(sentence, verb, subject, known):
        yield from _by_position(sentence, verb, base, known)
        return
    if subject.lower_ in cues().own_voice:
        return
    yield from _with_subject(sentence, verb, base, subject, known)


def _by_position(sentence: Sentence, verb: Token, base: str, known: Known) -> Iterator[Credit]:
    """Text without commas: the speaker is who stands right before the verb."""
    doc, begin, end = verb.doc, sentence.tokens.start, sentence.tokens.end
    closing = verb.i + 1 >= end or doc[verb.i + 1].is_punct or (verb.i > begin and doc[verb.i - 1].text == ",")
    finite = not _bare(verb) and base in cues().say
    if not (verb.pos_ in {"NOUN", "PROPN"} or (finite and (closing or base in {"say", "tell", "report"}))):
        return
    phrase = phrase_before(sentence, verb, known)
    if phrase is not None and (phrase.head.lower_ not in cues().records or phrase.head.lower_ in cues().acts):
        yield from _credit(sentence, verb, base, phrase, known)


def _lost_by_parser(sentence: Sentence, verb: Token, subject: Token, known: Known) -> bool:
    """The parser's subject stands far off without a comma between, and somebody who can speak right before the verb."""
    between = verb.doc[subject.i : verb.i]
    if subject.i >= verb.i - _NEAR or any((t.is_punct and t.text != "-") or t.tag_ in {"WDT", "WP"} for t in between):
        return False
    phrase = phrase_before(sentence, verb, known)
    if phrase is None or phrase.first.i <= subject.i or not can_speak(phrase, known):
        return False
    theirs = speaker_of(sentence, subject, known)
    if theirs is not None and phrase.first.i <= theirs.last.i + 1:
        return False
    named = known.actors.find(phrase.text)
    return bool(named) or (phrase.first.i > sentence.tokens.start and phrase.first.lower_ in {"a", "an", "the"})


def _reported_as(verb: Token) -> bool:
    """ "15 people reported dead": the subject is what is told of."""
    return any(c.dep_ in {"oprd", "acomp", "attr"} for c in verb.rights)


def _bare(verb: Token) -> bool:
    return verb.tag_ in {"VBN", "VBG", "VB"}


def _past_dateline(sentence: Sentence, subject: Token, verb: Token) -> Token:
    """ "HARBOURTOWN -- The mayor, N, said": the parser takes the town for the subject; it is the noun after the dash."""
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
    if subject.pos_ == "PRON":
        if subject.lower_ in cues().pronouns:
            yield from _credit(sentence, verb, base, Phrase(sentence, subject, subject, subject), known, pronoun=True)
        return
    for head in heads_of(subject):
        if any(c.dep_ == "nummod" for c in head.children) and _reported_as(verb):
            continue
        phrase = speaker_of(sentence, head, known)
        phrase = apposed(phrase, known) if phrase is not None else None
        if phrase is not None and not (verb.i in range(phrase.first.i, phrase.last.i + 1)):
            yield from _credit(sentence, verb, base, without_press(phrase, known), known)


def _participle(sentence: Sentence, verb: Token, base: str, known: Known) -> Iterator[Credit]:
    """`..., adding that`: the speaker is the one credited before, else the subject of the clause."""
    if base not in cues().say or not (_clause_after(verb) or base == "add"):
        return
    subject = governing_subject(verb)
    phrase = speaker_of(sentence, subject, known) if subject is not None and subject.pos_ != "PRON" else None
    if phrase is not None and not can_speak(phrase, known):
        phrase = None
    yield Credit(phrase, verb, verb, verb, verb, "after", inner=0)


def _credit(sentence: Sentence, verb: Token, base: str, phrase: Phrase, known: Known, *, pronoun: bool = False) -> Iterator[Credit]:
    reach = _reach(sentence, verb, base, phrase)
    if reach is None:
        return
    clause = reach != "object"
    if clause and not _may_say(phrase, base, known, pronoun=pronoun):
        return
    if not clause and not (_counts(verb, base, known) and (pronoun or can_speak(phrase, known))):
        return
    first = phrase.first if phrase.first.i < verb.i else verb
    last = phrase.last if phrase.last.i > verb.i else verb
    yield Credit(phrase, verb, verb, first, last, reach, pronoun=pronoun)


def _may_say(phrase: Phrase, base: str, known: Known, *, pronoun: bool) -> bool:
    head = phrase.head
    if phrase.first.lower_ in NOBODY or head.lower_ in cues().dull and head.pos_ != "PROPN":
        return False
    return pronoun or base in cues().beings_only or can_speak(phrase, known)


def _reach(sentence: Sentence, verb: Token, base: str, phrase: Phrase) -> Reach | None:
    """On which side of the cue stands what is credited; None where nothing is."""
    if verb.pos_ in {"NOUN", "PROPN"}:
        rest = sentence.tokens.doc[verb.i + 1 : sentence.tokens.end]
        return "after" if any(t.pos_ in {"NOUN", "VERB", "NUM"} for t in rest) else "before"
    if phrase.first.i > verb.i and _closed_before(sentence, verb):
        return "around" if _opens_quote(sentence, verb, phrase) else "before"
    if _parenthetical(sentence, verb, phrase):
        return "around"
    after = _clause_after(verb) or _opens_quote(sentence, verb, phrase)
    if base in cues().count and not after and _has_object(verb):
        return "object"
    core = _opening(verb, phrase)
    before = any(c.dep_ in _CLAUSES and c.i < core for c in verb.children) and not _turned(sentence, core)
    if after and before:
        return "around"
    if after:
        return "after"
    if before:
        return "before"
    if _trails(sentence, verb, phrase):
        able = base in cues().say and base not in cues().needs_clause
        return "before" if able or _after_comma(verb, phrase) else None
    return "object" if _has_object(verb) and base != "tell" else None


def _has_object(verb: Token) -> bool:
    return any(c.dep_ in {"dobj", "prep", "attr"} and c.i > verb.i for c in verb.children)


def _closed_before(sentence: Sentence, verb: Token) -> bool:
    """What was said stands closed before an inverted speaker: `"...", said N, where ...`."""
    doc, begin = verb.doc, sentence.tokens.start
    quoted = any(t.text in _QUOTES for t in doc[max(begin, verb.i - 2) : verb.i])
    return quoted or any(c.dep_ in _CLAUSES and c.i < verb.i for c in verb.children)


def _parenthetical(sentence: Sentence, verb: Token, phrase: Phrase) -> bool:
    """ "The bridge, N said, had gone": set off by commas inside the clause that it credits."""
    doc = verb.doc
    first, last = _opening(verb, phrase), max(verb.i, phrase.last.i)
    if first - 2 < sentence.tokens.start or last + 2 >= sentence.tokens.end or doc[first - 1].text not in {",", '"', "”"}:
        return False
    close = next((t.i for t in doc[last + 1 : min(last + 5, sentence.tokens.end - 1)] if t.text == ","), None)
    if close is None or doc[close + 1].text in _QUOTES or any(t.pos_ in {"VERB", "NUM"} for t in doc[last + 1 : close]):
        return False
    return not any(c.dep_ in {"ccomp", "dobj"} and c.i > verb.i and c.pos_ != "PRON" and c != phrase.head for c in verb.children)


def _clause_after(verb: Token) -> bool:
    doc = verb.doc
    for child in verb.rights:
        if child.dep_ in _CLAUSES:
            return True
        if child.dep_ == "xcomp" and verb.lemma_ in {"claim", "report", "admit"}:
            return True
        marks = [c.lower_ for c in child.children if c.dep_ == "mark"]
        if child.dep_ in {"xcomp", "advcl"} and "that" in marks:
            return True
        if child.dep_ == "advcl" and not marks and any(c.dep_ == "nsubj" for c in child.lefts):
            return True
    return verb.i + 1 < len(doc) and doc[verb.i + 1].lower_ == "that" and doc[verb.i + 1].dep_ == "mark"


def _opens_quote(sentence: Sentence, verb: Token, phrase: Phrase) -> bool:
    last = max(verb.i, phrase.last.i)
    doc, end = verb.doc, sentence.tokens.end
    return last + 2 < end and doc[last + 1].text in {":", ","} and doc[last + 2].text in _QUOTES or (
        last + 1 < end and doc[last + 1].text == ":"
    )


def _trails(sentence: Sentence, verb: Token, phrase: Phrase) -> bool:
    """The cue closes the sentence: before it stands a clause, after it nothing but time, place and manner."""
    doc = verb.doc
    first, last = _opening(verb, phrase), max(verb.i, phrase.last.i)
    if _turned(sentence, first):
        return False
    if first > sentence.tokens.start and doc[first - 1].text in _QUOTES:
        return True
    verbal = [t for t in doc[sentence.tokens.start : first] if t.pos_ in {"VERB", "AUX", "NUM"}]
    end = next((t.i for t in doc[last + 1 : sentence.tokens.end] if t.lower_ in _AFTERWARDS), sentence.tokens.end)
    rest = [t for t in doc[last + 1 : end] if t.pos_ in {"VERB", "AUX", "NUM"} and t.dep_ not in {"relcl", "acl", "pcomp"}]
    objects = any(c.dep_ == "dobj" and c.i > verb.i and c.i > phrase.last.i for c in verb.children)
    return bool(verbal) and not rest and not objects


def _opening(verb: Token, phrase: Phrase) -> int:
    """Where source and verb begin, the article included that a name goes without."""
    first = min(verb.i, phrase.first.i)
    return first - 1 if first > 0 and verb.doc[first - 1].lower_ == "the" else first


def _after_comma(verb: Token, phrase: Phrase) -> bool:
    """ "..., the office's figures showed": a comma parts the clause from the speaker."""
    first = min([_opening(verb, phrase), *(c.left_edge.i for c in verb.lefts if c.dep_ == "nsubj")])
    return first > 0 and verb.doc[first - 1].text in {",", '"', "”"}


def _turned(sentence: Sentence, first: int) -> bool:
    """A clause opens right before the speaker ("...; N said", "... but N said"): what stands before is not its."""
    if first <= sentence.tokens.start:
        return True
    before = sentence.tokens.doc[first - 1]
    return before.text == ";" or before.lower_ in cues().turns


def _counts(verb: Token, base: str, known: Known) -> bool:
    """The object of the verb is a count, or people with what happened to them."""
    if base in cues().needs_clause and base not in cues().needs_count_word:
        return False
    if any(t.lower_ == "no" for c in verb.rights if c.dep_ == "dobj" for t in c.lefts):
        return False
    wanted = cues().count_words if base in cues().needs_count_word else cues().count_objects
    right = [t for c in verb.rights if c.dep_ in {"dobj", "prep", "attr", "oprd", "ccomp"} for t in _nouns_of(c)]
    if any(t.lower_ in wanted for t in right):
        return True
    relative = any(c.dep_ == "dobj" and c.tag_ == "WDT" for c in verb.children)
    if relative and verb.dep_ == "relcl" and verb.head.lower_ in cues().count_words:
        return True
    numbered = any(t.like_num or c.dep_ == "nummod" for t in right for c in (t, *t.children))
    return numbered and base not in cues().needs_count_word


def _nouns_of(child: Token) -> Iterator[Token]:
    """The object's noun, and the nouns that "of", "for", "at" and a modifier before it hang on it."""
    if child.pos_ in {"NOUN", "PROPN", "NUM", "ADJ", "VERB"}:
        yield child
        yield from (t for t in child.lefts if t.dep_ in {"compound", "amod"})
    for grandchild in child.children:
        told = grandchild.dep_ in {"pobj", "conj", "dobj", "nsubj"}
        if told or (grandchild.dep_ == "prep" and grandchild.lower_ in {"of", "at", "for"}):
            yield from _nouns_of(grandchild)

