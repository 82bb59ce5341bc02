"""Answers of the ReliefWeb API, saved as JSON: each report in it is a document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from dateline.errors import EmptyInput, InputError
from dateline.model.reading import Problem, Reading
from dateline.read.canonical import one_line, storable
from dateline.read.content import HTML, TEXT, Content
from dateline.read.document import from_content
from dateline.read.fragment import fragment_text
from dateline.read.given import Given, iso_date, primary_subtag
from dateline.read.json_stream import Object, objects_under
from dateline.read.limits import MAX_TITLE
from dateline.read.problem import problem_of
from dateline.read.source import Source

_SIGN: Final = re.compile(rb'"href"\s*:\s*"https?:(?:\\?/){2}api\.reliefweb\.int')
_ROWS: Final = re.compile(rb'"data"\s*:\s*\[\s*\{')
_FIELDS: Final = re.compile(rb'"fields"\s*:\s*\{')


class ReliefWeb:
    """Reads what the ReliefWeb API answers with (version 1 and 2).

    A report's publisher are its sources; its publication is the day of the original, else the day on which
    ReliefWeb took it in.
    """

    def knows(self, source: Source) -> bool:
        """True where the first bytes are those of such an answer."""
        head = source.head.removeprefix(b"\xef\xbb\xbf").lstrip()
        if not head.startswith(b"{"):
            return False
        return bool(_SIGN.search(head) or (_ROWS.search(head) and _FIELDS.search(head)))

    def read(self, source: Source) -> Iterator[Reading | Problem]:
        """The reports in the order of the answer."""
        number = 0
        for number, (_, row) in enumerate(objects_under(source.stream, "data", name=source.name), start=1):
            at = f"{source.came_from} report {number}"
            try:
                yield _report(row, at=at, fallback=source.fallback)
            except InputError as error:
                yield problem_of(error, at)
        if not number:
            yield problem_of(EmptyInput("there are no reports in it"), source.came_from)


def _report(row: Object, *, at: str, fallback: Given) -> Reading:
    fields = row["fields"] if isinstance(row.get("fields"), dict) else {}
    html, text = _string(fields.get("body-html")), _string(fields.get("body"))
    body = fragment_text(html, name=at) if html else text.strip()
    if not body:
        raise EmptyInput("the report has no text", document=at, advice='Ask the API for the field "body-html"')
    title = one_line(_string(fields.get("title")))
    own = Given(
        url=_string(fields.get("url_alias")) or _string(fields.get("url")) or None,
        title=title if 0 < len(title) <= MAX_TITLE else None,
        published=_published(fields.get("date")),
        publisher=", ".join(_names(fields.get("source"))) or None,
        dated_by="the report",
    )
    said = Given(lang=next(iter(_languages(fields.get("language"))), None))
    return from_content(
        Content(body, HTML if html else TEXT, said),
        original=(html or text).encode("utf-8", "replace"),
        name=storable(str(row.get("id") or at)),
        came_from=at,
        own=own,
        fallback=fallback,
    )


def _string(value: Any) -> str:
    return storable(value) if isinstance(value, str) else ""


def _published(value: Any) -> str | None:
    dates = value if isinstance(value, dict) else {}
    return next((day for key in ("original", "created") if (day := iso_date(_string(dates.get(key))))), None)


def _names(value: Any) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict) and (name := one_line(_string(one.get("name")))):
            yield name


def _languages(value: Any) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict) and (code := primary_subtag(_string(one.get("code")))):
            yield code
