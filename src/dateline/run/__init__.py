"""dateline.run"""
