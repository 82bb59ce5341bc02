"""On which side of a reporting verb stands what is credited, and whether its object is a count."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from dateline.extract.sentence import Sentence
from dateline.extract.source.credit import Reach
from dateline.extract.source.nouns import is_temporal
from dateline.extract.source.phrase import Phrase
from dateline.extract.source.words import cues
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_QUOTES: Final = frozenset({'"', "“", "”", "''", "``", "‘"})
_CLAUSES: Final = frozenset({"ccomp"})


def reach_of(sentence: Sentence, verb: Token, base: str, phrase: Phrase) -> Reach | None:
    """On which side of the cue stands what is credited; None where nothing is."""
    if verb.pos_ in {"NOUN", "PROPN"}:
        rest = sentence.tokens.doc[verb.i + 1 : sentence.tokens.end]
        return "after" if any(t.pos_ in {"NOUN", "VERB", "NUM"} for t in rest) else "before"
    if phrase.first.i > verb.i and _adds(sentence, verb, phrase):
        return "before"
    if phrase.first.i > verb.i and _closed_before(sentence, verb):
        return "around" if _opens_quote(sentence, verb, phrase) else "before"
    if _parenthetical(sentence, verb, phrase):
        return "around"
    after = clause_after(verb) or _opens_quote(sentence, verb, phrase)
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


def _adds(sentence: Sentence, verb: Token, phrase: Phrase) -> bool:
    """ "The car was destroyed said the source stressing that ...": what he adds is another saying."""
    after = phrase.last.nbor() if phrase.last.i + 1 < sentence.tokens.end else phrase.last
    saying = after.tag_ == "VBG" and cues().verbs.get(after.lower_) in cues().say
    told = any(t.tag_ in {"VBD", "VBZ", "VBP"} for t in verb.doc[sentence.tokens.start : verb.i])
    return saying and told and verb.lower_ in {"said", "says"}


def _closed_before(sentence: Sentence, verb: Token) -> bool:
    """What was said stands closed before an inverted speaker: `"...", said N, where ...`."""
    doc, begin = verb.doc, sentence.tokens.start
    quoted = any(t.text in _QUOTES for t in doc[max(begin, verb.i - 2) : verb.i])
    return quoted or any(c.dep_ in _CLAUSES and c.i < verb.i for c in verb.children)


def _parenthetical(sentence: Sentence, verb: Token, phrase: Phrase) -> bool:
    """ "The bridge, N said, had gone": set off by commas inside the clause that it credits."""
    doc = verb.doc
    first, last = _opening(verb, phrase), max(verb.i, phrase.last.i)
    if (
        first - 2 < sentence.tokens.start
        or last + 2 >= sentence.tokens.end
        or doc[first - 1].text not in {",", '"', "”"}
    ):
        return False
    close = next((t.i for t in doc[last + 1 : min(last + 5, sentence.tokens.end - 1)] if t.text == ","), None)
    if close is None or doc[close + 1].text in _QUOTES or any(t.pos_ in {"VERB", "NUM"} for t in doc[last + 1 : close]):
        return False
    return not any(
        c.dep_ in {"ccomp", "dobj"} and c.i > verb.i and c.pos_ != "PRON" and c != phrase.head for c in verb.children
    )


def clause_after(verb: Token) -> bool:
    doc = verb.doc
    for child in verb.rights:
        if child.lower_ in cues().citing and child.tag_ == "VBG":  # "reported on Sunday citing N"
            continue
        if child.dep_ in _CLAUSES:
            return True
        if child.dep_ == "xcomp" and verb.lemma_ in {"claim", "report", "admit", "acknowledge"}:
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
    return (last + 2 < end and doc[last + 1].text in {":", ","} and doc[last + 2].text in _QUOTES) or (
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
    end = next((t.i for t in doc[last + 1 : sentence.tokens.end] if t.lower_ in cues().afterwards), sentence.tokens.end)
    rest = [
        t for t in doc[last + 1 : end] if t.pos_ in {"VERB", "AUX", "NUM"} and t.dep_ not in {"relcl", "acl", "pcomp"}
    ]
    measured = {t.i - 1 for t in doc[last + 1 : end + 1] if is_temporal(t)}  # "in less than two weeks"
    rest = [t for t in rest if t.pos_ != "NUM" or t.i not in measured]
    if len(rest) == 1 and rest[0].lower_ == verb.lower_ and rest[0].i + 1 < len(doc) and doc[rest[0].i + 1].is_punct:
        rest = []  # "… the observatory said and rescuers said."
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


_PUT_AT = frozenset({"dead", "missing", "injured", "wounded", "homeless", "displaced"})
"""Those whom somebody "puts at" a number, or of whom he "gives" one ("gives 110 dead")."""


def counts(verb: Token, base: str, *, record: bool) -> bool:
    """The object of the verb is a count, or people with what happened to them: of a `record` that is enough."""
    if record and base in _RECORDS_DO and any(t.lower_ in cues().count_objects for t in _right(verb)):
        return True
    if base in cues().needs_clause and base not in cues().needs_count_word:
        return False
    if any(t.lower_ == "no" for c in verb.rights if c.dep_ == "dobj" for t in c.lefts):
        return False
    if base in cues().tells_of and any(c.lower_ in cues().told_events for c in verb.rights if c.dep_ == "dobj"):
        return True
    wanted = cues().count_words if base in cues().needs_count_word else cues().count_objects
    right = _right(verb)
    if any(t.lower_ in wanted for t in right) or (base in {"put", "give"} and any(t.lower_ in _PUT_AT for t in right)):
        return True
    relative = any(c.dep_ == "dobj" and c.tag_ == "WDT" for c in verb.children)
    if relative and verb.dep_ == "relcl" and verb.head.lower_ in cues().count_words:
        return True
    numbered = any(t.like_num or c.dep_ == "nummod" for t in right for c in (t, *t.children))
    return numbered and base not in cues().needs_count_word


_RECORDS_DO: Final = word_set("source_words_en", "reach", "records_do")


def _right(verb: Token) -> list[Token]:
    """The nouns of the verb's objects."""
    return [t for c in verb.rights if c.dep_ in {"dobj", "prep", "attr", "oprd", "ccomp"} for t in _nouns_of(c)]


def _nouns_of(child: Token) -> Iterator[Token]:
    """The object's noun, and the nouns that "of", "for", "at" and a modifier before it hang on it."""
    if child.pos_ in {"NOUN", "PROPN", "NUM", "ADJ", "VERB"}:
        yield child
        yield from (t for t in child.lefts if t.dep_ in {"compound", "amod"})
    for grandchild in child.children:
        told = grandchild.dep_ in {"pobj", "conj", "dobj", "nsubj"}
        if told or (grandchild.dep_ == "prep" and grandchild.lower_ in {"of", "at", "for"}):
            yield from _nouns_of(grandchild)
