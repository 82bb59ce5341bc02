"""Those told as hurt of whom the next words tell that they died: "he later died", "where both died"."""

from __future__ import annotations

import re
from typing import Final

from dateline.extract.draft import Draft, Page


def stated(draft: Draft) -> int:
    """The number that a figure prints; 0 for a person told without one, or an open number."""
    quantity = draft.quantity
    return quantity.low or 0 if quantity.low == quantity.high and not quantity.implied else 0


def died_later(draft: Draft, page: Page, behind: str) -> bool:
    """ "The boy was taken to hospital, where he died": one described person, of whom the next words tell the end.

    "Two men were taken to hospital, where both died": as many as the words for all of them say. `behind` is the rest of
    its sentence from its trigger on.
    """
    if draft.term not in {"injured", "other"} or draft.modality != "asserted":
        return False
    subject = draft.quantity.start < draft.sentence.offset(draft.trigger)
    if draft.term == "injured" and subject and _AND_DIED.search(behind):
        return True
    if stated(draft) > 1:
        return _all_died(draft, page, behind)
    if (not draft.quantity.implied and stated(draft) != 1) or draft.term != "injured":
        return False
    following = page.sentences[draft.sentence.index + 1 : draft.sentence.index + 3]
    heard = " ".join([behind, *(sentence.text for sentence in following)])
    return _DIED_LATER.search(heard) is not None


_AND_DIED: Final = re.compile(
    r"^[^,.;:]{3,80}? and (?:(?:later|then|soon|subsequently|has|had) )*(?:died|succumbed|passed away)\b"
)
"""The same subject goes on: "suffered a wound to the head and died"; no one else stands between."""
_END = (
    r" (?:(?:has|have|had|later|were|was|since|then|also|been|of|them|men|women|victims|teens|people) ){0,3}"
    r"(?:died|dead|succumbed|(?:pronounced|declared) (?:\w+ )?dead)\b"
)
_BOTH_DIED: Final = re.compile(rf"\b[Bb]oth{_END}|\b[Tt]he (?:two|pair|couple){_END}|\bwhere they{_END}")
_THREE_DIED: Final = re.compile(rf"\b[Aa]ll (?:three|3){_END}|\b[Tt]he three{_END}|\bwhere (?:they|all){_END}")


def _all_died(draft: Draft, page: Page, behind: str) -> bool:
    """The next words say that both, or all three, of those who were hit have died."""
    wanted = {2: _BOTH_DIED, 3: _THREE_DIED}.get(stated(draft))
    if wanted is None or draft.trigger.lemma_.lower() == "recover":
        return False
    following = page.sentences[draft.sentence.index + 1 : draft.sentence.index + 3]
    heard = " ".join([behind, *(sentence.text for sentence in following)])
    return wanted.search(heard) is not None


_DIED_LATER = re.compile(
    r"\b(?:[Hh]e|[Ss]he|who"
    r"|[Tt]he (?:man|woman|boy|girl|victim|teen|teenager|child|baby|toddler|driver|officer|deputy))\b"
    r"(?: \w+){0,3} (?:died|passed away|succumbed|(?:pronounced|declared) (?:\w+ )?dead)\b"
)
