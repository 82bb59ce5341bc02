"""A user's own lists of actors: YAML of the form of `actors.yaml`, checked line by line, and where they are kept.

    armed_group:
      - {name: League of the Marsh, aliases: [Marshmen, LoM], party: [GBR]}

Lists that were added are files of the user's own (`$XDG_DATA_HOME`, else `~/.local/share`, `dateline/actors`), so that
installing the package anew leaves them alone. Of two that know one name the one last in the alphabet wins.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NoReturn

import yaml

from dateline.errors import InputError
from dateline.model.words import SOURCE_TYPES
from dateline.vocab.actors import Actor, known_actors
from dateline.vocab.countries import countries

_FIELDS: Final = ("name", "aliases", "country", "party")
_LARGEST: Final = 4 << 20
"""Bytes beyond which a file is no list that a person wrote."""
_FORM: Final = "one list a type, as in `armed_group:` and below it `- {name: …, aliases: […]}`"


@dataclass(frozen=True, slots=True)
class OwnList:
    """A list that was added: the name to remove it by, its file, and its actors."""

    name: str
    path: Path
    actors: tuple[Actor, ...]


def folder() -> Path:
    """Where added lists are kept; it need not exist."""
    # not Path.expanduser, which raises where a user has no home: then there is simply nothing there
    home = os.environ.get("XDG_DATA_HOME") or os.path.expanduser("~/.local/share")  # noqa: PTH111
    return Path(home) / "dateline" / "actors"


def own_lists() -> list[OwnList]:
    """The added lists by name, the one that wins last. Raises InputError when one is no list any more."""
    return [OwnList(path.stem, path, read_actors(path)) for path in sorted(folder().glob("*.yaml"))]


def add_list(path: str | Path) -> OwnList:
    """Keeps a copy of a list, which counts from the next page on; one of the same name is replaced.

    Raises InputError, and keeps nothing, when the file is no list of actors or cannot be read.
    """
    actors, kept = read_actors(path), folder() / f"{Path(path).stem}.yaml"
    folder().mkdir(parents=True, exist_ok=True)
    part = kept.with_suffix(".part")
    part.write_bytes(Path(path).read_bytes())
    part.replace(kept)
    known_actors.cache_clear()
    return OwnList(kept.stem, kept, actors)


def remove_list(name: str) -> bool:
    """Takes an added list away; False when there is none of that name."""
    path = next((own for own in folder().glob("*.yaml") if own.stem == name), None)
    if path is None:
        return False
    path.unlink()
    known_actors.cache_clear()
    return True


def read_actors(path: str | Path) -> tuple[Actor, ...]:
    """A user's own list. Raises InputError, naming the file and the line, when it is none or cannot be read."""
    file = Path(path)
    try:
        if file.stat().st_size > _LARGEST:
            raise InputError(f"{path}: too large for a list of actors ({_LARGEST >> 20} MiB at most)")
        root = yaml.compose(file.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
        return tuple(_actors(root, str(path)))
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from error
    except (UnicodeDecodeError, RecursionError) as error:
        raise InputError(f"{path}: no list of actors in UTF-8") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 1}: " if mark is not None else ""
        raise InputError(f"{path}: {where}no YAML: {getattr(error, 'problem', None) or error}") from error


def _actors(root: yaml.Node | None, file: str) -> Iterator[Actor]:
    if not isinstance(root, yaml.MappingNode):
        raise InputError(f"{file}: a list of actors has {_FORM}")
    for kind, rows in root.value:
        if kind.value not in SOURCE_TYPES:
            _wrong(file, kind, f"{kind.value!r} is no type of actor: {', '.join(SOURCE_TYPES)}")
        if not isinstance(rows, yaml.SequenceNode):
            _wrong(file, rows, f"below {kind.value} stands no list ({_FORM})")
        yield from (_actor(row, kind.value, file) for row in rows.value)


def _actor(row: yaml.Node, kind: Any, file: str) -> Actor:
    if not isinstance(row, yaml.MappingNode):
        _wrong(file, row, "an actor is written `{name: …, aliases: […]}`")
    told = {field.value: (field, value) for field, value in row.value}
    for field, (node, _) in told.items():
        if field not in _FIELDS:
            _wrong(file, node, f"{field!r} is nothing that an actor has: {', '.join(_FIELDS)}")
    if "name" not in told:
        _wrong(file, row, "an actor has no name")
    name, aliases = _word(told["name"][1], file), _words(told.get("aliases"), file)
    codes = [_country(told["country"][1], file)] if "country" in told else []
    party = tuple(_country(node, file) for node in _nodes(told.get("party"), file))
    return Actor(name, kind, aliases, codes[0] if codes else None, party)


def _nodes(told: tuple[yaml.Node, yaml.Node] | None, file: str) -> list[yaml.Node]:
    if told is None:
        return []
    if not isinstance(told[1], yaml.SequenceNode):
        _wrong(file, told[1], f"{told[0].value} is a list: [one, another]")
    return list(told[1].value)


def _words(told: tuple[yaml.Node, yaml.Node] | None, file: str) -> tuple[str, ...]:
    return tuple(_word(node, file) for node in _nodes(told, file))


def _word(node: yaml.Node, file: str) -> str:
    if not isinstance(node, yaml.ScalarNode) or not any(c.isalnum() for c in node.value):
        _wrong(file, node, "a name has at least one letter")
    return str(node.value).strip()


def _country(node: yaml.Node, file: str) -> str:
    code = str(node.value)
    if code not in countries():
        _wrong(file, node, f"{code!r} is no country (ISO 3166 alpha-3, such as SYR)")
    return code


def _wrong(file: str, node: yaml.Node, message: str) -> NoReturn:
    raise InputError(f"{file}: line {node.start_mark.line + 1}: {message}")
