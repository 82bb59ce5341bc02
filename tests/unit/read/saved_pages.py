"""Pages made for the tests of reading. The town of Anor, its river and its people are invented."""

from __future__ import annotations

import json
from typing import Any

FIRST = (
    "At least twelve people were killed in the town of Anor on Monday when a dam above the river Seld gave way, "
    "the regional governor said. More than 300 families fled to the hills."
)
SECOND = (
    "Rescue teams reached the lower quarters only after dark. They found forty people on the roof of a school, "
    "a spokeswoman of the fire service told reporters, and took them across the river in two boats."
)
THIRD = "The water is expected to fall by Thursday, the weather service said in a bulletin published in the evening."
PARAGRAPHS = (FIRST, SECOND, THIRD)
HEADLINE = "Dam break drives hundreds from Anor"

MENU = "".join(f'<li><a href="/{part}">{part.title()}</a></li>' for part in ("home", "world", "sport", "weather"))


def page(
    *paragraphs: str,
    head: str = "",
    title: str | None = f"{HEADLINE} | The Seld Courier",
    before: str = "",
    after: str = "",
) -> bytes:
    """A page with a menu, an article of the paragraphs under its headline, and a footer."""
    body = "".join(f"<p>{words}</p>" for words in paragraphs or PARAGRAPHS)
    named = f"<title>{title}</title>" if title else ""
    heading = f"<h1>{HEADLINE}</h1>" if title else ""
    return (
        f"<!doctype html><html><head><meta charset='utf-8'>{named}{head}</head><body><nav><ul>{MENU}</ul></nav>"
        f"{before}<article>{heading}{body}</article>{after}<footer><p>All rights reserved by us.</p></footer>"
        "</body></html>"
    ).encode()


def linked(**values: Any) -> str:
    """A JSON-LD script that describes a news article."""
    node = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": HEADLINE, **values}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'
