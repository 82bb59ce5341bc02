"""What a page says of itself as JSON-LD (schema.org)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

_ARTICLE_ENDINGS: Final = ("article", "posting", "report", "claimreview")
_MAX_SCRIPT: Final = 2_000_000
_MAX_NODES: Final = 20_000
_BROKEN_DATE: Final = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')


@dataclass(frozen=True, slots=True)
class LinkedData:
    """The node of a page that describes its article, and the nodes it refers to by "@id"."""

    article: dict[str, Any] = field(default_factory=dict)
    by_id: dict[str, dict[str, Any]] = field(default_factory=dict)

    def words(self, key: str) -> str | None:
        """The article's value for the key where that is a string (the first of a list)."""
        value = _first(self.article.get(key))
        return value if isinstance(value, str) and value.strip() else None

    def name_of(self, key: str) -> str | None:
        """The name of the organisation that the key holds or refers to."""
        value = _first(self.article.get(key))
        if isinstance(value, dict) and "name" not in value:
            value = self.by_id.get(str(value.get("@id")), {})
        name = _first(value.get("name")) if isinstance(value, dict) else value
        return name if isinstance(name, str) and name.strip() else None


def linked_data(scripts: list[str]) -> LinkedData:
    """The linked data in the page's scripts; scripts that are no JSON are left out.

    Where several nodes describe an article, the first with a headline counts: the others are teasers.
    """
    nodes = [node for script in scripts for node in _nodes(script)]
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and "name" in node}
    articles = [node for node in nodes if _is_article(node)]
    titled = [node for node in articles if "headline" in node]
    pages = [node for node in nodes if any(kind.endswith("WebPage") for kind in _types(node))]
    best = next(iter(titled or articles or pages), {})
    return LinkedData(best or _from_broken(scripts), by_id)


def _nodes(script: str) -> Iterator[dict[str, Any]]:
    """All objects of the script, outer before inner, in order."""
    if len(script) > _MAX_SCRIPT:
        return
    try:
        waiting = [json.loads(_bare(script), strict=False)]
    except (ValueError, RecursionError):
        return
    seen = 0
    while waiting and seen < _MAX_NODES:
        value = waiting.pop()
        seen += 1
        if isinstance(value, dict):
            yield value
            waiting.extend(reversed(list(value.values())))
        elif isinstance(value, list):
            waiting.extend(reversed(value))


def _from_broken(scripts: list[str]) -> dict[str, Any]:
    """The date of publication in scripts that are no JSON (a comma too many), where they state one date alone."""
    dates = {date for script in scripts for date in _BROKEN_DATE.findall(script[:_MAX_SCRIPT])}
    return {"datePublished": dates.pop()} if len(dates) == 1 else {}


def _bare(script: str) -> str:
    """Without the comment or CDATA marks that old templates wrap around a script."""
    script = script.strip()
    for before, after in (("<!--", "-->"), ("//<![CDATA[", "//]]>"), ("<![CDATA[", "]]>")):
        script = script.removeprefix(before).removesuffix(after).strip()
    return script.removesuffix(";")


def _types(node: dict[str, Any]) -> list[str]:
    types = node.get("@type")
    return [kind for kind in (types if isinstance(types, list) else [types]) if isinstance(kind, str)]


def _is_article(node: dict[str, Any]) -> bool:
    return any(kind.lower().endswith(_ARTICLE_ENDINGS) for kind in _types(node))


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list) and value else value
