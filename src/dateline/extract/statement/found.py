"""All sayings of a page, before they become statements: verbs, prepositions and nouns of saying, with their content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dateline.extract.sentence import Sentence
from dateline.extract.source.kinds import Known
from dateline.extract.source.surface import phrase_before
from dateline.extract.source.words import cues
from dateline.extract.statement.accord import accorded
from dateline.extract.statement.content import content_of
from dateline.extract.statement.draft import Stretch
from dateline.extract.statement.grammar import stretches, subtree
from dateline.extract.statement.lexicon import STATED, CueClass, Verb, lexicon
from dateline.extract.statement.named import by_nouns
from dateline.extract.statement.quotes import Quote, Quotes, quotes_of
from dateline.extract.statement.said import Said
from dateline.extract.statement.signed import signed
from dateline.extract.statement.speaker import is_said, speaker_of, whole_of
from dateline.vocab.actors import known_actors

if TYPE_CHECKING:
    from spacy.tokens import Token

_VERBAL: Final = frozenset({"VERB", "AUX"})
_PARTING: Final = frozenset({"but", "while", "whereas", "although", ",", "though"})
_NEXT: Final = 5
"""Sayings behind one among which another may claim the quotation that follows."""


def sayings(text: str, sentences: Sequence[Sentence], classes: frozenset[CueClass]) -> list[Said]:
    """The sayings of a page whose cue is of one of the classes, in reading order. Working offsets."""
    quotes = quotes_of(text)
    found: list[Said] = []
    for sentence in sentences:
        if sentence.parsed:
            told = [said for said in _of_sentence(sentence, quotes, classes) if not _inside(said, quotes)]
            found += [_up_to_next(said, told) for said in told if not _attitude_told(said, told)]
    return list(_with_following(text, found, quotes))


def _attitude_told(said: Said, others: Sequence[Said]) -> bool:
    """What somebody is said to want or to think is what the other one says. `others` are those of its sentence."""
    return said.kind not in STATED and any(
        start <= said.cue[0] < end
        for other in others
        if other.kind in STATED and other is not said
        for start, end in other.parts
    )


def _up_to_next(said: Said, others: Sequence[Said]) -> Said:
    """Ends what is said where another saying is joined to it: "N said ... | but M told", "N promised ... | and said".

    What is joined inside the clause said ("said that he left and warned ...") stays part of it.
    """
    cuts = [cut for other in others if (cut := _joined_at(said, other)) is not None]
    if not cuts:
        return said
    cut = min(cuts)
    parts = tuple((a, min(b, cut)) for a, b in said.parts if a < cut - 1)
    return replace(said, parts=parts) if parts and said.cue[0] < cut else said


def _joined_at(said: Said, other: Said) -> int | None:
    """Where the words begin that join another saying to this one's, None where it is no saying of its own."""
    verb, sentence = other.anchor, said.sentence
    if other.kind not in STATED or verb.dep_ != "conj" or not any(a <= other.cue[0] < b for a, b in said.parts):
        return None
    shared = said.speaker is not None and other.speaker == said.speaker
    own = other.speaker is not None and other.speaker.head == verb and other.speaker.pos_ != "PRON"
    if not shared and not own:
        return None
    first = verb if shared or other.speaker is None else other.speaker.left_edge
    at = max(first.i, sentence.tokens.start)
    while at > sentence.tokens.start and (verb.doc[at - 1].lower_ in cues().turns or verb.doc[at - 1].text == ","):
        at -= 1
    return sentence.offset(verb.doc[at]) if (own and verb.doc[at].lower_ in _PARTING) or shared else None


def _inside(said: Said, quotes: Quotes) -> bool:
    """What somebody says of sayings inside a quotation stays part of it; and "I" and "we" speak in no page's voice."""
    if said.speaker is not None and said.speaker.lower_ in cues().own_voice:
        return True
    if said.anchor.text == ":":
        return False
    quote = quotes.at(said.cue[0])
    return quote is not None and said.cue[1] <= quote.end and said.parts[0][0] >= quote.start


def _of_sentence(sentence: Sentence, quotes: Quotes, classes: frozenset[CueClass]) -> Iterator[Said]:
    for token in sentence.tokens:
        how = lexicon().verbs.get(token.lower_)
        if how is not None and how.kind in classes and token.pos_ in _VERBAL:
            yield from _by_verb(sentence, token, how, quotes)
    if "speech" in classes:
        yield from accorded(sentence)
        yield from signed(sentence, quotes)
    yield from by_nouns(sentence, classes)


def _by_verb(sentence: Sentence, verb: Token, how: Verb, quotes: Quotes) -> Iterator[Said]:
    if verb.dep_ in {"amod", "compound", "aux"}:
        return
    if any(c.dep_ == "prt" and c.lower_ not in how.through for c in verb.rights):
        return
    passive = any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.lefts)
    agent = next((c for c in verb.rights if c.dep_ == "agent"), None)
    if passive or agent is not None:
        yield from _passive(sentence, verb, how, agent, quotes)
        return
    speaker = speaker_of(verb)
    whole = whole_of(sentence, speaker, verb) if speaker is not None else None
    if speaker is None and verb.dep_ == "ROOT" and verb.tag_ in {"VBD", "VBZ"}:
        before = phrase_before(sentence, verb, Known(known_actors()))
        if before is not None:
            speaker, whole = before.head, (before.start, before.end)
    parts = content_of(sentence, verb, how, speaker, quotes)
    if parts:
        yield Said(sentence, how.kind, sentence.span(verb, verb), verb, speaker, whole, tuple(parts), is_said(verb))


def _passive(sentence: Sentence, verb: Token, how: Verb, agent: Token | None, quotes: Quotes) -> Iterator[Said]:
    """ "It was reported by N that ...", "N was accused by M of ...", "is expected to ..."."""
    by = next((c for c in agent.rights if c.dep_ == "pobj"), None) if agent is not None else None
    if by is None and not (how.frames & {"clause", "infinitive"}):
        return
    parts = content_of(sentence, verb, how, by, quotes) or (_done_to(sentence, verb, how) if by is not None else [])
    if parts:
        whole = whole_of(sentence, by, agent) if by is not None and agent is not None else None
        yield Said(
            sentence,
            how.kind,
            sentence.span(verb, verb),
            verb,
            by,
            whole,
            tuple(parts),
            is_said(verb) and by is not None,
        )


def _done_to(sentence: Sentence, verb: Token, how: Verb) -> list[Stretch]:
    """What "was reported by N": the subject, or the noun that the participle hangs on."""
    if "object" not in how.frames:
        return []
    subject = next((c for c in verb.lefts if c.dep_ == "nsubjpass" and c.tag_ not in {"WDT", "WP"}), None)
    if subject is not None:
        return stretches(sentence, subtree(sentence, subject))
    if verb.dep_ != "acl":
        return []
    return stretches(sentence, [i for i in subtree(sentence, verb.head, [verb]) if i < verb.i])[:1]


def _with_following(text: str, found: Sequence[Said], quotes: Quotes) -> Iterator[Said]:
    """Gives a quotation that closed its sentence the one that goes on behind the speaker: `"...," said N. "..."`."""
    ordered = sorted(found, key=lambda s: s.cue)
    for at, said in enumerate(ordered):
        taken = [part for other in ordered[at + 1 : at + _NEXT] for part in other.parts]
        more = _goes_on(text, said, quotes, taken)
        yield replace(said, parts=(*said.parts, more)) if more is not None else said


def _goes_on(text: str, said: Said, quotes: Quotes, taken: Sequence[Stretch]) -> Stretch | None:
    last = quotes.at(said.parts[0][0])
    if last is None or said.parts[-1][1] > said.cue[0] or last.end > said.cue[0]:
        return None
    end = said.sentence.end
    following = quotes.between(end, end + 3)
    if not following or text[end : following[0].start].strip(" ") or _taken(following[0], taken):
        return None
    return (following[0].start, following[0].end)


def _taken(quote: Quote, taken: Sequence[Stretch]) -> bool:
    """Somebody else's cue stands behind the quotation."""
    return any(start < quote.end and end > quote.start for start, end in taken)
