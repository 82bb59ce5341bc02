"""The forms in which one document comes, beside text and HTML. A new form is one class, named here."""

from __future__ import annotations

from typing import Final

from dateline.read.content import Form
from dateline.read.docx import Docx
from dateline.read.pdf import Pdf

FORMS: Final[tuple[Form, ...]] = (Pdf(), Docx())


def form_of(data: bytes) -> Form | None:
    """What reads these bytes; None for text, HTML and what nothing reads."""
    return next((form for form in FORMS if form.knows(data)), None)
