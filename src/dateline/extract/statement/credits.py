"""Statements that only the page's attributions show: words run together without commas, brackets, labels.

The recogniser of sources reads such text by the words around a cue. Where it credits somebody with words that no
saying of the grammar covers, these are a statement too; counts without a clause ("documented 30 deaths") are none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from dateline.extract.draft import Attribution, Page
from dateline.extract.sentence import Sentence
from dateline.extract.source.nouns import is_temporal
from dateline.extract.source.words import cues
from dateline.extract.statement.draft import Stretch
from dateline.extract.statement.said import Said

if TYPE_CHECKING:
    from spacy.tokens import Token


_BY: Final = frozenset({"by", "per"})
"""Cues of estimates: "by UN estimates"."""
_NEAR: Final = 40
"""Code points that may stand between a source and its cue for both to be one stretch."""


def credited_only(page: Page, found: Sequence[Said]) -> Iterator[Said]:
    """A saying for each attribution whose words no saying of the page has. Working offsets."""
    by_sentence: dict[int, list[Said]] = {}
    for said in found:
        by_sentence.setdefault(said.sentence.index, []).append(said)
    for source in page.attributions:
        sentence = page.sentences[source.sentence]
        if source.cue is None or source.content is None or not _is_saying(page, source.cue):
            continue
        told = by_sentence.setdefault(source.sentence, [])
        new = None if any(_meets(source, said) for said in told) else _said(sentence, source)
        if new is not None:
            told.append(new)
            yield new


def _is_saying(page: Page, cue: Stretch) -> bool:
    words = page.text[cue[0] : cue[1]].lower()
    return words in cues().say_forms or words in _BY or not words.isalpha()


def _meets(source: Attribution, said: Said) -> bool:
    """The saying has the cue, or the words, of the attribution already."""
    assert source.cue is not None and source.content is not None
    if said.cue[0] < source.cue[1] and said.cue[1] > source.cue[0]:
        return True
    own = said.whole is not None and said.whole[0] < source.end and said.whole[1] > source.start
    return own or any(start < source.content[1] and end > source.content[0] for start, end in said.parts)


def _said(sentence: Sentence, source: Attribution) -> Said | None:
    assert source.cue is not None and source.content is not None
    first, last = min(source.start, source.cue[0]), max(source.end, source.cue[1])
    last = _over_record(sentence, last)
    apart = last - first > (source.end - source.start) + (source.cue[1] - source.cue[0]) + _NEAR
    holes = [(source.start, source.end), source.cue] if apart else [(first, last)]
    parts = _without(source.content, sorted(holes))
    tokens = sentence.tokens_in(source.start, source.end)
    cue = sentence.tokens_in(*source.cue)
    parts = [part for part in parts if any(_tells(t) for t in sentence.tokens_in(*part))]
    if not parts or not tokens or not cue:
        return None
    whole = (source.start, source.end)
    return Said(sentence, "speech", source.cue, cue[0], _head(tokens), whole, tuple(parts))


def _tells(token: Token) -> bool:
    """More than a day or a joining word: something is told."""
    return token.pos_ in {"VERB", "AUX"} or (token.pos_ == "NOUN" and not is_temporal(token))


def _over_record(sentence: Sentence, end: int) -> int:
    """Past the record that the source made: "according to the UN | reports", "the ministry's | figures"."""
    for token in sentence.tokens_in(end, sentence.end):
        if token.lower_ not in cues().records | {"'s", "’s"}:
            break
        end = sentence.span(token, token)[1]
    return end


def _head(tokens: Sequence[Token]) -> Token:
    if tokens[-1].pos_ == "PROPN":
        return tokens[-1]
    inside = {t.i for t in tokens}
    return next((t for t in tokens if t.head.i not in inside or t.head == t), tokens[-1])


def _without(content: Stretch, holes: Sequence[Stretch]) -> list[Stretch]:
    pieces = []
    start = content[0]
    for low, high in holes:
        if low > start:
            pieces.append((start, min(low, content[1])))
        start = max(start, high)
    if start < content[1]:
        pieces.append((start, content[1]))
    return pieces
