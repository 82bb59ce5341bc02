"""Which pages are read with care: those whose words, found fast, may carry a claim."""

from __future__ import annotations


def worth(text: str) -> bool:
    """False where no rule could read a claim in the text (the sieves of `dateline.extract.gate` before parsing)."""
    from dateline.extract.gate import names_crisis, passes

    return names_crisis(text) or passes(text)
