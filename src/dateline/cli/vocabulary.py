"""The contract's closed lists as choices of options. typer wants Literal types at run time."""

from __future__ import annotations

from dateline.model.judgement import ClaimStatus as StatusName
from dateline.model.words import TERMS
from dateline.model.words import Kind as KindName
from dateline.model.words import Modality as ModalityName
from dateline.model.words import Term as TermName

TERMS_LISTED = ", ".join(TERMS)

__all__ = ["TERMS_LISTED", "KindName", "ModalityName", "StatusName", "TermName"]
