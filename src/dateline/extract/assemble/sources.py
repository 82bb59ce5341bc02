"""Who says a figure: the rule book for the sources of a claim.

A figure belongs to the sources whose words cover it. Where none does, a source is carried over only as a reader
would carry it: the same figure told again with its source, or a sentence that goes on with what somebody was telling
in the sentence before. It is never the nearest organisation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dateline.extract.assemble.repeats import alike
from dateline.extract.assemble.source_issuer import issuer
from dateline.extract.draft import Attribution, Draft, Page
from dateline.extract.place.containment import rank
from dateline.extract.sentence import Sentence
from dateline.extract.source.antecedent import stands_for
from dateline.extract.source.words import cues
from dateline.vocab.fold import fold

_COUNTED: Final = re.compile(r"\b(?:record|count|register|log)(?:s|ed)?\b", re.IGNORECASE)
"""What a place does by its dead alone, where a body says so."""
_GOES_ON: Final = 2
"""Sentences that a telling may go on after the one that names its source."""
_OPENING: Final = 3
"""Tokens that may stand before a figure that opens its sentence ("A total of", "In all,")."""
_EARLIER: Final = 6
_LATER: Final = 3
"""Sentences before and after in which nobody else may be credited where a telling goes on unmarked."""
_RUN_ON: Final = 90
"""Tokens of a sentence beyond which it is no sentence but a list of links or a table run together."""
_LONG_AGO: Final = re.compile(
    r"\blast (?:january|february|march|april|may|june|july|august|september|october|november|december)\b", re.IGNORECASE
)
_UNCONFIRMED: Final = re.compile(r"\b(?:not|n[o']t) be (?:\w+ly )?(?:confirmed|verified)\b", re.IGNORECASE)
"""The writer speaks of what he was told: what follows is no more told by the one before."""
_QUOTES: Final = frozenset({'"', "“", "‘"})
_COMMON: Final = 3
"""Up to this count, and for "dozens", two figures are one only in a page's opening or where the sentences are alike."""


def sources_of(draft: Draft, page: Page) -> tuple[Attribution, ...]:
    """The sources credited with a draft's figure, the innermost speaker first; () where the page credits nobody."""
    at = draft.quantity.start
    own = _covering(at, page)
    if not own:
        own = _told_again(draft, page) or _going_on(draft, page) or _of_page(page)
    return _distinct(_named(own, page))


_PAGE_LABEL: Final = re.compile(r"^\W*(?:sources?|data|(?:all )?figures)\s*:", re.IGNORECASE)
_FOOT: Final = 2
_HEAD: Final = 4
"""Sentences from the end, and from the beginning, of a bulletin in which a line may name the source of all it lists."""


def _of_page(page: Page) -> list[Attribution]:
    """The office that issues a report, or whom one line at its head or foot names: "Source: camp register"."""
    office = issuer(page)
    if office is not None:
        return [office]
    last = len(page.sentences)
    labels = [s.index for s in page.sentences if _PAGE_LABEL.match(s.text)]
    if len(labels) != 1 or not (labels[0] < _HEAD or last - labels[0] <= _FOOT) or last < _HEAD:
        return []
    line = page.sentences[labels[0]]
    named = [a for a in page.attributions if a.sentence == line.index]
    alone = len(named) == 1 and not any(d.sentence.index == line.index for d in page.drafts)
    return named if alone else []


def _covering(at: int, page: Page) -> list[Attribution]:
    """The attributions whose content covers a working offset, the narrowest first."""
    covering = [a for a in page.attributions if a.content is not None and a.content[0] <= at < a.content[1]
                and not a.start <= at < a.end and not _is_place(a, page)]  # fmt: skip
    return sorted(covering, key=_width)


def _is_place(source: Attribution, page: Page) -> bool:
    """ "X province recorded 21 of the deaths": where they were, and nobody who says so; a capital may speak."""
    if source.type != "other" or source.resolved is not None or source.cue is None:
        return False
    if not _COUNTED.search(page.text[source.cue[0] : source.cue[1]]):
        return False
    return any(
        t.place is not None
        and rank(t) > 0
        and t.start <= source.end
        and source.start <= t.start
        and t.end >= source.end
        for t in page.toponyms
    )


def _width(source: Attribution) -> int:
    return source.content[1] - source.content[0] if source.content is not None else 0


def _named(sources: Sequence[Attribution], page: Page) -> Iterator[Attribution]:
    for source in sources:
        yield from stands_for(source, page)


def _distinct(sources: Iterator[Attribution]) -> tuple[Attribution, ...]:
    kept: list[Attribution] = []
    for source in sources:
        if not any(_same(source, other) for other in kept):
            kept.append(source)
    return tuple(kept)


def _same(a: Attribution, b: Attribution) -> bool:
    return fold(a.name).removeprefix("the ") == fold(b.name).removeprefix("the ")


def _told_again(draft: Draft, page: Page) -> list[Attribution]:
    """The source of the same figure told again: a headline or an opening, then the sentence that credits."""
    for other in page.drafts:
        if other.quantity.start != draft.quantity.start and _restates(draft, other):
            own = _covering(other.quantity.start, page)
            if own:
                return own
    return []


def _restates(a: Draft, b: Draft) -> bool:
    bounds = (a.quantity.low, a.quantity.high)
    if bounds != (b.quantity.low, b.quantity.high) or a.unit != b.unit or a.term != b.term:
        return False
    if a.counts_nobody:  # an event or a statement, told again only in the same words
        return a.trigger.lemma_ == b.trigger.lemma_ and alike(a, b)
    common = a.quantity.quantifier == "vague" or (a.quantity.low or a.quantity.high or 0) <= _COMMON
    return not common or min(a.sentence.index, b.sentence.index) <= 1 or alike(a, b)


def _going_on(draft: Draft, page: Page) -> list[Attribution]:
    """The source of the sentence before, where this one goes on with what it told."""
    sentence = draft.sentence
    if sentence.headline or len(sentence.tokens) > _RUN_ON or _credits_somebody(sentence, page):
        return []
    if _is_background(sentence) or not _continues(draft, page):
        return []
    for step in range(1, _GOES_ON + 1):
        before = sentence.index - step
        if before < 0 or page.sentences[before].headline or page.apart(before, sentence.index):
            return []
        telling = [a for a in page.attributions if a.sentence == before and _governs(a, page.sentences[before])]
        if telling:
            sure = _part_of_before(sentence) or _one_voice(sentence, page)
            return sorted(telling, key=_width) if sure else []
        if _credits_somebody(page.sentences[before], page) or _is_background(page.sentences[before]):
            return []
    return []


def _part_of_before(sentence: Sentence) -> bool:
    """The sentence opens with a part of what was just told: "Of these, 300", "The toll included"."""
    opening = " ".join(t.lower_ for t in sentence.tokens[:4]) + " "
    return any(opening.startswith(word + " ") for word in cues().parts)


def _one_voice(sentence: Sentence, page: Page) -> bool:
    """Around the sentence the page credits one source alone: a bulletin."""
    near = [a for a in page.attributions if -_EARLIER <= a.sentence - sentence.index <= _LATER and not a.pronoun]
    voices = set()
    for source in near:
        meant = stands_for(source, page)
        if meant and not any(a.cue == source.cue and a.start < source.start for a in near):
            voices.add(meant[0].resolved or fold(meant[0].name).removeprefix("the "))
    return len(voices) <= 1


def _credits_somebody(sentence: Sentence, page: Page) -> bool:
    return any(a.sentence == sentence.index for a in page.attributions)


def _governs(source: Attribution, sentence: Sentence) -> bool:
    """The source covers the main part of the sentence, not a clause aside."""
    if source.content is None:
        return False
    start, end = max(source.content[0], sentence.start), min(source.content[1], sentence.end)
    if source.start < start and end >= sentence.end - 1:
        return True
    return (end - start) * 2 >= sentence.end - sentence.start - (source.end - source.start)


def _is_background(sentence: Sentence) -> bool:
    words = [t.lower_ for t in sentence.tokens]
    if "since" in words or any(w in cues().background for w in words):
        return True
    return bool(_LONG_AGO.search(sentence.text) or _UNCONFIRMED.search(sentence.text))


def _rumoured(sentence: Sentence) -> bool:
    """ "It was reported that": somebody else told it, who is not named."""
    words = [t.lower_ for t in sentence.tokens[:4]]
    return words[:1] == ["it"] and any(w in cues().passive for w in words)


def _continues(draft: Draft, page: Page) -> bool:
    """The sentence opens with a figure, or with words that go on with a telling, and not with a turn away from it."""
    sentence = draft.sentence
    opening = " ".join(t.lower_ for t in sentence.tokens[:4]) + " "
    if any(opening.startswith(word + " ") for word in cues().refusals) or _rumoured(sentence):
        return False
    words = [t for t in sentence.tokens if not t.is_punct][: _OPENING + 1]
    opens_till = sentence.offset(words[-1]) if words else sentence.start
    if sentence.tokens[0].is_quote or sentence.text[:1] in _QUOTES:
        return True
    figure_first = any(sentence.start <= d.quantity.start <= opens_till for d in (draft, *page.drafts))
    return figure_first or any(opening.startswith(word + " ") for word in cues().openings)
