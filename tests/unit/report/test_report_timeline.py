"""Events and statements stand in the report by day, masked, with their sentence; figures stand where they stood."""

from __future__ import annotations

import dateline
from dateline.model.reading import Reading
from dateline.read import read_bytes
from dateline.release import release_extraction
from dateline.report import report
from dateline.report.timeline import timeline
from dateline.report.view import view

PAGE = (
    "Shelling of Tarnok\n\n"
    "Rebels shelled Tarnok in Syria on 3 March 2021, killing 12 people. On 5 March 2021 the army withdrew from Tarnok. "
    "“The rebels must let aid through,” spokeswoman Ida Varn of the Relief Council said on Thursday. "
    "Farmer Selma Orbek said the truce had been broken. In 2014 militants seized the town of Tarnok."
)


def rows() -> list[dict[str, object]]:
    reading: Reading = read_bytes(PAGE.encode(), name="page.txt", published="2021-03-08", lang="en")
    released = release_extraction(dateline.extract(reading.document).extractions[0])
    return [{**row, "document": released["document"], "status": "unreviewed"} for row in released["claims"]]


def test_months_stand_in_order_and_a_year_alone_is_a_year() -> None:
    told = rows()
    found = timeline(told, {str(row["claim_id"]): view(row) for row in told})
    assert found is not None
    titles = [month.title for month in found.months]
    assert titles[0] == "2014" and titles[1:] == ["March 2021"]
    whats = [(one.what, one.day) for month in found.months for one in month.moments]
    assert ("place taken", "2014-01-01") in whats
    assert ("shelling", "2021-03-03") in whats and ("withdrawal", "2021-03-05") in whats


def test_the_page_names_who_speaks_and_withholds_private_persons() -> None:
    page = "".join(report(rows(), made_on="2021-03-09"))
    assert "Relief Council" in page and "The rebels must let aid through" in page
    assert "Orbek" not in page
    assert page.index("What happened, and who said what") > page.index("The claims")


def test_figures_are_not_counted_among_events() -> None:
    told = [row for row in rows() if row["kind"] == "figure"]
    assert timeline(told, {str(row["claim_id"]): view(row) for row in told}) is None
