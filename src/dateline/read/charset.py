"""Names of charsets as servers spell them."""

from __future__ import annotations

import codecs


def python_charset(label: str | None) -> str | None:
    """The charset that a server named, as Python calls it; None where it named none that there is."""
    try:
        return codecs.lookup(label).name if label else None
    except (LookupError, ValueError):
        return None
