"""Who is credited with what: every attribution of a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from dateline.extract.draft import Attribution
from dateline.extract.sentence import Sentence
from dateline.extract.source.accord import accorded, cited
from dateline.extract.source.credit import Credit
from dateline.extract.source.edges import whole
from dateline.extract.source.ending import speakers_ending
from dateline.extract.source.introduced import learn_glosses, learn_phrase
from dateline.extract.source.kinds import Known, Who, who
from dateline.extract.source.lost import lost
from dateline.extract.source.marks import marked
from dateline.extract.source.passive import passive
from dateline.extract.source.phrase import Phrase
from dateline.extract.source.run_on import own_words
from dateline.extract.source.says import said
from dateline.extract.source.scope import quotation, scope
from dateline.extract.source.tallies import tallies
from dateline.extract.source.told import told_to
from dateline.extract.source.words import cues
from dateline.vocab.actors import Actors, known_actors

if TYPE_CHECKING:
    from spacy.tokens import Token


def recognize(sentences: Sequence[Sentence], actors: Actors | None = None) -> list[Attribution]:
    """The attributions of a page in reading order; of a chain ("X, quoting Y") the innermost speaker first.

    `actors` are the bodies known by name; None: those that travel with the package. Offsets are working offsets.
    """
    known = Known(actors if actors is not None else known_actors())
    found: list[Attribution] = []
    for at, sentence in enumerate(sentences):
        learn_glosses(sentence, known)
        if sentence.parsed:
            found += _of_sentence(sentences, at, known)
    return found


def _of_sentence(sentences: Sequence[Sentence], at: int, known: Known) -> Iterator[Attribution]:
    sentence = sentences[at]
    credits: list[Credit] = []
    if any(t.lower_ in _openers() for t in sentence.tokens):
        seen = [*cited(sentence, known), *said(sentence, known), *accorded(sentence, known),
                *passive(sentence, known), *tallies(sentence, known)]  # fmt: skip
        seen += lost(sentence, known, seen)
        credits = _ordered(_spoken(_once([part for c in seen for part in _parted(_mended(c, known), known)])))
    for credit in credits:
        yield from _attributions(sentences, at, credit, credits, known)
    before = sentences[at - 1] if at else None
    begin = next(s.start for s in sentences if s.paragraph == sentence.paragraph)
    for mark in marked(sentence, known, before, begin) if _may_be_marked(sentence) else ():
        if _in_a_phrase(mark.start, mark.end, credits):
            continue
        name = _slice(sentence, mark.start, mark.end)
        yield Attribution(at, mark.start, mark.end, name, mark.who.type, mark.cue, mark.content, mark.who.resolved)


def _in_a_phrase(start: int, end: int, credits: Sequence[Credit]) -> bool:
    """Brackets behind a source's full name give its short one; they credit nobody else."""
    return any(c.phrase is not None and c.phrase.start <= start and end <= c.phrase.end for c in credits)


def _may_be_marked(sentence: Sentence) -> bool:
    return (
        bool(set(sentence.text) & {"(", ":", "-", "–", "—", "|"})
        or " from " in sentence.text
        or " by " in sentence.text
    )


@cache
def _openers() -> frozenset[str]:
    """The words of which one must stand in a sentence that credits somebody."""
    prepositions = {words[0] for words in cues().prepositions} | {"by"}
    return frozenset(cues().verbs) | cues().citing | cues().passive | cues().tallies | prepositions


def _mended(credit: Credit, known: Known) -> Credit:
    """The credit with all the words of its source, and no others."""
    if credit.phrase is None or credit.pronoun:
        return credit
    phrase = own_words(whole(credit.phrase, credit.cue_first, known), known)
    return replace(credit, phrase=phrase, first=phrase.first if credit.first == credit.phrase.first else credit.first)


def _parted(credit: Credit, known: Known) -> list[Credit]:
    """A credit for each of two whom the parser took for one: "according to the Observatory and local officials"."""
    phrase = credit.phrase
    if phrase is None or credit.pronoun:
        return [credit]
    if (other := _joined_behind(phrase, credit.cue_first, known)) is not None:
        return [credit, replace(credit, phrase=other)]
    if not any(t.lower_ == "and" for t in phrase.tokens()[1:-1]):
        return [credit]
    each = speakers_ending(phrase.sentence, phrase.last, known)
    if len(each) != 2 or each[0].first.i > phrase.first.i + 1 or each[0].last.i <= phrase.first.i:
        return [credit]
    first = phrase.first if each[0].first.i < phrase.first.i else each[0].first
    return [replace(credit, phrase=replace(each[0], first=first)), replace(credit, phrase=each[1])]


def _joined_behind(phrase: Phrase, cue: Token, known: Known) -> Phrase | None:
    """ "The Ministry of Health and UNICEF said": who stands between "and" and the verb."""
    doc, last = cue.doc, cue.i - 1
    if phrase.last.i + 2 > last or doc[phrase.last.i + 1].lower_ != "and":
        return None
    while last > phrase.last.i and doc[last].lower_ in cues().between:
        last -= 1
    each = speakers_ending(phrase.sentence, doc[last], known)
    one = each[-1] if each else None
    behind = phrase.last.i + 2
    return one if one is not None and one.first.i in {behind, behind + (doc[behind].lower_ == "the")} else None


def _once(credits: Sequence[Credit]) -> list[Credit]:
    """One credit for each pair of source and cue, the first found."""
    seen: set[tuple[int, int]] = set()
    kept: list[Credit] = []
    for credit in credits:
        key = (credit.phrase.head.i if credit.phrase is not None else -1, credit.cue_first.i)
        if key not in seen and not _inside_other(credit, kept):
            seen.add(key)
            kept.append(credit)
    return kept


def _inside_other(credit: Credit, others: Sequence[Credit]) -> bool:
    """A cue that stands in the words of another source is no cue ("a spokesman who announced")."""
    return any(
        o.phrase is not None
        and o.phrase.first.i <= credit.cue_first.i <= o.phrase.last.i
        and o.cue_first != credit.cue_first
        for o in others
    )


def _spoken(credits: Sequence[Credit]) -> list[Credit]:
    """Gives "adding that" its speaker: the credit before it in the sentence, else the subject it hangs on."""
    result: list[Credit] = []
    for credit in credits:
        if credit.inner == 0 and credit.reach == "after":
            before = [
                c
                for c in credits
                if c.phrase is not None and c.last.i < credit.cue_first.i and c is not credit and c.inner
            ]
            if before:
                nearest = max(before, key=lambda c: c.last.i)
                result += [replace(credit, phrase=nearest.phrase, pronoun=nearest.pronoun, inner=1)]
            elif credit.phrase is not None:
                result.append(replace(credit, inner=1))
        else:
            result.append(credit)
    return result


def _ordered(credits: Sequence[Credit]) -> list[Credit]:
    return sorted(credits, key=lambda c: (c.inner, c.cue_first.i))


def _attributions(
    sentences: Sequence[Sentence], at: int, credit: Credit, credits: Sequence[Credit], known: Known
) -> Iterator[Attribution]:
    sentence, phrase = sentences[at], credit.phrase
    if phrase is None:
        return
    others = [c for c in credits if c.cue_first != credit.cue_first and c.inner == 1]
    governing = _governing(credit, others)
    content = quotation(
        sentences, at, scope(sentence, governing, [c for c in others if c.cue_first != governing.cue_first])
    )
    cue = sentence.span(credit.cue_first, credit.cue_last)
    if credit.pronoun:
        yield _attribution(at, phrase, Who("other"), cue, content, pronoun=True)
    else:
        told = who(phrase, known)
        learn_phrase(phrase, told, known)
        yield _attribution(at, phrase, told, cue, content, pronoun=False)
    if credit.inner == 1:
        for media in told_to(sentence, known):
            if _same_clause(media, credit, others):
                yield _attribution(at, media, who(media, known), cue, content, pronoun=False)


def _governing(credit: Credit, others: Sequence[Credit]) -> Credit:
    """The credit whose reach a citing one shares: "N reported, citing M" covers one and the same clause."""
    if credit.inner == 1 or not others:
        return credit
    return min(others, key=lambda c: abs(c.cue_first.i - credit.cue_first.i))


def _same_clause(media: Phrase, credit: Credit, others: Sequence[Credit]) -> bool:
    """The press was told by this speaker, not by another of the sentence."""
    if credit.phrase is not None and credit.phrase.first.i <= media.first.i <= credit.phrase.last.i:
        return False
    distance = abs(media.first.i - credit.cue_first.i)
    return all(abs(media.first.i - o.cue_first.i) >= distance for o in others)


def _attribution(
    at: int, phrase: Phrase, told: Who, cue: tuple[int, int], content: tuple[int, int], pronoun: bool
) -> Attribution:
    return Attribution(at, phrase.start, phrase.end, phrase.text, told.type, cue, content, told.resolved, pronoun)


def _slice(sentence: Sentence, start: int, end: int) -> str:
    if sentence.start <= start and end <= sentence.end:
        return sentence.text[start - sentence.start : end - sentence.start]
    doc: Token = sentence.tokens.doc  # type: ignore[assignment]
    return str(doc.text[start - sentence.base : end - sentence.base])
