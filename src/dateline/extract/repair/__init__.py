"""The working text: the canonical text with what scraping broke put right, and a map back.

Glued words ("at least140,000", "people.The"), mojibake, lost ligatures, numbers printed in groups
("3 385", "61, 000"), stripped apostrophes and hard line breaks mislead any parser. Each rule
replaces a short stretch; every character of the result knows the canonical offset it came from.
"""

from __future__ import annotations

from dateline.extract.repair.lines import fold_lines
from dateline.extract.repair.rules import LOST_LETTER, rules
from dateline.extract.repair.tables import tell_rows
from dateline.extract.repair.working import Working

__all__ = ["LOST_LETTER", "Working", "repair"]


def repair(text: str) -> Working:
    """The working text of a canonical text. Pure; cost grows linearly with the text."""
    working = Working(text, range(len(text) + 1))
    for rule in rules():
        working = rule.apply(working)
    return fold_lines(tell_rows(working))
