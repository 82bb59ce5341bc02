"""What a page says in its own voice: the caption of a picture, an opinion. Narrow on purpose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from dateline.extract.sentence import Sentence
from dateline.extract.statement.draft import StatementDraft, Stretch
from dateline.extract.statement.grammar import stretch, stretches, subtree
from dateline.extract.statement.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS: Final = frozenset({"nsubj", "csubj"})


def own_voice(sentences: Sequence[Sentence], covered: Sequence[Stretch]) -> Iterator[StatementDraft]:
    """Captions and opinions of the sentences in which nobody speaks. `covered` are what others say."""
    for sentence in sentences:
        if sentence.parsed and not sentence.headline:
            draft = _caption(sentence) or _opinion(sentence)
            if draft is not None and (draft.form == "caption" or not _overlaps(sentence, covered)):
                yield draft


def _overlaps(sentence: Sentence, covered: Sequence[Stretch]) -> bool:
    return any(start < sentence.end and end > sentence.start for start, end in covered) or '"' in sentence.text


def is_picture(head: Token) -> bool:
    """ "This video": a picture pointed at."""
    return head.lower_.removesuffix("s") in lexicon().pictures | {w.removesuffix("s") for w in lexicon().pictures}


def _caption(sentence: Sentence) -> StatementDraft | None:
    """ "This video shows N doing M": the words behind the verb."""
    for verb in sentence.tokens:
        if verb.lemma_ not in lexicon().showing or verb.pos_ != "VERB":
            continue
        subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
        if subject is None or not is_picture(subject) or not _pointed(subject):
            continue
        behind = [i for c in verb.rights if c.dep_ not in {"punct"} for i in subtree(sentence, c)]
        content = stretch(sentence, min(behind), max(behind)) if behind else None
        if content is not None:
            return StatementDraft(sentence, content, direct=False, cue=sentence.span(verb, verb), form="caption")
    return None


def _pointed(subject: Token) -> bool:
    determiner = next((c.lower_ for c in subject.lefts if c.dep_ == "det"), None)
    return determiner in {"this", "these"} or (determiner == "the" and any(c.lower_ == "above" for c in subject.rights))


def _opinion(sentence: Sentence) -> StatementDraft | None:
    """ "Losing N would be a major blow": a judging noun with its weight, said of what would be."""
    for verb in sentence.tokens:
        if verb.lemma_ != "be" or verb.dep_ != "ROOT":
            continue
        if not any(c.lower_ in lexicon().would for c in verb.lefts if c.dep_ == "aux"):
            continue
        subject = next((c for c in verb.lefts if c.dep_ in _SUBJECTS), None)
        judged = next((c for c in verb.rights if c.dep_ == "attr" and c.lower_ in lexicon().judging), None)
        if subject is None or judged is None or subject.lower_ in {"i", "we", "you"}:
            continue
        if any(c.lower_ in lexicon().judging_adjectives for c in judged.lefts):
            content = stretches(sentence, [t.i for t in sentence.tokens])
            return StatementDraft(sentence, (content[0][0], content[-1][1]), direct=False, form="opinion")
    return None
