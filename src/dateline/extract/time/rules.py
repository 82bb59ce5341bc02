"""The rules of a language: those it has in common with others, those of its own, and those its tables stand for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dateline.vocab.load import load

Rule = dict[str, Any]


def rules_of(data: Mapping[str, Any]) -> dict[str, list[Rule]]:
    """All rules by stage, in the order in which the stages run; of equally long matches the first rule's counts.

    `shared` names a file of rules that only speak of classes, which the language's own words fill; a stage of the
    same name in the language's file adds to it, and comes first. `phrases` are classes of more than one word,
    `holidays` patterns of days with names.
    """
    own = data.get("stages") or {}
    shared = load(data["shared"])["stages"] if "shared" in data else {}
    stages = {"phrases": list(_phrases(data.get("phrases") or {}))} if data.get("phrases") else {}
    for name in shared or own:
        stages[name] = [*own.get(name, ()), *shared.get(name, ())]
    stages["dates"] = [*_holidays(data.get("holidays") or {}, "THE? " if shared else ""), *stages["dates"]]
    return stages


def absent(data: Mapping[str, Any]) -> frozenset[str]:
    """The classes of the shared rules, any of which the language may have no word for."""
    return frozenset(load(data["shared"])["classes"]) if "shared" in data else frozenset()


def silent(data: Mapping[str, Any]) -> frozenset[str]:
    """The classes of the shared rules that only hold a phrase together."""
    return frozenset(load(data["shared"])["silent"]) if "shared" in data else frozenset()


def _phrases(phrases: Mapping[str, Any]) -> Iterator[Rule]:
    values: dict[str, dict[str, Any]] = {}
    for name, entries in phrases.items():
        for words, value in (entries if isinstance(entries, dict) else dict.fromkeys(entries)).items():
            values.setdefault(words, {})[name] = value
    for words, value in values.items():
        yield {"p": words, "make": "word", "with": {"value": value}, "as": " ".join(value)}


def _holidays(holidays: Mapping[str, Any], article: str) -> Iterator[Rule]:
    for words, day in holidays.items():
        yield {"p": f"{article}{words}", "make": "holiday", "with": day, "as": "T DATE HOLIDAY"}
