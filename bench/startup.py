"""How long the command line takes to say hello: `dateline --help` against a bare `import typer` (at most 3 ×).

Medians over fresh processes. usage: python bench/startup.py [--runs N] [--check]
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

LIMIT = 3.0
DATELINE = Path(sys.executable).parent / "dateline"
COMMANDS = {
    "import_typer": [sys.executable, "-c", "import typer"],
    "help": [str(DATELINE), "--help"],
    "import_dateline": [sys.executable, "-c", "import dateline"],
    "nothing": [sys.executable, "-c", ""],
}


def seconds(command: list[str]) -> float:
    """Wall time of one fresh process."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def measure(runs: int) -> dict[str, float]:
    """Median seconds by command; the commands take turns, so that a busy moment hits all alike."""
    taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(runs):
        for name, command in COMMANDS.items():
            taken[name].append(seconds(command))
    return {name: round(statistics.median(times), 4) for name, times in taken.items()}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--check", action="store_true", help="exit 1 when --help takes longer than it may")
    args = parser.parse_args()
    medians = measure(args.runs)
    ratio = medians["help"] / medians["import_typer"]
    print(json.dumps({"bench": "startup", "seconds": medians, "help_to_import_typer": round(ratio, 2), "limit": LIMIT}))
    return 1 if args.check and ratio > LIMIT else 0


if __name__ == "__main__":
    sys.exit(main())
