"""Whole numbers in words, as grammars of the four languages teach to write them: what the number grammar must read."""

from __future__ import annotations

from collections.abc import Callable


def _words(row: str) -> list[str]:
    return row.split()


_EN = _words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_EN_TENS = _words("- - twenty thirty forty fifty sixty seventy eighty ninety")
_FR = _words("zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize")
_FR_TENS = _words("- - vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt")
_ES = _words(
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete "
    "dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete "
    "veintiocho veintinueve"
)
_ES_TENS = _words("- - - treinta cuarenta cincuenta sesenta setenta ochenta noventa")
_ES_HUNDREDS = _words(
    "- ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos"
)
_AR = _words("صفر واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة")
_AR_TENS = _words("- - عشرون ثلاثون أربعون خمسون ستون سبعون ثمانون تسعون")
_AR_HUNDREDS = _words("- مئة مئتان ثلاثمئة أربعمئة خمسمئة ستمئة سبعمئة ثمانمئة تسعمئة")


def english(n: int) -> str:
    """ "one thousand two hundred and five"."""
    if n < 20:
        return _EN[n]
    if n < 100:
        return _EN_TENS[n // 10] + (f"-{_EN[n % 10]}" if n % 10 else "")
    if n < 1000:
        return f"{_EN[n // 100]} hundred" + (f" and {english(n % 100)}" if n % 100 else "")
    scale, word = max((s, w) for s, w in ((1000, "thousand"), (10**6, "million"), (10**9, "billion")) if s <= n)
    rest = n % scale
    return f"{english(n // scale)} {word}" + (f"{' and' if 0 < rest < 100 else ''} {english(rest)}" if rest else "")


def french(n: int) -> str:
    """ "mille deux cent quatre-vingt-dix-sept"."""
    if n < 17:
        return _FR[n]
    if n < 100:
        return _french_tens(n)
    if n < 1000:
        hundreds = "cent" if n < 200 else f"{_FR[n // 100]} cent{'' if n % 100 else 's'}"
        return hundreds + (f" {french(n % 100)}" if n % 100 else "")
    if n < 10**6:
        many = french(n // 1000)
        many = many.removesuffix("s") if many.endswith(("cents", "vingts")) else many
        thousands = "mille" if n < 2000 else f"{many} mille"
        return thousands + (f" {french(n % 1000)}" if n % 1000 else "")
    scale, word = (10**6, "million") if n < 10**9 else (10**9, "milliard")
    return f"{french(n // scale)} {word}{'s' if n >= 2 * scale else ''}" + (
        f" {french(n % scale)}" if n % scale else ""
    )


def _french_tens(n: int) -> str:
    tens, units = divmod(n, 10)
    if n < 20:
        return f"dix-{_FR[units]}"
    if tens in {7, 9}:
        units += 10
    if not units:
        return "quatre-vingts" if n == 80 else _FR_TENS[tens]
    joined = " et " if units in {1, 11} and tens < 8 else "-"
    return _FR_TENS[tens] + joined + (french(units) if units < 17 else _french_tens(units))


def spanish(n: int) -> str:
    """ "mil doscientos cincuenta y siete"."""
    if n < 30:
        return _ES[n]
    if n < 100:
        return _ES_TENS[n // 10] + (f" y {_ES[n % 10]}" if n % 10 else "")
    if n < 1000:
        return "cien" if n == 100 else _ES_HUNDREDS[n // 100] + (f" {spanish(n % 100)}" if n % 100 else "")
    if n < 10**6:
        thousands = "mil" if n < 2000 else f"{_shortened(spanish(n // 1000))} mil"
        return thousands + (f" {spanish(n % 1000)}" if n % 1000 else "")
    millions = "un millón" if n < 2 * 10**6 else f"{_shortened(spanish(n // 10**6))} millones"
    return millions + (f" {spanish(n % 10**6)}" if n % 10**6 else "")


def _shortened(words: str) -> str:
    """Before a noun "uno" loses its end: "veintiún mil", "treinta y un millones"."""
    if words.endswith("veintiuno"):
        return words.removesuffix("veintiuno") + "veintiún"
    return words.removesuffix("o") if words.endswith("uno") else words


def arabic(n: int) -> str:
    """ "ألف ومئتان وخمسة وثلاثون": units before tens, duals, و written to what it joins."""
    if n <= 10:
        return _AR[n]
    if n < 20:
        return {11: "أحد عشر", 12: "اثنا عشر"}.get(n) or f"{_AR[n - 10]} عشر"
    if n < 100:
        return (f"{_AR[n % 10]} و" if n % 10 else "") + _AR_TENS[n // 10]
    if n < 1000:
        return _AR_HUNDREDS[n // 100] + (f" و{arabic(n % 100)}" if n % 100 else "")
    scale, one, two, few = (
        (1000, "ألف", "ألفان", "آلاف")
        if n < 10**6
        else (10**6, "مليون", "مليونان", "ملايين")
        if n < 10**9
        else (10**9, "مليار", "ملياران", "مليارات")
    )
    many, rest = divmod(n, scale)
    words = {1: one, 2: two}.get(many) or f"{arabic(many)} {few if many <= 10 else one}"
    return words + (f" و{arabic(rest)}" if rest else "")


SPELLERS: dict[str, Callable[[int], str]] = {"en": english, "fr": french, "es": spanish, "ar": arabic}
"""How a language writes a whole number below 10^12 in words."""
