"""Fetching: addresses → answers, politely, and only when asked for by name. The only room that opens a connection.

Each host is asked for its robots.txt and its reservation of rights first, waited for between requests, and told
whom to write to. What it does not allow is not fetched.
"""

from dateline.fetch.clock import Clock
from dateline.fetch.fetcher import Fetcher
from dateline.fetch.limits import Limits

__all__ = ["Clock", "Fetcher", "Limits"]
