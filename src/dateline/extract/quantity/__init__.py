"""dateline.extract.quantity"""
