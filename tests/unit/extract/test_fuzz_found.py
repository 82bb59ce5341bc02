"""What fuzzing found, each case as small as it could be made."""

from __future__ import annotations

import time

import pytest
from extractor_rules import FAULTS, document

from dateline.extract import extract

PATIENCE = 2.0
"""Seconds of computing for one page."""


@pytest.mark.parametrize(
    "text",
    [
        "She said.  a couple of  to him, according to her, officials said, 12 died, they said.",
        "An earthquake struck, killing 58 people and injuring more than a couple of„ the interior ministry said.",
        "An officer said that fighters had been killed in Orvel - an officer said that fighters had been killed there",
        'PORT VILA CYCLONE SHELTERS HOLD 4,200" NOBODY KILLED',
        "Ù£ missing, Ù¢ killed; ٣ missing",
        "Two people died in Orvel. Ana Belo, ², was killed; Bo Tarn, aged ³, was hurt.",
        "Two people died in Orvel. " + "9" * 5000 + " were killed. Ana Belo, " + "9" * 5000 + ", was hurt.",
        "Gunmen on motorbikes killed 18 people, including fty\nGunmen on motorbikes, in Orvel.",
        "e\u200bl\u200be\u200bv\u200be\u200bn people were killed",
    ],
)
def test_nothing_is_at_fault(text: str) -> None:
    extraction = extract(document(text), mentions=True, explain=True)
    assert [told for fault in FAULTS for told in fault(extraction)] == []


def test_times_that_cannot_meet_are_not_joined() -> None:
    text = (
        "Rescue teams fear that two thousand litres a minute will flood the shaft by Sunday."
        "are unaccounted for since Monday's ambush."
    )
    extraction = extract(document(text, published="2019-06-04"))
    assert [told for fault in FAULTS for told in fault(extraction)] == []
    assert [claim.period.start for claim in extraction.claims if claim.kind == "event"] == [None]


def test_digits_that_stand_there_only_garbled_are_no_figure() -> None:
    assert extract(document("Ù£ people were killed in Orvel.")).claims == ()


@pytest.mark.parametrize(
    "text",
    [
        "In Orvel 12 people died, said " + "Of-The-On-In-De-Al-" * 60 + " (a body).",
        "In Orvel 12 people died, the " + "andandofofthe" * 90 + " (XX said.",
    ],
)
def test_no_page_takes_long(text: str) -> None:
    extract(document("One died in Orvel."))
    start = time.process_time()
    extract(document(text))
    assert time.process_time() - start < PATIENCE
