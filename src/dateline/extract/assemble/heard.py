"""Words of death and of survival in a page's sentences, without those that tell of no one's death.

"The Homicide Unit", "attempted murder", "a plot to kill", "crimes from murder to theft" and the titles of other videos
say nothing of those who were shot.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final, Literal

from dateline.extract.sentence import Sentence
from dateline.vocab.load import either, word_set

Kind = Literal["died", "lived"]


def says(kind: Kind, sentences: Sequence[Sentence]) -> bool:
    """One of the sentences has such a word, and tells of no other deed."""
    return any(said(kind, one.text) for one in sentences if not elsewhere(one))


def elsewhere(sentence: Sentence) -> bool:
    """The sentence tells of another deed, as far as its words of time show."""
    return _ELSEWHERE.search(sentence.text) is not None


def said(kind: Kind, text: str) -> bool:
    """The text has such a word."""
    return pattern(kind).search(text if kind == "lived" else _NO_DEATH.sub(" ", text)) is not None


@cache
def died_words() -> frozenset[str]:
    """The words of death."""
    return word_set("wording_en", "outcome", "died")


@cache
def pattern(kind: Kind) -> re.Pattern[str]:
    """Any of the words."""
    words = either(word_set("wording_en", "outcome", kind))
    # whoever is hit in the upper body is no body
    return re.compile(rf"(?<![\w-])(?<!upper )(?<!lower )(?:{words})(?![\w-])", re.IGNORECASE)


_ELSEWHERE: Final = re.compile(
    r"\b(?:weeks?|months?|years?) (?:after|ago|earlier|before)\b|\blast (?:year|month)\b"
    r"|\bthere (?:have been|had been|were) (?:at least )?\d"
    r"|^\s*\d{1,2}:\d\d [A-Z]",
    re.IGNORECASE,
)
"""A sentence of another deed, whose dead are not these, or the title of another video behind its length."""
_NO_DEATH: Final = re.compile(
    r"\b(?:attempt(?:ed|ing)?|intent|intending|plot(?:ted|ting)?|plan(?:ned|ning)?|threat(?:en\w*)?|tr(?:y|ied|ying)"
    r"|want(?:ed|ing)?|going|conspir\w+|solicit\w+|meant|assault\w*)\b"
    r"[^,.;]{0,30}?\b(?:kill|killing|murder|homicide|manslaughter|execution)\b"
    r"|\bto (?:kill|murder)\b"
    r"|\b(?:homicide|murder|death)[- ](?:and \w+ )?(?:units?|detectives?|squads?|investigators?|bureau|division|section"
    r"|teams?|count|rates?|report|tracker|victims’? families|threats?|penalty|row|trap)\b"
    r"|\b(?:reduce|prevent|stop|end|avoid)\w* (?:the |these |more )?(?:homicides?|murders?|killings?|deaths?)\b"
    r"|\b(?:injury or death|death or (?:serious )?(?:bodily )?(?:injury|harm)|fight for (?:his|her|their) li\w+)\b"
    r"|\b(?:crimes?|offen[cs]es?|acts?|activities)\b[^.;]{0,40}\b(?:murder|homicide)s?\b(?=,| and (?:robbery|other))"
    r"|\btarget\w* (?:\w+ ){0,2}for (?:killing|death|murder)\b|\bfuneral (?:directors?|homes?)\b"
    r"|\bdead[- ](?:end|line|bolt)\b",
    re.IGNORECASE,
)
