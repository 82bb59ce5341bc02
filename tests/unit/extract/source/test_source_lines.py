"""Who is credited in bulletins and lists, and by counts: pages written for the project."""

from __future__ import annotations

import pytest
from told import claims

BULLETIN = """CAMP BULLETIN – Orvel transit site
New arrivals: 1,214 persons
Deaths: 5.
Security forces detained seven men during the screening.
{line}"""


def credited(text: str) -> dict[str, list[str]]:
    """The names of the sources of every figure, by the figure's words."""
    return {c.figure.text: [s.name for s in c.sources] for c in claims(text) if c.figure is not None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ministry of Health: 512 killed in shelling.", ["Ministry of Health"]),
        ("Doctors' syndicate (civilians only): 512 killed in shelling.", ["Doctors' syndicate"]),
        ("Provincial disaster agency: 512 killed in the floods.", ["Provincial disaster agency"]),
        ("Tarn Governorate: 512 killed in shelling.", []),
        ("Nord Department: 512 killed in the floods.", []),
        ("Shelling killed 512 people (source: health directorate).", ["health directorate"]),
        ("WHO has confirmed 512 deaths.", ["WHO"]),
        ("Rights Without Walls documented the arrest of 512 people.", ["Rights Without Walls"]),
        ("Shells hit Orvel, killing 512, medics and activists said.", ["medics", "activists"]),
        ("Shells hit Orvel, killing 512, police and hospital sources said.", ["police and hospital sources"]),
    ],
)
def test_whom_a_line_names(text: str, expected: list[str]) -> None:
    assert list(credited(text).values()) == [expected]


def test_both_counts_of_one_counter() -> None:
    said = credited("The Ministry of Health counts 174 dead and 758 wounded since 4 April.")
    assert list(said.values()) == [["Ministry of Health"]] * 2


def test_a_line_at_the_foot_of_a_bulletin_names_the_source_of_all_it_lists() -> None:
    said = credited(BULLETIN.format(line="Source: site registration database."))
    assert len(said) == 3
    assert all(names == ["site registration database"] for names in said.values())


def test_no_line_no_source() -> None:
    assert not any(credited(BULLETIN.format(line="Births: none.")).values())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The floods killed 512 people, the relief service reported in its evening bulletin.", ["relief service"]),
        ("UNHCR's latest figures show 512 arrivals.", ["UNHCR"]),
        ("A count by the Lantern newspaper found 512 deaths.", ["Lantern newspaper"]),
        ("Forty shells fell and 512 people fled, the mayor and the fire brigade said.", ["mayor", "fire brigade"]),
        ("The coalition acknowledged killing 512 civilians.", ["coalition"]),
        ("Flash floods have killed 512 people (Civil Defence, 3 June).", ["Civil Defence"]),
        ("Civil Defence - 512 killed.", ["Civil Defence"]),
    ],
)
def test_who_counted(text: str, expected: list[str]) -> None:
    ((*names,),) = credited(text).values()
    assert [name.lower().removeprefix("the ") for name in names] == [name.lower() for name in expected]
