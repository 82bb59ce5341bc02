"""Numbers that count nobody, by what stands around them: percentages, ages, dates, money, measures, labels."""

from __future__ import annotations

import re

from dateline.vocab.load import either
from dateline.vocab.months import month_names

_AGE = re.compile(
    r"-?\s?(?:year|yr|month|week|day)s?[- ]old|-?year-?old|\s?years? of age|\s?-\s?\d+[- ]years?\b|\s?y/?o\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s?(?P<percent>%|per ?cent\b|percentage|pc\b)"
    r"|(?P<ordinal>(?:st|nd|rd|th)\b)"
    r"|(?P<clock>:\d\d|\s?[ap]\.?m\b\.?|\s?(?:GMT|UTC|hrs|o'clock)\b)"
    r"|(?P<compound>-(?!plus\b)(?:\w+))"
    r"|(?P<money>\s?(?:dollars?|euros?|pounds?|rupees?|pesos?|yuan|US\$|USD|EUR|GBP|birr|naira|riyals?|dinars?|liras?|yen|taka|shillings?)\b)"
    r"|(?P<measure>\s?(?:km|kms|kilomet\w+|miles?|yards?|met(?:er|re)s?|mm|cm|kg|kilos?|tons?|tonnes?|metric|hectares?|ha|acres?|feet|foot|ft|inch\w*|mph|kph|km/h|degrees?|°|lit(?:er|re)s?|gallons?|square|sq\.?|knots|megawatts?|mw|kw|bags|barrels?|magnitude)\b)"
    r"|(?P<time>\s?(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|centur\w+)\b)"
    r"|(?P<plural>['’]s\b)"
    r"|(?P<letter>[A-Za-z])",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\b[A-Z][\w'’-]+ (?:[A-Z][\w.'’-]+ )?[A-Z][\w'’-]+, $")
"""A person's name before a number between commas: "Ana Ruiz, 34, said"."""
_SHARE = re.compile(
    r"(?:\w+) (?:in|out of) (?:every )?(?:two|three|four|five|six|seven|eight|nine|ten|twenty|100|1,000|10)\b",
    re.IGNORECASE,
)
_SHARE_END = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|\d) (?:in|out of) (?:every )?"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|twenty|100|1,000|10)$",
    re.IGNORECASE,
)
_REASONS = {
    "percent": "a percentage", "ordinal": "an ordinal", "clock": "a time of day", "compound": "part of a compound word",
    "money": "an amount of money", "measure": "a measure", "time": "a length of time", "letter": "part of a word",
    "plural": "an age or a decade",
}  # fmt: skip
_MONEY_BEFORE = re.compile(r"(?:[$€£₹¥]|\b(?:US|USD|EUR|GBP|Rs\.?|INR|PHP|A|C|HK)\s?\$?)\s*$")
_LABEL_BEFORE = re.compile(
    r"\b(?:No|Nos|URL|Views?|Shares?|Tweets?|Comments?|Likes?|Photos?|number|resolution|Route|Highway|Road|article|section|chapter|page|phase|level|category|magnitude|grade|"
    r"class|Flight|Boeing|Airbus|UTC\s?[+-]?|GMT\s?[+-]?|bus|unit|sector|zone|ward|barangay|district|brigade|"
    r"division|age|aged|ages|club|apartment|apt|blk)\.?\s*$",
    re.IGNORECASE,
)
_NAMED_BY_NUMBER = re.compile(
    r"\b(?:Interstate|Hwy|Exit|Suite|Apartment|Apt|Room|Building|Gate|Precinct|Local|Station)\.?\s$"
)
"""What is called by a number and then has a capital: "in Room 14"; but "at the station 12 people were killed"."""
_REPORT = re.compile(
    r"\b[A-Z][\w-]+ (?:Report|Update|Bulletin|Round|Appeal|Edition|Issue|Sitrep|SitRep|Snapshot|Flash)\s$"
)
_ENDS_A_TITLE = re.compile(r"\s*(?:[:,;.)|(–—-]|$)")
"""The number that a report has in its row: "Displacement Report 14: ..."."""
_CHANGE_BEFORE = re.compile(r"(?:%|\bper ?cent)\s?\((?:from )?(?:(?P<first>[\d,]+) to )?$")
_CHANGE_BEHIND = re.compile(r" to \d")
"""A change beside its share: "rose by 40 per cent (27 to 38)"."""
_MONTH = rf"(?:{either(month_names())})"
_MONTH_BEFORE = re.compile(
    rf"\b{_MONTH}\.?\s*(?:the\s*)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s*(?:and|to|or|-|–|,)\s*)?$", re.IGNORECASE
)
_MONTH_AFTER = re.compile(
    rf"\s*(?:(?:to|and|or|-|–)\s*\d{{1,2}}\s+)?(?:of\s+)?{_MONTH}\b(?!\s+(?:be|have|need|also|still|face))",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(
    rf"(?:\b(?:in|since|until|till|by|from|of|during|before|after|early|late|mid|year|years|through|between|and|an?|the|to|for|{_MONTH}|"
    rf"spring|summer|autumn|fall|winter|\d{{1,2}}(?:st|nd|rd|th)?),?|[-–(,/])\s*$",
    re.IGNORECASE,
)

_SHORT_YEAR_BEFORE = re.compile(rf"\b\d{{1,2}}\s+{_MONTH}\.?\s+['’]?$", re.IGNORECASE)
_ENDS_A_DATE = re.compile(r"\s*(?:[(\[)\]:;.—–]|-{2}|-\s|$)")
"""The head of a dispatch: "Orvel, 26 Oct 89 (KNA) --"."""
_NAME_BEFORE = re.compile(r"\b[A-Z][\w-]+\s$")
_ENDS_DISPATCH = re.compile(r"\)\s*(?:-{2}|[—–])")
"""The station that a dispatch is of: "Orvel (Canal 2) --"."""
_ZONE_BEHIND = re.compile(r"\s*[(\[]\s*(?:\d{3,4}\s*)?(?:GMT|UTC|local)\b", re.IGNORECASE)
"""A time of day with another zone's or the zone's name in brackets: "at 1835 (0035 GMT)", "1845 (local time)"."""


def refusal(text: str, start: int, end: int, value: int, *, words: bool) -> str | None:
    """Why the number at [start, end) counts no people, by the words around it; None: it may. `words`: no digits."""
    before, after = text[max(0, start - 24) : start], text[end : end + 24]
    if _AGE.match(after) or (value < 120 and after.startswith(",") and _NAMED.search(before)):
        return "an age"
    if _SHARE.match(text[start : end + 24]) or _SHARE_END.search(text[max(0, start - 24) : end]):
        return "a share"
    match = _AFTER.match(after)
    if match:
        kind = next(name for name, part in match.groupdict().items() if part)
        if not (kind == "compound" and _range_follows(after)):
            return _REASONS[kind]
    if words:
        return None
    if before.endswith("[") and after.startswith("]"):
        return "the number of a note"
    if _NETWORK.match(after):
        return "part of a word"
    if _BLOCK.match(after) or (_ROUTE.search(before) and not _COUNTS_ON.match(after)):
        return "a label or an age"
    if _PRONOUNCED.search(before) and value <= _LAST_HOUR:
        return "a time of day"
    if _MONEY_BEFORE.search(before):
        return "an amount of money"
    if _is_label(before, after) and not ("," in text[start:end] and value > _LARGEST_LABEL):
        return "a label or an age"
    change = _CHANGE_BEFORE.search(before)
    if change and (change["first"] or _CHANGE_BEHIND.match(after)):
        return "a change"
    if _is_emergency_call(text[start:end], before, after):
        return "a telephone number or a code"
    if value <= 31 and "," not in text[start:end] and (_MONTH_BEFORE.search(before) or _MONTH_AFTER.match(after)):
        return "a date"
    if end - start == 2 and _SHORT_YEAR_BEFORE.search(before) and _ENDS_A_DATE.match(after):
        return "a date"
    if _NAME_BEFORE.search(before) and _ENDS_DISPATCH.match(after):
        return "a label or an age"
    if end - start == 4 and _ZONE_BEHIND.match(after):
        return "a time of day"
    if 1900 <= value <= 2100 and end - start == 4 and _looks_like_year(before, after):
        return "a year"
    if re.match(r"\s+\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d", after):
        return "a time of day"
    if re.match(r",\d{3},\d", after):
        return "part of a row of digits"
    if re.match(r"[./]\d", after) or _NUMERIC_DATE.search(text[max(0, start - 8) : end + 8]):
        return "a date or a decimal"
    if end - start == 5 and re.search(r",\s[A-Z]{2}\s$", before):
        return "a telephone number or a code"  # Orvel, TX 79999
    if re.match(r"0\d-\d\d(?![\d,])", text[start : end + 4]):
        return "a date or a decimal"
    if re.match(r"0\d{3}", text[start:end]) or _DIALLED.search(text[max(0, start - 12) : end + 12]):
        return "a telephone number or a code"
    return None


_LARGEST_LABEL = 9_999
"""Above it a number with its thousands parted counts something: "in Orvel district 17,900 people"."""
_OF_PEOPLE = re.compile(
    r" (?:people|persons|families|households|houses|homes|residents|inhabitants|civilians|children)\b"
)
_OF_AREA = re.compile(r"\b[A-Z][\w'’-]+ (?:district|District|barangay|ward|zone)\s$")


def _is_label(before: str, after: str) -> bool:
    """The number is part of a name: of a road, a room, a resolution, a report in its row, a picture of a gallery."""
    if _OF_AREA.search(before) and _OF_PEOPLE.match(after):
        return False  # "In Orvel district 223 people had been killed"
    named = _LABEL_BEFORE.search(before) or _NAMED_BY_NUMBER.search(before)
    report = _REPORT.search(before) and _ENDS_A_TITLE.match(after)
    return bool(named or report) or _counts_pictures(before, after)


_PICTURE_BEFORE = re.compile(r"\b(?:Image|Photo|Slide|Picture|Photograph)\s+(?:\d+\s?(?:of|/)\s?)?$", re.IGNORECASE)
_TURNING = r"\s+(?:Back|Next|Prev\w*|Photos?|Images?|Hide|Show|View)\b"


def _counts_pictures(before: str, after: str) -> bool:
    """The counter of a gallery: "Image 23 of 33", "1 / 33 Back to Gallery"."""
    behind = re.match(rf"(?:\s?(?:/|of)\s?\d+)?{_TURNING}", after)
    counter = behind and (re.match(r"\s?(?:/|of)", after) or re.search(r"\d\s?(?:/|of)\s?$", before))
    return bool(counter or _PICTURE_BEFORE.search(before))


_CALLS = re.compile(
    r"\b(?:call(?:s|ed|ing)?(?: to)?|dial(?:s|l?ed|l?ing)?|phon(?:es?|ed|ing)|texts? to|a|the)\s+$", re.IGNORECASE
)
_CALLED = re.compile(r"\s+(?:calls?|callers?|(?:was|were) called|dispatch\w*|operators?|recordings?)\b")
_EMERGENCY = frozenset({"911", "999", "112", "000"})


def _is_emergency_call(number: str, before: str, after: str) -> bool:
    """ "911 was called", "dialled 999": nobody was counted."""
    called = _CALLED.match(after) or (_CALLS.search(before) and not re.match(r"\s[a-z]", after))
    return number in _EMERGENCY and bool(called)


_DIALLED = re.compile(r"(?<![\d,.])\+?\d{2,}(?:-\d{2,}){2}|(?<![\d,.-])\d-\d-\d(?![\d-])")
_NETWORK = re.compile(r"\.\s?(?:com|net|org|tv)\b")
"""A page's address in the sentence: "canal5.com"."""
_BLOCK = re.compile(r"\s?(?:(?:blk|block)\b|\.\.\.|…)")
_ROUTE = re.compile(r"\b(?:[Oo]n|[Oo]ff|[Aa]long|[Dd]own) (?:the )?(?:U\.?S\.?|State|County|Rt\.?|SR|I) ?-?$")
_COUNTS_ON = re.compile(r"\s[a-z]+ (?:was|were|had|have)\b")
""" "On U.S. 76 near Orvel"."""
_PRONOUNCED = re.compile(r"\b(?:pronounced|declared) (?:dead|deceased) (?:at|around|about) $")
_LAST_HOUR = 12

_NUMERIC_DATE = re.compile(
    r"(?<!\d)(?:\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d|(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2})(?!\d)"
)


def _range_follows(after: str) -> bool:
    return bool(re.match(r"-\s?\d", after))


def _looks_like_year(before: str, after: str) -> bool:
    """A four-digit number of our times is a year unless a counted noun follows it directly."""
    if _YEAR_BEFORE.search(before) or not before.strip():
        return not re.match(
            r"\s+(?:people|persons?|families|households|houses|homes|individuals|refugees|idps|civilians|residents)\b",
            after,
            re.I,
        )
    return not re.match(r"\s+[a-zA-Z]", after)
