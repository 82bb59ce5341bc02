"""Every error dateline raises on purpose.

DatelineError
├── InputError            an input cannot be read (names the input, says what to do)
│   ├── UnreadableInput   missing, no permission, not a known kind
│   ├── EmptyInput        nothing in it
│   ├── TooLarge          beyond the stated limits on size, depth or time
│   ├── BadEncoding       no text encoding fits
│   ├── FetchRefused      an address may not be fetched, or there is no page: asking again changes nothing
│   └── FetchFailed       an address could not be fetched this time: network, server, limits on time
├── ExtractError          a document could not be turned into claims
│   └── Ungrounded        a figure whose words do not stand at its offsets: a bug, refused
├── LedgerError           the ledger cannot do what is asked
│   ├── LedgerReadOnly    the file or its folder cannot be written, or the disk is full
│   ├── LedgerCorrupt     not a ledger, or its audit chain does not hold
│   └── NotFound          no such claim, document or judgement
├── GazetteerError        the gazetteer cannot do what is asked
│   ├── GazetteerMissing  not built or installed yet (carries the command that builds it)
│   ├── GazetteerCorrupt  its file is damaged, or of another version
│   └── BuildError        it cannot be built from the packages that are installed
├── UsageError            a command or a call was asked for something it does not do
└── MissingExtra          a feature needs a package that is not installed (carries the install line)
"""

from __future__ import annotations


class DatelineError(Exception):
    """Base of all errors raised on purpose.

    `document` names the document or input concerned (None: none), `span` the half-open
    range of code points in its canonical text (None: the whole).
    """

    def __init__(self, message: str, *, document: str | None = None, span: tuple[int, int] | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.document = document
        self.span = span

    def __str__(self) -> str:
        return f"{self.document}: {self.message}" if self.document else self.message


class InputError(DatelineError):
    """An input cannot be read. `advice` says what to do about it (None: nothing beyond the message)."""

    def __init__(
        self,
        message: str,
        *,
        document: str | None = None,
        span: tuple[int, int] | None = None,
        advice: str | None = None,
    ) -> None:
        super().__init__(message, document=document, span=span)
        self.advice = advice


class UnreadableInput(InputError):
    """The input is missing, may not be opened, or is of no known kind."""


class EmptyInput(InputError):
    """The input holds nothing to read."""


class TooLarge(InputError):
    """The input goes beyond a stated limit on size, depth or time."""


class BadEncoding(InputError):
    """No text encoding fits the input."""


class FetchRefused(InputError):
    """An address is not fetched, by its host's rules or by dateline's, or there is no page under it."""


class FetchFailed(InputError):
    """An address could not be fetched this time; later it may."""


class ExtractError(DatelineError):
    """A document could not be turned into claims."""


class Ungrounded(ExtractError):
    """A figure's words do not stand at its offsets."""


class LedgerError(DatelineError):
    """The ledger cannot do what is asked."""


class LedgerReadOnly(LedgerError):
    """The ledger cannot be written."""


class LedgerCorrupt(LedgerError):
    """The file is no ledger, or its audit chain does not hold."""


class NotFound(LedgerError):
    """No such claim, document or judgement."""


class GazetteerError(DatelineError):
    """The gazetteer cannot do what is asked."""


class GazetteerMissing(GazetteerError):
    """The gazetteer's file is not there; the message says how to build it."""


class GazetteerCorrupt(GazetteerError):
    """The gazetteer's file is damaged, or of another version."""


class BuildError(GazetteerError):
    """The gazetteer cannot be built from the packages that are installed."""


class UsageError(DatelineError):
    """A command or call was asked for something that it does not do."""


class MissingExtra(DatelineError):
    """A feature needs a package that is not installed."""
