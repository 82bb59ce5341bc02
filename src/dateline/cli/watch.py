"""`dateline watch`: follow feeds into the ledger."""

from __future__ import annotations

import re
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.emit import emit_now
from dateline.cli.fetching import fetcher, own_clock
from dateline.cli.interrupt import Interrupt
from dateline.cli.options import DEFAULT_LEDGER, AsJson, Contact, Ledger
from dateline.cli.terminal import counted, shows_table

if TYPE_CHECKING:
    from dateline.run.watch import Round

_SECONDS = {"m": 60, "h": 3_600, "d": 86_400}
_LEAST = 300
"""Seconds between two rounds, at least: feeds are not written more often."""


def _every(value: str) -> str:
    told = re.fullmatch(r"([0-9]{1,5})([mhd])", value.strip())
    if told is None:
        raise typer.BadParameter("write 30m, 1h or 1d")
    if int(told[1]) * _SECONDS[told[2]] < _LEAST:
        raise typer.BadParameter("feeds are asked every 5 minutes (5m) at most")
    return value.strip()


def _list(value: Path) -> Path:
    if re.match(r"(?i)https?:/", str(value)):
        raise typer.BadParameter("pass a text file that lists the addresses of feeds, one a line, not an address")
    return value


def watch(
    feeds: Annotated[
        Path,
        typer.Argument(
            metavar="FEEDS", callback=_list, help="A text file of feeds' addresses, one a line; # begins a remark."
        ),
    ],
    every: Annotated[
        str,
        typer.Option("--every", metavar="TIME", callback=_every, help="How often the feeds are asked: 30m, 1h, 1d."),
    ] = "1h",
    once: Annotated[bool, typer.Option("--once", help="One round, then stop: for cron and the like.")] = False,
    ledger: Ledger = DEFAULT_LEDGER,
    contact: Contact = None,
    feed_text: Annotated[
        bool,
        typer.Option(
            "--feed-text", help="Read an item whose whole text stands in its feed there; its page is not fetched."
        ),
    ] = False,
    as_json: AsJson = None,
) -> None:
    """Ask feeds again and again, and add what is new in them to the ledger: each item once, an updated one anew.

    Runs until it is stopped (Ctrl-C, between two items); started again it goes on from there. Pages are fetched as
    their hosts allow. Needs --contact.
    """
    with Interrupt() as interrupt:
        clock = own_clock()
        clock = replace(clock, sleep=interrupt.over(clock.sleep))
        asking = fetcher(contact, clock)
        from dateline.cli.progress import Watch
        from dateline.release import release_problem
        from dateline.run.watch import Watcher, open_state

        with open_state(ledger) as state:
            watcher = Watcher(
                feeds, ledger, state, fetcher=asking, clock=clock, feed_text=feed_text, stopping=interrupt.asked
            )
            while True:
                begun = clock.elapsed()
                with Watch("Watching", released=release_problem) as bar:
                    told = watcher.round(bar)
                if shows_table(as_json):
                    print(_line(told), flush=True)
                else:
                    emit_now({**told.to_json(), "problems": [asdict(release_problem(one)) for one in told.problems]})
                interrupt.leave_if_asked()
                if once:
                    break
                clock.sleep(max(0.0, _seconds(every) - (clock.elapsed() - begun)))
    if told.problems:
        raise typer.Exit(1)


def _seconds(every: str) -> int:
    return int(every[:-1]) * _SECONDS[every[-1]]


def _line(told: Round) -> str:
    more = [
        f"{counted(told.feeds, 'feed')}, {told.unchanged} unchanged",
        f"{counted(told.items, 'new item')}, {told.updated} updated",
        f"{counted(told.documents, 'document')} and {counted(told.claims, 'claim')} added",
        *([f"{told.waiting} waiting"] if told.waiting else []),
        *([counted(len(told.problems), "problem")] if told.problems else []),
    ]
    return f"{told.at}: {'; '.join(more)}"
