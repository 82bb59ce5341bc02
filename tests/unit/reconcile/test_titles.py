"""What a title counts is what the text counts, on the day that the text tells."""

from __future__ import annotations

from dataclasses import replace

from made_claims import ATLAS, told

from dateline.model import Period
from dateline.model.situation import Reported
from dateline.reconcile import reconcile

TITLE = "Toll rises to 14 in mine collapse"


def told_in(words: str, name: str, number: int, on: str, dated: str, **more: object) -> Reported:
    period = Period(on, on, dated, "day", "document")
    given = {"term": "killed", "measure": "flow", "published": "2031-03-20", "document": "p", **more}
    claim = told(number, claim_id=name, words=words, period=period, **given)  # type: ignore[arg-type]
    return replace(claim, title=TITLE)


def test_a_title_has_the_day_of_its_text_s_equal_figure_not_the_carried_one() -> None:
    title = told_in(TITLE, "t", 14, "2031-03-19", "on Wednesday night", at=None)
    words = "Crews found bodies on Wednesday night, bringing to 14 those killed in the collapse last Thursday"
    body = told_in(words, "b", 14, "2031-03-13", "last Thursday")
    (incident,) = reconcile([title, body], containment=ATLAS)
    assert (incident.start, incident.end) == ("2031-03-13", "2031-03-13")
    assert {role.claim_id for role in incident.roles} == {"t", "b"}


def test_a_day_that_the_title_states_or_another_figure_stays() -> None:
    words = "The collapse last Thursday killed 14 people"
    body = told_in(words, "b", 14, "2031-03-13", "last Thursday")
    stated = told_in(TITLE, "t", 14, "2031-03-19", "rises", at=None)
    assert len(reconcile([stated, body], containment=ATLAS)) == 2
    other = told_in(TITLE, "t", 15, "2031-03-19", "on Wednesday night", at=None)
    assert len(reconcile([other, body], containment=ATLAS)) == 2
