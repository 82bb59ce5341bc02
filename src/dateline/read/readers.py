"""The kinds of input, each read by one small class. A new kind is one class, named here in the order of asking."""

from __future__ import annotations

from typing import Final

from dateline.read.feed import Feed
from dateline.read.mail import Mail, Mailbox
from dateline.read.plain_input import PlainInput
from dateline.read.relief_web import ReliefWeb
from dateline.read.source import Reader, Source
from dateline.read.table import Csv, Parquet
from dateline.read.telegram import Telegram
from dateline.read.url_list import UrlList
from dateline.read.wacz import Wacz
from dateline.read.warc import Warc

READERS: Final[tuple[Reader, ...]] = (
    Warc(), Wacz(), Feed(), Mailbox(), Mail(), ReliefWeb(), Telegram(), Parquet(), Csv(), UrlList(), PlainInput(),
)  # fmt: skip
"""The first that knows an input reads it. `PlainInput`, the last, knows everything, and refuses by name what
nothing reads."""


def reader_of(source: Source) -> Reader:
    """The reader for an input."""
    return next(reader for reader in READERS if reader.knows(source))
