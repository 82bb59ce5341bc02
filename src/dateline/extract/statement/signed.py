"""Quotations signed with a name: `"..." — N`, and what is put behind a name and a colon: `N: "..."`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dateline.extract.sentence import Sentence
from dateline.extract.statement.grammar import stretch
from dateline.extract.statement.quotes import Quotes
from dateline.extract.statement.said import Said
from dateline.vocab.load import word_set

_MOST: Final = 6
"""Words of a name before a colon."""
_PLACES: Final = word_set("wording_en", "labels", "places")
_NAME: Final = r"[A-Z][\w.'’-]*(?:[ \xa0](?:of|the|for|de|al|[A-Z][\w.'’-]*)){0,5}"
_SIGNATURE: Final = re.compile(rf"[\"”]\s*(?P<dash>[―—–]|--)\s*(?P<name>{_NAME})(?=\s*(?:$|\n|[\"“]))")


def signed(sentence: Sentence, quotes: Quotes) -> Iterator[Said]:
    """The signed quotation, or the name with a colon, that the sentence is made of."""
    yield from _colon(sentence, quotes)
    for match in _SIGNATURE.finditer(sentence.text):
        quote = quotes.at(sentence.start + match.start())
        if quote is not None and quote.end == sentence.start + match.start() + 1:
            cue, name = ((sentence.start + match.start(g), sentence.start + match.end(g)) for g in ("dash", "name"))
            who = sentence.tokens_in(*name)[-1]
            anchor = sentence.tokens_in(*cue)[0]
            yield Said(sentence, "speech", cue, anchor, who, name, ((quote.start, quote.end),))


def _colon(sentence: Sentence, quotes: Quotes) -> Iterator[Said]:
    doc, begin, end = sentence.tokens.doc, sentence.tokens.start, sentence.tokens.end
    while begin < end and (doc[begin].is_space or doc[begin].text in {'"', "“"}):
        begin += 1
    at = next((i for i in range(begin, min(begin + _MOST, end)) if doc[i].text == ":"), None)
    if at is None or at == begin or at + 1 >= end:
        return
    words = [doc[i] for i in range(begin, at)]
    if not all(t.pos_ in {"PROPN", "NOUN", "PUNCT"} and (t.text[:1].isupper() or not t.is_alpha) for t in words):
        return
    if not _PLACES.isdisjoint({words[0].lower_, words[-1].lower_}):
        return  # "Orvel District: on 8 August five farmers …" heads what happened there
    said = stretch(sentence, at + 1, end - 1)
    quoted = quotes.at(sentence.offset(doc[at + 1])) if said is not None else None
    if said is not None and quoted is not None and quoted.start >= sentence.offset(doc[at]):
        said = (quoted.start, quoted.end)
    if said is not None:
        who = sentence.span(words[0], words[-1])
        yield Said(sentence, "speech", sentence.span(doc[at], doc[at]), doc[at], words[-1], who, (said,))
