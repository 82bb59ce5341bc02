"""dateline: from pages of crisis news to a ledger of attributed claims.

    import dateline
    claims = dateline.extract("According to the council, 1,200 people fled the town.", published="2031-03-09")
    claims.to_rows()                        # flat, masked dicts: pandas.DataFrame(...), polars.DataFrame(...)
    with dateline.open_ledger("crisis.db") as ledger:
        dateline.add(["pages/"], ledger)

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
    "Source",
    "Span",
    "Summary",
    "add",
    "extract",
    "open_ledger",
    "read",
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
    "Summary": "dateline.run",
    "add": "dateline.run:add_inputs",
    "extract": "dateline.extract:",
    "read": "dateline.read:",
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
    """`dateline.read` and `dateline.extract` are rooms of the house and, called, the first two verbs."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        verb = getattr(import_module("dateline.face"), self.__name__.rpartition(".")[2])
        return verb(*args, **kwargs)


class _Face(ModuleType):
    """Makes a room callable at the moment when the import system hangs it into the house."""

    def __setattr__(self, name: str, value: Any) -> None:
        if name in _VERBS and type(value) is ModuleType:
            value.__class__ = _CallableRoom
        super().__setattr__(name, value)


_VERBS = ("extract", "read")
sys.modules[__name__].__class__ = _Face
