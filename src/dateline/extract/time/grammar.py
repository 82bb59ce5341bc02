"""The engine: rules over classes of words, applied in stages, each the longest match from the left.

A stage looks at the items that the stage before left: every item has the set of classes it may stand for, and every
such set is one character of a code string, so that a rule is a regular expression over that string. What a rule
matches becomes one item with the classes the rule names. Rules and words are data (`vocab/time_LANG.yaml`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from inspect import signature
from typing import Any, NamedTuple

Build = Callable[..., Any]
_FIRST_CODE = 0xE000
SILENT = frozenset({"COMMA", "DASH", "SLASH", "DOT", "OPEN", "CLOSE", "APOS", "AMPM", "CLOCK", "ZONE", "GMTLIKE",
                    "TIME", "DAYPART", "EVENT", "COUNTED", "NOW", "MORE", "LESS"})  # fmt: skip
"""Signs, and words that only stand by."""
_TERM = re.compile(r"(?P<look><!|<|>!|>)?(?P<body>\([^)]*\)|~\d+|[^\s:?*]+)(?::(?P<alias>\w+))?(?P<count>[?*])?$")


class Item(NamedTuple):
    """Words at [start, end) with the classes they may stand for and the value each class gives them.

    `code` is the character of that set of classes; `weak` marks words that are a time only in the right company ("may",
    a bare 2011).
    """

    start: int
    end: int
    values: Mapping[str, Any]
    code: str
    weak: bool = False


@dataclass(slots=True)
class Codes:
    """One character for every set of classes in use."""

    known: dict[frozenset[str], str] = field(default_factory=dict)
    absent: frozenset[str] = frozenset()
    """Classes that shared rules may name although the language has no word for them."""
    silent: frozenset[str] = SILENT
    """Classes whose value no builder is told unless the rule gives it a name."""
    sets: dict[str, set[str]] = field(default_factory=dict)
    """The codes with a class, found once: no set of classes is new when rules are compiled."""

    def of(self, classes: frozenset[str]) -> str:
        """The character of the set, given out at first sight."""
        return self.known.setdefault(classes, chr(_FIRST_CODE + len(self.known)))

    def of_values(self, values: Mapping[str, Any]) -> str:
        """The character of the classes that a piece of text has."""
        return self.known[frozenset(values)]

    def having(self, wanted: str) -> str | None:
        """A regular expression class of all sets with one of the classes "A|B-C": A, or B without C.

        None where the language has none of them. Raises ValueError for a class that it should have.
        """
        found: set[str] = set()
        for alternative in wanted.split("|"):
            name, _, without = alternative.partition("-")
            codes = self._with(name) - self._with(without) if without else self._with(name)
            if not codes and name not in self.absent:
                raise ValueError(f"a time rule names a class that no word and no rule has: {alternative}")
            found |= codes
        return f"[{''.join(sorted(found))}]" if found else None

    def _with(self, name: str) -> set[str]:
        if name not in self.sets:
            self.sets[name] = {code for classes, code in self.known.items() if name in classes}
        return self.sets[name]


@dataclass(frozen=True, slots=True)
class Rule:
    """`match` finds it; `names` are the groups with the classes their values come from; `make` builds the value."""

    match: re.Pattern[str]
    names: tuple[tuple[str, tuple[str, ...]], ...]
    make: Build
    fixed: Mapping[str, Any]
    classes: tuple[str, ...]
    weak: str
    """When the result is weak: "inherit" (where all it is made of is), "always", or "" (never)."""
    first: str
    """The codes it may begin with."""

    def apply(self, items: list[Item], found: re.Match[str], codes: Codes) -> Item | None:
        """The item that the matched items become, or None where they mean nothing together."""
        given = dict(self.fixed)
        for name, classes in self.names:
            at = found.start(name)
            if at >= 0:
                values = items[at].values
                given[name] = next(values[c] for c in classes if c in values)
        value = self.make(**given)
        if value is None:
            return None
        inside = items[found.start() : found.end()]
        parts = [items[found.start(name)] for name, _ in self.names if found.start(name) >= 0]
        weak = self.weak == "always" or (self.weak == "inherit" and all(item.weak for item in parts))
        values = value if isinstance(value, dict) else dict.fromkeys(self.classes, value)
        return Item(inside[0].start, inside[-1].end, values, codes.known[frozenset(values)], weak)


@dataclass(frozen=True, slots=True)
class Stage:
    """Rules that compete; `any` finds where one of them may begin."""

    any: re.Pattern[str]
    rules: tuple[Rule, ...]

    def run(self, items: list[Item], codes: Codes) -> list[Item]:
        """The items with everything replaced that the rules read."""
        code = "".join([item.code for item in items])
        out: list[Item] = []
        at = 0
        hit = self.any.search(code)
        while hit:
            out += items[at : hit.start()]
            at = hit.start()
            made = self._longest(items, code, at, codes)
            if made is None:
                out.append(items[at])
                at += 1
            else:
                item, at = made
                out.append(item)
            hit = self.any.search(code, at)
        return out + items[at:] if out else items

    def _longest(self, items: list[Item], code: str, at: int, codes: Codes) -> tuple[Item, int] | None:
        matches = [(found.end(), rule, found) for rule in self.rules if (found := rule.match.match(code, at))]
        for end, rule, found in sorted(matches, key=lambda match: -match[0]):
            item = rule.apply(items, found, codes)
            if item is not None:
                return item, end
        return None


def stage(rules: Iterable[Mapping[str, Any]], codes: Codes, builders: Mapping[str, Build]) -> Stage:
    """Compiles the rules of one stage. `codes` must already know every set of classes that can occur."""
    compiled = tuple(made for rule in rules if (made := _rule(rule, codes, builders)) is not None)
    plain = "|".join(f"(?:{re.sub(r'[?]P<[a-z_]+>', '?:', rule.match.pattern)})" for rule in compiled)
    first = "".join(sorted(set("".join(rule.first for rule in compiled))))
    return Stage(re.compile(f"(?=[{first}])(?:{plain})"), compiled)


def _rule(rule: Mapping[str, Any], codes: Codes, builders: Mapping[str, Build]) -> Rule | None:
    """The rule compiled; None where the language lacks a word that it cannot do without."""
    names: list[tuple[str, tuple[str, ...]]] = []
    terms, sure = [], set()
    for term in rule["p"].split():
        before = len(names)
        terms.append(_term(term, codes, names))
        if not term.endswith(("?", "*")):
            sure |= {name for name, _ in names[before:]}
    if None in terms:
        return None
    pattern = "".join(term for term in terms if term is not None)
    _check_told(rule, {name for name, _ in names}, sure, builders[rule["make"]])
    classes = tuple(rule["as"].split())
    make, fixed, weak = builders[rule["make"]], rule.get("with", {}), rule.get("weak", "")
    return Rule(re.compile(pattern), tuple(names), make, fixed, classes, weak, _first(terms))


def _first(terms: Iterable[str | None]) -> str:
    """The codes with which a row of compiled terms may begin."""
    found = ""
    for term in terms:
        if term and not term.startswith(("(?<!", "(?<=", "(?!", "(?=")):
            found += term[term.index("[") + 1 : term.index("]")]
            if not term.endswith(("?", "*")):
                break
    return found


def _check_told(rule: Mapping[str, Any], names: set[str], sure: set[str], build: Build) -> None:
    """Raises ValueError where a rule tells its builder what it does not ask for, or may keep back what it must know."""
    asked = signature(build).parameters.values()
    if any(p.kind is p.VAR_KEYWORD for p in asked):
        return
    told, known = names | set(rule.get("with", {})), {p.name for p in asked}
    needed = {p.name for p in asked if p.default is p.empty}
    if told - known or needed - sure - set(rule.get("with", {})):
        raise ValueError(f"a time rule tells {sorted(told)} to {rule['make']}, which asks {sorted(known)}: {rule['p']}")


def _term(term: str, codes: Codes, names: list[tuple[str, tuple[str, ...]]]) -> str | None:
    parsed = _TERM.match(term)
    if parsed is None:
        raise ValueError(f"not a term of a time rule: {term}")
    body, count = parsed["body"].strip("()"), parsed["count"] or ""
    if body.startswith("~"):
        return f"{codes.having('WORD|INT')}{{1,{body[1:]}}}"
    chars = codes.having("|".join(_class_of(word) for word in body.split("|")))
    if chars is None:
        return "" if count or parsed["look"] in {"<!", ">!"} else None
    if parsed["look"]:
        return {"<!": f"(?<!{chars})", "<": f"(?<={chars})", ">!": f"(?!{chars})", ">": f"(?={chars})"}[parsed["look"]]
    wanted = tuple(_class_of(word).partition("-")[0] for word in body.split("|"))
    told = len(wanted) == 1 and wanted[0].isupper() and wanted[0] not in codes.silent
    name = parsed["alias"] or (wanted[0].lower() if told else None)
    if name is None or name in dict(names):
        return f"{chars}{count}"
    names.append((name, wanted))
    return f"(?P<{name}>{chars}){count}"


def _class_of(word: str) -> str:
    """A class is in capitals; a word in small letters is the class of just that word."""
    return word if word.partition("-")[0].isupper() else f"={word}"


def literals(rules: Iterable[Mapping[str, Any]]) -> set[str]:
    """The words that the patterns name themselves."""
    found: set[str] = set()
    for rule in rules:
        for term in rule["p"].split():
            parsed = _TERM.match(term)
            if parsed and not parsed["body"].startswith("~"):
                body = parsed["body"].strip("()").split("|")
                found |= {word for word in body if not word.partition("-")[0].isupper()}
    return found
