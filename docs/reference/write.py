#!/usr/bin/env python3
"""Writes the reference pages from the code (`make docs`); tests/test_docs.py fails when they are not current."""

from __future__ import annotations

import dataclasses
import inspect
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import typer.main

import dateline.errors
import dateline.model
from dateline.cli.app import app
from dateline.model import reading, words

HERE = Path(__file__).resolve().parent
MADE = "<!-- Written by docs/reference/write.py from the code: change the code, then `make docs`. -->\n"


def pages() -> dict[str, str]:
    """Every reference page by file name."""
    return {"commands.md": commands_page(), "model.md": model_page(), "errors.md": errors_page()}


# --- commands ---------------------------------------------------------------------------------------------------------


def commands_page() -> str:
    sections = [section(path, command) for path, command in commands()]
    return "\n".join([MADE, "# Commands", "", *sections])


def commands() -> Iterator[tuple[str, Any]]:
    """Every command that can be called, by its words ("judge accept"), in the order of the help."""
    yield from walk("", typer.main.get_command(app))


def walk(path: str, command: Any) -> Iterator[tuple[str, Any]]:
    if not hasattr(command, "commands"):
        yield path, command
        return
    for name in command.list_commands(None):
        yield from walk(f"{path} {name}".strip(), command.commands[name])


def section(path: str, command: Any) -> str:
    lines = [f"## dateline {path}", "", paragraphs(command.help), ""]
    rows = [parameter(param) for param in command.params if param.name != "help"]
    table = ["| parameter | meaning |", "|---|---|", *rows] if rows else []
    return "\n".join([*lines, *table, ""])


def parameter(param: Any) -> str:
    option = param.param_type_name == "option"
    names = [*param.opts, *param.secondary_opts] if option else [param.metavar or param.name]
    words = " or ".join(f"`{word}`" for word in allowed(param))
    value = "" if option and param.is_flag else param.metavar or words
    shown = " / ".join(f"`{name}`" for name in names)
    taken = f" {value}" if value and option else ""
    return f"| {shown}{taken} | {cell(param.help)}{unless_given(param)} |"


def allowed(param: Any) -> list[str]:
    """The words of a closed list, also of one that may be left out; none for a free value."""
    kind = param.type_descriptor.annotation
    given = next((part for part in get_args(kind) if get_args(part)), kind)
    return [word for word in get_args(given) if isinstance(word, str)]


def unless_given(param: Any) -> str:
    if param.required:
        return " Required."
    return "" if param.default in (None, False, ()) else f" Default: `{param.default}`."


# --- model ------------------------------------------------------------------------------------------------------------


def model_page() -> str:
    values = [getattr(dateline.model, name) for name in dateline.model.__all__] + [reading.Reading, reading.Problem]
    lists = [(name, getattr(words, name)) for name in sorted(vars(words)) if is_list(getattr(words, name))]
    return "\n".join(
        [
            MADE,
            "# Model",
            "",
            "Frozen dataclasses. Offsets are half-open and count Unicode code points of the canonical text; None means",
            "that the text leaves it open.",
            "",
            *(model_section(value) for value in values),
            "## Word lists",
            "",
            "The only values that these fields may take.",
            "",
            "| list | values |",
            "|---|---|",
            *(f"| {name} | {' · '.join(get_args(value))} |" for name, value in lists),
            "",
        ]
    )


def is_list(value: Any) -> bool:
    return bool(get_args(value)) and all(isinstance(word, str) for word in get_args(value))


def model_section(value: type) -> str:
    rows = [f"| `{field.name}` | `{cell(str(field.type))}` |" for field in dataclasses.fields(value)]
    return "\n".join(
        [f"## {value.__name__}", "", paragraphs(value.__doc__), "", "| field | type |", "|---|---|", *rows, ""]
    )


# --- errors -----------------------------------------------------------------------------------------------------------


def errors_page() -> str:
    tree = inspect.cleandoc((dateline.errors.__doc__ or "").partition("\n")[2])
    return "\n".join([MADE, "# Errors", "", "Every error that dateline raises on purpose.", "", "```", tree, "```", ""])


def paragraphs(text: str | None) -> str:
    return inspect.cleandoc(text or "")


def cell(text: str | None) -> str:
    return (text or "").replace("|", "\\|").replace("\n", " ")


def main() -> int:
    for name, text in pages().items():
        (HERE / name).write_text(text, encoding="utf-8")
        print(f"wrote {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
