"""Who said what: the statements of a page."""

from dateline.extract.statement.draft import StatementDraft
from dateline.extract.statement.recognize import statements

__all__ = ["StatementDraft", "statements"]
