"""Who says so: the sources that a page credits, and with which words."""

from dateline.extract.source.introduced import actors_on
from dateline.extract.source.recognize import recognize

__all__ = ["actors_on", "recognize"]
