"""Which pages are kept: of an archive those that give a claim, of anything else all, unless somebody says otherwise."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dateline.model.reading import PassedOver, Reading

if TYPE_CHECKING:
    from dateline.ledger import Ledger


@dataclass(slots=True)
class Gate:
    """The sieve of a run (`dateline.read.sieve`). What it passed over waits until it is taken.

    `ledger` is asked which bytes it keeps: they are read again; None: it keeps none. With `files`, files of one
    document are judged as pages of archives are.
    """

    ledger: Ledger | None
    files: bool = False
    waiting: list[PassedOver] = field(default_factory=list)
    stopped: int = 0

    def known(self, sha256: str) -> bool:
        """True for bytes that the ledger keeps."""
        return self.ledger is not None and self.ledger.has_bytes(sha256)

    def passes(self, text: str) -> bool:
        """False where no rule could read a claim in the text (the sieves of `dateline.extract.gate` before parsing)."""
        from dateline.extract.gate import names_crisis, passes

        return names_crisis(text) or passes(text)

    def over(self, page: PassedOver) -> None:
        """A page was stopped."""
        self.stopped += 1
        self.waiting.append(page)

    def without_claim(self, reading: Reading) -> None:
        """A page was read, and no claim found in it."""
        document = reading.document
        self.waiting.append(PassedOver(document.url, document.sha256, reading.came_from, "no claim"))

    def taken(self) -> list[PassedOver]:
        """The pages passed over since this was asked last."""
        taken, self.waiting = self.waiting, []
        return taken


def gate_of(keep_all: bool | None, ledger: Ledger | None) -> Gate | None:
    """The gate of a run; None where everything is kept. `keep_all` as for `dateline.run.add_inputs`."""
    return None if keep_all else Gate(ledger, files=keep_all is False)
