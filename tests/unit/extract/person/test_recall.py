"""How many names that nobody has ever borne are masked: no list can know them, so the sentence must tell."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from dateline.extract.person import in_text

SYLLABLES = re.findall(
    r"\w+", "ka re mo shi tan vel do ru ni pa lo qui sa fe bra jon il ek zu mar ten gol ha wi ya bu tre cor fin dal"
)
SENTENCES = (
    "{}, 43, said mortar rounds fell on the market.",
    "{} said she had walked for two days.",
    "Among the dead was {}, a farmer from the valley.",
    "Police detained {} on Tuesday after the clash.",
    "{} was killed when the roof came down.",
    "Doctors treated {} for burns.",
    "The suspect, {}, was taken to court.",
    "Her brother {} is still missing.",
    "“We lost everything,” said {}, who fled with his family.",
    "According to {}, a nurse at the clinic, 14 people died.",
    "By {}\nHundreds fled the town.",
    "Aid worker {} was among 300 people who were evacuated.",
    "The body of {} was found under the bridge.",
    "Neighbours of {} told the radio that the water came at night.",
    "Rescuers pulled {} from the rubble.",
    "{} and her sister reached the camp on foot.",
    "Troops shot {} near the bridge.",
    "A teacher, {}, counted 40 pupils.",
    "The family of {} received the body on Friday.",
    "In the ward lay {}, wounded in both legs.",
    "Journalist {} was among 12 people detained.",
    "{}’s house was burned down.",
    "A shopkeeper named {} saw 20 bodies.",
)
NAMES_A_SENTENCE = 40
FLOOR = 0.95
"""Share of names masked in full. What is missed are names of which each word is a place or an English word too."""


def names(chance: random.Random) -> Iterator[str]:
    while True:
        first, last = ("".join(chance.choices(SYLLABLES, k=chance.choice((2, 2, 3)))) for _ in range(2))
        yield f"{first.capitalize()} {last.capitalize()}"


def test_most_unheard_names_are_masked_in_full() -> None:
    source = names(random.Random(7))
    asked = [(sentence, next(source)) for sentence in SENTENCES for _ in range(NAMES_A_SENTENCE)]
    missed = [(sentence, name) for sentence, name in asked if not whole(sentence.format(name), name)]
    assert len(missed) <= (1 - FLOOR) * len(asked), missed[:10]


def whole(text: str, name: str) -> bool:
    start = text.index(name)
    return any(span.start <= start and start + len(name) <= span.end for span in in_text(text))
