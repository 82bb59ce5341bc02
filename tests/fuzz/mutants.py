"""Mutants: what a seed turns into by a few random changes of bytes, of words, or of what a packed file holds.

All chance comes from the generator that is handed in: the same generator, the same mutant.
"""

from __future__ import annotations

import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Callable
from random import Random

LONGEST = 3_000
"""Code points or, of a file, some sixty times as many bytes, at which a mutant is cut."""

ODD = (
    "\u200f", "\u202e", "\u2066", "\u2069", "\u0301" * 9, "\u200b", "\u00ad", "\ufeff", "\ue000", "\U000f0000",
    "\x00",
    "\x07", "\x1b[31m", "\x85", "\u2028", "\u2029", "\u00a0", "\u3000", "\ufffd", "\U0001f30a",
    "\U0001f468\u200d\U0001f469",
    "\u0130", "ﬁ", "ǆ", "ß", "½", "²", "Ⅻ", "٣", "१२", "１２", "二十", "㉑", "𝟙𝟚",
    "9" * 40, "9" * 400, "0" * 60, "1,000" * 12,
    "1.000" * 9, "1e9", "-12", "−5", "12–", "–12", "12-15", "12/15", "3½", "12.", ".5", "$", "%", "°", "N°",
    "((((((", "))))))",
    "[[[[", "]]]]", "{{", "<b>", "</p>", "<!--", "]]>", "&amp;", "&#0;", "&#x110000;", "&lt;", '"""', "''''",
    "“““", "”””",
    "«««", "»»»", "‘‘", "„", '"', "'", "\\", "\\u0000", "\n\n\n", "\r", "\t", "|", "||", "•", "–", "—", "...",
    "…", ":", ";;;",
    "https://a.example/?a=1&b=2", "a.b@c.example", "+44 20 7946 0958", "U.S.", "Mr.", "No.", "a.m.", "#12", "@12",
)  # fmt: skip
WORDS = (
    "no one", "none", "twelve", "twenty-one", "a hundred and five", "half a million", "dozens",
    "tens of thousands", "one in four",
    "a couple of", "at least", "up to", "more than", "fewer than", "about", "between 3 and 9", "of whom",
    "including", "another",
    "killed", "displaced", "families", "people", "houses", "children", "were", "said", "he said", "according to",
    "on Monday",
    "3 May 2019", "2019", "last week", "in June", "near Anor", "from Orvel", "to Tarn", "in Nepal", "Syria",
    "the army", "UN",
    "denied", "could", "if", "not", "by Friday", "since then", "them", "they", "who", "which", "and", "or",
    "but", "aged 41",
    "personnes", "morts", "blessés", "heridos", "muertos", "familias", "قتل", "شخصا", "ألف",
)  # fmt: skip


# --- texts ------------------------------------------------------------------------------------------------------------


def mutant_text(text: str, other: str, chance: Random) -> str:
    """The text after one to six changes; `other` is what is spliced in. No lone surrogates: reading leaves none."""
    for _ in range(chance.choice((1, 1, 2, 2, 3, 4, 6))):
        text = chance.choice(TEXT_CHANGES)(text, other, chance)[:LONGEST]
    return text.encode("utf-8", "replace").decode()


def _spot(length: int, chance: Random, most: int = 60) -> tuple[int, int]:
    start = chance.randint(0, length)
    return start, min(length, start + chance.randint(1, most))


def _deleted(text: str, other: str, chance: Random) -> str:
    start, end = _spot(len(text), chance)
    return text[:start] + text[end:]


def _doubled(text: str, other: str, chance: Random) -> str:
    start, end = _spot(len(text), chance)
    return text[:end] + text[start:end] * chance.choice((1, 1, 1, 2, 9)) + text[end:]


def _truncated(text: str, other: str, chance: Random) -> str:
    at = chance.randint(0, len(text))
    return chance.choice((text[:at], text[at:]))


def _spliced(text: str, other: str, chance: Random) -> str:
    at, (start, end) = chance.randint(0, len(text)), _spot(len(other), chance, 300)
    return text[:at] + other[start:end] + text[at:]


def _odd(text: str, other: str, chance: Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(ODD) + text[at:]


def _odd_everywhere(text: str, other: str, chance: Random) -> str:
    odd, old = chance.choice(ODD)[:9], chance.choice((" ", ".", "e", ",", "\n"))
    return text.replace(old, chance.choice((odd, old + odd)))


def _any_character(text: str, other: str, chance: Random) -> str:
    at = chance.randint(0, len(text))
    return (
        text[:at] + chr(chance.choice((chance.randrange(0x20, 0x250), chance.randrange(0x20, 0x3100)))) + text[at + 1 :]
    )


def _word(text: str, other: str, chance: Random) -> str:
    words = re.split(r"(\s+)", text)
    at = chance.randrange(len(words))
    words[at] = chance.choice((f" {chance.choice(WORDS)} ", f"{words[at]} {chance.choice(WORDS)}"))
    return "".join(words)


def _words_out_of_order(text: str, other: str, chance: Random) -> str:
    words = text.split(" ")
    start = chance.randrange(len(words))
    some = words[start : start + 9]
    chance.shuffle(some)
    return " ".join(words[:start] + some + words[start + 9 :])


def _numbers_swapped(text: str, other: str, chance: Random) -> str:
    numbers = re.findall(r"\d[\d.,]*", text + other) or ["7"]
    return re.sub(r"\d[\d.,]*", lambda _: chance.choice(numbers), text)


def _numbers_in_words(text: str, other: str, chance: Random) -> str:
    return re.sub(r"\d[\d.,]*", lambda m: chance.choice((m[0], chance.choice(WORDS[:12]))), text)


def _numbers_odd(text: str, other: str, chance: Random) -> str:
    forms: tuple[Callable[[str], str], ...] = (
        lambda n: n.replace(",", " "), lambda n: n + "0" * chance.choice((1, 3, 30)), lambda n: " ".join(n),
        lambda n: n + chance.choice(("k", "m", "th", "-year-old", "%", "+", "°", "-", "x", "s")), lambda n: "-" + n,
        lambda n: "".join(chr(ord(c) + 0x630) if c.isascii() and c.isdigit() else c for c in n),
    )  # fmt: skip
    form = chance.choice(forms)
    return re.sub(r"\d[\d.,]*", lambda m: form(m[0]), text)


def _sentences_repeated(text: str, other: str, chance: Random) -> str:
    cut = re.split(r"(?<=[.!?\n])\s+", text)
    one = chance.choice(cut)
    if chance.random() < 0.1:
        return " ".join([text, *(re.sub(r"\d+", str(n), one) for n in range(chance.choice((5, 20, 60))))])
    chance.shuffle(cut)
    return chance.choice((" ", "\n", "\n\n")).join([*cut, one])


def _glued(text: str, other: str, chance: Random) -> str:
    share = chance.choice((0.02, 0.1, 0.5, 1.0))
    return re.sub(r"\s+", lambda m: "" if chance.random() < share else m[0], text)


def _torn(text: str, other: str, chance: Random) -> str:
    share, gap = chance.choice((0.01, 0.1, 1.0)), chance.choice((" ", "\n", "\u200b", "-\n", ". "))
    return "".join(c + gap if chance.random() < share else c for c in text)


def _cased(text: str, other: str, chance: Random) -> str:
    start, end = _spot(len(text), chance, 400)
    return text[:start] + chance.choice((str.upper, str.lower, str.title, str.swapcase))(text[start:end]) + text[end:]


def _mojibake(text: str, other: str, chance: Random) -> str:
    wrong = chance.choice(("cp1252", "latin-1", "cp1256"))
    return text.encode("utf-8", "replace").decode(wrong, "replace")


def _unpunctuated(text: str, other: str, chance: Random) -> str:
    mark = chance.choice((r"[.,;:]", r"[\"“”«»']", r"[.!?]", r"\n"))
    return re.sub(mark, chance.choice(("", " ", ",", '"', ".")), text)


def _quoted(text: str, other: str, chance: Random) -> str:
    start, end = _spot(len(text), chance, 200)
    left, right = chance.choice((('"', '"'), ("“", "”"), ("«", "»"), ("'", "'"), ("(", ")"), ('"', "”"), ("“", "")))
    return text[:start] + left + text[start:end] + right + text[end:]


def _long_line(text: str, other: str, chance: Random) -> str:
    joined = chance.choice((" and ", ", ", " of whom ", " who said that ", "; ", " - "))
    return joined.join([text.replace(".", "").replace("\n", " ")[:120]] * chance.choice((2, 4, 12)))


TEXT_CHANGES: tuple[Callable[[str, str, Random], str], ...] = (
    _deleted, _deleted, _doubled, _truncated, _spliced, _spliced, _odd, _odd, _odd,
    _odd_everywhere, _any_character, _word,
    _word, _word, _words_out_of_order, _numbers_swapped, _numbers_in_words, _numbers_odd, _sentences_repeated,
    _glued, _torn,
    _cased, _mojibake, _unpunctuated, _quoted, _long_line,
)  # fmt: skip


# --- files ------------------------------------------------------------------------------------------------------------


def mutant_file(data: bytes, other: bytes, chance: Random) -> bytes:
    """The file after some changes; of a packed one, half the time, of what is packed in it."""
    if chance.random() < 0.5:
        if data.startswith(b"PK"):
            return _repacked_zip(data, other, chance)
        if data.startswith(b"\x1f\x8b"):
            return _repacked_gzip(data, other, chance)
    return _changed(data, other, chance)


def _changed(data: bytes, other: bytes, chance: Random) -> bytes:
    for _ in range(chance.choice((1, 1, 2, 3, 5, 9))):
        data = chance.choice(BYTE_CHANGES)(data, other, chance)[: LONGEST * 60]
    return data


def _repacked_zip(data: bytes, other: bytes, chance: Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        members = [(name, file.read(name)) for name in file.namelist()]
    at = chance.randrange(len(members))
    name, held = members[at]
    members[at] = (
        name,
        _repacked_gzip(held, held, chance) if held.startswith(b"\x1f\x8b") else _changed(held, held, chance),
    )
    if chance.random() < 0.1:
        members[at] = (chance.choice(("../" + name, name.upper(), "word/", "\x01", name * 9)), members[at][1])
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", chance.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))) as file:
        for name, held in members:
            file.writestr(zipfile.ZipInfo(name, (2021, 5, 4, 8, 30, 0)), held)
    return buffer.getvalue()


def _repacked_gzip(data: bytes, other: bytes, chance: Random) -> bytes:
    held = _members(data)
    at = chance.randrange(len(held))
    held[at] = _changed(held[at], held[0], chance)
    return b"".join(gzip.compress(one, mtime=0) for one in held)


def _members(data: bytes) -> list[bytes]:
    """What each member of a gzip file holds."""
    held = []
    while data:
        unpack = zlib.decompressobj(31)
        held.append(unpack.decompress(data))
        data = unpack.unused_data
    return held


def _bit(data: bytes, other: bytes, chance: Random) -> bytes:
    out = bytearray(data or b"0")
    for _ in range(chance.choice((1, 1, 4, 20))):
        out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
    return bytes(out)


def _bytes(data: bytes, other: bytes, chance: Random) -> bytes:
    start, end = _spot(len(data), chance, 8)
    return data[:start] + chance.randbytes(end - start + chance.choice((0, 0, 1, 4))) + data[end:]


def _bytes_deleted(data: bytes, other: bytes, chance: Random) -> bytes:
    start, end = _spot(len(data), chance, chance.choice((1, 20, 400)))
    return data[:start] + data[end:]


def _bytes_doubled(data: bytes, other: bytes, chance: Random) -> bytes:
    start, end = _spot(len(data), chance, chance.choice((2, 30, 400)))
    return data[:end] + data[start:end] * chance.choice((1, 2, 60)) + data[end:]


def _bytes_spliced(data: bytes, other: bytes, chance: Random) -> bytes:
    at, (start, end) = chance.randint(0, len(data)), _spot(len(other), chance, 600)
    return data[:at] + other[start:end] + data[at:]


def _bytes_truncated(data: bytes, other: bytes, chance: Random) -> bytes:
    at = chance.randint(0, len(data))
    return data[:at] if chance.random() < 0.8 else data[at:]


def _bytes_odd(data: bytes, other: bytes, chance: Random) -> bytes:
    at, odd = chance.randint(0, len(data)), chance.choice(ODD + MARKUP).encode("utf-8")
    return data[:at] + odd * chance.choice((1, 1, 1, 30)) + data[at:]


def _number_changed(data: bytes, other: bytes, chance: Random) -> bytes:
    """One number of the file, a length or a date as it may be, made another."""
    numbers = list(re.finditer(rb"\d+", data))
    if not numbers:
        return data
    one = chance.choice(numbers)
    new = chance.choice((b"0", b"-1", b"9" * 12, b"9" * 30, b"65536", b"13", b"31", str(int(one[0][:9]) + 1).encode()))
    return data[: one.start()] + new + data[one.end() :]


def _mark_changed(data: bytes, other: bytes, chance: Random) -> bytes:
    """One character that structures the file, doubled, dropped or made another."""
    marks = list(re.finditer(rb"[<>\"'{}\[\]:,;=/&\n\t()%|-]", data))
    if not marks:
        return data
    one = chance.choice(marks)
    new = chance.choice((b"", one[0] * 2, one[0] * 99, bytes([chance.choice(b"<>\"'{}[]:,;=/&\n()\\")])))
    return data[: one.start()] + new + data[one.end() :]


def _recoded(data: bytes, other: bytes, chance: Random) -> bytes:
    text = data.decode("utf-8", "replace")
    return text.encode(
        chance.choice(("utf-16", "utf-16-be", "utf-32", "cp1252", "cp1256", "shift_jis", "utf-7")), "replace"
    )


MARKUP = (
    "<div>", "</div>", "<p>", "<table><tr><td>", "<script>", "</script>", "<!--", "-->", "<![CDATA[", "]]>",
    "<br>", "<a href='",
    "<select><option>", "<svg>", "<math>", "<template>", "<meta charset=utf-7>",
    "<!DOCTYPE x [<!ENTITY a 'b'>]>", "&a;", "&#xD800;",
    "<base href='", "\r\n\r\n", "WARC/1.0\r\n", "Content-Length: 99999999\r\n", "HTTP/1.1 200 OK\r\n",
    "Content-Encoding: br\r\n",
    "Content-Type: multipart/mixed; boundary=x\r\n\r\n", "--==edge==\r\n", "From a Tue May  4 08:30:00 2021\n",
    "=?utf-8?B?####?=",
    '{"text": ', '"data": [', "[[[[[[", '"\\ud800"', "null", "NaN", "1e999", "%PDF-1.4", " 0 R ", "endstream",
    "stream\r\n", "<< /Length 9 >>",
    "<w:p><w:r><w:t>", "<w:tbl>", "PK\x03\x04", "\x1f\x8b",
)  # fmt: skip

BYTE_CHANGES: tuple[Callable[[bytes, bytes, Random], bytes], ...] = (
    _bit, _bit, _bytes, _bytes_deleted, _bytes_doubled, _bytes_spliced, _bytes_truncated, _bytes_odd, _bytes_odd,
    _number_changed,
    _number_changed, _mark_changed, _mark_changed, _recoded,
)  # fmt: skip
