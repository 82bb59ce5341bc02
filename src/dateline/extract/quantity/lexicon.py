"""The number words of one language, read once from `vocab/numbers_LANG.yaml`.

Keys of the data (all but the first three may be left out):

- `units`, `tens`: words with a value of their own. What may follow one is what fits into its zeros ("twenty": less
  than ten), unless `rooms` says otherwise (French "soixante": less than twenty). `phrases` are such words in several.
- `duals`: words for two of a scale.
- `scales`, `more_scales`: words that multiply what stands before them; those in `bare` stand alone, too ("mille").
- `short_scales`: letters behind digits; those in `small_is_metre` are a unit when small ("1m"). `bold_scales`: letters
  that are often something else ("5 MM"), spelled as they stand; the bare digits are kept as the plainer reading.
- `groups`, `decimals`: the marks between groups of thousands and before decimals. Spaces group everywhere.
- `joins`: words inside a number ("and"); `prefix` is one written to the word it joins. `mixes` join a whole and a
  fraction; `mixes_first`: they do so even where the sum could go on ("twenty and three fifths" is 20.6).
- `teens` add ten to a unit; `units_first`: units stand before tens; `joins_always`: only a join adds;
  `joins_tens`: it belongs between tens and units, elsewhere a fraction rather follows it.
- `no_number`: phrases behind a number that have a number word but are none ("pour cent").
- `part_first`: a fraction in digits may stand before its whole ("١/٤ ٢"), as writing from the right shows it.
- `accents`: its words have some, which print may leave out.
- `points` (decimal point), `minus`, `over` (ratio), `out_of` (ratio of fewer to more), `one_in` (of one to more), `of`,
  `articles`, `pairs` ("a couple of"): words of those uses. `no_minus_behind`: "au moins dix" is no -10.
- `ordinals`: words that are a denominator behind a number; `plural` their ending behind more than one, asked for
  unless `singular_after_many`; a denominator has one word where `single_denominators` (else "three twenty-firsts");
  `ordinal_endings` make one of any number. `parts` are denominators that are no ordinals ("خمس", a fifth).
  `fractions` have a value without a number before them, which those in `alone` do not need.
- `one_over` is one set against what follows ("جزء من", a part of); what follows a fraction with `definite` is its
  whole ("نصف المليون", half of the million).
- `polar`: the ending of numbers that count nouns of the other gender.
- `particles` are written to the number behind them and belong to no number ("بثلاثة", with three).
- `pronouns` are no number behind `pronoun_behind` or before `pronoun_before`; `an_article_too` may be an article.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache, lru_cache
from typing import Any

from dateline.vocab.load import load

LANGUAGES = ("ar", "en", "es", "fr")
"""Languages with a number grammar."""
_USES = (
    "joins", "mixes", "points", "minus", "over", "one_in", "one_over", "out_of", "of", "articles", "teens", "pairs",
)  # fmt: skip
_ALIKE = str.maketrans({"ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ٱ": "ا", "ـ": None, "œ": "oe"})


@dataclass(frozen=True, slots=True)
class Word:
    """All that a word may be in a number. `room`: what follows in the same number must be less than it."""

    value: int | None = None
    room: int = 1
    scale: int | None = None
    bare: bool = False
    two_of: int = 1
    """The scale of which the word says two (a dual)."""
    whole: int | None = None
    """What a fraction before the word is taken of ("the million"); alone the word is no number here."""
    denominator: int | None = None
    ordinal: bool = False
    """The denominator may be an ordinal, too ("fifth")."""
    numerator: int | None = None
    """A fraction without a number before it ("half" is 1 of 2)."""
    alone: bool = False
    plural: bool = False
    uses: frozenset[str] = frozenset()
    ends_phrase: bool = False

    @property
    def counts(self) -> bool:
        """True where the word has a value of any sort; others only link such."""
        return bool(self.value is not None or self.scale or self.denominator or "pairs" in self.uses)

    @property
    def begins(self) -> bool:
        """True where a number may begin with the word; an article only does before others that count."""
        return self.counts or not self.uses.isdisjoint(_BEGINNINGS)


_BEGINNINGS = {"articles", "minus", "one_over"}


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The words and marks of one language. Words and phrases are looked up as `plain` spells them."""

    words: Mapping[str, Word]
    phrases: Mapping[tuple[str, ...], Word]
    groups: str
    decimals: str
    prefix: str
    particles: str
    part_first: bool
    accents: bool
    """Its words have accents, which print may leave out."""
    short_scales: Mapping[str, int]
    bold_scales: Mapping[str, int]
    metres: frozenset[str]
    units_first: bool
    joins_always: bool
    joins_tens: bool
    definite: str
    polar: str
    mixes_first: bool
    singular_after_many: bool
    single_denominators: bool
    ordinal_endings: tuple[str, ...]
    no_minus_behind: frozenset[str]
    pronouns: frozenset[str]
    behind: frozenset[str]
    before: frozenset[str]
    articles_too: frozenset[str]
    bands: frozenset[str]
    """Words that are a vague number by themselves ("thousands"), though others may multiply."""

    def word(self, spelled: str) -> Word | None:
        """What a word of a text may be in a number; None where it is none."""
        key = plain(spelled)
        return self.words.get(key) or (_made(key, self) if self.ordinal_endings else None)


@lru_cache(maxsize=1 << 14)
def plain(word: str) -> str:
    """The spelling under which a number word is looked up: no case, no accents, no vowel points."""
    lower = word.lower()
    if lower.isascii():
        return lower
    bare = "".join(c for c in unicodedata.normalize("NFD", lower) if not unicodedata.combining(c))
    return bare.translate(_ALIKE)


@cache
def lexicon(lang: str) -> Lexicon:
    """The lexicon of a language. Raises FileNotFoundError for one without a grammar."""
    data = load(f"numbers_{lang}")
    words: dict[str, Word] = {}
    phrases: dict[tuple[str, ...], Word] = {}

    def add(spelled: object, **what: Any) -> None:
        *key, last = plain(str(spelled)).split()
        if key:
            for part in key:
                words.setdefault(part, Word())
            words[last] = replace(words.get(last, Word()), ends_phrase=True)
            phrases[(*key, last)] = replace(phrases.get((*key, last), Word()), **what)
        else:
            words[last] = replace(words.get(last, Word()), **what)

    _add_cardinals(data, add)
    _add_fractions(data, add)
    for spelled in data.get("no_number", ()):
        add(spelled)
    for use in _USES:
        for spelled in data.get(use, ()):
            key = tuple(plain(spelled).split())
            known = phrases.get(key) if len(key) > 1 else words.get(key[0])
            add(spelled, uses=(known.uses if known else frozenset()) | {use})
    return Lexicon(
        words=words,
        phrases=phrases,
        groups=data["groups"],
        decimals=data["decimals"],
        prefix=data.get("prefix", ""),
        particles=data.get("particles", ""),
        part_first=data.get("part_first", False),
        accents=data.get("accents", False),
        short_scales=data.get("short_scales", {}),
        bold_scales=data.get("bold_scales", {}),
        metres=frozenset(data.get("small_is_metre", ())),
        units_first=data.get("units_first", False),
        joins_tens=data.get("joins_tens", False),
        joins_always=data.get("joins_always", False),
        definite=data.get("definite", ""),
        polar=plain(data.get("polar", "")),
        mixes_first=data.get("mixes_first", False),
        single_denominators=data.get("single_denominators", False),
        singular_after_many=data.get("singular_after_many", False),
        ordinal_endings=tuple(data.get("ordinal_endings", ())),
        no_minus_behind=frozenset(data.get("no_minus_behind", ())),
        pronouns=frozenset(plain(w) for w in data.get("pronouns", ())),
        behind=frozenset(plain(w) for w in data.get("pronoun_behind", ())),
        before=frozenset(plain(w) for w in data.get("pronoun_before", ())),
        articles_too=frozenset(data.get("an_article_too", ())),
        bands=frozenset(plain(str(words)) for words in data.get("vague", ())),
    )


def _add_cardinals(data: Mapping[str, Any], add: Any) -> None:
    rooms = data.get("rooms", {})
    for spelled, value in {**data["units"], **data["tens"], **data.get("phrases", {})}.items():
        add(spelled, value=value, room=rooms.get(spelled, _zeros(value)))
    for spelled, value in {**data["tens"], **data["scales"]}.items() if "definite" in data else ():
        add(data["definite"] + spelled, whole=value)
    bare = {plain(word) for word in data.get("bare", ())}
    for spelled, scale in data.get("duals", {}).items():
        add(spelled, value=2 * scale, room=_zeros(2 * scale), two_of=scale)
    for spelled, scale in {**data["scales"], **data.get("more_scales", {})}.items():
        add(spelled, scale=scale, bare=plain(spelled) in bare)


def _add_fractions(data: Mapping[str, Any], add: Any) -> None:
    alone = {plain(word) for word in data.get("alone", ())}
    plural = data.get("plural", "")
    for spelled, denominator in data.get("ordinals", {}).items():
        add(spelled, denominator=denominator, ordinal=True)
        if plural:
            add(spelled + plural, denominator=denominator, ordinal=True, plural=True)
    for spelled, denominator in data.get("parts", {}).items():
        own = 1 if plain(spelled) in alone else None
        add(spelled, denominator=denominator, numerator=own, alone=own is not None, plural=True)
    for spelled, written in data["fractions"].items():
        over, under = map(int, written.split("/"))
        add(spelled, denominator=under, numerator=over, alone=plain(spelled) in alone, plural=True)


def _zeros(value: int) -> int:
    """10 for 20, 100 for 300, 1 for 15 and 10: what may be added is less than that."""
    room = 1
    while value >= 20 and value % (room * 10) == 0:
        room *= 10
    return room


@lru_cache(maxsize=1 << 12)
def _made(word: str, lexicon: Lexicon) -> Word | None:
    """A number written as one ("treintaidós"), or a denominator made of number words and an ending ("doscientosavos",
    "milcincoavos", "dosmillonesimos")."""
    tens, _, unit = word.partition("ai")
    if unit and (known := lexicon.words.get(tens + "a")) and (last := lexicon.words.get(unit)):
        return Word(value=known.value + last.value) if known.value and last.value and last.value < 10 else None
    single = word.removesuffix("s")
    for ending in lexicon.ordinal_endings:
        if single.endswith(ending) and len(word) <= _LONGEST:
            value = _glued(single.removesuffix(ending), lexicon)
            return Word(denominator=value, ordinal=True, plural=word != single) if value else None
    for cut in range(3, min(len(word), _LONGEST) - 5):
        known = lexicon.words.get(word[cut:])
        if known and known.denominator and known.numerator is None:
            value = _glued(word[:cut], lexicon)
            return Word(denominator=value * known.denominator, ordinal=True, plural=known.plural) if value else None
    return None


_LONGEST = 40
"""Letters of the longest word taken apart."""


def _glued(letters: str, lexicon: Lexicon) -> int | None:
    """The sum of number words written without spaces ("cientocinco" is 105)."""
    if not letters:
        return 0
    for cut in range(len(letters), 1, -1):
        known = lexicon.words.get(letters[:cut])
        if known is None and cut == len(letters):
            known = next((w for vowel in "aeo" if (w := lexicon.words.get(letters + vowel))), None)
        value = known and (known.value or (known.scale if known.bare else None))
        if value:
            rest = _glued(letters[cut:].removeprefix("i"), lexicon)
            if rest is not None:
                return value + rest
    return None


def fraction_of(word: Word) -> Fraction | None:
    """The value that a fraction word has without a number before it."""
    return Fraction(word.numerator, word.denominator) if word.numerator and word.denominator else None
