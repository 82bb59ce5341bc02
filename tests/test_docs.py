"""The docs cannot drift: each command and option is documented, each documented one exists, the reference is new."""

from __future__ import annotations

import importlib.util
import re
import shlex
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import dateline

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted(DOCS.rglob("*.md"))]
PAGE_OF = {"show": "claims"}
"""Verbs that are documented on another verb's page."""


def reference() -> ModuleType:
    spec = importlib.util.spec_from_file_location("write_reference", DOCS / "reference" / "write.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


REFERENCE = reference()
COMMANDS: dict[str, Any] = dict(REFERENCE.commands())


def options(command: Any) -> set[str]:
    return {name for param in command.params for name in [*param.opts, *param.secondary_opts] if name.startswith("--")}


def page_of(path: str) -> Path:
    verb = path.split()[0]
    return DOCS / f"{PAGE_OF.get(verb, verb)}.md"


@pytest.mark.parametrize("path", COMMANDS)
def test_every_command_and_option_is_documented(path: str) -> None:
    text = page_of(path).read_text(encoding="utf-8")
    assert f"dateline {path.split()[0]}" in text
    assert path.split()[-1] in text
    missing = [name for name in options(COMMANDS[path]) - {"--help"} if not re.search(rf"{name}(?![\w-])", text)]
    assert missing == []


@pytest.mark.parametrize("page", sorted({page_of(path) for path in COMMANDS}), ids=lambda page: page.name)
def test_every_documented_option_exists(page: Path) -> None:
    known = set().union(*(options(command) for command in COMMANDS.values()))
    told = set(re.findall(r"(?<![\w-])--[a-z][\w-]*", page.read_text(encoding="utf-8")))
    assert told - known == set()


def shown_commands() -> Iterator[tuple[str, list[str]]]:
    """Every `dateline` call in a console block, with the page that shows it."""
    for page in PAGES:
        for block in re.findall(r"```console\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL):
            for call in re.findall(r"(?:^\$ |\| )(?:\.venv/bin/)?dateline ([^|>\n]*)", block, re.MULTILINE):
                yield page.name, shlex.split(call)


@pytest.mark.parametrize(("page", "words"), list(shown_commands()), ids=lambda value: str(value)[:60])
def test_every_command_shown_can_be_typed(page: str, words: list[str]) -> None:
    path = words[0] if words[0] in COMMANDS else " ".join(words[:2])
    assert path in COMMANDS, f"{page} shows `dateline {path}`"
    asked = {word for word in words if word.startswith("--")}
    assert asked <= options(COMMANDS[path])
    required = {param.opts[0] for param in COMMANDS[path].params if param.required and param.opts[0].startswith("--")}
    assert required <= asked


def test_the_pages_show_commands() -> None:
    assert len(list(shown_commands())) > 20


@pytest.mark.parametrize("name", REFERENCE.pages())
def test_the_reference_is_current(name: str) -> None:
    assert (DOCS / "reference" / name).read_text(encoding="utf-8") == REFERENCE.pages()[name], "run `make docs`"


def test_make_targets_shown_exist() -> None:
    rules = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    shown = {name for page in PAGES for name in re.findall(r"(?:`|\$ )make ([a-z]+)", page.read_text(encoding="utf-8"))}
    assert shown - rules == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    dead = [link for link in links if "://" not in link and not (page.parent / link).exists()]
    assert dead == []


def test_public_names_are_told() -> None:
    text = (DOCS / "python.md").read_text(encoding="utf-8")
    verbs = [name for name in dateline.__all__ if name[0].islower()]
    assert [name for name in verbs if f"dateline.{name}" not in text] == []


def test_the_version_is_told_once() -> None:
    assert version("dateline") == dateline.__version__


def test_the_changelog_knows_the_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "## [Unreleased]" in text or f"## [{dateline.__version__}]" in text
