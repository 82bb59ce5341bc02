"""Which figure is a part of which, where words say so: "of whom 900 went back", "300 of them", "including 12 girls",
"six of those hurt", "Of these, 40 …". Parts that only sums tell: `sums.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dateline.extract.assemble.near import compared, may_hold
from dateline.extract.assemble.part_fates import let_go, remaining
from dateline.extract.assemble.part_lists import behind_colon, broken_down, coordinated, row_below
from dateline.extract.assemble.part_names import named_kind, of_the
from dateline.extract.assemble.part_pronouns import fronted, including, of_number, pronoun
from dateline.extract.assemble.part_totals import (
    alone,
    among_number,
    latest,
    new_ones,
    summed_up,
    total_ahead,
    with_some,
)
from dateline.extract.assemble.part_words import (
    fared,
    fraction,
    kind_told,
    largest,
    of_those,
    state_told,
    told_with,
)
from dateline.extract.assemble.shares import share, where_told
from dateline.extract.draft import Draft

Rule = Callable[[Draft, int, Sequence[Draft]], int | None]

_RULES: tuple[Rule, ...] = (
    among_number,
    of_those,
    share,
    where_told,
    pronoun,
    of_number,
    fronted,
    including,
    of_the,
    named_kind,
    behind_colon,
    row_below,
    broken_down,
    new_ones,
    let_go,
    remaining,
    fraction,
    largest,
    kind_told,
    state_told,
    told_with,
    total_ahead,
    latest,
    alone,
    with_some,
    summed_up,
)


def stated_parts(drafts: Sequence[Draft]) -> list[int | None]:
    """For every draft the index of the whole that words make it a part of, None where they name none."""
    wholes: list[int | None] = []
    for index, draft in enumerate(drafts):
        if compared(draft):
            wholes.append(None)
            continue
        told = (rule(draft, index, drafts) for rule in _RULES)
        wholes.append(next((w for w in told if may_hold(w, index, drafts)), None))
        if wholes[-1] is None:
            whole = fared(draft, index, drafts, wholes)
            wholes[-1] = whole if whole is not None else coordinated(index, drafts, wholes)
    return wholes
