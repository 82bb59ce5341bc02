"""The source that a statement is credited to: the page's own attribution where there is one, else one made here."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from dateline.extract.draft import Attribution, Page
from dateline.extract.sentence import Sentence
from dateline.extract.source.antecedent import stands_for
from dateline.extract.source.kinds import Known, can_speak, who
from dateline.extract.source.phrase import Phrase
from dateline.extract.source.words import cues
from dateline.extract.statement.draft import Stretch
from dateline.extract.statement.parties import Parties
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_SOME: Final = word_set("wording_en", "statement_credited", "some")
"""Persons by their count: "one of them", "many"."""


def credited(page: Page, sentence: Sentence, head: Token, phrase: Stretch, cue: Stretch) -> Attribution | None:
    """Whom a saying is credited to; of "he" and "the group" whom they stand for, None where that is not known."""
    own = _on_page(page, sentence, phrase, cue) or _made(page, sentence, head, phrase, cue)
    meant = stands_for(own, page)
    return meant[0] if meant else None


def quoted_behind(page: Page, sentence: Sentence, content: Stretch) -> Attribution | None:
    """Who speaks behind the one that the sentence names: the official in "Xinhua said, quoting an official"."""
    return next((a for a in _of(page, sentence) if a.cue and _text(page, a.cue) in cues().citing and a.content
                 and a.content[0] < content[1] and a.content[1] > content[0]), None)  # fmt: skip


def longer_credit(page: Page, sentence: Sentence, phrase: Stretch, cue: Stretch) -> Stretch | None:
    """The words of a known body, its article included, where the attribution begins before what the parser took for
    the speaker: the whole "Observatory for N" of a sentence that lost its commas. None: they begin together.
    """
    own = _on_page(page, sentence, phrase, cue)
    if own is None or own.resolved is None or own.start >= phrase[0] or own.end != phrase[1]:
        return None
    first = sentence.tokens_in(own.start, own.end)[0]
    before = first.nbor(-1) if first.i > sentence.tokens.start else None
    start = sentence.offset(before) if before is not None and before.lower_ in {"the", "a", "an"} else own.start
    return None if start >= phrase[0] else (start, own.end)


def maker_of(page: Page, sentence: Sentence, head: Token, whole: Stretch) -> Parties | None:
    """Of a record the one who made it, where the page credits him: the agency of "reports received by the agency"."""
    if head.lower_ not in cues().records:
        return None
    made = (a for a in _of(page, sentence) if whole[0] <= a.start and a.end <= whole[1])
    found = next((a for a in made if not a.start <= sentence.offset(head) < a.end), None)
    return Parties((found.start, found.end), (found.start, found.end)) if found else None


def head_of(sentence: Sentence, span: Stretch) -> Token:
    """The token on which the words of a span hang; a name's last word where it ends in one."""
    tokens = sentence.tokens_in(*span)
    if tokens[-1].pos_ == "PROPN" and all(t.pos_ in {"PROPN", "DET"} for t in tokens):
        return tokens[-1]
    inside = {t.i for t in tokens}
    return next((t for t in tokens if t.head.i not in inside or t.head == t), tokens[-1])


def may_speak(page: Page, sentence: Sentence, head: Token, phrase: Stretch, cue: Stretch) -> bool:
    """True where the words name somebody who can say something: a person, a body, a record, whom the page credits."""
    if head.pos_ in {"PRON", "NUM", "DET"}:
        return head.lower_ in cues().pronouns or head.lower_ in _SOME
    if head.lower_ in cues().acts or _on_page(page, sentence, phrase, cue) is not None:
        return True
    tokens = sentence.tokens_in(*phrase)
    return can_speak(Phrase(sentence, tokens[0], tokens[-1], head), Known(page.actors))


def _of(page: Page, sentence: Sentence) -> Iterator[Attribution]:
    """The attributions of a sentence; they stand in the order of the sentences."""
    first = bisect_left(page.attributions, sentence.index, key=lambda a: a.sentence)
    for at in range(first, len(page.attributions)):
        if page.attributions[at].sentence != sentence.index:
            return
        yield page.attributions[at]


def _on_page(page: Page, sentence: Sentence, phrase: Stretch, cue: Stretch) -> Attribution | None:
    return next((a for a in _of(page, sentence) if a.start < phrase[1] and a.end > phrase[0] and a.cue
                 and a.cue[0] < cue[1] and a.cue[1] > cue[0]), None)  # fmt: skip


def _made(page: Page, sentence: Sentence, head: Token, phrase: Stretch, cue: Stretch) -> Attribution:
    tokens = sentence.tokens_in(*phrase)
    words = Phrase(sentence, tokens[0], tokens[-1], head)
    pronoun = head.lower_ in cues().pronouns
    told = who(words, Known(page.actors))
    kind = "other" if pronoun else told.type
    return Attribution(
        sentence.index, words.start, words.end, words.text, kind, cue, None, told.resolved, pronoun=pronoun
    )


def _text(page: Page, span: Stretch) -> str:
    return page.text[span[0] : span[1]].lower()
