"""Where the gazetteer's files are."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

PLACE_VARIABLE: Final = "DATELINE_GAZETTEER"
"""Environment variable that names another gazetteer file."""


def packaged_gazetteer() -> Path:
    """The file that set-up builds and the wheel carries."""
    return Path(__file__).parent / "data" / "places.dlgaz"


def default_gazetteer() -> Path:
    """The file to open: the one that the environment names, else the packaged one."""
    named = os.environ.get(PLACE_VARIABLE)
    return Path(named) if named else packaged_gazetteer()


def manifest_of(gazetteer: Path) -> Path:
    """The manifest beside a gazetteer: its hash, sources, versions and licences."""
    return gazetteer.with_name(f"{gazetteer.name}.json")


def added_folder(gazetteer: Path) -> Path:
    """The folder that holds what its user has added to a gazetteer.

    For the packaged one it is the user's own (`$XDG_DATA_HOME`, else `~/.local/share`, `dateline/places`): installing
    the package anew leaves it alone. For another one it lies beside the file.
    """
    if gazetteer == packaged_gazetteer():
        # not Path.expanduser, which raises where a user has no home: then there is simply nothing there
        home = os.environ.get("XDG_DATA_HOME") or os.path.expanduser("~/.local/share")  # noqa: PTH111
        return Path(home) / "dateline" / "places"
    return gazetteer.with_name(f"{gazetteer.name}.d")


def added_gazetteers(gazetteer: Path) -> list[Path]:
    """The files that a user has added, in the order of their names; the last one wins."""
    return sorted(added_folder(gazetteer).glob("*.dlgaz"))
