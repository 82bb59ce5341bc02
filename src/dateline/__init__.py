"""dateline: from pages of crisis news to a ledger of attributed claims."""

__version__ = "0.1.0"
