"""Line breaks: those inside a paragraph become spaces, those between items stay."""

from __future__ import annotations

import re

from dateline.extract.repair.working import Working


def fold_lines(working: Working) -> Working:
    """Line breaks inside a paragraph become spaces (their places are kept); runs of spaces become one."""
    pieces: list[str] = []
    origin: list[int] = []
    breaks: list[int] = []
    done = 0
    length = 0
    for match in _GAP.finditer(working.text):
        chunk = working.text[done : match.start()]
        pieces.append(chunk)
        origin += working.origin[done : match.start()]
        length += len(chunk)
        blank = match.group().count("\n") > 1
        filled = "\n\n" if blank else "\n" if "\n" in match.group() and _list_item(working.text, match) else " "
        pieces.append(filled)
        origin += [working.origin[match.start()], working.origin[match.end() - 1]][: len(filled)]
        length += len(filled)
        if "\n" in match.group():
            breaks.append(length)
        done = match.end()
    pieces.append(working.text[done:])
    origin += working.origin[done:]
    return Working("".join(pieces), tuple(origin), tuple(breaks))


_BLANKS = r"[ \t\r\f\v\u00a0\u2000-\u200a\u202f\u3000]"
_BREAK = r"[ \t\r\f\v\u00a0]*(?:\n\s*)?"
_GAP = re.compile(rf"[\n{_BLANKS[1:]}(?:(?<=\n){_BREAK}|(?<!\n){_BLANKS}*\n{_BREAK}|(?<!\n){_BLANKS}+|(?<![ \n]))")
"""A break of lines with the blanks around it, several blanks, or one that is no plain space."""
_ITEM = re.compile(r"[^\n.:]{2,60}:\s*\S|[•●▪■◦*–-]\s|\(?\d{1,2}[.)]\s")


def _list_item(text: str, gap: re.Match[str]) -> bool:
    """True where a line break divides items of a list or rows of a table, not the words of one sentence."""
    line_start = text.rfind("\n", 0, gap.start()) + 1
    before, after = text[line_start : gap.start()], text[gap.end() : gap.end() + 80].split("\n")[0]
    if _ITEM.match(after):
        return True
    return (
        bool(_ITEM.match(before))
        and len(before) < 70
        and after[:1].isupper()
        and not before.rstrip().endswith((",", ":"))
    )
