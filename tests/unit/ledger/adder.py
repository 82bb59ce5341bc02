"""A process that adds bulletins and says of each that it was added: `adder.py LEDGER FIRST LAST [GROUP]`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "contract"))

from ledger_parts import claims, numbered

from dateline.ledger import open_ledger


def main() -> None:
    """Add, and print the number of each bulletin after its commit."""
    path, first, last, *group = sys.argv[1:]
    pages = [numbered(number) for number in range(int(first), int(last))]
    print("ready", flush=True)
    with open_ledger(path) as ledger:
        pairs = ((page, claims(page)) for page in pages)
        for page, _ in zip(pages, ledger.add_many(pairs, group=int(group[0]) if group else 1), strict=True):
            print(page.document.id, flush=True)


if __name__ == "__main__":
    main()
