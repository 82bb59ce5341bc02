"""dateline.ledger"""
