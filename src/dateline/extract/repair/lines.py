"""Line breaks: those inside a paragraph become spaces, those between items stay."""

from __future__ import annotations

import re

from dateline.extract.repair.working import Working


def fold_lines(working: Working) -> Working:
    """Line breaks inside a paragraph become spaces (their places are kept); runs of spaces become one."""
    if not _FOLDED.search(working.text):
        return working
    pieces: list[str] = []
    origin: list[int] = []
    done = 0
    for match in _GAP.finditer(working.text):
        pieces.append(working.text[done : match.start()])
        origin += working.origin[done : match.start()]
        filled = _filled(working.text, match)
        pieces.append(filled)
        origin += [working.origin[match.start()], working.origin[match.end() - 1]][: len(filled)]
        done = match.end()
    pieces.append(working.text[done:])
    origin += working.origin[done:]
    return Working("".join(pieces), tuple(origin))


def _filled(text: str, gap: re.Match[str]) -> str:
    """What a gap becomes: a paragraph's end, an item's end, or a space."""
    lines = gap.group().count("\n")
    if lines > 1 or (lines and _heading(text, gap)):
        return "\n\n"
    return "\n" if lines and _list_item(text, gap) else " "


_BLANKS = r"[ \t\r\f\v\u00a0\u2000-\u200a\u202f\u3000]"
_BREAK = r"[ \t\r\f\v\u00a0]*(?:\n\s*)?"
_GAP = re.compile(rf"[\n{_BLANKS[1:]}(?:(?<=\n){_BREAK}|(?<!\n){_BLANKS}*\n{_BREAK}|(?<!\n){_BLANKS}+|(?<![ \n]))")
"""A break of lines with the blanks around it, several blanks, or one that is no plain space."""
_FOLDED = re.compile(rf"  |[\n{_BLANKS.removeprefix('[ ')}")
"""What stands in each of them, and is found faster."""
_ITEM = re.compile(
    r"[^\n.:]{2,60}:\s*\S|[•●▪■◦*–-]\s|\(?\d{1,2}[.)]\s|[A-H][.)]\s+[A-Z]|[A-Z][^\n.:–—-]{1,40} [–—-] \d"
)
"""The first words of an item: a label, a bullet, the number or letter of a section, a name with a dash and a number."""


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


_HEADING = re.compile(r"[A-Z0-9\"'][^\n]{2,100}(?<![.,;:!?\"'-])")
_BODY = re.compile(r"[A-Z0-9\"'•(][^\n]{99}")
"""A line that no column of text is as wide as: it is a paragraph, not the wrapped rest of the line above."""
_WRAPPED = 1.5
"""How much longer than a line above it a paragraph is, at least; lines wrapped in columns are of like lengths."""


def _heading(text: str, gap: re.Match[str]) -> bool:
    """True where the line above a break opens its block and is a heading, the line below a whole paragraph."""
    line_start = text.rfind("\n", 0, gap.start()) + 1
    opens = line_start < 2 or text[line_start - 2 : line_start] == "\n\n"
    if not opens or not _HEADING.fullmatch(text, line_start, gap.start()) or not _BODY.match(text, gap.end()):
        return False
    below = text.find("\n", gap.end())
    length = (below if below >= 0 else len(text)) - gap.end()
    return length >= _WRAPPED * (gap.start() - line_start)
