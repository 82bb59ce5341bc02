"""The rules of repair in their order: characters, numbers in groups, glued words and sentences, lost letters."""

from __future__ import annotations

import re
from functools import cache, partial

from dateline.extract.repair import fixes
from dateline.extract.repair.marks import has_owners, has_suspects
from dateline.extract.repair.working import Fix, Rule, Sign, Swap, Together
from dateline.vocab.load import either, load

LOST_LETTER = "\u0238"
"""Stands in the working text for a letter that was lost between two others, so that a name stays one word."""

_ALONE = r"(?<![\w.])"


@cache
def rules() -> tuple[Rule | Swap | Together, ...]:
    """All rules, in their order; those after numbers in groups see the commas that these wrote."""
    digits = Together(re.compile(r"\d").search, (*_grouped_numbers(), _said_twice(), *_glued_to_figures()))
    return (*_characters(), digits, *_glued_words(), *_glued_sentences(), *_lost())


def _rule(pattern: str, to: Fix, flags: int = 0, *, sign: str | Sign) -> Rule:
    return Rule(re.compile(pattern, flags), to, re.compile(sign).search if isinstance(sign, str) else sign)


def _beyond_ascii(text: str) -> bool:
    return not text.isascii()


def _characters() -> tuple[Rule | Swap, ...]:
    """Invisible characters, typeset ligatures, mojibake, characters that no reader could decode, quotation marks."""
    odd = partial(_rule, sign=_beyond_ascii)
    lost = partial(_rule, sign="\ufffd")
    return (
        odd(r"[\u00ad\u200b-\u200f\u2060\ufeff]+", lambda m: ""),
        odd(r"[ﬀ-ﬆ]", lambda m: {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}.get(m[0], "st")),
        odd(r"[ÂÃâÐÑØÙ][\u0080-\u00bf\u0152-\u0178\u0192\u02c6\u02dc\u2013-\u2122]{1,3}", fixes.mojibake),
        lost(r"(?<=[a-z])\ufffd(?=(?:s|t|re|ve|ll|d)\b)", lambda m: "'"),
        lost(
            r"\b([A-Z][^\W\d_]*)\ufffd{1,3}(?=[a-z])(?!(?:the|and|which|who|that|including|with|but)\b)",
            lambda m: m[1] + LOST_LETTER,
        ),
        lost(r"\b([dDlL])\ufffd(?=[A-Z])", lambda m: f"{m[1]}'"),
        lost(r"(?<=\s)\ufffd(?=\s)", lambda m: "-"),
        lost(r"(?<!\w)\ufffd(?=\w)", lambda m: '"'),
        lost(r"(?<=[.,a-z])\ufffd(?!\w)", lambda m: '"'),
        Swap("\u2018\u2019\u02bc\u00b4`", "'"),
        Swap("\u201c\u201d\u00ab\u00bb", '"'),
    )


def _grouped_numbers() -> tuple[Rule, ...]:
    """Numbers printed in groups: the working text writes them with commas."""
    return (
        _rule(
            r"(?<![\d.,])(\d{1,3})((?:[\u00a0\u2009\u202f ]\d{3})+)(?![\d]|[.,]\d|\s?(?:%|per cent|percent))",
            fixes.grouped,
            sign=r"\d[\u00a0\u2009\u202f ]\d{3}",
        ),
        _rule(r"(?<![\d.,])(\d{1,3}), (\d{3})(?![\d,])(?! \d)", lambda m: f"{m[1]},{m[2]}", sign=r"\d, \d{3}"),
    )


def _said_twice() -> Rule:
    """ "Twenty (20) dead", "forty-one (41) houses": the digits in brackets say the number word again, and go."""
    units, tens = load("numbers_en")["units"], load("numbers_en")["tens"]
    words = {**units, **tens} | {f"{t}-{u}": tens[t] + units[u] for t in tens for u in units if 0 < units[u] < 10}

    def unless_another(m: re.Match[str]) -> str | None:
        return m[1] if words.get(m[1].lower().replace(" ", "-")) == int(m[2]) else None

    number = either({**units, **tens})
    written = rf"\b((?:{number})(?:[- ](?:{number}))?) ?\((\d{{1,2}})\)(?=[ ,.;])"
    return _rule(written, unless_another, re.IGNORECASE, sign=r"[a-z] ?\(\d{1,2}\)")


def _glued_to_figures() -> tuple[Rule, ...]:
    """Words run into figures ("least140,000"), and figures into words ("140people")."""
    words = load("repair_en")
    whole, suffixes = set(words["whole"]), set(words["number_suffixes"])

    def split_word(m: re.Match[str]) -> str | None:
        return None if m.group().lower() in whole else f"{m[1]} {m[2]}"

    def split_number(m: re.Match[str]) -> str | None:
        return None if m[2].lower() in suffixes else f"{m[1]} {m[2]}"

    return (
        _rule(r"\b([A-Za-z]{0,40}[a-z]{2})(\d[\d,.]*\d|\d)(?![\w-])", split_word, sign=r"\d(?<=[a-z]\d)"),
        _rule(r"(?<![\w.,-])(\d[\d,.]*)([A-Za-z]{2,})\b", split_number, sign=r"\d(?<![\d.,]\d)[\d.,]*[A-Za-z]{2}"),
    )


def _glued_words() -> tuple[Rule, ...]:
    """Number words run into their nouns ("tendeaths") and into the words before them ("oftwo")."""
    words = load("repair_en")
    numbers, nouns, before = (either(words[name]) for name in ("number_words", "number_nouns", "number_before"))
    suspect = partial(_rule, sign=has_suspects)
    return (
        suspect(rf"{_ALONE}({numbers})({nouns})\b", lambda m: f"{m[1]} {m[2]}", re.IGNORECASE),
        suspect(rf"{_ALONE}({before}|[a-z]+(?:ed|ing|ly))({numbers})\b(?!-)", fixes.unless_word, re.IGNORECASE),
    )


def _glued_sentences() -> tuple[Rule, ...]:
    """Sentences and clauses without the blank after their stop, comma or bracket ("people.The")."""
    return (
        _rule(
            r"([a-z]{2}|\d{4}|[A-Z]{2}|[)\"'])([.!?;:])([A-Z][A-Za-z]+|[A-Z]\b(?![.]))",
            fixes.after_stop,
            sign=r"[.!?;:](?=[A-Z])(?:(?<=[a-z]{2}.)|(?<=\d{4}.)|(?<=[A-Z]{2}.)|(?<=[)\"'].))",
        ),
        _rule(
            r"(?<![\w./@-])([A-Za-z][a-z]{3,})\.([a-z]{4,})\b(?![.@/(])",
            fixes.unless_address,
            sign=r"\.(?<=[a-z]{3}\.)[a-z]{4}",
        ),
        _rule(r"([A-Za-z)]),([A-Za-z]{2,})", lambda m: f"{m[1]}, {m[2]}", sign=r",[A-Za-z]{2}"),
        _rule(r"(?<=[a-z0-9])\)([A-Za-z]{2,})", lambda m: f") {m[1]}", sign=r"\)[A-Za-z]{2}"),
    )


def _lost() -> tuple[Rule, ...]:
    """Initials run into the next word ("IDMCis"), ligatures lost in print, apostrophes stripped from owners."""
    words = load("repair_en")
    tails = either(words["acronym_tails"])
    owners = either(words["possessive_owners"])
    ligatures, after = words["ligatures"], words["ligatures_after"]
    suspect = partial(_rule, sign=has_suspects)
    return (
        suspect(rf"\b([A-Z]{{3,}})({tails})\b", lambda m: f"{m[1]} {m[2]}"),
        suspect(r"\b[a-z-]+\b", lambda m: ligatures.get(m[0])),
        suspect(
            rf"\b(\w+) ({either(after)})\b",
            lambda m: f"{m[1]} {after[m[2]]['reads']}" if m[1].lower() in after[m[2]]["before"] else None,
        ),
        _rule(
            rf"\b({owners})s(?= [A-Za-z])(?! (?:and|or|of|in|are|were|have|who|that|to|from)\b)",
            fixes.possessive,
            sign=has_owners,
        ),
    )
