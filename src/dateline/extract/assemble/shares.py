"""Words that give a number as somebody's share of a figure told before, whatever befell those.

"Children make up 5,300 of this number", "Orvel accounts for 98", "32 of the latter", "Most were killed in Orvel (98)".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.extract.assemble.near import earlier, is_part, least, words_after, words_before, words_between
from dateline.extract.draft import Draft

_MODIFIER: Final = r"(?: (?:about|some|around|nearly|almost|over|roughly|approximately|only|just|at least|more than))?"
_VERB: Final = re.compile(
    r"(?:\b(?:make|makes|made|making) up|\baccount(?:s|ed|ing)? for|\brepresent(?:s|ed|ing)?|\bconstitut(?:e|es|ed|ing)"
    rf"|\bcompris(?:e|es|ed|ing)){_MODIFIER}$"
)
_OPENED: Final = re.compile(r"^(?:most|the majority|many|others|the rest|the dead|the victims)\b[^.;:]*\($")
_ENDS: Final = frozenset({"", ".", ",", ";", "and", "while", ")"})
_LATTER: Final = "of the latter"
_REACH: Final = 3
"""Sentences back to the figure of which a share is told."""


def gives_share(before: str, after: Sequence[str], opening: str) -> bool:
    """Whether a number without a noun is a share, by the words before it, behind it and from its sentence's opening."""
    if " ".join(after[:3]) == _LATTER or (_OPENED.search(opening) and after[:1] == [")"]):
        return True
    behind = after[0] if after else ""
    told = behind in _ENDS or (behind == "of" and after[1:2] in (["this"], ["that"], ["these"], ["those"], ["the"]))
    return told and _VERB.search(before) is not None


def share(draft: Draft, index: int, drafts: Sequence[Draft]) -> int | None:
    """The figure of which the draft is told as a share: the nearest larger one of like people that is no part."""
    if draft.quantity.noun is not None and words_after(draft, 3) != _LATTER:
        return None
    opening = draft.before.lower().rstrip()
    if not gives_share(words_before(draft, 5), words_after(draft, 3).split(), opening):
        return None
    told = [i for i in earlier(index, drafts, reach=_REACH) if _larger(drafts[i], draft)]
    if words_after(draft, 3) == _LATTER:
        return told[0] if told else None
    listed = _OPENED.search(opening) is not None  # "in Orvel (98) and Tarn (41)": neither is some of the other
    return next(
        (i for i in told if not is_part(drafts[i]) and not (listed and drafts[i].sentence is draft.sentence)), None
    )


def _larger(whole: Draft, part: Draft) -> bool:
    alike = (whole.term, whole.unit) == (part.term, part.unit) or words_after(part, 3) == _LATTER
    return alike and (least(whole) or 0) > (least(part) or 0)


def where_told(draft: Draft, index: int, drafts: Sequence[Draft]) -> int | None:
    """ "163 dead, most of them in Orvel, where 98 bodies have been counted": those of a place under those of all."""
    if not index or not re.search(rf"\bwhere{_MODIFIER}$", words_before(draft, 4)):
        return None
    before = drafts[index - 1]
    near = before.sentence is draft.sentence and not re.search(r"[;:]", words_between(before, draft))
    alike = (before.term, before.unit, before.modality) == (draft.term, draft.unit, draft.modality)
    return index - 1 if near and alike and (least(before) or 0) > (least(draft) or 0) else None
