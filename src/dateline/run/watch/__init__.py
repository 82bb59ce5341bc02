"""Following feeds: each asked now and then, each item read once, an updated one again as a new version."""

from dateline.run.watch.round import Round
from dateline.run.watch.state import State, open_state
from dateline.run.watch.watcher import Watcher

__all__ = ["Round", "State", "Watcher", "open_state"]
