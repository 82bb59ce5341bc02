"""Progress on stderr: a bar while somebody watches, silence otherwise. Problems are told either way."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Self

from dateline.cli.terminal import clean, note, tell

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

    from dateline.model import Document
    from dateline.model.reading import Problem, Reading
    from dateline.run import Tally


class Watch:
    """Follows a run (`dateline.run.Progress`), and afterwards says what the run could not use."""

    def __init__(
        self,
        verb: str,
        *,
        quiet: bool = False,
        known_keys: tuple[str, ...] = (),
        released: Callable[[Problem], Problem] = lambda problem: problem,
    ) -> None:
        """`verb` names what is done ("Reading"); `quiet` draws no bar (where stdout goes to the same terminal).

        `known_keys` are keys of JSON lines that the caller reads itself: no note is made of them. `released` makes of a
        problem what may be told of it, where it concerns what the user has not named himself.
        """
        self._bar = _bar() if sys.stderr.isatty() and not quiet else None
        self._task = self._bar.add_task(verb, total=None, name="") if self._bar else None
        self._ignored: dict[str, None] = {}
        self._foreign: Counter[str] = Counter()
        self._known_keys = known_keys
        self._began: tuple[float, float] | None = None
        self._released = released
        self.failures = 0

    def __enter__(self) -> Self:
        if self._bar:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()
        if self._foreign:
            told = ", ".join(f"{lang} {number:,}" for lang, number in sorted(self._foreign.items()))
            note(f"dateline: in another language, and without a claim: {told}")
            note("  → Claims are read from English pages alone")
        if self._ignored:
            note(f"dateline: keys or columns that are not used: {', '.join(self._ignored)}")

    def read(self, reading: Reading) -> None:
        self._ignored |= dict.fromkeys(key for key in reading.ignored_keys if key not in self._known_keys)
        self._show(reading.document.name)

    def done(self, document: Document, claims: int, *, new: bool) -> None:
        if new and not claims and document.lang not in (None, "en"):
            self._foreign[document.lang] += 1
        self._show(document.name, advance=1)

    def moved(self, tally: Tally) -> None:
        self._ignored |= dict.fromkeys(key for key in tally.ignored_keys if key not in self._known_keys)
        if not self._bar or self._task is None:
            return
        if self._began is None:
            self._began = (monotonic(), tally.share or 0.0)
        self._bar.update(
            self._task, completed=tally.pages, total=tally.pages / tally.share if tally.share else None,
            name=told_of(tally, monotonic() - self._began[0], self._began[1]),
        )  # fmt: skip

    def failed(self, problem: Problem) -> None:
        self.failures += 1
        if self._bar:
            self._bar.stop()  # the message must not be drawn over
        tell(self._released(problem))
        if self._bar:
            self._bar.start()

    def _show(self, name: str, advance: int = 0) -> None:
        if self._bar and self._task is not None:
            self._bar.update(self._task, advance=advance, name=clean(name))


def told_of(tally: Tally, seconds: float, share_before: float = 0.0) -> str:
    """The state of a run in words: rate, pages that passed the gate, claims, time left.

    `seconds` are those since the share `share_before` of the inputs was done; rate and time left count from there.
    """
    told = [f"{tally.passed:,} passed", f"{tally.claims:,} claims"]
    here = (tally.share or 0.0) - share_before
    if tally.share and seconds > 0 and here > 0:
        told.insert(0, f"{tally.pages * here / tally.share / seconds:,.0f} pages/s")
        left = round(seconds * (1 - tally.share) / here)
        told.append(f"{left // 3600}:{left // 60 % 60:02}:{left % 60:02} left")
    return " · ".join(told)


def _bar() -> Bar:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    return Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=20),
        TextColumn("{task.completed} done", markup=False),
        TimeElapsedColumn(),
        TextColumn("{task.fields[name]}", markup=False),
        console=Console(stderr=True),
        transient=True,
    )
