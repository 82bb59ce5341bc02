"""The contract's closed lists as choices of options. typer wants Literal types at run time."""

from __future__ import annotations

import typer

from dateline.model.judgement import ClaimStatus as StatusName
from dateline.model.words import KINDS, TERMS
from dateline.model.words import Kind as KindName
from dateline.model.words import Modality as ModalityName
from dateline.model.words import Term as TermName

TERMS_LISTED = ", ".join(TERMS)

__all__ = ["KINDS", "TERMS_LISTED", "KindName", "ModalityName", "StatusName", "TermName", "kinds"]


def kinds(given: list[str] | None) -> list[KindName] | None:
    """The kinds of an option that may be given several times. typer takes no lists of Literals."""
    known = [kind for kind in KINDS if given and kind in given]
    if given and (unknown := sorted(set(given) - set(KINDS))):
        raise typer.BadParameter(f"{unknown[0]!r} is not one of {', '.join(map(repr, KINDS))}.")
    return known or None
