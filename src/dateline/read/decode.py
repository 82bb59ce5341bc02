"""Bytes to text. In order: byte order mark, UTF-8, UTF-16 without a mark, the declared charset, a cautious guess."""

from __future__ import annotations

import codecs
import re
from functools import partial
from typing import Final

from dateline.errors import BadEncoding, UnreadableInput
from dateline.read.canonical import REPLACEMENT

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED: Final = re.compile(
    rb"""<(?:meta\b[^>]{0,200}?\bcharset|\?xml\b[^>]{0,100}?\bencoding)\s*=\s*["']?\s*([\w.:-]{2,30})""", re.I
)
_TEXT_CHARSET: Final = re.compile(
    r"utf-?(?:8|16(?:le|be)?)|iso-?(?:8859|2022)-?\w+(?:-\w+)?|windows-?\d+|cp\d+|koi8-?\w|gb(?:k|2312|18030)"
    r"|big5(?:-?hkscs)?|euc-?\w\w|(?:x-)?s(?:hift)?[-_]?jis|latin-?\d|us-ascii|ascii|mac(?:intosh|cyrillic)",
    re.I,
)
_AS_WINDOWS: Final = frozenset({"iso8859-1", "ascii"})
"""Charsets that pages declare and do not mean: the WHATWG standard reads them as windows-1252."""

_GUESSES: Final = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "koi8_r", "gb18030", "big5", "shift_jis",
    "euc_jp", "euc_kr",
)  # fmt: skip
_WINDOW: Final = 20_000
_ACCENTED: Final = 0.2
_MOSTLY_ASCII: Final = 0.08
"""Shares of bytes above 127: up to the first, text is windows-1252 if all of them are Western accents and marks;
up to the second, also if nothing better is found."""

_WESTERN: Final = frozenset(
    "àâäáãåæçéèêëíìîïñóòôöõøœúùûüÿÀÂÄÁÃÅÆÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØŒÚÙÛÜß‘’“”‚„–—…•«»‹›°€£§©®™¡¿ªº·½¼¾×\xa0\xad"
)

_CONTROL: Final = bytes((*range(0x09), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0)))
_NO_CHARACTERS: Final = "\ufffd\ufffe\uffff"
_NONSENSE: Final = 0.01
_UTF16_NULS: Final = 0.2
_MIN_CONTROLS: Final = 3


def decode(data: bytes, *, name: str, declared: str | None = None) -> str:
    """The text of the bytes, without its byte order mark.

    `declared` is the charset that the content names (see `declared_charset`). A few broken places in UTF-8 become
    U+FFFD. Raises UnreadableInput when the bytes are no text, BadEncoding when no encoding fits.
    """
    readings = (_marked, _utf8, _unmarked_utf16, partial(_declared, declared), _damaged_utf8, _guessed)
    text = next((text for reading in readings if (text := reading(data)) is not None), None)
    if _is_nonsense(data.decode("latin-1") if text is None else text):
        raise UnreadableInput(
            "it is binary data, not text", document=name, advice="Pass text, a saved web page or JSON lines"
        )
    if text is None:
        raise BadEncoding("no text encoding fits", document=name, advice="Save it as UTF-8 and try again")
    return text


def encoding_of(sample: bytes) -> str:
    """The encoding of a long text by its first bytes, as Python names it: for what is too long to be tried whole.

    A byte order mark counts first, then UTF-8, then what a detector finds; windows-1252 where nothing is found.
    """
    for mark, encoding in _MARKS:
        if sample.startswith(mark):
            return "utf-8-sig" if encoding == "utf-8" else encoding.removesuffix("-le").removesuffix("-be")
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeError:
        pass
    else:
        return "utf-8"
    high = sample.translate(None, bytes(range(128)))
    western = _strictly(high, "cp1252")
    if western and len(high) <= _ACCENTED * len(sample) and _WESTERN.issuperset(western):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample[:_WINDOW], cp_isolation=list(_GUESSES), enable_fallback=False).best()
    return best.encoding if best else "cp1252"


def declared_charset(head: bytes) -> str | None:
    """The charset that a page's first bytes declare, as Python names it; None when none, or none of text."""
    found = _DECLARED.search(head)
    if not found:
        return None
    label = found[1].decode("ascii", "replace")
    if not _TEXT_CHARSET.fullmatch(label):
        return None
    try:
        known = codecs.lookup(label).name
    except LookupError:
        return None
    return "cp1252" if known in _AS_WINDOWS else known


def _marked(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    return None


def _utf8(data: bytes) -> str | None:
    if data[:4096].count(0) > _UTF16_NULS * len(data[:4096]):
        return None  # UTF-16 of Western text is valid UTF-8, full of NULs
    return _strictly(data, "utf-8")


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 shows in where its NULs stand: after each Western letter (little endian) or before it."""
    head = data[: 4096 & ~1]
    first, second = head[0::2].count(0), head[1::2].count(0)
    if max(first, second) <= 2 * _UTF16_NULS * (len(head) // 2 or 1) or min(first, second) > max(first, second) // 10:
        return None
    return data.decode("utf-16-le" if second > first else "utf-16-be", "replace")


def _damaged_utf8(data: bytes) -> str | None:
    """UTF-8 with few broken places (cut in the middle of a character, one foreign byte)."""
    text = data.decode("utf-8", "replace")
    broken = text.count(REPLACEMENT)
    whole = len(text) - len(text.encode("ascii", "ignore")) - broken
    return text if 0 < whole >= broken - 1 else None  # other encodings make whole characters of UTF-8 by rare chance


def _declared(declared: str | None, data: bytes) -> str | None:
    return _strictly(data, declared) if declared else None


def _guessed(data: bytes) -> str | None:
    """The text by what its bytes above 127 would be: Western accents, else what a detector finds."""
    high = data.translate(None, bytes(range(128)))
    western = _strictly(data, "cp1252")
    if western and len(high) <= _ACCENTED * len(data) and _WESTERN.issuperset(high.decode("cp1252")):
        return western
    from charset_normalizer import from_bytes

    first = data.index(high[:1])
    window = data[max(0, first - 200) : first + _WINDOW]
    best = from_bytes(window, cp_isolation=list(_GUESSES), enable_fallback=False).best()
    found = _strictly(data, best.encoding) if best else None
    return western if found is None and len(high) <= _MOSTLY_ASCII * len(data) else found


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _is_nonsense(text: str) -> bool:
    """True when the text holds more control characters than writing does."""
    head = text[:100_000]
    low = head.encode("latin-1", "ignore")
    controls = len(low) - len(low.translate(None, _CONTROL)) + sum(map(head.count, _NO_CHARACTERS))
    return controls > max(_MIN_CONTROLS, _NONSENSE * len(head))
