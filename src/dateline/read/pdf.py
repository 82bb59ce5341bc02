"""PDF: the words of its pages as paragraphs, each page a part of the text."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median
from typing import TYPE_CHECKING, Final

from dateline.errors import EmptyInput, MissingExtra, TooLarge, UnreadableInput
from dateline.read.canonical import folded, one_line
from dateline.read.content import PDF, Content
from dateline.read.given import Given
from dateline.read.limits import MAX_PDF_CHARACTERS, MAX_PDF_PAGES, MAX_TITLE
from dateline.read.paged import Line, joined, without_furniture

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage

_BEGINNING: Final = b"%PDF-"
_WITHIN: Final = 1_024
"""Bytes within which a PDF's first line stands, as readers of PDF allow."""

_BROKEN: Final = "\x02\ufffe"
"""What PDFium writes where a word is broken at the end of a line."""

_MIN_TITLE_WORDS: Final = 2
_LARGE: Final = 1.3
"""How much taller than the page's usual letters those of a title are."""


class Pdf:
    """Reads PDF with PDFium. Headers and footers that come back on the pages are left out.

    The date of the file is not taken for its publication, its author not for its publisher: templates and the
    programs that write PDF fill both as they please.
    """

    def knows(self, data: bytes) -> bool:
        """True where a PDF begins in the first bytes."""
        return _BEGINNING in data[:_WITHIN] and data.lstrip()[:1] != b"<"

    def content(self, data: bytes, *, name: str) -> Content:
        """The text of its pages, with the pages as parts.

        Raises UnreadableInput for a damaged or locked file, EmptyInput for a scan without text, TooLarge.
        """
        document = _opened(data, name)
        try:
            pages = without_furniture([list(lines) for lines in _pages(document, name)])
            declared = document.get_metadata_value("Title")
        finally:
            document.close()
        if not any(pages):
            raise EmptyInput(
                "there is no text in the PDF: its pages are pictures", document=name, advice="Read it by OCR first"
            )
        body, parts = joined(pages)
        return Content(body, PDF, Given(title=_title(declared, next(filter(None, pages)), body)), parts)


def _opened(data: bytes, name: str) -> PdfDocument:
    try:
        from pypdfium2 import PdfDocument, PdfiumError
    except ImportError:
        raise MissingExtra("reading PDF needs pypdfium2: pip install pypdfium2", document=name) from None
    try:
        document = PdfDocument(data)
        count = len(document)
    except PdfiumError as error:
        locked = "assword" in str(error)
        raise UnreadableInput(
            "the PDF is locked with a password" if locked else "the PDF is damaged or cut",
            document=name,
            advice="Save it without a password" if locked else "Copy or fetch it again",
        ) from None
    if count > MAX_PDF_PAGES:
        document.close()
        raise TooLarge(f"the PDF has more than {MAX_PDF_PAGES:,} pages", document=name, advice="Split it")
    return document


def _pages(document: PdfDocument, name: str) -> Iterator[Iterator[Line]]:
    from pypdfium2 import PdfiumError

    characters = 0
    for number in range(len(document)):
        try:
            page = document[number]
            text = page.get_textpage()
        except PdfiumError:
            raise UnreadableInput(f"page {number + 1} of the PDF is damaged", document=name) from None
        characters += text.count_chars()
        if characters > MAX_PDF_CHARACTERS:
            raise TooLarge(
                f"the PDF holds more than {MAX_PDF_CHARACTERS:,} characters", document=name, advice="Split it"
            )
        yield _lines(text)


def _lines(page: PdfTextPage) -> Iterator[Line]:
    """The lines of a page, in the order in which the PDF writes them."""
    from pypdfium2.raw import FPDFText_GetUnicode

    letters: list[str] = []
    first = last = -1
    for index in range(page.count_chars()):
        letter = chr(FPDFText_GetUnicode(page, index))
        if letter in "\r\n":
            if first >= 0:
                yield _line(page, "".join(letters), first, last)
            letters, first = [], -1
            continue
        if letter in _BROKEN:
            continue
        letters.append(letter)
        if not letter.isspace():
            first, last = (index if first < 0 else first), index
    if first >= 0:
        yield _line(page, "".join(letters), first, last)


def _line(page: PdfTextPage, words: str, first: int, last: int) -> Line:
    left, bottom, _, top = page.get_charbox(first, loose=True)
    right = page.get_charbox(last, loose=True)[2]
    return Line(words, left=left, right=right, top=top, bottom=bottom)


def _title(declared: str, lines: list[Line], body: str) -> str | None:
    """The title that the file declares where its first page shows it, else the tallest words of that page."""
    words = one_line(declared)
    if len(words.split()) >= _MIN_TITLE_WORDS and len(words) <= MAX_TITLE and folded(words) in folded(body[:5_000]):
        return words
    usual = median(line.height for line in lines)
    tallest = max(line.height for line in lines)
    if tallest <= 0 or tallest < _LARGE * usual:
        return None
    tall = [line for line in lines if line.height > 0.9 * tallest]
    at = lines.index(tall[0])
    title = one_line(" ".join(line.words for line in lines[at : at + len(tall)]))
    together = lines[at : at + len(tall)] == tall
    return title if together and len(title.split()) >= _MIN_TITLE_WORDS and len(title) <= MAX_TITLE else None
