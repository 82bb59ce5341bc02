"""A document on its way through the parser: what was parsed of it so far, and what is still to be parsed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dateline.extract.assemble.drafts import Told
from dateline.extract.parse import Piece, parse, sentences_from, split, unparsed
from dateline.extract.quantity.numbers import may_count
from dateline.extract.repair import Working, repair
from dateline.extract.sentence import Sentence
from dateline.model import Document

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(slots=True)
class Sheet:
    """The pieces of a document's working text, and the parses of those that were asked for.

    `title_end` is where the title's words end in the working text (0: no title). `hopeful` are the pieces that may
    carry a figure by themselves (None: nobody asked, any may). `alone` is what the sentences that were asked tell by
    themselves, by where they start. `crisis`: it is read for statements and events, too. `borrows`: it is of a field
    that borrows the words of war (`gate.field`), where only numbers with a noun of the lists count anybody.
    """

    document: Document
    working: Working
    pieces: list[Piece]
    title_end: int
    docs: dict[int, Doc] = field(default_factory=dict)
    hopeful: list[int] | None = None
    alone: dict[int, Told] = field(default_factory=dict)
    crisis: bool = False
    borrows: bool = False

    def words(self, at: int) -> str:
        """The text of a piece."""
        start, end, _ = self.pieces[at]
        return self.working.text[start:end]

    def parsed(self, at: int) -> list[Sentence]:
        """The sentences of one parsed piece, numbered as if they were the page."""
        return sentences_from(self.working.text, [self.pieces[at]], [self.docs[at]], self.title_end)

    def may_tell(self) -> Callable[[Sentence], bool]:
        """Which parsed sentences can tell a figure: by themselves, or with a number that goes on with one told."""
        if self.hopeful is None:
            return lambda sentence: sentence.parsed
        starts = {self.pieces[at][0] for at in self.hopeful}
        return lambda sentence: sentence.parsed and (sentence.base in starts or may_count(sentence.text))

    def sentences(self) -> list[Sentence]:
        """The sentences of the page; a piece that was not parsed is one sentence of bare words."""
        docs = [self.docs.get(at) or unparsed(self.words(at)) for at in range(len(self.pieces))]
        return sentences_from(self.working.text, self.pieces, docs, self.title_end)


def sheet_of(document: Document, *, crisis: bool = False, borrows: bool = False) -> Sheet:
    """A document repaired and cut into pieces, nothing of it parsed."""
    working = repair(document.text)
    pieces, title_end = list(split(working.text)), _title_end(document, working)
    return Sheet(document, working, pieces, title_end, crisis=crisis, borrows=borrows)


def _title_end(document: Document, working: Working) -> int:
    title = document.title
    if not title or not document.text.startswith(title):
        return 0
    return working.working(0, len(title))[1]


def parse_pieces(wanted: Iterable[tuple[Sheet, Iterable[int]]]) -> None:
    """Parses the wanted pieces of several sheets together; what is parsed already is left."""
    asked = [(sheet, at) for sheet, pieces in wanted for at in pieces if at not in sheet.docs]
    docs = parse(sheet.words(at) for sheet, at in asked)
    for (sheet, at), doc in zip(asked, docs, strict=True):
        sheet.docs[at] = doc


def batches(documents: Iterable[Document], most: int, longest: int) -> Iterator[list[Document]]:
    """Documents in batches of at most `most`, closed when their texts reach `longest` code points together."""
    batch: list[Document] = []
    size = 0
    for document in documents:
        batch.append(document)
        size += len(document.text)
        if len(batch) >= most or size >= longest:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
