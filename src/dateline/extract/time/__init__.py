"""Time expressions: found in plain text, read against an anchor, half-known where the text leaves the year open."""

from dateline.extract.time.pagedate import dispatches, page_date
from dateline.extract.time.recognize import LANGUAGES, TimexMention, recognize
from dateline.extract.time.timexes import resolve, timexes

__all__ = ["LANGUAGES", "TimexMention", "dispatches", "page_date", "recognize", "resolve", "timexes"]
