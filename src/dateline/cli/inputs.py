"""What a verb was given to read."""

from __future__ import annotations

import sys

from dateline.errors import UsageError


def given(inputs: list[str] | None) -> list[str]:
    """The inputs named, or standard input when something is piped in. Raises UsageError when there is neither.

    An empty name is refused: a path would read it as the folder here, with everything in it.
    """
    if inputs and not all(inputs):
        raise UsageError('an input has an empty name (a variable that is not set?): "." is the folder here')
    if inputs:
        return inputs
    if sys.stdin is None or sys.stdin.isatty():
        raise UsageError("nothing to read: name files or folders, or pipe text in (dateline extract page.html)")
    return ["-"]
