"""One input of every kind that is read, made here: what the contract of readers is held against."""

from __future__ import annotations

import io
import json
from email.message import EmailMessage
from typing import Final

from archives import packed, record, wacz
from papers import docx, lines, paragraph, pdf
from saved_pages import FIRST, HEADLINE, SECOND, page


def _mail() -> bytes:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "a@relief.example", "b@relief.example", HEADLINE
    made["Date"] = "Tue, 04 May 2021 08:30:00 +0200"
    made.set_content(f"{FIRST}\n\n> {SECOND}\n")
    made.add_attachment(
        pdf(lines("More than 300 families fled.")), maintype="application", subtype="pdf", filename="s.pdf"
    )
    return made.as_bytes()


def _feed() -> bytes:
    items = "".join(
        f"<item><title>{HEADLINE}</title><description>{words}</description></item>" for words in (FIRST, SECOND)
    )
    return f"<rss version='2.0'><channel><title>The Seld Courier</title>{items}</channel></rss>".encode()


def _chat() -> bytes:
    messages = [
        {"id": n, "type": "message", "date": "2021-05-04T08:30:00", "text": t} for n, t in enumerate((FIRST, SECOND))
    ]
    return json.dumps({"name": "Seld", "type": "public_channel", "id": 7, "messages": messages}).encode()


def _reports() -> bytes:
    rows = [{"id": str(n), "fields": {"title": HEADLINE, "body": words}} for n, words in enumerate((FIRST, SECOND))]
    return json.dumps({"href": "https://api.reliefweb.int/v1/reports", "data": rows}).encode()


_ARCHIVE: Final = (
    record("https://courier.example/1", page()), record("https://courier.example/2", page(SECOND, FIRST)),
)  # fmt: skip
_LETTER: Final = _mail()

INPUTS: Final[dict[str, bytes]] = {
    "page.html": page(),
    "story.txt": f"{HEADLINE}\n\n{FIRST}\n".encode(),
    "rows.jsonl": b"".join(json.dumps({"text": words}).encode() + b"\n" for words in (FIRST, SECOND)),
    "rows.csv": f'title,text\n"{HEADLINE}","{FIRST}"\n"{HEADLINE}","{SECOND}"\n'.encode(),
    "feed.xml": _feed(),
    "crawl.warc": b"".join(_ARCHIVE),
    "crawl.warc.gz": packed(*_ARCHIVE),
    "crawl.wacz": wacz(data_warc_gz=packed(*_ARCHIVE)),
    "report.pdf": pdf(lines(FIRST[:70], FIRST[70:]), lines(SECOND[:70])),
    "report.docx": docx(paragraph(HEADLINE, "Title"), paragraph(FIRST), paragraph(SECOND)),
    "letter.eml": _LETTER,
    "box.mbox": b"From a@relief.example Tue May  4 08:30:00 2021\n" + _LETTER + b"\n",
    "reports.json": _reports(),
    "result.json": _chat(),
}
"""By name. Each holds one document or more."""


class Pipe(io.RawIOBase):
    """A stream that cannot go back."""

    def __init__(self, data: bytes) -> None:
        self._data = io.BytesIO(data)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        piece = self._data.read(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)
