"""What is known of a document beside its content, and whether that can be so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from dateline.errors import InputError

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOMENT = re.compile(
    r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s?(Z|[+-]\d{2}:?\d{2})?", re.IGNORECASE
)
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})*")


@dataclass(frozen=True, slots=True)
class Given:
    """What a caller, a JSON line or a page says of a document. None: it does not say.

    `dated_by` says in words what states `published`.
    """

    url: str | None = None
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    lang: str | None = None
    dated_by: str | None = None

    def before(self, other: Given) -> Given:
        """This, and where it does not say, the other."""
        return Given(
            url=self.url or other.url,
            title=self.title or other.title,
            published=self.published or other.published,
            publisher=self.publisher or other.publisher,
            lang=self.lang or other.lang,
            dated_by=self.dated_by if self.published else other.dated_by,
        )


NOTHING = Given()
"""Nothing is known."""


def iso_date(words: str) -> str | None:
    """An ISO 8601 date, or date with time, that exists in the calendar, spelt with a "T"; None for all else.

    Nothing is completed and nothing is turned round: "2017-03" and "03/04/2017" give None.
    """
    words = words.strip()
    moment = _MOMENT.fullmatch(words)
    if not moment and not _DAY.fullmatch(words):
        return None
    try:
        if not moment:
            return date.fromisoformat(words).isoformat()
        day, clock, zone = moment.groups()
        whole = f"{day}T{clock}{(zone or '').upper()}"
        datetime.fromisoformat(f"{day}T{clock[:8]}{(zone or '').upper()}")
    except ValueError:
        return None
    return whole if whole[-5] not in "+-" else f"{whole[:-2]}:{whole[-2:]}"


def checked_date(words: str | None, name: str | None = None) -> str | None:
    """The publication date that a user or a JSON line gives. Raises InputError when it is no ISO date."""
    if words is None or not words.strip():
        return None
    known = iso_date(words)
    if known is None:
        raise InputError(
            f"the publication date {words[:40]!r} is not an ISO date",
            document=name,
            advice="Write it as 2017-03-15 or 2017-03-15T08:30:00Z",
        )
    return known


def checked_language(words: str | None, name: str | None = None) -> str | None:
    """The language that a user or a JSON line gives, as its primary subtag. Raises InputError when it is none."""
    if words is None or not words.strip():
        return None
    known = primary_subtag(words)
    if known is None:
        raise InputError(
            f"the language {words[:40]!r} is not a language code", document=name, advice="Write it as en, fr or ar"
        )
    return known


def primary_subtag(words: str) -> str | None:
    """The language of a BCP 47 tag ("en-GB" → "en"); None when it is no such tag."""
    tag = _LANGUAGE.fullmatch(words.strip())
    return tag[1].lower() if tag else None
