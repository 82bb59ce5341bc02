"""Text that lost its commas: the words of another do not run into the source."""

from __future__ import annotations

import pytest

from dateline.extract.parse import sentences_of
from dateline.extract.repair import repair
from dateline.extract.source import recognize


def names(text: str) -> list[str]:
    return list(dict.fromkeys(a.name for a in recognize(sentences_of(repair(text)))))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Floods in the hills killed 13 people OCHA said on Monday.", ["OCHA"]),
        ("The river rose over the dam killing four children and wounding 50 state media reported.", ["state media"]),
        ("At least 30 died including 11 civilians in eastern Chad UNICEF said.", ["UNICEF"]),
        ("Troops drove rebels back from the town of Velik Tarn military sources said.", ["military sources"]),
        ("The storm struck a school activists said.", ["activists"]),
        ("Floods killed 36 people including children aid workers said as the rain went on.", ["aid workers"]),
        ("The dam was cracked by what was believed to be a mine said Aro Velik.", ["Aro Velik"]),
        ("Since the early days of the Velik assault residents said they had no water.", ["residents"]),
        ("Floods led to hundreds of child deaths with civilian casualties aid agencies said.", ["aid agencies"]),
        ("The dam broke on Monday. Sources: Reuters/www.velik-news.example", ["Reuters"]),
        ("Free Velik REUTERS Anna Said World The flood killed ten people on Friday.", []),
        ("Related Velik Aro says the dam on the river broke.", []),
        # what belongs to the source stays
        ("In Port Selm 12 witnesses said that the dam broke.", ["12 witnesses"]),
        ("On Sunday Associated Press said that the dam broke.", ["Associated Press"]),
        ("A source at the town council of Velik said the dam broke.", ["A source at the town council of Velik"]),
        ("The river flooded the valley of Orsk, the emergencies ministry said.", ["the emergencies ministry"]),
    ],
)
def test_only_its_own_words_name_a_source(text: str, expected: list[str]) -> None:
    assert names(text) == expected
