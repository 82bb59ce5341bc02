"""dateline: from pages of crisis news to a ledger of attributed claims.

    import dateline
    claims = dateline.extract("According to the council, 1,200 people fled the town.", published="2031-03-09")
    claims.to_rows()                        # flat, masked dicts: pandas.DataFrame(...), polars.DataFrame(...)
    with dateline.open_ledger("crisis.db") as ledger:
        dateline.add(["pages/"], ledger)
        dateline.reconcile(ledger).to_rows()            # what stands: low, best, high, and who holds them

Importing this costs nothing: each name is loaded when it is first used.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.errors import DatelineError
    from dateline.face import Claims, extract, read, to_rows
    from dateline.face_situations import Situations, reconcile
    from dateline.ledger import ClaimFilter, Ledger, LedgerClaim, open_ledger
    from dateline.model import (
        Claim,
        Document,
        Excerpt,
        Extraction,
        Figure,
        Mention,
        Period,
        Place,
        Refusal,
        ResolvedPlace,
        Source,
        Span,
    )
    from dateline.model.reading import Problem, Reading
    from dateline.model.situation import Situation, Verdict
    from dateline.run import Summary
    from dateline.run import add_inputs as add

__version__ = "0.1.0"

__all__ = [
    "Claim",
    "ClaimFilter",
    "Claims",
    "DatelineError",
    "Document",
    "Excerpt",
    "Extraction",
    "Figure",
    "Ledger",
    "LedgerClaim",
    "Mention",
    "Period",
    "Place",
    "Problem",
    "Reading",
    "Refusal",
    "ResolvedPlace",
    "Situation",
    "Situations",
    "Source",
    "Span",
    "Summary",
    "Verdict",
    "add",
    "extract",
    "open_ledger",
    "read",
    "reconcile",
    "to_rows",
]

_HOMES = {
    "Claims": "dateline.face",
    "to_rows": "dateline.face",
    "DatelineError": "dateline.errors",
    "ClaimFilter": "dateline.ledger",
    "Ledger": "dateline.ledger",
    "LedgerClaim": "dateline.ledger",
    "open_ledger": "dateline.ledger",
    "Problem": "dateline.model.reading",
    "Reading": "dateline.model.reading",
    "Situation": "dateline.model.situation",
    "Situations": "dateline.face_situations",
    "Summary": "dateline.run",
    "Verdict": "dateline.model.situation",
    "add": "dateline.run:add_inputs",
    "extract": "dateline.extract:",
    "read": "dateline.read:",
    "reconcile": "dateline.reconcile:",
}
"""Where a name lives: a module, with another name after ":" where the two differ; what is not here is the model's."""


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home, _, other = _HOMES.get(name, "dateline.model").partition(":")
    module = import_module(home)
    if name in _VERBS:
        return module
    value = getattr(module, other or name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*__all__, "__version__"]


class _CallableRoom(ModuleType):
    """`dateline.read`, `dateline.extract` and `dateline.reconcile` are rooms of the house and, called, verbs."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        name = self.__name__.rpartition(".")[2]
        return getattr(import_module(_VERBS[name]), name)(*args, **kwargs)


class _Face(ModuleType):
    """Makes a room callable at the moment when the import system hangs it into the house."""

    def __setattr__(self, name: str, value: Any) -> None:
        if name in _VERBS and type(value) is ModuleType:
            value.__class__ = _CallableRoom
        super().__setattr__(name, value)


_VERBS = {"extract": "dateline.face", "read": "dateline.face", "reconcile": "dateline.face_situations"}
sys.modules[__name__].__class__ = _Face
