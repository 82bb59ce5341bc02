"""A problem with what nobody named himself (an item of a feed): its link may tell a name."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dateline.model.reading import Problem
from dateline.release.mask import Mask

_LINK: Final = re.compile(r"https?://\S+")


def release_problem(problem: Problem) -> Problem:
    """The problem with the links in it masked as those of documents are."""
    return replace(problem, input=_masked(problem.input), message=_masked(problem.message))


def _masked(words: str) -> str:
    return _LINK.sub(lambda link: Mask().address(link[0]), words)
