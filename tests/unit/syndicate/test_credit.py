"""Who is credited, and who is only mentioned."""

from __future__ import annotations

import pytest

from dateline.syndicate.credit import agency_named, credited_agency
from dateline.vocab.actors import known_actors
from dateline.vocab.load import load

BODY = "The river rose again in the night and two bridges are closed, the mayor of Orvel said. " * 12


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("Dam breaks\n\nMARVELA (Reuters) - " + BODY, "Reuters"),
        ("MARVELA, March 3 (Xinhua) -- " + BODY, "Xinhua"),
        ("(AP) — " + BODY, "Associated Press"),
        ("Marvela, SANA - " + BODY, "Syrian Arab News Agency"),
        ("Regional NNA - " + BODY, "National News Agency of Lebanon"),
        ("Dam breaks\n\nAFP\n\n" + BODY, "Agence France-Presse"),
        ("Dam breaks AFP Monday 9 Feb 2015 " + BODY, "Agence France-Presse"),
        ("Dam breaks\n\nBy Ada Horn, Associated Press\n\n" + BODY, "Associated Press"),
        (BODY + "\n\nSource: AFP", "Agence France-Presse"),
        (BODY + "- AFP", "Agence France-Presse"),
        (BODY + "— Xinhua", "Xinhua"),
        (BODY + "(Reuters)", "Reuters"),
        (BODY + "The road is open, AFP reported.", "Agence France-Presse"),
        (
            BODY + "Copyright 2016 The Associated Press. All rights reserved. Nobody may rewrite this.",
            "Associated Press",
        ),
        ("BEND, Ore. (AP) " + BODY, "Associated Press"),
    ],
)
def test_credited(text: str, agency: str) -> None:
    assert credited_agency(text) == agency


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "A shepherd told AFP by phone that the dam was leaking. " + BODY,
        BODY + "The mayor told AFP.",
        BODY + "So it was according to Reuters.",
        "The dam from the air (AFP photo) " + BODY,
        BODY + "The Associated Press contributed to this report.",
        BODY + "-- The Associated Press contributed to this story",
        "The dam on 6 August 2016. (Reuters) " + BODY,
        "DENVER (AP/KXYZ) – " + BODY,
        "Marvela\n\n" + BODY + BODY + "(Reuters) - " + BODY + BODY,
        "",
    ],
)
def test_not_credited(text: str) -> None:
    assert credited_agency(text) is None


def test_two_at_once_leave_it_open() -> None:
    assert credited_agency(BODY + "(With Reuters and AFP)") is None
    assert credited_agency("MARVELA (Reuters) - " + BODY + "Source: AFP") is None


def test_an_agency_that_prints_anothers() -> None:
    assert credited_agency("Regional NNA - " + BODY + "-AFP", "NNA") == "Agence France-Presse"
    assert credited_agency("MARVELA (Reuters) - " + BODY, "Reuters") == "Reuters"
    assert credited_agency(BODY, "reuters.com") == "Reuters"
    assert (
        credited_agency(BODY + "Two fled, Interfax reported. Writing by Ada Horn, editing by Max Lund.", "Reuters")
        == "Reuters"
    )
    assert credited_agency(BODY + "(With Interfax and AFP)", "Reuters") is None


def test_an_agency_as_publisher() -> None:
    named = [agency_named(name) for name in ("Reuters", "reuters", "www.reuters.com", "AFP", "Orvel Courier", "", None)]
    assert named == ["Reuters", "Reuters", "Reuters", "Agence France-Presse", None, None, None]


def test_every_agency_is_a_known_actor() -> None:
    assert set(load("agencies")["agencies"]) <= {actor.name for actor in known_actors()}
