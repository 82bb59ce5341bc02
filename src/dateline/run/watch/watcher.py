"""One round after the other: ask the feeds, then read what waits, item by item."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dateline.errors import FetchFailed, InputError, LedgerCorrupt, LedgerError, LedgerReadOnly, UnreadableInput
from dateline.model.answer import Answer
from dateline.model.reading import Problem, Reading
from dateline.read import FeedContent, Given, addresses_in, item_reading, item_words, parse_feed, read_answer
from dateline.run.add import add_readings
from dateline.run.progress import Progress, Unwatched
from dateline.run.watch.entry import Entry, entries_of
from dateline.run.watch.round import Round
from dateline.run.watch.state import State

if TYPE_CHECKING:
    from dateline.fetch import Clock, Fetcher
    from dateline.ledger import Ledger

FULL_TEXT: Final = 600
"""Code points of an item's own words from which they are taken for the whole text; a summary has fewer."""
MOST_TRIES: Final = 24
"""Rounds in which an item's page could not be had, while others could, until it is given up."""


class Watcher:
    """Follows the feeds of a file into a ledger. What a round cannot do is a problem of that round, and goes on."""

    def __init__(
        self,
        feeds: Path,
        ledger: Path,
        state: State,
        *,
        fetcher: Fetcher,
        clock: Clock,
        feed_text: bool = False,
        stopping: Callable[[], bool] = lambda: False,
    ) -> None:
        """`feeds` is a list of addresses, read anew in every round. `feed_text`: an item whose whole text stands in
        its feed is read there, and its page not fetched. `stopping` is asked before each feed and each item.
        """
        self._feeds = feeds
        self._ledger = ledger
        self._state = state
        self._fetcher = fetcher
        self._clock = clock
        self._feed_text = feed_text
        self._stopping = stopping
        self._addresses: list[str] = []
        self._reached = False

    def round(self, progress: Progress | None = None) -> Round:
        """Ask every feed, then read what waits.

        Raises InputError where the list of feeds cannot be read, LedgerError where ledger or state cannot be written.
        """
        self._reached = False
        watch, told = progress or Unwatched(), Round(self._clock.stamp())
        for address in self._listed(told, watch):
            if self._stopping():
                break
            told.feeds += 1
            self._ask(address, told, watch)
        waiting = self._state.waiting()
        if waiting and not self._stopping():
            self._read_all(waiting, told, watch)
        told.waiting = len(self._state.waiting())
        return told

    def _listed(self, told: Round, watch: Progress) -> list[str]:
        """The addresses of the list; where it cannot be read any more (somebody is editing it), those of last time."""
        try:
            self._addresses = addresses_in(self._feeds)
        except InputError as error:
            if not self._addresses:
                raise
            self._tell(error, str(self._feeds), told, watch)
        return self._addresses

    def _ask(self, address: str, told: Round, watch: Progress) -> None:
        """Ask a feed, and let its new items wait."""
        etag, modified = self._state.validators(address)
        try:
            answer = self._fetcher.again(address, etag=etag, modified=modified)
            self._reached = True
            if answer is None:
                told.unchanged += 1
                return
            feed = parse_feed(answer.data, name=address)
            if not feed.items:
                raise UnreadableInput("it is no feed, or a feed without items", advice="Check the address")
        except InputError as error:
            self._tell(error, address, told, watch)
            return
        taken = self._state.take_in(address, answer, entries_of(feed, address, answer.retrieved_at))
        told.items += taken.new
        told.updated += taken.updated

    def _read_all(self, waiting: list[str], told: Round, watch: Progress) -> None:
        """Read what waits. A ledger that somebody else is writing to leaves the rest for the next round."""
        from dateline.ledger import open_ledger

        try:
            with open_ledger(self._ledger) as ledger:
                for key in waiting:
                    if self._stopping():
                        return
                    entry, tries = self._state.entry(key)
                    self._read(entry, tries, ledger, told, watch)
        except (LedgerReadOnly, LedgerCorrupt):
            raise
        except LedgerError as error:
            self._tell(InputError(error.message), str(self._ledger), told, watch)

    def _read(self, entry: Entry, tries: int, ledger: Ledger, told: Round, watch: Progress) -> None:
        """Read one item into the ledger.

        A page that cannot be had goes on waiting, and as long as nothing at all is reached (the machine is off the net)
        that does not count against it.
        """
        try:
            answer = None if self._stands_in_feed(entry) else self._page(entry)
        except FetchFailed as error:
            last = tries + 1 >= MOST_TRIES
            more = f"given up after {MOST_TRIES} rounds" if last else "it waits for the next round"
            self._tell(FetchFailed(f"{error.message}; {more}"), entry.where, told, watch)
            if last:
                self._state.done(entry.key)
            elif self._reached:
                self._state.failed(entry.key)
            return
        except InputError as error:
            self._tell(error, entry.where, told, watch)
            self._state.done(entry.key)
            return
        if answer is None or self._is_first(entry, answer):
            told.added(add_readings(ledger, _readings(entry, answer), progress=watch))
        self._state.done(entry.key, answer.url if answer else None)

    def _stands_in_feed(self, entry: Entry) -> bool:
        return entry.item.url is None or (self._feed_text and len(item_words(entry.item)) >= FULL_TEXT)

    def _page(self, entry: Entry) -> Answer:
        """The item's page; one that was fetched before a stop is not asked for again."""
        kept = self._state.answer(entry.key)
        if kept is None:
            kept = self._fetcher.follow(entry.item.url or "")
            self._reached = True
            self._state.keep(entry.key, kept)
        return kept

    def _is_first(self, entry: Entry, answer: Answer) -> bool:
        """False where another item led to the same page by another address."""
        return entry.updated or self._state.key_of(answer.url) in (None, entry.key)

    def _tell(self, error: InputError, where: str, told: Round, watch: Progress) -> None:
        problem = Problem(where, type(error).__name__, error.message, error.advice)
        told.problems.append(problem)
        watch.failed(problem)


def _readings(entry: Entry, answer: Answer | None) -> Iterator[Reading | Problem]:
    """The item's documents: its page's, or what stands in the feed. A page without a date has the item's."""
    item = entry.item
    if answer is not None:
        dated = Given(published=item.published, dated_by="the feed")
        yield from read_answer(answer, came_from=entry.where, fallback=dated)
        return
    feed = FeedContent(entry.title, entry.lang, (item,))
    try:
        reading = item_reading(replace(item, url=item.url or entry.key), feed, came_from=entry.feed)
    except InputError as error:
        yield Problem(entry.where, type(error).__name__, error.message, error.advice)
    else:
        yield replace(reading, retrieved_at=entry.seen_at)
