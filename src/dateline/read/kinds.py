"""Which kind of input the bytes are: by their content first, by the file's name only where content cannot tell."""

from __future__ import annotations

import json
import re
from pathlib import PurePath
from typing import Final, Literal

from dateline.errors import UnreadableInput

Kind = Literal["text", "html"]

_SAVE_AS_TEXT: Final = "Save it as plain text or as a web page and pass that"
_OF_ITS_OWN: Final = "Pass it as an input of its own"
_UNPACK: Final = "Unpack it and pass what is in it"

# What a file begins with, what that is called, what to do with it.
_SIGNATURES: Final = (
    (b"PK\x03\x04", "a ZIP archive, or an office document that is no DOCX", _SAVE_AS_TEXT),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document, which is not read yet", _SAVE_AS_TEXT),
    (b"{\\rtf", "an RTF document, which is not read yet", _SAVE_AS_TEXT),
    (b"WARC/", "a WARC archive, not one document", _OF_ITS_OWN),
    (b"\x1f\x8b", "a gzip archive", _UNPACK),
    (b"BZh", "a bzip2 archive", _UNPACK),
    (b"\xfd7zXZ\x00", "an xz archive", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "a zstandard archive", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", _UNPACK),
    (b"Rar!\x1a\x07", "a RAR archive", _UNPACK),
    (b"\x89PNG\r\n", "an image (PNG)", "Pass the text of what it shows"),
    (b"\xff\xd8\xff", "an image (JPEG)", "Pass the text of what it shows"),
    (b"GIF87a", "an image (GIF)", "Pass the text of what it shows"),
    (b"GIF89a", "an image (GIF)", "Pass the text of what it shows"),
    (b"RIFF", "an image or a recording (RIFF)", "Pass the text of what it holds"),
    (b"ID3", "a recording", "Pass the text of what it says"),
    (b"OggS", "a recording", "Pass the text of what it says"),
    (b"PAR1", "a Parquet table, not one document", _OF_ITS_OWN),
    (b"SQLite format 3\x00", "a database, not a document", "To work on a ledger, name it with --ledger"),
    (b"\x7fELF", "a program", None),
)
# What a name ends with where the content looks like text.
_SUFFIXES: Final = {
    ".csv": ("a table, not one document", _OF_ITS_OWN),
    ".tsv": ("a table, not one document", _OF_ITS_OWN),
    ".mht": ("a page saved as MHTML, which is not read yet", "Save the page as HTML and pass that"),
    ".mhtml": ("a page saved as MHTML, which is not read yet", "Save the page as HTML and pass that"),
    ".eml": ("a mail, not one document", _OF_ITS_OWN),
    ".mbox": ("a mailbox, not one document", _OF_ITS_OWN),
    ".js": ("program code, not a document", None),
    ".mjs": ("program code, not a document", None),
    ".css": ("a style sheet, not a document", None),
    ".svg": ("a drawing, not a document", None),
}
JSON_LINES_SUFFIXES: Final = frozenset({".jsonl", ".ndjson"})
_HTML_SUFFIXES: Final = frozenset({".html", ".htm", ".xhtml"})
_FEED: Final = re.compile(r"<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE)
_PAGE: Final = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_FRAGMENT: Final = re.compile(
    r"\s*(?:<!--.{0,2000}?-->\s*)?<(?:article|main|section|header|div|p|h[1-6]|table|ul|ol|span|br|meta|title|script|style)\b[^<>]*>",
    re.IGNORECASE | re.DOTALL,
)


def suffix_of(name: str) -> str:
    """The end of a file's name, in lower case (".html"), empty where it has none."""
    return PurePath(name).suffix.lower()


def refuse_foreign(data: bytes, name: str) -> None:
    """Raises UnreadableInput, naming what it is, for a kind of file that holds no text or is not read yet."""
    for signature, what, advice in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableInput(f"it is {what}", document=name, advice=advice)
    if data[4:8] == b"ftyp":
        raise UnreadableInput("it is a film or an image", document=name, advice="Pass the text of what it shows")
    if known := _SUFFIXES.get(suffix_of(name)):
        raise UnreadableInput(f"it is {known[0]}", document=name, advice=known[1])


def kind_of(text: str, *, name: str, media_type: str | None = None) -> Kind:
    """Whether the decoded text is a page or plain text. Raises UnreadableInput for JSON and feeds.

    The start of the content decides, then the media type, then the name.
    """
    head = text[:2_000].lstrip()
    if head.startswith("<") and _FEED.search(head) and not _PAGE.search(head):
        raise UnreadableInput("it is a feed, not one document", document=name, advice=_OF_ITS_OWN)
    if _is_json(text):
        raise UnreadableInput(
            "it is JSON, but not JSON lines",
            document=name,
            advice='Write one object {"id", "text"} a line (jq -c does it)',
        )
    if suffix_of(name) == ".json":
        raise UnreadableInput(
            "it is named as JSON and is none: damaged, cut, or something else",
            document=name,
            advice="Check that it was saved in full, and name it after what it is",
        )
    if head.startswith("<") and (_PAGE.search(head) or _FRAGMENT.match(head)):
        return "html"
    if media_type is not None:
        return "html" if "html" in media_type.lower() else "text"
    return "html" if suffix_of(name) in _HTML_SUFFIXES else "text"


def begins_json_lines(line: bytes) -> bool:
    """True when a first line is a whole JSON object."""
    if not line.lstrip().startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _is_json(text: str) -> bool:
    if not text.lstrip().startswith(("{", "[")):
        return False
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
