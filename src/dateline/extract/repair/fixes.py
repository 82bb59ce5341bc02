"""What a broken stretch becomes: one function a kind of damage, None where it is left."""

from __future__ import annotations

import re

from dateline.extract.repair.marks import whole_words
from dateline.vocab.load import load
from dateline.vocab.months import month_names


def mojibake(match: re.Match[str]) -> str | None:
    """UTF-8 read as Windows-1252, undone where the bytes make a character again; no digit comes of what shows none."""
    garbled = match.group()
    try:
        # five bytes have no character in Windows-1252: readers leave them as control characters
        told = b"".join(c.encode("latin-1" if "\x80" <= c <= "\x9f" else "cp1252") for c in garbled).decode("utf-8")
    except UnicodeError:
        return None
    return None if any(map(str.isnumeric, told)) and not any(map(str.isnumeric, garbled)) else told


def grouped(match: re.Match[str]) -> str | None:
    """ "12 000" is one number, unless a month, a day or a year stands before or the groups are years."""
    before = match.string[max(0, match.start() - 12) : match.start()].rstrip().lower()
    if before.endswith(month_names()) and int(match[1]) <= 31 and not re.search(r"\d\s+\w+$", before):
        return None
    return match.group().translate({0xA0: ",", 0x2009: ",", 0x202F: ",", 0x20: ","})


def unless_word(match: re.Match[str]) -> str | None:
    """ "oftwo" is two words; "often", "andone"… only where the whole is none of English."""
    return None if match.group().lower() in whole_words() else f"{match[1]} {match[2]}"


def after_stop(match: re.Match[str]) -> str | None:
    head = match.string[max(0, match.start() - 8) : match.start() + 2]
    if re.search(r"(?:https?:|www|//|@)\S*$", head) or re.match(r"[A-Z]\.", match[3]):
        return None
    return f"{match[1]}{match[2]} {match[3]}"


def unless_address(match: re.Match[str]) -> str | None:
    return None if match[2] in load("repair_en")["after_a_dot"] else f"{match[1]}. {match[2]}"


def possessive(match: re.Match[str]) -> str | None:
    """ "Tuesdays bombing" owns; plain plurals of common nouns are left where no capital or noun shows owning."""
    owner = match[1]
    follows = match.string[match.end() + 1 : match.end() + 2]
    return f"{owner}'s" if owner[0].isupper() or follows.isupper() else None
