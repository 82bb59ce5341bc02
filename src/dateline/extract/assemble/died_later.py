"""Those told as hurt of whom the next words tell that they died: "he later died", "where both died"."""

from __future__ import annotations

import re
from typing import Final

from dateline.extract.draft import Draft, Page
from dateline.vocab.load import word_set


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
    if stated(draft) < _MOST_ALIKE and subject and _AND_DIED.search(behind):
        return True
    if stated(draft) > 1:
        return _all_died(draft, page, behind)
    if (not draft.quantity.implied and stated(draft) != 1) or draft.term != "injured":
        return False
    following = page.sentences[draft.sentence.index + 1 : draft.sentence.index + 3]
    heard = " ".join([behind, *(sentence.text for sentence in following)])
    return any(alike(found["noun"], draft.words) for found in _DIED_LATER.finditer(heard))


def alike(noun: str | None, words: str) -> bool:
    """The noun that is said to have died can be of whom these words tell: no girl is a man. None: a pronoun."""
    if noun is None:
        return True
    told = set(words.lower().replace("-", " ").split())
    kinds = [kind for kind in _KINDS if noun.lower() in kind]
    others = [kind for kind in _KINDS if not told.isdisjoint(kind)]
    return not kinds or not others or any(kind in others for kind in kinds)


_EITHER: Final = word_set("wording_en", "died_later", "either_sex")
_YOUNG: Final = _EITHER | {
    "boy", "girl", "teen", "teenager", "juvenile", "child", "baby", "toddler", "infant", "son", "daughter", "youth"
}  # fmt: skip
_GROWN: Final = _EITHER | {"man", "woman", "officer", "deputy", "driver", "father", "mother", "husband", "wife"}
_KINDS: Final = (_YOUNG, _GROWN)


_MOST_ALIKE: Final = 2
_AND_DIED: Final = re.compile(
    r"^[^,.;:]{3,80}? (?:and|but) (?:(?:later|then|soon|subsequently|has|had|was|were) )*"
    r"(?:died|succumbed|passed away|(?:pronounced|declared) (?:\w+ )?dead)\b"
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
    r"|[Tt]he (?:younger |older |wounded |injured )?"
    r"(?P<noun>man|woman|boy|girl|victim|teen|teenager|juvenile|child|baby|toddler|infant|student|driver|officer|deputy"
    r"|father|mother|son|daughter|brother|sister|husband|wife))\b"
    r"(?: \w+){0,3} (?:died|pass(?:ed)? away|succumbed|(?:pronounced|declared) (?:\w+ )?dead)\b"
)
