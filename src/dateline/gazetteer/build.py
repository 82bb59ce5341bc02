"""Builds the gazetteer: `python -m dateline.gazetteer.build [OUT]`.

One immutable file from pinned packages, the same bytes on every machine, with a manifest beside it that says what
is in it, from where, and under which licence. Needs no network.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path
from typing import Any, Final

from dateline.errors import BuildError
from dateline.gazetteer.container import write_container
from dateline.gazetteer.derive import derive, seat_names
from dateline.gazetteer.join import draft_all
from dateline.gazetteer.pack import pack
from dateline.gazetteer.paths import manifest_of, packaged_gazetteer
from dateline.gazetteer.sources import LICENCES, PINNED, read_sources

ATTRIBUTION: Final = "Contains data from GeoNames (https://www.geonames.org/), licensed under CC BY 4.0, changed."


def build(out: Path) -> dict[str, Any]:
    """Builds the file and its manifest, and returns the manifest.

    Raises BuildError when a package it is built from is missing or of another version.
    """
    drafts = draft_all(read_sources())
    derive(drafts)
    seat_names(drafts)
    about, sections = pack(drafts)
    sources = {name: {"version": PINNED[name], "licence": LICENCES[name]} for name in sorted(PINNED)}
    write_container(out, {**about, "attribution": ATTRIBUTION, "sources": sources}, sections)
    manifest = {
        "file": out.name,
        "sha256": _sha256(out),
        "bytes": out.stat().st_size,
        "counts": about["counts"],
        "names": len(sections["keys"]),
        "attribution": ATTRIBUTION,
        "sources": sources,
    }
    manifest_of(out).write_text(json.dumps(manifest, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return manifest


def main(arguments: list[str] | None = None) -> int:
    """Builds at the place given, else where the package looks for it. Exit 1 when it cannot be built."""
    parser = argparse.ArgumentParser(prog="python -m dateline.gazetteer.build", description="Build the gazetteer.")
    parser.add_argument("out", nargs="?", type=Path, default=packaged_gazetteer(), help="file to write")
    out = parser.parse_args(arguments).out
    try:
        manifest = build(out)
    except (BuildError, OSError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    print(f"{out}: {sum(manifest['counts'].values()):,} entries, {manifest['names']:,} names, "
          f"{manifest['bytes'] / 1e6:.1f} MB, sha256 {manifest['sha256'][:12]}…", file=sys.stderr)  # fmt: skip
    return 0


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


if __name__ == "__main__":
    raise SystemExit(main())
