"""The page: template, style and script of the folder `page`, put together into one file that loads nothing."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from dateline.report import words
from dateline.report.changes import Changes
from dateline.report.chart import Chart
from dateline.report.choices import Choices, places, sources
from dateline.report.groups import Section
from dateline.report.map import Maps
from dateline.report.matrix import Matrix
from dateline.report.overview import Overview
from dateline.report.panels import MOST_UNDATED
from dateline.report.said import ROLES
from dateline.report.scale import mark
from dateline.report.situations import MOST_CLASHES, MOST_OPEN, Situations
from dateline.report.timeline import MOST_OPEN as MOST_MOMENTS
from dateline.report.timeline import Timeline
from dateline.report.verdicts import GRADES, MOST_HOLDERS
from dateline.report.view import NOBODY

OPEN_UP_TO = 400
"""Claims of a page whose groups all stand open at first; a longer page opens with its groups folded."""


@dataclass(frozen=True, slots=True)
class Page:
    """All that the template shows."""

    overview: Overview
    matrix: Matrix
    chart: Chart | None
    maps: Maps | None
    situations: Situations | None
    changes: Changes | None
    sections: list[Section]
    choices: Choices
    timeline: Timeline | None
    claims: int
    made: str
    version: str

    @property
    def fresh(self) -> frozenset[str]:
        """The claims that are told as new."""
        return frozenset(view.id for view in self.changes.claims) if self.changes else frozenset()


def render(page: Page) -> Iterator[str]:
    """The page in chunks, so that a long one is never held whole."""
    style, script = f"{_asset('report.css')}\n{_asset('situations.css')}", _asset("report.js")
    stream = _template().stream(
        page=page,
        style=style,
        script=script,
        policy=_policy(style, script),
        folded=page.claims > OPEN_UP_TO,
        fresh=page.fresh,
    )
    stream.enable_buffering(200)
    return iter(stream)


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("dateline.report", "page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(words=words, mark=mark, places=places, sources=sources, NOBODY=NOBODY)
    environment.globals.update(MOST_MOMENTS=MOST_MOMENTS)
    environment.globals.update(ROLES=ROLES, GRADES=GRADES)
    environment.globals.update(MOST_OPEN=MOST_OPEN, MOST_HOLDERS=MOST_HOLDERS, MOST_CLASHES=MOST_CLASHES)
    environment.globals.update(MOST_UNDATED=MOST_UNDATED)
    return environment.get_template("report.html.j2")


@cache
def _asset(name: str) -> str:
    return (files("dateline.report") / "page" / name).read_text(encoding="utf-8").strip()


def _policy(style: str, script: str) -> str:
    """What the browser may do: run this style and this script, and load nothing, whatever a text has smuggled in."""
    allowed = (f"style-src '{_digest(style)}'", f"script-src '{_digest(script)}'")
    return "; ".join(("default-src 'none'", *allowed, "base-uri 'none'", "form-action 'none'"))


def _digest(text: str) -> str:
    return "sha256-" + b64encode(hashlib.sha256(text.encode()).digest()).decode()
