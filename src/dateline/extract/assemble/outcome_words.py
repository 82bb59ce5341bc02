"""Which harm leaves open whether those harmed died: "was shot", and no word beside it of their death."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from dateline.extract.assemble.heard import died_words
from dateline.extract.draft import Draft
from dateline.vocab.load import word_set

OPEN: Final = word_set("wording_en", "outcome", "open")
"""Lemmas of such verbs."""
SENT: Final = word_set("wording_en", "outcome", "sent")
"""Lemmas of verbs by which somebody is brought to a hospital."""
OTHERS: Final = re.compile(r"\b(?:others?|more|another)\b", re.IGNORECASE)


def is_open(draft: Draft) -> bool:
    """ "was shot", not "was shot dead"; "the victims include two girls", where no figure before tells of what."""
    if draft.term != "killed" or draft.modality == "negated":
        return False
    if draft.trigger.lemma_.lower() == "victim" and draft.by in {"part", "event", "total"}:
        return True
    if draft.trigger.lemma_.lower() not in OPEN:
        return False
    if _TO_DEATH.search(behind_trigger(draft).partition(",")[0]):
        return False
    number = draft.quantity.number  # "ten people were shot and one killed": another's number begins another's end
    doc, at = draft.trigger.doc, draft.trigger.i
    after = list(takewhile(lambda t: t.text != "," and (t == number or not t.like_num), doc[at + 1 : at + 4]))
    before = doc[max(0, at - 2) : at]
    return not any(token.text.lower() in died_words() for token in (*before, *after))


_TO_DEATH: Final = re.compile(r"^\w+ (?:(?!(?:and|is|was|are|were|who|while|as) )[\w'’-]+ ){1,6}(?:to death|dead)\b")
""" "Shot his six-year-old brother to death"."""


def behind_trigger(draft: Draft) -> str:
    """The rest of its sentence from its trigger on."""
    sentence = draft.sentence
    return sentence.text[sentence.offset(draft.trigger) - sentence.start :]


def told_dead(drafts: Sequence[Draft]) -> list[Draft]:
    """The figures of those who are surely told as killed."""
    return [d for d in drafts if d.term == "killed" and not is_open(d) and d.modality == "asserted"]
