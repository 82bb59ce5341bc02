"""dateline.vocab"""
