"""A grammar is checked when it is read; what no class and no builder knows is refused."""

from __future__ import annotations

import pytest

from dateline.extract.time import LANGUAGES, recognize
from dateline.extract.time.build import BUILDERS
from dateline.extract.time.build_shared import SHARED_BUILDERS
from dateline.extract.time.grammar import Codes, stage
from dateline.vocab.load import load


def codes(absent: frozenset[str] = frozenset()) -> Codes:
    known = Codes(absent=absent)
    for classes in ({"INT"}, {"UNIT"}, {"AMOUNT"}, {"WORD", "OTHER"}):
        known.of(frozenset(classes))
    return known


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_rule_of_every_language_fits_its_builder(lang: str) -> None:
    assert recognize("", lang=lang) == []


def test_a_class_that_nobody_fills_is_refused() -> None:
    rule = {"p": "INT:n UNITT", "make": "amount", "as": "AMOUNT"}
    with pytest.raises(ValueError, match="UNITT"):
        stage([rule], codes(), BUILDERS)


def test_a_rule_without_words_in_the_language_is_left_out() -> None:
    rules = [
        {"p": "INT:n HALF UNIT", "make": "amount", "as": "AMOUNT"},
        {"p": "INT:n HALF? UNIT", "make": "amount", "as": "AMOUNT"},
    ]
    compiled = stage(rules, codes(frozenset({"HALF"})), BUILDERS)
    assert [rule.names for rule in compiled.rules] == [(("n", ("INT",)), ("unit", ("UNIT",)))]


@pytest.mark.parametrize(
    "pattern",
    ["INT:n UNIT AMOUNT:b", "INT:n UNIT?"],
    ids=["tells what is not asked for", "may keep back what must be known"],
)
def test_a_rule_that_does_not_fit_its_builder_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="amount"):
        stage([{"p": pattern, "make": "amount", "as": "AMOUNT"}], codes(), BUILDERS)


def test_every_builder_is_used_and_every_rule_has_one() -> None:
    files = ["time_rules", *(f"time_{lang}" for lang in LANGUAGES)]
    rules = [rule for name in files for rules in (load(name).get("stages") or {}).values() for rule in rules]
    made = {rule["make"] for rule in rules} | {"holiday", "word"}
    assert made == set(BUILDERS) | set(SHARED_BUILDERS)
