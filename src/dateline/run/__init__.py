"""Wires the stages together: read → extract → ledger. Problems are data; nothing here knows a terminal."""

from dateline.run.add import add_inputs, add_readings
from dateline.run.extract import extract_inputs
from dateline.run.progress import Progress, Tally, Unwatched
from dateline.run.summary import Summary

__all__ = ["Progress", "Summary", "Tally", "Unwatched", "add_inputs", "add_readings", "extract_inputs"]
