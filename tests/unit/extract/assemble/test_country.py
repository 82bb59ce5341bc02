"""The country of a claim, from the words of its page."""

from __future__ import annotations

import pytest
from told import claims


@pytest.mark.parametrize(
    ("text", "country"),
    [
        # a body named after the country that it came from
        ("At least 43 people died, according to the Norwegian Refugee Council.", None),
        ("At least 43 people died in the east, the Danish Refugee Council said. Floods hit Goma.", "COD"),
        # a country's own body, and people of a country
        ("At least 43 people died, according to the Kenya Red Cross.", "KEN"),
        ("At least 43 people died, Norwegian police said.", "NOR"),
        ("At least 43 people died, the Syrian Observatory for Human Rights said.", "SYR"),
    ],
)
def test_the_country_that_a_page_tells_by_its_bodies(text: str, country: str | None) -> None:
    assert claims(text)[0].country == country


def test_a_state_that_has_a_countrys_name_speaks_for_its_own() -> None:
    (claim,) = claims("MACON, Georgia (Bibb Courier) - A miner was killed on Sunday.")
    assert claim.country == "USA"
