"""Who says so: the sources that a page credits, and with which words."""

from dateline.extract.source.recognize import recognize

__all__ = ["recognize"]
