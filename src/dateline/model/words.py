"""The closed word lists of the contract: the only values these fields may take.

The terms follow IDMC's HELIX; `injured`, `killed`, `missing`, `detained`, `trapped`, the unit
`dwelling` and the quantifier `range` are dateline's extensions.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final, Literal

Kind = Literal["figure", "statement", "event"]
Kinds = Collection[Kind] | tuple[Kind, ...]
"""Kinds that are wanted; the tuple stands apart so that `("figure",)` is known to type checkers."""
Quantifier = Literal["exact", "approximately", "more_than", "less_than", "range", "vague"]
Unit = Literal["person", "household", "dwelling"]
Term = Literal[
    "displaced", "forced_to_flee", "evacuated", "relocated", "sheltered", "in_relief_camp", "homeless",
    "destroyed_housing", "partially_destroyed_housing", "uninhabitable_housing", "returned", "affected",
    "killed", "injured", "missing", "detained", "trapped", "crossed_border", "other",
]  # fmt: skip
Measure = Literal["stock", "flow"]
Modality = Literal["asserted", "forecast", "planned", "ordered", "negated", "conditional", "threatened"]
Cause = Literal["conflict", "disaster", "other"]
Role = Literal["from", "to", "at"]
ModifierKind = Literal["near", "part", "direction"]
PlacePrecision = Literal["point", "adm3", "adm2", "adm1", "adm0"]
PeriodPrecision = Literal["day", "week", "month", "season", "year", "range"]
Anchor = Literal["published", "text", "document"]
SourceType = Literal[
    "un", "ngo", "government", "military", "media", "monitor", "witness", "armed_group", "other",
]  # fmt: skip
EventType = Literal[
    "armed_clash", "air_strike", "shelling", "explosion", "attack_on_civilians", "attack", "killing", "control_gained",
    "control_lost", "withdrawal", "deployment", "siege", "arrest", "abduction", "release", "ceasefire", "talks",
    "aid_delivered", "aid_denied", "evacuation_order", "search_operation", "property_destroyed", "robbery", "protest",
    "hazard", "threat",
]  # fmt: skip
ActorRole = Literal["agent", "target", "party"]
ActorType = Literal[
    "un", "ngo", "government", "military", "media", "monitor", "witness", "armed_group", "civilians", "other",
]  # fmt: skip
PersonType = Literal["in_office", "spokesperson", "private"]
StatementForm = Literal["speech", "caption", "opinion"]

KINDS: Final = ("figure", "statement", "event")
QUANTIFIERS: Final = ("exact", "approximately", "more_than", "less_than", "range", "vague")
UNITS: Final = ("person", "household", "dwelling")
TERMS: Final = (
    "displaced", "forced_to_flee", "evacuated", "relocated", "sheltered", "in_relief_camp", "homeless",
    "destroyed_housing", "partially_destroyed_housing", "uninhabitable_housing", "returned", "affected",
    "killed", "injured", "missing", "detained", "trapped", "crossed_border", "other",
)  # fmt: skip
MEASURES: Final = ("stock", "flow")
MODALITIES: Final = ("asserted", "forecast", "planned", "ordered", "negated", "conditional", "threatened")
"""`threatened` is said of events alone; an event that somebody denies is `negated`."""
CAUSES: Final = ("conflict", "disaster", "other")
SOURCE_TYPES: Final = (
    "un", "ngo", "government", "military", "media", "monitor", "witness", "armed_group", "other",
)  # fmt: skip
EVENT_TYPES: Final = (
    "armed_clash", "air_strike", "shelling", "explosion", "attack_on_civilians", "attack", "killing", "control_gained",
    "control_lost", "withdrawal", "deployment", "siege", "arrest", "abduction", "release", "ceasefire", "talks",
    "aid_delivered", "aid_denied", "evacuation_order", "search_operation", "property_destroyed", "robbery", "protest",
    "hazard", "threat",
)  # fmt: skip
ACTOR_ROLES: Final = ("agent", "target", "party")
"""`agent` does it, `target` has it done to them, `party` is a side where the text gives no direction."""
PERSON_TYPES: Final = ("in_office", "spokesperson", "private")
STATEMENT_FORMS: Final = ("speech", "caption", "opinion")
