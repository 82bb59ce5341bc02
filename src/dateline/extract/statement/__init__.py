"""Who said what: the statements of a page."""

from dateline.extract.statement.claims import claims_of
from dateline.extract.statement.draft import StatementDraft
from dateline.extract.statement.fill import fill, sentences_of
from dateline.extract.statement.recognize import statements

__all__ = ["StatementDraft", "claims_of", "fill", "sentences_of", "statements"]
