"""The statements of a page: who says what, in which words; captions and opinions of the page's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dateline.extract.draft import Page
from dateline.extract.person.parsed import speaks_officially
from dateline.extract.person.typed import office_before, person_type
from dateline.extract.sentence import Sentence
from dateline.extract.statement.about import about
from dateline.extract.statement.carried import carried
from dateline.extract.statement.credited import credited, head_of, longer_credit, maker_of, may_speak, quoted_behind
from dateline.extract.statement.credits import credited_only
from dateline.extract.statement.draft import StatementDraft, Stretch
from dateline.extract.statement.found import sayings
from dateline.extract.statement.lexicon import STATED
from dateline.extract.statement.own import is_picture, own_voice
from dateline.extract.statement.parties import Parties, parties_of
from dateline.extract.statement.said import Said
from dateline.extract.statement.words import is_direct, plain
from dateline.model.words import PersonType
from dateline.vocab.load import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_BODY: Final = re.compile(r"\b(?:for|of|at)\s+(?:the\s+)?")
"""What brings in the body that an office serves."""
_RELATIVES: Final = word_set("wording_en", "statement_recognize", "relatives")
"""What only points back to something in the sentence: no words of a statement by itself."""


def statements(page: Page) -> list[StatementDraft]:
    """The statements of a page in reading order. Sentences that were not parsed are passed over.

    What was not said ("did not say"), what only may be said, and what somebody in a quotation says of others is none.
    """
    every = sayings(page.text, page.sentences, STATED)
    spoken = [said for said in every if said.speaker is not None]
    found = [*(said for said in spoken if said.done), *credited_only(page, spoken)]
    drafts = [draft for said in found if (draft := _draft(page, said)) is not None]
    covered = [part for said in found for part in said.parts]
    drafts += carried(page, drafts, covered)
    drafts += own_voice(page.sentences, covered)
    return sorted(_once(drafts), key=lambda d: (d.content, d.cue or d.content))


def _draft(page: Page, said: Said) -> StatementDraft | None:
    sentence, head = said.sentence, _antecedent(said)
    if head is None or said.whole is None or is_picture(head):
        return None
    parts = [kept for part in said.parts if (kept := plain(page.text, part)) is not None]
    parts = [(a, b) for a, b in parts if page.text[a:b].lower() not in _RELATIVES]
    maker = maker_of(page, sentence, head, said.whole)
    told = maker or parties_of(sentence, head, _of(sentence, head, said.whole))
    longer = longer_credit(page, sentence, told.phrase, said.cue)
    if longer is not None:
        told = parties_of(sentence, head_of(sentence, longer), longer)
        parts = [kept for a, b in parts if (kept := plain(page.text, (a, min(b, longer[0]) if a < longer[0] else b)))]
    head = head_of(sentence, told.phrase) if maker or longer else head
    if not parts or not may_speak(page, sentence, head, told.phrase, said.cue) or not _tells(said, parts):
        return None
    behind = quoted_behind(page, sentence, (parts[0][0], parts[-1][1]))
    if behind is not None and not (behind.start < told.phrase[1] and behind.end > told.phrase[0]):
        head = head_of(sentence, (behind.start, behind.end))
        told = parties_of(sentence, head, (behind.start, behind.end))
    told = _with_office(page.text, told)
    source = behind or credited(page, sentence, head, told.phrase, said.cue)
    content = (parts[0][0], parts[-1][1])
    return StatementDraft(
        sentence,
        content,
        is_direct(page.text, said.parts),
        tuple(parts) if len(parts) > 1 else (),
        told.speaker,
        told.role,
        told.organisation,
        said.cue,
        told.phrase,
        _type(page.text, told, head),
        about=about(page.text, parts, told.phrase),
        source=source,
    )


def _with_office(text: str, told: Parties) -> Parties:
    """The speaker with the office that ends right before the name, where the parser parted them."""
    role = office_before(text, told.speaker) if told.named and told.role is None else None
    if role is None:
        return told
    body = _BODY.search(text, *role)
    return replace(told, role=role, organisation=(body.end(), role[1]) if body else told.organisation)


def _type(text: str, told: Parties, head: Token) -> PersonType | None:
    name = told.speaker if told.named else None
    return person_type(text, told.phrase, name, head.lower_, official=speaks_officially(head))


def _antecedent(said: Said) -> Token | None:
    """Who speaks; of "who" the noun before it."""
    head = said.speaker
    if head is not None and head.lower_ in {"who", "which", "that"} and head.pos_ == "PRON":
        return said.anchor.head if said.anchor.dep_ == "relcl" else None
    return head


def _of(sentence: Sentence, head: Token, whole: Stretch) -> Stretch:
    """All words of the speaker, or of the noun that a relative pronoun stands for."""
    start, end = sentence.span(head, head)
    if whole[0] <= start and end <= whole[1]:
        return whole
    return sentence.offset(head.left_edge), max(end, whole[0] - 1)


def _tells(said: Said, parts: Sequence[Stretch]) -> bool:
    """What records tell must be a clause of its own: "the report found that ...", not "released figures"."""
    if said.kind != "document":
        return True
    inside = [t for part in parts for t in said.sentence.tokens_in(*part)]
    return any(t.dep_ in {"nsubj", "nsubjpass"} for t in inside)


def _once(drafts: Sequence[StatementDraft]) -> Iterator[StatementDraft]:
    """One draft for each span of content: the first cue found."""
    seen: set[Stretch] = set()
    for draft in drafts:
        if draft.content not in seen:
            seen.add(draft.content)
            yield draft
